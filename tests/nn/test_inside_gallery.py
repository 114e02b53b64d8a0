"""Tiles, what neurons are worth and their states: each number against weights set by hand and the float64 oracle."""

from __future__ import annotations

import numpy as np
import pytest

from nn import backprop, boundary
from nn.choices import AblationMode, Activation, Task
from nn.inside import census, gallery
from nn.inside.answer import answer, drawn_input
from nn.inside.variants import Variants
from nn.inside.views import Status, TileKind
from nn.layout import Neuron
from nn.network import Ablation
from tests.nn import insides

DEEP, FLAT = (2, 7, 5, 3), (2, 6, 1)
CLOSE = {"rtol": 2e-4, "atol": 2e-5}  # float32 against float64


def tiles_of(seen, layer, kind, tile=6, *, about=0, sample=None):
    where = gallery.ground(seen.prepared, tile)
    held = census.held(seen.passes(all_on=True), layer, seen.prepared, seen.ablation)
    found = gallery.tiles(
        seen.passes(), layer, kind, where, on=seen.on(layer), held=held, about=about, seen=sample, image_shape=seen.prepared.dataset.image_shape
    )
    return found, where


def plane_points(seen, tile=6):
    return boundary.plane(seen.prepared, (0, 1), None, 4, tile).small


@pytest.mark.parametrize(
    "activation", [Activation.TANH, Activation.SIGMOID, Activation.RELU, Activation.LEAKY_RELU, Activation.SOFTPLUS, Activation.STEP]
)
def test_an_output_tile_is_the_neurons_output_over_the_plane(activation: Activation) -> None:
    seen = insides.moment(insides.architecture(DEEP, activation), insides.points())
    for layer in (1, 2):
        found, where = tiles_of(seen, layer, TileKind.OUTPUT)
        assert where is not None and where.plane
        assert found.shape == (DEEP[layer], 6, 6, 1) and found.dtype == np.float32
        passed = backprop.forward(seen.architecture, seen.params, plane_points(seen))
        np.testing.assert_allclose(found.reshape(DEEP[layer], -1), passed.outputs[layer].T, **CLOSE)


@pytest.mark.parametrize("layer", [1, 2])
@pytest.mark.parametrize("mode", list(AblationMode))
def test_without_a_neuron_the_network_answers_as_if_it_were_switched_off(layer: int, mode: AblationMode) -> None:
    off = (Neuron(1, 2), Neuron(2, 0))
    seen = insides.moment(insides.architecture(DEEP), insides.points(), off, mode)
    found, _ = tiles_of(seen, layer, TileKind.WITHOUT, about=2)
    for index in range(DEEP[layer]):
        expected = insides.outputs(seen, plane_points(seen), (*off, Neuron(layer, index)))
        np.testing.assert_allclose(found[index].ravel(), expected[:, 2], err_msg=str(index), **CLOSE)


@pytest.mark.parametrize(("widths", "output"), [(DEEP, Activation.SOFTMAX), (FLAT, Activation.SIGMOID)])
def test_alone_all_other_outgoing_weights_are_zero_and_the_biases_stay(widths: tuple[int, ...], output: Activation) -> None:
    data = insides.points(classes=widths[-1])
    seen = insides.moment(insides.architecture(widths, output=output), data)
    for layer in range(1, len(widths) - 1):
        found, _ = tiles_of(seen, layer, TileKind.ALONE)
        for index in range(widths[layer]):
            expected = insides.alone(seen, plane_points(seen), Neuron(layer, index))
            np.testing.assert_allclose(found[index].ravel(), expected[:, 0], **CLOSE)


def test_many_blocks_make_the_same_tiles_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = insides.moment(insides.architecture(DEEP), insides.points())
    whole = [tiles_of(seen, 1, kind)[0] for kind in TileKind]
    monkeypatch.setattr("nn.inside.variants.BLOCK", 100)
    for kind, expected in zip(TileKind, whole, strict=True):
        np.testing.assert_allclose(tiles_of(seen, 1, kind)[0], expected, rtol=1e-5, atol=1e-6)


def test_a_line_of_one_input_has_tiles_of_one_row() -> None:
    seen = insides.moment(insides.architecture((1, 4, 2)), insides.points(columns=1, classes=2))
    assert tiles_of(seen, 1, TileKind.OUTPUT, 9)[0].shape == (4, 1, 9, 1)


def test_a_pictures_tiles_have_its_proportions_colours_and_top_row_first() -> None:
    pixels = np.random.default_rng(0).random((6, 12, 3), dtype=np.float32)
    seen = insides.moment(insides.architecture((2, 5, 3), output=Activation.SIGMOID), insides.of_picture(pixels))
    found, where = tiles_of(seen, 1, TileKind.WITHOUT, 12)
    assert where is not None and not where.plane
    assert found.shape == (5, 6, 12, 3)
    places = seen.prepared.dataset.picture.places()
    np.testing.assert_allclose(where.points, places, atol=1e-6)
    np.testing.assert_allclose(found[3].reshape(-1, 3), insides.outputs(seen, places, (Neuron(1, 3),)), **CLOSE)
    assert tiles_of(seen, 1, TileKind.OUTPUT, 4)[0].shape == (5, 2, 4, 1)


def test_weights_are_pictures_of_pixels_and_strips_of_anything_else() -> None:
    data = insides.prepared(np.zeros((4, 12)), np.zeros(4, np.int64), 2, image_shape=(3, 4))
    seen = insides.moment(insides.architecture((12, 40, 3, 2)), data)
    layout = seen.architecture.layout
    first, _ = tiles_of(seen, 1, TileKind.WEIGHTS)
    assert first.shape == (40, 3, 4, 1)
    np.testing.assert_array_equal(first[17].ravel(), layout.weights(seen.params, 1)[:, 17].astype(np.float32))
    second, _ = tiles_of(seen, 2, TileKind.WEIGHTS)
    assert second.shape == (3, 6, 7, 1)  # 40 in rows of 7, and two places beyond
    np.testing.assert_array_equal(second[1].ravel()[:40], layout.weights(seen.params, 2)[:, 1].astype(np.float32))
    assert not second[1].ravel()[40:].any()


def test_many_inputs_leave_strips_for_the_input_in_view_and_nothing_without_one() -> None:
    seen = insides.moment(insides.architecture((5, 4, 3)), insides.points(columns=5))
    sample = seen.prepared.inputs[7]
    for kind, expected in {
        TileKind.OUTPUT: lambda j: backprop.forward(seen.architecture, seen.params, sample[None]).outputs[1][:, j : j + 1],
        TileKind.ALONE: lambda j: insides.alone(seen, sample[None], Neuron(1, j)),
        TileKind.WITHOUT: lambda j: insides.outputs(seen, sample[None], (Neuron(1, j),)),
    }.items():
        found, _ = tiles_of(seen, 1, kind, sample=sample.astype(np.float32))
        assert found.shape == (4, 1, 1 if kind is TileKind.OUTPUT else 3, 1)
        for j in range(4):
            np.testing.assert_allclose(found[j, 0, :, 0], expected(j)[0], **CLOSE)
        assert tiles_of(seen, 1, kind)[0].shape == gallery.NOTHING


def test_ranges_are_each_tiles_own() -> None:
    low, high = gallery.ranges(np.arange(12, dtype=np.float32).reshape(3, 2, 2, 1), 3)
    assert low.tolist() == [0, 4, 8] and high.tolist() == [3, 7, 11]
    assert [part.tolist() for part in gallery.ranges(np.empty(gallery.NOTHING, np.float32), 2)] == [[0, 0], [0, 0]]


@pytest.mark.parametrize("mode", list(AblationMode))
@pytest.mark.parametrize("layer", [1, 2])
def test_worth_is_how_much_the_loss_grows_without_the_neuron(layer: int, mode: AblationMode) -> None:
    off = (Neuron(1, 1), Neuron(2, 3))
    seen = insides.moment(insides.architecture(DEEP), insides.points(), off, mode)
    train = seen.prepared.dataset.train
    passes = seen.passes(np.float64)
    held = census.held(seen.passes(np.float64, all_on=True), layer, seen.prepared, seen.ablation)
    found = census.worth(passes, layer, seen.prepared, on=seen.on(layer), when_off=held, most=1000)
    for index in range(DEEP[layer]):
        neuron = Neuron(layer, index)
        with_it = tuple(each for each in off if each != neuron)
        grown = insides.loss(seen, train, (*with_it, neuron)) - insides.loss(seen, train, with_it)
        assert found[index] == pytest.approx(grown, rel=1e-4, abs=1e-6)


def test_a_neuron_is_dead_saturated_or_silent_as_its_weights_make_it() -> None:
    data = insides.points(columns=2, classes=3)
    net = insides.architecture((2, 4, 3), Activation.RELU)
    params = np.random.default_rng(0).normal(size=net.layout.size)
    net.layout.weights(params, 1)[:, 0] = 0.0  # dead: its sum is −1 for everything
    net.layout.biases(params, 1)[:] = (-1.0, 5.0, 5.0, 5.0)
    counted = census.census(insides.Moment(net, params, data).passes(), 1, data)
    assert counted.samples == len(data.dataset.train)
    said = census.status(counted, np.array([0.0, 0.0, 3.0, np.nan], np.float32))
    assert said.tolist() == [Status.DEAD, Status.SILENT, Status.ACTIVE, Status.ACTIVE]
    assert census.status(None, np.array([0.0, 1.0], np.float32)).tolist() == [Status.SILENT, Status.ACTIVE]


@pytest.mark.parametrize(("activation", "end"), [(Activation.TANH, -1.0), (Activation.SIGMOID, 1.0)])
def test_saturated_is_at_the_same_end_for_nearly_all(activation: Activation, end: float) -> None:
    raw = np.column_stack((np.where(np.arange(100) < 4, -1.0, 1.0), np.tile((1.0, -1.0), 50)))
    data = insides.prepared(raw, np.zeros(100, np.int64), 2)
    net = insides.architecture((2, 3, 2), activation)
    params = np.zeros(net.layout.size)
    net.layout.weights(params, 1)[:] = [[20.0 * end, 0.0, 0.1], [0.0, 20.0, 0.1]]  # by its sign 96 to 4, by its sign half and half, hardly
    counted = census.census(insides.Moment(net, params, data).passes(), 1, data)
    assert census.status(counted, np.full(3, np.nan, np.float32)).tolist() == [Status.SATURATED, Status.ACTIVE, Status.ACTIVE]


@pytest.mark.parametrize("mode", list(AblationMode))
def test_an_answer_adds_up_and_remembers_all_on(mode: AblationMode) -> None:
    off = (Neuron(2, 1),)
    seen = insides.moment(insides.architecture(DEEP), insides.points(), off, mode)
    sample = seen.prepared.inputs[4]
    found = answer(seen.passes(), seen.passes(all_on=True), sample.astype(np.float32), task=Task.CLASSIFICATION, target=1)
    expected = insides.outputs(seen, sample[None])[0]
    np.testing.assert_allclose(found.outputs, expected, **CLOSE)
    np.testing.assert_allclose(found.outputs_all_on, insides.outputs(seen, sample[None], ())[0], **CLOSE)
    assert found.winner == found.about == expected.argmax()
    passed = backprop.forward(seen.architecture, seen.params, sample[None], seen.mask)
    assert found.logit == pytest.approx(passed.pre_activations[-1][0, found.about], rel=1e-5)
    assert found.bias + found.terms.sum() == pytest.approx(found.logit, rel=1e-5)
    assert found.largest.tolist() == np.argsort(-np.abs(found.terms)).tolist()
    assert mode is AblationMode.MEAN or found.terms[1] == 0.0
    about_one = answer(seen.passes(), seen.passes(), sample.astype(np.float32), task=Task.CLASSIFICATION, output=0)
    assert about_one.about == 0 and about_one.target == -1


def test_one_output_wins_as_a_class_and_no_hidden_layer_has_terms_of_inputs() -> None:
    seen = insides.moment(insides.architecture((2, 1), output=Activation.SIGMOID), insides.points(classes=1))
    sample = seen.prepared.inputs[0].astype(np.float32)
    found = answer(seen.passes(), seen.passes(), sample, task=Task.CLASSIFICATION)
    assert found.winner == int(found.outputs[0] >= 0.5)
    np.testing.assert_allclose(found.terms, seen.architecture.layout.weights(seen.params, 1)[:, 0] * sample, rtol=1e-5)


def test_a_drawing_is_scaled_as_the_data_are() -> None:
    data = insides.points(columns=4)
    assert drawn_input(data, np.array([0.0, 0.5, 1.0, 0.0]), 16.0).tolist() == [0.0, 8.0, 16.0, 0.0]
    bytes_ = insides.prepared(np.zeros((3, 4), np.uint8), np.zeros(3, np.int64), 2)
    assert drawn_input(bytes_, np.array([0.0, 0.5, 1.0, 0.0]), 255.0).tolist() == [0.0, 0.5, 1.0, 0.0]
    with pytest.raises(ValueError, match="4 pixels"):
        drawn_input(data, np.zeros(3))


def test_sets_of_neurons_on_are_what_masks_make() -> None:
    seen = insides.moment(insides.architecture(DEEP), insides.points(), mode=AblationMode.MEAN)
    places = seen.prepared.dataset.train
    variants: Variants = seen.variants(1, places, np.float64)
    sets = np.array([[0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 0, 0, 1]], np.float64)
    found = np.concatenate([variants.loss(z, seen.prepared.targets[places]) for _, z in variants.together(sets)])
    for row, on in enumerate(sets):
        off = tuple(Neuron(1, int(j)) for j in np.flatnonzero(on == 0))
        assert found[row] == pytest.approx(insides.loss(seen, places, off), rel=1e-9)


def test_ablation_without_neurons_is_no_mask() -> None:
    seen = insides.moment(insides.architecture(FLAT, output=Activation.SIGMOID), insides.points(classes=1))
    assert seen.mask is None and seen.ablation == Ablation() and seen.on(1).all()
    with pytest.raises(ValueError, match="no hidden layer 2"):
        seen.hidden(2)
