"""What all steps of a walk share: the network's shape and how its parts are called."""

from __future__ import annotations

from dataclasses import dataclass

from nn.network import Architecture, Mask
from nn.replay.settings import ReplaySettings


@dataclass(frozen=True)
class Scheme:
    """``shared_biases``: a layer's biases are one (Mazur's b1 and b2). ``mask``: neurons that are switched off, if any."""

    architecture: Architecture
    settings: ReplaySettings
    samples: int = 1
    shared_biases: bool = False
    mask: Mask | None = None
