"""How the Steps workspace shares a narrow or low window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.outline import OutlinePanel
from gui.panels.steps_heading import StepsHeading
from gui.panels.steps_setup import StepsSetupPanel
from gui.workspaces.steps.left import OUTLINE, LeftColumn
from nn.replay import mazur

LEFT, LOW, HIGH = 264, 600, 900
LONGEST = max(mazur.LESSONS, key=lambda lesson: len(lesson.intro)).id


@pytest.fixture
def left(qtbot: QtBot) -> LeftColumn:
    setup, outline = StepsSetupPanel(), OutlinePanel()
    column = LeftColumn(setup, outline)
    qtbot.addWidget(column)
    setup.show_lessons(LONGEST)
    outline.show_walk(mazur.walk(), "Backpropagation by hand")
    column.resize(LEFT, HIGH)
    column.show()
    return column


def parts(left: LeftColumn) -> tuple[StepsSetupPanel, OutlinePanel]:
    setup, outline = left.findChild(StepsSetupPanel), left.findChild(OutlinePanel)
    assert isinstance(setup, StepsSetupPanel)
    assert isinstance(outline, OutlinePanel)
    return setup, outline


def test_a_high_column_shows_all_of_the_lessons_words(left: LeftColumn, qtbot: QtBot) -> None:
    setup, outline = parts(left)
    qtbot.waitUntil(lambda: outline.height() >= OUTLINE)
    assert not setup.intro.is_cut
    assert setup.original.isVisible()


def test_in_a_low_column_the_words_are_cut_and_the_outline_keeps_its_rows(left: LeftColumn, qtbot: QtBot) -> None:
    setup, outline = parts(left)
    left.resize(LEFT, LOW)
    qtbot.waitUntil(lambda: setup.intro.is_cut and outline.height() >= OUTLINE)
    assert setup.height() == setup.heightForWidth(LEFT) == LOW - outline.height()
    assert setup.intro.height() == setup.intro.heightForWidth(setup.intro.width())
    assert setup.intro.toolTip() == setup.intro.text()  # nothing is lost
    assert not setup.original.isVisible()
    setup.show_changed(True)
    assert setup.original.isVisible()


def test_a_click_or_enter_shows_the_words_that_were_cut(left: LeftColumn, qtbot: QtBot) -> None:
    setup, _ = parts(left)
    left.resize(LEFT, LOW)
    qtbot.waitUntil(lambda: setup.intro.is_cut)
    QTest.mouseClick(setup.intro, Qt.MouseButton.LeftButton)
    assert not setup.intro.is_cut
    QTest.keyClick(setup.intro, Qt.Key.Key_Return)
    assert setup.intro.is_cut


def test_a_question_of_two_lines_moves_nothing(qtbot: QtBot) -> None:
    heading = StepsHeading()
    qtbot.addWidget(heading)
    heading.show()
    heights = set()
    for width in (400, 600, 900):
        heading.resize(width, heading.sizeHint().height())
        for question in ("What?", "How much does the error change with <i>w</i><sub>5</sub>? " * 2):
            heading.show_question(question)
            heights.add(heading.height())
    assert len(heights) == 1
