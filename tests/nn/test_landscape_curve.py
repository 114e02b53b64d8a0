"""The curve fit: its gradient against two others, its data, its batches, and a person's own file."""

from __future__ import annotations

import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest

from nn.errors import BadFile, SettingsError
from nn.landscape import curve
from nn.landscape.curve import CurveData, CurveSettings
from nn.landscape.curve_file import load
from nn.landscape.fit import fit_of
from nn.landscape.objective import CurveObjective

X = np.array([-1.5, 0.25, 2.0])
Y = np.array([0.4, 2.5, 1.1])


@pytest.mark.parametrize("w", [(-2.0, 2.0), (3.0, 0.5), (0.0, -1.0)])
def test_the_gradient_is_that_of_the_complex_step(w: tuple[float, float]) -> None:
    gradient = curve.cost_and_gradient(X, Y, w)[1]
    for place in range(2):
        moved = np.array(w, dtype=np.complex128)
        moved[place] += 1e-30j
        assert gradient[place] == pytest.approx(curve.cost(X, Y, moved).imag / 1e-30, rel=1e-14, abs=1e-16)


def test_the_gradient_is_sympys() -> None:
    import sympy

    w0, w1 = sympy.symbols("w0 w1")
    x, y = ([sympy.Rational(float(value)) for value in values] for values in (X, Y))
    cost = sum((b - w0 / ((a - w1) ** 2 + 1)) ** 2 for a, b in zip(x, y, strict=True)) / (2 * len(x))
    at = {w0: sympy.Rational(-7, 4), w1: sympy.Rational(5, 8)}
    found, gradient = curve.cost_and_gradient(X, Y, (-1.75, 0.625))
    assert found == pytest.approx(float(cost.subs(at)), rel=1e-14)
    assert gradient == pytest.approx([float(sympy.diff(cost, w).subs(at)) for w in (w0, w1)], rel=1e-14)


def test_several_places_at_once_are_each_alone() -> None:
    places = np.array([[-2.0, 2.0], [3.0, 0.5], [0.5, -1.0]])
    costs, gradients = curve.cost_and_gradient(X, Y, places)
    for place, cost, gradient in zip(places, costs, gradients, strict=True):
        alone = curve.cost_and_gradient(X, Y, place)
        assert (cost, *gradient) == pytest.approx((alone[0], *alone[1]), rel=1e-14)
        assert cost == pytest.approx(0.5 * np.mean((Y - place[0] / ((X - place[1]) ** 2 + 1)) ** 2), rel=1e-14)


def test_the_data_is_the_tutorials_kind() -> None:
    data = curve.make()
    assert data.size == 1_000_000
    assert -4.0 <= data.x.min() < -3.999 < 3.999 < data.x.max() <= 4.0
    deviation = data.y - 3.0 / ((data.x - 0.5) ** 2 + 1.0)
    assert deviation.std() == pytest.approx(0.1, rel=0.01)
    assert abs(deviation.mean()) < 5e-4
    assert curve.cost(data.x, data.y, (3.0, 0.5)) == pytest.approx(data.floor, rel=0.01)


def test_data_comes_from_its_seed_and_is_frozen() -> None:
    settings = CurveSettings(truth=(1.0, -1.0), noise=0.0, samples=50, seed=3)
    data = curve.make(settings)
    assert np.array_equal(data.x, curve.make(settings).x)
    assert not np.array_equal(data.x, curve.make(CurveSettings(samples=50, seed=4)).x)
    assert data.y == pytest.approx(1.0 / ((data.x + 1.0) ** 2 + 1.0), rel=1e-15)
    with pytest.raises(ValueError, match="read-only"):
        data.x[0] = 0.0


def test_a_batch_is_fresh_each_step_without_repetition() -> None:
    data = curve.make(CurveSettings(samples=1000))
    first, second = curve.batch(data, 0, 0, 100), curve.batch(data, 0, 1, 100)
    assert len(set(first.tolist())) == 100
    assert not np.array_equal(first, second)
    assert np.array_equal(first, curve.batch(data, 0, 0, 100))
    assert not np.array_equal(first, curve.batch(data, 1, 0, 100))
    assert curve.batch(data, 0, 5, 1000).tolist() == curve.batch(data, 0, 6, 2000).tolist() == list(range(1000))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"truth": (1.0, float("nan"))}, "landscape.truth"),
        ({"truth": (1e9, 0.0)}, "landscape.truth.0"),
        ({"noise": -0.1}, "landscape.noise"),
        ({"samples": 0}, "landscape.samples"),
        ({"samples": 2.5}, "landscape.samples"),
        ({"seed": -1}, "landscape.seed"),
    ],
)
def test_settings_that_cant_be_used_say_which(wrong: dict[str, object], field: str) -> None:
    with pytest.raises(SettingsError) as caught:
        CurveSettings(**wrong)  # type: ignore[arg-type]  # wrong on purpose
    assert caught.value.field == field


# --- files


def test_a_file_of_ones_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.npz"
    np.savez_compressed(path, x=np.arange(4), y=np.array([[1.0], [2.0], [3.0], [4.0]], dtype=np.float32), note=np.array("anything"))
    data = load(path)
    assert data.x.tolist() == [0.0, 1.0, 2.0, 3.0]
    assert data.y.tolist() == [1.0, 2.0, 3.0, 4.0]
    assert data.x.dtype == data.y.dtype == np.float64
    assert not data.x.flags.writeable
    assert data.truth is data.noise is data.floor is None


@pytest.mark.parametrize(
    ("arrays", "said"),
    [
        ({"x": np.zeros(3)}, "no array named y"),
        ({"x": np.zeros(3), "y": np.zeros(2)}, "3 values of x but 2 of y"),
        ({"x": np.zeros(0), "y": np.zeros(0)}, "are empty"),
        ({"x": np.zeros((2, 3)), "y": np.zeros((2, 3))}, "array x .* has 2 axes"),
        ({"x": np.array([1.0, np.nan]), "y": np.zeros(2)}, "Value 2 of x .* is nan"),
        ({"x": np.zeros(2), "y": np.array([-np.inf, 0.0])}, "Value 1 of y .* is -inf"),
        ({"x": np.array([1e200]), "y": np.zeros(1)}, "Value 1 of x .* is 1e\\+200"),
        ({"x": np.array(["a"]), "y": np.zeros(1)}, "array x .* doesn't hold real numbers"),
        ({"x": np.zeros(1), "y": np.array([1.0 + 1.0j])}, "array y .* doesn't hold real numbers"),
    ],
)
def test_a_file_that_cant_be_fitted_says_why(tmp_path: Path, arrays: dict[str, np.ndarray], said: str) -> None:
    path = tmp_path / "bad.npz"
    np.savez(path, **arrays)
    with pytest.raises(BadFile, match=said) as caught:
        load(path)
    assert str(path) in str(caught.value)


def test_a_file_with_more_pairs_than_can_be_used_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nn.landscape.curve_file.MOST_SAMPLES", 5)
    path = tmp_path / "long.npz"
    np.savez(path, x=np.zeros(6), y=np.zeros(6))
    with pytest.raises(BadFile, match="6 pairs; up to 5"):
        load(path)


def test_what_is_no_npz_file_or_hides_a_pickle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.npz"
    with pytest.raises(BadFile, match="can't be read"):
        load(path)
    path.write_bytes(b"x,y\n1,2\n")
    with pytest.raises(BadFile, match=r"isn't an \.npz file"):
        load(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x.npy", pickle.dumps([1.0]))
        archive.writestr("y.npy", pickle.dumps([1.0]))
    with pytest.raises(BadFile, match="damaged"):
        load(path)
    np.savez(path, x=np.array([1.0, None]), y=np.zeros(2))
    with pytest.raises(BadFile, match="damaged"):
        load(path)


# --- the picture


def test_the_picture_shows_some_pairs_their_deviations_and_both_lines() -> None:
    data = curve.make(CurveSettings(samples=1000))
    batch = CurveObjective(data).batch(4, 100)
    fit = fit_of(data, batch, (-2.0, 2.0))
    assert (len(fit.x), fit.pairs, len(fit.line_x)) == (40, 100, 200)
    assert np.array_equal(fit.x, batch[0][:40])
    assert fit.deviations == pytest.approx(fit.y + 2.0 / ((fit.x - 2.0) ** 2 + 1.0))
    assert (fit.line_x[0], fit.line_x[-1]) == (-4.0, 4.0)
    assert fit.line_y == pytest.approx(-2.0 / ((fit.line_x - 2.0) ** 2 + 1.0))
    assert fit.truth_y == pytest.approx(3.0 / ((fit.line_x - 0.5) ** 2 + 1.0))
    own = fit_of(CurveData(np.array([1.0, 7.0, 3.0]), np.zeros(3)), (np.array([1.0]), np.array([0.0])), (1.0, 0.0))
    assert (own.line_x[0], own.line_x[-1], own.truth_y) == (1.0, 7.0, None)
    with pytest.raises(SettingsError, match="two numbers"):
        fit_of(data, batch, (float("nan"), 0.0))
