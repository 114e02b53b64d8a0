"""The workspaces: each made when it is first shown, wired to the window and to the run that several of them share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoGroup, QUndoStack
from PySide6.QtWidgets import QWidget

from gui.main_window import MainWindow, Workspace
from gui.options import WORKSPACES
from gui.workspaces.train.ground import TrainGround

if TYPE_CHECKING:
    from gui.actions import Actions
    from gui.files import Files
    from gui.session.explained import Explained
    from gui.workspaces.graph.workspace import GraphWorkspace
    from gui.workspaces.inside.workspace import InsideWorkspace
    from gui.workspaces.landscape.workspace import LandscapeWorkspace
    from gui.workspaces.place import Place
    from gui.workspaces.steps.workspace import StepsWorkspace
    from gui.workspaces.train.columns import Parts
    from gui.workspaces.train.workspace import TrainWorkspace

# The places on the rail that this version only announces; lessons stand at its bottom.
TO_COME = ("lessons",)


class Places(QObject):
    """Owns the window and what stands in it. ``experiment_changed`` carries what runs now."""

    experiment_changed = Signal(object)

    def __init__(self, actions: Actions, parts: Parts | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._parts = parts
        self.undo = QUndoGroup(self)
        self._nothing = QUndoStack(self.undo)  # in the workspaces that have nothing to undo
        self._titles: dict[str, str] = {}
        self._stacks: dict[str, QUndoStack] = {}
        self.steps: StepsWorkspace | None = None
        self.graph: GraphWorkspace | None = None
        self.landscape: LandscapeWorkspace | None = None
        self.inside: InsideWorkspace | None = None
        self._files: Files | None = None
        makers = {
            "train": self._make_train,
            "steps": self._make_steps,
            "graph": self._make_graph,
            "landscape": self._make_landscape,
            "inside": self._make_inside,
        }
        places = [Workspace(id_, id_, makers.get(id_) or partial(self._make_placeholder, id_), lower=id_ in TO_COME) for id_ in WORKSPACES]
        self.window = MainWindow(actions, places, TrainGround())
        self.window.workspace_changed.connect(self._follow_workspace)

    @property
    def train(self) -> TrainWorkspace:
        """The Train workspace, made now if it isn't there yet."""
        return cast("TrainWorkspace", self.window.widget("train"))

    @property
    def files(self) -> Files:
        """Opening and saving; they come with the Train workspace."""
        self.window.widget("train")
        return cast("Files", self._files)

    # Made when they are first needed

    def _make_train(self) -> QWidget:
        from gui.files import Files
        from gui.session import svg_pictures
        from gui.workspaces.train.workspace import TrainWorkspace

        svg_pictures.register()
        train, window = TrainWorkspace(self._actions, self._parts), self.window
        self._adopt("train", train)
        train.experiment_changed.connect(self.experiment_changed)
        train.explaining.requested.connect(self._explain)
        self._actions["kernel"].triggered.connect(train.kernel.show)
        self._files = Files(window, train, self._actions, self)
        self._follow_workspace(window.current)
        return train

    def _make_steps(self) -> QWidget:
        from gui.workspaces.steps.workspace import StepsWorkspace

        steps = self.steps = StepsWorkspace(self._actions)
        self._adopt("steps", steps)
        steps.network_requested.connect(self._ask_for_the_network)
        steps.begin()
        return steps

    def _make_graph(self) -> QWidget:
        from gui.workspaces.graph.workspace import GraphWorkspace

        graph = self.graph = GraphWorkspace(self._actions)
        self._adopt("graph", graph)
        graph.begin()
        return graph

    def _make_landscape(self) -> QWidget:
        from gui.workspaces.landscape.workspace import LandscapeWorkspace

        landscape = self.landscape = LandscapeWorkspace(self._actions)
        self._adopt("landscape", landscape)
        train = self.train
        landscape.follow(train.session, train.playback)
        landscape.networks.explain_requested.connect(train.explaining.explain)
        landscape.networks.axes_chosen.connect(train.selection.choose_axes)
        landscape.begin()
        return landscape

    def _make_inside(self) -> QWidget:
        from gui.workspaces.inside.workspace import InsideWorkspace

        inside = self.inside = InsideWorkspace(self.train, self._actions)
        self._adopt("inside", inside)
        inside.begin()
        return inside

    def _make_placeholder(self, id_: str) -> QWidget:
        """The place of a workspace that is still to come."""
        from gui.workspaces.placeholder import Placeholder

        place = Placeholder(id_, id_)
        place.train_requested.connect(self._actions["show_train"].trigger)
        return place

    # From one workspace to another

    @Slot()
    def _ask_for_the_network(self) -> None:
        self.train.explaining.explain()

    @Slot(object)
    def _explain(self, explained: Explained) -> None:
        """Walk through a network from Train."""
        self.window.show_workspace("steps")
        if self.steps is not None:
            self.steps.explain(explained)

    # What all have in common

    def _adopt(self, id_: str, place: Place) -> None:
        """Take up what every workspace has."""
        place.setObjectName(id_)
        self._stacks[id_] = place.undo
        self.undo.addStack(place.undo)
        place.title_changed.connect(self._name)
        place.notice.connect(self.window.show_notice)
        place.closed.connect(self.window.close_again)
        self.window.end_with(place)

    @Slot(str)
    def _name(self, title: str) -> None:
        """Each workspace has its title; the window shows the one of the workspace in front."""
        id_ = self.sender().objectName()
        self._titles[id_] = title
        if self.window.current == id_:
            self.window.show_title(title)

    @Slot(str)
    def _follow_workspace(self, id_: str) -> None:
        """Title and undo are those of the workspace in front."""
        self.window.show_title(self._titles.get(id_, ""))
        self.undo.setActiveStack(self._stacks.get(id_, self._nothing))
