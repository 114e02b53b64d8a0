"""The Graph workspace as a person meets it: boxes filled in, verdicts, errors that keep the last good graph, files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.errors import Notice
from gui.panels.export_dialog import PICTURE, FileKind, Part, Wanted
from gui.panels.graph.export_dialog import GraphExportDialog
from gui.workspaces.graph.deriving import is_hidden
from gui.workspaces.graph.workspace import GraphWorkspace
from nn.answers import VerdictKind
from nn.graph.exercise import Box, BoxKind, BoxState, Order
from nn.replay.documents import Blanks, Content

SQUARE = ("11", "121", "22", "3", "66")
LINEAR = ("-4", "4", "3", "4.5", "3", "1", "3", "1", "3", "1", "3", "2", "6")


def type_answer(graph: GraphWorkspace, text: str) -> None:
    """Type into the open field and press Enter."""
    editor = graph.columns.graph.editor
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def fill_in(graph: GraphWorkspace, answers: tuple[str, ...]) -> None:
    """After the first box the field goes on to the next one by itself."""
    graph.columns.graph.edit(graph.session.exercise.boxes[0])
    for answer in answers:
        type_answer(graph, answer)


@pytest.mark.parametrize(("key", "answers"), [("square", SQUARE), ("linear-neuron", LINEAR)])
def test_both_graphs_of_the_lab_are_filled_in_box_by_box(graph: GraphWorkspace, key: str, answers: tuple[str, ...]) -> None:
    graph.columns.exercises.rows[key].click()
    fill_in(graph, answers)
    exercise = graph.session.exercise
    assert exercise.finished
    assert exercise.progress.first_try == len(answers) == len(exercise.boxes)
    assert graph.columns.score.score.text() == f"{len(answers)}/{len(answers)}"
    assert not graph.columns.controls.reveal.isEnabled()


@pytest.mark.parametrize(
    ("box", "answer", "kind"),
    [
        (Box(BoxKind.VALUE, "c"), "4", VerdictKind.SIGN),
        (Box(BoxKind.TOTAL, "a"), "-3", VerdictKind.SIGN),
        (Box(BoxKind.TOTAL, "w"), "2", VerdictKind.LOCAL),
        (Box(BoxKind.TOTAL, "w"), "60", VerdictKind.POWER_OF_TEN),
    ],
)
def test_a_wrong_answer_gets_its_verdict(graph: GraphWorkspace, box: Box, answer: str, kind: VerdictKind) -> None:
    graph.session.open_preset("linear-neuron")
    graph.columns.graph.edit(box)
    type_answer(graph, answer)
    entry = graph.session.exercise.entry(box)
    assert (entry.state, entry.text) == (BoxState.WRONG, answer)
    assert entry.verdict is not None
    assert entry.verdict.kind is kind
    picture = graph.columns.graph.picture
    assert picture is not None
    assert picture.bubble == box


def test_what_is_no_number_is_no_try(graph: GraphWorkspace) -> None:
    box = graph.session.exercise.boxes[0]
    graph.columns.graph.edit(box)
    type_answer(graph, "eleven")
    editor = graph.columns.graph.editor
    assert editor.place == box
    assert editor.problem
    assert graph.session.exercise.entry(box).tries == 0
    type_answer(graph, "22/2")
    assert graph.session.exercise.entry(box).state is BoxState.RIGHT


def test_what_was_typed_waits_until_all_is_checked(graph: GraphWorkspace) -> None:
    first, second = graph.session.exercise.boxes[:2]
    view = graph.columns.graph
    view.edit(first)
    QTest.keyClicks(view.editor, "11")
    view.edit(second)
    QTest.keyClicks(view.editor, "120")
    assert view.drafts == {first: "11", second: "120"}
    graph.columns.controls.check_requested.emit()
    assert graph.session.exercise.entry(first).state is BoxState.RIGHT
    assert graph.session.exercise.entry(second).state is BoxState.WRONG
    assert view.drafts == {}


def test_the_enforced_order_opens_one_box_at_a_time(graph: GraphWorkspace) -> None:
    graph.columns.score.order_changed.emit(Order.ENFORCED)
    first, second = graph.session.exercise.boxes[:2]
    graph.columns.graph.edit(second)
    assert graph.columns.graph.editor.place is None
    graph.columns.graph.edit(first)
    type_answer(graph, "11")
    assert graph.columns.graph.editor.place == second


def test_tab_goes_through_variables_and_boxes_and_checks_on_the_way(graph: GraphWorkspace) -> None:
    view = graph.columns.graph
    view.focusNextPrevChild(True)
    assert view.picture is not None
    assert view.picture.ring == "w"
    view.focusNextPrevChild(True)
    assert view.editor.place == graph.session.exercise.boxes[0]
    QTest.keyClicks(view.editor, "11")
    view.focusNextPrevChild(True)
    assert graph.session.exercise.entry(graph.session.exercise.boxes[0]).state is BoxState.RIGHT
    assert view.editor.place == graph.session.exercise.boxes[1]


@pytest.mark.parametrize(("text", "start"), [("J = (w*x + ) / 2", 11), ("J = (2 + 3*w", None), ("J = 1/(w - w)", None), ("x" * 100_000, None)])
def test_an_error_keeps_the_last_good_graph(graph: GraphWorkspace, text: str, start: int | None) -> None:
    before = graph.session.exercise
    graph.columns.expression.field.setText(text)
    QTest.keyClick(graph.columns.expression.field, Qt.Key.Key_Return)
    panel = graph.columns.expression
    assert graph.session.exercise is before
    assert panel.field.problem
    assert panel.problem.isVisible()
    if start is not None:
        assert panel.field.marked is not None
        assert panel.field.marked.start == start
    panel.field.setText("J = w^3")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert graph.session.exercise.graph.inner == ("J",)
    assert not panel.field.problem
    assert not panel.problem.isVisible()


def test_a_value_that_cant_be_used_is_said_at_its_field(graph: GraphWorkspace) -> None:
    graph.session.set_expression("J = log(w)")
    before = graph.session.exercise
    graph.columns.expression.values["w"].committed.emit("w", -1.0)
    assert graph.session.exercise is before
    assert graph.columns.expression.problem.isVisible()


def test_a_variable_is_changed_in_the_graph_and_undone(graph: GraphWorkspace) -> None:
    graph.columns.graph.edit("w")
    type_answer(graph, "0,5")
    assert graph.session.exercise.evaluation.values["a"] == 3.5
    assert graph.columns.controls.original.isEnabled()
    graph.undo.undo()
    assert graph.session.exercise.evaluation.values["a"] == 11.0
    graph.undo.redo()
    graph.session.original()
    assert graph.session.exercise.evaluation.values["J"] == 121.0


def test_new_numbers_are_others_and_the_originals_come_back(graph: GraphWorkspace) -> None:
    graph.session.new_numbers()
    assert graph.session.exercise.task.values["w"] != 3.0
    assert all(entry.state is BoxState.OPEN for entry in graph.session.exercise.entries.values())
    graph.columns.controls.original_requested.emit()
    assert graph.session.is_original


def test_an_exercise_is_kept_while_another_one_is_on_screen(graph: GraphWorkspace) -> None:
    graph.session.answer(graph.session.exercise.boxes[0], "11")
    graph.session.open_preset("linear-neuron")
    assert graph.columns.exercises.rows["square"].item.done == 1
    graph.session.open_preset("square")
    assert graph.session.exercise.progress.right == 1


def test_hints_come_one_by_one_and_nothing_tells_an_answer_before(graph: GraphWorkspace) -> None:
    box = Box(BoxKind.TOTAL, "w")
    graph.columns.graph.choose(box)
    assert is_hidden(graph.session.exercise, box)
    assert not graph.columns.ways.body.isVisible()
    assert not graph.columns.cascade.picture.isVisible()
    for stage in (1, 2, 3):
        graph.columns.hints.hint_requested.emit()
        assert graph.columns.hints.given == stage
    graph.session.reveal_all()
    assert graph.columns.ways.body.isVisible()
    assert [step.node for step in graph.columns.cascade.picture.steps] == ["w", "a", "J"]
    assert [step.factor for step in graph.columns.cascade.picture.steps[1:]] == [3.0, 22.0]


def test_the_three_ways_agree(graph: GraphWorkspace, qtbot: QtBot) -> None:
    graph.session.reveal_all()
    graph.columns.graph.choose(Box(BoxKind.TOTAL, "w"))
    ways = graph.columns.ways
    assert float(ways.nudged.text()) == pytest.approx(66.009, abs=1e-6)
    ways.slider.setValue(6)
    assert float(ways.nudged.text()) == pytest.approx(66.0, abs=1e-4)
    assert 1e-10 < ways.plot.best < 1e-5
    ways.calculate.click()
    qtbot.waitUntil(lambda: bool(ways.symbolic.paragraphs) and "66" in ways.symbolic.paragraphs[0], timeout=30_000)


def test_an_exercise_is_saved_opened_and_exported(graph: GraphWorkspace, qtbot: QtBot, tmp_path: Path) -> None:
    graph.session.set_expression("J = w^2 + 3*w")
    task = graph.session.exercise.task
    path = tmp_path / "exercise.toml"
    graph.filing.save_file(str(path))
    graph.session.open_preset("linear-neuron")
    graph.filing.open_file(str(path))
    assert graph.session.exercise.task.expression == task.expression
    assert dict(graph.session.exercise.task.values) == dict(task.values)
    for content, kind in ((Content.WORKSHEET, FileKind.HTML), (Content.KEY, FileKind.LATEX), (None, FileKind.PNG), (None, FileKind.SVG)):
        target = tmp_path / f"out.{kind.value}"
        graph.filing.export(str(target), Wanted(content, kind, Part.ALL, Blanks.NOTHING))
        qtbot.waitUntil(lambda: not graph.jobs.running, timeout=20_000)
        assert target.stat().st_size > 500


@pytest.mark.parametrize("content", list(Content))
def test_a_document_is_exported_as_pdf_and_the_window_says_so(graph: GraphWorkspace, qtbot: QtBot, tmp_path: Path, content: Content) -> None:
    notices: list[Notice | None] = []
    graph.notice.connect(notices.append)
    target = tmp_path / "out.pdf"
    graph.filing.export(str(target), Wanted(content, FileKind.PDF, Part.ALL, Blanks.FORMULA))
    qtbot.waitUntil(lambda: not graph.jobs.running, timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")
    assert notices[-1] is not None
    assert "out.pdf" in notices[-1].sentence


def test_the_export_dialog_offers_paper_for_documents_and_pictures_for_the_graph(graph: GraphWorkspace, qtbot: QtBot) -> None:
    dialog = GraphExportDialog(graph)
    qtbot.addWidget(dialog)
    assert dialog.wanted.kind is FileKind.PDF
    dialog.content.show_value(PICTURE)
    dialog.content.committed.emit("content", PICTURE)
    assert dialog.wanted == Wanted(None, FileKind.PNG, dialog.wanted.part, dialog.wanted.blanks)


def test_a_file_that_cant_be_read_changes_nothing(graph: GraphWorkspace, tmp_path: Path) -> None:
    before = graph.session.exercise
    notices: list[Notice | None] = []
    graph.notice.connect(notices.append)
    graph.filing.open_file(str(tmp_path / "missing.toml"))
    assert graph.session.exercise is before
    assert notices[-1] is not None
