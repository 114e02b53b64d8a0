"""Pictures side by side, or below one another where the widget is narrow, each under its name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import follow_theme, px
from gui.format import number
from gui.theme import theme
from gui.views.pictures.colours import error_image
from gui.views.throttle import RepaintThrottle

TITLE, NOTE, GAP = 20, 20, 16  # px: over a picture, under it, between two
FPS = 15


@dataclass(frozen=True, eq=False)
class Shown:
    """A picture with its name and a note. ``most``: the error's colour bar goes up to it; ``cells`` are what the picture is wide and high."""

    title: str
    note: str
    image: QImage
    cells: tuple[int, int]
    most: float | None = None
    strong: bool = False  # a note that is to be read: what grows


class PicturesCanvas(QWidget):
    """Paints some pictures, all of them equally large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Shown, ...] = ()
        self.empty_text = ""
        self._throttle = RepaintThrottle(self, FPS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_theme(self.update)

    @property
    def shown(self) -> tuple[Shown, ...]:
        return self._shown

    def show_all(self, shown: tuple[Shown, ...]) -> None:
        """Show these instead."""
        self._shown = shown
        self._throttle.request()

    def sizeHint(self) -> QSize:
        return QSize(px(640), px(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(140))

    def places(self) -> list[QRectF]:
        """Where each picture is, without its words: as large as fits in one row or one column, whichever is larger."""
        count = max(len(self._shown), 1)
        words = px(TITLE + NOTE)
        wide, high = self._shown[0].cells if self._shown else (1, 1)
        row = min((self.width() - (count - 1) * px(GAP)) / count / wide, (self.height() - words) / high)
        column = min(self.width() / wide, (self.height() - count * words) / count / high)
        scale = max(row, column, 1e-3)
        width, height = wide * scale, high * scale
        if row >= column:
            left = (self.width() - count * width - (count - 1) * px(GAP)) / 2
            top = (self.height() - height - words) / 2 + px(TITLE)
            return [QRectF(left + place * (width + px(GAP)), top, width, height) for place in range(len(self._shown))]
        top = (self.height() - count * (height + words)) / 2 + px(TITLE)
        return [QRectF((self.width() - width) / 2, top + place * (height + words), width, height) for place in range(len(self._shown))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._shown:
            painter.setFont(theme().sans(12))
            painter.setPen(theme().color("text3"))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(QRectF(self.rect()), flags, self.empty_text)
        for shown, place in zip(self._shown, self.places(), strict=True):
            self._paint(painter, shown, place.toAlignedRect().toRectF())

    def _paint(self, painter: QPainter, shown: Shown, place: QRectF) -> None:
        # its pixels are to be seen where they are enlarged
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shown.image.width() > place.width())
        painter.drawImage(place, shown.image)
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        self._paint_title(painter, shown, place)
        under = QRectF(place.left(), place.bottom() + px(4), place.width(), px(NOTE - 4))
        if shown.most is not None:
            self._paint_bar(painter, shown.most, under)
            return
        painter.setFont(theme().mono(11, bold=shown.strong))
        painter.setPen(theme().color("text" if shown.strong else "text2"))
        note = QFontMetricsF(painter.font()).elidedText(shown.note, Qt.TextElideMode.ElideRight, under.width())
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, note)

    @staticmethod
    def _paint_title(painter: QPainter, shown: Shown, place: QRectF) -> None:
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text2"))
        text = QFontMetricsF(painter.font()).elidedText(shown.title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(QRectF(place.left(), place.top() - px(TITLE), place.width(), px(TITLE - 3)), Qt.AlignmentFlag.AlignVCenter, text)

    @staticmethod
    def _paint_bar(painter: QPainter, most: float, place: QRectF) -> None:
        """From no error to the largest."""
        painter.setFont(theme().mono(11))
        metrics = QFontMetricsF(painter.font())
        low, high = "0", number(most, 2)
        left, right = metrics.horizontalAdvance(low) + px(6), metrics.horizontalAdvance(high) + px(6)
        painter.setPen(theme().color("text2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, high)
        bar = QRectF(place.left() + left, place.center().y() - px(4), place.width() - left - right, px(8))
        if bar.width() > 4:
            painter.drawImage(bar, error_image(np.linspace(0.0, 1.0, 128, dtype=np.float32)[None], 1.0))
            painter.setPen(QPen(theme().color("line2"), 1))
            painter.drawRect(bar)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
