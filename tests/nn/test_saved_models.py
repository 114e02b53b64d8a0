"""Networks that NumPy saved: which arrays are which, what is assumed, and what is refused."""

from __future__ import annotations

import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.lib import format as npy

from nn import build
from nn.backprop import forward
from nn.choices import Activation, DataKind, Loss
from nn.cli import main
from nn.datasets import load as load_data
from nn.errors import BadFile
from nn.network import Architecture, Network
from nn.settings import DataSettings
from nn.storage import npz, weights
from nn.storage.adopted import experiment_for
from nn.storage.saved_models import load
from nn.storage.trained import check_architecture, prepared_for
from nn.storage.weights import SavedNetwork

Arrays = list[np.ndarray]
TUTORIAL = (2, 150, 100, 1)
AT_HAND = DataSettings()


def drawn(*widths: int) -> tuple[Arrays, Arrays]:
    """Weights (n_in, n_out) and biases (n_out,)."""
    source = np.random.default_rng(0)
    pairs = list(pairwise(widths))
    return [source.normal(size=pair) for pair in pairs], [source.normal(size=n_out) for _, n_out in pairs]


def saved(path: Path, *arrays: np.ndarray, **named: np.ndarray) -> Path:
    np.savez(path / "model.npz", *arrays, **named)
    return path / "model.npz"


def answer(network: Network, inputs: np.ndarray) -> np.ndarray:
    return forward(network.architecture, network.params.astype(np.float64), inputs).outputs[-1]


def by_hand(weight: Arrays, bias: Arrays, x: np.ndarray) -> np.ndarray:
    """What the tutorial's own code computes."""
    for w, b in zip(weight, bias, strict=True):
        x = 1.0 / (1.0 + np.exp(-(x @ w + b)))
    return x


# Reading


@pytest.mark.parametrize("turned", [False, True], ids=["rows are inputs", "rows are outputs"])
@pytest.mark.parametrize("shape", [(-1,), (-1, 1), (1, -1)], ids=["(n,)", "(n, 1)", "(1, n)"])
def test_weights_then_biases_however_they_stand(tmp_path: Path, turned: bool, shape: tuple[int, ...]) -> None:
    weight, bias = drawn(*TUTORIAL)
    found = load(saved(tmp_path, *(w.T if turned else w for w in weight), *(b.reshape(shape) for b in bias)))
    assert found.network.architecture == Architecture(TUTORIAL, (Activation.SIGMOID,) * 3, Loss.MSE)
    inputs = np.random.default_rng(1).normal(size=(5, 2))
    np.testing.assert_allclose(answer(found.network, inputs), by_hand(weight, bias, inputs), rtol=1e-12)
    assert ("row for each output" in " ".join(map(str, found.notes))) is turned
    assert "sigmoid is assumed" in str(found.notes[0]) and "2–150–100–1" in str(found.notes[0])
    assert not found.network.params.flags.writeable


def test_more_than_ten_arrays_stay_in_order(tmp_path: Path) -> None:
    widths = (2, 3, 4, 5, 6, 7, 1)
    weight, bias = drawn(*widths)
    assert load(saved(tmp_path, *weight, *bias)).network.architecture.widths == widths


def test_each_layers_weights_and_biases_in_turn(tmp_path: Path) -> None:
    weight, bias = drawn(2, 4, 3)
    found = load(saved(tmp_path, *(array for layer in zip(weight, bias, strict=True) for array in layer)))
    np.testing.assert_array_equal(found.network.params, np.concatenate([weight[0].ravel(), bias[0], weight[1].ravel(), bias[1]]))


@pytest.mark.parametrize(("w", "b"), [("w{}", "b{}"), ("W{}", "bias{}"), ("weights_{}", "biases_{}"), ("coefs_{}", "intercepts_{}")])
@pytest.mark.parametrize("first", [0, 1])
def test_arrays_with_names(tmp_path: Path, w: str, b: str, first: int) -> None:
    weight, bias = drawn(2, 5, 3)
    named = {w.format(i): a for i, a in enumerate(weight, first)} | {b.format(i): a for i, a in enumerate(bias, first)}
    found = load(saved(tmp_path, **named, eta=np.array(0.1), cost_history=np.zeros(7)))
    inputs = np.ones((1, 2))
    np.testing.assert_allclose(answer(found.network, inputs), by_hand(weight, bias, inputs))


def test_square_weights_stand_as_the_others_do(tmp_path: Path) -> None:
    weight, bias = drawn(2, 3, 3, 1)
    inputs = np.random.default_rng(2).normal(size=(4, 2))
    for arrays in (weight, [w.T for w in weight]):
        found = load(saved(tmp_path, *arrays, *bias))
        np.testing.assert_allclose(answer(found.network, inputs), by_hand(weight, bias, inputs))


def test_square_weights_alone_have_a_row_for_each_input_and_that_is_said(tmp_path: Path) -> None:
    weight, bias = drawn(3, 3, 3)
    found = load(saved(tmp_path, *weight, *bias))
    np.testing.assert_array_equal(found.network.params[:9].reshape(3, 3), weight[0])
    assert "row for each input" in str(found.notes[-1])


def test_any_real_numbers_will_do(tmp_path: Path) -> None:
    found = load(saved(tmp_path, np.array([[1], [2]], dtype=np.int8), np.array([0.5], dtype=np.float16)))
    assert found.network.params.tolist() == [1.0, 2.0, 0.5]


def test_this_programs_own_files_are_read_as_ever(tmp_path: Path) -> None:
    architecture = Architecture((2, 3, 1), (Activation.TANH, Activation.LINEAR), Loss.HALF_SQUARED)
    own = SavedNetwork(Network(architecture, np.arange(13.0)), experiment_toml="", step=7)
    weights.save(tmp_path / "own.npz", own)
    found = load(tmp_path / "own.npz")
    assert (found.network.architecture, found.step, found.notes) == (architecture, 7, ())
    with pytest.raises(BadFile, match="doesn't say what"):
        experiment_for(found, "own.npz", AT_HAND)


# Going on


@pytest.mark.parametrize(
    ("widths", "kind", "colour"), [((2, 4, 1), DataKind.PICTURE, False), ((2, 4, 3), DataKind.PICTURE, True), ((1, 4, 1), DataKind.CURVE, False)]
)
def test_a_likely_experiment_goes_on_with_the_network(tmp_path: Path, widths: tuple[int, ...], kind: DataKind, colour: bool) -> None:
    weight, bias = drawn(*widths)
    found = load(saved(tmp_path, *weight, *bias))
    experiment = experiment_for(found, "model.npz", AT_HAND)
    assert (experiment.data.kind, experiment.data.colour) == (kind, colour)
    prepared = prepared_for(found, load_data(experiment.data), experiment)
    check_architecture(found, build.architecture_for(experiment, prepared))


def test_ten_classes_of_pictures_are_digits(tmp_path: Path) -> None:
    for inputs, kind in ((64, DataKind.DIGITS), (784, DataKind.MNIST)):
        weight, bias = drawn(inputs, 10)
        assert experiment_for(load(saved(tmp_path, *weight, *bias)), "model.npz", AT_HAND).data.kind is kind


def test_data_at_hand_of_the_likely_kind_are_kept(tmp_path: Path) -> None:
    weight, bias = drawn(2, 4, 3)
    found = load(saved(tmp_path, *weight, *bias))
    at_hand = DataSettings(DataKind.PICTURE, path="mine.png", picture_size=100)
    assert experiment_for(found, "model.npz", at_hand).data == DataSettings(DataKind.PICTURE, path="mine.png", picture_size=100, colour=True)
    weight, bias = drawn(5, 4, 2)
    found = load(saved(tmp_path, *weight, *bias))
    assert experiment_for(found, "model.npz", at_hand).data == at_hand


def test_commands_take_such_a_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weight, bias = drawn(2, 3, 1)
    path = saved(tmp_path, *weight, *bias)
    assert main(["replay", str(path), "--data", "picture", "--picture-size", "4", "--sample", "1"]) == 0
    told = capsys.readouterr()
    assert "sigmoid is assumed" in told.err and told.out
    assert main(["replay", str(path)]) != 0
    assert "--data" in capsys.readouterr().err


# What is refused


def refused(path: Path) -> str:
    with pytest.raises(BadFile) as error:
        load(path)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_python_objects_are_refused_and_a_safe_way_is_named(tmp_path: Path) -> None:
    weight, bias = drawn(2, 4, 1)
    lists = [np.empty(2, dtype=object), np.empty(2, dtype=object)]
    lists[0][:], lists[1][:] = weight, bias
    path = saved(tmp_path, w=lists[0], b=lists[1])
    assert "Python objects" in refused(path) and "numpy.savez(name, *weights, *biases)" in refused(path)


def test_nothing_in_a_file_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unpickle(*_: Any, **__: Any) -> None:
        raise AssertionError("a file was unpickled")

    objects = np.array([{"a": 1}], dtype=object)
    path = saved(tmp_path, objects, objects)
    monkeypatch.setattr("pickle.load", unpickle)
    monkeypatch.setattr("pickle.loads", unpickle)
    assert "Python objects" in refused(path)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_numbers_that_are_none_are_refused(tmp_path: Path, value: float) -> None:
    weight, bias = drawn(2, 4, 1)
    bias[1][0] = value
    assert f"A bias in layer 2 of {tmp_path / 'model.npz'} is {value}" in refused(saved(tmp_path, *weight, *bias))
    weight[0][1, 1] = value
    assert "A weight in layer 1" in refused(saved(tmp_path, *weight, *bias))


def test_shapes_that_do_not_chain_are_refused(tmp_path: Path) -> None:
    weight, bias = drawn(2, 150, 100, 1)
    assert "layer 2 takes 100 inputs, and 150 come" in refused(saved(tmp_path, weight[0], weight[2], bias[0], bias[2]))
    assert "Layer 1" in refused(saved(tmp_path, weight[0], bias[2]))
    assert "2 × 150" in refused(saved(tmp_path, weight[0], bias[1]))
    assert "Layer 1" in refused(saved(tmp_path, np.zeros((2, 3, 4)), np.zeros(4)))
    assert "Layer 1" in refused(saved(tmp_path, np.zeros((2, 0)), np.zeros(0)))


def test_files_that_are_no_networks_are_refused(tmp_path: Path) -> None:
    weight, bias = drawn(2, 4, 1)
    assert "3 arrays" in refused(saved(tmp_path, *weight, bias[0]))
    assert "it has x, y" in refused(saved(tmp_path, x=weight[0], y=bias[0]))
    assert "as many arrays" in refused(saved(tmp_path, W1=weight[0], W2=weight[1], b1=bias[0]))
    assert "it has –" in refused(saved(tmp_path))
    assert "real numbers" in refused(saved(tmp_path, weight[0] * 1j, bias[0]))
    (tmp_path / "text.npz").write_text("no archive")
    assert ".npz" in refused(tmp_path / "text.npz")
    assert "can't be read" in refused(tmp_path / "missing.npz")


def test_a_small_file_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npz, "MOST_BYTES", 1_000_000)
    np.savez_compressed(tmp_path / "bomb.npz", np.zeros((1000, 1000)), np.zeros(1000))
    assert (tmp_path / "bomb.npz").stat().st_size < 20_000
    assert "GB of memory" in refused(tmp_path / "bomb.npz")


def test_a_header_that_promises_more_than_there_is_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "lie.npz", "w") as archive, archive.open("arr_0.npy", "w") as member:
        npy.write_array_header_1_0(member, {"descr": "<f8", "fortran_order": False, "shape": (10**6, 10**6)})
    assert "damaged" in refused(tmp_path / "lie.npz")
