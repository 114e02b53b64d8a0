"""A teacher prepares an exercise in the window, saves it, and a learner opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.views.graph_view.words import spoken, tip_html
from gui.workspaces.graph.workspace import GraphWorkspace
from nn.graph.exercise import Box, BoxKind, BoxState, Order
from nn.graph.presets import BY_KEY

A, J = Box(BoxKind.VALUE, "a"), Box(BoxKind.VALUE, "J")
SLOPE, TOTAL = Box(BoxKind.LOCAL, "a", "w"), Box(BoxKind.TOTAL, "w")


def click(graph: GraphWorkspace, box: Box) -> None:
    QTest.mouseClick(graph.columns.graph, Qt.MouseButton.LeftButton, pos=graph.columns.graph.rect_of(box).center().toPoint())


def given(graph: GraphWorkspace) -> tuple[str, ...]:
    return graph.session.exercise.task.given


def write_hint(graph: GraphWorkspace, number: int, text: str) -> None:
    field = graph.columns.prepare.hints[number]
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_a_teacher_prepares_is_what_a_learner_opens(graph: GraphWorkspace, tmp_path: Path) -> None:
    panel, path = graph.columns.prepare, tmp_path / "mine.toml"
    graph.columns.exercises.prepare.click()
    assert panel.isVisible()
    assert not graph.columns.hints.isVisible()
    click(graph, A)
    click(graph, TOTAL)
    click(graph, TOTAL)
    write_hint(graph, 0, "Two factors.")
    write_hint(graph, 2, "22 and 3.")
    panel.title.setText("For Monday")
    QTest.keyClick(panel.title, Qt.Key.Key_Return)
    panel.order_changed.emit(Order.ENFORCED)
    assert "4 of 5" in panel.count.text()
    graph.filing.save_file(str(path))
    graph.columns.exercises.prepare.click()
    graph.columns.exercises.rows["square"].click()
    assert graph.session.exercise.task == BY_KEY["square"].task  # the lab's own stays as it is
    graph.filing.open_file(str(path))
    exercise = graph.session.exercise
    assert (exercise.task.title, exercise.task.order, exercise.task.given) == ("For Monday", Order.ENFORCED, ("value a",))
    assert exercise.task.hints == {"total w": ("Two factors.", "", "22 and 3.")}
    assert graph.filing.title == "For Monday"
    assert not panel.isVisible()
    assert (exercise.entry(A).state, exercise.next_box()) == (BoxState.GIVEN, J)
    assert not graph.columns.graph.picture.preparing  # type: ignore[union-attr]  # a graph is shown


def test_preparing_is_undone_step_by_step_and_keeps_what_isnt_changed(graph: GraphWorkspace) -> None:
    graph.session.answer(J, "121")
    graph.columns.exercises.prepare.click()
    click(graph, SLOPE)
    assert given(graph) == ("local a w",)
    assert graph.session.exercise.entry(J).state is BoxState.RIGHT
    graph.undo.undo()
    assert given(graph) == ()
    assert graph.session.subject.key == "square"


def test_all_of_a_kind_are_given_or_asked_at_once(graph: GraphWorkspace) -> None:
    graph.columns.exercises.rows["linear-neuron"].click()
    graph.columns.exercises.prepare.click()
    panel = graph.columns.prepare
    panel.give_values.click()
    assert set(given(graph)) == {"value c", "value a", "value d", "value J"}
    panel.give_slopes.click()
    assert len(given(graph)) == 8
    panel.ask_all.click()
    assert given(graph) == ()


def test_boxes_are_ticked_by_keyboard_and_nothing_is_typed_meanwhile(graph: GraphWorkspace) -> None:
    view = graph.columns.graph
    graph.columns.exercises.prepare.click()
    view.setFocus()
    view.put_ring(A)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert given(graph) == ("value a",)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert given(graph) == ()
    QTest.keyClick(view, Qt.Key.Key_5)
    assert view.editor.place is None
    exercise = graph.session.exercise
    assert "the learner fills it in" in spoken(exercise, A, preparing=True)
    assert "click to give it" in tip_html(exercise, A, preparing=True)
    assert not graph.columns.controls.reveal.isEnabled()


def test_empty_hints_and_titles_change_nothing(graph: GraphWorkspace) -> None:
    graph.columns.exercises.prepare.click()
    graph.session.set_title(graph.session.title)
    graph.session.set_hints(A, ("", " ", ""))
    assert not graph.undo.canUndo()
    graph.columns.prepare.hints_entered.emit(("x", "", ""))  # while no box is chosen
    assert graph.session.exercise.task.hints == {}


def test_the_menu_on_a_box_offers_help_and_preparing(graph: GraphWorkspace, qtbot: QtBot) -> None:
    view = graph.columns.graph
    at = view.rect_of(A).center().toPoint()
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at)))
    menu = graph.preparing.menu
    assert menu is not None
    hint, reveal, _line, asked, write = menu.actions()
    assert asked.isChecked()
    hint.trigger()
    assert graph.session.exercise.entry(A).hints == 1
    reveal.trigger()
    assert graph.session.exercise.entry(A).state is BoxState.REVEALED
    asked.trigger()
    assert given(graph) == ("value a",)
    write.trigger()
    menu.close()
    assert graph.preparing.on
    assert graph.columns.prepare.hints[0].isVisible()
    view.menu_requested.emit(A, view.mapToGlobal(QPoint(5, 5)))
    again = graph.preparing.menu
    assert again is not None
    assert len(again.actions()) == 2
    again.close()
