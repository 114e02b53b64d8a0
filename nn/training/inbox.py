"""Commands on their way to the training thread."""

from __future__ import annotations

import queue
import threading

from nn.training import commands


class Inbox:
    """Commands on their way to the training thread. ``close`` ends the loop."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[commands.Command | None] = queue.SimpleQueue()
        self._closed = threading.Event()

    def closed(self) -> bool:
        return self._closed.is_set()

    def send(self, command: commands.Command) -> None:
        self._queue.put(command)

    def anything(self) -> bool:
        """Whether a command waits."""
        return not self._queue.empty()

    def close(self) -> None:
        self._closed.set()
        self._queue.put(None)

    def waiting(self, timeout: float | None) -> list[commands.Command]:
        """All commands that are there; waits up to ``timeout`` seconds for a first one (``None``: for ever, 0: not at all)."""
        found: list[commands.Command] = []
        try:
            command = self._queue.get(timeout is None or timeout > 0, timeout)
            while command is not None:
                found.append(command)
                command = self._queue.get_nowait()
        except queue.Empty:
            pass
        return found
