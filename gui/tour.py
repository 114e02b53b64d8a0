"""Pictures of the window at work: it really trains, without a screen, and draws what a person would see."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from gui.app import Program, make_application, prepared
from gui.i18n import Language, languages
from gui.options import Options
from gui.places import TO_COME
from gui.preferences import Preferences
from gui.session.garbage import GarbageCollector
from gui.theme import ThemeName, theme
from nn.choices import DataKind
from nn.layout import Neuron
from nn.presets import BY_KEY
from nn.replay.step import Kind
from nn.replay.walk import Walk
from nn.settings import Experiment
from nn.training.snapshot import RunState, Snapshot

if TYPE_CHECKING:
    from gui.workspaces.steps.workspace import StepsWorkspace

Condition = Callable[[], bool]

SIZE = (1440, 900)
SMALL = (1024, 640)
SETTLE = 350  # ms: panels redraw a few times a second
PULSE = 40  # ms between two looks at a condition
PATIENCE = 180_000  # ms that one condition may take, compiling included
LEARNT = 0.06  # a loss at which the circles' ring is found


class Tour(QObject):
    """Walks through a script: each of its conditions is waited for with the window alive, never in a blocking loop.

    ``ended`` carries the exit status.
    """

    ended = Signal(int)

    def __init__(self, program: Program, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._script: Iterator[Condition] = iter(())
        self._condition: Condition | None = None
        self._waited = QElapsedTimer()
        self._error: Exception | None = None
        self._pulse = QTimer(self)
        self._pulse.setInterval(PULSE)
        self._pulse.timeout.connect(self._look)
        program.train.session.failed.connect(self._fail)
        program.train.closed.connect(self._pulse.stop)

    def start(self, script: Iterator[Condition]) -> None:
        """Walk through ``script`` as soon as the application runs."""
        self._script = script
        self._condition = None
        self._waited.start()
        self._pulse.start()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._error = error

    @Slot()
    def _look(self) -> None:
        if self._error is not None:
            self._end(f"The tour stopped: {self._error}")
        elif self._condition is not None and not self._condition():
            if self._waited.hasExpired(PATIENCE):
                self._end("The tour stopped: something that should have happened did not.")
        else:
            self._next()

    def _next(self) -> None:
        self._condition = next(self._script, None)
        self._waited.restart()
        if self._condition is None:
            self._end("")

    def _end(self, complaint: str) -> None:
        self._pulse.stop()
        if complaint:
            print(complaint, file=sys.stderr)
        self.ended.emit(1 if complaint else 0)

    # Conditions

    @property
    def snapshot(self) -> Snapshot | None:
        return self._program.train.session.snapshot

    def settled(self) -> Condition:
        """True when the window has had time to redraw."""
        clock = QElapsedTimer()
        clock.start()
        return lambda: clock.hasExpired(SETTLE)

    def trained(self, kind: DataKind, epochs: float, loss: float = 0.0) -> Condition:
        """True when the run on ``kind`` has done so many epochs or reached the loss, or has stopped by itself."""

        def look() -> bool:
            current, snapshot = self._program.train.session.current, self.snapshot
            if current is None or snapshot is None or current.experiment.data.kind is not kind or snapshot.run_id != current.run_id:
                return False
            return snapshot.epoch >= epochs or snapshot.measures.train_loss <= loss or snapshot.state is RunState.FINISHED

        return look

    def ready(self, kind: DataKind) -> Condition:
        """True when a run on ``kind`` shows itself."""
        return self.trained(kind, 0.0)


class Guide:
    """The scripts: what is shown, in which order, under which file names."""

    def __init__(self, program: Program, tour: Tour, folder: Path) -> None:
        self._program = program
        self._tour = tour
        self._folder = folder
        self._number = 0
        self.pictures: list[Path] = []

    def _draw(self, name: str) -> None:
        self._number += 1
        self.save(self._folder / f"{self._number:02}-{name}.png")

    def save(self, path: Path) -> None:
        """Draw the window into a file. Raises ``OSError`` when it can't be written."""
        if not self._program.window.grab().save(str(path)):
            raise OSError(f"{path} can't be written; choose another folder.")
        self.pictures.append(path)

    def in_both_themes(self, name: str) -> Iterator[Condition]:
        """Draw what is on screen, dark and light."""
        for chosen in (ThemeName.DARK, ThemeName.LIGHT):
            theme().switch(chosen)
            yield self._tour.settled()
            self._draw(f"{name}-{chosen}")

    def train(self, experiment: Experiment, epochs: float, loss: float = 0.0) -> Iterator[Condition]:
        """Train an experiment for some epochs, or down to a loss."""
        kind = experiment.data.kind
        self._program.train.open_experiment(experiment)
        yield self._tour.ready(kind)
        self._program.train.playback.play()
        yield self._tour.trained(kind, epochs, loss)
        self._program.train.playback.pause()
        yield self._tour.settled()

    def whole(self) -> Iterator[Condition]:
        """Every workspace in both themes, the window in its states, small and in Spanish."""
        yield from self.train(BY_KEY["circles"].experiment, 4000, LEARNT)
        self._program.train.selection.select(Neuron(2, 1))
        yield from self.in_both_themes("train")
        self._program.train.selection.toggle(Neuron(2, 1))
        yield from self.in_both_themes("train-neuron-off")
        self._program.actions["all_on"].trigger()
        for key, epochs in (("spiral", 400), ("iris", 200), ("digits", 25), ("curve", 300)):
            yield from self.train(BY_KEY[key].experiment, epochs)
            yield from self.in_both_themes(f"train-{key}")
        yield from self._steps()
        yield from self._graph()
        for name in TO_COME:
            self._program.window.show_workspace(name)
            yield from self.in_both_themes(name)
        self._program.window.show_workspace("train")
        yield from self._states()

    def _steps(self) -> Iterator[Condition]:
        """Backpropagation by hand: a factor, a sum of paths, an update to predict, a trap, and the digits' network."""
        steps = self._show_steps()
        for name, kind, place in (("forward", Kind.NET, 2), ("factor", Kind.OUT_NET, 0), ("paths", Kind.E_OUT, 2), ("update", Kind.NEW, 4)):
            steps.player.seek(_nth(steps.player.walk, kind, place))
            yield from self.in_both_themes(f"steps-{name}")
        steps.editor.open_lesson("exercise-hidden-weights")
        yield from self.in_both_themes("steps-exercise")
        steps.editor.open_lesson("trap-updated-weights")
        steps.player.seek(_nth(steps.player.walk, Kind.NET_OUT, 0))
        yield from self.in_both_themes("steps-trap")
        self._program.train.explaining.explain()
        steps.player.seek(_nth(steps.player.walk, Kind.E_W, 0))
        yield from self.in_both_themes("steps-explained")
        yield from self.train(BY_KEY["digits"].experiment, 25)
        self._program.train.explaining.explain()
        yield from self.in_both_themes("steps-digits")
        steps.begin()
        yield from self._steps_elsewhere(steps)

    def _steps_elsewhere(self, steps: StepsWorkspace) -> Iterator[Condition]:
        """In Spanish, for a projector, and in a small window."""
        before, size = languages().language, self._program.window.size()
        steps.player.seek(_nth(steps.player.walk, Kind.OUT_NET, 2))
        languages().switch(Language.SPANISH)
        yield from self.in_both_themes("steps-spanish")
        languages().switch(before)
        self._program.actions["projector"].trigger()
        yield from self.in_both_themes("steps-projector")
        self._program.actions["projector"].trigger()
        self._program.window.resize(*SMALL)
        yield from self.in_both_themes("steps-small")
        self._program.window.resize(size)

    def _show_steps(self) -> StepsWorkspace:
        self._program.window.show_workspace("steps")
        steps = self._program.steps
        if steps is None:
            raise RuntimeError("the Steps workspace is made when it is shown")
        return steps

    def _graph(self) -> Iterator[Condition]:
        """A computation graph: empty, half filled in with a slip, and all of it with the three ways and the cascade."""
        self._program.window.show_workspace("graph")
        graph = self._program.graph
        if graph is None:
            raise RuntimeError("the Graph workspace is made when it is shown")
        yield from self.in_both_themes("graph")
        graph.session.open_preset("linear-neuron")
        for box, answer in zip(graph.session.exercise.boxes, ("-4", "4", "3", "4.5", "3", "1", "-3"), strict=False):
            graph.columns.graph.answered.emit(box, answer)
        yield from self.in_both_themes("graph-slip")
        graph.session.reveal_all()
        yield from self.in_both_themes("graph-filled")
        for key in ("cross-entropy", "mazur"):
            graph.session.open_preset(key)
            yield from self.in_both_themes(f"graph-{key}")

    def _states(self) -> Iterator[Condition]:
        window = self._program.window
        window.cheat_sheet.toggle()
        yield from self.in_both_themes("keys")
        window.cheat_sheet.toggle()
        before = languages().language
        languages().switch(Language.SPANISH)
        yield from self.in_both_themes("train-spanish")
        languages().switch(before)
        self._program.actions["projector"].trigger()
        yield from self.in_both_themes("train-projector")
        self._program.actions["projector"].trigger()
        window.resize(*SMALL)
        yield from self.in_both_themes("train-small")

    def one(self, workspace: str, path: Path, experiment: Experiment) -> Iterator[Condition]:
        """One workspace, after a moment of training."""
        yield from self.train(experiment, 3000, LEARNT)
        if experiment.network.hidden:
            self._program.train.selection.select(Neuron(len(experiment.network.hidden), 1 % experiment.network.hidden[-1].width))
        self._program.window.show_workspace(workspace)
        if workspace == "steps":
            steps = self._show_steps()
            steps.player.seek(_nth(steps.player.walk, Kind.OUT_NET, 0))
        yield self._tour.settled()
        self.save(path)


def _nth(walk: Walk | None, kind: Kind, place: int) -> int:
    """The id of a walk's step of that kind, counted from 0."""
    return [step.id for step in walk.steps if step.quantity.kind is kind][place] if walk is not None else 0


def run(options: Options) -> int:
    """Make the pictures that ``options`` ask for; gives the exit status."""
    application = make_application(())
    program = prepared(options, Preferences(None))
    collector = GarbageCollector(program)
    if options.size is None:
        program.window.resize(*SIZE)
    program.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    program.window.show()
    tour = Tour(program)
    tour.ended.connect(application.exit)
    folder = options.tour if options.tour is not None else Path(tempfile.gettempdir())
    guide = Guide(program, tour, folder)
    if options.shot is None:
        folder.mkdir(parents=True, exist_ok=True)
        tour.start(guide.whole())
    else:
        experiment = program.experiment or BY_KEY["circles"].experiment
        tour.start(guide.one(options.shot[0], options.shot[1], experiment))
    status = application.exec()
    _leave(program, application)
    collector.stop()
    for path in guide.pictures:
        print(path)
    return status


def _leave(program: Program, application: QApplication) -> None:
    """Close the window; where a thread is still at work, wait for it in the application's own loop."""
    program.train.closed.connect(application.quit)
    if not program.window.close():
        application.exec()
