"""How many steps a launch may take, and how long a GPU may stay silent."""

from __future__ import annotations

import time
from typing import Any

from nn.errors import DeviceUnavailable
from nn.text import QT_TRANSLATE_NOOP

# A launch of 2 to 4 ms: long beside the tens of microseconds that starting one takes, short beside a frame of the window, which
# the same GPU may be drawing. Windows resets a GPU that is busy for 2 s.
LAUNCH_SECONDS = 0.003
GROWTH = 4  # a launch has at most so many times the steps of the one before, whatever that one measured
MOST_STEPS = 1 << 20
UNMEASURED_STEPS = 64  # where there is no clock, in the simulator

# A GPU that does not answer for so long is taken for lost: thousands of launches of the usual length.
PATIENCE = 10.0
# Between two looks at an event: first none, so that a short launch is not slept through, then a little.
EAGER, PAUSE = 0.0002, 0.0002


class LaunchLength:
    """The number of steps of the next launch, from what the ones before took.

    What is measured of one ``kind`` of step (a batch size, a kernel) says nothing of another: a new kind starts with one step. So
    no launch takes longer than about four times ``LAUNCH_SECONDS`` or one step, whichever is more.
    """

    def __init__(self) -> None:
        self.steps = 1
        self._kind: object = None

    def of(self, kind: object) -> None:
        """From now on steps of this kind."""
        if kind != self._kind:
            self._kind, self.steps = kind, 1

    def measured(self, steps: int, seconds: float) -> None:
        """A launch of ``steps`` took ``seconds``, or 0 where nothing measures. One cut short says little, unless it took long."""
        if seconds <= 0:
            self.steps = min(GROWTH * self.steps, UNMEASURED_STEPS)
        elif steps >= self.steps or seconds >= LAUNCH_SECONDS:
            wanted = int(steps * LAUNCH_SECONDS / seconds)
            self.steps = max(1, min(wanted, GROWTH * steps, MOST_STEPS))


def wait(event: Any, name: str, patience: float = PATIENCE) -> None:
    """Until a CUDA event has come to pass.

    Raises:
        DeviceUnavailable: ``name`` did not answer for ``patience`` seconds. What was launched may go on for ever; the GPU must
            not be asked anything again.
    """
    query = getattr(event, "query", None)
    if query is None:
        return  # in the simulator all is done before anyone can ask
    began = time.perf_counter()
    while not query():
        waited = time.perf_counter() - began
        if waited > patience:
            raise DeviceUnavailable(
                QT_TRANSLATE_NOOP("nn", "{name} hasn't answered for {seconds:g} seconds; start the program again to use it once more."),
                name=name,
                seconds=patience,
            )
        time.sleep(0 if waited < EAGER else PAUSE)
