"""How the samples of one part are read: the confusion of classes, and how sure the network was."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn import metrics
from nn.choices import Task
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import floats
from nn.datasets.work import Work
from nn.inside.beside import Beside
from nn.inside.passes import SAMPLES, Passes, blocks, check, spread
from nn.inside.views import Classes, Floats
from nn.network import read_only

# It takes seconds to import, which is done on a thread beside from the first time on that it is asked for.
SCIKIT_LEARN = Beside("sklearn.metrics")


def classes(passes: Passes, prepared: Prepared, part: NDArray[np.int64], most: int | None = None, work: Work | None = None) -> Classes | None:
    """At most ``most`` samples of ``part`` (data-set numbers), evenly over it; ``None`` for regression and an empty part.

    ``confusion`` and so on are scikit-learn's. ``sure`` is the output of the class read; with one output, 1 − it for class 0.
    Raises ``Cancelled`` between two blocks of samples if ``work`` is given up.
    """
    dataset = prepared.dataset
    if dataset.task is not Task.CLASSIFICATION or not len(part):
        return None
    from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

    samples = spread(part, most)
    outputs, loss = _outputs(passes, prepared, samples, work)
    true, read = dataset.labels[samples].astype(np.int64), metrics.classes(outputs)
    labels = np.arange(len(dataset.class_names))
    precision, recall, _, _ = precision_recall_fscore_support(true, read, labels=labels, zero_division=np.nan)
    return Classes(
        confusion=read_only(confusion_matrix(true, read, labels=labels).astype(np.int64)),
        precision=read_only(np.asarray(precision, dtype=np.float64)),
        recall=read_only(np.asarray(recall, dtype=np.float64)),
        samples=read_only(np.array(samples, dtype=np.int64)),
        true=read_only(true),
        read=read_only(read),
        sure=read_only(_sure(outputs, read)),
        accuracy=float((true == read).mean()),
        loss=loss,
    )


def _outputs(passes: Passes, prepared: Prepared, samples: NDArray[np.int64], work: Work | None) -> tuple[Floats, float]:
    """The outputs (n, K) for ``samples`` and their mean loss."""
    found = np.empty((len(samples), passes.architecture.widths[-1]), dtype=np.float32)
    total = 0.0
    for block in blocks(len(samples), 1, SAMPLES):
        check(work, block.start / len(samples))
        places = samples[block]
        z = passes.logits(floats(prepared.inputs[places], passes.dtype))
        total += float(passes.mean_losses(z, prepared.targets[places])) * len(places)
        found[block] = passes.outputs(z).T
    return found, total / len(samples)


def _sure(outputs: Floats, read: NDArray[np.int64]) -> Floats:
    if outputs.shape[1] == 1:
        return np.where(read == 1, outputs[:, 0], 1.0 - outputs[:, 0]).astype(np.float32)
    return np.take_along_axis(outputs, read[:, np.newaxis], axis=1)[:, 0].astype(np.float32)
