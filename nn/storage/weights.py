"""Networks as .npz files: NumPy arrays and a JSON header, nothing that could run code.

``header`` (uint8) is JSON in UTF-8 and says what the network is; ``params`` is its parameter vector in the order of
:class:`nn.layout.Layout`; ``mean`` and ``scale`` standardise inputs, ``target_mean`` and ``target_scale`` undo it for
outputs. Any program that reads .npz files can open them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn.choices import Activation, Feature, Loss
from nn.datasets.dataset import Transform
from nn.errors import BadFile
from nn.network import Architecture, Network, read_only
from nn.storage import npz
from nn.storage.atomic import write_atomically
from nn.storage.header import Header
from nn.text import QT_TRANSLATE_NOOP, Sentence

Array: TypeAlias = NDArray[np.float64]
Parts: TypeAlias = Mapping[str, NDArray[Any]]

FORMAT = "neurolupa-network"
VERSION = 1
OUTPUTS = {Loss.BINARY_CROSS_ENTROPY: Activation.SIGMOID, Loss.CROSS_ENTROPY: Activation.SOFTMAX}


def _empty() -> Array:
    return read_only(np.empty(0))


@dataclass(frozen=True)
class SavedNetwork:
    """A network and what is needed to use it on new data and to go on from it.

    ``experiment_toml`` is the experiment as TOML text, or ""; ``step`` counts the updates done. ``feature_names`` are the raw
    columns, before ``transform`` makes inputs of them. A regression output means output·``target_scale`` + ``target_mean``,
    both (n_out,), or (0,) where nothing was standardised. ``notes`` are sentences for the person: what was assumed of a network that
    another program saved; they aren't saved.
    """

    network: Network
    experiment_toml: str = ""
    step: int = 0
    transform: Transform | None = None
    feature_names: tuple[str, ...] = ()
    class_names: tuple[str, ...] = ()
    target_mean: Array = field(default_factory=_empty)
    target_scale: Array = field(default_factory=_empty)
    notes: tuple[Sentence, ...] = ()


def save(path: Path | str, saved: SavedNetwork) -> None:
    """Write ``saved`` to ``path``, replacing what is there only when all is written.

    Raises :class:`BadFile` when the file can't be written, or holds a number that :func:`load` would refuse.
    """
    path = Path(path)
    parts = _parts(saved)
    for name in parts:
        _check_finite(path, parts, name)
    try:
        write_atomically(path, lambda file: npz.write(file, parts))
    except OSError as error:
        raise BadFile(
            str(path), QT_TRANSLATE_NOOP("nn", "{path} can't be written: {reason}. Choose another place."), reason=error.strerror or error
        ) from error


def _parts(saved: SavedNetwork) -> dict[str, NDArray[Any]]:
    params = saved.network.params
    parts: dict[str, NDArray[Any]] = {
        "header": np.frombuffer(json.dumps(_header(saved)).encode(), dtype=np.uint8),
        "params": params.astype(params.dtype.newbyteorder("<")),
        "target_mean": saved.target_mean.astype("<f8"),
        "target_scale": saved.target_scale.astype("<f8"),
    }
    if saved.transform is not None:
        parts["mean"], parts["scale"] = saved.transform.mean.astype("<f8"), saved.transform.scale.astype("<f8")
    return parts


def _header(saved: SavedNetwork) -> dict[str, object]:
    architecture, transform = saved.network.architecture, saved.transform
    return {
        "format": FORMAT,
        "version": VERSION,
        "widths": architecture.widths,
        "activations": architecture.activations,
        "loss": architecture.loss,
        "step": saved.step,
        "feature_names": saved.feature_names,
        "class_names": saved.class_names,
        "input_names": transform.input_names if transform else (),
        "extra_features": transform.features if transform else (),
        "experiment": saved.experiment_toml,
    }


def load(path: Path | str) -> SavedNetwork:
    """Read what :func:`save` wrote. Raises :class:`BadFile` unless everything in it is whole and fits together."""
    path = Path(path)
    parts = npz.read(path)
    header = Header(str(path), _part(path, parts, "header"))
    header.check_format(FORMAT, VERSION)
    architecture = _architecture(header)
    targets = 0 if _part(path, parts, "target_mean").size == 0 else architecture.widths[-1]
    return SavedNetwork(
        Network(architecture, _vector(path, parts, "params", architecture.layout.size)),
        header.text("experiment"),
        header.whole("step", least=0),
        _transform(path, parts, header, architecture) if "mean" in parts else None,
        header.texts("feature_names"),
        header.texts("class_names"),
        _doubles(path, parts, "target_mean", targets),
        _doubles(path, parts, "target_scale", targets),
    )


def _architecture(header: Header) -> Architecture:
    widths = header.wholes("widths", least=1)
    activations = header.choices("activations", Activation)
    loss = header.choice("loss", Loss)
    if len(widths) < 2:
        raise header.wrong("widths")
    if len(activations) != len(widths) - 1 or Activation.SOFTMAX in activations[:-1] or OUTPUTS.get(loss, activations[-1]) is not activations[-1]:
        raise header.wrong("activations")
    return Architecture(widths, activations, loss)


def _transform(path: Path, parts: Parts, header: Header, architecture: Architecture) -> Transform:
    extra = header.choices("extra_features", Feature)
    names = header.texts("input_names")
    columns = architecture.widths[0] - len(extra)
    if columns < (2 if extra else 1):  # extra features are made of columns 1 and 2
        raise header.wrong("extra_features")
    if len(names) != architecture.widths[0]:
        raise header.wrong("input_names")
    return Transform(_doubles(path, parts, "mean", columns), _doubles(path, parts, "scale", columns), extra, names)


def _part(path: Path, parts: Parts, name: str) -> NDArray[Any]:
    if name not in parts:
        raise BadFile(str(path), QT_TRANSLATE_NOOP("nn", "{path} isn't a saved network: it has no {part}. Choose another file."), part=name)
    return parts[name]


def _vector(path: Path, parts: Parts, name: str, size: int) -> NDArray[np.floating]:
    """The finite numbers in part ``name``, shape (size,), read-only."""
    found = _part(path, parts, name)
    if found.shape != (size,) or found.dtype.kind != "f":
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP("nn", "The part {part} of {path} must be {needed} numbers in a row; it has the shape {shape}. Choose another file."),
            part=name,
            needed=size,
            shape=found.shape,
        )
    _check_finite(path, parts, name)
    return found


def _doubles(path: Path, parts: Parts, name: str, size: int) -> Array:
    return read_only(_vector(path, parts, name, size).astype(np.float64))


def _check_finite(path: Path, parts: Parts, name: str) -> None:
    wrong = np.flatnonzero(~np.isfinite(parts[name]))
    if name in ("scale", "target_scale"):
        wrong = np.flatnonzero(~np.isfinite(parts[name]) | (parts[name] == 0))  # inputs are divided by it
    if wrong.size:
        place = int(wrong[0])
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP(
                "nn", "Number {place} of {part} for {path} is {value}, which can't be used. Go back to an earlier state of the network."
            ),
            place=place + 1,
            part=name,
            value=float(parts[name][place]),
        )
