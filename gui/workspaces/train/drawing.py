"""Data drawn with the mouse: points added and removed on the decision map become the data of the run."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.session.training_session import TrainingSession
from gui.workspaces.train.experiment_editor import ExperimentEditor
from nn.choices import DataKind, Task
from nn.datasets.dataset import Dataset
from nn.datasets.drawn import FEWEST_POINTS
from nn.settings import DataSettings

# A stroke adds points faster than runs can start; what was drawn is handed over this often (ms).
INTERVAL = 150
# Of the data that was on screen so many points become drawn ones.
MOST_KEPT = 2000

Point = tuple[float, float, int]


class Drawing(QObject):
    """Collects drawn points and restarts the run with them, keeping its weights.

    ``points_changed`` carries the points; ``preview_changed`` the :class:`Dataset` to draw until a run has it.
    """

    points_changed = Signal(object)
    preview_changed = Signal(object)

    def __init__(self, editor: ExperimentEditor, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._session = session
        self._points: list[Point] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self._hand_over)

    def begin(self) -> None:
        """Draw mode begins: two-dimensional points that are on screen stay, as drawn ones. Asked for again, they are cleared."""
        if self._editor.experiment.data.kind is DataKind.DRAWN:
            self._points = []
        elif self._session.current is not None:
            self._points = _as_points(self._session.current.prepared.dataset)
        self._later()

    def take_over(self, data: DataSettings) -> None:
        """Data came from elsewhere (a file, a preset): its points are the ones to go on with."""
        if data.kind is DataKind.DRAWN and not self._timer.isActive():
            self._points = list(data.points)

    @Slot(float, float, int)
    def add(self, x: float, y: float, label: int) -> None:
        self._points.append((x, y, label))
        self._later()

    @Slot(int)
    def remove(self, index: int) -> None:
        """Remove sample ``index`` of the data set on screen: drawn data keeps the order of its points."""
        if 0 <= index < len(self._points):
            del self._points[index]
            self._later()

    def _later(self) -> None:
        self.points_changed.emit(tuple(self._points))
        self.preview_changed.emit(_preview(self._points))
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _hand_over(self) -> None:
        if len(self._points) < FEWEST_POINTS or len({label for _, _, label in self._points}) < 2:
            return  # the data that is on screen stays until there are two classes
        experiment = self._editor.experiment
        data = replace(experiment.data, kind=DataKind.DRAWN, points=tuple(self._points))
        snapshot = self._session.snapshot
        wanted = replace(experiment, data=data, name="")
        keep = snapshot is not None and self._same_outputs()
        self._editor.open(wanted, np.asarray(snapshot.params, dtype=np.float64) if keep and snapshot is not None else None)

    def _same_outputs(self) -> bool:
        """Whether the network on screen still fits: the same number of classes."""
        current = self._session.current
        if current is None:
            return False
        classes = max(label for _, _, label in self._points) + 1
        return current.prepared.dataset.raw.shape[1] == 2 and len(current.prepared.dataset.class_names) == classes


def _as_points(dataset: Dataset) -> list[Point]:
    """The samples of a two-dimensional classification as drawn points, in their order; nothing for other data."""
    if dataset.task is not Task.CLASSIFICATION or dataset.raw.shape[1] != 2:
        return []
    rows = zip(dataset.raw[:MOST_KEPT], dataset.labels[:MOST_KEPT], strict=True)
    return [(float(x[0]), float(x[1]), int(label)) for x, label in rows]


def _preview(points: list[Point]) -> Dataset:
    """The points as a data set for drawing alone; it may have one class, or no point at all."""
    raw = np.array([(x, y) for x, y, _ in points], dtype=np.float64).reshape(-1, 2)
    labels = np.array([label for _, _, label in points], dtype=np.int64)
    names = tuple(f"class {number}" for number in range(max((label for _, _, label in points), default=1) + 1))
    nothing = np.zeros(0, dtype=np.int64)
    everything = np.arange(len(points), dtype=np.int64)
    return Dataset("drawn", Task.CLASSIFICATION, ("x1", "x2"), names, (), raw, labels, np.zeros((len(points), 0)), everything, nothing)
