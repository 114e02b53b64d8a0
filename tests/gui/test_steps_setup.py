"""The lesson's form: what is walked through, and with which settings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.fields.button import TextButton
from gui.fields.grid import Cell
from gui.fields.symbols import plain_text
from gui.panels.checks import ChecksPanel
from gui.panels.player import PlayerPanel
from gui.panels.predict import PredictPanel
from gui.panels.steps_setup import MOST_ITERATIONS, NETWORK, StepsSetupPanel
from nn.errors import SettingsError
from nn.replay import mazur
from nn.replay.expression import Derivative, Name
from nn.replay.settings import BiasMode, Naming, ReplaySettings
from nn.text import Sentence
from tests.gui.hands import Heard, choose, type_in


@pytest.fixture
def setup(qtbot: QtBot) -> StepsSetupPanel:
    panel = StepsSetupPanel()
    qtbot.addWidget(panel)
    panel.resize(264, 400)
    panel.show()
    return panel


def test_all_lessons_are_offered_each_with_its_words(setup: StepsSetupPanel) -> None:
    heard = Heard()
    setup.lesson_chosen.connect(heard)
    for lesson in mazur.LESSONS[1:]:
        choose(setup.lesson, lesson.id)
        assert setup.intro.text() == lesson.intro
    assert heard.all == [(lesson.id,) for lesson in mazur.LESSONS[1:]]


def test_the_network_in_train_is_offered_when_there_is_one(setup: StepsSetupPanel) -> None:
    heard = Heard()
    setup.lesson_chosen.connect(heard)
    assert NETWORK not in [choice.value for choice in setup.lesson._choices]
    setup.show_lessons("example", "2-4-4-1")
    assert setup.lesson._choices[-1].long_name == "The network in Train · 2-4-4-1"
    choose(setup.lesson, NETWORK)
    assert heard.all == [(NETWORK,)]
    setup.show_lessons(NETWORK, "2-4-4-1")
    assert len(heard.all) == 1
    assert setup.intro.text()


def test_settings_are_filled_silently_and_sent_once_per_edit(setup: StepsSetupPanel) -> None:
    heard = Heard()
    setup.settings_changed.connect(heard)
    setup.show_settings(mazur.settings(iterations=3))
    assert heard.all == []
    type_in(setup.number_field("learning_rate"), "0,1")
    type_in(setup.number_field("iterations"), "10")
    choose(setup.biases, BiasMode.PER_LAYER)
    choose(setup.naming, Naming.LAYER)
    assert [settings for (settings,) in heard.all] == [
        mazur.settings(iterations=3, learning_rate=0.1),
        mazur.settings(iterations=10, learning_rate=0.1),
        mazur.settings(iterations=10, learning_rate=0.1, biases=BiasMode.PER_LAYER),
        mazur.settings(iterations=10, learning_rate=0.1, biases=BiasMode.PER_LAYER, naming=Naming.LAYER),
    ]


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("learning_rate", "0", "above 0"),
        ("learning_rate", "fast", "“fast” can't be read"),
        ("iterations", "0", "from 1"),
        ("iterations", "1001", "At most 1\u2009000"),
        ("iterations", "1.5", "whole number"),
    ],
)
def test_what_cannot_be_used_is_marked_and_not_sent(setup: StepsSetupPanel, key: str, text: str, said: str) -> None:
    heard = Heard()
    setup.settings_changed.connect(heard)
    field = setup.number_field(key)
    type_in(field, text)
    assert said in field.problem
    assert heard.all == []
    assert field.text() == text


def test_the_most_iterations_can_be_walked(setup: StepsSetupPanel) -> None:
    heard = Heard()
    setup.settings_changed.connect(heard)
    type_in(setup.number_field("iterations"), str(MOST_ITERATIONS))
    assert heard.all[0][0].iterations == MOST_ITERATIONS


def test_a_sample_is_chosen_out_of_those_there_are(setup: StepsSetupPanel) -> None:
    heard = Heard()
    setup.sample_chosen.connect(heard)
    assert not setup.sample.isVisible()
    setup.show_sample(11, 400)
    assert setup.sample.isVisible()
    assert setup.sample.text() == "12"
    type_in(setup.sample, "400")
    type_in(setup.sample, "401")
    assert heard.all == [(399,)]
    assert "400 samples" in setup.sample.problem
    setup.show_sample(0, 0)
    assert not setup.sample.isVisible()


def test_an_error_is_shown_at_its_field(setup: StepsSetupPanel) -> None:
    assert setup.show_error(SettingsError("replay.learning_rate", "Too large."))
    assert setup.number_field("learning_rate").problem == "Too large."
    assert setup.show_error(SettingsError("replay.biases", "Not these."))
    assert setup.biases.problem == "Not these."
    assert not setup.show_error(SettingsError("replay.l1", "Not here."))
    assert not setup.show_error(SettingsError("sample", "There is one only."))


def test_there_is_a_way_back_when_something_was_changed(qtbot: QtBot, setup: StepsSetupPanel) -> None:
    assert not setup.original.isEnabled()
    setup.show_changed(True)
    with qtbot.waitSignal(setup.original_requested):
        qtbot.mouseClick(setup.original, Qt.MouseButton.LeftButton)


def test_what_may_not_be_edited_is_locked(setup: StepsSetupPanel) -> None:
    setup.show_settings(ReplaySettings(), editable=False)
    assert not setup.biases.isEnabled()
    assert not setup.number_field("iterations").isEnabled()
    assert setup.lesson.isEnabled()


@pytest.mark.usefixtures("longer")
def test_nothing_is_cut_in_a_longer_language(qtbot: QtBot) -> None:
    setup = StepsSetupPanel()
    qtbot.addWidget(setup)
    setup.show_lessons(NETWORK, "2-4-4-1")
    setup.show_sample(3, 400)
    setup.resize(264, 600)
    setup.show()
    assert setup.header.text().endswith("n")
    for field in (setup.biases, setup.naming):
        assert field.width() >= field.needed_width()
    for cell in setup.findChildren(Cell):
        assert not cell.isVisible() or cell.width() >= cell._caption.needed_width()

    predict = PredictPanel()
    qtbot.addWidget(predict)
    predict.show_asked(True)
    predict.show_question(Sentence("How much?"))
    predict.show()
    predict.resize(320, predict.heightForWidth(320))
    for button in predict.findChildren(TextButton):
        assert button.width() >= button.needed_width()
    assert predict.buttons.height() == 32
    predict.resize(256, predict.heightForWidth(256))  # the narrow column's
    assert predict.buttons.height() == 72
    for button in predict.findChildren(TextButton):
        assert button.width() >= button.needed_width()
        assert predict.buttons.rect().contains(button.geometry())
    assert predict.minimumSizeHint().width() <= 256

    checks = ChecksPanel()
    qtbot.addWidget(checks)
    checks.show_step(Derivative(Name("E", "total"), Name("w", "5")), 0.5)
    checks.resize(256, checks.heightForWidth(256))
    checks.show()
    assert plain_text(checks.nudge.fitting_name(100)) == "w5 ± 0.001"
    assert plain_text(checks.nudge.fitting_name(400)) == checks.nudge.name
    assert checks.minimumSizeHint().width() <= 256


@pytest.mark.usefixtures("longer")
def test_the_player_fits_in_a_longer_language(qtbot: QtBot) -> None:
    player = PlayerPanel()
    qtbot.addWidget(player)
    player.show_walk(mazur.walk())
    player.resize(952, 64)
    player.show()
    assert player.minimumSizeHint().width() <= 952
    assert player.granularity_list.isVisible()
    assert player.granularity_list.width() >= player.granularity_list.needed_width()
