"""``python -m nn replay``: backpropagation step by step, of Matt Mazur's example or of a saved network."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any, BinaryIO

from nn.cli.places import DATA
from nn.cli.saved import open_saved
from nn.datasets.pixels import floats
from nn.errors import BadFile, SettingsError
from nn.replay import BiasMode, Naming, ReplaySettings, Sample, Trap, Walk, build_walk, mazur
from nn.replay.documents import Blanks, Content, DocumentFormat, write
from nn.storage.atomic import write_atomically
from nn.text import QT_TRANSLATE_NOOP

EXAMPLE = "mazur"


def run(arguments: Namespace) -> int:
    """Write the steps of backpropagation as a document. Returns the exit code."""
    walk = _example(arguments) if arguments.network == EXAMPLE else _of_saved(arguments)
    text = write(
        walk,
        DocumentFormat(arguments.format),
        Content(arguments.content or Content.EXAMPLE),
        digits=arguments.digits,
        title=arguments.title,
        blanks=Blanks(arguments.blanks),
    )
    if arguments.output is None:
        sys.stdout.write(text)
    else:
        _save(arguments.output, text)
    return 0


def _settings(arguments: Namespace, **defaults: Any) -> ReplaySettings:
    """What the flags say, and ``defaults`` where they say nothing."""
    given: dict[str, Any] = {"learning_rate": arguments.learning_rate, "biases": arguments.biases, "naming": arguments.naming}
    values = defaults | {name: value for name, value in given.items() if value is not None}
    return ReplaySettings(
        **values | {"biases": BiasMode(values["biases"]), "naming": Naming(values["naming"])},
        iterations=arguments.iterations,
        trap=Trap(arguments.trap),
        show=arguments.show or (1, 1),
    )


def _example(arguments: Namespace) -> Walk:
    if arguments.sample is not None or any(getattr(arguments, flag) is not None for flag in (*DATA, "seed")):
        raise SettingsError(
            "sample", QT_TRANSLATE_NOOP("nn", "The example has a sample of its own; leave out the flags for data, or name a network's file.")
        )
    usual = mazur.settings()
    settings = _settings(arguments, learning_rate=usual.learning_rate, biases=usual.biases, naming=usual.naming)
    return build_walk(mazur.network(), mazur.sample(), settings)


def _of_saved(arguments: Namespace) -> Walk:
    saved, experiment, prepared = open_saved(arguments)
    rows = _rows(arguments.sample, len(prepared.inputs))
    training = experiment.training
    settings = _settings(
        arguments,
        learning_rate=training.learning_rate,
        biases=BiasMode.PER_NEURON,
        naming=Naming.LAYER,
        reduction=training.reduction,
        l1=training.l1,
        l2=training.l2,
    )
    return build_walk(saved.network, Sample(floats(prepared.inputs[rows]), floats(prepared.targets[rows])), settings)


def _rows(samples: tuple[int, ...] | None, most: int) -> list[int]:
    """Row numbers from 0 of the samples that were asked for."""
    if samples is None:
        raise SettingsError("sample", QT_TRANSLATE_NOOP("nn", "Say which sample, from 1 to {most}."), most=most)
    for number in samples:
        if not 1 <= number <= most:
            raise SettingsError(
                "sample", QT_TRANSLATE_NOOP("nn", "There is no sample {number}; choose one from 1 to {most}."), number=number, most=most
            )
    return [number - 1 for number in samples]


def _save(path: str, text: str) -> None:
    def fill(file: BinaryIO) -> None:
        file.write(text.encode())

    try:
        write_atomically(Path(path), fill)
    except OSError as error:
        raise BadFile(
            path, QT_TRANSLATE_NOOP("nn", "{path} can't be written: {reason}. Choose another place."), reason=error.strerror or error
        ) from error
