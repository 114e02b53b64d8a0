"""What a walk is made of, all in one: it can be edited number by number, and each edit gives a new one."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nn.errors import SettingsError
from nn.network import Mask, Network, read_only
from nn.replay.build import build_walk
from nn.replay.settings import BiasMode, ReplaySettings, Sample
from nn.replay.step import Kind, Quantity
from nn.replay.walk import Walk
from nn.text import QT_TRANSLATE_NOOP

EDITABLE = (Kind.INPUT, Kind.TARGET, Kind.WEIGHT, Kind.BIAS, Kind.RATE)


@dataclass(frozen=True, eq=False)
class Subject:
    """A network with float64 parameters, one or more samples, the settings, and which neurons are switched off."""

    network: Network
    sample: Sample
    settings: ReplaySettings
    mask: Mask | None = None

    def walk(self) -> Walk:
        """All its steps. Raises :class:`SettingsError` for what doesn't fit together."""
        return build_walk(self.network, self.sample, self.settings, mask=self.mask)

    def with_value(self, quantity: Quantity, value: float, row: int = 0) -> Subject:
        """The subject with one given number changed: an input or target of sample ``row``, a weight, a bias, or the learning rate.

        A layer whose biases are one gets it for all its neurons. Raises :class:`SettingsError` for what is no number, and for numbers
        that are calculated.
        """
        if quantity.kind not in EDITABLE:
            raise SettingsError("replay", QT_TRANSLATE_NOOP("nn", "This number is calculated; change an input, a target, a weight, a bias or η."))
        if not math.isfinite(value):
            raise SettingsError("replay", QT_TRANSLATE_NOOP("nn", "Give a finite number, such as 0.75 or −2; {value} can't be used."), value=value)
        if quantity.kind is Kind.RATE:
            return replace(self, settings=replace(self.settings, learning_rate=value))
        if quantity.kind is Kind.INPUT:
            return replace(self, sample=Sample(_put(self.sample.inputs, row, quantity.unit, value), self.sample.targets))
        if quantity.kind is Kind.TARGET:
            return replace(self, sample=Sample(self.sample.inputs, _put(self.sample.targets, row, quantity.unit, value)))
        return replace(self, network=replace(self.network, params=self._edited(quantity, value)))

    def _edited(self, quantity: Quantity, value: float) -> NDArray[np.float64]:
        layout = self.network.architecture.layout
        params = np.array(self.network.params, dtype=np.float64)
        if quantity.kind is Kind.WEIGHT:
            params[layout.weight_index(quantity.layer, quantity.other, quantity.unit)] = value
            return read_only(params)
        biases = layout.biases(params, quantity.layer)
        if self.settings.biases is not BiasMode.PER_NEURON and (biases == biases[0]).all():
            biases[:] = value
        else:
            biases[quantity.unit] = value
        return read_only(params)


def _put(rows: NDArray[np.float64], row: int, column: int, value: float) -> NDArray[np.float64]:
    found = rows.copy()
    found[row, column] = value
    return found
