"""The host's side of training a small network in one launch of one block."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.backends.base import Chunk, Hyper
from nn.backends.cuda_feed import Feed, Weights, longest, mapped, on_host
from nn.backends.cuda_launch import training_kernel
from nn.backends.cuda_passes import Data, Passes
from nn.backends.cuda_plan import MOST_SAMPLES, Plan
from nn.network import Mask


class SmallTrainer:
    """Trains a network that :func:`nn.backends.cuda_plan.plan_for` found small enough, ``data`` lying on the GPU."""

    def __init__(self, passes: Passes, plan: Plan, data: Data, name: str) -> None:
        self._passes, self._plan, self._feed = passes, plan, Feed(passes, data, name)
        self._copy = mapped((3, passes.layout.size), passes.dtype)

    def set_mask(self, mask: Mask | None) -> None:
        self._feed.set_mask(mask)

    @staticmethod
    def takes(chunk: Chunk, samples: int) -> bool:
        """Whether a chunk's batches are short enough for one block."""
        return (chunk.order is None or chunk.starts is not None) and longest(chunk, samples) <= MOST_SAMPLES

    def train(self, chunk: Chunk, hyper: Hyper, weights: Weights, updates: int) -> NDArray[np.float64]:
        """All steps of the chunk; ``updates`` were done since the slots were cleared. No steps: the kernel is compiled.

        Raises :class:`nn.errors.DeviceUnavailable` when the GPU stops answering.
        """
        feed = self._feed
        samples, switches, rule = feed.samples(chunk), feed.switches(chunk), feed.rule(chunk, hyper, weights, updates)
        plan = replace(self._plan, switched=feed.masked or chunk.keep is not None)
        kernel = training_kernel(plan)[1, plan.threads, self._passes.stream]

        def launch(first: int, steps: int, losses: Any) -> None:
            kernel(samples, switches, rule, weights.params, weights.slots, first, steps, losses, self._copy)

        batch = 0 if chunk.order is None else longest(chunk, 0)
        return feed.run(chunk.steps, (plan, samples.ordered, batch), launch)

    def copy(self) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
        """Parameters (P,) and optimizer state (2, P) as the last launch left them, without asking the GPU."""
        found = on_host(self._copy)
        return found[0].copy(), found[1:].copy()
