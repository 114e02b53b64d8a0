"""What training in one launch for many steps is fed with, and how its launches are queued: two deep, each a few milliseconds long.

Losses are written by the GPU into host memory (CUDA's mapped, page-locked memory), so that reading them asks nothing of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import cuda
from numpy.typing import NDArray

from nn.backends import cuda_math as codes
from nn.backends import cuda_pace as pace
from nn.backends.base import Chunk, Hyper
from nn.backends.cuda_layers import Rule, Samples, Switches
from nn.backends.cuda_math import SIMULATED
from nn.backends.cuda_passes import Data, OnDevice, Passes
from nn.choices import Reduction
from nn.network import Mask

DEPTH = 2  # launches in the queue: one runs, the next is ready when it ends


@dataclass(frozen=True)
class Weights:
    """What a launch starts from and leaves: parameters (P,), optimizer state (2, P), and which parameters stay (P,), uint8."""

    params: OnDevice
    slots: OnDevice
    frozen: OnDevice


@dataclass
class Ticket:
    """A launch in the queue."""

    steps: int
    began: Any
    ended: Any

    @staticmethod
    def blank() -> Ticket:
        return Ticket(0, cuda.event(), cuda.event())

    def seconds(self) -> float:
        """How long the GPU was at it, 0 in the simulator."""
        return 0.0 if SIMULATED else float(self.began.elapsed_time(self.ended)) / 1e3


class Grown:
    """A device buffer that grows and is never given back while in use: each allocation would hold the GPU up."""

    def __init__(self, passes: Passes, shape: tuple[int, ...], dtype: Any) -> None:
        """``shape`` is the shape of one item; the buffer holds a growing number of them."""
        self._passes, self._shape, self._dtype = passes, shape, np.dtype(dtype)
        self._buffer = passes.empty((1, *shape), dtype)

    def filled(self, items: NDArray[Any]) -> OnDevice:
        """The buffer, its first items those given."""
        if len(items) > self._buffer.shape[0]:
            self._buffer = self._passes.empty((2 * len(items), *self._shape), self._dtype)
        if len(items):
            self._buffer[: len(items)].copy_to_device(np.ascontiguousarray(items, dtype=self._dtype), stream=self._passes.stream)
        return self._buffer


class Feed:
    """What the launches that train on ``data`` read, in buffers on the GPU that are kept from chunk to chunk."""

    def __init__(self, passes: Passes, data: Data, name: str) -> None:
        self._passes, self._data, self._name = passes, data, name
        self._length = pace.LaunchLength()
        self._order, self._starts = Grown(passes, (), np.int32), Grown(passes, (), np.int64)
        self._rates, self._numbers = Grown(passes, (3,), passes.dtype), Grown(passes, (), passes.dtype)
        self._losses = mapped((1024,), np.float64)
        self._no_keep = passes.upload(np.zeros((1, 1, 1), dtype=np.uint8))
        self._tickets = [Ticket.blank() for _ in range(DEPTH)]
        self.set_mask(None)

    @property
    def size(self) -> int:
        """Number of training samples."""
        return self._data.size

    def set_mask(self, mask: Mask | None) -> None:
        masks = self._passes.upload_masks((mask,))
        self.masked, self._gain, self._hold = mask is not None, masks.gain.reshape(-1), masks.hold.reshape(-1)

    def samples(self, chunk: Chunk) -> Samples:
        """Raises ValueError for an order that names samples which are not there: the GPU would read past its memory."""
        none = np.zeros(0, dtype=np.int32)
        order, starts = (none, none) if chunk.order is None or chunk.starts is None else (chunk.order, chunk.starts)
        if len(order) and (order.min() < 0 or order.max() >= self._data.size):
            raise ValueError(f"order names samples outside 0 to {self._data.size - 1}")
        return Samples(self._data.inputs, self._data.targets, self._order.filled(order), self._starts.filled(starts), int(chunk.order is not None))

    def switches(self, chunk: Chunk) -> Switches:
        real = self._passes.dtype.type
        keep = self._no_keep if chunk.keep is None else self._passes.upload(chunk.keep.astype(np.uint8, copy=False))
        return Switches(self._gain, self._hold, keep, real(0 if chunk.keep is None else chunk.keep_scale))

    def rule(self, chunk: Chunk, hyper: Hyper, weights: Weights, updates: int) -> Rule:
        """``updates`` were done since the slots were cleared."""
        t = updates + 1 + np.arange(chunk.steps)
        rates = np.stack((chunk.rates, 1.0 - hyper.beta1**t, 1.0 - hyper.beta2**t), axis=1)
        averaged = int(hyper.reduction is Reduction.MEAN)
        numbers = self._numbers.filled(codes.numbers_of(hyper))
        return Rule(codes.OPTIMIZERS[hyper.optimizer], averaged, self._rates.filled(rates), numbers, weights.frozen, self._passes.sources)

    def run(self, steps: int, kind: Hashable, launch: Callable[[int, int, Any], None]) -> NDArray[np.float64]:
        """Do ``steps`` steps: ``launch(first, count, losses)`` queues so many of them. Returns the losses that they wrote.

        ``kind`` tells apart steps that take different times. With no steps, one launch of none: the kernel is compiled.

        Raises:
            DeviceUnavailable: the GPU stopped answering.
        """
        if self._losses.shape[0] < steps:
            self._losses = mapped((2 * steps,), np.float64)
        self._length.of(kind)
        queue: deque[Ticket] = deque()
        launched = done = number = 0
        while done < steps or not number:
            while len(queue) < DEPTH and (launched < steps or not number):
                ticket = self._tickets[number % DEPTH]
                ticket.steps = min(self._length.steps, steps - launched)
                ticket.began.record(self._passes.stream)
                launch(launched, ticket.steps, self._losses)
                ticket.ended.record(self._passes.stream)
                queue.append(ticket)
                launched, number = launched + ticket.steps, number + 1
            ended = queue.popleft()
            pace.wait(ended.ended, self._name)
            self._length.measured(ended.steps, ended.seconds())
            done += ended.steps
        return on_host(self._losses)[:steps].copy()


def longest(chunk: Chunk, samples: int) -> int:
    """The largest batch of a chunk, of ``samples`` training samples."""
    if chunk.order is None:
        return samples
    if chunk.starts is None:
        return len(chunk.order)
    return int(np.diff(chunk.starts).max()) if chunk.steps else 0


def mapped(shape: tuple[int, ...], dtype: Any) -> Any:
    """Memory of the host that the GPU writes into itself (CUDA's mapped, page-locked memory)."""
    return cuda.mapped_array(shape, dtype=dtype)


def on_host(array: Any) -> NDArray[Any]:
    """A mapped array as the host sees it."""
    found: NDArray[Any] = array.copy_to_host() if SIMULATED else np.asarray(array)
    return found
