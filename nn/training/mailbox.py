"""A mailbox for one item: the newest wins, and the sender learns whether the reader still has to be told."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Holds at most one item. Safe between two threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._item: T | None = None

    def put(self, item: T) -> bool:
        """Replace what is there. True if it was empty: only then does the reader need news of it."""
        with self._lock:
            was_empty = self._item is None
            self._item = item
            return was_empty

    def take(self) -> T | None:
        """The newest item, which is then gone; ``None`` if there is none."""
        with self._lock:
            item, self._item = self._item, None
            return item
