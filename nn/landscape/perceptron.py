"""One neuron on two inputs, the line where it decides, and what its decisions cost.

The deep-learning workshop, sections 1 to 3. With z = w1·x1 + w2·x2 + b the neuron grants where z ≥ 0; as a sigmoid, p = σ(z) is the
probability that it gives to "granted", and its cost is the cross-entropy −⟨y·ln p + (1 − y)·ln(1 − p)⟩.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn import activations, losses
from nn.choices import Activation, Loss
from nn.errors import SettingsError
from nn.landscape import checks
from nn.landscape.checks import Array, Extent
from nn.landscape.loans import EXTENT, Loans
from nn.network import read_only
from nn.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Perceptron:
    """The weights on the scaled inputs, and the bias. Raises :class:`~nn.errors.SettingsError` where one is no number."""

    w1: float
    w2: float
    b: float

    def __post_init__(self) -> None:
        for name in ("w1", "w2", "b"):
            checks.number(f"perceptron.{name}", getattr(self, name), -1e12, 1e12)

    @property
    def weights(self) -> Array:
        """(w1, w2, b), shape (3,)."""
        return read_only(np.array([self.w1, self.w2, self.b]))

    def sums(self, data: Loans) -> Array:
        """Every client's z, (n,)."""
        return data.inputs @ self.weights[:2] + self.b

    def decisions(self, data: Loans) -> Array:
        """1 where z ≥ 0, that is σ(z) ≥ ½, else 0; (n,)."""
        return read_only((self.sums(data) >= 0.0).astype(np.float64))

    def wrong(self, data: Loans) -> NDArray[np.bool_]:
        """Which clients are decided wrongly, (n,)."""
        found: NDArray[np.bool_] = self.decisions(data) != data.labels
        return found

    def errors(self, data: Loans) -> int:
        """How many clients are decided wrongly."""
        return int(self.wrong(data).sum())

    def probabilities(self, data: Loans) -> Array:
        """The sigmoid's p of "granted", (n,)."""
        return read_only(np.asarray(activations.value(Activation.SIGMOID, self.sums(data)), dtype=np.float64))


@dataclass(frozen=True, slots=True)
class Likelihood:
    """What the clients' outcomes have together for probability: ``product`` of each one's, 0 once it is too small for a number,
    and ``log_sum``, the sum of their logarithms, which never is. ``cost`` = −``log_sum``/n.
    """

    product: float
    log_sum: float
    cost: float


def likelihood(perceptron: Perceptron, data: Loans) -> Likelihood:
    """Of all clients' outcomes under the sigmoid."""
    each = cross_entropies(perceptron.sums(data), data)
    return Likelihood(float(np.exp(-each).prod()), -float(each.sum()), float(each.mean()))


def cross_entropies(z: Array, data: Loans) -> Array:
    """Each client's −ln of the probability of what happened, from z: (…, n)."""
    columns = z[..., np.newaxis]
    return np.asarray(losses.value(Loss.BINARY_CROSS_ENTROPY, columns, columns, data.labels[:, np.newaxis]), dtype=np.float64)


# --- the line


def from_handles(data: Loans, p: Array, q: Array, steepness: float = 1.0) -> Perceptron:
    """The neuron whose line goes through the raw points ``p`` and ``q`` (2,) and which grants to the left of the way from p to q.

    ``steepness`` is the length of (w1, w2): how quickly σ changes across the line. Raises :class:`~nn.errors.SettingsError`.
    """
    checks.above_zero("perceptron.steepness", steepness)
    begin, end = (data.scaled(checks.point("perceptron.handles", each)) for each in (p, q))
    along = end - begin
    length = float(np.linalg.norm(along))
    if not length > 1e-9:
        raise SettingsError("perceptron.handles", QT_TRANSLATE_NOOP("nn", "Both ends of the line are at the same place; move one of them away."))
    across = np.array([-along[1], along[0]]) * (steepness / length)
    return Perceptron(float(across[0]), float(across[1]), -float(across @ begin))


def handles(perceptron: Perceptron, data: Loans, extent: Extent = EXTENT) -> tuple[Array, Array] | None:
    """Where the neuron's line meets the edges of ``extent``: two raw points (2,), with "granted" to the left of the way from the
    first to the second. ``None`` where the line doesn't cross ``extent``, or both weights are 0.
    """
    normal = perceptron.weights[:2] / data.scale
    offset = perceptron.b - float(normal @ data.mean)
    x0, x1, y0, y1 = extent
    found = [np.array([x, -(offset + normal[0] * x) / normal[1]]) for x in (x0, x1) if normal[1] != 0.0]
    found += [np.array([-(offset + normal[1] * y) / normal[0], y]) for y in (y0, y1) if normal[0] != 0.0]
    low, high = np.array([x0, y0]), np.array([x1, y1])
    slack = 1e-9 * (high - low)
    inside = [each for each in found if (each >= low - slack).all() and (each <= high + slack).all()]
    if not inside:
        return None
    along = np.array([normal[1], -normal[0]])
    order = sorted(inside, key=lambda each: float(along @ each))
    return (read_only(order[0]), read_only(order[-1])) if float(along @ (order[-1] - order[0])) > 0.0 else None


# --- its cost


def cost(perceptron: Perceptron, data: Loans, activation: Activation) -> float:
    """The mean cross-entropy of a sigmoid; the share of wrong clients of a step. Raises for other activations."""
    if checked(activation) is Activation.STEP:
        return perceptron.errors(data) / len(data.labels)
    return float(cross_entropies(perceptron.sums(data), data).mean())


def answers(perceptron: Perceptron, data: Loans, activation: Activation, shape: tuple[int, int], extent: Extent = EXTENT) -> Array:
    """What the neuron says at the centres of ``shape`` (ny, nx) cells of ``extent``, row 0 at the lowest y: p of "granted", or 0 and 1."""
    ny, nx = shape
    x = extent[0] + (np.arange(nx) + 0.5) * (extent[1] - extent[0]) / nx
    y = extent[2] + (np.arange(ny) + 0.5) * (extent[3] - extent[2]) / ny
    z = data.scaled(np.stack(np.meshgrid(x, y), axis=-1)) @ perceptron.weights[:2] + perceptron.b
    if checked(activation) is Activation.STEP:
        return read_only((z >= 0.0).astype(np.float64))
    return read_only(np.asarray(activations.value(activation, z), dtype=np.float64))


def gradient(perceptron: Perceptron, data: Loans, activation: Activation) -> Array:
    """∂cost/∂(w1, w2, b), (3,): ⟨(p − y)·x⟩ and ⟨p − y⟩ for a sigmoid. For a step it is 0 wherever it exists: the cost is flat but for
    jumps.
    """
    if checked(activation) is Activation.STEP:
        return read_only(np.zeros(3))
    wrongness = perceptron.probabilities(data) - data.labels
    return read_only(np.append(wrongness @ data.inputs, wrongness.sum()) / len(data.labels))


def checked(activation: Activation) -> Activation:
    """``activation``, if it is one of the lesson's two. Raises :class:`~nn.errors.SettingsError` for others."""
    if activation in (Activation.STEP, Activation.SIGMOID):
        return activation
    raise SettingsError(
        "perceptron.activation",
        QT_TRANSLATE_NOOP("nn", "The perceptron's neuron is a step or a sigmoid; {activation} can't be used."),
        activation=activation.value,
    )
