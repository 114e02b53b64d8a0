"""The place of a workspace that this version does not have: says what comes there and what can be done meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.button import TextButton
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.resources import icon
from gui.theme import theme
from nn.text import QT_TRANSLATE_NOOP

WIDTH, TILE, ICON = 480, 88, 40


@dataclass(frozen=True)
class Promise:
    """What comes (title, two sentences) and what the program already offers that is near to it."""

    title: str
    what: str
    meanwhile: str


PROMISES: dict[str, Promise] = {
    "lessons": Promise(
        QT_TRANSLATE_NOOP("Placeholder", "Lessons"),
        QT_TRANSLATE_NOOP(
            "Placeholder",
            "Short guided lessons in this very window, from a single neuron to a network that reads digits. With questions, and an answer to each.",
        ),
        QT_TRANSLATE_NOOP("Placeholder", "Already there: in Train, start with a preset of the Data panel; F1 shows all keys."),
    ),
}


class Tile(QWidget):
    """A workspace's icon on a soft square."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        follow_theme(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(px(TILE), px(TILE))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accentbg"))
        painter.drawRoundedRect(QRectF(self.rect()), px(20), px(20))
        side, inset = px(ICON), (self.width() - px(ICON)) // 2
        icon(self._icon, "accent").paint(painter, inset, inset, side, side)


class Placeholder(QWidget):
    """``train_requested`` is sent by its button."""

    train_requested = Signal()

    def __init__(self, workspace: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._promise = PROMISES[workspace]
        self._note = Words("", "text3", 12)
        self._title = Words("", "text", 22, bold=True)
        self._what = Words("", "text2", 14, wrap=True)
        self._meanwhile = Words("", "text2", 13, wrap=True)
        self._button = TextButton("", icon="train")
        self._button.setObjectName("go_to_train")
        self._button.clicked.connect(self.train_requested)
        self._column = QVBoxLayout()
        self._column.addWidget(Tile(icon_name), 0, Qt.AlignmentFlag.AlignLeft)
        for words in (self._note, self._title, self._what, self._meanwhile):
            self._column.addWidget(words)
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._centre()
        self._retranslate()
        follow_theme(self._restyle)

    def _centre(self) -> None:
        self._middle = QWidget(self)
        self._middle.setLayout(self._column)
        self._middle.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.addWidget(self._middle, 0, Qt.AlignmentFlag.AlignCenter)

    def shutdown(self) -> bool:
        """Nothing to end."""
        return True

    def _restyle(self) -> None:
        self._middle.setFixedWidth(px(WIDTH))
        self._column.setSpacing(px(12))
        self._column.setContentsMargins(0, 0, 0, px(48))
        self.update()

    def _retranslate(self) -> None:
        say = QCoreApplication.translate
        self._note.setText(self.tr("Comes with a later version"))
        self._title.setText(say("Placeholder", self._promise.title))
        self._what.setText(say("Placeholder", self._promise.what))
        self._meanwhile.setText(say("Placeholder", self._promise.meanwhile))
        self._button.setText(self.tr("Go to Train"))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._what.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().color("bg"))
