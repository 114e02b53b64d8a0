"""What all written formats share: the order of things on the page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence

from nn.replay.documents.outline import Entry, Given, Outline, Section, has_gap
from nn.replay.expression import Expression, Number
from nn.replay.writing import Digits
from nn.text import QT_TRANSLATE_NOOP, Sentence

Translate = Callable[[Sentence], str]

_NAME, _DATE = QT_TRANSLATE_NOOP("nn", "Name"), QT_TRANSLATE_NOOP("nn", "Date")
_GIVEN = QT_TRANSLATE_NOOP("nn", "Given")
_ERRORS = QT_TRANSLATE_NOOP("nn", "Error after each update")
_UPDATES, _ERROR = QT_TRANSLATE_NOOP("nn", "Updates"), QT_TRANSLATE_NOOP("nn", "Error E")
_MORE = QT_TRANSLATE_NOOP("nn", "and {count} more")


class Paper(ABC):
    """Writes an outline. A subclass says what each piece looks like; every word goes through ``translate``."""

    def __init__(self, outline: Outline, digits: Digits, translate: Translate) -> None:
        self.outline, self.scheme, self.digits = outline, outline.scheme, digits
        self._translate = translate

    def write(self) -> str:
        """The whole document."""
        return self.page("\n".join(self._pieces()))

    def _pieces(self) -> Iterable[str]:
        if self.outline.fill_in:
            yield self.fill_in(self.say(Sentence(_NAME)), self.say(Sentence(_DATE)))
        for sentence in self.outline.lead:
            yield self.paragraph(self.say(sentence))
        if self.outline.given:
            yield self.heading(2, self.say(Sentence(_GIVEN)))
            for given in self.outline.given:
                yield self.given(self.say(given.heading), self._numbers(given))
        for section in self.outline.sections:
            yield from self._section(section)
        if self.outline.errors:
            yield self.heading(2, self.say(Sentence(_ERRORS)))
            yield self.table((self.say(Sentence(_UPDATES)), self.say(Sentence(_ERROR))), self._error_rows())

    def _section(self, section: Section) -> Iterable[str]:
        yield self.heading(section.level, self.say(section.heading))
        for entry in section.entries:
            note = "" if entry.note is None else self.say(entry.note)
            yield self.entry(entry, self.math(entry.left, numbers=False), self._rights(entry), note)

    def _rights(self, entry: Entry) -> list[str]:
        """The right sides as written; one that reads like the one before is left out."""
        found: list[str] = []
        for row in entry.rows:
            text = self.math(row.expression, numbers=row.numbers)
            if text not in found[-1:]:
                found.append(text)
        return found

    def _numbers(self, given: Given) -> list[str]:
        found = [self.equal(self.math(name, numbers=False), self.math(Number(value), numbers=True)) for name, value in given.numbers]
        return [*found, self.say(Sentence(_MORE, {"count": given.more}))] if given.more else found

    def _error_rows(self) -> list[tuple[str, str]]:
        rows = [(str(updates), self.math(Number(error), numbers=True)) for updates, error in self.outline.errors]
        gap = has_gap(self.outline.errors)
        return [*rows[:gap], ("…", "…"), *rows[gap:]] if gap else rows

    def say(self, sentence: Sentence) -> str:
        """A sentence in the reader's language, safe in this format."""
        return self.escaped(" ".join(self._translate(sentence).split()))

    @property
    def title(self) -> str:
        return self.say(self.outline.title)

    @abstractmethod
    def escaped(self, text: str) -> str: ...

    @abstractmethod
    def math(self, expression: Expression, *, numbers: bool) -> str: ...

    @abstractmethod
    def equal(self, left: str, right: str) -> str: ...

    @abstractmethod
    def heading(self, level: int, text: str) -> str: ...

    @abstractmethod
    def paragraph(self, text: str) -> str: ...

    @abstractmethod
    def fill_in(self, name: str, date: str) -> str: ...

    @abstractmethod
    def given(self, heading: str, numbers: Sequence[str]) -> str: ...

    @abstractmethod
    def entry(self, entry: Entry, left: str, rights: Sequence[str], note: str) -> str: ...

    @abstractmethod
    def table(self, heads: tuple[str, str], rows: Sequence[tuple[str, str]]) -> str: ...

    @abstractmethod
    def page(self, body: str) -> str: ...
