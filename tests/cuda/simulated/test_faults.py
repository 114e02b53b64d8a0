"""A launch of many steps that fails, or never ends, is one sentence; what the CPU then goes on from is whole."""

import logging

import numpy as np
import pytest
from numba.cuda.cudadrv.driver import CudaAPIError
from problems import PLAIN, agree, full, problem

from nn.backends import cuda, cuda_faults, cuda_grid_train, cuda_pace, cuda_small
from nn.backends.cuda_guard import GuardedEngine
from nn.backends.reference import ReferenceEngine
from nn.errors import DeviceUnavailable


@pytest.fixture(params=["one block", "grid of blocks"])
def engine(request, monkeypatch):
    if request.param == "grid of blocks":
        monkeypatch.setattr(cuda, "plan_for", lambda *_, **__: None)
    made = problem((2, 3, 1), samples=4).cuda()
    assert str(made.way(4)) == request.param
    return made


class FailingKernel:
    def __getitem__(self, launch):
        def call(*arguments):
            raise CudaAPIError("[700] Call to cuLaunchKernel results in CUDA_ERROR_ILLEGAL_ADDRESS")

        return call


class Silent:
    """An event that never comes to pass."""

    def record(self, stream):
        pass

    def query(self):
        return False


def fail(engine, monkeypatch):
    if engine._grid is not None:
        monkeypatch.setattr(engine._grid, "_kernel", FailingKernel())
    monkeypatch.setattr(cuda_small, "training_kernel", lambda plan: FailingKernel())


def test_a_launch_that_fails(engine, monkeypatch):
    fail(engine, monkeypatch)
    with pytest.raises(DeviceUnavailable, match="CUDA_ERROR_ILLEGAL_ADDRESS"):
        engine.train(full(2), PLAIN)


def test_a_launch_that_never_ends(engine, monkeypatch):
    feed = (engine._small or engine._grid)._feed
    for ticket in feed._tickets:
        monkeypatch.setattr(ticket, "ended", Silent())
    monkeypatch.setattr(cuda_pace.wait, "__defaults__", (0.001,))
    with pytest.raises(DeviceUnavailable, match=r"hasn't answered for 0\.001 seconds"):
        engine.train(full(2), PLAIN)


def test_training_goes_on_where_the_gpu_was(engine, monkeypatch):
    monkeypatch.setattr(cuda_faults, "_given_up", [])
    given = problem((2, 3, 1), samples=4)
    guarded = GuardedEngine(engine, lambda start: ReferenceEngine(given.architecture, given.inputs, given.targets, start))
    healthy = given.oracle()
    losses = guarded.train(full(3), PLAIN)
    fail(engine, monkeypatch)
    losses = np.concatenate((losses, guarded.train(full(2), PLAIN)))
    agree(losses, np.concatenate((healthy.train(full(3), PLAIN), healthy.train(full(2), PLAIN))), 1e-12)
    agree(guarded.params(), healthy.params(), 1e-12)
    assert guarded.device == "cpu"
    assert "training goes on on the CPU" in str(guarded.fault)


def test_a_grid_that_can_not_be_linked_trains_kernel_by_kernel(monkeypatch):
    monkeypatch.setattr(cuda, "plan_for", lambda *_, **__: None)
    given = problem((2, 3, 1), samples=4)
    made, oracle = given.cuda(), given.oracle()
    monkeypatch.setattr(cuda_grid_train, "SIMULATED", False)  # whose kernels can't be compiled beforehand
    agree(made.train(full(2), PLAIN), oracle.train(full(2), PLAIN), 1e-12)
    assert str(made.way(4)) == "kernel by kernel"
    agree(made.params(), oracle.params(), 1e-12)


def test_a_gpu_without_cooperative_launches_trains_kernel_by_kernel(monkeypatch):
    monkeypatch.setattr(cuda, "plan_for", lambda *_, **__: None)
    monkeypatch.setattr(cuda_grid_train, "SIMULATED", False)
    monkeypatch.setattr(cuda_grid_train, "_cooperates", lambda: False)
    made = problem((2, 3, 1), samples=4).cuda()
    assert str(made.way(4)) == "kernel by kernel"


def test_waiting_for_the_gpu_fills_no_log(caplog):
    logging.getLogger("numba.cuda.cudadrv.driver").error("Call to cuEventQuery results in CUDA_ERROR_NOT_READY")
    assert caplog.records == []
