"""Functions of two parameters to walk down: what every one can do, and the built-in ones.

Everything also takes complex numbers, so that gradients can be checked by the complex step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn.graph.graph import Place
from nn.landscape import checks
from nn.landscape.checks import Extent
from nn.text import QT_TRANSLATE_NOOP, Sentence

Values: TypeAlias = NDArray[np.inexact]
Pair: TypeAlias = tuple[float, float]


class Gap(NamedTuple):
    """Why there is no value or no slope: a sentence that names the place on the map, and where in the typed text it comes from."""

    sentence: Sentence
    where: Place


class Function2(Protocol):
    """A function f(ω0, ω1) of two parameters that a race can run down and a surface can be drawn of.

    ``name`` is English and translatable, ``latex`` its formula. ``extent`` is what is drawn at first, ``start`` where a path begins,
    ``rate`` a learning rate η that suits plain gradient descent from there; ``minima`` are known lowest points, perhaps none; ``axes``
    what the two parameters are called.
    """

    @property
    def name(self) -> str: ...

    @property
    def latex(self) -> str: ...

    @property
    def extent(self) -> Extent: ...

    @property
    def start(self) -> Pair: ...

    @property
    def rate(self) -> float: ...

    @property
    def minima(self) -> tuple[Pair, ...]: ...

    @property
    def axes(self) -> tuple[str, str]: ...

    def value(self, w0: Values, w1: Values) -> Values:
        """f at each place; ``w0`` and ``w1`` of one shape, which the result has. Not finite where f has no value."""
        ...

    def gradient(self, w0: Values, w1: Values) -> tuple[Values, Values]:
        """∂f/∂ω0 and ∂f/∂ω1 at each place, shapes as ``value``'s."""
        ...

    def gap(self, place: Pair) -> Gap | None:
        """Why f has no value or no slope at ``place``; ``None`` where that isn't known."""
        ...


Of2: TypeAlias = Callable[[Any, Any], Any]


@dataclass(frozen=True)
class Formula:
    """A :class:`Function2` from plain functions of arrays; :mod:`nn.landscape.typed` makes them of what a person types.

    A result that is one number (of a constant, say) is spread over the grid, and what has no value is not finite. ``why_none`` says why a
    place has none.

    Raises :class:`~nn.errors.SettingsError` for an extent, a start or a rate that can't be used.
    """

    name: str
    latex: str
    function: Of2
    slopes: Callable[[Any, Any], tuple[Any, Any]]
    extent: Extent = (-3.0, 3.0, -3.0, 3.0)
    start: Pair = (-2.0, 2.0)
    rate: float = 0.1
    minima: tuple[Pair, ...] = ()
    axes: tuple[str, str] = ("ω0", "ω1")
    why_none: Callable[[Pair], Gap] | None = None

    def __post_init__(self) -> None:
        checks.rectangle("landscape.extent", self.extent)
        checks.point("landscape.start", self.start)
        checks.above_zero("landscape.learning_rate", self.rate)

    def value(self, w0: Values, w1: Values) -> Values:
        with np.errstate(all="ignore"):
            return _spread(self.function(w0, w1), w0)

    def gradient(self, w0: Values, w1: Values) -> tuple[Values, Values]:
        with np.errstate(all="ignore"):
            along0, along1 = self.slopes(w0, w1)
        return _spread(along0, w0), _spread(along1, w0)

    def gap(self, place: Pair) -> Gap | None:
        return None if self.why_none is None else self.why_none(place)


def _spread(found: Any, like: Values) -> Values:
    return np.array(np.broadcast_to(np.asarray(found, dtype=like.dtype), like.shape))


class Preset(StrEnum):
    """The functions that come with the program."""

    SADDLE = "saddle"
    VALLEY = "valley"
    ROSENBROCK = "rosenbrock"
    HIMMELBLAU = "himmelblau"


def _himmelblau_slopes(a: Any, b: Any) -> tuple[Any, Any]:
    first, second = a * a + b - 11.0, a + b * b - 7.0
    return 4.0 * a * first + 2.0 * second, 2.0 * first + 4.0 * b * second


PRESETS: dict[Preset, Formula] = {
    # The quartic term keeps the way down from the saddle at (0, 0) from being endless.
    Preset.SADDLE: Formula(
        QT_TRANSLATE_NOOP("nn", "Saddle"),
        r"\omega_0^2 - \omega_1^2 + \frac{\omega_1^4}{4}",
        lambda a, b: a * a - b * b + 0.25 * b**4,
        lambda a, b: (2.0 * a, b**3 - 2.0 * b),
        extent=(-2.5, 2.5, -2.5, 2.5),
        start=(-2.0, 0.01),
        rate=0.1,
        minima=((0.0, -(2.0**0.5)), (0.0, 2.0**0.5)),
    ),
    # Twenty times as steep across as along: descent zigzags before it gets on.
    Preset.VALLEY: Formula(
        QT_TRANSLATE_NOOP("nn", "Valley"),
        r"\frac{\omega_0^2}{10} + 2 \omega_1^2",
        lambda a, b: 0.1 * a * a + 2.0 * b * b,
        lambda a, b: (0.2 * a, 4.0 * b),
        extent=(-6.0, 6.0, -3.0, 3.0),
        start=(-5.0, 2.0),
        rate=0.4,
        minima=((0.0, 0.0),),
    ),
    # Rosenbrock 1960, with its usual start.
    Preset.ROSENBROCK: Formula(
        QT_TRANSLATE_NOOP("nn", "Rosenbrock"),
        r"(1 - \omega_0)^2 + 100 \, (\omega_1 - \omega_0^2)^2",
        lambda a, b: (1.0 - a) ** 2 + 100.0 * (b - a * a) ** 2,
        lambda a, b: (-2.0 * (1.0 - a) - 400.0 * a * (b - a * a), 200.0 * (b - a * a)),
        extent=(-2.0, 2.0, -1.0, 3.0),
        start=(-1.2, 1.0),
        rate=0.001,
        minima=((1.0, 1.0),),
    ),
    # Himmelblau 1972; all four minima are 0.
    Preset.HIMMELBLAU: Formula(
        QT_TRANSLATE_NOOP("nn", "Himmelblau"),
        r"(\omega_0^2 + \omega_1 - 11)^2 + (\omega_0 + \omega_1^2 - 7)^2",
        lambda a, b: (a * a + b - 11.0) ** 2 + (a + b * b - 7.0) ** 2,
        _himmelblau_slopes,
        extent=(-5.0, 5.0, -5.0, 5.0),
        start=(0.0, 0.0),
        rate=0.01,
        minima=(
            (3.0, 2.0),
            (-2.805118086952745, 3.131312518250573),
            (-3.779310253377747, -3.283185991286170),
            (3.584428340330492, -1.848126526964404),
        ),
    ),
}
