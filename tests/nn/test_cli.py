"""The command line: results as JSON, every setting as a flag, and errors as one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from nn.backends import devices
from nn.choices import Activation, DataKind, Feature, Initializer, OptimizerKind, ScheduleKind
from nn.cli import places
from nn.cli.experiment import experiment_from
from nn.cli.parser import make_parser
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
from nn.storage.experiment import read
from tests.nn.commands import Run, runner

ISSUE = (
    "train --data circles --samples 500 --noise 0.05 --factor 0.5 --layers 4,8 --activation sigmoid --loss mse --reduction sum"
    " --lr 0.05 --epochs 60 --stop-loss 0.005 --seed 0 --device cpu --dtype float32"
)
QUICK = "train --samples 60 --epochs 5 --layers 3 --device cpu"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


def experiment_of(line: str) -> Experiment:
    return experiment_from(make_parser().parse_args(["train", *line.split()]))


def test_train_prints_one_json_object(run: Run, tmp_path: Path) -> None:
    status, out, err = run(f"{ISSUE} --save {tmp_path / 'net.npz'} --json")
    found = json.loads(out)
    assert (status, err) == (0, "")
    assert out.count("\n") == 1
    needed = {"loss", "test_loss", "accuracy", "test_accuracy", "epochs", "steps", "seconds", "samples_per_second"}
    needed |= {"device", "dtype", "stopped_by", "seed"}
    assert needed <= set(found)
    assert (found["epochs"], found["steps"], found["stopped_by"], found["seed"]) == (60, 60, "epochs", 0)
    assert (found["device"], found["dtype"], found["widths"]) == ("cpu", "float32", [2, 4, 8, 1])
    assert 0 < found["loss"] < 0.5
    assert (tmp_path / "net.npz").exists()


def test_without_json_people_read_lines(run: Run) -> None:
    status, out, err = run(QUICK)
    assert (status, err) == (0, "")
    assert "2–3–1" in out
    assert "5 epochs" in out


def test_a_run_repeats_and_another_seed_is_another_run(run: Run) -> None:
    losses = [json.loads(run(f"{QUICK} --json --seed {seed}")[1])["loss"] for seed in (1, 1, 2)]
    assert losses[0] == losses[1] != losses[2]


def test_numbers_that_json_does_not_know_are_null(run: Run) -> None:
    found = json.loads(run(f"{QUICK} --json --test-share 0 --data curve")[1])
    assert found["test_loss"] is None
    assert found["accuracy"] is None
    assert found["loss"] > 0


def test_a_run_stops_at_the_loss_the_steps_or_the_time(run: Run) -> None:
    for flag, reason in (("--stop-loss 10", "loss"), ("--steps 3", "steps"), ("--time 1e-9", "time")):
        assert json.loads(run(f"{QUICK} --epochs 50 --json {flag}")[1])["stopped_by"] == reason


def test_a_batch_larger_than_the_data_is_said_and_clamped(run: Run) -> None:
    _, out, err = run(f"{QUICK} --batch 5000 --json")
    assert json.loads(out)["batch_size"] == 48
    assert "batch of 5000 is more than the 48" in err


def test_a_run_that_diverges_says_so_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    status, out, err = run(f"{QUICK} --data regression-plane --activation relu --lr 1e30 --json --save {tmp_path / 'net.npz'}")
    assert status == 1
    assert json.loads(out)["stopped_by"] == "diverged"
    assert err.strip()
    assert not (tmp_path / "net.npz").exists()


def test_ablate_prints_what_each_neuron_contributes(run: Run, tmp_path: Path) -> None:
    net = tmp_path / "net.npz"
    trained = json.loads(run(f"{ISSUE} --json --save {net}")[1])
    status, out, _ = run(f"ablate {net} --data circles --json")
    found = json.loads(out)
    assert status == 0
    assert found["loss"] == pytest.approx(trained["loss"], rel=1e-6)
    order = [(neuron["layer"], neuron["index"], neuron["name"]) for neuron in found["neurons"]]
    assert order[3:6] == [
        (1, 3, "h1.4"),
        (2, 0, "h2.1"),
        (2, 1, "h2.2"),
    ]
    assert len(found["neurons"]) == 12
    first = found["neurons"][0]
    off = json.loads(run(f"ablate {net} --off h1.1 --json")[1])
    assert off["loss"] - found["loss"] == pytest.approx(first["delta_loss"], rel=1e-4, abs=1e-9)
    assert off["test_accuracy"] - found["test_accuracy"] == pytest.approx(first["delta_test_accuracy"], abs=1e-9)
    assert {"delta_test_loss", "delta_accuracy", "alone_loss", "alone_test_accuracy"} <= set(first)


def test_ablate_sees_data_as_the_network_learnt_to(run: Run, tmp_path: Path) -> None:
    net = tmp_path / "net.npz"
    trained = json.loads(run(f"train --data regression-plane --standardize --epochs 5 --layers 3 --device cpu --json --save {net}")[1])
    assert json.loads(run(f"ablate {net} --json")[1])["test_loss"] == pytest.approx(trained["test_loss"], rel=1e-6)
    shifted = json.loads(run(f"ablate {net} --data-seed 5 --json")[1])
    assert shifted["loss"] != pytest.approx(trained["loss"], rel=1e-6)
    assert run(f"ablate {net} --mode mean")[0] == 0


@pytest.mark.parametrize(
    ("flags", "said"),
    [("--data iris", "data asks for 4"), ("--data blobs", "data asks for 3"), ("--off h9.1", "no hidden neuron h9.1")],
)
def test_ablate_refuses_what_does_not_fit_the_network(run: Run, tmp_path: Path, flags: str, said: str) -> None:
    net = tmp_path / "net.npz"
    run(f"{QUICK} --save {net}")
    status, out, err = run(f"ablate {net} {flags}")
    assert (status, out) == (2, "")
    assert said in err


def test_devices_lists_the_cpu_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nn.cli.devices.found", lambda: (devices.Device("cpu", "A processor", usable=True, cores=2),))
    found = json.loads(run("devices --json")[1])["devices"]
    assert found[0]["kind"] == "cpu"
    assert found[0]["usable"]
    assert "A processor: can be used" in run("devices")[1]


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ("--lr 0", "--lr: training.learning_rate must be a number above 0"),
        ("--lr -1", "-1.0 can't be used"),
        ("--lr nan", "nan can't be used"),
        ("--lr high", "--lr"),
        ("--layers 0", "--layers: Hidden layer 1 needs at least 1 neuron"),
        ("--layers 1000000", "GB"),
        ("--layers 4,x", "whole numbers with commas"),
        ("--activation relu,relu,relu", "2 hidden layers but 3 activations"),
        ("--activation softmax", "Softmax is for the output layer"),
        ("--loss l2", "none of half-squared"),
        ("--loss cross-entropy --output-activation tanh", "needs a softmax output"),
        ("--data curve --loss cross-entropy", "--loss: The loss cross-entropy is for classes"),
        ("--data-path none.csv", "There is no file none.csv"),
        ("--data csv", "--data-path: No CSV file was given"),
        ("--experiment none.toml", "none.toml can't be read"),
        ("--experiment a.toml --preset xor", "not from both"),
        ("--points 1,2", "x,y,class"),
        ("--batch half", "whole number or full"),
        ("--seed -5", "--seed: A seed is a whole number"),
        ("--save nowhere/net.npz", "its folder isn't there"),
        ("--learning 3", "--learning"),
        ("--features x1^2 --data iris", "--features: Extra features"),
    ],
)
def test_a_flag_that_can_not_be_used_is_one_sentence_and_status_2(run: Run, flags: str, said: str) -> None:
    status, out, err = run(f"train --device cpu {flags}")
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_every_setting_has_a_flag() -> None:
    parts = {
        "data.": DataSettings,
        "network.": NetworkSettings,
        "training.": TrainingSettings,
        "training.optimizer.": OptimizerSettings,
        "training.schedule.": ScheduleSettings,
        "training.stop.": StopSettings,
        "": Experiment,
    }
    elsewhere = {"network.hidden", "training.optimizer", "training.schedule", "training.stop", "data", "network", "training"}
    settings = {table + field.name for table, kind in parts.items() for field in fields(kind)}  # type: ignore[arg-type]  # dataclasses all
    assert settings - elsewhere == set(places.FLAGS)
    known = make_parser().parse_args(["train"])
    assert all(hasattr(known, flag[2:].replace("-", "_")) for flag in places.FLAGS.values())


def test_flags_become_settings() -> None:
    made = experiment_of(
        "--data moons --samples 300 --test-share 0.5 --features x1x2,sin(x1) --layers 5,6 --activation relu,tanh --loss cross-entropy"
        " --optimizer adam --beta2 0.99 --schedule 1/t --schedule-gamma 0.1 --batch 32 --l2 0.01 --dropout 0.1 --patience 9 --seed 4 --no-standardize"
    )
    assert made.data == DataSettings(DataKind.MOONS, 300, 0.2, test_share=0.5, seed=4, features=(Feature.X1_X2, Feature.SIN_X1))
    assert made.network.hidden == (LayerSettings(5, Activation.RELU), LayerSettings(6, Activation.TANH))
    assert made.training.optimizer == OptimizerSettings(OptimizerKind.ADAM, beta2=0.99)
    assert made.training.schedule == ScheduleSettings(ScheduleKind.INVERSE_TIME, 0.1)
    assert (made.training.batch_size, made.training.l2, made.training.dropout, made.seed) == (32, 0.01, 0.1, 4)
    assert made.training.stop == StopSettings(patience=9)


def test_without_flags_there_is_still_a_stop_and_weights_that_fit() -> None:
    made = experiment_of("")
    assert made.training.stop == StopSettings(epochs=1000)
    assert made.network.initializer is Initializer.XAVIER
    assert experiment_of("--activation sigmoid").network.initializer is Initializer.HE
    assert experiment_of("--activation sigmoid --init zeros").network.initializer is Initializer.ZEROS
    assert experiment_of("--given 1,2").network == NetworkSettings(initializer=Initializer.GIVEN, given=(1.0, 2.0))
    assert experiment_of("--layers none").network.hidden == ()


def test_drawn_points_and_files_need_no_kind() -> None:
    drawn = experiment_of("--points=-1,0,0;1,2.5,1").data
    assert (drawn.kind, drawn.points) == (DataKind.DRAWN, ((-1.0, 0.0, 0), (1.0, 2.5, 1)))
    assert experiment_of("--data-path a.csv --target y").data.kind is DataKind.CSV


def test_the_data_can_have_a_seed_of_its_own() -> None:
    made = experiment_of("--seed 3 --data-seed 8")
    assert (made.seed, made.data.seed) == (3, 8)


def test_an_experiment_file_is_read_and_flags_override_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "e.toml"
    run(f"{QUICK} --write-experiment {path} --lr 0.5 --noise 0.3 --name mine")
    written = read(path)
    assert written == experiment_of(f"--samples 60 --epochs 5 --layers 3 --device cpu --experiment {path}")
    assert (written.training.learning_rate, written.data.noise, written.name) == (0.5, 0.3, "mine")
    changed = experiment_of(f"--experiment {path} --lr 0.25 --batch full --output-activation auto")
    assert changed.training.learning_rate == 0.25
    assert changed.data == written.data


def test_presets_can_be_trained(run: Run) -> None:
    found = json.loads(run("train --preset moons --steps 3 --device cpu --json")[1])
    assert found["widths"] == [2, 5, 2]
    assert found["stopped_by"] == "steps"


def test_help_answers_without_heavy_imports() -> None:
    code = "import sys; sys.argv = ['nn', '--help']; import runpy\ntry: runpy.run_module('nn', run_name='__main__')\nexcept SystemExit: pass\n"
    code += "sys.exit(any(name in sys.modules for name in ('numpy', 'numba', 'sklearn', 'PySide6')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "train" in done.stdout


def test_a_csv_file_is_trained_on(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    x = np.linspace(-1, 1, 40)
    path.write_text("x;y;k\n" + "".join(f"{v:.3f};{v * v:.3f};{'si' if v > 0 else 'no'}\n".replace(".", ",") for v in x) + ";1;si\n")
    status, _, err = run(f"train --data-path {path} --epochs 3 --device cpu")
    assert status == 2
    assert "--missing: Missing values: 1, in 1 of 41 rows" in err
    status, out, err = run(f"train --data-path {path} --missing drop --epochs 3 --device cpu --json")
    assert status == 0
    assert "Rows left out because of missing values: 1 of 41" in err
    assert json.loads(out)["widths"] == [2, 4, 8, 1]
