"""The page below the gallery: a card, or all the room of the middle."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from inside_data_fakes import answer
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.fields.beside import Beside
from gui.fields.text import StillWords
from gui.workspaces.inside.below import HEIGHT, Page
from gui.workspaces.inside.columns import InsideColumns
from gui.workspaces.inside.showing import Showing
from nn.inside.pairs import Pairs
from nn.inside.views import InsideRequest
from nn.training.snapshot import RunState


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


def test_while_there_is_nothing_to_see_the_smaller_part_has_the_place(qtbot: QtBot) -> None:
    both = Beside(250)
    qtbot.addWidget(both)
    words = QLabel("words")
    both.side.addWidget(words)
    both.resize(900, 300)
    both.show()
    assert both.is_wide and words.mapTo(both, QPoint()).x() > 400
    both.show_main(False)
    qtbot.waitUntil(lambda: words.mapTo(both, QPoint()).x() == 0)
    both.show_main(True)
    qtbot.waitUntil(lambda: words.mapTo(both, QPoint()).x() > 400)


def test_in_a_low_window_all_ten_outputs_are_seen(columns: InsideColumns, qtbot: QtBot) -> None:
    columns.show_kind(pictures=True, classes=True)
    columns.outputs.show_answer(answer([0.1] * 10), tuple("0123456789"), shares=True)
    columns.resize(1200, 768)  # of a window of 1280 × 800
    bars, room = columns.outputs.bars, columns.transport

    def lowest() -> int:
        return int(bars.mapTo(columns, QPoint(0, bars.height())).y())

    qtbot.waitUntil(lambda: bars.height() > 200 and lowest() <= room.y())
    low = columns.pad.height()
    columns.resize(1400, 1000)
    qtbot.waitUntil(lambda: columns.pad.height() > low)


def test_a_line_without_room_is_written_in_short(qtbot: QtBot) -> None:
    line = StillWords()
    qtbot.addWidget(line)
    whole, short, pictures = "mean squared error 0.5", "MSE 0.5", []
    for width, texts in ((400, (whole, short)), (400, (whole,)), (90, (whole, short)), (90, (short,))):
        line.resize(width, 20)
        line.show_text(*texts)
        assert line.text() == texts[0]
        pictures.append(line.grab().toImage())
    assert pictures[0] == pictures[1] and pictures[2] == pictures[3]


def test_only_the_answer_to_the_newest_stroke_is_painted_before_all_else(columns: InsideColumns, monkeypatch: pytest.MonkeyPatch) -> None:
    columns.show_kind(pictures=True, classes=True)
    old, new = (InsideRequest(drawn=np.full(4, ink, dtype=np.float32)) for ink in (0.0, 1.0))
    showing = Showing(columns, SimpleNamespace(request=new))  # type: ignore[arg-type]  # the request is all that it looks at
    showing._run, showing._next_numbers = SimpleNamespace(run_id=1), float("inf")  # type: ignore[assignment]
    found: list[bool] = []
    monkeypatch.setattr(showing, "_answer", lambda *_parts, at_once: found.append(at_once))
    monkeypatch.setattr(showing, "_inside", lambda *_parts: None)

    def show(request: InsideRequest) -> None:
        inside = SimpleNamespace(answer=answer([0.5, 0.5]), request=request)
        showing.snapshot(SimpleNamespace(run_id=1, state=RunState.RUNNING, inside=inside))  # type: ignore[arg-type]

    show(new)
    columns.pad.put_down(0.5, 0.5)
    show(old)
    show(new)
    columns.pad.lift()
    show(new)
    assert found == [False, False, True, False]
