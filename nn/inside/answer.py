"""The network's answer to one input, and what each neuron of the last hidden layer adds to it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn import metrics
from nn.choices import Task
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import floats, is_bytes
from nn.inside.passes import Numbers, Passes
from nn.inside.views import Answer, Floats
from nn.network import read_only


def drawn_input(prepared: Prepared, drawn: NDArray[np.floating], brightest: float = 1.0) -> Floats:
    """What the network sees, (n_in,), of a picture ``drawn`` (n_in,) with values from 0 to 1.

    ``brightest`` is the largest number of the data's pixels, which 1 stands for; bytes are seen as 0 to 1 as they are.
    Raises ``ValueError`` for another number of pixels than the data have.
    """
    pixels = prepared.dataset.raw.shape[1]
    if drawn.shape != (pixels,):
        raise ValueError(f"an input drawn by hand has {pixels} pixels here, not {drawn.shape}")
    if is_bytes(prepared.inputs):
        return np.array(drawn, dtype=np.float32)
    return np.array(prepared.transform.apply(drawn[np.newaxis] * brightest)[0], dtype=np.float32)


def sample_input(prepared: Prepared, sample: int) -> Floats:
    """What the network sees of a sample of the data set, (n_in,)."""
    return np.array(floats(prepared.inputs[sample : sample + 1], np.float32)[0], dtype=np.float32)


def target_class(prepared: Prepared, sample: int | None) -> int:
    """The true class of a sample, −1 without one and for regression."""
    labels = prepared.dataset.labels
    return int(labels[sample]) if sample is not None and prepared.dataset.task is Task.CLASSIFICATION and sample < len(labels) else -1


def answer(
    passes: Passes, passes_all_on: Passes, seen: Floats, *, task: Task, output: int | None = None, target: int = -1, drawn: bool = False
) -> Answer:
    """The answer to the input ``seen`` (n_in,); see :class:`~nn.inside.views.Answer`.

    ``passes`` have off what is switched off. ``output`` is the output that the terms are about; ``None``: the largest one. With one
    output ``winner`` is the class it stands for. A network without hidden layers has a term for each input.
    """
    architecture = passes.architecture
    points = seen[np.newaxis]
    last = architecture.layout.depth - 1
    present = _present(passes, last, points)
    outgoing, biases = passes.layers[last].weights, passes.layers[last].biases[:, 0]
    outputs = passes.outputs(passes.logits(points))[:, 0]
    about = int(outputs.argmax()) if output is None else min(max(output, 0), len(outputs) - 1)
    terms = outgoing[about] * present
    winner = metrics.classes(outputs[np.newaxis])[0] if task is Task.CLASSIFICATION else outputs.argmax()
    return Answer(
        input=read_only(np.array(seen, dtype=np.float32)),
        outputs=read_only(outputs.astype(np.float32)),
        outputs_all_on=read_only(passes_all_on.outputs(passes_all_on.logits(points))[:, 0].astype(np.float32)),
        winner=int(winner),
        target=target,
        about=about,
        logit=float(biases[about] + terms.sum(dtype=np.float64)),
        bias=float(biases[about]),
        terms=read_only(terms.astype(np.float32)),
        largest=read_only(np.argsort(-np.abs(terms), kind="stable")),
        drawn=drawn,
    )


def _present(passes: Passes, last: int, points: Numbers) -> Numbers:
    """What the neurons of layer ``last`` put out, (n,): with what is switched off off."""
    own = passes.own(last, points)[:, 0]
    if last == 0:
        return own
    dense = passes.layers[last - 1]
    return own if dense.gain is None or dense.hold is None else own * dense.gain[:, 0] + dense.hold[:, 0]
