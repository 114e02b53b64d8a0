"""Pictures with classes in an .npz file, under the names that Keras gives them or as X and y. Pickled objects are never read."""

from __future__ import annotations

import math
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from nn.datasets.pixels import BRIGHTEST
from nn.datasets.stock import Stock, check_size
from nn.datasets.work import Work
from nn.errors import BadFile, NeurolupaError
from nn.text import QT_TRANSLATE_NOOP

MOST_BYTES = 2**30  # of one array
LONGEST_HEADER = 10_000  # bytes, as NumPy itself has it
READERS = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}
PIECE = 1 << 20  # bytes unpacked between two looks at whether somebody still waits
PARTED, WHOLE = (("x_train", "y_train"), ("x_test", "y_test")), (("X", "y"),)


@dataclass(frozen=True)
class _Entry:
    """An array in the file: its shape, and where it lies. ``C`` order, whole numbers."""

    name: str
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    info: zipfile.ZipInfo
    begin: int  # where the numbers begin, in bytes


def of_npz(path: Path) -> Stock:
    """What the file holds, its headers read. Raises ``BadFile``."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _stock(path, archive)
    except BadFile:
        raise
    except OSError as error:
        raise BadFile(
            str(path), QT_TRANSLATE_NOOP("nn", "{path} can't be read ({reason}); choose another place."), reason=error.strerror or error
        ) from error
    except Exception as error:  # what damage makes zipfile, zlib and NumPy raise is written down nowhere
        raise _damaged(path) from error


def _damaged(path: Path) -> BadFile:
    return BadFile(str(path), QT_TRANSLATE_NOOP("nn", "{path} isn't an .npz file, or it is damaged. Choose another file."))


def _stock(path: Path, archive: zipfile.ZipFile) -> Stock:
    members = {Path(info.filename).stem: info for info in archive.infolist()}
    wanted = next((names for names in (PARTED, WHOLE) if {name for pair in names for name in pair} <= members.keys()), None)
    if wanted is None:
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "{path} has neither x_train, y_train, x_test and y_test nor X and y; it has {names}. Choose another file."),
            names=", ".join(sorted(members)[:8]) or "nothing",
        )
    pairs = [(_entry(path, archive, members[x]), _entry(path, archive, members[y])) for x, y in wanted]
    sizes = {_size(path, images) for images, _ in pairs}
    for images, labels in pairs:
        if math.prod(labels.shape) != images.shape[0]:
            raise BadFile(
                str(path),
                QT_TRANSLATE_NOOP("nn", "In {path}, {first} holds {images} pictures, but {second} holds {labels} labels; choose another file."),
                first=images.name,
                images=images.shape[0],
                second=labels.name,
                labels=math.prod(labels.shape),
            )
    if len(sizes) > 1:
        raise BadFile(str(path), QT_TRANSLATE_NOOP("nn", "The training and the test pictures in {path} aren't of the same size; choose other files."))
    height, width = sizes.pop()
    counts = [images.shape[0] for images, _ in pairs]
    check_size(path, sum(counts), height, width)

    def reader(images: NDArray[np.uint8], labels: NDArray[np.uint8], work: Work) -> None:
        start = 0
        with zipfile.ZipFile(path) as opened:
            for pictures, classes in pairs:
                end = start + pictures.shape[0]
                share = start / len(images)
                _fill(opened, classes, labels[start:end], work, (share, share))
                _fill(opened, pictures, images[start:end].reshape(-1), work, (share, end / len(images)))
                start = end

    return Stock(path, counts[0], counts[1] if len(counts) > 1 else 0, height, width, reader)


def _entry(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> _Entry:
    """The array's header. It must promise exactly the numbers that follow it."""
    with archive.open(info) as file:
        version = npy.read_magic(file)
        if version not in READERS:
            raise _damaged(path)
        shape, fortran, dtype = READERS[version](file, max_header_size=LONGEST_HEADER)
        begin = file.tell()
    if dtype.kind not in "ui":
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "The array {name} in {path} must hold whole numbers from 0 to 255, not {kind}; save it as uint8."),
            name=Path(info.filename).stem,
            kind="Python objects" if dtype.hasobject else str(dtype),
        )
    if fortran or min(shape, default=0) < 0 or math.prod(shape) * dtype.itemsize != info.file_size - begin or info.file_size > MOST_BYTES:
        raise _damaged(path)
    return _Entry(Path(info.filename).stem, shape, dtype, info, begin)


def _size(path: Path, images: _Entry) -> tuple[int, int]:
    """A picture's height and width: as the array has them, or, of rows of numbers, those of a square."""
    shape = images.shape
    if len(shape) == 3:
        return shape[1], shape[2]
    side = math.isqrt(shape[1]) if len(shape) == 2 else 0
    if side * side != (shape[1] if len(shape) == 2 else -1):
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "The array {name} in {path} has shape {shape}; pictures need (pictures, height, width). Choose another file."),
            name=images.name,
            shape=str(shape),
        )
    return side, side


def _fill(archive: zipfile.ZipFile, entry: _Entry, found: NDArray[np.uint8], work: Work, shares: tuple[float, float]) -> None:
    """Read an array into bytes, a piece at a time; progress goes through ``shares``."""
    path, most = Path(str(archive.filename)), PIECE // entry.dtype.itemsize
    try:
        with archive.open(entry.info) as file:
            file.read(entry.begin)
            place = 0
            while place < found.size:
                work.report(shares[0] + (shares[1] - shares[0]) * place / found.size)
                some = np.frombuffer(file.read(min(most, found.size - place) * entry.dtype.itemsize), entry.dtype)
                if not some.size:
                    raise _damaged(path)
                if some.min() < 0 or some.max() > BRIGHTEST:
                    raise BadFile(
                        str(path),
                        QT_TRANSLATE_NOOP("nn", "The array {name} in {path} holds {value}, and pixels and classes go from 0 to 255 here."),
                        name=entry.name,
                        value=int(some.max() if some.max() > BRIGHTEST else some.min()),
                    )
                found[place : place + some.size] = some
                place += some.size
    except NeurolupaError:
        raise
    except Exception as error:  # as above
        raise _damaged(path) from error
