<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="es">
    <context>
        <name>AccuracyPanel</name>
        <message>
            <source>Accuracy</source>
            <translation>Exactitud</translation>
        </message>
        <message>
            <source>Plot the accuracy of both parts over the epochs</source>
            <translation>Traza la exactitud de ambas partes a lo largo de las épocas</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Pérdida</translation>
        </message>
        <message>
            <source>Plot the mean loss of both parts over the epochs</source>
            <translation>Traza la pérdida media de ambas partes a lo largo de las épocas</translation>
        </message>
        <message>
            <source>What is plotted over the epochs</source>
            <translation>Qué se traza a lo largo de las épocas</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>Entren.</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Prueba</translation>
        </message>
    </context>
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
            <source>Open an experiment or a network…</source>
            <translation>Abrir un experimento o una red…</translation>
        </message>
        <message>
            <source>Save the experiment…</source>
            <translation>Guardar el experimento…</translation>
        </message>
        <message>
            <source>Save the network…</source>
            <translation>Guardar la red…</translation>
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
            <source>Less motion</source>
            <translation>Menos movimiento</translation>
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
            <source>Explain this network, number by number</source>
            <translation>Explicar esta red, número a número</translation>
        </message>
        <message>
            <source>Show the kernel that trains…</source>
            <translation>Mostrar el núcleo que entrena…</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>Paso siguiente</translation>
        </message>
        <message>
            <source>Step back</source>
            <translation>Paso atrás</translation>
        </message>
        <message>
            <source>First step</source>
            <translation>Primer paso</translation>
        </message>
        <message>
            <source>Last step</source>
            <translation>Último paso</translation>
        </message>
        <message>
            <source>Walk by itself, or stop</source>
            <translation>Avanzar solo o detenerse</translation>
        </message>
        <message>
            <source>Back to the original numbers</source>
            <translation>Volver a los números originales</translation>
        </message>
        <message>
            <source>Look ahead in the equation</source>
            <translation>Mirar adelante en la ecuación</translation>
        </message>
        <message>
            <source>Export the steps…</source>
            <translation>Exportar los pasos…</translation>
        </message>
        <message>
            <source>Hint for the box</source>
            <translation>Pista para la casilla</translation>
        </message>
        <message>
            <source>Reveal one box</source>
            <translation>Mostrar una casilla</translation>
        </message>
        <message>
            <source>Reveal all boxes</source>
            <translation>Mostrar todas las casillas</translation>
        </message>
        <message>
            <source>Hide all boxes</source>
            <translation>Ocultar todas las casillas</translation>
        </message>
        <message>
            <source>Start the exercise again</source>
            <translation>Empezar de nuevo el ejercicio</translation>
        </message>
        <message>
            <source>New numbers</source>
            <translation>Números nuevos</translation>
        </message>
        <message>
            <source>Original numbers</source>
            <translation>Números originales</translation>
        </message>
        <message>
            <source>Open an exercise…</source>
            <translation>Abrir un ejercicio…</translation>
        </message>
        <message>
            <source>Save the exercise…</source>
            <translation>Guardar el ejercicio…</translation>
        </message>
        <message>
            <source>Export the exercise…</source>
            <translation>Exportar el ejercicio…</translation>
        </message>
        <message>
            <source>Race or train, or stop</source>
            <translation>Correr o entrenar, o parar</translation>
        </message>
        <message>
            <source>One step down</source>
            <translation>Un paso abajo</translation>
        </message>
        <message>
            <source>One step back</source>
            <translation>Un paso atrás</translation>
        </message>
        <message>
            <source>Back to the start</source>
            <translation>Volver al inicio</translation>
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
        <name>Bars</name>
        <message>
            <source>{name}: {value}, with all neurons on {all}</source>
            <translation>{name}: {value}, con todas las neuronas {all}</translation>
        </message>
    </context>
    <context>
        <name>Below</name>
        <message>
            <source>Back below the gallery (Esc)</source>
            <translation>Volver debajo de la galería (Esc)</translation>
        </message>
        <message>
            <source>Show it large, in the gallery's place</source>
            <translation>Mostrarlo en grande, en lugar de la galería</translation>
        </message>
        <message>
            <source>What they add</source>
            <translation>Lo que suman</translation>
        </message>
        <message>
            <source>What each neuron of the last hidden layer adds to an output</source>
            <translation>Lo que suma a una salida cada neurona de la última capa oculta</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>The picture to fit, what the network makes of it, and the error</source>
            <translation>La imagen que se ajusta, lo que la red hace de ella y el error</translation>
        </message>
        <message>
            <source>Over the data</source>
            <translation>Sobre los datos</translation>
        </message>
        <message>
            <source>How often a neuron puts out what, class by class, and what excites it most</source>
            <translation>Con qué frecuencia da cada salida una neurona, clase por clase, y qué la excita más</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>Pares</translation>
        </message>
        <message>
            <source>How much two neurons do the same work</source>
            <translation>Cuánto hacen dos neuronas el mismo trabajo</translation>
        </message>
        <message>
            <source>Fair shares</source>
            <translation>Reparto justo</translation>
        </message>
        <message>
            <source>What each neuron is worth, averaged over the orders in which they could come (Shapley)</source>
            <translation>Lo que vale cada neurona, en promedio sobre los órdenes en que podrían entrar (Shapley)</translation>
        </message>
        <message>
            <source>What is asked about the neurons</source>
            <translation>Lo que se pregunta sobre las neuronas</translation>
        </message>
        <message>
            <source>Show the contributions</source>
            <translation>Mostrar las contribuciones</translation>
        </message>
        <message>
            <source>Show the difference map</source>
            <translation>Mostrar el mapa de diferencias</translation>
        </message>
    </context>
    <context>
        <name>CascadePanel</name>
        <message>
            <source>Shown when ∂{output}/∂{name} is filled in: it would tell the answer.</source>
            <translation>Se muestra cuando ∂{output}/∂{name} esté rellena: diría la respuesta.</translation>
        </message>
        <message>
            <source>a small nudge, followed to the output</source>
            <translation>un pequeño empujón, seguido hasta la salida</translation>
        </message>
        <message>
            <source>a small nudge at {name}, followed to {output}: {change} / {epsilon} ≈ {ratio}</source>
            <translation>un pequeño empujón en {name}, seguido hasta {output}: {change} / {epsilon} ≈ {ratio}</translation>
        </message>
        <message>
            <source>{change} / {epsilon} ≈ {ratio}</source>
            <translation>{change} / {epsilon} ≈ {ratio}</translation>
        </message>
        <message>
            <source>Cascade</source>
            <translation>Cascada</translation>
        </message>
        <message>
            <source>Replay</source>
            <translation>Repetir</translation>
        </message>
        <message>
            <source>Variable that is nudged</source>
            <translation>Variable que recibe el empujón</translation>
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
        <name>CheckRow</name>
        <message>
            <source>agrees</source>
            <translation>coincide</translation>
        </message>
        <message>
            <source>differs</source>
            <translation>difiere</translation>
        </message>
    </context>
    <context>
        <name>Checking</name>
        <message>
            <source>There is no derivative at this point.</source>
            <translation>En este punto no hay derivada.</translation>
        </message>
    </context>
    <context>
        <name>ChecksPanel</name>
        <message>
            <source>calculating…</source>
            <translation>calculando…</translation>
        </message>
        <message>
            <source>Largest difference {difference}</source>
            <translation>Mayor diferencia {difference}</translation>
        </message>
        <message>
            <source>So wide a nudge sees the bend of the curve; a smaller ε comes nearer.</source>
            <translation>Un empujón tan grande nota la curvatura; un ε menor se acerca más.</translation>
        </message>
        <message>
            <source>So small a nudge drowns in rounding; a larger ε comes nearer.</source>
            <translation>Un empujón tan pequeño se ahoga en el redondeo; un ε mayor se acerca más.</translation>
        </message>
        <message>
            <source>Nudge by ±{epsilon}</source>
            <translation>Mover ±{epsilon}</translation>
        </message>
        <message>
            <source>Nudge {parameter} by ±{epsilon}</source>
            <translation>Mover {parameter} ±{epsilon}</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Comprobación</translation>
        </message>
        <message>
            <source>Analytic</source>
            <translation>Analítica</translation>
        </message>
        <message>
            <source>Symbolic</source>
            <translation>Simbólica</translation>
        </message>
        <message>
            <source>Calculate</source>
            <translation>Calcular</translation>
        </message>
        <message>
            <source>Calculate the derivative with SymPy</source>
            <translation>Calcular la derivada con SymPy</translation>
        </message>
        <message>
            <source>Size of the nudge, ε</source>
            <translation>Tamaño del empujón, ε</translation>
        </message>
        <message>
            <source>This number is no derivative. At a step of the backward pass, its value is compared with a nudge and with SymPy here.</source>
            <translation>Este número no es una derivada. En un paso hacia atrás, aquí se compara su valor con un empujón y con SymPy.</translation>
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
        <name>Classes</name>
        <message>
            <source>malignant</source>
            <translation>maligno</translation>
        </message>
        <message>
            <source>benign</source>
            <translation>benigno</translation>
        </message>
        <message>
            <source>T-shirt</source>
            <translation>camiseta</translation>
        </message>
        <message>
            <source>trousers</source>
            <translation>pantalón</translation>
        </message>
        <message>
            <source>pullover</source>
            <translation>suéter</translation>
        </message>
        <message>
            <source>dress</source>
            <translation>vestido</translation>
        </message>
        <message>
            <source>coat</source>
            <translation>abrigo</translation>
        </message>
        <message>
            <source>sandal</source>
            <translation>sandalia</translation>
        </message>
        <message>
            <source>shirt</source>
            <translation>camisa</translation>
        </message>
        <message>
            <source>sneaker</source>
            <translation>zapatilla deportiva</translation>
        </message>
        <message>
            <source>bag</source>
            <translation>bolso</translation>
        </message>
        <message>
            <source>ankle boot</source>
            <translation>botín</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>gris</translation>
        </message>
        <message>
            <source>red</source>
            <translation>rojo</translation>
        </message>
        <message>
            <source>green</source>
            <translation>verde</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>azul</translation>
        </message>
        <message>
            <source>class {number}</source>
            <translation>clase {number}</translation>
        </message>
    </context>
    <context>
        <name>ConfusionMatrix</name>
        <message>
            <source>{true} read as {read}: {number} of {whole} ({share})</source>
            <translation>{true} leído como {read}: {number} de {whole} ({share})</translation>
        </message>
        <message>
            <source>true class</source>
            <translation>clase verdadera</translation>
        </message>
        <message>
            <source>read as</source>
            <translation>leída como</translation>
        </message>
        <message>
            <source>Confusion matrix</source>
            <translation>Matriz de confusión</translation>
        </message>
    </context>
    <context>
        <name>ConfusionPanel</name>
        <message>
            <source>being counted…</source>
            <translation>contando…</translation>
        </message>
        <message>
            <source>Confusion</source>
            <translation>Confusión</translation>
        </message>
        <message>
            <source>{count} train digits</source>
            <translation>{count} dígitos de entrenamiento</translation>
        </message>
        <message>
            <source>{count} test digits</source>
            <translation>{count} dígitos de prueba</translation>
        </message>
        <message>
            <source>{count} train samples</source>
            <translation>{count} muestras de entrenamiento</translation>
        </message>
        <message>
            <source>{count} test samples</source>
            <translation>{count} muestras de prueba</translation>
        </message>
        <message>
            <source>Confusion matrix</source>
            <translation>Matriz de confusión</translation>
        </message>
        <message>
            <source>Per class</source>
            <translation>Por clase</translation>
        </message>
        <message>
            <source>Precision and recall of each class</source>
            <translation>Precisión y exhaustividad de cada clase</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>Entren.</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Prueba</translation>
        </message>
        <message>
            <source>Samples that are counted</source>
            <translation>Muestras que se cuentan</translation>
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
        <name>ControlsPanel</name>
        <message>
            <source>Check all</source>
            <translation>Comprobar todo</translation>
        </message>
        <message>
            <source>Check everything that has been typed</source>
            <translation>Comprobar todo lo que se ha escrito</translation>
        </message>
        <message>
            <source>Reveal one</source>
            <translation>Mostrar una</translation>
        </message>
        <message>
            <source>Reveal all</source>
            <translation>Mostrar todas</translation>
        </message>
        <message>
            <source>Hide all</source>
            <translation>Ocultar todas</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>Empezar de nuevo</translation>
        </message>
        <message>
            <source>Original numbers</source>
            <translation>Números originales</translation>
        </message>
        <message>
            <source>New numbers</source>
            <translation>Números nuevos</translation>
        </message>
        <message>
            <source>Open an exercise…</source>
            <translation>Abrir un ejercicio…</translation>
        </message>
        <message>
            <source>Save the exercise…</source>
            <translation>Guardar el ejercicio…</translation>
        </message>
    </context>
    <context>
        <name>CostPlot</name>
        <message>
            <source>step</source>
            <translation>paso</translation>
        </message>
        <message>
            <source>log; pale = still to come</source>
            <translation>log; pálido = aún por venir</translation>
        </message>
        <message>
            <source>pale = still to come</source>
            <translation>pálido = aún por venir</translation>
        </message>
        <message>
            <source>Cost per step</source>
            <translation>Coste por paso</translation>
        </message>
        <message>
            <source>Step {step}</source>
            <translation>Paso {step}</translation>
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
        <name>CurvePlot</name>
        <message>
            <source>slope</source>
            <translation>pendiente</translation>
        </message>
        <message>
            <source>{function}; at {net} = {x} it is {out} = {y}, the slope {slope}</source>
            <translation>{function}; en {net} = {x} vale {out} = {y}, con pendiente {slope}</translation>
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
        <message>
            <source>{pairs} pairs from {file}</source>
            <translation>{pairs} pares de {file}</translation>
        </message>
        <message>
            <source>True ω₀</source>
            <translation>ω₀ verdadero</translation>
        </message>
        <message>
            <source>True ω₁</source>
            <translation>ω₁ verdadero</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>Ruido</translation>
        </message>
        <message>
            <source>Start {name}</source>
            <translation>Inicio {name}</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>Pares</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Semilla</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Inicio</translation>
        </message>
        <message>
            <source>drag the start on the map</source>
            <translation>arrastra el inicio en el mapa</translation>
        </message>
        <message>
            <source>Open pairs (.npz)…</source>
            <translation>Abrir pares (.npz)…</translation>
        </message>
        <message>
            <source>Back to made pairs</source>
            <translation>Volver a los pares generados</translation>
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
            <source>{speeds}: the faster is used</source>
            <translation>{speeds}: se usa el más rápido</translation>
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
            <source>{device} failed</source>
            <translation>{device} falló</translation>
        </message>
        <message>
            <source>{device} {rate}/s</source>
            <translation>{device} {rate}/s</translation>
        </message>
        <message>
            <source>{rate} samples/s</source>
            <translation>{rate} muestras/s</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Show the kernel…</source>
            <translation>Mostrar el núcleo…</translation>
        </message>
        <message>
            <source>The code that trains now, part by part</source>
            <translation>El código que entrena ahora, parte por parte</translation>
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
        <name>DigitCard</name>
        <message>
            <source>Thin pen</source>
            <translation>Lápiz fino</translation>
        </message>
        <message>
            <source>Middle pen</source>
            <translation>Lápiz medio</translation>
        </message>
        <message>
            <source>Thick pen</source>
            <translation>Lápiz grueso</translation>
        </message>
        <message>
            <source>{pen}; press again for another width</source>
            <translation>{pen}; pulsa otra vez para otro grosor</translation>
        </message>
        <message>
            <source>Digit</source>
            <translation>Dígito</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>drawn by hand</source>
            <translation>dibujado a mano</translation>
        </message>
        <message>
            <source>true class {name}</source>
            <translation>clase verdadera {name}</translation>
        </message>
        <message>
            <source>Another sample at random</source>
            <translation>Otra muestra al azar</translation>
        </message>
        <message>
            <source>Any test digit</source>
            <translation>Un dígito de prueba</translation>
        </message>
        <message>
            <source>Any test sample</source>
            <translation>Una muestra de prueba</translation>
        </message>
        <message>
            <source>Test digit {number}</source>
            <translation>Dígito de prueba {number}</translation>
        </message>
        <message>
            <source>Train digit {number}</source>
            <translation>Dígito de entrenamiento {number}</translation>
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
            <source>Eraser</source>
            <translation>Goma</translation>
        </message>
        <message>
            <source>Clear the pad</source>
            <translation>Borrar todo el dibujo</translation>
        </message>
    </context>
    <context>
        <name>DigitPad</name>
        <message>
            <source>Draw here</source>
            <translation>Dibuja aquí</translation>
        </message>
        <message>
            <source>Pad to draw a digit on</source>
            <translation>Lienzo para dibujar un dígito</translation>
        </message>
        <message>
            <source>With the keys: arrows move the pen, Space puts it down and lifts it, E is the eraser, [ and ] change its width, Del clears.</source>
            <translation>Con el teclado: las flechas mueven el lápiz, Espacio lo apoya y lo levanta, E es la goma, [ y ] cambian el grosor, Supr borra todo.</translation>
        </message>
        <message>
            <source>Draw a digit. Right button: rub out · [ and ]: width of the pen · Del: clear</source>
            <translation>Dibuja un dígito. Botón derecho: borrar · [ y ]: grosor del lápiz · Supr: borrar todo</translation>
        </message>
    </context>
    <context>
        <name>DistributionView</name>
        <message>
            <source>Outputs over the data</source>
            <translation>Salidas sobre los datos</translation>
        </message>
        <message>
            <source>Outputs of {neuron} over the data</source>
            <translation>Salidas de {neuron} sobre los datos</translation>
        </message>
        <message>
            <source>Choose a neuron to see its outputs over the training samples, class by class.</source>
            <translation>Elige una neurona para ver sus salidas sobre las muestras de entrenamiento, clase por clase.</translation>
        </message>
        <message>
            <source>Heights: the square root of the share of training samples.</source>
            <translation>Alturas: la raíz cuadrada de la proporción de muestras de entrenamiento.</translation>
        </message>
        <message>
            <source>Heights: the square root of the share of each class's training samples.</source>
            <translation>Alturas: la raíz cuadrada de la proporción de muestras de entrenamiento de cada clase.</translation>
        </message>
        <message>
            <source>Most exciting samples</source>
            <translation>Muestras que más la excitan</translation>
        </message>
        <message>
            <source>Histograms of the output, one for each class</source>
            <translation>Histogramas de la salida, uno por clase</translation>
        </message>
        <message>
            <source>Samples with the greatest outputs: the arrows go from one to the next</source>
            <translation>Muestras con las mayores salidas: las flechas van de una a la siguiente</translation>
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
        <name>EquationView</name>
        <message>
            <source>Find it yourself first; a hint uncovers some of it.</source>
            <translation>Encuéntralo primero por tu cuenta; una pista descubre una parte.</translation>
        </message>
        <message>
            <source>Not known yet: step {step} makes it.</source>
            <translation>Aún no se conoce: lo calcula el paso {step}.</translation>
        </message>
        <message>
            <source>given</source>
            <translation>dato de partida</translation>
        </message>
        <message>
            <source>made by this step</source>
            <translation>lo calcula este paso</translation>
        </message>
        <message>
            <source>made by step {step}</source>
            <translation>lo calcula el paso {step}</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Producto</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>Suma</translation>
        </message>
        <message>
            <source>Symbols</source>
            <translation>Símbolos</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>Fórmula</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Números</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Equation</source>
            <translation>Ecuación</translation>
        </message>
        <message>
            <source>Equation of the step</source>
            <translation>Ecuación del paso</translation>
        </message>
        <message>
            <source>Look ahead</source>
            <translation>Adelantar resultados</translation>
        </message>
        <message>
            <source>Show the results of later steps too</source>
            <translation>Muestra también los resultados de los pasos siguientes</translation>
        </message>
    </context>
    <context>
        <name>ErrorPlot</name>
        <message>
            <source>Error of the difference quotient against ε, both axes logarithmic</source>
            <translation>Error del cociente incremental frente a ε, ambos ejes logarítmicos</translation>
        </message>
        <message>
            <source>The error is smallest near {epsilon}.</source>
            <translation>El error es mínimo cerca de {epsilon}.</translation>
        </message>
        <message>
            <source>error</source>
            <translation>error</translation>
        </message>
        <message>
            <source>← bend</source>
            <translation>← curvatura</translation>
        </message>
        <message>
            <source>cancellation →</source>
            <translation>cancelación →</translation>
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
        <name>ExerciseRow</name>
        <message>
            <source>{title}, {done} of {asked} right</source>
            <translation>{title}, {done} de {asked} correctas</translation>
        </message>
    </context>
    <context>
        <name>ExercisesPanel</name>
        <message>
            <source>Exercises</source>
            <translation>Ejercicios</translation>
        </message>
        <message>
            <source>Your own expression</source>
            <translation>Tu propia expresión</translation>
        </message>
        <message>
            <source>Done preparing</source>
            <translation>Terminar de preparar</translation>
        </message>
        <message>
            <source>Prepare for learners</source>
            <translation>Preparar para clase</translation>
        </message>
        <message>
            <source>Choose which boxes are filled in, and write hints of your own</source>
            <translation>Elige qué casillas se rellenan y escribe tus propias pistas</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export the steps</source>
            <translation>Exportar los pasos</translation>
        </message>
        <message>
            <source>Every step with its formula, its numbers and its result.</source>
            <translation>Cada paso con su fórmula, sus números y su resultado.</translation>
        </message>
        <message>
            <source>The same steps with numbered blanks instead of results, to be filled in by pencil.</source>
            <translation>Los mismos pasos con huecos numerados en vez de resultados, para rellenar a lápiz.</translation>
        </message>
        <message>
            <source>The worksheet's results, under the same numbers.</source>
            <translation>Los resultados de la hoja, con los mismos números.</translation>
        </message>
        <message>
            <source>The diagram and the equation as they are on screen now.</source>
            <translation>El diagrama y la ecuación tal como están ahora en pantalla.</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <source>As</source>
            <translation>Como</translation>
        </message>
        <message>
            <source>Which steps</source>
            <translation>Qué pasos</translation>
        </message>
        <message>
            <source>Beside each blank</source>
            <translation>Junto a cada hueco</translation>
        </message>
        <message>
            <source>Worked example</source>
            <translation>Ejemplo resuelto</translation>
        </message>
        <message>
            <source>Worksheet with blanks</source>
            <translation>Hoja de ejercicios con huecos</translation>
        </message>
        <message>
            <source>Answer key</source>
            <translation>Soluciones</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>This iteration</source>
            <translation>Esta iteración</translation>
        </message>
        <message>
            <source>From the first step to this one</source>
            <translation>Del primer paso a este</translation>
        </message>
        <message>
            <source>All steps</source>
            <translation>Todos los pasos</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nada</translation>
        </message>
        <message>
            <source>The idea</source>
            <translation>La idea</translation>
        </message>
        <message>
            <source>The formula</source>
            <translation>La fórmula</translation>
        </message>
        <message>
            <source>The formula and its numbers</source>
            <translation>La fórmula y sus números</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Elegir un archivo…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>ExpressionPanel</name>
        <message>
            <source>Expression</source>
            <translation>Expresión</translation>
        </message>
        <message>
            <source>edit the formula or any number; the graph follows</source>
            <translation>cambia la fórmula o cualquier número; el grafo te sigue</translation>
        </message>
        <message>
            <source>Such as J = (2 + 3*w)^2, or several statements with ; between them. Enter draws it.</source>
            <translation>Por ejemplo J = (2 + 3*w)^2, o varias asignaciones separadas por ;. Intro la dibuja.</translation>
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
            <source>Longer side</source>
            <translation>Lado mayor</translation>
        </message>
        <message>
            <source>In colour</source>
            <translation>En color</translation>
        </message>
        <message>
            <source>The files' own test part</source>
            <translation>La parte de prueba de los archivos</translation>
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
            <source>Seed of the directions</source>
            <translation>Semilla de las direcciones</translation>
        </message>
        <message>
            <source>True ω</source>
            <translation>ω verdadero</translation>
        </message>
        <message>
            <source>True ω₀</source>
            <translation>ω₀ verdadero</translation>
        </message>
        <message>
            <source>True ω₁</source>
            <translation>ω₁ verdadero</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>Pares</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Inicio</translation>
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
            <source>Clients</source>
            <translation>Clientes</translation>
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
            <source>Pixels on the picture's longer side: a larger picture is reduced; every pixel is a sample</source>
            <translation>Píxeles del lado mayor de la imagen: una imagen más grande se reduce; cada píxel es una muestra</translation>
        </message>
        <message>
            <source>Learn red, green and blue, with three outputs, instead of grey with one</source>
            <translation>Aprender rojo, verde y azul, con tres salidas, en lugar de gris con una</translation>
        </message>
        <message>
            <source>Keep the test part that the files come with, instead of a share of all pictures</source>
            <translation>Conserva la parte de prueba que traen los archivos, en vez de una fracción de todas las imágenes</translation>
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
        <name>Filling</name>
        <message>
            <source>Computation graph</source>
            <translation>Grafo de cálculo</translation>
        </message>
        <message>
            <source>Answer for {symbol}</source>
            <translation>Respuesta para {symbol}</translation>
        </message>
        <message>
            <source>New value of {name}</source>
            <translation>Nuevo valor de {name}</translation>
        </message>
        <message>
            <source>Type a number first: 0.75, 0,75, 3/4 and 2*11 are all understood.</source>
            <translation>Escribe antes un número: se entienden 0.75, 0,75, 3/4 y 2*11.</translation>
        </message>
        <message>
            <source>Type a number, such as 0.5, 0,5, −4 or 1e-3.</source>
            <translation>Escribe un número, como 0.5, 0,5, −4 o 1e-3.</translation>
        </message>
    </context>
    <context>
        <name>FitView</name>
        <message>
            <source>no data yet</source>
            <translation>aún no hay datos</translation>
        </message>
        <message>
            <source>step {step}, one point</source>
            <translation>paso {step}, un punto</translation>
        </message>
        <message>
            <source>step {step}, all {pairs} points</source>
            <translation>paso {step}, los {pairs} puntos</translation>
        </message>
        <message>
            <source>step {step}, {shown} of {pairs} points</source>
            <translation>paso {step}, {shown} de {pairs} puntos</translation>
        </message>
        <message>
            <source>Data and fit</source>
            <translation>Datos y ajuste</translation>
        </message>
        <message>
            <source>fit</source>
            <translation>ajuste</translation>
        </message>
        <message>
            <source>truth</source>
            <translation>verdad</translation>
        </message>
        <message>
            <source>above</source>
            <translation>por encima</translation>
        </message>
        <message>
            <source>below</source>
            <translation>por debajo</translation>
        </message>
    </context>
    <context>
        <name>FunctionsPanel</name>
        <message>
            <source>Function</source>
            <translation>Función</translation>
        </message>
        <message>
            <source>Your own function</source>
            <translation>Tu propia función</translation>
        </message>
        <message>
            <source>A function of two variables, such as (1 - a)^2 + 100*(b - a^2)^2. Enter draws it.</source>
            <translation>Una función de dos variables, como (1 - a)^2 + 100*(b - a^2)^2. Intro la dibuja.</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>output for the input in view</source>
            <translation>salida con la entrada a la vista</translation>
        </message>
        <message>
            <source>selected</source>
            <translation>seleccionada</translation>
        </message>
        <message>
            <source>switched off</source>
            <translation>apagada</translation>
        </message>
        <message>
            <source>dead</source>
            <translation>muerta</translation>
        </message>
        <message>
            <source>off</source>
            <translation>apag.</translation>
        </message>
        <message>
            <source>{count} active</source>
            <translation>{count} activas</translation>
        </message>
        <message>
            <source>{count} silent for this input</source>
            <translation>{count} en silencio con esta entrada</translation>
        </message>
        <message>
            <source>{count} dead</source>
            <translation>{count} muertas</translation>
        </message>
        <message>
            <source>Fold {count} away: {parts}</source>
            <translation>Plegar {count}: {parts}</translation>
        </message>
        <message>
            <source>{count} more between: {parts}</source>
            <translation>{count} más en medio: {parts}</translation>
        </message>
        <message>
            <source>{count} more: {parts}</source>
            <translation>{count} más: {parts}</translation>
        </message>
        <message>
            <source>saturated</source>
            <translation>saturada</translation>
        </message>
        <message>
            <source>silent</source>
            <translation>en silencio</translation>
        </message>
        <message>
            <source>the error grows without it by</source>
            <translation>sin ella el error crece en</translation>
        </message>
        <message>
            <source>adds to the pre-activation of {output}</source>
            <translation>aporta a la preactivación de {output}</translation>
        </message>
        <message>
            <source>tile: its output from … to</source>
            <translation>imagen: su salida, de … a</translation>
        </message>
        <message>
            <source>tile: its weights from … to</source>
            <translation>imagen: sus pesos, de … a</translation>
        </message>
        <message>
            <source>tile: the network with it alone, from … to</source>
            <translation>imagen: la red con ella sola, de … a</translation>
        </message>
        <message>
            <source>tile: the network without it, from … to</source>
            <translation>imagen: la red sin ella, de … a</translation>
        </message>
        <message>
            <source>Saturated: within {limit} of the activation's end for nearly all training samples.</source>
            <translation>Saturada: a menos de {limit} del extremo de la activación en casi todas las muestras de entrenamiento.</translation>
        </message>
        <message>
            <source>Silent: puts out nothing for the input in view.</source>
            <translation>En silencio: su salida es nula con la entrada a la vista.</translation>
        </message>
        <message>
            <source>Double click, Enter or the mark on the tile switches it on.</source>
            <translation>Un doble clic, Intro o la marca de la imagen la enciende.</translation>
        </message>
        <message>
            <source>Double click, Enter or the mark on the tile switches it off.</source>
            <translation>Un doble clic, Intro o la marca de la imagen la apaga.</translation>
        </message>
        <message>
            <source>dead: |output| ≤ {limit} for all {samples} training samples</source>
            <translation>muerta: |salida| ≤ {limit} en las {samples} muestras de entrenamiento</translation>
        </message>
        <message>
            <source>dead: |output| ≤ {limit} for every training sample</source>
            <translation>muerta: |salida| ≤ {limit} en todas las muestras de entrenamiento</translation>
        </message>
        <message>
            <source>tile: the answer to the input in view with this neuron alone, a stripe per output</source>
            <translation>casilla: la respuesta a la entrada a la vista con esta neurona sola, una franja por salida</translation>
        </message>
        <message>
            <source>tile: the answer to the input in view without this neuron, a stripe per output</source>
            <translation>casilla: la respuesta a la entrada a la vista sin esta neurona, una franja por salida</translation>
        </message>
        <message>
            <source>tile: the network's output with this neuron alone</source>
            <translation>casilla: la salida de la red con esta neurona sola</translation>
        </message>
        <message>
            <source>tile: the network's output without this neuron</source>
            <translation>casilla: la salida de la red sin esta neurona</translation>
        </message>
        <message>
            <source>brightness</source>
            <translation>brillo</translation>
        </message>
        <message>
            <source>least</source>
            <translation>mínimo</translation>
        </message>
        <message>
            <source>most</source>
            <translation>máximo</translation>
        </message>
        <message>
            <source>weight</source>
            <translation>peso</translation>
        </message>
        <message>
            <source>output</source>
            <translation>salida</translation>
        </message>
    </context>
    <context>
        <name>GalleryView</name>
        <message>
            <source>Neurons of hidden layer {layer}</source>
            <translation>Neuronas de la capa oculta {layer}</translation>
        </message>
        <message>
            <source>Neurons</source>
            <translation>Neuronas</translation>
        </message>
        <message>
            <source>Gallery of neurons</source>
            <translation>Galería de neuronas</translation>
        </message>
        <message>
            <source>There is no network to look into yet</source>
            <translation>Aún no hay ninguna red que mirar por dentro</translation>
        </message>
    </context>
    <context>
        <name>GraphExportDialog</name>
        <message>
            <source>Export the exercise</source>
            <translation>Exportar el ejercicio</translation>
        </message>
        <message>
            <source>Every box with its formula, its numbers and its result.</source>
            <translation>Cada casilla con su fórmula, sus números y su resultado.</translation>
        </message>
        <message>
            <source>The graph, and a numbered blank for each box, to be filled in by pencil.</source>
            <translation>El grafo, y un hueco numerado por cada casilla, para rellenar a lápiz.</translation>
        </message>
        <message>
            <source>The worksheet's results, under the same numbers.</source>
            <translation>Los resultados de la hoja, con los mismos números.</translation>
        </message>
        <message>
            <source>The graph as it is on screen now.</source>
            <translation>El grafo tal como está ahora en pantalla.</translation>
        </message>
    </context>
    <context>
        <name>GraphLegend</name>
        <message>
            <source>value, forward</source>
            <translation>valor, hacia delante</translation>
        </message>
        <message>
            <source>derivative, backward</source>
            <translation>derivada, hacia atrás</translation>
        </message>
        <message>
            <source>right</source>
            <translation>correcta</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>aún no</translation>
        </message>
        <message>
            <source>open</source>
            <translation>abierta</translation>
        </message>
    </context>
    <context>
        <name>GraphSession</name>
        <message>
            <source>Another expression</source>
            <translation>Otra expresión</translation>
        </message>
        <message>
            <source>Change a number</source>
            <translation>Cambiar un número</translation>
        </message>
        <message>
            <source>New numbers</source>
            <translation>Números nuevos</translation>
        </message>
        <message>
            <source>Original numbers</source>
            <translation>Números originales</translation>
        </message>
        <message>
            <source>Fill in a box</source>
            <translation>Rellenar una casilla</translation>
        </message>
        <message>
            <source>Fill in boxes</source>
            <translation>Rellenar casillas</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>Pista</translation>
        </message>
        <message>
            <source>Reveal one</source>
            <translation>Mostrar una</translation>
        </message>
        <message>
            <source>Reveal all</source>
            <translation>Mostrar todas</translation>
        </message>
        <message>
            <source>Hide all</source>
            <translation>Ocultar todas</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>Empezar de nuevo</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Orden</translation>
        </message>
        <message>
            <source>Choose what is asked</source>
            <translation>Elegir lo que se pide</translation>
        </message>
        <message>
            <source>Change a hint</source>
            <translation>Cambiar una pista</translation>
        </message>
        <message>
            <source>Change the title</source>
            <translation>Cambiar el título</translation>
        </message>
    </context>
    <context>
        <name>GraphView</name>
        <message>
            <source>open</source>
            <translation>abierta</translation>
        </message>
        <message>
            <source>right</source>
            <translation>correcta</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>aún no</translation>
        </message>
        <message>
            <source>revealed</source>
            <translation>mostrada</translation>
        </message>
        <message>
            <source>given</source>
            <translation>dato de partida</translation>
        </message>
        <message>
            <source>Given; click to have the learner fill it in</source>
            <translation>Dada; haz clic para que la rellene quien aprende</translation>
        </message>
        <message>
            <source>The learner fills it in; click to give it</source>
            <translation>La rellena quien aprende; haz clic para darla</translation>
        </message>
        <message>
            <source>Double-click to change the value</source>
            <translation>Haz doble clic para cambiar el valor</translation>
        </message>
        <message>
            <source>Not asked in this exercise</source>
            <translation>No se pide en este ejercicio</translation>
        </message>
        <message>
            <source>Another box comes first</source>
            <translation>Antes va otra casilla</translation>
        </message>
        <message>
            <source>Type the value; Enter checks it</source>
            <translation>Escribe el valor; Intro lo comprueba</translation>
        </message>
        <message>
            <source>By how many times as much does {node} change as {by}? Enter checks it</source>
            <translation>¿Cuántas veces más cambia {node} que {by}? Intro lo comprueba</translation>
        </message>
        <message>
            <source>the learner fills it in</source>
            <translation>la rellena quien aprende</translation>
        </message>
    </context>
    <context>
        <name>GraphWorkspace</name>
        <message>
            <source>two layers, two weights</source>
            <translation>dos capas, dos pesos</translation>
        </message>
        <message>
            <source>Your own expression</source>
            <translation>Tu propia expresión</translation>
        </message>
    </context>
    <context>
        <name>HintsPanel</name>
        <message>
            <source>The principle</source>
            <translation>El principio</translation>
        </message>
        <message>
            <source>The formula</source>
            <translation>La fórmula</translation>
        </message>
        <message>
            <source>The numbers</source>
            <translation>Los números</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Show hint {number} of {count}</source>
            <translation>Mostrar la pista {number} de {count}</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>Pista</translation>
        </message>
        <message>
            <source>Choose a box with a question mark to be helped with it.</source>
            <translation>Elige una casilla con un signo de interrogación para recibir ayuda.</translation>
        </message>
    </context>
    <context>
        <name>HistoryPlot</name>
        <message>
            <source>train</source>
            <translation>entrenamiento</translation>
        </message>
        <message>
            <source>test</source>
            <translation>prueba</translation>
        </message>
        <message>
            <source>accuracy, %</source>
            <translation>exactitud, %</translation>
        </message>
        <message>
            <source>mean loss per sample</source>
            <translation>pérdida media por muestra</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>época</translation>
        </message>
        <message>
            <source>Accuracy or loss over the epochs</source>
            <translation>Exactitud o pérdida a lo largo de las épocas</translation>
        </message>
    </context>
    <context>
        <name>InputCard</name>
        <message>
            <source>{width} × {height} input</source>
            <translation>Entrada {width} × {height}</translation>
        </message>
        <message>
            <source>The input as the network sees it</source>
            <translation>La entrada como la ve la red</translation>
        </message>
        <message>
            <source>as in the data set</source>
            <translation>como en los datos</translation>
        </message>
        <message>
            <source>left as it was drawn</source>
            <translation>tal como se dibujó</translation>
        </message>
        <message>
            <source>fitted to the edges</source>
            <translation>ajustada a los bordes</translation>
        </message>
        <message>
            <source>put in the middle</source>
            <translation>puesta en el medio</translation>
        </message>
        <message>
            <source>fitted in {width} × {height}</source>
            <translation>ajustada a {width} × {height}</translation>
        </message>
        <message>
            <source>centred by mass</source>
            <translation>centrada por masa</translation>
        </message>
        <message>
            <source>values 0 to 1</source>
            <translation>valores de 0 a 1</translation>
        </message>
        <message>
            <source>values {low} to {high}</source>
            <translation>valores de {low} a {high}</translation>
        </message>
        <message>
            <source>Recentre</source>
            <translation>Centrar</translation>
        </message>
        <message>
            <source>Centre drawings as the data set's pictures are, or leave them where they were drawn</source>
            <translation>Centra los dibujos como las imágenes del conjunto de datos, o déjalos donde se dibujaron</translation>
        </message>
    </context>
    <context>
        <name>InsideHeading</name>
        <message>
            <source>No hidden layer</source>
            <translation>Sin capa oculta</translation>
        </message>
        <message>
            <source>Contribution to {output}</source>
            <translation>Aporte a {output}</translation>
        </message>
        <message>
            <source>Contribution</source>
            <translation>Aporte</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Número</translation>
        </message>
        <message>
            <source>Hidden {layer} · {neurons} × {activation}</source>
            <translation>Oculta {layer} · {neurons} × {activation}</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Salida</translation>
        </message>
        <message>
            <source>What each neuron puts out over the inputs</source>
            <translation>La salida de cada neurona sobre las entradas</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Pesos</translation>
        </message>
        <message>
            <source>Each neuron's incoming weights, as a picture</source>
            <translation>Los pesos de entrada de cada neurona, como imagen</translation>
        </message>
        <message>
            <source>Alone</source>
            <translation>Sola</translation>
        </message>
        <message>
            <source>What the network puts out with this neuron alone in its layer</source>
            <translation>La salida de la red con esta neurona sola en su capa</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>Sin ella</translation>
        </message>
        <message>
            <source>What the network puts out without this neuron</source>
            <translation>La salida de la red sin esta neurona</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Parar</translation>
        </message>
        <message>
            <source>Grow</source>
            <translation>Crecer</translation>
        </message>
        <message>
            <source>Add the neurons one by one, the largest contribution first, and see how the answer builds up</source>
            <translation>Añade las neuronas una a una, la de mayor aporte primero, y mira cómo se forma la respuesta</translation>
        </message>
        <message>
            <source>All on</source>
            <translation>Todas</translation>
        </message>
        <message>
            <source>Bring every neuron back</source>
            <translation>Volver a encender todas las neuronas</translation>
        </message>
        <message>
            <source>What the gallery shows</source>
            <translation>Qué muestra la galería</translation>
        </message>
        <message>
            <source>Sort</source>
            <translation>Orden</translation>
        </message>
        <message>
            <source>Hidden layer</source>
            <translation>Capa oculta</translation>
        </message>
        <message>
            <source>Order of the neurons</source>
            <translation>Orden de las neuronas</translation>
        </message>
        <message>
            <source>What a tile shows</source>
            <translation>Qué muestra cada imagen</translation>
        </message>
    </context>
    <context>
        <name>InsideWorkspace</name>
        <message>
            <source>{activation} {value}</source>
            <translation>{activation} {value}</translation>
        </message>
    </context>
    <context>
        <name>JobHead</name>
        <message>
            <source>Cancel · {share} %</source>
            <translation>Cancelar · {share} %</translation>
        </message>
        <message>
            <source>Calculate again</source>
            <translation>Calcular de nuevo</translation>
        </message>
        <message>
            <source>Calculate</source>
            <translation>Calcular</translation>
        </message>
    </context>
    <context>
        <name>KernelDialog</name>
        <message>
            <source>Kernel</source>
            <translation>Núcleo</translation>
        </message>
        <message>
            <source>Parts of the kernel</source>
            <translation>Partes del núcleo</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Código fuente</translation>
        </message>
        <message>
            <source>Reading the source…</source>
            <translation>Leyendo el código fuente…</translation>
        </message>
        <message>
            <source>Training on {device}: the code that runs, part by part</source>
            <translation>Entrenando en {device}: el código que se ejecuta, parte por parte</translation>
        </message>
    </context>
    <context>
        <name>Landscape</name>
        <message>
            <source>Two weights</source>
            <translation>Dos pesos</translation>
        </message>
        <message>
            <source>Random directions</source>
            <translation>Direcciones aleatorias</translation>
        </message>
        <message>
            <source>PCA of the path</source>
            <translation>PCA del camino</translation>
        </message>
        <message>
            <source>the network's loss over two of its weights</source>
            <translation>la pérdida de la red según dos de sus pesos</translation>
        </message>
        <message>
            <source>the network's loss in two random directions</source>
            <translation>la pérdida de la red en dos direcciones aleatorias</translation>
        </message>
        <message>
            <source>the network's loss along its training path</source>
            <translation>la pérdida de la red a lo largo de su entrenamiento</translation>
        </message>
        <message>
            <source>There is no network yet: make one in Train.</source>
            <translation>Todavía no hay red: crea una en Entrenar.</translation>
        </message>
        <message>
            <source>random direction {number}</source>
            <translation>dirección aleatoria {number}</translation>
        </message>
        <message>
            <source>main direction {number}, {share} %</source>
            <translation>dirección principal {number}, {share} %</translation>
        </message>
        <message>
            <source>network</source>
            <translation>red</translation>
        </message>
        <message>
            <source>Perceptron</source>
            <translation>Perceptrón</translation>
        </message>
        <message>
            <source>one neuron, a line by hand</source>
            <translation>una neurona, una recta a mano</translation>
        </message>
        <message>
            <source>half the mean squared deviation of the fit</source>
            <translation>la mitad de la desviación cuadrática media del ajuste</translation>
        </message>
        <message>
            <source>the function's value</source>
            <translation>el valor de la función</translation>
        </message>
        <message>
            <source>height</source>
            <translation>altura</translation>
        </message>
        <message>
            <source>position</source>
            <translation>posición</translation>
        </message>
        <message>
            <source>cost</source>
            <translation>coste</translation>
        </message>
        <message>
            <source>four equal minima</source>
            <translation>cuatro mínimos iguales</translation>
        </message>
        <message>
            <source>Lorentz fit</source>
            <translation>Ajuste lorentziano</translation>
        </message>
        <message>
            <source>Your own function</source>
            <translation>Tu propia función</translation>
        </message>
    </context>
    <context>
        <name>LandscapeHeading</name>
        <message>
            <source>Landscape</source>
            <translation>Paisaje</translation>
        </message>
        <message>
            <source>Contours</source>
            <translation>Contornos</translation>
        </message>
        <message>
            <source>Surface</source>
            <translation>Superficie</translation>
        </message>
        <message>
            <source>How the landscape is drawn</source>
            <translation>Cómo se dibuja el paisaje</translation>
        </message>
        <message>
            <source>The start back where the function has it</source>
            <translation>Devolver el inicio a donde lo tiene la función</translation>
        </message>
    </context>
    <context>
        <name>LandscapeMap</name>
        <message>
            <source>start</source>
            <translation>inicio</translation>
        </message>
        <message>
            <source>minimum</source>
            <translation>mínimo</translation>
        </message>
        <message>
            <source>lowest here</source>
            <translation>lo más bajo aquí</translation>
        </message>
        <message>
            <source>cost</source>
            <translation>coste</translation>
        </message>
        <message>
            <source>next step, drawn {count} × as long</source>
            <translation>paso siguiente, {count} × más largo</translation>
        </message>
        <message>
            <source>Map of the cost; the arrow keys move the start</source>
            <translation>Mapa del coste; las flechas mueven el inicio</translation>
        </message>
    </context>
    <context>
        <name>LandscapeSession</name>
        <message>
            <source>Another function</source>
            <translation>Otra función</translation>
        </message>
        <message>
            <source>Your own function</source>
            <translation>Tu propia función</translation>
        </message>
        <message>
            <source>Change the optimizer</source>
            <translation>Cambiar el optimizador</translation>
        </message>
        <message>
            <source>Add an optimizer</source>
            <translation>Añadir un optimizador</translation>
        </message>
        <message>
            <source>Remove an optimizer</source>
            <translation>Quitar un optimizador</translation>
        </message>
        <message>
            <source>Change the batch</source>
            <translation>Cambiar el lote</translation>
        </message>
        <message>
            <source>Move the start</source>
            <translation>Mover el inicio</translation>
        </message>
        <message>
            <source>Change the data</source>
            <translation>Cambiar los datos</translation>
        </message>
        <message>
            <source>Open pairs</source>
            <translation>Abrir pares</translation>
        </message>
    </context>
    <context>
        <name>LandscapeWorkspace</name>
        <message>
            <source>No way down begins here. {reason} Move the start.</source>
            <translation>Aquí no empieza ningún camino. {reason} Mueve el inicio.</translation>
        </message>
        <message>
            <source>Open pairs</source>
            <translation>Abrir pares</translation>
        </message>
        <message>
            <source>NumPy arrays x and y (*.npz)</source>
            <translation>Arrays x e y de NumPy (*.npz)</translation>
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
        <name>LogCurveView</name>
        <message>
            <source>p, given to what happened</source>
            <translation>p, dada a lo que ocurrió</translation>
        </message>
        <message>
            <source>Minus the logarithm of p: 0 where the neuron is sure and right, endless where it is sure and wrong</source>
            <translation>Menos el logaritmo de p: 0 donde la neurona está segura y acierta, infinito donde está segura y se equivoca</translation>
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
        <name>MistakesPanel</name>
        <message>
            <source>Sample {number}: {true} read as {read}, {sure} sure</source>
            <translation>Muestra {number}: {true} leído como {read}, con {sure} de seguridad</translation>
        </message>
        <message>
            <source>Worst mistakes</source>
            <translation>Peores errores</translation>
        </message>
        <message>
            <source>true → read as, how sure</source>
            <translation>verdadera → leída, seguridad</translation>
        </message>
        <message>
            <source>Every sample is read right.</source>
            <translation>Todas las muestras se leen bien.</translation>
        </message>
    </context>
    <context>
        <name>NameField</name>
        <message>
            <source>There is no weight “{text}”. Names are such as W1[2,3] and b1[3].</source>
            <translation>No hay ningún peso «{text}». Los nombres son como W1[2,3] y b1[3].</translation>
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
        <name>OptimizerPanel</name>
        <message>
            <source>Steps each</source>
            <translation>Pasos entre bajadas</translation>
        </message>
        <message>
            <source>Steps between two drops; for cosine, until the rate is 0</source>
            <translation>Pasos entre dos bajadas; con el coseno, hasta que la tasa es 0</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>Optimizador</translation>
        </message>
        <message>
            <source>Learning rate η</source>
            <translation>Tasa de aprendizaje η</translation>
        </message>
        <message>
            <source>Batch M</source>
            <translation>Lote M</translation>
        </message>
        <message>
            <source>Landscape of each batch</source>
            <translation>Paisaje de cada lote</translation>
        </message>
        <message>
            <source>The cost over each step's own M points instead of a fixed sample: the fewer points, the more it trembles</source>
            <translation>El coste sobre los M puntos de cada paso en vez de una muestra fija: cuantos menos puntos, más tiembla</translation>
        </message>
    </context>
    <context>
        <name>Outline</name>
        <message>
            <source>{net} and {out} of {neuron}</source>
            <translation>{net} y {out} de {neuron}</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Producto</translation>
        </message>
        <message>
            <source>done</source>
            <translation>hecho</translation>
        </message>
        <message>
            <source>in progress</source>
            <translation>en curso</translation>
        </message>
        <message>
            <source>current</source>
            <translation>actual</translation>
        </message>
        <message>
            <source>to do</source>
            <translation>pendiente</translation>
        </message>
    </context>
    <context>
        <name>OutlinePanel</name>
        <message>
            <source>pass {number}</source>
            <translation>pasada {number}</translation>
        </message>
        <message>
            <source>Outline of the steps</source>
            <translation>Esquema de los pasos</translation>
        </message>
    </context>
    <context>
        <name>OutputBars</name>
        <message>
            <source>Output</source>
            <translation>Salida</translation>
        </message>
        <message>
            <source>tick = with all neurons on</source>
            <translation>raya = con todas las neuronas</translation>
        </message>
        <message>
            <source>Outputs of the network</source>
            <translation>Salidas de la red</translation>
        </message>
    </context>
    <context>
        <name>PairsPanel</name>
        <message>
            <source>How much more the error grows with two neurons off together than with each of them off alone.</source>
            <translation>Cuánto más crece el error con dos neuronas apagadas a la vez que con cada una apagada por separado.</translation>
        </message>
        <message>
            <source>Of an earlier moment of this run: calculate again.</source>
            <translation>De un momento anterior de este entrenamiento: calcula de nuevo.</translation>
        </message>
        <message>
            <source>Change of the error with both off, less the changes with each one off; {samples} training samples.</source>
            <translation>Cambio del error con ambas apagadas, menos los cambios con cada una apagada; {samples} muestras de entrenamiento.</translation>
        </message>
        <message>
            <source>+ they stand in for each other, − they need each other</source>
            <translation>+ se sustituyen una a otra, − se necesitan una a otra</translation>
        </message>
        <message>
            <source>strongest {value}</source>
            <translation>la mayor: {value}</translation>
        </message>
        <message>
            <source>{first} and {second} stand in for each other</source>
            <translation>{first} y {second} se sustituyen una a otra</translation>
        </message>
        <message>
            <source>{first} and {second} need each other</source>
            <translation>{first} y {second} se necesitan una a otra</translation>
        </message>
        <message>
            <source>Overlap, and in brackets the change of the error with each one off alone</source>
            <translation>Solapamiento y, entre paréntesis, el cambio del error con cada una apagada por separado</translation>
        </message>
        <message>
            <source>Overlap of pairs of neurons</source>
            <translation>Solapamiento de pares de neuronas</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>Pares</translation>
        </message>
        <message>
            <source>Matrix of overlaps: the arrow keys go from pair to pair</source>
            <translation>Matriz de solapamientos: las flechas van de par en par</translation>
        </message>
    </context>
    <context>
        <name>PerClassTable</name>
        <message>
            <source>Precision: of the samples read as this class, the share that are of it.</source>
            <translation>Precisión: de las muestras leídas como esta clase, la parte que lo es.</translation>
        </message>
        <message>
            <source>Recall: of the samples of this class, the share that were read as it.</source>
            <translation>Exhaustividad: de las muestras de esta clase, la parte que se leyó como tal.</translation>
        </message>
        <message>
            <source>class</source>
            <translation>clase</translation>
        </message>
        <message>
            <source>samples</source>
            <translation>muestras</translation>
        </message>
        <message>
            <source>precision</source>
            <translation>precisión</translation>
        </message>
        <message>
            <source>recall</source>
            <translation>exhaust.</translation>
        </message>
        <message>
            <source>Precision and recall of each class</source>
            <translation>Precisión y exhaustividad de cada clase</translation>
        </message>
    </context>
    <context>
        <name>PerceptronPanel</name>
        <message>
            <source>{wrong} of {count} wrong</source>
            <translation>{wrong} de {count} mal</translation>
        </message>
        <message>
            <source>Cost: the share of the wrong, {cost}</source>
            <translation>Coste: la proporción de errores, {cost}</translation>
        </message>
        <message>
            <source>Cost: cross-entropy, the mean of −ln p, {cost}</source>
            <translation>Coste: entropía cruzada, la media de −ln p, {cost}</translation>
        </message>
        <message>
            <source>All probabilities multiplied: {product}. Their logarithms added: {sum}. The sum never becomes too small for a number.</source>
            <translation>Todas las probabilidades multiplicadas: {product}. Sus logaritmos sumados: {sum}. La suma nunca llega a ser demasiado pequeña para un número.</translation>
        </message>
        <message>
            <source>step {step}</source>
            <translation>paso {step}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausar</translation>
        </message>
        <message>
            <source>Descend</source>
            <translation>Descender</translation>
        </message>
        <message>
            <source>Drag the ends of the line. The count of errors says which of two lines is better, but not which way to turn one.</source>
            <translation>Arrastra los extremos de la recta. El número de errores dice cuál de dos rectas es mejor, pero no hacia dónde girarla.</translation>
        </message>
        <message>
            <source>Drag the ends of the line. Every small turn changes the cost: it says whether the line gets better.</source>
            <translation>Arrastra los extremos de la recta. Cada pequeño giro cambia el coste: dice si la recta mejora.</translation>
        </message>
        <message>
            <source>The surface of the step's cost is a staircase: flat, then a jump. On a flat place the gradient is 0.</source>
            <translation>La superficie del coste del escalón es una escalera: plana, luego un salto. En un lugar plano el gradiente es 0.</translation>
        </message>
        <message>
            <source>w ← w − η·∂C/∂w on all clients, step after step.</source>
            <translation>w ← w − η·∂C/∂w sobre todos los clientes, paso a paso.</translation>
        </message>
        <message>
            <source>One neuron</source>
            <translation>Una neurona</translation>
        </message>
        <message>
            <source>Gradient descent</source>
            <translation>Descenso del gradiente</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>Clientes</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Paso</translation>
        </message>
        <message>
            <source>Sigmoid</source>
            <translation>Sigmoide</translation>
        </message>
        <message>
            <source>Activation of the neuron</source>
            <translation>Activación de la neurona</translation>
        </message>
        <message>
            <source>Learning rate η</source>
            <translation>Tasa de aprendizaje η</translation>
        </message>
        <message>
            <source>One step</source>
            <translation>Un paso</translation>
        </message>
        <message>
            <source>First line</source>
            <translation>Primera recta</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>Ruido</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Semilla</translation>
        </message>
        <message>
            <source>Other clients</source>
            <translation>Otros clientes</translation>
        </message>
    </context>
    <context>
        <name>PerceptronRight</name>
        <message>
            <source>Cost over both weights</source>
            <translation>Coste según ambos pesos</translation>
        </message>
        <message>
            <source>The share of the wrong: flat steps. Nowhere does the slope say which way is down.</source>
            <translation>La proporción de errores: escalones planos. En ningún sitio la pendiente dice por dónde se baja.</translation>
        </message>
        <message>
            <source>The cross-entropy: smooth everywhere, so that every place has a way down.</source>
            <translation>La entropía cruzada: suave en todas partes, así que desde cada lugar se puede bajar.</translation>
        </message>
        <message>
            <source>−ln p</source>
            <translation>−ln p</translation>
        </message>
        <message>
            <source>A step says 1 or 0: who is decided wrongly has p = 0, and −ln 0 is endless (drawn at the upper edge).</source>
            <translation>Un escalón dice 1 o 0: quien está mal decidido tiene p = 0, y −ln 0 es infinito (dibujado en el borde superior).</translation>
        </message>
        <message>
            <source>Each client at the probability of what happened: sure and right costs nothing, sure and wrong costs most.</source>
            <translation>Cada cliente en la probabilidad de lo que ocurrió: seguro y acertado no cuesta nada, seguro y equivocado es lo más caro.</translation>
        </message>
    </context>
    <context>
        <name>PerceptronView</name>
        <message>
            <source>{wrong} of {count} clients are decided wrongly.</source>
            <translation>{wrong} de {count} clientes están mal decididos.</translation>
        </message>
        <message>
            <source>decided wrongly</source>
            <translation>mal decidido</translation>
        </message>
        <message>
            <source>Clients and the line of decision: arrow keys move an end of it, Enter goes to the other end</source>
            <translation>Clientes y recta de decisión: las flechas mueven un extremo, Intro pasa al otro extremo</translation>
        </message>
    </context>
    <context>
        <name>PictureDrop</name>
        <message>
            <source>Drop {name} here: a network learns to paint it</source>
            <translation>Suelta {name} aquí: una red aprende a pintarla</translation>
        </message>
    </context>
    <context>
        <name>PictureSource</name>
        <message>
            <source>Open a picture</source>
            <translation>Abrir una imagen</translation>
        </message>
        <message>
            <source>Pictures ({patterns})</source>
            <translation>Imágenes ({patterns})</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Smiley, drawn by the program</source>
            <translation>Carita, dibujada por el programa</translation>
        </message>
        <message>
            <source>{width} × {height}: {pixels} samples</source>
            <translation>{width} × {height}: {pixels} muestras</translation>
        </message>
        <message>
            <source>Picture to fit</source>
            <translation>Imagen que ajustar</translation>
        </message>
        <message>
            <source>The picture to fit, as the network sees it</source>
            <translation>La imagen que ajustar, como la ve la red</translation>
        </message>
        <message>
            <source>Open picture…</source>
            <translation>Abrir imagen…</translation>
        </message>
        <message>
            <source>PNG, JPEG, GIF, WebP, BMP or SVG; or drop a file here</source>
            <translation>PNG, JPEG, GIF, WebP, BMP o SVG; o suelta aquí un archivo</translation>
        </message>
        <message>
            <source>Smiley</source>
            <translation>Carita</translation>
        </message>
        <message>
            <source>Go back to the picture that the program draws</source>
            <translation>Volver a la imagen que dibuja el programa</translation>
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
        <name>PicturesView</name>
        <message>
            <source>The answer builds up</source>
            <translation>La respuesta se va formando</translation>
        </message>
        <message>
            <source>Fitted picture</source>
            <translation>Imagen ajustada</translation>
        </message>
        <message>
            <source>mean squared error {mse}</source>
            <translation>error cuadrático medio {mse}</translation>
        </message>
        <message>
            <source>MSE {mse}</source>
            <translation>ECM {mse}</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Objetivo</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Red</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Error</translation>
        </message>
        <message>
            <source>{count} of {all} neurons</source>
            <translation>{count} de {all} neuronas</translation>
        </message>
        <message>
            <source>The picture and what the network makes of it</source>
            <translation>La imagen y lo que la red hace de ella</translation>
        </message>
        <message>
            <source>Drawn at the picture's own resolution</source>
            <translation>Dibujada a la resolución propia de la imagen</translation>
        </message>
        <message>
            <source>Drawn 4 times finer than the picture</source>
            <translation>Dibujada 4 veces más fina que la imagen</translation>
        </message>
        <message>
            <source>How fine the network's picture is drawn</source>
            <translation>Con qué finura se dibuja la imagen de la red</translation>
        </message>
        <message>
            <source>Choose a picture as data to fit it</source>
            <translation>Elige una imagen como datos para ajustarla</translation>
        </message>
    </context>
    <context>
        <name>Placeholder</name>
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
        <name>PlanePanel</name>
        <message>
            <source>The loss while these two weights change and all others stay as they are.</source>
            <translation>La pérdida cuando cambian estos dos pesos y todos los demás se quedan como están.</translation>
        </message>
        <message>
            <source>The loss around the network in two random directions, scaled neuron by neuron: at 1 a neuron's weights have changed by as much as their own size. A wide valley is a network that a small change doesn't spoil.</source>
            <translation>La pérdida alrededor de la red en dos direcciones aleatorias, escaladas neurona a neurona: en 1 los pesos de una neurona han cambiado tanto como su propio tamaño. Un valle ancho es una red que un cambio pequeño no estropea.</translation>
        </message>
        <message>
            <source>The plane in which the training's path spreads most (PCA). The path is its shadow on that plane: where the shares are small, much of the way isn't seen.</source>
            <translation>El plano en el que más se extiende el camino del entrenamiento (PCA). El camino es su sombra en ese plano: si las partes son pequeñas, no se ve gran parte del recorrido.</translation>
        </message>
        <message>
            <source>Shares of the path's variance: {first} % and {second} %</source>
            <translation>Partes de la varianza del camino: {first} % y {second} %</translation>
        </message>
        <message>
            <source>{resolution} × {resolution} places, over {samples} of {of} training samples.</source>
            <translation>{resolution} × {resolution} lugares, sobre {samples} de {of} muestras de entrenamiento.</translation>
        </message>
        <message>
            <source>Loss here: {loss}. Click a place to put the network there.</source>
            <translation>Pérdida aquí: {loss}. Haz clic en un lugar para poner la red allí.</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausar</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>Entrenar</translation>
        </message>
        <message>
            <source>Pause the training (Space)</source>
            <translation>Pausar el entrenamiento (Espacio)</translation>
        </message>
        <message>
            <source>Train the network (Space)</source>
            <translation>Entrenar la red (Espacio)</translation>
        </message>
        <message>
            <source>One epoch</source>
            <translation>Una época</translation>
        </message>
        <message>
            <source>Back to the weights it began with (R)</source>
            <translation>Volver a los pesos con los que empezó (R)</translation>
        </message>
        <message>
            <source>One step back (←)</source>
            <translation>Un paso atrás (←)</translation>
        </message>
        <message>
            <source>One step (→)</source>
            <translation>Un paso (→)</translation>
        </message>
        <message>
            <source>Plane</source>
            <translation>Plano</translation>
        </message>
        <message>
            <source>Across</source>
            <translation>Horizontal</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Vertical</translation>
        </message>
        <message>
            <source>Seed of the directions</source>
            <translation>Semilla de las direcciones</translation>
        </message>
        <message>
            <source>New directions</source>
            <translation>Otras direcciones</translation>
        </message>
    </context>
    <context>
        <name>Player</name>
        <message>
            <source>Operation</source>
            <translation>Operación</translation>
        </message>
        <message>
            <source>One click is one number</source>
            <translation>Un clic es un número</translation>
        </message>
        <message>
            <source>Neuron</source>
            <translation>Neurona</translation>
        </message>
        <message>
            <source>One click is a neuron, or a parameter's derivative</source>
            <translation>Un clic es una neurona o la derivada de un parámetro</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Capa</translation>
        </message>
        <message>
            <source>One click is a layer</source>
            <translation>Un clic es una capa</translation>
        </message>
        <message>
            <source>Pass</source>
            <translation>Pasada</translation>
        </message>
        <message>
            <source>One click is a pass: forward, error, backward, update</source>
            <translation>Un clic es una pasada: hacia delante, error, hacia atrás, actualización</translation>
        </message>
        <message>
            <source>Iteration</source>
            <translation>Iteración</translation>
        </message>
        <message>
            <source>One click is an iteration</source>
            <translation>Un clic es una iteración</translation>
        </message>
    </context>
    <context>
        <name>PlayerPanel</name>
        <message>
            <source>Pause (Space)</source>
            <translation>Pausa (Espacio)</translation>
        </message>
        <message>
            <source>Play by itself (Space)</source>
            <translation>Avanzar solo (Espacio)</translation>
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
            <source>First step (Home)</source>
            <translation>Primer paso (Inicio)</translation>
        </message>
        <message>
            <source>One step back (←)</source>
            <translation>Un paso atrás (←)</translation>
        </message>
        <message>
            <source>One step forward (→)</source>
            <translation>Un paso adelante (→)</translation>
        </message>
        <message>
            <source>Last step (End)</source>
            <translation>Último paso (Fin)</translation>
        </message>
        <message>
            <source>Pace</source>
            <translation>Ritmo</translation>
        </message>
        <message>
            <source>Steps of the walk</source>
            <translation>Pasos del recorrido</translation>
        </message>
        <message>
            <source>How far one click goes</source>
            <translation>Hasta dónde llega un clic</translation>
        </message>
    </context>
    <context>
        <name>PointCard</name>
        <message>
            <source>… {number} more</source>
            <translation>… {number} más</translation>
        </message>
        <message>
            <source>input</source>
            <translation>entrada</translation>
        </message>
        <message>
            <source>value</source>
            <translation>valor</translation>
        </message>
        <message>
            <source>as seen</source>
            <translation>vista</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>Muestra</translation>
        </message>
        <message>
            <source>test</source>
            <translation>prueba</translation>
        </message>
        <message>
            <source>train</source>
            <translation>entrenamiento</translation>
        </message>
        <message>
            <source>number {number}, {part}</source>
            <translation>número {number}, {part}</translation>
        </message>
        <message>
            <source>true: {name}</source>
            <translation>verdadera: {name}</translation>
        </message>
        <message>
            <source>target {values}</source>
            <translation>objetivo {values}</translation>
        </message>
        <message>
            <source>Inputs of the sample</source>
            <translation>Entradas de la muestra</translation>
        </message>
        <message>
            <source>Choose another sample in the Train workspace's map, or among the samples at the right.</source>
            <translation>Elige otra muestra en el mapa del espacio Entrenar, o entre las muestras de la derecha.</translation>
        </message>
        <message>
            <source>Choose another sample in the Train workspace's map, or on the page Over the data.</source>
            <translation>Elige otra muestra en el mapa de Entrenar o en la página Sobre los datos.</translation>
        </message>
    </context>
    <context>
        <name>Predict</name>
        <message>
            <source>{right} of {asked} right at first try</source>
            <translation>{right} de {asked} bien a la primera</translation>
        </message>
    </context>
    <context>
        <name>PredictPanel</name>
        <message>
            <source>Right</source>
            <translation>Correcto</translation>
        </message>
        <message>
            <source>Not right</source>
            <translation>Incorrecto</translation>
        </message>
        <message>
            <source>Hint {number} of {count}</source>
            <translation>Pista {number} de {count}</translation>
        </message>
        <message>
            <source>Switch this on to be asked for each number before it is shown.</source>
            <translation>Actívalo para que te pregunte cada número antes de mostrarlo.</translation>
        </message>
        <message>
            <source>There is nothing to predict at this step.</source>
            <translation>En este paso no hay nada que predecir.</translation>
        </message>
        <message>
            <source>Your answer</source>
            <translation>Tu respuesta</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} de {count}</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>Pista</translation>
        </message>
        <message>
            <source>Next hint, {given}</source>
            <translation>Pista siguiente, {given}</translation>
        </message>
        <message>
            <source>below 0</source>
            <translation>bajo 0</translation>
        </message>
        <message>
            <source>above 0</source>
            <translation>sobre 0</translation>
        </message>
        <message>
            <source>down</source>
            <translation>baja</translation>
        </message>
        <message>
            <source>up</source>
            <translation>sube</translation>
        </message>
        <message>
            <source>On which side of 0</source>
            <translation>A qué lado de 0</translation>
        </message>
        <message>
            <source>Which way</source>
            <translation>Hacia dónde</translation>
        </message>
        <message>
            <source>Type a number first: 0.75, 0,75, 3/4 and 2*11 are all understood.</source>
            <translation>Escribe antes un número: se entienden 0.75, 0,75, 3/4 y 2*11.</translation>
        </message>
        <message>
            <source>Predict</source>
            <translation>Predice</translation>
        </message>
        <message>
            <source>Ask before showing</source>
            <translation>Preguntar antes de mostrar</translation>
        </message>
        <message>
            <source>Reveal</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Comprobar</translation>
        </message>
    </context>
    <context>
        <name>PreparePanel</name>
        <message>
            <source>The learner fills in {asked} of {boxes} boxes.</source>
            <translation>Quien aprende rellena {asked} de {boxes} casillas.</translation>
        </message>
        <message>
            <source>Prepare the exercise</source>
            <translation>Preparar el ejercicio</translation>
        </message>
        <message>
            <source>Click boxes in the graph: ticked ones are filled in by the learner, the others are shown from the start.</source>
            <translation>Haz clic en las casillas del grafo: las marcadas las rellena quien aprende, las demás se muestran desde el principio.</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Título</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Orden</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Libre</translation>
        </message>
        <message>
            <source>Enforced</source>
            <translation>Obligatorio</translation>
        </message>
        <message>
            <source>Order of filling in</source>
            <translation>Orden de rellenado</translation>
        </message>
        <message>
            <source>Ask for all</source>
            <translation>Pedir todas</translation>
        </message>
        <message>
            <source>Give all values</source>
            <translation>Dar todos los valores</translation>
        </message>
        <message>
            <source>Give local derivatives</source>
            <translation>Dar las derivadas locales</translation>
        </message>
        <message>
            <source>Your own hints</source>
            <translation>Tus propias pistas</translation>
        </message>
        <message>
            <source>Click a box to write hints for it. Where you write none, the program's are used.</source>
            <translation>Haz clic en una casilla para escribir sus pistas. Donde no escribas ninguna, se usan las del programa.</translation>
        </message>
        <message>
            <source>First: the principle</source>
            <translation>Primera: el principio</translation>
        </message>
        <message>
            <source>Second: the formula</source>
            <translation>Segunda: la fórmula</translation>
        </message>
        <message>
            <source>Third: the numbers</source>
            <translation>Tercera: los números</translation>
        </message>
        <message>
            <source>Save the exercise…</source>
            <translation>Guardar el ejercicio…</translation>
        </message>
        <message>
            <source>Done: see it as the learner does</source>
            <translation>Listo: verlo como quien aprende</translation>
        </message>
    </context>
    <context>
        <name>Preparing</name>
        <message>
            <source>Hint</source>
            <translation>Pista</translation>
        </message>
        <message>
            <source>Reveal</source>
            <translation>Revelar</translation>
        </message>
        <message>
            <source>The learner fills it in</source>
            <translation>La rellena quien aprende</translation>
        </message>
        <message>
            <source>Write its hints…</source>
            <translation>Escribir sus pistas…</translation>
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
        <name>RacePanel</name>
        <message>
            <source>same start, same batches</source>
            <translation>mismo inicio, mismos lotes</translation>
        </message>
        <message>
            <source>same start</source>
            <translation>mismo inicio</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>Optimizador</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>Point at step {step}</source>
            <translation>Punto en el paso {step}</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Coste</translation>
        </message>
        <message>
            <source>Steps until cost &lt; {cost}</source>
            <translation>Pasos a coste &lt; {cost}</translation>
        </message>
        <message>
            <source>Race</source>
            <translation>Carrera</translation>
        </message>
        <message>
            <source>Add optimizer</source>
            <translation>Añadir optimizador</translation>
        </message>
    </context>
    <context>
        <name>RaceScrub</name>
        <message>
            <source>marks: cost below {cost}</source>
            <translation>marcas: coste por debajo de {cost}</translation>
        </message>
        <message>
            <source>{name}: step {step}</source>
            <translation>{name}: paso {step}</translation>
        </message>
        <message>
            <source>Step {step}</source>
            <translation>Paso {step}</translation>
        </message>
    </context>
    <context>
        <name>RaceTransport</name>
        <message>
            <source>Pause (Space)</source>
            <translation>Pausa (Espacio)</translation>
        </message>
        <message>
            <source>Play (Space)</source>
            <translation>Reproducir (Espacio)</translation>
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
            <source>Step</source>
            <translation>Paso</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Coste</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>Paso siguiente</translation>
        </message>
        <message>
            <source>How steep the cost is here: the length of its gradient</source>
            <translation>Lo empinado que es aquí el coste: la longitud de su gradiente</translation>
        </message>
        <message>
            <source>How far the next step goes</source>
            <translation>Lo lejos que llega el paso siguiente</translation>
        </message>
        <message>
            <source>Run again from the start, with the settings as they are now (R)</source>
            <translation>Repetir desde el inicio, con los ajustes tal como están ahora (R)</translation>
        </message>
        <message>
            <source>One step back (←)</source>
            <translation>Un paso atrás (←)</translation>
        </message>
        <message>
            <source>One step (→)</source>
            <translation>Un paso (→)</translation>
        </message>
        <message>
            <source>Pace</source>
            <translation>Ritmo</translation>
        </message>
        <message>
            <source>Steps of the race</source>
            <translation>Pasos de la carrera</translation>
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
        <name>Researching</name>
        <message>
            <source>Pairs are looked at in layers of up to {most} neurons.</source>
            <translation>Los pares se miran en capas de hasta {most} neuronas.</translation>
        </message>
    </context>
    <context>
        <name>Ridges</name>
        <message>
            <source>{count} of {all} samples</source>
            <translation>{count} de {all} muestras</translation>
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
        <name>RunnerRow</name>
        <message>
            <source>Remove {name}</source>
            <translation>Quitar {name}</translation>
        </message>
        <message>
            <source>diverged</source>
            <translation>divergió</translation>
        </message>
        <message>
            <source>no value here</source>
            <translation>aquí no hay valor</translation>
        </message>
    </context>
    <context>
        <name>SampleCard</name>
        <message>
            <source>Explain</source>
            <translation>Explicar</translation>
        </message>
        <message>
            <source>Follow every number of this sample through the network, and back (E)</source>
            <translation>Sigue cada número de esta muestra por la red, ida y vuelta (E)</translation>
        </message>
    </context>
    <context>
        <name>SamplesPanel</name>
        <message>
            <source>Sample {number}: {title}, {sure}</source>
            <translation>Muestra {number}: {title}, {sure}</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>Muestras</translation>
        </message>
        <message>
            <source>{true} read as {read}</source>
            <translation>{true} leído como {read}</translation>
        </message>
        <message>
            <source>{number} of {whole}</source>
            <translation>{number} de {whole}</translation>
        </message>
        <message>
            <source>Choose a cell of the matrix to see its samples.</source>
            <translation>Elige una celda de la matriz para ver sus muestras.</translation>
        </message>
        <message>
            <source>There are none.</source>
            <translation>No hay ninguna.</translation>
        </message>
        <message>
            <source>Samples before these</source>
            <translation>Muestras anteriores</translation>
        </message>
        <message>
            <source>More samples</source>
            <translation>Más muestras</translation>
        </message>
    </context>
    <context>
        <name>ScorePanel</name>
        <message>
            <source>{right} of {asked} right</source>
            <translation>{right} de {asked} correctas</translation>
        </message>
        <message>
            <source>Values from left to right, then derivatives from right to left.</source>
            <translation>Los valores de izquierda a derecha y luego las derivadas de derecha a izquierda.</translation>
        </message>
        <message>
            <source>Any box, in any order.</source>
            <translation>Cualquier casilla, en cualquier orden.</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>Puntuación</translation>
        </message>
        <message>
            <source>right at first try</source>
            <translation>correctas a la primera</translation>
        </message>
        <message>
            <source>with a hint</source>
            <translation>con una pista</translation>
        </message>
        <message>
            <source>not yet right</source>
            <translation>aún no correctas</translation>
        </message>
        <message>
            <source>revealed</source>
            <translation>mostradas</translation>
        </message>
        <message>
            <source>open</source>
            <translation>abiertas</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Orden</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Libre</translation>
        </message>
        <message>
            <source>Enforced</source>
            <translation>Fijo</translation>
        </message>
        <message>
            <source>Order of filling in</source>
            <translation>Orden en que se rellena</translation>
        </message>
    </context>
    <context>
        <name>ScrubBar</name>
        <message>
            <source>Step {step}</source>
            <translation>Paso {step}</translation>
        </message>
    </context>
    <context>
        <name>ShapleyPanel</name>
        <message>
            <source>Together {sum}: the error falls by as much from none of them to all of them.</source>
            <translation>Juntas {sum}: el error baja eso mismo al pasar de ninguna a todas.</translation>
        </message>
        <message>
            <source>Together {sum}: the accuracy rises by as much from none of them to all of them.</source>
            <translation>Juntas {sum}: la exactitud sube eso mismo al pasar de ninguna a todas.</translation>
        </message>
        <message>
            <source>What each neuron adds on average when neurons are switched on one by one, in many random orders.</source>
            <translation>Lo que cada neurona aporta de media cuando se encienden una a una, en muchos órdenes al azar.</translation>
        </message>
        <message>
            <source>Of an earlier moment of this run: calculate again.</source>
            <translation>De un momento anterior de este entrenamiento: calcula de nuevo.</translation>
        </message>
        <message>
            <source>Mean over {orders} random orders, ± its standard error; {samples} training samples.</source>
            <translation>Media de {orders} órdenes al azar, ± su error estándar; {samples} muestras de entrenamiento.</translation>
        </message>
        <message>
            <source>Shapley values</source>
            <translation>Valores de Shapley</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>Órdenes</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Semilla</translation>
        </message>
        <message>
            <source>How many random orders are drawn: four times as many halve the standard errors</source>
            <translation>Cuántos órdenes al azar se sortean: con el cuádruple, los errores estándar se reducen a la mitad</translation>
        </message>
        <message>
            <source>The same seed gives the same values</source>
            <translation>La misma semilla da los mismos valores</translation>
        </message>
        <message>
            <source>Draw another seed</source>
            <translation>Sortear otra semilla</translation>
        </message>
        <message>
            <source>Share of each neuron: up and down go from neuron to neuron</source>
            <translation>Parte de cada neurona: arriba y abajo van de neurona en neurona</translation>
        </message>
    </context>
    <context>
        <name>StepCounter</name>
        <message>
            <source>Step {step} of {count}</source>
            <translation>Paso {step} de {count}</translation>
        </message>
    </context>
    <context>
        <name>StepParts</name>
        <message>
            <source>Forward</source>
            <translation>Hacia delante</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Error</translation>
        </message>
        <message>
            <source>Output layer</source>
            <translation>Capa de salida</translation>
        </message>
        <message>
            <source>Hidden layer</source>
            <translation>Capa oculta</translation>
        </message>
        <message>
            <source>Hidden layer {layer}</source>
            <translation>Capa oculta {layer}</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Actualización</translation>
        </message>
        <message>
            <source>Backward: {part}</source>
            <translation>Hacia atrás: {part}</translation>
        </message>
        <message>
            <source>{part}, sample {sample}</source>
            <translation>{part}, muestra {sample}</translation>
        </message>
        <message>
            <source>Iteration {number}</source>
            <translation>Iteración {number}</translation>
        </message>
        <message>
            <source>Next iteration</source>
            <translation>Iteración siguiente</translation>
        </message>
        <message>
            <source>After the last update</source>
            <translation>Tras la última actualización</translation>
        </message>
    </context>
    <context>
        <name>StepsDiagram</name>
        <message>
            <source>Network diagram of the step</source>
            <translation>Diagrama de la red en este paso</translation>
        </message>
        <message>
            <source>New value of {name}</source>
            <translation>Nuevo valor de {name}</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Oculta</translation>
        </message>
        <message>
            <source>Hidden {number}</source>
            <translation>Oculta {number}</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>Entrada</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Salida</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Error</translation>
        </message>
        <message numerus="yes">
            <source>… %n more …</source>
            <translation>
                <numerusform>… %n más …</numerusform>
                <numerusform>… %n más …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n neuron(s)</source>
            <translation>
                <numerusform>%n neurona</numerusform>
                <numerusform>%n neuronas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n input(s)</source>
            <translation>
                <numerusform>%n entrada</numerusform>
                <numerusform>%n entradas</numerusform>
            </translation>
        </message>
        <message>
            <source>Guess it first.</source>
            <translation>Adivínalo primero.</translation>
        </message>
        <message>
            <source>before this update {value}</source>
            <translation>antes de esta actualización {value}</translation>
        </message>
        <message>
            <source>not calculated yet</source>
            <translation>aún sin calcular</translation>
        </message>
        <message>
            <source>double-click to change what it starts from</source>
            <translation>haz doble clic para cambiar su valor inicial</translation>
        </message>
        <message>
            <source>double-click to change</source>
            <translation>haz doble clic para cambiarlo</translation>
        </message>
        <message>
            <source>from</source>
            <translation>a partir de</translation>
        </message>
    </context>
    <context>
        <name>StepsHeading</name>
        <message>
            <source>{count} decimals</source>
            <translation>{count} decimales</translation>
        </message>
        <message>
            <source>Decimals shown</source>
            <translation>Decimales que se muestran</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
    </context>
    <context>
        <name>StepsSetup</name>
        <message>
            <source>Fixed</source>
            <translation>Fijos</translation>
        </message>
        <message>
            <source>Fixed: they stay as they are</source>
            <translation>Fijos: se quedan como están</translation>
        </message>
        <message>
            <source>Per neuron</source>
            <translation>Por neurona</translation>
        </message>
        <message>
            <source>Each neuron learns its own</source>
            <translation>Cada neurona aprende el suyo</translation>
        </message>
        <message>
            <source>Per layer</source>
            <translation>Por capa</translation>
        </message>
        <message>
            <source>A layer's neurons learn one together</source>
            <translation>Las neuronas de una capa aprenden uno en común</translation>
        </message>
        <message>
            <source>net, out, w5</source>
            <translation>net, out, w5</translation>
        </message>
        <message>
            <source>i1, h1, o1, w5, net, out: Mazur's</source>
            <translation>i1, h1, o1, w5, net, out: los de Mazur</translation>
        </message>
        <message>
            <source>z, a, W, δ</source>
            <translation>z, a, W, δ</translation>
        </message>
        <message>
            <source>x, z, a, W, δ with the layer's number</source>
            <translation>x, z, a, W, δ con el número de la capa</translation>
        </message>
    </context>
    <context>
        <name>StepsSetupPanel</name>
        <message>
            <source>The network in Train</source>
            <translation>La red de Entrenar</translation>
        </message>
        <message>
            <source>Every number of this network for one of its samples: forward, the error, and back to each weight.</source>
            <translation>Cada número de esta red para una de sus muestras: hacia delante, el error y de vuelta a cada peso.</translation>
        </message>
        <message>
            <source>Sample (1 to {count})</source>
            <translation>Muestra (1 a {count})</translation>
        </message>
        <message>
            <source>Learning rate η</source>
            <translation>Tasa de aprend. η</translation>
        </message>
        <message>
            <source>Iterations</source>
            <translation>Iteraciones</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>Lección</translation>
        </message>
        <message>
            <source>Biases</source>
            <translation>Sesgos</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Nombres</translation>
        </message>
        <message>
            <source>Back to the original</source>
            <translation>Volver al original</translation>
        </message>
    </context>
    <context>
        <name>StepsWorkspace</name>
        <message>
            <source>Forward pass</source>
            <translation>Paso hacia delante</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Error</translation>
        </message>
        <message>
            <source>Chain rule</source>
            <translation>Regla de la cadena</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Actualización</translation>
        </message>
        <message>
            <source>Delta rule</source>
            <translation>Regla delta</translation>
        </message>
        <message>
            <source>All samples</source>
            <translation>Todas las muestras</translation>
        </message>
        <message>
            <source>One bias for the layer</source>
            <translation>Un sesgo para la capa</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>Penalización</translation>
        </message>
        <message>
            <source>The numbers leave the right ones at step {step}: {symbol}.</source>
            <translation>Los números se apartan de los correctos en el paso {step}: {symbol}.</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Mostrarlo</translation>
        </message>
        <message>
            <source>This network has {count} parameters, too many to walk through one by one: each step shows a whole layer.</source>
            <translation>Esta red tiene {count} parámetros, demasiados para recorrerlos uno a uno: cada paso muestra una capa entera.</translation>
        </message>
        <message>
            <source>Calculating the steps…</source>
            <translation>Calculando los pasos…</translation>
        </message>
    </context>
    <context>
        <name>StockSource</name>
        <message>
            <source>Choose the folder with the IDX files</source>
            <translation>Elige la carpeta con los archivos IDX</translation>
        </message>
        <message>
            <source>Open a file of pictures</source>
            <translation>Abrir un archivo de imágenes</translation>
        </message>
        <message>
            <source>NumPy arrays (*.npz)</source>
            <translation>Arreglos de NumPy (*.npz)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Todos los archivos (*)</translation>
        </message>
        <message>
            <source>From OpenML, kept on this computer</source>
            <translation>De OpenML, guardado en este equipo</translation>
        </message>
        <message>
            <source>Fetching from OpenML: {percent} %</source>
            <translation>Descargando de OpenML: {percent} %</translation>
        </message>
        <message>
            <source>{train} + {test} pictures, {width} × {height}</source>
            <translation>{train} + {test} imágenes, {width} × {height}</translation>
        </message>
        <message>
            <source>{pictures} pictures, {width} × {height}</source>
            <translation>{pictures} imágenes, {width} × {height}</translation>
        </message>
        <message>
            <source>Not on this computer yet: fetch it, or choose the folder in which its files lie.</source>
            <translation>Aún no está en este equipo: descárgalo o elige la carpeta en la que están sus archivos.</translation>
        </message>
        <message>
            <source>Where the pictures come from</source>
            <translation>De dónde vienen las imágenes</translation>
        </message>
        <message>
            <source>Choose folder…</source>
            <translation>Elegir carpeta…</translation>
        </message>
        <message>
            <source>A folder with IDX files, such as train-images-idx3-ubyte.gz</source>
            <translation>Una carpeta con archivos IDX, como train-images-idx3-ubyte.gz</translation>
        </message>
        <message>
            <source>Open .npz…</source>
            <translation>Abrir .npz…</translation>
        </message>
        <message>
            <source>A file with x_train, y_train, x_test and y_test, or with X and y</source>
            <translation>Un archivo con x_train, y_train, x_test e y_test, o con X e y</translation>
        </message>
        <message>
            <source>Fetch from OpenML</source>
            <translation>Descargar de OpenML</translation>
        </message>
        <message>
            <source>Needs a network connection once; what is fetched is kept</source>
            <translation>Necesita conexión de red una vez; lo descargado se conserva</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Digits 8×8 instead</source>
            <translation>Mejor dígitos 8×8</translation>
        </message>
        <message>
            <source>1,797 digits of 8×8 pixels that come with the program</source>
            <translation>1797 dígitos de 8×8 píxeles que vienen con el programa</translation>
        </message>
    </context>
    <context>
        <name>SurfaceView</name>
        <message>
            <source>Cost surface</source>
            <translation>Superficie de coste</translation>
        </message>
        <message>
            <source>Drag or press the arrow keys to turn it, Home to turn it back</source>
            <translation>Arrástrala o pulsa las flechas para girarla; Inicio la devuelve a su sitio</translation>
        </message>
        <message>
            <source>Drag to turn, click to choose a place</source>
            <translation>Arrastra para girar, haz clic para elegir un lugar</translation>
        </message>
        <message>
            <source>There is no surface yet.</source>
            <translation>Todavía no hay superficie.</translation>
        </message>
    </context>
    <context>
        <name>Tiles</name>
        <message>
            <source>Switch {neuron} on</source>
            <translation>Encender {neuron}</translation>
        </message>
        <message>
            <source>Switch {neuron} off</source>
            <translation>Apagar {neuron}</translation>
        </message>
        <message>
            <source>Switch the selected ones off or on</source>
            <translation>Apagar o encender las seleccionadas</translation>
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
            <source>{run} · epoch {epoch}</source>
            <translation>{run} · época {epoch}</translation>
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
        <message>
            <source>{widths}, seed {seed}</source>
            <translation>{widths}, semilla {seed}</translation>
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
        <message>
            <source>Draw</source>
            <translation>Dibujar</translation>
        </message>
        <message>
            <source>Change the perceptron</source>
            <translation>Cambiar el perceptrón</translation>
        </message>
        <message>
            <source>Put the network somewhere else</source>
            <translation>Poner la red en otro lugar</translation>
        </message>
        <message>
            <source>Change a number</source>
            <translation>Cambiar un número</translation>
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
        <message>
            <source>Type a number, such as 0.5, 0,5, −4 or 1e-3.</source>
            <translation>Escribe un número, como 0.5, 0,5, −4 o 1e-3.</translation>
        </message>
        <message>
            <source>The learning rate must be a number above 0, such as 0.5.</source>
            <translation>La tasa de aprendizaje debe ser un número mayor que 0, como 0.5.</translation>
        </message>
    </context>
    <context>
        <name>ValueField</name>
        <message>
            <source>Value of {name}</source>
            <translation>Valor de {name}</translation>
        </message>
        <message>
            <source>Type a number, such as 0.5, 0,5, −4 or 1e-3.</source>
            <translation>Escribe un número, como 0.5, 0,5, −4 o 1e-3.</translation>
        </message>
    </context>
    <context>
        <name>Waterfall</name>
        <message>
            <source>bias</source>
            <translation>sesgo</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>{count} más</translation>
        </message>
        <message>
            <source>logit</source>
            <translation>logit</translation>
        </message>
        <message>
            <source>sum z</source>
            <translation>suma z</translation>
        </message>
        <message>
            <source>What the inputs add to {output}</source>
            <translation>Qué aportan las entradas a {output}</translation>
        </message>
        <message>
            <source>What the inputs add</source>
            <translation>Qué aportan las entradas</translation>
        </message>
        <message>
            <source>What these neurons add to {output}</source>
            <translation>Lo que estas neuronas aportan a {output}</translation>
        </message>
        <message>
            <source>What these neurons add</source>
            <translation>Lo que aportan estas neuronas</translation>
        </message>
        <message>
            <source>Neuron {neuron}: its output times its weight to {output} is {value}</source>
            <translation>Neurona {neuron}: su salida por su peso hacia {output} es {value}</translation>
        </message>
        <message>
            <source>Input {neuron}: its value times its weight to {output} is {value}</source>
            <translation>Entrada {neuron}: su valor por su peso hacia {output} es {value}</translation>
        </message>
        <message>
            <source>All other inputs together: {value}</source>
            <translation>Todas las demás entradas juntas: {value}</translation>
        </message>
        <message>
            <source>All other neurons together: {value}</source>
            <translation>Todas las demás neuronas juntas: {value}</translation>
        </message>
        <message>
            <source>The bias of {output}: {value}</source>
            <translation>El sesgo de {output}: {value}</translation>
        </message>
        <message>
            <source>Bias and all neurons: the pre-activation of {output} is {value}</source>
            <translation>Sesgo y todas las neuronas: la preactivación de {output} es {value}</translation>
        </message>
        <message>
            <source>Bias and all inputs: the pre-activation of {output} is {value}</source>
            <translation>Sesgo y todas las entradas: la preactivación de {output} es {value}</translation>
        </message>
        <message>
            <source>Choose a sample or draw a digit to see it</source>
            <translation>Elige una muestra o dibuja un dígito para verlo</translation>
        </message>
        <message>
            <source>input × weight</source>
            <translation>entrada × peso</translation>
        </message>
        <message>
            <source>output × weight</source>
            <translation>salida × peso</translation>
        </message>
        <message>
            <source>input × weight, the {count} largest</source>
            <translation>entrada × peso, las {count} mayores</translation>
        </message>
        <message>
            <source>output × weight, the {count} largest</source>
            <translation>salida × peso, los {count} mayores</translation>
        </message>
    </context>
    <context>
        <name>WaysPanel</name>
        <message>
            <source>Difference quotient of {symbol}</source>
            <translation>Cociente incremental de {symbol}</translation>
        </message>
        <message>
            <source>off by {error}</source>
            <translation>se desvía {error}</translation>
        </message>
        <message>
            <source>There is no value so near.</source>
            <translation>No hay ningún valor tan cerca.</translation>
        </message>
        <message>
            <source>calculating…</source>
            <translation>calculando…</translation>
        </message>
        <message>
            <source>Click a node, an arrow or a green box: its derivative is shown here in three ways.</source>
            <translation>Haz clic en un nodo, una flecha o una casilla verde: aquí se muestra su derivada de tres maneras.</translation>
        </message>
        <message>
            <source>Arithmetic and symbols are shown when this box is filled in: they would tell the answer.</source>
            <translation>La aritmética y los símbolos se muestran cuando esta casilla esté rellena: dirían la respuesta.</translation>
        </message>
        <message>
            <source>and {count} more ways</source>
            <translation>y {count} caminos más</translation>
        </message>
        <message>
            <source>Three ways</source>
            <translation>Tres maneras</translation>
        </message>
        <message>
            <source>Arithmetic</source>
            <translation>Aritmética</translation>
        </message>
        <message>
            <source>Symbolic</source>
            <translation>Simbólica</translation>
        </message>
        <message>
            <source>Chain rule</source>
            <translation>Regla de la cadena</translation>
        </message>
        <message>
            <source>Calculate</source>
            <translation>Calcular</translation>
        </message>
        <message>
            <source>Calculate the derivative with SymPy</source>
            <translation>Calcular la derivada con SymPy</translation>
        </message>
        <message>
            <source>Size of the nudge, ε</source>
            <translation>Tamaño del empujón, ε</translation>
        </message>
    </context>
    <context>
        <name>WhyPanel</name>
        <message>
            <source>Why</source>
            <translation>Por qué</translation>
        </message>
    </context>
    <context>
        <name>Writing</name>
        <message>
            <source>{file} is still being written. Wait for it, or cancel it.</source>
            <translation>{file} todavía se está escribiendo. Espera a que termine o cancélalo.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>{file} is written.</source>
            <translation>{file} está escrito.</translation>
        </message>
        <message>
            <source>Writing the document: {percent} %</source>
            <translation>Escribiendo el documento: {percent} %</translation>
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
            <source>MNIST digits</source>
            <translation>Dígitos MNIST</translation>
        </message>
        <message>
            <source>Fashion-MNIST</source>
            <translation>Fashion-MNIST</translation>
        </message>
        <message>
            <source>Picture to fit</source>
            <translation>Imagen que ajustar</translation>
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
            <source>{path} can't be written: {reason}. Choose another place.</source>
            <translation>No se puede escribir {path}: {reason}. Elige otro lugar.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Fecha</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>Datos</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>y {count} más</translation>
        </message>
        <message>
            <source>Error after each update</source>
            <translation>Error después de cada actualización</translation>
        </message>
        <message>
            <source>Updates</source>
            <translation>Actualizaciones</translation>
        </message>
        <message>
            <source>Error E</source>
            <translation>Error E</translation>
        </message>
        <message>
            <source>Writing the document was cancelled.</source>
            <translation>Se canceló la escritura del documento.</translation>
        </message>
        <message>
            <source>Give a whole number from {low} to {high}.</source>
            <translation>Da un número entero de {low} a {high}.</translation>
        </message>
        <message>
            <source>At most {most} iterations can be walked through here; {value} can't be used.</source>
            <translation>Aquí se pueden recorrer como mucho {most} iteraciones; {value} no sirve.</translation>
        </message>
        <message>
            <source>There are {count} samples; give a number from 1 to {count}, not {value}.</source>
            <translation>Hay {count} muestras; da un número del 1 al {count}, no {value}.</translation>
        </message>
        <message>
            <source>There is no sample {number}; choose one from 1 to {most}.</source>
            <translation>No existe la muestra {number}; elige una de 1 a {most}.</translation>
        </message>
        <message>
            <source>{path} isn't an SVG drawing that can be read, or it is damaged; choose another file.</source>
            <translation>{path} no es un dibujo SVG que se pueda leer, o está dañado; elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} can't be read ({reason}); check the file's name.</source>
            <translation>No se puede leer {path} ({reason}); comprueba el nombre del archivo.</translation>
        </message>
        <message>
            <source>The drawing {path} has more than {most:g} MB; save it as PNG and open that.</source>
            <translation>El dibujo {path} ocupa más de {most:g} MB; guárdalo como PNG y abre ese archivo.</translation>
        </message>
        <message>
            <source>Without the slip it would be {value}.</source>
            <translation>Sin el desliz sería {value}.</translation>
        </message>
        <message>
            <source>The program's source files aren't here to be read; install it from its sources to see them.</source>
            <translation>Los archivos de código del programa no están aquí para leerlos; instálalo desde su código fuente para verlos.</translation>
        </message>
        <message>
            <source>“{text}” was read as {understood:.12g}.</source>
            <translation>«{text}» se ha leído como {understood:.12g}.</translation>
        </message>
        <message>
            <source>Right: {value:.9g}.</source>
            <translation>Correcto: {value:.9g}.</translation>
        </message>
        <message>
            <source>The digits are right, but the decimal point is not: {times} times too large.</source>
            <translation>Las cifras son correctas, pero la coma decimal no: es {times} veces demasiado grande.</translation>
        </message>
        <message>
            <source>The digits are right, but the decimal point is not: {times} times too small.</source>
            <translation>Las cifras son correctas, pero la coma decimal no: es {times} veces demasiado pequeño.</translation>
        </message>
        <message>
            <source>It is small, but not 0: give at least two digits after the zeros.</source>
            <translation>Es pequeño, pero no 0: da al menos dos cifras después de los ceros.</translation>
        </message>
        <message>
            <source>Right as far as it goes, but rounded too far: give {places} decimals.</source>
            <translation>Va bien, pero está demasiado redondeado: da {places} decimales.</translation>
        </message>
        <message>
            <source>Very near, {percent:.1g} % too large: was a number rounded too early? Round only the result.</source>
            <translation>Muy cerca, un {percent:.1g} % de más: ¿has redondeado algún número demasiado pronto? Redondea solo el resultado.</translation>
        </message>
        <message>
            <source>Very near, {percent:.1g} % too small: was a number rounded too early? Round only the result.</source>
            <translation>Muy cerca, un {percent:.1g} % de menos: ¿has redondeado algún número demasiado pronto? Redondea solo el resultado.</translation>
        </message>
        <message>
            <source>Not yet: the value is much nearer to 0.</source>
            <translation>Todavía no: el valor está mucho más cerca de 0.</translation>
        </message>
        <message>
            <source>Too small: the value is above 0. Check the signs first, then the size.</source>
            <translation>Demasiado pequeño: el valor está por encima de 0. Revisa primero los signos y después el tamaño.</translation>
        </message>
        <message>
            <source>Too large: the value is below 0. Check the signs first, then the size.</source>
            <translation>Demasiado grande: el valor está por debajo de 0. Revisa primero los signos y después el tamaño.</translation>
        </message>
        <message>
            <source>The sign is right, the size is too large: about {ratio:.2g} times what it should be.</source>
            <translation>El signo es correcto, el tamaño es demasiado grande: unas {ratio:.2g} veces lo que debería.</translation>
        </message>
        <message>
            <source>The sign is right, the size is too small: about {percent:.2g} % of what it should be.</source>
            <translation>El signo es correcto, el tamaño es demasiado pequeño: cerca del {percent:.2g} % de lo que debería.</translation>
        </message>
        <message>
            <source>Too large: off by about {steps:.2g} times the step of this update.</source>
            <translation>Demasiado grande: se desvía unas {steps:.2g} veces el paso de esta actualización.</translation>
        </message>
        <message>
            <source>Too small: off by about {steps:.2g} times the step of this update.</source>
            <translation>Demasiado pequeño: se desvía unas {steps:.2g} veces el paso de esta actualización.</translation>
        </message>
        <message>
            <source>The size is right, the sign is not: check every minus.</source>
            <translation>El tamaño es correcto, el signo no: revisa cada signo menos.</translation>
        </message>
        <message>
            <source>That is {about} alone, the local derivative; the chain rule multiplies it by the other factors.</source>
            <translation>Eso es solo {about}, la derivada local; la regla de la cadena la multiplica por los demás factores.</translation>
        </message>
        <message>
            <source>A factor is missing: {about}.</source>
            <translation>Falta un factor: {about}.</translation>
        </message>
        <message>
            <source>You divided by {about}; the chain rule multiplies by it.</source>
            <translation>Has dividido entre {about}; la regla de la cadena multiplica por él.</translation>
        </message>
        <message>
            <source>The factors were added; the chain rule multiplies them.</source>
            <translation>Has sumado los factores; la regla de la cadena los multiplica.</translation>
        </message>
        <message>
            <source>Something is missing from the sum: {about}.</source>
            <translation>En la suma falta algo: {about}.</translation>
        </message>
        <message>
            <source>In the sum, {about} has the wrong sign.</source>
            <translation>En la suma, {about} tiene el signo equivocado.</translation>
        </message>
        <message>
            <source>The learning rate is missing: multiply the gradient by {about}.</source>
            <translation>Falta la tasa de aprendizaje: multiplica el gradiente por {about}.</translation>
        </message>
        <message>
            <source>The step was added; gradient descent goes downhill, so subtract it.</source>
            <translation>Has sumado el paso; el descenso de gradiente va cuesta abajo, así que réstalo.</translation>
        </message>
        <message>
            <source>That is the step alone; subtract it from {about}.</source>
            <translation>Eso es solo el paso; réstalo de {about}.</translation>
        </message>
        <message>
            <source>That is {about} before the update, or the step was rounded away: keep more digits.</source>
            <translation>Eso es {about} antes de la actualización, o el paso se ha perdido al redondear: conserva más cifras.</translation>
        </message>
        <message>
            <source>That is {about}, which goes in; the last operation is still to do.</source>
            <translation>Eso es {about}, lo que entra; falta la última operación.</translation>
        </message>
        <message>
            <source>Twice too large: look for a factor ½, or for a 2 too many.</source>
            <translation>Es el doble: busca un factor ½ olvidado o un 2 de más.</translation>
        </message>
        <message>
            <source>Half of what it should be: look for a factor 2, or for a ½ too many.</source>
            <translation>Es la mitad: busca un factor 2 olvidado o un ½ de más.</translation>
        </message>
        <message>
            <source>That is 1 divided by the value: numerator and denominator are swapped.</source>
            <translation>Eso es 1 dividido entre el valor: numerador y denominador están intercambiados.</translation>
        </message>
        <message>
            <source>The numbers were rounded too early: keep all their digits and round only the result.</source>
            <translation>Has redondeado demasiado pronto: conserva todas las cifras y redondea solo el resultado.</translation>
        </message>
        <message>
            <source>The answer has {length} characters; write it with at most {most}.</source>
            <translation>La respuesta tiene {length} caracteres; escríbela con {most} como máximo.</translation>
        </message>
        <message>
            <source>There is no answer yet; type a number, such as 0.75, 3/4 or 2*11.</source>
            <translation>Todavía no hay respuesta; escribe un número, como 0.75, 3/4 o 2*11.</translation>
        </message>
        <message>
            <source>The ) at place {place} closes nothing; remove it, or open a ( before it.</source>
            <translation>El ) de la posición {place} no cierra nada; quítalo o abre un ( antes.</translation>
        </message>
        <message>
            <source>“{text}” at place {place} follows a number without a sign; write + − * or / between them.</source>
            <translation>«{text}», en la posición {place}, sigue a un número sin ningún signo; escribe + − * o / entre los dos.</translation>
        </message>
        <message>
            <source>The / at place {place} divides by 0; that is no number.</source>
            <translation>El / de la posición {place} divide entre 0; eso no es un número.</translation>
        </message>
        <message>
            <source>The power at place {place} is no real number: 0 to a negative power, or a root of a negative number.</source>
            <translation>La potencia de la posición {place} no es un número real: 0 elevado a un exponente negativo, o una raíz de un número negativo.</translation>
        </message>
        <message>
            <source>The ( at place {place} is never closed; write ) where the parenthesis ends.</source>
            <translation>El ( de la posición {place} no se cierra; escribe ) donde termina el paréntesis.</translation>
        </message>
        <message>
            <source>{name} at place {place} has no value for {argument:g}.</source>
            <translation>{name}, en la posición {place}, no tiene valor para {argument:g}.</translation>
        </message>
        <message>
            <source>“{text}” at place {place} has no value here; write numbers, + − * / ^ ( ), e, pi, exp(…), ln(…), sqrt(…), tanh(…).</source>
            <translation>«{text}», en la posición {place}, no tiene valor aquí; escribe números, + − * / ^ ( ), e, pi, exp(…), ln(…), sqrt(…), tanh(…).</translation>
        </message>
        <message>
            <source>The answer is nested more than {most} times at place {place}; write it in a simpler way.</source>
            <translation>La respuesta tiene más de {most} niveles de anidamiento en la posición {place}; escríbela de forma más sencilla.</translation>
        </message>
        <message>
            <source>The answer ends after “{before}”; a number is missing there.</source>
            <translation>La respuesta termina después de «{before}»; ahí falta un número.</translation>
        </message>
        <message>
            <source>A number is missing before “{text}” at place {place}.</source>
            <translation>Falta un número antes de «{text}», en la posición {place}.</translation>
        </message>
        <message>
            <source>“{text}” at place {place} makes a number that is too large to calculate with.</source>
            <translation>«{text}», en la posición {place}, da un número demasiado grande para calcular con él.</translation>
        </message>
        <message>
            <source>“{text}” at place {place} can't be read; write a number, such as 0.75, 0,75, −4, 3/4, 2*11 or 1e-3.</source>
            <translation>«{text}», en la posición {place}, no se entiende; escribe un número, como 0.75, 0,75, −4, 3/4, 2*11 o 1e-3.</translation>
        </message>
        <message>
            <source>“{text}” at place {place} is no number: its points, commas or spaces don't fit; write it as 1234.5 or 1234,5.</source>
            <translation>«{text}», en la posición {place}, no es un número: sus puntos, comas o espacios no encajan; escríbelo como 1234.5 o 1234,5.</translation>
        </message>
        <message>
            <source>Compiling was stopped.</source>
            <translation>Se detuvo la compilación.</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Precisión</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Red</translation>
        </message>
        <message>
            <source>the loops below</source>
            <translation>los bucles de abajo</translation>
        </message>
        <message>
            <source>BLAS in layers {layers}, the loops below in the others</source>
            <translation>BLAS en las capas {layers}, los bucles de abajo en las demás</translation>
        </message>
        <message>
            <source>BLAS in every layer</source>
            <translation>BLAS en todas las capas</translation>
        </message>
        <message>
            <source>Vectors</source>
            <translation>Vectores</translation>
        </message>
        <message>
            <source>{lanes} numbers at a time, in registers of {bits} bits</source>
            <translation>{lanes} números a la vez, en registros de {bits} bits</translation>
        </message>
        <message>
            <source>Tile</source>
            <translation>Bloque de muestras</translation>
        </message>
        <message>
            <source>{tile} samples of a batch of {batch}</source>
            <translation>{tile} muestras de un lote de {batch}</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>Productos</translation>
        </message>
        <message>
            <source>The loop over steps</source>
            <translation>El bucle de los pasos</translation>
        </message>
        <message>
            <source>One call does many steps: for each, every tile of the batch goes forward and back, then the parameters move.</source>
            <translation>Una llamada hace muchos pasos: en cada uno, cada bloque de muestras del lote va hacia delante y hacia atrás, y después se mueven los parámetros.</translation>
        </message>
        <message>
            <source>Weighted sums</source>
            <translation>Sumas ponderadas</translation>
        </message>
        <message>
            <source>Four neurons at a time for a vector of samples: each input is read once for four of them, and the sums stay in registers.</source>
            <translation>Cuatro neuronas a la vez para un vector de muestras: cada entrada se lee una vez para las cuatro y las sumas se quedan en registros.</translation>
        </message>
        <message>
            <source>Products by BLAS</source>
            <translation>Productos con BLAS</translation>
        </message>
        <message>
            <source>A large layer's sums are one matrix product (layers {layers}); the library for linear algebra calculates it.</source>
            <translation>Las sumas de una capa grande son un producto de matrices (capas {layers}); lo calcula la biblioteca de álgebra lineal.</translation>
        </message>
        <message>
            <source>Inputs that are 0</source>
            <translation>Entradas que son 0</translation>
        </message>
        <message>
            <source>Where most inputs of a batch are 0, only the others are listed and multiplied in layer 1: by sample forward, by input backward.</source>
            <translation>Donde la mayoría de las entradas de un lote son 0, solo las demás se anotan en una lista y se multiplican en la capa 1: por muestra hacia delante, por entrada hacia atrás.</translation>
        </message>
        <message>
            <source>Activations</source>
            <translation>Activaciones</translation>
        </message>
        <message>
            <source>Each weighted sum becomes its neuron's output, a vector of samples at a time.</source>
            <translation>Cada suma ponderada se convierte en la salida de su neurona, un vector de muestras a la vez.</translation>
        </message>
        <message>
            <source>Loss and output deltas</source>
            <translation>Pérdida y deltas de salida</translation>
        </message>
        <message>
            <source>The loss compares the outputs with the targets, and its derivative starts the way back.</source>
            <translation>La pérdida compara las salidas con los objetivos, y su derivada inicia el camino de vuelta.</translation>
        </message>
        <message>
            <source>Backward</source>
            <translation>Hacia atrás</translation>
        </message>
        <message>
            <source>From the last layer to the first: the gradient is outputs times deltas, then the deltas go back through the weights.</source>
            <translation>De la última capa a la primera: el gradiente es salidas por deltas, y después los deltas vuelven a través de los pesos.</translation>
        </message>
        <message>
            <source>The update</source>
            <translation>La actualización</translation>
        </message>
        <message>
            <source>The penalty joins the gradient, and the optimizer moves the parameters, a vector of them at a time.</source>
            <translation>La penalización se suma al gradiente y el optimizador mueve los parámetros, un vector a la vez.</translation>
        </message>
        <message>
            <source>one block</source>
            <translation>un bloque</translation>
        </message>
        <message>
            <source>grid of blocks</source>
            <translation>malla de bloques</translation>
        </message>
        <message>
            <source>kernel by kernel</source>
            <translation>kernel a kernel</translation>
        </message>
        <message>
            <source>{name} has too little free memory for this network and its data; close other programs that use it, choose a smaller network, or train on the CPU.</source>
            <translation>{name} tiene poca memoria libre para esta red y sus datos; cierra otros programas que la usen, elige una red menor o entrena en la CPU.</translation>
        </message>
        <message>
            <source>{name} failed and can't go on ({cause}); train on the CPU, or start the program again to use the GPU once more.</source>
            <translation>{name} ha fallado y no puede seguir ({cause}); entrena en la CPU o reinicia el programa para volver a usar la GPU.</translation>
        </message>
        <message>
            <source>{name} failed ({cause}); training goes on on the CPU, and the GPU is left alone until the program starts anew.</source>
            <translation>{name} ha fallado ({cause}); el entrenamiento continúa en la CPU y la GPU no se usará hasta que reinicies el programa.</translation>
        </message>
        <message>
            <source>{name} hasn't answered for {seconds:g} seconds; training goes on on the CPU, and the GPU is left alone until the program starts anew.</source>
            <translation>{name} no responde desde hace {seconds:g} segundos; el entrenamiento continúa en la CPU y la GPU no se usará hasta que reinicies el programa.</translation>
        </message>
        <message>
            <source>{name} ran out of memory; training goes on on the CPU, and the GPU is left alone until the program starts anew.</source>
            <translation>{name} se ha quedado sin memoria; el entrenamiento continúa en la CPU y la GPU no se usará hasta que reinicies el programa.</translation>
        </message>
        <message>
            <source>{name} hasn't answered for {seconds:g} seconds; start the program again to use it once more.</source>
            <translation>{name} no responde desde hace {seconds:g} segundos; reinicia el programa para volver a usarla.</translation>
        </message>
        <message>
            <source>Launches</source>
            <translation>Lanzamientos</translation>
        </message>
        <message>
            <source>several kernels a step, batches of up to {batch}</source>
            <translation>varios núcleos por paso, lotes de hasta {batch}</translation>
        </message>
        <message>
            <source>one for many steps, batches of up to {batch}</source>
            <translation>uno para muchos pasos, lotes de hasta {batch}</translation>
        </message>
        <message>
            <source>in {units} tiles of weights, one after another in each block</source>
            <translation>en {units} teselas de pesos, una tras otra en cada bloque</translation>
        </message>
        <message>
            <source>in the threads' registers</source>
            <translation>en los registros de los hilos</translation>
        </message>
        <message>
            <source>over tiles of {tile} samples in shared memory</source>
            <translation>sobre bloques de {tile} muestras en memoria compartida</translation>
        </message>
        <message>
            <source>Gradient</source>
            <translation>Gradiente</translation>
        </message>
        <message>
            <source>{threads} threads, {bytes} bytes of shared memory</source>
            <translation>{threads} hilos, {bytes} bytes de memoria compartida</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Bloque</translation>
        </message>
        <message>
            <source>The launch</source>
            <translation>El lanzamiento</translation>
        </message>
        <message>
            <source>One block of {threads} threads trains for many steps: weights and optimizer state stay in {bytes} bytes of shared memory, and only the losses leave it.</source>
            <translation>Un bloque de {threads} hilos entrena muchos pasos: los pesos y el estado del optimizador permanecen en {bytes} bytes de memoria compartida, y solo salen de ella las pérdidas.</translation>
        </message>
        <message>
            <source>Samples over threads</source>
            <translation>Muestras repartidas entre hilos</translation>
        </message>
        <message>
            <source>Each thread takes samples of its own through the whole network and adds up their gradient in its registers.</source>
            <translation>Cada hilo pasa sus propias muestras por toda la red y suma su gradiente en sus registros.</translation>
        </message>
        <message>
            <source>Sums over a warp</source>
            <translation>Sumas dentro de un warp</translation>
        </message>
        <message>
            <source>The 32 threads of a warp give one another halves of their sums, from register to register, until each holds one total.</source>
            <translation>Los 32 hilos de un warp se intercambian mitades de sus sumas, de registro a registro, hasta que cada uno tiene un total.</translation>
        </message>
        <message>
            <source>Backward through a layer</source>
            <translation>Hacia atrás por una capa</translation>
        </message>
        <message>
            <source>A weight's gradient is the output at its start times the delta at its end; then the deltas go back through the weights.</source>
            <translation>El gradiente de un peso es la salida en su origen por la delta en su destino; después, las deltas retroceden por los pesos.</translation>
        </message>
        <message>
            <source>Tiles of samples</source>
            <translation>Bloques de muestras</translation>
        </message>
        <message>
            <source>{tile} samples at a time lie in shared memory, and all threads take them through the network together.</source>
            <translation>{tile} muestras a la vez están en memoria compartida, y todos los hilos las pasan juntos por la red.</translation>
        </message>
        <message>
            <source>Layer by layer</source>
            <translation>Capa por capa</translation>
        </message>
        <message>
            <source>Each thread computes neurons of a layer for some of the samples and waits for the others before the next layer.</source>
            <translation>Cada hilo calcula neuronas de una capa para algunas muestras y espera a los demás antes de la siguiente capa.</translation>
        </message>
        <message>
            <source>Gradients over a tile</source>
            <translation>Gradientes de un bloque de muestras</translation>
        </message>
        <message>
            <source>Each warp adds up one parameter's gradient over the tile's samples; then the deltas go back through the weights.</source>
            <translation>Cada warp suma el gradiente de un parámetro sobre las muestras del bloque; después, las deltas retroceden por los pesos.</translation>
        </message>
        <message>
            <source>One neuron</source>
            <translation>Una neurona</translation>
        </message>
        <message>
            <source>The weighted sum of a neuron's inputs goes through its activation; the slope is kept for the way back.</source>
            <translation>La suma ponderada de las entradas de una neurona pasa por su activación; la pendiente se guarda para la vuelta.</translation>
        </message>
        <message>
            <source>Each thread adds up the parts of its parameters' gradients and lets the optimizer move them.</source>
            <translation>Cada hilo suma las partes de los gradientes de sus parámetros y deja que el optimizador los mueva.</translation>
        </message>
        <message>
            <source>A grid of blocks of {threads} threads trains for many steps; between the parts of a step, every block waits for all the others.</source>
            <translation>Una malla de bloques de {threads} hilos entrena muchos pasos; entre las partes de un paso, cada bloque espera a todos los demás.</translation>
        </message>
        <message>
            <source>The first layer</source>
            <translation>La primera capa</translation>
        </message>
        <message>
            <source>Each block multiplies {rows} rows and {columns} columns of the weights with the batch's inputs, both waiting in shared memory.</source>
            <translation>Cada bloque multiplica {rows} filas y {columns} columnas de los pesos por las entradas del lote; ambas esperan en memoria compartida.</translation>
        </message>
        <message>
            <source>A sample through the other layers</source>
            <translation>Una muestra por las demás capas</translation>
        </message>
        <message>
            <source>Each block takes a sample of its own forward to the loss and back to the first layer's deltas; its threads share the neurons.</source>
            <translation>Cada bloque lleva una muestra propia hacia delante hasta la pérdida y de vuelta hasta los deltas de la primera capa; sus hilos se reparten las neuronas.</translation>
        </message>
        <message>
            <source>Each block adds up the gradient of the weights that are its own over the batch, and lets the optimizer move them.</source>
            <translation>Cada bloque suma a lo largo del lote el gradiente de los pesos que le tocan y deja que el optimizador los mueva.</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Hacia delante</translation>
        </message>
        <message>
            <source>One kernel per layer: blocks multiply tiles of weights and of samples in shared memory, and keep the slopes for the way back.</source>
            <translation>Un kernel por capa: los bloques multiplican en memoria compartida teselas de pesos y de muestras, y guardan las pendientes para el camino de vuelta.</translation>
        </message>
        <message>
            <source>One kernel per layer takes the deltas back through the weights; another adds up every parameter's gradient, tile by tile.</source>
            <translation>Un kernel por capa lleva las deltas de vuelta a través de los pesos; otro suma el gradiente de cada parámetro, tesela a tesela.</translation>
        </message>
        <message>
            <source>The memory is used up; close other programs, or make the network or the data smaller.</source>
            <translation>La memoria se ha agotado; cierra otros programas o reduce la red o los datos.</translation>
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
            <source>{name} failed when its speed was measured ({cause}), so it is not used.</source>
            <translation>{name} falló al medir su velocidad ({cause}), así que no se usa.</translation>
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
            <source>Start from an experiment file or from a preset, not from both; leave one out.</source>
            <translation>Parte de un archivo de experimento o de un ejemplo, no de ambos; quita uno.</translation>
        </message>
        <message>
            <source>There are {layers} hidden layers but {count} activations; give one for all, or one for each.</source>
            <translation>Hay {layers} capas ocultas pero {count} funciones de activación; da una para todas o una para cada una.</translation>
        </message>
        <message>
            <source>There is nothing called {node} to derive {output} by; choose among {choices}.</source>
            <translation>No hay nada llamado {node} respecto de lo cual derivar {output}; elige entre {choices}.</translation>
        </message>
        <message>
            <source>The example has a sample of its own; leave out the flags for data, or name a network's file.</source>
            <translation>El ejemplo tiene su propia muestra; quita las opciones de datos o indica el archivo de una red.</translation>
        </message>
        <message>
            <source>Say which sample, from 1 to {most}.</source>
            <translation>Di qué muestra, de 1 a {most}.</translation>
        </message>
        <message>
            <source>Only mnist and fashion can be fetched; choose one of them with --data.</source>
            <translation>Solo se pueden descargar mnist y fashion; elige uno de los dos con --data.</translation>
        </message>
        <message>
            <source>The file doesn't say what the network was trained on; name the data with --data.</source>
            <translation>El archivo no dice con qué se entrenó la red; indica los datos con --data.</translation>
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
            <source>{path} holds no pictures in IDX form, such as train-images-idx3-ubyte.gz; choose the folder in which these files lie.</source>
            <translation>{path} no contiene imágenes en formato IDX, como train-images-idx3-ubyte.gz; elige la carpeta en la que están esos archivos.</translation>
        </message>
        <message>
            <source>{path} holds {file}, but not the {missing} that belong to it; put that file beside it.</source>
            <translation>{path} contiene {file}, pero no su archivo correspondiente ({missing}); pon ese archivo al lado.</translation>
        </message>
        <message>
            <source>{path} ends after {found} of the {announced} bytes that it announces; get the file anew.</source>
            <translation>{path} termina tras {found} de los {announced} bytes que anuncia; consigue el archivo de nuevo.</translation>
        </message>
        <message>
            <source>{path} holds more than the {announced} bytes that it announces; get the file anew.</source>
            <translation>{path} contiene más de los {announced} bytes que anuncia; consigue el archivo de nuevo.</translation>
        </message>
        <message>
            <source>{path} isn't an IDX file of {what}: it begins with {found} instead of {wanted}. Choose another file.</source>
            <translation>{path} no es un archivo IDX de {what}: empieza por {found} en vez de {wanted}. Elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} announces {gigabytes:.3g} GB; up to {most:.3g} GB can be read. Choose another file.</source>
            <translation>{path} anuncia {gigabytes:.3g} GB; se pueden leer hasta {most:.3g} GB. Elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} is damaged or cut off; get the file anew.</source>
            <translation>{path} está dañado o cortado; consigue el archivo de nuevo.</translation>
        </message>
        <message>
            <source>{path} can't be read ({reason}); choose another place.</source>
            <translation>{path} no se puede leer ({reason}); elige otro lugar.</translation>
        </message>
        <message>
            <source>{path} isn't there; choose the folder in which the files lie, or an .npz file.</source>
            <translation>{path} no está ahí; elige la carpeta en la que están los archivos, o un archivo .npz.</translation>
        </message>
        <message>
            <source>{name} isn't on this computer yet: fetch it from OpenML, choose the folder in which its files lie, or take the digits of 8×8 pixels, which come with the program.</source>
            <translation>{name} aún no está en este equipo: descárgalo de OpenML, elige la carpeta en la que están sus archivos o toma los dígitos de 8×8 píxeles, que vienen con el programa.</translation>
        </message>
        <message>
            <source>{path} can't be written ({reason}), so what is fetched can't be kept; make room there.</source>
            <translation>No se puede escribir en {path} ({reason}), así que lo descargado no se puede guardar; haz sitio ahí.</translation>
        </message>
        <message>
            <source>The download couldn't be started ({reason}); choose a folder with the files.</source>
            <translation>No se pudo iniciar la descarga ({reason}); elige una carpeta con los archivos.</translation>
        </message>
        <message>
            <source>OpenML can't be reached ({reason}); check the network connection, or choose a folder with the files.</source>
            <translation>No se puede acceder a OpenML ({reason}); revisa la conexión de red o elige una carpeta con los archivos.</translation>
        </message>
        <message>
            <source>What OpenML sent can't be used ({reason}); try again later, or choose a folder with the files.</source>
            <translation>Lo que envió OpenML no se puede usar ({reason}); inténtalo más tarde o elige una carpeta con los archivos.</translation>
        </message>
        <message>
            <source>OpenML doesn't answer; try again later, or choose a folder with the files.</source>
            <translation>OpenML no responde; inténtalo más tarde o elige una carpeta con los archivos.</translation>
        </message>
        <message>
            <source>{path} is a picture of one pixel, so there is nothing to learn from it; choose a larger one.</source>
            <translation>{path} es una imagen de un solo píxel, de la que no hay nada que aprender; elige una más grande.</translation>
        </message>
        <message>
            <source>{path} is a drawing (SVG), which only the window can open; save it as PNG to use it here.</source>
            <translation>{path} es un dibujo (SVG), que solo la ventana puede abrir; guárdalo como PNG para usarlo aquí.</translation>
        </message>
        <message>
            <source>{path} isn't a picture that can be read, or it is damaged; choose a PNG, JPEG, GIF, WebP or BMP file.</source>
            <translation>{path} no es una imagen que se pueda leer, o está dañada; elige un archivo PNG, JPEG, GIF, WebP o BMP.</translation>
        </message>
        <message>
            <source>There is no picture at {path}; check the file's name.</source>
            <translation>No hay ninguna imagen en {path}; comprueba el nombre del archivo.</translation>
        </message>
        <message>
            <source>The picture {path} can't be read ({reason}); choose another file.</source>
            <translation>La imagen {path} no se puede leer ({reason}); elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} has {width} × {height} pixels; up to {most:g} million pixels can be read. Make it smaller and open it again.</source>
            <translation>{path} tiene {width} × {height} píxeles; se pueden leer hasta {most:g} millones de píxeles. Redúcela y ábrela otra vez.</translation>
        </message>
        <message>
            <source>{path} has more than {most:g} million pixels, too many to be read. Make it smaller and open it again.</source>
            <translation>{path} tiene más de {most:g} millones de píxeles, demasiados para leerla. Redúcela y ábrela otra vez.</translation>
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
            <source>{path} has a picture of class {found}, and classes go from 0 to {most} here; choose other files.</source>
            <translation>{path} tiene una imagen de la clase {found}, y aquí las clases van de 0 a {most}; elige otros archivos.</translation>
        </message>
        <message>
            <source>{path} holds fewer than two pictures; choose other files.</source>
            <translation>{path} contiene menos de dos imágenes; elige otros archivos.</translation>
        </message>
        <message>
            <source>{path} has pictures of {width} × {height} pixels; up to {most} pixels each can be used. Choose other files.</source>
            <translation>{path} tiene imágenes de {width} × {height} píxeles; se pueden usar hasta {most} píxeles por imagen. Elige otros archivos.</translation>
        </message>
        <message>
            <source>{path} holds {images} pictures, but {file} holds {labels} labels; get both files anew.</source>
            <translation>{path} contiene {images} imágenes, pero {file} contiene {labels} etiquetas; consigue ambos archivos de nuevo.</translation>
        </message>
        <message>
            <source>The training and the test pictures in {path} aren't of the same size; choose other files.</source>
            <translation>Las imágenes de entrenamiento y de prueba en {path} no son del mismo tamaño; elige otros archivos.</translation>
        </message>
        <message>
            <source>{path} isn't an .npz file, or it is damaged. Choose another file.</source>
            <translation>{path} no es un archivo .npz, o está dañado. Elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} has neither x_train, y_train, x_test and y_test nor X and y; it has {names}. Choose another file.</source>
            <translation>{path} no tiene x_train, y_train, x_test e y_test ni tampoco X e y; tiene {names}. Elige otro archivo.</translation>
        </message>
        <message>
            <source>In {path}, {first} holds {images} pictures, but {second} holds {labels} labels; choose another file.</source>
            <translation>En {path}, {first} contiene {images} imágenes, pero {second} contiene {labels} etiquetas; elige otro archivo.</translation>
        </message>
        <message>
            <source>The array {name} in {path} must hold whole numbers from 0 to 255, not {kind}; save it as uint8.</source>
            <translation>El arreglo {name} de {path} debe contener números enteros de 0 a 255, no {kind}; guárdalo como uint8.</translation>
        </message>
        <message>
            <source>The array {name} in {path} has shape {shape}; pictures need (pictures, height, width). Choose another file.</source>
            <translation>El arreglo {name} de {path} tiene la forma {shape}; las imágenes necesitan (imágenes, alto, ancho). Elige otro archivo.</translation>
        </message>
        <message>
            <source>The array {name} in {path} holds {value}, and pixels and classes go from 0 to 255 here.</source>
            <translation>El arreglo {name} de {path} contiene {value}, y aquí los píxeles y las clases van de 0 a 255.</translation>
        </message>
        <message>
            <source>Loading the data was cancelled.</source>
            <translation>Se ha cancelado la carga de los datos.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: there are more than {most} operations; nobody can read such a graph. Write a shorter one.</source>
            <translation>Línea {line}, columna {column}: hay más de {most} operaciones; nadie puede leer un grafo así. Escribe una expresión más corta.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: these numbers have no result; look for a division by 0, a logarithm or a root of a negative number.</source>
            <translation>Línea {line}, columna {column}: estos números no dan ningún resultado; busca una división por 0, o un logaritmo o una raíz de un número negativo.</translation>
        </message>
        <message>
            <source>Computation graph</source>
            <translation>Grafo de cálculo</translation>
        </message>
        <message>
            <source>Computation graph: worksheet</source>
            <translation>Grafo de cálculo: hoja de ejercicios</translation>
        </message>
        <message>
            <source>Computation graph: answer key</source>
            <translation>Grafo de cálculo: soluciones</translation>
        </message>
        <message>
            <source>Fill in the values from left to right, then the derivatives from right to left. Two decimals are enough; a small number needs two digits.</source>
            <translation>Rellena los valores de izquierda a derecha y después las derivadas de derecha a izquierda. Bastan dos decimales; un número pequeño necesita dos cifras.</translation>
        </message>
        <message>
            <source>Variables</source>
            <translation>Variables</translation>
        </message>
        <message>
            <source>The graph's formulas</source>
            <translation>Las fórmulas del grafo</translation>
        </message>
        <message>
            <source>Forward pass</source>
            <translation>Paso hacia delante</translation>
        </message>
        <message>
            <source>Backward pass</source>
            <translation>Pasada hacia atrás</translation>
        </message>
        <message>
            <source>The derivative by {node} is too large to calculate with; choose other values.</source>
            <translation>La derivada respecto de {node} es demasiado grande para calcular con ella; elige otros valores.</translation>
        </message>
        <message>
            <source>The value of {node} must be a finite number; {value} is none.</source>
            <translation>El valor de {node} tiene que ser un número finito; {value} no lo es.</translation>
        </message>
        <message>
            <source>{node} has no value; give it one, or look whether a name is misspelt or a * is missing between two.</source>
            <translation>{node} no tiene valor; dale uno, o mira si hay un nombre mal escrito o si falta un * entre dos.</translation>
        </message>
        <message>
            <source>{node} is calculated in the expression and can't be given a value.</source>
            <translation>{node} se calcula en la expresión y no se le puede dar un valor.</translation>
        </message>
        <message>
            <source>There is no variable {node} in the expression; its variables are {choices}.</source>
            <translation>En la expresión no hay ninguna variable {node}; sus variables son {choices}.</translation>
        </message>
        <message>
            <source>At {node} there is a division by 0; choose other values.</source>
            <translation>En {node} hay una división por 0; elige otros valores.</translation>
        </message>
        <message>
            <source>At {node} there is the logarithm of {value:.6g}, but only numbers above 0 have one; choose other values.</source>
            <translation>En {node} está el logaritmo de {value:.6g}, pero solo lo tienen los números mayores que 0; elige otros valores.</translation>
        </message>
        <message>
            <source>At {node} there is the square root of {value:.6g}, a number below 0; choose other values.</source>
            <translation>En {node} está la raíz cuadrada de {value:.6g}, un número menor que 0; elige otros valores.</translation>
        </message>
        <message>
            <source>At {node} 0 is raised to {value:.6g}, which is a division by 0; choose other values.</source>
            <translation>En {node} se eleva 0 a {value:.6g}, lo que es una división por 0; elige otros valores.</translation>
        </message>
        <message>
            <source>At {node} a number below 0 is raised to {value:.6g}, which has no real result; choose other values.</source>
            <translation>En {node} se eleva un número menor que 0 a {value:.6g}, lo que no tiene resultado real; elige otros valores.</translation>
        </message>
        <message>
            <source>The value of {node} is too large to calculate with; choose smaller values.</source>
            <translation>El valor de {node} es demasiado grande para calcular con él; elige valores más pequeños.</translation>
        </message>
        <message>
            <source>At these values {node} has no derivative by {by}: it is infinite there, or not a real number; choose others.</source>
            <translation>Con estos valores {node} no tiene derivada respecto de {by}: allí es infinita o no es un número real; elige otros.</translation>
        </message>
        <message>
            <source>{node} is no variable of the expression, so it can't be a parameter; choose among {choices}.</source>
            <translation>{node} no es una variable de la expresión, así que no puede ser un parámetro; elige entre {choices}.</translation>
        </message>
        <message>
            <source>There is no box “{key}” in this graph; its boxes are: {boxes}.</source>
            <translation>En este grafo no hay ninguna casilla «{key}»; sus casillas son: {boxes}.</translation>
        </message>
        <message>
            <source>One after the other: {symbol} comes first.</source>
            <translation>Una casilla tras otra: primero va {symbol}.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: this ( is never closed; write ) where the bracket ends.</source>
            <translation>Línea {line}, columna {column}: este ( no se cierra nunca; escribe ) donde acaba el paréntesis.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: more than {most} brackets or powers are nested; give the inner ones names of their own.</source>
            <translation>Línea {line}, columna {column}: hay más de {most} paréntesis o potencias unos dentro de otros; da nombres propios a los interiores.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: {text} is a function; write {text}(…).</source>
            <translation>Línea {line}, columna {column}: {text} es una función; escribe {text}(…).</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: {text} is used before it has a value; move the statement {text} = … further up.</source>
            <translation>Línea {line}, columna {column}: {text} se usa antes de tener un valor; pon más arriba la asignación {text} = …</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: there is no function {text}; the nearest one is {near}.</source>
            <translation>Línea {line}, columna {column}: no existe la función {text}; la más parecida es {near}.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: there is no function {text}; multiply with {text}*(…), or use {known}.</source>
            <translation>Línea {line}, columna {column}: no existe la función {text}; multiplica con {text}*(…) o usa {known}.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: is this a decimal comma? Write decimals with a point, or a space after the comma that parts.</source>
            <translation>Línea {line}, columna {column}: ¿es una coma decimal? Escribe los decimales con punto, o un espacio después de la coma que separa.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: this ) closes nothing; remove it, or open a ( before it.</source>
            <translation>Línea {line}, columna {column}: este ) no cierra nada; quítalo o abre antes un (.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: there is one = in a statement; begin a new one with ;.</source>
            <translation>Línea {line}, columna {column}: en cada asignación hay un solo =; empieza otra con ;.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: this comma parts nothing; write decimals as 0.5 or 0,5, and ; between statements.</source>
            <translation>Línea {line}, columna {column}: esta coma no separa nada; escribe los decimales como 0.5 o 0,5, y ; entre asignaciones.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: a sign is missing between “{before}” and “{text}”; write + − * or /, or ; for a second statement.</source>
            <translation>Línea {line}, columna {column}: falta un signo entre «{before}» y «{text}»; escribe + − * o /, o ; para una segunda asignación.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: there is nothing in these brackets; write a value in them.</source>
            <translation>Línea {line}, columna {column}: en este paréntesis no hay nada; escribe un valor dentro.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: a value is missing after “{before}”; write a name, a number or a bracket.</source>
            <translation>Línea {line}, columna {column}: falta un valor después de «{before}»; escribe un nombre, un número o un paréntesis.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: a value is missing before “{text}”; write a name, a number or a bracket.</source>
            <translation>Línea {line}, columna {column}: falta un valor antes de «{text}»; escribe un nombre, un número o un paréntesis.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: {text} takes two values with a comma between, as in {text}(0, w).</source>
            <translation>Línea {line}, columna {column}: {text} lleva dos valores separados por una coma, como en {text}(0, w).</translation>
        </message>
        <message>
            <source>If {by} grows a little and nothing else changes, how many times as much does {node} grow? Derive {formula} by {by}.</source>
            <translation>Si {by} crece un poco y no cambia nada más, ¿cuántas veces más crece {node}? Deriva {formula} respecto de {by}.</translation>
        </message>
        <message>
            <source>In {formula}, derive by {by}: what has no {by} in it is a fixed number; added it vanishes, as a factor it stays.</source>
            <translation>En {formula}, deriva respecto de {by}: lo que no contiene {by} es un número fijo; como sumando desaparece, como factor se queda.</translation>
        </message>
        <message>
            <source>No calculation: read the value of {source} off the diagram.</source>
            <translation>Sin cálculo: lee el valor de {source} en el diagrama.</translation>
        </message>
        <message>
            <source>No calculation: it is the same number whatever the inputs are.</source>
            <translation>Sin cálculo: es el mismo número sean cuales sean las entradas.</translation>
        </message>
        <message>
            <source>The chain rule: how {output} changes with {next}, times how {next} changes with {node}.</source>
            <translation>La regla de la cadena: cuánto cambia {output} con {next}, por cuánto cambia {next} con {node}.</translation>
        </message>
        <message>
            <source>{node} acts on {output} through {users}: multiply along each of these ways, then add the ways up.</source>
            <translation>{node} actúa sobre {output} a través de {users}: multiplica a lo largo de cada camino y después suma los caminos.</translation>
        </message>
        <message>
            <source>The formula: {symbol} = {formula}</source>
            <translation>La fórmula: {symbol} = {formula}</translation>
        </message>
        <message>
            <source>With the numbers: {symbol} = {numbers}</source>
            <translation>Con los números: {symbol} = {numbers}</translation>
        </message>
        <message>
            <source>Only one value goes into {node}: take it and do what the formula says.</source>
            <translation>En {node} solo entra un valor: tómalo y haz lo que dice la fórmula.</translation>
        </message>
        <message>
            <source>{node} is a sum: add up what the arrows bring.</source>
            <translation>{node} es una suma: suma lo que traen las flechas.</translation>
        </message>
        <message>
            <source>{node} is a difference: mind which of the two is taken away.</source>
            <translation>{node} es una diferencia: fíjate en cuál de los dos se resta.</translation>
        </message>
        <message>
            <source>{node} is a product: multiply what the arrows bring, and mind the signs.</source>
            <translation>{node} es un producto: multiplica lo que traen las flechas y cuida los signos.</translation>
        </message>
        <message>
            <source>{node} is a quotient: mind which of the two stands below.</source>
            <translation>{node} es un cociente: fíjate en cuál de los dos está abajo.</translation>
        </message>
        <message>
            <source>{node} is a power: first the power, then what else the formula says; the square of a negative number is positive.</source>
            <translation>{node} es una potencia: primero la potencia, después lo demás que dice la fórmula; el cuadrado de un número negativo es positivo.</translation>
        </message>
        <message>
            <source>{node} is e = 2.71828… to a power: always above 0, and 1 where the power is 0.</source>
            <translation>{node} es e = 2,71828… elevado a una potencia: siempre mayor que 0, y 1 donde el exponente es 0.</translation>
        </message>
        <message>
            <source>{node} is a natural logarithm: the power that makes what goes in out of e; below 0 for what is below 1.</source>
            <translation>{node} es un logaritmo natural: el exponente que hace de e lo que entra; menor que 0 para lo que es menor que 1.</translation>
        </message>
        <message>
            <source>{node} is a sigmoid, 1/(1 + exp(−z)) of what goes in: between 0 and 1, and 0.5 where that is 0.</source>
            <translation>{node} es una sigmoide, 1/(1 + exp(−z)) de lo que entra: entre 0 y 1, y 0,5 donde eso es 0.</translation>
        </message>
        <message>
            <source>{node} is the larger of the two values.</source>
            <translation>{node} es el mayor de los dos valores.</translation>
        </message>
        <message>
            <source>{node} is the smaller of the two values.</source>
            <translation>{node} es el menor de los dos valores.</translation>
        </message>
        <message>
            <source>{node} is what goes in if that is above 0, and 0 otherwise.</source>
            <translation>{node} es lo que entra si eso es mayor que 0, y 0 en otro caso.</translation>
        </message>
        <message>
            <source>{node} is what goes in without its sign.</source>
            <translation>{node} es lo que entra sin su signo.</translation>
        </message>
        <message>
            <source>There is no expression yet; type one, such as J = (2 + 3*w)^2.</source>
            <translation>Todavía no hay ninguna expresión; escribe una, como J = (2 + 3*w)^2.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: {name} is only another name for {other}; leave this statement out and use {other}.</source>
            <translation>Línea {line}, columna {column}: {name} es solo otro nombre de {other}; quita esta asignación y usa {other}.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: a single name stands before =, such as J = …; “{text}” is none.</source>
            <translation>Línea {line}, columna {column}: antes de = va un solo nombre, como J = …; «{text}» no lo es.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: {name} gets a value twice; give the second one another name.</source>
            <translation>Línea {line}, columna {column}: {name} recibe un valor dos veces; da otro nombre al segundo.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: {name} is a function; give the result another name.</source>
            <translation>Línea {line}, columna {column}: {name} es una función; da otro nombre al resultado.</translation>
        </message>
        <message>
            <source>Square of a line</source>
            <translation>Cuadrado de una recta</translation>
        </message>
        <message>
            <source>Linear neuron</source>
            <translation>Neurona lineal</translation>
        </message>
        <message>
            <source>Sigmoid neuron</source>
            <translation>Neurona sigmoide</translation>
        </message>
        <message>
            <source>Cross-entropy</source>
            <translation>Entropía cruzada</translation>
        </message>
        <message>
            <source>Mazur's network, 2-2-2</source>
            <translation>La red de Mazur, 2-2-2</translation>
        </message>
        <message>
            <source>That is {other}; the derivative by {by} is asked.</source>
            <translation>Eso es {other}; se pide la derivada respecto de {by}.</translation>
        </message>
        <message>
            <source>That is {total} already; here only the step from {by} to {node} is asked.</source>
            <translation>Eso ya es {total}; aquí solo se pide el paso de {by} a {node}.</translation>
        </message>
        <message>
            <source>That is the value of {node}; a derivative is asked: how fast something changes.</source>
            <translation>Ese es el valor de {node}; se pide una derivada: cuán rápido cambia algo.</translation>
        </message>
        <message>
            <source>The derivative of a product by one factor is the other factor: here {signal}.</source>
            <translation>La derivada de un producto respecto de un factor es el otro factor: aquí {signal}.</translation>
        </message>
        <message>
            <source>{out} isn't squared.</source>
            <translation>{out} no está elevado al cuadrado.</translation>
        </message>
        <message>
            <source>Take the sigmoid's value {out}, not what goes in: {out}·(1 − {out}).</source>
            <translation>Toma el valor de la sigmoide, {out}, no lo que entra: {out}·(1 − {out}).</translation>
        </message>
        <message>
            <source>{number} is only added: it doesn't change with {by}, so its derivative is 0.</source>
            <translation>{number} solo se suma: no cambia con {by}, así que su derivada es 0.</translation>
        </message>
        <message>
            <source>The exponent comes down as a factor, and the power falls by 1.</source>
            <translation>El exponente baja como factor y la potencia disminuye en 1.</translation>
        </message>
        <message>
            <source>The ways were multiplied; multiply along each way, then add the ways up.</source>
            <translation>Has multiplicado los caminos; multiplica a lo largo de cada camino y después súmalos.</translation>
        </message>
        <message>
            <source>Only the local derivatives were added; multiply each by how {output} changes with the node it leads to.</source>
            <translation>Solo has sumado las derivadas locales; multiplica cada una por cuánto cambia {output} con el nodo al que lleva.</translation>
        </message>
        <message>
            <source>The local derivatives are missing: multiply each way by how its first node changes with {node}.</source>
            <translation>Faltan las derivadas locales: multiplica cada camino por cuánto cambia su primer nodo con {node}.</translation>
        </message>
        <message>
            <source>{one} and {other} were multiplied; read the sign between them again.</source>
            <translation>Has multiplicado {one} y {other}; vuelve a leer el signo que hay entre ellos.</translation>
        </message>
        <message>
            <source>{one} and {other} were added; here they are multiplied.</source>
            <translation>Has sumado {one} y {other}; aquí se multiplican.</translation>
        </message>
        <message>
            <source>That is {one} alone; divide it by {other}.</source>
            <translation>Eso es solo {one}; divídelo por {other}.</translation>
        </message>
        <message>
            <source>You multiplied by {other}; here it divides.</source>
            <translation>Has multiplicado por {other}; aquí divide.</translation>
        </message>
        <message>
            <source>That is {one} times {other}; here {one} is raised to {other}.</source>
            <translation>Eso es {one} por {other}; aquí {one} se eleva a {other}.</translation>
        </message>
        <message>
            <source>The minus is raised to {other} too.</source>
            <translation>El menos también se eleva a {other}.</translation>
        </message>
        <message>
            <source>The exponent has the wrong sign: it is minus {net}.</source>
            <translation>El exponente tiene el signo equivocado: es menos {net}.</translation>
        </message>
        <message>
            <source>That is only the inner part, 1 + e to a power; the last operation is still to do.</source>
            <translation>Eso es solo la parte interior, 1 + e elevado a una potencia; falta la última operación.</translation>
        </message>
        <message>
            <source>That is the other one of the two values.</source>
            <translation>Ese es el otro de los dos valores.</translation>
        </message>
        <message>
            <source>That is the logarithm to the base 10; the natural one is asked.</source>
            <translation>Ese es el logaritmo en base 10; se pide el natural.</translation>
        </message>
        <message>
            <source>That is {part} alone; the formula goes on: {formula}.</source>
            <translation>Eso es solo {part}; la fórmula sigue: {formula}.</translation>
        </message>
        <message>
            <source>That is {derivative}, a derivative; the value of {node} is asked.</source>
            <translation>Eso es {derivative}, una derivada; se pide el valor de {node}.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: there is no variable here, so nothing to derive by; write a name, such as w.</source>
            <translation>Línea {line}, columna {column}: aquí no hay ninguna variable, así que no hay respecto de qué derivar; escribe un nombre, como w.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: {name} alone is no calculation; do something with it, such as {name}^2.</source>
            <translation>Línea {line}, columna {column}: {name} sin más no es ningún cálculo; haz algo con ello, como {name}^2.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: {name} doesn't go into the last statement, which is the result; leave it out or use it.</source>
            <translation>Línea {line}, columna {column}: {name} no entra en la última asignación, que es el resultado; quítalo o úsalo.</translation>
        </message>
        <message>
            <source>Written out, the formula of {node} has {size} parts, more than the {most} that can be derived here; choose a node further left.</source>
            <translation>Escrita entera, la fórmula de {node} tiene {size} partes, más de las {most} que se pueden derivar aquí; elige un nodo más a la izquierda.</translation>
        </message>
        <message>
            <source>The expression has {length} characters; at most {most} can be read. Write a shorter one.</source>
            <translation>La expresión tiene {length} caracteres; se pueden leer como mucho {most}. Escribe una más corta.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: this name has {length} letters; names have at most {most}.</source>
            <translation>Línea {line}, columna {column}: este nombre tiene {length} letras; los nombres tienen como mucho {most}.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: {text} is too large to calculate with; write a smaller number.</source>
            <translation>Línea {line}, columna {column}: {text} es demasiado grande para calcular con él; escribe un número más pequeño.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: “{text}” has no meaning here; use names, numbers, + − * / ^ ( ) and functions such as exp(…).</source>
            <translation>Línea {line}, columna {column}: «{text}» no significa nada aquí; usa nombres, números, + − * / ^ ( ) y funciones como exp(…).</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: only round brackets are used in expressions; write ( and ).</source>
            <translation>Línea {line}, columna {column}: en las expresiones solo se usan paréntesis redondos; escribe ( y ).</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: write abs(…) for the absolute value, instead of two strokes.</source>
            <translation>Línea {line}, columna {column}: escribe abs(…) para el valor absoluto, en lugar de dos barras.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: write sqrt(…) for a square root.</source>
            <translation>Línea {line}, columna {column}: escribe sqrt(…) para una raíz cuadrada.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: write a percentage as a number, 0.2 for 20 %.</source>
            <translation>Línea {line}, columna {column}: escribe un porcentaje como número, 0.2 en lugar de 20 %.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: there are no factorials here; write the number itself.</source>
            <translation>Línea {line}, columna {column}: aquí no hay factoriales; escribe el número mismo.</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: write / for a division, and ; between two statements.</source>
            <translation>Línea {line}, columna {column}: escribe / para una división, y ; entre dos asignaciones.</translation>
        </message>
        <message>
            <source>variable</source>
            <translation>variable</translation>
        </message>
        <message>
            <source>square</source>
            <translation>cuadrado</translation>
        </message>
        <message>
            <source>half square</source>
            <translation>medio cuadrado</translation>
        </message>
        <message>
            <source>scale and shift</source>
            <translation>escala y desplazamiento</translation>
        </message>
        <message>
            <source>add</source>
            <translation>suma</translation>
        </message>
        <message>
            <source>subtract</source>
            <translation>resta</translation>
        </message>
        <message>
            <source>multiply</source>
            <translation>multiplicación</translation>
        </message>
        <message>
            <source>divide</source>
            <translation>división</translation>
        </message>
        <message>
            <source>power</source>
            <translation>potencia</translation>
        </message>
        <message>
            <source>change of sign</source>
            <translation>cambio de signo</translation>
        </message>
        <message>
            <source>exponential</source>
            <translation>exponencial</translation>
        </message>
        <message>
            <source>logarithm</source>
            <translation>logaritmo</translation>
        </message>
        <message>
            <source>logarithm, base 10</source>
            <translation>logaritmo en base 10</translation>
        </message>
        <message>
            <source>square root</source>
            <translation>raíz cuadrada</translation>
        </message>
        <message>
            <source>sine</source>
            <translation>seno</translation>
        </message>
        <message>
            <source>cosine</source>
            <translation>coseno</translation>
        </message>
        <message>
            <source>tangent</source>
            <translation>tangente</translation>
        </message>
        <message>
            <source>hyperbolic tangent</source>
            <translation>tangente hiperbólica</translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation>sigmoide</translation>
        </message>
        <message>
            <source>rectifier</source>
            <translation>rectificador</translation>
        </message>
        <message>
            <source>maximum</source>
            <translation>máximo</translation>
        </message>
        <message>
            <source>minimum</source>
            <translation>mínimo</translation>
        </message>
        <message>
            <source>absolute value</source>
            <translation>valor absoluto</translation>
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
            <source>Looking inside the network was cancelled.</source>
            <translation>Se ha cancelado la mirada dentro de la red.</translation>
        </message>
        <message>
            <source>{field} must be a number from {low:g} to {high:g}; {value} can't be used.</source>
            <translation>{field}: tiene que ser un número de {low:g} a {high:g}; {value} no sirve.</translation>
        </message>
        <message>
            <source>{field} must be a number above {low:g}; {value} can't be used.</source>
            <translation>{field}: tiene que ser un número mayor que {low:g}; {value} no sirve.</translation>
        </message>
        <message>
            <source>{field} must be a whole number from {low} to {high}; {value} can't be used.</source>
            <translation>{field} tiene que ser un número entero de {low} a {high}; {value} no sirve.</translation>
        </message>
        <message>
            <source>{field} must be two numbers; {value} can't be used.</source>
            <translation>{field} tiene que ser dos números; {value} no sirve.</translation>
        </message>
        <message>
            <source>{field} must have a left edge below the right one and a lower edge below the upper one; {value} can't be used.</source>
            <translation>{field} tiene que tener un borde izquierdo menor que el derecho y uno inferior menor que el superior; {value} no sirve.</translation>
        </message>
        <message>
            <source>{path} has no array named {part}; a curve needs the arrays x and y. Choose another file.</source>
            <translation>{path} no tiene ningún arreglo llamado {part}; una curva necesita los arreglos x e y. Elige otro archivo.</translation>
        </message>
        <message>
            <source>The array {part} in {path} doesn't hold real numbers. Choose another file.</source>
            <translation>El arreglo {part} de {path} no contiene números reales. Elige otro archivo.</translation>
        </message>
        <message>
            <source>The array {part} in {path} has {axes} axes; a curve needs a plain list of numbers. Choose another file.</source>
            <translation>El arreglo {part} de {path} tiene {axes} ejes; una curva necesita una simple lista de números. Elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} has {x} values of x but {y} of y; a curve needs pairs. Choose another file.</source>
            <translation>{path} tiene {x} valores de x pero {y} de y; una curva necesita pares. Elige otro archivo.</translation>
        </message>
        <message>
            <source>The arrays x and y in {path} are empty. Choose another file.</source>
            <translation>Los arreglos x e y de {path} están vacíos. Elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} has {count} pairs; up to {most} can be used. Choose a smaller file.</source>
            <translation>{path} tiene {count} pares; se pueden usar hasta {most}. Elige un archivo más pequeño.</translation>
        </message>
        <message>
            <source>Value {place} of {part} in {path} is {value}, which can't be fitted. Take it out, or choose another file.</source>
            <translation>El valor {place} de {part} en {path} es {value} y no se puede ajustar. Quítalo o elige otro archivo.</translation>
        </message>
        <message>
            <source>A race has from 1 to {most} optimizers; {count} can't be used. Add or remove some.</source>
            <translation>Una carrera tiene de 1 a {most} optimizadores; {count} no sirve. Añade o quita alguno.</translation>
        </message>
        <message>
            <source>Saddle</source>
            <translation>Silla de montar</translation>
        </message>
        <message>
            <source>Valley</source>
            <translation>Valle</translation>
        </message>
        <message>
            <source>Rosenbrock</source>
            <translation>Rosenbrock</translation>
        </message>
        <message>
            <source>Himmelblau</source>
            <translation>Himmelblau</translation>
        </message>
        <message>
            <source>At ({first}, {second}) = ({x:.4g}, {y:.4g}) the function has no slope: it is infinite there.</source>
            <translation>En ({first}, {second}) = ({x:.4g}, {y:.4g}) la función no tiene pendiente: allí es infinita.</translation>
        </message>
        <message>
            <source>At ({first}, {second}) = ({x:.4g}, {y:.4g}) there is a division by 0 in “{part}”.</source>
            <translation>En ({first}, {second}) = ({x:.4g}, {y:.4g}) hay una división por 0 en «{part}».</translation>
        </message>
        <message>
            <source>At ({first}, {second}) = ({x:.4g}, {y:.4g}) there is the logarithm of {value:.4g} in “{part}”, but only numbers above 0 have one.</source>
            <translation>En ({first}, {second}) = ({x:.4g}, {y:.4g}) aparece el logaritmo de {value:.4g} en «{part}», pero solo lo tienen los números mayores que 0.</translation>
        </message>
        <message>
            <source>At ({first}, {second}) = ({x:.4g}, {y:.4g}) there is the square root of {value:.4g} in “{part}”.</source>
            <translation>En ({first}, {second}) = ({x:.4g}, {y:.4g}) aparece la raíz cuadrada de {value:.4g} en «{part}».</translation>
        </message>
        <message>
            <source>At ({first}, {second}) = ({x:.4g}, {y:.4g}) there is 0 to the power {value:.4g} in “{part}”: a division by 0.</source>
            <translation>En ({first}, {second}) = ({x:.4g}, {y:.4g}) aparece 0 elevado a {value:.4g} en «{part}»: una división por 0.</translation>
        </message>
        <message>
            <source>At ({first}, {second}) = ({x:.4g}, {y:.4g}) there is a number below 0 to the power {value:.4g} in “{part}”: it has no real result.</source>
            <translation>En ({first}, {second}) = ({x:.4g}, {y:.4g}) aparece un número menor que 0 elevado a {value:.4g} en «{part}»: no tiene resultado real.</translation>
        </message>
        <message>
            <source>At ({first}, {second}) = ({x:.4g}, {y:.4g}) “{part}” is too large to calculate with.</source>
            <translation>En ({first}, {second}) = ({x:.4g}, {y:.4g}) «{part}» es demasiado grande para calcular con él.</translation>
        </message>
        <message>
            <source>The path of {optimizer} ended after step {step}: the next one leads too far away. Lower its learning rate.</source>
            <translation>El camino de {optimizer} terminó tras el paso {step}: el siguiente lleva demasiado lejos. Baja su tasa de aprendizaje.</translation>
        </message>
        <message>
            <source>The path of {optimizer} ended at step {step}: the cost there is no number. Lower its learning rate.</source>
            <translation>El camino de {optimizer} terminó en el paso {step}: allí el coste no es un número. Baja su tasa de aprendizaje.</translation>
        </message>
        <message>
            <source>The path of {optimizer} can't begin. {reason} Move the start.</source>
            <translation>El camino de {optimizer} no puede empezar. {reason} Mueve el inicio.</translation>
        </message>
        <message>
            <source>The path of {optimizer} ended at step {step}. {reason} Lower its learning rate, or move the start.</source>
            <translation>El camino de {optimizer} terminó en el paso {step}. {reason} Baja su tasa de aprendizaje o mueve el inicio.</translation>
        </message>
        <message>
            <source>Salary a month ($)</source>
            <translation>Salario al mes ($)</translation>
        </message>
        <message>
            <source>Years in work</source>
            <translation>Años trabajando</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>rechazado</translation>
        </message>
        <message>
            <source>granted</source>
            <translation>otorgado</translation>
        </message>
        <message>
            <source>Drawing the landscape was cancelled.</source>
            <translation>Se canceló el dibujo del paisaje.</translation>
        </message>
        <message>
            <source>Both ends of the line are at the same place; move one of them away.</source>
            <translation>Los dos extremos de la línea están en el mismo sitio; aparta uno de ellos.</translation>
        </message>
        <message>
            <source>The perceptron's neuron is a step or a sigmoid; {activation} can't be used.</source>
            <translation>La neurona del perceptrón es un escalón o una sigmoide; {activation} no sirve.</translation>
        </message>
        <message>
            <source>The descent ended after step {step}: a weight is above {limit:g}. Lower the learning rate.</source>
            <translation>El descenso terminó tras el paso {step}: un peso supera {limit:g}. Baja la tasa de aprendizaje.</translation>
        </message>
        <message>
            <source>A step is flat on both sides of its jump: its slope is 0, so the gradient is 0 and no weight moves. With a sigmoid every small change of a weight changes the cost.</source>
            <translation>Un escalón es plano a ambos lados de su salto: su pendiente es 0, así que el gradiente es 0 y ningún peso se mueve. Con una sigmoide, cada pequeño cambio de un peso cambia el coste.</translation>
        </message>
        <message>
            <source>Both axes are the same weight, {name}; choose two.</source>
            <translation>Los dos ejes son el mismo peso, {name}; elige dos distintos.</translation>
        </message>
        <message>
            <source>All weights are 0, so there is nothing to measure directions by. Train the network, or start it otherwise.</source>
            <translation>Todos los pesos son 0, así que no hay con qué medir las direcciones. Entrena la red o iníciala de otro modo.</translation>
        </message>
        <message>
            <source>The training path holds values that are no numbers. Go back to before the run diverged.</source>
            <translation>El camino del entrenamiento contiene valores que no son números. Vuelve a antes de que divergiera.</translation>
        </message>
        <message>
            <source>The training path doesn't move, so it has no main directions. Train some steps first.</source>
            <translation>El camino del entrenamiento no se mueve, así que no tiene direcciones principales. Entrena antes algunos pasos.</translation>
        </message>
        <message>
            <source>A landscape needs two variables, and this expression has {count} ({names}). Give others a value first, as in c = 3; c*a^2 + b^2.</source>
            <translation>Un paisaje necesita dos variables y esta expresión tiene {count} ({names}). Da antes un valor a las demás, como en c = 3; c*a^2 + b^2.</translation>
        </message>
        <message>
            <source>{reason} Nor is there a value anywhere else on the map; write another function.</source>
            <translation>{reason} Tampoco hay valor en ningún otro lugar del mapa; escribe otra función.</translation>
        </message>
        <message>
            <source>{count} of the network's weights and biases are no numbers any more. Restart the training, or choose another network.</source>
            <translation>{count} de los pesos y sesgos de la red ya no son números. Reinicia el entrenamiento o elige otra red.</translation>
        </message>
        <message>
            <source>The trap {trap} needs a network with 2 inputs, 2 hidden neurons and 2 outputs; this one has {widths}.</source>
            <translation>La trampa {trap} necesita una red con 2 entradas, 2 neuronas ocultas y 2 salidas; esta tiene {widths}.</translation>
        </message>
        <message>
            <source>The steps of {count} iterations would take about {gigabytes:.2g} GB. Show fewer iterations at once.</source>
            <translation>Los pasos de {count} iteraciones ocuparían unos {gigabytes:.2g} GB. Muestra menos iteraciones a la vez.</translation>
        </message>
        <message>
            <source>The network's numbers are too large to calculate an error with. Choose another network.</source>
            <translation>Los números de la red son demasiado grandes para calcular un error. Elige otra red.</translation>
        </message>
        <message>
            <source>After {count} updates the error is no usable number any more. Choose a smaller learning rate or fewer iterations.</source>
            <translation>Tras {count} actualizaciones el error ya no es un número utilizable. Elige una tasa de aprendizaje menor o menos iteraciones.</translation>
        </message>
        <message>
            <source>The formula holds {size} copies of what it is derived by, more than the {most} that can be worked out here; choose a smaller network, or a step nearer to the output.</source>
            <translation>La fórmula contiene {size} copias de la variable de derivación, más de las {most} que se pueden resolver aquí; elige una red más pequeña o un paso más cercano a la salida.</translation>
        </message>
        <message>
            <source>This network is walked through a layer at a time, which is no work for a pencil; choose a smaller one.</source>
            <translation>Esta red se recorre capa por capa, lo que no es trabajo para un lápiz; elige una más pequeña.</translation>
        </message>
        <message>
            <source>Backpropagation step by step</source>
            <translation>Retropropagación paso a paso</translation>
        </message>
        <message>
            <source>Backpropagation: worksheet</source>
            <translation>Retropropagación: hoja de ejercicios</translation>
        </message>
        <message>
            <source>Backpropagation: answer key</source>
            <translation>Retropropagación: soluciones</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Error</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Actualización</translation>
        </message>
        <message>
            <source>Forward pass, sample {number}</source>
            <translation>Pasada hacia delante, muestra {number}</translation>
        </message>
        <message>
            <source>Error, sample {number}</source>
            <translation>Error, muestra {number}</translation>
        </message>
        <message>
            <source>Backward pass, sample {number}</source>
            <translation>Pasada hacia atrás, muestra {number}</translation>
        </message>
        <message>
            <source>Update, sample {number}</source>
            <translation>Actualización, muestra {number}</translation>
        </message>
        <message>
            <source>There are no steps {first} to {last}; they are numbered from 0 to {most}.</source>
            <translation>No hay pasos del {first} al {last}; están numerados de 0 a {most}.</translation>
        </message>
        <message>
            <source>Network {widths}; activations: {activations}; loss: {loss}; learning rate η: {rate:g}.</source>
            <translation>Red {widths}; activaciones: {activations}; pérdida: {loss}; tasa de aprendizaje η: {rate:g}.</translation>
        </message>
        <message>
            <source>Fill in the blanks. Two decimals are enough; a small number needs two digits after its zeros, a new weight the digits of its step.</source>
            <translation>Rellena los huecos. Bastan dos decimales; un número pequeño necesita dos cifras después de los ceros, y un peso nuevo, las cifras de su paso.</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>Entradas</translation>
        </message>
        <message>
            <source>Inputs of sample {number}</source>
            <translation>Entradas de la muestra {number}</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Objetivos</translation>
        </message>
        <message>
            <source>Targets of sample {number}</source>
            <translation>Objetivos de la muestra {number}</translation>
        </message>
        <message>
            <source>Weights of layer {layer}</source>
            <translation>Pesos de la capa {layer}</translation>
        </message>
        <message>
            <source>Biases of layer {layer}</source>
            <translation>Sesgos de la capa {layer}</translation>
        </message>
        <message>
            <source>After the last update</source>
            <translation>Tras la última actualización</translation>
        </message>
        <message>
            <source>Iteration {number}</source>
            <translation>Iteración {number}</translation>
        </message>
        <message>
            <source>Neuron {name}</source>
            <translation>Neurona {name}</translation>
        </message>
        <message>
            <source>All outputs</source>
            <translation>Todas las salidas</translation>
        </message>
        <message>
            <source>Layer {number}</source>
            <translation>Capa {number}</translation>
        </message>
        <message>
            <source>{count} numbers; their length is {norm:.6g}.</source>
            <translation>{count} números; su longitud es {norm:.6g}.</translation>
        </message>
        <message>
            <source>ε must be a number from {low:g} to {high:g}; {value} can't be used.</source>
            <translation>ε debe ser un número de {low:g} a {high:g}; {value} no sirve.</translation>
        </message>
        <message>
            <source>This output goes into every neuron of the next layer, so it acts on the error along several ways: add them up.</source>
            <translation>Esta salida entra en todas las neuronas de la capa siguiente, así que actúa sobre el error por varios caminos: súmalos.</translation>
        </message>
        <message>
            <source>With this loss, its own slope and the activation's cancel each other: only the difference is left.</source>
            <translation>Con esta pérdida, su pendiente y la de la activación se cancelan entre sí: solo queda la diferencia.</translation>
        </message>
        <message>
            <source>In a softmax this net moves every output, so the error changes along several ways: add them up.</source>
            <translation>En una softmax esta entrada neta mueve todas las salidas, así que el error cambia por varios caminos: súmalos.</translation>
        </message>
        <message>
            <source>The error is minus the logarithm of the probability that was given to what is right.</source>
            <translation>El error es menos el logaritmo de la probabilidad que se dio a lo correcto.</translation>
        </message>
        <message>
            <source>A neuron adds up what comes in, each input times its weight, and its bias.</source>
            <translation>Una neurona suma lo que le llega, cada entrada por su peso, y su sesgo.</translation>
        </message>
        <message>
            <source>The activation turns the net into the neuron's output.</source>
            <translation>La activación convierte la entrada neta en la salida de la neurona.</translation>
        </message>
        <message>
            <source>The error of an output grows with the square of its distance from the target.</source>
            <translation>El error de una salida crece con el cuadrado de su distancia al objetivo.</translation>
        </message>
        <message>
            <source>The errors of all outputs are added up.</source>
            <translation>Se suman los errores de todas las salidas.</translation>
        </message>
        <message>
            <source>The error of several samples is the mean of theirs.</source>
            <translation>El error de varias muestras es la media de los suyos.</translation>
        </message>
        <message>
            <source>How fast does a square grow? Its derivative has a factor 2, and the target counts as fixed.</source>
            <translation>¿Con qué rapidez crece un cuadrado? Su derivada tiene un factor 2, y el objetivo cuenta como fijo.</translation>
        </message>
        <message>
            <source>This is the slope of the activation at the place where the neuron is now.</source>
            <translation>Es la pendiente de la activación en el punto en que está ahora la neurona.</translation>
        </message>
        <message>
            <source>In a softmax the outputs add up to 1: when one grows, the others shrink in proportion to both.</source>
            <translation>En una softmax las salidas suman 1: cuando una crece, las demás disminuyen en proporción a ambas.</translation>
        </message>
        <message>
            <source>The chain rule: the error's slope by the output, times the output's slope by the net.</source>
            <translation>La regla de la cadena: la pendiente del error respecto de la salida, por la de la salida respecto de la entrada neta.</translation>
        </message>
        <message>
            <source>The net is a sum of products; only one of them holds this output, and its other factor is left.</source>
            <translation>La entrada neta es una suma de productos; solo uno contiene esta salida, y queda su otro factor.</translation>
        </message>
        <message>
            <source>The chain rule along one way: the error's slope at the next neuron, times what the weight lets through.</source>
            <translation>La regla de la cadena por un camino: la pendiente del error en la neurona siguiente, por lo que deja pasar el peso.</translation>
        </message>
        <message>
            <source>The net is a sum of products; only one of them holds this weight, and its other factor is left.</source>
            <translation>La entrada neta es una suma de productos; solo uno contiene este peso, y queda su otro factor.</translation>
        </message>
        <message>
            <source>The chain rule: multiply the slopes along the way from the error back to the weight.</source>
            <translation>La regla de la cadena: multiplica las pendientes del camino que va del error de vuelta al peso.</translation>
        </message>
        <message>
            <source>A bias is added to the net as it is, so the net's slope by it is 1.</source>
            <translation>El sesgo se suma tal cual a la entrada neta, así que la pendiente de esta respecto del sesgo es 1.</translation>
        </message>
        <message>
            <source>Every sample pulls at the parameter; their gradients are put together.</source>
            <translation>Cada muestra tira del parámetro; sus gradientes se reúnen.</translation>
        </message>
        <message>
            <source>One bias serves the whole layer, so it acts on the error through each neuron: add them up.</source>
            <translation>Un solo sesgo sirve a toda la capa, así que actúa sobre el error a través de cada neurona: suma los efectos.</translation>
        </message>
        <message>
            <source>The penalty pulls every weight towards 0.</source>
            <translation>La penalización tira de cada peso hacia 0.</translation>
        </message>
        <message>
            <source>Error and penalty are brought down together, so their slopes add up.</source>
            <translation>El error y la penalización se reducen juntos, así que sus pendientes se suman.</translation>
        </message>
        <message>
            <source>Gradient descent goes against the slope: subtract the learning rate times the gradient.</source>
            <translation>El descenso de gradiente va en contra de la pendiente: resta la tasa de aprendizaje por el gradiente.</translation>
        </message>
        <message>
            <source>A whole layer at once: each neuron adds up its inputs times their weights, and its bias.</source>
            <translation>Una capa entera a la vez: cada neurona suma sus entradas por sus pesos, y su sesgo.</translation>
        </message>
        <message>
            <source>The activation is applied to each neuron's net.</source>
            <translation>La activación se aplica a la entrada neta de cada neurona.</translation>
        </message>
        <message>
            <source>The next layer's deltas come back through the weights and meet each neuron's slope.</source>
            <translation>Los deltas de la capa siguiente vuelven por los pesos y se multiplican por la pendiente de cada neurona.</translation>
        </message>
        <message>
            <source>Each weight's slope is what it carried, times the delta of the neuron that it leads to.</source>
            <translation>La pendiente de cada peso es lo que transportó, por el delta de la neurona a la que lleva.</translation>
        </message>
        <message>
            <source>Every parameter of the layer goes against its slope by the learning rate.</source>
            <translation>Cada parámetro de la capa va en contra de su pendiente según la tasa de aprendizaje.</translation>
        </message>
        <message>
            <source>Backpropagation by hand</source>
            <translation>Backpropagation a mano</translation>
        </message>
        <message>
            <source>Two inputs, two hidden neurons, two outputs, eight weights. Follow every number forward to the error, back to each weight, and see the error become smaller.</source>
            <translation>Dos entradas, dos neuronas ocultas, dos salidas, ocho pesos. Sigue cada número hacia delante hasta el error, hacia atrás hasta cada peso, y mira cómo el error disminuye.</translation>
        </message>
        <message>
            <source>Trap: weights updated too early</source>
            <translation>Trampa: pesos actualizados demasiado pronto</translation>
        </message>
        <message>
            <source>Here w5 to w8 are updated before the error goes back through them. The gradients of w1 to w4 then belong to no network: the output was calculated with the old weights. It gives the error 0.291027924 that the original article prints; the right one is 0.291027774.</source>
            <translation>Aquí w5 a w8 se actualizan antes de que el error vuelva por ellos. Los gradientes de w1 a w4 no son entonces de ninguna red: la salida se calculó con los pesos antiguos. Da el error 0.291027924 que imprime el artículo original; el correcto es 0.291027774.</translation>
        </message>
        <message>
            <source>Trap: a slip of the pen in w7</source>
            <translation>Trampa: un desliz al escribir w7</translation>
        </message>
        <message>
            <source>Here w7 gets the value that was calculated for w8, and w8 keeps its old one. The error becomes 0.29018… and even looks better than the right 0.29102…: a smaller error does not prove that the gradient is right.</source>
            <translation>Aquí w7 recibe el valor calculado para w8, y w8 conserva el suyo. El error queda en 0.29018… y hasta parece mejor que el correcto, 0.29102…: un error menor no demuestra que el gradiente sea correcto.</translation>
        </message>
        <message>
            <source>Exercise: the new w2, w3 and w4</source>
            <translation>Ejercicio: los nuevos w2, w3 y w4</translation>
        </message>
        <message>
            <source>The new w1 was worked out step by step. Calculate the new values of w2, w3 and w4 the same way.</source>
            <translation>El nuevo w1 se calculó paso a paso. Calcula del mismo modo los nuevos valores de w2, w3 y w4.</translation>
        </message>
        <message>
            <source>Exercise: learn the biases, one per neuron</source>
            <translation>Ejercicio: aprende los sesgos, uno por neurona</translation>
        </message>
        <message>
            <source>A bias is a weight whose input is always 1. Give each neuron its own bias and calculate its new value. The error after the update is about 0.28047.</source>
            <translation>Un sesgo es un peso cuya entrada siempre es 1. Da a cada neurona su propio sesgo y calcula su nuevo valor. El error tras la actualización es de unos 0.28047.</translation>
        </message>
        <message>
            <source>Exercise: learn the biases, one per layer</source>
            <translation>Ejercicio: aprende los sesgos, uno por capa</translation>
        </message>
        <message>
            <source>Now b1 and b2 each belong to a whole layer, so that what their neurons say about them adds up. Calculate their new values. The error after the update is about 0.28575.</source>
            <translation>Ahora b1 y b2 pertenecen cada uno a toda una capa, así que se suma lo que sus neuronas dicen de ellos. Calcula sus nuevos valores. El error tras la actualización es de unos 0.28575.</translation>
        </message>
        <message>
            <source>Neither: {slope} is 0, so nothing moves.</source>
            <translation>Ni lo uno ni lo otro: {slope} es 0, así que nada se mueve.</translation>
        </message>
        <message>
            <source>Right: {slope} is below 0, so the error falls when {parameter} grows; it goes up.</source>
            <translation>Correcto: {slope} es menor que 0, así que el error baja cuando {parameter} crece; sube.</translation>
        </message>
        <message>
            <source>Right: {slope} is above 0, so the error grows with {parameter}; it goes down.</source>
            <translation>Correcto: {slope} es mayor que 0, así que el error crece con {parameter}; baja.</translation>
        </message>
        <message>
            <source>The other way: {slope} is below 0, so the error falls when {parameter} grows; it goes up.</source>
            <translation>Al revés: {slope} es menor que 0, así que el error baja cuando {parameter} crece; sube.</translation>
        </message>
        <message>
            <source>The other way: {slope} is above 0, so the error grows with {parameter}; it goes down.</source>
            <translation>Al revés: {slope} es mayor que 0, así que el error crece con {parameter}; baja.</translation>
        </message>
        <message>
            <source>Right: {slope} is above 0.</source>
            <translation>Correcto: {slope} es mayor que 0.</translation>
        </message>
        <message>
            <source>Right: {slope} is below 0.</source>
            <translation>Correcto: {slope} es menor que 0.</translation>
        </message>
        <message>
            <source>The other way: {slope} is above 0. Check every minus.</source>
            <translation>Al revés: {slope} es mayor que 0. Revisa cada signo menos.</translation>
        </message>
        <message>
            <source>The other way: {slope} is below 0. Check every minus.</source>
            <translation>Al revés: {slope} es menor que 0. Revisa cada signo menos.</translation>
        </message>
        <message>
            <source>Learning rate {rate}: which way will {parameter} move from {old}, and to what value?</source>
            <translation>Tasa de aprendizaje {rate}: ¿hacia dónde irá {parameter} desde {old}, y hasta qué valor?</translation>
        </message>
        <message>
            <source>Is {quantity} above or below 0, and how much is it?</source>
            <translation>¿Está {quantity} por encima o por debajo de 0, y cuánto vale?</translation>
        </message>
        <message>
            <source>How much is {quantity}?</source>
            <translation>¿Cuánto vale {quantity}?</translation>
        </message>
        <message>
            <source>{quantity} is {value}.</source>
            <translation>{quantity} vale {value}.</translation>
        </message>
        <message>
            <source>The sample's {part} must be numbers; one of them is none.</source>
            <translation>Los valores de {part} de la muestra deben ser números; uno de ellos no lo es.</translation>
        </message>
        <message>
            <source>There are {inputs} rows of inputs and {targets} of targets; give as many of one as of the other.</source>
            <translation>Hay {inputs} filas de entradas y {targets} de objetivos; da tantas de unas como de otras.</translation>
        </message>
        <message>
            <source>The network has {n_in} inputs and {n_out} outputs; the sample has {inputs} inputs and {targets} targets. Choose one that fits.</source>
            <translation>La red tiene {n_in} entradas y {n_out} salidas; la muestra tiene {inputs} entradas y {targets} objetivos. Elige una que encaje.</translation>
        </message>
        <message>
            <source>The learning rate must be a number above 0; {value} can't be used.</source>
            <translation>La tasa de aprendizaje debe ser un número mayor que 0; {value} no sirve.</translation>
        </message>
        <message>
            <source>The number of iterations must be from 1 to {most}; {value} can't be used.</source>
            <translation>El número de iteraciones debe estar entre 1 y {most}; {value} no sirve.</translation>
        </message>
        <message>
            <source>{field} must be a number from 0 to 1000000; {value} can't be used.</source>
            <translation>{field} debe ser un número de 0 a 1000000; {value} no sirve.</translation>
        </message>
        <message>
            <source>Iterations {first} to {last} can't be shown: there are {most}, the pass after the last update counted.</source>
            <translation>No se pueden mostrar las iteraciones {first} a {last}: hay {most}, contando el paso tras la última actualización.</translation>
        </message>
        <message>
            <source>That is what is right; in this trap {weight} is used after its update, too early.</source>
            <translation>Eso es lo correcto; en esta trampa {weight} se usa después de su actualización, demasiado pronto.</translation>
        </message>
        <message>
            <source>That uses {weight} after its update; the error goes back through the weights that the forward pass used.</source>
            <translation>Ahí se usa {weight} después de su actualización; el error vuelve por los pesos que usó la pasada hacia delante.</translation>
        </message>
        <message>
            <source>That is the numerator alone; divide by the sum over all outputs.</source>
            <translation>Eso es solo el numerador; divide entre la suma de todas las salidas.</translation>
        </message>
        <message>
            <source>That is the difference alone; square it.</source>
            <translation>Eso es solo la diferencia; elévala al cuadrado.</translation>
        </message>
        <message>
            <source>The difference isn't squared.</source>
            <translation>La diferencia no está elevada al cuadrado.</translation>
        </message>
        <message>
            <source>That is the sum; divide it by the number of samples, {count}.</source>
            <translation>Eso es la suma; divídela entre el número de muestras, {count}.</translation>
        </message>
        <message>
            <source>That is the error itself; its slope is asked: the square becomes a factor 2.</source>
            <translation>Eso es el error mismo; se pide su pendiente: el cuadrado se convierte en un factor 2.</translation>
        </message>
        <message>
            <source>With this loss the activation's slope cancels out: it isn't multiplied here.</source>
            <translation>Con esta pérdida la pendiente de la activación se cancela: aquí no se multiplica.</translation>
        </message>
        <message>
            <source>{target} is missing: take it from {out}.</source>
            <translation>Falta {target}: réstalo de {out}.</translation>
        </message>
        <message>
            <source>{target} was added to {out}; it is subtracted.</source>
            <translation>Has sumado {target} a {out}; se resta.</translation>
        </message>
        <message>
            <source>{out} was added to 1; it is subtracted: 1 − {out}.</source>
            <translation>Has sumado {out} a 1; se resta: 1 − {out}.</translation>
        </message>
        <message>
            <source>That is the square alone; take it from 1.</source>
            <translation>Eso es solo el cuadrado; réstalo de 1.</translation>
        </message>
        <message>
            <source>That is the slope of a sigmoid; this neuron has a tanh, 1 − {out}².</source>
            <translation>Esa es la pendiente de una sigmoide; esta neurona tiene una tanh, 1 − {out}².</translation>
        </message>
        <message>
            <source>That is {net} itself; the slope of the activation there is asked.</source>
            <translation>Eso es {net} mismo; se pide la pendiente de la activación en ese punto.</translation>
        </message>
        <message>
            <source>The derivative of a product by one factor is the other factor: here {weight}.</source>
            <translation>La derivada de un producto respecto de un factor es el otro factor: aquí {weight}.</translation>
        </message>
        <message>
            <source>1 is how much the net grows with its bias; the chain rule multiplies it by {slope}.</source>
            <translation>1 es cuánto crece la entrada neta con su sesgo; la regla de la cadena lo multiplica por {slope}.</translation>
        </message>
        <message>
            <source>That is the gradient; multiply it by the learning rate and subtract it.</source>
            <translation>Eso es el gradiente; multiplícalo por la tasa de aprendizaje y réstalo.</translation>
        </message>
        <message>
            <source>This number is calculated; change an input, a target, a weight, a bias or η.</source>
            <translation>Este número se calcula; cambia una entrada, un objetivo, un peso, un sesgo o η.</translation>
        </message>
        <message>
            <source>Give a finite number, such as 0.75 or −2; {value} can't be used.</source>
            <translation>Da un número finito, como 0.75 o −2; {value} no sirve.</translation>
        </message>
        <message>
            <source>What does {neuron} put out?</source>
            <translation>¿Qué sale de {neuron}?</translation>
        </message>
        <message>
            <source>What does layer {layer} put out?</source>
            <translation>¿Qué sale de la capa {layer}?</translation>
        </message>
        <message>
            <source>How wrong is the network?</source>
            <translation>¿Cuánto se equivoca la red?</translation>
        </message>
        <message>
            <source>How much does the error change with {parameter}?</source>
            <translation>¿Cuánto cambia el error con {parameter}?</translation>
        </message>
        <message>
            <source>How much does the error change with the weights of layer {layer}?</source>
            <translation>¿Cuánto cambia el error con los pesos de la capa {layer}?</translation>
        </message>
        <message>
            <source>What is the new value of {parameter}?</source>
            <translation>¿Cuál es el nuevo valor de {parameter}?</translation>
        </message>
        <message>
            <source>What are the new weights of layer {layer}?</source>
            <translation>¿Cuáles son los nuevos pesos de la capa {layer}?</translation>
        </message>
        <message>
            <source>factor {number}, {label}</source>
            <translation>factor {number}, {label}</translation>
        </message>
        <message>
            <source>in summand {number}, {label}</source>
            <translation>en el sumando {number}, {label}</translation>
        </message>
        <message>
            <source>summand {number}, {label}</source>
            <translation>sumando {number}, {label}</translation>
        </message>
        <message>
            <source>The square's derivative brings a 2, which the ½ cancels; the minus comes from the one before the output.</source>
            <translation>La derivada del cuadrado trae un 2, que el ½ cancela; el menos viene del que está delante de la salida.</translation>
        </message>
        <message>
            <source>The square's derivative brings the 2, the mean over {count} outputs the {count} below it.</source>
            <translation>La derivada del cuadrado trae el 2; la media de {count} salidas, el {count} que lo divide.</translation>
        </message>
        <message>
            <source>The square's derivative brings the 2.</source>
            <translation>La derivada del cuadrado trae el 2.</translation>
        </message>
        <message>
            <source>{out} = {a} is above its target {t}: if it rises, the error grows. So the number is positive.</source>
            <translation>{out} = {a} está por encima de su objetivo {t}: si sube, el error crece. Por eso el número es positivo.</translation>
        </message>
        <message>
            <source>{out} = {a} is below its target {t}: if it rises, the error shrinks. So the number is negative.</source>
            <translation>{out} = {a} está por debajo de su objetivo {t}: si sube, el error disminuye. Por eso el número es negativo.</translation>
        </message>
        <message>
            <source>{out} meets its target {t} exactly: there is nothing to mend here.</source>
            <translation>{out} acierta exactamente su objetivo {t}: aquí no hay nada que corregir.</translation>
        </message>
        <message>
            <source>{out} reaches the error in one way only, through {next}.</source>
            <translation>{out} llega al error por un solo camino, a través de {next}.</translation>
        </message>
        <message>
            <source>{out} reaches the error in {count} ways, one through each neuron of the next layer; what they do adds up.</source>
            <translation>{out} llega al error por {count} caminos, uno por cada neurona de la capa siguiente; lo que hacen se suma.</translation>
        </message>
        <message>
            <source>They don't agree: {up} of them would make the error grow with {out}, {down} would make it shrink.</source>
            <translation>No están de acuerdo: por {up} el error crecería con {out}, por {down} disminuiría.</translation>
        </message>
        <message>
            <source>In this trap the weights of the next layer were updated first, so this is not the error's true slope.</source>
            <translation>En esta trampa los pesos de la capa siguiente se actualizaron antes, así que esta no es la verdadera pendiente del error.</translation>
        </message>
        <message>
            <source>The step is flat on both sides of its jump, so its slope is 0: nothing can be learnt through it.</source>
            <translation>El escalón es plano a ambos lados del salto, así que su pendiente es 0: a través de él no se puede aprender nada.</translation>
        </message>
        <message>
            <source>A straight line has the slope 1 everywhere: what comes back passes unchanged.</source>
            <translation>Una recta tiene pendiente 1 en todas partes: lo que vuelve pasa sin cambios.</translation>
        </message>
        <message>
            <source>Nowhere is the sigmoid steeper than 0.25; here its slope is {slope}, so {share} % of the strongest possible signal gets through.</source>
            <translation>La sigmoide nunca es más empinada que 0,25; aquí su pendiente es {slope}, así que pasa el {share} % de la señal más fuerte posible.</translation>
        </message>
        <message>
            <source>Nowhere is tanh steeper than 1; here its slope is {slope}, so {share} % of what comes back gets through.</source>
            <translation>tanh nunca es más empinada que 1; aquí su pendiente es {slope}, así que pasa el {share} % de lo que vuelve.</translation>
        </message>
        <message>
            <source>The slope of softplus is a sigmoid, between 0 and 1; here {share} % of what comes back gets through.</source>
            <translation>La pendiente de softplus es una sigmoide, entre 0 y 1; aquí pasa el {share} % de lo que vuelve.</translation>
        </message>
        <message>
            <source>A share that rises takes from the others; at {out} = 0.5 it reacts the most, with 0.25. Here it is {slope}.</source>
            <translation>Una parte que crece se lo quita a las demás; con {out} = 0,5 reacciona más que nunca, con 0,25. Aquí es {slope}.</translation>
        </message>
        <message>
            <source>{neuron} is switched off: its output never moves, so nothing comes back through it.</source>
            <translation>{neuron} está apagada: su salida nunca se mueve, así que no vuelve nada a través de ella.</translation>
        </message>
        <message>
            <source>How far {out} moves when {net} moves a little: the slope of the curve at this point.</source>
            <translation>Cuánto se mueve {out} cuando {net} se mueve un poco: la pendiente de la curva en este punto.</translation>
        </message>
        <message>
            <source>{net} = {z} is above 0, where the slope is 1: what comes back passes unchanged.</source>
            <translation>{net} = {z} está por encima de 0, donde la pendiente es 1: lo que vuelve pasa sin cambios.</translation>
        </message>
        <message>
            <source>{net} = {z} is not above 0, where leaky ReLU keeps a slope of 0.01: a hundredth gets through.</source>
            <translation>{net} = {z} no está por encima de 0, donde la leaky ReLU conserva una pendiente de 0,01: pasa una centésima.</translation>
        </message>
        <message>
            <source>At 0 a ReLU has a corner and no slope of its own. This program takes 0 there, so nothing comes back.</source>
            <translation>En 0, una ReLU tiene una esquina y ninguna pendiente propia. Este programa toma 0 ahí, así que no vuelve nada.</translation>
        </message>
        <message>
            <source>{net} = {z} is below 0, where ReLU is flat: nothing comes back, and this sample teaches {neuron} nothing.</source>
            <translation>{net} = {z} está por debajo de 0, donde ReLU es plana: no vuelve nada, y esta muestra no le enseña nada a {neuron}.</translation>
        </message>
        <message>
            <source>The outputs of a softmax share one whole: when the weighted sum of {neuron} rises, {other} gets less. Hence the minus.</source>
            <translation>Las salidas de una softmax se reparten un todo: cuando sube la suma ponderada de {neuron}, a {other} le toca menos. De ahí el menos.</translation>
        </message>
        <message>
            <source>This is {delta}, the delta of {neuron}. All weights into {neuron} need it, so it is calculated once and used again.</source>
            <translation>Es {delta}, la delta de {neuron}. La necesitan todos los pesos que llegan a {neuron}, así que se calcula una vez y se vuelve a usar.</translation>
        </message>
        <message>
            <source>In a softmax every output moves with this weighted sum, so {count} products add up, one for each output.</source>
            <translation>En una softmax todas las salidas se mueven con esta suma ponderada, así que se suman {count} productos, uno por cada salida.</translation>
        </message>
        <message>
            <source>It is 0: the weights into {neuron} learn nothing from this sample.</source>
            <translation>Es 0: los pesos que llegan a {neuron} no aprenden nada de esta muestra.</translation>
        </message>
        <message>
            <source>The logarithm of the loss undoes the exponentials of the softmax, and the targets add up to 1: of all the factors only out − target is left.</source>
            <translation>El logaritmo de la pérdida deshace las exponenciales de la softmax, y los objetivos suman 1: de todos los factores solo queda out − target.</translation>
        </message>
        <message>
            <source>The derivative of the loss has out·(1 − out) below its fraction bar, which is just the sigmoid's slope: the two cancel, and only out − target is left.</source>
            <translation>La derivada de la pérdida tiene out·(1 − out) en el denominador, que es justo la pendiente de la sigmoide: las dos se cancelan y solo queda out − target.</translation>
        </message>
        <message>
            <source>{net} takes in {out} times {weight}, so the weight itself is the slope: {value}.</source>
            <translation>{net} recibe {out} por {weight}, así que la pendiente es el propio peso: {value}.</translation>
        </message>
        <message>
            <source>Here the numbers part from the right ones: the weight was already updated, but the error was made with the old one.</source>
            <translation>Aquí los números se apartan de los correctos: el peso ya estaba actualizado, pero el error se obtuvo con el antiguo.</translation>
        </message>
        <message>
            <source>Here the numbers part from the right ones: the error was made with the weight {old}, and {value} is what it becomes afterwards.</source>
            <translation>Aquí los números se apartan de los correctos: el error se obtuvo con el peso {old}, y {value} es lo que llega a ser después.</translation>
        </message>
        <message>
            <source>What comes back through {next}: its delta {delta} = {d}, times the weight between the two, {w}.</source>
            <translation>Lo que vuelve a través de {next}: su delta {delta} = {d}, por el peso entre las dos, {w}.</translation>
        </message>
        <message>
            <source>The weight is negative, so the sign turns around.</source>
            <translation>El peso es negativo, así que el signo se invierte.</translation>
        </message>
        <message>
            <source>{neuron} adds up what comes in: each signal times the weight that it comes through, and the bias.</source>
            <translation>{neuron} suma lo que le llega: cada señal por el peso a través del que viene, y el sesgo.</translation>
        </message>
        <message>
            <source>The largest part is {term} = {value}.</source>
            <translation>La parte mayor es {term} = {value}.</translation>
        </message>
        <message>
            <source>{count} smaller terms are not written out; together they make {value}.</source>
            <translation>No se escriben {count} términos más pequeños; juntos suman {value}.</translation>
        </message>
        <message>
            <source>The step gives 1 from 0 upwards and 0 below: {net} = {z} gives {a}.</source>
            <translation>El escalón da 1 desde 0 en adelante y 0 por debajo: {net} = {z} da {a}.</translation>
        </message>
        <message>
            <source>There is no bend here: {neuron} puts out its weighted sum as it is, {a}.</source>
            <translation>Aquí no hay ninguna curva: de {neuron} sale su suma ponderada tal cual, {a}.</translation>
        </message>
        <message>
            <source>The sigmoid squeezes any number into the range from 0 to 1, and 0 to 0.5: {net} = {z} becomes {a}.</source>
            <translation>La sigmoide comprime cualquier número al intervalo de 0 a 1, y el 0 a 0,5: {net} = {z} se convierte en {a}.</translation>
        </message>
        <message>
            <source>tanh squeezes any number into the range from −1 to 1 and keeps its sign: {net} = {z} becomes {a}.</source>
            <translation>tanh comprime cualquier número al intervalo de −1 a 1 y conserva su signo: {net} = {z} se convierte en {a}.</translation>
        </message>
        <message>
            <source>Softplus is a ReLU without the corner; it is always above 0: {net} = {z} becomes {a}.</source>
            <translation>Softplus es una ReLU sin la esquina; siempre está por encima de 0: {net} = {z} se convierte en {a}.</translation>
        </message>
        <message>
            <source>Softmax turns the weighted sums of all outputs into shares that are positive and add up to 1. {neuron} gets {share} %.</source>
            <translation>Softmax convierte las sumas ponderadas de todas las salidas en partes positivas que suman 1. A {neuron} le toca el {share} %.</translation>
        </message>
        <message>
            <source>{neuron} is switched off: whatever comes in, it puts out {hold}.</source>
            <translation>{neuron} está apagada: le llegue lo que le llegue, de ella sale {hold}.</translation>
        </message>
        <message>
            <source>{net} is above 0, so it goes through unchanged: {a}.</source>
            <translation>{net} está por encima de 0, así que pasa sin cambios: {a}.</translation>
        </message>
        <message>
            <source>{net} = {z} is not above 0, and ReLU lets nothing of it through: {neuron} puts out 0.</source>
            <translation>{net} = {z} no está por encima de 0, y ReLU no deja pasar nada: de {neuron} sale 0.</translation>
        </message>
        <message>
            <source>{net} = {z} is not above 0, and leaky ReLU lets only a hundredth of it through: {a}.</source>
            <translation>{net} = {z} no está por encima de 0, y la leaky ReLU solo deja pasar una centésima: {a}.</translation>
        </message>
        <message>
            <source>That is near the end of the range, where the curve is almost flat: little of the error will come back through it.</source>
            <translation>Está cerca del extremo del intervalo, donde la curva es casi plana: por ahí volverá poco del error.</translation>
        </message>
        <message>
            <source>The output misses its target by {miss}. Squared, the sign of the miss doesn't matter, and large misses weigh more than small ones.</source>
            <translation>La salida falla su objetivo por {miss}. Al elevarlo al cuadrado, el signo del fallo no importa, y los fallos grandes pesan más que los pequeños.</translation>
        </message>
        <message>
            <source>The ½ changes nothing about where the error is smallest; it cancels the 2 of the derivative.</source>
            <translation>El ½ no cambia dónde es mínimo el error; cancela el 2 de la derivada.</translation>
        </message>
        <message>
            <source>The error is a mean over the {count} outputs, so each counts one part in {count}.</source>
            <translation>El error es una media de las {count} salidas, así que cada una cuenta una parte de {count}.</translation>
        </message>
        <message>
            <source>{target} is 0, so this output adds nothing of its own: only the share of the right class counts.</source>
            <translation>{target} es 0, así que esta salida no añade nada por sí misma: solo cuenta la parte de la clase correcta.</translation>
        </message>
        <message>
            <source>The network gives {a} of the whole to this class. Minus its logarithm is 0 for a share of 1, and grows without end toward a share of 0.</source>
            <translation>La red le da a esta clase {a} del total. Menos su logaritmo es 0 para una parte de 1, y crece sin límite hacia una parte de 0.</translation>
        </message>
        <message>
            <source>{target} is 0, so only ln(1 − {out}) counts: the nearer {out} comes to 1, the dearer the mistake.</source>
            <translation>{target} es 0, así que solo cuenta ln(1 − {out}): cuanto más se acerca {out} a 1, más caro sale el error.</translation>
        </message>
        <message>
            <source>{target} is 1, so only ln({out}) counts: the nearer {out} comes to 0, the dearer the mistake.</source>
            <translation>{target} es 1, así que solo cuenta ln({out}): cuanto más se acerca {out} a 0, más caro sale el error.</translation>
        </message>
        <message>
            <source>The error is smallest where {out} equals {target}, and grows without end where the network is sure and wrong.</source>
            <translation>El error es mínimo donde {out} es igual a {target}, y crece sin límite donde la red está segura y se equivoca.</translation>
        </message>
        <message>
            <source>One number for all outputs together: it is what training makes smaller.</source>
            <translation>Un solo número para todas las salidas: es lo que el entrenamiento hace más pequeño.</translation>
        </message>
        <message>
            <source>{error} makes the largest part of it, {share} %.</source>
            <translation>{error} es la parte mayor, el {share} %.</translation>
        </message>
        <message>
            <source>The error of the batch is the mean of its {count} samples, so that it doesn't grow with their number.</source>
            <translation>El error del lote es la media de sus {count} muestras, para que no crezca con su número.</translation>
        </message>
        <message>
            <source>The update has brought it down from {before} to {now}.</source>
            <translation>La actualización lo ha bajado de {before} a {now}.</translation>
        </message>
        <message>
            <source>The update has not helped: it went up from {before} to {now}.</source>
            <translation>La actualización no ha ayudado: ha subido de {before} a {now}.</translation>
        </message>
        <message>
            <source>The update has not changed it: {now} as before.</source>
            <translation>La actualización no lo ha cambiado: {now}, como antes.</translation>
        </message>
        <message>
            <source>the slope of the step</source>
            <translation>la pendiente del escalón</translation>
        </message>
        <message>
            <source>the slope of a straight line</source>
            <translation>la pendiente de una recta</translation>
        </message>
        <message>
            <source>the slope of the sigmoid</source>
            <translation>la pendiente de la sigmoide</translation>
        </message>
        <message>
            <source>the slope of tanh</source>
            <translation>la pendiente de tanh</translation>
        </message>
        <message>
            <source>the slope of ReLU</source>
            <translation>la pendiente de ReLU</translation>
        </message>
        <message>
            <source>the slope of leaky ReLU</source>
            <translation>la pendiente de leaky ReLU</translation>
        </message>
        <message>
            <source>the slope of softplus</source>
            <translation>la pendiente de softplus</translation>
        </message>
        <message>
            <source>the slope of softmax</source>
            <translation>la pendiente de softmax</translation>
        </message>
        <message>
            <source>the weighted sum of {neuron}</source>
            <translation>la suma ponderada de {neuron}</translation>
        </message>
        <message>
            <source>the output of {neuron}</source>
            <translation>la salida de {neuron}</translation>
        </message>
        <message>
            <source>the error of {neuron}</source>
            <translation>el error de {neuron}</translation>
        </message>
        <message>
            <source>the error of all outputs</source>
            <translation>el error de todas las salidas</translation>
        </message>
        <message>
            <source>the mean error of the samples</source>
            <translation>el error medio de las muestras</translation>
        </message>
        <message>
            <source>how the error reacts to the output of {neuron}</source>
            <translation>cómo reacciona el error a la salida de {neuron}</translation>
        </message>
        <message>
            <source>how {other} gives way to {neuron}</source>
            <translation>cómo cede {other} ante {neuron}</translation>
        </message>
        <message>
            <source>the delta of {neuron}</source>
            <translation>la delta de {neuron}</translation>
        </message>
        <message>
            <source>the weight on the way back</source>
            <translation>el peso en el camino de vuelta</translation>
        </message>
        <message>
            <source>what comes back through {next}</source>
            <translation>lo que vuelve a través de {next}</translation>
        </message>
        <message>
            <source>the signal that the weight carries</source>
            <translation>la señal que lleva el peso</translation>
        </message>
        <message>
            <source>the gradient of the weight</source>
            <translation>el gradiente del peso</translation>
        </message>
        <message>
            <source>the gradient of the bias</source>
            <translation>el gradiente del sesgo</translation>
        </message>
        <message>
            <source>the samples together</source>
            <translation>las muestras juntas</translation>
        </message>
        <message>
            <source>the neurons of the layer together</source>
            <translation>las neuronas de la capa juntas</translation>
        </message>
        <message>
            <source>the penalty on the weight</source>
            <translation>la penalización del peso</translation>
        </message>
        <message>
            <source>the gradient with the penalty</source>
            <translation>el gradiente con la penalización</translation>
        </message>
        <message>
            <source>the update</source>
            <translation>la actualización</translation>
        </message>
        <message>
            <source>the weighted sums of layer {layer}</source>
            <translation>las sumas ponderadas de la capa {layer}</translation>
        </message>
        <message>
            <source>the outputs of layer {layer}</source>
            <translation>las salidas de la capa {layer}</translation>
        </message>
        <message>
            <source>the deltas of layer {layer}</source>
            <translation>las deltas de la capa {layer}</translation>
        </message>
        <message>
            <source>the gradient of layer {layer}</source>
            <translation>el gradiente de la capa {layer}</translation>
        </message>
        <message>
            <source>the update of layer {layer}</source>
            <translation>la actualización de la capa {layer}</translation>
        </message>
        <message>
            <source>Each neuron of layer {layer} adds up what comes in. One product of a vector with a matrix does it for all (number: {count}).</source>
            <translation>Cada neurona de la capa {layer} suma lo que le llega. Un solo producto de un vector por una matriz lo hace para todas (número: {count}).</translation>
        </message>
        <message>
            <source>The activation is applied to each sum of layer {layer} (number: {count}).</source>
            <translation>La activación se aplica a cada suma de la capa {layer} (número: {count}).</translation>
        </message>
        <message>
            <source>One δ for each neuron (number: {count}): how the error changes with that neuron's weighted sum.</source>
            <translation>Una δ por cada neurona (número: {count}): cómo cambia el error con la suma ponderada de esa neurona.</translation>
        </message>
        <message>
            <source>Each weight's gradient is the signal that it carries times the δ that it leads to; with the biases these are {count} numbers.</source>
            <translation>El gradiente de cada peso es la señal que lleva por la δ a la que conduce; con los sesgos son {count} números.</translation>
        </message>
        <message>
            <source>All {count} weights and biases of the layer go a little way against their gradient.</source>
            <translation>Los {count} pesos y sesgos de la capa avanzan un poco en contra de su gradiente.</translation>
        </message>
        <message>
            <source>Here the trap is at work: the weights of the next layer have already been updated.</source>
            <translation>Aquí actúa la trampa: los pesos de la capa siguiente ya se han actualizado.</translation>
        </message>
        <message>
            <source>The number shown is their length: the square root of the sum of their squares, {value}.</source>
            <translation>El número que se muestra es su longitud: la raíz cuadrada de la suma de sus cuadrados, {value}.</translation>
        </message>
        <message>
            <source>It is the mean over the {count} samples.</source>
            <translation>Es la media de las {count} muestras.</translation>
        </message>
        <message>
            <source>It is the sum over the {count} samples.</source>
            <translation>Es la suma de las {count} muestras.</translation>
        </message>
        <message>
            <source>{net} takes in {weight} times {signal}: the larger the signal, the more the weight matters. Here it is {value}.</source>
            <translation>{net} recibe {weight} por {signal}: cuanto mayor es la señal, más importa el peso. Aquí es {value}.</translation>
        </message>
        <message>
            <source>A signal of 0 makes the weight idle: for this sample its gradient is 0.</source>
            <translation>Una señal de 0 deja el peso sin efecto: para esta muestra su gradiente es 0.</translation>
        </message>
        <message>
            <source>The chain rule: {weight} moves the weighted sum, that moves the output, and that moves the error; the effects multiply.</source>
            <translation>La regla de la cadena: {weight} mueve la suma ponderada, esta mueve la salida y esta mueve el error; los efectos se multiplican.</translation>
        </message>
        <message>
            <source>The delta rule: the δ of the neuron that {weight} leads to, times the signal that {weight} carries.</source>
            <translation>La regla delta: la δ de la neurona a la que conduce {weight}, por la señal que lleva {weight}.</translation>
        </message>
        <message>
            <source>If {weight} were {nudge} larger, {error} would be about {change} larger.</source>
            <translation>Si {weight} fuera {nudge} mayor, {error} sería aproximadamente {change} mayor.</translation>
        </message>
        <message>
            <source>If {weight} were {nudge} larger, {error} would be about {change} smaller.</source>
            <translation>Si {weight} fuera {nudge} mayor, {error} sería aproximadamente {change} menor.</translation>
        </message>
        <message>
            <source>It is 0: a little more or less of {weight} changes as good as nothing.</source>
            <translation>Es 0: un poco más o menos de {weight} no cambia casi nada.</translation>
        </message>
        <message>
            <source>A bias is like a weight whose signal is always 1, so its gradient is the delta of {neuron} itself.</source>
            <translation>Un sesgo es como un peso cuya señal siempre es 1, así que su gradiente es la propia delta de {neuron}.</translation>
        </message>
        <message>
            <source>Each of the {count} samples has a say; the update follows their mean.</source>
            <translation>Cada una de las {count} muestras tiene voz; la actualización sigue su media.</translation>
        </message>
        <message>
            <source>Each of the {count} samples has a say; the update follows their sum, so more samples make larger steps.</source>
            <translation>Cada una de las {count} muestras tiene voz; la actualización sigue su suma, así que más muestras dan pasos más grandes.</translation>
        </message>
        <message>
            <source>They don't agree: {up} of them ask for a smaller value, {down} for a larger one.</source>
            <translation>No están de acuerdo: {up} piden un valor menor, {down} uno mayor.</translation>
        </message>
        <message>
            <source>One bias serves the whole layer (neurons: {count}): moving it moves each of them, so their parts add up.</source>
            <translation>Un solo sesgo sirve a toda la capa (neuronas: {count}): al moverlo se mueve cada una, así que sus partes se suman.</translation>
        </message>
        <message>
            <source>Large weights cost extra, so that the network stays simple: the penalty pulls {weight} = {value} toward 0.</source>
            <translation>Los pesos grandes cuestan más, para que la red siga siendo sencilla: la penalización tira de {weight} = {value} hacia 0.</translation>
        </message>
        <message>
            <source>λ1 pulls equally hard however small the weight is already, so that weights nobody needs end near 0.</source>
            <translation>λ1 tira con la misma fuerza por pequeño que ya sea el peso, así que los pesos que nadie necesita acaban cerca de 0.</translation>
        </message>
        <message>
            <source>λ2 pulls harder the further the weight is from 0.</source>
            <translation>λ2 tira con más fuerza cuanto más lejos de 0 está el peso.</translation>
        </message>
        <message>
            <source>What is made smaller is the error plus the penalty, so their gradients add up too.</source>
            <translation>Lo que se hace más pequeño es el error más la penalización, así que también se suman sus gradientes.</translation>
        </message>
        <message>
            <source>Here the two pull in opposite directions.</source>
            <translation>Aquí los dos tiran en sentidos opuestos.</translation>
        </message>
        <message>
            <source>Here is the slip: {parameter} keeps its old value {value}; its new one has gone to its neighbour.</source>
            <translation>Este es el desliz: {parameter} conserva su valor antiguo {value}; el nuevo ha ido a parar a su vecino.</translation>
        </message>
        <message>
            <source>{parameter} belongs to a neuron that is switched off, so it isn't trained and keeps its value {value}.</source>
            <translation>{parameter} pertenece a una neurona apagada, así que no se entrena y conserva su valor {value}.</translation>
        </message>
        <message>
            <source>Here is the slip: {parameter} gets {value}, the value that was calculated for {taken}. From here on the numbers are not the right ones.</source>
            <translation>Este es el desliz: {parameter} recibe {value}, el valor que se calculó para {taken}. A partir de aquí los números no son los correctos.</translation>
        </message>
        <message>
            <source>The gradient points to where the error grows, so the update goes the other way.</source>
            <translation>El gradiente apunta hacia donde crece el error, así que la actualización va en sentido contrario.</translation>
        </message>
        <message>
            <source>{gradient} is positive, so {parameter} goes down: by η times the gradient, {change}.</source>
            <translation>{gradient} es positivo, así que {parameter} baja: η por el gradiente, {change}.</translation>
        </message>
        <message>
            <source>{gradient} is negative, so {parameter} goes up: by η times the gradient, {change}.</source>
            <translation>{gradient} es negativo, así que {parameter} sube: η por el gradiente, {change}.</translation>
        </message>
        <message>
            <source>{gradient} is 0, so {parameter} stays where it is.</source>
            <translation>{gradient} es 0, así que {parameter} se queda donde está.</translation>
        </message>
        <message>
            <source>That is too early: the layer before still needs the old value to find its deltas.</source>
            <translation>Es demasiado pronto: la capa anterior aún necesita el valor antiguo para hallar sus deltas.</translation>
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
            <source>{path} can't be written: the exercise has characters that are no text; remove them.</source>
            <translation>No se puede escribir {path}: el ejercicio tiene caracteres que no son texto; quítalos.</translation>
        </message>
        <message>
            <source>{path}, line {line}: there is no setting {key}; the nearest ones are {choices}.</source>
            <translation>{path}, línea {line}: no existe el ajuste {key}; los más parecidos son {choices}.</translation>
        </message>
        <message>
            <source>{path} lacks the expression; add a line such as expression = "J = (2 + 3*w)^2".</source>
            <translation>A {path} le falta la expresión; añade una línea como expression = "J = (2 + 3*w)^2".</translation>
        </message>
        <message>
            <source>{path}, line {line}: this exercise can't be used. {reason}</source>
            <translation>{path}, línea {line}: este ejercicio no se puede usar. {reason}</translation>
        </message>
        <message>
            <source>{path} is no exercise on a computation graph: its kind must be “{known}”. Choose another file.</source>
            <translation>{path} no es un ejercicio sobre un grafo de cálculo: su kind tiene que ser «{known}». Elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} has format {version}, and this program reads format {known}; update the program or the file.</source>
            <translation>{path} tiene el formato {version} y este programa lee el formato {known}; actualiza el programa o el archivo.</translation>
        </message>
        <message>
            <source>{path}, line {line}: {key} must be {expected}, not {value!r}; correct it.</source>
            <translation>{path}, línea {line}: {key} tiene que ser {expected}, no {value!r}; corrígelo.</translation>
        </message>
        <message>
            <source>{path} can't be written: a name in the experiment has characters that are no text; rename it.</source>
            <translation>No se puede escribir {path}: un nombre del experimento tiene caracteres que no son texto; cámbialo.</translation>
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
            <source>{path} would take {gigabytes:.3g} GB of memory; up to {most:.3g} GB can be read. Choose another file.</source>
            <translation>{path} ocuparía {gigabytes:.3g} GB de memoria; se pueden leer hasta {most:.3g} GB. Elige otro archivo.</translation>
        </message>
        <message>
            <source>The part {part} of {path} is damaged and can't be read. Choose another file.</source>
            <translation>La parte {part} de {path} está dañada y no se puede leer. Elige otro archivo.</translation>
        </message>
        <message>
            <source>A weight in layer {number} of {path} is {value}, which can't be used. Save an earlier state of the network.</source>
            <translation>Un peso de la capa {number} de {path} es {value}, que no se puede usar. Guarda un estado anterior de la red.</translation>
        </message>
        <message>
            <source>A bias in layer {number} of {path} is {value}, which can't be used. Save an earlier state of the network.</source>
            <translation>Un sesgo de la capa {number} de {path} es {value}, que no se puede usar. Guarda un estado anterior de la red.</translation>
        </message>
        <message>
            <source>{path} holds Python objects (a list of arrays), and reading them could run any program hidden in the file; save each array by itself: numpy.savez(name, *weights, *biases).</source>
            <translation>{path} contiene objetos de Python (una lista de arrays), y leerlos podría ejecutar cualquier programa escondido en el archivo; guarda cada array por separado: numpy.savez(name, *weights, *biases).</translation>
        </message>
        <message>
            <source>{path} holds values of the kind {kind}, and weights are real numbers; choose another file.</source>
            <translation>{path} contiene valores del tipo {kind}, y los pesos son números reales; elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} isn't a saved network: it needs as many arrays of biases as of weights, called W1, W2, … and b1, b2, …; it has {names}. Save it with numpy.savez(name, W1, W2, …, b1, b2, …).</source>
            <translation>{path} no es una red guardada: necesita tantos arrays de sesgos como de pesos, llamados W1, W2, … y b1, b2, …; tiene {names}. Guárdala con numpy.savez(name, W1, W2, …, b1, b2, …).</translation>
        </message>
        <message>
            <source>{path} isn't a saved network: it has {count} arrays, and each layer needs two, its weights and its biases. Save both.</source>
            <translation>{path} no es una red guardada: tiene {count} arrays, y cada capa necesita dos, sus pesos y sus sesgos. Guarda ambos.</translation>
        </message>
        <message>
            <source>The layers of {path} don't fit: layer {number} takes {found} inputs, and {needed} come. Save it anew.</source>
            <translation>Las capas de {path} no encajan: la capa {number} toma {found} entradas y le llegan {needed}. Guárdala de nuevo.</translation>
        </message>
        <message>
            <source>Layer {number} of {path} can't be used: weights of shape {weights} need one bias for each output, and the biases have the shape {biases}. Save it anew.</source>
            <translation>La capa {number} de {path} no se puede usar: unos pesos de forma {weights} necesitan un sesgo por cada salida, y los sesgos tienen la forma {biases}. Guárdala de nuevo.</translation>
        </message>
        <message>
            <source>{file} ({widths}) doesn't say its activations: sigmoid is assumed in every layer, and the mean squared error as its loss.</source>
            <translation>{file} ({widths}) no dice sus activaciones: se supone sigmoide en todas las capas, y como pérdida el error cuadrático medio.</translation>
        </message>
        <message>
            <source>Its square weights are read with a row for each input.</source>
            <translation>Sus pesos cuadrados se leen con una fila por cada entrada.</translation>
        </message>
        <message>
            <source>Its weights have a row for each output.</source>
            <translation>Sus pesos tienen una fila por cada salida.</translation>
        </message>
        <message>
            <source>{path} is larger than {most} bytes; choose another file.</source>
            <translation>{path} ocupa más de {most} bytes; elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} isn't UTF-8 text; save it as UTF-8.</source>
            <translation>{path} no es texto UTF-8; guárdalo como UTF-8.</translation>
        </message>
        <message>
            <source>{path}, line {line}: this isn't TOML ({reason}); correct it.</source>
            <translation>{path}, línea {line}: esto no es TOML ({reason}); corrígelo.</translation>
        </message>
        <message>
            <source>{path} is nested too deeply; choose another file.</source>
            <translation>{path} está anidado con demasiada profundidad; elige otro archivo.</translation>
        </message>
        <message>
            <source>{path} can't be written ({reason}); choose another place.</source>
            <translation>No se puede escribir {path} ({reason}); elige otro lugar.</translation>
        </message>
        <message>
            <source>{path} doesn't say what its network was trained on; choose a network that this program has saved.</source>
            <translation>{path} no dice con qué se entrenó su red; elige una red que haya guardado este programa.</translation>
        </message>
        <message>
            <source>The network in the file ({found}) isn't built as its experiment says ({needed}); choose another file.</source>
            <translation>La red del archivo ({found}) no está construida como dice su experimento ({needed}); elige otro archivo.</translation>
        </message>
        <message>
            <source>The network has {needed} {what} and the data asks for {found}; choose the data it was trained on.</source>
            <translation>La red tiene {needed} ({what}) y los datos piden {found}; elige los datos con los que se entrenó.</translation>
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
        <message>
            <source>The network has {size} weights and biases, and {given} values were given. Choose a place of this network.</source>
            <translation>La red tiene {size} pesos y sesgos, y se dieron {given} valores. Elige un lugar de esta red.</translation>
        </message>
        <message>
            <source>There is no network at that place: some of its weights are no usable numbers. Choose another place.</source>
            <translation>En ese lugar no hay red: algunos de sus pesos no son números utilizables. Elige otro lugar.</translation>
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
            <source>MNIST digits</source>
            <translation>Dígitos MNIST</translation>
        </message>
        <message>
            <source>Fashion-MNIST</source>
            <translation>Fashion-MNIST</translation>
        </message>
        <message>
            <source>Plane (regression)</source>
            <translation>Plano (regresión)</translation>
        </message>
        <message>
            <source>Curve (regression)</source>
            <translation>Curva (regresión)</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Picture, two layers</source>
            <translation>Imagen, dos capas</translation>
        </message>
    </context>
</TS>
