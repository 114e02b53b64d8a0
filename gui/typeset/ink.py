"""Symbols of STIX Two Math as SVG paths, made by ziamath once and kept.

ziamath sets whole formulas in 10 to 60 ms each, too slow for numbers that change at every step. So it sets the names alone
(``out_{o1}``), which come again in every formula, and its font gives the digits and signs, a tenth of a millisecond each;
``compose`` puts them side by side. ziamath keeps its reading place of the font's file in the font, hence the lock: the window and an
export on another thread may both need a symbol.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock, Thread
from typing import Any, TypeAlias

EM = 1000  # a Box's units in the size of the letters

_Place: TypeAlias = tuple[int, float, float, float]  # a glyph's number, x, y, size

_lock = Lock()


@dataclass(frozen=True, slots=True)
class Ink:
    """SVG elements without colour, in 1/1000 of the letters' size, y down from the baseline. ``ascent`` and ``descent`` are positive.

    Each path says in ``data-glyph`` which of the font's glyphs it draws, where, and how large: number, x, y, size.
    """

    svg: str
    width: float
    ascent: float
    descent: float


def load_early() -> Thread:
    """Begin loading ziamath and its font (a third of a second) on a thread of its own, so that the first formula needn't wait."""
    thread = Thread(target=_font_locked, name="load-ziamath")
    thread.start()
    return thread


@lru_cache(maxsize=1024)
def glyph(character: str) -> Ink:
    """One character of the font, upright; a space has no paths. A character that the font lacks is drawn as its empty box."""
    with _lock:
        found = _font().glyph(character)
        path = found.svgpath(scale_factor=EM / found.DFLT_SIZE_PT)
    svg = "" if path is None else _path(path.get("d"), (found.index, 0.0, 0.0, EM))
    return Ink(svg, float(found.advance()), float(max(found.bbox.ymax, 0)), float(max(-found.bbox.ymin, 0)))


@lru_cache(maxsize=4096)
def name(latex: str) -> Ink:
    """A symbol with its scripts, set by ziamath from LaTeX. Raises what latex2mathml raises for LaTeX that it can't read."""
    with _lock:
        _font()
        import ziamath

        made = ziamath.Latex(latex, size=EM, margin=0)
        drawing, extent, advance = made.svgxml(), made.node.bbox, made.node.xadvance()
    paths, places = [element.get("d") for element in drawing.iter("path")], list(_glyphs(made.node, 0.0, 0.0))
    parts = "".join(_path(path, place) for path, place in zip(paths, places, strict=True))
    return Ink(parts, float(max(advance, extent.xmax)), float(max(extent.ymax, 0)), float(max(-extent.ymin, 0)))


def font_file() -> str:
    """Where the font's file is."""
    with _lock:
        return str(_font().fname)


@cache
def _font() -> Any:
    import ziamath
    from ziamath.zmath import loadedfonts

    ziamath.config.svg2 = False  # QtSvg draws no symbols that <use> refers to by href
    return loadedfonts["default"]


def _font_locked() -> None:
    with _lock:
        _font()


def _path(drawing: str, glyph: _Place) -> str:
    number, x, y, size = glyph
    return f'<path data-glyph="{number} {x:g} {y:g} {size:g}" d="{drawing}"/>'


def _glyphs(node: Any, x: float, y: float) -> Iterator[_Place]:
    """The glyphs under one of ziamath's nodes in the order in which it draws them, without those that leave no path."""
    for (dx, dy), child in zip(node.nodexy, node.nodes, strict=True):
        if hasattr(child, "glyph"):
            if child.glyph.operators:
                yield child.glyph.index, x + dx, y + dy, child.size
        else:
            yield from _glyphs(child, x + dx, y + dy)
