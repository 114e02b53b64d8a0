"""Edges as pixels: smooth curves as Qt would draw them, dashes by length, ink where thousands run; nothing outside the frame."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen
from pytestqt.qtbot import QtBot

from gui.views.diagram import NetworkDiagram
from gui.views.diagram.edge_painter import View, bands
from gui.views.diagram.geometry import HANDLE, advance, blend
from nn.backends import cpu_drawing, cpu_faces, cpu_stamps
from nn.backends.cpu_curves import draw_curves
from nn.backends.cpu_ink import PALE, STEP, STRIPE, Threads, draw_ink, pots
from nn.backends.cpu_lines import Lines, draw_lines, inks, strips
from nn.backends.cpu_pixels import SOFT, Curves, Frame, record
from tests.gui.diagram_fakes import make_snapshot

WIDTH, HEIGHT = 120, 100
LEFT, RIGHT = 10.25, 109.5  # of the one gap
GROUND, BLUE, ORANGE = (np.uint32(QColor(name).rgb()) for name in ("#141A22", "#5CA8FF", "#FF9A3C"))
WHOLE = Frame(0, 0, HEIGHT, WIDTH)


def channels(pixels: np.ndarray) -> np.ndarray:
    return pixels.view(np.uint8).reshape(*pixels.shape, 4)[:, :, 2::-1].astype(int)


def paper() -> np.ndarray:
    return np.full((HEIGHT, WIDTH), GROUND)


def drawn(ends: list[tuple[float, float]], width: float = 2.0, opacity: float = 1.0, dash: tuple[float, float] = (0.0, 0.0), *,
          colours: tuple[np.uint32, ...] = (BLUE,), frame: Frame = WHOLE, many: bool = False) -> np.ndarray:  # fmt: skip
    """Curves from (LEFT, y0) to (RIGHT, y1): one after another, or as ``many`` are, with at most the colours BLUE and ORANGE."""
    y0, y1 = np.array(ends, dtype=float).T
    count, pixels = len(ends), paper()
    gap, which, groups = bands([(LEFT, RIGHT)], View(1.0, 0.0, 0.0, frame)), np.array([0]), np.array([0, count])
    words = np.array([colours[number % len(colours)] for number in range(count)])
    filled = [np.full(count, value) for value in (width, opacity, *dash)]
    if not many:
        draw_curves(pixels, frame, gap, which, Curves(groups, record(y0, y1 - y0, *filled, channels(words[None, :])[0].T)))
        return pixels
    lit = np.minimum(filled[1], 0.95)
    parts = (part.astype(np.float32) for part in (y0 - 0.5, y1 - y0, filled[0] / 2 + SOFT, *inks(lit), *filled[2:]))
    lines = Lines(groups, *parts, (words == ORANGE).astype(np.uint8))  # type: ignore[arg-type]  # seven arrays
    draw_lines(pixels, frame, (GROUND, BLUE, ORANGE), gap, which, lines, strips(HEIGHT, count))
    return pixels


def by_qt(y0: float, y1: float, width: float, opacity: float) -> np.ndarray:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor.fromRgb(int(GROUND)))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor.fromRgb(int(BLUE))
    colour.setAlphaF(opacity)
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    path, handle = QPainterPath(QPointF(LEFT, y0)), HANDLE * (RIGHT - LEFT)
    path.cubicTo(LEFT + handle, y0, RIGHT - handle, y1, RIGHT, y1)
    painter.strokePath(path, pen)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(HEIGHT, WIDTH).copy()


def length(y0: float, y1: float) -> float:
    t = np.linspace(0.0, 1.0, 1001)
    x = [LEFT + advance(float(v)) * (RIGHT - LEFT) for v in t]
    return float(np.hypot(np.diff(x), np.diff(y0 + (y1 - y0) * np.asarray(blend(t)))).sum())


@pytest.mark.parametrize("ends", [(50.3, 50.3), (20.0, 70.0), (90.0, 8.0)])
@pytest.mark.parametrize("width", [1.0, 2.6, 7.0])
@pytest.mark.parametrize(("many", "opacity"), [(False, 1.0), (False, 0.5), (True, 0.95), (True, 0.5)])
def test_a_curve_is_as_qt_draws_it(qapp: QGuiApplication, ends: tuple[float, float], width: float, many: bool, opacity: float) -> None:
    """Within what two ways of smoothing a border differ; nowhere is a pixel of the one full and of the other empty."""
    ours, wanted = channels(drawn([ends], width, opacity, many=many)), channels(by_qt(*ends, width, opacity))
    away = np.abs(ours - wanted).max(axis=2)
    assert away.max() < 110 and away[away > 0].size < 0.2 * away.size
    full = np.abs(channels(np.array([[BLUE]])) - channels(np.array([[GROUND]]))).sum()
    assert np.abs(ours - channels(paper())).sum() / full == pytest.approx(opacity * width * length(*ends), rel=0.03)


@pytest.mark.parametrize("many", [False, True])
def test_dashes_are_as_long_along_a_steep_curve_as_along_a_level_one(many: bool) -> None:
    for ends in ((50.0, 50.0), (95.0, 5.0)):
        pair = (drawn([ends], 2.0, 1.0, dash, many=many) for dash in ((0.0, 0.0), (6.0, 10.0)))
        whole, dashed = (np.abs(channels(one) - channels(paper())).sum() for one in pair)
        assert dashed / whole == pytest.approx(0.6, abs=0.06)
    row = channels(drawn([(50.0, 50.0)], 3.0, 1.0, (6.0, 10.0), many=many))[50, 12:108, 2] > 150
    runs = np.diff(np.flatnonzero(np.diff(row.astype(int)) != 0))
    assert set(runs.tolist()) <= {3, 4, 5, 6, 7} and len(runs) > 12  # dash, gap, dash…


def test_a_later_curve_lies_over_an_earlier_one_and_lets_it_through_by_its_opacity() -> None:
    crossing = [(50.5, 50.5), (50.5, 50.5)]
    blue, orange, ground = (channels(np.array([[word]]))[0, 0] for word in (BLUE, ORANGE, GROUND))
    over = channels(drawn(crossing, 5.0, colours=(BLUE, ORANGE)))[50, 60]
    assert over.tolist() == orange.tolist()
    half = channels(drawn(crossing, 5.0, 0.5, colours=(BLUE, ORANGE)))[50, 60]
    assert half == pytest.approx(0.5 * orange + 0.25 * blue + 0.25 * ground, abs=1)


def test_where_many_cross_their_colours_are_mixed_and_the_stronger_prevails() -> None:
    crossing = [(50.5, 50.5), (50.5, 50.5)]
    blue, orange, ground = (channels(np.array([[word]]))[0, 0] for word in (BLUE, ORANGE, GROUND))
    pair = (drawn(crossing, 5.0, 0.5, colours=colours, many=True) for colours in ((BLUE, ORANGE), (ORANGE, BLUE)))
    first, second = (channels(pixels)[50, 60] for pixels in pair)
    assert first.tolist() == second.tolist()
    assert first == pytest.approx(0.25 * ground + 0.75 * (blue + orange) / 2, abs=1)
    strong = channels(drawn([(50.5, 50.5)] * 6, 5.0, 0.5, colours=(BLUE, BLUE, BLUE, BLUE, BLUE, ORANGE), many=True))[50, 60]
    assert strong == pytest.approx(ground / 64 + 63 / 64 * (5 * blue + orange) / 6, abs=1)


@pytest.mark.parametrize("many", [False, True])
def test_nothing_is_drawn_outside_the_frame_nor_outside_the_gap(many: bool) -> None:
    frame = Frame(30, 40, 60, 80)
    ends = [(-500.0, 600.0), (45.0, 45.0), (1e6, 2e6), (-1e6, -1e6)]
    pixels = drawn(ends, 4.0, frame=frame, many=many)
    changed = pixels != GROUND
    assert changed[30:60, 40:80].any()
    changed[30:60, 40:80] = False
    assert not changed.any()
    whole = drawn(ends, 4.0, many=many) != GROUND
    assert not whole[:, : int(LEFT)].any() and not whole[:, int(RIGHT) + 1 :].any()


def inked(ends: list[tuple[float, float]], negative: list[bool], line: float = 1.0, frame: Frame = WHOLE) -> np.ndarray:
    y0, y1 = np.array(ends, dtype=float).T
    padded = [np.concatenate([part, np.ones(32)]).astype(np.float32) for part in (y0, y1 - y0, np.full(len(ends), line))]
    threads = Threads(np.array([0, len(ends)]), *padded, np.array(negative, dtype=np.uint8))  # type: ignore[arg-type]  # three arrays
    pixels = paper()
    gap = bands([(10.0, 50.0)], View(1.0, 0.0, 0.0, frame))
    draw_ink(pixels, frame, (GROUND, BLUE, ORANGE), gap, np.array([0]), threads, pots(HEIGHT, 40, len(ends)))
    return pixels


def amount(pixels: np.ndarray, word: np.uint32) -> np.ndarray:
    """How much ink of one colour alone lies on each pixel, from its blue or red: cover = 1 − e^−ink."""
    full, ground, seen = (channels(part)[..., 0].astype(float) for part in (np.array([[word]]), np.array([[GROUND]]), pixels))
    return -np.log1p(-np.clip((seen - ground) / (full - ground), 0.0, 0.99))


def test_a_level_curve_puts_its_ink_into_its_row_and_a_steep_one_as_much_as_it_is_long(qapp: QGuiApplication) -> None:
    level = amount(inked([(20.5, 20.5)], [False], 0.5), BLUE)
    assert np.flatnonzero(level.sum(axis=1)).tolist() == [20]
    assert level.sum() == pytest.approx(0.5 * 40, rel=0.02)
    steep = amount(inked([(5.0, 95.0)], [False], 0.5), BLUE)
    length = 0.5 * 101.4  # of the cubic, by summing small pieces
    assert steep.sum() == pytest.approx(length, rel=0.08)
    rows = [np.flatnonzero(column) for column in steep.T if column.any()]
    assert len(rows) == 40 and rows[0][0] <= 6 and rows[-1][-1] >= 94


def test_signs_are_kept_apart_and_negative_ink_is_striped() -> None:
    pixels = inked([(10.5, 10.5), (30.5, 30.5)], [False, True], 0.4)
    assert amount(pixels, BLUE)[10, 10:50].sum() == pytest.approx(0.4 * 40, rel=0.03)
    stripes = amount(pixels, ORANGE)[30, 10:50]
    columns = np.arange(40) // STEP * STEP
    pale = columns % STRIPE[0] >= STRIPE[1]
    assert stripes[~pale] == pytest.approx(0.4, rel=0.05) and stripes[pale] == pytest.approx(0.4 * PALE, rel=0.1)


def test_thousands_of_curves_are_no_full_block() -> None:
    many = [(float(a), float(b)) for a in range(0, 100, 2) for b in range(0, 100, 2)]
    seen = amount(inked(many, [False] * len(many), 2.0), BLUE)[:, 10:50]
    assert 0.5 < seen.mean() < 0.9


def test_ink_outside_the_frame_is_not_made() -> None:
    frame = Frame(30, 20, 60, 40)
    changed = inked([(-900.0, 900.0), (45.5, 45.5), (1e5, 1e5)], [False, True, False], frame=frame) != GROUND
    assert changed[30:60, 20:40].any()
    changed[30:60, 20:40] = False
    assert not changed.any()


@pytest.mark.parametrize("neurons", [16, 60])
def test_a_diagram_of_hundreds_and_of_thousands_of_edges_shows_both_signs(qtbot: QtBot, neurons: int) -> None:
    diagram = NetworkDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(700, 500)
    diagram.show_snapshot(make_snapshot((2, neurons, neurons, 1)))
    diagram.show()
    diagram.grab()
    for layer in (1, 2):
        diagram._scene.folding.toggle(layer)
    diagram.fit()
    picture = diagram.grab().toImage()
    assert bool(len(diagram._scene._edge_painter._dense)) == (neurons == 60)
    first, second = (diagram._scene.column(layer) for layer in (1, 2))
    assert first is not None and second is not None
    x, top = diagram._scene.view.to_widget((first.right + second.left) / 2, float(first.ys[0]))
    _, bottom = diagram._scene.view.to_widget(0.0, float(first.ys[-1]))
    colours = [picture.pixelColor(round(x) + dx, y) for y in range(round(top), round(bottom)) for dx in (-2, 0, 2)]
    warmth = [colour.red() - colour.blue() for colour in colours]
    assert max(warmth) > 5 and min(warmth) < -20


def test_what_was_made_ready_is_all_that_a_diagram_calls(qtbot: QtBot) -> None:
    """Else the window would stand while a kind of call that nobody thought of is compiled."""
    cpu_drawing.warm_up()
    kernels: tuple[Any, ...] = (
        draw_curves,
        draw_lines,
        draw_ink,
        cpu_faces.shade_squares,
        cpu_faces.lay_squares,
        cpu_stamps.lay_stamps,
        cpu_stamps.lay_prints,
        cpu_stamps.lay_numbers,
    )
    before = [len(kernel.signatures) for kernel in kernels]
    for widths, image in (((2, 60, 60, 1), None), ((16, 9, 3), (4, 4)), ((1, 3, 1), None)):
        diagram = NetworkDiagram()
        qtbot.addWidget(diagram)
        diagram.resize(700, 500)
        diagram.show_image_shape(image)
        diagram.show_snapshot(make_snapshot(widths))
        diagram.grab()
        if len(widths) == 4:
            diagram._scene.folding.toggle(1)
            diagram._scene.folding.toggle(2)
            diagram.fit()
            diagram.grab()
    assert [len(kernel.signatures) for kernel in kernels] == before
