"""Pictures of bytes: kept as uint8, seen by a network as byte/255. The one place where the one becomes the other."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

Scalar = TypeVar("Scalar", bound=np.generic)

BRIGHTEST = 255


def is_bytes(inputs: NDArray[Any]) -> bool:
    """Whether ``inputs`` are pictures of bytes, to be scaled where they meet arithmetic."""
    return inputs.dtype == np.uint8


def floats(inputs: NDArray[Any], dtype: DTypeLike = np.float64) -> NDArray[Any]:
    """``inputs`` of any shape as numbers of ``dtype``: uint8 becomes byte/255, correctly rounded; other numbers keep their values.

    Floats of that dtype already are given back themselves, not copied. The result takes 4 or 8 times the memory of bytes: convert the
    part that is needed, block by block, never a whole data set.
    """
    kind = np.dtype(dtype)
    if is_bytes(inputs):
        scaled: NDArray[Any] = np.divide(inputs, kind.type(BRIGHTEST), dtype=kind)
        return scaled
    return np.asarray(inputs, dtype=kind)


def rows(samples: NDArray[Scalar], numbers: NDArray[np.int64]) -> NDArray[Scalar]:
    """The ``samples`` (n, d) at ``numbers`` (m,): where these follow one another a view, which takes no memory, else a copy."""
    count = len(numbers)
    if count and int(numbers[-1]) - int(numbers[0]) == count - 1 and bool((np.diff(numbers) == 1).all()):
        return samples[int(numbers[0]) : int(numbers[0]) + count]
    return samples[numbers]
