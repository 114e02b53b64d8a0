"""``python -m nn train``."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from nn import build
from nn.cli.experiment import experiment_from
from nn.cli.run import fetch_data, load_data, make_engine, print_json, shown
from nn.datasets.prepare import prepare
from nn.errors import BadFile, TrainingDiverged
from nn.initializers import initial
from nn.settings import Experiment
from nn.text import QT_TRANSLATE_NOOP
from nn.training.snapshot import StopReason
from nn.training.trainer import Trainer

DIVERGED, INTERRUPTED = 1, 130
LOSS_EVERY = 0.5  # seconds between two losses on the progress bar


def run(arguments: Namespace) -> int:
    """Train a network and print how it went. Returns the exit code."""
    experiment = experiment_from(arguments)
    _check_folder(arguments.save)
    if arguments.write_experiment:
        from nn.storage.experiment import write

        write(arguments.write_experiment, experiment)
    if arguments.fetch:
        fetch_data(experiment.data)
    trainer = _trainer(experiment)
    try:
        reason = _train(trainer)
        if arguments.save and reason is not StopReason.DIVERGED:
            _save(arguments.save, experiment, trainer)
        result = _result(experiment, trainer, reason)
    finally:
        trainer.engine.close()
    print_json(result) if arguments.json else _print(result)
    return {StopReason.DIVERGED: DIVERGED, StopReason.USER: INTERRUPTED}.get(reason, 0)


def _check_folder(path: str | None) -> None:
    """Raise ``BadFile`` if ``path`` can't be saved to: better before the training than after it."""
    if path is not None and (not Path(path).parent.is_dir() or Path(path).is_dir()):
        raise BadFile(
            path, QT_TRANSLATE_NOOP("nn", "{path} can't be written: its folder isn't there, or it is a folder itself; choose another place.")
        )


def _trainer(experiment: Experiment) -> Trainer:
    prepared = prepare(load_data(experiment.data), experiment)
    architecture = build.architecture_for(experiment, prepared)
    batch, notice = build.batch_size(experiment, len(prepared.dataset.train))
    if notice is not None:
        print(notice, file=sys.stderr)
    params = initial(architecture, experiment.network, experiment.seed)
    engine = make_engine(experiment, prepared, architecture, params)
    return Trainer(replace(experiment, training=replace(experiment.training, batch_size=batch)), prepared, engine)


def _train(trainer: Trainer) -> StopReason:
    """Train with a progress bar on a terminal. Ctrl-C stops, and what was learnt until then is reported."""
    bar = _Bar(trainer)
    try:
        return trainer.run_to_stop(bar.show)
    except TrainingDiverged as error:
        bar.close()
        print(error, file=sys.stderr)
        return StopReason.DIVERGED
    except KeyboardInterrupt:
        return StopReason.USER
    finally:
        bar.close()


class _Bar:
    """A progress bar on standard error; nothing where that is no terminal."""

    def __init__(self, trainer: Trainer) -> None:
        self._bar: Any = None
        self._next = 0.0
        if sys.stderr.isatty():
            from tqdm import tqdm

            stop = trainer.settings.stop
            total, self._unit = (stop.epochs, "epoch") if stop.epochs or not stop.steps else (stop.steps, "step")
            self._bar = tqdm(total=total, unit=f" {self._unit}s", file=sys.stderr, leave=False)

    def show(self, trainer: Trainer) -> None:
        if self._bar is None:
            return
        done = int(trainer.epoch) if self._unit == "epoch" else trainer.step
        self._bar.update(done - self._bar.n)
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + LOSS_EVERY
            self._bar.set_postfix_str(f"loss {trainer.measures().train_loss:.4g}")

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()


def _save(path: str, experiment: Experiment, trainer: Trainer) -> None:
    from nn.storage.trained import trained
    from nn.storage.weights import save

    save(path, trained(experiment, trainer.prepared, trainer.engine.architecture, trainer.params(), trainer.step))


def _result(experiment: Experiment, trainer: Trainer, reason: StopReason) -> dict[str, object]:
    measures = trainer.measures()
    engine, epochs = trainer.engine, trainer.epoch
    return {
        "loss": measures.train_loss,
        "test_loss": measures.test_loss,
        "accuracy": measures.train_accuracy,
        "test_accuracy": measures.test_accuracy,
        "epochs": int(epochs) if float(epochs).is_integer() else epochs,
        "steps": trainer.step,
        "seconds": trainer.seconds,
        "samples_per_second": trainer.samples_per_second,
        "device": engine.device,
        "device_name": engine.device_name,
        "dtype": str(engine.dtype),
        "stopped_by": reason.value,
        "seed": experiment.seed,
        "data_seed": experiment.data.seed,
        "widths": list(engine.architecture.widths),
        "parameters": engine.architecture.layout.size,
        "batch_size": trainer.settings.batch_size,
        "train_samples": len(trainer.prepared.dataset.train),
        "test_samples": len(trainer.prepared.dataset.test),
    }


def _print(result: dict[str, Any]) -> None:
    widths = "–".join(str(width) for width in result["widths"])
    print(f"network   {widths}, {result['parameters']} parameters, {result['dtype']} on {result['device_name']}")
    print(f"loss      {shown(result['loss'])}   test {shown(result['test_loss'])}")
    print(f"accuracy  {shown(result['accuracy'], '.1%')}   test {shown(result['test_accuracy'], '.1%')}")
    print(f"stopped   by {result['stopped_by']} after {result['epochs']:g} epochs, {result['steps']} steps")
    print(f"speed     {result['seconds']:.3g} s, {result['samples_per_second']:.3g} samples/s")
