"""A row of the check: which way, what it gives, and whether it agrees."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import draw_icon, follow_theme, px
from gui.fields.symbols import Phrase, base_line, paint_phrase, phrase_width, plain_text
from gui.theme import theme

HEIGHT = 32
SIGN = 24


class CheckRow(QWidget):
    """``agrees`` ``None``: nothing can be said. A line divides it from the row above."""

    def __init__(self, parent: QWidget | None = None, *, divided: bool = True) -> None:
        super().__init__(parent)
        self._name: Phrase = ()
        self._short: Phrase = ()
        self._value = ""
        self._agrees: bool | None = None
        self._weak = False
        self._divided = divided
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    @property
    def value(self) -> str:
        return self._value

    @property
    def agrees(self) -> bool | None:
        return self._agrees

    @property
    def name(self) -> str:
        return plain_text(self._name)

    def show_name(self, name: Phrase, short: Phrase = ()) -> None:
        """``short`` stands in for the name where there is little room."""
        self._name, self._short = name, short
        self._describe()

    def fitting_name(self, room: float) -> Phrase:
        """The name, or the short one where the name is wider than ``room`` pixels."""
        return self._name if not self._short or phrase_width(self._name, theme().sans(12.5)) <= room else self._short

    def show_value(self, value: str, agrees: bool | None = None, *, full: str = "", weak: bool = False) -> None:
        """``full`` is shown while the pointer rests; ``weak``: words instead of a number."""
        self._value, self._agrees, self._weak = value, agrees, weak
        self.setToolTip(full)
        self._describe()

    def _describe(self) -> None:
        verdict = {True: self.tr("agrees"), False: self.tr("differs"), None: ""}[self._agrees]
        self.setAccessibleName(" ".join(part for part in (self.name, self._value, verdict) if part))
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._divided:
            painter.fillRect(0, 0, self.width(), 1, theme().color("line"))
        self._draw_sign(painter)
        painter.setFont(theme().sans(12) if self._weak else theme().mono(13))
        painter.setPen(theme().color("text2" if self._weak else "text"))
        metrics = QFontMetricsF(painter.font())
        left = round(self.width() - px(SIGN) - metrics.horizontalAdvance(self._value))
        painter.drawText(QPointF(left, base_line(metrics, 0, self.height())), self._value)
        painter.setPen(theme().color("text"))
        face = theme().sans(12.5)
        paint_phrase(painter, self.fitting_name(left - px(8)), 0, base_line(QFontMetricsF(face), 0, self.height()), face, room=left - px(8))

    def _draw_sign(self, painter: QPainter) -> None:
        if self._agrees is not None:
            place = QRectF(self.width() - px(16), 0, px(16), self.height())
            draw_icon(painter, place, "check" if self._agrees else "close", "ok" if self._agrees else "bad")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()


class SymbolHead(QWidget):
    """The derivative that is checked, at the card's head."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrase: Phrase = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    def show_phrase(self, phrase: Phrase) -> None:
        self._phrase = phrase
        self.setAccessibleName(plain_text(phrase))
        self.setToolTip(plain_text(phrase))
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(24))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = theme().sans(13)
        width = min(phrase_width(self._phrase, face), self.width())
        painter.setPen(theme().color("text2"))
        paint_phrase(painter, self._phrase, self.width() - width, base_line(QFontMetricsF(face), 0, self.height()), face, room=self.width())
