"""Training on the simulated GPU takes the oracle's course, in one launch of one block or of a grid, and by layers.

Every activation, loss, optimizer, regularizer, mask and batch.
"""

from dataclasses import replace

import numpy as np
import pytest
from problems import PLAIN, agree, batches, full, mask_of, problem, same_course, with_dropout

from nn.backends import cuda
from nn.choices import Activation, Loss, OptimizerKind, Reduction


@pytest.fixture(params=["one-launch", "grid", "by-layers"])
def one_launch(request, monkeypatch):
    if request.param == "grid":
        monkeypatch.setattr(cuda, "plan_for", lambda *_, **__: None)  # no block can hold any network
    return request.param != "by-layers"


HIDDEN = [activation for activation in Activation if activation is not Activation.SOFTMAX]
ENDS = [
    *((activation, loss) for activation in Activation for loss in (Loss.HALF_SQUARED, Loss.MSE)),
    (Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY),
    (Activation.SOFTMAX, Loss.CROSS_ENTROPY),
]


@pytest.mark.parametrize("activation", HIDDEN)
def test_hidden_activation(one_launch, activation):
    same_course(problem((2, 3, 2, 2), hidden=activation, samples=4), full(2), PLAIN, one_launch=one_launch)


@pytest.mark.parametrize(("activation", "loss"), ENDS)
def test_output_activation_and_loss(one_launch, activation, loss):
    same_course(problem((2, 2, 3), output=activation, loss=loss, samples=4), full(2), PLAIN, one_launch=one_launch)


@pytest.mark.parametrize("kind", OptimizerKind)
@pytest.mark.parametrize("reduction", Reduction)
def test_optimizer_and_reduction(one_launch, kind, reduction):
    same_course(problem((2, 2, 1), samples=4), full(3, 0.02), replace(PLAIN, optimizer=kind, reduction=reduction), one_launch=one_launch)


@pytest.mark.parametrize(("l1", "l2"), [(0.1, 0.0), (0.05, 0.1)])
def test_regularizer_leaves_biases_alone(one_launch, l1, l2):
    given = problem((2, 2, 1), samples=4)
    given.params[0] = 0.0  # sign(0) is 0
    same_course(given, full(3), replace(PLAIN, l1=l1, l2=l2, reduction=Reduction.SUM), one_launch=one_launch)


@pytest.mark.parametrize(
    ("dtype", "tolerance", "kind", "output", "loss"),
    [
        (np.float64, 1e-12, OptimizerKind.SGD, Activation.SIGMOID, Loss.MSE),
        (np.float32, 1e-4, OptimizerKind.MOMENTUM, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY),
    ],
)
def test_many_steps(one_launch, dtype, tolerance, kind, output, loss):  # noqa: PLR0917 - the columns of the table
    given = problem((2, 2, 2), output=output, loss=loss, samples=4)
    engine = same_course(given, full(20), replace(PLAIN, optimizer=kind), dtype=dtype, tolerance=tolerance, one_launch=one_launch)
    assert engine.params().dtype == dtype
    assert engine.state().step == engine.state().optimizer_step == 20


def test_shuffled_batches_with_a_smaller_last_one(one_launch):
    given = problem((2, 3, 1), samples=7)
    same_course(given, batches(7, samples=7, size=3), replace(PLAIN, optimizer=OptimizerKind.ADAM), one_launch=one_launch)


def test_dropout_in_batches_and_under_a_mask(one_launch):
    given = problem((2, 4, 3, 2), samples=5)
    chunk = with_dropout(batches(3, samples=5, size=3), given.architecture, largest=3)
    same_course(given, chunk, replace(PLAIN, optimizer=OptimizerKind.MOMENTUM), mask_of(given.architecture, (1, 2), hold=0.7), one_launch=one_launch)


def test_dropout_over_the_full_batch(one_launch):
    given = problem((2, 4, 1), samples=5)
    same_course(given, with_dropout(full(2), given.architecture, largest=5), PLAIN, one_launch=one_launch)


@pytest.mark.parametrize("kind", OptimizerKind)
def test_a_neuron_that_is_off_keeps_its_weights_and_slots_bit_for_bit(one_launch, kind):
    given = problem((2, 3, 3, 1), samples=3)
    hyper = replace(PLAIN, optimizer=kind, l1=0.01, l2=0.1)
    engine, oracle = given.cuda(one_launch=one_launch), given.oracle()
    for one in (engine, oracle):
        one.train(full(1), hyper)
    mask = mask_of(given.architecture, (1, 0), (2, 2), hold=-0.3)
    frozen = mask.frozen_parameters(given.architecture.layout)
    before = engine.state()
    for one in (engine, oracle):
        one.set_mask(mask)
        one.train(full(2), hyper)
    after = engine.state()
    assert np.array_equal(before.params[frozen], after.params[frozen])
    assert np.array_equal(before.slots[:, frozen], after.slots[:, frozen])
    assert not np.any(before.params[~frozen] == after.params[~frozen])
    for one in (engine, oracle):
        one.set_mask(None)
        one.train(full(1), hyper)
    agree(engine.params(), oracle.params(), 1e-12)


def test_the_length_of_chunks_does_not_matter(one_launch):
    given, hyper = problem((2, 3, 1), samples=7), replace(PLAIN, optimizer=OptimizerKind.ADAM)
    whole = batches(6, samples=7, size=3)
    one, many = given.cuda(one_launch=one_launch), given.cuda(one_launch=one_launch)
    losses = one.train(whole, hyper)
    pieces = []
    for k in range(6):
        low, high = whole.starts[k], whole.starts[k + 1]
        piece = replace(whole, rates=whole.rates[k : k + 1], order=whole.order[low:high], starts=np.array([0, high - low]))
        pieces.append(many.train(piece, hyper))
    assert np.array_equal(losses, np.concatenate(pieces))
    assert np.array_equal(one.params(), many.params())
    assert np.array_equal(one.state().slots, many.state().slots)


def test_a_run_repeats_and_goes_on_from_a_state_bit_for_bit(one_launch):
    given, hyper = problem((2, 3, 1)), replace(PLAIN, optimizer=OptimizerKind.ADAM)
    engine = given.cuda(one_launch=one_launch)
    engine.train(full(3), hyper)
    middle = engine.state()
    losses = engine.train(full(3), hyper)
    other = given.cuda(one_launch=one_launch)
    other.restore(middle)
    assert np.array_equal(other.train(full(3), hyper), losses)
    assert np.array_equal(other.params(), engine.params())
    assert (other.state().step, other.state().optimizer_step) == (6, 6)
    assert not middle.params.flags.writeable
    assert not middle.slots.flags.writeable


def test_an_order_without_starts_is_taken_whole_at_each_step(one_launch):
    given = problem((2, 3, 1), samples=5)
    chunk = replace(full(3), order=np.array([4, 0, 2], dtype=np.int32))
    same_course(given, chunk, PLAIN, one_launch=one_launch)


def test_no_hidden_layer(one_launch):
    same_course(problem((3, 2), output=Activation.SOFTMAX, loss=Loss.CROSS_ENTROPY), full(2), PLAIN, one_launch=one_launch)


def test_a_loss_that_is_not_finite_is_returned(one_launch):
    given = problem((2, 3, 1), hidden=Activation.RELU, output=Activation.LINEAR)
    given.params[0] = np.nan
    with np.errstate(all="ignore"):
        assert np.all(np.isnan(given.cuda(one_launch=one_launch).train(full(2), PLAIN)))


@pytest.mark.parametrize("loss", [Loss.BINARY_CROSS_ENTROPY, Loss.CROSS_ENTROPY])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_cross_entropies_stay_finite_for_huge_logits(one_launch, loss, dtype):
    output = Activation.SIGMOID if loss is Loss.BINARY_CROSS_ENTROPY else Activation.SOFTMAX
    given = problem((2, 2), output=output, loss=loss)
    given.params[:] = 1e4
    given.params[1] = -1e4
    assert np.all(np.isfinite(given.cuda(dtype, one_launch=one_launch).train(full(1, 1e-6), PLAIN)))
