"""All that is to be drawn at one step: the plan, the numbers, the lights, the chips; and where the chips find room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF

from gui.views.steps_diagram.levels import HEAD, Level
from gui.views.steps_diagram.links import Link, links
from gui.views.steps_diagram.lit import Lit
from gui.views.steps_diagram.numbers import BLANK, HIDDEN, fitted
from gui.views.steps_diagram.pinning import Pinned, pin_chips
from gui.views.steps_diagram.places import PARAMETERS
from gui.views.steps_diagram.plan import Box, Plan, Shape
from gui.views.steps_diagram.room import along, array, nearest
from gui.views.steps_diagram.state import Moment, Reading
from gui.views.steps_diagram.symbols import Symbol
from nn.layout import Neuron
from nn.replay.lights import Chip
from nn.replay.scheme import Scheme
from nn.replay.step import Quantity

REACH = 130.0  # px from where a pill is wanted
MOST_ASKED = 6  # pills that are put up only because their edges are lit
ARROW_AIR = 10.0  # px that a chip keeps from a lit arrow
MOST_ARROWS = 12  # of more, chips don't keep clear
NO_ROOM = 12


@dataclass(frozen=True)
class Scene:
    """One moment's picture, without a painter."""

    plan: Plan
    moment: Moment
    lit: Lit
    chips: Sequence[Chip]
    digits: int
    hide_active: bool = False
    look_ahead: bool = True

    @property
    def scheme(self) -> Scheme:
        return self.moment.walk.scheme

    def name(self, place: Quantity) -> Symbol:
        """What stands for ``place``."""
        return self.moment.name(place)

    def read(self, place: Quantity) -> Reading:
        """What stands at ``place``; nothing where it has to be guessed first."""
        found = self.moment.read(place)
        return Reading(found.before, fresh=True) if self.is_hidden(place, found) else found

    def is_hidden(self, place: Quantity, found: Reading | None = None) -> bool:
        """Whether the number of ``place`` is the one being asked for."""
        return self.hide_active and (found or self.moment.read(place)).fresh

    def text(self, place: Quantity, room: int, digits: int | None = None) -> str:
        """The number at ``place`` in at most ``room`` characters, "·" before it was calculated, "?" while it is asked for."""
        if self.is_hidden(place):
            return HIDDEN
        value = self.moment.read(place).value
        if value is None:
            return BLANK
        return fitted(value, self.digits if digits is None else digits, room)

    def chip_text(self, chip: Chip) -> str:
        if chip.step == self.moment.step and self.hide_active:
            return HIDDEN
        if chip.step > self.moment.step and not self.look_ahead:
            return BLANK
        return fitted(chip.value, self.digits, NO_ROOM)

    def is_off(self, neuron: Neuron) -> bool:
        """Whether the neuron is switched off."""
        mask = self.scheme.mask
        return mask is not None and bool(mask.gain[self.scheme.architecture.layout.row(neuron)] == 0.0)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return links(self.plan, self.lit, self.scheme.architecture.layout.depth)

    @cached_property
    def asked_pills(self) -> dict[Quantity, QRectF]:
        """Pills of lit weights, and of lit biases, that have none of their own."""
        found: dict[Quantity, QRectF] = {}
        wanted = [
            place for place in self.lit.places() if place.kind in PARAMETERS and place not in self.plan.pills and self.plan.rect(place) is not None
        ]
        wanted.sort(key=lambda place: not ((light := self.lit.at(place)) and light.active))
        if len(wanted) > MOST_ASKED:
            wanted = [place for place in wanted if (light := self.lit.at(place)) is not None and light.active][:MOST_ASKED]
        for place in wanted:
            rect = self.pill_for(place, list(found.values()))
            if rect is not None:
                found[place] = rect
        return found

    def pill_for(self, place: Quantity, besides: Sequence[QRectF] = ()) -> QRectF | None:
        """Room for the pill of a weight or bias: on its edge, else near it."""
        taken = array([*self.plan.obstacles(), *self._words(), *besides])
        edge = self.plan.by_edge.get(place)
        found = along([edge.line], self.plan.pill_size, taken) if edge is not None else None
        if found:
            return found[0]
        at = self.plan.rect(place)
        return None if at is None else nearest(at.center(), self.plan.pill_size, taken, self.bounds, REACH)

    @property
    def bounds(self) -> QRectF:
        return QRectF(4, 34, self.plan.width - 8, self.plan.height - 38)

    @cached_property
    def pinned(self) -> tuple[Pinned, ...]:
        """The chips that find room, each with its place."""
        return pin_chips(self)

    def obstacles(self) -> list[QRectF]:
        """What chips keep away from."""
        return [*self.plan.obstacles(), *self._words(), *self.asked_pills.values(), *self._arrows()]

    def _words(self) -> list[QRectF]:
        """Names above boxes and beside folds."""
        return [name_rect(box) for box in self.plan.boxes if box.shape is Shape.NEURON and box.level <= Level.STACKED] + [
            QRectF(0, 0, self.plan.width, HEAD - 10)
        ]

    def _arrows(self) -> list[QRectF]:
        """Small squares along what is lit."""
        weights = self.lit.weights()
        lines = [self.plan.by_edge[place].line for place, _ in weights if place in self.plan.by_edge] if len(weights) <= MOST_ARROWS else []
        lines += [(a.x(), a.y(), b.x(), b.y()) for link in self.links if link.light is not None for a, b in link.pieces()]
        found = []
        for x0, y0, x1, y1 in lines:
            count = max(2, int(max(abs(x1 - x0), abs(y1 - y0)) / 12))
            spots = [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count) for i in range(count + 1)]
            found += [QRectF(x - ARROW_AIR / 2, y - ARROW_AIR / 2, ARROW_AIR, ARROW_AIR) for x, y in spots]
        return found


def name_rect(box: Box) -> QRectF:
    """Where a neuron's name stands above its box."""
    return QRectF(box.rect.center().x() - 30, box.rect.top() - 24, 60, 18)
