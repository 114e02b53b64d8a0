"""A network at one moment, with all that a job needs to look into it: the run's own engine belongs to the run's thread."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from nn.datasets.dataset import Prepared
from nn.datasets.pixels import floats
from nn.inside import census
from nn.inside.passes import Numbers, Passes, spread
from nn.inside.variants import Variants
from nn.network import Ablation, Architecture, Mask


@dataclass(frozen=True, eq=False)
class Moment:
    """An architecture, its parameters (P,), the data, and what is switched off."""

    architecture: Architecture
    params: Numbers
    prepared: Prepared
    ablation: Ablation = field(default_factory=Ablation)
    mask: Mask | None = None  # of the ablation; ``None`` when every neuron is on

    def passes(self, dtype: type[np.floating] = np.float32, *, all_on: bool = False) -> Passes:
        return Passes.of(self.architecture, self.params, None if all_on else self.mask, dtype)

    def on(self, layer: int) -> NDArray[np.bool_]:
        """Which neurons of ``layer`` are on, (n,)."""
        found = np.ones(self.architecture.widths[layer], dtype=np.bool_)
        found[[neuron.index for neuron in self.ablation.off if neuron.layer == layer]] = False
        return found

    def variants(self, layer: int, places: NDArray[np.int64], dtype: type[np.floating] = np.float32, most: int | None = None) -> Variants:
        """Changes of hidden ``layer`` at samples ``places``; mean outputs come from at most ``most`` training samples."""
        passes = self.passes(dtype)
        when_off = census.held(self.passes(dtype, all_on=True), layer, self.prepared, self.ablation, most=most)
        own = passes.own(layer, floats(self.prepared.inputs[places], passes.dtype))
        return Variants(passes, layer, own, self.on(layer), when_off.astype(dtype))

    def hidden(self, layer: int) -> int:
        """``layer`` itself. Raises ``ValueError`` where the network has no such hidden layer."""
        if not 1 <= layer < self.architecture.layout.depth:
            raise ValueError(f"there is no hidden layer {layer} in {self.architecture.widths}")
        return layer

    def training(self, most: int | None) -> NDArray[np.int64]:
        """At most ``most`` training samples, evenly over them."""
        return spread(self.prepared.dataset.train, most)
