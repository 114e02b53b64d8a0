"""The bar at the top: the program's name, the menus, the run's title in the middle, four icons at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from gui.actions import Actions, Group
from gui.fields.button import IconButton
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.style import MENUS, dress
from gui.theme import ThemeName, theme

HEIGHT = 32
NAME = "Neurolupa"
BUTTONS = (("undo", "undo"), ("redo", "redo"), ("projector", "projector"), ("theme", "sun"))


class ActionButton(IconButton):
    """An icon that triggers an action and follows its words and its state."""

    def __init__(self, action: QAction, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_name, "", 28, 28, parent)
        self._action = action
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
        self.set_name(self._action.toolTip())


class TitleBar(QWidget):
    """Holds the menu bar; the title is drawn in the middle of the window, or left out where there is no room."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._title = ""
        self.menu_bar = QMenuBar(self)
        self.menu_bar.setNativeMenuBar(False)
        self._menus = {group: self.menu_bar.addMenu("") for group in Group}
        for menu in self._menus.values():
            dress(menu, MENUS)
        dress(self.menu_bar, MENUS)
        self._name = Words(NAME, "text", 13, bold=True, parent=self)
        self.buttons = {name: ActionButton(actions[name], icon_name, self) for name, icon_name in BUTTONS}
        self._fill_menus()
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._name)
        self._layout.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addStretch(1)
        for button in self.buttons.values():
            self._layout.addWidget(button)
        self._retranslate()
        follow_theme(self._restyle)

    def _fill_menus(self) -> None:
        for group, menu in self._menus.items():
            for spec, action in self._actions.of(group):
                if spec.section:
                    menu.addSeparator()
                menu.addAction(action)

    def show_title(self, title: str) -> None:
        """What is being looked at, such as "Circles · 2-4-8-1"."""
        self._title = title
        self.update()

    def open_menus(self) -> None:
        """Go to the menus by key; arrows and Enter lead on."""
        self.menu_bar.setFocus()
        self.menu_bar.setActiveAction(self._menus[Group.FILE].menuAction())

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self.menu_bar.setFont(theme().sans(13))
        self._layout.setContentsMargins(px(16), 0, px(8), 1)
        self._layout.setSpacing(px(6))
        self.buttons["theme"].set_icon("sun" if theme().name is ThemeName.DARK else "moon")
        self.update()

    def _retranslate(self) -> None:
        for group, menu in self._menus.items():
            menu.setTitle(self._actions.group_title(group))
        self.menu_bar.setAccessibleName(self.tr("Menus"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("rail"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))
        font = theme().sans(13)
        width = QFontMetricsF(font).horizontalAdvance(self._title)
        left = (self.width() - width) / 2
        if left < self.menu_bar.geometry().right() or left + width > self.buttons["undo"].x():
            return
        painter.setFont(font)
        painter.setPen(theme().color("text2"))
        painter.drawText(QRectF(left - 1, 0, width + 2, self.height() - 1), Qt.AlignmentFlag.AlignCenter, self._title)
