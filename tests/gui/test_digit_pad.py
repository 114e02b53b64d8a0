"""The pad: what a hand draws, what is told of it, and how it is undone."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import ThemeName, theme
from gui.views.digit_pad import DigitPad, Page
from gui.views.digit_pad.page import Dot, Stroke
from gui.views.digit_pad.pen import LIGHTEST
from gui.views.digit_pad.sheet import Sheet

SIDE = 240


def shown(qtbot: QtBot) -> DigitPad:
    pad = DigitPad()
    qtbot.addWidget(pad)
    pad.resize(SIDE, SIDE)
    pad.show()
    return pad


def drag(pad: DigitPad, *points: tuple[int, int], button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mousePress(pad, button, pos=QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(pad, QPoint(*point))
    QTest.mouseRelease(pad, button, pos=QPoint(*points[-1]))


def box(drawing: NDArray[np.float32]) -> tuple[int, int, int, int]:
    """First and last row and column with ink."""
    rows, columns = np.flatnonzero((drawing > 0.5).any(axis=1)), np.flatnonzero((drawing > 0.5).any(axis=0))
    return int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])


def test_a_line_drawn_with_the_mouse_is_told_as_numbers(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    told: list[NDArray[np.float32]] = []
    pad.drawing_changed.connect(told.append)
    drag(pad, (60, 120), (120, 120), (180, 120))
    assert told[-1].shape == (140, 140)
    assert told[-1].dtype == np.float32
    assert told[-1].min() == 0.0
    assert told[-1].max() == 1.0
    top, bottom, left, right = box(told[-1])
    assert (top + bottom) / 2 == pytest.approx(70, abs=1)
    assert (left, right) == (pytest.approx(35 - 6.3, abs=2), pytest.approx(105 + 6.3, abs=2))
    assert bottom - top == pytest.approx(0.09 * 140, abs=2)


def test_strokes_are_told_at_most_sixty_times_a_second_and_at_their_end(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr("gui.views.digit_pad.telling.time.monotonic", lambda: clock[0])
    pad = shown(qtbot)
    told: list[NDArray[np.float32]] = []
    pad.drawing_changed.connect(told.append)
    pad.put_down(0.2, 0.2)
    for place in range(50):  # all at the same moment
        pad.draw_to(0.2 + 0.01 * place, 0.3)
    assert len(told) == 1
    pad.lift()
    assert len(told) == 2
    assert np.array_equal(told[-1], pad.drawing())


def test_what_came_too_soon_is_told_a_little_later(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    pad.put_down(0.2, 0.2)
    pad.draw_to(0.5, 0.5)
    with qtbot.waitSignal(pad.drawing_changed, timeout=1000) as told:
        pad.draw_to(0.8, 0.2)
    assert np.array_equal(told.args[0], pad.drawing())
    pad.lift()


def test_a_stroke_drawn_piece_by_piece_is_the_same_as_at_once(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    drag(pad, (40, 40), (90, 200), (160, 60), (200, 190))
    again = Sheet(140)
    again.show_page(pad.page)
    assert np.array_equal(again.values(), pad.drawing())


def test_curves_are_smooth(qtbot: QtBot) -> None:
    """Through a right angle, the ink keeps away from the corner: a curve, no polygon."""
    sheet = Sheet(200)
    sheet.draw(Stroke((Dot(0.1, 0.9, 0.02), Dot(0.1, 0.1, 0.02), Dot(0.9, 0.1, 0.02))))
    values = sheet.values()
    assert values[20, 20] == 0.0
    assert values[60, 20:80].max() > 0.9


def test_the_right_button_and_the_eraser_rub_out(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    drag(pad, (60, 120), (180, 120))
    inked = pad.drawing().sum()
    drag(pad, (120, 90), (120, 150), button=Qt.MouseButton.RightButton)
    assert pad.drawing()[70, 70] == 0.0
    assert 0 < pad.drawing().sum() < inked
    pad.set_eraser(True)
    drag(pad, (60, 120), (180, 120))
    assert pad.drawing().max() < 0.05


def test_a_wider_brush_draws_more(qtbot: QtBot) -> None:
    sums = []
    for brush in (0, 1, 2, 9):
        pad = shown(qtbot)
        pad.set_brush(brush)
        drag(pad, (60, 120), (180, 120))
        sums.append(float(pad.drawing().sum()))
    assert sums[0] < sums[1] < sums[2] == sums[3]


def tablet(pad: DigitPad, kind: QEvent.Type, x: float, pressure: float, *, rubber: bool = False) -> None:
    pointer = QPointingDevice.PointerType.Eraser if rubber else QPointingDevice.PointerType.Pen
    device = QPointingDevice(
        "pen", 7, QInputDevice.DeviceType.Stylus, pointer, QInputDevice.Capability.Pressure | QInputDevice.Capability.Position, 1, 2
    )
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else Qt.MouseButton.LeftButton
    place = QPointF(x, 120)
    event = QTabletEvent(kind, device, place, place, pressure, 0, 0, 0.0, 0.0, 0.0, Qt.KeyboardModifier.NoModifier, button, button)
    QApplication.sendEvent(pad, event)


def test_a_pen_draws_thicker_the_harder_it_presses(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    tablet(pad, QEvent.Type.TabletPress, 40, 0.0)
    for place in range(1, 17):
        tablet(pad, QEvent.Type.TabletMove, 40 + 10 * place, place / 16)
    tablet(pad, QEvent.Type.TabletRelease, 200, 1.0)
    drawing = pad.drawing()
    thin, thick = drawing[:, 30].sum(), drawing[:, 110].sum()
    assert thin == pytest.approx(0.09 * 140 * (LIGHTEST + 0.03), rel=0.2)
    assert thick > 1.8 * thin
    tablet(pad, QEvent.Type.TabletPress, 120, 0.5, rubber=True)
    tablet(pad, QEvent.Type.TabletRelease, 120, 0.5, rubber=True)
    assert pad.drawing()[70, 70] == 0.0
    assert not pad.erases


def test_a_finger_draws(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, QPoint(60, 120), pad).commit()
    for x in (90, 120, 180):
        QTest.touchEvent(pad, device).move(0, QPoint(x, 120), pad).commit()
    QTest.touchEvent(pad, device).release(0, QPoint(180, 120), pad).commit()
    assert len(pad.page.strokes) == 1
    assert box(pad.drawing())[2:] == (pytest.approx(29, abs=2), pytest.approx(111, abs=2))


def test_strokes_can_be_undone_one_by_one_by_their_pages(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    changes: list[tuple[Page, Page]] = []
    pad.strokes_changed.connect(lambda before, after: changes.append((before, after)))
    drag(pad, (60, 60), (180, 60))
    first = pad.drawing()
    drag(pad, (60, 160), (180, 160))
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.page.is_empty
    assert pad.drawing().max() == 0.0
    assert len(changes) == 3
    pad.show_page(changes[2][0])
    assert len(pad.page.strokes) == 2
    pad.show_page(changes[1][0])
    assert np.array_equal(pad.drawing(), first)
    assert len(changes) == 3  # what the program shows is no change by the person


def test_a_sample_is_shown_untold_and_drawn_over(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    told: list[object] = []
    changes: list[Page] = []
    pad.drawing_changed.connect(told.append)
    pad.strokes_changed.connect(lambda before, after: changes.append(before))
    image = np.zeros((28, 28))
    image[8:20, 12:16] = 1.0
    pad.show_sample(image, 1612)
    assert told == []
    assert pad.page.sample == 1612
    assert not pad.page.is_drawn
    assert box(pad.drawing()) == (40, 99, 60, 79)
    drag(pad, (60, 200), (180, 200))
    assert pad.page.is_drawn
    assert pad.drawing()[70, 70] == 1.0
    pad.show_page(changes[0])
    assert told[-1] is None  # nothing drawn any more: the sample is in view again
    assert pad.page.sample == 1612


def test_a_cleared_pad_is_an_empty_drawing(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    pad.show_sample(np.ones((8, 8)), 3)
    told: list[NDArray[np.float32]] = []
    pad.drawing_changed.connect(told.append)
    pad.clear()
    pad.clear()
    assert len(told) == 1
    assert told[0].shape == (140, 140)
    assert told[0].max() == 0.0


def test_a_picture_that_is_none_is_refused(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    with pytest.raises(ValueError, match="two-dimensional"):
        pad.show_sample(np.zeros(784))


def test_the_keys_draw_too(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    tools: list[tuple[bool, int]] = []
    pad.tool_changed.connect(lambda erases, brush: tools.append((erases, brush)))
    QTest.keyClick(pad, Qt.Key.Key_Space)
    assert pad.is_down
    for _ in range(7):
        QTest.keyClick(pad, Qt.Key.Key_Down)
    QTest.keyClick(pad, Qt.Key.Key_Space)
    assert not pad.is_down
    top, bottom, _, _ = box(pad.drawing())
    assert (top, bottom) == (pytest.approx(35 - 6, abs=2), pytest.approx(70 + 6, abs=2))
    QTest.keyClick(pad, Qt.Key.Key_E)
    QTest.keyClick(pad, Qt.Key.Key_BracketRight)
    assert tools == [(True, 1), (True, 2)]


def test_a_stroke_ends_when_the_pad_loses_the_focus(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    QTest.keyClick(pad, Qt.Key.Key_Space)
    QTest.keyClick(pad, Qt.Key.Key_Right)
    assert pad.page.strokes == ()
    QApplication.sendEvent(pad, QFocusEvent(QEvent.Type.FocusOut))
    assert not pad.is_down
    assert len(pad.page.strokes) == 1


def test_two_quick_dots_are_two_strokes(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    QTest.mouseDClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(180, 180))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(180, 180))
    assert len(pad.page.strokes) == 2
    assert pad.drawing()[35, 35] == pad.drawing()[105, 105] == 1.0
    QTest.mousePress(pad, Qt.MouseButton.MiddleButton, pos=QPoint(120, 60))
    assert not pad.is_down


def test_the_ink_follows_the_theme_and_the_drawing_stays(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    drag(pad, (60, 120), (180, 120))
    before = pad.drawing()
    colors = []
    for name in (ThemeName.LIGHT, ThemeName.DARK):
        theme().switch(name)
        colors.append(pad.grab().toImage().pixelColor(120, 120).name())
        assert colors[-1] == theme().color("text").name()
        assert np.array_equal(pad.drawing(), before)
    assert colors[0] != colors[1]
