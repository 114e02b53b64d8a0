"""A finished file put in its place: the old one or the new one is there, whole."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from nn.errors import BadFile
from nn.storage.atomic import write_atomically
from nn.text import QT_TRANSLATE_NOOP


def write_file(path: Path | str, content: bytes) -> None:
    """Write ``content``. Raises :class:`BadFile` when it can't be written; what was at ``path`` is then as it was."""
    try:
        write_atomically(Path(path), lambda file: _put(file, content))
    except OSError as error:
        raise BadFile(
            str(path), QT_TRANSLATE_NOOP("nn", "{path} can't be written: {reason}. Choose another place."), reason=error.strerror or error
        ) from error


def _put(file: BinaryIO, content: bytes) -> None:
    file.write(content)
