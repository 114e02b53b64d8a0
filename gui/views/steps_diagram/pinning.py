"""Where the chips of the factors find room, each beside what it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from gui.views.steps_diagram.numbers import breadth
from gui.views.steps_diagram.places import place_of
from gui.views.steps_diagram.room import Floats, array, crossed, nearest
from nn.replay.lights import Chip
from nn.replay.step import Kind, Quantity

if TYPE_CHECKING:
    from gui.views.steps_diagram.scene import Scene

HEIGHT, MARK, END = 24.0, 32.0, 12.0
CLOSE, FAR = 42.0, 120.0  # px from where a chip would best stand
OFF = 16.0 + HEIGHT / 2  # px from a box to the middle of a chip beside it
ABOVE_PILL = 58.0
MOST_TRIED = 4  # of more chips only one order is tried


@dataclass(frozen=True)
class Pinned:
    """A chip with its place, and the point that its dotted line leads to."""

    chip: Chip
    rect: QRectF
    anchor: QPointF

    @property
    def line(self) -> tuple[QPointF, QPointF]:
        """The dotted line, from the chip's edge."""
        rect, anchor, middle = self.rect, self.anchor, self.rect.center()
        if rect.top() <= anchor.y() <= rect.bottom():
            return QPointF(rect.left() if anchor.x() < middle.x() else rect.right(), middle.y()), anchor
        x = min(max(anchor.x(), rect.left() + END), rect.right() - END)
        return QPointF(x, rect.bottom() if anchor.y() > middle.y() else rect.top()), anchor


# The chip that is looked at first, unless more find room in another order.
_ORDERS: tuple[Callable[[Chip], tuple[bool, int]], ...] = (
    lambda chip: (not chip.active, chip.number),
    lambda chip: (False, -chip.number),
)


def pin_chips(scene: Scene) -> tuple[Pinned, ...]:
    """The scene's chips in the order of their numbers, without those that find no room."""
    obstacles = scene.obstacles()
    best: tuple[Pinned, ...] = ()
    for order in _ORDERS:
        found = _pinned(scene, sorted(scene.chips, key=order), list(obstacles))
        best = found if len(found) > len(best) else best
        if len(best) == len(scene.chips) or len(scene.chips) > MOST_TRIED:
            break
    return tuple(sorted(best, key=lambda pin: pin.chip.number))


def _pinned(scene: Scene, chips: Sequence[Chip], taken: list[QRectF]) -> tuple[Pinned, ...]:
    """Each in its turn."""
    found = []
    for chip in chips:
        pin = _pin(scene, chip, array(taken))
        if pin is not None:
            found.append(pin)
            taken.append(pin.rect)
    return tuple(found)


def _pin(scene: Scene, chip: Chip, taken: Floats) -> Pinned | None:
    """Close to one of the places that are best where that can be, else farther off; its line crosses nothing."""
    width = MARK + breadth(len(scene.chip_text(chip)), scene.plan.sizes.edge) + END
    own = _own(scene, place_of(chip.place))
    for reach in (CLOSE, FAR):
        for anchor, wanted in _options(scene, chip):
            rect = nearest(wanted, (width, HEIGHT), taken, scene.bounds, reach)
            if rect is not None:
                pin = Pinned(chip, rect, anchor)
                if not crossed(*pin.line, taken, own):
                    return pin
    return None


def _own(scene: Scene, place: Quantity) -> list[QRectF]:
    """What a chip's line may touch: the box or the pill that it leads to."""
    box, pill = scene.plan.box_of(place), scene.asked_pills.get(place) or scene.plan.rect(place)
    return [rect for rect in (box.rect if box is not None else None, pill) if rect is not None]


def _options(scene: Scene, chip: Chip) -> Iterator[tuple[QPointF, QPointF]]:
    """Points that the chip may be pinned to, each with where the chip would best stand, from best to worst."""
    place = place_of(chip.place)
    rect = scene.asked_pills.get(place) or scene.plan.rect(place)
    if rect is None:
        return
    box = scene.plan.box_of(place)
    middle, top, bottom = rect.center(), rect.top(), rect.bottom()
    if place.kind in (Kind.ERROR, Kind.TARGET):
        yield from _above_link(scene, place)
    if place.kind is Kind.WEIGHT:
        for away in (ABOVE_PILL, -ABOVE_PILL, 32.0, -32.0):
            yield QPointF(middle.x(), top if away > 0 else bottom), QPointF(middle.x(), middle.y() - away)
        return
    if box is not None:
        top, bottom = box.rect.top(), box.rect.bottom()
    yield QPointF(middle.x(), bottom), QPointF(middle.x() + 14, bottom + OFF)
    yield QPointF(middle.x(), top), QPointF(middle.x(), top - OFF)
    outer = box.rect if box is not None else rect
    yield QPointF(outer.right() - END, bottom), QPointF(outer.right() + OFF, bottom + OFF)
    yield QPointF(outer.left() + END, top), QPointF(outer.left() - OFF, top - OFF)
    yield QPointF(outer.right() - END, top), QPointF(outer.right() + OFF, top - OFF)


def _above_link(scene: Scene, place: Quantity) -> Iterator[tuple[QPointF, QPointF]]:
    """Above the line between an output and its error."""
    link = next((link for link in scene.links if link.output == place.unit), None)
    box = scene.plan.box_of(place)
    if link is not None and box is not None:
        yield link.middle, QPointF(link.middle.x(), box.rect.top() - HEIGHT)
        yield link.middle, QPointF(link.middle.x(), box.rect.bottom() + HEIGHT)
