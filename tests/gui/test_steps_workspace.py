"""The Steps workspace's wiring: what each signal leads to, errors, long walks, exports and undo."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.app import Program
from gui.errors import Notice
from gui.panels.export_dialog import PAPERS, PICTURES, ExportDialog, FileKind, Part, Wanted
from gui.panels.steps_setup import NETWORK
from gui.preferences import Preferences
from gui.session.explained import Explained
from gui.workspaces.steps import subject_editor
from gui.workspaces.steps.exporting import steps_of
from gui.workspaces.steps.workspace import StepsWorkspace
from nn.choices import Activation, DataKind, Loss
from nn.datasets import load
from nn.datasets.prepare import prepare
from nn.errors import SettingsError
from nn.network import Ablation, Architecture, Network
from nn.replay import mazur
from nn.replay.build import build_walk
from nn.replay.documents import Blanks, Content
from nn.replay.settings import BiasMode, Granularity, Naming, ReplaySettings, Sample
from nn.replay.step import Kind, Quantity
from nn.replay.subject import Subject
from nn.replay.walk import Walk
from nn.settings import DataSettings, Experiment, TrainingSettings

ROOT = Path(__file__).resolve().parents[2]
BEFORE, AFTER = 0.2983711087600027, 0.29102777369359933
W5, TOTAL = Quantity(Kind.WEIGHT, 2, 0, 0), Quantity(Kind.TOTAL)
E_W5, E_OUT, NET_H1 = 14, 11, 0  # steps of the worked example


class Heard:
    """Keeps what a signal said."""

    def __init__(self) -> None:
        self.all: list[object] = []

    def __call__(self, said: object = None) -> None:
        self.all.append(said)


@pytest.fixture
def actions(qapp: QApplication) -> Actions:
    return Actions()


@pytest.fixture
def steps(qtbot: QtBot, actions: Actions) -> Iterator[StepsWorkspace]:
    """On the worked example."""
    made = StepsWorkspace(actions)

    def end(_workspace: object) -> None:
        if not made.shutdown():
            with qtbot.waitSignal(made.closed, timeout=20_000):
                pass

    qtbot.addWidget(made, before_close_func=end)
    made.resize(1360, 820)
    made.begin()
    made.show()
    yield made


@pytest.fixture
def notices(steps: StepsWorkspace) -> Heard:
    heard = Heard()
    steps.notice.connect(heard)
    return heard


def walk_of(steps: StepsWorkspace) -> Walk:
    assert steps.player.walk is not None
    return steps.player.walk


def total(steps: StepsWorkspace, iteration: int = 1) -> float:
    return next(s.value for s in walk_of(steps).steps if s.quantity == TOTAL and s.iteration == iteration)


def explained(widths: tuple[int, ...] = (2, 3, 1), *, params: float | None = None, kind: DataKind = DataKind.CIRCLES, sample: int = 3) -> Explained:
    """A network on a data set, as Train hands it over; with all ``params`` the same, or small random ones."""
    experiment = Experiment(data=DataSettings(kind, samples=60))
    prepared = prepare(load(experiment.data), experiment)
    last, loss = (Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY) if widths[-1] == 1 else (Activation.SOFTMAX, Loss.CROSS_ENTROPY)
    architecture = Architecture(widths, (*(Activation.TANH,) * (len(widths) - 2), last), loss)
    size = architecture.layout.size
    vector = np.random.default_rng(1).normal(size=size) * 0.3 if params is None else np.full(size, params)
    network = Network(architecture, vector)
    return Explained.of(
        "A run", network=network, prepared=prepared, sample=sample, training=TrainingSettings(), learning_rate=0.1, ablation=Ablation()
    )


# From every signal to what it does


def test_it_begins_with_the_worked_example_everywhere(steps: StepsWorkspace) -> None:
    c = steps.columns
    assert len(walk_of(steps).steps) == 66
    assert c.player.counter.text() == "Step 1 of 66"
    assert c.equation.canvas.accessibleDescription().startswith("net_h1 = ")
    assert c.outline.model.step == 0
    assert c.heading.accessibleName()
    assert c.setup.lesson.value == mazur.LESSONS[0].id
    assert not c.setup.original.isEnabled()
    assert (total(steps), total(steps, 2)) == (BEFORE, AFTER)


@pytest.mark.parametrize("view", ["outline", "diagram", "equation"])
def test_a_number_s_step_is_shown_everywhere_and_playing_ends(steps: StepsWorkspace, view: str) -> None:
    c = steps.columns
    steps.player.play()
    getattr(c, view).step_requested.emit(E_W5)
    assert not steps.player.playing
    assert steps.player.position == E_W5
    assert c.player.counter.text() == "Step 15 of 66"
    assert c.outline.model.step == c.player.scrub.value() == E_W5
    assert c.equation.canvas.value_text() == repr(walk_of(steps).steps[E_W5].value)
    assert c.checks.symbol.accessibleName() == "∂E_total/∂w5"
    assert c.checks.analytic.value == "0.082167041"
    assert "error" in c.why.words.paragraphs[0]


def test_the_bar_s_buttons_and_the_keys_actions_move(steps: StepsWorkspace, actions: Actions) -> None:
    bar, places = steps.columns.player, []
    for move in (bar.forward.click, bar.forward.click, bar.back.click, bar.last.click, bar.back.click, bar.first.click):
        move()
        places.append(steps.player.position)
    assert places == [1, 2, 1, 65, 64, 0]
    bar.seek_requested.emit(30)
    places = [steps.player.position]
    for name in ("steps_forward", "steps_back", "steps_last", "steps_first"):
        actions[name].trigger()
        places.append(steps.player.position)
    assert places == [30, 31, 30, 65, 0]


def test_the_focus_stays_with_the_player_when_its_button_has_no_more_to_do(steps: StepsWorkspace) -> None:
    bar = steps.columns.player
    steps.activateWindow()
    bar.last.setFocus()
    bar.last.click()
    assert not bar.last.isEnabled()
    assert bar.back.hasFocus()
    bar.first.setFocus()
    bar.first.click()
    assert bar.forward.hasFocus()


def test_playing_is_shown_and_paced(qtbot: QtBot, steps: StepsWorkspace, actions: Actions) -> None:
    bar = steps.columns.player
    actions["steps_play"].trigger()
    assert bar.play.accessibleName() == "Pause (Space)"
    steps.player.set_pace(200.0)
    qtbot.waitUntil(lambda: steps.player.position >= 3)
    actions["steps_play"].trigger()
    assert bar.play.accessibleName() == "Play by itself (Space)"
    bar.pace_changed.emit(2.0)
    assert steps.player.pace == 2.0
    bar.last.click()
    assert not steps.player.playing


def test_how_far_a_click_goes_is_one_choice_for_bar_and_player(steps: StepsWorkspace) -> None:
    steps.columns.player.granularity_changed.emit(Granularity.PASS)
    assert steps.columns.player.granularity.value is Granularity.PASS
    steps.columns.player.forward.click()
    assert steps.player.position == 7


def test_decimals_are_the_same_in_diagram_equation_question_and_document(steps: StepsWorkspace) -> None:
    steps.player.seek(10)
    steps.columns.heading.digits_changed.emit(4)
    scene = steps.columns.diagram.scene()
    assert scene is not None
    assert scene.text(TOTAL, 12) == "0.2984"
    assert "0.7514" in steps.columns.equation.canvas.accessibleDescription()
    assert "0.751365" not in steps.columns.equation.canvas.accessibleDescription()
    assert steps.exporting.digits == 4


def test_a_number_under_the_pointer_in_the_equation_is_marked_in_the_diagram(steps: StepsWorkspace) -> None:
    source = walk_of(steps).steps[E_OUT].sources[-1]
    steps.columns.equation.source_hovered.emit(source)
    assert steps.columns.diagram._source == Quantity(Kind.OUT, 2, 0)
    steps.columns.equation.source_hovered.emit(None)
    assert steps.columns.diagram._source is None


def test_later_results_are_covered_without_look_ahead(steps: StepsWorkspace, actions: Actions) -> None:
    steps.player.seek(E_OUT)
    spoken = steps.columns.equation.canvas.accessibleDescription
    assert "0.186816" in chips(steps)[1]
    actions["steps_look_ahead"].trigger()
    assert spoken().endswith("?")
    assert chips(steps)[1] == "·"
    actions["steps_look_ahead"].trigger()
    assert spoken().endswith("0.08216704056423078")


def chips(steps: StepsWorkspace) -> list[str]:
    scene = steps.columns.diagram.scene()
    assert scene is not None
    return [scene.chip_text(chip) for chip in scene.chips]


def test_ctrl_c_copies_the_full_value_wherever_the_focus_is(steps: StepsWorkspace) -> None:
    for place in (steps.columns.player.forward, steps.columns.equation.canvas, steps.columns.diagram, steps.columns.outline.tree):
        steps.player.first()
        steps.player.seek(E_W5)
        QGuiApplication.clipboard().setText("before")
        QApplication.sendEvent(place, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier))
        assert QGuiApplication.clipboard().text() == "0.08216704056423078", place


def test_other_languages_and_themes_leave_the_person_where_they_are(qtbot: QtBot, steps: StepsWorkspace) -> None:
    steps.player.seek(E_W5)
    steps.predicting._panel.switch.click()
    panel = steps.columns.predict
    panel.hint_requested.emit()
    panel.field.setText("0,0")
    heights = steps.columns.checks.content.spacing()
    from gui.theme import theme

    theme().changed.emit()
    QApplication.sendEvent(steps, QEvent(QEvent.Type.LanguageChange))
    assert steps.player.position == E_W5
    assert steps.columns.outline.model.step == E_W5
    assert panel.field.text() == "0,0"
    assert panel.hint.text() == "1 of 3"
    assert steps.columns.equation.canvas.accessibleDescription().endswith("?")
    assert steps.columns.checks.content.spacing() == heights == 0


# Other numbers, and undo


def test_every_kind_of_given_number_can_be_changed_and_taken_back(steps: StepsWorkspace) -> None:
    diagram = steps.columns.diagram
    places = (Quantity(Kind.INPUT, 0, 1), Quantity(Kind.TARGET, 0, 0), W5, Quantity(Kind.BIAS, 2, 0))
    for place in places:
        diagram.value_edited.emit(place, 0.75)
        assert total(steps) != BEFORE
        assert steps.columns.setup.original.isEnabled()
        steps.undo.undo()
        assert total(steps) == BEFORE
        assert not steps.columns.setup.original.isEnabled()
    diagram.value_edited.emit(Quantity(Kind.RATE), 0.25)
    assert (total(steps), steps.columns.setup.settings.learning_rate) == (BEFORE, 0.25)
    assert total(steps, 2) > AFTER


def test_the_place_is_kept_by_an_edit_and_left_by_another_lesson(steps: StepsWorkspace) -> None:
    steps.player.seek(E_W5)
    steps.columns.diagram.value_edited.emit(W5, 0.5)
    assert steps.player.position == E_W5
    steps.columns.setup.lesson_chosen.emit("trap-w7-slip")
    assert steps.player.position == 0
    assert not steps.undo.canUndo()


def test_back_to_the_original_is_one_change_more(steps: StepsWorkspace, actions: Actions) -> None:
    steps.columns.diagram.value_edited.emit(W5, 0.5)
    steps.columns.diagram.value_edited.emit(TOTAL._replace(kind=Kind.TARGET), 0.5)
    actions["steps_original"].trigger()
    assert total(steps) == BEFORE
    actions["steps_original"].trigger()
    assert steps.undo.count() == 3
    steps.undo.undo()
    steps.undo.undo()
    assert total(steps) != BEFORE
    steps.undo.undo()
    assert total(steps) == BEFORE
    steps.undo.redo()
    assert total(steps) != BEFORE


def test_settings_of_the_form_make_another_walk(steps: StepsWorkspace) -> None:
    setup = steps.columns.setup
    setup.settings_changed.emit(replace(setup.settings, biases=BiasMode.PER_NEURON))
    assert total(steps, 2) == pytest.approx(0.28047144679, abs=1e-11)
    setup.settings_changed.emit(replace(setup.settings, naming=Naming.LAYER))
    assert steps.columns.equation.canvas.accessibleDescription().startswith("z[1]_1 = ")
    setup.settings_changed.emit(setup.settings)  # nothing new
    assert steps.undo.count() == 2


def test_undo_acts_on_the_workspace_on_screen(qtbot: QtBot) -> None:
    program = Program(Preferences(None))
    qtbot.addWidget(program.window)
    program.window.show()
    program.window.show_workspace("steps")
    steps, undo = program.steps, program.actions["undo"]
    assert steps is not None
    steps.columns.diagram.value_edited.emit(W5, 0.5)
    assert undo.isEnabled()
    program.window.show_workspace("graph")
    assert not undo.isEnabled()
    undo.trigger()
    assert total(steps) != BEFORE
    program.window.show_workspace("steps")
    assert undo.isEnabled()
    undo.trigger()
    assert total(steps) == BEFORE
    assert not undo.isEnabled()
    assert program.actions["redo"].isEnabled()


# Errors


def test_a_refused_number_changes_nothing_and_says_why(steps: StepsWorkspace, notices: Heard) -> None:
    before = walk_of(steps)
    steps.columns.diagram.value_edited.emit(Quantity(Kind.RATE), 0.0)
    assert "above 0" in steps.columns.setup.number_field("learning_rate").problem
    steps.columns.diagram.value_edited.emit(W5, math.nan)
    steps.columns.diagram.value_edited.emit(Quantity(Kind.INPUT, 0, 0), math.inf)
    assert walk_of(steps) is before
    assert not steps.undo.canUndo()
    said = [notice.sentence for notice in notices.all if isinstance(notice, Notice)]
    assert len(said) >= 2
    assert all(sentence.endswith(".") for sentence in said)


def test_a_sample_that_does_not_fit_is_refused_with_both_shapes(steps: StepsWorkspace, notices: Heard) -> None:
    before = walk_of(steps)
    subject = Subject(mazur.network(), Sample(np.zeros(3), np.zeros(2)), mazur.settings())
    steps.editor._change(subject)
    assert walk_of(steps) is before
    assert isinstance(notices.all[-1], Notice)
    assert "2 inputs and 2 outputs" in notices.all[-1].sentence
    assert "3 inputs and 2 targets" in notices.all[-1].sentence


@pytest.mark.parametrize("at_once", [4_000, 10])
def test_a_network_whose_weights_are_no_numbers_is_refused_and_the_walk_stays(
    qtbot: QtBot, steps: StepsWorkspace, notices: Heard, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    """Tried at once, or on another thread."""
    before, lesson = walk_of(steps), steps.columns.setup.lesson.value
    monkeypatch.setattr(subject_editor, "MOST_AT_ONCE", at_once)
    steps.explain(explained(params=math.nan))
    qtbot.waitUntil(lambda: isinstance(notices.all[-1], Notice) and "no numbers any more" in notices.all[-1].sentence)
    qtbot.waitUntil(lambda: not steps.jobs.running)
    assert walk_of(steps) is before
    assert steps.columns.setup.lesson.value == lesson
    assert isinstance(notices.all[-1], Notice)  # it stays until the person has read it
    monkeypatch.undo()
    steps.columns.diagram.value_edited.emit(W5, 0.5)
    assert walk_of(steps).steps[NET_H1].symbol == "net_h1"
    steps.undo.undo()
    assert total(steps) == BEFORE


def test_too_many_iterations_are_refused_in_the_form(steps: StepsWorkspace) -> None:
    field = steps.columns.setup.number_field("iterations")
    field.setText("1001")
    field.commit()
    assert "1 000" in field.problem.replace("\u2009", " ")
    assert len(walk_of(steps).steps) == 66


def test_a_sample_s_number_out_of_range_is_told_at_its_field(steps: StepsWorkspace) -> None:
    steps.explain(explained())
    assert steps.columns.setup.sample.value == 4
    steps.columns.setup.sample_chosen.emit(59)
    assert steps.columns.setup.sample.value == 60
    steps.columns.setup.sample_chosen.emit(60)
    assert "from 1 to 60" in steps.columns.setup.sample.problem
    assert steps.columns.setup.sample.value == 60


# Networks from Train


def test_a_network_from_train_takes_the_lesson_s_place(steps: StepsWorkspace) -> None:
    titles = Heard()
    steps.title_changed.connect(titles)
    steps.player.play()
    found = explained()
    steps.explain(found)
    assert not steps.player.playing
    assert titles.all[-1] == "A run"
    assert steps.columns.setup.lesson.value == NETWORK
    assert walk_of(steps).sample.inputs[0].tolist() == found.prepared.inputs[3].tolist()
    asked = Heard()
    steps.network_requested.connect(asked)
    steps.columns.setup.lesson_chosen.emit(NETWORK)
    assert len(asked.all) == 1
    steps.columns.setup.lesson_chosen.emit(mazur.LESSONS[0].id)
    assert total(steps) == BEFORE


def test_a_network_too_large_is_walked_by_layers_and_says_so(qtbot: QtBot, steps: StepsWorkspace, notices: Heard) -> None:
    steps.player.set_granularity(Granularity.OPERATION)
    steps.explain(explained((2, 90, 90, 1)))
    qtbot.waitUntil(lambda: walk_of(steps).whole_layers, timeout=20_000)
    assert steps.columns.player.granularity.value is Granularity.LAYER
    assert isinstance(notices.all[-1], Notice)
    assert "8551 parameters" in notices.all[-1].sentence.replace("\u2009", "")
    steps.player.last()
    steps.columns.setup.lesson_chosen.emit(mazur.LESSONS[0].id)
    assert steps.player.granularity is Granularity.OPERATION
    assert notices.all[-1] is None


# Long walks


def test_a_thousand_iterations_are_made_on_another_thread(qtbot: QtBot, steps: StepsWorkspace, notices: Heard) -> None:
    setup = steps.columns.setup
    steps.player.seek(E_W5)
    setup.settings_changed.emit(replace(setup.settings, iterations=1000))
    assert isinstance(notices.all[-1], Notice)
    assert "Calculating" in notices.all[-1].sentence
    assert len(walk_of(steps).steps) == 66
    qtbot.waitUntil(lambda: len(walk_of(steps).errors) == 1001, timeout=20_000)
    assert notices.all[-1] is None
    walk = walk_of(steps)
    assert walk.errors[0] == BEFORE
    assert walk.errors[-1] == pytest.approx(right_after(1000), abs=1e-14)
    assert steps.player.position == E_W5
    steps.player.last()
    assert walk.steps[-1].iteration >= 1000
    steps.undo.undo()
    assert len(walk_of(steps).steps) == 66


def right_after(updates: int) -> float:
    """Gradient descent on the example in a dozen lines of NumPy."""
    x, t = np.array([0.05, 0.1]), np.array([0.01, 0.99])
    w1, w2 = np.array([[0.15, 0.2], [0.25, 0.3]]), np.array([[0.4, 0.45], [0.5, 0.55]])
    for _ in range(updates + 1):
        h = 1 / (1 + np.exp(-(w1 @ x + 0.35)))
        o = 1 / (1 + np.exp(-(w2 @ h + 0.6)))
        error = float(0.5 * ((t - o) ** 2).sum())
        delta = (o - t) * o * (1 - o)
        back = (w2.T @ delta) * h * (1 - h)
        w1, w2 = w1 - 0.5 * np.outer(back, x), w2 - 0.5 * np.outer(delta, h)
    return error


def test_a_long_walk_is_given_up_when_something_else_is_wanted(qtbot: QtBot, steps: StepsWorkspace, notices: Heard) -> None:
    setup = steps.columns.setup
    setup.settings_changed.emit(replace(setup.settings, iterations=1000))
    steps.undo.undo()
    assert notices.all[-1] is None
    qtbot.waitUntil(lambda: not steps.jobs.running, timeout=20_000)
    assert len(walk_of(steps).steps) == 66


def test_a_long_walk_that_overflows_is_taken_back(qtbot: QtBot, steps: StepsWorkspace, notices: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject_editor, "MOST_AT_ONCE", 100)
    found = explained((2, 3, 1))
    steps.explain(found)
    qtbot.waitUntil(lambda: not steps.jobs.running)
    before = steps.editor.subject
    steps.columns.diagram.value_edited.emit(Quantity(Kind.WEIGHT, 2, 0, 0), 0.5)
    changed = steps.editor.subject
    steps.editor.set_settings(replace(found.settings(), learning_rate=1e300, l2=1e6, iterations=50))
    qtbot.waitUntil(lambda: "usable" in steps.columns.setup.number_field("learning_rate").problem, timeout=20_000)
    assert steps.editor.subject is changed
    assert steps.columns.setup.settings.iterations == 1
    steps.undo.undo()
    assert steps.editor.subject is before
    assert not steps.undo.canUndo()
    qtbot.waitUntil(lambda: not steps.jobs.running)


# Predict


def test_only_what_was_found_without_a_hint_counts_as_right_at_first_try(steps: StepsWorkspace) -> None:
    panel = steps.columns.predict
    panel.switch.click()
    for step, answer, hint, score in ((10, "0.298", True, "0 of 1"), (E_OUT, "0.74", False, "1 of 2"), (E_W5, "5", False, "1 of 3")):
        steps.player.seek(step)
        assert steps.columns.equation.canvas.value_text() == ""
        if hint:
            panel.hint_requested.emit()
        panel.answer_given.emit(answer)
        assert panel.score.text().startswith(score)
    panel.answer_given.emit("0.082")
    assert panel.score.text().startswith("1 of 3")
    assert steps.columns.equation.canvas.value_text() == "0.08216704056423078"
    assert steps.columns.checks.isVisibleTo(steps)


# Checks


def test_the_exact_derivative_comes_from_another_thread_and_not_too_late(
    qtbot: QtBot, steps: StepsWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = steps.columns.checks
    steps.player.seek(E_W5)
    checks.symbolic_requested.emit()
    assert checks.symbolic.value == "calculating…"
    steps.player.seek(E_OUT)
    qtbot.waitUntil(lambda: not steps.jobs.running, timeout=20_000)
    assert checks.symbolic.value == ""  # the answer was for another step
    checks.symbolic_requested.emit()
    qtbot.waitUntil(lambda: checks.symbolic.value == "0.741365070", timeout=20_000)

    def fail(_walk: object, _step: object) -> float:
        raise SettingsError("network", "It can't be done.")

    monkeypatch.setattr("gui.workspaces.steps.checking.symbolic", fail)
    steps.player.seek(E_W5)
    checks.symbolic_requested.emit()
    qtbot.waitUntil(lambda: checks.reason.paragraphs == ("It can't be done.",))


def test_a_smaller_nudge_is_made_at_once(steps: StepsWorkspace) -> None:
    steps.player.seek(E_W5)
    before = steps.columns.checks.nudge.value
    steps.columns.checks.slider.epsilon_changed.emit(0.1)
    steps.columns.checks.show_epsilon(0.1)
    steps.columns.checks.epsilon_changed.emit(0.1)
    assert steps.columns.checks.nudge.value != before
    steps.player.seek(10)
    assert steps.columns.checks.instead.isVisibleTo(steps)


# Exports


def wanted(content: Content | None, kind: FileKind, part: Part = Part.ITERATION) -> Wanted:
    return Wanted(content, kind, part, Blanks.FORMULA)


class Tags(HTMLParser):
    """Whether what was opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br", "hr", "link", "img", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("choice", list(product(Content, PAPERS)))
def test_every_document_is_written_and_told_of(
    qtbot: QtBot, steps: StepsWorkspace, notices: Heard, tmp_path: Path, choice: tuple[Content, FileKind]
) -> None:
    content, kind = choice
    steps.player.seek(E_W5)
    path = tmp_path / f"walk.{kind.value}"
    steps.exporting.export(str(path), wanted(content, kind))
    qtbot.waitUntil(lambda: not steps.jobs.running, timeout=20_000)
    qtbot.waitUntil(lambda: isinstance(notices.all[-1], Notice) and notices.all[-1].sentence == f"{path.name} is written.")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    raw = path.read_bytes()
    if kind is FileKind.PDF:
        assert raw.startswith(b"%PDF-")
        assert raw.rstrip().endswith(b"%%EOF")
        assert raw.count(b"/Type /Page\n") + raw.count(b"/Type /Page ") >= (1 if content is Content.KEY else 2)
        return
    text = raw.decode()
    shown = "0.082167" in text
    assert shown is (content is not Content.WORKSHEET)
    if kind is FileKind.HTML:
        tags = Tags()
        tags.feed(text)
        assert tags.open == []
        assert len(tags.text) > 500
    elif kind is FileKind.LATEX:
        assert text.count("\\begin{") == text.count("\\end{")
        assert "\\end{document}" in text
    else:
        assert text.startswith("# ")


def test_pictures_show_what_is_on_screen(steps: StepsWorkspace, notices: Heard, tmp_path: Path) -> None:
    steps.player.seek(E_W5)
    for kind in PICTURES:
        path = tmp_path / f"walk.{kind.value}"
        steps.exporting.export(str(path), wanted(None, kind))
        assert isinstance(notices.all[-1], Notice)
        assert notices.all[-1].sentence == f"{path.name} is written."
    image = QImage(str(tmp_path / "walk.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert image.width() == 2 * steps.columns.picture.width()
    assert len(set(np.frombuffer(image.constBits(), np.uint32)[::97].tolist())) > 5
    renderer = QSvgRenderer(str(tmp_path / "walk.svg"))
    assert renderer.isValid()
    assert (tmp_path / "walk.svg").read_text().count("<path") > 50


@pytest.mark.parametrize("choice", [wanted(None, FileKind.PNG), wanted(Content.EXAMPLE, FileKind.MARKDOWN), wanted(Content.KEY, FileKind.PDF)])
def test_what_can_not_be_written_is_told_and_leaves_nothing(
    qtbot: QtBot, steps: StepsWorkspace, notices: Heard, tmp_path: Path, choice: Wanted
) -> None:
    path = tmp_path / "no folder" / f"walk.{choice.kind.value}"
    steps.exporting.export(str(path), choice)
    qtbot.waitUntil(lambda: not steps.jobs.running, timeout=20_000)
    qtbot.waitUntil(lambda: isinstance(notices.all[-1], Notice) and "can't be written" in notices.all[-1].sentence)
    assert list(tmp_path.iterdir()) == []
    steps.exporting.export(str(tmp_path / f"walk.{choice.kind.value}"), choice)
    qtbot.waitUntil(lambda: notices.all[-1].sentence.endswith("is written."))  # type: ignore[attr-defined]  # a notice


def test_two_exports_at_once_are_each_named(qtbot: QtBot, steps: StepsWorkspace, notices: Heard, tmp_path: Path) -> None:
    steps.exporting.export(str(tmp_path / "a.pdf"), wanted(Content.EXAMPLE, FileKind.PDF, Part.ALL))
    steps.exporting.export(str(tmp_path / "b.png"), wanted(None, FileKind.PNG))
    qtbot.waitUntil(lambda: not steps.jobs.running, timeout=20_000)
    qtbot.waitUntil(lambda: "a.pdf is written." in [n.sentence for n in notices.all if isinstance(n, Notice)])
    assert "b.png is written." in [n.sentence for n in notices.all if isinstance(n, Notice)]


def test_a_long_document_can_be_cancelled(qtbot: QtBot, steps: StepsWorkspace, notices: Heard, tmp_path: Path) -> None:
    setup = steps.columns.setup
    setup.settings_changed.emit(replace(setup.settings, iterations=20))
    steps.exporting.export(str(tmp_path / "a.pdf"), wanted(Content.EXAMPLE, FileKind.PDF, Part.ALL))
    qtbot.waitUntil(lambda: isinstance(notices.all[-1], Notice) and "%" in notices.all[-1].sentence, timeout=20_000)
    action = notices.all[-1].action  # type: ignore[attr-defined]  # a notice
    action()
    assert notices.all[-1] is None
    qtbot.waitUntil(lambda: not steps.jobs.running, timeout=20_000)
    assert list(tmp_path.iterdir()) == []
    assert notices.all[-1] is None


def test_parts_of_a_walk_are_counted_from_where_one_is() -> None:
    walk = mazur.walk()
    assert [steps_of(walk, 60, part) for part in (Part.ALL, Part.SO_FAR, Part.ITERATION)] == [(0, 65), (0, 60), (55, 65)]
    assert steps_of(walk, 3, Part.ITERATION) == (0, 54)


def test_the_dialog_asks_what_and_offers_what_goes_with_it(qtbot: QtBot, steps: StepsWorkspace, actions: Actions) -> None:
    actions["steps_export"].trigger()
    dialog = steps.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.wanted == Wanted(Content.EXAMPLE, FileKind.PDF, Part.ITERATION, Blanks.FORMULA)
    dialog.content.show_value("picture")
    dialog.content.committed.emit("content", "picture")
    assert dialog.wanted.kind is FileKind.PNG
    assert dialog.wanted.content is None
    dialog.reject()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


# The end, and the start


def test_closing_waits_for_its_jobs(qtbot: QtBot, steps: StepsWorkspace) -> None:
    setup = steps.columns.setup
    setup.settings_changed.emit(replace(setup.settings, iterations=1000))
    steps.player.play()
    with qtbot.waitSignal(steps.closed, timeout=20_000):
        assert not steps.shutdown()
    assert not steps.player.playing
    assert steps.shutdown()


def test_nothing_of_the_steps_is_imported_before_it_is_shown() -> None:
    code = """
import sys
from gui.app import Program, make_application
from gui.preferences import Preferences
application = make_application([])
program = Program(Preferences(None))
program.show()
program.window.grab()
program.train
own = ("gui.workspaces.steps", "gui.views.steps_diagram", "gui.views.equation", "gui.export", "gui.typeset", "gui.panels.outline",
       "gui.panels.player", "gui.panels.why", "gui.panels.checks", "gui.panels.predict", "gui.panels.steps",
       "gui.panels.export_dialog", "gui.session.replay_player", "gui.session.explained",
       "nn.replay.build", "nn.replay.mazur", "nn.replay.documents", "nn.replay.check", "ziamath", "ziafont", "sympy")
print([m for m in sys.modules if m.startswith(own)])
program.window.show_workspace("steps")
print("gui.workspaces.steps.workspace" in sys.modules, "sympy" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "True False"]


def test_the_walk_on_screen_is_the_one_that_was_built(steps: StepsWorkspace) -> None:
    walk = build_walk(mazur.network(), mazur.sample(), mazur.settings())
    assert [step.value for step in walk_of(steps).steps] == [step.value for step in walk.steps]
    assert isinstance(walk_of(steps).scheme.settings, ReplaySettings)
