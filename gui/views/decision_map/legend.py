"""What stands under the map: the classes with their shapes or a colour bar, and the chosen sample."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.ramp import MAP_STRENGTH, ramp_image
from gui.theme import theme
from gui.views.axis import tick_label
from gui.views.decision_map.markers import paint_marker
from gui.views.decision_map.regions import ValueRange

_ROW = 22
_GAP = 14.0
_ELIDE = Qt.TextElideMode.ElideRight


class MapLegend(QWidget):
    """Class names with their shapes in as few rows as hold them, or a colour bar in the person's units."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._reach: ValueRange | None = None
        self._title = ""
        self._note = ""
        self._cells: list[tuple[QRectF, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._changed)

    def show_classes(self, names: tuple[str, ...], note: str) -> None:
        """``note`` stands at the right: ``hollow = test``, or nothing."""
        self._names, self._note, self._reach = names, note, None
        self.setAccessibleName(", ".join((*names, note)) if note else ", ".join(names))
        self._changed()

    def show_values(self, reach: ValueRange | None, title: str, note: str) -> None:
        """A colour bar over ``reach``; with ``None`` the note alone."""
        self._names, self._note, self._reach, self._title = (), note, reach, title
        self.setAccessibleName(title)
        self._changed()

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    # --- sizes ---

    def sizeHint(self) -> QSize:
        return QSize(300, round(self._rows() * _ROW * theme().scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def _rows(self) -> int:
        if self._reach is not None:
            return 2
        return 1 if len(self._names) <= 4 else 2 if len(self._names) <= 8 else 3

    def _two_marks(self) -> bool:
        return len(self._names) <= 2 and bool(self._note)

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._cells = []
        right = self._paint_note(painter)
        if self._reach is not None:
            self._paint_bar(painter, self._reach)
        elif self._names:
            self._paint_classes(painter, right)

    def _row_height(self) -> float:
        return self.height() / self._rows()

    def _paint_note(self, painter: QPainter) -> float:
        """The note at the right of the last row; returns where it starts."""
        if not self._note:
            return float(self.width())
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text3"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(self._note)
        top = 0.0 if self._reach is not None else self.height() - self._row_height()
        painter.drawText(QRectF(self.width() - width, top, width, self._row_height()), Qt.AlignmentFlag.AlignVCenter, self._note)
        return self.width() - width - _GAP

    def _paint_classes(self, painter: QPainter, note_left: float) -> None:
        rows, unit = self._rows(), theme().scale
        painter.setFont(theme().sans(12))
        metrics = QFontMetricsF(painter.font())
        mark = (32.0 if self._two_marks() else 16.0) * unit
        columns = math.ceil((len(self._names) + (rows > 1 and bool(self._note))) / rows)
        wanted = [metrics.horizontalAdvance(name) + mark + _GAP for name in self._names]
        loose = rows == 1 and sum(wanted) <= note_left
        room = (note_left if rows == 1 else self.width()) / max(columns, 1)
        x = 0.0
        for index, name in enumerate(self._names):
            row, column = divmod(index, columns)
            left = x if loose else column * room
            width = wanted[index] if loose else room
            if row == rows - 1:
                width = min(width, note_left - left)
            cell = QRectF(left, row * self._row_height(), width, self._row_height())
            self._paint_class(painter, cell, index, metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, max(width - mark - 4, 8)))
            self._cells.append((cell, name))
            x += wanted[index]

    def _paint_class(self, painter: QPainter, cell: QRectF, index: int, text: str) -> None:
        unit, middle = theme().scale, cell.center().y()
        color = theme().class_color(index)
        radius = 4.0 * unit
        paint_marker(painter, index, QPointF(cell.left() + 6 * unit, middle), radius, color, outline=None, filled=True)
        left = cell.left() + 16 * unit
        if self._two_marks():
            paint_marker(painter, index, QPointF(left + 6 * unit, middle), radius, color, outline=None, filled=False)
            left += 16 * unit
        painter.setPen(theme().color("text2"))
        painter.drawText(QRectF(left, cell.top(), cell.width(), cell.height()), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_bar(self, painter: QPainter, reach: ValueRange) -> None:
        """The ramp as it is on the map, with ticks at the levels of the contour lines."""
        height, unit = self._row_height(), theme().scale
        painter.setFont(theme().sans(12))
        metrics = QFontMetricsF(painter.font())
        title = metrics.elidedText(self._title, _ELIDE, self.width() * 0.3)
        painter.setPen(theme().color("text2"))
        painter.drawText(QRectF(0, 0, self.width(), height), Qt.AlignmentFlag.AlignVCenter, title)
        left = metrics.horizontalAdvance(title) + 10
        note = metrics.horizontalAdvance(self._note) + 12 if self._note else 8.0
        bar = QRectF(left, height / 2 - 5 * unit, max(self.width() - left - note, 20), 10 * unit)
        values = np.linspace(reach.low, reach.high, 128)[None]
        painter.drawImage(bar, ramp_image(values, reach.low, reach.centre, reach.high, strength=MAP_STRENGTH))
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar, 2, 2)
        self._paint_bar_ticks(painter, bar, reach)

    def _paint_bar_ticks(self, painter: QPainter, bar: QRectF, reach: ValueRange) -> None:
        painter.setFont(theme().mono(11))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(theme().color("text2"))
        free_from = -math.inf
        for level in reach.levels():
            x = bar.left() + bar.width() * (level - reach.low) / (reach.high - reach.low)
            text = tick_label(level)
            left = min(max(x - metrics.horizontalAdvance(text) / 2, 0.0), self.width() - metrics.horizontalAdvance(text))
            if left > free_from:
                painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + 3))
                painter.drawText(QPointF(left, bar.bottom() + 5 + metrics.ascent()), text)
                free_from = left + metrics.horizontalAdvance(text) + 6

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            names = [name for cell, name in self._cells if cell.contains(QPointF(event.pos()))]
            QToolTip.showText(event.globalPos(), names[0] if names else "", self)
            return True
        return super().event(event)
