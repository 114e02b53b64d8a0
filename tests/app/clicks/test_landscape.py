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
from nn.choices import Activation

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
    found.until(program.window.isActiveWindow)  # keys are nobody's before
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


def test_a_plane_through_the_network_is_clicked_and_the_boundary_follows(user: Climber) -> None:
    landscape, session = user.landscape, user.program.train.session
    drawing = landscape.columns.map
    user.click(landscape.columns.functions.rows["two-weights"])
    user.until(lambda: drawing.state.surface is not None and not landscape.jobs.running)
    user.wait(100)
    assert session.snapshot is not None
    before = np.array(session.snapshot.params)
    left, right, low, high = drawing.state.surface.extent  # type: ignore[union-attr]  # it has just been waited for
    place = (0.7 * left + 0.3 * right, 0.3 * low + 0.7 * high)
    user.click(drawing, user.at(place))
    user.until(lambda: not np.array_equal(session.snapshot.params, before))  # type: ignore[union-attr]  # there is one
    after = np.array(session.snapshot.params)
    assert after[:2] == pytest.approx(place, abs=0.02 * (right - left))
    assert np.array_equal(after[2:], before[2:])
    user.until(landscape.networks.boundary.isVisible)
    QTest.keyClick(user.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    user.until(lambda: np.array_equal(session.snapshot.params, before))  # type: ignore[union-attr]  # there is one
    user.click(landscape.columns.functions.rows["lorentz"])
    user.ready()
    assert landscape.columns.race.isVisible()


def test_the_perceptrons_line_is_dragged_and_the_sigmoid_descends(user: Climber) -> None:
    landscape = user.landscape
    lesson = landscape.lesson
    user.click(landscape.columns.functions.rows["perceptron"])
    view = lesson.view
    handles = view.handles
    assert handles is not None
    wrong = view.wrong
    user.drag(view, view.spot(handles[0]).toPoint(), view.spot((1200.0, 12.0)).toPoint(), view.spot((500.0, 18.0)).toPoint())
    user.drag(view, view.spot(handles[1]).toPoint(), view.spot((2500.0, 10.0)).toPoint(), view.spot((2700.0, 2.0)).toPoint())
    assert view.handles is not None
    assert view.handles[1] == pytest.approx((2700.0, 2.0), rel=0.05, abs=0.1)
    assert view.wrong < wrong
    for _ in range(2):
        QTest.keyClick(user.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.wrong == wrong
    user.choose_segment(lesson.panel.activation, "Sigmoid")
    assert lesson.state.activation is Activation.SIGMOID
    user.press(Qt.Key.Key_Space)
    user.until(lambda: lesson.position > 20)
    user.press(Qt.Key.Key_Space)
    assert lesson.descent is not None
    costs = lesson.descent.costs
    assert costs[lesson.position] < costs[0]
