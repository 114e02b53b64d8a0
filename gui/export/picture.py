"""A widget, or a part of it, as a picture: PNG for slides, SVG to be drawn at any size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from gui.export.files import write_file

DPI = 96  # one SVG unit is one pixel of the window


def save_png(widget: QWidget, path: Path | str, *, region: QRect | None = None, scale: float = 2.0) -> None:
    """Save ``region`` of ``widget`` (all of it by default) as PNG, ``scale`` dots for each pixel of the window.

    Raises :class:`BadFile` when the file can't be written, ``ValueError`` for a region without area.
    """
    write_file(path, png_bytes(widget, region, scale))


def save_svg(widget: QWidget, path: Path | str, *, region: QRect | None = None, title: str = "") -> None:
    """Save ``region`` of ``widget`` as SVG: lines and letters stay lines and letters. Raises as :func:`save_png` does."""
    write_file(path, svg_bytes(widget, region, title))


def png_bytes(widget: QWidget, region: QRect | None, scale: float) -> bytes:
    """The picture as PNG."""
    part = _part(widget, region)
    image = QImage(QSize(round(part.width() * scale), round(part.height() * scale)), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    widget.render(painter, QPoint(), QRegion(part))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6 takes the format as text
    return bytes(buffer.data().data())


def svg_bytes(widget: QWidget, region: QRect | None, title: str) -> bytes:
    """The picture as SVG, as many units wide as the window has pixels."""
    part = _part(widget, region)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(part.size())
    generator.setViewBox(QRectF(0, 0, part.width(), part.height()))
    generator.setTitle(title or widget.accessibleName())
    painter = QPainter(generator)
    widget.render(painter, QPoint(), QRegion(part))
    painter.end()
    return bytes(buffer.data().data())


def _part(widget: QWidget, region: QRect | None) -> QRect:
    part = widget.rect() if region is None else region.intersected(widget.rect())
    if part.isEmpty():
        raise ValueError("a picture needs a region with an area")
    return part
