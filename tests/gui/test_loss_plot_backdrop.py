"""What lies behind the loss curves is painted once, and anew whenever it must be: always the same picture as of a plot just made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import ThemeName, theme
from gui.views.loss_plot import backdrop
from gui.views.loss_plot.canvas import LossCanvas
from gui.views.loss_plot.state import PlotState
from gui.views.sheet import Sheet
from nn.training.snapshot import Curve, Event

SIZE = (328, 290)


def run_of(points: int, *, scale: float = 1.0) -> Curve:
    train = scale * np.geomspace(0.3, 0.01, points)
    return Curve(np.arange(points) * 1.0, train, 0.8 * train, 1.2 * train, 1.1 * train)


@pytest.fixture
def canvas(qtbot: QtBot) -> LossCanvas:
    made = LossCanvas(PlotState(curve=run_of(300)))
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made._painted_layer()
    return made


@pytest.fixture
def restored() -> Iterator[None]:
    yield
    theme().switch(ThemeName.DARK)
    theme().set_projector(False)


def fresh(canvas: LossCanvas) -> LossCanvas:
    """One that has never painted, and no label is known either."""
    backdrop._label.cache_clear()
    backdrop._measures.cache_clear()
    made = LossCanvas(canvas._state, canvas)
    made.resize(canvas.size())
    return made


def changes() -> dict[str, Callable[[LossCanvas], object]]:
    return {
        "a longer run": lambda canvas: setattr(canvas._state, "curve", run_of(420)),
        "a little longer": lambda canvas: setattr(canvas._state, "curve", run_of(301)),
        "a new run": lambda canvas: setattr(canvas._state, "curve", run_of(20, scale=500.0)),
        "no run": lambda canvas: setattr(canvas._state, "curve", None),
        "linear": lambda canvas: setattr(canvas._state, "log", False),
        "zoomed": lambda canvas: setattr(canvas._state, "window", (101.5, 117.25)),
        "stop line": lambda canvas: setattr(canvas._state, "stop_loss", 0.031),
        "past": lambda canvas: setattr(canvas._state, "cursor", 120.0),
        "events": lambda canvas: setattr(canvas._state, "events", (Event(1, 20.0, "settings"),)),
        "kept": lambda canvas: canvas._state.keep("before"),
        "wider": lambda canvas: canvas.resize(SIZE[0] + 41, SIZE[1]),
        "lower": lambda canvas: canvas.resize(SIZE[0], SIZE[1] - 33),
        "tiny": lambda canvas: canvas.resize(12, 9),
        "light": lambda _canvas: theme().switch(ThemeName.LIGHT),
        "projector": lambda _canvas: theme().set_projector(True),
    }


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("change", list(changes()))
def test_a_change_is_painted_as_if_nothing_had_been_before(canvas: LossCanvas, change: str) -> None:
    before = canvas._painted_layer().pixels.copy()
    changes()[change](canvas)
    after = canvas._painted_layer().pixels
    assert not np.array_equal(after, before)
    assert np.array_equal(after, fresh(canvas)._painted_layer().pixels)


def test_another_language_changes_the_title(canvas: LossCanvas, request: pytest.FixtureRequest) -> None:
    before = canvas._painted_layer().pixels.copy()
    request.getfixturevalue("longer")
    QApplication.sendPostedEvents(canvas.window(), QEvent.Type.LanguageChange)
    after = canvas._painted_layer().pixels
    assert not np.array_equal(after, before)
    assert np.array_equal(after, fresh(canvas)._painted_layer().pixels)


def test_ground_and_labels_stay_while_a_run_goes_on(canvas: LossCanvas, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[Sheet] = []
    real = Sheet.painter

    def painter(sheet: Sheet) -> QPainter:
        painted.append(sheet)
        return real(sheet)

    monkeypatch.setattr(Sheet, "painter", painter)
    for points in range(301, 331):
        canvas._state.curve = run_of(points)
        canvas._painted_layer()
    assert len(painted) == 30  # what is over the curves, each time: neither ground nor labels
    assert {id(sheet) for sheet in painted} == {id(canvas._sheet)}


def test_the_pointer_changes_nothing_that_is_kept(canvas: LossCanvas, monkeypatch: pytest.MonkeyPatch) -> None:
    canvas.show()
    canvas.grab()
    bare = canvas._sheet.pixels.copy()
    monkeypatch.setattr(canvas, "_painted_layer", lambda: pytest.fail("painted again"))
    canvas._hover = 100.0
    pointed = canvas.grab().toImage()
    assert np.array_equal(canvas._sheet.pixels, bare)
    canvas._hover = None
    assert canvas.grab().toImage() != pointed


def test_labels_of_ticks_stand_off_the_axes_and_inside_the_picture(canvas: LossCanvas) -> None:
    place = canvas._place
    marks = backdrop._columns(place)
    assert [mark.label for mark in marks] == ["0", "200"]
    assert all(place.frame.contains(QPointF(mark.place, place.frame.center().y())) for mark in marks)
    short = replace(place, xs=replace(place.xs, high=0.5))
    assert [mark.label for mark in backdrop._columns(short)] == ["0", "0.2", "0.4"]
