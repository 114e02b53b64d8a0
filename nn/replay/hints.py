"""Help with a step in three stages: the principle, the formula, the numbers. None of them says the result."""

from __future__ import annotations

from nn.choices import Loss
from nn.replay.expression import Number, Of
from nn.replay.formulas import formula
from nn.replay.step import Kind, Step
from nn.replay.walk import Walk
from nn.replay.words import Symbol, called
from nn.replay.writing import Digits, plain
from nn.text import QT_TRANSLATE_NOOP, Sentence

DIGITS = 6


def hints_of(walk: Walk, step: Step, digits: Digits = DIGITS) -> tuple[Sentence, Sentence, Sentence]:
    """Principle, formula, and the formula with its numbers (``digits`` decimals; ``None``: all).

    Where the formula is one number that is already known, the third hint says where to find it instead of what it is.
    """
    symbol = called(step.quantity, walk.scheme)
    tree = formula(step.quantity, step.sources, walk.scheme)
    named = Sentence(QT_TRANSLATE_NOOP("nn", "The formula: {symbol} = {formula}"), {"symbol": symbol, "formula": Symbol(tree, walk.scheme)})
    if isinstance(tree, Of):
        place = Sentence(
            QT_TRANSLATE_NOOP("nn", "No calculation: read the value of {source} off the diagram."), {"source": Symbol(tree, walk.scheme)}
        )
    elif isinstance(tree, Number):
        place = Sentence(QT_TRANSLATE_NOOP("nn", "No calculation: it is the same number whatever the inputs are."))
    else:
        values = plain(tree, walk.scheme, numbers=True, digits=digits)
        place = Sentence(QT_TRANSLATE_NOOP("nn", "With the numbers: {symbol} = {numbers}"), {"symbol": symbol, "numbers": values})
    return principle_of(step), named, place


def principle_of(step: Step) -> Sentence:
    """The idea behind the step's formula."""
    kind = step.quantity.kind
    if kind is Kind.E_OUT and step.sources[0].quantity.kind is Kind.E_VIA:
        return Sentence(_HIDDEN)
    if kind is Kind.E_NET and any(source.quantity.kind is Kind.TARGET for source in step.sources):
        return Sentence(_FROM_LOGITS)
    if kind is Kind.E_NET and len(step.sources) > 2:
        return Sentence(_ALL_OUTPUTS)
    if kind is Kind.ERROR and step.scheme.architecture.loss in (Loss.BINARY_CROSS_ENTROPY, Loss.CROSS_ENTROPY):
        return Sentence(_LOGARITHM)
    return Sentence(_PRINCIPLES[kind])


_HIDDEN = QT_TRANSLATE_NOOP("nn", "This output goes into every neuron of the next layer, so it acts on the error along several ways: add them up.")
_FROM_LOGITS = QT_TRANSLATE_NOOP("nn", "With this loss, its own slope and the activation's cancel each other: only the difference is left.")
_ALL_OUTPUTS = QT_TRANSLATE_NOOP("nn", "In a softmax this net moves every output, so the error changes along several ways: add them up.")
_LOGARITHM = QT_TRANSLATE_NOOP("nn", "The error is minus the logarithm of the probability that was given to what is right.")
_PRINCIPLES = {
    Kind.NET: QT_TRANSLATE_NOOP("nn", "A neuron adds up what comes in, each input times its weight, and its bias."),
    Kind.OUT: QT_TRANSLATE_NOOP("nn", "The activation turns the net into the neuron's output."),
    Kind.ERROR: QT_TRANSLATE_NOOP("nn", "The error of an output grows with the square of its distance from the target."),
    Kind.TOTAL: QT_TRANSLATE_NOOP("nn", "The errors of all outputs are added up."),
    Kind.MEAN_ERROR: QT_TRANSLATE_NOOP("nn", "The error of several samples is the mean of theirs."),
    Kind.E_OUT: QT_TRANSLATE_NOOP("nn", "How fast does a square grow? Its derivative has a factor 2, and the target counts as fixed."),
    Kind.OUT_NET: QT_TRANSLATE_NOOP("nn", "This is the slope of the activation at the place where the neuron is now."),
    Kind.OUT_NET_CROSS: QT_TRANSLATE_NOOP("nn", "In a softmax the outputs add up to 1: when one grows, the others shrink in proportion to both."),
    Kind.E_NET: QT_TRANSLATE_NOOP("nn", "The chain rule: the error's slope by the output, times the output's slope by the net."),
    Kind.NET_OUT: QT_TRANSLATE_NOOP("nn", "The net is a sum of products; only one of them holds this output, and its other factor is left."),
    Kind.E_VIA: QT_TRANSLATE_NOOP("nn", "The chain rule along one way: the error's slope at the next neuron, times what the weight lets through."),
    Kind.NET_W: QT_TRANSLATE_NOOP("nn", "The net is a sum of products; only one of them holds this weight, and its other factor is left."),
    Kind.E_W: QT_TRANSLATE_NOOP("nn", "The chain rule: multiply the slopes along the way from the error back to the weight."),
    Kind.E_B: QT_TRANSLATE_NOOP("nn", "A bias is added to the net as it is, so the net's slope by it is 1."),
    Kind.BATCH: QT_TRANSLATE_NOOP("nn", "Every sample pulls at the parameter; their gradients are put together."),
    Kind.TIE: QT_TRANSLATE_NOOP("nn", "One bias serves the whole layer, so it acts on the error through each neuron: add them up."),
    Kind.PENALTY: QT_TRANSLATE_NOOP("nn", "The penalty pulls every weight towards 0."),
    Kind.OBJECTIVE: QT_TRANSLATE_NOOP("nn", "Error and penalty are brought down together, so their slopes add up."),
    Kind.NEW: QT_TRANSLATE_NOOP("nn", "Gradient descent goes against the slope: subtract the learning rate times the gradient."),
    Kind.LAYER_NET: QT_TRANSLATE_NOOP("nn", "A whole layer at once: each neuron adds up its inputs times their weights, and its bias."),
    Kind.LAYER_OUT: QT_TRANSLATE_NOOP("nn", "The activation is applied to each neuron's net."),
    Kind.LAYER_DELTA: QT_TRANSLATE_NOOP("nn", "The next layer's deltas come back through the weights and meet each neuron's slope."),
    Kind.LAYER_GRADIENT: QT_TRANSLATE_NOOP("nn", "Each weight's slope is what it carried, times the delta of the neuron that it leads to."),
    Kind.LAYER_NEW: QT_TRANSLATE_NOOP("nn", "Every parameter of the layer goes against its slope by the learning rate."),
}
