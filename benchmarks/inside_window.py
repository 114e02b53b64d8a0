"""The Inside workspace in the real window: how soon a stroke is answered on the screen, and what a frame of the gallery costs while training.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.inside_window            half a minute; prints JSON
    QT_QPA_PLATFORM=offscreen python -m benchmarks.inside_window --write    also writes results/inside_window.json

"wall" is the time by the clock, "cpu" what the window's thread got of a processor meanwhile; medians, with the 95th percentile of the wall
time. A stroke counts from the pen's move until the outputs' bars are painted with the answer to what the move drew. A frame of the gallery is
the painting of all its tiles in sight, in a window of 1920 × 1080 where a hundred have room. The digits are those of ../shared/data/mnist-10k;
without these files their rows are left out.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.app import Program, make_application
from gui.preferences import Preferences
from gui.session.garbage import GarbageCollector
from gui.workspaces.inside.workspace import InsideWorkspace
from nn import presets
from nn.settings import Experiment, StopSettings

RESULT = Path(__file__).parent / "results" / "inside_window.json"
DIGITS = Path(__file__).parents[2] / "shared" / "data" / "mnist-10k"
SMALL, LARGE = (1440, 900), (1920, 1080)  # the window's size for strokes, and for the gallery
STROKES, POINTS = 6, 16  # strokes, and moves of the pen in each
PEN = 40  # ms between two moves: the next one comes when the last was answered, as a rule
PATIENCE = 30.0  # seconds that anything may take
WARM, WATCHED = 4.0, 8.0  # seconds of training before frames count, and while they do
Figures = dict[str, float]


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(done: Callable[[], bool]) -> bool:
    """Let the window work until ``done``; False when that takes too long."""
    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            return False
        wait(2)
    return True


def summary(rows: list[tuple[float, float]]) -> Figures:
    """Of wall and CPU times in seconds."""
    if not rows:
        return {"count": 0}
    wall = sorted(1000 * row[0] for row in rows)
    cpu = [1000 * row[1] for row in rows]
    late = wall[min(math.ceil(0.95 * len(wall)), len(wall)) - 1]
    return {
        "count": len(rows),
        "wall_ms": round(statistics.median(wall), 1),
        "wall_ms_95": round(late, 1),
        "cpu_ms": round(statistics.median(cpu), 1),
    }


class Answered(QObject):
    """Sees when the bars are painted with the answer to the newest drawing."""

    def __init__(self, inside: InsideWorkspace) -> None:
        super().__init__()
        self._inside, self._bars = inside, inside.columns.outputs.bars
        self._began: tuple[float, float] | None = None
        self._before: object = None
        self.rows: list[tuple[float, float]] = []
        self._bars.installEventFilter(self)

    @property
    def waiting(self) -> bool:
        return self._began is not None

    def begin(self) -> None:
        """The pen moves now."""
        self._before = self._inside.looking.request.drawn
        self._began = time.perf_counter(), time.thread_time()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bars and event.type() == QEvent.Type.Paint and self._began is not None:
            snapshot = self._inside.session.snapshot
            shown = snapshot.inside.request.drawn if snapshot is not None and snapshot.inside is not None else None
            if shown is not None and shown is not self._before and shown is self._inside.looking.request.drawn:
                self._bars.paintEvent(event)  # type: ignore[arg-type]  # a paint event
                self.rows.append((time.perf_counter() - self._began[0], time.thread_time() - self._began[1]))
                self._began = None
                return True
        return False


def strokes(inside: InsideWorkspace) -> tuple[Figures, Figures]:
    """Rings drawn on the pad: of their first moves, which may find nothing ready, and of all others."""
    pad, watcher = inside.columns.pad, Answered(inside)
    inside.columns.digit.clear.click()
    wait(300)
    side, middle = pad.frame().width(), pad.frame().center()
    for stroke in range(STROKES):
        for point in range(POINTS + 1):
            angle = 2 * math.pi * point / POINTS
            place = middle + type(middle)(math.sin(angle) * side * 0.2, -math.cos(angle) * side * (0.2 + 0.02 * stroke))
            watcher.begin()
            where = QPoint(round(place.x()), round(place.y()))
            if point == 0:
                QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
            else:
                QTest.mouseMove(pad, where)
            if not until(lambda: not watcher.waiting):
                raise TimeoutError("a stroke was not answered")
            wait(PEN)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        wait(PEN)
    return summary(watcher.rows[:8]), summary(watcher.rows[8:])


class Painted(QObject):
    """Times each repaint of a widget."""

    def __init__(self, widget: QWidget, paint: Callable[[QEvent], None]) -> None:
        super().__init__()
        self._paint = paint
        self.rows: list[tuple[float, float]] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint:
            return False
        began, used = time.perf_counter(), time.thread_time()
        self._paint(event)
        self.rows.append((time.perf_counter() - began, time.thread_time() - used))
        return True


def gallery_frames(program: Program, inside: InsideWorkspace) -> dict[str, object]:
    """Frames of the gallery while the run goes on flat out."""
    program.train.playback.play()
    wait(int(1000 * WARM))
    tiles = inside.columns.gallery.tiles
    watcher = Painted(tiles.viewport(), tiles.paintEvent)  # type: ignore[arg-type]  # paint events
    began = time.perf_counter()
    wait(int(1000 * WATCHED))
    passed = time.perf_counter() - began
    program.train.playback.pause()
    plan = tiles.plan
    seen = 0 if plan is None else len(plan.seen(0, tiles.viewport().height()))
    return {"tiles_in_sight": seen, "per_second": round(len(watcher.rows) / passed, 1), **summary(watcher.rows)}


def opened(program: Program, experiment: Experiment) -> InsideWorkspace:
    """The workspace with a run of ``experiment`` in view."""
    train = program.train
    train.open_experiment(experiment)
    until(lambda: train.session.current is not None and train.session.current.experiment == experiment)
    program.window.show_workspace("inside")
    inside = program.inside
    if inside is None:
        raise RuntimeError("the workspace was not made")
    until(lambda: train.session.snapshot is not None and train.session.snapshot.inside is not None)
    return inside


def measure() -> dict[str, object]:
    make_application(())
    program = Program(Preferences(None))
    collector = GarbageCollector(program)  # as when the program runs
    program.window.resize(*SMALL)
    program.window.show()
    found: dict[str, object] = {}
    endless = StopSettings(epochs=1_000_000)
    if DIGITS.is_dir():
        print("strokes…", file=sys.stderr)
        mnist = presets.MNIST.experiment
        mnist = replace(mnist, data=replace(mnist.data, path=str(DIGITS)), training=replace(mnist.training, stop=endless))
        inside = opened(program, mnist)
        found["stroke_paused_first"], found["stroke_paused"] = strokes(inside)
        program.train.playback.play()
        wait(int(1000 * WARM))
        _, found["stroke_training"] = strokes(inside)
        program.train.playback.pause()
    program.window.resize(*LARGE)
    for key in ("picture", "moons"):
        experiment = presets.BY_KEY[key].experiment
        experiment = replace(experiment, training=replace(experiment.training, stop=endless))
        if key == "moons":
            wide = replace(experiment.network.hidden[0], width=100)
            experiment = replace(experiment, network=replace(experiment.network, hidden=(wide,)))
        found[f"gallery_{key}_100"] = gallery_frames(program, opened(program, experiment))
    program.window.close()
    wait(500)
    collector.stop()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write results/inside_window.json")
    arguments = parser.parse_args()
    found = measure()
    text = json.dumps(found, indent=2)
    print(text)
    if arguments.write:
        RESULT.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
