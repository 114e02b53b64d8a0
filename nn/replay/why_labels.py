"""Steps named in a few words."""

from __future__ import annotations

from nn.choices import Activation
from nn.layout import Neuron
from nn.replay.names import neuron_name
from nn.replay.step import Kind, Step
from nn.text import QT_TRANSLATE_NOOP, Sentence

_SLOPES: dict[Activation, str] = {
    Activation.STEP: QT_TRANSLATE_NOOP("nn", "the slope of the step"),
    Activation.LINEAR: QT_TRANSLATE_NOOP("nn", "the slope of a straight line"),
    Activation.SIGMOID: QT_TRANSLATE_NOOP("nn", "the slope of the sigmoid"),
    Activation.TANH: QT_TRANSLATE_NOOP("nn", "the slope of tanh"),
    Activation.RELU: QT_TRANSLATE_NOOP("nn", "the slope of ReLU"),
    Activation.LEAKY_RELU: QT_TRANSLATE_NOOP("nn", "the slope of leaky ReLU"),
    Activation.SOFTPLUS: QT_TRANSLATE_NOOP("nn", "the slope of softplus"),
    Activation.SOFTMAX: QT_TRANSLATE_NOOP("nn", "the slope of softmax"),
}

_LABELS: dict[Kind, str] = {
    Kind.NET: QT_TRANSLATE_NOOP("nn", "the weighted sum of {neuron}"),
    Kind.OUT: QT_TRANSLATE_NOOP("nn", "the output of {neuron}"),
    Kind.ERROR: QT_TRANSLATE_NOOP("nn", "the error of {neuron}"),
    Kind.TOTAL: QT_TRANSLATE_NOOP("nn", "the error of all outputs"),
    Kind.MEAN_ERROR: QT_TRANSLATE_NOOP("nn", "the mean error of the samples"),
    Kind.E_OUT: QT_TRANSLATE_NOOP("nn", "how the error reacts to the output of {neuron}"),
    Kind.OUT_NET_CROSS: QT_TRANSLATE_NOOP("nn", "how {other} gives way to {neuron}"),
    Kind.E_NET: QT_TRANSLATE_NOOP("nn", "the delta of {neuron}"),
    Kind.NET_OUT: QT_TRANSLATE_NOOP("nn", "the weight on the way back"),
    Kind.E_VIA: QT_TRANSLATE_NOOP("nn", "what comes back through {next}"),
    Kind.NET_W: QT_TRANSLATE_NOOP("nn", "the signal that the weight carries"),
    Kind.E_W: QT_TRANSLATE_NOOP("nn", "the gradient of the weight"),
    Kind.E_B: QT_TRANSLATE_NOOP("nn", "the gradient of the bias"),
    Kind.BATCH: QT_TRANSLATE_NOOP("nn", "the samples together"),
    Kind.TIE: QT_TRANSLATE_NOOP("nn", "the neurons of the layer together"),
    Kind.PENALTY: QT_TRANSLATE_NOOP("nn", "the penalty on the weight"),
    Kind.OBJECTIVE: QT_TRANSLATE_NOOP("nn", "the gradient with the penalty"),
    Kind.NEW: QT_TRANSLATE_NOOP("nn", "the update"),
    Kind.LAYER_NET: QT_TRANSLATE_NOOP("nn", "the weighted sums of layer {layer}"),
    Kind.LAYER_OUT: QT_TRANSLATE_NOOP("nn", "the outputs of layer {layer}"),
    Kind.LAYER_DELTA: QT_TRANSLATE_NOOP("nn", "the deltas of layer {layer}"),
    Kind.LAYER_GRADIENT: QT_TRANSLATE_NOOP("nn", "the gradient of layer {layer}"),
    Kind.LAYER_NEW: QT_TRANSLATE_NOOP("nn", "the update of layer {layer}"),
}


def label_of(step: Step) -> Sentence:
    """What the step's number is, as a noun: "the slope of the sigmoid"."""
    kind, layer, unit, other = step.quantity
    depth = step.scheme.architecture.layout.depth
    if kind is Kind.OUT_NET:
        return Sentence(_SLOPES[step.scheme.architecture.activations[layer - 1]])
    at = depth if kind is Kind.ERROR else layer
    values: dict[str, object] = {"layer": layer, "neuron": neuron_name(Neuron(at, max(unit, 0)), step.scheme)}
    if kind is Kind.OUT_NET_CROSS:
        values["other"] = neuron_name(Neuron(layer, other), step.scheme)
    if kind is Kind.E_VIA:
        values["next"] = neuron_name(Neuron(layer + 1, other), step.scheme)
    return Sentence(_LABELS[kind], values)
