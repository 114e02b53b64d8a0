"""Samples in a row of small pictures, or, where they are no pictures, in a list of their numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.ink import ink_image
from gui.fields.numerals import Numerals
from gui.fields.paint import follow_theme, px
from gui.format import count, number
from gui.theme import theme

PICTURE, UNDER, GAP, ROW = 56, 32, 8, 22  # px
MOST_COLUMNS = 4  # of a sample's own numbers
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, eq=False)
class Samples:
    """Data-set ``numbers`` (m,), a neuron's ``outputs`` (m,) for them, and the samples ``raw`` (m, d)."""

    numbers: NDArray[np.integer]
    outputs: NDArray[np.floating]
    raw: NDArray[np.floating]
    image_shape: tuple[int, int] | None = None


class SamplesRow(QWidget):
    """``sample_clicked(int)`` carries a data-set number."""

    sample_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: Samples | None = None
        self._images: list[QImage] = []
        self._pointed = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._restyle)

    def show_samples(self, samples: Samples | None) -> None:
        """Show these, in this order."""
        self._samples, self._pointed = samples, -1
        self._restyle()

    @property
    def length(self) -> int:
        return len(self._samples.numbers) if self._samples is not None else 0

    def _restyle(self) -> None:
        self._images = []
        found = self._samples
        if found is not None and found.image_shape is not None and found.raw.shape[1] == found.image_shape[0] * found.image_shape[1]:
            brightest = float(found.raw.max(initial=0)) or 1.0
            self._images = [ink_image(raw.reshape(found.image_shape) / brightest) for raw in found.raw]
        self.updateGeometry()
        self.update()

    # --- places ---

    def _columns(self, width: int) -> int:
        return max((width + px(GAP)) // px(PICTURE + GAP), 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._images:
            return px(ROW) * self.length
        return -(-self.length // self._columns(width)) * px(PICTURE + UNDER)

    def sizeHint(self) -> QSize:
        return QSize(px(280), self.heightForWidth(px(280)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(PICTURE), px(ROW) if self.length else 0)

    def place_of(self, index: int) -> QRectF:
        """Where a sample is, with its words."""
        if not self._images:
            return QRectF(0, index * px(ROW), self.width(), px(ROW))
        row, column = divmod(index, self._columns(self.width()))
        return QRectF(column * px(PICTURE + GAP), row * px(PICTURE + UNDER), px(PICTURE), px(PICTURE + UNDER - 4))

    def _at(self, point: QPointF) -> int:
        return next((index for index in range(self.length) if self.place_of(index).contains(point)), -1)

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._samples is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        numbers = {token: Numerals(theme().mono(11), token) for token in ("text", "text2", "text3")}
        for index in range(self.length):
            if self._images:
                self._paint_picture(painter, index, numbers)
            else:
                self._paint_line(painter, index, self._samples, numbers)
        for written in numbers.values():
            written.paint(painter)

    def _paint_picture(self, painter: QPainter, index: int, numbers: dict[str, Numerals]) -> None:
        place, found = self.place_of(index), self._samples
        side = px(PICTURE)
        square = QRectF(place.left(), place.top(), side, side).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme().color("accent" if index == self._pointed else "line2"), 2 if index == self._pointed else 1))
        painter.setBrush(theme().color("inset"))
        painter.drawRoundedRect(square, 4, 4)
        image = self._images[index]
        scale = (side - px(8)) / max(image.width(), image.height())
        inner = QRectF(0, 0, image.width() * scale, image.height() * scale)
        inner.moveCenter(square.center())
        painter.drawImage(inner, image)
        if found is not None:
            under = QRectF(place.left(), place.top() + side, side, px(14))
            numbers["text"].add(under, number(float(found.outputs[index]), 2))
            numbers["text3"].add(under.translated(0, px(13)), count(int(found.numbers[index])))

    def _paint_line(self, painter: QPainter, index: int, found: Samples, numbers: dict[str, Numerals]) -> None:
        place = self.place_of(index)
        if index == self._pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentbg"))
            painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 4, 4)
        raw = found.raw[index]
        own = ", ".join(number(float(value), 2) for value in raw[:MOST_COLUMNS]) + (", …" if len(raw) > MOST_COLUMNS else "")
        align = Qt.AlignmentFlag.AlignLeft
        numbers["text3"].add(place.adjusted(px(4), 0, 0, 0), count(int(found.numbers[index])), align)
        numbers["text"].add(place.adjusted(px(52), 0, 0, 0), number(float(found.outputs[index]), 3), align)
        room = place.adjusted(px(116), 0, 0, 0)
        shown = QFontMetricsF(theme().mono(11)).elidedText(f"({own})", Qt.TextElideMode.ElideRight, room.width())
        numbers["text2"].add(room, shown, align)

    # --- the mouse and keys ---

    def _point(self, index: int) -> None:
        if index != self._pointed:
            self._pointed = index
            self.setCursor(Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def _choose(self, index: int) -> None:
        if self._samples is not None and index >= 0:
            self.sample_clicked.emit(int(self._samples.numbers[index]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._at(event.position()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in (*KEYS, Qt.Key.Key_Return):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from sample to sample, Enter chooses one."""
        key = Qt.Key(event.key())
        if key in KEYS and self.length:
            self._point(min(max(self._pointed + KEYS[key], 0), self.length - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._pointed)
        else:
            super().keyPressEvent(event)
