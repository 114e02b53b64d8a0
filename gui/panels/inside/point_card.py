"""A sample that is no picture: its numbers, as they are in the data set and as the network sees them, and its target."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fields.labels import class_names, target_names
from gui.fields.numerals import Numerals
from gui.fields.paint import follow_theme, px
from gui.fields.shown import show_if
from gui.fields.text import Words
from gui.format import count, number
from gui.panels.inside.block import Block
from gui.panels.inside.words import class_name
from gui.theme import theme
from nn.choices import Task
from nn.datasets.dataset import Dataset
from nn.inside.views import Answer

ROW, HEAD, COLUMN = 22, 24, 66  # px
MOST_ROWS = 16
Row = tuple[str, str, str]


class ValueTable(QWidget):
    """Rows of a name and two numbers, with a name over each column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._heads: Row = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def show_rows(self, heads: Row, rows: Sequence[Row]) -> None:
        """Names over the columns, and what is in them."""
        lines = len(self._rows)
        self._heads, self._rows = heads, tuple(rows)
        if len(self._rows) != lines:
            self._restyle()
        self.setAccessibleDescription("; ".join(" ".join(row) for row in self._rows))
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEAD) + px(ROW) * len(self._rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        right, width = float(self.width()), float(px(COLUMN))
        edges = (0.0, right - 2 * width, right - width, right)
        columns = [QRectF(start, 0, end - start, px(HEAD)) for start, end in pairwise(edges)]
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawLine(0, px(HEAD) - 1, self.width(), px(HEAD) - 1)
        painter.setFont(theme().sans(11))
        painter.setPen(theme().color("text3"))
        for column, head, align in zip(columns, self._heads, _ALIGNED, strict=True):
            painter.drawText(column, align | Qt.AlignmentFlag.AlignVCenter, head)
        names, values = Numerals(theme().mono(12), "text2"), Numerals(theme().mono(12), "text")
        metrics = QFontMetricsF(theme().mono(12))
        for place, row in enumerate(self._rows):
            top = px(HEAD) + place * px(ROW)
            for column, text, align in zip(columns, row, _ALIGNED, strict=True):
                spot = QRectF(column.left(), top, column.width(), px(ROW))
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, spot.width() - px(4))
                (names if column is columns[0] else values).add(spot, shown, align)
        for written in (names, values):
            written.paint(painter)

    def event(self, event: QEvent) -> bool:
        """A row's whole text on hover: long names are cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = (event.pos().y() - px(HEAD)) // px(ROW)
            QToolTip.showText(event.globalPos(), "  ".join(self._rows[place]) if 0 <= place < len(self._rows) else "", self)
            return True
        return super().event(event)


_ALIGNED = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignRight)


class PointCard(Block):
    """What the left column shows where samples are points, rows of a table or pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._dataset: Dataset | None = None
        self._sample = -1
        self._answer: Answer | None = None
        self._input_names: tuple[str, ...] = ()
        self.table = ValueTable()
        self.target = Words("", "text", 12, mono=True, wrap=True)
        self.hint = Words("", "text3", 12, wrap=True)
        for widget in (self.table, self.target, self.hint):
            self.content.addWidget(widget)
        self._retranslate()

    def show_data(self, dataset: Dataset, input_names: Sequence[str] = ()) -> None:
        """The data set that samples are of; ``input_names`` are the network's inputs, extra features among them."""
        self._dataset, self._input_names = dataset, tuple(input_names) or dataset.feature_names
        self._sample, self._answer = -1, None
        self._hint()
        self._refresh()

    def show_sample(self, sample: int, answer: Answer | None) -> None:
        """The sample in view (−1: none), and the answer to it, which holds the inputs as the network sees them."""
        if sample != self._sample or answer is not self._answer:
            self._sample, self._answer = sample, answer
            self._refresh()

    def _refresh(self) -> None:
        dataset = self._dataset
        known = dataset is not None and 0 <= self._sample < dataset.size
        rows = self._rows() if known else []
        more = len(rows) - MOST_ROWS
        if more > 0:
            rows = [*rows[: MOST_ROWS - 1], (self.tr("… {number} more").format(number=count(more + 1)), "", "")]
        self.table.show_rows((self.tr("input"), self.tr("value"), self.tr("as seen")), rows)
        self.target.setText(self._target_text() if known else "")
        for widget in (self.table, self.target):
            show_if(widget, known)
        show_if(self.hint, True)
        self.set_heading(self.tr("Sample"), self._caption() if known else "")

    def _rows(self) -> list[Row]:
        """Each input with its value in the data set, where it has one, and as the network sees it."""
        if self._dataset is None:
            return []
        raw = self._dataset.raw[self._sample]
        seen = self._answer.input if self._answer is not None else ()
        return [
            (name, _shown(raw[place]) if place < len(raw) else "", _shown(seen[place]) if place < len(seen) else "")
            for place, name in enumerate(self._input_names)
        ]

    def _caption(self) -> str:
        part = self.tr("test") if self._dataset is not None and self._sample in self._dataset.test else self.tr("train")
        return self.tr("number {number}, {part}").format(number=count(self._sample), part=part)

    def _target_text(self) -> str:
        dataset = self._dataset
        if dataset is None:
            return ""
        if dataset.task is Task.CLASSIFICATION:
            return self.tr("true: {name}").format(name=class_name(class_names(dataset), int(dataset.labels[self._sample])))
        parts = [f"{name} {_shown(value)}" for name, value in zip(target_names(dataset), dataset.values[self._sample], strict=False)]
        return self.tr("target {values}").format(values=", ".join(parts))

    def _retranslate(self) -> None:
        self._hint()
        self.table.setAccessibleName(self.tr("Inputs of the sample"))
        self._refresh()

    def _hint(self) -> None:
        """Where another sample is chosen: a regression has no list of them at the right."""
        if self._dataset is not None and self._dataset.task is Task.CLASSIFICATION:
            self.hint.setText(self.tr("Choose another sample in the Train workspace's map, or among the samples at the right."))
        else:
            self.hint.setText(self.tr("Choose another sample in the Train workspace's map, or on the page Over the data."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _shown(value: float) -> str:
    return number(float(value), 3)
