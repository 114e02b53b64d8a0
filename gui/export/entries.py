"""The equations of a document: on one line where they fit, else line under line with the equals signs below one another."""

from __future__ import annotations

from collections.abc import Sequence

from gui.export.sheet import Sheets
from gui.typeset.box import THICK, Box, blank, row, scaled, space, text
from gui.typeset.compose import Composer
from gui.typeset.ink import EM
from nn.replay.documents.outline import Entry
from nn.replay.expression import Expression, Number
from nn.replay.scheme import Scheme
from nn.replay.writing import Digits

SIZE, TEXT = 11.0, 10.0  # points
INDENT = 26.0  # room for a worksheet's numbers
LEAST = 0.5  # how small a formula may become that is wider than the sheet
LINE_GAP, GAP, WIDE_GAP = 3.0, 6.0, 12.0  # between lines, between entries, between a worksheet's entries
BLANK = 8500.0  # a blank's width, in 1/1000 of the letters' size
LEAST_ASCENT, LEAST_DESCENT = 760.0, 240.0


class EntryWriter:
    """Writes entries, lists and tables on sheets."""

    def __init__(self, sheets: Sheets, scheme: Scheme, digits: Digits) -> None:
        self._sheets = sheets
        self._composer = Composer(scheme, digits)

    def write(self, entry: Entry, note: str) -> None:
        """One step."""
        sheets = self._sheets
        lines = self._lines(entry)
        sheets.need(sum(_height(line) for line in lines) + (TEXT * 1.5 if note else 0))
        if note:
            sheets.text(note, TEXT, after=2)
        for place, line in enumerate(lines):
            sheets.need(_height(line))
            baseline = sheets.y + max(line.ascent, LEAST_ASCENT) * SIZE / EM
            if place == 0 and entry.number:
                sheets.label(f"{entry.number}.", 0, baseline, TEXT, bold=True)
            sheets.math(line, INDENT, baseline, SIZE)
            sheets.y += _height(line) + LINE_GAP
        sheets.y += WIDE_GAP if entry.blank else GAP

    def _lines(self, entry: Entry) -> list[Box]:
        """An entry's lines: all in one, or one for each right side."""
        left, rights = self._composer.symbols(entry.left), self._rights(entry)
        equals = row((space(THICK), text("="), space(THICK)))
        whole = row((left, *(part for right in rights for part in (equals, right))))
        room = (self._sheets.width - INDENT) * EM / SIZE
        if whole.width <= room:
            return [whole]
        firsts = (left, *(space(left.width) for _ in rights[1:]))
        return [row((first, equals, _fitted(right, room - left.width - equals.width))) for first, right in zip(firsts, rights, strict=True)]

    def _rights(self, entry: Entry) -> list[Box]:
        """The right sides; one that looks like the one before is left out."""
        found: list[Box] = []
        for side in entry.rows:
            box = self._composer.numbers(side.expression) if side.numbers else self._composer.symbols(side.expression)
            if not found or box.svg != found[-1].svg:
                found.append(box)
        return [*found, blank(BLANK)] if entry.blank else found

    def list(self, heading: str, numbers: Sequence[tuple[Expression, float]], more: str) -> None:
        """``w1 = 0.15, w2 = 0.2, …``, wrapped at the margin."""
        sheets = self._sheets
        boxes = [row((self._composer.symbols(name), space(THICK), text("="), space(THICK), self._composer.number(value))) for name, value in numbers]
        sheets.need(TEXT * 1.5 + SIZE * 1.6)
        sheets.text(heading, TEXT, after=1)
        for line in _wrapped(boxes, sheets.width - INDENT):
            sheets.need(_height(line))
            sheets.math(line, INDENT, sheets.y + max(line.ascent, LEAST_ASCENT) * SIZE / EM, SIZE)
            sheets.y += _height(line) + LINE_GAP
        if more:
            sheets.text(more, TEXT)
        sheets.y += LINE_GAP

    def table(self, heads: tuple[str, str], rows: Sequence[tuple[str, Number | None]]) -> None:
        """Two columns, the second one numbers; ``None`` is an ellipsis."""
        sheets, middle = self._sheets, 90.0
        sheets.label(heads[0], INDENT, sheets.y + TEXT, TEXT, bold=True)
        sheets.label(heads[1], INDENT + middle, sheets.y + TEXT, TEXT, bold=True)
        sheets.y += TEXT * 1.5
        sheets.rule(INDENT, middle * 2.5, sheets.y)
        sheets.y += 4
        for words, number in rows:
            sheets.need(SIZE * 1.4)
            baseline = sheets.y + SIZE
            sheets.math(text(words), INDENT, baseline, SIZE)
            sheets.math(text("…") if number is None else self._composer.numbers(number), INDENT + middle, baseline, SIZE)
            sheets.y += SIZE * 1.4


def _height(line: Box) -> float:
    return (max(line.ascent, LEAST_ASCENT) + max(line.descent, LEAST_DESCENT)) * SIZE / EM


def _fitted(box: Box, room: float) -> Box:
    return box if box.width <= room else scaled(box, max(room / box.width, LEAST))


def _wrapped(boxes: Sequence[Box], width: float) -> list[Box]:
    """Boxes in rows of at most ``width`` points, with commas and wide spaces between them."""
    lines: list[list[Box]] = [[]]
    used, room = 0.0, width * EM / SIZE
    for place, box in enumerate(boxes):
        piece = row((box, text(","), space(700))) if place < len(boxes) - 1 else box
        if used + piece.width > room and lines[-1]:
            lines.append([])
            used = 0.0
        lines[-1].append(piece)
        used += piece.width
    return [row(line) for line in lines if line]
