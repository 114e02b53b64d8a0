"""The waterfall: its bars sum to the pre-activation, and it speaks of the same neurons as the gallery."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from inside_fakes import answer_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeName, theme
from gui.views.waterfall import Waterfall
from nn.inside.views import Answer

MINUS = "\u2212"


@pytest.fixture(autouse=True)
def dark_again() -> Iterator[None]:
    yield
    theme().switch(ThemeName.DARK)


@pytest.fixture
def view(qtbot: QtBot) -> Waterfall:
    made = Waterfall()
    qtbot.addWidget(made)
    made.resize(728, 176)
    return made


def some(count: int) -> Answer:
    return answer_of(np.random.default_rng(count).normal(size=count))


@pytest.mark.parametrize(("count", "bars"), [(1, 3), (2, 4), (12, 14), (13, 15), (64, 15), (4096, 15)])
def test_bars_go_from_the_bias_to_the_sum(view: Waterfall, count: int, bars: int) -> None:
    answer = some(count)
    view.show_answer(answer, "class 3", "softmax 80.0 %")
    steps = view.steps
    assert len(steps) == bars
    assert steps[0].end == answer.bias
    for before, after in pairwise(steps[:-1]):
        assert after.start == before.end
    assert steps[-2].end == pytest.approx(answer.logit, abs=1e-5)
    assert (steps[-1].start, steps[-1].end) == (0.0, answer.logit)
    assert not view.grab().isNull()


def test_the_largest_come_first_and_a_narrow_one_shows_fewer(view: Waterfall) -> None:
    answer = answer_of(np.array([0.1, -2.0, 0.5, 0.05, 0.01, 0.02]))
    view.show_answer(answer, "red")
    assert [step.neuron for step in view.steps[1:-1]] == [1, 2, 0, 3, 5, 4]
    view.resize(300, 176)
    assert [step.neuron for step in view.steps[1:-1]] == [1, 2, 0, -1]
    assert view.steps[-2].name == "3 more"


def test_its_words(view: Waterfall) -> None:
    view.show_answer(answer_of(np.array([1.0, -3.0])), "red", "sigmoid 0.15", logit=False)
    assert view.title() == "What these neurons add to red"
    assert view.result() == f"sum z {MINUS}1.75 → sigmoid 0.15"
    view.show_answer(answer_of(np.array([1.0, -3.0])), "class 3", "softmax 80.0 %")
    assert view.result() == f"logit {MINUS}1.75 → softmax 80.0 %"
    assert f"2 {MINUS}3.00" in view.accessibleDescription()
    view.show_answer(None)
    assert view.result() == ""
    assert not view.grab().isNull()


def test_pointing_and_clicking_name_the_neuron(view: Waterfall, qtbot: QtBot) -> None:
    view.show_answer(answer_of(np.array([0.1, -2.0, 0.5])), "class 3")
    scene = view.scene()
    place = scene.slot(1).center().toPoint()
    with qtbot.waitSignal(view.neuron_clicked) as clicked:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert clicked.args == [1]
    heard: list[int] = []
    view.neuron_clicked.connect(heard.append)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, scene.slot(0).center().toPoint())
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(2, 2))
    assert heard == []


def test_the_keys_go_from_bar_to_bar(view: Waterfall) -> None:
    view.show_answer(answer_of(np.array([0.1, -2.0, 0.5])), "class 3")
    hovered: list[int] = []
    clicked: list[int] = []
    view.neuron_hovered.connect(hovered.append)
    view.neuron_clicked.connect(clicked.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert hovered == [1, 2]
    assert clicked == [2]


@pytest.mark.parametrize("name", list(ThemeName))
def test_selection_hovering_and_sign_can_be_seen(view: Waterfall, name: ThemeName) -> None:
    theme().switch(name)
    answer = answer_of(np.array([0.1, -2.0, 0.5]))
    view.show_answer(answer, "class 3")
    plain = view.grab().toImage()
    view.show_selected((1,))
    selected = view.grab().toImage()
    view.show_hovered(2)
    hovered = view.grab().toImage()
    view.show_answer(replace(answer, terms=-answer.terms, logit=-answer.logit), "class 3")
    turned = view.grab().toImage()
    assert len({image.constBits().tobytes() for image in (plain, selected, hovered, turned)}) == 4


@pytest.mark.parametrize("terms", [[np.nan, 1.0], [np.inf, -1.0], [0.0, 0.0]])
def test_odd_numbers_are_painted(view: Waterfall, terms: list[float]) -> None:
    with np.errstate(invalid="ignore"):
        view.show_answer(answer_of(np.array(terms), bias=0.0), "class 3")
    assert not view.grab().isNull()


def test_without_hidden_layers_inputs_are_added_up(view: Waterfall) -> None:
    view.show_answer(some(4), "red", "softmax 80.0 %")
    named = tuple(f"x{number}" for number in range(4))
    view.show_inputs(named)
    assert view.title() == "What the inputs add to red"
    assert all(step.name == named[step.neuron] for step in view.steps if step.neuron >= 0)
    tips = [view._tip(step) for step in view.steps]
    assert not any("neuron" in tip.lower() for tip in tips)
    assert "input × weight" in view._note(1)
