<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="es">
    <context>
        <name>Actions</name>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edición</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ver</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Red</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>Open an experiment…</source>
            <translation>Abrir un experimento…</translation>
        </message>
        <message>
            <source>Save the experiment…</source>
            <translation>Guardar el experimento…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rehacer</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>Entrenar</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pasos</translation>
        </message>
        <message>
            <source>Graph</source>
            <translation>Grafo</translation>
        </message>
        <message>
            <source>Landscape</source>
            <translation>Paisaje</translation>
        </message>
        <message>
            <source>Inside</source>
            <translation>Interior</translation>
        </message>
        <message>
            <source>Lessons</source>
            <translation>Lecciones</translation>
        </message>
        <message>
            <source>Fit the diagram</source>
            <translation>Ajustar el diagrama</translation>
        </message>
        <message>
            <source>Logarithmic or linear loss</source>
            <translation>Pérdida logarítmica o lineal</translation>
        </message>
        <message>
            <source>Dark or light</source>
            <translation>Oscuro o claro</translation>
        </message>
        <message>
            <source>Larger, for a projector</source>
            <translation>Más grande, para proyector</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Español</source>
            <translation>Español</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>Reproducir o pausar</translation>
        </message>
        <message>
            <source>One step</source>
            <translation>Un paso</translation>
        </message>
        <message>
            <source>Ten steps</source>
            <translation>Diez pasos</translation>
        </message>
        <message>
            <source>One epoch</source>
            <translation>Una época</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Start again, same weights</source>
            <translation>Empezar de nuevo, mismos pesos</translation>
        </message>
        <message>
            <source>Start again, new weights</source>
            <translation>Empezar de nuevo, otros pesos</translation>
        </message>
        <message>
            <source>Switch the neuron off or on</source>
            <translation>Apagar o encender la neurona</translation>
        </message>
        <message>
            <source>The neuron alone in its layer</source>
            <translation>La neurona sola en su capa</translation>
        </message>
        <message>
            <source>Bring every neuron back</source>
            <translation>Encender todas las neuronas</translation>
        </message>
        <message>
            <source>Menus</source>
            <translation>Menús</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Teclas</translation>
        </message>
        <message>
            <source>About Neurolupa</source>
            <translation>Acerca de Neurolupa</translation>
        </message>
    </context>
    <context>
        <name>CheatSheet</name>
        <message>
            <source>Keys</source>
            <translation>Teclas</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>step</source>
            <translation>escalón</translation>
        </message>
        <message>
            <source>linear</source>
            <translation>lineal</translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation>sigmoide</translation>
        </message>
        <message>
            <source>tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>leaky ReLU</source>
            <translation>leaky ReLU</translation>
        </message>
        <message>
            <source>softplus</source>
            <translation>softplus</translation>
        </message>
        <message>
            <source>softmax</source>
            <translation>softmax</translation>
        </message>
        <message>
            <source>½ squared error</source>
            <translation>½ error cuadrático</translation>
        </message>
        <message>
            <source>MSE</source>
            <translation>ECM</translation>
        </message>
        <message>
            <source>Binary cross-entropy</source>
            <translation>Entropía cruzada binaria</translation>
        </message>
        <message>
            <source>Cross-entropy</source>
            <translation>Entropía cruzada</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>Media</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>Suma</translation>
        </message>
        <message>
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>Momento</translation>
        </message>
        <message>
            <source>Nesterov</source>
            <translation>Nesterov</translation>
        </message>
        <message>
            <source>RMSProp</source>
            <translation>RMSProp</translation>
        </message>
        <message>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <source>Constant</source>
            <translation>Constante</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Escalones</translation>
        </message>
        <message>
            <source>Exponential</source>
            <translation>Exponencial</translation>
        </message>
        <message>
            <source>1/t</source>
            <translation>1/t</translation>
        </message>
        <message>
            <source>Cosine</source>
            <translation>Coseno</translation>
        </message>
        <message>
            <source>Uniform (−1, 1)</source>
            <translation>Uniforme (−1, 1)</translation>
        </message>
        <message>
            <source>U(0, 1)/√n</source>
            <translation>U(0, 1)/√n</translation>
        </message>
        <message>
            <source>Xavier</source>
            <translation>Xavier</translation>
        </message>
        <message>
            <source>He</source>
            <translation>He</translation>
        </message>
        <message>
            <source>Zeros</source>
            <translation>Ceros</translation>
        </message>
        <message>
            <source>Given values</source>
            <translation>Valores dados</translation>
        </message>
        <message>
            <source>float32</source>
            <translation>float32</translation>
        </message>
        <message>
            <source>float64</source>
            <translation>float64</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>GPU</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>x₁²</source>
            <translation>x₁²</translation>
        </message>
        <message>
            <source>x₂²</source>
            <translation>x₂²</translation>
        </message>
        <message>
            <source>x₁x₂</source>
            <translation>x₁x₂</translation>
        </message>
        <message>
            <source>sin x₁</source>
            <translation>sen x₁</translation>
        </message>
        <message>
            <source>sin x₂</source>
            <translation>sen x₂</translation>
        </message>
        <message>
            <source>Classification</source>
            <translation>Clasificación</translation>
        </message>
        <message>
            <source>Regression</source>
            <translation>Regresión</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Preguntar</translation>
        </message>
        <message>
            <source>Leave the rows out</source>
            <translation>Descartar las filas</translation>
        </message>
        <message>
            <source>Put in the column's mean</source>
            <translation>Poner la media de la columna</translation>
        </message>
        <message>
            <source>Zero</source>
            <translation>Cero</translation>
        </message>
        <message>
            <source>Mean output</source>
            <translation>Salida media</translation>
        </message>
        <message>
            <source>Compiling…</source>
            <translation>Compilando…</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>En pausa</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Entrenando</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Detenido</translation>
        </message>
        <message>
            <source>Diverged</source>
            <translation>Divergió</translation>
        </message>
    </context>
    <context>
        <name>ContributionPanel</name>
        <message>
            <source>Contribution</source>
            <translation>Contribución</translation>
        </message>
        <message>
            <source>Contribution of each neuron</source>
            <translation>Contribución de cada neurona</translation>
        </message>
        <message>
            <source>Rank by</source>
            <translation>Ordenar por</translation>
        </message>
        <message>
            <source>All on</source>
            <translation>Todas encendidas</translation>
        </message>
        <message>
            <source>What switched-off neurons put out</source>
            <translation>Salida de las neuronas apagadas</translation>
        </message>
        <message>
            <source>0, as if it were not there</source>
            <translation>0, como si no estuviera</translation>
        </message>
        <message>
            <source>its mean over the training set</source>
            <translation>su media en los datos de entrenamiento</translation>
        </message>
        <message>
            <source>off: 0</source>
            <translation>apagada: 0</translation>
        </message>
        <message>
            <source>off: mean</source>
            <translation>apagada: media</translation>
        </message>
        <message>
            <source>What each hidden neuron contributes is shown here once the run has started.</source>
            <translation>Aquí se muestra lo que aporta cada neurona oculta en cuanto empieza el entrenamiento.</translation>
        </message>
    </context>
    <context>
        <name>ContributionTable</name>
        <message>
            <source>{row}, switched off</source>
            <translation>{row}, apagada</translation>
        </message>
        <message>
            <source>off</source>
            <translation>apagada</translation>
        </message>
        <message>
            <source>back on</source>
            <translation>encender</translation>
        </message>
        <message>
            <source>Switch {neuron} back on</source>
            <translation>Encender {neuron}</translation>
        </message>
        <message>
            <source>Switch {neuron} off</source>
            <translation>Apagar {neuron}</translation>
        </message>
        <message>
            <source>Show {neuron} alone in its layer</source>
            <translation>Mostrar {neuron} sola en su capa</translation>
        </message>
        <message>
            <source>All on</source>
            <translation>Todas encendidas</translation>
        </message>
        <message>
            <source>Click: select · D or double click: off and on · A: alone in its layer</source>
            <translation>Clic: seleccionar · D o doble clic: apagar y encender · A: sola en su capa</translation>
        </message>
    </context>
    <context>
        <name>CsvDialog</name>
        <message>
            <source>{column}: {examples} (missing: {count})</source>
            <translation>{column}: {examples} (faltan: {count})</translation>
        </message>
        <message>
            <source>tab</source>
            <translation>tabulador</translation>
        </message>
        <message>
            <source>comma</source>
            <translation>coma</translation>
        </message>
        <message>
            <source>semicolon</source>
            <translation>punto y coma</translation>
        </message>
        <message>
            <source>bar</source>
            <translation>barra</translation>
        </message>
        <message>
            <source>about {rows}</source>
            <translation>unas {rows}</translation>
        </message>
        <message>
            <source>{rows} rows, {columns} columns</source>
            <translation>{rows} filas, {columns} columnas</translation>
        </message>
        <message>
            <source>separated by {separator}</source>
            <translation>separador: {separator}</translation>
        </message>
        <message>
            <source>encoding {encoding}</source>
            <translation>codificación {encoding}</translation>
        </message>
        <message>
            <source>decimal comma</source>
            <translation>coma decimal</translation>
        </message>
        <message>
            <source>decimal point</source>
            <translation>punto decimal</translation>
        </message>
        <message>
            <source>names in the first line</source>
            <translation>nombres en la primera línea</translation>
        </message>
        <message>
            <source>no names in the first line</source>
            <translation>sin nombres en la primera línea</translation>
        </message>
        <message>
            <source>Open {file}</source>
            <translation>Abrir {file}</translation>
        </message>
        <message>
            <source>… and {count} more</source>
            <translation>… y {count} más</translation>
        </message>
        <message>
            <source>Missing values: {count}</source>
            <translation>Valores que faltan: {count}</translation>
        </message>
    </context>
    <context>
        <name>DataPanel</name>
        <message>
            <source>Open CSV file</source>
            <translation>Abrir un archivo CSV</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
            <translation>Tablas (*.csv *.tsv *.txt);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>last column</source>
            <translation>última columna</translation>
        </message>
        <message>
            <source>{file}, learning {target}</source>
            <translation>{file}, aprende {target}</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Datos</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Ejemplo</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Elegir…</translation>
        </message>
        <message>
            <source>Extra input {name}</source>
            <translation>Entrada adicional {name}</translation>
        </message>
        <message>
            <source>Open CSV…</source>
            <translation>Abrir CSV…</translation>
        </message>
        <message>
            <source>Columns and missing values…</source>
            <translation>Columnas y valores que faltan…</translation>
        </message>
        <message>
            <source>Another seed</source>
            <translation>Otra semilla</translation>
        </message>
    </context>
    <context>
        <name>DecisionMap</name>
        <message>
            <source>{neurons} off</source>
            <translation>{neurons} apagadas</translation>
        </message>
        <message>
            <source>Click a sample to follow it</source>
            <translation>Haz clic en una muestra para seguirla</translation>
        </message>
        <message>
            <source>Test sample {number}</source>
            <translation>Muestra de prueba {number}</translation>
        </message>
        <message>
            <source>Train sample {number}</source>
            <translation>Muestra de entrenamiento {number}</translation>
        </message>
        <message>
            <source>hollow = test</source>
            <translation>hueco = prueba</translation>
        </message>
        <message>
            <source>All other features at their mean.</source>
            <translation>Las demás características, en su media.</translation>
        </message>
        <message>
            <source>{shown} of {total} samples shown.</source>
            <translation>Se muestran {shown} de {total} muestras.</translation>
        </message>
        <message>
            <source>Sample and answer</source>
            <translation>Muestra y respuesta</translation>
        </message>
        <message>
            <source>Decision map</source>
            <translation>Mapa de decisión</translation>
        </message>
        <message>
            <source>Fitted curve</source>
            <translation>Curva ajustada</translation>
        </message>
        <message>
            <source>Value map</source>
            <translation>Mapa de valores</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Show the chosen sample's picture instead of the map</source>
            <translation>Mostrar la imagen de la muestra elegida en lugar del mapa</translation>
        </message>
        <message>
            <source>Feature on the horizontal axis</source>
            <translation>Característica del eje horizontal</translation>
        </message>
        <message>
            <source>Feature on the vertical axis</source>
            <translation>Característica del eje vertical</translation>
        </message>
        <message>
            <source>Decision map: arrow keys go from sample to sample</source>
            <translation>Mapa de decisión: las flechas van de muestra en muestra</translation>
        </message>
        <message>
            <source>Choose data to see the map</source>
            <translation>Elige datos para ver el mapa</translation>
        </message>
    </context>
    <context>
        <name>DevicePanel</name>
        <message>
            <source>{rate} samples/s</source>
            <translation>{rate} muestras/s</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
    </context>
    <context>
        <name>DiagramMenu</name>
        <message>
            <source>All on</source>
            <translation>Todas encendidas</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Ajustar</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>Encender</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>Apagar</translation>
        </message>
        <message>
            <source>Alone in its layer</source>
            <translation>Sola en su capa</translation>
        </message>
        <message>
            <source>Edit weight…</source>
            <translation>Editar el peso…</translation>
        </message>
        <message>
            <source>Edit bias…</source>
            <translation>Editar el sesgo…</translation>
        </message>
    </context>
    <context>
        <name>DifferenceMap</name>
        <message>
            <source>Difference map {neurons}</source>
            <translation>Mapa de diferencias {neurons}</translation>
        </message>
        <message>
            <source>Difference map</source>
            <translation>Mapa de diferencias</translation>
        </message>
        <message>
            <source>Switch a neuron off to see where the answer changes</source>
            <translation>Apaga una neurona para ver dónde cambia la respuesta</translation>
        </message>
        <message>
            <source>no change</source>
            <translation>sin cambios</translation>
        </message>
        <message>
            <source>The answer with every neuron on, less the answer as it is: blue where it was lowered, orange where it was raised.</source>
            <translation>La respuesta con todas las neuronas encendidas menos la respuesta actual: azul donde bajó, naranja donde subió.</translation>
        </message>
    </context>
    <context>
        <name>DrawTools</name>
        <message>
            <source>Draw points of class {number}</source>
            <translation>Dibujar puntos de la clase {number}</translation>
        </message>
        <message>
            <source>Eraser</source>
            <translation>Goma</translation>
        </message>
        <message>
            <source>One more class</source>
            <translation>Una clase más</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Borrar todo</translation>
        </message>
        <message>
            <source>Click or drag in the decision map to draw.</source>
            <translation>Haz clic o arrastra en el mapa de decisión para dibujar.</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>The memory is used up; close other programs, or make the network or the data smaller.</source>
            <translation>Se ha agotado la memoria; cierra otros programas o reduce la red o los datos.</translation>
        </message>
        <message>
            <source>Something unforeseen went wrong ({kind}: {what}). The network is kept; save it and start again.</source>
            <translation>Ha fallado algo imprevisto ({kind}: {what}). La red se conserva; guárdala y vuelve a empezar.</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>Dataset</source>
            <translation>Conjunto</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>Muestras</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>Ruido</translation>
        </message>
        <message>
            <source>Factor</source>
            <translation>Factor</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Clases</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Prueba</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Semilla</translation>
        </message>
        <message>
            <source>Standardize inputs</source>
            <translation>Estandarizar las entradas</translation>
        </message>
        <message>
            <source>Extra inputs</source>
            <translation>Entradas adicionales</translation>
        </message>
        <message>
            <source>Target column</source>
            <translation>Columna objetivo</translation>
        </message>
        <message>
            <source>Missing values</source>
            <translation>Valores que faltan</translation>
        </message>
        <message>
            <source>Init</source>
            <translation>Pesos iniciales</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Salida</translation>
        </message>
        <message>
            <source>Weight seed</source>
            <translation>Semilla</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Pérdida</translation>
        </message>
        <message>
            <source>Gradient</source>
            <translation>Gradiente</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Tasa de aprendizaje</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Lote</translation>
        </message>
        <message>
            <source>Regularization</source>
            <translation>Regularización</translation>
        </message>
        <message>
            <source>L1 rate</source>
            <translation>Tasa L1</translation>
        </message>
        <message>
            <source>L2 rate</source>
            <translation>Tasa L2</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>Optimizador</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>Momento</translation>
        </message>
        <message>
            <source>Decay ρ</source>
            <translation>Decaimiento ρ</translation>
        </message>
        <message>
            <source>β₁</source>
            <translation>β₁</translation>
        </message>
        <message>
            <source>β₂</source>
            <translation>β₂</translation>
        </message>
        <message>
            <source>ε</source>
            <translation>ε</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Programa</translation>
        </message>
        <message>
            <source>Gamma</source>
            <translation>Gamma</translation>
        </message>
        <message>
            <source>Epochs each</source>
            <translation>Épocas</translation>
        </message>
        <message>
            <source>Stop at epoch</source>
            <translation>Parar en época</translation>
        </message>
        <message>
            <source>Stop at step</source>
            <translation>Parar en paso</translation>
        </message>
        <message>
            <source>Stop at loss</source>
            <translation>Parar en pérdida</translation>
        </message>
        <message>
            <source>Patience</source>
            <translation>Paciencia</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>Segundos</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Precisión</translation>
        </message>
        <message>
            <source>Standard deviation of the noise, in the data's own units</source>
            <translation>Desviación típica del ruido, en las unidades de los datos</translation>
        </message>
        <message>
            <source>Inner radius divided by the outer radius</source>
            <translation>Radio interior dividido entre el exterior</translation>
        </message>
        <message>
            <source>Share of the samples kept for testing</source>
            <translation>Parte de las muestras que se reserva para la prueba</translation>
        </message>
        <message>
            <source>The same seed draws the same data</source>
            <translation>La misma semilla genera los mismos datos</translation>
        </message>
        <message>
            <source>Each input less its mean, divided by its standard deviation</source>
            <translation>Cada entrada menos su media, dividida entre su desviación típica</translation>
        </message>
        <message>
            <source>Draws the starting weights, the shuffles and dropout</source>
            <translation>Genera los pesos iniciales, las barajadas y el dropout</translation>
        </message>
        <message>
            <source>How the gradients of a batch's samples are put together</source>
            <translation>Cómo se combinan los gradientes de las muestras de un lote</translation>
        </message>
        <message>
            <source>Samples per update; empty is the full batch</source>
            <translation>Muestras por actualización; vacío es el lote completo</translation>
        </message>
        <message>
            <source>Share of hidden outputs set to 0 at each update</source>
            <translation>Parte de las salidas ocultas que se anula en cada actualización</translation>
        </message>
        <message>
            <source>Epochs between two drops; for cosine, until the rate is 0</source>
            <translation>Épocas entre dos bajadas; con coseno, hasta que la tasa es 0</translation>
        </message>
        <message>
            <source>Stop when the training loss is at most this; empty is off</source>
            <translation>Parar cuando la pérdida de entrenamiento no pase de este valor; vacío es no parar</translation>
        </message>
        <message>
            <source>Stop after this many epochs; empty is off</source>
            <translation>Parar tras tantas épocas; vacío es no parar</translation>
        </message>
        <message>
            <source>Stop after so many epochs without a new lowest training loss; empty is off</source>
            <translation>Parar tras tantas épocas sin una nueva pérdida mínima de entrenamiento; vacío es no parar</translation>
        </message>
        <message>
            <source>Stop after so many seconds of training; empty is off</source>
            <translation>Parar tras tantos segundos de entrenamiento; vacío es no parar</translation>
        </message>
    </context>
    <context>
        <name>LayerList</name>
        <message>
            <source>Automatic</source>
            <translation>Automática</translation>
        </message>
        <message>
            <source>Automatic: {name}</source>
            <translation>Automática: {name}</translation>
        </message>
        <message>
            <source>Automatic: what fits the loss</source>
            <translation>Automática: la que conviene a la pérdida</translation>
        </message>
        <message>
            <source>Hidden {number}</source>
            <translation>Oculta {number}</translation>
        </message>
        <message>
            <source>H{number}</source>
            <translation>O{number}</translation>
        </message>
        <message>
            <source>Neurons of hidden layer {number}</source>
            <translation>Neuronas de la capa oculta {number}</translation>
        </message>
        <message>
            <source>Activation of hidden layer {number}</source>
            <translation>Función de activación de la capa oculta {number}</translation>
        </message>
        <message>
            <source>Move hidden layer {number}: drag, or Alt+↑ and Alt+↓</source>
            <translation>Mover la capa oculta {number}: arrastrar, o Alt+↑ y Alt+↓</translation>
        </message>
        <message>
            <source>Remove hidden layer {number}</source>
            <translation>Quitar la capa oculta {number}</translation>
        </message>
        <message>
            <source>Neurons of the output layer</source>
            <translation>Neuronas de la capa de salida</translation>
        </message>
        <message>
            <source>Activation of the output layer</source>
            <translation>Función de activación de la capa de salida</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Salida</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>Sal.</translation>
        </message>
    </context>
    <context>
        <name>LossHeader</name>
        <message>
            <source>Switch between a logarithmic and a linear axis</source>
            <translation>Cambiar entre eje logarítmico y lineal</translation>
        </message>
        <message>
            <source>Axis of the loss: {caption}</source>
            <translation>Eje de la pérdida: {caption}</translation>
        </message>
    </context>
    <context>
        <name>LossPlot</name>
        <message>
            <source>epoch</source>
            <translation>época</translation>
        </message>
        <message>
            <source>stop here</source>
            <translation>parar aquí</translation>
        </message>
        <message>
            <source>{neurons} off</source>
            <translation>{neurons} apagadas</translation>
        </message>
        <message>
            <source>{neurons} on</source>
            <translation>{neurons} encendidas</translation>
        </message>
        <message>
            <source>all on</source>
            <translation>todas encendidas</translation>
        </message>
        <message>
            <source>settings</source>
            <translation>ajustes</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>editado</translation>
        </message>
        <message>
            <source>went back</source>
            <translation>vuelta atrás</translation>
        </message>
        <message>
            <source>epoch {epoch} · train {train}</source>
            <translation>época {epoch} · entrenamiento {train}</translation>
        </message>
        <message>
            <source> · test {test}</source>
            <translation> · prueba {test}</translation>
        </message>
        <message>
            <source>Logarithmic axis</source>
            <translation>Eje logarítmico</translation>
        </message>
        <message>
            <source>Show all epochs</source>
            <translation>Mostrar todas las épocas</translation>
        </message>
        <message>
            <source>Clear earlier runs</source>
            <translation>Borrar los entrenamientos anteriores</translation>
        </message>
        <message>
            <source>{loss}, log; band = min–max</source>
            <translation>{loss}, log; banda = mín–máx</translation>
        </message>
        <message>
            <source>{loss}, linear; band = min–max</source>
            <translation>{loss}, lineal; banda = mín–máx</translation>
        </message>
        <message>
            <source>mean per sample</source>
            <translation>media por muestra</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Pérdida</translation>
        </message>
        <message>
            <source>train</source>
            <translation>entren.</translation>
        </message>
        <message>
            <source>test</source>
            <translation>prueba</translation>
        </message>
        <message>
            <source>Loss plot</source>
            <translation>Gráfica de la pérdida</translation>
        </message>
        <message>
            <source>Loss over the epochs</source>
            <translation>Pérdida a lo largo de las épocas</translation>
        </message>
        <message>
            <source>Drag to go to a moment. Wheel: zoom. Drag the epoch axis: move. Double click: show all. L: log or linear.</source>
            <translation>Arrastra para ir a un momento. Rueda: ampliar. Arrastra el eje de épocas: mover. Doble clic: mostrar todo. L: log o lineal.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Closing as soon as the work under way has ended.</source>
            <translation>Se cerrará en cuanto termine el trabajo en curso.</translation>
        </message>
    </context>
    <context>
        <name>MapCanvas</name>
        <message>
            <source>Test sample {number}</source>
            <translation>Muestra de prueba {number}</translation>
        </message>
        <message>
            <source>Train sample {number}</source>
            <translation>Muestra de entrenamiento {number}</translation>
        </message>
    </context>
    <context>
        <name>NetworkDiagram</name>
        <message>
            <source>low</source>
            <translation>bajo</translation>
        </message>
        <message>
            <source>high</source>
            <translation>alto</translation>
        </message>
        <message>
            <source>positive</source>
            <translation>positivo</translation>
        </message>
        <message>
            <source>negative</source>
            <translation>negativo</translation>
        </message>
        <message>
            <source>width = |w|</source>
            <translation>grosor = |w|</translation>
        </message>
        <message>
            <source>bias +</source>
            <translation>sesgo +</translation>
        </message>
        <message>
            <source>bias −</source>
            <translation>sesgo −</translation>
        </message>
        <message>
            <source>output, weight</source>
            <translation>salida, peso</translation>
        </message>
        <message>
            <source>output</source>
            <translation>salida</translation>
        </message>
        <message>
            <source>off</source>
            <translation>apagada</translation>
        </message>
        <message>
            <source>bias of {name}</source>
            <translation>sesgo de {name}</translation>
        </message>
        <message>
            <source>own units</source>
            <translation>unidades propias</translation>
        </message>
        <message>
            <source>Network diagram</source>
            <translation>Diagrama de la red</translation>
        </message>
        <message>
            <source>Pause the training to change a value.</source>
            <translation>Pausa el entrenamiento para cambiar un valor.</translation>
        </message>
        <message>
            <source>New value of {name}</source>
            <translation>Nuevo valor de {name}</translation>
        </message>
        <message>
            <source>step</source>
            <translation>escalón</translation>
        </message>
        <message>
            <source>linear</source>
            <translation>lineal</translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation>sigmoide</translation>
        </message>
        <message>
            <source>tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>leaky ReLU</source>
            <translation>leaky ReLU</translation>
        </message>
        <message>
            <source>softplus</source>
            <translation>softplus</translation>
        </message>
        <message>
            <source>softmax</source>
            <translation>softmax</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Salida</translation>
        </message>
        <message>
            <source>Hidden {number}</source>
            <translation>Oculta {number}</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>Entrada</translation>
        </message>
        <message numerus="yes">
            <source>%n value(s)</source>
            <translation>
                <numerusform>%n valor</numerusform>
                <numerusform>%n valores</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… %n more</source>
            <translation>
                <numerusform>… %n más</numerusform>
                <numerusform>… %n más</numerusform>
            </translation>
        </message>
        <message>
            <source>show fewer</source>
            <translation>mostrar menos</translation>
        </message>
        <message>
            <source>class {number}</source>
            <translation>clase {number}</translation>
        </message>
        <message>
            <source>target {value}</source>
            <translation>objetivo {value}</translation>
        </message>
        <message>
            <source>No neuron selected. Arrow keys select one.</source>
            <translation>Ninguna neurona seleccionada. Las flechas seleccionan una.</translation>
        </message>
        <message>
            <source>Neuron {name} selected, switched off.</source>
            <translation>Neurona {name} seleccionada, apagada.</translation>
        </message>
        <message>
            <source>Neuron {name} selected.</source>
            <translation>Neurona {name} seleccionada.</translation>
        </message>
        <message>
            <source>Neuron {name} selected, output {value}.</source>
            <translation>Neurona {name} seleccionada, salida {value}.</translation>
        </message>
    </context>
    <context>
        <name>NetworkPanel</name>
        <message>
            <source>{count} parameters</source>
            <translation>{count} parámetros</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Red</translation>
        </message>
        <message>
            <source>Add layer</source>
            <translation>Añadir capa</translation>
        </message>
        <message>
            <source>Other starting weights</source>
            <translation>Otros pesos iniciales</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close (Esc)</source>
            <translation>Cerrar (Esc)</translation>
        </message>
    </context>
    <context>
        <name>NumberField</name>
        <message>
            <source>{name} must be a whole number, such as 12; “{text}” can't be read.</source>
            <translation>{name}: tiene que ser un número entero, como 12; no se entiende «{text}».</translation>
        </message>
        <message>
            <source>{name} must be a number, such as 0.5; “{text}” can't be read.</source>
            <translation>{name}: tiene que ser un número, como 0,5; no se entiende «{text}».</translation>
        </message>
    </context>
    <context>
        <name>PictureView</name>
        <message>
            <source>Sample as a picture</source>
            <translation>La muestra como imagen</translation>
        </message>
        <message>
            <source>Previous sample</source>
            <translation>Muestra anterior</translation>
        </message>
        <message>
            <source>Next sample</source>
            <translation>Muestra siguiente</translation>
        </message>
        <message>
            <source>The network's answer for every class</source>
            <translation>Respuesta de la red para cada clase</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} de {count}</translation>
        </message>
    </context>
    <context>
        <name>Placeholder</name>
        <message>
            <source>Backpropagation, one number at a time</source>
            <translation>Retropropagación, número a número</translation>
        </message>
        <message>
            <source>Every step of the chain rule for one sample, on your own network. Each factor with its formula, its numbers and where they come from.</source>
            <translation>Cada paso de la regla de la cadena para una muestra, en tu propia red. Cada factor con su fórmula, sus números y de dónde vienen.</translation>
        </message>
        <message>
            <source>Already there: in Train, point at a connection to read its weight and its gradient.</source>
            <translation>Ya disponible: en Entrenar, señala una conexión para leer su peso y su gradiente.</translation>
        </message>
        <message>
            <source>Computation graphs</source>
            <translation>Grafos de cálculo</translation>
        </message>
        <message>
            <source>An expression becomes a graph: values run forward through it, derivatives backward. Fill in the boxes yourself; every answer gets a verdict.</source>
            <translation>Una expresión se convierte en un grafo: los valores lo recorren hacia delante y las derivadas hacia atrás. Rellena las casillas; cada respuesta recibe su veredicto.</translation>
        </message>
        <message>
            <source>Already there: in Train, the diagram shows what every neuron puts out for the sample you choose.</source>
            <translation>Ya disponible: en Entrenar, el diagrama muestra la salida de cada neurona para la muestra que elijas.</translation>
        </message>
        <message>
            <source>The loss as a landscape</source>
            <translation>La pérdida como paisaje</translation>
        </message>
        <message>
            <source>The loss over two directions in the space of weights, drawn as hills and valleys. SGD, momentum, RMSProp and Adam go down it side by side.</source>
            <translation>La pérdida en dos direcciones del espacio de pesos, dibujada como montes y valles. SGD, momento, RMSProp y Adam descienden uno junto a otro.</translation>
        </message>
        <message>
            <source>Already there: in Train, change the optimizer while the network learns and follow the loss.</source>
            <translation>Ya disponible: en Entrenar, cambia el optimizador mientras la red aprende y sigue la pérdida.</translation>
        </message>
        <message>
            <source>What the network has learnt</source>
            <translation>Lo que la red ha aprendido</translation>
        </message>
        <message>
            <source>Pictures of the weights, the samples that excite a neuron most, dead neurons and the classes that are confused. A look at each layer from within.</source>
            <translation>Imágenes de los pesos, las muestras que más excitan a una neurona, las neuronas muertas y las clases que se confunden. Una mirada a cada capa por dentro.</translation>
        </message>
        <message>
            <source>Already there: in Train, select a neuron and press D to see what the network loses without it.</source>
            <translation>Ya disponible: en Entrenar, selecciona una neurona y pulsa D para ver qué pierde la red sin ella.</translation>
        </message>
        <message>
            <source>Lessons</source>
            <translation>Lecciones</translation>
        </message>
        <message>
            <source>Short guided lessons in this very window, from a single neuron to a network that reads digits. With questions, and an answer to each.</source>
            <translation>Lecciones breves y guiadas en esta misma ventana, desde una sola neurona hasta una red que lee dígitos. Con preguntas, y una respuesta a cada una.</translation>
        </message>
        <message>
            <source>Already there: in Train, start with a preset of the Data panel; F1 shows all keys.</source>
            <translation>Ya disponible: en Entrenar, empieza con un ejemplo del panel Datos; F1 muestra todas las teclas.</translation>
        </message>
        <message>
            <source>Comes with a later version</source>
            <translation>Llegará en una versión posterior</translation>
        </message>
        <message>
            <source>Go to Train</source>
            <translation>Ir a Entrenar</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>About Neurolupa</source>
            <translation>Acerca de Neurolupa</translation>
        </message>
        <message>
            <source>Neurolupa {version}</source>
            <translation>Neurolupa {version}</translation>
        </message>
        <message>
            <source>A neural network under a magnifying glass: watch it learn, take it apart, follow every number.</source>
            <translation>Una red neuronal bajo la lupa: mírala aprender, desmóntala, sigue cada número.</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Workspaces</source>
            <translation>Espacios de trabajo</translation>
        </message>
    </context>
    <context>
        <name>Ranking</name>
        <message>
            <source>Train loss</source>
            <translation>Pérdida entren.</translation>
        </message>
        <message>
            <source>Test loss</source>
            <translation>Pérdida prueba</translation>
        </message>
        <message>
            <source>Train accuracy</source>
            <translation>Exactitud entren.</translation>
        </message>
        <message>
            <source>Test accuracy</source>
            <translation>Exactitud prueba</translation>
        </message>
        <message>
            <source>Alone: train loss</source>
            <translation>Sola: pérdida entren.</translation>
        </message>
        <message>
            <source>Alone: test loss</source>
            <translation>Sola: pérdida prueba</translation>
        </message>
        <message>
            <source>Alone: train accuracy</source>
            <translation>Sola: exactitud entren.</translation>
        </message>
        <message>
            <source>Alone: test accuracy</source>
            <translation>Sola: exactitud prueba</translation>
        </message>
        <message>
            <source>change of train loss when the neuron is switched off</source>
            <translation>cambio de la pérdida de entrenamiento al apagar la neurona</translation>
        </message>
        <message>
            <source>change of test loss when the neuron is switched off</source>
            <translation>cambio de la pérdida de prueba al apagar la neurona</translation>
        </message>
        <message>
            <source>change of train accuracy when the neuron is switched off</source>
            <translation>cambio de la exactitud de entrenamiento al apagar la neurona</translation>
        </message>
        <message>
            <source>change of test accuracy when the neuron is switched off</source>
            <translation>cambio de la exactitud de prueba al apagar la neurona</translation>
        </message>
        <message>
            <source>train loss with the neuron alone in its layer</source>
            <translation>pérdida de entrenamiento con la neurona sola en su capa</translation>
        </message>
        <message>
            <source>test loss with the neuron alone in its layer</source>
            <translation>pérdida de prueba con la neurona sola en su capa</translation>
        </message>
        <message>
            <source>train accuracy with the neuron alone in its layer</source>
            <translation>exactitud de entrenamiento con la neurona sola en su capa</translation>
        </message>
        <message>
            <source>test accuracy with the neuron alone in its layer</source>
            <translation>exactitud de prueba con la neurona sola en su capa</translation>
        </message>
    </context>
    <context>
        <name>ReadOuts</name>
        <message>
            <source>{rate} samples/s</source>
            <translation>{rate} muestras/s</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>Época</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Paso</translation>
        </message>
        <message>
            <source>Train loss</source>
            <translation>Pérdida entren.</translation>
        </message>
        <message>
            <source>Test loss</source>
            <translation>Pérdida prueba</translation>
        </message>
        <message>
            <source>Train accuracy</source>
            <translation>Exactitud entren.</translation>
        </message>
        <message>
            <source>Test accuracy</source>
            <translation>Exactitud prueba</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Velocidad</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
    </context>
    <context>
        <name>RunStatus</name>
        <message>
            <source>Diverged at step {step}</source>
            <translation>Divergió en el paso {step}</translation>
        </message>
        <message>
            <source>{state} · {percent} % of the way to the stop</source>
            <translation>{state} · {percent} % del camino hasta parar</translation>
        </message>
        <message>
            <source>Stopped: loss ≤ {value}</source>
            <translation>Detenido: pérdida ≤ {value}</translation>
        </message>
        <message>
            <source>Stopped: epoch {value} reached</source>
            <translation>Detenido: época {value} alcanzada</translation>
        </message>
        <message>
            <source>Stopped: step {value} reached</source>
            <translation>Detenido: paso {value} alcanzado</translation>
        </message>
        <message>
            <source>Stopped: no lower loss for {value} epochs</source>
            <translation>Detenido: {value} épocas sin bajar la pérdida</translation>
        </message>
        <message>
            <source>Stopped: {value} s are over</source>
            <translation>Detenido: han pasado {value} s</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>{neurons} off</source>
            <translation>{neurons} apagadas</translation>
        </message>
        <message>
            <source>{neurons} on</source>
            <translation>{neurons} encendidas</translation>
        </message>
        <message>
            <source>settings</source>
            <translation>ajustes</translation>
        </message>
        <message>
            <source>edit</source>
            <translation>edición</translation>
        </message>
        <message>
            <source>back</source>
            <translation>atrás</translation>
        </message>
        <message>
            <source>Epoch {epoch}, step {step}</source>
            <translation>Época {epoch}, paso {step}</translation>
        </message>
        <message>
            <source>Timeline of the run</source>
            <translation>Línea de tiempo del entrenamiento</translation>
        </message>
    </context>
    <context>
        <name>TitleBar</name>
        <message>
            <source>Menus</source>
            <translation>Menús</translation>
        </message>
    </context>
    <context>
        <name>TrainWorkspace</name>
        <message>
            <source>{widths}, seed {seed}</source>
            <translation>{widths}, semilla {seed}</translation>
        </message>
        <message>
            <source>Last good weights, half the rate</source>
            <translation>Últimos pesos buenos, mitad de tasa</translation>
        </message>
        <message>
            <source>Reading the data: {percent} %</source>
            <translation>Leyendo los datos: {percent} %</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>TrainingPanel</name>
        <message>
            <source>Full</source>
            <translation>Completo</translation>
        </message>
        <message>
            <source>Full ({count})</source>
            <translation>Completo ({count})</translation>
        </message>
        <message>
            <source>A batch of {asked} is larger than the training part; all {count} samples are used.</source>
            <translation>Un lote de {asked} supera la parte de entrenamiento; se usan las {count} muestras.</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Entrenamiento</translation>
        </message>
        <message>
            <source>More options</source>
            <translation>Más opciones</translation>
        </message>
        <message>
            <source>off</source>
            <translation>no</translation>
        </message>
        <message>
            <source>L1 and L2</source>
            <translation>L1 y L2</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguna</translation>
        </message>
    </context>
    <context>
        <name>TransportPanel</name>
        <message>
            <source>Pause (Space)</source>
            <translation>Pausar (espacio)</translation>
        </message>
        <message>
            <source>Play (Space)</source>
            <translation>Reproducir (espacio)</translation>
        </message>
        <message>
            <source>{count}/s</source>
            <translation>{count}/s</translation>
        </message>
        <message>
            <source>{count} steps a second</source>
            <translation>{count} pasos por segundo</translation>
        </message>
        <message>
            <source>Flat out</source>
            <translation>A tope</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Velocidad</translation>
        </message>
        <message>
            <source>Reset to the same weights (R)</source>
            <translation>Volver a los mismos pesos (R)</translation>
        </message>
        <message>
            <source>Ways to reset</source>
            <translation>Formas de reiniciar</translation>
        </message>
        <message>
            <source>Back to the moment before (←)</source>
            <translation>Volver al momento anterior (←)</translation>
        </message>
        <message>
            <source>One update (→)</source>
            <translation>Una actualización (→)</translation>
        </message>
        <message>
            <source>Longer steps</source>
            <translation>Pasos más largos</translation>
        </message>
        <message>
            <source>Same weights again</source>
            <translation>Los mismos pesos otra vez</translation>
        </message>
        <message>
            <source>New weights</source>
            <translation>Pesos nuevos</translation>
        </message>
        <message>
            <source>One update</source>
            <translation>Una actualización</translation>
        </message>
        <message>
            <source>Ten updates</source>
            <translation>Diez actualizaciones</translation>
        </message>
        <message>
            <source>One epoch</source>
            <translation>Una época</translation>
        </message>
        <message>
            <source>Ten epochs</source>
            <translation>Diez épocas</translation>
        </message>
    </context>
    <context>
        <name>Undo</name>
        <message>
            <source>Edit a weight</source>
            <translation>Editar un peso</translation>
        </message>
        <message>
            <source>Switch neurons</source>
            <translation>Apagar o encender neuronas</translation>
        </message>
    </context>
    <context>
        <name>ValueEditor</name>
        <message>
            <source>Type a number such as 0.5, −2 or 1e-3.</source>
            <translation>Escribe un número como 0,5, −2 o 1e-3.</translation>
        </message>
        <message>
            <source>That number is too large for the network's precision; type a smaller one.</source>
            <translation>Ese número es demasiado grande para la precisión de la red; escribe uno menor.</translation>
        </message>
    </context>
    <context>
        <name>datasets</name>
        <message>
            <source>Circles</source>
            <translation>Círculos</translation>
        </message>
        <message>
            <source>Moons</source>
            <translation>Lunas</translation>
        </message>
        <message>
            <source>Blobs</source>
            <translation>Nubes</translation>
        </message>
        <message>
            <source>XOR</source>
            <translation>XOR</translation>
        </message>
        <message>
            <source>Spirals</source>
            <translation>Espirales</translation>
        </message>
        <message>
            <source>Two Gaussians</source>
            <translation>Dos gaussianas</translation>
        </message>
        <message>
            <source>Plane (regression)</source>
            <translation>Plano (regresión)</translation>
        </message>
        <message>
            <source>Hills (regression)</source>
            <translation>Colinas (regresión)</translation>
        </message>
        <message>
            <source>Curve (regression)</source>
            <translation>Curva (regresión)</translation>
        </message>
        <message>
            <source>Iris flowers</source>
            <translation>Flores de iris</translation>
        </message>
        <message>
            <source>Wine</source>
            <translation>Vino</translation>
        </message>
        <message>
            <source>Breast cancer</source>
            <translation>Cáncer de mama</translation>
        </message>
        <message>
            <source>Digits 8×8</source>
            <translation>Dígitos 8×8</translation>
        </message>
        <message>
            <source>Diabetes (regression)</source>
            <translation>Diabetes (regresión)</translation>
        </message>
        <message>
            <source>CSV file</source>
            <translation>Archivo CSV</translation>
        </message>
        <message>
            <source>Drawn points</source>
            <translation>Puntos dibujados</translation>
        </message>
    </context>
    <context>
        <name>nn</name>
        <message>
            <source>{name} has too little free memory for this network and its data; close other programs that use it, choose a smaller network, or train on the CPU.</source>
            <translation>{name} tiene poca memoria libre para esta red y sus datos; cierra otros programas que la usen, elige una red menor o entrena en la CPU.</translation>
        </message>
        <message>
            <source>{name} failed and can't go on ({cause}); train on the CPU, or start the program again to use the GPU once more.</source>
            <translation>{name} ha fallado y no puede seguir ({cause}); entrena en la CPU o reinicia el programa para volver a usar la GPU.</translation>
        </message>
        <message>
            <source>No NVIDIA driver was found. If this computer has an NVIDIA GPU, install its driver to use it.</source>
            <translation>No se ha encontrado un controlador de NVIDIA. Si este equipo tiene una GPU de NVIDIA, instala su controlador para usarla.</translation>
        </message>
        <message>
            <source>The NVIDIA driver {driver} doesn't start (CUDA error {code}); restart the computer or reinstall the driver.</source>
            <translation>El controlador de NVIDIA {driver} no arranca (error de CUDA {code}); reinicia el equipo o reinstala el controlador.</translation>
        </message>
        <message>
            <source>The NVIDIA driver {driver} finds no GPU that this program may use.</source>
            <translation>El controlador de NVIDIA {driver} no encuentra ninguna GPU que este programa pueda usar.</translation>
        </message>
        <message>
            <source>{name} has compute capability {has}, but training needs {needs} (Turing, 2018) or newer; use the CPU.</source>
            <translation>{name} tiene capacidad de cómputo {has}, pero para entrenar hace falta {needs} (Turing, 2018) o posterior; usa la CPU.</translation>
        </message>
        <message>
            <source>{name} is here, but the CUDA compiler ({missing}) isn't; install the package numba-cuda[cu{major}], which brings it.</source>
            <translation>{name} está, pero falta el compilador de CUDA ({missing}); instala el paquete numba-cuda[cu{major}], que lo trae.</translation>
        </message>
        <message>
            <source>The NVIDIA driver {driver} runs programs up to CUDA {driver_cuda}, but the CUDA toolkit in use is {toolkit}; update the driver.</source>
            <translation>El controlador de NVIDIA {driver} admite programas hasta CUDA {driver_cuda}, pero el kit de CUDA en uso es {toolkit}; actualiza el controlador.</translation>
        </message>
        <message>
            <source>{name} has no free memory; close other programs that use it, or train on the CPU.</source>
            <translation>{name} no tiene memoria libre; cierra otros programas que la usen o entrena en la CPU.</translation>
        </message>
        <message>
            <source>{name} failed a small trial ({cause}); update the NVIDIA driver, or train on the CPU.</source>
            <translation>{name} no ha superado una pequeña prueba ({cause}); actualiza el controlador de NVIDIA o entrena en la CPU.</translation>
        </message>
        <message>
            <source>A network of {widths} has {parameters} parameters and would take about {gigabytes:.3g} GB to train; make it smaller, to stay below {most:g} GB.</source>
            <translation>Una red de {widths} tiene {parameters} parámetros y necesitaría unos {gigabytes:.3g} GB para entrenarse; redúcela para no pasar de {most:g} GB.</translation>
        </message>
        <message>
            <source>A batch of {asked} is more than the {n} training samples; the full batch is used.</source>
            <translation>Un lote de {asked} supera las {n} muestras de entrenamiento; se usa el lote completo.</translation>
        </message>
        <message>
            <source>There is no hidden neuron {name}; h1.2 is the second one of the first hidden layer.</source>
            <translation>No hay ninguna neurona oculta {name}; h1.2 es la segunda de la primera capa oculta.</translation>
        </message>
        <message>
            <source>The file doesn't say what the network was trained on; name the data with --data.</source>
            <translation>El archivo no dice con qué se entrenó la red; indica los datos con --data.</translation>
        </message>
        <message>
            <source>The network has {needed} {what} and the data asks for {found}; choose the data it was trained on.</source>
            <translation>La red tiene {needed} ({what}) y los datos piden {found}; elige los datos con los que se entrenó.</translation>
        </message>
        <message>
            <source>Start from an experiment file or from a preset, not from both; leave one out.</source>
            <translation>Parte de un archivo de experimento o de un ejemplo, no de ambos; quita uno.</translation>
        </message>
        <message>
            <source>There are {layers} hidden layers but {count} activations; give one for all, or one for each.</source>
            <translation>Hay {layers} capas ocultas pero {count} funciones de activación; da una para todas o una para cada una.</translation>
        </message>
        <message>
            <source>{path} can't be written: its folder isn't there, or it is a folder itself; choose another place.</source>
            <translation>No se puede escribir {path}: no existe su carpeta, o es una carpeta; elige otro lugar.</translation>
        </message>
        <message>
            <source>{path}, line {line}: column {column} holds “{text}”, which isn't a finite number; correct it or take the column out.</source>
            <translation>{path}, línea {line}: la columna {column} contiene «{text}», que no es un número finito; corrígelo o quita la columna.</translation>
        </message>
        <message>
            <source>{path}: the target column {column} holds “{value}” in every row, so there is nothing to learn; choose another target.</source>
            <translation>{path}: la columna objetivo {column} contiene «{value}» en todas las filas, así que no hay nada que aprender; elige otro objetivo.</translation>
        </message>
        <message>
            <source>{path} holds bytes that are no text; save it as UTF-8 and open it again.</source>
            <translation>{path} contiene bytes que no son texto; guárdalo como UTF-8 y vuelve a abrirlo.</translation>
        </message>
        <message>
            <source>The file has no column {target}; did you mean {near}?</source>
            <translation>El archivo no tiene la columna {target}; ¿querías decir {near}?</translation>
        </message>
        <message>
            <source>The file has no column {target}; choose one of {columns}.</source>
            <translation>El archivo no tiene la columna {target}; elige una de {columns}.</translation>
        </message>
        <message>
            <source>{path} has a header but no rows below it; choose a file with data.</source>
            <translation>{path} tiene encabezado pero ninguna fila debajo; elige un archivo con datos.</translation>
        </message>
        <message>
            <source>{path} has more than {most} values, which would take over {gigabytes:g} GB; take out rows or columns.</source>
            <translation>{path} tiene más de {most} valores, que ocuparían más de {gigabytes:g} GB; quita filas o columnas.</translation>
        </message>
        <message>
            <source>{path} has fewer than 2 rows to learn from; choose a file with more.</source>
            <translation>{path} tiene menos de 2 filas de las que aprender; elige un archivo con más.</translation>
        </message>
        <message>
            <source>{path}, line {line}: the row has {found} values where the first one has {expected}; correct that line.</source>
            <translation>{path}, línea {line}: la fila tiene {found} valores y la primera tiene {expected}; corrige esa línea.</translation>
        </message>
        <message>
            <source>{path}, line {line}: a cell begins with a quote that is never closed; close it.</source>
            <translation>{path}, línea {line}: una celda empieza con unas comillas que no se cierran; ciérralas.</translation>
        </message>
        <message>
            <source>No CSV file was given; choose one.</source>
            <translation>No se ha indicado ningún archivo CSV; elige uno.</translation>
        </message>
        <message>
            <source>{path} is a folder; choose a CSV file in it.</source>
            <translation>{path} es una carpeta; elige un archivo CSV dentro de ella.</translation>
        </message>
        <message>
            <source>There is no file {path}; check its name and folder.</source>
            <translation>No existe el archivo {path}; comprueba su nombre y su carpeta.</translation>
        </message>
        <message>
            <source>{path} can't be read ({reason}); check the file and its permissions.</source>
            <translation>No se puede leer {path} ({reason}); comprueba el archivo y sus permisos.</translation>
        </message>
        <message>
            <source>{path} isn't a text file; export the table as CSV and open that file.</source>
            <translation>{path} no es un archivo de texto; exporta la tabla como CSV y abre ese archivo.</translation>
        </message>
        <message>
            <source>{path} is empty; choose a file with a table in it.</source>
            <translation>{path} está vacío; elige un archivo que contenga una tabla.</translation>
        </message>
        <message>
            <source>{path} has a single column; a table needs inputs and a target, separated by comma, semicolon, tab or |.</source>
            <translation>{path} tiene una sola columna; una tabla necesita entradas y un objetivo, separados por coma, punto y coma, tabulador o |.</translation>
        </message>
        <message>
            <source>A drawn point must have finite coordinates; remove the ones that don't.</source>
            <translation>Un punto dibujado tiene que tener coordenadas finitas; quita los que no las tengan.</translation>
        </message>
        <message>
            <source>Draw at least {fewest} points to train on; there are {count}.</source>
            <translation>Dibuja al menos {fewest} puntos para entrenar; hay {count}.</translation>
        </message>
        <message>
            <source>All drawn points have the same class; draw some of a second class.</source>
            <translation>Todos los puntos dibujados son de la misma clase; dibuja algunos de otra.</translation>
        </message>
        <message>
            <source>The class of a drawn point must be a number from 0 to {most}; change the others.</source>
            <translation>La clase de un punto dibujado tiene que ser un número de 0 a {most}; cambia las demás.</translation>
        </message>
        <message>
            <source>Missing values: {count}, in {rows} of {all} rows, in the columns {columns}; leave those rows out (drop) or fill in each column's mean (mean).</source>
            <translation>Faltan valores: {count}, en {rows} de {all} filas, en las columnas {columns}; descarta esas filas (drop) o pon la media de cada columna (mean).</translation>
        </message>
        <message>
            <source>Rows left out because of missing values: {count} of {all}, in the columns {columns}.</source>
            <translation>Filas descartadas por valores que faltan: {count} de {all}, en las columnas {columns}.</translation>
        </message>
        <message>
            <source>Missing values filled with the mean of their column's training part: {count}, in the columns {columns}.</source>
            <translation>Valores que faltaban, sustituidos por la media de entrenamiento de su columna: {count}, en las columnas {columns}.</translation>
        </message>
        <message>
            <source>{path}: column {column} has no values to take a mean of; take it out.</source>
            <translation>{path}: la columna {column} no tiene valores de los que sacar una media; quítala.</translation>
        </message>
        <message>
            <source>No samples are left to train on; make the test share smaller or take more samples.</source>
            <translation>No quedan muestras para entrenar; reduce la parte de prueba o toma más muestras.</translation>
        </message>
        <message>
            <source>Extra features are made from two inputs, and this data has {count}; take them away or choose other data.</source>
            <translation>Las entradas adicionales se forman con dos entradas y estos datos tienen {count}; quítalas o elige otros datos.</translation>
        </message>
        <message>
            <source>The loss {loss} is for classes, and this data has numbers to predict; choose mse or half-squared.</source>
            <translation>La pérdida {loss} es para clases y estos datos tienen números que predecir; elige mse o half-squared.</translation>
        </message>
        <message>
            <source>A softmax output is for classes, and this data has numbers to predict; choose linear or another one.</source>
            <translation>Una salida softmax es para clases y estos datos tienen números que predecir; elige lineal u otra.</translation>
        </message>
        <message>
            <source>Loading the data was cancelled.</source>
            <translation>Se ha cancelado la carga de los datos.</translation>
        </message>
        <message>
            <source>This network has {needed} weights and biases, but {count} starting values were given. Give {needed}.</source>
            <translation>Esta red tiene {needed} pesos y sesgos, pero se han dado {count} valores iniciales. Da {needed}.</translation>
        </message>
        <message>
            <source>The starting value of {name} is {value}; give a finite number.</source>
            <translation>El valor inicial de {name} es {value}; da un número finito.</translation>
        </message>
        <message>
            <source>{field} must be a number above {low:g}; {value} can't be used.</source>
            <translation>{field}: tiene que ser un número mayor que {low:g}; {value} no sirve.</translation>
        </message>
        <message>
            <source>{field} must be a number from {low:g} to {high:g}; {value} can't be used.</source>
            <translation>{field}: tiene que ser un número de {low:g} a {high:g}; {value} no sirve.</translation>
        </message>
        <message>
            <source>A network can have up to {most} hidden layers; {count} were asked for. Remove some.</source>
            <translation>Una red puede tener hasta {most} capas ocultas; se han pedido {count}. Quita algunas.</translation>
        </message>
        <message>
            <source>Hidden layer {number} needs at least 1 neuron; {width} can't be used.</source>
            <translation>La capa oculta {number} necesita al menos 1 neurona; {width} no sirve.</translation>
        </message>
        <message>
            <source>Hidden layer {number} with {width} neurons would take about {gigabytes:.3g} GB for its weights to a layer as wide; use up to {most}.</source>
            <translation>La capa oculta {number} con {width} neuronas necesitaría unos {gigabytes:.3g} GB para sus pesos hacia una capa igual de ancha; usa como mucho {most}.</translation>
        </message>
        <message>
            <source>Softmax is for the output layer; choose another activation for hidden layer {number}.</source>
            <translation>Softmax es para la capa de salida; elige otra función de activación para la capa oculta {number}.</translation>
        </message>
        <message>
            <source>The number of samples must be from 2 to {most}; {value} can't be used.</source>
            <translation>El número de muestras tiene que estar entre 2 y {most}; {value} no sirve.</translation>
        </message>
        <message>
            <source>A seed is a whole number from 0 to 4294967295; {value} can't be used.</source>
            <translation>Una semilla es un número entero de 0 a 4294967295; {value} no sirve.</translation>
        </message>
        <message>
            <source>The loss {loss} needs a {needed} output, not {output}; choose that activation or another loss.</source>
            <translation>La pérdida {loss} necesita una salida {needed}, no {output}; elige esa función de activación u otra pérdida.</translation>
        </message>
        <message>
            <source>{path} can't be written ({reason}); choose another place.</source>
            <translation>No se puede escribir {path} ({reason}); elige otro lugar.</translation>
        </message>
        <message>
            <source>{path} can't be written: a name in the experiment has characters that are no text; rename it.</source>
            <translation>No se puede escribir {path}: un nombre del experimento tiene caracteres que no son texto; cámbialo.</translation>
        </message>
        <message>
            <source>{path} isn't UTF-8 text; save it as UTF-8.</source>
            <translation>{path} no es texto UTF-8; guárdalo como UTF-8.</translation>
        </message>
        <message>
            <source>{path} can't be read ({reason}); check the file's name.</source>
            <translation>No se puede leer {path} ({reason}); comprueba el nombre del archivo.</translation>
        </message>
        <message>
            <source>{path}, line {line}: this isn't TOML ({reason}); correct it.</source>
            <translation>{path}, línea {line}: esto no es TOML ({reason}); corrígelo.</translation>
        </message>
        <message>
            <source>{path} has format {version}, and this program reads format {known}; update the program or the file.</source>
            <translation>{path} tiene el formato {version} y este programa lee el formato {known}; actualiza el programa o el archivo.</translation>
        </message>
        <message>
            <source>{path}, line {line}: {table} lacks {key}; add it.</source>
            <translation>{path}, línea {line}: en {table} falta {key}; añádelo.</translation>
        </message>
        <message>
            <source>{path}, line {line}: {key} can't be “{value}”; choose {choices}.</source>
            <translation>{path}, línea {line}: {key} no puede ser «{value}»; elige {choices}.</translation>
        </message>
        <message>
            <source>{path}, line {line}: there is no setting {key}; the nearest ones are {choices}.</source>
            <translation>{path}, línea {line}: no existe el ajuste {key}; los más parecidos son {choices}.</translation>
        </message>
        <message>
            <source>{path}, line {line}: {key} must be {expected}, not {value!r}; correct it.</source>
            <translation>{path}, línea {line}: {key} tiene que ser {expected}, no {value!r}; corrígelo.</translation>
        </message>
        <message>
            <source>{path} was saved by a newer version (format {found}; this one reads up to {known}). Update the program.</source>
            <translation>{path} se guardó con una versión más nueva (formato {found}; esta lee hasta {known}). Actualiza el programa.</translation>
        </message>
        <message>
            <source>The description in {path} can't be used: {name} is {value}. Choose another file.</source>
            <translation>La descripción de {path} no sirve: {name} es {value}. Elige otro archivo.</translation>
        </message>
        <message>
            <source>The description in {path} is damaged and can't be read. Choose another file.</source>
            <translation>La descripción de {path} está dañada y no se puede leer. Elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} can't be read: {reason}. Choose another file.</source>
            <translation>No se puede leer {path}: {reason}. Elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} isn't an .npz file, or it is damaged. Choose another file.</source>
            <translation>{path} no es un archivo .npz, o está dañado. Elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} would take {gigabytes:.3g} GB of memory; up to {most:.3g} GB can be read. Choose another file.</source>
            <translation>{path} ocuparía {gigabytes:.3g} GB de memoria; se pueden leer hasta {most:.3g} GB. Elige otro archivo.</translation>
        </message>
        <message>
            <source>The part {part} of {path} is damaged and can't be read. Choose another file.</source>
            <translation>La parte {part} de {path} está dañada y no se puede leer. Elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} can't be written: {reason}. Choose another place.</source>
            <translation>No se puede escribir {path}: {reason}. Elige otro lugar.</translation>
        </message>
        <message>
            <source>{path} isn't a saved network: it has no {part}. Choose another file.</source>
            <translation>{path} no es una red guardada: no tiene {part}. Elige otro archivo.</translation>
        </message>
        <message>
            <source>The part {part} of {path} must be {needed} numbers in a row; it has the shape {shape}. Choose another file.</source>
            <translation>La parte {part} de {path} tiene que ser {needed} números seguidos; tiene la forma {shape}. Elige otro archivo.</translation>
        </message>
        <message>
            <source>Number {place} of {part} for {path} is {value}, which can't be used. Go back to an earlier state of the network.</source>
            <translation>El número {place} de {part} para {path} es {value} y no sirve. Vuelve a un estado anterior de la red.</translation>
        </message>
        <message>
            <source>Training diverged at step {step} in layer {layer}: the numbers grew past all bounds. Try a learning rate below {rate:g}.</source>
            <translation>El entrenamiento divergió en el paso {step}, en la capa {layer}: los números crecieron sin límite. Prueba una tasa de aprendizaje menor que {rate:g}.</translation>
        </message>
    </context>
    <context>
        <name>presets</name>
        <message>
            <source>Circles</source>
            <translation>Círculos</translation>
        </message>
        <message>
            <source>Moons</source>
            <translation>Lunas</translation>
        </message>
        <message>
            <source>XOR</source>
            <translation>XOR</translation>
        </message>
        <message>
            <source>Spiral</source>
            <translation>Espiral</translation>
        </message>
        <message>
            <source>Digits 8×8</source>
            <translation>Dígitos 8×8</translation>
        </message>
        <message>
            <source>Iris flowers</source>
            <translation>Flores de iris</translation>
        </message>
        <message>
            <source>Plane (regression)</source>
            <translation>Plano (regresión)</translation>
        </message>
        <message>
            <source>Curve (regression)</source>
            <translation>Curva (regresión)</translation>
        </message>
    </context>
</TS>
