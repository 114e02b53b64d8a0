"""An experiment as a TOML file: written whole, read strictly, the same after a round trip.

The tables and keys are the fields of :class:`nn.settings.Experiment`; what is left out takes its default, and what is not
known is refused, so that a misspelt key can't go unnoticed.
"""

from __future__ import annotations

import difflib
import json
import re
import types
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from nn.errors import BadFile
from nn.settings import Experiment
from nn.storage import toml_file
from nn.text import QT_TRANSLATE_NOOP

FORMAT = 1
LARGEST = 100_000_000  # bytes: the weights that an experiment may give are many


# Writing


def to_toml(experiment: Experiment) -> str:
    """The experiment as TOML text."""
    return f"format = {FORMAT}\n" + _table(experiment, "")


def write(path: str | Path, experiment: Experiment) -> None:
    """Write the experiment to ``path``. Raises ``BadFile`` if that can't be done; an older file is then as it was."""
    try:
        content = to_toml(experiment).encode()
    except UnicodeEncodeError as error:
        raise BadFile(
            str(path), QT_TRANSLATE_NOOP("nn", "{path} can't be written: a name in the experiment has characters that are no text; rename it.")
        ) from error
    toml_file.write(path, content)


def _table(settings: Any, name: str) -> str:
    """The keys of a dataclass, then its tables. What is ``None`` is left out."""
    keys, tables = "", ""
    for field in fields(settings):
        value, full = getattr(settings, field.name), f"{name}.{field.name}" if name else field.name
        if is_dataclass(value):
            tables += f"\n[{full}]\n" + _table(value, full)
        elif _are_tables(value):
            tables += "".join(f"\n[[{full}]]\n" + _table(item, full) for item in value)
        elif value is not None:
            keys += f"{field.name} = {_value(value)}\n"
    return keys + tables


def _are_tables(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and is_dataclass(value[0])


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, tuple):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return str(int(value)) if isinstance(value, int) else repr(float(value))


# Reading


def read(path: str | Path) -> Experiment:
    """The experiment at ``path``. Raises ``BadFile``, and ``SettingsError`` for a value out of its range."""
    return from_toml(toml_file.text_of(path, LARGEST), str(path))


def from_toml(text: str, path: str = "experiment.toml") -> Experiment:
    """The experiment that ``text`` describes; ``path`` is for the errors, which are those of :func:`read`."""
    table = toml_file.table_of(text, path)
    reader = _Reader(text, path)
    reader.check_format(table.pop("format", FORMAT))
    experiment: Experiment = reader.dataclass(Experiment, table, "")
    return experiment


class _Reader:
    """Turns parsed TOML into dataclasses by their type hints; knows where in the text a key stands."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path

    def check_format(self, version: object) -> None:
        if version != FORMAT:
            raise BadFile(
                self._path,
                QT_TRANSLATE_NOOP("nn", "{path} has format {version}, and this program reads format {known}; update the program or the file."),
                version=version,
                known=FORMAT,
            )

    def dataclass(self, kind: type, table: object, name: str) -> Any:
        if not isinstance(table, dict):
            raise self._wrong(name, "a table", table)
        hints = get_type_hints(kind)
        known = [field.name for field in fields(kind)]
        values = {}
        for key, value in table.items():
            full = f"{name}.{key}" if name else key
            if key not in known:
                raise self._unknown(full, key, known)
            values[key] = self._convert(hints[key], value, full)
        try:
            return kind(**values)
        except TypeError:  # a key without a default is missing: the width of a layer
            missing = next(field.name for field in fields(kind) if field.name not in values)
            raise BadFile(
                self._path,
                QT_TRANSLATE_NOOP("nn", "{path}, line {line}: {table} lacks {key}; add it."),
                line=self._line(name),
                table=name,
                key=missing,
            ) from None

    def _convert(self, hint: Any, value: Any, name: str) -> Any:
        if get_origin(hint) in (types.UnionType, Union):
            hint = next(kind for kind in get_args(hint) if kind is not type(None))
        if get_origin(hint) is tuple:
            return self._tuple(get_args(hint), value, name)
        if is_dataclass(hint) and isinstance(hint, type):
            return self.dataclass(hint, value, name)
        if issubclass(hint, StrEnum):
            return self._word(hint, value, name)
        if hint is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if type(value) is not hint:
            raise self._wrong(name, _EXPECTED[hint], value)
        return value

    def _tuple(self, kinds: tuple[Any, ...], value: object, name: str) -> tuple[Any, ...]:
        endless = len(kinds) == 2 and kinds[1] is Ellipsis
        if not isinstance(value, list) or (not endless and len(value) != len(kinds)):
            raise self._wrong(name, "a list" if endless else f"a list of {len(kinds)} values", value)
        hints = [kinds[0]] * len(value) if endless else kinds
        return tuple(self._convert(hint, item, name) for hint, item in zip(hints, value, strict=True))

    def _word(self, kind: type[StrEnum], value: object, name: str) -> StrEnum:
        words = [str(word) for word in kind]
        if not isinstance(value, str) or value not in words:
            near = difflib.get_close_matches(str(value), words, 1)
            raise BadFile(
                self._path,
                QT_TRANSLATE_NOOP("nn", "{path}, line {line}: {key} can't be “{value}”; choose {choices}."),
                line=self._line(name),
                key=name,
                value=value,
                choices=near[0] if near else ", ".join(words),
            )
        return kind(value)

    def _unknown(self, name: str, key: str, known: list[str]) -> BadFile:
        near = difflib.get_close_matches(key, known, 1)
        return BadFile(
            self._path,
            QT_TRANSLATE_NOOP("nn", "{path}, line {line}: there is no setting {key}; the nearest ones are {choices}."),
            line=self._line(name),
            key=name,
            choices=near[0] if near else ", ".join(known),
        )

    def _wrong(self, name: str, expected: str, value: object) -> BadFile:
        return BadFile(
            self._path,
            QT_TRANSLATE_NOOP("nn", "{path}, line {line}: {key} must be {expected}, not {value!r}; correct it."),
            line=self._line(name),
            key=name,
            expected=expected,
            value=value,
        )

    def _line(self, name: str) -> int:
        """The line on which the dotted ``name`` stands, or its table's; 1 if it is written in some unusual way."""
        table, best = "", 1
        for number, line in enumerate(self._text.splitlines(), 1):
            header = re.match(r"\s*\[\[?\s*([^\]]+?)\s*\]", line)
            key = re.match(r"\s*([\w.\"'-]+)\s*=", line)
            if header:
                table = header[1]
                best = number if table == name or name.startswith(f"{table}.") else best
            elif key and f"{table}.{key[1]}".lstrip(".") == name:
                return number
        return best


_EXPECTED = {int: "a whole number", float: "a number", str: "a text", bool: "true or false"}
