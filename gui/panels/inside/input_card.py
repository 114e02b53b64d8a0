"""The input as the network sees it, and how a drawing was brought into that form."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.button import Look, TextButton
from gui.fields.ink import ink_image
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.format import number
from gui.panels.inside.block import Block
from gui.panels.inside.strip import fitted
from gui.theme import theme
from nn.inside.digit import FITTED, SMALL
from nn.inside.views import Answer, Floats

SIDE, SMALL_SIDE, NARROW = 108, 84, 256  # px: the picture, and in a column narrower than NARROW


class InputPicture(QWidget):
    """The input's pixels, each as a square of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Floats | None = None
        self._image: QImage | None = None
        self._side = SIDE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    def show_values(self, values: Floats | None) -> None:
        """Values (h, w), drawn from 0 to 1 or, where they go beyond, from the smallest to the largest."""
        self._values, self._image = values, None
        self.update()

    def set_side(self, side: int) -> None:
        """How large the picture is, px of the design."""
        if side != self._side:
            self._side = side
            self._restyle()

    def _restyle(self) -> None:
        self._image = None
        self.setFixedSize(px(self._side), px(self._side))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("inset"))
        painter.drawRoundedRect(frame, 6, 6)
        if self._values is not None and self._image is None:
            self._image = ink_image(scaled(self._values))
        if self._image is not None:
            painter.drawImage(fitted(self._image.size(), frame.adjusted(2, 2, -2, -2)), self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawRoundedRect(frame, 6, 6)


class InputCard(Block):
    """``centring_changed(on)`` when the person wants drawings centred, or left where they were drawn."""

    centring_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._answer: Answer | None = None
        self._shape = (28, 28)
        self.picture = InputPicture()
        self.lines = [Words("", "text2", 12), Words("", "text2", 12), Words("", "text2", 12)]
        self.recentre = TextButton("", Look.CHIP, "centre")
        self.recentre.setChecked(True)
        self.recentre.clicked.connect(self._toggled)
        self._build()
        follow_theme(self._restyle)
        self._retranslate()

    def _build(self) -> None:
        row, words = QHBoxLayout(), QVBoxLayout()
        self._row, self._words = row, words
        self.head.removeWidget(self.heading)
        self.head.removeWidget(self.caption)
        self.caption.hide()
        for widget in (self.heading, *self.lines):
            widget.setMinimumWidth(1)  # long words end in an ellipsis; the tooltip has them whole
            words.addWidget(widget)
        words.addSpacing(px(6))
        words.addWidget(self.recentre, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.content.addLayout(row)

    def _restyle(self) -> None:
        self._row.setSpacing(px(14))
        self._words.setSpacing(px(3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picture.set_side(SMALL_SIDE if self.width() < px(NARROW) else SIDE)

    @property
    def centring(self) -> bool:
        return self.recentre.isChecked()

    def show_centring(self, on: bool) -> None:
        """Whether drawings are centred, without telling anyone."""
        self.recentre.setChecked(on)
        self._refresh()

    def show_answer(self, answer: Answer | None, shape: tuple[int, int]) -> None:
        """The input of an answer as a picture of ``shape`` (height, width); an input that doesn't have so many values isn't drawn."""
        self._answer, self._shape = answer, shape
        fits = answer is not None and answer.input.size == shape[0] * shape[1]
        self.picture.show_values(answer.input.reshape(shape) if answer is not None and fits else None)
        self._refresh()

    def _toggled(self) -> None:
        self._refresh()
        self.centring_changed.emit(self.centring)

    def _refresh(self) -> None:
        height, width = self._shape
        self.set_heading(self.tr("{width} × {height} input").format(width=width, height=height), "")
        drawn = self._answer is not None and self._answer.drawn
        texts = [text for text in (*self._form(drawn), self._range()) if text]
        for place, words in enumerate(self.lines):
            words.setText(texts[place] if place < len(texts) else "")
            words.setToolTip(words.text())
        self.recentre.setEnabled(drawn)
        self.picture.setAccessibleName(self.tr("The input as the network sees it"))
        self.picture.setAccessibleDescription(", ".join(words.text() for words in self.lines if words.text()))

    def _form(self, drawn: bool) -> tuple[str, str]:
        """How the input came to be so."""
        if self._answer is None:
            return "", ""
        if not drawn:
            return self.tr("as in the data set"), ""
        if not self.centring:
            return self.tr("left as it was drawn"), ""
        if min(self._shape) < SMALL:
            return self.tr("fitted to the edges"), self.tr("put in the middle")
        height, width = (round(side * FITTED) for side in self._shape)
        return self.tr("fitted in {width} × {height}").format(width=width, height=height), self.tr("centred by mass")

    def _range(self) -> str:
        if self._answer is None or not self._answer.input.size:
            return ""
        low, high = float(np.nanmin(self._answer.input)), float(np.nanmax(self._answer.input))
        if low >= 0 and high <= 1:
            return self.tr("values 0 to 1")
        return self.tr("values {low} to {high}").format(low=number(low, 2), high=number(high, 2))

    def _retranslate(self) -> None:
        self.recentre.setText(self.tr("Recentre"))
        self.recentre.setToolTip(self.tr("Centre drawings as the data set's pictures are, or leave them where they were drawn"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def scaled(values: Floats) -> Floats:
    """Values as shares of ink: as they are where all lie from 0 to 1, else from the smallest to the largest."""
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    if low >= 0 and high <= 1:
        return values
    return np.asarray((values - low) / (high - low or 1.0), dtype=np.float32)
