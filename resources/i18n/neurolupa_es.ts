<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="es">
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Network</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open an experiment…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the experiment…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Redo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Train</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Graph</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Landscape</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Inside</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lessons</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fit the diagram</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Logarithmic or linear loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Dark or light</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Larger, for a projector</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>English</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Español</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ten steps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One epoch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start again, same weights</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start again, new weights</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Switch the neuron off or on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The neuron alone in its layer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring every neuron back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>About Neurolupa</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CheatSheet</name>
        <message>
            <source>Keys</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>linear</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>tanh</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>leaky ReLU</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>softplus</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>softmax</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>½ squared error</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>MSE</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Binary cross-entropy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cross-entropy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>SGD</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nesterov</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>RMSProp</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Adam</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Constant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Exponential</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>1/t</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cosine</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Uniform (−1, 1)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>U(0, 1)/√n</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Xavier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>He</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Zeros</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Given values</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>float32</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>float64</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>CPU</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>GPU</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>x₁²</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>x₂²</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>x₁x₂</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>sin x₁</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>sin x₂</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Classification</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Regression</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ask</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Leave the rows out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put in the column's mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Zero</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mean output</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Compiling…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Training</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Diverged</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ContributionPanel</name>
        <message>
            <source>Contribution</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Contribution of each neuron</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rank by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What each hidden neuron contributes is shown here once the run has started.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ContributionTable</name>
        <message>
            <source>{row}, switched off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>back on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Switch {neuron} back on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Switch {neuron} off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show {neuron} alone in its layer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Click: select · D or double click: off and on · A: alone in its layer</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CsvDialog</name>
        <message>
            <source>{column}: {examples} (missing: {count})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>tab</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>comma</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>semicolon</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>bar</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>about {rows}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{rows} rows, {columns} columns</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>separated by {separator}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>encoding {encoding}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>decimal comma</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>decimal point</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>names in the first line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>no names in the first line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open {file}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>… and {count} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Missing values: {count}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DataPanel</name>
        <message>
            <source>Open CSV file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>last column</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{file}, learning {target}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Data</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Preset</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Extra input {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open CSV…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns and missing values…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Another seed</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DecisionMap</name>
        <message>
            <source>{neurons} off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Click a sample to follow it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Test sample {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Train sample {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>hollow = test</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All other features at their mean.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{shown} of {total} samples shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sample and answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decision map</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fitted curve</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Value map</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show the chosen sample's picture instead of the map</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Feature on the horizontal axis</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Feature on the vertical axis</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decision map: arrow keys go from sample to sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose data to see the map</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DevicePanel</name>
        <message>
            <source>{rate} samples/s</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Device</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DiagramMenu</name>
        <message>
            <source>All on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Alone in its layer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit weight…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit bias…</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DifferenceMap</name>
        <message>
            <source>Difference map {neurons}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Difference map</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Switch a neuron off to see where the answer changes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>no change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The answer with every neuron on, less the answer as it is: blue where it was lowered, orange where it was raised.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DrawTools</name>
        <message>
            <source>Draw points of class {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Eraser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One more class</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Click or drag in the decision map to draw.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>The memory is used up; close other programs, or make the network or the data smaller.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Something unforeseen went wrong ({kind}: {what}). The network is kept; save it and start again.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>Dataset</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Samples</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Noise</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Factor</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Classes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Test</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Standardize inputs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Extra inputs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Target column</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Missing values</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Init</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Output</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Weight seed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Gradient</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Batch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Regularization</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>L1 rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>L2 rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decay ρ</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>β₁</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>β₂</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>ε</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Gamma</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Epochs each</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop at epoch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop at step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop at loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Patience</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Device</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Precision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Standard deviation of the noise, in the data's own units</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Inner radius divided by the outer radius</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Share of the samples kept for testing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The same seed draws the same data</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Each input less its mean, divided by its standard deviation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Draws the starting weights, the shuffles and dropout</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How the gradients of a batch's samples are put together</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Samples per update; empty is the full batch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Share of hidden outputs set to 0 at each update</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Epochs between two drops; for cosine, until the rate is 0</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop when the training loss is at most this; empty is off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop after this many epochs; empty is off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop after so many epochs without a new lowest training loss; empty is off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop after so many seconds of training; empty is off</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>LayerList</name>
        <message>
            <source>Automatic</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Automatic: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Automatic: what fits the loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hidden {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>H{number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Neurons of hidden layer {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Activation of hidden layer {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move hidden layer {number}: drag, or Alt+↑ and Alt+↓</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove hidden layer {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Neurons of the output layer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Activation of the output layer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Output</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Out</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>LossHeader</name>
        <message>
            <source>Switch between a logarithmic and a linear axis</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Axis of the loss: {caption}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>LossPlot</name>
        <message>
            <source>epoch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>stop here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{neurons} off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{neurons} on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>all on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>settings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>edited</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>went back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>epoch {epoch} · train {train}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source> · test {test}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Logarithmic axis</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show all epochs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Clear earlier runs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{loss}, log; band = min–max</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{loss}, linear; band = min–max</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>mean per sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>train</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>test</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Loss plot</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Loss over the epochs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drag to go to a moment. Wheel: zoom. Drag the epoch axis: move. Double click: show all. L: log or linear.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Closing as soon as the work under way has ended.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MapCanvas</name>
        <message>
            <source>Test sample {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Train sample {number}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>NetworkDiagram</name>
        <message>
            <source>low</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>high</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>positive</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>negative</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>width = |w|</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>bias +</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>bias −</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>output, weight</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>output</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>bias of {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>own units</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Network diagram</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pause the training to change a value.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New value of {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>linear</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>tanh</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>leaky ReLU</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>softplus</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>softmax</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Output</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hidden {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Input</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n value(s)</source>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… %n more</source>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>show fewer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>class {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>target {value}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No neuron selected. Arrow keys select one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Neuron {name} selected, switched off.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Neuron {name} selected.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Neuron {name} selected, output {value}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>NetworkPanel</name>
        <message>
            <source>{count} parameters</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Network</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add layer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other starting weights</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close (Esc)</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>NumberField</name>
        <message>
            <source>{name} must be a whole number, such as 12; “{text}” can't be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{name} must be a number, such as 0.5; “{text}” can't be read.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PictureView</name>
        <message>
            <source>Sample as a picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The network's answer for every class</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Placeholder</name>
        <message>
            <source>Backpropagation, one number at a time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Every step of the chain rule for one sample, on your own network. Each factor with its formula, its numbers and where they come from.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Already there: in Train, point at a connection to read its weight and its gradient.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Computation graphs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>An expression becomes a graph: values run forward through it, derivatives backward. Fill in the boxes yourself; every answer gets a verdict.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Already there: in Train, the diagram shows what every neuron puts out for the sample you choose.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The loss as a landscape</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The loss over two directions in the space of weights, drawn as hills and valleys. SGD, momentum, RMSProp and Adam go down it side by side.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Already there: in Train, change the optimizer while the network learns and follow the loss.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What the network has learnt</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pictures of the weights, the samples that excite a neuron most, dead neurons and the classes that are confused. A look at each layer from within.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Already there: in Train, select a neuron and press D to see what the network loses without it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lessons</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Short guided lessons in this very window, from a single neuron to a network that reads digits. With questions, and an answer to each.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Already there: in Train, start with a preset of the Data panel; F1 shows all keys.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Comes with a later version</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go to Train</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>About Neurolupa</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Neurolupa {version}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A neural network under a magnifying glass: watch it learn, take it apart, follow every number.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Workspaces</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Ranking</name>
        <message>
            <source>Train loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Test loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Train accuracy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Test accuracy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Alone: train loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Alone: test loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Alone: train accuracy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Alone: test accuracy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>change of train loss when the neuron is switched off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>change of test loss when the neuron is switched off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>change of train accuracy when the neuron is switched off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>change of test accuracy when the neuron is switched off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>train loss with the neuron alone in its layer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>test loss with the neuron alone in its layer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>train accuracy with the neuron alone in its layer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>test accuracy with the neuron alone in its layer</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ReadOuts</name>
        <message>
            <source>{rate} samples/s</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Train loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Test loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Train accuracy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Test accuracy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Speed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Device</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>RunStatus</name>
        <message>
            <source>Diverged at step {step}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{state} · {percent} % of the way to the stop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stopped: loss ≤ {value}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stopped: epoch {value} reached</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stopped: step {value} reached</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stopped: no lower loss for {value} epochs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stopped: {value} s are over</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>{neurons} off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{neurons} on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>settings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Epoch {epoch}, step {step}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Timeline of the run</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>TitleBar</name>
        <message>
            <source>Menus</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>TrainWorkspace</name>
        <message>
            <source>Last good weights, half the rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading the data: {percent} %</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>TrainingPanel</name>
        <message>
            <source>Full</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Full ({count})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A batch of {asked} is larger than the training part; all {count} samples are used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Training</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More options</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>L1 and L2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>TransportPanel</name>
        <message>
            <source>Pause (Space)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Play (Space)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count}/s</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count} steps a second</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Flat out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Speed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reset to the same weights (R)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ways to reset</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back to the moment before (←)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One update (→)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Longer steps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Same weights again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New weights</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One update</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ten updates</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One epoch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ten epochs</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Undo</name>
        <message>
            <source>Edit a weight</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Switch neurons</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ValueEditor</name>
        <message>
            <source>Type a number such as 0.5, −2 or 1e-3.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>That number is too large for the network's precision; type a smaller one.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>datasets</name>
        <message>
            <source>Circles</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Moons</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Blobs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>XOR</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Spirals</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Two Gaussians</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Plane (regression)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hills (regression)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Curve (regression)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Iris flowers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Wine</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Breast cancer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Digits 8×8</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Diabetes (regression)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>CSV file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drawn points</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>nn</name>
        <message>
            <source>{name} has too little free memory for this network and its data; close other programs that use it, choose a smaller network, or train on the CPU.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{name} failed and can't go on ({cause}); train on the CPU, or start the program again to use the GPU once more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No NVIDIA driver was found. If this computer has an NVIDIA GPU, install its driver to use it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The NVIDIA driver {driver} doesn't start (CUDA error {code}); restart the computer or reinstall the driver.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The NVIDIA driver {driver} finds no GPU that this program may use.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{name} has compute capability {has}, but training needs {needs} (Turing, 2018) or newer; use the CPU.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{name} is here, but the CUDA compiler ({missing}) isn't; install the package numba-cuda[cu{major}], which brings it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The NVIDIA driver {driver} runs programs up to CUDA {driver_cuda}, but the CUDA toolkit in use is {toolkit}; update the driver.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{name} has no free memory; close other programs that use it, or train on the CPU.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{name} failed a small trial ({cause}); update the NVIDIA driver, or train on the CPU.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A network of {widths} has {parameters} parameters and would take about {gigabytes:.3g} GB to train; make it smaller, to stay below {most:g} GB.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A batch of {asked} is more than the {n} training samples; the full batch is used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no hidden neuron {name}; h1.2 is the second one of the first hidden layer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file doesn't say what the network was trained on; name the data with --data.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The network has {needed} {what} and the data asks for {found}; choose the data it was trained on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start from an experiment file or from a preset, not from both; leave one out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There are {layers} hidden layers but {count} activations; give one for all, or one for each.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} can't be written: its folder isn't there, or it is a folder itself; choose another place.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path}, line {line}: column {column} holds “{text}”, which isn't a finite number; correct it or take the column out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path}: the target column {column} holds “{value}” in every row, so there is nothing to learn; choose another target.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} holds bytes that are no text; save it as UTF-8 and open it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file has no column {target}; did you mean {near}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file has no column {target}; choose one of {columns}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} has a header but no rows below it; choose a file with data.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} has more than {most} values, which would take over {gigabytes:g} GB; take out rows or columns.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} has fewer than 2 rows to learn from; choose a file with more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path}, line {line}: the row has {found} values where the first one has {expected}; correct that line.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path}, line {line}: a cell begins with a quote that is never closed; close it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No CSV file was given; choose one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} is a folder; choose a CSV file in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no file {path}; check its name and folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} can't be read ({reason}); check the file and its permissions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} isn't a text file; export the table as CSV and open that file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} is empty; choose a file with a table in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} has a single column; a table needs inputs and a target, separated by comma, semicolon, tab or |.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A drawn point must have finite coordinates; remove the ones that don't.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Draw at least {fewest} points to train on; there are {count}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All drawn points have the same class; draw some of a second class.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The class of a drawn point must be a number from 0 to {most}; change the others.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count} values are missing in {rows} of {all} rows, in {columns}; leave those rows out (drop) or fill in each column's mean (mean).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path}: column {column} has no values to take a mean of; take it out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No samples are left to train on; make the test share smaller or take more samples.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Extra features are made from two inputs, and this data has {count}; take them away or choose other data.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The loss {loss} is for classes, and this data has numbers to predict; choose mse or half-squared.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A softmax output is for classes, and this data has numbers to predict; choose linear or another one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Loading the data was cancelled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This network has {needed} weights and biases, but {count} starting values were given. Give {needed}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The starting value of {name} is {value}; give a finite number.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{field} must be a number above {low:g}; {value} can't be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{field} must be a number from {low:g} to {high:g}; {value} can't be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A network can have up to {most} hidden layers; {count} were asked for. Remove some.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hidden layer {number} needs at least 1 neuron; {width} can't be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hidden layer {number} with {width} neurons would take about {gigabytes:.3g} GB for its weights to a layer as wide; use up to {most}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Softmax is for the output layer; choose another activation for hidden layer {number}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The number of samples must be from 2 to {most}; {value} can't be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A seed is a whole number from 0 to 4294967295; {value} can't be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The loss {loss} needs a {needed} output, not {output}; choose that activation or another loss.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} can't be written ({reason}); choose another place.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} can't be written: a name in the experiment has characters that are no text; rename it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} isn't UTF-8 text; save it as UTF-8.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} can't be read ({reason}); check the file's name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path}, line {line}: this isn't TOML ({reason}); correct it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} has format {version}, and this program reads format {known}; update the program or the file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path}, line {line}: {table} lacks {key}; add it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path}, line {line}: {key} can't be “{value}”; choose {choices}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path}, line {line}: there is no setting {key}; the nearest ones are {choices}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path}, line {line}: {key} must be {expected}, not {value!r}; correct it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} was saved by a newer version (format {found}; this one reads up to {known}). Update the program.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The description in {path} can't be used: {name} is {value}. Choose another file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The description in {path} is damaged and can't be read. Choose another file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} can't be read: {reason}. Choose another file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} isn't an .npz file, or it is damaged. Choose another file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} would take {gigabytes:.3g} GB of memory; up to {most:.3g} GB can be read. Choose another file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The part {part} of {path} is damaged and can't be read. Choose another file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} can't be written: {reason}. Choose another place.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{path} isn't a saved network: it has no {part}. Choose another file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The part {part} of {path} must be {needed} numbers in a row; it has the shape {shape}. Choose another file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Number {place} of {part} for {path} is {value}, which can't be used. Go back to an earlier state of the network.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Training diverged at step {step} in layer {layer}: the numbers grew past all bounds. Try a learning rate below {rate:g}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>presets</name>
        <message>
            <source>Circles</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Moons</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>XOR</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Spiral</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Digits 8×8</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Iris flowers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Plane (regression)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Curve (regression)</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>
