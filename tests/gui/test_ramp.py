"""The heat-map ramp."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from gui.ramp import ramp_color, ramp_image, ramp_indices, ramp_table, words_image
from gui.theme import ThemeName, theme


@pytest.mark.parametrize("name", list(ThemeName))
def test_ends_and_centre_are_the_theme_colours(name: ThemeName) -> None:
    before = theme().name
    try:
        theme().switch(name)
        colors = theme().colors
        assert ramp_color(-2.0, -2.0, 0.0, 1.0) == QColor(colors.ramp_neg)
        assert ramp_color(0.0, -2.0, 0.0, 1.0) == QColor(colors.ramp_zero)
        assert ramp_color(1.0, -2.0, 0.0, 1.0) == QColor(colors.ramp_pos)
    finally:
        theme().switch(before)


def test_mixes_by_the_power_of_the_distance() -> None:
    zero, end = QColor(theme().colors.ramp_zero), QColor(theme().colors.ramp_pos)
    share = 0.72 * 0.5**0.85
    expected = zero.blue() + share * (end.blue() - zero.blue())
    assert ramp_color(0.75, 0.0, 0.5, 1.0, strength=0.72).blue() == pytest.approx(expected, abs=0.51)


def test_row_zero_is_the_bottom() -> None:
    image = ramp_image(np.array([[0.0, 0.0], [1.0, 1.0]], dtype=np.float32), 0.0, 0.5, 1.0)
    assert image.pixelColor(0, 1) == QColor(theme().colors.ramp_neg)
    assert image.pixelColor(0, 0) == QColor(theme().colors.ramp_pos)
    assert ramp_image(np.array([[0.0], [1.0]]), 0.0, 0.5, 1.0, flip=False).pixelColor(0, 0) == QColor(theme().colors.ramp_neg)


def test_not_finite_values_and_flat_ranges_stay_in_the_table() -> None:
    values = np.array([np.nan, np.inf, -np.inf, 1e38, -1e38, 0.0])
    middle, last = len(ramp_table()) // 2, len(ramp_table()) - 1
    assert ramp_indices(values, -1.0, 0.0, 1.0).tolist() == [middle, last, 0, last, 0, middle]
    assert ramp_indices(values, 0.0, 0.0, 0.0).tolist() == [middle, last, 0, last, 0, middle]


def test_an_unfit_array_is_refused() -> None:
    with pytest.raises(ValueError, match="two-dimensional"):
        words_image(np.zeros(3, dtype=np.uint32))
    with pytest.raises(ValueError, match="two-dimensional"):
        words_image(np.zeros((0, 4), dtype=np.uint32))


def test_a_strided_view_is_drawn_rightly() -> None:
    values = np.arange(12, dtype=np.float32).reshape(3, 4)
    turned = ramp_image(values.T, 0.0, 5.5, 11.0)
    assert (turned.width(), turned.height()) == (3, 4)
    assert turned.pixelColor(2, 0) == ramp_color(11.0, 0.0, 5.5, 11.0)
