"""Exercises to begin with; the first two are the lab's own, at its own numbers."""

from __future__ import annotations

from typing import NamedTuple

from nn.graph.exercise import Task
from nn.text import QT_TRANSLATE_NOOP


class Preset(NamedTuple):
    """``title`` is a text to translate."""

    key: str
    title: str
    task: Task


_MAZUR = """net_h1 = w1*i1 + w2*i2 + b1
net_h2 = w3*i1 + w4*i2 + b1
h1 = sigmoid(net_h1)
h2 = sigmoid(net_h2)
net_o1 = w5*h1 + w6*h2 + b2
net_o2 = w7*h1 + w8*h2 + b2
o1 = sigmoid(net_o1)
o2 = sigmoid(net_o2)
E1 = (t1 - o1)^2 / 2
E2 = (t2 - o2)^2 / 2
E = E1 + E2"""
_MAZUR_VALUES = {
    **{"i1": 0.05, "i2": 0.10, "t1": 0.01, "t2": 0.99, "b1": 0.35, "b2": 0.60},
    **{"w1": 0.15, "w2": 0.20, "w3": 0.25, "w4": 0.30, "w5": 0.40, "w6": 0.45, "w7": 0.50, "w8": 0.55},
}

PRESETS = (
    Preset("square", QT_TRANSLATE_NOOP("nn", "Square of a line"), Task("J = (2 + 3*w)^2", {"w": 3.0}, ("w",))),
    Preset(
        "linear-neuron",
        QT_TRANSLATE_NOOP("nn", "Linear neuron"),
        Task("J = (w*x + b - y)^2 / 2", {"x": 2.0, "w": -2.0, "b": 8.0, "y": 1.0}, ("w", "b")),
    ),
    Preset(
        "sigmoid-neuron",
        QT_TRANSLATE_NOOP("nn", "Sigmoid neuron"),
        Task("J = (sigmoid(w*x + b) - y)^2 / 2", {"x": 2.0, "w": 0.5, "b": -1.0, "y": 1.0}, ("w", "b")),
    ),
    Preset(
        "cross-entropy",
        QT_TRANSLATE_NOOP("nn", "Cross-entropy"),
        Task("E = -(y*log(p) + (1 - y)*log(1 - p))", {"y": 0.5, "p": 0.8}, ("p",)),
    ),
    Preset("mazur", QT_TRANSLATE_NOOP("nn", "Mazur's network, 2-2-2"), Task(_MAZUR, _MAZUR_VALUES, ("w1", "w5"))),
)
BY_KEY = {preset.key: preset for preset in PRESETS}
