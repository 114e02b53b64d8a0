"""Axes shared by the plots: scales between values and pixels, round ticks, their labels, and how they are painted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.format import MINUS, THIN
from gui.theme import theme

TICK = 4.0  # px, length of a tick mark
FAR = 1e5  # px beyond which Qt's rasteriser would lose precision


@dataclass(frozen=True)
class Scale:
    """A linear or logarithmic map from values ``low`` … ``high`` to pixels ``start`` … ``end`` (either may be the larger).

    ``low < high`` always; on a logarithmic scale ``low > 0``.
    """

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def pixels(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Pixels of ``values`` (any shape), kept within a painter's reach. On a logarithmic scale 0 and less lie at ``start``."""
        numbers = np.asarray(values, dtype=np.float64)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            if self.log:
                share = (np.log(numbers) - math.log(self.low)) / (math.log(self.high) - math.log(self.low))
                share = np.where(numbers <= 0, 0.0, share)
            else:
                share = (numbers - self.low) / (self.high - self.low)
            found: NDArray[np.float64] = np.clip(self.start + share * (self.end - self.start), -FAR, FAR)
        return found

    def pixel(self, value: float) -> float:
        """The pixel of one value, as :meth:`pixels` has it."""
        if not self.log:
            share = (value - self.low) / (self.high - self.low)
        elif value > 0:
            share = (math.log(value) - math.log(self.low)) / (math.log(self.high) - math.log(self.low))
        else:
            share = math.nan if math.isnan(value) else 0.0
        place = self.start + share * (self.end - self.start)
        return place if math.isnan(place) else min(max(place, -FAR), FAR)

    def value(self, pixel: float) -> float:
        """The value at a pixel, also outside of the scale's ends."""
        share = (pixel - self.start) / (self.end - self.start) if self.end != self.start else 0.0
        if self.log:
            return math.exp(math.log(self.low) + share * (math.log(self.high) - math.log(self.low)))
        return self.low + share * (self.high - self.low)

    def holds(self, value: float) -> bool:
        """Whether ``value`` lies on the scale, with a hair's breadth at the ends."""
        slack = 1e-9 * (self.high - self.low)
        return self.low - slack <= value <= self.high + slack

    def ticks(self, most: int) -> list[float]:
        """Round values on the scale, about ``most`` at the most."""
        return log_ticks(self.low, self.high, most) if self.log else linear_ticks(self.low, self.high, most)


def linear_ticks(low: float, high: float, most: int) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten between ``low`` and ``high``, at most about ``most`` of them."""
    span = high - low
    if not (math.isfinite(span) and span > 0):
        return []
    raw = span / max(most, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    # round(): 3 × 0.1 would be 0.30000000000000004
    digits = max(0, 1 - math.floor(math.log10(step)))
    return [round(index * step, digits) for index in range(first, last + 1)]


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """1 and 3 of every decade, or fewer decades when they would crowd, or linear ticks on less than half a decade."""
    if not 0 < low < high or math.isinf(high):
        return []
    decades = math.log10(high / low)
    if decades < 0.6:
        return [value for value in linear_ticks(low, high, most) if value > 0]
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    if 2 * decades <= most + 1:
        return _within([factor * 10.0**power for power in range(first, last + 1) for factor in (1, 3)], low, high)
    every = max(1, math.ceil(decades / max(most, 1)))
    return _within([10.0**power for power in range(first, last + 1) if power % every == 0], low, high)


def _within(values: Sequence[float], low: float, high: float) -> list[float]:
    return [value for value in values if low * (1 - 1e-9) <= value <= high * (1 + 1e-9)]


def tick_label(value: float) -> str:
    """A round value in as few characters as tell it: 0.03, 1 000, 2e6, 1e−5."""
    size = abs(value)
    if size != 0 and not 1e-4 <= size < 1e7:
        mantissa, power = f"{value:.3e}".split("e")
        return f"{mantissa.rstrip('0').rstrip('.')}e{int(power)}".replace("-", MINUS)
    text = f"{value:,.6g}" if size < 1e5 else f"{value:,.0f}"
    return text.replace(",", THIN).replace("-", MINUS)


def read_label(value: float) -> str:
    """A measured value in four significant digits, for read-outs: 0.01234, 3.2e−7; – for not-a-number."""
    if not math.isfinite(value):
        return "–" if math.isnan(value) else ("∞" if value > 0 else f"{MINUS}∞")
    if value != 0 and not 1e-4 <= abs(value) < 1e7:
        return tick_label(value)
    return f"{value:,.4g}".replace(",", THIN).replace("-", MINUS) if abs(value) < 1e4 else tick_label(value)


def paint_left(painter: QPainter, frame: QRectF, scale: Scale, ticks: Sequence[float], *, grid: bool = False) -> None:
    """Tick labels left of ``frame``, right-aligned, with grid lines across it where ``grid`` is set."""
    painter.setFont(theme().mono(11))
    metrics = QFontMetricsF(painter.font())
    for value in ticks:
        y = round(scale.pixel(value)) + 0.5
        if grid:
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(QLineF(frame.left(), y, frame.right(), y))
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawLine(QLineF(frame.left() - TICK, y, frame.left(), y))
        painter.setPen(theme().color("text2"))
        text = tick_label(value)
        painter.drawText(QPointF(frame.left() - TICK - 3 - metrics.horizontalAdvance(text), y + metrics.capHeight() / 2), text)


def paint_bottom(painter: QPainter, frame: QRectF, scale: Scale, ticks: Sequence[float]) -> None:
    """Tick marks and centred labels below ``frame``; a label that would touch its neighbour is left out."""
    painter.setFont(theme().mono(11))
    metrics = QFontMetricsF(painter.font())
    free_from = -math.inf
    for value in ticks:
        x = round(scale.pixel(value)) + 0.5
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawLine(QLineF(x, frame.bottom(), x, frame.bottom() + TICK))
        text = tick_label(value)
        width = metrics.horizontalAdvance(text)
        if x - width / 2 >= free_from:
            painter.setPen(theme().color("text2"))
            painter.drawText(QPointF(x - width / 2, frame.bottom() + TICK + 3 + metrics.ascent()), text)
            free_from = x + width / 2 + 6


def paint_title(painter: QPainter, rect: QRectF, text: str) -> None:
    """An axis's name, centred in ``rect`` and elided to it."""
    painter.setFont(theme().sans(11))
    painter.setPen(theme().color("text2"))
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, max(rect.width(), 12))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)
