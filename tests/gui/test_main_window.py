"""The frame: rail, title bar, notices, keys, and leaving."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.actions import TABLE, Actions, Group, shown_keys
from gui.errors import Notice, Severity, notice_of
from gui.main_window import MainWindow, Workspace
from gui.theme import ThemeName, theme
from gui.widgets.cheat_sheet import COLUMNS
from gui.workspaces.placeholder import PROMISES, Placeholder
from nn.errors import SettingsError


class Work(QWidget):
    """A workspace with a field, that has ended when it is told so."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.choice = QComboBox(self)
        self.choice.addItems(["one", "two"])
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.choice)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ended = True

    def shutdown(self) -> bool:
        return self.ended


class Counter:
    """How often something happened."""

    def __init__(self) -> None:
        self.count = 0

    def add(self) -> None:
        self.count += 1


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    return Actions(QCoreApplication.instance())


@pytest.fixture
def window(qtbot: QtBot, actions: Actions) -> Iterator[MainWindow]:
    places = [Workspace("train", "train", Work), Workspace("steps", "steps", lambda: Placeholder("lessons", "lessons"))]
    places.append(Workspace("lessons", "lessons", lambda: Placeholder("lessons", "lessons"), lower=True))
    made = MainWindow(actions, places)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    theme().switch(ThemeName.DARK)
    theme().set_projector(False)


def work(window: MainWindow) -> Work:
    widget = window.widget("train")
    assert isinstance(widget, Work)
    return widget


@pytest.mark.parametrize("place", sorted({place for spec in TABLE for place in spec.places}))
def test_no_two_actions_share_a_key_in_a_workspace(place: str) -> None:
    keys = [key for spec in TABLE if not spec.places or place in spec.places for key in spec.keys]
    assert len(set(keys)) == len(keys)


def test_the_actions_of_other_workspaces_are_out_of_the_way(window: MainWindow, actions: Actions) -> None:
    assert actions["step"].isVisible()
    assert not actions["steps_forward"].isVisible()
    window.show_workspace("steps")
    assert not actions["step"].isEnabled()
    assert actions["steps_forward"].isEnabled()
    assert actions["theme"].isEnabled()


def test_the_rail_and_its_keys_change_the_workspace(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.rail.item("steps"), Qt.MouseButton.LeftButton)
    assert window.current == "steps"
    assert window.widget("steps").isVisible()
    assert not work(window).isVisible()
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "train"
    assert window.rail.item("train").isChecked()
    assert not window.rail.item("steps").isChecked()


@pytest.mark.parametrize(
    ("chord", "name"),
    [
        ((Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier), "play"),
        ((Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier), "step"),
        ((Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier), "step_epoch"),
        ((Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier), "step_ten"),
        ((Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier), "back"),
        ((Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier), "toggle_neuron"),
        ((Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier), "alone"),
        ((Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier), "all_on"),
        ((Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier), "all_on"),
        ((Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier), "new_weights"),
        ((Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier), "fit"),
    ],
)
def test_keys_reach_their_action_once(
    qtbot: QtBot, window: MainWindow, actions: Actions, chord: tuple[Qt.Key, Qt.KeyboardModifier], name: str
) -> None:
    counter = Counter()
    actions[name].triggered.connect(counter.add)
    work(window).setFocus()
    qtbot.keyClick(work(window), *chord)
    assert counter.count == 1


@pytest.mark.parametrize("letters", ["dartlfp ", "DAR"])
def test_letters_typed_in_a_field_are_letters(qtbot: QtBot, window: MainWindow, actions: Actions, letters: str) -> None:
    counter = Counter()
    for action in actions.all():
        action.triggered.connect(counter.add)
    field = work(window).field
    field.setFocus()
    qtbot.keyClicks(field, letters)
    qtbot.keyClick(field, Qt.Key.Key_Left)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == letters[:-2] + letters[-1]
    assert counter.count == 0
    qtbot.keyClick(field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "steps"


def test_a_disabled_action_dims_its_button(window: MainWindow, actions: Actions) -> None:
    button = window.title_bar.buttons["undo"]
    actions["undo"].setEnabled(False)
    assert not button.isEnabled()
    actions["undo"].setEnabled(True)
    assert button.isEnabled()
    assert button.accessibleName() == actions["undo"].toolTip()


def test_the_title_is_in_the_bar_and_on_the_window(window: MainWindow) -> None:
    window.show_title("Circles · 2-4-8-1")
    assert window.windowTitle() == "Circles · 2-4-8-1 – Neurolupa"
    window.show_title("")
    assert window.windowTitle() == "Neurolupa"


def test_a_notice_says_its_sentence_offers_its_action_and_goes(qtbot: QtBot, window: MainWindow) -> None:
    counter = Counter()
    bar = window.notice_bar
    assert not bar.isVisible()
    window.show_notice(Notice("The loss is not a number any more.", Severity.ERROR, "Half the rate", counter.add))
    assert bar.isVisible()
    assert bar.accessibleName() == "The loss is not a number any more."
    assert bar.action_button.text() == "Half the rate"
    qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    assert counter.count == 1
    assert not bar.isVisible()
    window.show_notice(Notice("Only so that you know."))
    assert not bar.action_button.isVisible()
    bar.action_button.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    window.show_notice(None)
    assert bar.notice is None


def test_an_action_may_show_the_next_notice(qtbot: QtBot, window: MainWindow) -> None:
    window.show_notice(Notice("First.", action_text="Go on", action=lambda: window.show_notice(Notice("Second."))))
    qtbot.mouseClick(window.notice_bar.action_button, Qt.MouseButton.LeftButton)
    assert window.notice_bar.notice == Notice("Second.")


def test_errors_become_sentences() -> None:
    known = notice_of(
        SettingsError("training.learning_rate", "{field} must be above 0; {value} can't be used.", field="training.learning_rate", value=-1)
    )
    assert known.severity is Severity.ERROR
    assert known.sentence == "Learning rate must be above 0; −1 can't be used."
    unknown = notice_of(ValueError("operands could not be broadcast"))
    assert "ValueError: operands could not be broadcast" in unknown.sentence
    assert "memory" in notice_of(MemoryError()).sentence


def test_the_cheat_sheet_lists_every_key_and_keeps_them_from_the_program(qtbot: QtBot, window: MainWindow, actions: Actions) -> None:
    counter = Counter()
    actions["play"].triggered.connect(counter.add)
    sheet = window.cheat_sheet
    work(window).setFocus()
    qtbot.keyClick(work(window), Qt.Key.Key_F1)
    assert sheet.isVisible()
    assert sheet.geometry() == window.rect()
    assert {group for groups in COLUMNS for group in groups} == set(Group)
    listed = {key for group in Group for row in sheet.rows(group) for key in row.keys}
    assert listed == {key for action in actions.all() if action.isVisible() for key in shown_keys(action)}
    assert "End" not in listed  # a key of another workspace
    assert "→" in listed
    qtbot.keyClick(sheet, Qt.Key.Key_Space)
    assert counter.count == 0
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert work(window).hasFocus()


def test_the_cheat_sheet_is_quiet_when_its_attributes_have_gone(window: MainWindow) -> None:
    """As at the program's end, when Python clears objects before Qt has sent its last events."""
    sheet, behind = window.cheat_sheet, window.cheat_sheet._behind
    del sheet._behind
    assert not sheet.eventFilter(window, QEvent(QEvent.Type.Hide))
    sheet._behind = behind


def test_the_cheat_sheet_follows_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.cheat_sheet.toggle()
    window.resize(1200, 700)
    qtbot.waitUntil(lambda: window.cheat_sheet.size() == window.size())
    window.cheat_sheet.grab()
    qtbot.mouseClick(window.cheat_sheet, Qt.MouseButton.LeftButton)
    assert not window.cheat_sheet.isVisible()


def test_the_window_waits_for_work_that_goes_on(window: MainWindow) -> None:
    busy = work(window)
    busy.ended = False
    window.end_with(busy)
    assert not window.close()
    assert window.isVisible()
    busy.ended = True
    window.close_again()
    assert not window.isVisible()


def test_the_theme_key_changes_what_is_painted(qtbot: QtBot, window: MainWindow) -> None:
    dark = window.grab().toImage().pixelColor(4, 4)
    qtbot.keyClick(work(window), Qt.Key.Key_T)
    light = window.grab().toImage().pixelColor(4, 4)
    assert dark == QColor("#0A0E14")
    assert light == QColor("#FFFFFF")


def test_the_projector_makes_the_frame_larger(window: MainWindow, actions: Actions) -> None:
    height, width = window.title_bar.height(), window.rail.width()
    actions["projector"].setChecked(True)
    assert (window.title_bar.height(), window.rail.width()) == (height * 1.25, width * 1.25)


def test_geometry_is_restored_and_nonsense_is_not(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 700)  # no wider than the offscreen screen allows to be restored
    text = window.geometry_text()
    window.resize(1300, 750)
    window.restore("no geometry")
    assert (window.width(), window.height()) == (1300, 750)
    window.restore(text)
    assert (window.width(), window.height()) == (1024, 700)


def test_each_place_says_what_comes_and_leads_to_train(qtbot: QtBot, window: MainWindow) -> None:
    place = window.widget("steps")
    assert isinstance(place, Placeholder)
    assert place.accessibleName() == PROMISES["lessons"].title
    with qtbot.waitSignal(place.train_requested):
        place.findChild(QWidget, "go_to_train").click()  # type: ignore[union-attr]  # it is a button


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    window.show_notice(Notice("A sentence.", action_text="Act", action=window.show_title))
    frame = [*window.title_bar.findChildren(QWidget), *window.rail.findChildren(QWidget), *window.notice_bar.findChildren(QWidget)]
    nameless = [
        widget
        for widget in frame
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_a_choice_with_the_focus_leaves_the_arrows_sideways_to_the_program(qtbot: QtBot, window: MainWindow, actions: Actions) -> None:
    forward, play = Counter(), Counter()
    actions["step"].triggered.connect(forward.add)
    actions["play"].triggered.connect(play.add)
    choice = work(window).choice
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Right)
    assert (forward.count, choice.currentIndex()) == (1, 0)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentIndex() == 1
    qtbot.keyClick(choice, Qt.Key.Key_Space)  # opens its list
    assert play.count == 0
    choice.hidePopup()
    work(window).field.setFocus()
    qtbot.keyClick(work(window).field, Qt.Key.Key_Right)
    assert forward.count == 1
