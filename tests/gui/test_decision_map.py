"""The decision map: contours, colours, samples, and what a person can do with it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from plot_fakes import classes_of, map_of, sample_of, snapshot_of, values_of
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from gui.fields.button import TextButton
from gui.format import THIN
from gui.ramp import MAP_STRENGTH, ramp_color
from gui.theme import ThemeName, theme
from gui.views.decision_map import DecisionMap
from gui.views.decision_map.canvas import MapCanvas
from gui.views.decision_map.contour import contour_segments
from gui.views.decision_map.legend import MapLegend
from gui.views.decision_map.markers import SHAPES, marker_path
from gui.views.decision_map.picture import PictureCanvas, PictureView
from gui.views.decision_map.points import MOST_POINTS, PointSet, nearest, toward
from gui.views.decision_map.regions import ValueRange, class_boundaries, class_image, in_two_classes, is_fit
from gui.views.decision_map.sample_card import SampleCard
from nn.datasets.dataset import Dataset
from nn.layout import Neuron
from nn.network import Ablation

CORNERS = np.array([[-0.5, -0.5], [0.5, -0.5], [-0.5, 0.5], [0.5, 0.5]])


def corners(test: list[int] | None = None) -> Dataset:
    return classes_of(CORNERS, [0, 1, 1, 0], ("no", "yes"), test)


def slope(size: int = 21) -> np.ndarray:
    """One output that grows from 0 at the left to 1 at the right."""
    return np.tile(np.linspace(0, 1, size), (size, 1))[None]


@pytest.fixture
def view(qtbot: QtBot) -> DecisionMap:
    widget = DecisionMap()
    qtbot.addWidget(widget)
    widget.resize(328, 440)
    widget.show_dataset(corners(), (0, 1))
    widget.show_snapshot(snapshot_of(map_view=map_of(slope())))
    widget.show()
    widget.grab()
    return widget


def canvas_of(view: DecisionMap) -> MapCanvas:
    found = view.findChild(MapCanvas)
    assert found is not None
    return found


def image_of(view: DecisionMap) -> QImage:
    view.grab()
    return canvas_of(view).grab().toImage()


def pixel_of(view: DecisionMap, x: float, y: float) -> QPoint:
    """The canvas pixel of a place in the person's units."""
    plane = canvas_of(view)._plane
    return QPoint(round(plane.xs.pixel(x)), round(plane.ys.pixel(y)))


def card_of(view: DecisionMap) -> str:
    found = view.findChild(SampleCard)
    assert found is not None
    return found.text()


def close(color: QColor, other: QColor, slack: int = 6) -> bool:
    return max(abs(color.red() - other.red()), abs(color.green() - other.green()), abs(color.blue() - other.blue())) <= slack


# --- contours ---


def test_a_straight_boundary_lies_at_the_right_place() -> None:
    pieces = contour_segments(slope(11)[0], 0.25)
    assert len(pieces) == 10
    assert pieces[:, 0::2] == pytest.approx(2.5)
    assert {tuple(sorted(piece)) for piece in pieces[:, 1::2].tolist()} == {(row, row + 1) for row in range(10)}


def test_a_ring_is_closed_and_round() -> None:
    y, x = np.mgrid[-2:2:81j, -2:2:81j]
    ends = contour_segments(np.hypot(x, y), 1.01).reshape(-1, 2)
    _, times = np.unique(ends, axis=0, return_counts=True)
    assert set(times.tolist()) == {2}
    assert np.hypot(*((ends - 40) / 20).T) == pytest.approx(1.01, abs=2e-3)


def test_a_saddle_gives_two_pieces_that_do_not_touch() -> None:
    pieces = contour_segments(np.array([[1.0, 0.0], [0.0, 1.0]]), 0.6)
    assert len(np.unique(pieces.reshape(-1, 2), axis=0)) == 4


@pytest.mark.parametrize("field", [np.zeros((5, 5)), np.ones((5, 5)), np.full((5, 5), np.nan), np.zeros((1, 5)), np.zeros(5)])
def test_nothing_to_cross_gives_no_lines(field: np.ndarray) -> None:
    assert contour_segments(field, 0.5).shape == (0, 4)


def test_a_noisy_field_crosses_every_edge_that_changes_side() -> None:
    field = np.random.default_rng(1).normal(size=(30, 40))
    above = field > 0
    crossings = int((above[:, 1:] != above[:, :-1]).sum() + (above[1:] != above[:-1]).sum())
    ends = contour_segments(field, 0.0).reshape(-1, 2)
    points, times = np.unique(ends, axis=0, return_counts=True)
    assert len(points) == crossings
    inside = (points > 0).all(axis=1) & (points < [39, 29]).all(axis=1)
    assert set(times[inside].tolist()) == {2}


def test_boundaries_lie_where_two_classes_tie() -> None:
    x = np.tile(np.linspace(0, 1, 31), (31, 1))
    outputs = np.stack([1 - x, x, np.full_like(x, 0.1)])
    pieces = class_boundaries(outputs)
    assert len(pieces) == 30
    assert pieces[:, 0::2] == pytest.approx(15)


# --- colours and shapes ---


def test_regions_have_the_winner_and_fade_with_doubt() -> None:
    outputs = np.zeros((3, 1, 3))
    outputs[:, 0, 0] = [1, 0, 0]
    outputs[:, 0, 1] = [0, 1, 0]
    outputs[:, 0, 2] = [0.32, 0.34, 0.34]
    image = class_image(outputs)
    ground = QColor(theme().colors.ramp_zero)
    assert image.pixelColor(0, 0) != image.pixelColor(1, 0)
    away = [abs(image.pixelColor(x, 0).lightness() - ground.lightness()) for x in (1, 2)]
    assert away[0] > away[1]


def test_two_outputs_read_as_the_second_class() -> None:
    assert in_two_classes(np.array([[0.2], [0.8]])) == pytest.approx(0.8)
    assert in_two_classes(np.array([[0.3]])) == pytest.approx(0.3)


def test_ranges_keep_the_sign() -> None:
    assert ValueRange.over(np.array([-1.0, 4.0])) == ValueRange(-4.0, 0.0, 4.0)
    assert ValueRange.over(np.array([2.0, 4.0, np.nan])) == ValueRange(2.0, 3.0, 4.0)
    flat = ValueRange.over(np.array([2.0, 2.0]))
    assert flat.low < flat.centre < flat.high
    assert ValueRange.over(np.array([])) == ValueRange()


def test_every_class_has_a_shape_of_its_own() -> None:
    paths = [marker_path(shape, 4.0) for shape in range(SHAPES)]
    assert all(paths[a] != paths[b] for a in range(SHAPES) for b in range(a))


def test_the_map_is_painted_with_row_zero_at_the_bottom(view: DecisionMap) -> None:
    tall = np.tile(np.linspace(0, 1, 21)[:, None], (1, 21))[None]
    view.show_snapshot(snapshot_of(map_view=map_of(tall)))
    image = image_of(view)
    low = ramp_color(0.05, 0, 0.5, 1, strength=MAP_STRENGTH)
    high = ramp_color(0.95, 0, 0.5, 1, strength=MAP_STRENGTH)
    assert close(image.pixelColor(pixel_of(view, 0.1, -0.9)), low)
    assert close(image.pixelColor(pixel_of(view, 0.1, 0.9)), high)


def test_the_boundary_stands_at_one_half(view: DecisionMap) -> None:
    image = image_of(view)
    assert close(image.pixelColor(pixel_of(view, 0.0, 0.2)), QColor(theme().colors.text))


def test_class_points_are_painted_train_filled_and_test_hollow(view: DecisionMap) -> None:
    assert close(image_of(view).pixelColor(pixel_of(view, -0.5, -0.5)), theme().class_color(0))
    view.show_dataset(corners(test=[0]), (0, 1))
    view.show_snapshot(snapshot_of(map_view=map_of(slope())))
    hollow = ramp_color(0.25, 0, 0.5, 1, strength=MAP_STRENGTH)
    assert close(image_of(view).pixelColor(pixel_of(view, -0.5, -0.5)), hollow)


def test_both_themes_are_live(view: DecisionMap) -> None:
    dark = image_of(view)
    try:
        theme().switch(ThemeName.LIGHT)
        light = image_of(view)
        assert light.pixelColor(1, 1) == QColor(theme().colors.panel)
        assert close(light.pixelColor(pixel_of(view, -0.5, -0.5)), theme().class_color(0))
    finally:
        theme().switch(ThemeName.DARK)
    assert image_of(view) == dark


@pytest.mark.parametrize("shape", [(21,), (1, 0, 5), (0, 4, 4), (2, 2)])
def test_unfit_maps_are_not_painted(view: DecisionMap, shape: tuple[int, ...]) -> None:
    bad = replace(map_of(slope()), outputs=np.zeros(shape, dtype=np.float32))
    assert not is_fit(bad)
    view.show_snapshot(snapshot_of(map_view=bad))
    assert not image_of(view).isNull()


def test_an_endless_extent_and_other_axes_are_not_painted(view: DecisionMap) -> None:
    assert not is_fit(map_of(slope(), (0.0, np.inf, 0.0, 1.0)))
    assert not is_fit(map_of(slope(), (1.0, 1.0, 0.0, 1.0)))
    view.show_snapshot(snapshot_of(map_view=replace(map_of(slope()), axes=(1, 0))))
    assert canvas_of(view)._scene.fit_view() is None
    assert not image_of(view).isNull()


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("outputs", [1, 2, 3])
def test_a_diverged_network_is_painted(view: DecisionMap, value: float, outputs: int) -> None:
    view.show_snapshot(snapshot_of(map_view=map_of(np.full((outputs, 9, 9), value))))
    assert not image_of(view).isNull()


# --- samples ---


def test_at_most_five_thousand_are_drawn_and_it_is_said(view: DecisionMap) -> None:
    raw = np.random.default_rng(0).uniform(-1, 1, (12_000, 2))
    dataset = classes_of(raw, [0, 1] * 6000, ("no", "yes"))
    assert len(PointSet.of(dataset, (0, 1)).index) == MOST_POINTS
    view.show_dataset(dataset, (0, 1))
    assert view._caption.text() == f"5{THIN}000 of 12{THIN}000 samples shown."


def test_samples_with_gaps_are_left_out() -> None:
    raw = CORNERS.copy()
    raw[1, 0] = np.nan
    assert PointSet.of(classes_of(raw, [0, 1, 1, 0], ("no", "yes")), (0, 1)).index.tolist() == [0, 2, 3]


def test_nearest_and_toward() -> None:
    assert nearest(CORNERS, 0.4, 0.6) == (3, pytest.approx(np.hypot(0.1, 0.1)))
    assert nearest(np.empty((0, 2)), 0, 0) is None
    assert toward(CORNERS, -0.5, -0.5, (1, 0)) == 1
    assert toward(CORNERS, -0.5, -0.5, (0, 1)) == 2
    assert toward(CORNERS, 0.5, 0.0, (1, 0)) is None


def _mouse(
    view: DecisionMap,
    kind: QEvent.Type,
    where: QPoint,
    held: Qt.MouseButton = Qt.MouseButton.LeftButton,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    canvas, place = canvas_of(view), QPointF(where)
    event = QMouseEvent(kind, place, place, held, held, modifiers)
    {
        QEvent.Type.MouseButtonPress: canvas.mousePressEvent,
        QEvent.Type.MouseMove: canvas.mouseMoveEvent,
        QEvent.Type.MouseButtonRelease: canvas.mouseReleaseEvent,
    }[kind](event)


def test_click_picks_the_nearest_sample(view: DecisionMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.sample_picked) as picked:
        qtbot.mouseClick(canvas_of(view), Qt.MouseButton.LeftButton, pos=pixel_of(view, 0.42, -0.4))
    assert picked.args == [1]


def test_the_chosen_sample_is_marked_and_said(view: DecisionMap) -> None:
    before = image_of(view)
    sample = sample_of(1, [0.5, -0.5], [0.925], is_test=True)
    view.show_snapshot(snapshot_of(map_view=map_of(slope()), sample=sample))
    assert image_of(view) != before
    assert card_of(view) == "Test sample 1 (0.5, −0.5) → 0.925"


def test_several_classes_say_the_winner(view: DecisionMap) -> None:
    view.show_dataset(classes_of(CORNERS, [0, 1, 2, 0], ("a", "b", "c")), (0, 1))
    sample = sample_of(2, [-0.5, 0.5], [0.1, 0.2, 0.7])
    view.show_snapshot(snapshot_of(map_view=map_of(np.random.default_rng(0).uniform(size=(3, 9, 9))), sample=sample, widths=(2, 4, 3)))
    assert card_of(view) == "Train sample 2 (−0.5, 0.5) → c 0.700"
    assert not image_of(view).isNull()


def test_arrows_go_from_sample_to_sample(view: DecisionMap, qtbot: QtBot) -> None:
    view.show_snapshot(snapshot_of(map_view=map_of(slope()), sample=sample_of(0, [-0.5, -0.5], [0.2])))
    for key, expected in ((Qt.Key.Key_Up, 2), (Qt.Key.Key_Right, 1)):
        with qtbot.waitSignal(view.sample_picked) as picked:
            qtbot.keyClick(canvas_of(view), key)
        assert picked.args == [expected]


def test_draw_mode_adds_paints_and_removes(view: DecisionMap) -> None:
    added: list[tuple[float, float, int]] = []
    removed: list[int] = []
    picked: list[int] = []
    view.point_added.connect(lambda x, y, cls: added.append((x, y, cls)))
    view.point_removed.connect(removed.append)
    view.sample_picked.connect(picked.append)
    view.set_draw_mode(True, 1)
    start = pixel_of(view, 0.1, 0.2)
    _mouse(view, QEvent.Type.MouseButtonPress, start)
    assert added == [(pytest.approx(0.1, abs=0.01), pytest.approx(0.2, abs=0.01), 1)]
    _mouse(view, QEvent.Type.MouseMove, start + QPoint(3, 0))
    assert len(added) == 1  # too near
    _mouse(view, QEvent.Type.MouseMove, start + QPoint(30, 0))
    _mouse(view, QEvent.Type.MouseMove, start + QPoint(60, 0))
    assert len(added) == 3
    _mouse(view, QEvent.Type.MouseButtonRelease, start)
    _mouse(view, QEvent.Type.MouseMove, start + QPoint(0, 60))
    assert len(added) == 3
    near = pixel_of(view, 0.5, 0.5)
    _mouse(view, QEvent.Type.MouseButtonPress, near, Qt.MouseButton.RightButton)
    _mouse(view, QEvent.Type.MouseButtonPress, near, modifiers=Qt.KeyboardModifier.AltModifier)
    _mouse(view, QEvent.Type.MouseButtonPress, pixel_of(view, 0.0, 0.0), Qt.MouseButton.RightButton)  # nothing near
    view.set_eraser(True)
    _mouse(view, QEvent.Type.MouseButtonPress, near)
    assert removed == [3, 3, 3]
    assert (len(added), picked) == (3, [])


def test_digits_choose_the_class_in_draw_mode_only(view: DecisionMap, qtbot: QtBot) -> None:
    chosen: list[int] = []
    view.class_chosen.connect(chosen.append)
    qtbot.keyClick(canvas_of(view), Qt.Key.Key_1)
    view.set_draw_mode(True)
    qtbot.keyClick(canvas_of(view), Qt.Key.Key_1)
    qtbot.keyClick(canvas_of(view), Qt.Key.Key_7)  # there are two classes
    assert chosen == [1]
    assert canvas_of(view).current_class == 1


def test_tips_have_all_digits(view: DecisionMap) -> None:
    raw = CORNERS.copy()
    raw[0] = [-0.123456789, 0.25]
    view.show_dataset(classes_of(raw, [1, 0, 0, 0], ("no", "yes")), (0, 1))
    image_of(view)
    tip = canvas_of(view).tip_at(QPointF(pixel_of(view, -0.123456789, 0.25)))
    assert tip.splitlines() == ["Train sample 0", "x1 = −0.123456789", "x2 = 0.25", "yes"]
    assert canvas_of(view).tip_at(QPointF(pixel_of(view, -0.9, 0.9))).endswith("→ 0.05")


# --- wide data, values, curves, pictures ---


def test_wide_data_choose_two_features(view: DecisionMap, qtbot: QtBot) -> None:
    raw = np.random.default_rng(0).normal(size=(20, 4))
    view.show_dataset(classes_of(raw, [0, 1] * 10, ("no", "yes")), (2, 3))
    boxes = view.findChildren(QComboBox)
    assert [box.currentText() for box in boxes] == ["x3", "x4"]
    assert all(box.isVisible() for box in boxes)
    assert "mean" in view._caption.text()
    with qtbot.waitSignal(view.axes_chosen) as chosen:
        boxes[0].setCurrentIndex(0)
        boxes[0].activated.emit(0)
    assert chosen.args == [0, 3]
    view.show_dataset(corners(), (0, 1))
    assert not any(box.isVisible() for box in boxes)


def test_the_same_feature_twice_makes_the_other_give_way(view: DecisionMap, qtbot: QtBot) -> None:
    view.show_dataset(classes_of(np.zeros((4, 3)), [0, 1, 0, 1], ("no", "yes")), (1, 2))
    boxes = view.findChildren(QComboBox)
    with qtbot.waitSignal(view.axes_chosen) as chosen:
        boxes[0].setCurrentIndex(2)
        boxes[0].activated.emit(2)
    assert chosen.args == [2, 1]


def test_regression_is_shown_in_the_targets_units(view: DecisionMap) -> None:
    view.show_dataset(values_of(CORNERS, np.array([10.0, 20.0, 30.0, 40.0]), test=[3]), (0, 1))
    view.show_target_units(25.0, 10.0)
    flat = np.full((1, 9, 9), 1.5)  # 40 in the target's units: the top of the range
    view.show_snapshot(snapshot_of(map_view=map_of(flat), sample=sample_of(0, [-0.5, -0.5], [1.5])))
    assert card_of(view).endswith("→ 40")
    image = image_of(view)
    assert close(image.pixelColor(pixel_of(view, 0.1, 0.9)), ramp_color(40, 10, 25, 40, strength=MAP_STRENGTH))
    legend = view.findChild(MapLegend)
    assert legend is not None
    assert legend.accessibleName() == "y"


def test_one_input_is_a_curve_through_its_points(view: DecisionMap) -> None:
    x = np.linspace(-1, 1, 9)
    view.show_dataset(values_of(x[:, None], 2 * x), (0, 0))
    assert canvas_of(view)._scene.axes == (0, 0)
    wave = replace(map_of(np.full((1, 1, 50), 0.9)), axes=(0, 0))
    view.show_snapshot(snapshot_of(map_view=wave, widths=(1, 3, 1)))
    image = image_of(view)
    assert close(image.pixelColor(pixel_of(view, -0.37, 0.9)), QColor(theme().colors.text), 40)
    assert close(image.pixelColor(pixel_of(view, 0.5, 1.0)), theme().class_color(1), 40)


def test_one_input_can_have_classes(view: DecisionMap) -> None:
    view.show_dataset(classes_of(np.linspace(-1, 1, 6)[:, None], [0, 0, 1, 1, 2, 2], ("a", "b", "c")), (0, 0))
    view.show_snapshot(snapshot_of(map_view=replace(map_of(np.full((3, 1, 50), 0.5)), axes=(0, 0)), widths=(1, 3, 3)))
    assert not image_of(view).isNull()


def pictures() -> Dataset:
    raw = np.zeros((3, 6))
    raw[1, 0] = 16.0
    return replace(classes_of(raw, [0, 1, 2], ("zero", "one", "two")), image_shape=(2, 3))


def test_pictures_show_the_sample_and_bars(view: DecisionMap, qtbot: QtBot) -> None:
    view.show_dataset(pictures(), (0, 1))
    sample = sample_of(1, [16.0, 0, 0, 0, 0, 0], [0.1, 0.8, 0.1])
    view.show_snapshot(snapshot_of(sample=sample, widths=(6, 4, 3)))
    canvas, page = view.findChild(PictureCanvas), view.findChild(PictureView)
    assert canvas is not None
    assert page is not None
    assert canvas.isVisible()
    image = canvas.grab().toImage()
    side = min(canvas.width() * 0.46, canvas.height() - 2.0)
    top = (canvas.height() - side * 2 / 3) / 2
    assert image.pixelColor(round(side / 6), round(top + side / 6)) == QColor(theme().colors.text)  # the bright first pixel
    words = {image.pixelColor(x, y).rgb() for x in range(image.width() // 2, image.width()) for y in range(image.height())}
    assert QColor(theme().colors.accent).rgb() in words  # the winner's bar
    with qtbot.waitSignal(view.sample_picked) as picked:
        page.show_next()
    assert picked.args == [2]
    with qtbot.waitSignal(view.sample_picked) as picked:
        qtbot.keyClick(page, Qt.Key.Key_Left)
    assert picked.args == [0]
    assert card_of(view) == "Train sample 1 → one 0.800"


def test_pictures_can_be_seen_as_a_map_and_back(view: DecisionMap) -> None:
    view.show_dataset(pictures(), (0, 1))
    toggle = next(button for button in view.findChildren(TextButton) if button.isCheckable())
    assert toggle.isVisible()
    toggle.click()
    assert canvas_of(view).isVisible()
    toggle.click()
    assert not canvas_of(view).isVisible()
    view.show_dataset(corners(), (0, 1))
    assert canvas_of(view).isVisible()
    assert not toggle.isVisible()


def test_ten_long_class_names_fit(view: DecisionMap) -> None:
    names = tuple(f"a rather long class name {number}" for number in range(10))
    view.show_dataset(classes_of(np.random.default_rng(0).normal(size=(20, 2)), [*range(10)] * 2, names, test=[1]), (0, 1))
    view.grab()
    legend = view.findChild(MapLegend)
    assert legend is not None
    assert [name for _, name in legend._cells] == list(names)
    assert all(cell.right() <= legend.width() and cell.bottom() <= legend.height() for cell, _ in legend._cells)


# --- the rest ---


def test_what_is_off_is_said(view: DecisionMap) -> None:
    view.show_snapshot(snapshot_of(map_view=map_of(slope()), off=Ablation(frozenset({Neuron(1, 1)}))))
    assert view._note.text() == "h1.2 off"


def test_new_outputs_do_not_repaint_the_points(view: DecisionMap) -> None:
    overlay = canvas_of(view)._overlay
    view.show_snapshot(snapshot_of(map_view=map_of(1 - slope())))
    image_of(view)
    assert canvas_of(view)._overlay is overlay
    view.show_snapshot(snapshot_of(map_view=map_of(slope(), (-2.0, 2.0, -2.0, 2.0))))
    image_of(view)
    assert canvas_of(view)._overlay is not overlay


def test_no_data_is_painted_and_hiding_stops_the_timer(view: DecisionMap) -> None:
    for number in range(20):
        view.show_snapshot(snapshot_of(map_view=map_of(slope() * number / 20)))
    view.show_dataset(None)
    assert not image_of(view).isNull()
    view.hide()
    assert not canvas_of(view)._throttle._timer.isActive()


def test_names_for_screen_readers(view: DecisionMap) -> None:
    assert view.accessibleName()
    assert canvas_of(view).accessibleName()
    assert all(box.accessibleName() for box in view.findChildren(QComboBox))
