"""What is shown on the tour: the scripts, in which order, under which file names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gui.app import Program
from gui.i18n import Language, languages
from gui.places import TO_COME
from gui.theme import ThemeName, theme
from gui.tour_clock import Condition, Tour
from nn.choices import Task
from nn.layout import Neuron
from nn.presets import BY_KEY
from nn.replay.step import Kind
from nn.replay.walk import Walk
from nn.settings import Experiment

if TYPE_CHECKING:
    from gui.workspaces.landscape.workspace import LandscapeWorkspace
    from gui.workspaces.steps.workspace import StepsWorkspace

SMALL = (1024, 640)
HALF_WAY = 21  # a step of the race
LEARNT = 0.06  # a loss at which the circles' ring is found


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
        yield from self._landscape()
        yield from self._inside()
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

    def _landscape(self) -> Iterator[Condition]:
        """A race half-way down the curve fit, over the contours and in space; Rosenbrock; the network's own loss; the perceptron."""
        yield from self.train(BY_KEY["circles"].experiment, 4000, LEARNT)
        place = self._show_landscape()
        yield lambda: place.session.player.is_open
        yield self._tour.settled()
        place.session.player.seek(HALF_WAY)
        yield from self.in_both_themes("landscape")
        for key in ("rosenbrock", "path", "perceptron"):
            place.columns.functions.chosen.emit(key)
            yield self._tour.settled()
            yield from self.in_both_themes(f"landscape-{key}")
        place.columns.functions.chosen.emit("lorentz")

    def _show_landscape(self) -> LandscapeWorkspace:
        self._program.window.show_workspace("landscape")
        place = self._program.landscape
        if place is None:
            raise RuntimeError("the Landscape workspace is made when it is shown")
        return place

    def _inside(self) -> Iterator[Condition]:
        """Into three networks: one over the plane, one that reads digits, one that fits a picture."""
        for key, epochs in (("circles", 500), ("digits", 25), ("picture", 800)):
            yield from self.train(BY_KEY[key].experiment, epochs)
            self._program.window.show_workspace("inside")
            yield self._looked_inside
            yield self._tour.settled()
            yield from self.in_both_themes(f"inside-{key}")

    def _looked_inside(self) -> bool:
        snapshot = self._tour.snapshot
        view = None if snapshot is None else snapshot.inside
        read = view is not None and (view.test is not None or (snapshot is not None and snapshot.task is Task.REGRESSION))
        return read and view is not None and view.answer is not None

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
        elif workspace == "landscape":
            place = self._show_landscape()
            yield lambda: place.session.player.is_open
            yield self._tour.settled()
            place.session.player.seek(HALF_WAY)
        elif workspace == "inside":
            yield self._looked_inside
        yield self._tour.settled()
        self.save(path)


def _nth(walk: Walk | None, kind: Kind, place: int) -> int:
    """The id of a walk's step of that kind, counted from 0."""
    return [step.id for step in walk.steps if step.quantity.kind is kind][place] if walk is not None else 0
