"""Contributions and difference map: both where there is room, each within reach where there is none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.panels.contribution import ContributionPanel
from gui.theme import theme
from gui.views.difference_map import DifferenceMap
from gui.workspaces.train.below import Below


@pytest.fixture
def below(qtbot: QtBot) -> Below:
    made = Below(ContributionPanel(), DifferenceMap())
    qtbot.addWidget(made)
    made.resize(700, 180)
    made.show()
    made.show_room(700)
    return made


def seen(below: Below) -> tuple[bool, bool, bool]:
    """Whether the contributions, the map and the button are there."""
    return below._contribution.isVisible(), below._difference.isVisible(), below.turn.isVisible()


def test_both_stand_side_by_side_where_there_is_room(below: Below) -> None:
    assert seen(below) == (True, True, False)
    assert below._difference.width() == 160


def test_in_a_narrow_window_a_button_turns_the_page(below: Below, qtbot: QtBot) -> None:
    below.show_room(400)
    below.resize(400, 180)
    assert seen(below) == (True, False, True)
    to_map = below.turn.accessibleName()
    below.turn.setFocus()
    qtbot.keyClick(below.turn, Qt.Key.Key_Space)
    assert seen(below) == (False, True, True)
    assert below.turn.accessibleName() != to_map
    qtbot.waitUntil(lambda: below._difference.width() > 300, timeout=5000)
    below.turn.click()
    assert seen(below) == (True, False, True)


def test_the_page_is_kept_while_the_window_is_wide(below: Below) -> None:
    below.show_room(400)
    below.turn.click()
    below.show_room(700)
    assert seen(below) == (True, True, False)
    below.show_room(400)
    assert seen(below) == (False, True, True)


def test_a_projectors_larger_words_need_more_room(below: Below) -> None:
    below.show_room(560)
    assert below.both
    theme().set_projector(True)
    try:
        assert not below.both
        assert seen(below) == (True, False, True)
    finally:
        theme().set_projector(False)
