"""The window while it trains flat out: how late it wakes, what drawing costs the training, how memory grows, how fast it starts.

    xvfb-run -a python benchmarks/window.py          about two minutes; prints a table, writes results/window.json

On a real X server (a virtual one will do) and the CPU. Each figure comes from the program itself, not from a copy of it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
RESULT = Path(__file__).parent / "results" / "window.json"
HEAVY = ("numba", "sklearn", "sympy", "scipy", "pyqtgraph")
TIMER = 5  # ms between two awaited wake-ups
PAIRS = 12  # stretches with and without the window, in turns: a shared machine is never as fast for long


def resident() -> float:
    """Memory that this process holds now, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise OSError("no VmRSS")


# The start: a fresh process each time


def start_child() -> None:
    """Runs in the fresh process: opens the window and tells when it was first painted, whole, and with its run."""
    began = float(os.environ["BEGAN"])
    from PySide6.QtCore import QEvent, QObject, QTimer

    from gui.app import Program, make_application
    from gui.preferences import Preferences

    application = make_application([])
    program = Program(Preferences(None))
    found: dict[str, object] = {}
    unpainted: set[QObject] = set()

    class Painted(QObject):
        """Sees every paint event until the window's first, then those of the workspace's parts."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                if watched is program.window:
                    self.first()
                elif watched in unpainted:
                    unpainted.discard(watched)
                    QTimer.singleShot(0, self.part)
                elif found.get("whole_seconds"):
                    QTimer.singleShot(0, self.run)
            return False

        def first(self) -> None:
            application.removeEventFilter(self)
            found["heavy"] = [name for name in HEAVY if name in sys.modules]
            QTimer.singleShot(0, lambda: found.setdefault("seconds", time.time() - began))
            QTimer.singleShot(5, self.look)

        def look(self) -> None:
            """Wait until the workspace is made, then watch its forms and views."""
            train = program.window._widgets.get("train")
            if train is None or not train.isVisible():
                QTimer.singleShot(5, self.look)
                return
            columns = program.train.columns
            parts = (columns.data, columns.diagram, columns.contribution, columns.decision, columns.loss, columns.transport)
            for part in parts:
                part.installEventFilter(self)
            unpainted.update(parts)
            for part in parts:
                part.update()  # one that was painted before it was watched

        def part(self) -> None:
            if not unpainted:
                found.setdefault("whole_seconds", time.time() - began)
                self.run()

        def run(self) -> None:
            """The diagram has been painted: with the run's first moment?"""
            if "trained_seconds_ready" not in found and program.train.session.snapshot is not None:
                found["trained_seconds_ready"] = time.time() - began
                print(json.dumps(found), flush=True)
                QTimer.singleShot(0, program.window.close)

    watcher = Painted()
    application.installEventFilter(watcher)
    program.show()
    application.exec()


def bare_child() -> None:
    """Runs in a fresh process: the least that a program of this kind can be, an empty plot of pyqtgraph in a window, until it is painted."""
    began = float(os.environ["BEGAN"])
    import pyqtgraph
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()

    class Plot(pyqtgraph.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, self.told)

        def told(self) -> None:
            print(json.dumps({"seconds": time.time() - began}), flush=True)
            application.quit()

    window.setCentralWidget(Plot())
    window.resize(1440, 900)
    window.show()
    application.exec()


def _child(name: str) -> dict[str, object]:
    """What a fresh process tells."""
    environment = dict(os.environ, BEGAN=repr(time.time()))
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a warm start finds the modules compiled
    done = subprocess.run([sys.executable, __file__, name], env=environment, capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    found: dict[str, object] = json.loads(done.stdout.splitlines()[0])
    return found


def measure_start(times: int) -> dict[str, object]:
    """``bare_seconds``: an empty pyqtgraph window, and ``times_bare`` ours is that; ``seconds``: until the first picture;
    ``whole_seconds``: until the Train workspace with its forms and views is painted;
    ``trained_seconds_ready``: until its run is made ready and on screen. Medians of warm starts."""
    found, bare = [], []
    for _ in range(times + 1):
        found.append(_child("--child"))
        bare.append(_child("--bare-child"))
    warm = found[1:]
    medians = {name: statistics.median(run[name] for run in warm) for name in ("whole_seconds", "trained_seconds_ready")}  # type: ignore[type-var]  # numbers out of JSON
    first = [float(run["seconds"]) for run in warm]  # type: ignore[arg-type]  # numbers out of JSON
    least = statistics.median(float(run["seconds"]) for run in bare[1:])  # type: ignore[arg-type]  # numbers out of JSON
    median = statistics.median(first)
    beside = {"bare_seconds": least, "times_bare": median / least}
    return {"seconds_median": median, "seconds_max": max(first), **beside, **medians, "heavy_imports": warm[-1]["heavy"]}


# Training with and without a window


class Bare:
    """The trainer alone, on a thread, nothing watching: what the window's run is held against."""

    def __init__(self, experiment: object) -> None:
        from gui.session.training_thread import Request, TrainingThread

        thread = TrainingThread(Request(0, experiment))  # type: ignore[arg-type]  # never started: it only makes the trainer ready
        trainer = thread._prepare()
        assert trainer is not None
        self._trainer = trainer

    def speed(self, seconds: float) -> float:
        """Steps a second."""
        result: list[float] = []

        def work() -> None:
            first, began = self._trainer.step, time.perf_counter()
            while time.perf_counter() - began < seconds:
                self._trainer.advance()
            result.append((self._trainer.step - first) / (time.perf_counter() - began))

        worker = threading.Thread(target=work)
        worker.start()
        worker.join()
        return result[0]

    def close(self) -> None:
        self._trainer.engine.close()


class Wakes:
    """A precise timer, and how late each of its wake-ups was."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.late: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._woken)
        self._arm()

    def _arm(self) -> None:
        self._due = time.perf_counter() + TIMER / 1000
        self._timer.start(TIMER)

    def _woken(self) -> None:
        self.late.append(1000 * (time.perf_counter() - self._due))
        self._arm()

    def stop(self) -> None:
        self._timer.stop()


def wait(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def watched_speed(program: object, seconds: float, late: list[float]) -> float:
    """Steps a second of the run in the window, from one snapshot to another; adds how late its wake-ups were."""
    train = program.train  # type: ignore[attr-defined]  # a Program, imported when it is needed
    train.playback.play()
    wait(500)
    before, began = train.session.snapshot, time.perf_counter()
    wakes = Wakes()
    wait(int(1000 * seconds))
    after, took = train.session.snapshot, time.perf_counter() - began
    wakes.stop()
    train.playback.pause()
    wait(300)
    late += wakes.late
    return float((after.step - before.step) / took)


def measure_window(seconds: float, memory_seconds: float) -> dict[str, object]:
    from dataclasses import replace

    from gui.app import Program, make_application
    from gui.preferences import Preferences
    from nn.choices import DeviceChoice
    from nn.presets import CIRCLES
    from nn.settings import StopSettings

    application = make_application([])
    preset = CIRCLES.experiment
    endless = replace(preset, training=replace(preset.training, stop=StopSettings()), device=DeviceChoice.CPU)
    program = Program(Preferences(None))
    program.experiment = endless
    program.window.resize(1440, 900)
    program.show()
    while program.train.session.snapshot is None:
        wait(100)
    bare, watched = [], []
    late: list[float] = []
    alone = Bare(endless)
    for pair in range(PAIRS):
        for who in (("bare", "window"), ("window", "bare"))[pair % 2]:
            if who == "bare":
                bare.append(alone.speed(seconds))
            else:
                watched.append(watched_speed(program, seconds, late))
    alone.close()
    program.train.playback.play()
    wait(5000)
    memory = [resident()]
    wait(int(1000 * memory_seconds))
    memory.append(resident())
    program.train.playback.pause()
    wait(300)
    if not program.train.shutdown():
        wait(1000)
    program.window.close()
    del application
    quantiles = np.percentile(late, [50, 99, 100])
    return {
        "wake_late_ms": dict(zip(("median", "p99", "max"), quantiles.round(3).tolist(), strict=True)),
        "wakes": len(late),
        "steps_per_second_bare": bare,
        "steps_per_second_window": watched,
        "training_lost_share": statistics.median(1 - w / b for w, b in zip(watched, bare, strict=True)),
        "training_lost_of_medians": 1 - statistics.median(watched) / statistics.median(bare),
        "memory_growth_mb": memory[1] - memory[0],
        "memory_seconds": memory_seconds,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--bare-child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, default=2.0, help="length of each timed stretch")
    parser.add_argument("--memory-seconds", type=float, default=60.0)
    parser.add_argument("--start-only", action="store_true", help="print the figures of the start, write nothing")
    options = parser.parse_args()
    if options.child:
        start_child()
        return
    if options.bare_child:
        bare_child()
        return
    if options.start_only:
        print(json.dumps(measure_start(5), indent=2))
        return
    from benchmarks.machine import describe

    result = {"machine": describe(), "start": measure_start(5), "window": measure_window(options.seconds, options.memory_seconds)}
    print(json.dumps(result, indent=2))
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
