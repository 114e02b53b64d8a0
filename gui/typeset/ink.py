"""Symbols of STIX Two Math as SVG paths, made by ziamath once and kept.

ziamath sets whole formulas in 10 to 60 ms each, too slow for numbers that change at every step. So it sets the names alone
(``out_{o1}``), which come again in every formula, and its font gives the digits and signs, a tenth of a millisecond each;
``compose`` puts them side by side. ziamath keeps its reading place of the font's file in the font, hence the lock: the window and an
export on another thread may both need a symbol.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock, Thread
from typing import Any

EM = 1000  # a Box's units in the size of the letters

_lock = Lock()


@dataclass(frozen=True, slots=True)
class Ink:
    """SVG elements without colour, in 1/1000 of the letters' size, y down from the baseline. ``ascent`` and ``descent`` are positive."""

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
    svg = "" if path is None else f'<path d="{path.get("d")}"/>'
    return Ink(svg, float(found.advance()), float(max(found.bbox.ymax, 0)), float(max(-found.bbox.ymin, 0)))


@lru_cache(maxsize=4096)
def name(latex: str) -> Ink:
    """A symbol with its scripts, set by ziamath from LaTeX. Raises what latex2mathml raises for LaTeX that it can't read."""
    with _lock:
        _font()
        import ziamath

        made = ziamath.Latex(latex, size=EM, margin=0)
        drawing, extent, advance = made.svgxml(), made.node.bbox, made.node.xadvance()
    parts = "".join(_element(element) for element in drawing.iter() if element.tag in ("path", "rect"))
    return Ink(parts, float(max(advance, extent.xmax)), float(max(extent.ymax, 0)), float(max(-extent.ymin, 0)))


@cache
def _font() -> Any:
    import ziamath
    from ziamath.zmath import loadedfonts

    ziamath.config.svg2 = False  # QtSvg draws no symbols that <use> refers to by href
    return loadedfonts["default"]


def _font_locked() -> None:
    with _lock:
        _font()


def _element(element: Any) -> str:
    attributes = " ".join(f'{key}="{element.get(key)}"' for key in ("d", "x", "y", "width", "height") if element.get(key))
    return f"<{element.tag} {attributes}/>"
