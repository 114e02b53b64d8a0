"""Columns of a CSV file while it is being read, block by block: numbers, and the target that may be classes or numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.datasets.csv_sniff import is_missing, to_number
from nn.errors import BadFile
from nn.text import QT_TRANSLATE_NOOP

MOST_TEXTS = 1000  # different texts in a target
MOST_NUMBER_CLASSES = 20  # different whole numbers in a target that are taken for classes


@dataclass(slots=True)
class Source:
    """The file's path, for errors, and its decimal sign: "" until the first number with one."""

    path: str
    decimal: str


class NotANumber(ValueError):
    """``place`` in the block and ``text`` of a cell that should be a number."""

    def __init__(self, place: int, text: str) -> None:
        super().__init__(text)
        self.place = place
        self.text = text


def parse(cells: list[str], source: Source) -> NDArray[np.float64]:
    """The numbers of a block, missing ones ``nan``. Raises ``NotANumber`` for text, infinity or the other decimal sign."""
    numbers = _parse_plainly(cells, source.decimal)
    if numbers is None:
        numbers = _parse_plainly(["nan" if is_missing(cell) else cell for cell in cells], source.decimal)
    return _parse_slowly(cells, source) if numbers is None else numbers


def _parse_plainly(cells: list[str], decimal: str) -> NDArray[np.float64] | None:
    """The quick way, for blocks without gaps and surprises; ``None`` if this isn't one."""
    joined = "\n".join(cells)
    if "_" in joined or (decimal != "." and "." in joined) or (decimal != "," and "," in joined):
        return None
    texts = cells if decimal != "," else joined.replace(",", ".").split("\n")
    try:
        numbers = np.array(list(map(float, texts)))
    except ValueError:
        return None
    return None if len(numbers) != len(cells) or np.isinf(numbers).any() else numbers


def _parse_slowly(cells: list[str], source: Source) -> NDArray[np.float64]:
    numbers = np.full(len(cells), np.nan)
    for place, cell in enumerate(cells):
        if is_missing(cell):
            continue
        try:
            numbers[place] = to_number(cell, source.decimal)
        except ValueError:
            raise NotANumber(place, cell) from None
        if not np.isfinite(numbers[place]):
            raise NotANumber(place, cell)
        if not source.decimal:
            source.decimal = next((sign for sign in ".," if sign in cell), "")
    return numbers


class NumberColumn:
    """An input column."""

    def __init__(self, name: str, source: Source) -> None:
        self.name = name
        self._source = source
        self._blocks: list[NDArray[np.float64]] = []

    def add(self, cells: list[str], lines: list[int]) -> None:
        """Raises ``BadFile`` naming line and column for a cell that is not a finite number."""
        try:
            self._blocks.append(parse(cells, self._source))
        except NotANumber as error:
            raise text_in_numbers(self._source.path, self.name, lines[error.place], error.text) from None

    def take(self) -> NDArray[np.float64]:
        """All values (n,), missing ones ``nan``; the column forgets them."""
        blocks, self._blocks = self._blocks, []
        return np.concatenate(blocks)


def text_in_numbers(path: str, column: str, line: int, text: str) -> BadFile:
    """What to raise for a word in a column of numbers."""
    return BadFile(
        path,
        QT_TRANSLATE_NOOP(
            "nn", "{path}, line {line}: column {column} holds “{text}”, which isn't a finite number; correct it or take the column out."
        ),
        line=line,
        column=column,
        text=text if len(text) <= 40 else text[:40] + "…",
    )


@dataclass(frozen=True)
class Target:
    """A target column, read. ``labels`` (n,) int64, −1 where missing, with ``class_names``; or ``values`` (n,), ``nan`` where missing."""

    class_names: tuple[str, ...]
    labels: NDArray[np.int64]
    values: NDArray[np.float64]

    @property
    def is_classes(self) -> bool:
        return bool(self.class_names)

    @property
    def missing(self) -> NDArray[np.bool_]:
        return self.labels < 0 if self.is_classes else np.isnan(self.values)

    def kept(self, rows: NDArray[np.bool_]) -> Target:
        """The target of some rows; classes that none of them has are gone."""
        if not self.is_classes:
            return Target((), self.labels, self.values[rows])
        present, labels = np.unique(self.labels[rows], return_inverse=True)
        return Target(tuple(self.class_names[number] for number in present), labels.astype(np.int64), self.values)

    def check(self, path: str, column: str) -> None:
        """Raise ``BadFile`` unless there are two different values at least. No row may be missing."""
        first = self.class_names[0] if self.is_classes else f"{self.values[0]:g}"
        if len(self.class_names) > 1 or (not self.is_classes and (self.values != self.values[0]).any()):
            return
        raise BadFile(
            path,
            QT_TRANSLATE_NOOP(
                "nn", "{path}: the target column {column} holds “{value}” in every row, so there is nothing to learn; choose another target."
            ),
            column=column,
            value=first,
        )


class TargetColumn:
    """The target: kept as texts while there are few different ones, and as numbers while it holds nothing else."""

    def __init__(self, name: str, source: Source) -> None:
        self.name = name
        self._source = source
        self._codes: dict[str, int] | None = {}  # of each text; None once there are too many
        self._seen: dict[str, int] = {}  # the same for cells as they stand in the file, −1 for missing ones
        self._code_blocks: list[NDArray[np.int64]] = []
        self._number_blocks: list[NDArray[np.float64]] = []
        self._first_text: tuple[int, str] | None = None

    def add(self, cells: list[str], lines: list[int]) -> None:
        """Raises ``BadFile`` if the column holds texts and too many different ones."""
        if self._first_text is None:
            try:
                self._number_blocks.append(parse(cells, self._source))
            except NotANumber as error:
                self._first_text = (lines[error.place], error.text)
                self._number_blocks = []
        self._add_texts(cells)
        if self._codes is None and self._first_text is not None:
            raise text_in_numbers(self._source.path, self.name, *self._first_text)

    def _add_texts(self, cells: list[str]) -> None:
        if self._codes is None:
            return
        for cell in set(cells).difference(self._seen):
            self._seen[cell] = -1 if is_missing(cell) else self._codes.setdefault(cell.strip(), len(self._codes))
        self._code_blocks.append(np.array([self._seen[cell] for cell in cells], dtype=np.int64))
        if len(self._codes) > MOST_TEXTS:
            self._codes, self._code_blocks, self._seen = None, [], {}

    def take(self) -> Target:
        """Classes for texts and for few different whole numbers, else values. Raises ``BadFile`` for text among many numbers."""
        if self._first_text is not None:
            return self._text_classes(self._first_text)
        values = np.concatenate(self._number_blocks)
        there = values[~np.isnan(values)]
        different = np.unique(there)
        few = 0 < len(different) <= min(MOST_NUMBER_CLASSES, len(there) // 2)
        if not few or (different != np.round(different)).any():
            return Target((), np.empty(0, dtype=np.int64), values)
        labels = np.where(np.isnan(values), -1, np.searchsorted(different, values)).astype(np.int64)
        return Target(tuple(f"{number:.0f}" for number in different), labels, np.empty(0))

    def _text_classes(self, first_text: tuple[int, str]) -> Target:
        names = self._codes or {}
        if sum(1 for name in names if self._is_number(name)) > MOST_NUMBER_CLASSES:
            raise text_in_numbers(self._source.path, self.name, *first_text)
        ordered = sorted(names)
        renumber = np.empty(len(names) + 1, dtype=np.int64)
        renumber[[names[name] for name in ordered]] = np.arange(len(ordered))
        renumber[-1] = -1
        return Target(tuple(ordered), renumber[np.concatenate(self._code_blocks)], np.empty(0))

    def _is_number(self, text: str) -> bool:
        try:
            to_number(text, self._source.decimal)
        except ValueError:
            return False
        return True
