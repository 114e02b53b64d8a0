"""``python -m nn ablate``: what each hidden neuron of a saved network contributes."""

from __future__ import annotations

import re
from argparse import Namespace
from dataclasses import replace

import numpy as np

from nn.ablation import contributions, mask_of
from nn.backends.base import Engine
from nn.cli.experiment import data_from
from nn.cli.run import load_data, make_engine, print_json, shown
from nn.datasets.dataset import Prepared
from nn.errors import SettingsError
from nn.layout import Layout, Neuron
from nn.network import Ablation, Mask
from nn.settings import Experiment
from nn.storage.experiment import from_toml
from nn.storage.trained import prepared_for
from nn.storage.weights import SavedNetwork, load
from nn.text import QT_TRANSLATE_NOOP
from nn.training.snapshot import Contribution

MEASURES = ("loss", "test_loss", "accuracy", "test_accuracy")


def run(arguments: Namespace) -> int:
    saved = load(arguments.network)
    layout = saved.network.architecture.layout
    ablation = Ablation(frozenset(_neuron(name, layout) for name in arguments.off), arguments.mode)
    experiment = _experiment(saved, arguments)
    prepared = prepared_for(saved, load_data(experiment.data), experiment)
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


def _experiment(saved: SavedNetwork, arguments: Namespace) -> Experiment:
    """The experiment that the network was trained with, on the data that the flags say."""
    base = from_toml(saved.experiment_toml, arguments.network) if saved.experiment_toml else None
    data_flags = arguments.data or arguments.data_path or arguments.points
    if base is None and not data_flags:
        raise SettingsError("data", QT_TRANSLATE_NOOP("nn", "The file doesn't say what the network was trained on; name the data with --data."))
    base = base or Experiment()
    architecture = saved.network.architecture
    return replace(
        base,
        data=data_from(arguments, base.data),
        network=replace(base.network, output_activation=architecture.activations[-1]),
        training=replace(base.training, loss=architecture.loss),
        device=arguments.device or base.device,
        precision=arguments.dtype or base.precision,
    )


def _measures(engine: Engine, prepared: Prepared, ablation: Ablation) -> dict[str, object]:
    """The measures with the neurons of ``ablation`` off and the others on."""
    layout, dataset = engine.architecture.layout, prepared.dataset
    mask = mask_of(engine, prepared, ablation) or Mask.of(layout, Ablation())
    found: dict[str, object] = {}
    for prefix, part in (("", dataset.train), ("test_", dataset.test)):
        if len(part):
            loss, accuracy = engine.measure(prepared.inputs[part], prepared.targets[part], dataset.task, (mask,))
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
