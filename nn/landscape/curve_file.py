"""A person's own pairs for the curve fit: an .npz file with the arrays x and y."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.errors import BadFile
from nn.landscape.curve import MOST_SAMPLES, CurveData
from nn.network import read_only
from nn.storage import npz
from nn.text import QT_TRANSLATE_NOOP

NAMES = ("x", "y")
LARGEST = 1e100  # of a number: its square can still be summed


def load(path: Path | str) -> CurveData:
    """The pairs in ``path``, as float64. Other arrays in the file are left alone; nothing in it is run.

    Raises :class:`~nn.errors.BadFile` unless x and y are there, flat, of one length, not too long, and finite numbers.
    """
    path = Path(path)
    parts = npz.read(path, only=NAMES, allowed=npz.anything_plain)
    for name in NAMES:
        _check_kind(path, parts, name)
    x, y = (parts[name].reshape(-1).astype(np.float64) for name in NAMES)
    _check_lengths(path, len(x), len(y))
    for name, values in zip(NAMES, (x, y), strict=True):
        _check_numbers(path, name, values)
    return CurveData(read_only(x), read_only(y))


def _check_kind(path: Path, parts: dict[str, NDArray[Any]], name: str) -> None:
    """Real numbers in a flat array; a column, (n, 1), passes for one."""
    if name not in parts:
        raise BadFile(
            str(path), QT_TRANSLATE_NOOP("nn", "{path} has no array named {part}; a curve needs the arrays x and y. Choose another file."), part=name
        )
    if parts[name].dtype.kind not in "biuf":
        raise BadFile(str(path), QT_TRANSLATE_NOOP("nn", "The array {part} in {path} doesn't hold real numbers. Choose another file."), part=name)
    shape = parts[name].shape
    if len(shape) == 1 or (len(shape) == 2 and shape[1] == 1):
        return
    raise BadFile(
        str(path),
        QT_TRANSLATE_NOOP("nn", "The array {part} in {path} has {axes} axes; a curve needs a plain list of numbers. Choose another file."),
        part=name,
        axes=len(shape),
    )


def _check_lengths(path: Path, x: int, y: int) -> None:
    if x != y:
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "{path} has {x} values of x but {y} of y; a curve needs pairs. Choose another file."),
            x=x,
            y=y,
        )
    if x == 0:
        raise BadFile(str(path), QT_TRANSLATE_NOOP("nn", "The arrays x and y in {path} are empty. Choose another file."))
    if x > MOST_SAMPLES:
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "{path} has {count} pairs; up to {most} can be used. Choose a smaller file."),
            count=x,
            most=MOST_SAMPLES,
        )


def _check_numbers(path: Path, name: str, values: NDArray[np.float64]) -> None:
    good = np.abs(values) <= LARGEST  # not for a NaN
    if good.all():
        return
    place = int(np.argmin(good))
    raise BadFile(
        str(path),
        QT_TRANSLATE_NOOP("nn", "Value {place} of {part} in {path} is {value}, which can't be fitted. Take it out, or choose another file."),
        part=name,
        place=place + 1,
        value=float(values[place]),
    )
