"""What a user does in the Landscape workspace, with the mouse and the keyboard, in the real window."""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.app import Program
from gui.preferences import Preferences
from gui.session.race_player import AHEAD
from gui.widgets.rail import Rail
from gui.workspaces.landscape.workspace import LandscapeWorkspace
from nn.backends import devices
from nn.backends.base import Engine
from nn.backends.reference import ReferenceEngine

if os.environ.get("QT_QPA_PLATFORM") != "xcb":
    pytest.skip("these tests click on a screen; tests/app/test_on_a_screen.py starts one for them", allow_module_level=True)

from steps_user import PLAIN, Walker


def on_numpy(_device: object, *arrays: object, params: object, dtype: object, **_rest: object) -> Engine:
    """The NumPy engine needs no compiling."""
    return ReferenceEngine(*arrays, params, dtype)  # type: ignore[call-arg, arg-type]  # passed through as given


class Climber(Walker):
    """Someone in the Landscape workspace."""

    @property
    def landscape(self) -> LandscapeWorkspace:
        assert self.program.landscape is not None
        return self.program.landscape

    def open_landscape(self) -> None:
        rail = self.window.findChild(Rail)
        assert rail is not None
        self.click(rail.item("landscape"))
        self.ready()

    def ready(self) -> None:
        """The pairs are there and the race is calculated ahead."""
        player = self.landscape.session.player
        self.until(lambda: player.is_open and player.whole and player.end >= AHEAD and not self.landscape.jobs.running)
        self.wait(100)

    def at(self, place: tuple[float, float]) -> QPoint:
        places = self.landscape.columns.map.places
        assert places is not None
        return places.point(place).toPoint()


@pytest.fixture
def user(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Climber]:
    monkeypatch.setattr(devices, "create_engine", on_numpy)
    program = Program(Preferences(None))
    found = Climber(program)
    program.window.resize(1440, 900)
    program.show()
    program.window.activateWindow()
    found.until(lambda: program.train.session.snapshot is not None)
    found.open_landscape()
    yield found
    found.window.close()
    found.until(lambda: not found.window.isVisible())
    found.window.deleteLater()
    found.wait(10)


def test_the_curve_is_fitted_from_the_first_key_to_the_minimum(user: Climber) -> None:
    """Step by step, by itself, and back; the read-outs and the table say what the engine says."""
    landscape = user.landscape
    player, bar = landscape.session.player, landscape.columns.transport
    for _ in range(21):
        user.press(Qt.Key.Key_Right)
    user.press(Qt.Key.Key_Left)
    assert player.position == 20
    landscape.showing.show_numbers()
    place = player.paths[0].positions[20]
    assert bar.readouts["step"].value == "20"
    assert bar.readouts["w0"].value == f"{place[0]:.3f}"
    user.press(Qt.Key.Key_Space)
    user.until(lambda: player.position > 30)
    user.press(Qt.Key.Key_Space)
    assert not player.playing
    here = player.position
    user.wait(200)
    assert player.position == here
    scrub = bar.scrub
    user.click(scrub, QPoint(scrub.width() - 12, scrub.height() // 2))
    assert player.position == player.end >= AHEAD
    assert np.linalg.norm(player.paths[0].positions[-1] - np.array((3.0, 0.5))) < 0.1
    user.press(Qt.Key.Key_R)
    assert player.position == 0


def test_the_start_is_dragged_and_undo_brings_it_back(user: Climber) -> None:
    landscape = user.landscape
    drawing = landscape.columns.map
    QTest.mousePress(drawing, Qt.MouseButton.LeftButton, PLAIN, user.at((-2.0, 2.0)))
    for place in ((-1.0, 1.0), (1.0, -1.0), (4.0, -1.5)):
        QTest.mouseMove(drawing, user.at(place))
        user.wait(30)
    QTest.mouseRelease(drawing, Qt.MouseButton.LeftButton, PLAIN, user.at((4.0, -1.5)))
    assert landscape.session.subject.start == pytest.approx((4.0, -1.5), abs=0.05)
    user.ready()
    assert tuple(landscape.session.player.paths[3].positions[0]) == landscape.session.subject.start
    QTest.keyClick(user.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert landscape.session.subject.start == (-2.0, 2.0)


def test_a_slider_a_function_and_a_wrong_expression(user: Climber) -> None:
    landscape = user.landscape
    columns, session = landscape.columns, landscape.session
    rate = columns.optimizer.rate
    user.click(rate, QPoint(rate.width() // 2, rate.height() // 2))
    assert session.subject.runner.learning_rate == rate.number < 0.1
    user.click(columns.functions.rows["himmelblau"])
    user.ready()
    assert len(columns.map.state.minima) == 4
    user.click(columns.race.rows[3])
    assert session.subject.selected == 3
    user.click(columns.functions.rows["own"])
    user.write(columns.functions.field, "x^2 + 5*y^2")
    user.ready()
    assert session.subject.text == "x^2 + 5*y^2"
    user.write(columns.functions.field, "x^2 + * y")
    assert columns.functions.field.marked is not None
    assert columns.functions.problem.isVisible()
    assert session.subject.text == "x^2 + 5*y^2"
