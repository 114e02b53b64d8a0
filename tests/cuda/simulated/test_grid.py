"""Training of larger networks in one cooperative launch: a grid of blocks that wait for one another, each with tiles of its own."""

from dataclasses import replace

import pytest
from problems import PLAIN, batches, full, mask_of, problem, same_course, with_dropout

from nn.backends import cuda, cuda_grid_plan, cuda_grid_train
from nn.choices import Activation, Loss, OptimizerKind


@pytest.fixture(autouse=True)
def no_network_is_small(monkeypatch):
    monkeypatch.setattr(cuda, "plan_for", lambda *_, **__: None)


def on_a_grid(monkeypatch, blocks):
    monkeypatch.setattr(cuda_grid_train, "SIMULATED_BLOCKS", blocks)


# A tile has 4 rows, 4 samples and 2 columns here: (5, 3, 2) is cut into 2 x 2 + 1 units.
@pytest.mark.parametrize(("blocks", "samples"), [(1, 3), (5, 4), (3, 6)], ids=["one-block", "kept", "shared-out"])
def test_any_number_of_blocks_takes_the_oracles_course(monkeypatch, blocks, samples):
    on_a_grid(monkeypatch, blocks)
    given = problem((5, 3, 2), output=Activation.SOFTMAX, loss=Loss.CROSS_ENTROPY, samples=samples)
    engine = same_course(given, full(3), replace(PLAIN, optimizer=OptimizerKind.ADAM, l1=0.01, l2=0.02))
    assert str(engine.way(samples)) == "grid of blocks"


def test_batches_under_dropout_and_a_mask_on_a_grid(monkeypatch):
    on_a_grid(monkeypatch, 3)
    given = problem((5, 3, 2, 1), samples=7)
    chunk = with_dropout(batches(4, samples=7, size=3), given.architecture, largest=3)
    same_course(given, chunk, replace(PLAIN, optimizer=OptimizerKind.NESTEROV), mask_of(given.architecture, (1, 2), hold=0.7))


def test_a_layer_with_more_neurons_than_a_block_has_threads(monkeypatch):
    """Then a thread has several outputs, else several threads have one."""
    on_a_grid(monkeypatch, 2)
    same_course(problem((2, 7, 6, 1), samples=2), full(2), PLAIN)


def test_longer_batches_go_layer_by_layer(monkeypatch):
    given = problem((2, 3, 1), samples=8)
    engine = given.cuda()
    monkeypatch.setattr(cuda_grid_train, "MOST_BATCH", 5)
    monkeypatch.setattr(engine._grid, "train", None)
    engine.train(full(1), PLAIN)
    assert engine.state().step == 1
    assert str(engine.way(cuda_grid_plan.MOST_BATCH + 1)) == "kernel by kernel"


def test_networks_that_are_too_wide_go_layer_by_layer(monkeypatch):
    monkeypatch.setattr(cuda_grid_plan, "MOST_WIDTH", 2)
    engine = same_course(problem((2, 3, 1), samples=3), full(2), PLAIN)
    assert not engine.one_launch
