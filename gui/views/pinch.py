"""Two fingers on a screen or a touchpad that draw a picture larger or smaller."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget


class Pinch(NamedTuple):
    """By what factor, and around which point of the widget."""

    factor: float
    around: QPointF


def pinch_of(event: QEvent, widget: QWidget) -> Pinch | None:
    """The pinch that ``event`` of ``widget`` is, which must have grabbed pinch gestures; ``None`` for any other event."""
    if isinstance(event, QGestureEvent):
        gesture = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(gesture, QPinchGesture):
            return Pinch(gesture.scaleFactor(), QPointF(widget.mapFromGlobal(gesture.centerPoint())))
    if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
        return Pinch(1 + event.value(), event.position())
    return None
