"""How the classes are read: the confusion matrix of the train or the test part, or precision and recall of each class."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.fields.button import Look, TextButton
from gui.fields.choice import Choice
from gui.fields.labels import class_names
from gui.fields.paint import FIELD_HEIGHT, px
from gui.fields.segmented import Segmented
from gui.fields.shown import show_if
from gui.format import count
from gui.panels.inside.block import SIDE, Block
from gui.panels.inside.matrix import ConfusionMatrix
from gui.panels.inside.per_class import PerClassTable
from gui.panels.inside.words import are_digits
from nn.datasets.dataset import Dataset
from nn.inside.views import Classes


class Part(StrEnum):
    """Which samples are counted."""

    TRAIN = "train"
    TEST = "test"


class ConfusionPanel(Block):
    """``cell_chosen(true, read)`` and ``part_changed(Part)``; both are then shown already."""

    cell_chosen = Signal(int, int)
    part_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.part_choice = Segmented("part", pad=9)
        super().__init__(self.part_choice, parent=parent)
        self._part = Part.TEST
        self._parts: dict[Part, Classes | None] = {Part.TRAIN: None, Part.TEST: None}
        self._dataset: Dataset | None = None
        self._names: tuple[str, ...] = ()
        self._tabled = False
        self.matrix, self.table = ConfusionMatrix(), PerClassTable()
        self.other = TextButton("", Look.LINK)
        self._build()
        self.matrix.cell_chosen.connect(self.cell_chosen)
        self.part_choice.committed.connect(self._part_chosen)
        self.other.clicked.connect(self._turn)
        self._retranslate()

    def _build(self) -> None:
        """The way to the other view lies beside the words below the matrix, or in a line of its own where these are in the way."""
        self._cells = QGridLayout()
        self._cells.setSpacing(0)
        for widget in (self.matrix, self.table):
            self._cells.addWidget(widget, 0, 0)
        self._cells.addWidget(self.other, 0, 0, 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.content.addLayout(self._cells)
        self.table.hide()

    def _make_room(self) -> None:
        """A line of its own for the way to the other view, or none."""
        width = self.width() - 2 * px(SIDE)
        beside = not self._tabled and width - self.matrix.foot_right(width) >= self.other.needed_width() + px(8)
        self._cells.setRowMinimumHeight(1, 0 if beside else px(FIELD_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return self._part

    @property
    def classes(self) -> Classes | None:
        """The shown part's classes."""
        return self._parts[self._part]

    @property
    def cell(self) -> tuple[int, int] | None:
        """The chosen cell: true class, read as."""
        return self.matrix.cell

    def show_data(self, dataset: Dataset) -> None:
        """The data set whose classes are read. Its classes are shown with the next :meth:`show_classes`."""
        self._dataset, self._names = dataset, class_names(dataset)
        self._parts = {Part.TRAIN: None, Part.TEST: None}
        self.show_cell(None)
        self._refresh()

    def show_classes(self, train: Classes | None, test: Classes | None) -> None:
        """How both parts are read; ``None`` where a part isn't there."""
        if train is not self._parts[Part.TRAIN] or test is not self._parts[Part.TEST]:
            self._parts = {Part.TRAIN: train, Part.TEST: test}
            self._refresh()

    def show_cell(self, cell: tuple[int, int] | None) -> None:
        """The chosen cell, without telling anyone."""
        self.matrix.show_cell(cell)

    def show_part(self, part: Part) -> None:
        """The part to show, without telling anyone."""
        self._part = part
        self.part_choice.show_value(part)
        self._refresh()

    def _part_chosen(self, _key: str, part: object) -> None:
        self.show_part(Part(str(part)))
        self.part_changed.emit(self._part)

    def _turn(self) -> None:
        self._tabled = not self._tabled
        self._make_room()
        show_if(self.matrix, not self._tabled)
        show_if(self.table, self._tabled)
        self._name_other()

    def _refresh(self) -> None:
        classes = self.classes
        self.matrix.show_counts(np.zeros((0, 0), dtype=np.int64) if classes is None else classes.confusion, self._names)
        self.table.show_classes(classes, self._names)
        self._make_room()
        waits = self.tr("being counted…") if self._dataset is not None else ""
        caption = waits if classes is None else self._counted(int(classes.confusion.sum()))
        if self.caption.text() != caption or not self.heading.text():
            self.set_heading(self.tr("Confusion"), caption)

    def _counted(self, samples: int) -> str:
        if are_digits(self._names):
            text = self.tr("{count} train digits") if self._part is Part.TRAIN else self.tr("{count} test digits")
        else:
            text = self.tr("{count} train samples") if self._part is Part.TRAIN else self.tr("{count} test samples")
        return text.format(count=count(samples))

    def _name_other(self) -> None:
        self.other.setText(self.tr("Confusion matrix") if self._tabled else self.tr("Per class"))
        name = self.tr("Confusion matrix") if self._tabled else self.tr("Precision and recall of each class")
        self.other.setToolTip(name)
        self.other.setAccessibleName(name)
        self.other.updateGeometry()
        self._make_room()

    def _retranslate(self) -> None:
        self._names = () if self._dataset is None else class_names(self._dataset)
        self.part_choice.set_choices([Choice(Part.TRAIN, self.tr("Train")), Choice(Part.TEST, self.tr("Test"))])
        self.part_choice.show_value(self._part)
        self.part_choice.setAccessibleName(self.tr("Samples that are counted"))
        self._name_other()
        self.set_heading(self.tr("Confusion"), "")
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
