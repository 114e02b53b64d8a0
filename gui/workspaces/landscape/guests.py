"""Landscapes that aren't a race of functions: planes through a network, the perceptron lesson. They come to the workspace as guests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from gui.panels.landscape.functions import Entry


class Plays(Protocol):
    """What the keys are for, while it is on screen."""

    def toggle(self) -> None:
        """Play, or pause."""
        ...

    def one_step(self) -> None:
        """One step on."""
        ...

    def back(self) -> None:
        """One step back."""
        ...

    def restart(self) -> None:
        """Back to where it began."""
        ...


class Guest(Plays, Protocol):
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
