"""How much of the present step may be seen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cover:
    """``hidden``: the step's value is asked for, and ``hints`` of the three hints have been given. ``asking``: later ones will be asked for."""

    hidden: bool = False
    hints: int = 0
    asking: bool = False
