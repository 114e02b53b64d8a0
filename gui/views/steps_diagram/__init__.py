"""The diagram of the Steps workspace: a network with every number of a walk through backpropagation on it."""

from gui.views.steps_diagram.widget import StepsDiagram

__all__ = ["StepsDiagram"]
