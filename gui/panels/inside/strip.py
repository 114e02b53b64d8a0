"""Samples to choose from: pictures side by side, or rows of numbers, with the mouse or the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fields.paint import follow_theme, px
from gui.theme import theme

LINE = 16  # px, a line below a picture
ROW = 24  # px, a sample that is no picture
LEAST = 48  # px, the least width of a picture with its lines
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, eq=False)
class Entry:
    """``lines`` stand below the picture, or at the right of a row; ``row`` is the row's text; ``name`` is said and shown on hover."""

    sample: int
    lines: tuple[str, ...]
    name: str
    image: QImage | None = None
    row: str = ""


class SampleStrip(QWidget):
    """``chosen(sample)`` on a click or Enter. ``columns`` pictures in a row of ``side`` pixels at most, fewer where it is narrow;
    ``rows`` where samples are no pictures.
    """

    chosen = Signal(int)
    room_changed = Signal()  # more or fewer samples have room

    def __init__(self, columns: int, side: int, lines: int, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._side, self._lines, self._rows = columns, side, lines, rows
        self._columns = columns
        self._entries: tuple[Entry, ...] = ()
        self._pictures = True
        self._hover, self._place = -1, 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._entries

    @property
    def room(self) -> int:
        """How many samples there is room for."""
        return self._columns if self._pictures else self._rows

    def set_pictures(self, pictures: bool) -> None:
        """Pictures side by side, or rows."""
        if pictures is not self._pictures:
            self._pictures = pictures
            self._restyle()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """The samples to show, as many as there is room for."""
        self._entries = tuple(entries)[: self.room]
        self._place = min(self._place, max(len(self._entries) - 1, 0))
        self._describe()
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(self._side + self._lines * LINE + 8) if self._pictures else px(ROW * self._rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side * self._most), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = min(max(self.width() // px(LEAST), 1), self._most)
        if columns != self._columns:
            self._columns = columns
            self.room_changed.emit()

    # --- places ---

    def rect_of(self, place: int) -> QRectF:
        """Where an entry is."""
        if not self._pictures:
            return QRectF(0, place * px(ROW), self.width(), px(ROW))
        width = self.width() / self._columns
        return QRectF(place * width, 0, width, self.height())

    def place_at(self, point: QPoint) -> int:
        """Which entry is under a point; −1 for none."""
        return next((place for place in range(len(self._entries)) if self.rect_of(place).contains(point.toPointF())), -1)

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw = self._draw_picture if self._pictures else self._draw_row
        for place, entry in enumerate(self._entries):
            draw(painter, place, entry)

    def _outline(self, place: int) -> QPen:
        if place == self._place and self.hasFocus():
            return QPen(theme().color("accent"), 2)
        return QPen(theme().color("text3" if place == self._hover else "line2"), 1)

    def _draw_picture(self, painter: QPainter, place: int, entry: Entry) -> None:
        cell = self.rect_of(place)
        side = min(cell.width() - px(6), px(self._side))
        left = cell.left() + (cell.width() - side) * (place / max(self._columns - 1, 1))  # the first and the last reach the edges
        frame = QRectF(left, px(2), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("inset"))
        painter.drawRoundedRect(frame, 6, 6)
        if entry.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(fitted(entry.image.size(), frame.adjusted(2, 2, -2, -2)), entry.image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._outline(place))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._write(painter, QRectF(cell.left(), frame.bottom() + px(3), cell.width(), px(LINE)), frame, entry)

    def _write(self, painter: QPainter, line: QRectF, frame: QRectF, entry: Entry) -> None:
        for number, text in enumerate(entry.lines):
            painter.setFont(theme().mono(11))
            painter.setPen(theme().color("text2" if number else "text"))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(line.width()))
            width = painter.fontMetrics().horizontalAdvance(shown)
            left = min(max(frame.center().x() - width / 2, line.left()), line.right() - width)
            painter.drawText(QRectF(left, line.top() + number * px(LINE), width + 2, px(LINE)), Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_row(self, painter: QPainter, place: int, entry: Entry) -> None:
        rect = self.rect_of(place)
        if place == self._hover or (place == self._place and self.hasFocus()):
            painter.setPen(self._outline(place) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentbg"))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme().mono(11))
        painter.setPen(theme().color("text"))
        right = "  ".join(entry.lines)
        width = painter.fontMetrics().horizontalAdvance(right)
        painter.drawText(rect.adjusted(px(6), 0, -px(6), 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, right)
        painter.setPen(theme().color("text2"))
        room = rect.adjusted(px(6), 0, -px(14) - width, 0)
        text = painter.fontMetrics().elidedText(entry.row, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    # --- choosing ---

    def _describe(self) -> None:
        entry = self._entries[self._place] if self._entries else None
        self.setAccessibleDescription("" if entry is None else entry.name)

    def _choose(self, place: int) -> None:
        self._place = place
        self._describe()
        self.update()
        self.chosen.emit(self._entries[place].sample)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self.place_at(event.position().toPoint()))

    def _set_hover(self, place: int) -> None:
        if place != self._hover:
            self._hover = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and self._entries:
            self._place = min(max(self._place + STEPS[key], 0), len(self._entries) - 1)
            self._describe()
            self.update()
        elif key in ENTER and self._entries:
            self._choose(self._place)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """The arrows and Space come here before the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in (*STEPS, *ENTER):
            event.accept()
            return True
        if event.type() == QEvent.Type.Leave:
            self._set_hover(-1)
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            QToolTip.showText(event.globalPos(), self._entries[place].name if place >= 0 else "", self)
            return True
        return super().event(event)


def fitted(size: QSize, frame: QRectF) -> QRectF:
    """A picture of ``size`` as large as it can be in the middle of ``frame``."""
    scale = min(frame.width() / max(size.width(), 1), frame.height() / max(size.height(), 1))
    width, height = size.width() * scale, size.height() * scale
    return QRectF(frame.center().x() - width / 2, frame.center().y() - height / 2, width, height)
