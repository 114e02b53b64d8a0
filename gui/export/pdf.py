"""Documents on paper: a worked example, a worksheet with blanks, or its answer key, as PDF with typeset equations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice

from gui.export.entries import EntryWriter
from gui.export.figure import Figure, fits_upright, write_upright, write_wide
from gui.export.files import write_file
from gui.export.sheet import PaperSize, Sheets
from gui.fields.sentence import sentence_text
from nn.errors import Cancelled
from nn.replay.documents.choices import Blanks, Content
from nn.replay.documents.outline import Outline, Section, has_gap, outline_of
from nn.replay.expression import Number
from nn.replay.walk import Walk
from nn.replay.writing import Digits
from nn.text import QT_TRANSLATE_NOOP, Sentence

# The same words as in the written formats, so that they are translated once.
_NAME, _DATE = QT_TRANSLATE_NOOP("nn", "Name"), QT_TRANSLATE_NOOP("nn", "Date")
_GIVEN = QT_TRANSLATE_NOOP("nn", "Given")
_MORE = QT_TRANSLATE_NOOP("nn", "and {count} more")
_ERRORS = QT_TRANSLATE_NOOP("nn", "Error after each update")
_UPDATES, _ERROR = QT_TRANSLATE_NOOP("nn", "Updates"), QT_TRANSLATE_NOOP("nn", "Error E")

TITLE, TEXT, GAP = 20.0, 10.0, 14.0  # points
HEADINGS = {1: (15.0, 18.0), 2: (12.5, 14.0), 3: (10.5, 8.0)}  # size, gap before, by level


@dataclass(frozen=True)
class Choice:
    """What a document holds: its content, the digits (``None``: all), the ids of its first and last step (``None``: all there are)."""

    content: Content = Content.EXAMPLE
    digits: Digits = 6
    blanks: Blanks = Blanks.FORMULA
    first: int | None = None
    last: int | None = None
    title: str | None = None
    paper: PaperSize = PaperSize.A4


def never() -> bool:
    """Nobody asks for it to be cancelled."""
    return False


def silent(_part: float) -> None:
    """Nobody watches the progress."""


def write_pdf(
    path: Path | str, walk: Walk, choice: Choice = Choice(), cancelled: Callable[[], bool] = never, progress: Callable[[float], None] = silent
) -> int:
    """Write a walk as PDF; returns the number of pages. It may run on any thread, and is what a job's work is given to call.

    Nothing is written before all is made. Raises :class:`BadFile` when the file can't be written, :class:`SettingsError` where there
    are no such steps or nothing to fill in, :class:`Cancelled` when ``cancelled()`` becomes true on the way. ``progress`` gets 0 to 1.
    """
    outline = outline_of(walk, choice.content, choice.blanks, first=choice.first, last=choice.last, title=choice.title)
    return write_outline(path, outline, choice.digits, choice.paper, cancelled=cancelled, progress=progress)


def write_outline(
    path: Path | str,
    outline: Outline,
    digits: Digits = 6,
    paper: PaperSize = PaperSize.A4,
    figure: Figure | None = None,
    *,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], None] = silent,
) -> int:
    """Write any document as :func:`write_pdf` does: a walk's, or an exercise's on a computation graph with its ``figure``."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    sheets = Sheets(buffer, paper, sentence_text(outline.title))
    try:
        _Document(outline, sheets, digits, figure).write(cancelled, progress)
    finally:
        sheets.end()
    write_file(path, bytes(buffer.data().data()))
    return sheets.pages


class _Document:
    """Puts an outline on sheets."""

    def __init__(self, outline: Outline, sheets: Sheets, digits: Digits, figure: Figure | None) -> None:
        self._outline, self._sheets, self._figure = outline, sheets, figure
        self._entries = EntryWriter(sheets, outline.scheme, digits)

    def write(self, cancelled: Callable[[], bool], progress: Callable[[float], None]) -> None:
        self._head()
        self._given()
        upright = self._figure is not None and fits_upright(self._sheets, self._figure)
        if self._figure is not None and upright:
            self._sheets.skip(GAP)
            write_upright(self._sheets, self._figure)
        total, done, told = sum(len(section.entries) for section in self._outline.sections) or 1, 0, 0
        for place, section in enumerate(self._outline.sections):
            self._heading(section, place)
            for entry in section.entries:
                if cancelled():
                    raise Cancelled(QT_TRANSLATE_NOOP("nn", "Writing the document was cancelled."))
                self._entries.write(entry, "" if entry.note is None else sentence_text(entry.note))
                done += 1
                if told < (told := 100 * done // total):  # whoever listens needn't hear of each of ten thousand steps
                    progress(told / 100)
        self._errors()
        if self._figure is not None and not upright:
            write_wide(self._sheets, self._figure)

    def _head(self) -> None:
        sheets = self._sheets
        sheets.text(sentence_text(self._outline.title), TITLE, bold=True, after=6)
        for sentence in self._outline.lead:
            sheets.text(" ".join(sentence_text(sentence).split()), TEXT, after=3)
        if self._outline.fill_in:
            sheets.skip(14)
            y = sheets.y + TEXT
            end = sheets.label(_said(_NAME) + ":", 0, y, TEXT)
            sheets.rule(end + 6, sheets.width * 0.55 - end, y + 2)
            end = sheets.label(_said(_DATE) + ":", sheets.width * 0.65, y, TEXT)
            sheets.rule(end + 6, sheets.width - end - 6, y + 2)
            sheets.y = y + 10

    def _given(self) -> None:
        if not self._outline.given:
            return
        self._title(2, _said(_GIVEN), 40)
        for given in self._outline.given:
            more = _said(_MORE, count=given.more) if given.more else ""
            self._entries.list(sentence_text(given.heading), given.numbers, more)

    def _heading(self, section: Section, place: int) -> None:
        """A heading stays on one sheet with what follows it, be it another heading."""
        later = self._outline.sections[place + 1 : place + 3]
        nested = [other for other in later if not section.entries and other.level > section.level]
        follows = 34.0 + sum(HEADINGS[other.level][0] * 1.3 + HEADINGS[other.level][1] for other in nested)
        self._title(section.level, sentence_text(section.heading), follows)

    def _title(self, level: int, words: str, follows: float) -> None:
        size, gap = HEADINGS[level]
        self._sheets.skip(gap)
        self._sheets.need(size * 1.4 + follows)
        self._sheets.text(words, size, bold=True, after=4)

    def _errors(self) -> None:
        errors = self._outline.errors
        if not errors:
            return
        self._title(2, _said(_ERRORS), 40)
        rows: list[tuple[str, Number | None]] = [(str(updates), Number(error)) for updates, error in errors]
        if gap := has_gap(errors):
            rows.insert(gap, ("…", None))
        self._entries.table((_said(_UPDATES), _said(_ERROR)), rows)


def _said(template: str, **values: object) -> str:
    return sentence_text(Sentence(template, values))
