"""How long a chunk may be, and how often something may be looked at, from what it was measured to cost."""

from __future__ import annotations

CHUNK_SECONDS = 0.010  # the thread answers between chunks


class ChunkLength:
    """Grows and shrinks the number of steps of a chunk toward ``CHUNK_SECONDS``."""

    def __init__(self) -> None:
        self._steps = 1.0

    @property
    def steps(self) -> int:
        return max(1, int(self._steps))

    def measured(self, steps: int, seconds: float) -> None:
        """``steps`` took ``seconds``: adapt, at most doubling so that one lucky clock reading can't overshoot."""
        if steps < self.steps and seconds < CHUNK_SECONDS:
            return  # cut short by a limit: says little about a full chunk
        wanted = steps * CHUNK_SECONDS / max(seconds, 1e-7)
        self._steps = min(max(wanted, 1.0), 2.0 * self._steps, 200_000.0)


class Ration:
    """Lets something happen at most ``per_second`` times a second and for at most ``share`` of the time."""

    def __init__(self, per_second: float, share: float) -> None:
        self._interval = 1.0 / per_second
        self._share = share
        self._next = 0.0

    def due(self, now: float) -> bool:
        return now >= self._next

    def spent(self, began: float, ended: float) -> None:
        """It was done from ``began`` to ``ended`` (seconds of one clock)."""
        self._next = max(began + self._interval, ended + (ended - began) / self._share)

    def expire(self) -> None:
        """What was seen is out of date: look again at once."""
        self._next = 0.0


class Speed:
    """Samples per second over the last second or so of training."""

    def __init__(self) -> None:
        self._samples = 0.0
        self._seconds = 0.0

    def add(self, samples: int, seconds: float) -> None:
        """``samples`` were trained in ``seconds``; what is half a second old counts half."""
        keep = 0.5 ** (seconds / 0.5)
        self._samples = self._samples * keep + samples
        self._seconds = self._seconds * keep + seconds

    @property
    def samples_per_second(self) -> float:
        return self._samples / self._seconds if self._seconds > 0 else 0.0
