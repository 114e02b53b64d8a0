"""Whether the panels move: animation lengths, all 0 when the person wants less motion."""

from __future__ import annotations

_state = {"reduced": False}


def set_reduced_motion(on: bool) -> None:
    """Turn all animations of fields and panels off or on."""
    _state["reduced"] = on


def duration(milliseconds: int) -> int:
    """The length of an animation: ``milliseconds``, or 0 with reduced motion."""
    return 0 if _state["reduced"] else milliseconds
