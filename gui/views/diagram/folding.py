"""Which neurons of a layer too wide to draw are shown: the strongest, and not other ones at every frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gui.views.diagram.geometry import Role, Spec, capacity, folded_capacity
from nn.layout import Neuron
from nn.training.snapshot import RunState, Snapshot

RESORT_SECONDS = 2.0
UNFOLDED_MOST = 64  # nodes in a column that the person has unfolded


def strength(snapshot: Snapshot, layer: int) -> NDArray[np.float64]:
    """How much each neuron of ``layer`` matters for the choice, shape (n,).

    Outputs: the size of their output for the sample, or else the sum of |weight| coming in; others: the sum of |weight|
    going out.
    """
    layout = snapshot.architecture.layout
    if layer < layout.depth:
        return np.asarray(np.abs(layout.weights(snapshot.params, layer + 1)).sum(axis=1), dtype=np.float64)
    if snapshot.sample is not None:
        return np.abs(snapshot.sample.outputs[layout.layer_rows(layer)])
    return np.asarray(np.abs(layout.weights(snapshot.params, layer)).sum(axis=0), dtype=np.float64)


def strongest(strengths: NDArray[np.float64], count: int, pinned: tuple[int, ...] = ()) -> tuple[int, ...]:
    """The numbers of the ``count`` strongest, ascending; ``pinned`` ones always among them. Ties go to the lower number."""
    order = [int(i) for i in np.argsort(-np.nan_to_num(strengths), kind="stable")]
    chosen = [i for i in pinned if 0 <= i < len(order)][:count]
    chosen += [i for i in order if i not in chosen][: count - len(chosen)]
    return tuple(sorted(chosen))


class Folding:
    """Keeps the choice of shown neurons per layer; ``toggle`` unfolds a layer and folds it again."""

    def __init__(self) -> None:
        self._unfolded: set[int] = set()
        self._chosen: dict[tuple[int, int], tuple[int, ...]] = {}
        self._sorted_at = -1e9
        self._widths: tuple[int, ...] = ()

    def toggle(self, layer: int) -> None:
        self._unfolded ^= {layer}

    def specs(self, snapshot: Snapshot, room: float, picture: bool, selected: Neuron | None, now: float) -> tuple[Spec, ...]:
        """The columns to draw in ``room`` px of height; ``now`` in seconds of any steady clock."""
        widths = snapshot.architecture.widths
        if widths != self._widths:
            self._widths, self._unfolded, self._sorted_at = widths, set(), -1e9
        if snapshot.state is not RunState.RUNNING or now - self._sorted_at >= RESORT_SECONDS:
            self._chosen.clear()
            self._sorted_at = now
        return tuple(self._spec(snapshot, layer, room, picture, selected) for layer in range(len(widths)))

    def _spec(self, snapshot: Snapshot, layer: int, room: float, picture: bool, selected: Neuron | None) -> Spec:
        width, last = snapshot.architecture.widths[layer], len(snapshot.architecture.widths) - 1
        if layer == 0 and picture:
            return Spec(0, Role.PICTURE, (0,))
        role = Role.INPUT if layer == 0 else Role.OUTPUT if layer == last else Role.HIDDEN
        if width <= capacity(role, room):
            return Spec(layer, role, tuple(range(width)))
        count = folded_capacity(role, room)
        if layer in self._unfolded:
            count = max(count, min(width, UNFOLDED_MOST))
        shown = self._shown(snapshot, layer, count, selected)
        return Spec(layer, role, shown, width - len(shown), pill=True)

    def _shown(self, snapshot: Snapshot, layer: int, count: int, selected: Neuron | None) -> tuple[int, ...]:
        """The kept choice, or a new one; a selected neuron is always in it."""
        pinned = (selected.index,) if selected is not None and selected.layer == layer else ()
        kept = self._chosen.get((layer, count))
        if kept is None or not set(pinned) <= set(kept):
            kept = self._chosen[layer, count] = strongest(strength(snapshot, layer), count, pinned)
        return kept
