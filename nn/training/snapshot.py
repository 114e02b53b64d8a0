"""Frozen pictures of a run: all that views draw. Arrays are read-only."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from nn.choices import Task
from nn.inside.views import InsideView
from nn.layout import Neuron
from nn.network import Ablation, Architecture


class RunState(StrEnum):
    """What the training thread is doing."""

    COMPILING = "compiling"
    PAUSED = "paused"
    RUNNING = "running"
    FINISHED = "finished"  # a stop condition was met; play goes on past it
    DIVERGED = "diverged"


class StopReason(StrEnum):
    """Why a run came to rest; USER is a person's pause."""

    NONE = ""
    EPOCHS = "epochs"
    STEPS = "steps"
    LOSS = "loss"
    PATIENCE = "patience"
    TIME = "time"
    USER = "user"
    DIVERGED = "diverged"


@dataclass(frozen=True)
class Measures:
    """Losses are means per sample; accuracies shares from 0 to 1, ``nan`` for regression; test ``nan`` without a test part."""

    train_loss: float
    test_loss: float
    train_accuracy: float
    test_accuracy: float


@dataclass(frozen=True)
class SampleView:
    """One sample, seen by the network now. ``index`` is its number in the data set.

    ``raw`` (d,) in the person's units; ``target`` (n_out,); ``pre_activations`` and ``outputs`` (rows,): for input rows both
    are the inputs.
    """

    index: int
    is_test: bool
    raw: NDArray[np.float64]
    target: NDArray[np.float64]
    pre_activations: NDArray[np.float64]
    outputs: NDArray[np.float64]


@dataclass(frozen=True)
class MapView:
    """Every neuron's output over the input plane of two raw columns ``axes``, in the person's units.

    ``extent`` (x_min, x_max, y_min, y_max). ``outputs`` (n_out, ny, nx): the answer, ablations applied; row 0 is y_min.
    ``thumbnails`` (rows, ty, tx): every neuron's own output, also of switched-off ones; row 0 is y_min.
    ``difference`` (ny, nx): answer with all neurons on less the answer as it is, or ``None`` when none is off: for one output
    that output's change, for several the change of the winning class's output. ``ranges`` (rows, 2): the least and greatest thumbnail value.
    For data with one input, ny = ty = 1.
    """

    axes: tuple[int, int]
    extent: tuple[float, float, float, float]
    outputs: NDArray[np.float32]
    thumbnails: NDArray[np.float32]
    ranges: NDArray[np.float32]
    difference: NDArray[np.float32] | None = None


@dataclass(frozen=True)
class Contribution:
    """What one hidden neuron adds: change of each measure when it alone is off, and when it alone of its layer is on.

    Deltas are (changed − as it is) with the present ablation as the base; a positive ``delta_loss`` means the neuron helps.
    """

    neuron: Neuron
    delta_loss: float
    delta_test_loss: float
    delta_accuracy: float
    delta_test_accuracy: float
    alone_loss: float
    alone_test_loss: float
    alone_accuracy: float
    alone_test_accuracy: float


@dataclass(frozen=True)
class Event:
    """Something that happened in the run, marked on plot and timeline: neurons off or on, a changed setting, an edit."""

    step: int
    epoch: float
    kind: str  # "off", "on", "settings", "edit", "back"
    neurons: tuple[Neuron, ...] = ()


@dataclass(frozen=True)
class Curve:
    """The loss so far, reduced to at most a few thousand points that grow coarser with the run. Shapes (m,), float64.

    ``epoch``: where each bucket ends; ``train`` its mean, ``train_min`` and ``train_max`` its extremes; ``test`` its last test
    loss or ``nan``.
    """

    epoch: NDArray[np.float64]
    train: NDArray[np.float64]
    train_min: NDArray[np.float64]
    train_max: NDArray[np.float64]
    test: NDArray[np.float64]


@dataclass(frozen=True)
class AccuracyCurve:
    """The accuracies so far, shares from 0 to 1, as often as they were measured and at most about a thousand of each part; float64.

    ``train_epoch`` and ``train`` (m,): over the first samples of the training part where it is large; ``test_epoch`` and ``test`` (k,): over
    all of the test part.
    """

    train_epoch: NDArray[np.float64]
    train: NDArray[np.float64]
    test_epoch: NDArray[np.float64]
    test: NDArray[np.float64]


@dataclass(frozen=True)
class HistoryView:
    """Which moments can be gone back to: steps (m,) ascending; ``position`` is the step being shown, ``end`` the last trained."""

    steps: NDArray[np.int64]
    position: int
    end: int


@dataclass(frozen=True)
class Snapshot:
    """One moment of a run, complete. ``epoch`` = step / steps per epoch. ``seconds`` of training so far.

    ``gradient`` is of the regularised objective over the training set, ablations applied. ``speed`` in samples per second.
    ``progress`` toward the nearest stop condition, 0 to 1, or ``nan`` when there is none. ``notice`` is an English sentence
    template with ``notice_values``, shown in the window, or "".
    """

    run_id: int
    state: RunState
    architecture: Architecture
    task: Task
    step: int
    epoch: float
    steps_per_epoch: int
    seconds: float
    learning_rate: float
    params: NDArray[np.floating]
    gradient: NDArray[np.floating]
    measures: Measures
    speed: float
    progress: float
    stopped_by: StopReason
    sample: SampleView | None
    map: MapView | None
    ablation: Ablation
    contributions: tuple[Contribution, ...]
    curve: Curve
    history: HistoryView
    events: tuple[Event, ...] = ()
    device: str = "cpu"
    device_name: str = ""
    dtype: str = "float32"
    notice: str = ""
    notice_values: dict[str, object] = field(default_factory=dict)
    inside: InsideView | None = None  # while somebody looks inside
    accuracy: AccuracyCurve | None = None  # ``None`` for regression
    path: NDArray[np.floating] | None = None  # (k, P) kept parameters, oldest first, as of the last time it was asked for
