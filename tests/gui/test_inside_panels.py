"""The heading, pictures, pairs, Shapley values and distributions of the Inside workspace."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.fields.choice import ChoiceField
from gui.fields.line import NumberField
from gui.fields.segmented import Segmented
from gui.fields.text import StillWords
from gui.panels.inside_heading import InsideHeading
from gui.panels.inside_pairs import PairsPanel
from gui.panels.inside_shapley import ShapleyPanel
from gui.theme import ThemeName, theme
from gui.views.distribution import DistributionView
from gui.views.pictures import PicturesView
from nn.choices import Activation, Loss
from nn.inside.pairs import Pairs
from nn.inside.shapley import Shapley, Worth
from nn.inside.views import Order, Pictures, TileKind
from nn.network import Architecture

MINUS = "\u2212"
DEEP = Architecture((784, 256, 32, 10), (Activation.RELU, Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY)


@pytest.fixture
def heading(qtbot: QtBot) -> InsideHeading:
    made = InsideHeading()
    qtbot.addWidget(made)
    made.resize(728, made.minimumHeight())
    made.show_architecture(DEEP, (TileKind.WEIGHTS, TileKind.ALONE, TileKind.WITHOUT))
    return made


def box(heading: InsideHeading, key: str) -> ChoiceField:
    return next(one for one in heading.findChildren(ChoiceField) if one.key == key)


# --- the heading ---


def test_every_hidden_layer_can_be_chosen(heading: InsideHeading, qtbot: QtBot) -> None:
    layers = box(heading, "layer")
    assert [layers.itemText(at) for at in range(layers.count())] == ["Hidden 1 · 256 × ReLU", "Hidden 2 · 32 × tanh"]
    heading.show_layer(1)
    with qtbot.waitSignal(heading.layer_chosen) as chosen:
        layers.activated.emit(1)
    assert chosen.args == [2]


def test_only_kinds_that_the_data_have_are_offered(heading: InsideHeading, qtbot: QtBot) -> None:
    kinds = heading.findChild(Segmented)
    assert kinds is not None
    assert [segment.text() for segment in kinds.segments] == ["Weights", "Alone", "Without"]
    heading.show_kind(TileKind.WEIGHTS)
    with qtbot.waitSignal(heading.kind_chosen) as chosen:
        kinds.segments[1].click()
    assert chosen.args == [TileKind.ALONE]
    heading.show_architecture(DEEP, ())
    assert kinds.isHidden()


def test_the_order_says_what_contributions_are_about(heading: InsideHeading, qtbot: QtBot) -> None:
    orders = box(heading, "order")
    assert orders.shown_name == "Contribution"
    heading.show_about("3")
    assert orders.shown_name == "Contribution to 3"
    with qtbot.waitSignal(heading.order_chosen) as chosen:
        orders.activated.emit(1)
    assert chosen.args == [Order.NUMBER]


def test_grow_and_all_on(heading: InsideHeading, qtbot: QtBot) -> None:
    grow, all_on = heading._grow, heading._all_on
    assert not all_on.isEnabled()
    heading.show_off(2)
    with qtbot.waitSignal(heading.all_on_requested):
        all_on.click()
    heading.show_growing(True)
    assert grow.accessibleName() == "Stop"
    with qtbot.waitSignal(heading.grow_requested):
        grow.click()
    heading.show_can_grow(False)
    assert not grow.isEnabled()


@pytest.mark.parametrize("width", [348, 480, 600, 728, 1100])
def test_everything_finds_room_at_any_width(heading: InsideHeading, width: int) -> None:
    heading.show_architecture(DEEP, tuple(TileKind))
    heading.show_off(1)
    heading.resize(width, heading.minimumHeight())
    heading.grab()
    heading.resize(width, heading.minimumHeight())
    heading.grab()
    shown = [child for child in heading.children() if isinstance(child, QWidget) and not child.isHidden()]
    places = [child.geometry() for child in shown]
    assert heading.width() == width
    assert width >= heading.minimumSizeHint().width()
    assert all(heading.rect().contains(place) for place in places)
    assert not [1 for at, one in enumerate(places) for other in places[:at] if one.intersects(other)]


# --- pictures ---


def pictures_of(shape: tuple[int, int, int], finer: int = 1) -> Pictures:
    target = np.zeros(shape, dtype=np.float32)
    target[: shape[0] // 2] = 1.0
    network = np.full((shape[0] * finer, shape[1] * finer, shape[2]), 0.5, dtype=np.float32)
    return Pictures(target, network, np.full(shape[:2], 0.5, dtype=np.float32), 0.25, finer)


@pytest.fixture
def pictures(qtbot: QtBot) -> PicturesView:
    made = PicturesView()
    qtbot.addWidget(made)
    made.resize(700, 300)
    return made


@pytest.mark.parametrize("shape", [(8, 8, 1), (6, 12, 3), (1, 1, 1), (40, 3, 3)])
@pytest.mark.parametrize("size", [(700, 300), (240, 500), (60, 60)])
def test_three_pictures_of_one_size_and_shape(pictures: PicturesView, shape: tuple[int, int, int], size: tuple[int, int]) -> None:
    pictures.resize(*size)
    pictures.show_pictures(pictures_of(shape, 4))
    assert not pictures.grab().isNull()
    places = pictures.canvas.places()
    assert len(places) == 3
    assert len({(round(place.width(), 3), round(place.height(), 3)) for place in places}) == 1
    assert places[0].width() / places[0].height() == pytest.approx(shape[1] / shape[0])
    assert [one.title for one in pictures.canvas.shown] == ["Target", "Network", "Error"]


def test_a_picture_is_the_right_way_up(pictures: PicturesView) -> None:
    pictures.show_pictures(pictures_of((8, 8, 1)))
    image = pictures.canvas.shown[0].image
    assert image.pixelColor(4, 0).lightness() == 255
    assert image.pixelColor(4, 7).lightness() == 0


def test_finer_is_asked_for(pictures: PicturesView, qtbot: QtBot) -> None:
    pictures.show_pictures(pictures_of((8, 8, 1)))
    finer = pictures.findChild(Segmented)
    assert finer is not None
    with qtbot.waitSignal(pictures.finer_chosen) as chosen:
        finer.segments[1].click()
    assert chosen.args == [4]


def test_growing_takes_the_networks_place_and_gives_it_back(pictures: PicturesView) -> None:
    pictures.show_pictures(pictures_of((8, 8, 1)))
    pictures.show_grown(np.zeros((8, 8, 1), dtype=np.float32), 12, 100, 0.0234)
    assert [one.title for one in pictures.canvas.shown] == ["Target", "12 of 100 neurons"]
    assert [words.accessibleName() for words in pictures.findChildren(StillWords) if "0.0234" in words.accessibleName()]
    pictures.show_grown(None)
    assert len(pictures.canvas.shown) == 3
    pictures.show_pictures(None)
    pictures.show_grown(np.zeros((5, 9, 1), dtype=np.float32), 1, 4, plane=True)
    assert [one.title for one in pictures.canvas.shown] == ["1 of 4 neurons"]
    assert not pictures.grab().isNull()


# --- pairs ---


def pairs_of(count: int) -> Pairs:
    values = np.random.default_rng(count).normal(size=(count, count))
    overlap: NDArray[np.float64] = values + values.T
    np.fill_diagonal(overlap, np.nan)
    return Pairs(1, overlap, np.arange(count) * 0.1, 0.5, 2000)


@pytest.fixture
def pairs(qtbot: QtBot) -> PairsPanel:
    made = PairsPanel()
    qtbot.addWidget(made)
    made.resize(360, 520)
    return made


@pytest.mark.parametrize("count", [1, 2, 8, 32])
def test_a_matrix_of_any_size_fits(pairs: PairsPanel, count: int) -> None:
    pairs.show_pairs(pairs_of(count))
    assert not pairs.grab().isNull()
    last = pairs.matrix.rect_of(count - 1, count - 1)
    assert pairs.matrix.rect().adjusted(0, 0, 1, 1).contains(last.toRect())


def test_a_pair_is_named_with_its_numbers(pairs: PairsPanel, qtbot: QtBot) -> None:
    found = pairs_of(8)
    pairs.show_pairs(found)
    pairs.grab()
    with qtbot.waitSignal(pairs.pair_clicked) as clicked:
        place = pairs.matrix.rect_of(2, 5).center().toPoint()
        QTest.mouseClick(pairs.matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert clicked.args == [2, 5]
    QTest.keyClick(pairs.matrix, Qt.Key.Key_Down)  # from the first pair over the diagonal
    assert pairs.matrix.pointed == (2, 1)
    assert "h1.3 and h1.2" in pairs.sentence
    assert f"{abs(found.overlap[2, 1]):.4f}" in pairs.sentence


def test_the_diagonal_is_no_pair(pairs: PairsPanel) -> None:
    pairs.show_pairs(pairs_of(4))
    pairs.grab()
    assert pairs.matrix.cell_at(pairs.matrix.rect_of(1, 1).center()) == (-1, -1)
    assert pairs.matrix.cell_at(pairs.matrix.rect_of(1, 2).center()) == (1, 2)


def test_one_button_begins_and_cancels(pairs: PairsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pairs.compute_requested):
        pairs.head.button.click()
    pairs.show_progress(0.37)
    assert pairs.head.button.text() == "Cancel · 37 %"
    with qtbot.waitSignal(pairs.cancel_requested):
        pairs.head.button.click()
    pairs.show_progress(None)
    pairs.show_nothing("64 neurons are too many.")
    assert not pairs.head.button.isEnabled()
    assert pairs.matrix.isHidden()


def test_a_matrix_must_be_square(pairs: PairsPanel) -> None:
    with pytest.raises(ValueError, match="square"):
        pairs.matrix.show_matrix(np.zeros((2, 3)))


# --- Shapley values ---


@pytest.fixture
def shapley(qtbot: QtBot) -> ShapleyPanel:
    made = ShapleyPanel()
    qtbot.addWidget(made)
    made.resize(360, 560)
    return made


def test_the_largest_share_is_on_top_and_all_are_summed(shapley: ShapleyPanel, qtbot: QtBot) -> None:
    values = np.array([0.1, -0.05, 0.3])
    shapley.show_shapley(Shapley(2, Worth.LOSS, values, np.array([0.01, 0.02, np.nan]), -0.2, -0.55, 2000, 500))
    assert [bar.name for bar in shapley.bars.bars] == ["h2.3", "h2.1", "h2.2"]
    assert "+0.3500" in shapley.sum_text
    assert not shapley.grab().isNull()
    with qtbot.waitSignal(shapley.neuron_clicked) as clicked:
        QTest.mouseClick(shapley.bars.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(30, 30))
    assert clicked.args == [0]


def test_settings_go_with_the_request(shapley: ShapleyPanel, qtbot: QtBot) -> None:
    shapley.show_settings(500, 7)
    with qtbot.waitSignal(shapley.compute_requested) as asked:
        shapley.head.button.click()
    assert asked.args == [500, 7]


@pytest.mark.parametrize("text", ["1", "-3", "many", "1e9"])
def test_a_wrong_number_of_orders_is_said_and_not_sent(shapley: ShapleyPanel, text: str) -> None:
    asked: list[int] = []
    shapley.compute_requested.connect(asked.append)
    field = next(one for one in shapley.findChildren(NumberField) if one.key == "permutations")
    field.setText(text)
    shapley.head.button.click()
    assert field.problem
    assert asked == []


def test_a_hundred_neurons_scroll(shapley: ShapleyPanel) -> None:
    values = np.linspace(-1, 1, 100)
    shapley.show_shapley(Shapley(1, Worth.ACCURACY, values, np.full(100, 0.01), 0.9, 0.1, 10, 10))
    shapley.grab()
    assert shapley.bars.verticalScrollBar().maximum() > 0
    shapley.bars.setFocus()
    for _ in range(40):
        QTest.keyClick(shapley.bars, Qt.Key.Key_Down)
    assert shapley.bars.verticalScrollBar().value() > 0
    assert "h1.61" in shapley.bars.accessibleDescription()


# --- distributions ---


@pytest.fixture
def distribution(qtbot: QtBot) -> DistributionView:
    made = DistributionView()
    qtbot.addWidget(made)
    made.resize(360, 640)
    return made


def test_histograms_say_how_many_lie_where(distribution: DistributionView) -> None:
    counts = np.array([[8, 2, 0, 0], [0, 0, 5, 5]])
    distribution.show_distribution("h1.3", np.linspace(0, 4, 5), counts, ("one", "two"))
    distribution.grab()
    assert distribution.ridges.spoken() == "one 0.00 … 1.00, two 2.00 … 3.00"
    plot = distribution.ridges._plot()
    at = plot.topLeft() + (plot.bottomLeft() - plot.topLeft()) * 0.25 + (plot.topRight() - plot.topLeft()) * 0.1
    assert distribution.ridges.tip_at(at) == "one · 0.0000 … 1.0000 · 8 of 10 samples"
    with pytest.raises(ValueError, match="edges"):
        distribution.show_distribution("h1.3", np.linspace(0, 4, 4), counts, ())


@pytest.mark.parametrize(("shape", "columns"), [((8, 8), 64), (None, 2), (None, 30), ((8, 8), 63)])
def test_exciting_samples_are_pictures_or_a_list(distribution: DistributionView, qtbot: QtBot, shape: tuple[int, int] | None, columns: int) -> None:
    distribution.show_distribution("h1.3", np.linspace(0, 4, 5), np.ones((1, 4), dtype=np.int64))
    numbers = np.array([7, 1200, 3])
    distribution.show_samples(numbers, np.array([3.0, 2.0, 1.0]), np.random.default_rng(0).uniform(size=(3, columns)), shape)
    assert not distribution.grab().isNull()
    with qtbot.waitSignal(distribution.sample_clicked) as clicked:
        place = distribution.samples.place_of(1).center().toPoint()
        QTest.mouseClick(distribution.samples, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert clicked.args == [1200]


def test_nothing_to_see_is_said(distribution: DistributionView) -> None:
    distribution.show_nothing("Train first.")
    assert distribution.ridges.isHidden()
    assert distribution.samples.isHidden()
    assert not distribution.grab().isNull()


# --- all of them ---


@pytest.mark.parametrize("make", [InsideHeading, PicturesView, PairsPanel, ShapleyPanel, DistributionView])
def test_theme_projector_and_language_may_change_at_any_time(qtbot: QtBot, make: type[QWidget]) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.resize(360, 400)
    dark = widget.grab().toImage()
    theme().switch(ThemeName.LIGHT)
    light = widget.grab().toImage()
    theme().set_projector(True)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert not widget.grab().isNull()
    theme().set_projector(False)
    theme().switch(ThemeName.DARK)
    assert dark != light
    assert widget.accessibleName()
    assert not math.isnan(widget.sizeHint().width())
