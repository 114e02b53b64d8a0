"""What became of an answer: a sign and a sentence, on a ground of its own where the answer is wrong."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.fields.paint import RADIUS, draw_icon, follow_theme, px
from gui.fields.rich import RichWords
from gui.theme import theme

# Of each kind its icon, the icon's colour and the ground.
LOOKS: dict[str, tuple[str, str, str | None]] = {
    "right": ("check", "ok", None),
    "wrong": ("close", "bad", "badbg"),
    "hint": ("bulb", "text2", None),
    "shown": ("eye", "text2", None),
}


class VerdictLine(QWidget):
    """✓ right, × wrong, or a hint's bulb, with a sentence beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = "hint"
        self.words = RichWords("text", 12.5, 19)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._restyle)
        self.hide()

    @property
    def kind(self) -> str:
        return self._kind

    def say(self, kind: str, *paragraphs: str, spoken: str = "") -> None:
        """``kind`` is one of :data:`LOOKS`; ``spoken`` is said by a screen reader before the HTML of the paragraphs."""
        self._kind = kind
        self.words.show_paragraphs(*paragraphs)
        self.setAccessibleName(spoken)
        self.setVisible(any(paragraphs))
        self._restyle()

    def _restyle(self) -> None:
        ground = LOOKS[self._kind][2] is not None
        self._row.setContentsMargins(px(26), px(6) if ground else 0, px(8), px(6) if ground else 0)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon, token, ground = LOOKS[self._kind]
        if ground is not None:
            painter.setPen(QPen(theme().color(token), 1))
            painter.setBrush(theme().color(ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        top = self._row.contentsMargins().top()
        draw_icon(painter, QRectF(px(6) if ground else 0, top, px(16), px(19)), icon, token)
