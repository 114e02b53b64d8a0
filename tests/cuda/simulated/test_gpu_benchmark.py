"""The benchmark's every line, before it meets a GPU: in the simulator, with little to do, and with figures that mean nothing."""

import json
from dataclasses import replace

import numpy as np
import pytest

from benchmarks import gpu, gpu_cases, gpu_check, gpu_map
from nn.backends import cuda
from nn.backends.devices import Device

CARD = Device("cuda", "a GPU", usable=True, compute_capability=(9, 0), driver="600.1", cores=132)
TINY = replace(gpu_cases.SMALL_32, name="tiny", widths=(2, 3, 1), samples=4)


@pytest.fixture(autouse=True)
def little_to_do(monkeypatch):
    monkeypatch.setattr(gpu, "CASES", (TINY, replace(TINY, name="tiny batches", batch=2)))
    monkeypatch.setattr(gpu, "CHECKED_STEPS", 4)
    monkeypatch.setattr(gpu, "TURNS", 2)
    monkeypatch.setattr(gpu, "TURN_SECONDS", 0.0)
    monkeypatch.setattr(gpu_map, "REPEATS", 1)
    monkeypatch.setattr(gpu_check, "STEPS", 2)
    monkeypatch.setattr(gpu_check, "SAMPLES", 7)
    monkeypatch.setattr(gpu, "contenders", lambda case, card: {k: v for k, v in gpu_cases.contenders(case, card).items() if k != gpu_cases.CPU})
    monkeypatch.setattr(gpu, "seconds_per_step", lambda contender, steps: contender.train(2) or 1e-6)
    monkeypatch.setattr(gpu.gpu_check, "checks", lambda: list(gpu_check_some()))
    measured = gpu_map.measured
    monkeypatch.setattr(gpu_map, "measured", lambda card: measured(card, side=3))
    monkeypatch.setattr("numba.cuda.simulator.cudadrv.devices.FakeCUDADevice.CLOCK_RATE", 1_980_000, raising=False)


ALL = list(gpu_check.checks())


def gpu_check_some():
    one = next(check for check in ALL if check.batch == 7 and check.masked)
    return [replace(one, name=one.name.replace("grid", "one block"), architecture=replace(one.architecture, widths=(3, 5, 2, 3)))]


def test_a_map_is_judged_by_the_limit_that_binds():
    """[2, 4, 8, 1] on 132 multiprocessors at 1.98 GHz: 26 special functions a point, 16 a clock, are more than 100 results at 128."""
    found = gpu_map.limits(gpu_map.work_of((2, 4, 8, 1)), 10**8, CARD, 1.98e9, 4.0e12)
    assert gpu_map.work_of((2, 4, 8, 1)) == gpu_map.Work(fused=100, special=26, moved=12)
    assert found["special functions"] == pytest.approx(0.622e-3, rel=1e-3)
    assert found["memory"] == pytest.approx(0.3e-3)
    judged = gpu_map.judged(1e-3, found)
    assert judged["binding_limit"] == "special functions"
    assert judged["share_of_limit"] == pytest.approx(0.622, rel=1e-3)


def test_all_that_was_measured_is_written(tmp_path, capsys):
    result = tmp_path / "gpu.json"
    assert gpu.measured(CARD, result)
    written = json.loads(result.read_text(encoding="utf-8"))
    assert written["gpu"]["name"] == "a GPU"
    assert [case["case"] for case in written["cases"]] == ["tiny", "tiny batches"]
    full, batches = (case["rows"] for case in written["cases"])
    assert [row["contender"] for row in full] == [gpu_cases.ONE_LAUNCH, gpu_cases.BY_LAYERS, gpu_cases.DOCUMENT]
    assert [row["contender"] for row in batches] == [gpu_cases.ONE_LAUNCH, gpu_cases.BY_LAYERS]
    assert all(row["relative_difference"] <= 1e-4 for row in (*full, *batches))
    assert written["decision_map"]["milliseconds"] == 1000.0
    assert len(written["goals"]) == 6
    assert "NOT met" in capsys.readouterr().out or all(goal["met"] in {None, True} for goal in written["goals"])


def test_what_fails_is_told_and_the_rest_goes_on(tmp_path, monkeypatch):
    def fail(*_):
        raise RuntimeError("no clock")

    monkeypatch.setattr(gpu_map, "measured", fail)
    monkeypatch.setattr(gpu, "TOLERANCE", {"float32": 0.0, "float64": 0.0})
    result = tmp_path / "gpu.json"
    assert not gpu.measured(CARD, result)
    written = json.loads(result.read_text(encoding="utf-8"))
    assert written["decision_map"] == {"error": "RuntimeError: no clock"}
    assert len(written["wrong_checks"]) == 1
    assert all(row["error"].startswith("ArithmeticError: the weights differ") for case in written["cases"] for row in case["rows"])


def test_the_checks_meet_every_kind_of_training_in_every_way():
    assert len({check.name for check in ALL}) == len(ALL)
    for one_launch in (True, False):
        these = [check for check in ALL if check.one_launch == one_launch and len(check.architecture.widths) == 4]
        assert {check.hyper.optimizer for check in these} == set(gpu_check.OptimizerKind)
        assert {(check.architecture.activations[-1], check.architecture.loss) for check in these} >= {
            (activation, loss) for activation in gpu_check.Activation for loss in (gpu_check.Loss.MSE, gpu_check.Loss.HALF_SQUARED)
        }
        assert {check.batch for check in these} == {None, 7, 70}
        assert any(check.dropout for check in these)
        assert any(check.masked for check in these)
    for check in ALL:  # on a GPU, each goes the way that its name says
        plan = cuda.plan_for(check.architecture, np.dtype(check.dtype))
        assert (plan is not None) == (check.name.startswith("one block")), check.name
