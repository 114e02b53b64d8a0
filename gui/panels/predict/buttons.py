"""Hint at the left, Reveal and Check at the right; in two lines where the words don't fit in one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.button import Look, TextButton
from gui.fields.paint import BUTTON_HEIGHT, follow_theme, px
from gui.fields.primary import PrimaryButton

GAP = 8


class AnswerButtons(QWidget):
    """Places its three buttons itself: a layout would keep the card as wide as one line needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = TextButton("", Look.PLAIN, "bulb", self)
        self.reveal = TextButton("", Look.PLAIN, parent=self)
        self.check = PrimaryButton("", self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self.arrange)

    def arrange(self) -> None:
        """Place the buttons again, after a word changed."""
        self.updateGeometry()
        gap, height, y = px(GAP), px(BUTTON_HEIGHT), self._second_line(self.width())
        self.hint.setGeometry(0, 0, self.hint.sizeHint().width(), height)
        x = self.width()
        for button in (self.check, self.reveal):
            x -= button.sizeHint().width()
            button.setGeometry(x, y, button.sizeHint().width(), height)
            x -= gap

    def _second_line(self, width: int) -> int:
        """Where the line of Reveal and Check begins: 0 where all three fit in one."""
        needed = sum(button.sizeHint().width() for button in (self.hint, self.reveal, self.check)) + 2 * px(GAP)
        return 0 if needed <= width else px(BUTTON_HEIGHT) + px(GAP)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._second_line(width) + px(BUTTON_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(BUTTON_HEIGHT))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a button's words changed
            self.arrange()
        return super().event(event)
