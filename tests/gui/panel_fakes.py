"""Snapshots for the panels' tests, made by hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.choices import Activation, Loss, Task
from nn.layout import Neuron
from nn.network import Ablation, Architecture
from nn.training.snapshot import Contribution, Curve, Event, HistoryView, Measures, RunState, Snapshot, StopReason


def contribution(layer: int, index: int, delta: float) -> Contribution:
    """A neuron whose absence changes the loss by ``delta`` and the accuracy by −``delta``/2."""
    return Contribution(Neuron(layer, index), delta, delta / 2, -delta / 2, -delta / 4, 1.0 - delta, 1.1 - delta, 0.5 + delta, 0.4 + delta)


def snapshot(**changes: Any) -> Snapshot:
    """A run of [2,4,8,1] at step 2450 of 2528, one step per epoch."""
    architecture = Architecture((2, 4, 8, 1), (Activation.SIGMOID,) * 3, Loss.MSE)
    params, none = np.zeros(architecture.layout.size), np.zeros(0)
    values: dict[str, Any] = {
        "run_id": 1, "state": RunState.PAUSED, "architecture": architecture, "task": Task.CLASSIFICATION, "step": 2450, "epoch": 2450.0,
        "steps_per_epoch": 1, "seconds": 3.0, "learning_rate": 0.05, "params": params, "gradient": params,
        "measures": Measures(0.0126, 0.0154, 0.99, 0.98), "speed": 7.3e6, "progress": 0.49, "stopped_by": StopReason.NONE, "sample": None,
        "map": None, "ablation": Ablation(), "contributions": (), "curve": Curve(none, none, none, none, none),
        "history": HistoryView(np.arange(0, 2529, 8), 2450, 2528), "events": (Event(1200, 1200.0, "off", (Neuron(2, 7),)),),
    }  # fmt: skip
    return Snapshot(**(values | changes))
