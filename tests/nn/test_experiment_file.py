"""Experiments as TOML: there and back without loss, and what is said about a file that can't be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nn.choices import (
    Activation,
    DataKind,
    DeviceChoice,
    Feature,
    Initializer,
    Loss,
    MissingValues,
    OptimizerKind,
    Precision,
    Reduction,
    ScheduleKind,
)
from nn.errors import BadFile, SettingsError
from nn.presets import BY_KEY
from nn.settings import (
    DataSettings,
    Experiment,
    LayerSettings,
    NetworkSettings,
    OptimizerSettings,
    ScheduleSettings,
    StopSettings,
    TrainingSettings,
)
from nn.storage.experiment import from_toml, read, to_toml, write

SHARE = st.floats(0, 0.9)
SEED = st.integers(0, 2**32 - 1)
POSITIVE = st.floats(1e-300, 1e300)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
HIDDEN = st.builds(LayerSettings, st.integers(1, 4096), st.sampled_from([kind for kind in Activation if kind is not Activation.SOFTMAX]))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def several(strategy: st.SearchStrategy[Any], most: int = 5) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


DATA = st.builds(
    DataSettings,
    kind=st.sampled_from(DataKind),
    samples=st.integers(2, 10**6),
    noise=st.floats(0, 10),
    factor=st.floats(0.01, 0.99),
    classes=st.integers(2, 10),
    test_share=SHARE,
    seed=SEED,
    standardize=st.booleans(),
    features=several(st.sampled_from(Feature)),
    path=st.text(),
    target=st.text(),
    missing=st.sampled_from(MissingValues),
    points=several(st.tuples(NUMBER, NUMBER, st.integers(0, 9))),
)
OPTIMIZER = st.builds(
    OptimizerSettings,
    kind=st.sampled_from(OptimizerKind),
    momentum=SHARE,
    decay=SHARE,
    beta1=SHARE,
    beta2=SHARE,
    epsilon=st.floats(1e-300, 1),
)
TRAINING = st.builds(
    TrainingSettings,
    loss=st.sampled_from([Loss.MSE, Loss.HALF_SQUARED]),
    reduction=st.sampled_from(Reduction),
    optimizer=OPTIMIZER,
    learning_rate=POSITIVE,
    schedule=st.builds(ScheduleSettings, st.sampled_from(ScheduleKind), POSITIVE, st.integers(1, 10**9)),
    batch_size=maybe(st.integers(1, 10**9)),
    l1=SHARE,
    l2=SHARE,
    dropout=SHARE,
    stop=st.builds(
        StopSettings,
        maybe(st.integers(1, 10**12)),
        maybe(st.integers(1, 10**12)),
        maybe(st.floats(0, 1e300)),
        maybe(st.integers(1, 10**12)),
        maybe(POSITIVE),
    ),
)
EXPERIMENT = st.builds(
    Experiment,
    data=DATA,
    network=st.builds(NetworkSettings, several(HIDDEN), maybe(st.sampled_from(Activation)), st.sampled_from(Initializer), several(NUMBER)),
    training=TRAINING,
    device=st.sampled_from(DeviceChoice),
    precision=st.sampled_from(Precision),
    seed=SEED,
    name=st.text(),
)


@settings(max_examples=100, deadline=None)
@given(EXPERIMENT)
def test_every_setting_comes_back_as_it_was(experiment: Experiment) -> None:
    assert from_toml(to_toml(experiment)) == experiment


@pytest.mark.parametrize("key", list(BY_KEY))
def test_presets_come_back_from_a_file(key: str, tmp_path: Path) -> None:
    path = tmp_path / "experiment.toml"
    write(path, BY_KEY[key].experiment)
    assert read(path) == BY_KEY[key].experiment


def test_what_is_left_out_takes_its_default() -> None:
    assert from_toml("") == Experiment()
    assert from_toml("[training]\nlearning_rate = 1").training.learning_rate == 1.0
    assert from_toml("[network]\nhidden = []").network.hidden == ()
    assert from_toml('network.hidden = [{width = 3, activation = "relu"}]').network.hidden == (LayerSettings(3, Activation.RELU),)


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("[training]\nlerning_rate = 1", "no setting training.lerning_rate; the nearest ones are learning_rate", 2),
        ("# hello\nsed = 1", "no setting sed; the nearest ones are seed", 2),
        ("[trainin]\nloss = 'mse'", "no setting trainin; the nearest ones are training", 1),
        ("[data]\nseed = 1\n[training]\n\nlearning_rate = 'high'", "training.learning_rate must be a number, not 'high'", 5),
        ("[data]\nsamples = 1.5", "data.samples must be a whole number, not 1.5", 2),
        ("[data]\nsamples = true", "data.samples must be a whole number, not True", 2),
        ("[data]\nnoise = true", "data.noise must be a number, not True", 2),
        ("[data]\nstandardize = 1", "data.standardize must be true or false, not 1", 2),
        ("[data]\nkind = 'cirles'", "data.kind can't be “cirles”; choose circles", 2),
        ("[training]\nloss = 'zzz'", "choose half-squared, mse, binary-cross-entropy, cross-entropy", 2),
        ("[data]\npoints = [[1, 2]]", "data.points must be a list of 3 values, not [1, 2]", 2),
        ("[data]\nfeatures = 'x1^2'", "data.features must be a list, not 'x1^2'", 2),
        ("\n[[network.hidden]]\nactivation = 'relu'", "network.hidden lacks width", 2),
        ("data = 3", "data must be a table, not 3", 1),
        ("seed = 0\nseed = 1", "isn't TOML", 2),
        ("[data\n", "isn't TOML", 1),
        ("name = 'x", "isn't TOML", 1),
    ],
)
def test_a_wrong_file_is_refused_with_key_and_line(text: str, said: str, line: int) -> None:
    with pytest.raises(BadFile) as caught:
        from_toml(text, "my.toml")
    assert said in str(caught.value)
    assert "my.toml" in str(caught.value)
    assert caught.value.line == line


def test_a_value_out_of_range_is_a_settings_error() -> None:
    with pytest.raises(SettingsError) as caught:
        from_toml("[training]\nlearning_rate = -1.0")
    assert caught.value.field == "training.learning_rate"


def test_a_file_of_a_later_format_is_refused() -> None:
    with pytest.raises(BadFile, match="format 2"):
        from_toml("format = 2")


def test_files_that_are_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="can't be read"):
        read(tmp_path / "none.toml")
    with pytest.raises(BadFile, match="can't be written"):
        write(tmp_path / "none" / "x.toml", Experiment())
    (tmp_path / "latin.toml").write_bytes("name = 'niño'".encode("latin-1"))
    with pytest.raises(BadFile, match="UTF-8"):
        read(tmp_path / "latin.toml")
    (tmp_path / "deep.toml").write_text("data = " + "[" * 10_000)
    with pytest.raises(BadFile, match="nested too deeply"):
        read(tmp_path / "deep.toml")


def test_a_name_that_is_no_text_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    write(path, Experiment(name="old"))
    with pytest.raises(BadFile, match="no text"):
        write(path, Experiment(name="\ud800"))
    assert read(path).name == "old"
