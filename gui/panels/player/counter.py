"""Where we are: Step 23 of 64, or 23/64 where there is little room."""

from __future__ import annotations

from string import Formatter

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.symbols import base_line
from gui.format import count
from gui.theme import theme


class StepCounter(QWidget):
    """Numbers bold and in the mono face. It is as wide as the last step's number needs, so that nothing moves on the way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step, self._count = 0, 0
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    def show_step(self, step: int, steps: int) -> None:
        """``step`` counts from 1; 0 of 0 shows nothing."""
        widen = steps != self._count
        self._step, self._count = step, steps
        self.setAccessibleName(self.text())
        if widen:
            self._restyle()
        self.update()

    def set_short(self, on: bool) -> None:
        if on != self._short:
            self._short = on
            self._restyle()

    def text(self) -> str:
        """The words of the long form."""
        return "".join(text for text, _ in self._pieces(self._step, short=False))

    def width_when(self, *, short: bool) -> int:
        """The width that either form needs."""
        pieces = self._pieces(self._count, short=short)
        return round(sum(QFontMetricsF(self._face(bold)).horizontalAdvance(text) for text, bold in pieces)) + 2

    def _pieces(self, step: int, *, short: bool) -> list[tuple[str, bool]]:
        if not self._count:
            return []
        if short:
            return [(count(step), True), (f"/{count(self._count)}", False)]
        numbers = {"step": count(step), "count": count(self._count)}
        pieces: list[tuple[str, bool]] = []
        for text, field, _, _ in Formatter().parse(self.tr("Step {step} of {count}")):
            if text:
                pieces.append((text, False))
            if field is not None:
                pieces.append((numbers[field], True))
        return pieces

    @staticmethod
    def _face(bold: bool) -> QFont:
        return theme().mono(14, bold=True) if bold else theme().sans(13)

    def _restyle(self) -> None:
        self.setFixedSize(max(self.width_when(short=self._short), 1), px(24))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width_when(short=self._short), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = 0.0
        base = base_line(QFontMetricsF(theme().mono(14)), 0, self.height())
        for text, bold in self._pieces(self._step, short=self._short):
            painter.setFont(self._face(bold))
            painter.setPen(theme().color("text" if bold else "text2"))
            painter.drawText(QPointF(x, base), text)
            x += QFontMetricsF(painter.font()).horizontalAdvance(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.text())
            self._restyle()
