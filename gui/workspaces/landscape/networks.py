"""Planes through the network of the run on screen, as a guest of the Landscape workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot
from PySide6.QtGui import QImage, QUndoCommand

from gui.errors import notice_of
from gui.fields.bands import bands_image
from gui.fields.sentence import error_text
from gui.format import number
from gui.panels.landscape.functions import Entry
from gui.panels.landscape.plane import PlanePanel
from gui.session.network_landscape import NetworkLandscape
from gui.session.plane_surface import RESOLUTIONS, LandscapeSubject, NetworkSurface, PlaneChoice
from gui.views.decision_map import DecisionMap
from gui.views.landscape_map import Track
from gui.workspaces.landscape.words import say
from gui.workspaces.train.showing import title_of
from nn.errors import NeurolupaError
from nn.landscape.checks import Array
from nn.landscape.plane import Plane, PlaneKind
from nn.landscape.surface import Surface
from nn.text import QT_TRANSLATE_NOOP
from nn.training.commands import ChooseSample
from nn.training.snapshot import RunState

if TYPE_CHECKING:
    from gui.session.playback import Playback
    from gui.session.training_session import TrainingSession
    from gui.session.training_thread import Ready
    from gui.workspaces.landscape.surface_side import SurfaceSide
    from gui.workspaces.landscape.workspace import LandscapeWorkspace
    from nn.training.snapshot import Snapshot

_TITLES = {
    PlaneKind.TWO_WEIGHTS: QT_TRANSLATE_NOOP("Landscape", "Two weights"),
    PlaneKind.RANDOM: QT_TRANSLATE_NOOP("Landscape", "Random directions"),
    PlaneKind.PATH: QT_TRANSLATE_NOOP("Landscape", "PCA of the path"),
}
_NOTES = {
    PlaneKind.TWO_WEIGHTS: QT_TRANSLATE_NOOP("Landscape", "the network's loss over two of its weights"),
    PlaneKind.RANDOM: QT_TRANSLATE_NOOP("Landscape", "the network's loss in two random directions"),
    PlaneKind.PATH: QT_TRANSLATE_NOOP("Landscape", "the network's loss along its training path"),
}
PICTURE = (120, 90)  # px of a small picture in the list
_NONE_YET = QT_TRANSLATE_NOOP("Landscape", "There is no network yet: make one in Train.")
_RANDOM_AXIS = QT_TRANSLATE_NOOP("Landscape", "random direction {number}")
_PATH_AXIS = QT_TRANSLATE_NOOP("Landscape", "main direction {number}, {share} %")


class PutNetwork(QUndoCommand):
    """The network put at another place by a click."""

    def __init__(self, landscape: NetworkLandscape, run_id: int, old: Array, new: Array) -> None:
        super().__init__(QCoreApplication.translate("Undo", "Put the network somewhere else"))
        self._landscape, self._run_id, self._old, self._new = landscape, run_id, old, new

    def redo(self) -> None:
        self._landscape.send(self._new, self._run_id)

    def undo(self) -> None:
        self._landscape.send(self._old, self._run_id)


class Networks(QObject):
    """Three entries: two weights, random directions, the path's main directions. A click puts the network there.

    ``explain_requested`` asks for the chosen sample's numbers, ``axes_chosen(x, y)`` for a boundary over other columns: Train's business.
    """

    explain_requested = Signal()
    axes_chosen = Signal(int, int)

    def __init__(self, workspace: LandscapeWorkspace, surface: SurfaceSide, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._c, self._surface = workspace, workspace.columns, surface
        self.landscape = NetworkLandscape(workspace.jobs, self)
        self.panel, self.boundary = PlanePanel(), DecisionMap()
        self._session: TrainingSession | None = None
        self._playback: Playback | None = None
        self._kind: PlaneKind | None = None  # while one of the entries is chosen
        self._on_map: tuple[int, tuple[int, int]] | None = None  # the run and the axes that the boundary shows
        self._c.guest_left.addWidget(self.panel)
        self._c.guest_right.addWidget(self.boundary, 1)
        self.panel.hide()
        self.boundary.hide()
        self.landscape.changed.connect(self._on_surface)
        self.landscape.failed.connect(self._on_failed)
        self.landscape.network_changed.connect(self._on_network)
        self.panel.weights_chosen.connect(self._choose_weights)
        self.panel.seed_chosen.connect(self._choose_seed)
        self.panel.play_requested.connect(self.toggle)
        self.panel.step_requested.connect(self.one_step)
        self.panel.back_requested.connect(self.back)
        self.panel.restart_requested.connect(self.restart)
        self.boundary.explain_requested.connect(self.explain_requested)
        self.boundary.axes_chosen.connect(self.axes_chosen)
        self._pictures: dict[PlaneKind, QImage] = {}  # for the list
        self._c.installEventFilter(self)

    def follow(self, session: TrainingSession, playback: Playback) -> None:
        """The run whose network is drawn, and what plays it."""
        self._session = session
        session.ready.connect(self._on_ready)
        session.snapshot_changed.connect(self._on_snapshot)
        self.landscape.follow(session)
        self._playback = playback
        self.panel.epoch_requested.connect(playback.epoch)
        self.boundary.sample_picked.connect(self._follow_sample)
        self._workspace.show_list()

    # What the workspace asks of a guest

    @property
    def entries(self) -> list[Entry]:
        ready = self._session.current if self._session is not None else None
        note = say(_NONE_YET) if ready is None else title_of(ready)
        why_not = note if ready is None else ""
        return [Entry(kind.value, say(title), note, self._pictures.get(kind), why_not=why_not) for kind, title in _TITLES.items()]

    def enter(self, key: str) -> None:
        self._kind = PlaneKind(key)
        choice = self.landscape.choice
        self._c.show_parts(race=False, data=False, fit=False)
        self._c.heading.show_home(False)
        self._c.heading.show_note(say(_NOTES[self._kind]))
        self.panel.show()
        self.boundary.show()
        self.panel.show_problem(None)
        self.landscape.choose(PlaneChoice(self._kind, choice.first, choice.second, choice.seed))
        self._show_choice()
        drawn = self.landscape.drawn
        if drawn is not None and drawn.choice == self.landscape.choice:
            self._on_surface(drawn)
        self._look()
        if self._session is not None and self._session.snapshot is not None:
            self._on_snapshot(self._session.snapshot)

    def leave(self) -> None:
        self._kind = None
        self.landscape.look(False)
        self._c.heading.show_home(True)
        self.panel.hide()
        self.boundary.hide()

    def title(self) -> str:
        ready = self._session.current if self._session is not None else None
        name = "" if self._kind is None else say(_TITLES[self._kind])
        return name if ready is None else f"{name} · {title_of(ready)}"

    def place_clicked(self, x: float, y: float) -> None:
        """Put the network there."""
        moved, drawn = self.landscape.put(x, y), self.landscape.drawn
        if moved is not None and drawn is not None:
            self._workspace.undo.push(PutNetwork(self.landscape, drawn.subject.run_id, *moved))

    # The keys and the buttons mean the same

    @Slot()
    def toggle(self) -> None:
        """Train the network, or pause it."""
        if self._playback is not None:
            self._playback.toggle()

    @Slot()
    def one_step(self) -> None:
        """One update."""
        if self._playback is not None:
            self._playback.step()

    @Slot()
    def back(self) -> None:
        """To the moment before, as far as the run keeps moments."""
        if self._playback is not None:
            self._playback.back()

    @Slot()
    def restart(self) -> None:
        """To the weights that the network began with; its path stays until it is trained from there."""
        if self._playback is not None:
            self._playback.pause()
            self._playback.seek(0)

    def shutdown(self) -> bool:
        self.landscape.look(False)
        return True

    # The run

    def _look(self) -> None:
        """The run is asked for its path only while somebody sees it."""
        self.landscape.look(self._kind is not None and self._c.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._look()
        elif event.type() == QEvent.Type.LanguageChange and self._kind is not None:
            self._c.heading.show_note(say(_NOTES[self._kind]))
            if self.landscape.drawn is not None:
                self._on_surface(self.landscape.drawn)
        return super().eventFilter(watched, event)

    @Slot(object)
    def _on_ready(self, _ready: Ready) -> None:
        self._workspace.show_list()

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        """The network's answer, as it is now."""
        ready = self._session.current if self._session is not None else None
        if self._kind is None or ready is None or ready.run_id != snapshot.run_id or not self._c.isVisible():
            return
        axes = snapshot.map.axes if snapshot.map is not None else (0, 1)
        if self._on_map != (ready.run_id, axes):
            self._on_map = ready.run_id, axes
            self.boundary.show_dataset(ready.prepared.dataset, axes)
            prepared = ready.prepared
            self.boundary.show_target_units(prepared.target_mean, prepared.target_scale)
        self.boundary.show_snapshot(snapshot)
        self.panel.show_run(snapshot.step, running=snapshot.state is RunState.RUNNING)

    @Slot(int)
    def _follow_sample(self, index: int) -> None:
        if self._session is not None:
            self._session.send(ChooseSample(index))

    # What is drawn

    @Slot(object)
    def _on_network(self, subject: LandscapeSubject) -> None:
        self.panel.show_network(subject.network.architecture.layout.names())
        self._show_choice()

    def _show_choice(self) -> None:
        choice = self.landscape.choice
        self.panel.show_choice(choice.kind, (choice.first, choice.second), choice.seed)

    @Slot(object)
    def _on_surface(self, drawn: NetworkSurface) -> None:
        if self._kind is not drawn.choice.kind:
            return
        found, shown = drawn.surface, self._c.map
        shown.show_axes(*axis_names(drawn.plane))
        shown.show_surface(found, drawn.lines)
        shown.show_paths([Track(say(_HERE), drawn.track)])
        shown.show_step(len(drawn.track) - 1)
        moved = drawn.choice.kind is PlaneKind.PATH and len(drawn.track) > 1
        shown.show_start((float(drawn.track[0, 0]), float(drawn.track[0, 1])) if moved else None, movable=False)
        shown.show_minima(_inner_lowest(found), known=False)
        self.panel.show_problem(None)
        self.panel.show_facts(drawn.samples, drawn.of, drawn.resolution, drawn.subject.loss, drawn.plane.shares)
        self._surface.mirror()
        if not drawn.subject.running and drawn.resolution == RESOLUTIONS[0]:
            self._pictures[drawn.choice.kind] = bands_image(found.costs, found.levels, *PICTURE)
            self._workspace.show_list()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self._kind is None:
            return
        about = error_text(error) if isinstance(error, NeurolupaError) else ""
        self._c.map.show_surface(None, reason=about)
        self._surface.mirror()
        if isinstance(error, NeurolupaError):
            self.panel.show_problem(error.sentence)
        else:
            self._workspace.notice.emit(notice_of(error))

    @Slot(int, int)
    def _choose_weights(self, first: int, second: int) -> None:
        self.landscape.choose(PlaneChoice(PlaneKind.TWO_WEIGHTS, first, second, self.landscape.choice.seed))

    @Slot(int)
    def _choose_seed(self, seed: int) -> None:
        choice = self.landscape.choice
        self.landscape.choose(PlaneChoice(PlaneKind.RANDOM, choice.first, choice.second, seed))


def _inner_lowest(surface: Surface) -> tuple[tuple[float, float], ...]:
    """The grid's lowest place, unless it is at the edge: then it goes on falling outside."""
    lowest, (x0, x1, y0, y1) = surface.lowest, surface.extent
    inside = lowest is not None and x0 < lowest[0] < x1 and y0 < lowest[1] < y1
    return (lowest,) if inside and lowest is not None else ()


_HERE = QT_TRANSLATE_NOOP("Landscape", "network")


def axis_names(plane: Plane) -> tuple[str, str]:
    """What a plane's two directions are called."""
    if plane.names:
        return plane.names[0], plane.names[1]
    if plane.shares is not None:
        first, second = (say(_PATH_AXIS).format(number=place, share=number(100 * share, 1)) for place, share in enumerate(plane.shares, 1))
        return first, second
    return say(_RANDOM_AXIS).format(number=1), say(_RANDOM_AXIS).format(number=2)
