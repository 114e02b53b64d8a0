"""What lies under the pointer, and which place comes next in a direction."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from gui.views.steps_diagram.pinning import Pinned
from gui.views.steps_diagram.places import RATE
from gui.views.steps_diagram.plan import Plan
from gui.views.steps_diagram.scene import Scene
from nn.replay.step import Kind, Quantity

NEAR = 6.0  # px from an edge within which it is meant
SIDEWAYS = 2.5  # how much dearer a way across is than one along


def hit(scene: Scene, at: QPointF) -> Quantity | Pinned | None:
    """The chip or place at a point of the plan; what is drawn on top first."""
    chip = next((pin for pin in reversed(scene.pinned) if pin.rect.contains(at)), None)
    if chip is not None:
        return chip
    plan = scene.plan
    for places in (scene.asked_pills, plan.pills, plan.spots, {RATE: plan.cells[RATE]}, plan.cells):
        found = next((place for place, rect in places.items() if rect.contains(at)), None)
        if found is not None:
            return found
    return _edge(plan, at)


def _edge(plan: Plan, at: QPointF) -> Quantity | None:
    """The nearest edge."""
    if not plan.edges:
        return None
    ends = plan.lines
    start, way = ends[:, :2], ends[:, 2:] - ends[:, :2]
    point = np.array([at.x(), at.y()])
    share = np.clip(((point - start) * way).sum(axis=1) / np.maximum((way**2).sum(axis=1), 1e-9), 0.0, 1.0)
    far = np.hypot(*(start + share[:, None] * way - point).T)
    nearest = int(np.argmin(far))
    return plan.edges[nearest].place if far[nearest] <= NEAR else None


def ordered(plan: Plan) -> tuple[Quantity, ...]:
    """All places from left to right and down, as the Tab key goes."""
    places = dict.fromkeys((*plan.cells, *plan.pills, *plan.spots, *plan.by_edge))
    return tuple(sorted(places, key=lambda place: _order(plan, place)))


def _order(plan: Plan, place: Quantity) -> tuple[bool, int, bool, int, float, float]:
    rect = plan.rect(place) or QRectF()
    last = place.kind in (Kind.TARGET, Kind.ERROR, Kind.TOTAL, Kind.MEAN_ERROR)
    layer = 1_000 if last else place.layer
    return place == RATE, layer, place.kind is not Kind.WEIGHT, place.unit if not last else 0, rect.center().y(), rect.center().x()


def towards(plan: Plan, place: Quantity, dx: int, dy: int) -> Quantity:
    """The nearest place to the left, right, above or below; the same one where there is none."""
    here = plan.rect(place)
    if here is None:
        return place
    best, least = place, float("inf")
    for other in ordered(plan):
        rect = plan.rect(other)
        if other == place or rect is None:
            continue
        way = rect.center() - here.center()
        along, across = (way.x() * dx, abs(way.y())) if dx else (way.y() * dy, abs(way.x()))
        cost = along + SIDEWAYS * across
        if along > 1.0 and cost < least and across <= 3 * along + 8:
            best, least = other, cost
    return best
