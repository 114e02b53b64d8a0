"""Landscapes: how long surfaces, contours and a race take, and whether the tutorial's descent arrives.

    python -m benchmarks.landscape           about half a minute; prints JSON, writes results/landscape.json

Everything runs on one thread. "wall" is the time by the clock, "cpu" what this thread got of a processor: on a machine where others are at
work as well, the first is the longer one. Both are medians.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np

from nn.choices import Activation, Loss, OptimizerKind
from nn.landscape import curve, network, surface
from nn.landscape.contours import contours
from nn.landscape.curve import CurveData
from nn.landscape.descent import Race, Runner, usual
from nn.landscape.objective import CurveObjective
from nn.landscape.plane import main_directions, random_directions, two_weights
from nn.network import Architecture, Network

RESULT = Path(__file__).parent / "results" / "landscape.json"
TIMES = 15
SEEDS = 20
STEPS = 300
RACERS = (OptimizerKind.SGD, OptimizerKind.MOMENTUM, OptimizerKind.RMSPROP, OptimizerKind.ADAM)
HIDDEN = (Activation.TANH, Activation.SIGMOID, Activation.RELU)


def took(work: Callable[[], object]) -> dict[str, float]:
    """Median milliseconds of ``work``, after one run that isn't counted."""
    work()
    wall, cpu = [], []
    for _ in range(TIMES):
        began, used = time.perf_counter(), time.thread_time()
        work()
        wall.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.thread_time() - used))
    return {"wall_ms": round(statistics.median(wall), 2), "cpu_ms": round(statistics.median(cpu), 2)}


def curve_surfaces(data: CurveData) -> Iterator[tuple[str, dict[str, float]]]:
    x, y = surface.sample(data, 10_000)
    yield "curve fit, 200 x 200 over 10,000 samples", took(lambda: surface.of_curve(x, y, curve.EXTENT, 200))
    yield "curve fit, 200 x 200 over a batch of 100", took(lambda: surface.of_curve(x[:100], y[:100], curve.EXTENT, 200))
    drawn = surface.of_curve(x, y, curve.EXTENT, 200)
    yield f"contours of {len(drawn.levels)} levels, 200 x 200", took(lambda: contours(drawn))


def network_surfaces(samples: int = 500) -> Iterator[tuple[str, dict[str, float]]]:
    """41 × 41 places of a [2, 4, 8, 1] network, in float32, the precision that the program trains in."""
    source = np.random.default_rng(0)
    inputs = source.normal(size=(samples, 2)).astype(np.float32)
    targets = source.integers(0, 2, (samples, 1)).astype(np.float32)
    for hidden in HIDDEN:
        architecture = Architecture((2, 4, 8, 1), (hidden, hidden, Activation.SIGMOID), Loss.BINARY_CROSS_ENTROPY)
        net = Network(architecture, source.normal(size=architecture.layout.size).astype(np.float32))
        path = net.params + np.cumsum(source.normal(size=(500, architecture.layout.size)), axis=0)
        planes = {"random directions": random_directions(net), "path": main_directions(path, net), "two weights": two_weights(net, 0, 1)}
        for name, plane in planes.items():
            work = partial(network.plane_losses, architecture, inputs, targets, plane, surface.axes(plane.extent, 41))
            yield f"[2,4,8,1] {hidden.value} x {samples}, 41 x 41, {name}", took(work)


def race(data: CurveData) -> dict[str, dict[str, float]]:
    objective = CurveObjective(data)
    runners = [usual(kind) for kind in RACERS]

    def whole() -> None:
        Race(objective, runners, curve.START).advance(STEPS)

    running = Race(objective, runners, curve.START)
    return {f"race of 4, {STEPS} steps at once": took(whole), "race of 4, one step and its paths": took(lambda: (running.advance(), running.paths))}


def descents(data: CurveData) -> dict[str, object]:
    """Plain gradient descent at the defaults from (−2, 2), a batch seed each: how far from the true ω after 300 steps."""
    assert data.truth is not None
    apart, first = [], []
    for seed in range(SEEDS):
        running = Race(CurveObjective(data, seed), [Runner(learning_rate=curve.LEARNING_RATE)], curve.START, curve.BATCH_SIZE)
        running.advance(STEPS)
        distance = np.linalg.norm(running.paths[0].positions - data.truth, axis=1)
        apart.append(float(distance[-1]))
        first.append(int((distance < 0.03).argmax()))
    return {
        "seeds": SEEDS,
        "within 0.03 after 300 steps": sum(distance < 0.03 for distance in apart),
        "largest distance": round(max(apart), 4),
        "median distance": round(statistics.median(apart), 4),
        "first step within 0.03": {"least": min(first), "median": statistics.median(first), "most": max(first)},
    }


def main() -> None:
    from benchmarks.machine import describe

    result: dict[str, object] = {"machine": describe()}
    data = curve.make()
    result["times"] = {**dict(curve_surfaces(data)), **dict(network_surfaces()), **race(data)}
    result["descent"] = descents(data)
    print(json.dumps(result, indent=2))
    RESULT.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
