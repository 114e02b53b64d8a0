"""A network taken out of Train at one moment, with its data, to be walked through number by number."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nn.ablation import network_mask
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import floats
from nn.errors import SettingsError
from nn.network import Ablation, Mask, Network, read_only
from nn.replay.settings import BiasMode, Naming, ReplaySettings, Sample
from nn.replay.subject import Subject
from nn.settings import TrainingSettings
from nn.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, eq=False)
class Explained:
    """``network`` with float64 parameters; ``sample`` is a row of the data set; ``title`` names the run; ``mask``: what is switched off."""

    title: str
    network: Network
    prepared: Prepared
    sample: int
    training: TrainingSettings
    learning_rate: float
    mask: Mask | None = None

    @staticmethod
    def of(
        title: str, *, network: Network, prepared: Prepared, sample: int, training: TrainingSettings, learning_rate: float, ablation: Ablation
    ) -> Explained:
        """The network as it is, switched-off neurons and all."""
        exact = Network(network.architecture, read_only(np.array(network.params, dtype=np.float64)))
        return Explained(title, exact, prepared, sample, training, learning_rate, network_mask(exact, prepared, ablation))

    @property
    def samples(self) -> int:
        """How many samples the data set has."""
        return len(self.prepared.inputs)

    def settings(self) -> ReplaySettings:
        """The run's learning rate and penalties; plain gradient descent on this one sample, whatever the run's optimizer and batch."""
        return ReplaySettings(
            learning_rate=self.learning_rate, biases=BiasMode.PER_NEURON, l1=self.training.l1, l2=self.training.l2, naming=Naming.LAYER
        )

    def subject(self, settings: ReplaySettings | None = None) -> Subject:
        """What the walk is made of."""
        one = slice(self.sample, self.sample + 1)
        sample = Sample(floats(self.prepared.inputs[one]), floats(self.prepared.targets[one]))
        return Subject(self.network, sample, settings or self.settings(), self.mask)

    def at(self, sample: int) -> Explained:
        """The same network on another sample, counted from 0. Raises :class:`SettingsError` where there is none."""
        if not 0 <= sample < self.samples:
            raise SettingsError(
                "sample", QT_TRANSLATE_NOOP("nn", "There is no sample {number}; choose one from 1 to {most}."), number=sample + 1, most=self.samples
            )
        return replace(self, sample=sample)
