"""Inside a network: how long the gallery, a stroke on the pad and the studies take, and what looking costs a run.

    python -m benchmarks.inside              about a minute; prints JSON, writes results/inside.json

"wall" is the time by the clock, "cpu" what this thread got of a processor: on a machine where others are at work as well, the first is the
longer one. Both are medians. The digits are those of ../shared/data/mnist-10k; without these files their rows are left out.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from nn import presets
from nn.build import architecture_for
from nn.choices import Activation, Initializer
from nn.datasets import load
from nn.datasets.dataset import Prepared
from nn.datasets.prepare import prepare
from nn.initializers import initial
from nn.inside import gallery
from nn.inside.digit import centred
from nn.inside.distribution import distribution
from nn.inside.grow import grow
from nn.inside.look import Inside
from nn.inside.moment import Moment
from nn.inside.pairs import pairs
from nn.inside.passes import one_thread
from nn.inside.shapley import shapley
from nn.inside.views import InsideRequest, TileKind
from nn.network import Architecture
from nn.settings import Experiment, LayerSettings
from nn.training.observer import Observer
from nn.training.snapshot import RunState, StopReason
from nn.training.trainer import Trainer

RESULT = Path(__file__).parent / "results" / "inside.json"
DIGITS = Path(__file__).parents[2] / "shared" / "data" / "mnist-10k"
TIMES = 15
TILE = 40
FRAMES_PER_SECOND = 20.0
SECONDS = 3.0
TRAINED = 0.5  # seconds that networks are trained for before they are looked into


def took(work: Callable[[], object], times: int = TIMES) -> dict[str, float]:
    """Median milliseconds of ``work``, after one run that isn't counted."""
    work()
    wall, cpu = [], []
    for _ in range(times):
        began, used = time.perf_counter(), time.thread_time()
        work()
        wall.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.thread_time() - used))
    return {"wall_ms": round(statistics.median(wall), 2), "cpu_ms": round(statistics.median(cpu), 2)}


def run_of(experiment: Experiment) -> Trainer:
    """A run on the CPU, trained for a moment."""
    from nn.backends.cpu import CpuEngine

    prepared = prepare(load(experiment.data), experiment)
    architecture: Architecture = architecture_for(experiment, prepared)
    train = prepared.dataset.train
    params = initial(architecture, experiment.network, experiment.seed)
    engine = CpuEngine(architecture, prepared.inputs[train], prepared.targets[train], params, np.float32)
    trainer = Trainer(experiment, prepared, engine)
    while trainer.seconds < TRAINED:
        trainer.advance()
    return trainer


def picture(*widths: int) -> Trainer:
    """A network of sigmoids that learns the smiley."""
    chosen = presets.BY_KEY["picture"].experiment
    hidden = tuple(LayerSettings(width, Activation.SIGMOID) for width in widths)
    return run_of(replace(chosen, network=replace(chosen.network, hidden=hidden)))


def digits(kind: str, width: int) -> Trainer:
    chosen = presets.BY_KEY[kind].experiment
    network = replace(chosen.network, hidden=(LayerSettings(width, Activation.RELU),), initializer=Initializer.HE)
    data = replace(chosen.data, path=str(DIGITS)) if kind == "mnist" else chosen.data
    return run_of(replace(chosen, network=network, data=data))


def moment_of(trainer: Trainer) -> Moment:
    return Moment(trainer.engine.architecture, trainer.params(), trainer.prepared, trainer.ablation, trainer.mask)


def tiles(trainer: Trainer, layer: int) -> Iterator[tuple[str, dict[str, float]]]:
    """All tiles of a layer, from the parameters to the finished numbers."""
    prepared: Prepared = trainer.prepared
    where = gallery.ground(prepared, TILE)
    widths = trainer.engine.architecture.widths
    name = f"{'-'.join(str(width) for width in widths)}, layer {layer}, {widths[layer]} tiles of {TILE} x {TILE}"
    for kind in TileKind:

        def work(kind: TileKind = kind) -> object:
            seen = moment_of(trainer)
            held = np.zeros(widths[layer], np.float32)
            with one_thread():
                return gallery.tiles(seen.passes(), layer, kind, where, on=seen.on(layer), held=held)

        yield f"{name}: {kind.value}", took(work)


def stroke(trainer: Trainer) -> Iterator[tuple[str, dict[str, float]]]:
    """A drawing of 280 × 280 becomes a digit, an answer and a layer's numbers; nothing that doesn't depend on it is looked at anew."""
    source = np.random.default_rng(0)
    strokes = [np.kron(source.integers(0, 2, (14, 14)), np.full((20, 20), 255)).astype(np.uint8) for _ in range(TIMES + 1)]
    yield "a drawing of 280 x 280 centred", took(lambda: centred(strokes[0], (28, 28)))
    inside, seen = Inside(trainer.engine.architecture, trainer.prepared), moment_of(trainer)
    inside.choose(InsideRequest(kind=TileKind.WEIGHTS))
    while inside.look(seen, None, running=False, settle=True) is None or inside.unsettled:
        pass
    left = list(strokes)

    def work() -> object:
        inside.choose(InsideRequest(kind=TileKind.WEIGHTS, drawn=centred(left.pop(), (28, 28)).ravel()))
        return inside.look(seen, None, running=False)

    yield "784-256-10, a stroke: centred, answered, the layer's numbers", took(work)


def shares(trainer: Trainer, request: InsideRequest) -> dict[str, float]:
    """How much of a run's time its snapshots take without and with a look inside, 20 of them a second, over 3 s of a run flat out."""
    found = {}
    for name, asked in (("without", None), ("with", request)):
        observer = Observer(trainer)
        observer.choose_sample(0)
        observer.look_inside(asked)
        observer.snapshot(RunState.PAUSED, StopReason.NONE, fresh=True, settle=True)
        frames: list[float] = []
        used: list[float] = []
        began = frame = time.perf_counter()
        while time.perf_counter() - began < SECONDS:
            trainer.advance()
            if time.perf_counter() >= frame:
                frame, before = time.perf_counter(), time.thread_time()
                observer.snapshot(RunState.RUNNING, StopReason.NONE, fresh=False)
                frames.append(time.perf_counter() - frame)
                used.append(time.thread_time() - before)
                frame += 1.0 / FRAMES_PER_SECOND
        found[f"cpu_share_{name}"] = round(sum(used) / SECONDS, 4)
        found[f"frame_{name}_wall_ms"] = round(1000 * statistics.median(frames), 2)
        found[f"frame_{name}_cpu_ms"] = round(1000 * statistics.median(used), 2)
    return found


def studies(trainer: Trainer) -> Iterator[tuple[str, dict[str, Any]]]:
    """64-16-10 on scikit-learn's digits."""
    seen = moment_of(trainer)
    with one_thread():
        times = took(lambda: shapley(seen, 1, permutations=2000), 5)
        found = shapley(seen, 1, permutations=2000)
        whole = {"sum_less_whole": float(found.values.sum() - (found.whole - found.none)), "largest_standard_error": float(found.errors.max())}
        yield f"Shapley values of 16 neurons, 2,000 permutations, {found.samples} digits", times | whole
        yield "pairs of 16 neurons", took(lambda: pairs(seen, 1), 5)
        yield "distribution of 16 neurons", took(lambda: distribution(seen, 1), 5)


def main() -> None:
    from benchmarks.machine import describe

    result: dict[str, object] = {"machine": describe()}
    flat, deep = picture(100), picture(150, 100)
    small = digits("digits", 16)
    times: dict[str, object] = {**dict(tiles(flat, 1)), **dict(tiles(deep, 1)), **dict(tiles(deep, 2))}
    times["2-100-1, grown neuron by neuron"] = took(lambda: grow(moment_of(flat)), 5)
    times |= dict(studies(small))
    result["looking, 2-100-1"] = {kind.value: shares(flat, InsideRequest(kind=kind)) for kind in (TileKind.OUTPUT, TileKind.WITHOUT)}
    if DIGITS.exists():
        large = digits("mnist", 256)
        times |= dict(stroke(large))
        times["distribution of 256 neurons over 8,000 digits"] = took(lambda: distribution(moment_of(large), 1), 5)
        result["looking, 784-256-10"] = shares(large, InsideRequest(kind=TileKind.WEIGHTS))
    result["times"] = times
    print(json.dumps(result, indent=2))
    RESULT.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
