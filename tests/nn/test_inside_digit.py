"""A drawing becomes a digit as MNIST's and scikit-learn's are."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from nn.inside.digit import centred, placed

FILES = Path(__file__).parents[3] / "shared" / "data" / "mnist-10k"


@pytest.fixture(scope="module")
def digits() -> NDArray[np.uint8]:
    path = FILES / "t10k-images-idx3-ubyte.gz"
    if not path.exists():
        pytest.skip("the real digits are not beside the repository")
    return np.frombuffer(gzip.decompress(path.read_bytes()), np.uint8, offset=16).reshape(-1, 28, 28)


def test_digits_of_mnist_stay_where_they_are(digits: NDArray[np.uint8]) -> None:
    moved = [np.abs(centred(digit) * 255 - digit).max() for digit in digits[:300]]
    assert np.mean(np.array(moved) < 0.01) >= 0.99


def test_a_large_drawing_of_a_digit_becomes_the_digit(digits: NDArray[np.uint8]) -> None:
    digit = digits[3]
    pad = np.zeros((400, 300), np.uint8)
    pad[90:370, 10:290] = np.kron(digit, np.ones((10, 10), np.uint8))
    np.testing.assert_allclose(centred(pad), digit / 255, atol=1e-6)
    np.testing.assert_allclose(centred(pad / np.float32(255)), digit / 255, atol=1e-6)


def test_scikit_learns_digits_fill_their_eight_rows() -> None:
    from sklearn.datasets import load_digits

    images = load_digits().images[:400]
    moved = np.array([np.abs(centred(image / 16, (8, 8), 16.0) - image).max() for image in images])
    assert (moved < 1e-4).mean() > 0.7  # the others are narrower than they are put
    assert all(centred(image / 16, (8, 8))[[0, -1]].any(axis=1).all() for image in images)


def test_ink_is_fitted_in_its_proportions_with_its_centre_of_mass_in_the_middle() -> None:
    drawing = np.zeros((280, 280), np.uint8)
    drawing[20:220, 200:240] = 255  # upright, at the right
    found = centred(drawing)
    assert found.shape == (28, 28) and found.dtype == np.float32 and found.max() == pytest.approx(1.0)
    rows, columns = np.flatnonzero(found.any(axis=1)), np.flatnonzero(found.any(axis=0))
    assert len(rows) == 20 and len(columns) == 4
    assert (rows.mean(), columns.mean()) == (13.5, 13.5)  # of 13.5 and 14.5, as near to 14, the first


@pytest.mark.parametrize("heavy", [20, 60])
def test_the_centre_of_mass_comes_into_the_middle(heavy: int) -> None:
    drawing = np.zeros((100, 100), np.float32)
    drawing[0:heavy], drawing[heavy:, 40:60] = 1.0, 1.0
    found = centred(drawing)
    mass = found.sum(axis=1) @ np.arange(28) / found.sum()
    assert 13.49 <= mass <= 14.51


def test_ink_never_leaves_the_picture() -> None:
    drawing = np.zeros((100, 100), np.float32)
    drawing[:, :10], drawing[45:55] = 1.0, 0.05
    found = centred(drawing)
    assert found.any(axis=0).sum() == 20 and found[:, -1].any()


def test_each_new_pixel_is_the_mean_of_what_it_covers() -> None:
    drawing = np.zeros((40, 40))
    drawing[::2] = 1.0
    found = centred(drawing[:39])  # 39 rows of ink in 20, so that a pixel covers 1.95 of them
    inside = found[found.any(axis=1)][:, found.any(axis=0)]
    assert inside.mean() == pytest.approx(20 / 39, abs=0.01)


@pytest.mark.parametrize(("shape", "large"), [((4, 6), (13, 9)), ((5, 5), (5, 5)), ((8, 8), (3, 5))])
def test_placed_ink_stays_where_it_was_drawn(shape: tuple[int, int], large: tuple[int, int]) -> None:
    drawing = np.random.default_rng(0).random(large)
    found = placed(drawing, shape, 2.0)
    fine = np.kron(drawing, np.ones(shape))  # each pixel is cut so finely that both grids' edges are among its own
    plain = fine.reshape(shape[0], large[0], shape[1], large[1]).mean(axis=(1, 3))
    np.testing.assert_allclose(found, 2.0 * plain, atol=1e-6)


@pytest.mark.parametrize("shape", [(28, 28), (8, 8), (32, 24)])
def test_without_ink_all_is_empty_and_a_dot_is_in_the_middle(shape: tuple[int, int]) -> None:
    assert not centred(np.zeros((50, 60), np.uint8), shape).any()
    dot = np.zeros((50, 60))
    dot[3, 59] = 1.0
    found = centred(dot, shape, 16.0)
    assert found.shape == shape and found.max() == 16.0 and np.isfinite(found).all()


def test_ink_that_is_no_number_counts_as_paper_and_too_bright_as_full() -> None:
    drawing = np.full((9, 9), np.nan)
    drawing[2:5, 2:5] = 7.0
    assert centred(drawing).max() == pytest.approx(1.0)


def test_a_drawing_has_two_axes() -> None:
    with pytest.raises(ValueError, match="two axes"):
        centred(np.zeros((4, 4, 3)))
