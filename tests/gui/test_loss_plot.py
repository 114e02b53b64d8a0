"""The loss plot: ranges, reduction to pixels, and what a person can do with it."""

from __future__ import annotations

import numpy as np
import pytest
from plot_fakes import curve_of, snapshot_of
from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import ThemeName, theme
from gui.views.loss_plot import LossPlot
from gui.views.loss_plot.canvas import LossCanvas
from gui.views.loss_plot.geometry import Geometry
from gui.views.loss_plot.layer import event_label, read_out
from gui.views.loss_plot.state import MOST_KEPT, PlotState
from nn.layout import Neuron
from nn.training.snapshot import Curve, Event


@pytest.fixture
def plot(qtbot: QtBot) -> LossPlot:
    widget = LossPlot()
    qtbot.addWidget(widget)
    widget.resize(328, 320)
    widget.show_loss_name("MSE")
    return widget


def canvas_of(plot: LossPlot) -> LossCanvas:
    found = plot.findChild(LossCanvas)
    assert found is not None
    return found


def image_of(plot: LossPlot) -> QImage:
    plot.show()
    plot.grab()
    return canvas_of(plot).grab().toImage()


def pixels_of(image: QImage, token: str) -> int:
    """How many pixels have exactly a token's colour."""
    words = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), dtype=np.uint32)
    return int(np.count_nonzero(words == np.uint32(QColor(getattr(theme().colors, token)).rgb())))


def place_of(plot: LossPlot, epoch: float) -> QPoint:
    """The pixel in the middle of the canvas above an epoch."""
    canvas = canvas_of(plot)
    place = Geometry.of(QSizeF(canvas.size()), canvas._state)
    return QPoint(round(place.xs.pixel(epoch)), round(place.frame.center().y()))


# --- numbers ---


@pytest.mark.parametrize("log", [True, False])
@pytest.mark.parametrize(
    "train",
    [[0.3], [0.2, 0.2, 0.2], [0.0, 0.0], [0.5, np.inf, np.nan], [np.nan, np.nan], [0.5, 1e300, np.inf], [1e-320, 1e-310], [0.5, 1e12, 1e30], []],
)
def test_every_curve_has_a_range_and_can_be_painted(plot: LossPlot, train: list[float], log: bool) -> None:
    curve = curve_of(np.array(train, dtype=np.float64))
    state = PlotState(curve=curve, log=log)
    low, high = state.losses()
    assert np.isfinite([low, high]).all()
    assert low < high
    assert not log or low > 0
    plot.set_log(log)
    plot.show_snapshot(snapshot_of(curve))
    assert not image_of(plot).isNull()


def test_a_diverged_run_does_not_flatten_what_came_before() -> None:
    state = PlotState(curve=curve_of(np.array([0.5, 0.4, 0.3, 0.2, 1e9])), log=False)
    assert state.losses()[1] < 5


def test_the_stop_line_is_always_in_the_picture() -> None:
    state = PlotState(curve=curve_of(np.array([0.5, 0.4])), stop_loss=0.005)
    low, high = state.losses()
    assert low < 0.005 < high


def test_arrays_that_do_not_belong_together_are_left_out(plot: LossPlot) -> None:
    good = curve_of(np.array([0.5, 0.4]))
    plot.show_snapshot(snapshot_of(Curve(good.epoch, good.train, good.train_min[:1], good.train_max, good.test)))
    assert pixels_of(image_of(plot), "accent") == 0


# --- words ---


def test_read_out_says_the_last_test_loss() -> None:
    curve = curve_of(np.array([0.5, 0.012345, 0.4]), np.array([0.6, np.nan, 0.5]), per_point=1234.0)
    assert read_out(curve, 1) == "epoch 1\u2009234 · train 0.01235 · test 0.6"
    assert read_out(curve_of(np.array([0.5])), 0) == "epoch 0 · train 0.5"


def test_events_have_names() -> None:
    off = (Neuron(2, 7),)
    assert event_label(Event(1, 0.1, "off", off)) == "h2.8 off"
    assert event_label(Event(1, 0.1, "on", off)) == "h2.8 on"
    assert event_label(Event(1, 0.1, "on")) == "all on"


# --- pictures ---


def test_lines_are_painted_in_both_themes(plot: LossPlot) -> None:
    train = np.geomspace(0.3, 0.01, 500)
    plot.show_snapshot(snapshot_of(curve_of(train, train * 1.5)))
    try:
        for name in ThemeName:
            theme().switch(name)
            image = image_of(plot)
            assert pixels_of(image, "text") > 100
            assert pixels_of(image, "accent") > 50
            assert image.pixelColor(2, image.height() - 2) == QColor(theme().colors.panel)
    finally:
        theme().switch(ThemeName.DARK)


def test_the_stop_line_is_painted(plot: LossPlot) -> None:
    plot.show_snapshot(snapshot_of(curve_of(np.geomspace(0.3, 0.01, 50))))
    assert pixels_of(image_of(plot), "ok") == 0
    plot.show_stop_loss(0.02)
    assert pixels_of(image_of(plot), "ok") > 50
    plot.show_stop_loss(None)
    assert pixels_of(image_of(plot), "ok") == 0


def test_the_recorded_future_is_faint(plot: LossPlot) -> None:
    train = np.geomspace(0.3, 0.01, 500)
    plot.show_snapshot(snapshot_of(curve_of(train)))
    whole = pixels_of(image_of(plot), "text")
    plot.show_snapshot(snapshot_of(curve_of(train), position=2000))
    part = image_of(plot)
    assert pixels_of(part, "text") < 0.75 * whole
    assert pixels_of(part, "accent") > 100  # the cursor


def test_events_are_painted(plot: LossPlot) -> None:
    train = np.geomspace(0.3, 0.01, 500)
    plot.show_snapshot(snapshot_of(curve_of(train)))
    before = image_of(plot)
    plot.show_snapshot(snapshot_of(curve_of(train), events=tuple(Event(i, float(i), "edit") for i in range(0, 500, 5))))
    assert image_of(plot) != before


# --- a person at work ---


def test_kept_runs_stay_and_the_oldest_goes(plot: LossPlot) -> None:
    plot.keep_run("nothing yet")
    for number in range(MOST_KEPT + 2):
        plot.show_snapshot(snapshot_of(curve_of(np.array([0.5, 0.1 + 0.01 * number])), run_id=number))
        plot.keep_run(f"run {number}")
    plot.show_snapshot(snapshot_of(curve_of(np.array([0.4, 0.3])), run_id=99))
    assert [run.label for run in plot.kept] == [f"run {number}" for number in range(2, MOST_KEPT + 2)]
    with_kept = image_of(plot)
    plot.clear_kept()
    assert plot.kept == ()
    assert image_of(plot) != with_kept


def test_click_and_drag_seek(plot: LossPlot, qtbot: QtBot) -> None:
    plot.show_snapshot(snapshot_of(curve_of(np.geomspace(0.3, 0.01, 101))))
    image_of(plot)
    canvas, found = canvas_of(plot), []
    plot.seek_requested.connect(found.append)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(plot, 40))
    assert found == [pytest.approx(40, abs=0.3)]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=place_of(plot, 40))
    for epoch in (60, 80):
        qtbot.mouseMove(canvas, place_of(plot, epoch))
        canvas.mouseMoveEvent(_move(place_of(plot, epoch)))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place_of(plot, 80))
    assert found[-1] == pytest.approx(80, abs=0.3)


def _move(where: QPoint) -> QMouseEvent:
    button = Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(where), QPointF(where), button, button, Qt.KeyboardModifier.NoModifier)


def _wheel(canvas: LossCanvas, where: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(where), QPointF(canvas.mapToGlobal(where)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_the_wheel_zooms_about_the_pointer_and_a_double_click_shows_all(plot: LossPlot, qtbot: QtBot) -> None:
    plot.show_snapshot(snapshot_of(curve_of(np.geomspace(0.3, 0.01, 101))))
    image_of(plot)
    canvas, where = canvas_of(plot), place_of(plot, 40)
    sought: list[float] = []
    plot.seek_requested.connect(sought.append)
    _wheel(canvas, where, 4)
    image_of(plot)
    low, high = canvas._state.epochs()
    assert 0 < low < 40 < high < 101
    assert abs(place_of(plot, 40).x() - where.x()) <= 1
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=where)
    assert canvas._state.window is None
    assert sought == []  # the first of the two clicks does not seek
    assert not canvas._click.isActive()


def test_dragging_the_axis_pans_within_the_run(plot: LossPlot, qtbot: QtBot) -> None:
    plot.show_snapshot(snapshot_of(curve_of(np.geomspace(0.3, 0.01, 101))))
    image_of(plot)
    canvas, below = canvas_of(plot), QPoint(200, canvas_of(plot).height() - 10)
    _wheel(canvas, place_of(plot, 50), 4)
    image_of(plot)
    low, high = canvas._state.epochs()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=below)
    canvas.mouseMoveEvent(_move(below - QPoint(20, 0)))
    moved = canvas._state.epochs()
    assert moved[0] > low
    assert moved[1] - moved[0] == pytest.approx(high - low)
    image_of(plot)
    canvas.mouseMoveEvent(_move(below - QPoint(5000, 0)))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=below)
    assert canvas._state.epochs()[1] <= 1.02 * 100 + 1e-9


def test_the_pointer_reads_the_curve(plot: LossPlot) -> None:
    plot.show_snapshot(snapshot_of(curve_of(np.linspace(0.5, 0.1, 101))))
    bare = image_of(plot)
    canvas = canvas_of(plot)
    canvas.mouseMoveEvent(_move(place_of(plot, 50)))
    assert canvas.readout() == "epoch 50 · train 0.3"
    assert image_of(plot) != bare
    canvas.leaveEvent(QEvent(QEvent.Type.Leave))
    assert canvas.readout() == ""


def test_the_caption_switches_the_axis_and_the_choice_stays(plot: LossPlot, qtbot: QtBot) -> None:
    plot.show_snapshot(snapshot_of())
    caption = plot._header.caption
    assert caption.text() == "MSE, log; band = min–max"
    with qtbot.waitSignal(plot.log_changed):
        caption.click()
    assert caption.text() == "MSE, linear; band = min–max"
    plot.show_snapshot(snapshot_of(run_id=2))
    assert not plot.log


def test_keys_move_the_read_out_and_seek(plot: LossPlot, qtbot: QtBot) -> None:
    plot.show_snapshot(snapshot_of(curve_of(np.linspace(0.5, 0.1, 101))))
    image_of(plot)
    canvas = canvas_of(plot)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.accessibleDescription() == canvas.readout() != ""
    with qtbot.waitSignal(plot.seek_requested) as sought:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert sought.args == [pytest.approx(52.02)]
    qtbot.keyClick(canvas, Qt.Key.Key_L)
    assert not plot.log


def test_a_flood_of_snapshots_leaves_one_timer_that_ends_with_hiding(plot: LossPlot) -> None:
    image_of(plot)
    for number in range(50):
        plot.show_snapshot(snapshot_of(curve_of(np.array([0.5, 0.4 - 0.001 * number]))))
    timer = canvas_of(plot)._throttle._timer
    assert timer.isSingleShot()
    plot.hide()
    assert not timer.isActive()


def test_names_for_screen_readers(plot: LossPlot) -> None:
    assert plot.accessibleName()
    assert canvas_of(plot).accessibleName()
    assert plot._header.caption.accessibleName()
