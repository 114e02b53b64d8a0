"""What the CUDA engine answers about a network: outputs, neurons, gradients and measures; and what it does when the GPU fails."""

import weakref
from dataclasses import replace

import numpy as np
import pytest
from problems import PLAIN, agree, full, mask_of, problem

from nn.backends import cuda_faults, cuda_maps, cuda_probe, cuda_walk_maps, devices
from nn.backends.cuda import CudaEngine
from nn.backends.cuda_passes import Passes
from nn.choices import Activation, Loss, Reduction, Task
from nn.errors import DeviceUnavailable
from nn.text import Sentence

ENDS = [
    problem((2, 4, 3), output=Activation.SOFTMAX, loss=Loss.CROSS_ENTROPY),
    problem((2, 3, 2, 1), output=Activation.SIGMOID, loss=Loss.BINARY_CROSS_ENTROPY),
    problem((2, 3, 2), output=Activation.LINEAR, loss=Loss.HALF_SQUARED),
]


@pytest.mark.parametrize("given", ENDS)
def test_outputs_neurons_and_gradient(given):
    engine, oracle = given.cuda(), given.oracle()
    other = np.random.default_rng(5).normal(size=given.params.shape)
    hyper = replace(PLAIN, reduction=Reduction.SUM, l1=0.1, l2=0.3)
    for params in (None, other):
        for mask in (None, mask_of(given.architecture, (1, 1), hold=0.4)):
            agree(engine.outputs(given.inputs, params, mask), oracle.outputs(given.inputs, params, mask), 1e-12)
            agree(engine.neurons(given.inputs, params, mask), oracle.neurons(given.inputs, params, mask), 1e-12)
            agree(engine.gradient(hyper, params, mask), oracle.gradient(hyper, params, mask), 1e-12)


@pytest.mark.parametrize("given", ENDS)
def test_measures_under_many_masks_in_one_batch(given):
    masks = (
        mask_of(given.architecture),
        mask_of(given.architecture, (1, 0)),
        mask_of(given.architecture, (1, 0), (1, 2), hold=0.5),
        mask_of(given.architecture, (1, 1), hold=-1.0),
    )
    found = given.cuda().measure(given.inputs, given.targets, Task.CLASSIFICATION, masks)
    wanted = given.oracle().measure(given.inputs, given.targets, Task.CLASSIFICATION, masks)
    agree(found[0], wanted[0], 1e-12)
    assert np.array_equal(found[1], wanted[1])


@pytest.mark.parametrize("question", ["outputs", "neurons", "measure"])
@pytest.mark.parametrize("large", [False, True])
def test_a_map_is_one_launch(monkeypatch, question, large):
    launches = []
    given = problem((2, 3, 1), samples=9)
    engine = given.cuda(one_launch=not large)
    for module in (cuda_maps, cuda_walk_maps):
        for name in ("rows_kernel", "measure_kernel"):
            make = getattr(module, name)
            monkeypatch.setattr(module, name, lambda *known, make=make: Counted(make(*known), launches))
    for name in ("launch", "_multiply"):
        monkeypatch.setattr(engine._passes, name, None)
    masks = tuple(mask_of(given.architecture, (1, i)) for i in range(3))
    rest = (given.targets, Task.CLASSIFICATION, masks) if question == "measure" else ()
    getattr(engine, question)(given.inputs, *rest)
    assert len(launches) == 1


class Counted:
    """A kernel that notes its launches."""

    def __init__(self, kernel, launches):
        self.kernel, self.launches = kernel, launches

    def __getitem__(self, launch):
        self.launches.append(launch)
        return self.kernel[launch]


def test_measures_of_a_regression_and_of_nothing():
    given = problem((2, 3, 1), output=Activation.LINEAR)
    masks = (mask_of(given.architecture), mask_of(given.architecture, (1, 0)))
    engine = given.cuda()
    loss, accuracy = engine.measure(given.inputs, given.targets, Task.REGRESSION, masks)
    agree(loss, given.oracle().measure(given.inputs, given.targets, Task.REGRESSION, masks)[0], 1e-12)
    assert np.all(np.isnan(accuracy))
    loss, accuracy = engine.measure(given.inputs[:0], given.targets[:0], Task.CLASSIFICATION, masks)
    assert np.all(np.isnan(loss))
    assert np.all(np.isnan(accuracy))
    assert engine.measure(given.inputs, given.targets, Task.CLASSIFICATION, ())[0].shape == (0,)
    assert engine.outputs(given.inputs[:0]).shape == (0, 1)


def test_a_half_is_class_one():
    given = problem((1, 1), output=Activation.LINEAR, samples=2)
    params = np.array([0.0, 0.5])
    accuracy = given.cuda().measure(np.zeros((2, 1)), np.ones((2, 1)), Task.CLASSIFICATION, (mask_of(given.architecture),), params)[1]
    assert accuracy.tolist() == [1.0]


def test_questions_between_chunks_leave_training_alone():
    given = problem((2, 3, 1))
    asked, quiet = given.cuda(), given.cuda()
    for engine in (asked, quiet):
        engine.train(full(2), PLAIN)
    asked.measure(given.inputs[:2] + 1, given.targets[:2], Task.CLASSIFICATION, (mask_of(given.architecture, (1, 0)),))
    asked.neurons(given.inputs * 3)
    asked.gradient(PLAIN)
    assert np.array_equal(asked.train(full(3), PLAIN), quiet.train(full(3), PLAIN))
    assert np.array_equal(asked.params(), quiet.params())


def test_results_are_of_the_engines_dtype():
    given = problem((2, 3, 1))
    engine = given.cuda(np.float32)
    assert (engine.device, engine.device_name, engine.dtype) == ("cuda", "CUDA simulator", np.dtype(np.float32))
    for array in (engine.params(), engine.outputs(given.inputs), engine.neurons(given.inputs), engine.gradient(PLAIN), engine.state().slots):
        assert array.dtype == np.float32


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("[2] Call to cuMemAlloc results in CUDA_ERROR_OUT_OF_MEMORY", "too little free memory"),
        ("[700] Call to cuLaunchKernel results in CUDA_ERROR_ILLEGAL_ADDRESS", "CUDA_ERROR_ILLEGAL_ADDRESS"),
    ],
)
def test_a_fault_of_the_gpu_is_a_sentence(monkeypatch, message, words):
    from numba.cuda.cudadrv.driver import CudaAPIError

    engine = problem((2, 3, 1)).cuda(one_launch=False)

    def fail(*arguments):
        raise CudaAPIError(message)

    monkeypatch.setattr(engine._passes, "launch", fail)
    with pytest.raises(DeviceUnavailable, match=words) as caught:
        engine.train(full(2), PLAIN)
    assert isinstance(caught.value.__cause__, CudaAPIError)
    assert "{name}" in caught.value.sentence.template


def test_a_mistake_of_our_own_is_not_blamed_on_the_gpu(monkeypatch):
    engine = problem((2, 3, 1)).cuda(one_launch=False)

    def fail(*arguments):
        raise ValueError("a mistake")

    monkeypatch.setattr(engine._passes, "launch", fail)
    with pytest.raises(ValueError, match="a mistake"):
        engine.train(full(2), PLAIN)


def test_an_engine_for_which_there_is_no_memory_is_not_made(monkeypatch):
    from numba.cuda.cudadrv.driver import CudaAPIError

    def fail(*arguments):
        raise CudaAPIError("[2] Call to cuMemAlloc results in CUDA_ERROR_OUT_OF_MEMORY")

    monkeypatch.setattr(Passes, "empty", fail)
    given = problem((2, 3, 1))
    device = devices.Device("cuda", "a GPU", usable=True)
    with pytest.raises(DeviceUnavailable, match="too little free memory"):
        devices.create_engine(device, given.architecture, given.inputs, given.targets, given.params, np.float32)


def test_a_gpu_that_was_given_up_is_not_used_again(monkeypatch):
    monkeypatch.setattr(cuda_faults, "_given_up", [])
    cuda_faults.give_up(Sentence("{name} failed.", {"name": "a GPU"}), None)
    with pytest.raises(DeviceUnavailable, match="a GPU failed"):
        problem((2, 3, 1)).cuda()


def test_devices_make_the_engine_of_a_gpu():
    given = problem((2, 3, 1))
    device = devices.Device("cuda", "a GPU", usable=True)
    engine = devices.create_engine(device, given.architecture, given.inputs, given.targets, given.params, np.float32)
    assert isinstance(engine, CudaEngine)
    assert engine.dtype == np.float32


def test_the_trial_runs_a_kernel_and_looks_at_its_result(monkeypatch):
    cuda_probe.trial(0)

    class DoesNothing:
        def __getitem__(self, launch):
            return lambda given, first, picked: picked.copy_to_device(np.zeros((1, 32), dtype=np.float32))

    monkeypatch.setattr("nn.backends.cuda_kernels.pick", DoesNothing())
    with pytest.raises(RuntimeError, match="wrong result"):
        cuda_probe.trial(0)


def test_a_closed_engine_holds_nothing_and_can_be_closed_again():
    engine = problem((2, 3, 1)).cuda()
    buffer = weakref.ref(engine._passes.acts)
    engine.close()
    engine.close()
    assert buffer() is None
