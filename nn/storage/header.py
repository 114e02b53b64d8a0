"""The JSON description inside a saved file, read with a check on every value."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from nn.errors import BadFile
from nn.text import QT_TRANSLATE_NOOP

Choice = TypeVar("Choice", bound=StrEnum)

MOST_SHOWN = 60  # characters of a wrong value that an error quotes


class Header:
    """Values of a JSON object by name. Every method raises :class:`BadFile` when the value is missing or of the wrong kind."""

    def __init__(self, path: str, array: NDArray[np.uint8]) -> None:
        self._path = path
        try:
            found = json.loads(array.tobytes().decode())
        except (ValueError, RecursionError) as error:
            raise self._unreadable() from error
        if not isinstance(found, dict):
            raise self._unreadable()
        self._values: dict[str, Any] = found

    def check_format(self, name: str, version: int) -> None:
        """Raise unless the file is of format ``name``, in a version up to ``version``."""
        if self._values.get("format") != name:
            raise self.wrong("format")
        found = self.whole("version", least=1)
        if found > version:
            raise BadFile(
                self._path,
                QT_TRANSLATE_NOOP("nn", "{path} was saved by a newer version (format {found}; this one reads up to {known}). Update the program."),
                found=found,
                known=version,
            )

    def text(self, name: str) -> str:
        """The text called ``name``. Raises ``BadFile`` for anything else, as do all below."""
        value = self._values.get(name)
        if not isinstance(value, str):
            raise self.wrong(name)
        return value

    def whole(self, name: str, least: int) -> int:
        """A whole number not below ``least``."""
        return self._whole(name, self._values.get(name), least)

    def wholes(self, name: str, least: int) -> tuple[int, ...]:
        """A list of whole numbers not below ``least``, as a tuple."""
        return tuple(self._whole(name, value, least) for value in self._list(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, as a tuple."""
        values = self._list(name)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(name)
        return tuple(values)

    def choice(self, name: str, kind: type[Choice]) -> Choice:
        return self._choice(name, self.text(name), kind)

    def choices(self, name: str, kind: type[Choice]) -> tuple[Choice, ...]:
        return tuple(self._choice(name, value, kind) for value in self.texts(name))

    def wrong(self, name: str) -> BadFile:
        """The error for a value that can't be used."""
        shown = json.dumps(self._values.get(name))
        return BadFile(
            self._path,
            QT_TRANSLATE_NOOP("nn", "The description in {path} can't be used: {name} is {value}. Choose another file."),
            name=name,
            value=shown if len(shown) <= MOST_SHOWN else shown[:MOST_SHOWN] + "…",
        )

    def _list(self, name: str) -> list[Any]:
        values = self._values.get(name)
        if not isinstance(values, list):
            raise self.wrong(name)
        return values

    def _whole(self, name: str, value: object, least: int) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:  # True is an int to Python
            raise self.wrong(name)
        return value

    def _choice(self, name: str, value: str, kind: type[Choice]) -> Choice:
        try:
            return kind(value)
        except ValueError as error:
            raise self.wrong(name) from error

    def _unreadable(self) -> BadFile:
        return BadFile(self._path, QT_TRANSLATE_NOOP("nn", "The description in {path} is damaged and can't be read. Choose another file."))
