"""The gallery: which tiles are where, what a click means, and that nothing is painted without a change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from inside_fakes import layer_of, slopes
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QGuiApplication, QImage, QMouseEvent, QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeName, theme
from gui.views.gallery import GalleryView, board
from gui.views.gallery.colours import Scale, limits, scale_of, tile_words
from gui.views.gallery.laying import FADED
from gui.views.gallery.plan import Plan, Room, make_plan
from gui.views.gallery.short import short
from gui.views.gallery.stamps import codes, number_codes
from gui.views.gallery.words import fold_text, tip_html
from nn.inside.views import Layer, Status, TileKind

ROOM = Room(680.0, 460.0, 1.0)


@pytest.fixture(autouse=True)
def dark_again() -> Iterator[None]:
    yield
    theme().switch(ThemeName.DARK)


@pytest.fixture
def view(qtbot: QtBot) -> GalleryView:
    made = GalleryView()
    qtbot.addWidget(made)
    made.resize(728, 560)
    made.show_layer(layer_of(slopes(12)))
    made.grab()
    return made


def centre(view: GalleryView, neuron: int) -> QPoint:
    """A point on a tile, away from its power mark."""
    plan = plan_of(view)
    x, y = plan.corners[plan.place_of(neuron)]
    return QPoint(round(x + 8), round(y + 8) - view.tiles.verticalScrollBar().value())


def plan_of(view: GalleryView) -> Plan:
    plan = view.tiles.plan
    assert plan is not None
    return plan


def move(view: GalleryView, to: QPoint) -> None:
    """The pointer goes there, without a button; the window need not be on screen."""
    none = Qt.MouseButton.NoButton
    view.tiles.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, QPointF(to), QPointF(to), none, none, Qt.KeyboardModifier.NoModifier))


def click(view: GalleryView, neuron: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(view.tiles.viewport(), Qt.MouseButton.LeftButton, keys, centre(view, neuron))


# --- where tiles are ---


def test_a_small_layer_has_large_tiles_and_no_line() -> None:
    plan = make_plan(layer_of(slopes(6)), ROOM, unfolded=False, kept=frozenset())
    assert plan.side == 112
    assert plan.fold is None
    assert list(plan.neurons) == list(range(6))


@pytest.mark.parametrize("count", [1, 7, 33, 100, 128])
def test_active_neurons_of_a_layer_of_some_are_all_shown(count: int) -> None:
    plan = make_plan(layer_of(slopes(count, 2)), ROOM, unfolded=False, kept=frozenset())
    assert sorted(plan.neurons) == list(range(count))
    assert len({tuple(corner) for corner in plan.corners}) == count


def test_silent_ones_out_of_sight_are_folded_and_dead_ones_come_last() -> None:
    status = {**dict.fromkeys(range(60, 90), Status.SILENT), **dict.fromkeys(range(90, 100), Status.DEAD)}
    layer = layer_of(slopes(100, 2), status=status)
    plan = make_plan(layer, ROOM, unfolded=False, kept=frozenset())
    assert plan.fold is not None
    assert set(plan.folded) <= set(range(60, 100))
    assert set(range(60)) <= set(plan.neurons)
    assert plan.neurons[-1] >= 90
    assert plan.followed
    text = fold_text(layer, plan.folded, unfolded=False, followed=True)
    assert text.startswith(f"{len(plan.folded)} more between: ")
    assert "30 silent" in text


@pytest.mark.parametrize("count", [256, 4096])
def test_a_layer_of_very_many_shows_the_first_and_stands_for_the_rest(count: int) -> None:
    layer = layer_of(np.zeros((count, 1, 1, 1)))
    folded = make_plan(layer, ROOM, unfolded=False, kept=frozenset())
    whole = make_plan(layer, ROOM, unfolded=True, kept=frozenset())
    assert folded.height <= ROOM.height + folded.pitch[1]
    assert len(folded.neurons) + len(folded.folded) == count
    assert sorted(whole.neurons) == list(range(count))
    assert whole.height > folded.height


def test_what_is_off_or_chosen_is_never_folded_away() -> None:
    layer = layer_of(np.zeros((256, 1, 1, 1)), off=(250,))
    plan = make_plan(layer, ROOM, unfolded=False, kept=frozenset({200}))
    assert {200, 250} <= set(plan.neurons)


def test_tiles_fit_into_a_narrow_room() -> None:
    plan = make_plan(layer_of(slopes(40, 2)), Room(120.0, 300.0, 1.25), unfolded=False, kept=frozenset())
    assert plan.columns == 1
    assert plan.corners[:, 0].max() + plan.side <= 120


# --- colours ---


def test_row_zero_of_a_plane_is_at_the_bottom_and_of_a_picture_on_top() -> None:
    words = tile_words(layer_of(slopes(1)), np.array([0]), 16)[0]
    assert QColor.fromRgb(int(words[-1, 8])) == QColor(theme().colors.ramp_zero)  # begins at 0: no orange
    assert QColor.fromRgb(int(words[0, 8])) == QColor(theme().colors.ramp_pos)
    grey = tile_words(layer_of(slopes(1), plane=False, kind=TileKind.ALONE), np.array([0]), 16)[0]
    assert grey[0, 8] & 0xFFFFFF == 0
    assert grey[-1, 8] & 0xFFFFFF == 0xFFFFFF


def test_weights_lie_around_zero_and_each_neuron_has_its_own_range() -> None:
    tiles = np.array([[-1.0, 0.0, 1.0], [-0.1, 0.0, 0.1]]).reshape(2, 1, 3, 1).repeat(3, axis=1)
    layer = layer_of(tiles, kind=TileKind.WEIGHTS, plane=False)
    words = tile_words(layer, np.array([0, 1]), 9)
    assert scale_of(layer) is Scale.AROUND_ZERO
    assert (words[0] == words[1]).all()
    assert [QColor.fromRgb(int(word)) for word in words[0, 4, ::4]] == [
        QColor(color) for color in (theme().colors.ramp_neg, theme().colors.ramp_zero, theme().colors.ramp_pos)
    ]


def test_what_the_network_puts_out_has_one_range_for_all_tiles() -> None:
    tiles = np.stack([slopes(1)[0] * 0.1 + 0.5, slopes(1)[0] * 0.8 + 0.1])
    low, high = limits(layer_of(tiles, kind=TileKind.WITHOUT), np.array([0, 1]))
    assert low[0] == low[1] == pytest.approx(0.1)
    assert high[0] == high[1] == pytest.approx(0.9)
    low, high = limits(layer_of(tiles), np.array([0, 1]))
    assert low == pytest.approx([0.5, 0.1])


def test_a_colour_picture_is_drawn_in_its_colours_and_keeps_its_shape() -> None:
    tiles = np.zeros((1, 4, 8, 3))
    tiles[..., 0] = 1.0
    words = tile_words(layer_of(tiles, kind=TileKind.ALONE, plane=False), np.array([0]), 16)[0]
    assert (words[4:12] == 0xFFFF0000).all()
    assert (words[:4] == theme().color("inset").rgb()).all()


def test_gaps_and_flat_tiles_have_the_colour_of_nothing() -> None:
    tiles = slopes(2)
    tiles[0] = 0.5
    layer = layer_of(tiles)
    assert (tile_words(layer, np.array([0]), 8) == np.uint32(QColor(theme().colors.ramp_zero).rgb())).sum() == 0  # 0.5 of a range from 0
    gaps = replace(layer, tiles=np.full_like(layer.tiles, np.nan), low=np.full(2, np.nan, np.float32), high=np.full(2, np.nan, np.float32))
    with np.errstate(invalid="ignore"):
        assert (tile_words(gaps, np.array([0]), 8) == np.uint32(QColor(theme().colors.ramp_zero).rgb())).all()


# --- the mouse ---


def test_a_click_chooses_one_and_again_none(view: GalleryView, qtbot: QtBot) -> None:
    with qtbot.waitSignals([view.neuron_clicked, view.selection_changed]):
        click(view, 3)
    assert view.selected == (3,)
    click(view, 3)
    assert view.selected == ()


def test_ctrl_adds_shift_extends_and_a_band_takes_what_it_touches(view: GalleryView) -> None:
    click(view, 1)
    click(view, 4, Qt.KeyboardModifier.ControlModifier)
    assert view.selected == (1, 4)
    click(view, 1)
    click(view, 3, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected == (1, 2, 3)
    port = view.tiles.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre(view, 0))
    QTest.mouseMove(port, centre(view, 1))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre(view, 1))
    assert view.selected == (0, 1)


def test_the_mark_on_a_tile_and_a_double_click_switch_it(view: GalleryView) -> None:
    asked: list[int] = []
    view.neuron_toggled.connect(asked.append)
    rect = view.tiles.tile_rect(2)
    corner = QPoint(round(rect.left() + plan_of(view).side - 6), round(rect.top() + plan_of(view).side - 6))
    assert view.tiles.mark_at(QPointF(corner)) == 2
    move(view, corner)
    QTest.mouseClick(view.tiles.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    assert asked == [2]
    assert view.selected == ()
    QTest.mouseDClick(view.tiles.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre(view, 5))
    assert asked == [2, 5]


def test_the_line_unfolds_and_folds(view: GalleryView) -> None:
    view.show_layer(layer_of(np.zeros((300, 1, 1, 1))))
    plan = plan_of(view)
    assert plan.fold is not None
    at = QPoint(300, round(plan.fold) + 8)
    assert view.tiles.is_fold(QPointF(at))
    QTest.mouseClick(view.tiles.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert len(plan_of(view).neurons) == 300
    assert view.tiles.verticalScrollBar().maximum() > 0
    QTest.mouseClick(view.tiles.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert len(plan_of(view).neurons) < 300


def test_hovering_says_which(view: GalleryView) -> None:
    seen: list[int] = []
    view.hovered.connect(seen.append)
    move(view, centre(view, 4))
    move(view, QPoint(685, 520))
    assert seen == [4, -1]


def test_tiles_keep_their_places_while_the_pointer_is_among_them(view: GalleryView) -> None:
    port = view.tiles.viewport()
    at = QPointF(5, 5)
    view.tiles.viewportEvent(QEnterEvent(at, at, at))
    turned = layer_of(slopes(12), contributions=np.linspace(0.1, 1.0, 12))
    view.show_layer(turned)
    assert list(plan_of(view).neurons) == list(range(12))
    view.tiles.viewportEvent(QEvent(QEvent.Type.Leave))
    assert list(plan_of(view).neurons) == list(range(11, -1, -1))
    assert port.isEnabled()


# --- the keys ---


def test_the_arrows_go_about_and_space_switches(view: GalleryView) -> None:
    asked: list[int] = []
    view.neuron_toggled.connect(asked.append)
    columns = plan_of(view).columns
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view.tiles, key)
    assert view.selected == (1 + columns,)
    QTest.keyClick(view.tiles, Qt.Key.Key_Space)
    QTest.keyClick(view.tiles, Qt.Key.Key_Up)
    QTest.keyClick(view.tiles, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected == (0, 1)
    QTest.keyClick(view.tiles, Qt.Key.Key_Delete)
    assert asked == [1 + columns, 0, 1]
    QTest.keyClick(view.tiles, Qt.Key.Key_End)
    assert view.selected == (11,)
    assert "h1.12" in view.tiles.accessibleDescription()
    QTest.keyClick(view.tiles, Qt.Key.Key_Escape)
    assert view.selected == ()


def test_the_keyboard_brings_its_tile_into_view(view: GalleryView) -> None:
    view.show_layer(layer_of(slopes(120, 2)))
    QTest.keyClick(view.tiles, Qt.Key.Key_End)
    rect = view.tiles.tile_rect(119)
    assert view.tiles.viewport().rect().contains(rect.center().toPoint())


# --- painting ---


def picture(view: GalleryView) -> QImage:
    return view.grab().toImage()


def test_nothing_is_painted_where_nothing_changed(view: GalleryView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view.show()
    qtbot.waitExposed(view)
    QTest.qWait(120)
    painted: list[QPaintEvent] = []
    original = view.tiles.paintEvent
    monkeypatch.setattr(view.tiles, "paintEvent", lambda event: (painted.append(event), original(event)))
    view.show_layer(layer_of(slopes(12)))  # another object with the same numbers
    view.show_selected(())
    view.show_hovered(-1)
    QTest.qWait(150)
    assert not painted
    view.show_layer(layer_of(slopes(12) * 0.5))
    qtbot.waitUntil(lambda: bool(painted), timeout=3000)
    view.hide()


@pytest.mark.parametrize("name", list(ThemeName))
def test_every_state_looks_different(view: GalleryView, name: ThemeName) -> None:
    theme().switch(name)
    shown: list[QImage] = []
    for status, off in (({}, ()), ({0: Status.DEAD}, ()), ({0: Status.SATURATED}, ()), ({}, (0,))):
        view.show_layer(layer_of(slopes(12), status=status, off=off))
        shown.append(picture(view))
    view.show_selected((1,))
    shown.append(picture(view))
    view.show_hovered(3)
    shown.append(picture(view))
    assert all(one != other for place, one in enumerate(shown) for other in shown[:place])


def test_without_tiles_or_layer_something_is_said(view: GalleryView) -> None:
    view.show_layer(replace(layer_of(slopes(3)), tiles=np.empty((0, 0, 0, 1), dtype=np.float32)))
    assert not picture(view).isNull()
    assert not any(entry.before for entry in view.legend.entries)
    view.show_layer(None)
    assert not picture(view).isNull()
    assert view.selected == ()


def test_the_legend_says_what_there_is(view: GalleryView) -> None:
    view.show_layer(layer_of(slopes(12), status={3: Status.DEAD, 4: Status.SATURATED}), samples=8000)
    texts = [entry.text for entry in view.legend.entries]
    assert "saturated (1)" in texts
    assert any("≤ 0.001 for all 8\u2009000 training samples (1)" in text for text in texts)
    one_line = view.legend.height()
    view.resize(340, 560)
    view.grab()
    assert view.legend.height() > one_line


# --- words ---


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0.00"), (0.912, "+0.91"), (-0.0123, "−0.01"), (12.34, "+12.3"), (-123.4, "−123"), (0.00041, "+4e−4"), (1e5, "+1e5"), (np.nan, "–")],
)
def test_short_numbers(value: float, text: str) -> None:
    assert short(value, plus=True) == text
    assert len(text.lstrip("+−")) <= 4


def test_a_tooltip_explains_every_number() -> None:
    layer: Layer = layer_of(slopes(4), status={1: Status.DEAD, 2: Status.SATURATED}, off=(3,))
    tip = tip_html(layer, 0, "red", 100)
    assert "h1.1" in tip
    assert "adds to the pre-activation of red" in tip
    assert "+1.000000" in tip
    assert "0.001" in tip_html(layer, 1, "", 100)
    assert "0.01" in tip_html(layer, 2, "", 100)
    assert "switches it on" in tip_html(layer, 3, "", 100)
    assert "the error grows without it by" in tip_html(layer, 3, "", 100)


def test_the_legend_says_what_the_answers_of_a_layer_are(view: GalleryView) -> None:
    stripes = np.linspace(0, 1, 60, dtype=np.float32).reshape(6, 1, 10, 1)
    view.show_layer(replace(layer_of(stripes), kind=TileKind.ALONE, plane=False))
    assert any("alone, a stripe per output" in entry.text for entry in view.legend.entries)
    view.show_layer(replace(layer_of(slopes(12)), kind=TileKind.WITHOUT))
    assert any(entry.text == "tile: the network's output without this neuron" for entry in view.legend.entries)


def test_numbers_beside_tiles_are_written_four_times_a_second_and_then_for_certain(
    view: GalleryView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1e9]  # later than whatever was written before
    monkeypatch.setattr(board, "time", SimpleNamespace(monotonic=lambda: now[0]))
    view.show()
    qtbot.waitExposed(view)
    view.show_layer(replace(layer_of(slopes(12)), values=np.arange(12, dtype=np.float32)))
    view.tiles.grab()
    before = view.tiles._board._written
    assert before is not None
    last = replace(layer_of(slopes(12)), values=np.arange(12, 24, dtype=np.float32))
    view.show_layer(last)
    view.tiles.grab()
    during = view.tiles._board._written
    assert during is not None
    assert np.array_equal(during[1], before[1])
    now[0] += board.NUMBERS_EVERY

    def written() -> bool:
        view.tiles.grab()
        found = view.tiles._board._written
        return found is not None and not np.array_equal(found[1], before[1])

    qtbot.waitUntil(written)


def test_numbers_put_together_from_signs_are_the_short_ones() -> None:
    values = np.array(
        [0.0, -0.0, 0.5, -0.914, 9.994, 9.996, 0.005, 0.00499, -0.125, 12.34, 345.6, -9999.9, 1e-7, 0.125, 2.675, np.nan, np.inf, 1.005]
    )
    for plus in (False, True):
        texts = ["" if not np.isfinite(value) else short(value, plus=plus) for value in values.tolist()]
        assert np.array_equal(number_codes(values, plus=plus), codes(texts))
    many = np.random.default_rng(3).normal(0, 4, 2000).round(3)  # a thousandth of 5 lies between two hundredths
    assert np.array_equal(number_codes(many), codes([short(value) for value in many.tolist()]))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_picture_drawn_over_another_is_as_one_drawn_on_nothing(qapp: QGuiApplication, ratio: float) -> None:
    """Whatever was there before: another order, other neurons off or dead, scrolled elsewhere."""
    size, many = QSize(640, 300), slopes(40)
    values = np.linspace(-1.0, 1.0, 40, dtype=np.float32)
    layers = [
        replace(layer_of(many, status={5: Status.DEAD}, off=(3, 39)), values=values),
        replace(layer_of(many * 0.5, off=(3,)), order=np.arange(40)[::-1], values=values[::-1]),
        layer_of(many, plane=False, kind=TileKind.WEIGHTS),
    ]
    kept = board.Board(lambda _seconds: None)
    for layer in layers:
        plan = make_plan(layer, Room(640.0, 300.0, 1.0), unfolded=True, kept=frozenset())
        for top in (0, 37):
            kept.write_anew()
            used = kept.picture(layer, plan, top, size, ratio)
            fresh = board.Board(lambda _seconds: None).picture(layer, plan, top, size, ratio)
            assert np.array_equal(used.pixels, fresh.pixels)
            assert len(np.unique(used.pixels)) > 10


def test_a_tile_has_round_corners_on_the_ground_and_fades_when_off(qapp: QGuiApplication) -> None:
    size, tops = QSize(200, 160), []
    for off in ((), (0,)):
        layer = layer_of(np.ones((1, 4, 4, 1)), off=off)
        plan = make_plan(layer, Room(200.0, 160.0, 1.0), unfolded=False, kept=frozenset())
        pixels = board.Board(lambda _seconds: None).picture(layer, plan, 0, size, 1.0).pixels
        x, y = (round(place) for place in plan.corners[0])
        assert pixels[y, x] == theme().color("panel").rgb()
        tops.append(QColor.fromRgb(int(pixels[y + 40, x + 40])))
    full, ground = tops[0], theme().color("panel")
    for channel in ("red", "green", "blue"):
        whole, back, faint = (getattr(color, channel)() for color in (full, ground, tops[1]))
        assert faint == pytest.approx(back + FADED * (whole - back), abs=2)
