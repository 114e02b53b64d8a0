"""Landscapes that aren't a race of functions: planes through a network, the perceptron lesson. They come to the workspace as guests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from gui.panels.landscape.functions import Entry


@runtime_checkable
class Plays(Protocol):
    """What the keys for play and step are for, while it is on screen."""

    def toggle(self) -> None: ...

    def one_step(self) -> None: ...


class Still:
    """A guest that plays nothing."""

    def toggle(self) -> None:
        """Nothing to play."""

    def one_step(self) -> None:
        """Nothing to step."""


class Guest(Protocol):
    """Takes over the columns while one of its entries is chosen.

    ``entries`` stand in the list of functions; call the workspace's ``show_list`` when they change. ``enter(key)`` shows one of them:
    the workspace has paused the race and emptied the map before. ``leave`` puts away what the guest has shown in the guest places, and
    the columns' middle is then back on its first page. ``place_clicked`` and ``title`` are asked while the guest is in.
    """

    @property
    def entries(self) -> Sequence[Entry]: ...

    def enter(self, key: str) -> None: ...

    def leave(self) -> None: ...

    def title(self) -> str: ...

    def place_clicked(self, x: float, y: float) -> None: ...

    def shutdown(self) -> bool:
        """End what is under way. True when that is done; else the guest sees to it through the workspace's jobs."""
        ...
