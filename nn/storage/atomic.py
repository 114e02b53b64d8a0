"""Writing a file so that a reader finds the old one or the new one, whole: also after a crash or on a full disk."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

SUFFIX = ".neurolupa-tmp"
STALE = 86_400.0
"""Seconds after which nobody is writing a temporary file any more: a day."""
_NAME = re.compile(rf"\.[0-9a-f]{{16}}{re.escape(SUFFIX)}")


def write_atomically(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let ``write`` fill a temporary file next to ``path``, then put it in ``path``'s place.

    Raises whatever ``write`` raises, and ``OSError`` when the folder can't be written to; ``path`` is then as it was.
    What an earlier crash left in the folder is swept up.
    """
    sweep(path.parent)
    temporary = path.with_name(f".{secrets.token_hex(8)}{SUFFIX}")
    try:
        with temporary.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove the temporary files of writes that a crash cut short, older than :data:`STALE`. Where that can't be done they stay."""
    oldest = time.time() - STALE
    try:
        with os.scandir(folder) as entries:
            left = [entry for entry in entries if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)]
    except OSError:
        return
    for entry in left:
        with contextlib.suppress(OSError):
            if entry.stat(follow_symlinks=False).st_mtime < oldest:
                Path(entry.path).unlink()
