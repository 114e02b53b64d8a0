"""Where everything of a graph lies: a single line as the lab draws it, anything else in cells. Pure geometry."""

from __future__ import annotations

from collections.abc import Iterable

from gui.views.graph_view.cell_plan import CellPlanner
from gui.views.graph_view.line_plan import LinePlanner
from gui.views.graph_view.plan import Plan, Widths
from nn.graph.exercise import Box
from nn.graph.graph import Graph
from nn.graph.layout import Drawing


def lay_out_scene(graph: Graph, drawing: Drawing, boxes: Iterable[Box], widths: Widths) -> Plan:
    """The plan of a graph with these boxes."""
    planner = LinePlanner if drawing.is_line else CellPlanner
    return planner(graph, drawing, tuple(boxes), widths).plan()
