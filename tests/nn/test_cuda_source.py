"""The kernels' source that can be shown is that of the kernels that run."""

import ast

import numpy as np
import pytest

from nn.backends import cuda_source
from nn.backends.source import SourcePart
from nn.choices import Activation, Loss
from nn.network import Architecture


def parts(*widths: int, dtype: type[np.floating] = np.float32) -> tuple[SourcePart, ...]:
    return cuda_source.parts(Architecture(widths, (Activation.SIGMOID,) * (len(widths) - 1), Loss.MSE), dtype)


@pytest.mark.parametrize(
    ("widths", "first", "names"),
    [
        ((2, 4, 8, 1), "The launch", {"training_kernel", "registers_gradient", "halving", "neuron_of", "answer_of", "update_of", "optimize"}),
        ((2, 100, 1), "The launch", {"training_kernel", "tile_gradient", "tile_forward", "warp_total", "neuron_of", "update_of"}),
        ((784, 256, 10), "The launch", {"grid_kernel", "multiplying", "sampling", "answering", "updating", "activate", "optimize"}),
        ((784, 2048, 10), "Forward", {"gather", "forward_kernel", "columns_by_columns", "answer", "backward_kernel", "accumulate_kernel", "update"}),
    ],
)
def test_every_part_of_a_step_is_there_as_python(widths, first, names):
    found = parts(*widths)
    assert str(found[0].title) == first
    defined = {node.name for part in found for node in ast.parse(part.source).body if isinstance(node, ast.FunctionDef)}
    assert names <= defined


def test_each_part_has_one_sentence_with_its_numbers():
    for widths in ((2, 4, 8, 1), (2, 100, 1), (784, 256, 10), (784, 2048, 10)):
        found = parts(*widths)
        for part in found:
            text = str(part.sentence)
            assert text.endswith(".")
            assert "{" not in text
        assert len({str(part.title) for part in found}) == len(found)
    assert "256 threads" in str(parts(2, 4, 8, 1)[0].sentence)
    assert str(parts(2, 100, 1)[1].sentence).startswith("32 samples")
    assert str(parts(2, 100, 1, dtype=np.float64)[1].sentence).startswith("16 samples")
