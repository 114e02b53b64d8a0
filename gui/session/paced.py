"""Going on by itself at a chosen pace: what the player of a walk and the player of a race have in common."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

FRAMES = 60.0  # moves a second; at a higher pace each is several steps
LEAST_GAP = 4  # ms between two moves: room for what the person does meanwhile
MOST_BEHIND = 6.0  # moves: what a busy machine owes up to then is made up for, one move after another; more is let off


class PacedPlayer(QObject):
    """Plays, pauses and keeps its pace. ``playing_changed(bool)``.

    Every move has its own moment on the clock, counted from the first one, and the timer is set anew for the time that is left until
    then: a move that comes late makes the next one come sooner, never two at once, and nothing adds up. A subclass says whether there is
    anything to play, and moves.
    """

    playing_changed = Signal(bool)

    def __init__(self, pace: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pace = pace
        self._playing = False
        self._due = 0.0  # s: the next move's moment
        self._part = 0.0  # of a step, that the last move left over
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    # What a subclass says

    def _begin(self) -> bool:
        """Get ready to play; False where there is nothing to."""
        raise NotImplementedError

    def _move_on(self, steps: int) -> None:
        """Go on by ``steps``; pause where it ends."""
        raise NotImplementedError

    @property
    def _first_wait(self) -> float:
        """s from the person's wish to the first move."""
        return self._gap

    # Playing

    @property
    def pace(self) -> float:
        """Steps a second."""
        return self._pace

    @property
    def playing(self) -> bool:
        return self._playing

    @property
    def _gap(self) -> float:
        """s between two moves."""
        return 1.0 / min(self._pace, FRAMES)

    @Slot()
    def play(self) -> None:
        if self._playing or not self._begin():
            return
        self._playing, self._part = True, 0.0
        self._wait_until(time.perf_counter() + self._first_wait)
        self.playing_changed.emit(True)

    @Slot()
    def pause(self) -> None:
        if self._playing:
            self._playing = False
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot()
    def toggle(self) -> None:
        """Play, or pause while playing."""
        if self._playing:
            self.pause()
        else:
            self.play()

    @Slot(float)
    def set_pace(self, steps_per_second: float) -> None:
        """Up to 60 a second every step is a move of its own; beyond that a move is several."""
        self._pace = steps_per_second
        if self._playing:
            self._wait_until(min(self._due, time.perf_counter() + self._gap))

    def _wait_until(self, due: float) -> None:
        self._due = due
        self._timer.start(max(LEAST_GAP, round(1000 * (due - time.perf_counter()))))

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        if now - self._due > MOST_BEHIND * self._gap:
            self._due = now
        self._wait_until(self._due + self._gap)
        self._part, steps = math.modf(self._part + max(self._pace / FRAMES, 1.0))
        self._move_on(int(steps))
