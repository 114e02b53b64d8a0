"""The Steps workspace: how long a step takes to be on the screen, and all steps of a walk to be made.

    xvfb-run -a python benchmarks/steps.py           about half a minute; prints a table, writes results/steps.json

In the real window, on a real X server (a virtual one will do). A step's time begins with the click and ends when the window has
painted itself. "First" is a step whose formulas were never on screen in this process, "cached" one that was.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
RESULT = Path(__file__).parent / "results" / "steps.json"
SETTLE = 400  # ms in which symbols that will be needed are made ahead, as while a person reads


def measure_building(times: int) -> dict[str, float]:
    """Milliseconds for all steps of the worked example over 100 iterations, and for one iteration of 16-16-10."""
    from nn.replay import mazur
    from nn.replay.build import build_walk

    network, sample = wide()
    return {
        "2-2-2 x 100": milliseconds(lambda: mazur.walk(iterations=100), times),
        "16-16-10": milliseconds(lambda: build_walk(network, sample), times),
    }


def milliseconds(work: Callable[[], object], times: int) -> float:
    work()  # imports
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - began))
    return statistics.median(took)


def wide() -> tuple[object, object]:
    """A 16-16-10 network with softmax and cross-entropy, weights drawn, and one sample."""
    from nn.choices import Activation, Loss
    from nn.network import Architecture, Network, read_only
    from nn.replay.settings import Sample

    architecture = Architecture((16, 16, 10), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
    source = np.random.default_rng(1)
    params = read_only(source.normal(0.0, 0.5, architecture.layout.size))
    return Network(architecture, params), Sample(source.normal(0.0, 1.0, 16), np.eye(10)[3])


class Bench:
    """The window, and a stopwatch for its steps."""

    def __init__(self) -> None:
        from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

        from gui.app import Program, make_application
        from gui.preferences import Preferences

        self.application = make_application([])
        self.program = Program(Preferences(None))
        self.program.window.resize(1440, 900)
        self.program.window.widget("steps")
        self.program.window.show_workspace("steps")
        self.program.window.show()
        steps = self.program.steps
        assert steps is not None
        self.steps = steps
        bench = self

        class Painted(QObject):
            def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.UpdateRequest and bench.awaiting is not None:
                    QTimer.singleShot(0, bench.awaiting.quit)  # after the painting, which this event begins
                    bench.awaiting = None
                return False

        self.awaiting: QEventLoop | None = None
        self._watcher = Painted()
        self.program.window.installEventFilter(self._watcher)
        self.wait(1500)

    def wait(self, milliseconds: int) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def timed(self, move: Callable[[], None]) -> float:
        """Milliseconds from a click to the painted window."""
        from PySide6.QtCore import QEventLoop

        loop = QEventLoop()
        self.awaiting = loop
        began = time.perf_counter()
        move()
        loop.exec()
        return 1000 * (time.perf_counter() - began)

    def through(self, move: Callable[[], None], settle: int) -> list[float]:
        """Each step's time, from one end of the walk to the other."""
        walk = self.steps.player.walk
        assert walk is not None
        found = []
        for _ in range(len(walk.steps) - 1):
            found.append(self.timed(move))
            self.wait(settle)
        return found

    def close(self) -> None:
        self.program.window.close()
        self.wait(200)


def measure_window() -> dict[str, object]:
    from nn.replay.mazur import network, sample, settings
    from nn.replay.subject import Subject

    bench = Bench()
    player, editor = bench.steps.player, bench.steps.editor
    found: dict[str, object] = {}
    found["2-2-2, forward, first, read at leisure"] = summary(bench.through(player.forward, SETTLE))
    found["2-2-2, back, cached"] = summary(bench.through(player.back, 0))
    found["2-2-2, forward, cached"] = summary(bench.through(player.forward, 0))
    other = Subject(network(), sample(), replace(settings(), naming="layer"))  # type: ignore[arg-type]  # names are read as words
    editor._show(other, stay=False)
    found["2-2-2, other names, forward, never seen, no pause"] = summary(bench.through(player.forward, 0))
    wide_network, wide_sample = wide()
    editor._show(Subject(wide_network, wide_sample, replace(settings(), naming="layer")), stay=False)  # type: ignore[arg-type]  # read as a word
    bench.wait(1000)
    found["16-16-10, forward, first 200 steps"] = summary([bench.timed(player.forward) for _ in range(200)])
    bench.close()
    return found


def summary(times: list[float]) -> dict[str, float]:
    median, p95, worst = np.percentile(times, [50, 95, 100])
    return {"median_ms": round(float(median), 2), "p95_ms": round(float(p95), 2), "max_ms": round(float(worst), 2), "steps": len(times)}


def main() -> None:
    from benchmarks.machine import describe

    result = {"machine": describe(), "building_ms": measure_building(9), "step_ms": measure_window()}
    print(json.dumps(result, indent=2))
    RESULT.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
