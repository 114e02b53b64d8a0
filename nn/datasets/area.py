"""Pictures made smaller: each new pixel is the mean of the area that it covers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def reduced(pixels: NDArray[np.uint8] | NDArray[np.float32], longer: int) -> NDArray[np.float32]:
    """``pixels`` (h, w, c), uint8 or float32 from 0 to 1, with at most ``longer`` pixels on the longer side, float32 from 0 to 1.

    The shorter side keeps the proportion, with one pixel at least; a picture that is small enough keeps its size.
    """
    height, width = pixels.shape[:2]
    shrink = min(1.0, longer / max(height, width))
    rows, columns = _shares(height, max(1, round(height * shrink))), _shares(width, max(1, round(width * shrink)))
    brightest = 255.0 if pixels.dtype == np.uint8 else 1.0
    found = np.empty((len(rows), len(columns), pixels.shape[2]), dtype=np.float32)
    for at, row in enumerate(rows):  # row by row: the whole as floats would take four times a large picture's memory
        covered = np.flatnonzero(row)
        strip = pixels[covered[0] : covered[-1] + 1].astype(np.float32)
        line = np.tensordot(row[covered[0] : covered[-1] + 1], strip, axes=1)
        found[at] = columns @ line
    return np.asarray(np.clip(found / np.float32(brightest), 0.0, 1.0))


def _shares(size: int, smaller: int) -> NDArray[np.float32]:
    """(smaller, size): how much of the mean in each new place every old place gives. Each row sums to 1."""
    edges = np.arange(smaller + 1) * (size / smaller)
    left, right = edges[:-1, None], edges[1:, None]
    old = np.arange(size)
    inside = np.clip(np.minimum(right, old + 1) - np.maximum(left, old), 0.0, None)
    inside[inside < 1e-9] = 0.0  # rounding at the edges
    return np.asarray(inside / inside.sum(axis=1, keepdims=True), dtype=np.float32)
