"""The CPU benchmark's own parts: what it compares is the same network, and what it writes names no one."""

from __future__ import annotations

import getpass
import json
import platform
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks import cpu, machine
from nn.backends.base import Chunk
from nn.backends.reference import ReferenceEngine


@pytest.mark.parametrize("case", [case for case in cpu.CASES if case.widths[0] <= 64], ids=lambda case: f"{case.widths} {case.dtype}")
def test_its_cases_train_as_the_oracle_does(case: cpu.Case) -> None:
    case = replace(case, samples=case.batch or case.samples, batch=None)
    inputs, classes = case.data()
    targets = np.eye(2)[classes] if case.widths[-1] == 2 else classes[:, np.newaxis] if case.widths[-1] == 1 else np.eye(case.widths[-1])[classes]
    oracle = ReferenceEngine(case.architecture(), inputs, targets, case.params())
    expected = oracle.train(Chunk(np.full(20, case.rate)), cpu.HYPER)
    found = cpu.ours(case)(20)
    assert found is not None
    assert np.allclose(found, expected, rtol=cpu.TOLERANCE[case.dtype])


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed, and the benchmark does without it")
def test_the_playgrounds_design_trains_as_the_oracle_does() -> None:
    case = cpu.CASES[1]
    inputs, classes = case.data()
    oracle = ReferenceEngine(case.architecture(), inputs, classes[:, np.newaxis], case.params())
    expected = oracle.train(Chunk(np.full(20, case.rate)), cpu.HYPER)
    steps = cpu.playground(case)
    for count, last in ((5, 4), (15, 19)):
        assert steps(count) == pytest.approx(expected[last], rel=1e-12)


def test_a_whole_run_does_all_its_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []
    monkeypatch.setattr(cpu, "ours", lambda _case: done.append)
    found = cpu.seconds(cpu.Run(cpu.PIXELS, 25_000), turns=2)
    assert sum(done) - 100 == 2 * 25_000
    assert found["steps"] == 25_000


def test_disagreement_stops_it() -> None:
    case = cpu.CASES[0]
    contenders = {"neurolupa": lambda _count: np.array([0.5]), "other": lambda _count: np.array([0.6])}
    with pytest.raises(AssertionError, match="other has loss"):
        cpu.check(case, contenders)


def test_the_machine_is_described_without_names() -> None:
    written = json.dumps(machine.describe())
    for name in (platform.node(), getpass.getuser(), str(Path.home()), str(Path(__file__).parents[2])):
        assert len(name) < 3 or name not in written
    assert json.loads(written)["python"] == platform.python_version()
