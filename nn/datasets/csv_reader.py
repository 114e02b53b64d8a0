"""Reads the rows of a CSV file block by block, so that a file of any length needs little memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader, TextIOWrapper

from nn.datasets.csv_sniff import Writing
from nn.errors import BadFile
from nn.text import QT_TRANSLATE_NOOP

BLOCK_ROWS = 4096
BLOCK_CELLS = 40_000  # read between two looks at progress and cancel: about 10 ms

Block = tuple[list[list[str]], list[int]]


@dataclass(frozen=True)
class CsvReader:
    """An open file of ``size`` bytes and how it is written."""

    path: str
    writing: Writing
    binary: BufferedReader
    size: int

    @property
    def share(self) -> float:
        """How much of the file has been read, 0 to 1."""
        return self.binary.tell() / max(self.size, 1)

    def blocks(self) -> Iterator[Block]:
        """Rows without the header, with the line on which each begins (from 1). Raises ``BadFile`` for a ragged one."""
        text = TextIOWrapper(self.binary, self.writing.encoding, newline="")
        reader = csv.reader(text, delimiter=self.writing.separator)
        width = self.writing.width
        length = max(1, min(BLOCK_ROWS, BLOCK_CELLS // width))
        rows: list[list[str]] = []
        lines: list[int] = []
        line, header = 1, self.writing.header
        try:
            for row in reader:
                if len(row) != width:
                    if len(row) > 1 or (row and row[0].strip()):
                        raise self._ragged(line, len(row))
                elif header:
                    header = False
                else:
                    rows.append(row)
                    lines.append(line)
                line = reader.line_num + 1
                if len(rows) == length:
                    yield rows, lines
                    rows, lines = [], []
        except csv.Error:
            raise self._unclosed(line) from None
        if rows:
            yield rows, lines
        text.detach()  # or its end would close the file

    def _ragged(self, line: int, found: int) -> BadFile:
        return BadFile(
            self.path,
            QT_TRANSLATE_NOOP("nn", "{path}, line {line}: the row has {found} values where the first one has {expected}; correct that line."),
            line=line,
            found=found,
            expected=self.writing.width,
        )

    def _unclosed(self, line: int) -> BadFile:
        return BadFile(
            self.path, QT_TRANSLATE_NOOP("nn", "{path}, line {line}: a cell begins with a quote that is never closed; close it."), line=line
        )
