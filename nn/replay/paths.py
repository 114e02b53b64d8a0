"""The way that a number's influence takes through the diagram: from the error back to where the number belongs."""

from __future__ import annotations

from nn.network import Architecture
from nn.replay.step import Kind, Quantity

_OF_PARAMETER = (Kind.WEIGHT, Kind.BIAS, Kind.NET_W, Kind.E_W, Kind.E_B, Kind.BATCH, Kind.PENALTY, Kind.OBJECTIVE, Kind.NEW)
_OF_NEURON = (Kind.E_OUT, Kind.OUT_NET, Kind.OUT_NET_CROSS, Kind.E_NET, Kind.TIE)
_BACK_THROUGH = (Kind.NET_OUT, Kind.E_VIA)
TOTAL = Quantity(Kind.TOTAL)


def signal(layer: int, unit: int) -> Quantity:
    """What neuron ``unit`` of ``layer`` gives to the next layer: an input or an output."""
    return Quantity(Kind.OUT, layer, unit) if layer else Quantity(Kind.INPUT, 0, unit)


def parameter_place(quantity: Quantity) -> Quantity | None:
    """The weight or the bias that a number is of, or comes back through; ``None`` for the others."""
    kind, layer, unit, other = quantity
    if kind in _BACK_THROUGH:
        return Quantity(Kind.WEIGHT, layer + 1, other, unit)
    if kind not in _OF_PARAMETER:
        return None
    if kind is Kind.BIAS or kind is Kind.E_B or other < 0:
        return Quantity(Kind.BIAS, layer, unit)
    return Quantity(Kind.WEIGHT, layer, unit, other)


def path_of(quantity: Quantity, architecture: Architecture) -> tuple[Quantity, ...]:
    """The places that a number is about, the nearest first."""
    kind, layer, _unit, other = quantity
    if kind in _OF_NEURON:
        return _neuron_path(quantity, architecture)
    place = parameter_place(quantity)
    if place is None:
        return (TOTAL,) if kind is Kind.MEAN_ERROR else (quantity,)
    if kind is Kind.NET_W:
        return place, signal(layer - 1, other)
    if kind is Kind.E_VIA:
        return place, *path_of(Quantity(Kind.E_NET, layer + 1, other), architecture)
    return (place,)


def _neuron_path(quantity: Quantity, architecture: Architecture) -> tuple[Quantity, ...]:
    kind, layer, unit, other = quantity
    if kind is Kind.E_OUT:
        return _beyond(layer, unit, architecture)
    if kind is Kind.TIE:
        return tuple(Quantity(Kind.BIAS, layer, k) for k in range(architecture.widths[layer]))
    neuron = (Quantity(Kind.NET, layer, unit), Quantity(Kind.OUT, layer, other if kind is Kind.OUT_NET_CROSS else unit))
    return (*neuron, *_beyond(layer, unit, architecture)) if kind is Kind.E_NET else neuron


def _beyond(layer: int, unit: int, architecture: Architecture) -> tuple[Quantity, ...]:
    """All that lies between an output and the total error: at the last layer its own error, else everything that it reaches."""
    widths, depth = architecture.widths, architecture.layout.depth
    if layer == depth:
        return Quantity(Kind.ERROR, 0, unit), Quantity(Kind.TARGET, 0, unit), TOTAL
    found: list[Quantity] = []
    for after in range(layer + 1, depth + 1):
        below = (unit,) if after == layer + 1 else range(widths[after - 1])
        for k in range(widths[after]):
            found += [Quantity(Kind.WEIGHT, after, k, other) for other in below]
            found += [Quantity(Kind.NET, after, k), Quantity(Kind.OUT, after, k)]
    errors = [Quantity(kind, 0, k) for k in range(widths[depth]) for kind in (Kind.ERROR, Kind.TARGET)]
    return (*found, *errors, TOTAL)
