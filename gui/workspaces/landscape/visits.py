"""Which guest has the columns, and what happens when one comes and goes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.panels.landscape.functions import Entry
from gui.workspaces.landscape.columns import LandscapeColumns
from gui.workspaces.landscape.guests import Guest, Plays
from gui.workspaces.landscape.session import LandscapeSession
from gui.workspaces.landscape.showing import Showing


class Visits(QObject):
    """The race waits where it is while a guest is in. ``key`` is the guest's entry, "" while there is a race."""

    def __init__(self, columns: LandscapeColumns, session: LandscapeSession, showing: Showing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._c, self._session, self._showing = columns, session, showing
        self._guests: list[Guest] = []
        self.guest: Guest | None = None
        self.key = ""
        self._behind = session.subject  # the race that waits

    def invite(self, guest: Guest) -> None:
        """Offer a guest's entries from now on."""
        self._guests.append(guest)

    def entries(self) -> list[Entry]:
        return [entry for guest in self._guests for entry in guest.entries]

    def whose(self, key: str) -> Guest | None:
        """The guest that an entry of the list belongs to; ``None`` for the workspace's own functions."""
        return next((guest for guest in self._guests if key in [entry.key for entry in guest.entries]), None)

    @property
    def race_waits(self) -> bool:
        """Whether a guest is in, and the race behind is still the one that it found."""
        return self.guest is not None and self._session.subject == self._behind

    @property
    def player(self) -> Plays:
        """What the keys for play, step, back and start are for."""
        return self._session.player if self.guest is None else self.guest

    def enter(self, guest: Guest, key: str) -> None:
        """Hand the columns over."""
        self.leave()
        self._session.player.pause()
        self._showing.on = False
        self.guest, self.key = guest, key
        self._behind = self._session.subject
        drawing = self._c.map
        drawing.show_paths(())
        drawing.show_start(None)
        drawing.show_minima(())
        drawing.show_surface(None)
        guest.enter(key)

    def leave(self) -> None:
        """Take the columns back."""
        if self.guest is None:
            return
        guest, self.guest, self.key = self.guest, None, ""
        guest.leave()
        self._c.middle.setCurrentIndex(0)
        self._c.map.show_surface(None)
        self._showing.on = True
        self._session.ground.ask()

    def shutdown(self) -> None:
        for guest in self._guests:
            guest.shutdown()
