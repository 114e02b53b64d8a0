"""Training steps on one CPU core: this program and others from the same weights on the same data, in one go.

``python -m benchmarks.cpu`` first checks that the losses agree, then times all by turns, prints a table and writes
``benchmarks/results/cpu.json``. Neither torch nor Node.js is a dependency of the program: where one is missing, so is its column.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import statistics
import subprocess
import time
import warnings
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_info, threadpool_limits

from benchmarks.machine import describe
from nn.backends.base import Chunk, Hyper
from nn.backends.cpu import CpuEngine
from nn.choices import Activation, Loss, OptimizerKind, Reduction
from nn.network import Architecture

PLAYGROUND = Path(__file__).with_name("playground.mjs")
RESULT = Path(__file__).parent / "results" / "cpu.json"
HYPER = Hyper(OptimizerKind.SGD, Reduction.MEAN, momentum=0.9, decay=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8, l1=0.0, l2=0.0)
CHECKED_STEPS = 200
TOLERANCE = {"float32": 1e-4, "float64": 1e-9}  # of the loss after CHECKED_STEPS, relative
TURN_SECONDS = 0.15

Floats = NDArray[np.floating]


@dataclass(frozen=True)
class Case:
    """A network, its data and batches: ``batch`` ``None`` is the full batch, else batches follow one another in order."""

    name: str
    widths: tuple[int, ...]
    hidden: Activation
    output: Activation
    loss: Loss
    samples: int
    batch: int | None
    rate: float
    dtype: str

    def data(self) -> tuple[Floats, NDArray[np.int64]]:
        """Inputs (n, n_in) and class numbers (n,): the four quadrants, or grey pixels of which four in five are 0."""
        random = np.random.default_rng(0)
        if self.widths[0] == 2:
            inputs = random.uniform(-1.0, 1.0, (self.samples, 2))
            return inputs.astype(self.dtype), (inputs[:, 0] * inputs[:, 1] > 0).astype(np.int64)
        inputs = random.random((self.samples, self.widths[0]))
        inputs[inputs < 0.8] = 0.0
        return inputs.astype(self.dtype), random.integers(0, self.widths[-1], self.samples)

    def architecture(self) -> Architecture:
        return Architecture(self.widths, (*(self.hidden for _ in self.widths[2:]), self.output), self.loss)

    def params(self) -> Floats:
        """Glorot and Bengio's uniform weights, biases 0."""
        layout, random = self.architecture().layout, np.random.default_rng(1)
        found = np.zeros(layout.size)
        for layer in range(1, layout.depth + 1):
            weights = layout.weights(found, layer)
            weights[:] = random.uniform(-1.0, 1.0, weights.shape) * math.sqrt(6.0 / sum(weights.shape))
        return found.astype(self.dtype)


CIRCUIT = ((2, 4, 8, 1), Activation.SIGMOID, Activation.SIGMOID, Loss.MSE, 500, None, 0.5)
CASES = (
    Case("[2,4,8,1] x 500, sigmoid, MSE", *CIRCUIT, "float32"),
    Case("[2,4,8,1] x 500, sigmoid, MSE", *CIRCUIT, "float64"),
    Case("[2,5,2] x 200, tanh, softmax CE", (2, 5, 2), Activation.TANH, Activation.SOFTMAX, Loss.CROSS_ENTROPY, 200, None, 0.1, "float32"),
    Case("[64,32,10] batch 32, ReLU, CE", (64, 32, 10), Activation.RELU, Activation.SOFTMAX, Loss.CROSS_ENTROPY, 1600, 32, 0.05, "float32"),
    Case("[784,256,10] batch 64, ReLU, CE", (784, 256, 10), Activation.RELU, Activation.SOFTMAX, Loss.CROSS_ENTROPY, 6400, 64, 0.05, "float32"),
)


@dataclass(frozen=True)
class Run:
    """A whole training: the seconds that this program takes for ``steps`` steps."""

    case: Case
    steps: int


PIXELS = Case("image fit [2,100,1] batch 128", (2, 100, 1), Activation.SIGMOID, Activation.SIGMOID, Loss.MSE, 16384, 128, 0.5, "float32")
DIGITS = Case("[784,256,10] batch 64, ReLU, CE", (784, 256, 10), Activation.RELU, Activation.SOFTMAX, Loss.CROSS_ENTROPY, 60032, 64, 0.05, "float32")
RUNS = (Run(PIXELS, 100_000), Run(DIGITS, 938))  # the second is an epoch of MNIST's shape: 60,000 samples, the last batch filled up
CHUNK = 10_000  # steps in one call
# A contender does n more steps and returns the loss before the last of them (or before each), or nothing.
Contender = Callable[[int], "NDArray[np.float64] | None"]


def ours(case: Case) -> Contender:
    inputs, classes = case.data()
    targets = classes[:, np.newaxis] if case.widths[-1] == 1 else np.eye(case.widths[-1])[classes]
    engine = CpuEngine(case.architecture(), inputs, targets.astype(case.dtype), case.params(), np.dtype(case.dtype))
    done = 0

    def steps(count: int) -> NDArray[np.float64]:
        nonlocal done
        rates = np.full(count, case.rate)
        order, starts = None, None
        if case.batch is not None:
            order = ((np.arange(count * case.batch) + done * case.batch) % case.samples).astype(np.int32)
            starts = np.arange(count + 1) * case.batch
        done += count
        return engine.train(Chunk(rates, order, starts), HYPER)

    return steps


def torch_eager(case: Case) -> Contender:
    """Plain torch: modules, autograd and its SGD, as its own tutorials write it."""
    import torch

    torch.set_num_threads(1)
    layout, params = case.architecture().layout, case.params()
    functions = {Activation.SIGMOID: torch.nn.Sigmoid, Activation.TANH: torch.nn.Tanh, Activation.RELU: torch.nn.ReLU}
    modules: list[Any] = []
    for layer in range(1, layout.depth + 1):
        linear = torch.nn.Linear(*layout.weights(params, layer).shape, dtype=getattr(torch, case.dtype))
        linear.weight.data = torch.from_numpy(layout.weights(params, layer).T.copy())
        linear.bias.data = torch.from_numpy(layout.biases(params, layer).copy())
        modules += [linear, functions[case.hidden]()]
    modules[-1:] = [] if case.loss is Loss.CROSS_ENTROPY else [functions[case.output]()]
    model = torch.nn.Sequential(*modules)
    optimizer = torch.optim.SGD(model.parameters(), lr=case.rate)
    compare = torch.nn.functional.cross_entropy if case.loss is Loss.CROSS_ENTROPY else torch.nn.functional.mse_loss
    inputs, classes = (torch.from_numpy(array) for array in case.data())
    targets = classes if case.loss is Loss.CROSS_ENTROPY else classes[:, None].to(inputs.dtype)
    batch, done = case.batch or case.samples, 0

    def steps(count: int) -> NDArray[np.float64]:
        nonlocal done
        for _ in range(count):
            start = done * batch % case.samples
            optimizer.zero_grad(set_to_none=True)
            loss = compare(model(inputs[start : start + batch]), targets[start : start + batch])
            loss.backward()
            optimizer.step()
            done += 1
        return np.array([loss.item()])

    return steps


def scikit_learn(case: Case) -> Contender:
    """MLPClassifier.partial_fit, one batch a call. It starts from its own weights, and has no squared loss: only its time counts."""
    from sklearn.neural_network import MLPClassifier

    warnings.simplefilter("ignore")
    inputs, classes = case.data()
    batch, done = case.batch or case.samples, 0
    name = {Activation.SIGMOID: "logistic"}.get(case.hidden, case.hidden.value)
    model = MLPClassifier(case.widths[1:-1], activation=name, solver="sgd", batch_size=batch, learning_rate_init=case.rate, alpha=0, momentum=0)
    every = np.unique(classes)

    def steps(count: int) -> None:
        nonlocal done
        for _ in range(count):
            start = done * batch % case.samples
            model.partial_fit(inputs[start : start + batch], classes[start : start + batch], classes=every)
            done += 1

    return steps


def playground(case: Case) -> Contender:
    """The design of TensorFlow Playground's engine, in a Node.js process of its own: ``playground.mjs``."""
    inputs, classes = case.data()
    given = {
        "widths": case.widths,
        "hidden": case.hidden.value,
        "output": case.output.value,
        "rate": case.rate,
        "inputs": inputs.tolist(),
        "targets": classes.tolist(),
        "params": case.params().tolist(),
    }
    node = subprocess.Popen(["node", str(PLAYGROUND)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)  # noqa: S607
    assert node.stdin is not None and node.stdout is not None
    node.stdin.write(json.dumps(given) + "\n")

    def steps(count: int) -> NDArray[np.float64]:
        assert node.stdin is not None and node.stdout is not None
        node.stdin.write(f"{count}\n")
        return np.array([float(node.stdout.readline())])

    weakref.finalize(steps, node.communicate)  # closing its input ends it
    return steps


CONTENDERS: dict[str, Callable[[Case], Contender]] = {
    "neurolupa": ours,
    "torch eager": torch_eager,
    "scikit-learn": scikit_learn,
    "Playground": playground,
}


def suits(name: str, case: Case) -> bool:
    """Whether a contender can do a case: the Playground's engine has one output, and its batches are taken whole here."""
    return name != "Playground" or (case.widths[-1] == 1 and case.batch is None)


def check(case: Case, contenders: dict[str, Contender]) -> float:
    """Do CHECKED_STEPS steps with all; the loss before the last of them, on which all that share our weights must agree."""
    lost = {name: steps(CHECKED_STEPS) for name, steps in contenders.items()}
    found = {name: float(values[-1]) for name, values in lost.items() if values is not None}
    mine = found["neurolupa"]
    for name, loss in found.items():
        assert abs(loss - mine) <= TOLERANCE[case.dtype] * abs(mine), f"{case.name}: {name} has loss {loss}, neurolupa {mine}"
    return mine


def microseconds(contenders: dict[str, Contender], turns: int) -> dict[str, list[float]]:
    """Time per step of each contender in each of ``turns`` turns, every one in its turn, so that all meet the same neighbours."""
    lengths = {}
    for name, steps in contenders.items():
        begin = time.perf_counter()
        steps(20)
        lengths[name] = max(3, int(TURN_SECONDS / (time.perf_counter() - begin) * 20))
    found: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(turns):
        for name, steps in contenders.items():
            begin = time.perf_counter()
            steps(lengths[name])
            found[name].append((time.perf_counter() - begin) / lengths[name] * 1e6)
    return found


def measure(case: Case, names: list[str], turns: int) -> dict[str, object]:
    contenders = {name: CONTENDERS[name](case) for name in names if suits(name, case)}
    loss = check(case, contenders)
    times = {name: sorted(values) for name, values in microseconds(contenders, turns).items()}
    medians = {name: round(statistics.median(values), 3) for name, values in times.items()}
    return {
        "case": case.name,
        "dtype": case.dtype,
        "loss_before_step": {str(CHECKED_STEPS): loss},
        "microseconds_per_step": medians,
        "fastest_and_slowest_turn": {name: [round(values[0], 3), round(values[-1], 3)] for name, values in times.items()},
        "times_as_fast": {name: round(value / medians["neurolupa"], 1) for name, value in medians.items() if name != "neurolupa"},
    }


def seconds(run: Run, turns: int) -> dict[str, object]:
    """How long a whole training takes this program."""
    steps = ours(run.case)
    steps(100)
    times = []
    for _ in range(turns):
        begin = time.perf_counter()
        for done in range(0, run.steps, CHUNK):
            steps(min(CHUNK, run.steps - done))
        times.append(round(time.perf_counter() - begin, 3))
    return {
        "case": run.case.name,
        "dtype": run.case.dtype,
        "steps": run.steps,
        "seconds": statistics.median(times),
        "fastest_and_slowest_turn": [min(times), max(times)],
    }


def show(rows: list[dict[str, Any]], names: list[str]) -> None:
    print(f"{'microseconds per step, median':42}" + "".join(f"{name:>14}" for name in names) + "".join(f"{'÷ ' + name:>16}" for name in names[1:]))
    for row in rows:
        times, ratios = row["microseconds_per_step"], row["times_as_fast"]
        columns = "".join(f"{times[name]:14.2f}" if name in times else " " * 14 for name in names)
        columns += "".join(f"{ratios[name]:16.1f}" if name in ratios else " " * 16 for name in names[1:])
        print(f"{row['case']:33} {row['dtype']:8}{columns}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--turns", type=int, default=15, help="how often each is timed (default 15)")
    parser.add_argument("--no-write", action="store_true", help="print only, write no file")
    options = parser.parse_args()
    names = list(CONTENDERS)
    try:
        import torch  # noqa: F401 - only to see whether it is there
    except ImportError:
        print("Torch is not installed here, so there is no comparison with it; install torch next to this program's packages to get one.")
        names.remove("torch eager")
    if shutil.which("node") is None:
        print("Node.js is not installed here, so there is no comparison with the Playground's design.")
        names.remove("Playground")
    machine = describe()
    with threadpool_limits(1):
        rows = [measure(case, names, options.turns) for case in CASES]
        runs = [seconds(run, max(1, options.turns // 5)) for run in RUNS]
        blas = sorted({f"{one['internal_api']} {one.get('version')} {one.get('architecture', '')}".strip() for one in threadpool_info()})
    show(rows, names)
    for run in runs:
        print(f"{run['case']:33} {run['dtype']:8}{run['steps']:>8} steps in {run['seconds']:.2f} s")
    if not options.no_write:
        RESULT.parent.mkdir(exist_ok=True)
        RESULT.write_text(json.dumps({"machine": {**machine, "libraries": blas}, "rows": rows, "runs": runs}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
