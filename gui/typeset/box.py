"""Boxes of ink: side by side, above one another, raised, and in parentheses, by the rules of the font's MATH table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from gui.typeset.ink import Ink, glyph
from nn.replay.step import Source

# From the MATH table of STIX Two Math, in 1/1000 of the letters' size.
AXIS = 258.0
RULE = 68.0
TOP_SHIFT, BOTTOM_SHIFT = 640.0, 640.0
FRACTION_GAP = 150.0
SUPERSCRIPT_SHIFT, SUBSCRIPT_SHIFT = 360.0, 210.0
SCRIPT = 0.72
LETTER_DEPTH = 260.0  # how far g and y reach below the line
STRETCH = 1.7  # parentheses grow with fractions, not with scripts
# Spaces as TeX sets them: thin beside parentheses, medium around + and ·, thick around = and <.
THIN, MEDIUM, THICK = 3000 / 18, 4000 / 18, 5000 / 18
FRACTION_MARGIN = 60.0
# The brace under terms that are not written out: how far below them, where its own ink begins, and what it takes up.
BRACE_GAP, BRACE_TOP, BRACE_HEIGHT = 60.0, 62.0, 290.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Where in a box a number of the walk stands: ``left`` and ``width`` along the baseline, ``ascent`` and ``descent`` around it."""

    left: float
    width: float
    ascent: float
    descent: float
    source: Source


@dataclass(frozen=True)
class Box:
    """A piece of a formula, in 1/1000 of the letters' size, y down from the baseline."""

    svg: str = ""
    width: float = 0.0
    ascent: float = 0.0
    descent: float = 0.0
    marks: tuple[Mark, ...] = field(default=(), compare=False)

    @property
    def height(self) -> float:
        return self.ascent + self.descent


def inked(ink: Ink) -> Box:
    """A symbol as a box."""
    return Box(ink.svg, ink.width, ink.ascent, ink.descent)


def space(width: float) -> Box:
    """Nothing, ``width`` wide."""
    return Box(width=width)


@lru_cache(maxsize=2048)
def text(characters: str) -> Box:
    """Upright characters side by side: a number."""
    return row(inked(glyph(character)) for character in characters)


def row(boxes: Iterable[Box]) -> Box:
    """Boxes side by side on one baseline."""
    parts, marks = [], []
    x = ascent = descent = 0.0
    for box in boxes:
        if box.svg:
            parts.append(_moved(box.svg, x, 0))
        marks += _moved_marks(box, x, 0)
        ascent, descent, x = max(ascent, box.ascent), max(descent, box.descent), x + box.width
    return Box("".join(parts), x, ascent, descent, tuple(marks))


def fraction(top: Box, bottom: Box) -> Box:
    """``top`` over ``bottom`` with a rule at the height of a minus between them."""
    width = max(top.width, bottom.width) + 2 * FRACTION_MARGIN
    up = max(TOP_SHIFT, AXIS + RULE / 2 + FRACTION_GAP + top.descent)
    down = max(BOTTOM_SHIFT, FRACTION_GAP + RULE / 2 - AXIS + bottom.ascent)
    upper, lower = (width - top.width) / 2, (width - bottom.width) / 2
    rule = f'<rect x="0" y="{-AXIS - RULE / 2:g}" width="{width:g}" height="{RULE:g}"/>'
    svg = _moved(top.svg, upper, -up) + rule + _moved(bottom.svg, lower, down)
    marks = (*_moved_marks(top, upper, -up), *_moved_marks(bottom, lower, down))
    return Box(svg, width, up + top.ascent, down + bottom.descent, marks)


def superscript(base: Box, raised: Box) -> Box:
    """``base`` to the power of ``raised``."""
    small = scaled(raised, SCRIPT)
    up = max(SUPERSCRIPT_SHIFT, base.ascent - 350)
    svg = base.svg + _moved(small.svg, base.width + 30, -up)
    marks = (*base.marks, *_moved_marks(small, base.width + 30, -up))
    return Box(svg, base.width + 30 + small.width, max(base.ascent, up + small.ascent), max(base.descent, small.descent - up), marks)


def scripted(base: Box, below: Box, above: Box) -> Box:
    """``base`` with a subscript and a superscript, over one another; an empty box for none.

    All subscripts lie at one depth, whatever their base, so that a row of them is level; a tall base pushes them further.
    """
    x = base.width + 20
    down = SUBSCRIPT_SHIFT + max(base.descent - LETTER_DEPTH, 0) * 0.8 + (40 if above.svg else 0)
    up = max(SUPERSCRIPT_SHIFT, base.ascent - 350)
    scripts = [(scaled(below, SCRIPT), down), (scaled(above, SCRIPT), -up)]
    scripts = [(small, y) for small, y in scripts if small.width]
    svg = base.svg + "".join(_moved(small.svg, x, y) for small, y in scripts)
    width = x + max((small.width for small, _ in scripts), default=-20.0)
    ascent = max(base.ascent, *(small.ascent - y for small, y in scripts), 0.0)
    return Box(svg, width, ascent, max(base.descent, *(small.descent + y for small, y in scripts), 0.0), base.marks)


def scaled(box: Box, factor: float) -> Box:
    """The box in smaller or larger letters."""
    marks = tuple(Mark(m.left * factor, m.width * factor, m.ascent * factor, m.descent * factor, m.source) for m in box.marks)
    svg = f'<g transform="scale({factor:g})">{box.svg}</g>'
    return Box(svg, box.width * factor, box.ascent * factor, box.descent * factor, marks)


def parenthesised(box: Box) -> Box:
    """In parentheses as tall as what is in them."""
    return fenced(box, "(", ")")


def fenced(box: Box, left: str, right: str) -> Box:
    """Between two signs as tall as what is between them."""
    opening, closing = inked(glyph(left)), inked(glyph(right))
    stretch = (max(box.ascent - AXIS, box.descent + AXIS) + 60) / (opening.ascent - AXIS)
    if stretch <= STRETCH:
        return row((opening, box, closing))
    return row((_stretched(opening, stretch), box, _stretched(closing, stretch)))


def linked(box: Box, source: Source) -> Box:
    """The box marked as a number that came from ``source``."""
    return replace(box, marks=(Mark(0, box.width, box.ascent, box.descent, source),))


def braced(box: Box, label: Box) -> Box:
    """``box`` with a brace under it and ``label`` under the brace: so many terms are not written out."""
    small, brace = scaled(label, SCRIPT), inked(glyph("⏟"))
    width = max(box.width, small.width)
    x, y, stretch = (width - box.width) / 2, box.descent + BRACE_GAP, box.width / brace.width
    drawn = f'<g transform="matrix({stretch:g} 0 0 1 {x:g} {y - BRACE_TOP:g})">{brace.svg}</g>'
    foot = y + BRACE_HEIGHT + small.ascent
    svg = _moved(box.svg, x, 0) + drawn + _moved(small.svg, (width - small.width) / 2, foot)
    return Box(svg, width, box.ascent, foot + small.descent, tuple(_moved_marks(box, x, 0)))


def blank(width: float) -> Box:
    """A line to write on."""
    return Box(f'<rect x="0" y="60" width="{width:g}" height="50"/>', width, 700, 110)


def _stretched(box: Box, factor: float) -> Box:
    """Taller around the height of a minus; a little wider too, so that its line stays in keeping."""
    wider = 1 + (factor - 1) * 0.25
    shift = AXIS * (factor - 1)
    svg = f'<g transform="matrix({wider:g} 0 0 {factor:g} 0 {shift:g})">{box.svg}</g>'
    return Box(svg, box.width * wider, box.ascent * factor - shift, box.descent * factor + shift)


def _moved(svg: str, x: float, y: float) -> str:
    if not svg or not (x or y):
        return svg
    return f'<g transform="translate({x:g} {y:g})">{svg}</g>'


def _moved_marks(box: Box, x: float, y: float) -> list[Mark]:
    return [Mark(m.left + x, m.width, m.ascent - y, m.descent + y, m.source) for m in box.marks]
