"""Where the network's answer changes when neurons are switched off."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.format import number
from gui.ramp import ramp_image
from gui.theme import theme
from gui.views.neuron_text import neuron_names
from gui.views.throttle import RepaintThrottle
from nn.training.snapshot import Snapshot


class DifferenceMap(QWidget):
    """The answer with every neuron on less the answer as it is: blue where switching off lowered it, orange where it raised it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: NDArray[np.float32] | None = None
        self._off = ""
        self._image: QImage | None = None
        self._throttle = RepaintThrottle(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._repaint)
        self._retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The map's difference, when it has one that can be drawn."""
        difference = snapshot.map.difference if snapshot.map is not None else None
        fit = difference is not None and difference.ndim == 2 and difference.size > 0
        values, off = difference if fit else None, neuron_names(snapshot.ablation.off)
        if values is self._values and off == self._off:
            return
        self._values, self._off = values, off
        self._retranslate()
        self._repaint()

    def sizeHint(self) -> QSize:
        unit = theme().scale
        return QSize(round(128 * unit), round(150 * unit))

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 110)

    # --- words ---

    def title(self) -> str:
        return self.tr("Difference map {neurons}").format(neurons=self._off).strip() if self._values is not None else self.tr("Difference map")

    def caption(self) -> str:
        """The ends of the ramp, ``−0.98 … +0.98``, or why there is nothing to see."""
        if self._values is None:
            return self.tr("Switch a neuron off to see where the answer changes")
        size = self._size()
        if size == 0:
            return self.tr("no change")
        digits = 2 if size >= 0.01 else 4
        return f"{number(-size, digits)} … +{number(size, digits)}"

    def _size(self) -> float:
        """The greatest change, in absolute value."""
        if self._values is None:
            return 0.0
        finite = self._values[np.isfinite(self._values)]
        return float(np.abs(finite).max()) if finite.size else 0.0

    def _retranslate(self) -> None:
        self.setAccessibleName(self.title())
        self.setAccessibleDescription(self.caption())
        self.setToolTip(self.tr("The answer with every neuron on, less the answer as it is: blue where it was lowered, orange where it was raised."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._repaint()
        super().changeEvent(event)

    # --- painting ---

    def _repaint(self) -> None:
        self._image = None
        self._throttle.request()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._repaint()
        return super().event(event)

    def _frame(self) -> QRectF:
        unit = theme().scale
        top, bottom = 24 * unit, 24 * unit
        side = max(min(self.width() - 2.0, self.height() - top - bottom), 8.0)
        return QRectF((self.width() - side) / 2, top, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        self._paint_line(painter, 0, self.title(), "text", theme().sans(12))
        outline = QPainterPath()
        outline.addRoundedRect(frame, 6, 6)
        if self._values is None:
            self._paint_empty(painter, frame, outline)
            return
        if self._image is None:
            size = self._size() or 1.0
            self._image = ramp_image(self._values, -size, 0.0, size)
        painter.save()
        painter.setClipPath(outline)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, self._image)
        painter.restore()
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawPath(outline)
        self._paint_line(painter, frame.bottom() + 4, self.caption(), "text2", theme().mono(11))

    def _paint_line(self, painter: QPainter, top: float, text: str, token: str, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(theme().color(token))
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, top, self.width(), 18 * theme().scale), Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_empty(self, painter: QPainter, frame: QRectF, outline: QPainterPath) -> None:
        pen = QPen(theme().color("line2"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawPath(outline)
        painter.setFont(theme().sans(11))
        painter.setPen(theme().color("text3"))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(frame.adjusted(8, 8, -8, -8), flags, self.caption())
