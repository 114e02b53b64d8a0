"""Walks through random networks for the Steps diagram's tests."""

from __future__ import annotations

import numpy as np

from nn.choices import Activation, Loss
from nn.network import Architecture, Mask, Network
from nn.replay.build import build_walk
from nn.replay.settings import ReplaySettings, Sample
from nn.replay.walk import Walk


def make_walk(
    widths: tuple[int, ...], *, samples: int = 1, scale: float = 1.0, settings: ReplaySettings | None = None, mask: Mask | None = None
) -> Walk:
    """A walk through a sigmoid network with normal weights, and inputs and targets with two decimals."""
    rng = np.random.default_rng(5)
    architecture = Architecture(widths, (Activation.SIGMOID,) * (len(widths) - 1), Loss.HALF_SQUARED)
    network = Network(architecture, rng.normal(size=architecture.layout.size) * scale)
    sample = Sample(rng.uniform(0, 1, (samples, widths[0])).round(2), rng.uniform(0, 1, (samples, widths[-1])).round(2))
    return build_walk(network, sample, settings or ReplaySettings(), mask=mask)
