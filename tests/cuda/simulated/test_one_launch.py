"""Training in one launch: with tiles in shared memory, with whole warps, over several launches; and what the host sees of it."""

from dataclasses import replace

import numpy as np
import pytest
from problems import PLAIN, agree, batches, full, mask_of, problem, same_course, with_dropout

from nn.backends import cuda, cuda_plan
from nn.backends.cuda_small import SmallTrainer
from nn.choices import Activation, Loss, OptimizerKind, Reduction


@pytest.fixture
def tiles(monkeypatch):
    """No network is small enough for registers, and a tile holds 4 samples."""
    monkeypatch.setattr(cuda_plan, "MOST_SUMS", {4: 0, 8: 0})
    monkeypatch.setattr(cuda_plan, "TILES", (4,))


TILED = [
    (problem((2, 5, 3), output=Activation.SOFTMAX, loss=Loss.CROSS_ENTROPY, samples=7), OptimizerKind.ADAM),
    (problem((3, 2, 2, 1), output=Activation.SIGMOID, loss=Loss.BINARY_CROSS_ENTROPY, samples=4), OptimizerKind.MOMENTUM),
    (problem((2, 3), output=Activation.SOFTMAX, loss=Loss.MSE, samples=2), OptimizerKind.RMSPROP),
]


@pytest.mark.usefixtures("tiles")
@pytest.mark.parametrize(("given", "kind"), TILED)
def test_tiles(given, kind):
    same_course(given, full(3), replace(PLAIN, optimizer=kind, reduction=Reduction.SUM, l1=0.01, l2=0.02))


@pytest.mark.usefixtures("tiles")
def test_tiles_in_shuffled_batches_under_dropout_and_a_mask():
    given = problem((2, 4, 3, 2), samples=8)
    chunk = with_dropout(batches(4, samples=8, size=5), given.architecture, largest=5)
    same_course(given, chunk, replace(PLAIN, optimizer=OptimizerKind.NESTEROV), mask_of(given.architecture, (1, 2), hold=0.7))


@pytest.mark.usefixtures("tiles")
def test_tiles_in_float32():
    same_course(problem((2, 4, 1), samples=9), full(4), PLAIN, dtype=np.float32, tolerance=1e-5)


@pytest.mark.parametrize("kind", cuda_plan.Kind)
def test_three_rounds_of_exchanges(monkeypatch, kind):
    """A warp of 8 lanes halves its sums three times; a real one, of 32, five times."""
    monkeypatch.setattr(cuda, "BLOCK", {"warp": 8, "threads": 16})
    if kind is cuda_plan.Kind.TILE:
        monkeypatch.setattr(cuda_plan, "MOST_SUMS", {4: 0, 8: 0})
    same_course(problem((2, 2, 1), samples=21), full(2), PLAIN)


def test_a_chunk_is_cut_into_launches_that_grow(monkeypatch):
    lengths = []
    real = SmallTrainer.train

    class Noted:
        def __init__(self, kernel):
            self.kernel = kernel

        def __getitem__(self, launch):
            launched = self.kernel[launch]

            def call(*arguments):
                lengths.append(arguments[6])
                launched(*arguments)

            return call

    training_kernel = cuda.SmallTrainer.train.__globals__["training_kernel"]
    monkeypatch.setitem(real.__globals__, "training_kernel", lambda plan: Noted(training_kernel(plan)))
    given = problem((2, 2, 1), samples=3)
    same_course(given, full(30), replace(PLAIN, optimizer=OptimizerKind.ADAM))
    assert lengths[0] == 1
    assert sum(lengths) == 30
    assert lengths == sorted(lengths[:-1]) + lengths[-1:]
    assert 4 < len(lengths) < 12


def test_the_state_is_there_without_a_question_to_the_gpu(monkeypatch):
    given = problem((2, 3, 1))
    engine, oracle = given.cuda(), given.oracle()
    for one in (engine, oracle):
        one.train(full(3), replace(PLAIN, optimizer=OptimizerKind.ADAM))

    def refuse(array):
        raise AssertionError("the GPU was asked")

    monkeypatch.setattr(engine._passes, "download", refuse)
    agree(engine.state().params, oracle.state().params, 1e-12)
    agree(engine.state().slots, oracle.state().slots, 1e-12)
    assert not engine.state().params.flags.writeable


def test_no_steps_compile_the_kernel_and_change_nothing():
    given = problem((2, 3, 1))
    engine = given.cuda()
    before = engine.state()
    assert engine.train(full(0), PLAIN).shape == (0,)
    after = engine.state()
    assert np.array_equal(before.params, after.params)
    assert (after.step, after.optimizer_step) == (0, 0)


def test_an_order_that_names_no_sample_is_refused():
    given = problem((2, 3, 1), samples=4)
    wrong = replace(batches(1, samples=4, size=4), order=np.array([0, 1, 2, 4], dtype=np.int32))
    with pytest.raises(ValueError, match="outside 0 to 3"):
        given.cuda().train(wrong, PLAIN)


def test_batches_that_one_block_is_too_slow_for_are_trained_by_layers(monkeypatch):
    monkeypatch.setitem(SmallTrainer.takes.__globals__, "MOST_SAMPLES", 5)
    given = problem((2, 3, 1), samples=8)
    engine = same_course(given, full(2), PLAIN)
    monkeypatch.setattr(engine, "_train_by_layers", None)
    engine.train(batches(2, samples=8, size=4), PLAIN)  # these are short enough
    assert engine.state().step == 4
    assert str(engine.way(8)) == "one block"
