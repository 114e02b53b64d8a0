"""``python -m nn replay``: the example's figures, saved networks, documents, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nn import backprop
from nn.backprop import Problem
from nn.cli import parser
from nn.replay import BiasMode, Naming, Trap
from nn.replay.documents import Blanks, DocumentFormat
from nn.storage.weights import load
from tests.nn.commands import Run, runner

MOONS = "--data moons --samples 40 --seed 1"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


@pytest.fixture
def saved(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "net.npz"
    assert run(f"train {MOONS} --layers 3 --activation tanh --loss mse --lr 0.2 --l2 0.01 --epochs 3 --device cpu --save {path}")[0] == 0
    return path


def replayed(run: Run, line: str) -> dict[str, Any]:
    status, out, err = run(f"replay {line} --format json")
    assert (status, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_the_words_of_the_flags_are_the_engines() -> None:
    assert tuple(BiasMode) == parser.BIASES
    assert tuple(Trap) == parser.TRAPS
    assert tuple(Naming) == parser.NAMINGS
    assert tuple(DocumentFormat) == parser.FORMATS
    assert tuple(Blanks) == parser.BLANKS


def test_the_example_as_json(run: Run) -> None:
    found = replayed(run, "mazur")
    assert set(found) == {"steps", "errors"}
    assert found["errors"] == [pytest.approx(0.2983711087600027, abs=1e-16), pytest.approx(0.29102777369359933, abs=1e-16)]
    assert {step["iteration"] for step in found["steps"]} == {1}
    assert [step["id"] for step in found["steps"]] == list(range(len(found["steps"])))
    w5 = next(step for step in found["steps"] if step["symbol"] == "∂E_total/∂w5")
    assert set(w5) == {"id", "iteration", "phase", "symbol", "formula", "substituted", "value", "sources"}
    assert (w5["phase"], w5["value"]) == ("backward", pytest.approx(0.08216704056423078, abs=1e-16))
    assert w5["formula"] == "∂E_total/∂out_o1 · ∂out_o1/∂net_o1 · ∂net_o1/∂w5"
    assert w5["substituted"] == "0.7413650695523157·0.18681560180895948·0.5932699921071872"
    for source in w5["sources"]:
        made = found["steps"][source["step"]]
        assert (made["symbol"], made["value"]) == (source["symbol"], source["value"])
    first = found["steps"][0]["sources"][0]
    assert first == {"symbol": "w1", "value": 0.15, "step": None}


@pytest.mark.parametrize(
    ("flags", "errors"),
    [
        ("--trap updated-weights", {1: 0.2910279239054}),
        ("--trap w7-slip", {1: 0.29018378524922}),
        ("--biases per-neuron", {1: 0.28047144679143}),
        ("--biases per-layer", {1: 0.28575088669930}),
        ("--iterations 10000", {0: 0.2983711087600027, 9999: 3.510854812251e-05, 10000: 3.510187782979e-05}),
    ],
)
def test_the_examples_errors(run: Run, flags: str, errors: dict[int, float]) -> None:
    found = replayed(run, f"mazur {flags}")["errors"]
    assert {place: found[place] for place in errors} == pytest.approx(errors, rel=1e-12)
    assert len(found) == max(errors) + 1


def test_the_iterations_that_are_shown(run: Run) -> None:
    found = replayed(run, "mazur --iterations 5 --show 2-3")
    assert {step["iteration"] for step in found["steps"]} == {2, 3}
    assert len(found["errors"]) == 6
    assert {step["iteration"] for step in replayed(run, "mazur --iterations 5 --show 6")["steps"]} == {6}


def test_other_names_rates_and_digits(run: Run) -> None:
    found = replayed(run, "mazur --naming layer --learning-rate 1")
    assert found["steps"][0]["symbol"] == "z[1]_1"
    assert found["errors"][1] < 0.29
    assert "= 0.5933\n" in run("replay mazur --digits 4")[1]


@pytest.mark.parametrize("format", DocumentFormat)
def test_every_format_on_standard_output_and_in_a_file(run: Run, tmp_path: Path, format: DocumentFormat) -> None:
    status, out, err = run(f"replay mazur --format {format}")
    assert (status, err) == (0, "")
    path = tmp_path / "paper"
    assert run(f"replay mazur --format {format} --output {path}") == (0, "", "")
    assert path.read_text(encoding="utf-8") == out


def test_worksheet_and_key(run: Run) -> None:
    sheet, key = run("replay mazur --worksheet")[1], run("replay mazur --key")[1]
    assert "________" in sheet and "0.2983711087600027" not in sheet
    assert "________" not in key and "0.2983711087600027" in key
    assert "(A neuron adds up what comes in" in run("replay mazur --worksheet --blanks principle")[1]


def test_a_saved_network_with_a_sample(run: Run, saved: Path) -> None:
    found = replayed(run, f"{saved} {MOONS} --sample 7")
    network = load(saved).network
    params = network.params.astype(np.float64)
    given = {source["symbol"]: source["value"] for step in found["steps"] for source in step["sources"] if source["step"] is None}
    inputs, target = np.array([[given["x1"], given["x2"]]]), np.array([[given["t1"]]])
    problem = Problem(network.architecture, inputs, target, l2=0.01)
    assert found["errors"][0] == pytest.approx(float(backprop.loss(problem, params)), rel=1e-12)
    stepped = params - 0.2 * backprop.gradient(problem, params)  # the run's own learning rate and penalty
    assert found["errors"][1] == pytest.approx(float(backprop.loss(problem, stepped)), rel=1e-12)
    new = {step["symbol"]: step["value"] for step in found["steps"] if step["phase"] == "update"}
    assert new["W[1]_11⁺"] == pytest.approx(stepped[0], rel=1e-12)
    assert found == replayed(run, f"{saved} --sample 7")  # the file says what it was trained on


def test_several_samples(run: Run, saved: Path) -> None:
    found = replayed(run, f"{saved} --sample 7,3 --naming mazur --biases per-layer")
    assert any("mean" in step["symbol"] for step in found["steps"])


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("mazur --iterations 0", "--iterations: The number of iterations must be from 1"),
        ("mazur --learning-rate 0", "--learning-rate: The learning rate must be a number above 0"),
        ("mazur --learning-rate x", "--learning-rate: invalid float value"),
        ("mazur --show 3", "--show: Iterations 3 to 3 can't be shown: there are 2"),
        ("mazur --show one", "must be an iteration or a range of them"),
        ("mazur --trap wrong", "--trap: invalid choice: 'wrong'"),
        ("mazur --biases none", "--biases: invalid choice"),
        ("mazur --digits 99", "must be a whole number from 1 to 17"),
        ("mazur --sample 3", "--sample: The example has a sample of its own"),
        ("mazur --data moons", "The example has a sample of its own"),
        ("mazur --worksheet --key", "not allowed with"),
        ("mazur --output /nowhere/at/all", "/nowhere/at/all can't be written"),
        ("nothing.npz --sample 1", "nothing.npz"),
    ],
)
def test_what_can_t_be_used_is_one_sentence_and_status_2(run: Run, line: str, part: str) -> None:
    status, out, err = run(f"replay {line}")
    assert (status, out) == (2, "")
    assert part in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("flags", "part"),
    [
        ("", "--sample: Say which sample, from 1 to 40."),
        ("--sample 0", "--sample: There is no sample 0; choose one from 1 to 40."),
        ("--sample 41", "--sample: There is no sample 41; choose one from 1 to 40."),
        ("--sample 1,1", "names a sample twice"),
        ("--sample a", "must be a sample's number"),
        ("--sample 1 --data blobs --classes 4", "The network has 1 outputs and the data asks for 4"),
        ("--sample 1 --trap w7-slip", "--trap: "),
    ],
)
def test_samples_and_data_that_don_t_fit_are_refused(run: Run, saved: Path, flags: str, part: str) -> None:
    status, out, err = run(f"replay {saved} {flags}")
    assert (status, out) == (2, "")
    assert part in err
