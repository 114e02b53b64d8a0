"""A table from a CSV file: looked at for a dialog (:func:`peek`) or read as a data set (:func:`load_csv`)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nn.choices import Task
from nn.datasets.csv_columns import NumberColumn, Source, Target, TargetColumn
from nn.datasets.csv_reader import CsvReader
from nn.datasets.csv_sniff import cannot_read, check_path, find_writing, is_missing, is_number
from nn.datasets.dataset import Dataset
from nn.datasets.gaps import Gaps, fill
from nn.datasets.split import split
from nn.datasets.work import Work
from nn.errors import BadFile, SettingsError
from nn.network import read_only
from nn.settings import DataSettings
from nn.text import QT_TRANSLATE_NOOP

MOST_CELLS = 250_000_000  # 2 GB of float64
PEEK_ROWS = 20_000
EXAMPLES = 3


class ColumnKind(StrEnum):
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class CsvColumn:
    """``missing`` counts gaps in the rows that were looked at; ``examples`` are the first few different cells."""

    name: str
    kind: ColumnKind
    missing: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CsvInfo:
    """What a dialog shows before a file is read. ``decimal`` is "" where only whole numbers were seen.

    ``rows`` is without the header; where not ``exact`` only the first 20,000 were looked at and it is estimated from the file's size.
    """

    path: str
    encoding: str
    separator: str
    decimal: str
    header: bool
    columns: tuple[CsvColumn, ...]
    rows: int
    exact: bool


@contextmanager
def _open(path: str, work: Work) -> Iterator[CsvReader]:
    """Raises ``SettingsError`` and ``BadFile`` for what can't be read as a table."""
    file = check_path(path)
    try:
        writing = find_writing(file, work)
        with file.open("rb") as binary:
            yield CsvReader(path, writing, binary, file.stat().st_size)
    except OSError as error:
        raise cannot_read(path, error) from error
    except UnicodeDecodeError as error:
        raise BadFile(path, QT_TRANSLATE_NOOP("nn", "{path} holds bytes that are no text; save it as UTF-8 and open it again.")) from error


def peek(path: str | Path, work: Work | None = None) -> CsvInfo:
    """Look at the first rows of a file. Raises ``BadFile`` as :func:`load_csv` does; ``Cancelled``."""
    rows: list[list[str]] = []
    exact, share = True, 1.0
    with _open(str(path), work or Work()) as reader:
        for block, _ in reader.blocks():
            rows += block
            if len(rows) >= PEEK_ROWS:
                exact, share = reader.share >= 1.0, reader.share
                break
        writing = reader.writing
    if not rows:
        raise _header_only(str(path))
    columns = tuple(_look(name, [row[place] for row in rows], writing.decimal) for place, name in enumerate(writing.names))
    count = len(rows) if exact else round(len(rows) / share)
    return CsvInfo(str(path), writing.encoding, writing.separator, writing.decimal, writing.header, columns, count, exact)


def _look(name: str, cells: list[str], decimal: str) -> CsvColumn:
    there = [cell.strip() for cell in cells if not is_missing(cell)]
    kind = ColumnKind.NUMBER if all(is_number(cell, decimal) for cell in there) else ColumnKind.TEXT
    return CsvColumn(name, kind, len(cells) - len(there), tuple(list(dict.fromkeys(there))[:EXAMPLES]))


def load_csv(settings: DataSettings, work: Work) -> Dataset:
    """The table at ``settings.path``: every column but the target is an input.

    A target of texts, or of a few different whole numbers, gives classes, any other regression. Raises ``SettingsError``
    (no path, no such target, missing values to be asked about), ``BadFile`` naming the line, ``Cancelled``.
    """
    with _open(settings.path, work) as reader:
        names = reader.writing.names
        place = _target_place(names, settings.target)
        raw, target = _read(reader, place, work)
    inputs = tuple(name for column, name in enumerate(names) if column != place)
    return _dataset(settings, inputs, names[place], raw, target)


def _target_place(names: tuple[str, ...], target: str) -> int:
    if not target:
        return len(names) - 1
    if target in names:
        return names.index(target)
    near = difflib.get_close_matches(target, names, 1)
    if near:
        raise SettingsError(
            "data.target", QT_TRANSLATE_NOOP("nn", "The file has no column {target}; did you mean {near}?"), target=target, near=near[0]
        )
    listed = ", ".join(names[:20]) + (", …" if len(names) > 20 else "")
    raise SettingsError(
        "data.target", QT_TRANSLATE_NOOP("nn", "The file has no column {target}; choose one of {columns}."), target=target, columns=listed
    )


def _read(reader: CsvReader, place: int, work: Work) -> tuple[NDArray[np.float64], Target]:
    source = Source(reader.path, reader.writing.decimal)
    target = TargetColumn(reader.writing.names[place], source)
    columns = [NumberColumn(name, source) for column, name in enumerate(reader.writing.names) if column != place]
    count = 0
    for rows, lines in reader.blocks():
        cells = [list(column) for column in zip(*rows, strict=True)]
        target.add(cells.pop(place), lines)
        for column, texts in zip(columns, cells, strict=True):
            column.add(texts, lines)
        count += len(rows)
        if count * len(columns) > MOST_CELLS:
            raise _too_large(reader.path)
        work.report(reader.share)
    if not count:
        raise _header_only(reader.path)
    raw = np.empty((count, len(columns)))
    for number, column in enumerate(columns):
        raw[:, number] = column.take()
    return raw, target.take()


def _header_only(path: str) -> BadFile:
    return BadFile(path, QT_TRANSLATE_NOOP("nn", "{path} has a header but no rows below it; choose a file with data."))


def _too_large(path: str) -> BadFile:
    return BadFile(
        path,
        QT_TRANSLATE_NOOP("nn", "{path} has more than {most} values, which would take over {gigabytes:g} GB; take out rows or columns."),
        most=MOST_CELLS,
        gigabytes=MOST_CELLS * 8 / 1e9,
    )


def _dataset(settings: DataSettings, inputs: tuple[str, ...], target_name: str, raw: NDArray[np.float64], target: Target) -> Dataset:
    gaps = Gaps.of(raw, inputs, target.missing, target_name)
    out = gaps.rows_to_leave_out(target.missing, settings.missing)
    left_out = int(np.count_nonzero(out))
    raw, target = (raw[~out], target.kept(~out)) if left_out else (raw, target)
    if len(raw) < 2:
        raise BadFile(settings.path, QT_TRANSLATE_NOOP("nn", "{path} has fewer than 2 rows to learn from; choose a file with more."))
    target.check(settings.path, target_name)
    groups = target.labels if target.is_classes else np.zeros(len(raw), dtype=np.int64)
    train, test = split(groups, settings.test_share, settings.seed)
    filled = fill(settings.path, raw, inputs, train)
    return Dataset(
        name=Path(settings.path).stem,
        task=Task.CLASSIFICATION if target.is_classes else Task.REGRESSION,
        feature_names=inputs,
        class_names=target.class_names,
        target_names=(target_name,),
        raw=read_only(raw),
        labels=read_only(target.labels),
        values=read_only(target.values.reshape(len(raw), -1) if not target.is_classes else np.empty((len(raw), 0))),
        train=read_only(train),
        test=read_only(test),
        notes=gaps.notes(left_out, filled),
    )
