"""What the Landscape workspace is drawn from: looks of runners, bands, the logarithmic slider, map, costs, data and fit."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.fields.bands import band_words, bands_image
from gui.fields.log_slider import TICKS, LogSlider
from gui.fields.runner_look import LOOKS, draw_mark, looks_for
from gui.theme import ThemeName, theme
from gui.views.cost_plot import CostLine, CostPlot
from gui.views.fit_view import FitView
from gui.views.landscape_map import LandscapeMap, Track
from gui.views.landscape_map.marks import coordinates
from nn.choices import OptimizerKind
from nn.landscape import curve, surface
from nn.landscape.contours import contours
from nn.landscape.curve import CurveSettings
from nn.landscape.fit import fit_of
from nn.landscape.function import PRESETS, Preset

SADDLE = PRESETS[Preset.SADDLE]


def picture(view: LandscapeMap | CostPlot | FitView) -> QImage:
    return view.grab().toImage()


def straight(steps: int = 20, to: tuple[float, float] = (2.0, 2.0)) -> np.ndarray:
    return np.linspace((-2.0, -2.0), to, steps + 1)


@pytest.fixture
def drawing(qtbot: QtBot) -> LandscapeMap:
    made = LandscapeMap()
    qtbot.addWidget(made)
    made.resize(500, 420)
    found = surface.of_function(SADDLE, resolution=60)
    made.show_surface(found, contours(found))
    made.show()
    made.repaint()
    return made


def test_every_runner_of_a_race_looks_different() -> None:
    kinds = [OptimizerKind.SGD, *[OptimizerKind.ADAM] * 3, *OptimizerKind][:8]
    looks = looks_for(kinds)
    assert len(set(looks)) == 8
    assert (looks[0], looks[1]) == (LOOKS[0], LOOKS[3])
    assert len({(look.shape, look.dash) for look in LOOKS}) == len(LOOKS)  # without any colour, too


@pytest.mark.parametrize("look", LOOKS)
def test_every_shape_leaves_ink_on_the_map(look: object) -> None:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_mark(painter, look, QPointF(12, 12), 6, on_map=True)  # type: ignore[arg-type]  # pytest gives objects
    painter.end()
    assert any(image.pixel(x, y) & 0xFFFFFF for x in range(24) for y in range(24))


def test_bands_go_from_dark_to_bright_and_places_without_a_cost_are_left_out() -> None:
    words = band_words(np.array([1.0, 2.0, 4.0]), 0.0, 8.0)
    brightness = [(word >> 16 & 255) + (word >> 8 & 255) for word in words.tolist()]
    assert brightness == sorted(brightness)
    assert len(set(words.tolist())) == 4
    costs = np.array([[0.0, 4.0, 8.0], [0.0, 4.0, 8.0], [np.nan, 4.0, 8.0]])
    image = bands_image(costs, np.array([1.0, 2.0, 4.0]), 8, 8)
    assert image.pixel(0, 7) & 0xFFFFFF == int(words[0]) & 0xFFFFFF
    assert image.pixel(7, 7) & 0xFFFFFF == int(words[3]) & 0xFFFFFF
    assert image.pixel(0, 0) & 0xFFFFFF == theme().color("card").rgb() & 0xFFFFFF
    assert not bands_image(np.full((2, 2), np.nan), np.zeros(0), 4, 4).isNull()


def test_a_logarithmic_slider_reaches_its_ends_and_tells_of_the_persons_moves_alone(qtbot: QtBot) -> None:
    slider = LogSlider(0.001, 3.0)
    qtbot.addWidget(slider)
    told: list[float] = []
    slider.moved.connect(told.append)
    slider.show_number(0.7)
    assert (slider.number, told) == (0.7, [])
    slider.setValue(0)
    slider.setValue(TICKS)
    assert told == [0.001, 3.0]
    slider.show_number(10.0)
    assert slider.number == 10.0
    slider.resize(240, slider.height())
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(120, slider.height() // 2))
    assert 0.04 < slider.number < 0.07  # the middle of the track is the geometric mean
    before = slider.number
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.number > before


def test_whole_numbers_on_a_slider(qtbot: QtBot) -> None:
    slider = LogSlider(1.0, 1000.0, whole=True)
    qtbot.addWidget(slider)
    assert all(slider.number_at(tick) == int(slider.number_at(tick)) for tick in range(TICKS + 1))
    assert (slider.number_at(0), slider.number_at(TICKS)) == (1.0, 1000.0)


def test_a_step_adds_its_piece_and_a_step_back_takes_it_away(drawing: LandscapeMap) -> None:
    drawing.show_paths([Track("SGD", straight(), selected=True)])
    drawing.show_step(0)
    first = picture(drawing)
    for step in range(1, 11):
        drawing.show_step(step)
        drawing.repaint()
    piecewise = picture(drawing)
    assert piecewise != first
    drawing.show_step(20)
    picture(drawing)
    drawing.show_step(0)
    assert picture(drawing) == first


def test_a_path_that_has_ended_stays_where_it_is() -> None:
    track = Track("SGD", straight(3), following=None)
    np.testing.assert_array_equal(track.at(50), (2.0, 2.0))
    assert track.after(3) is None
    going = Track("SGD", straight(3), following=np.array([9.0, 9.0]))
    np.testing.assert_array_equal(going.after(3), (9.0, 9.0))
    np.testing.assert_array_equal(going.after(0), straight(3)[1])


def test_the_pointer_reads_the_cost_at_its_place(drawing: LandscapeMap) -> None:
    places = drawing.places
    assert places is not None
    assert drawing.readout(places.point((0.0, 2.0**0.5))).startswith("(0, 1.41) · −0.99")
    assert drawing.readout(QPointF(1, 1)) == ""
    assert places.place(places.point((1.0, -2.0))) == pytest.approx((1.0, -2.0))


def test_a_map_without_a_surface_is_empty_and_hears_nothing(qtbot: QtBot) -> None:
    drawing = LandscapeMap()
    qtbot.addWidget(drawing)
    drawing.resize(300, 240)
    drawing.show_paths([Track("SGD", straight())])
    picture(drawing)
    with qtbot.assertNotEmitted(drawing.place_clicked):
        QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=QPoint(150, 100))


@pytest.mark.parametrize("name", list(ThemeName))
def test_views_follow_the_theme(drawing: LandscapeMap, name: ThemeName) -> None:
    theme().switch(name)
    ground = picture(drawing).pixelColor(30, 5)
    panel = theme().color("panel")
    theme().switch(ThemeName.DARK)
    assert ground == panel
    assert (ground.lightness() > 128) is (name is ThemeName.LIGHT)


def test_coordinates_say_no_more_digits_than_are_there() -> None:
    assert coordinates((3.0, 0.5)) == "(3, 0.5)"
    assert coordinates((-2.0, 1 / 3)) == "(−2, 0.33)"
    assert coordinates((0.001, 0.0)) == "(0, 0)"


def test_costs_below_zero_have_a_linear_scale_and_a_click_seeks(qtbot: QtBot) -> None:
    plot = CostPlot()
    qtbot.addWidget(plot)
    plot.resize(320, 300)
    plot.show_lines([CostLine("SGD", np.geomspace(10.0, 1e-6, 41), LOOKS[0], selected=True)])
    picture(plot)
    assert plot.is_log
    told: list[int] = []
    plot.seek_requested.connect(told.append)
    frame = QRectF(plot.rect())
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(frame.right()) - 17, 150))
    assert told == [40]
    plot.show_step(20)
    half = picture(plot)
    plot.show_step(40)
    assert picture(plot) != half
    plot.show_lines([CostLine("SGD", np.linspace(1.0, -1.0, 41), LOOKS[0])])
    picture(plot)
    assert not plot.is_log
    plot.show_lines([])
    picture(plot)


def test_a_long_line_of_costs_keeps_its_peaks(qtbot: QtBot) -> None:
    plot = CostPlot()
    qtbot.addWidget(plot)
    plot.resize(320, 300)
    costs = np.ones(20_000)
    costs[12_345] = 1000.0
    plot.show_lines([CostLine("SGD", costs, LOOKS[0])])
    picture(plot)
    points = plot._points(costs)
    assert len(points) < 1000
    assert points[:, 1].min() < points[:, 1].max() - 100


def test_data_and_fit_say_how_many_points_are_shown(qtbot: QtBot) -> None:
    view = FitView()
    qtbot.addWidget(view)
    view.resize(320, 320)
    view.show_fit(None)
    assert view.accessibleDescription() == "no data yet"
    data = curve.make(CurveSettings(samples=100))
    view.show_fit(fit_of(data, (data.x, data.y), (1.0, 0.0)), 7)
    assert view.accessibleDescription() == "step 7, 40 of 100 points"
    near = picture(view)
    view.show_fit(fit_of(data, (data.x, data.y), (3.0, 0.5)), 8)
    assert picture(view) != near
    view.show_fit(fit_of(data, (data.x, data.y), (1e9, 0.0)), 9)  # a fit that has run away
    picture(view)
