"""Gradient descent on one neuron, and why a step can't be descended but a sigmoid can."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.choices import Activation
from nn.landscape import checks
from nn.landscape.checks import Array
from nn.landscape.loans import Loans
from nn.landscape.perceptron import Perceptron, checked, cost, cross_entropies, gradient
from nn.landscape.surface import Surface, axes, made_of
from nn.network import read_only
from nn.text import QT_TRANSLATE_NOOP, Sentence

MOST_STEPS = 100_000
TENTHS = 10  # bands of a surface of shares
LIMIT = 1e6  # a weight beyond this has diverged


@dataclass(frozen=True, eq=False)
class Descent:
    """Gradient descent from a perceptron: after k steps ``weights`` (k + 1, 3), ``costs`` (k + 1,) and ``errors`` (k + 1,), the start
    first. ``costs`` are cross-entropies for a sigmoid, shares of wrong clients for a step. ``gradients`` (k + 1, 3). Read-only.

    ``stuck`` says why nothing moves, or where the descent had to end; else ``None``.
    """

    activation: Activation
    weights: Array
    costs: Array
    errors: NDArray[np.int64]
    gradients: Array
    stuck: Sentence | None = None

    def perceptron(self, step: int) -> Perceptron:
        """The neuron after ``step`` steps."""
        w1, w2, b = (float(value) for value in self.weights[step])
        return Perceptron(w1, w2, b)


def descend(data: Loans, start: Perceptron, activation: Activation = Activation.SIGMOID, *, learning_rate: float = 0.5, steps: int = 200) -> Descent:
    """``steps`` steps w ← w − η·∂cost/∂w on all clients. Raises :class:`~nn.errors.SettingsError`."""
    checks.above_zero("perceptron.learning_rate", learning_rate)
    checks.whole("perceptron.steps", steps, 0, MOST_STEPS)
    checked(activation)
    walked, stuck = [start], None
    for _ in range(steps):
        moved = walked[-1].weights - learning_rate * gradient(walked[-1], data, activation)
        if np.abs(moved).max() > LIMIT:
            stuck = Sentence(
                QT_TRANSLATE_NOOP("nn", "The descent ended after step {step}: a weight is above {limit:g}. Lower the learning rate."),
                {"step": len(walked) - 1, "limit": LIMIT},
            )
            break
        walked.append(Perceptron(*(float(value) for value in moved)))
    if activation is Activation.STEP:
        stuck = Sentence(
            QT_TRANSLATE_NOOP(
                "nn",
                "A step is flat on both sides of its jump: its slope is 0, so the gradient is 0 and no weight moves. With a sigmoid every small"
                " change of a weight changes the cost.",
            )
        )
    return Descent(
        activation,
        read_only(np.array([each.weights for each in walked])),
        read_only(np.array([cost(each, data, activation) for each in walked])),
        read_only(np.array([each.errors(data) for each in walked], dtype=np.int64)),
        read_only(np.array([gradient(each, data, activation) for each in walked])),
        stuck,
    )


@dataclass(frozen=True, eq=False)
class Turned:
    """The line turned about the clients' middle: ``angles`` (k,) in radians from where it is; ``error_shares`` (k,), the step's cost, in
    jumps; ``cross_entropies`` (k,), the sigmoid's, a smooth curve. Read-only.
    """

    angles: Array
    error_shares: Array
    cross_entropies: Array


def turned(perceptron: Perceptron, data: Loans, count: int = 361) -> Turned:
    """Both costs for ``count`` angles from −π to π, in the scaled plane."""
    checks.whole("perceptron.count", count, 2, 100_000)
    angles = np.linspace(-np.pi, np.pi, count)
    cosine, sine = np.cos(angles), np.sin(angles)
    weights = np.stack((cosine * perceptron.w1 - sine * perceptron.w2, sine * perceptron.w1 + cosine * perceptron.w2), axis=-1)
    z = weights @ data.inputs.T + perceptron.b
    wrong = (z >= 0.0) != (data.labels == 1.0)
    return Turned(read_only(angles), read_only(wrong.mean(axis=-1)), read_only(cross_entropies(z, data).mean(axis=-1)))


def cost_surface(perceptron: Perceptron, data: Loans, activation: Activation, reach: float = 4.0, resolution: int = 81) -> Surface:
    """The cost over both weights from −``reach`` to ``reach``, the bias as it is: a staircase of shares for a step, a smooth bowl for a sigmoid.

    Raises :class:`~nn.errors.SettingsError`.
    """
    xs, ys = axes((-reach, reach, -reach, reach), resolution)
    z = np.stack(np.meshgrid(xs, ys), axis=-1) @ data.inputs.T + perceptron.b
    if checked(activation) is Activation.STEP:
        shares = np.asarray(((z >= 0.0) != (data.labels == 1.0)).mean(axis=-1), dtype=np.float64)
        return Surface(read_only(xs), read_only(ys), read_only(shares), read_only(np.linspace(0.0, 1.0, TENTHS + 1)[1:-1]))
    return made_of(xs, ys, cross_entropies(z, data).mean(axis=-1))


@dataclass(frozen=True, eq=False)
class LogCurve:
    """``p`` (k,), a probability given to what happened, and ``cost`` (k,) = −ln p: 0 when sure and right, endless when sure and wrong."""

    p: Array
    cost: Array


def log_curve(count: int = 200, least: float = 0.005) -> LogCurve:
    """−ln p for ``count`` values of p from ``least`` to 1, closer together where the curve is steep."""
    checks.whole("perceptron.count", count, 2, 100_000)
    checks.number("perceptron.least", least, 1e-300, 0.5)
    p = np.geomspace(least, 1.0, count)
    p[-1] = 1.0
    return LogCurve(read_only(p), read_only(np.abs(np.log(p))))
