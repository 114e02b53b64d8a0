"""Where a number of the walk stands in the diagram: one place for each given number, net, out and error; factors beside what they belong to."""

from __future__ import annotations

from collections.abc import Callable

from nn.replay.step import Kind, Quantity

GIVEN = frozenset({Kind.INPUT, Kind.TARGET, Kind.RATE})
PARAMETERS = frozenset({Kind.WEIGHT, Kind.BIAS})
EDITABLE = GIVEN | PARAMETERS
COMPUTED = frozenset({Kind.NET, Kind.OUT, Kind.ERROR, Kind.TOTAL, Kind.MEAN_ERROR})
LAYERS = frozenset({Kind.LAYER_NET, Kind.LAYER_OUT, Kind.LAYER_DELTA, Kind.LAYER_GRADIENT, Kind.LAYER_NEW})
PLACES = EDITABLE | COMPUTED | LAYERS

RATE = Quantity(Kind.RATE)
TOTAL = Quantity(Kind.TOTAL)
MEAN_ERROR = Quantity(Kind.MEAN_ERROR)


def output(layer: int, unit: int) -> Quantity:
    """What neuron ``unit`` of ``layer`` hands on: an input where ``layer`` is 0."""
    return Quantity(Kind.OUT, layer, unit) if layer else Quantity(Kind.INPUT, 0, unit)


def parameter(quantity: Quantity) -> Quantity:
    """The weight or the bias that ``quantity``, a gradient or a new value, belongs to."""
    if quantity.other < 0:
        return Quantity(Kind.BIAS, quantity.layer, quantity.unit)
    return Quantity(Kind.WEIGHT, quantity.layer, quantity.unit, quantity.other)


_PLACES: dict[Kind, Callable[[Quantity], Quantity]] = {
    **dict.fromkeys((Kind.INPUT, Kind.TARGET, Kind.ERROR), lambda q: Quantity(q.kind, 0, q.unit)),
    **dict.fromkeys((Kind.TOTAL, Kind.MEAN_ERROR), lambda q: Quantity(q.kind)),
    **dict.fromkeys((Kind.RATE, Kind.L1, Kind.L2), lambda _: RATE),
    **dict.fromkeys((Kind.NET, Kind.OUT, Kind.BIAS), lambda q: Quantity(q.kind, q.layer, q.unit)),
    **dict.fromkeys((Kind.E_OUT, Kind.OUT_NET), lambda q: Quantity(Kind.OUT, q.layer, q.unit)),
    **dict.fromkeys((Kind.E_B, Kind.TIE), lambda q: Quantity(Kind.BIAS, q.layer, q.unit)),
    **dict.fromkeys((Kind.E_W, Kind.BATCH, Kind.PENALTY, Kind.OBJECTIVE, Kind.NEW), parameter),
    **dict.fromkeys((Kind.NET_OUT, Kind.E_VIA), lambda q: Quantity(Kind.WEIGHT, q.layer + 1, q.other, q.unit)),
    Kind.E_NET: lambda q: Quantity(Kind.NET, q.layer, q.unit),
    Kind.OUT_NET_CROSS: lambda q: Quantity(Kind.OUT, q.layer, q.other),
    Kind.NET_W: lambda q: output(q.layer - 1, q.other),
}


def place_of(quantity: Quantity) -> Quantity:
    """The place where ``quantity`` is shown, or beside which it belongs."""
    find = _PLACES.get(quantity.kind)
    return quantity if find is None else find(quantity)
