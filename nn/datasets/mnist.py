"""MNIST and Fashion-MNIST: from IDX files, from an .npz file, or from what was fetched before. Bytes in memory, as on the disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nn.choices import DataKind, Task
from nn.datasets import openml, stock
from nn.datasets.dataset import Dataset
from nn.datasets.split import split
from nn.datasets.stock import Stock
from nn.datasets.stock_npz import of_npz
from nn.datasets.work import Work
from nn.errors import BadFile, SettingsError
from nn.network import read_only
from nn.settings import DataSettings
from nn.text import QT_TRANSLATE_NOOP

DIGITS = tuple(str(digit) for digit in range(stock.CLASSES))
CLOTHES = ("T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot")  # as numbered by its authors
NAMES = {DataKind.MNIST: (DIGITS, "digit"), DataKind.FASHION: (CLOTHES, "article")}


def look(kind: DataKind, path: str = "") -> Stock | None:
    """What lies at ``path``, "" being what was fetched before; ``None`` if nothing was. Reads headers only. Raises ``BadFile``."""
    place = Path(path) if path else openml.cached(kind)
    if not path and not place.is_file():
        return None
    if not place.exists():
        raise BadFile(str(place), QT_TRANSLATE_NOOP("nn", "{path} isn't there; choose the folder in which the files lie, or an .npz file."))
    return of_npz(place) if place.suffix.lower() == ".npz" else stock.of_idx(place)


def load_mnist(settings: DataSettings, work: Work) -> Dataset:
    """The pictures that ``settings`` describe: ``raw`` (n, height·width) uint8, training samples first.

    The files' own parts with ``official_split``, where they have both; else ``test_share`` of each class, drawn by ``seed``.

    Raises ``SettingsError`` where nothing was chosen and nothing fetched before, ``BadFile`` and ``Cancelled``.
    """
    found = look(settings.kind, settings.path)
    if found is None:
        raise SettingsError(
            "data.path",
            QT_TRANSLATE_NOOP(
                "nn",
                "{name} isn't on this computer yet: fetch it from OpenML, choose the folder in which its files lie,"
                " or take the digits of 8×8 pixels, which come with the program.",
            ),
            name="MNIST" if settings.kind is DataKind.MNIST else "Fashion-MNIST",
        )
    images, labels = found.read(work)
    count = found.train
    if not (settings.official_split and found.test):
        images, labels, count = _parted(images, labels, settings)
    work.report(1.0)
    return _dataset(settings.kind, replace(found, train=count, test=len(images) - count), images, labels)


def _parted(images: NDArray[np.uint8], labels: NDArray[np.uint8], settings: DataSettings) -> tuple[NDArray[np.uint8], NDArray[np.uint8], int]:
    """The samples in another order, training samples first, and how many these are."""
    train, test = split(labels.astype(np.int64), settings.test_share, settings.seed)
    order = np.concatenate((train, test))
    return images[order], labels[order], len(train)


def _dataset(kind: DataKind, found: Stock, images: NDArray[np.uint8], labels: NDArray[np.uint8]) -> Dataset:
    classes, target = NAMES[kind]
    numbers = np.arange(found.size, dtype=np.int64)
    return Dataset(
        name=kind.value,
        task=Task.CLASSIFICATION,
        feature_names=tuple(f"pixel {row},{column}" for row in range(1, found.height + 1) for column in range(1, found.width + 1)),
        class_names=classes,
        target_names=(target,),
        raw=read_only(images),
        labels=read_only(labels.astype(np.int64)),
        values=read_only(np.empty((found.size, 0))),
        train=read_only(numbers[: found.train]),
        test=read_only(numbers[found.train :]),
        image_shape=(found.height, found.width),
    )
