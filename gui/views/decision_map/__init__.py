"""The network's answer over the input plane, with the samples on it."""

from gui.views.decision_map.map import DecisionMap

__all__ = ["DecisionMap"]
