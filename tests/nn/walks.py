"""Walks for the tests of the replay: of random networks, and a few that have every kind of step in them."""

from __future__ import annotations

import itertools

import numpy as np

from nn.choices import Activation, Loss
from nn.network import Architecture, Network
from nn.replay import mazur
from nn.replay.build import build_walk
from nn.replay.settings import BiasMode, Naming, ReplaySettings, Sample, Trap
from nn.replay.walk import Walk


def a_walk(activations: tuple[Activation, ...], loss: Loss, widths: tuple[int, ...], samples: int = 1, seed: int = 7, **changes: object) -> Walk:
    """A random network's walk; targets are from 0 to 1, and one-hot for the cross-entropy. ``changes`` are fields of the settings."""
    random = np.random.default_rng(seed)
    architecture = Architecture(widths, activations, loss)
    inputs, targets = random.uniform(-1, 1, (samples, widths[0])), random.uniform(0, 1, (samples, widths[-1]))
    if loss is Loss.CROSS_ENTROPY:
        targets = np.eye(widths[-1])[random.integers(widths[-1], size=samples)]
    network = Network(architecture, random.uniform(-1, 1, architecture.layout.size))
    return build_walk(network, Sample(inputs, targets), ReplaySettings(**changes))  # type: ignore[arg-type]  # by name


def all_kinds() -> list[Walk]:
    """Walks that have every kind of step, activation and loss in them."""
    hidden = [a for a in Activation if a is not Activation.SOFTMAX]
    squared = itertools.cycle([Loss.HALF_SQUARED, Loss.MSE])
    walks = [a_walk((a, a), next(squared), (2, 1, 2), naming=Naming.LAYER) for a in hidden]
    walks.append(a_walk((Activation.TANH, Activation.SIGMOID), Loss.BINARY_CROSS_ENTROPY, (2, 2, 1), samples=2, l1=0.1, l2=0.2))
    walks.append(a_walk((Activation.TANH,) * 2 + (Activation.SOFTMAX,), Loss.CROSS_ENTROPY, (2, 2, 2, 3), naming=Naming.MAZUR))
    walks.append(a_walk((Activation.SOFTMAX,), Loss.MSE, (2, 8), l1=0.1))
    walks.append(mazur.walk(trap=Trap.UPDATED_WEIGHTS, biases=BiasMode.PER_LAYER))
    walks.append(a_walk((Activation.RELU, Activation.SOFTMAX), Loss.CROSS_ENTROPY, (400, 100, 3), samples=2, l2=0.1))
    return walks
