"""Where the Tab key and the arrows go."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from gui.views.graph_view.plan import Plan
from gui.views.graph_view.state import Picture
from nn.graph.exercise import Box

Stop = Box | str


def next_stop(picture: Picture, here: Stop | None, *, forward: bool) -> Stop | None:
    """Of the variables, then the boxes that can be filled in now in that order, the one after or before ``here``; ``None`` after the last."""
    order: list[Stop] = [*picture.exercise.graph.leaves, *picture.exercise.boxes]
    if not forward:
        order.reverse()
    start = order.index(here) + 1 if here in order else 0
    return next((stop for stop in order[start:] if isinstance(stop, str) or picture.preparing or picture.exercise.can_answer(stop)), None)


def towards(plan: Plan, start: Stop, dx: int, dy: int) -> Stop:
    """The next node or box in a direction; ``start`` itself where there is none."""
    places: dict[Stop, QPointF] = {name: rect.center() for name, rect in plan.nodes.items()}
    places.update({box: place.rect.center() for box, place in plan.boxes.items()})
    here = places[start]
    best, nearest = start, float("inf")
    for stop, centre in places.items():
        along = (centre.x() - here.x()) * dx + (centre.y() - here.y()) * dy
        aside = abs((centre.x() - here.x()) * dy) + abs((centre.y() - here.y()) * dx)
        if along > 1.0 and along + 2.5 * aside < nearest:
            best, nearest = stop, along + 2.5 * aside
    return best
