"""The chosen sample in one line, and the way from it to its numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.fields.button import Look, TextButton
from gui.theme import theme

_ELIDE = Qt.TextElideMode.ElideRight


class SampleCard(QWidget):
    """What the sample is at the left; its place, where there is room, and the answer at the right; then a button.

    ``explain_requested``: the person wants to follow every number of it.
    """

    explain_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ""
        self._place = ""
        self._answer = ""
        self._explain = TextButton("", Look.LINK, "steps", self)
        self._explain.clicked.connect(self.explain_requested)
        self._explain.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.addStretch(1)
        row.addWidget(self._explain)
        self._retranslate()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        theme().changed.connect(self.update)

    def show_sample(self, what: str, place: str = "", answer: str = "") -> None:
        if (what, place, answer) != (self._what, self._place, self._answer):
            self._what, self._place, self._answer = what, place, answer
            self.setAccessibleName(" ".join(part for part in (what, place, answer) if part))
            self.setToolTip(self.accessibleName())
            self._explain.setVisible(bool(answer))
            self.update()

    def text(self) -> str:
        """Both parts, as a screen reader hears them."""
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        return QSize(300, round(32 * theme().scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(32 * theme().scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        button = self._explain.width() + 8 if self._explain.isVisible() else 0
        inner = QRectF(self.rect()).adjusted(10, 0, -10 - button, 0)
        numbers, words = QFontMetricsF(theme().mono(12)), QFontMetricsF(theme().sans(12))
        what = words.elidedText(self._what, _ELIDE, inner.width())
        room = inner.width() - words.horizontalAdvance(what) - 12
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text3"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, what)
        painter.setFont(theme().mono(12))
        painter.setPen(theme().color("text"))
        full = f"{self._place} {self._answer}".strip()
        shown = full if numbers.horizontalAdvance(full) <= room else numbers.elidedText(self._answer, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)

    def _retranslate(self) -> None:
        self._explain.setText(self.tr("Explain"))
        self._explain.setToolTip(self.tr("Follow every number of this sample through the network, and back (E)"))
        self._explain.setAccessibleName(self._explain.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
