"""What mouse, pen and finger have in common: where it is, how hard it presses, whether it rubs out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice, QTabletEvent, QTouchEvent

LIGHTEST = 0.4  # the width of a pen that hardly presses, as a share of the width at full pressure
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)
TABLET = (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease)
TOUCH = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
DOWN = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TabletPress, QEvent.Type.TouchBegin)
UP = (QEvent.Type.MouseButtonRelease, QEvent.Type.TabletRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)


@dataclass(frozen=True, slots=True)
class Touch:
    """One report of a pointing device: ``position`` in the pad's pixels, ``width`` a share of the brush's."""

    position: QPointF
    width: float
    erases: bool
    down: bool
    up: bool


def read(event: QEvent) -> Touch | None:
    """The event of any pointing device; ``None`` for other events, and for buttons that don't draw."""
    kind = event.type()
    if isinstance(event, QTabletEvent) and kind in TABLET:
        rubber = event.pointerType() == QPointingDevice.PointerType.Eraser
        return Touch(event.position(), LIGHTEST + (1 - LIGHTEST) * event.pressure(), rubber, kind in DOWN, kind in UP)
    if isinstance(event, QTouchEvent) and kind in TOUCH:
        points = event.points()
        return Touch(points[0].position(), 1.0, False, kind in DOWN, kind in UP) if points else None
    if isinstance(event, QMouseEvent) and kind in MOUSE and _draws(event):
        return Touch(event.position(), 1.0, event.button() == Qt.MouseButton.RightButton, kind in DOWN, kind in UP)
    return None


def _draws(event: QMouseEvent) -> bool:
    """The left button draws, the right one rubs out; a move counts whatever is pressed."""
    return event.button() in (Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
