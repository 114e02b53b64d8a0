"""How good a network is on both parts of its data: when asked, and at moments of a run that cost it little."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from nn.backends.base import Engine
from nn.choices import Task
from nn.network import Ablation, Mask
from nn.training.accuracy import AccuracyRecorder
from nn.training.curve import CurveRecorder
from nn.training.pacing import Ration
from nn.training.snapshot import Measures

# After each of so many chunks at the start of a run the test loss is measured, whatever it costs.
FIRST_CHUNKS = 24
# The accuracy in training is that of so many samples; the training can't wait for all of them.
ACCURACY_SAMPLES = 1000

Part = tuple[NDArray[np.floating], NDArray[np.floating]]


class Evaluator:
    """Measures an engine's network over ``train`` and ``test``, each inputs (n, n_in) and targets (n, n_out); the test part may be empty.

    Masks are what is switched off; ``None`` is nothing.
    """

    def __init__(self, engine: Engine, task: Task, train: Part, test: Part) -> None:
        self._engine, self._task, self._train, self._test = engine, task, train, test
        self._all_on = Mask.of(engine.architecture.layout, Ablation())
        self._chunks = 0
        self._test_ration = Ration(per_second=1000.0, share=0.02)

    def measures(self, mask: Mask | None, most: int | None = None) -> Measures:
        """Loss and accuracy of both parts with the weights as they are; over the first ``most`` samples of each, if given."""
        train_loss, train_accuracy = self._measure(self._train, mask, most)
        test_loss, test_accuracy = self._measure(self._test, mask, most) if len(self._test[0]) else (np.nan, np.nan)
        return Measures(train_loss, test_loss, train_accuracy, test_accuracy)

    def _measure(self, part: Part, mask: Mask | None, most: int | None = None) -> tuple[float, float]:
        inputs, targets = part
        loss, accuracy = self._engine.measure(inputs[:most], targets[:most], self._task, (mask or self._all_on,))
        return float(loss[0]), float(accuracy[0])

    def watch(self, step: int, mask: Mask | None, curve: CurveRecorder, accuracies: AccuracyRecorder) -> None:
        """After a chunk that ended at ``step``: a point of the test curve and one of the accuracy in training, where the time is there."""
        self._watch_test(step, mask, curve, accuracies)
        if self._task is Task.CLASSIFICATION:
            accuracies.look(step, lambda: self._measure(self._train, mask, ACCURACY_SAMPLES)[1])

    def _watch_test(self, step: int, mask: Mask | None, curve: CurveRecorder, accuracies: AccuracyRecorder) -> None:
        """After each of the first chunks, which are short, so that a quick run has some points; then where cheap."""
        began = time.perf_counter()
        self._chunks += 1
        if len(self._test[0]) and (self._chunks <= FIRST_CHUNKS or self._test_ration.due(began)):
            loss, accuracy = self._measure(self._test, mask)
            if np.isfinite(loss):
                curve.add_test(step, loss)
            accuracies.add_test(step, accuracy)
            self._test_ration.spent(began, time.perf_counter())
