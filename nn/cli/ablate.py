"""``python -m nn ablate``: what each hidden neuron of a saved network contributes."""

from __future__ import annotations

import re
from argparse import Namespace
from dataclasses import replace

import numpy as np

from nn.ablation import contributions, mask_of
from nn.backends.base import Engine
from nn.cli.run import make_engine, print_json, shown
from nn.cli.saved import open_saved
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import rows
from nn.errors import SettingsError
from nn.layout import Layout, Neuron
from nn.network import Ablation, Mask
from nn.text import QT_TRANSLATE_NOOP
from nn.training.snapshot import Contribution

MEASURES = ("loss", "test_loss", "accuracy", "test_accuracy")


def run(arguments: Namespace) -> int:
    """Print what each hidden neuron of a saved network contributes. Returns the exit code."""
    saved, experiment, prepared = open_saved(arguments)
    experiment = replace(experiment, device=arguments.device or experiment.device, precision=arguments.dtype or experiment.precision)
    layout = saved.network.architecture.layout
    ablation = Ablation(frozenset(_neuron(name, layout) for name in arguments.off), arguments.mode)
    engine = make_engine(experiment, prepared, saved.network.architecture, saved.network.params)
    try:
        result = _measures(engine, prepared, ablation)
        neurons = contributions(engine, prepared, ablation)
    finally:
        engine.close()
    if arguments.json:
        names = sorted(_name(neuron) for neuron in ablation.off)
        print_json({**result, "mode": ablation.mode.value, "off": names, "neurons": [_record(found) for found in neurons]})
    else:
        _print(result, neurons)
    return 0


def _neuron(name: str, layout: Layout) -> Neuron:
    match = re.fullmatch(r"h(\d+)\.(\d+)", name)
    neuron = Neuron(int(match[1]), int(match[2]) - 1) if match else None
    if neuron is not None and neuron in layout.hidden():
        return neuron
    raise SettingsError(
        "off", QT_TRANSLATE_NOOP("nn", "There is no hidden neuron {name}; h1.2 is the second one of the first hidden layer."), name=name
    )


def _measures(engine: Engine, prepared: Prepared, ablation: Ablation) -> dict[str, object]:
    """The measures with the neurons of ``ablation`` off and the others on."""
    layout, dataset = engine.architecture.layout, prepared.dataset
    mask = mask_of(engine, prepared, ablation) or Mask.of(layout, Ablation())
    found: dict[str, object] = {}
    for prefix, part in (("", dataset.train), ("test_", dataset.test)):
        if len(part):
            loss, accuracy = engine.measure(rows(prepared.inputs, part), rows(prepared.targets, part), dataset.task, (mask,))
        else:
            loss = accuracy = np.array([np.nan])
        found |= {f"{prefix}loss": float(loss[0]), f"{prefix}accuracy": float(accuracy[0])}
    return found


def _name(neuron: Neuron) -> str:
    return f"h{neuron.layer}.{neuron.index + 1}"


def _record(found: Contribution) -> dict[str, object]:
    numbers = {f"{kind}_{measure}": getattr(found, f"{kind}_{measure}") for kind in ("delta", "alone") for measure in MEASURES}
    return {"layer": found.neuron.layer, "index": found.neuron.index, "name": _name(found.neuron), **numbers}


def _print(result: dict[str, object], neurons: tuple[Contribution, ...]) -> None:
    print(", ".join(f"{name.replace('_', ' ')} {shown(float(str(value)))}" for name, value in result.items()))
    print(f"{'off':8}" + "".join(f"{'Δ ' + measure.replace('_', ' '):>18}" for measure in MEASURES))
    for found in neurons:
        print(f"{_name(found.neuron):8}" + "".join(f"{shown(getattr(found, f'delta_{measure}'), '+.5g'):>18}" for measure in MEASURES))
