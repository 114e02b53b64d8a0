"""Writing a file so that a reader finds the old one or the new one, whole: also after a crash or on a full disk."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

SUFFIX = ".neurolupa-tmp"
"""How temporary files end, for whoever sweeps up those of a crash."""


def write_atomically(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let ``write`` fill a temporary file next to ``path``, then put it in ``path``'s place.

    Raises whatever ``write`` raises, and ``OSError`` when the folder can't be written to; ``path`` is then as it was.
    """
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
