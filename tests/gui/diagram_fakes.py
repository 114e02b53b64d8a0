"""Made-up snapshots for the diagram's tests: random weights, a real forward pass, no engine."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from nn.choices import Activation, Loss, Task
from nn.layout import Neuron
from nn.network import Ablation, Architecture, read_only
from nn.training.snapshot import Curve, HistoryView, MapView, Measures, RunState, SampleView, Snapshot, StopReason

EMPTY = np.zeros(0)


def _activate(z: np.ndarray, activation: Activation) -> np.ndarray:
    if activation is Activation.SOFTMAX:
        powers = np.exp(z - z.max(axis=0))
        return powers / powers.sum(axis=0)
    table: dict[Activation, Any] = {
        Activation.SIGMOID: lambda v: 1 / (1 + np.exp(-v)),
        Activation.TANH: np.tanh,
        Activation.RELU: lambda v: np.maximum(v, 0),
        Activation.LINEAR: lambda v: v,
    }
    return table[activation](z)


def forward(
    architecture: Architecture, params: np.ndarray, inputs: np.ndarray, off: frozenset[Neuron] = frozenset()
) -> tuple[np.ndarray, np.ndarray]:
    """Pre-activations and outputs of all rows for ``inputs`` (n_in, n)."""
    layout = architecture.layout
    z, a = [inputs], [inputs]
    for layer, activation in enumerate(architecture.activations, 1):
        z.append(layout.weights(params, layer).T @ a[-1] + layout.biases(params, layer)[:, None])
        outputs = _activate(z[-1], activation)
        outputs[[n.index for n in off if n.layer == layer]] = 0
        a.append(outputs)
    return np.concatenate(z), np.concatenate(a)


def make_params(widths: tuple[int, ...], seed: int = 1, size: float = 3.0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    parts = []
    for n_in, n_out in pairwise(widths):
        spread = size * np.sqrt(2 / n_in)
        parts += [rng.standard_normal(n_in * n_out) * spread, rng.standard_normal(n_out) * spread]
    return np.concatenate(parts).astype(np.float32)


def make_map(architecture: Architecture, params: np.ndarray, cells: int = 40) -> MapView:
    """Thumbnails over the first two inputs from −1.5 to 1.5, the others 0."""
    layout = architecture.layout
    axis = np.linspace(-1.5, 1.5, cells)
    rows = cells if layout.widths[0] > 1 else 1
    inputs = np.zeros((layout.widths[0], rows * cells))
    inputs[0] = np.tile(axis, rows)
    inputs[1:2] = np.repeat(axis[:rows], cells)
    _, outputs = forward(architecture, params, inputs)
    cube = outputs.reshape(layout.rows, rows, cells).astype(np.float32)
    ranges = np.stack((cube.min(axis=(1, 2)), cube.max(axis=(1, 2))), axis=1)
    return MapView((0, 1), (-1.5, 1.5, -1.5, 1.5), read_only(cube[layout.layer_rows(layout.depth)]), read_only(cube), read_only(ranges))


def make_sample(architecture: Architecture, params: np.ndarray, raw: np.ndarray, target: np.ndarray, off: frozenset[Neuron]) -> SampleView:
    z, a = forward(architecture, params, raw[:, None], off)
    return SampleView(7, False, read_only(raw), read_only(target), read_only(z[:, 0]), read_only(a[:, 0]))


def make_snapshot(
    widths: tuple[int, ...] = (2, 4, 8, 1),
    *,
    hidden: Activation = Activation.SIGMOID,
    output: Activation = Activation.SIGMOID,
    task: Task = Task.CLASSIFICATION,
    state: RunState = RunState.PAUSED,
    off: frozenset[Neuron] = frozenset(),
    raw: np.ndarray | None = None,
    seed: int = 1,
    with_map: bool = True,
    size: float = 3.0,
) -> Snapshot:
    """A whole snapshot; ``raw`` is the followed sample's inputs, by default 0.281, 0.625, …"""
    activations = (*(hidden for _ in widths[1:-1]), output)
    architecture = Architecture(widths, activations, Loss.MSE)
    params = make_params(widths, seed, size)
    if raw is None:
        raw = np.resize([0.281, 0.625, -0.4], widths[0]).astype(np.float64)
    target = np.zeros(widths[-1])
    target[-1 if widths[-1] < 4 else 3] = 1.0
    return Snapshot(
        run_id=1, state=state, architecture=architecture, task=task, step=10, epoch=10.0, steps_per_epoch=1, seconds=1.0, learning_rate=0.05,
        params=read_only(params), gradient=read_only((params * 0.001).astype(np.float32)), measures=Measures(0.1, 0.1, 0.9, 0.9), speed=1e6,
        progress=0.5, stopped_by=StopReason.NONE, sample=make_sample(architecture, params, raw, target, off),
        map=make_map(architecture, params) if with_map else None, ablation=Ablation(off), contributions=(),
        curve=Curve(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY), history=HistoryView(np.zeros(0, dtype=np.int64), 10, 10),
    )  # fmt: skip


def with_params(snapshot: Snapshot, params: np.ndarray) -> Snapshot:
    """The same snapshot with other parameters (its sample and map stay)."""
    return replace(snapshot, params=read_only(params))
