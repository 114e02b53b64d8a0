"""Maps and measures of networks that outgrow a thread's registers: tiles of samples through all layers, in one launch."""

from dataclasses import replace

import numpy as np
import pytest
from problems import agree, mask_of, problem

from nn.backends import cuda_plan, cuda_walk_maps
from nn.choices import Activation, Loss, Task

ENDS = [
    problem((2, 5, 3), output=Activation.SOFTMAX, loss=Loss.CROSS_ENTROPY, samples=7),
    problem((5, 3, 6, 1), output=Activation.SIGMOID, loss=Loss.BINARY_CROSS_ENTROPY, samples=4),
    problem((3, 4), output=Activation.SOFTMAX, loss=Loss.MSE, samples=2),
]


@pytest.fixture(params=["by-layers", "tile"])
def engine_of(request, monkeypatch):
    """Data lie by rows where no block holds the network, else by columns."""
    monkeypatch.setattr(cuda_plan, "MOST_SUMS", {4: 0, 8: 0})
    return lambda given, dtype=np.float64: given.cuda(dtype, one_launch=request.param == "tile")


def masks_of(given):
    architecture = given.architecture
    if len(architecture.widths) == 2:
        return (mask_of(architecture), mask_of(architecture))
    return (
        mask_of(architecture),
        mask_of(architecture, (1, 0)),
        mask_of(architecture, (1, 0), (1, 2), hold=0.5),
        mask_of(architecture, (1, 1), hold=-1.0),
    )


@pytest.mark.parametrize("given", ENDS)
def test_outputs_and_all_neurons(engine_of, given):
    engine, oracle = engine_of(given), given.oracle()
    assert type(engine._maps) is cuda_walk_maps.WalkedMaps
    for mask in (None, masks_of(given)[-1]):
        agree(engine.outputs(given.inputs, mask=mask), oracle.outputs(given.inputs, mask=mask), 1e-12)
        agree(engine.neurons(given.inputs, given.params * 0.5, mask), oracle.neurons(given.inputs, given.params * 0.5, mask), 1e-12)
    assert engine.outputs(given.inputs[:0]).shape == (0, given.architecture.widths[-1])


# Two blocks: of few samples under many masks they share the masks out, of many samples the samples.
@pytest.mark.parametrize("samples", [2, 4, 9])
@pytest.mark.parametrize("given", ENDS)
def test_measures_under_many_masks(engine_of, given, samples):
    engine, oracle, data = engine_of(given), given.oracle(), np.random.default_rng(samples)
    inputs = data.normal(size=(samples, given.inputs.shape[1]))
    targets = np.resize(given.targets, (samples, given.targets.shape[1]))
    found = engine.measure(inputs, targets, Task.CLASSIFICATION, masks_of(given))
    agree(found, oracle.measure(inputs, targets, Task.CLASSIFICATION, masks_of(given)), 1e-12)


def test_what_takes_too_long_or_too_much_memory_comes_in_several_launches(engine_of, monkeypatch):
    monkeypatch.setattr("nn.backends.cuda_passes.LARGEST_BUFFER", 6 * 4)
    given = replace(ENDS[1], inputs=ENDS[0].inputs[:, [0, 1, 0, 1, 0]], targets=np.resize(ENDS[1].targets, (7, 1)))
    engine, oracle = engine_of(given), given.oracle()
    monkeypatch.setattr(cuda_walk_maps, "MOST_PRODUCTS", 2 * 4 * 31)  # two masks at a time, under four samples
    arguments = (given.inputs, given.targets, Task.CLASSIFICATION, masks_of(given))
    agree(engine.measure(*arguments), oracle.measure(*arguments), 1e-12)
    agree(engine.neurons(given.inputs), oracle.neurons(given.inputs), 1e-12)
    agree(engine.outputs(given.inputs), oracle.outputs(given.inputs), 1e-12)


def test_results_are_of_the_engines_dtype(engine_of):
    given = ENDS[0]
    found = engine_of(given, np.float32).neurons(given.inputs)
    assert found.dtype == np.float32
    agree(found, given.oracle().neurons(given.inputs), 1e-5)
