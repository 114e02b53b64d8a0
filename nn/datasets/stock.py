"""Pictures with classes as they lie on the disk: how many, how large, and read whole into one array of bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nn.datasets import idx
from nn.datasets.work import Work
from nn.errors import BadFile
from nn.text import QT_TRANSLATE_NOOP

CLASSES = 10
MOST_PIXELS = 256 * 256  # of one picture

Reader = Callable[[NDArray[np.uint8], NDArray[np.uint8], Work], None]


@dataclass(frozen=True)
class Stock:
    """What a place holds. ``train`` and ``test`` count pictures; ``test`` is 0 where the files aren't parted.

    ``height`` and ``width`` in pixels. :meth:`read` brings them, the training part first.
    """

    path: Path
    train: int
    test: int
    height: int
    width: int
    reader: Reader

    @property
    def size(self) -> int:
        return self.train + self.test

    def read(self, work: Work) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Pictures (n, height·width) and labels (n,), uint8. Raises ``BadFile`` for what can't be read or used, ``Cancelled``."""
        images = np.empty((self.size, self.height * self.width), np.uint8)
        labels = np.empty(self.size, np.uint8)
        self.reader(images, labels, work)
        if labels.max() >= CLASSES:
            raise BadFile(
                str(self.path),
                QT_TRANSLATE_NOOP("nn", "{path} has a picture of class {found}, and classes go from 0 to {most} here; choose other files."),
                found=int(labels.max()),
                most=CLASSES - 1,
            )
        return images, labels


def check_size(path: Path, pictures: int, height: int, width: int) -> None:
    """Raise ``BadFile`` for what can't be trained on: fewer than two pictures, or pictures without a pixel or with too many."""
    if pictures < 2:
        raise BadFile(str(path), QT_TRANSLATE_NOOP("nn", "{path} holds fewer than two pictures; choose other files."))
    if not 1 <= height * width <= MOST_PIXELS:
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "{path} has pictures of {width} × {height} pixels; up to {most} pixels each can be used. Choose other files."),
            width=width,
            height=height,
            most=MOST_PIXELS,
        )


def of_idx(path: Path) -> Stock:
    """The IDX files in the folder ``path``, or in the folder of the file ``path``. Raises ``BadFile``."""
    files = idx.find(path if path.is_dir() else path.parent)
    counts, sizes = [], set()
    for pair in files.pairs:
        (count, height, width), (labels,) = idx.shape(pair.images, 3), idx.shape(pair.labels, 1)
        if count != labels:
            raise BadFile(
                str(pair.images),
                QT_TRANSLATE_NOOP("nn", "{path} holds {images} pictures, but {file} holds {labels} labels; get both files anew."),
                images=count,
                file=pair.labels.name,
                labels=labels,
            )
        check_size(pair.images, count, height, width)
        counts.append(count)
        sizes.add((height, width))
    if len(sizes) > 1:
        raise BadFile(str(path), QT_TRANSLATE_NOOP("nn", "The training and the test pictures in {path} aren't of the same size; choose other files."))
    height, width = sizes.pop()

    def reader(images: NDArray[np.uint8], labels: NDArray[np.uint8], work: Work) -> None:
        start = 0
        for pair, count in zip(files.pairs, counts, strict=True):
            end = start + count
            idx.fill(pair.labels, labels[start:end], work, start / len(images), start / len(images))
            idx.fill(pair.images, images[start:end], work, start / len(images), end / len(images))
            start = end

    both = files.train is not None and files.test is not None
    return Stock(path, counts[0], counts[1] if both else 0, height, width, reader)
