"""A card: a rounded ground with an icon and a title at its head, and something small at the head's right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.paint import draw_icon, follow_theme, px
from gui.theme import theme

CORNER = 8.0


class CardTitle(QWidget):
    """An icon and the card's name."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    @property
    def title(self) -> str:
        return self._title

    def set_title(self, title: str) -> None:
        self._title = title
        self.setAccessibleName(title)
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(px(26) + round(QFontMetricsF(theme().sans(13, bold=True)).horizontalAdvance(self._title)) + 2, px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _restyle(self) -> None:
        self.setFixedHeight(px(24))
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(painter, QRectF(0, 0, px(18), self.height()), self._icon, "text2")
        painter.setFont(theme().sans(13, bold=True))
        painter.setPen(theme().color("text"))
        middle = (self.height() + QFontMetricsF(painter.font()).capHeight()) / 2
        painter.drawText(px(26), round(middle), self._title)


class Card(QWidget):
    """Put widgets into ``content``, and what belongs to the head's right into ``head``."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = CardTitle(icon)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.content = QVBoxLayout()
        self._frame = QVBoxLayout(self)
        self._frame.addLayout(self.head)
        self._frame.addLayout(self.content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._restyle_card)

    def set_title(self, title: str) -> None:
        self.title.set_title(title)
        self.setAccessibleName(title)

    def _restyle_card(self) -> None:
        self._frame.setContentsMargins(px(16), px(12), px(16), px(14))
        self._frame.setSpacing(px(8))
        self.content.setSpacing(px(8))
        self.head.setSpacing(px(8))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
