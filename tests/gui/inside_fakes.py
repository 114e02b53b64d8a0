"""Layers and answers made up for the tests of Inside's views."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn.inside.views import Answer, Layer, Status, TileKind


def layer_of(
    tiles: NDArray[np.floating],
    *,
    kind: TileKind = TileKind.OUTPUT,
    plane: bool = True,
    values: NDArray[np.floating] | None = None,
    contributions: NDArray[np.floating] | None = None,
    status: dict[int, Status] | None = None,
    off: tuple[int, ...] = (),
    number: int = 1,
) -> Layer:
    """A layer of ``tiles`` (n, h, w, c), sorted by contributions, which fall with the neuron's number unless given."""
    count = len(tiles)
    flat = tiles.reshape(count, -1)
    worth = np.linspace(1.0, 0.1, count) if contributions is None else contributions
    marks, dark = np.zeros(count, dtype=np.int8), np.zeros(count, dtype=bool)
    for neuron, one in (status or {}).items():
        marks[neuron] = one
    dark[list(off)] = True
    return Layer(
        number=number, kind=kind, plane=plane, signed=kind is TileKind.WEIGHTS, tiles=tiles.astype(np.float32),
        low=flat.min(axis=1).astype(np.float32), high=flat.max(axis=1).astype(np.float32),
        values=(np.linspace(0.0, 1.0, count) if values is None else values).astype(np.float32), contributions=worth.astype(np.float32),
        order=np.argsort(-np.abs(worth), kind="stable"), status=marks, off=dark, about=0, dead_below=1e-3, saturated_within=1e-2,
    )  # fmt: skip


def slopes(count: int, side: int = 8) -> NDArray[np.float64]:
    """Tiles (count, side, side, 1) from 0 at the lowest row to 1 at the highest."""
    rise = np.broadcast_to(np.linspace(0.0, 1.0, side)[:, None], (side, side))
    return np.broadcast_to(rise[None, :, :, None], (count, side, side, 1)).copy()


def answer_of(terms: NDArray[np.floating], bias: float = 0.25, about: int = 0) -> Answer:
    """An answer of which ``terms`` (n,) are what the neurons add."""
    found = terms.astype(np.float32)
    outputs = np.array([0.8, 0.2], dtype=np.float32)
    return Answer(
        input=np.zeros(2, dtype=np.float32), outputs=outputs, outputs_all_on=outputs, winner=0, target=-1, about=about,
        logit=float(found.sum()) + bias, bias=bias, terms=found, largest=np.argsort(-np.abs(found), kind="stable"), drawn=False,
    )  # fmt: skip
