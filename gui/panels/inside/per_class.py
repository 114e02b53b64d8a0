"""How well each class is read: precision and recall as a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fields.numerals import Numerals
from gui.fields.paint import follow_theme, px
from gui.format import count
from gui.panels.inside.words import class_name, percent
from gui.theme import theme
from nn.inside.views import Classes

ROW, HEAD = 22, 24  # px
COLUMN = 74  # px
NUMBER = 56  # px


class PerClassTable(QWidget):
    """A row for each class: how many there are, precision and recall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: Classes | None = None
        self._names: tuple[str, ...] = ()
        self._heads = ("", "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)
        self._retranslate()

    def show_classes(self, classes: Classes | None, names: Sequence[str]) -> None:
        """One part's classes, and their names."""
        rows = self._rows()
        self._classes, self._names = classes, tuple(names)
        if self._rows() != rows:
            self._restyle()
        self.setAccessibleDescription("; ".join(", ".join(self.texts(row)) for row in range(self._rows())))
        self.update()

    def texts(self, row: int) -> tuple[str, str, str, str]:
        """A class's name, how many samples it has, its precision and its recall, as they are written."""
        if self._classes is None:
            return ("", "", "", "")
        whole = int(self._classes.confusion[row].sum())
        precision, recall = float(self._classes.precision[row]), float(self._classes.recall[row])
        return class_name(self._names, row), count(whole), percent(precision), percent(recall)

    def _rows(self) -> int:
        return 0 if self._classes is None else len(self._classes.confusion)

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEAD) + px(ROW) * max(self._rows(), 1))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    def _columns(self) -> tuple[QRectF, ...]:
        """The four columns, as wide as they are and a row high."""
        right, width = float(self.width()), float(px(COLUMN))
        first = right - 2 * width - px(NUMBER)
        edges = (0.0, first, first + px(NUMBER), right - width, right)
        return tuple(QRectF(start, 0, end - start, px(ROW)) for start, end in pairwise(edges))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        columns = self._columns()
        painter.setFont(theme().sans(11))
        painter.setPen(theme().color("text3"))
        for column, head in zip(columns, self._heads, strict=True):
            align = Qt.AlignmentFlag.AlignLeft if column is columns[0] else Qt.AlignmentFlag.AlignRight
            text = QFontMetricsF(painter.font()).elidedText(head, Qt.TextElideMode.ElideRight, column.width())
            painter.drawText(column, align | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawLine(0, px(HEAD) - 1, self.width(), px(HEAD) - 1)
        numbers, names = Numerals(theme().mono(12), "text"), Numerals(theme().mono(12), "text2")
        for row in range(self._rows()):
            self._write(columns, row, numbers, names)
        for written in (numbers, names):
            written.paint(painter)

    def _write(self, columns: tuple[QRectF, ...], row: int, numbers: Numerals, names: Numerals) -> None:
        down = px(HEAD) + row * px(ROW)
        name, *values = self.texts(row)
        room = columns[0].width() - px(4)
        shown = QFontMetricsF(theme().mono(12)).elidedText(name, Qt.TextElideMode.ElideRight, room)
        names.add(columns[0].translated(0, down), shown, Qt.AlignmentFlag.AlignLeft)
        for column, text in zip(columns[1:], values, strict=True):
            numbers.add(column.translated(0, down), text, Qt.AlignmentFlag.AlignRight)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._explained(), self)
            return True
        return super().event(event)

    def _explained(self) -> str:
        return "\n".join(
            (
                self.tr("Precision: of the samples read as this class, the share that are of it."),
                self.tr("Recall: of the samples of this class, the share that were read as it."),
            )
        )

    def _retranslate(self) -> None:
        self._heads = (self.tr("class"), self.tr("samples"), self.tr("precision"), self.tr("recall"))
        self.setAccessibleName(self.tr("Precision and recall of each class"))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
