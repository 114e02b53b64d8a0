"""Boxes drawn: one SVG, parsed once for each colour, sharp at any size because it is drawn anew from its outlines."""

from __future__ import annotations

from functools import lru_cache
from threading import local

from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from gui.typeset.box import Box
from gui.typeset.ink import EM

MARGIN = 80.0  # 1/1000 of the letters' size: italics reach beyond their boxes


def svg(box: Box, color: str) -> str:
    """The box as a whole SVG document, its letters ``EM`` units in size, with a margin of ``MARGIN`` on all sides."""
    width, height = box.width + 2 * MARGIN, box.height + 2 * MARGIN
    view = f"{-MARGIN:g} {-box.ascent - MARGIN:g} {width:g} {height:g}"
    size = f'width="{width:g}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{view}"><g fill="{color}">{box.svg}</g></svg>'


def draw(painter: QPainter, box: Box, at: QPointF, size: float, color: QColor | str) -> None:
    """Draw ``box`` with the left end of its baseline ``at`` a point and letters of ``size``.

    Each thread has its own pictures, so an export may draw beside the window.
    """
    if not box.svg:
        return
    scale = size / EM
    place = QRectF(
        at.x() - MARGIN * scale, at.y() - (box.ascent + MARGIN) * scale, (box.width + 2 * MARGIN) * scale, (box.height + 2 * MARGIN) * scale
    )
    _renderers().of(box, QColor(color).name()).render(painter, place)


def renderer_hits() -> tuple[int, int]:
    """How often this thread found a picture ready, and how often it had to be made."""
    info = _renderers().of.cache_info()
    return info.hits, info.misses


class _Renderers:
    """The pictures of one thread: a QSvgRenderer belongs to the thread that made it."""

    def __init__(self, most: int = 768) -> None:
        self.of = lru_cache(maxsize=most)(self._made)

    @staticmethod
    def _made(box: Box, color: str) -> QSvgRenderer:
        return QSvgRenderer(QByteArray(svg(box, color).encode()))


_held = local()


def _renderers() -> _Renderers:
    if not hasattr(_held, "renderers"):
        _held.renderers = _Renderers()
    renderers: _Renderers = _held.renderers
    return renderers
