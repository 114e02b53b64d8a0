"""Imports what takes seconds on a thread beside the others, and steps aside while somebody waits for an answer."""

from __future__ import annotations

import math
import sys
import threading
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

CALM = 0.3  # seconds since somebody last asked something, after which nobody is thought to wait
# Seconds that are waited before each further module while somebody asks. Other threads' imports wait as long, so it is short; a module is
# imported in a few milliseconds, so it is long enough to leave the interpreter to those who ask.
ASIDE = 0.04
SLICE = 0.002  # seconds between two looks whether a wait is to be given up


class Beside(MetaPathFinder):
    """Imports the module ``name`` once it is first asked whether it is there.

    The import can't be stopped, and shares the interpreter with all other threads: a stroke of the pen would be answered three times as
    late. Python asks each finder for every module on its way; this one finds none, but waits where somebody is at work.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._asked = -math.inf  # seconds of the steady clock
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def step_aside(self) -> None:
        """Somebody waits for an answer now."""
        self._asked = time.monotonic()

    def ready(self, patience: float = 0.0, wanted: Callable[[], bool] | None = None) -> bool:
        """Whether the module is there. Waits for it ``patience`` seconds at most, and no longer once it is ``wanted`` that something else is done."""
        importing = self._begun()
        end = time.monotonic() + patience
        while importing.is_alive() and time.monotonic() < end and not (wanted is not None and wanted()):
            importing.join(SLICE)
        return not importing.is_alive()

    def _begun(self) -> threading.Thread:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._import, name=f"import of {self._name}", daemon=True)
                self._thread.start()
            return self._thread

    def _import(self) -> None:
        sys.meta_path.insert(0, self)
        try:
            import_module(self._name)
        finally:
            sys.meta_path.remove(self)

    def find_spec(self, _fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """Finds nothing; see the class."""
        if threading.current_thread() is self._thread and time.monotonic() - self._asked < CALM:
            time.sleep(ASIDE)
        return None
