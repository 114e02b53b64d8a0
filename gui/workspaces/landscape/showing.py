"""Puts the session's state into the views: the whole of it after a move, and what a step changes."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QImage

from gui.fields.bands import bands_image
from gui.fields.labels import label
from gui.fields.runner_look import Look, looks_for
from gui.fields.sentence import sentence_text
from gui.format import count
from gui.panels.landscape.functions import Entry
from gui.panels.landscape.race_row import Standing
from gui.panels.landscape.scrub import Mark
from gui.views.axis import read_label
from gui.views.cost_plot import CostLine
from gui.views.landscape_map import Track
from gui.views.landscape_map.marks import coordinates
from gui.workspaces.landscape.columns import LandscapeColumns
from gui.workspaces.landscape.session import LandscapeSession
from gui.workspaces.landscape.subject import FIRST_TEXT, KEYS, LORENTZ, MOST_RUNNERS, OWN, function_of, goal
from gui.workspaces.landscape.words import axis_names, cost_text, names_of, note_of, say, settings_of, title_of
from nn.choices import OptimizerKind
from nn.landscape import curve, surface
from nn.landscape.curve import CurveSettings
from nn.landscape.descent import Path
from nn.landscape.fit import fit_of
from nn.landscape.objective import CurveObjective
from nn.text import QT_TRANSLATE_NOOP, Sentence

TABLE_MS = 66  # between two pictures of the numbers while the race runs: 15 a second
SMALL = 40  # places along each axis of a small picture
_COSTS = {
    LORENTZ: QT_TRANSLATE_NOOP("Landscape", "half the mean squared deviation of the fit"),
    "": QT_TRANSLATE_NOOP("Landscape", "the function's value"),
}


class Showing(QObject):
    """The race's numbers are shown 15 times a second at most; its paths with every step."""

    def __init__(self, columns: LandscapeColumns, session: LandscapeSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._c, self._session = columns, session
        self._names: list[str] = []
        self._looks: tuple[Look, ...] = ()
        self._goal = 0.01
        self.on = True  # off while a guest has the columns
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(TABLE_MS)
        self._later.timeout.connect(self.show_numbers)

    def stop(self) -> None:
        self._later.stop()

    # After a move

    @Slot()
    def show_subject(self) -> None:
        """Forms, names, axes."""
        if not self.on:
            return
        c, session, subject = self._c, self._session, self._session.subject
        function = subject.function
        fitted = function is None
        c.show_parts(race=True, data=True, fit=fitted)
        self._names = names_of(subject.runners)
        self._looks = looks_for([runner.optimizer.kind for runner in subject.runners])
        self._goal = goal(subject, session.noise if fitted else None)
        c.optimizer.show_runner(subject.runner, subject.batch, batches=fitted)
        c.optimizer.show_trembling(session.ground.trembling)
        c.race.show_batches(fitted)
        axes = axis_names(("ω0", "ω1") if function is None else function.axes)
        if fitted:
            pairs = session.data.size if session.data is not None else None
            c.data.show_data(subject.curve, subject.start, file=subject.file.rpartition("/")[2], pairs=pairs)
        else:
            c.data.show_start(subject.start, axes)
        c.map.show_axes(*((f"{axes[0]}, {say(_HEIGHT)}", f"{axes[1]}, {say(_POSITION)}") if fitted else axes))
        c.map.show_start(subject.start)
        c.heading.show_note(say(_COSTS[LORENTZ if fitted else ""]))
        c.transport.show_axes(axes)
        self._show_minima()
        self.show_record()

    def _show_minima(self) -> None:
        """Known lowest places; else the lowest one of the grid."""
        session, subject = self._session, self._session.subject
        function = subject.function
        known: tuple[tuple[float, float], ...]
        if function is None:
            known = (session.data.truth,) if session.data is not None and session.data.truth is not None else ()
        else:
            known = function.minima
        drawn = self._c.map.state.surface
        if not known and drawn is not None and drawn.lowest is not None:
            self._c.map.show_minima((drawn.lowest,), known=False)
            return
        self._c.map.show_minima(known)

    @Slot(object)
    def show_surface(self, drawn: object) -> None:
        """A surface that has been made."""
        if self.on:
            self._c.map.show_surface(drawn.surface, drawn.contours)  # type: ignore[attr-defined]  # a Drawn
            self._show_minima()

    # After the record changed

    @Slot()
    def show_record(self) -> None:
        """The paths, their costs, where they arrived."""
        if not self.on:
            return
        player, subject = self._session.player, self._session.subject
        paths = player.paths
        if len(paths) != len(subject.runners) or len(self._names) != len(paths):
            paths = ()
        selected = subject.selected
        self._c.map.show_paths(
            [
                Track(name, path.positions, look, None if path.diverged else path.following, place == selected)
                for place, (name, path, look) in enumerate(zip(self._names, paths, self._looks, strict=False))
            ]
        )
        lines = [
            CostLine(name, path.costs, look, place == selected)
            for place, (name, path, look) in enumerate(zip(self._names, paths, self._looks, strict=False))
        ]
        self._c.costs.show_lines(lines)
        marks = []
        for name, path, look in zip(self._names, paths, self._looks, strict=False):
            arrived = path.first_below(self._goal)
            if arrived is not None:
                marks.append(Mark(arrived, look, name))
        self._c.transport.scrub.show_record(player.end, marks, read_label(self._goal))
        self._c.transport.show_ready(player.is_open)
        self.show_step(player.position)
        self.show_numbers()

    # After a step

    @Slot(int)
    def show_step(self, step: int) -> None:
        """The paths at once, the numbers when it is their turn."""
        if not self.on:
            return
        self._c.map.show_step(step)
        self._c.costs.show_step(step)
        self._c.transport.scrub.show_step(step)
        if not self._later.isActive():
            self._later.start()

    @Slot()
    def show_numbers(self) -> None:
        """Read-outs, table, data and fit."""
        if not self.on:
            return
        player, subject = self._session.player, self._session.subject
        paths = player.paths if len(player.paths) == len(subject.runners) == len(self._names) else ()
        step = player.position
        standings = [self._standing(place, path, step) for place, path in enumerate(paths)]
        full = len(subject.runners) >= MOST_RUNNERS
        self._c.race.show_standings(standings, subject.selected, step, goal=read_label(self._goal), full=full or not paths)
        self._show_readouts(paths[subject.selected] if paths else None, step)
        self._show_fit(paths[subject.selected] if paths else None, step)

    def _standing(self, place: int, path: Path, step: int) -> Standing:
        here = min(step, path.steps)
        trouble = sentence_text(_named(path.diverged)) if path.diverged is not None and step >= path.steps else ""
        where = coordinates((float(path.positions[here, 0]), float(path.positions[here, 1])))
        return Standing(
            self._names[place],
            self._looks[place],
            settings_of(self._session.subject.runners[place]),
            where,
            cost_text(float(path.costs[here])),
            path.first_below(self._goal),
            trouble,
            path.steps > 0 or path.diverged is None,
        )

    def _show_readouts(self, path: Path | None, step: int) -> None:
        if path is None:
            self._c.transport.show_values({})
            return
        here = min(step, path.steps)
        after = path.positions[here + 1] if here < path.steps else path.following
        place, slope = path.positions[here], float(np.linalg.norm(path.gradients[here]))
        self._c.transport.show_values(
            {
                "step": count(step),
                "w0": _place_text(float(place[0])),
                "w1": _place_text(float(place[1])),
                "cost": cost_text(float(path.costs[here])),
                "slope": cost_text(slope),
                "next": cost_text(float(np.linalg.norm(after - place))),
            }
        )

    def _show_fit(self, path: Path | None, step: int) -> None:
        session = self._session
        if path is None or session.data is None or not isinstance(session.objective, CurveObjective):
            self._c.fit.show_fit(None)
            return
        here = min(step, path.steps)
        pairs = session.objective.batch(step, session.subject.batch)
        self._c.fit.show_fit(fit_of(session.data, pairs, path.positions[here]), step)

    # The list

    def entries(self) -> list[Entry]:
        """The functions that the workspace itself has."""
        text = self.own_text()
        return [Entry(key, title_of(key), note_of(key, text), thumbnail(key, text), typed=key == OWN) for key in KEYS]

    def own_text(self) -> str:
        """What the person has typed, or what can be begun with."""
        return self._session.text_of_own or FIRST_TEXT


_HEIGHT, _POSITION = QT_TRANSLATE_NOOP("Landscape", "height"), QT_TRANSLATE_NOOP("Landscape", "position")


@lru_cache(maxsize=32)
def thumbnail(key: str, text: str) -> QImage:
    """A small picture of a function over its own extent."""
    function = function_of(key, text if key == OWN else "")
    if function is not None:
        found = surface.of_function(function, resolution=SMALL)
    else:
        data = curve.make(CurveSettings(samples=300))
        found = surface.of_curve(data.x, data.y, curve.EXTENT, SMALL)
    return bands_image(found.costs, found.levels, 3 * SMALL, 2 * SMALL)


def _named(sentence: Sentence) -> Sentence:
    """The engine's sentence with the optimizer's name as the window has it."""
    kind = sentence.values.get("optimizer")
    return sentence if kind is None else Sentence(sentence.template, {**sentence.values, "optimizer": label(OptimizerKind(str(kind)))})


def _place_text(value: float) -> str:
    return f"{value:.3f}".replace("-", "−") if abs(value) < 1000 else cost_text(value)
