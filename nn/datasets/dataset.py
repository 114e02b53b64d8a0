"""A data set as the person knows it (``Dataset``) and as the network sees it (``Prepared``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.choices import Feature, Task
from nn.text import Sentence


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture to be fitted: ``pixels`` (h, w, c) float32 from 0 to 1, row 0 on top, c = 1 (grey) or 3 (red, green, blue).

    The network's inputs are a pixel's place: :meth:`places`. A picture with more pixels than samples is sampled.
    """

    pixels: NDArray[np.float32]

    def places(self, finer: int = 1) -> NDArray[np.float32]:
        """(h·finer·w·finer, 2) inputs, row by row from the top: x to the right and y upwards, both from −1 to 1 on the longer side,
        at the pixels' centres."""
        height, width = self.pixels.shape[0] * finer, self.pixels.shape[1] * finer
        longer = max(height, width)
        x = (np.arange(width, dtype=np.float32) + 0.5 - width / 2) * (2.0 / longer)
        y = (height / 2 - np.arange(height, dtype=np.float32) - 0.5) * (2.0 / longer)
        return np.stack(np.broadcast_arrays(x[None, :], y[:, None]), axis=-1).reshape(-1, 2).astype(np.float32)


@dataclass(frozen=True)
class Dataset:
    """Samples in their own units, and which of them train and test.

    ``raw`` (n, d) float64, or uint8 for pictures of bytes, which the network sees as byte/255; ``labels`` (n,) int64 class
    numbers for classification, else empty; ``values`` (n, k) float64 regression targets, else shape (n, 0); ``train`` and ``test``
    int64 sample numbers. ``image_shape`` is (height, width) where a sample is a picture. ``notes`` are sentences for the person
    (missing values dropped, …). ``picture`` is there where the samples are a picture's pixels.
    """

    name: str
    task: Task
    feature_names: tuple[str, ...]
    class_names: tuple[str, ...]
    target_names: tuple[str, ...]
    raw: NDArray[Any]
    labels: NDArray[np.int64]
    values: NDArray[np.float64]
    train: NDArray[np.int64]
    test: NDArray[np.int64]
    image_shape: tuple[int, int] | None = None
    notes: tuple[Sentence, ...] = ()
    picture: Picture | None = None

    @property
    def size(self) -> int:
        return int(self.raw.shape[0])


@dataclass(frozen=True)
class Transform:
    """From the person's units to the network's inputs: (raw − mean)/scale, then the extra features of columns 1 and 2.

    ``mean`` and ``scale`` have shape (d,) and come from the training part; without standardising they are 0 and 1.
    """

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    features: tuple[Feature, ...]
    input_names: tuple[str, ...]

    def apply(self, raw: NDArray[np.floating]) -> NDArray[np.float64]:
        """Inputs of shape (n, d + len(features)) for ``raw`` of shape (n, d)."""
        scaled = (np.asarray(raw, dtype=np.float64) - self.mean) / self.scale
        if not self.features:
            return scaled
        x1, x2 = scaled[:, 0], scaled[:, 1]
        extra: dict[Feature, Callable[[], NDArray[np.float64]]] = {
            Feature.X1_SQUARED: lambda: x1 * x1,
            Feature.X2_SQUARED: lambda: x2 * x2,
            Feature.X1_X2: lambda: x1 * x2,
            Feature.SIN_X1: lambda: np.sin(x1),
            Feature.SIN_X2: lambda: np.sin(x2),
        }
        return np.column_stack([scaled, *(extra[feature]() for feature in self.features)])


@dataclass(frozen=True)
class Prepared:
    """What a network trains on: inputs (n, n_in) and targets (n, n_out), float64, in the data set's order.

    For pictures of bytes ``inputs`` are the data set's own uint8 array, which :func:`nn.datasets.pixels.floats` makes numbers of wherever
    they meet arithmetic, and one-hot targets are float32. Classification with one output has targets 0 and 1; with several, one-hot
    rows. Regression targets are (value − target_mean)/target_scale.
    """

    dataset: Dataset
    transform: Transform
    inputs: NDArray[Any]
    targets: NDArray[Any]
    target_mean: NDArray[np.float64]
    target_scale: NDArray[np.float64]
