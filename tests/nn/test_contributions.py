"""What each neuron contributes, derived again one mask at a time; the number of neurons measured at once changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from nn import ablation
from nn.choices import AblationMode
from nn.datasets.pixels import rows
from nn.layout import Neuron
from nn.network import Ablation, Mask
from nn.settings import TrainingSettings
from nn.training.observer import Observer
from tests.nn.runs import trainer_of

OFF = frozenset({Neuron(1, 2), Neuron(2, 0)})


@pytest.mark.parametrize("mode", list(AblationMode))
def test_contributions_are_those_of_the_masks_one_by_one(mode: AblationMode, monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = trainer_of(TrainingSettings())
    engine, prepared, present = trainer.engine, trainer.prepared, Ablation(OFF, mode)
    layout = engine.architecture.layout
    held = ablation.means(engine, rows(prepared.inputs, prepared.dataset.train))

    def loss(off: frozenset[Neuron]) -> float:
        mask = Mask.of(layout, Ablation(off, mode), held)
        return float(engine.measure(*trainer.train_arrays, prepared.dataset.task, (mask,))[0][0])

    found = ablation.contributions(engine, prepared, present)
    assert [one.neuron for one in found] == list(layout.hidden())
    for one in found:
        layer = frozenset(neuron for neuron in layout.hidden() if neuron.layer == one.neuron.layer)
        np.testing.assert_allclose(one.delta_loss, loss(OFF | {one.neuron}) - loss(OFF - {one.neuron}), atol=1e-12)
        np.testing.assert_allclose(one.alone_loss, loss((OFF | layer) - {one.neuron}), atol=1e-12)
    monkeypatch.setattr(ablation, "MASK_NUMBERS", 1)
    assert ablation.contributions(engine, prepared, present) == found


def test_the_first_picture_of_a_wide_network_waits_for_few_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    most: list[int] = []
    monkeypatch.setattr(ablation, "contributions", lambda *_a, most_=most, most: most_.append(most) or ())
    for width in (4, 4096):
        Observer(trainer_of(TrainingSettings(), (width,)))._contribute()
    assert most[0] == 50_000 and 1 <= most[1] < 100
