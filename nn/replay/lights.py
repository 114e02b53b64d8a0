"""Which places of the diagram a step lights, and with which factor's number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nn.layout import Neuron
from nn.network import Architecture
from nn.replay.equation import Column, Equation, equation_of
from nn.replay.paths import parameter_place, path_of, signal
from nn.replay.step import Kind, Phase, Quantity, Step
from nn.replay.walk import Walk


@dataclass(frozen=True)
class Light:
    """A lit place: one of INPUT, TARGET, WEIGHT, BIAS, NET, OUT, ERROR, TOTAL, or a whole layer's ``LAYER_`` kind.

    ``number`` is the factor that it belongs to (the equation's ①②③; 0: what is being calculated, or what all share). ``active``: it
    belongs to the step being looked at. ``backward``: a lit weight carries the error back, so that its arrow points to where it comes
    from.
    """

    place: Quantity
    number: int
    active: bool
    backward: bool = False


@dataclass(frozen=True)
class Chip:
    """A factor's value pinned beside ``place``: ``number`` ①②③, ``value``, and the step that made it."""

    place: Quantity
    number: int
    value: float
    step: int
    active: bool


_OVER_SAMPLES = (Kind.BATCH, Kind.MEAN_ERROR)
_RATES = (Kind.RATE, Kind.L1, Kind.L2)
_ARROWS = (Kind.WEIGHT, Kind.BIAS)


def lights_of(walk: Walk, step: Step) -> tuple[Light, ...]:
    """Everything on the path of the step's equation, from the error back to the parameter, or from the inputs to the neuron.

    A place is lit once: for the step being looked at if it belongs to it, else for the first factor that it belongs to. What several
    summands share has no number.
    """
    result = walk.steps[step.chain]
    backward = result.phase is Phase.BACKWARD
    equation = equation_of(walk, step)
    summed = equation.joiner == "+"
    found: dict[Quantity, Light] = {}
    for place, number, active in _shining(walk, step, equation):
        known = found.get(place)
        if known is None or (active and not known.active):
            shared = summed and known is not None and number not in (0, known.number)
            found[place] = Light(place, 0 if shared else number, active, backward and place.kind in _ARROWS)
        elif summed and number not in (0, known.number):
            found[place] = replace(known, number=0)
    return tuple(found.values())


def _shining(walk: Walk, step: Step, equation: Equation) -> Iterator[tuple[Quantity, int, bool]]:
    """Places with their factor's number and whether they are looked at; some come more than once."""
    architecture, result = walk.scheme.architecture, walk.steps[equation.result]
    if step.id == result.id:
        for place in _own_places(result, architecture):
            yield place, 0, True
    for column in equation.columns:
        number = 0 if result.quantity.kind in _OVER_SAMPLES else column.number
        for quantity in _quantities(walk, column):
            if quantity.kind not in _RATES:
                yield from ((place, number, column.active) for place in path_of(quantity, architecture))
    yield from ((place, 0, False) for place in _own_places(result, architecture))


def _quantities(walk: Walk, column: Column) -> list[Quantity]:
    """What a column is about: the step's own number; for a product within a sum, and a whole right side, what goes into it."""
    if column.step is not None and column.number:
        return [walk.steps[column.step].quantity]
    made = [] if column.step is None else [walk.steps[column.step].quantity]
    return [*made, *(source.quantity for source in column.sources)]


def _own_places(result: Step, architecture: Architecture) -> tuple[Quantity, ...]:
    """Where the number that is being calculated belongs."""
    kind, layer, unit, _other = result.quantity
    if kind in (Kind.E_OUT, Kind.E_VIA):
        return (Quantity(Kind.OUT, layer, unit),)
    if kind is Kind.E_NET:
        return (Quantity(Kind.NET, layer, unit),)
    if kind is Kind.TIE:
        return tuple(Quantity(Kind.BIAS, layer, k) for k in range(architecture.widths[layer]))
    if kind is Kind.NET_W or kind is Kind.NET_OUT or parameter_place(result.quantity) is not None:
        return path_of(result.quantity, architecture)[:1]
    return (result.quantity,) if kind is not Kind.MEAN_ERROR else (Quantity(Kind.TOTAL),)


def chips_of(walk: Walk, step: Step) -> tuple[Chip, ...]:
    """The factors of the step's equation beside what they belong to. Empty in the forward pass."""
    result = walk.steps[step.chain]
    if result.phase is not Phase.BACKWARD or result.quantity.kind in _OVER_SAMPLES:
        return ()
    found = []
    for column in equation_of(walk, step).columns:
        if column.number and column.sources:
            quantity = column.sources[-1].quantity if column.step is None else walk.steps[column.step].quantity
            made = result.id if column.step is None else column.step
            found.append(Chip(_chip_place(quantity, walk.scheme.architecture), column.number, column.value, made, column.active))
    return tuple(found)


def _chip_place(quantity: Quantity, architecture: Architecture) -> Quantity:
    """What a factor is pinned to: ∂E/∂out of an output to its error, a slope to its neuron, a carried number to its weight."""
    kind, layer, unit, other = quantity
    at_output = layer == architecture.layout.depth
    if kind is Kind.E_OUT:
        return Quantity(Kind.ERROR, 0, unit) if at_output else Quantity(Kind.OUT, layer, unit)
    if kind is Kind.OUT_NET:
        return Quantity(Kind.OUT if at_output else Kind.NET, layer, unit)
    if kind is Kind.OUT_NET_CROSS:
        return Quantity(Kind.OUT, layer, other)
    if kind is Kind.E_NET:
        return Quantity(Kind.NET, layer, unit)
    return path_of(quantity, architecture)[0]


def edges_of(step: Step) -> tuple[Quantity, ...]:
    """The weights (WEIGHT) that the step itself uses."""
    places = [parameter_place(quantity) for quantity in (step.quantity, *(source.quantity for source in step.sources))]
    return tuple(dict.fromkeys(place for place in places if place is not None and place.kind is Kind.WEIGHT))


def neurons_of(step: Step) -> tuple[Neuron, ...]:
    """The neurons that the step itself uses or makes."""
    architecture = step.scheme.architecture
    found: dict[Neuron, None] = {}
    for quantity in (step.quantity, *(source.quantity for source in step.sources)):
        found.update(dict.fromkeys(_neurons(quantity, architecture)))
    return tuple(found)


def _neurons(quantity: Quantity, architecture: Architecture) -> tuple[Neuron, ...]:
    """The neurons that a number belongs to: both ends of a weight, all of a layer."""
    kind, layer, unit, other = quantity
    depth = architecture.layout.depth
    if kind in _RATES or kind in (Kind.TOTAL, Kind.MEAN_ERROR):
        return ()
    if kind in (Kind.ERROR, Kind.TARGET):
        return (Neuron(depth, unit),)
    if unit < 0 or kind is Kind.TIE:
        return tuple(Neuron(layer, k) for k in range(architecture.widths[layer]))
    if kind is Kind.OUT_NET_CROSS:
        return Neuron(layer, unit), Neuron(layer, other)
    place = parameter_place(quantity)
    if place is None or place.kind is Kind.BIAS:
        return (Neuron(layer, unit),)
    below = signal(place.layer - 1, place.other)
    return Neuron(place.layer, place.unit), Neuron(place.layer - 1, below.unit)
