"""The page below the gallery: a card, or all the room of the middle."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.fields.beside import Beside
from gui.workspaces.inside.below import HEIGHT, Page
from gui.workspaces.inside.columns import InsideColumns
from nn.inside.pairs import Pairs


@pytest.fixture
def columns(qtbot: QtBot) -> InsideColumns:
    made = InsideColumns()
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made


def test_a_page_is_shown_large_in_the_gallerys_place_and_goes_back(columns: InsideColumns, qtbot: QtBot) -> None:
    below = columns.below
    qtbot.keyClick(below.enlarge, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: below.height() > 1.5 * HEIGHT)
    assert below.is_large and columns.gallery.isHidden() and "Esc" in below.enlarge.accessibleName()
    qtbot.keyClick(below.enlarge, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: below.height() == HEIGHT)
    assert not below.is_large and columns.gallery.isVisible()


def test_a_double_click_makes_the_matrix_of_pairs_large(columns: InsideColumns, qtbot: QtBot) -> None:
    below = columns.below
    overlap = np.random.default_rng(0).normal(size=(32, 32))
    below.pairs.show_pairs(Pairs(1, overlap + overlap.T, np.zeros(32), 0.5, 100))
    below.turn(Page.PAIRS)
    matrix = below.pairs.matrix
    qtbot.waitUntil(lambda: matrix.cell() > 3)
    small = matrix.cell()
    QTest.mouseDClick(matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, matrix.rect_of(3, 4).center().toPoint())
    qtbot.waitUntil(lambda: matrix.cell() > 2 * small)
    assert matrix.rect().adjusted(0, 0, 1, 1).contains(matrix.rect_of(31, 31).toRect())


def test_without_hidden_layers_the_page_has_the_room_for_itself(columns: InsideColumns, qtbot: QtBot) -> None:
    below = columns.below
    columns.show_kind(pictures=False, classes=True, hidden=False)
    assert below.is_large and columns.gallery.isHidden() and below.enlarge.isHidden()
    columns.show_kind(pictures=False, classes=True)
    assert not below.is_large and columns.gallery.isVisible() and below.enlarge.isVisible()


def test_a_square_gets_the_larger_of_two_places(qtbot: QtBot) -> None:
    both = Beside(250, square=True)
    qtbot.addWidget(both)
    both.resize(900, 300)
    both.show()
    assert both.is_wide
    both.resize(700, 700)
    assert not both.is_wide
