"""One sentence for the person under the title bar, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.errors import Notice, Severity
from gui.fields.button import IconButton, TextButton
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.resources import icon
from gui.theme import theme

# Colour and icon of each severity: never colour alone.
LOOKS = {Severity.INFO: ("accent", "info"), Severity.WARNING: ("warn", "warning"), Severity.ERROR: ("bad", "error")}
GROUND = {Severity.INFO: "accentbg", Severity.WARNING: "card", Severity.ERROR: "badbg"}


class NoticeBar(QWidget):
    """Hidden until :meth:`show_notice`; closed by its button or by Escape. Long sentences take two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._icon = QLabel(self)
        self._sentence = Words("", "text", 13, wrap=True, parent=self)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._action = TextButton(parent=self)
        self._close = IconButton("close", "", 28, 28, self)
        self._layout = QHBoxLayout(self)
        for widget in (self._icon, self._sentence, self._action, self._close):
            self._layout.addWidget(widget, 1 if widget is self._sentence else 0)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.clear)
        self.hide()
        self._retranslate()
        follow_theme(self._restyle)

    @property
    def notice(self) -> Notice | None:
        """What is shown."""
        return self._notice

    @property
    def action_button(self) -> TextButton:
        return self._action

    @Slot(object)
    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice in the place of the one before; ``None`` takes it away."""
        if notice is None or not notice.sentence:
            self.clear()
            return
        announce = self._notice is None or self._notice.sentence != notice.sentence
        self._notice = notice
        self._sentence.setText(notice.sentence)
        self._action.setText(notice.action_text)
        self._action.setVisible(notice.action is not None)
        self.setAccessibleName(notice.sentence)
        self._restyle()
        self.show()
        if announce:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def clear(self) -> None:
        self._notice = None
        self.hide()

    @Slot()
    def _act(self) -> None:
        notice, action = self._notice, self._notice.action if self._notice else None
        if action is not None:
            action()
        if self._notice is notice:  # the action may have shown another one
            self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        severity = self._notice.severity if self._notice else Severity.INFO
        token, name = LOOKS[severity]
        self._icon.setPixmap(icon(name, token).pixmap(px(18), px(18)))
        self._layout.setContentsMargins(px(16), px(6), px(8), px(6))
        self._layout.setSpacing(px(12))
        self.setMinimumHeight(px(44))
        self.update()

    def _retranslate(self) -> None:
        self._close.set_name(self.tr("Close (Esc)"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        severity = self._notice.severity if self._notice else Severity.INFO
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color(GROUND[severity]))
        painter.fillRect(0, 0, px(3), self.height(), theme().color(LOOKS[severity][0]))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))
