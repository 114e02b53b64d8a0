"""IDX files, the form in which MNIST and its kin are handed round: a header, then bytes. Plain or packed with gzip.

The header says how many bytes follow (big-endian): 0, 0, the kind of number (8: unsigned byte), how many axes, and each axis'
length. Nothing is unpacked beyond what it announces, so a small file can't fill the memory.
"""

from __future__ import annotations

import gzip
import math
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import numpy as np
from numpy.typing import NDArray

from nn.datasets.work import Work
from nn.errors import BadFile
from nn.text import QT_TRANSLATE_NOOP

UNSIGNED_BYTE = 8
MOST_BYTES = 2**30  # of one file's numbers
PIECE = 1 << 20  # bytes read between two looks at whether somebody still waits
NAME = re.compile(r"(train|t10k|test)[-._](images|labels)[-._]idx[13][-._]ubyte(\.gz)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """The two files of one part."""

    images: Path
    labels: Path


@dataclass(frozen=True, slots=True)
class Files:
    """What a folder holds: a training part, a test part or both."""

    train: Pair | None
    test: Pair | None

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in (self.train, self.test) if pair is not None)


def find(folder: Path) -> Files:
    """The IDX files in ``folder``. Raises ``BadFile`` where there are none, or pictures without labels."""
    found: dict[tuple[str, str], Path] = {}
    try:
        entries = sorted(folder.iterdir(), key=lambda path: (not path.name.lower().endswith(".gz"), path.name))
    except OSError as error:
        raise _unreadable(folder, error) from error
    for path in entries:  # packed ones first: a plain file of the same name takes their place, being faster to read
        match = NAME.fullmatch(path.name)
        if match and path.is_file():
            part = "train" if match[1].lower() == "train" else "test"
            found[part, match[2].lower()] = path
    if not found:
        raise BadFile(
            str(folder),
            QT_TRANSLATE_NOOP(
                "nn", "{path} holds no pictures in IDX form, such as train-images-idx3-ubyte.gz; choose the folder in which these files lie."
            ),
        )
    return Files(_pair(folder, found, "train"), _pair(folder, found, "test"))


def _pair(folder: Path, found: dict[tuple[str, str], Path], part: str) -> Pair | None:
    images, labels = found.get((part, "images")), found.get((part, "labels"))
    if images is not None and labels is not None:
        return Pair(images, labels)
    alone = images or labels
    if alone is None:
        return None
    raise BadFile(
        str(folder),
        QT_TRANSLATE_NOOP("nn", "{path} holds {file}, but not the {missing} that belong to it; put that file beside it."),
        file=alone.name,
        missing="labels" if labels is None else "images",
    )


def shape(path: Path, axes: int) -> tuple[int, ...]:
    """The lengths that the header announces for ``axes`` axes of bytes. Raises ``BadFile``."""
    with _opened(path) as file:
        return _shape(path, file, axes)


def fill(path: Path, found: NDArray[np.uint8], work: Work, begin: float, end: float) -> None:
    """Read all numbers of a file into contiguous ``found``, whose shape is that of :func:`shape`, axes after the first perhaps flattened.

    Tells progress from ``begin`` to ``end``. Raises ``BadFile`` for a file that is shorter, longer or damaged, and ``Cancelled``.
    """
    with _opened(path) as file:
        axes = _shape(path, file, 1 if found.ndim == 1 else 3)
        if math.prod(axes) != found.size:
            raise _damaged(path)  # it has changed since it was looked at
        numbers = found.reshape(-1)
        place = 0
        while place < found.size:
            work.report(begin + (end - begin) * place / found.size)
            piece = file.read(min(PIECE, found.size - place))
            if not piece:
                raise BadFile(
                    str(path),
                    QT_TRANSLATE_NOOP("nn", "{path} ends after {found} of the {announced} bytes that it announces; get the file anew."),
                    found=place,
                    announced=found.size,
                )
            numbers[place : place + len(piece)] = np.frombuffer(piece, np.uint8)
            place += len(piece)
        if file.read(1):
            raise BadFile(
                str(path),
                QT_TRANSLATE_NOOP("nn", "{path} holds more than the {announced} bytes that it announces; get the file anew."),
                announced=found.size,
            )


def _shape(path: Path, file: IO[bytes], axes: int) -> tuple[int, ...]:
    head = file.read(4)
    if len(head) < 4 or head[:2] != b"\0\0" or head[2] != UNSIGNED_BYTE or head[3] != axes:
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "{path} isn't an IDX file of {what}: it begins with {found} instead of {wanted}. Choose another file."),
            what="labels" if axes == 1 else "pictures",
            found=head.hex(" ") or "nothing",
            wanted=bytes((0, 0, UNSIGNED_BYTE, axes)).hex(" "),
        )
    rest = file.read(4 * axes)
    if len(rest) < 4 * axes:
        raise _damaged(path)
    lengths: tuple[int, ...] = struct.unpack(f">{axes}I", rest)
    if math.prod(lengths) > MOST_BYTES:
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "{path} announces {gigabytes:.3g} GB; up to {most:.3g} GB can be read. Choose another file."),
            gigabytes=math.prod(lengths) / 1e9,
            most=MOST_BYTES / 1e9,
        )
    return lengths


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The file's own bytes. What goes wrong while they are read is told as ``BadFile``."""
    try:
        packed = path.name.lower().endswith(".gz")
        with path.open("rb") as raw:
            yield cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if packed else raw
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise _damaged(path) from error
    except OSError as error:
        raise _unreadable(path, error) from error


def _damaged(path: Path) -> BadFile:
    return BadFile(str(path), QT_TRANSLATE_NOOP("nn", "{path} is damaged or cut off; get the file anew."))


def _unreadable(path: Path, error: OSError) -> BadFile:
    return BadFile(str(path), QT_TRANSLATE_NOOP("nn", "{path} can't be read ({reason}); choose another place."), reason=error.strerror or error)
