"""The perceptron lesson as a person meets it: a line by hand, then the descent."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.workspaces.landscape.perceptron import KEY, PerceptronLesson
from gui.workspaces.landscape.workspace import LandscapeWorkspace
from nn.choices import Activation


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[LandscapeWorkspace]:
    made = LandscapeWorkspace(Actions())

    def end(_widget: object) -> None:
        made.shutdown()
        qtbot.waitUntil(lambda: not made.jobs.running, timeout=20_000)

    qtbot.addWidget(made, before_close_func=end)  # it is closed before the fixture goes on
    made.resize(1368, 836)
    made.begin()
    made.show()
    made.columns.functions.rows[KEY].click()
    yield made


@pytest.fixture
def lesson(place: LandscapeWorkspace) -> PerceptronLesson:
    return place.lesson


def drag(lesson: PerceptronLesson, number: int, goal: tuple[float, float]) -> None:
    """Drag an end of the line to a salary and a time in work."""
    view = lesson.view
    assert view.handles is not None
    start, end = view.spot(view.handles[number]).toPoint(), view.spot(goal).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_it_begins_with_a_bad_line_and_the_count_of_errors(place: LandscapeWorkspace, lesson: PerceptronLesson) -> None:
    wrong = lesson.state.neuron.errors(lesson.data)
    assert wrong > 5
    assert lesson.view.wrong == wrong
    assert str(wrong) in lesson.panel.errors.text()
    assert place.columns.middle.currentWidget() is lesson.view
    lesson.view.grab()
    lesson.right.grab()


def test_a_line_by_hand_decides_all_clients_and_can_be_undone(place: LandscapeWorkspace, lesson: PerceptronLesson) -> None:
    before = lesson.state
    drag(lesson, 0, (1500.0 - 0.3 * 1500.0, 15.0))  # along the rule's line: 1·salary + 0.6·years, as shares of the axes
    drag(lesson, 1, (1500.0 + 0.3 * 1500.0, 5.0))
    assert lesson.state.neuron.errors(lesson.data) == 0
    assert lesson.view.wrong == 0
    place.undo.undo()
    place.undo.undo()
    assert lesson.state == before


def test_the_arrow_keys_move_an_end_and_space_goes_to_the_other(lesson: PerceptronLesson) -> None:
    view = lesson.view
    first, second = view.handles or ((0.0, 0.0), (0.0, 0.0))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.handles == ((first[0] + 30.0, first[1]), second)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.handles is not None
    assert view.handles[1] == pytest.approx((second[0], second[1] - 2.0))


def test_an_end_stays_in_the_frame(lesson: PerceptronLesson) -> None:
    view = lesson.view
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.handles is not None
    assert view.handles[0][0] == 0.0
    QTest.mouseMove(view, QPoint(3, 3))  # without a button nothing moves
    assert view.handles[0][0] == 0.0


def test_a_step_cannot_be_descended_and_says_why(lesson: PerceptronLesson) -> None:
    before = lesson.state.neuron
    lesson.panel.play.click()
    assert lesson.state.neuron == before
    assert "gradient" in lesson.panel.stuck.text()
    costs = lesson.right.surface.surface
    assert costs is not None
    shares = costs.costs * len(lesson.data.labels)
    np.testing.assert_allclose(shares, shares.round(), atol=1e-9)  # a staircase of whole clients


def test_a_sigmoid_descends_to_no_errors(qtbot: QtBot, lesson: PerceptronLesson) -> None:
    lesson.panel.activation.segments[1].click()
    assert lesson.state.activation is Activation.SIGMOID
    lesson.panel.rate.moved.emit(5.0)
    lesson.panel.play.click()
    qtbot.waitUntil(lambda: lesson.position > 3, timeout=20_000)
    lesson.panel.play.click()
    assert lesson.descent is not None
    here = lesson.position
    qtbot.wait(100)
    assert lesson.position == here
    costs = lesson.descent.costs
    assert (np.diff(costs[: here + 1]) < 0).all()
    while lesson.position < len(costs) - 1:
        lesson._go_to(lesson.position + 50)
    assert lesson.state.neuron.errors(lesson.data) == 0
    assert lesson.view.handles is not None
    assert not lesson.panel.stuck.isVisible()


def test_one_step_is_one_step(lesson: PerceptronLesson) -> None:
    lesson.panel.activation.segments[1].click()
    lesson.panel.step.click()
    lesson.panel.step.click()
    assert lesson.position == 2
    assert "2" in lesson.panel.steps.text()
    first = lesson.descent.perceptron(0) if lesson.descent is not None else None
    lesson.back()
    assert lesson.position == 1
    lesson.restart()
    assert lesson.position == 0
    assert lesson.state.neuron == first


def test_every_client_is_on_the_curve(lesson: PerceptronLesson) -> None:
    lesson.panel.activation.segments[1].click()
    assert lesson.right.curve.points == len(lesson.data.labels)
    assert "−" in lesson.panel.product.text()


def test_other_clients_keep_the_line_where_it_is(place: LandscapeWorkspace, lesson: PerceptronLesson) -> None:
    ends, old = lesson.view.handles, lesson.data
    lesson.panel._number.setText("80")
    lesson.panel._number.commit()
    assert len(lesson.data.labels) == 80
    assert lesson.view.handles == ends
    place.undo.undo()
    np.testing.assert_array_equal(lesson.data.raw, old.raw)


def test_a_number_of_clients_that_cannot_be_is_said_at_its_field(lesson: PerceptronLesson) -> None:
    lesson.panel._number.setText("1")
    lesson.panel._number.commit()
    assert lesson.panel._number.problem
    assert len(lesson.data.labels) == 24


def test_leaving_stops_the_descent(place: LandscapeWorkspace, lesson: PerceptronLesson) -> None:
    lesson.panel.activation.segments[1].click()
    lesson.panel.play.click()
    place.columns.functions.rows["lorentz"].click()
    assert not lesson._timer.isActive()
    assert not lesson.panel.isVisible()
    assert place.columns.middle.currentIndex() == 0


def test_a_click_on_the_cost_surface_sets_both_weights(place: LandscapeWorkspace, lesson: PerceptronLesson) -> None:
    before = lesson.state
    lesson.right.surface.place_chosen.emit(3.0, 2.0)
    assert (lesson.state.neuron.w1, lesson.state.neuron.w2, lesson.state.neuron.b) == (3.0, 2.0, before.neuron.b)
    assert lesson.view.handles is not None
    place.undo.undo()
    assert lesson.state == before
