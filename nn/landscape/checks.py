"""What the room's settings are checked with."""

from __future__ import annotations

import math
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn.errors import SettingsError
from nn.text import QT_TRANSLATE_NOOP

Array: TypeAlias = NDArray[np.float64]
Extent: TypeAlias = tuple[float, float, float, float]  # x_min, x_max, y_min, y_max

MOST_SEED = 2**32 - 1


def number(field: str, value: float, low: float, high: float) -> None:
    """Raise :class:`SettingsError` unless ``value`` is a finite number from ``low`` to ``high``."""
    if math.isfinite(value) and low <= value <= high:
        return
    raise SettingsError(
        field,
        QT_TRANSLATE_NOOP("nn", "{field} must be a number from {low:g} to {high:g}; {value} can't be used."),
        field=field,
        low=low,
        high=high,
        value=value,
    )


def above_zero(field: str, value: float) -> None:
    """Raise :class:`SettingsError` unless ``value`` is a finite number above 0."""
    if math.isfinite(value) and value > 0.0:
        return
    raise SettingsError(
        field, QT_TRANSLATE_NOOP("nn", "{field} must be a number above {low:g}; {value} can't be used."), field=field, low=0.0, value=value
    )


def whole(field: str, value: int, low: int, high: int) -> None:
    """Raise :class:`SettingsError` unless ``value`` is a whole number from ``low`` to ``high``."""
    if isinstance(value, int | np.integer) and low <= value <= high:
        return
    raise SettingsError(
        field,
        QT_TRANSLATE_NOOP("nn", "{field} must be a whole number from {low} to {high}; {value} can't be used."),
        field=field,
        low=low,
        high=high,
        value=value,
    )


def point(field: str, values: Any) -> Array:
    """Two finite numbers as an array (2,). Raises :class:`SettingsError` for anything else."""
    found = np.array(values, dtype=np.float64)
    if found.shape == (2,) and np.isfinite(found).all():
        return found
    raise SettingsError(field, QT_TRANSLATE_NOOP("nn", "{field} must be two numbers; {value} can't be used."), field=field, value=values)


def rectangle(field: str, extent: Extent) -> None:
    """Raise :class:`SettingsError` unless ``extent`` is finite and each axis goes upward."""
    if np.isfinite(extent).all() and extent[0] < extent[1] and extent[2] < extent[3]:
        return
    raise SettingsError(
        field,
        QT_TRANSLATE_NOOP("nn", "{field} must have a left edge below the right one and a lower edge below the upper one; {value} can't be used."),
        field=field,
        value=extent,
    )
