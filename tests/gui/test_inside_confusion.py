"""The right column of the Inside workspace: how classes are read, and the samples behind each number."""

from __future__ import annotations

import math

import numpy as np
import pytest
from inside_data_fakes import classes, pictures, points
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.panels.inside import AccuracyPanel, ConfusionPanel, MistakesPanel, SamplesPanel
from gui.panels.inside.accuracy import AccuracyAxis
from gui.panels.inside.confusion import Part
from gui.panels.inside.gallery import Gallery
from gui.panels.inside.matrix import cell_color
from gui.theme import ThemeName, theme

TRAIN = classes([7, 7, 7, 1, 2], [7, 2, 2, 1, 2], [0.99, 0.6, 0.8, 0.7, 0.9])
TEST = classes([7, 7, 7, 7, 0], [2, 7, 2, 1, 0], [0.55, 0.9, 0.95, 0.7, 1.0], first=30)


def confusion(qtbot: QtBot, width: int = 346) -> ConfusionPanel:
    panel = ConfusionPanel()
    qtbot.addWidget(panel)
    panel.show_data(pictures())
    panel.show_classes(TRAIN, TEST)
    panel.resize(width, panel.heightForWidth(width))
    panel.show()
    return panel


def samples(qtbot: QtBot) -> SamplesPanel:
    panel = SamplesPanel()
    qtbot.addWidget(panel)
    panel.resize(346, 150)
    panel.show_data(pictures())
    panel.show_classes(TEST)
    panel.show()
    return panel


def centre(panel: ConfusionPanel, true: int, read: int) -> QPoint:
    return panel.matrix.cell_rect(true, read).center().toPoint()


def test_a_click_chooses_a_cell(qtbot: QtBot) -> None:
    panel = confusion(qtbot)
    with qtbot.waitSignal(panel.cell_chosen, timeout=1000) as chosen:
        QTest.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, pos=centre(panel, 7, 2))
    assert chosen.args == [7, 2]
    assert panel.cell == (7, 2)
    assert panel.matrix.accessibleDescription() == "7 read as 2: 2 of 4 (50.0 %)"


def test_the_arrows_choose_cells_and_stay_inside(qtbot: QtBot) -> None:
    panel = confusion(qtbot)
    chosen: list[tuple[int, int]] = []
    panel.cell_chosen.connect(lambda true, read: chosen.append((true, read)))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(panel.matrix, key)
    assert chosen == [(0, 0), (0, 0), (1, 0), (1, 1), (1, 2), (1, 1)]


def test_a_click_beside_the_cells_chooses_none(qtbot: QtBot) -> None:
    panel = confusion(qtbot)
    QTest.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert panel.cell is None


def test_train_and_test_are_counted_apart(qtbot: QtBot) -> None:
    panel = confusion(qtbot)
    assert panel.part is Part.TEST
    assert panel.classes is TEST
    assert panel.caption.text() == "5 test digits"
    with qtbot.waitSignal(panel.part_changed, timeout=1000) as changed:
        QTest.mouseClick(panel.part_choice.segments[0], Qt.MouseButton.LeftButton)
    assert changed.args == [Part.TRAIN]
    assert panel.classes is TRAIN
    assert panel.caption.text() == "5 train digits"
    assert panel.matrix.text_of(7, 2) == "7 read as 2: 2 of 3 (66.7 %)"


def test_the_cell_stays_while_the_numbers_are_away(qtbot: QtBot) -> None:
    panel = confusion(qtbot)
    panel.show_cell((7, 2))
    panel.show_classes(None, None)
    assert panel.matrix.accessibleDescription() == ""
    panel.grab()
    panel.show_classes(TRAIN, TEST)
    assert panel.cell == (7, 2)
    panel.show_data(points())
    assert panel.cell is None


def test_precision_and_recall_are_one_click_away(qtbot: QtBot) -> None:
    panel = confusion(qtbot)
    QTest.mouseClick(panel.other, Qt.MouseButton.LeftButton)
    assert panel.table.isVisible()
    assert not panel.matrix.isVisible()
    assert panel.table.texts(7) == ("7", "4", "100.0 %", "25.0 %")
    assert panel.table.texts(2) == ("2", "0", "0.0 %", "–")
    QTest.mouseClick(panel.other, Qt.MouseButton.LeftButton)
    assert panel.matrix.isVisible()


@pytest.mark.parametrize("count", [2, 3, 10, 20])
@pytest.mark.parametrize("width", [240, 346])
def test_all_cells_have_room_in_the_column(qtbot: QtBot, count: int, width: int) -> None:
    panel = confusion(qtbot)
    names = tuple(f"a long name {number}" for number in range(count))
    panel.matrix.resize(width, 10)
    panel.matrix.show_counts(np.ones((count, count), dtype=np.int64), names)
    panel.matrix.resize(width, panel.matrix.heightForWidth(width))
    last = panel.matrix.cell_rect(count - 1, count - 1)
    assert last.right() <= width
    assert last.bottom() <= panel.matrix.height() - 16
    assert panel.matrix.cell_at(last.center().toPoint()) == (count - 1, count - 1)
    panel.matrix.grab()


def test_more_mistakes_are_more_strongly_coloured_and_right_ones_grey(qtbot: QtBot) -> None:
    ground, some, most, right = (
        cell_color(0, 9, right=False),
        cell_color(3, 9, right=False),
        cell_color(9, 9, right=False),
        cell_color(180, 9, right=True),
    )
    assert ground == theme().color("card")
    assert most == theme().color("badfill")
    assert ground.red() < some.red() < most.red()
    assert max(right.red(), right.green(), right.blue()) - min(right.red(), right.green(), right.blue()) < 40


def test_the_surest_samples_of_a_cell_come_first(qtbot: QtBot) -> None:
    panel = samples(qtbot)
    panel.show_cell((7, 2))
    assert [entry.sample for entry in panel.strip.entries] == [32, 30]
    assert [entry.lines for entry in panel.strip.entries] == [("95.0 %",), ("55.0 %",)]
    assert panel.heading.text() == "7 read as 2"
    assert panel.caption.text() == "2 of 4"
    with qtbot.waitSignal(panel.sample_chosen, timeout=1000) as chosen:
        QTest.mouseClick(panel.strip, Qt.MouseButton.LeftButton, pos=panel.strip.rect_of(1).center().toPoint())
    assert chosen.args == [30]


def test_samples_are_paged_and_the_page_stays_while_training(qtbot: QtBot) -> None:
    panel = samples(qtbot)
    many = classes([3] * 10, [3] * 10, [0.9 - 0.01 * place for place in range(10)])
    panel.show_classes(many)
    panel.show_cell((3, 3))
    assert panel.pages == 3
    assert not panel.back.isEnabled()
    QTest.mouseClick(panel.on, Qt.MouseButton.LeftButton)
    assert [entry.sample for entry in panel.strip.entries] == [4, 5, 6, 7]
    panel.show_classes(classes([3] * 10, [3] * 10, [0.9] * 10))
    assert panel.page == 1
    QTest.mouseClick(panel.on, Qt.MouseButton.LeftButton)
    assert [entry.sample for entry in panel.strip.entries] == [8, 9]
    assert not panel.on.isEnabled()
    panel.show_classes(classes([3] * 5, [3] * 5, [0.9] * 5))
    assert panel.page == 1
    assert len(panel.strip.entries) == 1


def test_the_keys_choose_a_sample(qtbot: QtBot) -> None:
    panel = samples(qtbot)
    panel.show_cell((7, 2))
    with qtbot.waitSignal(panel.sample_chosen, timeout=1000) as chosen:
        QTest.keyClick(panel.strip, Qt.Key.Key_Right)
        QTest.keyClick(panel.strip, Qt.Key.Key_Return)
    assert chosen.args == [30]
    assert panel.strip.accessibleDescription() == "Sample 30: 7 read as 2, 55.0 %"


def test_pictures_change_with_the_theme(qtbot: QtBot) -> None:
    panel = samples(qtbot)
    panel.show_cell((7, 2))
    inks = []
    for name in (ThemeName.LIGHT, ThemeName.DARK):
        theme().switch(name)
        image = panel.strip.entries[0].image  # sample 32 is bright in its first pixel
        assert image is not None
        inks.append(image.pixelColor(0, 0).name())
        assert inks[-1] == theme().color("text").name()
    assert inks[0] != inks[1]


def test_an_empty_cell_says_so(qtbot: QtBot) -> None:
    panel = samples(qtbot)
    assert panel.hint.text() == "Choose a cell of the matrix to see its samples."
    panel.show_cell((5, 5))
    assert panel.hint.isVisible()
    assert panel.hint.text() == "There are none."
    assert panel.caption.text() == "0 of 0"


def test_samples_that_are_no_pictures_are_rows_of_numbers(qtbot: QtBot) -> None:
    panel = samples(qtbot)
    panel.show_data(points())
    panel.show_classes(classes([1, 1], [0, 0], [0.8, 0.9], count=2))
    panel.show_cell((1, 0))
    assert panel.heading.text() == "yes read as no"
    first = panel.strip.entries[0]
    assert (first.sample, first.image, first.row) == (1, None, "x1 −0.95  x2 −0.92")
    panel.strip.grab()


def test_the_worst_mistakes_are_wrong_and_sure(qtbot: QtBot) -> None:
    panel = MistakesPanel()
    qtbot.addWidget(panel)
    panel.resize(346, 140)
    panel.show()
    panel.show_data(pictures())
    panel.show_classes(TEST)
    assert [entry.lines for entry in panel.strip.entries] == [("7 → 2", "95.0 %"), ("7 → 1", "70.0 %"), ("7 → 2", "55.0 %")]
    with qtbot.waitSignal(panel.sample_chosen, timeout=1000) as chosen:
        QTest.mouseClick(panel.strip, Qt.MouseButton.LeftButton, pos=panel.strip.rect_of(0).center().toPoint())
    assert chosen.args == [32]
    panel.show_classes(classes([1], [1], [1.0]))
    assert panel.none.isVisible()


def test_a_narrow_column_shows_fewer_pictures(qtbot: QtBot) -> None:
    panel = MistakesPanel()
    qtbot.addWidget(panel)
    panel.show_data(pictures())
    panel.show_classes(classes([1] * 9, [2] * 9, [0.9] * 9))
    panel.show()
    counts = []
    for width in (346, 240, 140):
        panel.resize(width, 140)
        counts.append(len(panel.strip.entries))
    assert counts == [6, 4, 2]


@pytest.mark.parametrize(
    ("train", "test", "begins"),
    [(0.988, 0.955, 0.9), (0.93, 0.905, 0.8), (0.1, 0.12, 0.0), (0.999, 0.995, 0.98), (0.9, 0.7, 0.5), (math.nan, math.nan, 0.0)],
)
def test_the_axis_is_cut_where_nothing_happens(qtbot: QtBot, train: float, test: float, begins: float) -> None:
    axis = AccuracyAxis()
    qtbot.addWidget(axis)
    axis.show_values(train, test)
    assert axis.begins == begins
    axis.grab()


def test_accuracies_are_said_with_their_unit(qtbot: QtBot) -> None:
    panel = AccuracyPanel(QWidget())
    qtbot.addWidget(panel)
    panel.show_classes(TRAIN, None)
    assert panel.axis.accessibleDescription() == "Train 60.0 %, Test –"


def test_a_data_sets_pictures_are_drawn_in_the_themes_ink(qtbot: QtBot) -> None:
    gallery = Gallery(pictures())
    picture = gallery.picture(5)
    assert picture.shape == (4, 4)
    assert picture[1, 1] == picture.sum() == 1.0
    for name in (ThemeName.LIGHT, ThemeName.DARK):
        theme().switch(name)
        image = gallery.image(5)
        assert image is not None
        assert image.pixelColor(1, 1).name() == theme().color("text").name()
        assert image.pixelColor(0, 0).alpha() == 0
