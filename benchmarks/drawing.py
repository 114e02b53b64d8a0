"""What a picture costs: the diagram of small, large and huge networks, the loss curve, and each part of the Train workspace.

    QT_QPA_PLATFORM=offscreen python benchmarks/drawing.py      half a minute; prints a table, writes results/drawing.json

Snapshots come from real runs, drawing from the program's own widgets at the size that they have in a window of 1440 x 900. Each
figure is the processor time of one frame in ms, the median and the least of many: other work on the machine hardly counts in it.
"moving" is a frame while training, edges and nodes drawn anew; it is as fine as one at rest.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
RESULT = Path(__file__).parent / "results" / "drawing.json"
DIAGRAM, PLOT = (728, 620), (420, 330)  # px, of the diagram and of the right column's pictures
# Hidden layers whose edges, all unfolded, come to about so many: 2 inputs and 1 output beside them.
LARGE = (31, 31, 31)  # 2,015 edges
HUGE = (64,) * 13  # 49,344 edges
POINTS = 1_000_000

if TYPE_CHECKING:
    from gui.views.diagram import NetworkDiagram
    from nn.settings import Experiment
    from nn.training.snapshot import Curve, Snapshot


def frames(work: Callable[[], object], times: int) -> dict[str, float]:
    """Median and least processor time of ``work`` in ms."""
    for _ in range(3):
        work()
    took = []
    for _ in range(times):
        began = time.thread_time()
        work()
        took.append(1000 * (time.thread_time() - began))
    return {"median_ms": round(statistics.median(took), 3), "least_ms": round(min(took), 3)}


# What is drawn


def experiment(hidden: tuple[int, ...]) -> Experiment:
    """The circles with other hidden layers and no end; its weights are drawn so that they reach through many layers."""
    from nn.choices import Activation, DeviceChoice, Initializer
    from nn.presets import CIRCLES
    from nn.settings import LayerSettings, StopSettings

    preset = CIRCLES.experiment
    network = replace(preset.network, hidden=tuple(LayerSettings(width, Activation.TANH) for width in hidden), initializer=Initializer.XAVIER)
    training = replace(preset.training, learning_rate=0.001, stop=StopSettings())
    return replace(preset, network=network, training=training, device=DeviceChoice.CPU)


def snapshots(hidden: tuple[int, ...], steps: int = 20) -> list[Snapshot]:
    """Two moments of a run."""
    from gui.session.training_thread import Request, TrainingThread
    from nn.training.commands import ChooseMap
    from nn.training.observer import Observer
    from nn.training.snapshot import RunState, StopReason

    trainer = TrainingThread(Request(0, experiment(hidden)))._prepare()
    assert trainer is not None
    observer = Observer(trainer)
    observer.choose_map(ChooseMap())
    observer.choose_sample(3)
    found = []
    for _ in range(2):
        trainer.advance(trainer.step + steps)
        found.append(observer.snapshot(RunState.RUNNING, StopReason.NONE, fresh=True))
    trainer.engine.close()
    return found


# The diagram


def diagram(first: Snapshot) -> NetworkDiagram:
    """A diagram with every layer unfolded."""
    from gui.views.diagram import NetworkDiagram

    made = NetworkDiagram()
    made.resize(*DIAGRAM)
    made.show()
    made.show_names(("x1", "x2"), ("inner", "outer"))
    made.show_snapshot(first)
    made._render()
    for column in range(1, len(first.architecture.widths) - 1):
        if made._scene.column(column).spec.pill:  # type: ignore[union-attr]  # every layer has its column
            made._scene.folding.toggle(column)
    made.fit()
    made.grab()
    return made


def measure_diagram(hidden: tuple[int, ...], times: int) -> dict[str, object]:
    moments = snapshots(hidden)
    shown = diagram(moments[0])
    following: Iterator[Snapshot] = cycle(moments)
    scene = shown._scene
    assert scene.edges is not None

    def moving() -> None:
        shown.show_snapshot(next(following))
        shown._render()

    found: dict[str, object] = {"edges": scene.edges.count, "nodes": sum(len(column.spec.shown) for column in scene.plan.columns)}  # type: ignore[union-attr]
    found |= {"moving": frames(moving, times)}
    return found


# The other pictures


def curve_of(points: int) -> Curve:
    """A run of so many epochs of one step each, as its recorder keeps it and snapshots carry it."""
    from nn.training.clock import Clock
    from nn.training.curve import CurveRecorder

    source = np.random.default_rng(1)
    losses = 0.3 * np.exp(-np.arange(points) / (points / 4)) + 0.01 * source.random(points)
    recorder = CurveRecorder()
    recorder.add(0, losses)
    for step in range(0, points, max(points // 2000, 1)):
        recorder.add_test(step + 1, float(1.1 * losses[step]))
    return recorder.view(Clock(1, 1), points)


def measure_loss(snapshot: Snapshot, points: int, times: int) -> dict[str, float]:
    """The whole plot, painted into its picture: axes, band, both lines."""
    from gui.views.loss_plot import LossPlot

    plot = LossPlot()
    plot.resize(*PLOT)
    plot.show()
    curve = curve_of(points)
    plot.show_snapshot(replace(snapshot, curve=curve))
    return {"points_kept": curve.epoch.size, **frames(plot._canvas._painted_layer, times)}


def measure_parts(times: int) -> dict[str, object]:
    """Each view and panel of the Train workspace with the circles' own network."""
    from gui.panels.contribution import ContributionPanel
    from gui.panels.transport import TransportPanel
    from gui.views.decision_map import DecisionMap
    from nn import datasets

    moments = snapshots((4, 8), 2000)
    table, transport, decision = ContributionPanel(), TransportPanel(), DecisionMap()
    for widget, size in ((table, (560, 180)), (transport, (1380, 64)), (decision, PLOT)):
        widget.resize(*size)
        widget.show()
    decision.show_dataset(datasets.load(experiment((4, 8)).data))
    following = cycle(moments)

    def drawn(widget: object) -> Callable[[], None]:
        def work() -> None:
            widget.show_snapshot(next(following))  # type: ignore[attr-defined]
            widget.grab()  # type: ignore[attr-defined]

        return work

    parts = {name: frames(drawn(widget), times) for name, widget in (("contributions", table), ("transport", transport), ("decision map", decision))}
    return {**parts, "loss": measure_loss(moments[1], 400, times)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=40, help="frames of each kind")
    parser.add_argument("--dry", action="store_true", help="write no file")
    options = parser.parse_args()
    from benchmarks.machine import describe
    from gui.app import make_application

    application = make_application([])
    result = {
        "machine": describe(),
        "diagram_preset": measure_diagram((4, 8), options.times),
        "diagram_2000_edges": measure_diagram(LARGE, options.times),
        "diagram_50000_edges": measure_diagram(HUGE, max(options.times // 2, 3)),
        "loss_1e6_points": measure_loss(snapshots((4, 8))[0], POINTS, options.times),
        "parts": measure_parts(options.times),
    }
    application.closeAllWindows()  # before Python takes its objects apart
    print(json.dumps(result, indent=2))
    if not options.dry:
        RESULT.parent.mkdir(exist_ok=True)
        RESULT.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
