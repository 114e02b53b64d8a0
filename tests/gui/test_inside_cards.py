"""The left column of the Inside workspace: the pad's tools, the input, the outputs, a sample's numbers; words in any language."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from inside_data_fakes import answer, classes, pictures, points
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.fields.ink import ink_image
from gui.format import MINUS, THIN
from gui.panels.inside import AccuracyPanel, ConfusionPanel, DigitCard, InputCard, MistakesPanel, OutputBars, PointCard, SamplesPanel
from gui.theme import theme
from gui.views.digit_pad import DigitPad
from gui.views.history_plot import HistoryPlot


def card(qtbot: QtBot) -> DigitCard:
    made = DigitCard(DigitPad())
    qtbot.addWidget(made)
    made.resize(270, made.heightForWidth(270))
    made.show_data(pictures())
    made.show()
    return made


def test_the_card_says_which_sample_is_on_the_pad(qtbot: QtBot) -> None:
    made = card(qtbot)
    assert made.random.text() == "Any test digit"
    made.show_sample(1612, 3, test=True)
    assert made.heading.text() == "Digit"
    assert made.caption.text() == "true class 3"
    assert made.random.text() == f"Test digit 1{THIN}612"
    made.show_drawn()
    assert made.caption.text() == "drawn by hand"
    made.show_data(points())
    assert made.heading.text() == "Picture"
    assert made.random.text() == f"Test sample 1{THIN}612"


def test_the_tools_are_told(qtbot: QtBot) -> None:
    made = card(qtbot)
    erases: list[bool] = []
    brushes: list[int] = []
    made.eraser_chosen.connect(erases.append)
    made.brush_chosen.connect(brushes.append)
    for button in (made.eraser, made.eraser, made.pen, made.pen, made.pen, made.pen):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert erases == [True, False]
    assert brushes == [2, 0, 1]
    assert made.pen.accessibleName() == "Middle pen"
    for button, signal in ((made.clear, made.clear_requested), (made.random, made.sample_requested)):
        with qtbot.waitSignal(signal, timeout=1000):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_tool_chosen_by_a_key_is_shown_untold(qtbot: QtBot) -> None:
    made = card(qtbot)
    told: list[object] = []
    made.eraser_chosen.connect(told.append)
    made.brush_chosen.connect(told.append)
    pad = made.pad
    assert isinstance(pad, DigitPad)
    pad.tool_changed.connect(made.show_tool)
    QTest.keyClick(pad, Qt.Key.Key_E)
    assert made.eraser.isChecked()
    assert not made.pen.isChecked()
    assert told == []


def test_the_pad_is_square_in_any_column(qtbot: QtBot) -> None:
    made = card(qtbot)
    for width in (240, 270, 330):
        made.resize(width, made.heightForWidth(width))
        assert made.pad.width() == made.pad.height() == width - 32


def test_the_input_says_how_a_drawing_was_fitted(qtbot: QtBot) -> None:
    made = InputCard()
    qtbot.addWidget(made)
    given = np.linspace(0, 1, 784)
    made.show_answer(answer([0.1, 0.9], seen=given, drawn=True), (28, 28))
    assert made.heading.text() == "28 × 28 input"
    assert [words.text() for words in made.lines] == ["fitted in 20 × 20", "centred by mass", "values 0 to 1"]
    with qtbot.waitSignal(made.centring_changed, timeout=1000) as changed:
        made.recentre.click()
    assert changed.args == [False]
    assert made.lines[0].text() == "left as it was drawn"
    made.show_answer(answer([0.1, 0.9], seen=given * 3 - 1), (28, 28))
    assert [words.text() for words in made.lines] == ["as in the data set", f"values {MINUS}1.00 to 2.00", ""]
    assert not made.recentre.isEnabled()
    made.grab()


def test_an_input_of_another_size_is_not_drawn(qtbot: QtBot) -> None:
    made = InputCard()
    qtbot.addWidget(made)
    made.show_answer(answer([1.0], seen=np.ones(5)), (28, 28))
    before = made.picture.grab().toImage()
    made.show_answer(None, (28, 28))
    assert made.picture.grab().toImage() == before


def test_pixels_are_drawn_each_as_a_square(qtbot: QtBot) -> None:
    made = InputCard()
    qtbot.addWidget(made)
    given = np.zeros((28, 28))
    given[0, 0] = given[27, 27] = 1.0
    made.show_answer(answer([1.0], seen=given.ravel(), drawn=True), (28, 28))
    image = made.picture.grab().toImage()
    ink = theme().color("text").name()
    assert image.pixelColor(4, 4).name() == ink
    assert image.pixelColor(image.width() - 5, image.height() - 5).name() == ink
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == theme().color("inset").name()


def test_outputs_are_shares_with_the_chosen_class_lit(qtbot: QtBot) -> None:
    made = OutputBars()
    qtbot.addWidget(made)
    made.resize(270, 200)
    made.show_answer(answer([0.05, 0.8, 0.15], [0.1, 0.6, 0.3]), ("a", "b", "c"), shares=True)
    assert [made.bars.text_of(row) for row in range(3)] == ["5.0 %", "80.0 %", "15.0 %"]
    assert made.bars.lit == 1
    assert made.bars.accessibleDescription() == "b 80.0 %"
    with qtbot.waitSignal(made.output_chosen, timeout=1000) as chosen:
        QTest.mouseClick(made.bars, Qt.MouseButton.LeftButton, pos=made.bars.row_rect(2).center().toPoint())
    assert chosen.args == [2]
    with qtbot.waitSignal(made.output_chosen, timeout=1000) as chosen:
        QTest.keyClick(made.bars, Qt.Key.Key_Up)
    assert chosen.args == [1]
    made.grab()


def test_one_output_for_two_classes_is_two_shares(qtbot: QtBot) -> None:
    made = OutputBars()
    qtbot.addWidget(made)
    made.show_answer(answer([0.75]), ("no", "yes"), shares=True)
    assert [made.bars.text_of(row) for row in range(2)] == ["25.0 %", "75.0 %"]


def test_a_regressions_outputs_are_numbers(qtbot: QtBot) -> None:
    made = OutputBars()
    qtbot.addWidget(made)
    made.show_answer(answer([-0.5, 1.25]), ("sin", "cos"), shares=False)
    assert [made.bars.text_of(row) for row in range(2)] == [f"{MINUS}0.500", "1.250"]
    made.grab()
    made.show_answer(None, (), shares=False)
    assert made.bars.lit == -1
    made.grab()


@pytest.mark.parametrize("width", [240, 330])
def test_twenty_outputs_have_rows_of_their_own(qtbot: QtBot, width: int) -> None:
    made = OutputBars()
    qtbot.addWidget(made)
    made.show_answer(answer([0.05] * 20), tuple(f"a very long name of class {place}" for place in range(20)), shares=True)
    made.resize(width, made.heightForWidth(width))
    assert made.bars.row_at(QPoint(5, made.bars.height() - 2)) == 19
    made.grab()


def test_a_point_is_shown_by_its_numbers(qtbot: QtBot) -> None:
    made = PointCard()
    qtbot.addWidget(made)
    made.resize(270, 200)
    made.show_data(points(), ("x1", "x2", "x1²"))
    assert made.table.isHidden()
    made.show_sample(39, answer([0.75], seen=np.array([0.5, -0.25, 0.25])))
    assert made.table.rows == (("x1", "0.975", "0.500"), ("x2", "1.000", f"{MINUS}0.250"), ("x1²", "", "0.250"))
    assert made.target.text() == "true: yes"
    assert made.caption.text() == "number 39, test"
    made.show_sample(3, None)
    assert made.caption.text() == "number 3, train"
    made.grab()
    made.show_sample(-1, None)
    assert made.table.isHidden()
    assert made.hint.text()


def test_ink_is_the_texts_colour_and_nothing_at_zero(qtbot: QtBot) -> None:
    image = ink_image(np.array([[0.0, 1.0, np.nan, 5.0]]))
    alphas = [image.pixelColor(x, 0).alpha() for x in range(4)]
    assert alphas == [0, 255, 0, 255]
    assert image.pixelColor(1, 0).name() == theme().color("text").name()
    with pytest.raises(ValueError, match="two-dimensional"):
        ink_image(np.zeros((0, 4)))


class Loud(QTranslator):
    """A language of capitals: what isn't said through ``tr`` stays small."""

    def translate(self, context: str, source: str, comment: str | None = None, number: int = -1) -> str:  # type: ignore[override]
        return source.replace("{", "{ ").upper() if "{" not in source else ""

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def loud(qtbot: QtBot) -> Iterator[QTranslator]:
    translator = Loud()
    yield translator
    QCoreApplication.removeTranslator(translator)


def test_every_part_changes_its_words_with_the_language(qtbot: QtBot, loud: QTranslator) -> None:
    parts = (
        DigitCard(DigitPad()),
        InputCard(),
        OutputBars(),
        ConfusionPanel(),
        SamplesPanel(),
        AccuracyPanel(HistoryPlot()),
        MistakesPanel(),
        PointCard(),
    )
    for part in parts:
        qtbot.addWidget(part)
    data, read = pictures(), classes([1, 2], [1, 1], [0.9, 0.8])
    for part in parts[3:]:
        if not isinstance(part, AccuracyPanel):
            part.show_data(data)  # type: ignore[attr-defined]  # all but one know the data
    parts[3].show_classes(read, read)
    QCoreApplication.installTranslator(loud)
    QCoreApplication.sendPostedEvents()
    headings = [part.heading.text() for part in parts if not isinstance(part, InputCard)]
    assert headings == ["PICTURE", "OUTPUT", "CONFUSION", "SAMPLES", "ACCURACY", "WORST MISTAKES", "SAMPLE"]
    assert parts[3].other.text() == "PER CLASS"
    assert [segment.text() for segment in parts[3].part_choice.segments] == ["TRAIN", "TEST"]
    assert parts[1].recentre.text() == "RECENTRE"
    for part in parts:
        for widget in part.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    QCoreApplication.removeTranslator(loud)
    QCoreApplication.sendPostedEvents()
    assert [part.heading.text() for part in parts][3] == "Confusion"
