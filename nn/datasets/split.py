"""Which samples train and which test."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Parts = tuple[NDArray[np.int64], NDArray[np.int64]]
_SPLIT_STREAM = 1  # apart from the stream that drew the points: another test share leaves the points as they are


def _shares(sizes: NDArray[np.int64], test_share: float) -> NDArray[np.int64]:
    """How many of each group test: the whole comes as near as can be to ``test_share``, and each group keeps one to train."""
    wanted = sizes * test_share
    taken = np.floor(wanted).astype(np.int64)
    missing = round(float(sizes.sum()) * test_share) - int(taken.sum())
    for group in np.argsort(taken - wanted, kind="stable")[: max(missing, 0)]:
        taken[group] += 1
    kept: NDArray[np.int64] = np.minimum(taken, np.maximum(sizes - 1, 0))
    return kept


def split(groups: NDArray[np.int64], test_share: float, seed: int) -> Parts:
    """Training and test sample numbers, each ascending, int64.

    ``groups`` (n,) holds each sample's class, or zeros where there are none: every group gives its share to the test part.
    """
    generator = np.random.Generator(np.random.Philox(key=[seed, _SPLIT_STREAM]))
    names, sizes = np.unique(groups, return_counts=True)
    test = [np.empty(0, dtype=np.int64)]
    for name, count in zip(names, _shares(sizes.astype(np.int64), test_share), strict=True):
        test.append(generator.permutation(np.flatnonzero(groups == name))[:count])
    return _parts(len(groups), np.concatenate(test))


def steady_split(groups: NDArray[np.int64], test_share: float) -> Parts:
    """As :func:`split`, without chance: appending a sample never moves an earlier one to the other part."""
    test = [np.empty(0, dtype=np.int64)]
    for name in np.unique(groups):
        members = np.flatnonzero(groups == name)
        passed = np.floor(np.arange(len(members) + 1) * test_share + 1e-9)
        test.append(members[np.diff(passed) > 0])
    return _parts(len(groups), np.concatenate(test))


def _parts(size: int, test: NDArray[np.int64]) -> Parts:
    chosen = np.zeros(size, dtype=np.bool_)
    chosen[test] = True
    return np.flatnonzero(~chosen).astype(np.int64), np.flatnonzero(chosen).astype(np.int64)
