"""NumPy arrays handed to the painter as they lie in memory: no Python object for each line or point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF
from PySide6.QtGui import QImage, QPainter, QPixmap, QPolygonF

_POINT = 16  # bytes of a QPointF

# QLineF and QPointF are four and two doubles in a row, as ``qreal`` is in every build of PySide6.


@dataclass(frozen=True)
class Pieces:
    """Equal parts of a sheet: where their upper left corners go (n, 2), and lie in the sheet (n, 2); their ``size`` in the sheet's px, of
    which ``ratio`` are one px of the painter. With corners on whole device px each is a plain copy."""

    corners: NDArray[np.float64]
    sources: NDArray[np.float64]
    size: tuple[int, int]
    ratio: float = 1.0


def draw_lines(painter: QPainter, lines: NDArray[np.float64]) -> None:
    """Draw lines (n, 4), each x₁, y₁, x₂, y₂. Raises ValueError for another shape."""
    if lines.ndim != 2 or lines.shape[1] != 4:
        raise ValueError(f"lines need the shape (n, 4), not {lines.shape}")
    if len(lines):
        held = np.ascontiguousarray(lines, dtype=np.float64)
        first = cast(QLineF, shiboken6.wrapInstance(held.ctypes.data, QLineF))
        painter.drawLines(first, len(held))


def draw_pieces(painter: QPainter, sheet: QImage | QPixmap, pieces: Pieces) -> None:
    """Copy many ``pieces`` of one ``sheet`` in one call."""
    if not len(pieces.corners):
        return
    # a fragment is ten doubles: middle x and y, source left and top, width and height, scale x and y, rotation, opacity
    held = np.empty((len(pieces.corners), 10))
    held[:, 0:2] = pieces.corners + np.array(pieces.size) / (2 * pieces.ratio)
    held[:, 2:4] = pieces.sources
    held[:, 4:6] = pieces.size
    held[:, 6:8] = 1.0 / pieces.ratio
    held[:, 8] = 0.0
    held[:, 9] = 1.0
    first = cast(QPainter.PixmapFragment, shiboken6.wrapInstance(held.ctypes.data, QPainter.PixmapFragment))
    painter.drawPixmapFragments(first, len(held), sheet if isinstance(sheet, QPixmap) else QPixmap.fromImage(sheet))


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
