"""What the program remembers from one start to the next: one small JSON file in the platform's folder for settings."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from nn.storage.atomic import sweep, write_atomically

FILE = "preferences.json"


@dataclass
class Values:
    """All that is remembered. ``experiment`` is TOML text, ``geometry`` Qt's own bytes as base64; "" is nothing yet."""

    theme: str = ""
    language: str = ""
    projector: bool = False
    less_motion: bool = False
    workspace: str = "train"
    geometry: str = ""
    experiment: str = ""


def default_path() -> Path:
    return user_config_path("neurolupa", appauthor=False, roaming=True) / FILE


class Preferences:
    """Reads its file once and sweeps its folder; ``save`` writes it whole. A damaged or unwritable file is no reason to stop: defaults serve.

    Without a path nothing is read or written: for pictures and tests.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        if path is not None:
            sweep(path.parent)
        self.values = Values() if path is None else _read(path)

    def save(self) -> bool:
        """Write the values. False when there is no place for them."""
        if self._path is None:
            return False
        content = json.dumps(asdict(self.values), indent=2, ensure_ascii=False).encode()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, lambda file: _put(file, content))
        except OSError:
            return False
        return True


def _read(path: Path) -> Values:
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Values()
    return _values(table) if isinstance(table, dict) else Values()


def _put(file: Any, content: bytes) -> None:
    file.write(content)


def _values(table: dict[str, Any]) -> Values:
    """Known keys of the right type; an older or newer program's other keys are passed over."""
    known = {field.name: type(getattr(Values(), field.name)) for field in fields(Values)}
    return Values(**{key: value for key, value in table.items() if key in known and type(value) is known[key]})
