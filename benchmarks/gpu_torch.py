"""Torch's fastest way to do a small step again and again: one step of plain gradient descent, captured once as a CUDA graph."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.choices import Loss
from nn.network import Architecture

Floats = NDArray[np.floating]


def available() -> bool:
    try:
        import torch  # type: ignore[import-not-found]  # no dependency of the program
    except ImportError:
        return False
    return bool(torch.cuda.is_available())


class GraphedStep:
    """Sigmoid hidden layers; mean squared error of sigmoid outputs, or cross-entropy of a softmax. The data lie on the GPU.

    ``inputs`` (n, n_in), ``targets`` (n, n_out), ``params`` (P,) in :class:`nn.layout.Layout`'s order; ``batch`` ``None`` is all.
    """

    def __init__(  # noqa: PLR0917 - what a case gives
        self, architecture: Architecture, inputs: Floats, targets: Floats, params: Floats, rate: float, dtype: str, batch: int | None
    ) -> None:
        import torch

        self.torch: Any = torch
        self.architecture, self.rate, self.batch = architecture, rate, batch
        make = {"dtype": getattr(torch, dtype), "device": "cuda"}
        layout = architecture.layout
        self.inputs, self.targets = torch.tensor(inputs, **make), torch.tensor(targets, **make)
        pieces = [piece for n in range(1, layout.depth + 1) for piece in (layout.weights(params, n), layout.biases(params, n))]
        self.pieces = [torch.tensor(np.ascontiguousarray(piece), **make, requires_grad=True) for piece in pieces]
        self.index = torch.arange(batch or len(inputs), device="cuda")
        self.graph = torch.cuda.CUDAGraph()
        self._capture()

    def _capture(self) -> None:
        """Three steps on a side stream first, as torch asks for, undone before the capture."""
        torch = self.torch
        start = [piece.detach().clone() for piece in self.pieces]
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(3):
                self._step()
        torch.cuda.current_stream().wait_stream(side)
        with torch.cuda.graph(self.graph):
            self._step()
        with torch.no_grad():
            for piece, value in zip(self.pieces, start, strict=True):
                piece.copy_(value)
        torch.cuda.synchronize()

    def _step(self) -> None:
        torch = self.torch
        gradients = torch.autograd.grad(self._loss(), self.pieces)
        with torch.no_grad():
            for piece, gradient in zip(self.pieces, gradients, strict=True):
                piece.sub_(gradient, alpha=self.rate)

    def _loss(self) -> Any:
        torch = self.torch
        outputs, targets = (self.inputs, self.targets) if self.batch is None else (self.inputs[self.index], self.targets[self.index])
        depth = self.architecture.layout.depth
        for n in range(depth):
            outputs = outputs @ self.pieces[2 * n] + self.pieces[2 * n + 1]
            if n < depth - 1 or self.architecture.loss is Loss.MSE:
                outputs = torch.sigmoid(outputs)
        if self.architecture.loss is Loss.MSE:
            return torch.nn.functional.mse_loss(outputs, targets)
        return torch.nn.functional.cross_entropy(outputs, targets)

    def train(self, order: NDArray[np.int32] | None, steps: int) -> None:
        """Replay the graph ``steps`` times; ``order`` (steps · batch,) names each batch's samples."""
        rows = None if order is None or self.batch is None else self.torch.tensor(order.astype(np.int64), device="cuda").view(steps, self.batch)
        for k in range(steps):
            if rows is not None:
                self.index.copy_(rows[k])
            self.graph.replay()
        self.torch.cuda.synchronize()

    def params(self) -> Floats:
        """The parameters, shape (P,)."""
        return np.concatenate([piece.detach().cpu().numpy().ravel() for piece in self.pieces])
