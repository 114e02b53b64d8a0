"""What the parts of the columns have in common: a heading with something small beside it, and contents below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.theme import theme

SIDE = 16  # px at the left and right of a column
CORNER = 8.0


class Block(QWidget):
    """Put widgets into ``content``. The caption stands beside the heading, or at the right where nothing is to be ``beside`` it.

    A ``framed`` block is a card within the column's margins.
    """

    def __init__(self, *beside: QWidget, framed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framed = framed
        self.heading = Words("", "text", 13, bold=True)
        self.heading.setMinimumWidth(1)  # a long one ends in an ellipsis and never widens the column
        self.caption = Words("", "text3", 12)
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.head, self.content = QHBoxLayout(), QVBoxLayout()
        self.head.addWidget(self.heading)
        self.head.addWidget(self.caption, 1)
        if not beside:
            self.caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for widget in beside:
            self.head.addWidget(widget)
        self._frame = QVBoxLayout(self)
        self._frame.addLayout(self.head)
        self._frame.addLayout(self.content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._restyle_block)

    def set_heading(self, heading: str, caption: str) -> None:
        self.heading.setText(heading)
        self.heading.setToolTip(heading)
        self.caption.setText(caption)
        self.caption.setToolTip(caption)
        self.setAccessibleName(heading)

    def _restyle_block(self) -> None:
        if self._framed:
            self._frame.setContentsMargins(px(SIDE + 12), px(10 + 8), px(SIDE + 12), px(12))
        else:
            self._frame.setContentsMargins(px(SIDE), px(12), px(SIDE), px(6))
        self._frame.setSpacing(px(8))
        self.head.setSpacing(px(8))
        self.content.setSpacing(px(8))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._framed:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("line"), 1))
            painter.setBrush(theme().color("card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(px(SIDE) + 0.5, px(8) + 0.5, -px(SIDE) - 0.5, -0.5), CORNER, CORNER)
