"""What the signs of the gallery mean, in as many lines as are needed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import follow_theme, px
from gui.format import count
from gui.ramp import pack_rgb, ramp_table, words_image
from gui.theme import theme
from gui.views.gallery.colours import Scale, is_grey, scale_of
from gui.views.gallery.paint import dashed_box, paint_saturated, strike
from gui.views.gallery.words import dead_text, ramp_name, tile_text, translate
from nn.inside.views import Layer, Status

ROW = 22  # px
GAP, AFTER = 20, 7  # px between entries, and between a sign and its word
RAMP, BAR = 80, 24  # px wide


class Sign(Enum):
    RAMP = auto()
    TILE = auto()
    ACTIVATION = auto()
    SELECTED = auto()
    OFF = auto()
    SATURATED = auto()
    DEAD = auto()


@dataclass(frozen=True)
class Entry:
    """A sign, a word after it, and for the ramp one before it with the names of its ends."""

    sign: Sign
    text: str
    before: str = ""
    ends: tuple[str, str] = ("", "")


class GalleryLegend(QWidget):
    """Painted; one accessible sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: Layer | None = None
        self._samples = 0
        self._entries: tuple[Entry, ...] = ()
        self._grey = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is said, in order."""
        return self._entries

    def show_layer(self, layer: Layer | None, samples: int) -> None:
        self._layer, self._samples = layer, samples
        self._fill()

    def _fill(self) -> None:
        entries = self._made(self._layer) if self._layer is not None else ()
        grey = self._layer is not None and is_grey(self._layer)
        if entries != self._entries or grey != self._grey:
            self._entries, self._grey = entries, grey
            self.setAccessibleName(", ".join(entry.text for entry in entries))
            self._fit()
            self.update()

    def _made(self, layer: Layer) -> tuple[Entry, ...]:
        entries = []
        if layer.tiles.size and layer.tiles.shape[3] == 1:
            name, low, high = ramp_name(layer)
            entries.append(Entry(Sign.RAMP, f"{name} {low} … {high}", name, (low, high)))
        if what := tile_text(layer):
            entries.append(Entry(Sign.TILE, what))
        if np.isfinite(layer.values).any():
            entries.append(Entry(Sign.ACTIVATION, translate("Gallery", "output for the input in view")))
        entries.append(Entry(Sign.SELECTED, translate("Gallery", "selected")))
        entries.append(Entry(Sign.OFF, translate("Gallery", "switched off")))
        saturated, dead = (int(np.sum(layer.status == status)) for status in (Status.SATURATED, Status.DEAD))
        if saturated:
            entries.append(Entry(Sign.SATURATED, f"{translate('Gallery', 'saturated')} ({count(saturated)})"))
        if dead:
            entries.append(Entry(Sign.DEAD, f"{dead_text(layer, self._samples)} ({count(dead)})"))
        return tuple(entries)

    # --- room ---

    def _restyle(self) -> None:
        self._fit()
        self.update()

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(theme().sans(12))

    def _sign_width(self, entry: Entry) -> float:
        """Of the sign with what stands before it."""
        metrics = self._metrics()
        if entry.sign is Sign.RAMP:
            words = sum(metrics.horizontalAdvance(text) for text in (entry.before, *entry.ends))
            return words + px(RAMP) + 3 * px(AFTER)
        return px(BAR if entry.sign is Sign.ACTIVATION else 14)

    def _width(self, entry: Entry) -> float:
        text = 0.0 if entry.sign is Sign.RAMP else px(AFTER) + self._metrics().horizontalAdvance(entry.text)
        return self._sign_width(entry) + text

    def _places(self) -> list[QRectF]:
        """Where each entry stands."""
        x, row, places = 0.0, 0, []
        for entry in self._entries:
            width = min(self._width(entry), float(self.width()))
            if x > 0 and x + width > self.width():
                x, row = 0.0, row + 1
            places.append(QRectF(x, row * px(ROW), width, px(ROW)))
            x += width + px(GAP)
        return places

    def _fit(self) -> None:
        places = self._places()
        height = round(places[-1].bottom()) if places else px(ROW)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(px(600), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entry, place in zip(self._entries, self._places(), strict=True):
            painter.setFont(theme().sans(12))
            if entry.sign is Sign.RAMP:
                self._paint_ramp(painter, entry, place)
                continue
            self._paint_sign(painter, entry, place)
            words = place.adjusted(self._sign_width(entry) + px(AFTER), 0, 2, 0)
            painter.setPen(theme().color("text2"))
            text = self._metrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_ramp(self, painter: QPainter, entry: Entry, place: QRectF) -> None:
        metrics, x = self._metrics(), place.left()
        painter.setPen(theme().color("text2"))
        for text in (entry.before, entry.ends[0]):
            painter.drawText(QRectF(x, place.top(), place.width(), place.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += metrics.horizontalAdvance(text) + px(AFTER)
        bar = QRectF(x, place.center().y() - px(4), px(RAMP), px(8))
        painter.drawImage(bar, self._ramp())
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(theme().color("text2"))
        last = QRectF(bar.right() + px(AFTER), place.top(), place.width(), place.height())
        painter.drawText(last, Qt.AlignmentFlag.AlignVCenter, entry.ends[1])

    def _ramp(self) -> QImage:
        if not self._grey:
            half = self._layer is not None and scale_of(self._layer) is Scale.FROM_ZERO
            return words_image(ramp_table()[None, 256 if half else 0 :])
        level = np.arange(256.0)
        return words_image(pack_rgb(np.stack([level, level, level], axis=-1)[None]))

    def _paint_sign(self, painter: QPainter, entry: Entry, place: QRectF) -> None:
        middle = place.center().y()
        box = QRectF(place.left() + 1, middle - px(6), px(12), px(12))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if entry.sign is Sign.ACTIVATION:
            painter.setPen(QPen(theme().color("text"), px(4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QLineF(place.left() + px(2), middle, place.left() + px(BAR - 2), middle))
        elif entry.sign is Sign.SELECTED:
            painter.setPen(QPen(theme().color("accent"), 2.5))
            painter.drawRoundedRect(box, 3, 3)
        elif entry.sign is Sign.TILE:
            painter.setPen(QPen(theme().color("line2"), 1))
            painter.setBrush(theme().color("inset"))
            painter.drawRoundedRect(box, 3, 3)
        elif entry.sign is Sign.SATURATED:
            paint_saturated(painter, box.topLeft() - (box.bottomRight() - box.topLeft()) * 0.08)
        else:
            dashed_box(painter, box)
            if entry.sign is Sign.OFF:
                strike(painter, box)
