"""A network's surface where the run trains on a GPU: asked for there in one go, and made on the CPU where the GPU can't."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import numpy as np
import pytest

from nn import backends
from nn.choices import Activation, DataKind, Loss
from nn.datasets import load
from nn.datasets.prepare import prepare
from nn.errors import DeviceUnavailable
from nn.landscape.network import of_network
from nn.landscape.plane import two_weights
from nn.network import Architecture, Network
from nn.settings import DataSettings, Experiment


@pytest.mark.parametrize("answer", [DeviceUnavailable("{name} failed.", name="a GPU"), 0.25], ids=["failed", "answers"])
def test_the_gpu_is_asked_once_and_the_cpu_where_it_can_not_answer(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    asked = []

    def losses(_network: object, _inputs: object, _targets: object, _vectors: object, places: np.ndarray, *_: object, **_more: object) -> object:
        asked.append(places.shape)
        if isinstance(answer, Exception):
            raise answer
        return places[0] * places[1]

    gpu = SimpleNamespace(losses=losses)
    monkeypatch.setitem(sys.modules, "nn.backends.cuda_plane", gpu)
    monkeypatch.setattr(backends, "cuda_plane", gpu, raising=False)
    experiment = Experiment(DataSettings(DataKind.MOONS, samples=40))
    prepared = prepare(load(experiment.data), experiment)
    architecture = Architecture((2, 3, 1), (Activation.TANH, Activation.SIGMOID), Loss.BINARY_CROSS_ENTROPY)
    network = Network(architecture, np.random.default_rng(0).normal(size=architecture.layout.size))
    there, here = (of_network(network, prepared, two_weights(network, 0, 1), resolution=5, gpu=gpu) for gpu in (True, False))
    assert asked == [(2, 25)]
    wanted = np.outer(there.ys, there.xs) if answer == 0.25 else here.costs
    assert np.allclose(there.costs, wanted)
