"""NumPy arrays handed to the painter as they lie in memory: no Python object for each line or point."""

from __future__ import annotations

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter

# QLineF and QPointF are four and two doubles in a row, as ``qreal`` is in every build of PySide6.


def draw_lines(painter: QPainter, lines: NDArray[np.float64]) -> None:
    """Draw lines (n, 4), each x₁, y₁, x₂, y₂. Raises ValueError for another shape."""
    if lines.ndim != 2 or lines.shape[1] != 4:
        raise ValueError(f"lines need the shape (n, 4), not {lines.shape}")
    if len(lines):
        held = np.ascontiguousarray(lines, dtype=np.float64)
        painter.drawLines(shiboken6.wrapInstance(held.ctypes.data, QLineF), len(held))


def draw_polygon(painter: QPainter, points: NDArray[np.float64]) -> None:
    """Fill the polygon through points (n, 2)."""
    if held := _held(points):
        painter.drawPolygon(shiboken6.wrapInstance(held[0].ctypes.data, QPointF), len(points))


def draw_polyline(painter: QPainter, points: NDArray[np.float64]) -> None:
    """Draw the line through points (n, 2)."""
    if held := _held(points):
        painter.drawPolyline(shiboken6.wrapInstance(held[0].ctypes.data, QPointF), len(points))


def _held(points: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    """The points in one piece of memory, nothing when there are none."""
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(f"points need the shape (n, 2), not {points.shape}")
    return (np.ascontiguousarray(points, dtype=np.float64),) if len(points) else ()


def joined(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The pieces (n − 1, 4) of the line through ``points`` (n, 2). Drawn opaque with a square cap they look joined, and cost a
    twentieth of a stroked path."""
    return np.concatenate((points[:-1], points[1:]), axis=1)
