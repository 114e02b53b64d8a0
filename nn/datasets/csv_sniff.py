"""Finds out how a CSV file is written: encoding, separator, decimal sign, header."""

from __future__ import annotations

import codecs
import csv
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from nn.datasets.work import Work
from nn.errors import BadFile, SettingsError
from nn.text import QT_TRANSLATE_NOOP

SEPARATORS = (",", ";", "\t", "|")
MISSING = frozenset({"", "na", "n/a", "nan", "?", "null"})
SAMPLE_CHARACTERS = 1 << 18
SAMPLE_ROWS = 1000
_BLOCK = 1 << 20
_DOT, _COMMA = re.compile(r"[+-]?\d*\.\d+(e[+-]?\d+)?", re.I), re.compile(r"[+-]?\d*,\d+(e[+-]?\d+)?", re.I)


@dataclass(frozen=True, slots=True)
class Writing:
    """How a file is written. ``decimal`` is "" while only whole numbers were seen. ``width`` is the number of columns."""

    encoding: str
    separator: str
    decimal: str
    header: bool
    names: tuple[str, ...]

    @property
    def width(self) -> int:
        return len(self.names)


def is_missing(cell: str) -> bool:
    return cell.strip().lower() in MISSING


def to_number(cell: str, decimal: str) -> float:
    """The number in ``cell``. Raises ``ValueError`` for text, and for a number with the other decimal sign."""
    text = cell.strip()
    comma, dot = "," in text, "." in text
    if "_" in text or (comma and dot) or (comma and decimal == ".") or (dot and decimal == ","):
        raise ValueError(cell)
    return float(text.replace(",", ".", 1))


def is_number(cell: str, decimal: str = "") -> bool:
    """Whether the cell is a finite number; without ``decimal`` its mark may be a point or a comma."""
    try:
        return math.isfinite(to_number(cell, decimal))
    except ValueError:
        return False


def check_path(path: str) -> Path:
    """Raises ``SettingsError`` if none is given, ``BadFile`` if it isn't a readable file."""
    if not path:
        raise SettingsError("data.path", QT_TRANSLATE_NOOP("nn", "No CSV file was given; choose one."))
    file = Path(path)
    if file.is_dir():
        raise BadFile(path, QT_TRANSLATE_NOOP("nn", "{path} is a folder; choose a CSV file in it."))
    if not file.exists():
        raise BadFile(path, QT_TRANSLATE_NOOP("nn", "There is no file {path}; check its name and folder."))
    return file


def cannot_read(path: str, error: OSError) -> BadFile:
    """What to raise for a file that the system doesn't give out."""
    return BadFile(
        path, QT_TRANSLATE_NOOP("nn", "{path} can't be read ({reason}); check the file and its permissions."), reason=error.strerror or str(error)
    )


def find_encoding(path: Path, work: Work) -> str:
    """utf-8, utf-8-sig or utf-16 where the bytes say so, else cp1252 or latin-1. Reads the whole file once, block by block."""
    decoder, utf8, undefined = codecs.getincrementaldecoder("utf-8")(), True, False
    with path.open("rb") as file:
        start = block = file.read(_BLOCK)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        _refuse_binary(str(path), start)
        while block:
            work.report(0.0)
            undefined = undefined or any(byte in block for byte in b"\x81\x8d\x8f\x90\x9d")
            utf8 = utf8 and _decodes(decoder, block)
            block = file.read(_BLOCK)
    if utf8 and _decodes(decoder, b"", final=True):
        return "utf-8-sig" if start.startswith(codecs.BOM_UTF8) else "utf-8"
    return "latin-1" if undefined else "cp1252"


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_binary(path: str, start: bytes) -> None:
    """Text has no control characters but tab, line ends and form feed (and Ctrl-Z at the end of very old files)."""
    if set(start) & (set(range(32)) - set(b"\t\n\r\f\x1a")):
        raise BadFile(path, QT_TRANSLATE_NOOP("nn", "{path} isn't a text file; export the table as CSV and open that file."))


def find_writing(path: Path, work: Work) -> Writing:
    """Looks at the beginning of the file. Raises ``BadFile`` if it is empty or has a single column."""
    encoding = find_encoding(path, work)
    with path.open(encoding=encoding, newline="") as file:
        text = file.read(SAMPLE_CHARACTERS)
        whole = not file.read(1)
    lines = list(StringIO(text, newline=""))
    lines = lines if whole or len(lines) < 2 else lines[:-1]
    if not any(line.strip() for line in lines):
        raise BadFile(str(path), QT_TRANSLATE_NOOP("nn", "{path} is empty; choose a file with a table in it."))
    separator = max(SEPARATORS, key=lambda candidate: _score(lines, candidate))
    rows = list(_rows(lines, separator))
    if len(rows[0]) < 2:
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "{path} has a single column; a table needs inputs and a target, separated by comma, semicolon, tab or |."),
        )
    header = _has_header(rows)
    names = _names(rows[0]) if header else tuple(f"column {i}" for i in range(1, len(rows[0]) + 1))
    return Writing(encoding, separator, _decimal(rows), header, names)


def _rows(lines: list[str], separator: str) -> Iterator[list[str]]:
    """The first rows that aren't blank; what a quote left open swallows is not looked at."""
    reader = csv.reader(lines, delimiter=separator)
    found = 0
    while found < SAMPLE_ROWS:
        try:
            row = next(reader)
        except (StopIteration, csv.Error):
            return
        if any(cell.strip() for cell in row):
            found += 1
            yield row


def _score(lines: list[str], separator: str) -> tuple[float, float, int]:
    """How well a separator explains the lines: equal widths first, then numbers in the cells, then many columns."""
    rows = list(_rows(lines[:200], separator))
    if not rows:
        return 0.0, 0.0, 0
    width, count = Counter(len(row) for row in rows).most_common(1)[0]
    if width < 2:
        return 0.0, 0.0, 1
    cells = [cell for row in rows for cell in row]
    return count / len(rows), sum(map(is_number, cells)) / len(cells), width


def _has_header(rows: list[list[str]]) -> bool:
    """The first row is a header if it holds a name and no number."""
    named = [cell for cell in rows[0] if not is_missing(cell)]
    return bool(named) and not any(map(is_number, named))


def _names(row: list[str]) -> tuple[str, ...]:
    """Column names, made whole and different: "column 3" for an empty one, "x (2)" for the second x."""
    seen: Counter[str] = Counter()
    names = []
    for place, cell in enumerate(row, 1):
        name = " ".join(cell.split()) or f"column {place}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def _decimal(rows: list[list[str]]) -> str:
    cells = [cell.strip() for row in rows for cell in row]
    dots = sum(1 for cell in cells if _DOT.fullmatch(cell))
    commas = sum(1 for cell in cells if _COMMA.fullmatch(cell))
    if dots == commas == 0:
        return ""
    return "," if commas > dots else "."
