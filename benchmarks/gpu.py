"""Everything about the GPU, checked first and timed then: ``python -m benchmarks.gpu``

Checked: the tests in tests/cuda (``--no-tests`` leaves them out), then on the GPU itself every activation, loss, optimizer and switch
against the float64 oracle (:mod:`benchmarks.gpu_check`), then each contender's weights after 1,000 steps. Timed: this program in one
launch for many steps (one block, or a grid of blocks for larger networks); the same by layers, some kernels a step; the CUDA
document's design, one kernel per operation and a wait after each; torch with one step captured as a CUDA graph, where torch is there;
this program on the CPU. All start from the same weights on the same data, by plain gradient descent, and are timed by turns. Last
comes a large decision map, beside what the GPU's arithmetic and memory allow.

Writes ``benchmarks/results/gpu.json``. What fails is written there and printed, the rest goes on, and the exit status is 1. Without a
usable GPU nothing is timed, and the file says that the figures are not measured, unless it holds some that were.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import gpu_check, gpu_map
from benchmarks.gpu_cases import CASES, DOCUMENT, HYPER, ONE_LAUNCH, OURS, PICTURES, SMALL_32, TORCH, Case, Contender, contenders
from benchmarks.machine import describe
from nn.backends import devices
from nn.backends.devices import Device
from nn.backends.reference import ReferenceEngine
from nn.choices import DeviceChoice
from nn.errors import DeviceUnavailable

ROOT = Path(__file__).parent.parent
RESULT = Path(__file__).parent / "results" / "gpu.json"
CHECKED_STEPS = 1000
TOLERANCE = gpu_check.TOLERANCE  # of the weights after CHECKED_STEPS, relative to the largest
TURNS, TURN_SECONDS = 7, 0.3

Row = dict[str, Any]


def tests_pass() -> bool:
    """Whether the project's CUDA tests pass: the engine in numba's simulator, and its kernels' PTX."""
    command = [sys.executable, "-m", "pytest", "tests/cuda", "-q", "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def wrong_checks(gpu: Device) -> list[Row]:
    """The checks on the GPU that fail, each with its difference or its error."""
    found: list[Row] = []
    count = 0
    for check in gpu_check.checks():
        count += 1
        try:
            difference = gpu_check.difference(check, gpu.index)
        except Exception as error:  # whatever it is, the others are worth knowing
            traceback.print_exc()
            found.append({"check": check.name, "error": f"{type(error).__name__}: {error}"})
            continue
        if not difference <= TOLERANCE[check.dtype]:
            found.append({"check": check.name, "difference": difference})
    print(f"{count - len(found)} of {count} checks against the oracle hold on the GPU.")
    for row in found:
        print("  wrong:", row)
    return found


def relative_difference(case: Case, contender: Contender) -> float:
    """Largest difference of the weights to the float64 oracle's after 1,000 steps, relative to the largest weight."""
    oracle = ReferenceEngine(case.architecture, *case.data())
    oracle.train(case.chunk(CHECKED_STEPS), HYPER)
    contender.train(CHECKED_STEPS)
    return float(np.abs(contender.params() - oracle.params()).max() / np.abs(oracle.params()).max())


def checked(case: Case, make: Callable[[], Contender]) -> tuple[Contender, float]:
    """A contender of its own for the check, and another to be timed. Raises ArithmeticError where the check fails."""
    judged = make()
    difference = relative_difference(case, judged)
    judged.close()
    if not difference <= TOLERANCE[case.dtype]:
        raise ArithmeticError(f"the weights differ from the oracle's by {difference:.3g}")
    return make(), difference


def timed(case: Case, gpu: Device) -> list[Row]:
    """Agreement and speed of every contender, timed by turns; of one that fails, the error."""
    rows: list[Row] = []
    running: list[tuple[Row, Contender, int]] = []
    for name, make in contenders(case, gpu).items():
        row: Row = {"contender": name}
        rows.append(row)
        try:
            contender, row["relative_difference"] = checked(case, make)
            contender.train(20)
            row["way"] = contender.way()
            running.append((row, contender, max(10, int(TURN_SECONDS / seconds_per_step(contender, 200)))))
        except Exception as error:  # one contender's failure is no reason not to time the others
            traceback.print_exc()
            row["error"] = f"{type(error).__name__}: {error}"
    for _, contender, count in running:
        contender.train(count)  # what it needs for so many steps is made
    turns = [[seconds_per_step(contender, count) for _, contender, count in running] for _ in range(TURNS)]
    for (row, contender, _), seconds in zip(running, zip(*turns, strict=True), strict=True):
        median = statistics.median(seconds)
        row |= {"microseconds_per_step": median * 1e6, "fastest": min(seconds) * 1e6, "slowest": max(seconds) * 1e6}
        row["samples_per_second"] = (case.batch or case.samples) / median
        contender.close()
    return rows


def seconds_per_step(contender: Contender, steps: int) -> float:
    start = time.perf_counter()
    contender.train(steps)
    return (time.perf_counter() - start) / steps


def report(case: Case, rows: list[Row]) -> None:
    print(case.name)
    for row in rows:
        if "error" in row:
            print("  {contender:28} failed: {error}".format(**row))
        else:
            line = "  {contender:28} {microseconds_per_step:10.2f} µs/step {samples_per_second:14,.0f} samples/s {relative_difference:9.1e} {way}"
            print(line.format(**row))


def goals(found: list[Row], large_map: Row) -> list[Row]:
    """What was wanted of the GPU beside what was found; ``None`` where a contender is missing."""
    times = {(case["case"], row["contender"]): row.get("microseconds_per_step") for case in found for row in case["rows"]}

    def times_faster(case: Case, other: str) -> float | None:
        mine, theirs = times.get((case.name, ONE_LAUNCH)), times.get((case.name, other))
        return theirs / mine if mine and theirs else None

    wanted: list[tuple[str, float | None, float, bool]] = [
        (f"{SMALL_32.name}: µs a step", times.get((SMALL_32.name, ONE_LAUNCH)), 2.0, False),
        (f"{SMALL_32.name}: times as fast as {DOCUMENT}", times_faster(SMALL_32, DOCUMENT), 100.0, True),
        (f"{SMALL_32.name}: times as fast as {TORCH}", times_faster(SMALL_32, TORCH), 10.0, True),
        (f"{PICTURES.name}: µs a step", times.get((PICTURES.name, ONE_LAUNCH)), 10.0, False),
        (f"{PICTURES.name}: times as fast as {TORCH}", times_faster(PICTURES, TORCH), 5.0, True),
        ("decision map: share of the binding limit", large_map.get("share_of_limit"), 0.5, True),
    ]
    rows: list[Row] = []
    for name, value, goal, more in wanted:
        met = None if value is None else (value >= goal if more else value <= goal)
        rows.append({"goal": name, "at_least" if more else "at_most": goal, "found": value, "met": met})
    return rows


def map_row(gpu: Device) -> Row:
    try:
        row = gpu_map.measured(gpu)
    except Exception as error:  # too little memory, say: the training's figures are worth keeping
        traceback.print_exc()
        return {"error": f"{type(error).__name__}: {error}"}
    text = "decision map {side} x {side}: {milliseconds:.3f} ms, {share_of_limit:.0%} of what {binding_limit} allows"
    print(text.format(**row))
    return row


def not_measured(why: str, result: Path) -> None:
    """Say so in the result's file, unless it holds figures that were measured."""
    if result.exists() and json.loads(result.read_text(encoding="utf-8"))["measured"]:
        print(f"{why} {result.name} keeps the figures that were measured elsewhere.")
        return
    write(result, {"measured": False, "why": why, "cases": [case.name for case in CASES]})
    print(f"{why} Nothing was measured; {result.name} says so.")


def write(result: Path, content: Row) -> None:
    result.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def measured(gpu: Device, result: Path) -> bool:
    """Check and time everything, writing what is known after each case. Returns whether nothing of this program's failed."""
    card = {"name": gpu.name, "driver": gpu.driver, "compute_capability": gpu.compute_capability, "multiprocessors": gpu.cores}
    written: Row = {"measured": True, "gpu": card, "machine": describe(), "wrong_checks": wrong_checks(gpu), "cases": []}
    for case in CASES:
        rows = timed(case, gpu)
        report(case, rows)
        written["cases"].append({"case": case.name, "rows": rows})
        write(result, written)
    written["decision_map"] = map_row(gpu)
    written["goals"] = goals(written["cases"], written["decision_map"])
    write(result, written)
    for goal in written["goals"]:
        print({None: "  not measured:", True: "  met:", False: "  NOT met:"}[goal["met"]], goal["goal"], goal["found"])
    ours = [row for case in written["cases"] for row in case["rows"] if row["contender"] in OURS]
    return not written["wrong_checks"] and not any("error" in row for row in (*ours, written["decision_map"]))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--result", type=Path, default=RESULT, help="the JSON file to write")
    parser.add_argument("--no-tests", action="store_true", help="leave the tests in tests/cuda out; what is timed is checked all the same")
    given = parser.parse_args(arguments)
    try:
        gpu = devices.choose(DeviceChoice.CUDA)
    except DeviceUnavailable as error:
        not_measured(str(error), given.result)
        return 0
    if not given.no_tests and not tests_pass():
        print("The CUDA tests fail; nothing was timed.")
        return 1
    good = measured(gpu, given.result)
    print(f"Written to {given.result.name}.")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
