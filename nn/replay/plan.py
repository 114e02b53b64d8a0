"""The steps of one iteration without their numbers: made once for a network, filled in for every iteration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from nn.replay.places import Places, has_jacobian
from nn.replay.scheme import Scheme
from nn.replay.settings import BiasMode
from nn.replay.step import Kind, Phase, Quantity

ALL = -1  # the sample number of what belongs to all samples

_OF_ALL = (Kind.WEIGHT, Kind.BIAS, Kind.RATE, Kind.L1, Kind.L2, Kind.NEW)


class Cell(NamedTuple):
    """A number that steps are calculated from: its name, its place in the pool, and what made it.

    ``step`` is the place among the iteration's steps, ``None`` for what none of them made. ``carried``: the step of the iteration
    before that made it, ``None`` for what was given.
    """

    quantity: Quantity
    place: int
    step: int | None = None
    carried: int | None = None


class Slot(NamedTuple):
    """A step to be: ``sources`` counts among the plan's cells, ``chain`` among its slots, ``place`` is the number's in the pool."""

    sample: int
    phase: Phase
    quantity: Quantity
    place: int
    sources: tuple[int, ...]
    goal: Quantity | None
    chain: int


@dataclass(frozen=True)
class Plan:
    """``opening``: how many slots the forward pass and the error have, which are also the pass after the last update."""

    slots: tuple[Slot, ...]
    cells: tuple[Cell, ...]
    opening: int


class Draft:
    """A plan that is being written, one step after the other. A number is known by its quantity and its sample."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self._places = Places(scheme)
        self._steps: list[tuple[int, Phase, Quantity, int, list[int], Quantity | None]] = []  # a slot without its chain
        self._chains: list[int] = []
        self._cells: list[tuple[Quantity, int, int | None]] = []  # a cell without what is carried
        self._known: dict[tuple[Quantity, int], int] = {}

    def __len__(self) -> int:
        """How many steps there are so far."""
        return len(self._steps)

    def add(self, sample: int, phase: Phase, quantity: Quantity, sources: Sequence[Quantity], goal: Quantity | None = None) -> int:
        """Write down a step that is calculated from numbers of its own sample, or of none; its number."""
        return self._write(sample, phase, quantity, [self._use(source, sample) for source in sources], goal)

    def put_together(self, phase: Phase, quantity: Quantity, sources: Sequence[tuple[Quantity, int]], goal: Quantity | None = None) -> int:
        """Write down a step that belongs to all samples; each source says which sample it is of."""
        return self._write(ALL, phase, quantity, [self._use(source, sample) for source, sample in sources], goal)

    def _write(self, sample: int, phase: Phase, quantity: Quantity, used: list[int], goal: Quantity | None) -> int:
        number, place = len(self._steps), self._places.of(quantity, sample)
        self._steps.append((sample, phase, quantity, place, used, goal))
        self._chains.append(number)
        self._know(quantity, sample, place, number)
        return number

    def _use(self, quantity: Quantity, sample: int) -> int:
        """The cell of a number: the step's that made it, or else a given one's."""
        if quantity.kind in _OF_ALL:
            sample = ALL
        cell = self._known.get((quantity, sample))
        return self._know(quantity, sample, self._places.of(quantity, sample), None) if cell is None else cell

    def _know(self, quantity: Quantity, sample: int, place: int, step: int | None) -> int:
        number = self._known[quantity, sample] = len(self._cells)
        self._cells.append((quantity, place, step))
        return number

    def chain(self, into: int, *steps: int) -> None:
        """``steps`` are shown in the equation of step ``into``."""
        for step in steps:
            self._chains[step] = into

    def plan(self, opening: int) -> Plan:
        """All that was written down. A parameter is the one that the iteration before made new, if it did."""
        new = {step[2]: number for number, step in enumerate(self._steps) if step[1] is Phase.UPDATE}
        needed = sorted({cell for step in self._steps for cell in step[4]})  # not all: nothing is calculated from the last ones
        numbers = {cell: number for number, cell in enumerate(needed)}
        cells = [Cell(*self._cells[cell], carried=self._carried(self._cells[cell][0], new)) for cell in needed]
        slots = [
            Slot(sample, phase, quantity, place, tuple([numbers[cell] for cell in used]), goal, chain)
            for (sample, phase, quantity, place, used, goal), chain in zip(self._steps, self._chains, strict=True)
        ]
        return Plan(tuple(slots), tuple(cells), opening)

    def _carried(self, quantity: Quantity, new: dict[Quantity, int]) -> int | None:
        """The step that makes a parameter new."""
        if quantity.kind is Kind.WEIGHT:
            return new.get(quantity._replace(kind=Kind.NEW))
        if quantity.kind is Kind.BIAS:
            return new.get(Quantity(Kind.NEW, quantity.layer, 0 if self.scheme.shared_biases else quantity.unit))
        return None


def size_of_plan(scheme: Scheme) -> int:
    """How many steps an iteration has: the length of its plan, without making it."""
    widths, settings = scheme.architecture.widths, scheme.settings
    weights, neurons, outputs, depth = sum(a * b for a, b in pairwise(widths)), sum(widths[1:]), widths[-1], len(widths) - 1
    learnt = 0 if settings.biases is BiasMode.FIXED else neurons
    each = 3 * neurons + outputs + 1 + 2 * weights + learnt  # NET, OUT and E_NET; ERROR, TOTAL; NET_W and E_W; E_B
    each += 2 * (weights - widths[0] * widths[1] + neurons - outputs)  # NET_OUT and E_VIA; E_OUT and OUT_NET of the hidden ones
    if not scheme.architecture.from_logits:
        each += outputs + (outputs**2 if has_jacobian(scheme) else outputs)
    whole = weights + learnt + 1 if scheme.samples > 1 else 0  # BATCH and MEAN_ERROR
    whole += depth if settings.biases is BiasMode.PER_LAYER else 0  # TIE
    whole += 2 * weights if settings.l1 or settings.l2 else 0  # PENALTY and OBJECTIVE
    new = weights + (depth if learnt and scheme.shared_biases else learnt)
    return scheme.samples * each + whole + new
