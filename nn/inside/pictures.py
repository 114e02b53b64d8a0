"""A fitted picture: the target, what the network makes of it, and where it is wrong."""

from __future__ import annotations

import numpy as np

from nn.datasets.dataset import Picture, Prepared
from nn.inside.passes import BLOCK, Passes, blocks
from nn.inside.views import Floats, Pictures
from nn.network import read_only

MOST_PIXELS = 4_000_000  # of a finer drawing; a larger one is drawn at the picture's own resolution


class Canvas:
    """The places of a picture's pixels, made ready once for one fineness, and the target beside them."""

    def __init__(self, prepared: Prepared, picture: Picture, finer: int) -> None:
        height, width, self._colours = picture.pixels.shape
        self.asked = finer
        self.finer = finer if height * width * finer**2 <= MOST_PIXELS else 1
        self._picture = picture
        self._prepared = prepared
        self._shape = (height * self.finer, width * self.finer)
        self._places = picture.places(self.finer)
        plain = not prepared.transform.features and not prepared.transform.mean.any() and (prepared.transform.scale == 1.0).all()
        self._inputs = self._places if plain else None
        # With an even fineness none of the finer places is a pixel's centre: the network is asked there as well.
        self._own = self if self.finer == 1 else Canvas(prepared, picture, 1)

    def draw(self, passes: Passes) -> Pictures:
        """What the network makes of it now, in the picture's own values, a block of pixels at a time."""
        network, target = self._network(passes), self._picture.pixels
        squared = ((network if self._own is self else self._own._network(passes)) - target) ** 2
        return Pictures(
            target=target,
            network=read_only(network),
            error=read_only(np.sqrt(squared.mean(axis=2))),
            mse=float(squared.mean(dtype=np.float64)),
            finer=self.finer,
        )

    def _network(self, passes: Passes) -> Floats:
        """(h·finer, w·finer, c)."""
        drawn = np.empty((len(self._places), self._colours), dtype=np.float32)
        for block in blocks(len(drawn), max(passes.architecture.widths), BLOCK):
            drawn[block] = passes.outputs(passes.logits(self._seen(block)))[: self._colours].T
        mean, scale = self._prepared.target_mean, self._prepared.target_scale
        if mean.any() or (scale != 1.0).any():
            drawn = (drawn * scale + mean).astype(np.float32)
        return drawn.reshape(*self._shape, self._colours)

    def _seen(self, block: slice) -> Floats:
        return self._inputs[block] if self._inputs is not None else self._prepared.transform.apply(self._places[block]).astype(np.float32)
