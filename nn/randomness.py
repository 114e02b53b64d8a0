"""The one source of chance: NumPy's Philox, which can be opened at any place.

The seed is the generator's key, and its 256-bit counter names what is drawn: word 3 the stream, word 2 the position in it
(an epoch or a step), while words 0 and 1 count up as numbers are drawn. Each place so has 2¹²⁸ blocks of its own, streams
can't overlap, and a run that goes back to a step draws the very same numbers again.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.random import Generator, Philox
from numpy.typing import NDArray


class Stream(IntEnum):
    """What numbers are drawn for."""

    INITIAL = 0
    SHUFFLE = 1
    DROPOUT = 2
    PAIRS = 3  # a curve's (x, y) pairs
    BATCH = 4  # a fit's batch of pairs
    DIRECTION = 5  # directions through a network's parameters
    LOANS = 6  # the perceptron lesson's clients
    COALITIONS = 7  # the orders in which neurons are switched on for Shapley values


def _words(low: int, *rest: int) -> NDArray[np.uint64]:
    return np.array([low, *rest], dtype=np.uint64)


def _at(seed: int, stream: Stream, position: int) -> Philox:
    return Philox(key=_words(seed, 0), counter=_words(0, 0, position, stream))


def generator(seed: int, stream: Stream, position: int = 0) -> Generator:
    """A generator at a place of a stream, for whatever has no function of its own here."""
    return Generator(_at(seed, stream, position))


def initial(seed: int) -> Generator:
    """What the starting weights are drawn from."""
    return Generator(_at(seed, Stream.INITIAL, 0))


def shuffle(seed: int, epoch: int, n: int) -> NDArray[np.int32]:
    """The order of ``n`` samples in ``epoch``: a permutation of 0 … n − 1."""
    # of NumPy's own whole numbers: an array of 32-bit ones is put in the same order, and takes half as long again
    return Generator(_at(seed, Stream.SHUFFLE, epoch)).permutation(n).astype(np.int32)


def keep(seed: int, step: int, rows: int, batch: int, dropout: float) -> NDArray[np.uint8]:
    """Which hidden outputs ``step`` keeps, shape (rows, batch): 1 with probability 1 − ``dropout``, else 0."""
    kept: NDArray[np.uint8] = keeps(seed, range(step, step + 1), rows, batch, dropout)[0]
    return kept


def keeps(seed: int, steps: range, rows: int, batch: int, dropout: float) -> NDArray[np.uint8]:
    """:func:`keep` of each of ``steps``, shape (len(steps), rows, batch).

    Sixteen random bits decide on each output, so the probability is right to 2⁻¹⁷. One generator serves all steps: to move it
    to the next step takes a sixth of the time of making another.
    """
    threshold = round((1.0 - dropout) * 2**16)
    count = rows * batch
    source = _at(seed, Stream.DROPOUT, 0)
    place = source.state
    found = np.empty((len(steps), rows, batch), dtype=np.uint8)
    for k, step in enumerate(steps):
        place["state"]["counter"][2] = step
        source.state = place
        bits = source.random_raw(-(-count // 4)).astype("<u8", copy=False).view("<u2")
        np.less(bits[:count].reshape(rows, batch), threshold, out=found[k].view(np.bool_))
    return found
