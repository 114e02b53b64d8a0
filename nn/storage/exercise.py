"""An exercise on a computation graph as a TOML file: read strictly, the same after a round trip.

format = 1
kind = "graph-exercise"
title = "Linear neuron"
expression = "J = (w*x + b - y)^2 / 2"
parameters = ["w", "b"]        # left out: the variables that look like parameters
order = "free"                 # or "enforced"
given = ["value c"]            # boxes that are shown from the start: "value c", "local c w" (∂c/∂w), "total w" (∂J/∂w)

[values]
w = -2.0

[hints]                        # the teacher's own words for the first hint of a box, or for up to three; "" leaves one as it is
"total w" = "Which two numbers meet here?"
"local c w" = ["What is c made of?", "", "Read x off the graph."]
"""

from __future__ import annotations

import difflib
import json
import math
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from nn.errors import BadFile
from nn.graph.exercise import STAGES, Order, Task, make
from nn.graph.graph import GraphError
from nn.storage import toml_file
from nn.text import QT_TRANSLATE_NOOP

FORMAT, KIND = 1, "graph-exercise"
LARGEST = 1_000_000  # bytes

_KEYS = ("format", "kind", "title", "expression", "parameters", "order", "given", "values", "hints")


# Writing


def to_toml(task: Task) -> str:
    """The exercise as TOML text."""
    lines = [f"format = {FORMAT}", f'kind = "{KIND}"']
    lines += [f"title = {_text(task.title)}"] if task.title else []
    lines += [f"expression = {_text(task.expression)}", f"parameters = {_list(task.parameters)}", f"order = {_text(task.order)}"]
    lines += [f"given = {_list(task.given)}"]
    lines += ["", "[values]", *(f"{_text(name)} = {float(value)!r}" for name, value in task.values.items())]
    lines += ["", "[hints]", *(f"{_text(key)} = {_hints(texts)}" for key, texts in task.hints.items())] if task.hints else []
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(texts: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(_text, texts)) + "]"


def _hints(texts: tuple[str, ...]) -> str:
    return _text(texts[0]) if len(texts) == 1 else _list(texts)


def write(path: str | Path, task: Task) -> None:
    """Write the exercise to ``path``. Raises ``BadFile`` if that can't be done; an older file is then as it was."""
    try:
        content = to_toml(task).encode()
    except UnicodeEncodeError as error:
        raise BadFile(
            str(path), QT_TRANSLATE_NOOP("nn", "{path} can't be written: the exercise has characters that are no text; remove them.")
        ) from error
    toml_file.write(path, content)


# Reading


def read(path: str | Path) -> Task:
    """The exercise at ``path``, which can be made (see :func:`nn.graph.exercise.make`). Raises ``BadFile``."""
    return from_toml(toml_file.text_of(path, LARGEST), str(path))


def from_toml(text: str, path: str = "exercise.toml") -> Task:
    """The exercise that ``text`` describes; ``path`` is for the errors, which are those of :func:`read`."""
    return _Reader(text, path, toml_file.table_of(text, path)).task()


class _Reader:
    """Takes the parsed table apart; knows where in the text a key stands."""

    def __init__(self, text: str, path: str, table: Mapping[str, Any]) -> None:
        self._text, self._path, self._table = text, path, table

    def task(self) -> Task:
        self._check_kind()
        for key in self._table:
            if key not in _KEYS:
                near = difflib.get_close_matches(key, _KEYS, 1)
                template = QT_TRANSLATE_NOOP("nn", "{path}, line {line}: there is no setting {key}; the nearest ones are {choices}.")
                raise self._bad(template, key, choices=near[0] if near else ", ".join(_KEYS))
        if "expression" not in self._table:
            raise BadFile(self._path, QT_TRANSLATE_NOOP("nn", '{path} lacks the expression; add a line such as expression = "J = (2 + 3*w)^2".'))
        task = Task(
            self._of("expression", "", _is_text, "a text"),
            self._table_of("values", _is_number, "a finite number", float),
            tuple(self._of("parameters", [], _are_texts, "a list of names")),
            self._of("title", "", _is_text, "a text"),
            Order(self._of("order", Order.FREE, _is_order, "free or enforced")),
            tuple(self._of("given", [], _are_texts, "a list of boxes")),
            self._table_of("hints", _are_hints, "a text or up to three", _hints_of),
        )
        return self._checked(task)

    def _checked(self, task: Task) -> Task:
        try:
            make(task)
        except GraphError as error:
            line = self._line("values" if error.place is None or error.node else "expression")
            template = QT_TRANSLATE_NOOP("nn", "{path}, line {line}: this exercise can't be used. {reason}")
            raise BadFile(self._path, template, line=line, reason=error.sentence) from error
        return task

    def _check_kind(self) -> None:
        kind, version = self._table.get("kind"), self._table.get("format", FORMAT)
        if kind != KIND:
            template = QT_TRANSLATE_NOOP("nn", "{path} is no exercise on a computation graph: its kind must be “{known}”. Choose another file.")
            raise BadFile(self._path, template, known=KIND)
        if version != FORMAT:
            template = QT_TRANSLATE_NOOP("nn", "{path} has format {version}, and this program reads format {known}; update the program or the file.")
            raise BadFile(self._path, template, version=version, known=FORMAT)

    def _of(self, key: str, default: Any, fits: Callable[[Any], bool], expected: str) -> Any:
        value = self._table.get(key, default)
        if not fits(value):
            raise self._wrong(key, expected, value)
        return value

    def _table_of(self, key: str, fits: Callable[[Any], bool], expected: str, kind: Callable[[Any], Any]) -> dict[str, Any]:
        table = self._of(key, {}, lambda value: isinstance(value, dict), "a table")
        for name, value in table.items():
            if not fits(value):
                raise self._wrong(name, expected, value)
        return {name: kind(value) for name, value in table.items()}

    def _wrong(self, key: str, expected: str, value: object) -> BadFile:
        template = QT_TRANSLATE_NOOP("nn", "{path}, line {line}: {key} must be {expected}, not {value!r}; correct it.")
        return self._bad(template, key, expected=expected, value=value)

    def _bad(self, template: str, key: str, **values: object) -> BadFile:
        return BadFile(self._path, template, line=self._line(key), key=key, **values)

    def _line(self, key: str) -> int:
        """The line on which ``key`` stands, or its table's; 1 if it is written in some unusual way."""
        pattern = re.compile(rf"\s*(?:\[\s*)?[\"']?{re.escape(key)}[\"']?\s*[\]=]")
        return next((number for number, line in enumerate(self._text.splitlines(), 1) if pattern.match(line)), 1)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_hints(value: object) -> bool:
    return _is_text(value) or (_are_texts(value) and len(value) in range(1, STAGES + 1))  # type: ignore[arg-type]  # a list, as was looked at


def _hints_of(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _is_number(value: object) -> bool:
    if isinstance(value, int):
        return not isinstance(value, bool) and abs(value) < 1e300
    return isinstance(value, float) and math.isfinite(value)


def _is_order(value: object) -> bool:
    return isinstance(value, str) and value in list(Order)
