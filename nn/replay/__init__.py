"""Backpropagation as a list of steps, one number each, for any dense network: what is calculated, from what, and why."""

from __future__ import annotations

from nn.replay.build import build_steps, build_walk
from nn.replay.settings import BiasMode, Granularity, Naming, ReplaySettings, Sample, Trap
from nn.replay.step import Kind, Phase, Quantity, Source, Step
from nn.replay.walk import Group, Walk, groups

__all__ = [
    "BiasMode",
    "Granularity",
    "Group",
    "Kind",
    "Naming",
    "Phase",
    "Quantity",
    "ReplaySettings",
    "Sample",
    "Source",
    "Step",
    "Trap",
    "Walk",
    "build_steps",
    "build_walk",
    "groups",
]
