"""How a long piece of work tells how far it is and learns that nobody waits for it any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nn.errors import Cancelled
from nn.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Work:
    """``progress`` is told the share done, 0 to 1; ``cancelled`` is asked whether to stop."""

    progress: Callable[[float], None] | None = None
    cancelled: Callable[[], bool] | None = None

    def report(self, share: float) -> None:
        """Tell the share done. Raises ``Cancelled`` if the work is to stop."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled(QT_TRANSLATE_NOOP("nn", "Loading the data was cancelled."))
        if self.progress is not None:
            self.progress(min(share, 1.0))
