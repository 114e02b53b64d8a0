"""The drawn computation graph, whose boxes are filled in."""

from __future__ import annotations

from gui.views.graph_view.widget import GraphView

__all__ = ["GraphView"]
