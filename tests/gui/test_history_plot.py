"""Accuracy and loss over the epochs."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import ThemeName, theme
from gui.views.history_plot import HistoryPlot, Kind
from gui.views.sheet import Sheet
from nn.training.snapshot import AccuracyCurve, Curve

EPOCHS = np.linspace(0.0, 10.0, 21)


def curve(test: float = 0.5) -> Curve:
    loss = np.exp(-EPOCHS / 3)
    sparse = np.where(np.arange(21) % 2, np.nan, test)
    return Curve(EPOCHS, loss, loss, loss, sparse)


def accuracies(end: float = 0.97) -> AccuracyCurve:
    rising = np.where(EPOCHS < 1, 0.1, end)
    return AccuracyCurve(EPOCHS, rising, EPOCHS[::5], rising[::5] - 0.01)


@pytest.fixture
def plot(qtbot: QtBot) -> HistoryPlot:
    made = HistoryPlot()
    qtbot.addWidget(made)
    made.resize(320, made.height())
    made.show_history(accuracies(), curve(), 10.0)
    return made


def test_both_parts_are_there_in_percent_and_the_losses_without_gaps(plot: HistoryPlot) -> None:
    (_, train), (_, test) = plot.lines
    assert train[-1] == pytest.approx(97.0) and test[-1] == pytest.approx(96.0)
    plot.show_kind(Kind.LOSS)
    (epochs, _), (test_epochs, losses) = plot.lines
    assert len(epochs) == 21 and len(test_epochs) == 11 and np.isfinite(losses).all()
    assert not plot.grab().isNull()


def test_the_axis_begins_where_the_run_has_been_since_its_beginning(plot: HistoryPlot) -> None:
    assert plot._scales(plot._frame())[1].low == 95.0
    plot.show_history(accuracies(0.6), curve(), 10.0)
    assert plot._scales(plot._frame())[1].low == 50.0
    plot.show_kind(Kind.LOSS)
    assert plot._scales(plot._frame())[1].log


def test_a_moment_is_told_and_gone_to(plot: HistoryPlot, qtbot: QtBot) -> None:
    middle = plot._frame().center().toPoint()
    with qtbot.waitSignal(plot.seek_requested) as sought:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert sought.args == [5.0]
    QTest.mouseMove(plot, middle + QPoint(1, 0))
    plot._hovered = 5.0
    assert plot._entry(0) == "97.0 %"
    assert "epoch 10" in plot.accessibleDescription()


def test_before_there_is_anything_the_plot_is_empty(qtbot: QtBot) -> None:
    empty = HistoryPlot()
    qtbot.addWidget(empty)
    nothing = np.empty(0)
    empty.show_history(None, Curve(nothing, nothing, nothing, nothing, nothing), 0.0)
    assert not empty.grab().isNull()
    empty.show_kind(Kind.LOSS)
    assert not empty.grab().isNull() and not len(empty.lines[0][0])


def test_only_what_changes_the_lines_paints_them_anew(plot: HistoryPlot, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[Sheet] = []
    real = HistoryPlot._painted

    def counted(self: HistoryPlot, sheet: Sheet) -> Sheet:
        painted.append(sheet)
        return real(self, sheet)

    monkeypatch.setattr(HistoryPlot, "_painted", counted)
    plot.show()
    bare = plot.grab().toImage()
    plot._hovered = 5.0
    assert plot.grab().toImage() != bare
    plot.show_history(accuracies(), curve(), 10.0)
    plot.grab()
    assert len(painted) == 1
    changes = (
        lambda: plot.show_history(accuracies(0.9), curve(), 10.0),
        lambda: plot.show_history(accuracies(0.9), curve(), 8.0),
        lambda: plot.show_kind(Kind.LOSS),
        lambda: plot.resize(400, plot.height()),
        lambda: theme().switch(ThemeName.LIGHT),
        lambda: QApplication.sendEvent(plot, QEvent(QEvent.Type.LanguageChange)),
    )
    try:
        for number, change in enumerate(changes, start=2):
            change()
            plot.grab()
            assert len(painted) == number
            assert painted[-1].image.pixelColor(1, 100) == theme().color("panel")
    finally:
        theme().switch(ThemeName.DARK)


def test_both_lines_are_painted_train_over_its_whole_length(plot: HistoryPlot) -> None:
    plot.resize(400, plot.height())
    plot.show_kind(Kind.LOSS)
    image, frame = plot.grab().toImage(), plot._frame()
    words = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), dtype=np.uint32).reshape(image.height(), -1)
    inside = words[int(frame.top()) : int(frame.bottom()), int(frame.left()) + 2 : int(frame.right()) - 2]
    ground = theme().color("panel").rgb()
    assert (inside == theme().color("text").rgb()).any() and (inside != ground).any(axis=0).all()
    violet = (inside & 255).astype(int) - (inside >> 8 & 255).astype(int) > 40  # blue less green: 105 of the accent, 14 of what else is there
    dashed = violet.any(axis=0)  # not where the train line lies over it
    assert dashed.any() and np.count_nonzero(dashed[1:] != dashed[:-1]) > 40
