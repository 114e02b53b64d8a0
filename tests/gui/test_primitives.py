"""Arrays that go to the painter as they lie in memory, and the diagram's node pictures made as arrays."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen
from pytestqt.qtbot import QtBot

from gui.fields.numerals import Numerals
from gui.format import fixed
from gui.theme import theme
from gui.views.diagram.figures import Figures
from gui.views.diagram.fills import whole_rim
from gui.views.diagram.ground import Face, mono
from gui.views.diagram.prints import Onto, Print
from gui.views.faces import enlarged, rim, stretched
from gui.views.primitives import draw_lines, joined, polygon
from gui.views.sheet import Sheet
from nn.backends.cpu_faces import lay_squares
from nn.backends.cpu_pixels import Frame
from nn.backends.cpu_stamps import SIGNS, Stamps, lay_numbers


def canvas() -> QImage:
    image = QImage(80, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.black)
    return image


def drawn(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


def test_lines_and_polygons_from_arrays(qapp: QGuiApplication) -> None:
    image = canvas()
    painter = QPainter(image)
    painter.setPen(QPen(Qt.GlobalColor.white, 1))
    # every second row: memory that is not in one piece
    draw_lines(painter, np.array([[2, 5.5, 20, 5.5], [0, 0, 79, 39], [2, 9.5, 20, 9.5], [0, 0, 79, 39]])[::2])
    draw_lines(painter, np.empty((0, 4)))
    painter.end()
    white = drawn(image)[:, :, 0] == 255
    assert white[5, 3:19].all() and white[9, 3:19].all() and white.sum() <= 2 * 20
    made = polygon(np.array([[1.5, 2.5], [3.0, 4.0], [5.0, 6.0]]))
    assert [(made.at(i).x(), made.at(i).y()) for i in range(made.size())] == [(1.5, 2.5), (3.0, 4.0), (5.0, 6.0)]
    assert polygon(np.empty((0, 2))).isEmpty()
    assert joined(np.array([[0.0, 1], [2, 3], [4, 5]])).tolist() == [[0, 1, 2, 3], [2, 3, 4, 5]]
    with pytest.raises(ValueError, match="shape"):
        polygon(np.zeros((3, 3)))
    with pytest.raises(ValueError, match="shape"):
        draw_lines(QPainter(), np.zeros(4))


def test_pictures_are_stretched_between_the_middles_of_cells() -> None:
    ramp = np.array([[[-1.0, 0.0, 1.0]]])
    wide = stretched(ramp, 30)
    assert wide.shape == (1, 30, 30)
    assert wide[0, 7, 0] == -1 and wide[0, 7, 29] == 1 and (np.diff(wide[0, 7]) >= 0).all()
    assert wide[0, 0, 14] == pytest.approx(-0.05, abs=1e-6)
    odd = stretched(np.array([[[np.nan, np.inf], [0.5, 0.5]]]), 4)
    assert np.isfinite(odd).all() and np.abs(odd).max() <= 1
    sharp = enlarged(np.array([[[1, 2], [3, 4]]], dtype=np.uint32), 4)
    assert sharp[0].tolist() == [[1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4]]


@pytest.mark.parametrize(("side", "line"), [(44, 1.0), (55, 1.25), (88, 2.0), (20, 0.5)])
def test_a_face_has_round_corners_and_an_outline(qapp: QGuiApplication, side: int, line: float) -> None:
    """As Qt paints a rounded rectangle, within what two ways of smoothing an edge differ."""
    sheet, wanted = Sheet(QSize(side + 8, side + 8), 1.0), QImage(side + 8, side + 8, QImage.Format.Format_RGB32)
    sheet.fill(QColor(0, 0, 0))
    wanted.fill(Qt.GlobalColor.black)
    fill, outline = QColor("#3D8FF0"), QColor("#E8822B")
    words, place, whole = np.full((1, side, side), fill.rgb(), dtype=np.uint32), np.array([4]), np.ones(1, dtype=np.float32)
    edge, line_word = whole_rim(side, 10.0, line), np.uint32(outline.rgb())
    lay_squares(sheet.pixels, Frame(0, 0, side + 8, side + 8), words, place, place, edge, line_word, np.uint32(0xFF000000), whole)
    painter = QPainter(wanted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(outline, line))
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(4, 4, side, side), 10, 10)
    painter.end()
    away = np.abs(drawn(sheet.image) - drawn(wanted)).max(axis=2)
    assert away[0, 0] == 0 and away[4 + side // 2, 4 + side // 2] == 0
    assert away.mean() < 3 and (away > 100).mean() < 0.01
    assert rim(side, 10.0, line).kept.min() == 0


def test_numerals_look_as_written_text_does(qapp: QGuiApplication, qtbot: QtBot) -> None:
    texts = [("0.123", QRectF(3.3, 2.4, 70, 17)), ("\u22121.5e+05", QRectF(3, 20, 70, 17)), ("\u4e00", QRectF(0, 0, 10, 10))]
    images = canvas(), canvas()
    painter = QPainter(images[0])
    numbers = Numerals(mono(12), "text")
    for text, place in texts:
        numbers.add(place, text)
    numbers.paint(painter)
    painter.end()
    painter = QPainter(images[1])
    painter.setFont(mono(12))
    painter.setPen(theme().color("text"))
    for text, place in texts:
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    assert drawn(images[0]).max() > 200
    assert np.abs(drawn(images[0]) - drawn(images[1])).mean() < 1


def test_many_squares_are_laid_as_they_are() -> None:
    """Each lands where it was sent, unchanged; one that is faded away shows the ground; those outside the picture are left out."""
    side, count = 40, 900
    found = np.full((400, 400), 0xFF000000, dtype=np.uint32)
    colours = (0xFF000000 + np.arange(count) * 37).astype(np.uint32)[:, None, None] * np.ones((1, side, side), dtype=np.uint32)
    xs, ys = np.full(count, -500), np.zeros(count, dtype=np.int64)
    seen = {3: (10, 20), 450: (100, 60), 899: (200, 300)}
    for place, corner in seen.items():
        xs[place], ys[place] = corner
    fade = np.ones(count, dtype=np.float32)
    fade[450] = 0.0
    outline, ground = np.uint32(QColor("#E8822B").rgb()), np.uint32(0xFF000000)
    lay_squares(found, Frame(0, 0, 400, 400), colours, xs, ys, whole_rim(side, 10.0, 1.0), outline, ground, fade)
    for place, (x, y) in seen.items():
        wanted = 0xFF000000 if place == 450 else 0xFF000000 + place * 37
        middle = found[y + 8 : y + side - 8, x + 8 : x + side - 8]
        assert (middle == wanted).all(), place
    assert found[20 + side // 2, 10 - 2] == 0xFF000000 and found[20 + side // 2, 10] != 0xFF000000


@pytest.mark.parametrize("grain", [1.0, 1.5, 2.0])
def test_figures_look_as_written_numbers_do(qapp: QGuiApplication, grain: float) -> None:
    values = [0.123, -0.5, -1.5e5, np.inf]
    image = QImage(round(100 * grain), round(100 * grain), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.black)
    sheet = Sheet(QSize(round(100 * grain), round(100 * grain)), 1.0)
    sheet.fill(QColor(0, 0, 0))
    painter = sheet.painter()
    figures = Figures(Face(12, mono=True), "text", grain)
    figures.add(np.array([(50.0, 12.0 + 24 * row) for row in range(4)]) * grain, np.array(values))
    figures.paint(painter, Onto(sheet, (0, 0, *sheet.pixels.shape)))
    painter.end()
    painter = QPainter(image)
    painter.scale(grain, grain)
    numbers = Numerals(mono(12), "text")
    for row, value in enumerate(values):
        numbers.add(QRectF(0, 24 * row, 100, 24), fixed(value))
    numbers.paint(painter)
    painter.end()
    ink = [drawn(one)[:, :, :3].sum(axis=2) for one in (sheet.image, image)]
    for row in range(4):
        here = slice(round(24 * row * grain), round(24 * (row + 1) * grain))
        mine, wanted = (np.argwhere(one[here] > 150) for one in ink)
        assert len(mine) == pytest.approx(len(wanted), rel=0.25)
        assert np.abs(mine.mean(axis=0) - wanted.mean(axis=0)).max() <= 1.5  # each sign lies on whole pixels
        assert np.abs(mine.max(axis=0) - wanted.max(axis=0)).max() <= 2


def test_numbers_as_signs_are_the_written_ones() -> None:
    source = np.random.default_rng(5)
    spread = np.concatenate([10.0 ** source.uniform(-5, 5, 2000) * source.choice([-1, 1], 2000), source.normal(0, 1, 2000).astype(np.float32)])
    odd = [0.0, -0.0, 0.0005, -0.0005, 0.0625, 2.0005, 0.9995, 99998.9996, 1e5, -1e300, np.nan, np.inf, -np.inf, -0.0004]
    values = np.concatenate([spread, odd])
    pixels, odd_ones = np.full((len(values), 40), 0xFF000000, dtype=np.uint32), np.zeros(len(values), dtype=np.bool_)
    signs = Stamps(np.arange(1, len(SIGNS) + 1, dtype=np.uint32)[None] + np.uint32(0xFF000000), 1, 1)  # each a pixel of its own colour
    points = np.column_stack((np.full(len(values), 20.0), np.arange(len(values))))
    lay_numbers(pixels, Frame(0, 0, *pixels.shape), signs, np.full(len(SIGNS), 2.0), 0.0, points, values, odd_ones)
    for value, row, odd_one in zip(values.tolist(), pixels & 0xFF, odd_ones, strict=True):
        if not odd_one:
            assert "".join(SIGNS[sign - 1] for sign in row if sign) == fixed(value)
        assert bool(row.any()) != odd_one
    assert odd_ones[: len(spread)].mean() < 0.01 and odd_ones[-6:-1].all()


def test_stamps_are_laid_over_what_is_there_as_qt_lays_pictures_and_none_outside_the_frame(qapp: QGuiApplication) -> None:
    stamp = QImage(6, 6, QImage.Format.Format_ARGB32_Premultiplied)
    stamp.fill(QColor(200, 40, 90, 120))
    sheet, image = Sheet(QSize(20, 20), 1.0), QImage(20, 20, QImage.Format.Format_RGB32)
    sheet.fill(QColor(13, 140, 250))
    image.fill(QColor(13, 140, 250))
    painter = QPainter(image)
    painter.setClipRect(2, 3, 9, 15)
    painter.drawImage(1, 14, stamp)
    painter.drawImage(8, 0, stamp)
    painter.end()
    words = np.frombuffer(stamp.constBits(), np.uint32).reshape(6, 6).copy()
    for x, y in ((1, 14), (8, 0), (-30, 5), (5, 40)):
        Print(words).lay(Onto(sheet, (3, 2, 18, 11)), x, y)
    assert np.abs(drawn(sheet.image) - drawn(image)).max() <= 1
