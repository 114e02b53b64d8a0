"""Train and test accuracy as dots on an axis that is cut where nothing happens."""

from __future__ import annotations

import math
from enum import StrEnum

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.choice import Choice
from gui.fields.paint import follow_theme, px
from gui.fields.segmented import Segmented
from gui.format import fixed
from gui.panels.inside.block import Block
from gui.panels.inside.words import percent
from gui.theme import theme
from nn.inside.views import Classes

CUTS = (0.0, 0.5, 0.8, 0.9, 0.98)  # where the axis may begin
ROW, FOOT = 22, 18  # px
NAME, VALUE = 44, 64  # px
BEFORE = 0.1  # of the axis below the lower dot: nearer to its beginning, the axis begins earlier


class AccuracyAxis(QWidget):
    """Two lines, each with a dot: filled for train, hollow for test."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = (math.nan, math.nan)
        self._names = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    def show_names(self, train: str, test: str) -> None:
        self._names = (train, test)
        self._describe()

    def show_values(self, train: float, test: float) -> None:
        """Two accuracies from 0 to 1; ``nan`` where there is none."""
        if (train, test) != self._values:
            self._values = (train, test)
            self._describe()

    @property
    def begins(self) -> float:
        """Where the axis begins: as late as the dots allow."""
        known = [value for value in self._values if math.isfinite(value)]
        lowest = min(known, default=0.0)
        return max(cut for cut in CUTS if cut == 0.0 or lowest >= cut + BEFORE * (1 - cut))

    def _describe(self) -> None:
        self.setAccessibleDescription(", ".join(f"{name} {percent(value)}" for name, value in zip(self._names, self._values, strict=True)))
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(2 * ROW + FOOT))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(theme().sans(12))
        left = max(float(px(NAME)), max(metrics.horizontalAdvance(name) for name in self._names) + px(10))
        right = float(self.width() - px(VALUE))
        for row in range(2):
            self._draw_row(painter, row, left, right)
        foot = QRectF(left, px(2 * ROW), right - left, px(FOOT))
        painter.setFont(theme().mono(11))
        painter.setPen(theme().color("text2"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{fixed(self.begins * 100, 0)} %")
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "100 %")

    def _draw_row(self, painter: QPainter, row: int, left: float, right: float) -> None:
        value, middle = self._values[row], px(ROW) * (row + 0.5)
        line = QRectF(0, row * px(ROW), self.width(), px(ROW))
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text2"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self._names[row])
        painter.setFont(theme().mono(12))
        painter.setPen(theme().color("text"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, percent(value))
        painter.setPen(QPen(theme().color("line2"), 1.5))
        painter.drawLine(QLineF(left, middle, right, middle))
        if self.begins > 0:  # two strokes across say that the axis is cut
            for x in (left + px(4), left + px(7)):
                painter.drawLine(QLineF(x - px(2), middle + px(4), x + px(2), middle - px(4)))
        if math.isfinite(value):
            share = (value - self.begins) / (1 - self.begins)
            self._draw_dot(painter, QPointF(left + share * (right - left), middle), hollow=row == 1)

    def _draw_dot(self, painter: QPainter, place: QPointF, *, hollow: bool) -> None:
        painter.setPen(QPen(theme().color("accent" if hollow else "text"), 2))
        painter.setBrush(theme().color("panel" if hollow else "text"))
        painter.drawEllipse(place, px(4.5), px(4.5))


class Plotted(StrEnum):
    """What is plotted over the epochs."""

    ACCURACY = "accuracy"
    LOSS = "loss"


class AccuracyPanel(Block):
    """How many samples are read right, in training and in test data: now, and in ``plot``, which is put in, over the epochs.

    ``plotted_chosen(str)``: accuracies or losses are to be plotted, a :class:`Plotted`.
    """

    plotted_chosen = Signal(str)

    def __init__(self, plot: QWidget, parent: QWidget | None = None) -> None:
        self.plotted = Segmented("plotted", pad=8)
        super().__init__(self.plotted, parent=parent)
        self.axis = AccuracyAxis()
        self.content.addWidget(self.axis)
        self.content.addWidget(plot)
        self.plotted.committed.connect(self._chosen)
        self._retranslate()

    def show_classes(self, train: Classes | None, test: Classes | None) -> None:
        """How both parts are read; ``None`` where a part isn't there."""
        self.axis.show_values(*(math.nan if part is None else part.accuracy for part in (train, test)))

    @Slot(str, object)
    def _chosen(self, _key: str, value: object) -> None:
        self.plotted_chosen.emit(str(value))

    def _retranslate(self) -> None:
        self.set_heading(self.tr("Accuracy"), "")
        accuracy = Choice(Plotted.ACCURACY, self.tr("Accuracy"), self.tr("Plot the accuracy of both parts over the epochs"))
        self.plotted.set_choices([accuracy, Choice(Plotted.LOSS, self.tr("Loss"), self.tr("Plot the mean loss of both parts over the epochs"))])
        self.plotted.show_value(self.plotted.value or Plotted.ACCURACY)
        self.plotted.setAccessibleName(self.tr("What is plotted over the epochs"))
        self.axis.setAccessibleName(self.tr("Accuracy"))
        self.axis.show_names(self.tr("Train"), self.tr("Test"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
