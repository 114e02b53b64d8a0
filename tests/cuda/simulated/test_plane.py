"""The cost over a plane through the parameters, all places in one launch, is the oracle's at each."""

import numpy as np
import pytest
from problems import agree, mask_of, problem
from test_questions import Counted

from nn.backends import cuda_faults, cuda_maps, cuda_plane, cuda_walk_maps
from nn.choices import Activation, Loss, Task
from nn.errors import DeviceUnavailable
from nn.text import Sentence

PLACES = np.array([[0.0, 0.5, -1.0, 2.0, 0.1], [0.0, -0.2, 1.0, 0.3, 0.1]])


def asked(given, mask=None, **more):
    random = np.random.default_rng(1)
    vectors = (given.params, *random.normal(size=(2, given.params.size)))
    found = cuda_plane.losses(given.architecture, given.inputs, given.targets, vectors, PLACES, mask, **more)
    masks = (mask_of(given.architecture) if mask is None else mask,)
    each = [vectors[0] + a * vectors[1] + b * vectors[2] for a, b in PLACES.T]
    wanted = [given.oracle().measure(given.inputs, given.targets, Task.CLASSIFICATION, masks, params)[0][0] for params in each]
    return found, np.array(wanted)


@pytest.mark.parametrize("off", [False, True])
def test_every_place_in_one_launch(monkeypatch, off):
    launches, make = [], cuda_maps.plane_kernel
    monkeypatch.setattr(cuda_maps, "plane_kernel", lambda plan: Counted(make(plan), launches))
    given = problem((2, 3, 2), output=Activation.SOFTMAX, loss=Loss.CROSS_ENTROPY, samples=5)
    agree(*asked(given, mask_of(given.architecture, (1, 1), hold=0.3) if off else None), 1e-12)
    assert len(launches) == 1


def test_a_large_grid_comes_in_several_launches_and_can_be_stopped(monkeypatch):
    monkeypatch.setattr(cuda_plane, "MOST_PRODUCTS", 2 * 13 * 5)  # two places: (2, 3, 1) has 13 parameters
    shares = []
    agree(*asked(problem((2, 3, 1), samples=5), tell=shares.append), 1e-12)
    assert shares == [0.0, 0.4, 0.8]


@pytest.mark.parametrize("off", [False, True])
def test_every_place_of_a_larger_network_in_one_launch(monkeypatch, off):
    launches, make = [], cuda_walk_maps.measure_kernel
    monkeypatch.setattr(cuda_plane, "plan_for", lambda *_: None)
    monkeypatch.setattr(cuda_walk_maps, "measure_kernel", lambda *known: Counted(make(*known), launches))
    given = problem((2, 5, 3, 2), output=Activation.SOFTMAX, loss=Loss.CROSS_ENTROPY, samples=5)
    agree(*asked(given, mask_of(given.architecture, (1, 1), hold=0.3) if off else None), 1e-12)
    assert len(launches) == 1


def test_a_gpu_that_was_given_up_is_not_asked(monkeypatch):
    monkeypatch.setattr(cuda_faults, "_given_up", [(Sentence("{name} failed.", {"name": "a GPU"}), None)])
    with pytest.raises(DeviceUnavailable, match="a GPU failed"):
        asked(problem((2, 3, 1)))
