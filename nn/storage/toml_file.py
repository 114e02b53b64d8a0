"""TOML files: read with errors that say what to do, written whole or not at all."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, BinaryIO

from nn.errors import BadFile
from nn.storage.atomic import write_atomically
from nn.text import QT_TRANSLATE_NOOP


def text_of(path: str | Path, most: int) -> str:
    """The text at ``path``. Raises ``BadFile`` where it can't be read, isn't UTF-8, or is larger than ``most`` bytes."""
    try:
        with Path(path).open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise BadFile(
            str(path), QT_TRANSLATE_NOOP("nn", "{path} can't be read ({reason}); check the file's name."), reason=error.strerror or str(error)
        ) from error
    if len(content) > most:
        raise BadFile(str(path), QT_TRANSLATE_NOOP("nn", "{path} is larger than {most} bytes; choose another file."), most=most)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadFile(str(path), QT_TRANSLATE_NOOP("nn", "{path} isn't UTF-8 text; save it as UTF-8.")) from error


def table_of(text: str, path: str) -> dict[str, Any]:
    """What ``text`` says; ``path`` is for the errors. Raises ``BadFile`` with the line where it isn't TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        raise BadFile(
            path,
            QT_TRANSLATE_NOOP("nn", "{path}, line {line}: this isn't TOML ({reason}); correct it."),
            line=int(place[1]) if place else text.count("\n") + 1,
            reason=str(error),
        ) from error
    except RecursionError as error:
        raise BadFile(path, QT_TRANSLATE_NOOP("nn", "{path} is nested too deeply; choose another file.")) from error


def write(path: str | Path, content: bytes) -> None:
    """Put ``content`` at ``path``. Raises ``BadFile`` if that can't be done; an older file is then as it was."""

    def fill(file: BinaryIO) -> None:
        file.write(content)

    try:
        write_atomically(Path(path), fill)
    except OSError as error:
        raise BadFile(
            str(path), QT_TRANSLATE_NOOP("nn", "{path} can't be written ({reason}); choose another place."), reason=error.strerror or str(error)
        ) from error
