"""The surface in three dimensions: what is seen of it, from where, and what a click on it means."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeName, theme
from gui.views.surface_view import SurfacePath, SurfaceView
from gui.views.surface_view.painting import on_ground, picture
from gui.views.surface_view.relief import SIDE, relief_of
from gui.views.surface_view.scan import NOTHING, WALL, Camera, Scan, scan
from nn.landscape.surface import Surface, made_of

AXIS = np.linspace(-2.0, 2.0, 41)


def surface_of(costs: np.ndarray) -> Surface:
    return made_of(AXIS, AXIS, costs)


def bowl() -> Surface:
    x, y = np.meshgrid(AXIS, AXIS)
    return surface_of(x**2 + 0.5 * y**2 + 0.1 * x)


def ridge() -> Surface:
    """A wall across the middle: what lies behind it can't be seen."""
    return surface_of(np.where(np.abs(AXIS) < 0.3, 1.0, 0.0)[:, np.newaxis] * np.ones(41))


def seen(surface: Surface, yaw: float = 0.0, pitch: float = 0.5) -> Scan:
    relief = relief_of(surface)
    assert relief is not None
    return scan(relief, Camera(yaw, pitch, 200, 150))


@pytest.mark.parametrize("yaw", [0.0, 0.7, 2.0, 3.5, 5.5])
@pytest.mark.parametrize("pitch", [0.25, 0.7, 1.3])
def test_every_column_is_whole(yaw: float, pitch: float) -> None:
    """From the bottom up: nothing, wall, surface, nothing, whatever the angles."""
    found = seen(bowl(), yaw, pitch)
    assert found.places.shape == (150, 200)
    order = {NOTHING: 0, WALL: 1}
    for column in found.places[::-1].T:
        kinds = [order.get(int(place), 2) for place in column]
        kept = [kind for kind, before in zip(kinds[1:], kinds, strict=False) if kind != before]
        assert kept in ([], [1, 2, 0], [2, 0], [1, 0]), kept
    assert found.places.max() < SIDE * SIDE


def test_a_place_is_projected_to_the_pixel_that_shows_it() -> None:
    relief = relief_of(bowl())
    assert relief is not None
    found = scan(relief, Camera(0.6, 0.9, 300, 220))
    spots = np.array([[0.3, -0.4], [-0.5, 0.2], [0.0, 0.0]])
    heights = [relief.heights[round((y + 1) / 2 * (SIDE - 1)), round((x + 1) / 2 * (SIDE - 1))] for x, y in spots]
    projected = found.camera.project(np.column_stack((spots, heights)))
    for (x, y), (across, up, _) in zip(spots, projected, strict=True):
        ground = found.ground_at(across, 220 - up)
        assert ground is not None
        assert ground == pytest.approx((x, y), abs=0.05)


def test_what_lies_behind_a_ridge_is_hidden() -> None:
    found = seen(ridge(), yaw=0.0, pitch=0.3)
    places = np.array([[0.0, -0.5, 0.0], [0.0, 0.3, 0.0]])
    assert found.sees(found.camera.project(places)).tolist() == [True, False]
    steep = seen(ridge(), yaw=0.0, pitch=1.39)
    assert steep.sees(steep.camera.project(places)).all()


def test_a_surface_without_costs_has_no_relief() -> None:
    assert relief_of(surface_of(np.full((41, 41), np.nan))) is None


def test_flat_surfaces_and_surfaces_with_holes_are_drawn() -> None:
    holed = bowl().costs.copy()
    holed[:5] = np.inf
    holed[10, 10] = np.nan
    for surface in (surface_of(np.zeros((41, 41))), surface_of(holed)):
        relief = relief_of(surface)
        assert relief is not None
        assert np.isfinite(relief.heights).all()
        drawn = picture(scan(relief, Camera(0.4, 0.6, 80, 60)), relief)
        assert (drawn.width(), drawn.height()) == (80, 60)


def test_names_of_paths_over_a_hole_do_not_keep_the_window_waiting(qtbot: QtBot) -> None:
    holed = bowl().costs.copy()
    holed[:, :20] = np.nan
    view = SurfaceView()
    qtbot.addWidget(view)
    view.resize(240, 200)
    view.show_surface(surface_of(holed))
    way = np.array([[1.0, 1.0], [-1.0, 1.0]])
    view.show_paths([SurfacePath(way, name=name) for name in ("SGD", "Adam", "RMSProp")])
    assert not view.grab().isNull()


def test_extreme_costs_are_cut_off() -> None:
    costs = bowl().costs.copy()
    costs[0, 0] = 1e9
    relief = relief_of(surface_of(costs))
    assert relief is not None
    assert relief.ceiling < 50.0
    assert relief.heights[0, 0] == 1.0


def test_a_path_lies_on_the_surface_and_ends_where_that_ends() -> None:
    surface = bowl()
    relief = relief_of(surface)
    assert relief is not None
    places = on_ground(surface, relief, np.array([[0.0, 0.0], [1.0, -2.0], [5.0, 0.0]]))
    np.testing.assert_allclose(places[:2, :2], [[0.0, 0.0], [0.5, -1.0]], atol=1e-12)
    assert np.isnan(places[2]).all()


@pytest.fixture
def view(qtbot: QtBot) -> SurfaceView:
    made = SurfaceView()
    qtbot.addWidget(made)
    made.resize(420, 320)
    made.show_surface(bowl(), ("a", "b", "cost"))
    made.show()
    return made


def shot(view: SurfaceView) -> QImage:
    return view.grab().toImage()


def test_a_click_tells_the_place_under_it(qtbot: QtBot, view: SurfaceView) -> None:
    shot(view)
    where = QPoint(230, 170)
    expected = view.place_at(QPointF(where))
    assert expected is not None
    with qtbot.waitSignal(view.place_chosen) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert told.args == pytest.approx(list(expected))
    assert view.place_at(QPointF(1, 1)) is None


def test_dragging_turns_it_and_chooses_nothing(qtbot: QtBot, view: SurfaceView) -> None:
    chosen: list[object] = []
    view.place_chosen.connect(lambda x, y: chosen.append((x, y)))
    before = view.angles
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 160))
    for x in (230, 260, 300):
        QTest.mouseMove(view, QPoint(x, 150))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(300, 150))
    assert view.angles != before
    assert not chosen
    qtbot.waitUntil(lambda: not view._rest.isActive(), timeout=5000)


def test_the_arrow_keys_turn_it_and_home_turns_it_back(qtbot: QtBot, view: SurfaceView) -> None:
    first = view.angles
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert math.isclose((first[0] - view.angles[0]) % (2 * math.pi), math.radians(5), abs_tol=1e-9)
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.angles[1] <= math.radians(80)
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.angles[1] >= math.radians(12)
    shot(view)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.angles == first
    qtbot.waitUntil(lambda: not view._rest.isActive(), timeout=5000)


def test_paths_and_themes_change_the_picture(view: SurfaceView) -> None:
    bare = shot(view)
    view.show_paths([SurfacePath(np.array([[-1.5, -1.0], [0.0, 0.0], [1.0, 0.5]]), name="net"), SurfacePath(np.array([[1.0, 0.5]]), name="too")])
    assert shot(view) != bare
    theme().switch(ThemeName.LIGHT)
    try:
        assert shot(view) != bare
    finally:
        theme().switch(ThemeName.DARK)


def test_without_a_surface_it_says_so(view: SurfaceView) -> None:
    view.show_surface(None)
    shot(view)
    assert view.place_at(QPointF(200, 160)) is None
