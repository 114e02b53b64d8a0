"""Lines and bands drawn by compiled loops, against what NumPy finds of the same points."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen

from gui.views.axis import Scale
from gui.views.sheet import Sheet
from gui.views.trace import draw_trace, fill_band

Floats = NDArray[np.float64]
WIDTH, HEIGHT = 220, 120
WHITE = QColor("#ffffff")
CLIP = QRectF(10, 0, 200, 120)


def sheet(ratio: float = 1.0) -> Sheet:
    made = Sheet(QSize(round(WIDTH * ratio), round(HEIGHT * ratio)), ratio)
    made.fill(QColor("#000000"))
    return made


def light(drawn: Sheet) -> Floats:
    """How bright each pixel is, 0 to 1."""
    return (drawn.pixels & 255) / 255.0


def scales(last: float, *, log: bool = False) -> tuple[Scale, Scale]:
    return Scale(0.0, last, 10.0, 210.0), Scale(0.1, 10.0, 110.0, 10.0, log)


def joined(x: Floats, y: Floats, ratio: float, xs: Scale, ys: Scale) -> tuple[Floats, Floats]:
    """Points in device px, those of a column as their mean where there are more than two to each."""
    here, height = xs.pixels(x) * ratio, ys.pixels(y) * ratio
    if len(x) <= 2 * (xs.end - xs.start) * ratio:
        return here, height
    _, column = np.unique(np.floor(here), return_inverse=True)
    members = np.bincount(column)
    return np.bincount(column, here) / members, np.bincount(column, height) / members


def wave(points: int) -> tuple[Floats, Floats]:
    x = np.linspace(0.0, 1.0, points)
    return x, np.exp(np.sin(5 * x) + 0.05 * np.sin(np.arange(points)))


@pytest.mark.parametrize("points", [60, 9000])
@pytest.mark.parametrize("log", [True, False])
@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_a_line_runs_through_its_points_or_their_means(points: int, log: bool, ratio: float) -> None:
    x, y = wave(points)
    both, drawn = scales(1.0, log=log), sheet(ratio)
    left = draw_trace(drawn, CLIP, (x, y), both, QPen(WHITE, 3.0))
    expected = joined(x, y, ratio, *both)
    assert left == len(expected[0])
    columns = np.arange(int(14 * ratio), int(206 * ratio))
    seen = light(drawn)[:, columns]
    middles = (seen * (np.arange(seen.shape[0]) + 0.5)[:, None]).sum(axis=0) / seen.sum(axis=0)
    assert middles == pytest.approx(np.interp(columns + 0.5, *expected), abs=0.3)


@pytest.mark.parametrize("points", [60, 9000])
@pytest.mark.parametrize("log", [True, False])
def test_a_band_covers_what_lies_between_the_extremes(points: int, log: bool) -> None:
    x, y = wave(points)
    (xs, ys), drawn = scales(1.0, log=log), sheet()
    fill_band(drawn, CLIP, (x, 0.7 * y, 1.4 * y), (xs, ys), WHITE)
    column = np.floor(xs.pixels(x)).astype(int)
    tall = light(drawn).sum(axis=0)
    for place in (50, 100, 150):
        near = np.abs(column - place) <= (1 if points > 400 else 2)
        high, low = ys.pixels(1.4 * y[near]), ys.pixels(0.7 * y[near])
        assert low.min() - high.max() - 0.5 <= tall[place] <= low.max() - high.min() + 0.5


def test_half_a_colour_is_laid_over_what_is_there() -> None:
    drawn = sheet()
    half = QColor(WHITE)
    half.setAlphaF(0.5)
    x = np.array([0.0, 1.0])
    fill_band(drawn, CLIP, (x, np.full(2, 1.0), np.full(2, 5.0)), scales(1.0), half)
    assert light(drawn)[90, 100] == pytest.approx(0.5, abs=0.01)


def test_a_point_that_is_not_a_number_is_bridged_and_infinity_runs_out_at_the_top() -> None:
    drawn, x = sheet(), np.arange(5.0)
    assert draw_trace(drawn, CLIP, (x, np.array([1.0, np.nan, 5.0, np.inf, 0.2])), scales(4.0), QPen(WHITE, 2.0)) == 4
    seen = light(drawn)
    assert seen[:, 12:120].sum(axis=0).min() > 0.9
    assert seen[0].any()
    bridge = seen[:, 60]  # of the unknown point: half way between its neighbours, 1 and 5
    assert (bridge * (np.arange(HEIGHT) + 0.5)).sum() / bridge.sum() == pytest.approx(scales(4.0)[1].pixel(3.0), abs=0.5)


def test_only_what_is_on_the_axis_is_drawn_with_a_neighbour_on_each_side() -> None:
    drawn, x = sheet(), np.arange(1000.0)
    place = Scale(100.0, 110.0, 10.0, 210.0), Scale(0.0, 1.0, 110.0, 10.0)
    assert draw_trace(drawn, CLIP, (x, np.full(1000, 0.5)), place, QPen(WHITE, 2.0)) == 13
    seen = light(drawn).any(axis=0)
    assert seen[10:210].all()
    assert not seen[:10].any()
    assert not seen[210:].any()


def test_zero_lies_at_the_bottom_of_a_logarithmic_axis() -> None:
    drawn = sheet()
    draw_trace(drawn, CLIP, (np.array([0.0, 1.0]), np.zeros(2)), scales(1.0, log=True), QPen(WHITE, 2.0))
    assert light(drawn)[109:111, 20:200].min() > 0.9


def test_dashes_are_as_long_as_the_pen_says() -> None:
    drawn, pen = sheet(), QPen(WHITE, 2.0, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3.0, 1.5])
    draw_trace(drawn, CLIP, (np.array([0.0, 1.0]), np.full(2, 5.0)), scales(1.0), pen)
    lit = light(drawn).max(axis=0)[10:210]
    assert lit.mean() == pytest.approx(2 / 3, abs=0.05)
    assert np.count_nonzero((lit[1:] > 0.5) & (lit[:-1] <= 0.5)) == pytest.approx(200 / 9, abs=1.5)


@pytest.mark.parametrize("points", [0, 1])
def test_fewer_than_two_points_are_no_line(points: int) -> None:
    drawn, numbers = sheet(), np.ones(points)
    assert draw_trace(drawn, CLIP, (numbers, numbers), scales(2.0), QPen(WHITE, 2.0)) == points
    fill_band(drawn, CLIP, (numbers, numbers, numbers), scales(2.0), WHITE)
    assert not light(drawn).any()


def test_scales_of_extreme_numbers_do_no_harm() -> None:
    drawn, x = sheet(), np.array([0.0, 1.0, 2.0])
    for values, ends in (([1e-320, 0.0, 1e-310], (0.0, 1e-310)), ([1e300, -np.inf, np.inf], (0.0, 1e300)), ([0.0] * 3, (1e-300, 1e300))):
        up = Scale(*ends, 110.0, 10.0, ends[0] > 0)
        y = np.array(values)
        assert draw_trace(drawn, CLIP, (x, y), (Scale(0.0, 2.0, 10.0, 210.0), up), QPen(WHITE, 2.0)) == 3
        fill_band(drawn, CLIP, (x, y, y), (Scale(0.0, 2.0, 10.0, 210.0), up), WHITE)
    assert light(drawn)[:, :10].max() == 0.0  # nothing beside the clip
