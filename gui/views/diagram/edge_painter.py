"""Edges as pixels: the compiled loops' tables for a plan and a view of it, kept between frames, and what a frame adds to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gui.theme import theme
from gui.views.diagram.edges import Bools, Edges, Ints
from gui.views.diagram.geometry import Floats, advance, blend, steepness
from gui.views.diagram.strokes import BUNDLE, INK, OFF, OPACITY, Strokes
from gui.views.sheet import Sheet

if TYPE_CHECKING:
    from nn.backends.cpu_ink import Pots
    from nn.backends.cpu_lines import Strips
    from nn.backends.cpu_pixels import Bands

SAMPLES = 65
DENSE = 4.0  # more edges in a gap for each px of its height can't be told apart: their ink is summed
LEAST = 0.4  # device px that a line counts as, however far off the picture is
BUNDLE_WIDTH, OFF_WIDTH = 1.2, 1.0  # px

_T = np.linspace(0.0, 1.0, SAMPLES)
_X, _Y = np.array([advance(float(t)) for t in _T]), np.asarray(blend(_T))
_SLOPE = np.array([steepness(float(t)) for t in _T])


@dataclass(frozen=True)
class View:
    """From the scene to device px, x · ``scale`` + ``left`` and y · ``scale`` + ``top``; ``clip``: top, left, bottom and right that may
    be painted."""

    scale: float
    left: float
    top: float
    clip: tuple[int, int, int, int]

    def device(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the scene lies."""
        return x * self.scale + self.left, y * self.scale + self.top


class EdgePainter:
    """Paints strokes onto sheets."""

    def __init__(self) -> None:
        self._key: object = None
        self._edges: Edges | None = None

    def paint(self, sheet: Sheet, ground: Sheet, view: View, strokes: Strokes) -> None:
        """All edges; what is beside them becomes as the ``ground``. What only depends on the plan and the view is made when one of them has
        changed."""
        if not strokes.edges.count:
            sheet.copy(ground)
            return
        key = (view, sheet.pixels.shape)
        if self._edges is not strokes.edges or key != self._key:
            self._edges, self._key = strokes.edges, key
            self._arrange(strokes.edges, view, sheet.pixels.shape)
        for columns in self._beside:
            sheet.copy(ground, columns)
        if len(self._loose):
            self._paint_lines(sheet, view, strokes)
        if len(self._dense):
            self._paint_ink(sheet, view, strokes)

    def _arrange(self, edges: Edges, view: View, shape: tuple[int, ...]) -> None:
        from nn.backends.cpu_ink import pots
        from nn.backends.cpu_lines import strips

        starts = np.flatnonzero(np.diff(edges.layer, prepend=-1)).tolist()  # the edges of a gap lie together
        self._ends = np.array([*starts, edges.count], dtype=np.int64)
        self._bands = bands([(float(edges.x0[i]), float(edges.x1[i])) for i in starts], view)
        self._y, self._rise = (_padded(part) for part in (edges.y0 * view.scale + view.top, (edges.y1 - edges.y0) * view.scale))
        self._beside = _beside(self._bands, view.clip, shape[1])
        counts = np.diff(self._ends)
        dense = counts > DENSE * (view.clip[2] - view.clip[0])
        self._loose, self._dense = np.flatnonzero(~dense), np.flatnonzero(dense)
        self._lines = np.flatnonzero(np.repeat(~dense, counts))
        self._groups = np.cumsum([0, *counts[self._loose]])
        self._strips: Strips = strips(shape[0], len(self._lines))
        self._pots: Pots = pots(shape[0], int(self._bands.columns.max()), int(counts.max()))

    def _paint_lines(self, sheet: Sheet, view: View, strokes: Strokes) -> None:
        """Mixed where they cross. Edges without a sign, bundles and those that are off, lie over the others."""
        from nn.backends.cpu_lines import Lines, draw_lines, inks
        from nn.backends.cpu_pixels import SOFT, Frame

        which = self._lines
        plain = strokes.kinds[which] >= BUNDLE
        width, opacity = _thickness(view, strokes, which)
        dashes = (length * view.scale for length in strokes.dashes(which))
        parts = self._y[which] - 0.5, self._rise[which], width / 2 + SOFT, *inks(np.where(plain, 0.0, opacity)), *dashes  # ½: of a row's middle
        y, rise, reach, pale, deep, on, whole = (part.astype(np.float32, copy=False) for part in parts)
        lines = Lines(self._groups, y, rise, reach, pale, deep, on, whole, strokes.negative[which].view(np.uint8))
        draw_lines(sheet.pixels, Frame(*view.clip), _signs(), self._bands, self._loose, lines, self._strips)
        if plain.any():
            self._paint_plain(sheet, view, strokes, plain)

    def _paint_plain(self, sheet: Sheet, view: View, strokes: Strokes, plain: Bools) -> None:
        """Those of the lines that are ``plain``, each over what is there."""
        from nn.backends.cpu_curves import draw_curves
        from nn.backends.cpu_pixels import Curves, Frame, record

        which = self._lines[plain]
        width, opacity = _thickness(view, strokes, which)
        on, whole = (length * view.scale for length in strokes.dashes(which))
        records = record(self._y[which], self._rise[which], width, opacity, on, whole, strokes.plain_colours(which))
        ends = np.append(0, np.cumsum(plain))[self._groups]
        draw_curves(sheet.pixels, Frame(*view.clip), self._bands, self._loose, Curves(ends, records))

    def _paint_ink(self, sheet: Sheet, view: View, strokes: Strokes) -> None:
        from nn.backends.cpu_ink import Threads, draw_ink
        from nn.backends.cpu_pixels import Frame

        line = _padded(np.maximum(strokes.widths * view.scale, LEAST) * INK[strokes.kinds])
        threads = Threads(self._ends, self._y, self._rise, line, strokes.negative.view(np.uint8))
        draw_ink(sheet.pixels, Frame(*view.clip), _signs(), self._bands, self._dense, threads, self._pots)


def _thickness(view: View, strokes: Strokes, which: Ints) -> tuple[Floats, Floats]:
    """Widths of edges in device px, at least 1, and their opacities, lower where a line would be thinner."""
    kinds = strokes.kinds[which]
    width = view.scale * np.where(kinds == BUNDLE, BUNDLE_WIDTH, np.where(kinds == OFF, OFF_WIDTH, strokes.widths[which]))
    return np.maximum(width, 1.0), OPACITY[kinds] * np.clip(width, LEAST, 1.0)


def bands(gaps: list[tuple[float, float]], view: View) -> Bands:
    """The gaps between columns of nodes, from ``x0`` to ``x1`` in the scene, as bands of device px."""
    from nn.backends.cpu_pixels import Bands

    sides = [(x0 * view.scale + view.left, x1 * view.scale + view.left) for x0, x1 in gaps]
    first = np.array([np.floor(left) for left, _ in sides], dtype=np.int64)
    columns = np.array([max(np.ceil(right) - np.floor(left), 1) for left, right in sides], dtype=np.int64)
    pairs = (columns + 1) // 2
    tables = [_course(start + 2.0 * np.arange(count), *ends) for start, count, ends in zip(first, pairs, sides, strict=True)]
    course = (_padded(np.concatenate(parts)) for parts in zip(*tables, strict=True))
    return Bands(first, columns, np.cumsum(pairs) - pairs, *course)


def _beside(bands: Bands, clip: tuple[int, int, int, int], width: int) -> list[slice]:
    """The columns of a picture that are not written when edges are drawn."""
    free, (_, left, _, right) = np.ones(width, dtype=np.bool_), clip
    for first, count in zip(bands.first.tolist(), bands.columns.tolist(), strict=True):
        free[max(first, left) : max(min(first + count, right), 0)] = False
    sides = np.flatnonzero(np.diff(free, prepend=False, append=False)).tolist()
    return [slice(start, stop) for start, stop in zip(sides[::2], sides[1::2], strict=True)]


def _course(columns: Floats, left: float, right: float) -> tuple[Floats, ...]:
    """Of the pairs that begin at ``columns``: share of the rise and its change per px in their middles, and how much of the first and of the
    second column lies between ``left`` and ``right``."""
    wide = max(right - left, 1e-6)
    along = np.clip((columns + 1.0 - left) / wide, 0.0, 1.0)
    covers = [np.clip(np.minimum(side + 1, right) - np.maximum(side, left), 0.0, 1.0) for side in (columns, columns + 1)]
    return np.interp(along, _X, _Y), np.interp(along, _X, _SLOPE) / wide, *covers


def _padded(values: NDArray[np.generic]) -> NDArray[np.float32]:
    """With room for a vector behind the end."""
    from nn.backends.cpu_pixels import VECTOR

    made = np.ones(len(values) + VECTOR, dtype=np.float32)
    made[: len(values)] = values
    return made


def _signs() -> tuple[np.uint32, ...]:
    """The ground, and what positive and negative edges are drawn in."""
    return _word("panel"), _word("pos"), _word("neg")


def _word(token: str) -> np.uint32:
    return np.uint32(theme().color(token).rgb())
