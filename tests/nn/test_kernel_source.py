"""The source that can be shown is that of the code that runs, for each device, precision and size of network."""

from __future__ import annotations

import ast

import numpy as np
import pytest

from nn.backends.cpu import CpuEngine
from nn.backends.cpu_source import blas_layers, tile_of
from nn.backends.kernel_source import KernelSource, kernel_of
from nn.choices import Activation, Loss
from nn.network import Architecture


def network(*widths: int, loss: Loss = Loss.MSE) -> Architecture:
    last = Activation.SOFTMAX if loss is Loss.CROSS_ENTROPY else Activation.SIGMOID
    return Architecture(widths, (*(Activation.TANH,) * (len(widths) - 2), last), loss)


def functions(source: KernelSource) -> set[str]:
    """Every function whose source is shown, as Python reads it."""
    return {node.name for part in source.parts for node in ast.parse(part.source).body if isinstance(node, ast.FunctionDef)}


def facts(source: KernelSource) -> str:
    return "; ".join(f"{fact.label}: {fact.value}" for fact in source.facts)


def test_a_small_network_on_the_cpu_is_trained_by_loops_alone() -> None:
    found = kernel_of("cpu", network(2, 4, 8, 1), "float32", 500)
    assert {"train", "forward", "combine", "activate", "finish", "squared", "backward", "pull_back", "update", "adam"} <= functions(found)
    assert "transfer" not in functions(found)
    assert "Network: 2-4-8-1" in facts(found)
    assert "Products: the loops below" in facts(found)


def test_a_large_network_on_the_cpu_has_its_products_from_blas() -> None:
    architecture = network(784, 256, 10, loss=Loss.CROSS_ENTROPY)
    found = kernel_of("cpu", architecture, "float64", 64)
    assert blas_layers(architecture, 64) == (1, 2)
    assert "combine" not in functions(found)
    assert {"transfer", "_generate", "cross_entropy"} <= functions(found)
    assert "BLAS in every layer" in facts(found)
    mixed = kernel_of("cpu", network(64, 32, 2), "float32", 64)
    assert "BLAS in layers 1, the loops below in the others" in facts(mixed)
    assert {"combine", "transfer"} <= functions(mixed)


@pytest.mark.parametrize(("widths", "batch"), [((2, 4, 8, 1), 500), ((3, 40, 2), 7), ((20, 9000, 2), 300)])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_tile_is_the_engines_own(widths: tuple[int, ...], batch: int, dtype: str) -> None:
    architecture = network(*widths)
    engine = CpuEngine(architecture, np.zeros((batch, widths[0])), np.zeros((batch, widths[-1])), np.zeros(architecture.layout.size), np.dtype(dtype))
    assert tile_of(architecture, np.dtype(dtype), batch) == engine._width(batch)


@pytest.mark.parametrize(("batch", "launches"), [(500, "one for many steps"), (20_000, "several kernels a step")])
def test_a_gpu_with_long_batches_goes_by_layers(batch: int, launches: str) -> None:
    found = kernel_of("cuda", network(2, 4, 8, 1), "float32", batch)
    assert launches in facts(found)
    assert ("training_kernel" in functions(found)) is (batch == 500)


@pytest.mark.parametrize("loss", list(Loss))
@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_every_part_has_a_title_of_its_own_and_a_whole_sentence(device: str, loss: Loss) -> None:
    found = kernel_of(device, network(2, 100, 3, loss=loss), "float32", 128)
    assert len({str(part.title) for part in found.parts}) == len(found.parts) >= 5
    for text in (str(part.sentence) for part in found.parts):
        assert text.endswith(".")
        assert "{" not in text
    assert "{" not in facts(found)
