"""A data set's samples as pictures and as rows of numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from gui.fields.ink import ink_image
from gui.fields.labels import class_names
from gui.format import number
from gui.theme import theme
from nn.datasets.dataset import Dataset

MOST_KEPT = 512  # pictures that are kept ready
MOST_VALUES = 4  # numbers of a sample in one line
SHORT = 4  # letters of a name that goes into the line


class Gallery:
    """Pictures are scaled from the data set's smallest value to its largest, bytes from 0 to 255."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.shape = dataset.image_shape
        self._low, self._span = _range(dataset.raw) if self.shape is not None else (0.0, 1.0)
        self._kept: dict[tuple[int, str], QImage] = {}

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes' names in the present language."""
        return class_names(self.dataset)

    @property
    def has_pictures(self) -> bool:
        return self.shape is not None

    def picture(self, sample: int) -> NDArray[np.float32]:
        """A sample (h, w) from 0 to 1. Raises ValueError where samples are no pictures."""
        if self.shape is None:
            raise ValueError("these samples are no pictures")
        values = self.dataset.raw[sample].reshape(self.shape).astype(np.float32)
        return np.asarray((values - np.float32(self._low)) / np.float32(self._span), dtype=np.float32)

    def image(self, sample: int) -> QImage | None:
        """A sample in the theme's ink; ``None`` where samples are no pictures."""
        if self.shape is None or not 0 <= sample < self.dataset.size:
            return None
        key = (sample, str(theme().name))
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = ink_image(self.picture(sample))
        return self._kept[key]

    def line(self, sample: int) -> str:
        """A sample's first numbers, with their names where these are short: x₁ 0.53  x₂ −0.12 …"""
        names, values = self.dataset.feature_names, self.dataset.raw[sample]
        named = all(len(name) <= SHORT for name in names[:MOST_VALUES])
        parts = [f"{name} {number(float(value), 2)}" if named else number(float(value), 2) for name, value in self._first(sample)]
        return "  ".join(parts) + (" …" if len(values) > MOST_VALUES else "")

    def tip(self, sample: int) -> str:
        """A sample's first numbers with their whole names, a line each; nothing for a picture."""
        return "" if self.has_pictures else "".join(f"\n{name}: {number(float(value), 3)}" for name, value in self._first(sample))

    def _first(self, sample: int) -> list[tuple[str, float]]:
        return list(zip(self.dataset.feature_names[:MOST_VALUES], self.dataset.raw[sample][:MOST_VALUES].tolist(), strict=False))


def _range(raw: NDArray[np.floating] | NDArray[np.uint8]) -> tuple[float, float]:
    """The smallest value, and how far the largest is from it."""
    if raw.dtype == np.uint8:
        return 0.0, 255.0
    if raw.size == 0:
        return 0.0, 1.0
    low, high = float(raw.min()), float(raw.max())
    return low, high - low or 1.0
