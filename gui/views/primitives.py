"""NumPy arrays handed to the painter as they lie in memory: no Python object for each line or point."""

from __future__ import annotations

from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPolygonF

_POINT = 16  # bytes of a QPointF

# QLineF and QPointF are four and two doubles in a row, as ``qreal`` is in every build of PySide6.


def draw_lines(painter: QPainter, lines: NDArray[np.float64]) -> None:
    """Draw lines (n, 4), each x₁, y₁, x₂, y₂. Raises ValueError for another shape."""
    if lines.ndim != 2 or lines.shape[1] != 4:
        raise ValueError(f"lines need the shape (n, 4), not {lines.shape}")
    if len(lines):
        held = np.ascontiguousarray(lines, dtype=np.float64)
        first = cast(QLineF, shiboken6.wrapInstance(held.ctypes.data, QLineF))
        painter.drawLines(first, len(held))


def polygon(points: NDArray[np.float64]) -> QPolygonF:
    """Points (n, 2) as Qt's polygon. Raises ValueError for another shape."""
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(f"points need the shape (n, 2), not {points.shape}")
    made = QPolygonF()
    if len(points):
        made.resize(len(points))
        memory = shiboken6.VoidPtr(made.data(), len(points) * _POINT, True)  # type: ignore[call-arg,arg-type]  # the stub names one argument only
        np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)[:] = points  # type: ignore[call-overload]  # it has the buffer protocol
    return made


def joined(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The pieces (n − 1, 4) of the line through ``points`` (n, 2). Drawn opaque with a square cap they look joined, and cost a
    twentieth of a stroked path."""
    return np.concatenate((points[:-1], points[1:]), axis=1)
