"""The window's frame: title bar, rail, notice bar, and the workspaces one behind the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.actions import Actions
from gui.errors import Notice
from gui.fields.motion import set_reduced_motion
from gui.resources import app_icon
from gui.theme import ThemeName, theme
from gui.widgets.cheat_sheet import CheatSheet
from gui.widgets.notice_bar import NoticeBar
from gui.widgets.rail import Rail
from gui.widgets.title_bar import NAME, TitleBar

LEAST_SIZE = (1024, 640)
FIRST_SIZE = (1440, 900)


class Closable(Protocol):
    """What every workspace can do: end its threads."""

    def shutdown(self) -> bool:
        """True when nothing is left running; else the workspace tells later that it has ended."""


@dataclass(frozen=True)
class Workspace:
    """A place on the rail. ``id`` names its action, ``show_<id>``; ``lower`` puts it at the rail's bottom.

    ``make`` is called when the workspace is first shown: what nobody looks at costs the start nothing.
    """

    id: str
    icon: str
    make: Callable[[], QWidget]
    lower: bool = False


class MainWindow(QMainWindow):
    """``closing`` is sent when the person wants to leave; the window closes when every workspace has ended.

    A workspace is made when it is first shown. Until the window is on screen, and then until :meth:`show_current`, ``ground``
    holds the place of the first one: a picture of the frame must not wait for what is in it.
    """

    closing = Signal()
    workspace_changed = Signal(str)

    def __init__(self, actions: Actions, workspaces: Sequence[Workspace], ground: QWidget | None = None) -> None:
        super().__init__()
        self._actions = actions
        self._workspaces = {workspace.id: workspace for workspace in workspaces}
        self._widgets: dict[str, QWidget] = {}
        self._closables: list[Closable] = []
        self._title = ""
        self.current = ""
        self.title_bar = TitleBar(actions)
        self.rail = Rail(self._rail_items(lower=False), self._rail_items(lower=True))
        self.notice_bar = NoticeBar()
        self._stack = QStackedWidget()
        self._stack.addWidget(ground or QWidget())
        for workspace in workspaces:
            actions[f"show_{workspace.id}"].triggered.connect(self._on_show)
        self._arrange()
        self.cheat_sheet = CheatSheet(actions, self)
        self.addActions(actions.all())
        self._connect()
        self.show_title("")
        self.show_workspace(workspaces[0].id)
        # Letters work at once, and no button wears a focus ring before the keyboard has asked for one.
        self._stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stack.setFocus()

    def _rail_items(self, *, lower: bool) -> list[tuple[str, QAction, str]]:
        chosen = (workspace for workspace in self._workspaces.values() if workspace.lower is lower)
        return [(workspace.id, self._actions[f"show_{workspace.id}"], workspace.icon) for workspace in chosen]

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.notice_bar)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        central = QWidget()
        central.setLayout(row)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMenuWidget(self.title_bar)
        self.setCentralWidget(central)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)

    def _connect(self) -> None:
        self._actions["cheat_sheet"].triggered.connect(self.cheat_sheet.toggle)
        self._actions["menus"].triggered.connect(self.title_bar.open_menus)
        self._actions["theme"].triggered.connect(self._switch_theme)
        self._actions["projector"].toggled.connect(theme().set_projector)
        self._actions["less_motion"].toggled.connect(set_reduced_motion)
        self._actions["quit"].triggered.connect(self.close)
        theme().changed.connect(self._follow_theme)
        self._follow_theme()

    # Workspaces

    def widget(self, id_: str) -> QWidget:
        """The workspace of that name, made now if it isn't there yet."""
        if id_ not in self._widgets:
            made = self._widgets[id_] = self._workspaces[id_].make()
            self._stack.addWidget(made)
            if id_ == self.current:
                self._stack.setCurrentWidget(made)
        return self._widgets[id_]

    def show_current(self) -> None:
        """Let the workspace that was asked for take the ground's place."""
        self._stack.setCurrentWidget(self.widget(self.current))

    def show_workspace(self, id_: str) -> None:
        """Bring a workspace to the front."""
        self.current = id_
        self._actions.show_place(id_)
        if self.isVisible() or id_ in self._widgets:
            self.show_current()
        self.rail.select(id_)
        self.workspace_changed.emit(id_)

    @Slot()
    def _on_show(self) -> None:
        self.show_workspace(self.sender().objectName().removeprefix("show_"))

    @Slot(str)
    def show_title(self, title: str) -> None:
        """The run's title, in the bar and for the system's list of windows."""
        self._title = title
        self.title_bar.show_title(title)
        self.setWindowTitle(f"{title} – {NAME}" if title else NAME)

    @Slot(object)
    def show_notice(self, notice: Notice | None) -> None:
        self.notice_bar.show_notice(notice)

    # Look

    @Slot()
    def _switch_theme(self) -> None:
        theme().switch(ThemeName.LIGHT if theme().name is ThemeName.DARK else ThemeName.DARK)

    @Slot()
    def _follow_theme(self) -> None:
        self.setWindowIcon(app_icon())

    # Geometry

    def geometry_text(self) -> str:
        """Place and size as text, for :meth:`restore`."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def restore(self, geometry: str) -> None:
        """Take the place and size of last time; nothing happens to text that isn't one."""
        self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))

    # Leaving

    def end_with(self, workspace: Closable) -> None:
        """Before the window closes, ``workspace`` is asked to end."""
        self._closables.append(workspace)

    @Slot()
    def close_again(self) -> None:
        """A workspace that had to be waited for has ended."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        waiting = [workspace for workspace in self._closables if not workspace.shutdown()]
        if waiting:
            self.show_notice(Notice(self.tr("Closing as soon as the work under way has ended.")))
        event.setAccepted(not waiting)
