"""Which plan a walk gets at a size and a zoom. A closer look has room for more, so it is laid out larger until nothing is left out."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from gui.views.steps_diagram import symbols
from gui.views.steps_diagram.folding import shown_units
from gui.views.steps_diagram.geometry import Request, lay_out
from gui.views.steps_diagram.layer_plan import lay_out_layers
from gui.views.steps_diagram.levels import FEW_EDGES, HEAD, STRIP, Level, Texts, most_rows
from gui.views.steps_diagram.lit import Lit
from gui.views.steps_diagram.look import advance
from gui.views.steps_diagram.plan import Plan
from gui.views.viewport import DETAILS
from nn.layout import Neuron
from nn.replay.expression import Name
from nn.replay.step import Kind, Quantity
from nn.replay.walk import Walk

MOST_SHOWN = 16  # neurons of a layer, at zoom 1; of wider ones the middle is folded
LARGEST_WHOLE = 4  # digits before the point that room is kept for


@dataclass(frozen=True)
class Planner:
    """Lays out one walk; ``texts`` are the widths of its words and numbers."""

    walk: Walk
    texts: Texts

    def plan(self, width: float, height: float, zoom: float, lit: Lit) -> Plan:
        """The plan for a window of that size: as large as ``zoom`` allows, but no larger than all details need."""
        found = self._at(1.0, width, height, lit)
        for detail in DETAILS[1:]:
            if detail > zoom + 1e-9 or complete(found):
                break
            found = self._at(detail, width, height, lit)
        return found

    def _at(self, detail: float, width: float, height: float, lit: Lit) -> Plan:
        if self.walk.whole_layers:
            return lay_out_layers(self.walk, width * detail, height * detail, self.texts)
        plan = self._fitted(detail, width * detail, height * detail, lit)
        if plan.width > width * detail + 1.0:  # it will be drawn smaller, so there is more height
            plan = self._fitted(detail, width * detail, height * plan.width / width, lit)
        return plan

    def _fitted(self, detail: float, width: float, height: float, lit: Lit) -> Plan:
        widths, depth = self.walk.scheme.architecture.widths, self.walk.scheme.architecture.layout.depth
        room, most = height - HEAD - STRIP, round(MOST_SHOWN * detail)
        shown = tuple(shown_units(n, min(most, self._most(layer, room)), lit.units(layer, depth)) for layer, n in enumerate(widths))
        few = round(FEW_EDGES * detail**2)
        return _laid_out(Request(widths, shown, width, height, self.texts, self.walk.scheme.samples > 1, few))

    def _most(self, layer: int, room: float) -> int:
        """Rows that fit; among the outputs stands the total error."""
        last = layer == len(self.walk.scheme.architecture.widths) - 1
        return most_rows(room - 90.0 if last else room)


@lru_cache(maxsize=64)
def _laid_out(request: Request) -> Plan:
    return lay_out(request)


def complete(plan: Plan) -> bool:
    """Whether every number has a place of its own."""
    levels = all(box.level <= Level.SHORT for box in plan.boxes)
    return levels and not plan.folds and not plan.spots and all(edge.place in plan.pills for edge in plan.edges)


def planner(walk: Walk, digits: int) -> Planner:
    """Measures the walk's texts once."""
    return Planner(walk, replace(_texts(walk), digits=digits))


def _texts(walk: Walk) -> Texts:
    scheme, widths = walk.scheme, walk.scheme.architecture.widths
    depth = len(widths) - 1
    finite = walk.parameters[np.isfinite(walk.parameters)]
    largest = float(np.abs(finite).max(initial=1.0))
    last = [Quantity(Kind.WEIGHT, layer, widths[layer] - 1, widths[layer - 1] - 1) for layer in range(1, depth + 1)]
    last += [Quantity(Kind.BIAS, layer, widths[layer] - 1) for layer in range(1, depth + 1)]
    names = [symbols.neuron_symbol(Neuron(layer, n - 1), scheme) for layer, n in enumerate(widths)]
    return Texts(
        digits=6,
        whole=min(max(1, int(math.log10(max(largest, 1.0))) + 1), LARGEST_WHOLE),
        sign=int(bool((finite < 0).any())),
        name=max(symbols.width(name, 12.0) for name in names),
        label=max(_base(Quantity(kind, 1, 0), walk) for kind in (Kind.NET, Kind.OUT)),
        weight=max(symbols.width(symbols.name_of(place, scheme), 12.0) for place in last),
        target=_base(Quantity(Kind.TARGET), walk),
        error=symbols.width(symbols.name_of(Quantity(Kind.ERROR, 0, widths[-1] - 1), scheme), 13.0),
    )


def _base(place: Quantity, walk: Walk) -> float:
    name = symbols.name_of(place, walk.scheme)
    return advance(name.base if isinstance(name, Name) else "", 12.0)
