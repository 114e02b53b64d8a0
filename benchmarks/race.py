"""Frames of a race: how long the map takes to paint a step of four optimizers, and how many frames a second the window reaches.

    xvfb-run -a python -m benchmarks.race          about half a minute; prints JSON, writes results/race.json

The figures come from the program's own workspace. "paint" is the time of one paint event of the map at 728 × 560 after a step, the
other two figures are for a step back and for another surface. "frames" are counted while the race plays at 60 steps a second in the
event loop; "cpu_ms_a_frame" is what the window's thread got of a processor for each, with everything else in the window: where it is well
below 16.7 the machine can show 60 a second, if nobody else wants it.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from gui.actions import Actions
from gui.app import make_application
from gui.workspaces.landscape.workspace import LandscapeWorkspace

RESULT = Path(__file__).parent / "results" / "race.json"
SIZE = (728, 560)
STEPS = 110  # of those that are recorded at first
SECONDS = 5.0


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Frames(QObject):
    """Counts a widget's paint events, and the time between them."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.times: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.times.append(time.perf_counter())
        return False


def spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median_ms": round(1000 * statistics.median(ordered), 2),
        "p95_ms": round(1000 * ordered[int(0.95 * len(ordered))], 2),
        "most_ms": round(1000 * ordered[-1], 2),
    }


def paints(workspace: LandscapeWorkspace) -> dict[str, object]:
    """The map alone, at its size in the design: a step forward and its paint; then a jump back, which draws all paths anew."""
    drawing, player = workspace.columns.map, workspace.session.player
    player.seek(0)
    drawing.setFixedSize(*SIZE)
    drawing.repaint()
    forward, back = [], []
    for step in range(1, STEPS):
        drawing.show_step(step)
        began = time.perf_counter()
        drawing.repaint()
        forward.append(time.perf_counter() - began)
    for step in range(STEPS, STEPS - 40, -1):
        drawing.show_step(step)
        began = time.perf_counter()
        drawing.repaint()
        back.append(time.perf_counter() - began)
    drawing.show_step(0)
    ground = []
    for _ in range(10):
        drawing.show_surface(drawing.state.surface, drawing.state.contours)
        began = time.perf_counter()
        drawing.repaint()
        ground.append(time.perf_counter() - began)
    drawing.setMinimumSize(300, 220)
    drawing.setMaximumSize(16_777_215, 16_777_215)
    return {"step forward": spread(forward), "step back": spread(back), "another surface": spread(ground)}


def playing(workspace: LandscapeWorkspace, pace: float = 60.0) -> dict[str, object]:
    """The whole window, playing: frames of the map a second, of the steps that were due."""
    player = workspace.session.player
    player.restart()
    wait(500)
    frames = Frames(workspace.columns.map)
    player.set_pace(pace)
    began, used = time.perf_counter(), time.thread_time()
    player.play()
    wait(round(1000 * SECONDS))
    player.pause()
    took, used = time.perf_counter() - began, time.thread_time() - used
    gaps = [after - before for before, after in zip(frames.times, frames.times[1:], strict=False)]
    return {
        "steps_a_second": round(player.position / took, 1),
        "frames_a_second": round(len(frames.times) / took, 1),
        "cpu_ms_a_frame": round(1000 * used / max(len(frames.times), 1), 2),
        "between_two_frames": spread(gaps),
    }


def main() -> None:
    from benchmarks.machine import describe

    machine = describe()
    make_application([])
    workspace = LandscapeWorkspace(Actions())
    workspace.resize(1368, 836)
    workspace.show()
    workspace.begin()
    wait(2000)
    runners = len(workspace.session.player.paths)
    result = {
        "machine": machine,
        "platform": QApplication.platformName(),
        "runners": runners,
        "map": list(SIZE),
        "paint": paints(workspace),
        "playing": playing(workspace),
    }
    workspace.shutdown()
    wait(300)
    print(json.dumps(result, indent=2))
    RESULT.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    sys.stdout.flush()
    os._exit(0)  # nothing is left to be saved


if __name__ == "__main__":
    main()
