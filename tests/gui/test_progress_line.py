"""The stripe of a line that is busy stands still for who wants less motion."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.fields.motion import set_reduced_motion
from gui.panels.progress_line import ProgressLine


@pytest.fixture(autouse=True)
def motion_again() -> Iterator[None]:
    yield
    set_reduced_motion(False)


def test_a_busy_line_stops_moving_when_less_motion_is_asked_for(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.resize(200, 2)
    line.show()
    line.show_progress(math.nan, busy=True)
    qtbot.waitUntil(lambda: line._place > 0, timeout=5000)
    set_reduced_motion(True)
    qtbot.waitUntil(lambda: not line._clock.isActive(), timeout=5000)
    still = line.grab().toImage()
    assert still.pixelColor(5, 0) == still.pixelColor(195, 0)  # the whole line says that it is busy
