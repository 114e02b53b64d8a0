"""The network diagram: neurons, weights and biases, drawn live."""

from gui.views.diagram.widget import NetworkDiagram

__all__ = ["NetworkDiagram"]
