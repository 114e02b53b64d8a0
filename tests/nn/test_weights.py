"""Saved networks come back bit for bit, and a file that is anything else gets a sentence."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from nn.choices import Activation, Feature, Loss
from nn.datasets.dataset import Transform
from nn.errors import BadFile
from nn.network import Architecture, Network
from nn.storage import npz, weights
from nn.storage.atomic import SUFFIX, write_atomically
from nn.storage.weights import SavedNetwork, load, save


def some_network(dtype: type[np.floating] = np.float64) -> SavedNetwork:
    architecture = Architecture((3, 4, 2), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
    params = np.random.default_rng(0).normal(size=architecture.layout.size).astype(dtype)
    return SavedNetwork(
        Network(architecture, params),
        experiment_toml='name = "señal"\n',
        step=123_456,
        transform=Transform(np.array([0.5, 1.5]), np.array([2.0, 0.25]), (Feature.SIN_X1,), ("x1", "x2", "sin(x1)")),
        feature_names=("alto", "ancho"),
        class_names=("sí", "no"),
    )


def parts_of(path: Path) -> dict[str, np.ndarray]:
    return dict(npz.read(path))


def write_parts(path: Path, parts: dict[str, np.ndarray], **header_changes: object) -> None:
    """Write ``parts`` with a changed header; a value of ``...`` takes the name away."""
    header = json.loads(parts["header"].tobytes())
    header = {name: value for name, value in {**header, **header_changes}.items() if value is not ...}
    with path.open("wb") as file:
        npz.write(file, {**parts, "header": np.frombuffer(json.dumps(header).encode(), dtype=np.uint8)})


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_what_is_saved_comes_back(tmp_path: Path, dtype: type[np.floating]) -> None:
    saved = some_network(dtype)
    save(tmp_path / "net.npz", saved)
    found = load(tmp_path / "net.npz")
    assert found.network.architecture == saved.network.architecture
    assert found.network.params.dtype == dtype
    assert found.network.params.tobytes() == saved.network.params.tobytes()
    assert not found.network.params.flags.writeable
    assert (found.experiment_toml, found.step) == (saved.experiment_toml, saved.step)
    assert (found.feature_names, found.class_names) == (saved.feature_names, saved.class_names)
    assert found.transform is not None
    raw = np.array([[1.0, 2.0]])
    np.testing.assert_array_equal(found.transform.apply(raw), saved.transform.apply(raw))
    assert found.transform.input_names == ("x1", "x2", "sin(x1)")
    assert found.target_mean.size == found.target_scale.size == 0


def test_regression_targets_come_back(tmp_path: Path) -> None:
    architecture = Architecture((1, 2), (Activation.LINEAR,), Loss.MSE)
    save(
        tmp_path / "net.npz", SavedNetwork(Network(architecture, np.arange(4.0)), target_mean=np.array([1.0, 2.0]), target_scale=np.array([3.0, 4.0]))
    )
    found = load(tmp_path / "net.npz")
    np.testing.assert_array_equal(found.target_mean, [1.0, 2.0])
    np.testing.assert_array_equal(found.target_scale, [3.0, 4.0])
    assert found.transform is None


def test_numpy_opens_it_without_pickle(tmp_path: Path) -> None:
    saved = some_network()
    save(tmp_path / "net.npz", saved)
    with np.load(tmp_path / "net.npz", allow_pickle=False) as archive:
        np.testing.assert_array_equal(archive["params"], saved.network.params)
        assert json.loads(archive["header"].tobytes())["widths"] == [3, 4, 2]


def test_equal_networks_give_equal_files(tmp_path: Path) -> None:
    save(tmp_path / "a.npz", some_network())
    save(tmp_path / "b.npz", some_network())
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_big_endian_parameters_are_saved_too(tmp_path: Path) -> None:
    saved = some_network()
    swapped = SavedNetwork(Network(saved.network.architecture, saved.network.params.astype(">f8")))
    save(tmp_path / "net.npz", swapped)
    np.testing.assert_array_equal(load(tmp_path / "net.npz").network.params, saved.network.params)


@pytest.mark.parametrize(
    "changes",
    [
        {"widths": [3, 5, 2]},
        {"widths": [3]},
        {"widths": [3, 0, 2]},
        {"widths": [3, 4.0, 2]},
        {"widths": [True, 4, 2]},
        {"widths": "3,4,2"},
        {"widths": [3, 10**30, 2]},
        {"activations": ["tanh"]},
        {"activations": ["tanh", "wave"]},
        {"activations": ["softmax", "softmax"]},
        {"activations": ["tanh", "sigmoid"]},
        {"activations": [["tanh"], "softmax"]},
        {"loss": "hinge"},
        {"loss": ...},
        {"step": -1},
        {"step": 1.5},
        {"step": None},
        {"format": "something-else"},
        {"version": 0},
        {"version": 2},
        {"version": "1"},
        {"experiment": 5},
        {"experiment": ...},
        {"class_names": [1, 2]},
        {"class_names": {"a": 1}},
        {"extra_features": ["x3"]},
        {"extra_features": ["x1^2", "x2^2"]},
        {"extra_features": []},
        {"input_names": ["x1"]},
    ],
    ids=str,
)
def test_a_wrong_header_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    save(tmp_path / "net.npz", some_network())
    write_parts(tmp_path / "bad.npz", parts_of(tmp_path / "net.npz"), **changes)
    with pytest.raises(BadFile) as caught:
        load(tmp_path / "bad.npz")
    assert str(tmp_path / "bad.npz") in str(caught.value)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("params", np.zeros(25)),
        ("params", np.zeros((26, 1))),
        ("params", np.full(26, np.nan)),
        ("params", np.full(26, np.inf)),
        ("params", np.zeros(26, dtype=np.uint8)),
        ("mean", np.zeros(3)),
        ("scale", np.array([1.0, 0.0])),
        ("scale", np.array([1.0, np.nan])),
        ("target_mean", np.zeros(1)),
        ("target_scale", np.ones(2)),
        ("header", np.frombuffer(b"[]", dtype=np.uint8)),
        ("header", np.frombuffer(b"{", dtype=np.uint8)),
        ("header", np.frombuffer(b"\xff\xff", dtype=np.uint8)),
        ("header", np.frombuffer(b"[" * 100_000, dtype=np.uint8)),
    ],
)
def test_a_wrong_part_is_refused(tmp_path: Path, part: str, value: np.ndarray) -> None:
    save(tmp_path / "net.npz", some_network())
    with (tmp_path / "bad.npz").open("wb") as file:
        npz.write(file, {**parts_of(tmp_path / "net.npz"), part: value})
    with pytest.raises(BadFile, match=r"bad\.npz"):
        load(tmp_path / "bad.npz")


@pytest.mark.parametrize("part", ["header", "params", "scale", "target_mean", "target_scale"])
def test_a_missing_part_is_named(tmp_path: Path, part: str) -> None:
    save(tmp_path / "net.npz", some_network())
    parts = parts_of(tmp_path / "net.npz")
    del parts[part]
    with (tmp_path / "bad.npz").open("wb") as file:
        npz.write(file, parts)
    with pytest.raises(BadFile, match=part):
        load(tmp_path / "bad.npz")


def test_a_newer_format_asks_for_an_update(tmp_path: Path) -> None:
    save(tmp_path / "net.npz", some_network())
    write_parts(tmp_path / "new.npz", parts_of(tmp_path / "net.npz"), version=weights.VERSION + 1)
    with pytest.raises(BadFile, match="newer version"):
        load(tmp_path / "new.npz")


def test_pickles_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "evil.npz", header=np.array([{"a": 1}], dtype=object), params=np.zeros(3))
    with pytest.raises(BadFile, match="damaged"):
        load(tmp_path / "evil.npz")


def test_a_header_that_promises_too_much_is_refused(tmp_path: Path) -> None:
    lie = (
        b"\x93NUMPY\x01\x00"
        + (118).to_bytes(2, "little")
        + b"{'descr': '<f8', 'fortran_order': False, 'shape': (10000000000000,), }".ljust(117)
        + b"\n"
    )
    with zipfile.ZipFile(tmp_path / "lie.npz", "w") as archive:
        archive.writestr("params.npy", lie)
    with pytest.raises(BadFile, match="damaged"):
        load(tmp_path / "lie.npz")


def test_a_file_that_unpacks_too_large_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path / "net.npz", some_network())
    monkeypatch.setattr(npz, "MOST_BYTES", 1000)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    with pytest.raises(BadFile, match="GB of memory"):
        load(tmp_path / "net.npz")


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip at all", b"PK\x05\x06" + bytes(18)])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other.npz").write_bytes(content)
    with pytest.raises(BadFile):
        load(tmp_path / "other.npz")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.npz", tmp_path):
        with pytest.raises(BadFile, match="can't be read"):
            load(path)


def test_damage_anywhere_never_escapes_as_another_error(tmp_path: Path) -> None:
    """Every cut, and each byte changed: the file is refused, or what comes back is a whole network."""
    save(tmp_path / "net.npz", some_network(np.float32))
    whole = (tmp_path / "net.npz").read_bytes()
    source = np.random.default_rng(1)
    cut = [whole[:length] for length in range(0, len(whole), 37)]
    places = source.choice(len(whole), 400, replace=False)
    changed = [whole[:place] + bytes([whole[place] ^ int(source.integers(1, 256))]) + whole[place + 1 :] for place in places]
    refused = 0
    for content in cut + changed:
        (tmp_path / "bad.npz").write_bytes(content)
        try:
            assert np.isfinite(load(tmp_path / "bad.npz").network.params).all()
        except BadFile:
            refused += 1
    assert refused > (len(cut) + len(changed)) // 2


def test_a_diverged_network_is_not_saved_over_a_good_one(tmp_path: Path) -> None:
    good = some_network()
    save(tmp_path / "net.npz", good)
    params = good.network.params.copy()
    params[3] = np.nan
    with pytest.raises(BadFile, match="Number 4 of params"):
        save(tmp_path / "net.npz", SavedNetwork(Network(good.network.architecture, params)))
    np.testing.assert_array_equal(load(tmp_path / "net.npz").network.params, good.network.params)


def test_a_folder_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="can't be written"):
        save(tmp_path / "nowhere" / "net.npz", some_network())


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def break_off(file: object) -> None:
        assert [item for item in tmp_path.iterdir() if item.name.endswith(SUFFIX)]
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_atomically(path, break_off)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
