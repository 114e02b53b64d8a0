"""The error of a difference quotient against ε: it falls with ε until the numbers cancel, then it grows again."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.epsilon import TRACK_RIGHT, power_text
from gui.fields.paint import follow_theme, px
from gui.theme import theme

HEIGHT = 150
LEFT, RIGHT, TOP, BOTTOM = 40, TRACK_RIGHT, 10, 20
LOWEST, HIGHEST = -13, 1  # powers of ten that are shown at least
NOTHING = 1e-17  # an error of 0 is drawn as this


class ErrorPlot(QWidget):
    """Two logarithmic axes; ε falls to the right, as on the slider below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._epsilons: NDArray[np.float64] = np.empty(0)
        self._errors: NDArray[np.float64] = np.empty(0)
        self._at = 1e-3
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)
        self._describe()

    def show_errors(self, epsilons: NDArray[np.float64], errors: NDArray[np.float64]) -> None:
        """Errors at some ε, both of shape (n,); NaN where there is none."""
        self._epsilons, self._errors = epsilons, errors
        self._describe()
        self.update()

    def show_epsilon(self, epsilon: float) -> None:
        """Where the slider is."""
        self._at = epsilon
        self.update()

    @property
    def best(self) -> float:
        """The ε with the smallest error; NaN where there is no error at all."""
        known = np.isfinite(self._errors)
        return float(self._epsilons[known][np.argmin(self._errors[known])]) if known.any() else math.nan

    def _describe(self) -> None:
        text = self.tr("Error of the difference quotient against ε, both axes logarithmic")
        if math.isfinite(self.best):
            text += ". " + self.tr("The error is smallest near {epsilon}.").format(epsilon=power_text(round(math.log10(self.best))))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(HEIGHT))

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self.update()

    # Places

    def _frame(self) -> QRectF:
        return QRectF(px(LEFT), px(TOP), max(self.width() - px(LEFT + RIGHT), 1), max(self.height() - px(TOP + BOTTOM), 1))

    def _ends(self) -> tuple[int, int]:
        known = self._errors[np.isfinite(self._errors) & (self._errors > 0)]
        high = max(HIGHEST, math.ceil(math.log10(known.max()))) if known.size else HIGHEST
        return LOWEST, high

    def _point(self, frame: QRectF, epsilon: float, error: float) -> QPointF:
        low, high = self._ends()
        x = frame.left() + frame.width() * (-math.log10(epsilon) - 1) / 11
        share = (math.log10(max(error, NOTHING)) - low) / (high - low)
        return QPointF(x, frame.bottom() - frame.height() * min(max(share, 0.0), 1.0))

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        self._draw_axes(painter, frame)
        self._draw_words(painter, frame)
        painter.setPen(QPen(theme().color("text"), 1.8))
        for piece in self._pieces(frame):
            painter.drawPolyline(QPolygonF(piece))
        self._draw_place(painter, frame)

    def _draw_axes(self, painter: QPainter, frame: QRectF) -> None:
        painter.setFont(theme().mono(11))
        metrics = QFontMetricsF(painter.font())
        low, high = self._ends()
        for power in range(low + 1, high + 1, 4):
            y = round(self._point(frame, 0.1, 10.0**power).y()) + 0.5
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(QLineF(frame.left(), y, frame.right(), y))
            self._label(painter, power_text(power), QPointF(frame.left() - px(4), y + metrics.capHeight() / 2), right=True)
        for power in (-1, -4, -8, -12):
            x = self._point(frame, 10.0**power, 1.0).x()
            painter.setPen(QPen(theme().color("line2"), 1))
            painter.drawLine(QLineF(x, frame.bottom(), x, frame.bottom() + 3))
            self._label(painter, power_text(power), QPointF(x, frame.bottom() + px(4) + metrics.ascent()), right=False)

    @staticmethod
    def _label(painter: QPainter, text: str, at: QPointF, *, right: bool) -> None:
        painter.setPen(theme().color("text2"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        painter.drawText(QPointF(at.x() - (width if right else width / 2), at.y()), text)

    def _draw_words(self, painter: QPainter, frame: QRectF) -> None:
        painter.setFont(theme().sans(11))
        painter.setPen(theme().color("text3"))
        room = frame.adjusted(px(4), 0, -px(2), -px(3))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, self.tr("error"))
        bend, cancellation = self.tr("← bend"), self.tr("cancellation →")
        metrics = QFontMetricsF(painter.font())
        tight = metrics.horizontalAdvance(bend) + metrics.horizontalAdvance(cancellation) + px(8) > room.width()
        self._on_card(painter, room, Qt.AlignmentFlag.AlignLeft, bend)
        self._on_card(painter, room.adjusted(0, 0, 0, -metrics.height()) if tight else room, Qt.AlignmentFlag.AlignRight, cancellation)

    @staticmethod
    def _on_card(painter: QPainter, room: QRectF, side: Qt.AlignmentFlag, words: str) -> None:
        """Words at the bottom, through which no line runs."""
        flags = Qt.AlignmentFlag.AlignBottom | side
        painter.fillRect(painter.boundingRect(room, flags, words), theme().color("card"))
        painter.drawText(room, flags, words)

    def _pieces(self, frame: QRectF) -> list[list[QPointF]]:
        """The line, broken where there is no value."""
        found: list[list[QPointF]] = [[]]
        for epsilon, error in zip(self._epsilons, self._errors, strict=True):
            if math.isfinite(error):
                found[-1].append(self._point(frame, float(epsilon), float(error)))
            elif found[-1]:
                found.append([])
        return [piece for piece in found if len(piece) > 1]

    def _draw_place(self, painter: QPainter, frame: QRectF) -> None:
        if not len(self._epsilons):
            return
        nearest = int(np.argmin(np.abs(np.log10(self._epsilons) - math.log10(self._at))))
        error = float(self._errors[nearest])
        x = self._point(frame, self._at, 1.0).x()
        painter.setPen(QPen(theme().color("accent"), 1.5))
        painter.drawLine(QLineF(x, frame.top(), x, frame.bottom()))
        if math.isfinite(error):
            painter.setBrush(theme().color("card"))
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawEllipse(QPointF(x, self._point(frame, self._at, error).y()), px(4), px(4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
