"""Data and classes for the tests of the Inside workspace's columns, made by hand."""

from __future__ import annotations

import numpy as np

from nn.choices import Task
from nn.datasets.dataset import Dataset
from nn.inside.views import Answer, Classes

DIGITS = tuple("0123456789")


def pictures(count: int = 40) -> Dataset:
    """Pictures of bytes, 4 × 4: number k is bright in its pixel k, the first three quarters are for training."""
    raw = np.zeros((count, 16), dtype=np.uint8)
    raw[np.arange(count), np.arange(count) % 16] = 255
    return made(raw, np.arange(count) % 10, DIGITS, (4, 4))


def points(count: int = 40) -> Dataset:
    """Samples of two numbers and two classes."""
    raw = np.linspace(-1, 1, 2 * count).reshape(count, 2)
    return made(raw, np.arange(count) % 2, ("no", "yes"), None)


def made(raw: np.ndarray, labels: np.ndarray, names: tuple[str, ...], shape: tuple[int, int] | None) -> Dataset:
    count, features = raw.shape
    values = np.zeros((count, 0))
    split = count * 3 // 4
    return Dataset(
        "made", Task.CLASSIFICATION, tuple(f"x{number + 1}" for number in range(features)), names, (), raw, labels.astype(np.int64), values,
        np.arange(split), np.arange(split, count), shape,
    )  # fmt: skip


def classes(true: list[int], read: list[int], sure: list[float], count: int = 10, first: int = 0) -> Classes:
    """How samples ``first``, ``first`` + 1 … are read."""
    rows, columns = np.array(true), np.array(read)
    confusion = np.zeros((count, count), dtype=np.int64)
    np.add.at(confusion, (rows, columns), 1)
    right = np.diag(confusion).astype(float)
    with np.errstate(invalid="ignore"):
        precision, recall = right / confusion.sum(axis=0), right / confusion.sum(axis=1)
    samples = np.arange(first, first + len(true))
    return Classes(confusion, precision, recall, samples, rows, columns, np.array(sure, np.float32), float((rows == columns).mean()), 0.1)


def answer(outputs: list[float], all_on: list[float] | None = None, *, drawn: bool = False, seen: np.ndarray | None = None) -> Answer:
    values = np.array(outputs, dtype=np.float32)
    winner = int(values.argmax())
    given = np.zeros(16, np.float32) if seen is None else seen.astype(np.float32)
    ticks = values if all_on is None else np.array(all_on, np.float32)
    return Answer(given, values, ticks, winner, -1, winner, 0.0, 0.0, np.zeros(1, np.float32), np.zeros(1, np.intp), drawn)
