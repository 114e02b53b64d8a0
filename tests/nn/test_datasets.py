"""Made-up, measured and drawn data, and how it is parted into training and test."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nn.choices import DataKind, Task
from nn.datasets import load
from nn.datasets.catalogue import CATALOGUE
from nn.datasets.split import split, steady_split
from nn.errors import Cancelled, SettingsError
from nn.settings import DataSettings

MADE = [kind for kind, info in CATALOGUE.items() if "samples" in info.uses]
REAL = {
    DataKind.IRIS: (150, 4, 3),
    DataKind.WINE: (178, 13, 3),
    DataKind.BREAST_CANCER: (569, 30, 2),
    DataKind.DIGITS: (1797, 64, 10),
    DataKind.DIABETES: (442, 10, 0),
}


def test_the_catalogue_knows_every_kind_and_only_fields_that_exist() -> None:
    assert set(CATALOGUE) == set(DataKind)
    fields = set(DataSettings.__dataclass_fields__)
    assert all(info.uses <= fields for info in CATALOGUE.values())


@pytest.mark.parametrize("kind", [DataKind.CIRCLES, DataKind.MOONS])
def test_circles_and_moons_are_those_of_scikit_learn(kind: DataKind) -> None:
    from sklearn.datasets import make_circles, make_moons

    dataset = load(DataSettings(kind, samples=101, noise=0.1, factor=0.4, seed=7))
    if kind is DataKind.CIRCLES:
        points, labels = make_circles(101, noise=0.1, factor=0.4, random_state=7)
    else:
        points, labels = make_moons(101, noise=0.1, random_state=7)
    np.testing.assert_array_equal(dataset.raw, points)
    np.testing.assert_array_equal(dataset.labels, labels)


@pytest.mark.parametrize("kind", MADE)
def test_made_up_data_follows_its_settings(kind: DataKind) -> None:
    wanted = DataSettings(kind, samples=200, noise=0.1, test_share=0.25, seed=3)
    dataset, again, other = load(wanted), load(wanted), load(DataSettings(kind, samples=200, noise=0.1, test_share=0.25, seed=4))
    assert dataset.size == 200
    assert len(dataset.test) == 50
    np.testing.assert_array_equal(dataset.raw, again.raw)
    np.testing.assert_array_equal(dataset.test, again.test)
    assert not np.array_equal(dataset.raw, other.raw)
    assert not dataset.raw.flags.writeable
    assert not dataset.train.flags.writeable


@pytest.mark.parametrize("kind", MADE)
def test_noise_moves_points_or_values(kind: DataKind) -> None:
    calm, noisy = (load(DataSettings(kind, samples=500, noise=noise)) for noise in (0.0, 0.5))
    assert not np.array_equal(np.hstack((calm.raw, calm.values)), np.hstack((noisy.raw, noisy.values)))


def test_noise_is_a_standard_deviation() -> None:
    calm, noisy = (load(DataSettings(DataKind.REGRESSION_PLANE, samples=20_000, noise=noise)) for noise in (0.0, 0.3))
    np.testing.assert_array_equal(calm.raw, noisy.raw)
    assert np.std(noisy.values - calm.values) == pytest.approx(0.3, rel=0.03)


def test_xor_without_noise_is_the_exclusive_or_of_signs() -> None:
    dataset = load(DataSettings(DataKind.XOR, noise=0.0))
    np.testing.assert_array_equal(dataset.labels, (dataset.raw[:, 0] > 0) ^ (dataset.raw[:, 1] > 0))


def test_the_regression_curve_and_hills_without_noise_are_their_formulas() -> None:
    curve = load(DataSettings(DataKind.CURVE, noise=0.0))
    np.testing.assert_allclose(curve.values, np.sin(2 * curve.raw))
    hills = load(DataSettings(DataKind.REGRESSION_GAUSS, samples=5000, noise=0.0)).values
    assert hills.max() == pytest.approx(1.0, abs=0.1)
    assert hills.min() == pytest.approx(-1.0, abs=0.1)


@pytest.mark.parametrize("classes", [2, 10])
def test_blobs_have_as_many_classes_as_asked(classes: int) -> None:
    dataset = load(DataSettings(DataKind.BLOBS, samples=200, classes=classes, noise=0.05))
    assert len(dataset.class_names) == classes
    assert set(dataset.labels[dataset.train]) == set(range(classes))


@pytest.mark.parametrize("kind", list(REAL))
def test_measured_data_has_names_for_everything(kind: DataKind) -> None:
    dataset = load(DataSettings(kind))
    rows, columns, classes = REAL[kind]
    assert dataset.raw.shape == (rows, columns)
    assert len(set(dataset.feature_names)) == columns
    assert len(dataset.class_names) == classes
    assert dataset.task is (Task.CLASSIFICATION if classes else Task.REGRESSION)
    assert dataset.values.shape == (rows, 0 if classes else 1)


def test_digits_are_pictures_and_measures_have_units() -> None:
    assert load(DataSettings(DataKind.DIGITS)).image_shape == (8, 8)
    assert "sepal length (cm)" in load(DataSettings(DataKind.IRIS)).feature_names
    diabetes = load(DataSettings(DataKind.DIABETES))
    assert 18 < diabetes.raw[:, 0].mean() < 80  # years, not scikit-learn's scaled numbers


def test_another_test_share_leaves_the_points_as_they_are() -> None:
    first, second = (load(DataSettings(test_share=share)) for share in (0.1, 0.5))
    np.testing.assert_array_equal(first.raw, second.raw)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=60), st.floats(0, 0.9), st.integers(0, 2**32 - 1))
def test_a_split_takes_every_sample_once_and_keeps_each_class_in_training(labels: list[int], share: float, seed: int) -> None:
    groups = np.array(labels)
    for train, test in (split(groups, share, seed), steady_split(groups, share)):
        np.testing.assert_array_equal(np.sort(np.concatenate((train, test))), np.arange(len(groups)))
        assert set(groups[train]) == set(groups)
        assert len(test) <= share * len(groups) + 1
        if share == 0:
            assert not len(test)


@given(st.integers(10, 500), st.floats(0.01, 0.9))
def test_a_stratified_split_gives_each_class_its_share(size: int, share: float) -> None:
    groups = np.arange(size) % 3
    _, test = split(groups, share, 0)
    for group in range(3):
        assert abs(np.count_nonzero(groups[test] == group) - share * np.count_nonzero(groups == group)) <= 1


def test_drawing_one_more_point_moves_no_other_to_the_test_part() -> None:
    groups = np.random.default_rng(0).integers(0, 2, 100)
    tests = [set(steady_split(groups[:count], 0.3)[1]) for count in range(1, 100)]
    assert all(before <= after for before, after in pairwise(tests))


def test_drawn_points_become_samples_in_their_order() -> None:
    points = ((0.0, 1.0, 2), (1.5, -1.0, 5), (0.5, 0.5, 5), (0.25, 3.0, 2))
    dataset = load(DataSettings(DataKind.DRAWN, points=points, test_share=0.0))
    np.testing.assert_array_equal(dataset.raw, [point[:2] for point in points])
    assert dataset.class_names == ("class 2", "class 5")
    assert dataset.labels.tolist() == [0, 1, 1, 0]
    assert len(dataset.test) == 0


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ((), "at least 4 points"),
        (((0.0, 0.0, 0), (1.0, 1.0, 1)), "there are 2"),
        (tuple((float(i), 0.0, 1) for i in range(9)), "second class"),
        (((0.0, 0.0, 0), (1.0, 1.0, 1), (2.0, 1.0, -1), (2.0, 2.0, 0)), "from 0 to 9"),
        (((0.0, float("nan"), 0), (1.0, 1.0, 1), (2.0, 1.0, 1), (2.0, 2.0, 0)), "finite"),
    ],
)
def test_drawn_points_that_nothing_can_be_learnt_from_are_refused(points: tuple[tuple[float, float, int], ...], said: str) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        load(DataSettings(DataKind.DRAWN, points=points))
    assert caught.value.field == "data.points"


def test_loading_tells_its_progress_and_can_be_cancelled() -> None:
    heard: list[float] = []
    load(DataSettings(), progress=heard.append)
    assert heard[-1] == 1.0
    with pytest.raises(Cancelled):
        load(DataSettings(), cancelled=lambda: True)


def test_made_up_data_needs_no_scikit_learn() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from nn.datasets import load; from nn.settings import DataSettings; load(DataSettings());"
        "sys.exit(any(name in sys.modules for name in ('sklearn', 'scipy', 'numba', 'sympy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
