"""MNIST as a data set: its parts, what is said when it isn't there, and how it is fetched."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from digit_files import REAL, folder, keras_file

from nn.backends.cpu import CpuEngine
from nn.build import architecture_for
from nn.choices import DataKind
from nn.cli import main
from nn.datasets import load, openml
from nn.datasets.pixels import rows
from nn.datasets.prepare import prepare
from nn.datasets.work import Work
from nn.errors import Cancelled, SettingsError
from nn.initializers import initial
from nn.presets import BY_KEY
from nn.settings import DataSettings, Experiment, StopSettings
from nn.storage.experiment import from_toml, to_toml
from nn.training.trainer import Trainer

real = pytest.mark.skipif(not REAL.is_dir(), reason="the 10,000 real digits aren't beside this repository")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(openml, "folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@real
def test_the_real_digits() -> None:
    dataset = load(DataSettings(DataKind.MNIST, path=str(REAL)))
    assert dataset.raw.shape == (10_000, 784) and dataset.raw.dtype == np.uint8
    assert (len(dataset.train), len(dataset.test), dataset.image_shape) == (8000, 2000, (28, 28))
    assert dataset.class_names == tuple("0123456789")
    assert dataset.feature_names[0] == "pixel 1,1" and dataset.feature_names[-1] == "pixel 28,28"
    assert set(np.unique(dataset.labels)) == set(range(10))
    ink = dataset.raw[dataset.labels == 1].mean() / dataset.raw[dataset.labels == 0].mean()
    assert 0.3 < ink < 0.6  # a one takes about half the ink of a nought


def test_the_files_own_parts(tmp_path: Path) -> None:
    dataset = load(DataSettings(DataKind.MNIST, path=str(folder(tmp_path / "digits")), test_share=0.5))
    np.testing.assert_array_equal(dataset.train, np.arange(60))
    np.testing.assert_array_equal(dataset.test, np.arange(60, 80))
    for array in (dataset.raw, dataset.labels, dataset.train, dataset.test):
        assert not array.flags.writeable


@pytest.mark.parametrize(("official", "test"), [(False, 20), (True, 0)])
def test_a_share_of_all_where_wanted_or_where_the_files_have_no_parts(tmp_path: Path, official: bool, test: int) -> None:
    settings = DataSettings(DataKind.MNIST, path=str(folder(tmp_path / "digits", 60, test)), official_split=official, test_share=0.25, seed=1)
    dataset = load(settings)
    size = 60 + test
    assert (len(dataset.train), len(dataset.test)) == (size * 3 // 4, size // 4)
    np.testing.assert_array_equal(np.concatenate((dataset.train, dataset.test)), np.arange(size))
    rows = dataset.raw.reshape(size, 28, 28)
    assert (rows[np.arange(size), dataset.labels * 2] == 255).all()  # each picture still has its own label
    np.testing.assert_array_equal(load(settings).raw, dataset.raw)
    assert np.bincount(dataset.labels[dataset.test]).min() >= 1


def test_nothing_there_yet_says_what_to_do() -> None:
    with pytest.raises(SettingsError) as caught:
        load(DataSettings(DataKind.FASHION))
    assert caught.value.field == "data.path"
    assert all(word in str(caught.value) for word in ("Fashion-MNIST", "fetch", "folder", "8×8"))


def test_what_was_fetched_is_used(own_cache: Path) -> None:
    keras_file(own_cache / "fashion.npz")
    dataset = load(DataSettings(DataKind.FASHION))
    assert (len(dataset.train), len(dataset.test)) == (60, 20)
    assert dataset.class_names[9] == "ankle boot"


def test_the_settings_come_back_from_a_file() -> None:
    experiment = Experiment(data=DataSettings(DataKind.MNIST, path="/some/folder", official_split=False, test_share=0.3))
    assert from_toml(to_toml(experiment)) == experiment
    assert from_toml('[data]\nkind = "mnist"\n').data.official_split


# Fetching: the child process is a stand-in that does what is told


def stand_in(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """The child runs ``code``; in it ``folder`` and ``target`` are the paths it may write to."""

    def command(_kind: DataKind, scratch: Path) -> list[str]:
        begin = f"import sys, time; from pathlib import Path; folder, target = Path({str(scratch)!r}), Path({str(scratch / 'fetched.npz')!r})\n"
        return [sys.executable, "-c", begin + code]

    monkeypatch.setattr(openml, "_command", command)


def test_a_download_is_kept(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    stand_in(monkeypatch, "(folder / 'part').write_bytes(bytes(4_000_000)); time.sleep(0.3); target.write_bytes(b'all of it')")
    shares: list[float] = []
    path = openml.fetch(DataKind.MNIST, Work(shares.append))
    assert path == own_cache / "mnist.npz" and path.read_bytes() == b"all of it"
    assert [entry.name for entry in own_cache.iterdir()] == ["mnist.npz"]
    assert shares[-1] == 1.0 and any(0.1 < share < 0.3 for share in shares)


def test_what_a_download_left_behind_is_swept_away(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    stand_in(monkeypatch, "target.write_bytes(b'new')")
    for name, age in (("openml-old", 2 * openml.OLD), ("openml-new", 0.0)):
        (own_cache / name).mkdir(parents=True)
        os.utime(own_cache / name, (time.time() - age,) * 2)
    openml.fetch(DataKind.MNIST, Work())
    assert {entry.name for entry in own_cache.iterdir()} == {"mnist.npz", "openml-new"}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "print('a warning', file=sys.stderr); print('Name or service not known', file=sys.stderr); sys.exit(3)",
            ("can't be reached", "Name or service"),
        ),
        ("print('ValueError: odd', file=sys.stderr); sys.exit(4)", ("can't be used (ValueError: odd)",)),
        ("pass", ("can't be used (no reason given)",)),
    ],
)
def test_a_download_that_fails_says_why(monkeypatch: pytest.MonkeyPatch, own_cache: Path, code: str, words: tuple[str, ...]) -> None:
    stand_in(monkeypatch, code)
    with pytest.raises(SettingsError) as caught:
        openml.fetch(DataKind.MNIST, Work())
    assert all(word in str(caught.value) for word in (*words, "folder with the files"))
    assert list(own_cache.iterdir()) == []


def test_a_download_that_stands_still_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "time.sleep(60)")
    monkeypatch.setattr(openml, "PATIENCE", 0.1)
    with pytest.raises(SettingsError, match="doesn't answer"):
        openml.fetch(DataKind.MNIST, Work())


def test_a_cancelled_download_ends_its_process(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    stand_in(monkeypatch, "import os; (folder / 'pid').write_text(str(os.getpid())); time.sleep(1000)")
    seen: list[int] = []

    def cancelled() -> bool:
        for file in own_cache.glob("openml-*/pid"):
            seen.extend(int(number) for number in file.read_text().split())
        return bool(seen)

    began = time.monotonic()
    with pytest.raises(Cancelled):
        openml.fetch(DataKind.MNIST, Work(cancelled=cancelled))
    assert time.monotonic() - began < 500  # the child was not waited for
    with pytest.raises(ProcessLookupError):
        os.kill(seen[0], 0)
    assert list(own_cache.iterdir()) == []


def test_the_child_writes_what_openml_has_as_bytes(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    import sklearn.datasets

    class Bunch:
        data = np.zeros((700, 784))
        target = (np.arange(700) % 10).astype(str)

    Bunch.data[:, 300] = 255
    monkeypatch.setattr(sklearn.datasets, "fetch_openml", lambda *_, **__: Bunch)
    monkeypatch.setattr(openml, "PICTURES", 700)
    monkeypatch.setattr(openml, "TRAINING", 600)
    own_cache.mkdir()
    assert openml.main(["mnist_784", str(own_cache), str(own_cache / "mnist.npz")]) == 0
    dataset = load(DataSettings(DataKind.MNIST))
    assert (len(dataset.train), len(dataset.test)) == (600, 100)
    assert dataset.raw[:, 300].min() == 255 and dataset.labels[601] == 1


@pytest.mark.parametrize(("error", "code"), [(OSError("no route"), openml.NO_NETWORK), (ValueError("no such set"), openml.FAILED)])
def test_the_childs_errors_are_told_apart(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, code: int) -> None:
    import sklearn.datasets

    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(sklearn.datasets, "fetch_openml", fails)
    assert openml.main(["mnist_784", "nowhere", "nowhere.npz"]) == code
    assert str(error) in capsys.readouterr().err


# The command line


def test_the_command_line_starts_from_the_preset(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder(tmp_path / "digits", 100, 20)
    assert main(f"train --data mnist --data-path {path} --epochs 1 --device cpu --json".split()) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["widths"], result["batch_size"], result["train_samples"], result["test_samples"]) == ([784, 256, 10], 64, 100, 20)
    assert main(f"train --preset mnist --data-path {path} --no-official-split --test-share 0.5 --epochs 1 --device cpu --json".split()) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["train_samples"], result["test_samples"]) == (60, 60)


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ("--data mnist", ("--data-path:", "isn't on this computer yet")),
        ("--data fashion --data-path nowhere", ("nowhere isn't there",)),
        ("--preset circles --fetch", ("Only mnist and fashion",)),
    ],
)
def test_the_command_line_says_what_is_missing(capsys: pytest.CaptureFixture[str], flags: str, words: tuple[str, ...]) -> None:
    assert main(["train", *flags.split()]) == 2
    said = capsys.readouterr().err
    assert all(word in said for word in words), said


def test_the_command_line_fetches_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = keras_file(tmp_path / "there.npz", 100)
    stand_in(monkeypatch, f"import shutil; shutil.copy({str(source)!r}, target)")
    assert main(["train", *["--data", "mnist", "--fetch", "--epochs", "1", "--device", "cpu", "--json"]]) == 0
    assert json.loads(capsys.readouterr().out)["train_samples"] == 100
    stand_in(monkeypatch, "sys.exit(3)")
    assert main(["train", *["--data", "mnist", "--fetch", "--epochs", "1", "--device", "cpu", "--json"]]) == 0


@real
def test_the_preset_reads_real_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two epochs; the workshop's network is right for 91 in 100 after its 200."""
    experiment = BY_KEY["mnist"].experiment
    experiment = replace(
        experiment, data=replace(experiment.data, path=str(REAL)), training=replace(experiment.training, stop=StopSettings(epochs=2))
    )
    prepared = prepare(load(experiment.data), experiment)
    architecture = architecture_for(experiment, prepared)
    assert architecture.widths == (784, 256, 10)
    parts = rows(prepared.inputs, prepared.dataset.train), rows(prepared.targets, prepared.dataset.train)
    run = Trainer(experiment, prepared, CpuEngine(architecture, *parts, initial(architecture, experiment.network, 0), np.float32))
    run.run_to_stop()
    assert run.measures().test_accuracy > 0.911
