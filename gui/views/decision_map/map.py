"""The decision map with what stands around it: what the workspace holds."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.fields.button import Look, TextButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.labels import class_names
from gui.format import count
from gui.theme import GRID, theme
from gui.views.axis import read_label
from gui.views.decision_map.canvas import MapCanvas
from gui.views.decision_map.legend import MapLegend
from gui.views.decision_map.picture import PictureView
from gui.views.decision_map.points import PointSet
from gui.views.decision_map.regions import ValueRange
from gui.views.decision_map.sample_card import SampleCard
from gui.views.decision_map.scene import Scene
from gui.views.neuron_text import neuron_names
from nn.choices import Task
from nn.datasets.dataset import Dataset
from nn.training.snapshot import RunState, SampleView, Snapshot

# Seconds between two readings of the chosen sample's answer while training: faster ones can't be read.
WORDS_EVERY = 0.25


class DecisionMap(QWidget):
    """The answer over two features, or over the one input as a curve, or a sample's picture beside its answer.

    ``sample_picked(index)``; in draw mode ``point_added(x, y, class)`` in the person's units and ``point_removed(index)``;
    ``class_chosen(class)`` by a digit key; ``axes_chosen(x, y)`` are columns of the raw data;
    ``explain_requested`` asks for the chosen sample's numbers.
    """

    sample_picked = Signal(int)
    point_added = Signal(float, float, int)
    point_removed = Signal(int)
    class_chosen = Signal(int)
    axes_chosen = Signal(int, int)
    explain_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene()
        self._snapshot: Snapshot | None = None
        self._next_words = 0.0  # seconds of the steady clock
        self._title, self._note, self._caption = QLabel(self), QLabel(self), QLabel(self)
        self._mode = TextButton("", Look.CHIP, parent=self)
        self._axes = (ChoiceField("x", self), ChoiceField("y", self))
        self._axis_row = QWidget(self)
        self._canvas = MapCanvas(self._scene, self)
        self._picture = PictureView(self)
        self._pages = QStackedWidget(self)
        self._legend, self._card = MapLegend(self), SampleCard(self)
        self._build()
        self._connect()
        self._restyle()
        self._retranslate()

    # --- what is shown ---

    def show_dataset(self, dataset: Dataset | None, axes: tuple[int, int] = (0, 1)) -> None:
        """Samples and the two columns to show them by. A map of other axes is not shown any more."""
        other = dataset is None or self._scene.dataset is None or dataset.image_shape != self._scene.dataset.image_shape
        last = dataset.raw.shape[1] - 1 if dataset is not None else 0
        self._scene.dataset = dataset
        self._scene.axes = (min(axes[0], last), min(axes[1], last))
        self._scene.points = PointSet.of(dataset, self._scene.axes) if dataset is not None else None
        self._scene.reach = ValueRange.over(dataset.values[:, 0]) if dataset is not None and dataset.values.shape[1] else ValueRange()
        self._scene.chosen = None
        self._fill_axes()
        self._picture.show_dataset(dataset)
        if other:
            self.show_image_sample(dataset is not None and dataset.image_shape is not None)
        self._retranslate()
        self._canvas.refresh_all()

    def show_target_units(self, mean: NDArray[np.float64] | float, scale: NDArray[np.float64] | float) -> None:
        """A regression's output o is mean + scale·o in the target's units: those of ``Prepared``, (n_out,), or one for all."""
        self._scene.mean, self._scene.scale = np.atleast_1d(mean), np.atleast_1d(scale)
        self._canvas.refresh_all()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The network's answer, the chosen sample and what is switched off."""
        scene, sample = self._scene, snapshot.sample
        chosen = sample.index if sample is not None else None
        changed = snapshot.map is not scene.view or chosen != scene.chosen
        self._snapshot, scene.view, scene.chosen = snapshot, snapshot.map, chosen
        if sample is not None and scene.dataset is not None and scene.dataset.image_shape is not None:
            self._picture.show_sample(sample.index)
            self._picture.show_outputs(self._answer_of(sample, snapshot))
        if changed:
            self._canvas.refresh_answer()
        now = time.monotonic()
        if snapshot.state is not RunState.RUNNING or now >= self._next_words:
            self._next_words = now + WORDS_EVERY
            self._show_off(snapshot)
            self._show_card()

    def show_image_sample(self, on: bool) -> None:
        """The chosen sample's picture with the answer as bars, instead of the map; only for data that are pictures."""
        pictures = self._scene.dataset is not None and self._scene.dataset.image_shape is not None
        self._pages.setCurrentWidget(self._picture if on and pictures else self._canvas)
        self._mode.setVisible(pictures)
        self._mode.setChecked(on and pictures)
        self._arrange()

    def set_draw_mode(self, on: bool, current_class: int = 0) -> None:
        """Clicks add points of ``current_class`` instead of picking samples."""
        self._canvas.drawing, self._canvas.current_class = on, current_class

    def set_eraser(self, on: bool) -> None:
        """In draw mode the left button removes, too."""
        self._canvas.erasing = on

    # --- parts ---

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._note)
        head.addWidget(self._mode)
        axes = QHBoxLayout(self._axis_row)
        axes.setContentsMargins(0, 0, 0, 0)
        for box in self._axes:
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            axes.addWidget(box, 1)
        self._caption.setWordWrap(True)
        self._pages.addWidget(self._canvas)
        self._pages.addWidget(self._picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._axis_row)
        column.addWidget(self._pages, 1)
        column.addWidget(self._legend)
        column.addWidget(self._caption)
        column.addWidget(self._card)
        column.addStretch(0)
        self._arrange()

    def _connect(self) -> None:
        self._canvas.sample_picked.connect(self.sample_picked)
        self._canvas.point_added.connect(self.point_added)
        self._canvas.point_removed.connect(self.point_removed)
        self._canvas.class_chosen.connect(self.class_chosen)
        self._picture.sample_picked.connect(self.sample_picked)
        self._card.explain_requested.connect(self.explain_requested)
        self._mode.clicked.connect(self.show_image_sample)
        for box in self._axes:
            box.committed.connect(self._choose_axes)
        theme().changed.connect(self._restyle)

    def _arrange(self) -> None:
        """Show what the present mode needs."""
        on_map = self._pages.currentWidget() is self._canvas
        dataset = self._scene.dataset
        wide = dataset is not None and dataset.raw.shape[1] > 2
        self._axis_row.setVisible(on_map and wide)
        self._caption.setVisible(on_map and bool(self._caption.text()))
        self._legend.setVisible(on_map and dataset is not None)
        self._show_title()
        self._limit_height()

    def _limit_height(self) -> None:
        """A square map leaves the room under it to what stands below."""
        on_map = self._pages.currentWidget() is self._canvas
        self._pages.setMaximumHeight(self._canvas.most_height(self.contentsRect().width() - 4 * GRID) if on_map else 16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit_height()

    # --- axes ---

    def _fill_axes(self) -> None:
        dataset = self._scene.dataset
        names = dataset.feature_names if dataset is not None else ()
        choices = tuple(Choice(column, name) for column, name in enumerate(names))
        for box, axis in zip(self._axes, self._scene.axes, strict=True):
            box.set_choices(choices)
            box.show_value(axis)

    @Slot(str, object)
    def _choose_axes(self, _key: str, _column: object) -> None:
        x, y = (box.currentIndex() for box in self._axes)
        if x == y:  # the same twice: the other one gives way
            old_x, old_y = self._scene.axes
            x, y = (x, old_x) if x == old_y else (old_y, y)
        self.axes_chosen.emit(x, y)

    # --- words ---

    def _answer_of(self, sample: SampleView, snapshot: Snapshot) -> NDArray[np.floating]:
        return sample.outputs[-snapshot.architecture.widths[-1] :]

    def _show_off(self, snapshot: Snapshot) -> None:
        off = snapshot.ablation.off
        self._note.setText(self.tr("{neurons} off").format(neurons=neuron_names(off)) if off else "")

    def _show_card(self) -> None:
        snapshot, dataset = self._snapshot, self._scene.dataset
        sample = snapshot.sample if snapshot is not None else None
        if snapshot is None or sample is None or dataset is None:
            self._card.show_sample(self.tr("Click a sample to follow it"))
            return
        what = self.tr("Test sample {number}") if sample.is_test else self.tr("Train sample {number}")
        place = [float(sample.raw[axis]) for axis in self._scene.axes if axis < len(sample.raw)]
        if dataset.raw.shape[1] == 1:
            place = place[:1]
        values = ", ".join(read_label(float(f"{value:.3g}")) for value in place)
        place_text = f"({values}{', …' if len(sample.raw) > 2 else ''})" if dataset.image_shape is None else ""
        answer = self._answer_text(self._answer_of(sample, snapshot), dataset)
        self._card.show_sample(what.format(number=sample.index), place_text, f"→ {answer}")

    def _answer_text(self, outputs: NDArray[np.floating], dataset: Dataset) -> str:
        if dataset.task is Task.REGRESSION:
            return ", ".join(read_label(float(value)) for value in self._scene.in_units(outputs)[:3])
        if len(outputs) == 1 or len(outputs) != len(dataset.class_names):
            return ", ".join(f"{float(value):.3f}" for value in outputs[:3])
        best = int(np.argmax(np.nan_to_num(outputs, nan=-np.inf)))
        return f"{class_names(dataset)[best]} {float(outputs[best]):.3f}"

    def _show_legend(self) -> None:
        dataset, scene = self._scene.dataset, self._scene
        if dataset is None:
            return
        note = self.tr("hollow = test") if dataset.test.size and not scene.is_picture else ""
        if dataset.task is Task.CLASSIFICATION:
            self._legend.show_classes(class_names(dataset), note)
        else:
            name = dataset.target_names[0] if dataset.target_names else ""
            self._legend.show_values(None if scene.is_curve or scene.is_picture else scene.reach, name, note)

    def _show_caption(self) -> None:
        dataset, points = self._scene.dataset, self._scene.points
        parts = []
        if dataset is not None and points is not None and not self._scene.is_picture:
            if dataset.raw.shape[1] > 2:
                parts.append(self.tr("All other features at their mean."))
            if len(points.index) < points.total:
                shown, total = count(len(points.index)), count(points.total)
                parts.append(self.tr("{shown} of {total} samples shown.").format(shown=shown, total=total))
        self._caption.setText(" ".join(parts))

    def _restyle(self) -> None:
        self._title.setFont(theme().sans(13, bold=True))
        for label in (self._note, self._caption):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), theme().color("text3"))
            label.setPalette(palette)
            label.setFont(theme().sans(12 if label is self._note else 11))
        self._limit_height()

    def _show_title(self) -> None:
        if self._pages.currentWidget() is self._picture:
            self._title.setText(self.tr("Sample and answer"))
        elif self._scene.task is not Task.REGRESSION:
            self._title.setText(self.tr("Decision map"))
        else:
            self._title.setText(self.tr("Fitted curve") if self._scene.is_curve else self.tr("Value map"))

    def _retranslate(self) -> None:
        regression = self._scene.task is Task.REGRESSION
        self._title.setText(
            self.tr("Fitted curve") if regression and self._scene.is_curve else self.tr("Value map") if regression else self.tr("Decision map")
        )
        self._mode.setText(self.tr("Picture"))
        self._mode.setToolTip(self.tr("Show the chosen sample's picture instead of the map"))
        self._axes[0].setAccessibleName(self.tr("Feature on the horizontal axis"))
        self._axes[1].setAccessibleName(self.tr("Feature on the vertical axis"))
        self.setAccessibleName(self.tr("Decision map"))
        self._canvas.setAccessibleName(self.tr("Decision map: arrow keys go from sample to sample"))
        self._canvas.empty_text = self.tr("Choose data to see the map")
        self._show_legend()
        self._show_caption()
        self._show_card()
        if self._snapshot is not None:
            self._show_off(self._snapshot)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._snapshot is not None:
                self.show_snapshot(self._snapshot)  # the bars beside a picture have the classes' names
            self._canvas.refresh_all()
        super().changeEvent(event)
