"""Arrays in .npz files. Files that anyone may have written are read so that nothing is run and nothing grows without bound."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from nn.errors import BadFile
from nn.text import QT_TRANSLATE_NOOP

MOST_BYTES = 2**30  # of all arrays: a small file can unpack to a size that fills the memory
DTYPES = ("|u1", "<f4", "<f8")


def write(file: BinaryIO, parts: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays of plain numbers by name. Equal arrays give equal bytes: unlike ``numpy.savez`` no time is written."""
    with zipfile.ZipFile(file, "w") as archive:
        for name, array in parts.items():
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w", force_zip64=True) as member:
                npy.write_array(member, array, allow_pickle=False)


def _own(dtype: np.dtype[Any]) -> bool:
    return dtype.str in DTYPES


def anything_plain(dtype: np.dtype[Any]) -> bool:
    """Whether an array holds its values themselves: numbers or text of any kind, no Python objects."""
    return not dtype.hasobject


def read(path: Path, only: Collection[str] | None = None, allowed: Callable[[np.dtype[Any]], bool] = _own) -> dict[str, NDArray[Any]]:
    """All arrays in the file, or ``only`` those of them that it has, read-only, by name. ``allowed`` says which dtypes are accepted:
    uint8, float32 and float64 are those that this program writes.

    Raises :class:`BadFile` when the file can't be opened, is no .npz file, is damaged or too large.
    """
    with _opened(path) as archive:
        members = [member for member in archive.infolist() if only is None or Path(member.filename).stem in only]
        _check_size(path, sum(member.file_size for member in members))
        return {Path(member.filename).stem: _read_member(path, archive, member, allowed) for member in members}


def names(path: Path) -> frozenset[str]:
    """What the file's arrays are called. Raises :class:`BadFile` when it can't be opened or is no .npz file."""
    with _opened(path) as archive:
        return frozenset(Path(member.filename).stem for member in archive.infolist())


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except OSError as error:
        raise BadFile(
            str(path), QT_TRANSLATE_NOOP("nn", "{path} can't be read: {reason}. Choose another file."), reason=error.strerror or error
        ) from error
    except Exception as error:  # what damage makes zipfile, zlib and NumPy raise is written down nowhere
        raise BadFile(str(path), QT_TRANSLATE_NOOP("nn", "{path} isn't an .npz file, or it is damaged. Choose another file.")) from error


def _check_size(path: Path, size: int) -> None:
    if size > MOST_BYTES:
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "{path} would take {gigabytes:.3g} GB of memory; up to {most:.3g} GB can be read. Choose another file."),
            gigabytes=size / 1e9,
            most=MOST_BYTES / 1e9,
        )


def _read_member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowed: Callable[[np.dtype[Any]], bool]) -> NDArray[Any]:
    try:
        return _array(archive.read(member), allowed)
    except BadFile:  # ``allowed`` knows better what is wrong
        raise
    except Exception as error:  # as above
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "The part {part} of {path} is damaged and can't be read. Choose another file."),
            part=member.filename,
        ) from error


def _array(data: bytes, allowed: Callable[[np.dtype[Any]], bool]) -> NDArray[Any]:
    """An array from the bytes of an .npy file. Its header must promise exactly the numbers that follow it."""
    stream = io.BytesIO(data)
    if npy.read_magic(stream) != (1, 0):
        raise ValueError("not the first .npy format, which is the one for plain numbers")
    shape, fortran_order, dtype = npy.read_array_header_1_0(stream)
    if not allowed(dtype) or min(shape, default=0) < 0 or math.prod(shape) * dtype.itemsize != len(data) - stream.tell():
        raise ValueError("the header does not fit the data")
    return np.frombuffer(data, dtype=dtype, offset=stream.tell()).reshape(shape, order="F" if fortran_order else "C")
