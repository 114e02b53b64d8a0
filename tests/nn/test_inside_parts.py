"""Confusion, fitted pictures, growing pictures and distributions: against plain loops."""

from __future__ import annotations

import numpy as np
import pytest

from nn.choices import AblationMode, Activation
from nn.datasets.work import Work
from nn.errors import Cancelled
from nn.inside.classes import classes
from nn.inside.distribution import distribution
from nn.inside.grow import grow
from nn.inside.moment import Moment
from nn.inside.passes import spread
from nn.inside.pictures import Canvas
from nn.layout import Neuron
from tests.nn import insides

CLOSE = {"rtol": 2e-4, "atol": 2e-5}


def test_classes_count_what_is_read_as_what() -> None:
    seen = insides.moment(insides.architecture((2, 5, 3)), insides.points())
    for part in (seen.prepared.dataset.train, seen.prepared.dataset.test):
        found = classes(seen.passes(), seen.prepared, part)
        assert found is not None
        given = insides.outputs(seen, seen.prepared.inputs[part])
        confusion = np.zeros((3, 3), np.int64)
        for sample, answer in zip(part, given, strict=True):
            confusion[seen.prepared.dataset.labels[sample], answer.argmax()] += 1
        np.testing.assert_array_equal(found.confusion, confusion)
        with np.errstate(invalid="ignore"):
            np.testing.assert_allclose(found.precision, np.diag(confusion) / confusion.sum(axis=0))
            np.testing.assert_allclose(found.recall, np.diag(confusion) / confusion.sum(axis=1))
        np.testing.assert_array_equal(found.samples, part)
        np.testing.assert_allclose(found.sure, given.max(axis=1), **CLOSE)
        assert found.accuracy == np.diag(confusion).sum() / len(part)
        assert found.loss == pytest.approx(insides.loss(seen, part), rel=1e-4)
        cell = found.cell(0, 1)
        assert len(cell) == confusion[0, 1] and (np.diff(found.sure[cell]) <= 0).all()
        worst = found.mistakes(4)
        assert (found.true[worst] != found.read[worst]).all() and (np.diff(found.sure[worst]) <= 0).all()


def test_one_output_is_two_classes_and_sure_of_the_one_read() -> None:
    seen = insides.moment(insides.architecture((2, 4, 1), output=Activation.SIGMOID), insides.points(classes=1))
    part = seen.prepared.dataset.train
    found = classes(seen.passes(), seen.prepared, part)
    assert found is not None and found.confusion.shape == (2, 2)
    given = insides.outputs(seen, seen.prepared.inputs[part])[:, 0]
    np.testing.assert_array_equal(found.read, given >= 0.5)
    np.testing.assert_allclose(found.sure, np.maximum(given, 1 - given), **CLOSE)


def test_classes_of_a_part_of_the_samples_and_of_none() -> None:
    seen = insides.moment(insides.architecture((2, 5, 3)), insides.points())
    train = seen.prepared.dataset.train
    found = classes(seen.passes(), seen.prepared, train, most=10)
    assert found is not None
    np.testing.assert_array_equal(found.samples, spread(train, 10))
    assert found.samples[0] == train[0] and found.samples[-1] == train[-1] and found.confusion.sum() == 10
    assert classes(seen.passes(), seen.prepared, train[:0]) is None
    pixels = insides.moment(insides.architecture((2, 3, 1), output=Activation.SIGMOID), insides.of_picture(np.zeros((3, 3, 1), np.float32)))
    assert classes(pixels.passes(), pixels.prepared, train[:4]) is None


def picture_moment(colours: int = 3, off: tuple[Neuron, ...] = (), mode: AblationMode = AblationMode.ZERO) -> Moment:
    pixels = np.random.default_rng(0).random((5, 8, colours), dtype=np.float32)
    return insides.moment(insides.architecture((2, 6, colours), output=Activation.SIGMOID), insides.of_picture(pixels), off, mode)


@pytest.mark.parametrize("finer", [1, 3, 4])
@pytest.mark.parametrize("colours", [1, 3])
def test_a_fitted_picture_is_drawn_at_its_resolution_and_finer(finer: int, colours: int) -> None:
    seen = picture_moment(colours, (Neuron(1, 2),))
    picture = seen.prepared.dataset.picture
    assert picture is not None
    found = Canvas(seen.prepared, picture, finer).draw(seen.passes())
    assert found.finer == finer and found.network.shape == (5 * finer, 8 * finer, colours)
    np.testing.assert_allclose(found.network.reshape(-1, colours), insides.outputs(seen, picture.places(finer)), **CLOSE)
    own = insides.outputs(seen, picture.places()).reshape(5, 8, colours)
    squared = (own - picture.pixels) ** 2
    np.testing.assert_allclose(found.error, np.sqrt(squared.mean(axis=2)), **CLOSE)
    assert found.mse == pytest.approx(squared.mean(), rel=1e-4)
    np.testing.assert_array_equal(found.target, picture.pixels)
    assert not found.network.flags.writeable


def test_a_large_picture_is_drawn_no_finer_than_memory_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nn.inside.pictures.MOST_PIXELS", 5 * 8 * 8)
    seen = picture_moment()
    picture = seen.prepared.dataset.picture
    assert picture is not None
    assert Canvas(seen.prepared, picture, 2).finer == 2
    assert Canvas(seen.prepared, picture, 4).finer == 1


@pytest.mark.parametrize("mode", list(AblationMode))
def test_a_picture_grows_neuron_by_neuron(mode: AblationMode) -> None:
    seen = picture_moment(3, (Neuron(1, 4),), mode)
    data, layout = seen.prepared, seen.architecture.layout
    found = grow(seen, np.array([3, 0, 4, 5, 1, 2]), tile=8)
    assert found.order.tolist() == [3, 0, 5, 1, 2]
    assert found.pictures.shape == (6, 5, 8, 3) and not found.plane and found.samples == 40
    means = insides.row_means(seen.architecture, seen.params, data)
    for step in range(6):
        params = seen.params.copy()
        if mode is AblationMode.MEAN:  # what is off goes on putting out its mean: as if that were a part of the bias
            layout.biases(params, 2)[:] += means[layout.row(Neuron(1, 4))] * layout.weights(params, 2)[4]
        gone = [j for j in range(6) if j not in found.order[:step]]
        layout.weights(params, 2)[gone] = 0.0
        plain = insides.outputs(Moment(seen.architecture, params, data), data.inputs)
        np.testing.assert_allclose(found.pictures[step].reshape(-1, 3), plain, **CLOSE)
        assert found.mse[step] == pytest.approx(((plain - data.targets) ** 2).mean(), rel=1e-4)


def test_growing_begins_with_the_neuron_that_is_missed_most() -> None:
    seen = insides.moment(insides.architecture((2, 4, 5, 3)), insides.points())
    train = seen.prepared.dataset.train
    grown = [abs(insides.loss(seen, train, (Neuron(2, j),)) - insides.loss(seen, train, ())) for j in range(5)]
    found = grow(seen, tile=7, about=1)
    assert found.order.tolist() == np.argsort(grown)[::-1].tolist()
    assert found.plane and found.pictures.shape == (6, 7, 7, 1)
    assert grow(insides.moment(insides.architecture((5, 4, 3)), insides.points(columns=5))).pictures.size == 0


def test_growing_in_many_blocks_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = picture_moment()
    whole = grow(seen, tile=8)
    monkeypatch.setattr("nn.inside.grow.BLOCK", 50)
    parts = grow(seen, tile=8)
    np.testing.assert_allclose(parts.pictures, whole.pictures, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(parts.mse, whole.mse, rtol=1e-6)


@pytest.mark.parametrize("layer", [1, 2])
def test_a_distribution_counts_each_class_and_names_the_most_exciting(layer: int) -> None:
    seen = insides.moment(insides.architecture((2, 4, 5, 3)), insides.points())
    train = seen.prepared.dataset.train
    found = distribution(seen, layer, bins=6, exciting=3)
    own = seen.passes(np.float64).own(layer, seen.prepared.inputs[train])
    labels = seen.prepared.dataset.labels[train]
    assert found.counts.shape == (len(own), 3, 6) and found.samples == len(train)
    for j, outputs in enumerate(own):
        edges = np.linspace(outputs.min(), outputs.max(), 7)
        np.testing.assert_allclose(found.edges[j], edges, atol=1e-5)
        for k in range(3):
            # a value within rounding of an edge may fall on either side of it
            assert np.abs(np.cumsum(found.counts[j, k]) - np.cumsum(np.histogram(outputs[labels == k], edges)[0])).max() <= 1
            assert found.counts[j, k].sum() == (labels == k).sum()
        np.testing.assert_array_equal(found.exciting[j], train[np.argsort(-outputs)[:3]])
        np.testing.assert_allclose(found.excited[j], np.sort(outputs)[::-1][:3], rtol=1e-4, atol=1e-5)


def test_a_neuron_that_never_changes_has_bins_around_its_output() -> None:
    net = insides.architecture((2, 2, 3), Activation.RELU)
    params = np.zeros(net.layout.size)
    net.layout.biases(params, 1)[:] = (-1.0, 3.0)
    found = distribution(Moment(net, params, insides.points()), 1, bins=4)
    assert found.edges[0].tolist() == [-0.5, -0.25, 0.0, 0.25, 0.5] and found.edges[1, 0] == 2.5
    assert found.counts.sum() == 2 * found.samples


def test_jobs_stop_when_cancelled_and_tell_how_far_they_are() -> None:
    seen = insides.moment(insides.architecture((2, 5, 3)), insides.points())
    told: list[float] = []
    distribution(seen, 1, work=Work(progress=told.append))
    grow(seen, work=Work(progress=told.append))
    assert told[-1] == 1.0
    with pytest.raises(Cancelled):
        distribution(seen, 1, work=Work(cancelled=lambda: True))
    with pytest.raises(Cancelled):
        grow(seen, work=Work(cancelled=lambda: True))
