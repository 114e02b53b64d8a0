"""The input widgets: what they read, what they refuse and say, what they keep."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.fields.choice import ChoiceField, choices_of
from gui.fields.grid import Cell, FormGrid
from gui.fields.labels import field_name, label
from gui.fields.line import NumberField, NumberKind
from gui.fields.motion import set_reduced_motion
from gui.fields.numbers import linear_step, log_step, parse_finite, parse_number, parse_percent, parse_whole, shown
from gui.fields.section import Section
from gui.fields.seed import SeedField
from gui.fields.sentence import sentence_text
from gui.theme import theme
from nn import choices
from nn.choices import Activation, OptimizerKind, ScheduleKind
from nn.settings import TrainingSettings
from nn.text import Sentence


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        ("−4", -4.0),
        ("1e-3", 1e-3),
        ("1e−3", 1e-3),
        ("10 000", 10_000.0),
        ("10\u202f000,5", 10_000.5),
        ("1.000,5", 1000.5),
        ("1,000.5", 1000.5),
        ("1.234.567,5", 1_234_567.5),
        (" .25 ", 0.25),
        ("+2.", 2.0),
    ],
)
def test_reads_numbers_as_people_type_them(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "five", "1..2", "1e", "--1", "0x10", "1_000", "1.2.3", "12,34.5", "1,2,3", "20 %"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


def test_nan_is_read_so_that_the_settings_can_refuse_it() -> None:
    value = parse_number("nan")
    assert value is not None
    assert math.isnan(value)


@pytest.mark.parametrize("text", ["nan", "inf", "−∞", "1e999", "", "five"])
def test_only_a_finite_number_is_taken_where_no_other_serves(text: str) -> None:
    assert parse_finite(text) is None
    assert parse_finite("−1,5e3") == -1500.0


@pytest.mark.parametrize(("text", "value"), [("20 %", 0.2), ("20%", 0.2), ("12,5", 0.125), ("%", None), ("20 %%", None)])
def test_a_share_is_typed_in_percent(text: str, value: float | None) -> None:
    assert parse_percent(text) == value


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("1.000", 1000), ("1,000,000", 1_000_000), ("4.0", 4), ("4.5", None), ("inf", None)])
def test_reads_whole_numbers(text: str, value: int | None) -> None:
    assert parse_whole(text) == value


@pytest.mark.parametrize("value", [0.05, 1e-7, -0.25, 500, 12_345, 0.1 + 0.2, 3.0, 1e300])
def test_what_is_shown_reads_back_as_the_same_number(value: float) -> None:
    assert parse_number(shown(value)) == value


def test_log_steps_go_by_one_two_five() -> None:
    assert [log_step(value, True, 1e-6) for value in (0.05, 0.1, 0.2, 0.03)] == [0.1, 0.2, 0.5, 0.05]
    assert [log_step(value, False, 1e-6) for value in (0.05, 0.1, 0.03)] == [0.02, 0.05, 0.02]
    assert log_step(0.0, True, 1e-6) == 1e-6
    assert log_step(1e-6, False, 1e-6) == 0.0


def test_linear_steps_are_multiples() -> None:
    assert linear_step(0.05, 0.05, True) == 0.1
    assert linear_step(0.3, 0.1, True) == 0.4
    assert linear_step(0.07, 0.05, False) == 0.05


def test_every_choice_has_its_own_name() -> None:
    for name in ("Activation", "Loss", "Reduction", "OptimizerKind", "ScheduleKind", "Initializer", "Precision", "DeviceChoice", "DataKind"):
        members = tuple(getattr(choices, name))
        assert len({label(member) for member in members}) == len(members)
    for enum in (choices.Feature, choices.Task, choices.MissingValues, choices.AblationMode):
        assert all(label(member) for member in enum)
    assert label(Activation.STEP) == "step"
    assert label(ScheduleKind.STEP) == "Steps"


def test_a_sentence_names_the_field_as_the_form_does() -> None:
    sentence = Sentence("{field} must be above {low:g}; {value} can't be used.", {"field": "training.learning_rate", "low": 0.0, "value": -1.0})
    assert sentence_text(sentence) == "Learning rate must be above 0; −1 can't be used."
    assert field_name("no.such.field") == "no.such.field"


def rate_trial(_key: str, value: object) -> None:
    TrainingSettings(learning_rate=value)  # type: ignore[arg-type]  # raises for what can't be used


def rate_field(qtbot: QtBot) -> tuple[NumberField, list[tuple[str, object]]]:
    field = NumberField("learning_rate", NumberKind(step=0, least=1e-6), rate_trial)
    field.setAccessibleName("Learning rate")
    qtbot.addWidget(field)
    field.show_value(0.05)
    sent: list[tuple[str, object]] = []

    def keep(key: str, value: object) -> None:
        sent.append((key, value))

    field.committed.connect(keep)
    field.show()
    field.setFocus()
    return field, sent


def type_over(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_enter_commits_once(qtbot: QtBot) -> None:
    field, sent = rate_field(qtbot)
    type_over(qtbot, field, "0,3")
    assert sent == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.commit()
    assert sent == [("learning_rate", 0.3)]
    assert field.text() == "0.3"


@pytest.mark.parametrize("text", ["0", "-1", "nan", "fast", ""])
def test_what_cannot_be_used_is_said_and_the_old_value_kept(qtbot: QtBot, text: str) -> None:
    field, sent = rate_field(qtbot)
    type_over(qtbot, field, text) if text else field.clear()
    field.commit()
    assert sent == []
    assert field.value == 0.05
    assert field.text() == text
    assert "Learning rate" in field.problem
    assert field.toolTip() == field.problem


def test_escape_brings_the_old_value_back(qtbot: QtBot) -> None:
    field, sent = rate_field(qtbot)
    type_over(qtbot, field, "-1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.problem
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.problem, sent) == ("0.05", "", [])


def test_a_run_of_key_steps_is_one_edit(qtbot: QtBot) -> None:
    field, sent = rate_field(qtbot)
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "0.5"
    qtbot.waitUntil(lambda: sent == [("learning_rate", 0.5)], timeout=2000)


def test_a_step_to_where_nothing_can_be_used_is_not_done(qtbot: QtBot) -> None:
    field, _ = rate_field(qtbot)
    field.show_value(1e-6)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value == 1e-6
    assert field.text() == "1e−06"


def wheel(widget: QWidget) -> QWheelEvent:
    place = QPointF(5, 5)
    none, keys, buttons = QPoint(), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    return QWheelEvent(place, widget.mapToGlobal(place), none, QPoint(0, 120), buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)


def test_the_wheel_turns_only_a_focused_number_and_never_a_choice(qtbot: QtBot) -> None:
    field, _ = rate_field(qtbot)
    field.clearFocus()
    QApplication.sendEvent(field, wheel(field))
    assert field.text() == "0.05"
    choice = ChoiceField("kind")
    qtbot.addWidget(choice)
    choice.set_choices(choices_of(tuple(OptimizerKind)))
    choice.show_value(OptimizerKind.MOMENTUM)
    event = wheel(choice)
    QApplication.sendEvent(choice, event)
    assert choice.value is OptimizerKind.MOMENTUM
    assert not event.isAccepted()


def test_per_cent(qtbot: QtBot) -> None:
    field = NumberField("share", NumberKind(step=0.05, percent=True), lambda _key, _value: None)
    qtbot.addWidget(field)
    field.show_value(0.2)
    assert field.text() == "20 %"
    field.setText("35")
    field.commit()
    assert field.value == 0.35


def test_an_empty_field_can_mean_none(qtbot: QtBot) -> None:
    field = NumberField("batch", NumberKind(whole=True, may_be_empty=True), lambda _key, _value: None)
    qtbot.addWidget(field)
    field.set_none_text("Full (400)")
    field.show_value(32)
    field.setText("")
    field.commit()
    assert field.value is None
    assert field.text() == "Full (400)"


def test_a_choice_tells_only_what_the_person_chose(qtbot: QtBot) -> None:
    field = ChoiceField("kind")
    qtbot.addWidget(field)
    sent: list[object] = []

    def keep(_key: str, value: object) -> None:
        sent.append(value)

    field.committed.connect(keep)
    field.set_choices(choices_of(tuple(OptimizerKind)))
    field.show_value(OptimizerKind.ADAM)
    assert sent == []
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert sent == [OptimizerKind.RMSPROP]


def test_the_dice_never_draws_the_same_seed(qtbot: QtBot) -> None:
    field = SeedField("seed", lambda _key, _value: None)
    qtbot.addWidget(field)
    field.show_value(7)
    assert field.dice is not None
    for _ in range(50):
        before = field.value
        qtbot.mouseClick(field.dice, Qt.MouseButton.LeftButton)
        assert field.value != before


def test_a_row_is_broken_where_its_words_do_not_fit(qtbot: QtBot) -> None:
    grid = FormGrid()
    qtbot.addWidget(grid)
    cells = [Cell(NumberField(str(i), NumberKind(), lambda _key, _value: None), "Short") for i in range(2)]
    grid.add_row(*cells)
    grid.resize(248, 200)
    assert cells[0].y() == cells[1].y()
    cells[1].set_caption("A caption for a whole line, no less")
    grid.arrange()
    assert cells[1].y() > cells[0].y()
    assert cells[1].width() == 248


def test_a_section_folds_with_the_keyboard(qtbot: QtBot) -> None:
    set_reduced_motion(True)
    try:
        section = Section()
        qtbot.addWidget(section)
        inside = QWidget()
        section.content.addWidget(inside)
        section.show()
        with qtbot.waitSignal(section.folded, timeout=1000):
            qtbot.keyClick(section.header, Qt.Key.Key_Space)
        assert not inside.isVisible()
        qtbot.keyClick(section.header, Qt.Key.Key_Return)
        assert inside.isVisible()
    finally:
        set_reduced_motion(False)


def test_a_section_folds_with_motion_and_ends_folded(qtbot: QtBot) -> None:
    section = Section()
    qtbot.addWidget(section)
    inside = QWidget()
    inside.setMinimumHeight(100)
    section.content.addWidget(inside)
    section.show()
    section.header.click()
    qtbot.waitUntil(lambda: not inside.isVisible(), timeout=2000)
    section.header.click()
    qtbot.waitUntil(lambda: inside.isVisible() and inside.height() >= 100, timeout=2000)


def test_fields_grow_for_a_projector(qtbot: QtBot) -> None:
    field, _ = rate_field(qtbot)
    height = field.height()
    theme().set_projector(True)
    try:
        assert field.height() == round(height * 1.25)
    finally:
        theme().set_projector(False)
