"""The ε of a difference quotient: how small and how large it may be."""

from __future__ import annotations

from nn.errors import SettingsError
from nn.text import QT_TRANSLATE_NOOP

LARGEST, SMALLEST = 1e-1, 1e-12


def check_epsilon(epsilon: float) -> None:
    """Raise :class:`SettingsError` unless ``epsilon`` is from 1e-12 to 0.1; powers of ten that were rounded pass."""
    if not SMALLEST * 0.999 <= epsilon <= LARGEST * 1.001:
        raise SettingsError(
            "check.epsilon",
            QT_TRANSLATE_NOOP("nn", "ε must be a number from {low:g} to {high:g}; {value} can't be used."),
            low=SMALLEST,
            high=LARGEST,
            value=epsilon,
        )
