"""One source of chance: the same at every visit, different everywhere else, and fair."""

from __future__ import annotations

import numpy as np
import pytest

from nn import randomness


def test_a_place_gives_the_same_numbers_at_every_visit() -> None:
    first = [randomness.keep(7, step, 12, 33, 0.3) for step in range(5)]
    again = [randomness.keep(7, step, 12, 33, 0.3) for step in (4, 0, 3, 1, 2)]
    for step, mask in zip((4, 0, 3, 1, 2), again, strict=True):
        np.testing.assert_array_equal(mask, first[step])
    np.testing.assert_array_equal(randomness.shuffle(7, 3, 500), randomness.shuffle(7, 3, 500))
    np.testing.assert_array_equal(randomness.initial(7).random(9), randomness.initial(7).random(9))


def test_many_steps_at_once_are_the_same_as_one_by_one() -> None:
    steps = range(2**40 - 2, 2**40 + 2)
    np.testing.assert_array_equal(randomness.keeps(1, steps, 5, 7, 0.5), [randomness.keep(1, step, 5, 7, 0.5) for step in steps])


def test_seeds_epochs_and_steps_all_differ() -> None:
    masks = {randomness.keep(seed, step, 10, 50, 0.5).tobytes() for seed in (0, 1, 2**32 - 1) for step in range(20)}
    assert len(masks) == 60
    orders = {randomness.shuffle(seed, epoch, 50).tobytes() for seed in (0, 1, 2**32 - 1) for epoch in range(20)}
    assert len(orders) == 60
    assert len({float(randomness.initial(seed).random()) for seed in range(100)}) == 100


def test_streams_do_not_overlap() -> None:
    """A long draw for the starting weights meets none of the numbers of shuffles and dropout at small positions."""
    drawn = set(randomness.initial(5).bit_generator.random_raw(20_000).tolist())
    for stream in (randomness.Stream.SHUFFLE, randomness.Stream.DROPOUT):
        for position in range(20):
            assert drawn.isdisjoint(randomness._at(5, stream, position).random_raw(1000).tolist())


@pytest.mark.parametrize("n", [1, 2, 500])
def test_a_shuffle_is_a_permutation(n: int) -> None:
    order = randomness.shuffle(0, 1, n)
    assert order.dtype == np.int32
    np.testing.assert_array_equal(np.sort(order), np.arange(n))


def test_shuffles_are_fair() -> None:
    """Each of 6 orders of 3 samples in 6,000 epochs: 1,000 ± 29; chi-square above 20.5 has probability 0.001."""
    orders = [randomness.shuffle(11, epoch, 3).tobytes() for epoch in range(6000)]
    counts = np.array([orders.count(order) for order in set(orders)])
    assert len(counts) == 6
    assert ((counts - 1000) ** 2 / 1000).sum() < 20.5


@pytest.mark.parametrize("dropout", [0.0, 0.1, 0.25, 0.5, 0.9, 0.999999])
def test_dropout_keeps_its_share(dropout: float) -> None:
    kept = randomness.keeps(3, range(100), 20, 500, dropout)
    assert kept.dtype == np.uint8
    assert kept.shape == (100, 20, 500)
    assert set(np.unique(kept)) <= {0, 1}
    deviation = np.sqrt(dropout * (1 - dropout) / kept.size)
    assert abs(kept.mean() - (1 - dropout)) <= 4 * deviation + 2.0**-17


def test_neighbours_are_independent() -> None:
    """Correlation of ±1 between a neuron's steps, samples and neighbours stays below four deviations."""
    signs = 2.0 * randomness.keeps(3, range(50), 20, 100, 0.5) - 1.0
    for one, other in ((signs[1:], signs[:-1]), (signs[:, 1:], signs[:, :-1]), (signs[..., 1:], signs[..., :-1])):
        assert abs((one * other).mean()) < 4 / np.sqrt(one.size)


def test_the_numbers_themselves_are_fixed() -> None:
    """Philox 4×64-10 is one algorithm everywhere: these bits come again with any NumPy, or saved runs could not be repeated."""
    assert np.packbits(randomness.keep(42, 1000, 4, 16, 0.5)).tobytes().hex() == "0ec67a10aaef3ec5"
