"""A digit drawn by hand, brought into the form of the digits that a network was trained on."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# The digits of MNIST were fitted in 20 × 20 pixels, keeping their proportions, and put into 28 × 28 with their centre of mass in the middle
# (LeCun, Cortes and Burges, "The MNIST database of handwritten digits"). Measured over its files: at pixel 14 of 0 … 27, to half a pixel.
FITTED = 20 / 28
SMALL = 16  # pictures below this size have no margin, as scikit-learn's 8 × 8 digits: these fill the height


def centred(drawing: NDArray[Any], shape: tuple[int, int] = (28, 28), maximum: float = 1.0) -> Floats:
    """``drawing`` (H, W), ink bright on dark, as a picture of ``shape`` with values from 0 to ``maximum``; without ink all zeros.

    Integers count from 0 to their type's largest number, floats from 0 to 1. The ink is cut out, scaled to fit, each new pixel the mean
    of the area that it covers, and moved by whole pixels. Raises ``ValueError`` if ``drawing`` isn't a picture.
    """
    ink = _ink(drawing)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return np.zeros(shape, dtype=np.float32)
    cut = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    small = min(shape) < SMALL
    fitted = _fitted(cut, shape if small else (round(shape[0] * FITTED), round(shape[1] * FITTED)))
    middle = _middle(fitted) if small else _centre_of_mass(fitted)
    goal = ((shape[0] - 1) / 2, (shape[1] - 1) / 2) if small else (shape[0] / 2, shape[1] / 2)
    # halves go down, so that a whole shape of an even size stays where it is
    corner = [int(np.ceil(want - have - 0.5)) for want, have in zip(goal, middle, strict=True)]
    return np.asarray(_placed(fitted, shape, corner) * maximum, dtype=np.float32)


def placed(drawing: NDArray[Any], shape: tuple[int, int] = (28, 28), maximum: float = 1.0) -> Floats:
    """``drawing`` (H, W) as a picture of ``shape`` with its ink where it was drawn. Raises ``ValueError`` if ``drawing`` isn't a picture."""
    ink = _ink(drawing)
    small = _averaged(_averaged(ink, shape[0]).T, shape[1]).T
    return np.asarray(small * maximum, dtype=np.float32)


def _ink(drawing: NDArray[Any]) -> NDArray[np.float64]:
    if drawing.ndim != 2:
        raise ValueError(f"a drawing has two axes, this one {drawing.ndim}")
    brightest = np.iinfo(drawing.dtype).max if np.issubdtype(drawing.dtype, np.integer) else 1.0
    return np.clip(np.nan_to_num(drawing.astype(np.float64)) / brightest, 0.0, 1.0)


def _fitted(cut: NDArray[np.float64], box: tuple[int, int]) -> NDArray[np.float64]:
    """As large as fits in ``box`` with the same proportions."""
    scale = min(box[0] / cut.shape[0], box[1] / cut.shape[1])
    rows, columns = (max(1, round(size * scale)) for size in cut.shape)
    return _averaged(_averaged(cut, rows).T, columns).T


def _averaged(rows: NDArray[np.float64], new: int) -> NDArray[np.float64]:
    """``new`` rows out of ``rows`` (old, w): each the mean of those that it covers, also in part; ``new`` may be the larger.

    From running sums, which are read between two rows as well: a product of matrices would wait for every core.
    """
    old = len(rows)
    sums = np.zeros((old + 2, rows.shape[1]))
    np.cumsum(rows, axis=0, out=sums[1:-1])
    sums[-1] = sums[-2]
    edges = np.arange(new + 1) * (old / new)
    whole = edges.astype(np.intp)
    part = (edges - whole)[:, np.newaxis]
    upto = sums[whole] + part * (sums[whole + 1] - sums[whole])
    return np.asarray(np.diff(upto, axis=0) * (new / old))


def _middle(fitted: NDArray[np.float64]) -> tuple[float, float]:
    return (fitted.shape[0] - 1) / 2, (fitted.shape[1] - 1) / 2


def _centre_of_mass(fitted: NDArray[np.float64]) -> tuple[float, float]:
    """Row and column of the ink's centre of mass, pixels counted from 0 at their middle."""
    total = fitted.sum()
    rows, columns = np.arange(fitted.shape[0]), np.arange(fitted.shape[1])
    return float(fitted.sum(axis=1) @ rows / total), float(fitted.sum(axis=0) @ columns / total)


def _placed(fitted: NDArray[np.float64], shape: tuple[int, int], corner: list[int]) -> NDArray[np.float64]:
    """On an empty picture with its corner there, or as near to it as keeps all ink on the picture."""
    found = np.zeros(shape)
    top, left = (min(max(at, 0), size - part) for at, size, part in zip(corner, shape, fitted.shape, strict=True))
    found[top : top + fitted.shape[0], left : left + fitted.shape[1]] = fitted
    return found
