"""Says where a file may be dropped, while it is held there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.fields.paint import RADIUS, follow_theme, px
from gui.theme import theme

FRAME = 3.0  # px, as thick as no field's outline: it isn't known by its colour alone
AWAY = 4  # px from the border of the place


class DropHint(QWidget):
    """Lies over ``place`` while it is shown: a frame around it, and a sentence in its middle. What is under the pointer stays there."""

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place, self._text = place, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        place.installEventFilter(self)
        follow_theme(self.update)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text

    def say(self, text: str) -> None:
        """Appear with a sentence; disappear without one."""
        self._text = text
        self.setAccessibleName(text)
        self._cover()
        self.setVisible(bool(text))
        self.raise_()
        self.update()

    def _cover(self) -> None:
        self.setGeometry(self._place.rect())

    def eventFilter(self, _place: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._cover()
        elif event.type() == QEvent.Type.Hide:
            self.say("")
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent"), FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = px(AWAY) + FRAME / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(RADIUS), px(RADIUS))
        painter.setFont(theme().sans(15, bold=True))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width() - px(96))
        plate = QRectF(0, 0, metrics.horizontalAdvance(text) + px(48), metrics.height() + px(28))
        plate.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(theme().color("accent"), 1))
        painter.setBrush(theme().color("card"))
        painter.drawRoundedRect(plate, px(RADIUS), px(RADIUS))
        painter.setPen(theme().color("text"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
