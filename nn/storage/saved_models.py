"""Networks that other programs saved with ``numpy.savez``: arrays of weights and biases, and nothing that says what they are.

Two ways of naming are known: ``savez(path, W1, W2, …, b1, b2, …)``, which names its arrays ``arr_0``, ``arr_1``…, and names with
a number, such as ``W1``… and ``b1``…. A weight array may be (n_in, n_out) or (n_out, n_in): the biases, of which there is one per output,
and the layers' chain tell which.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn.choices import Activation, Loss
from nn.errors import BadFile
from nn.network import Architecture, Network, read_only
from nn.storage import npz, weights
from nn.storage.weights import SavedNetwork
from nn.text import QT_TRANSLATE_NOOP, Sentence

Arrays: TypeAlias = Sequence[NDArray[Any]]
Layers: TypeAlias = tuple[Arrays, Arrays]  # weights and biases

WEIGHT_NAMES = frozenset({"w", "weight", "weights", "kernel", "kernels", "coef", "coefs", "omega", "omegas"})
BIAS_NAMES = frozenset({"b", "bias", "biases", "intercept", "intercepts"})
BAD_WEIGHT = QT_TRANSLATE_NOOP("nn", "A weight in layer {number} of {path} is {value}, which can't be used. Save an earlier state of the network.")
BAD_BIAS = QT_TRANSLATE_NOOP("nn", "A bias in layer {number} of {path} is {value}, which can't be used. Save an earlier state of the network.")
_NUMBERED = re.compile(r"([A-Za-z]+)[_\-\[]*(\d{0,6})\]?")
_ASSUMED = Activation.SIGMOID


def load(path: Path | str) -> SavedNetwork:
    """The network in an .npz file, of this program or another. Raises ``BadFile``.

    Another program's has no experiment, no names and no transform; its layers are taken to be sigmoid and its loss the mean squared
    error, and ``notes`` say so.
    """
    path = Path(path)
    names = npz.names(path)
    if "header" in names:
        return weights.load(path)
    found = npz.read(path, allowed=_Plain(path))
    parameters, turned, guessed = _chained(path, *_layers(path, found))
    widths = (parameters[0][0].shape[0], *(weight.shape[1] for weight, _ in parameters))
    architecture = Architecture(widths, (_ASSUMED,) * len(parameters), Loss.MSE)
    params = np.concatenate([part.ravel() for layer in parameters for part in layer]).astype(np.float64)
    return SavedNetwork(Network(architecture, read_only(params)), notes=_notes(path, widths, turned, guessed))


class _Plain:
    """Which arrays may be read: real numbers. Objects would have to be unpickled, which runs whatever the file says."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, dtype: np.dtype[Any]) -> bool:
        if dtype.hasobject:
            raise BadFile(
                str(self._path),
                QT_TRANSLATE_NOOP(
                    "nn",
                    "{path} holds Python objects (a list of arrays), and reading them could run any program hidden in the file;"
                    " save each array by itself: numpy.savez(name, *weights, *biases).",
                ),
            )
        if dtype.kind not in "fiu":
            raise BadFile(
                str(self._path),
                QT_TRANSLATE_NOOP("nn", "{path} holds values of the kind {kind}, and weights are real numbers; choose another file."),
                kind=dtype.name,
            )
        return True


def _layers(path: Path, found: Mapping[str, NDArray[Any]]) -> Layers:
    """Which arrays are weights and which biases, first layer first."""
    unnamed = [found[name] for name in sorted(found, key=_place) if re.fullmatch(r"arr_\d{1,6}", name)]
    if unnamed and len(unnamed) == len(found):
        return _halves(path, unnamed)
    named = _by_name(found)
    if named is None or len(named[0]) != len(named[1]):
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP(
                "nn",
                "{path} isn't a saved network: it needs as many arrays of biases as of weights, called W1, W2, … and b1, b2, …;"
                " it has {names}. Save it with numpy.savez(name, W1, W2, …, b1, b2, …).",
            ),
            names=_few(list(found)),
        )
    return named


def _halves(path: Path, arrays: Arrays) -> Layers:
    """The weights, then the biases; or a weight array and its biases in turn, where that alone can be."""
    if len(arrays) % 2:
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP(
                "nn", "{path} isn't a saved network: it has {count} arrays, and each layer needs two, its weights and its biases. Save both."
            ),
            count=len(arrays),
        )
    half = len(arrays) // 2
    in_turn = arrays[::2], arrays[1::2]
    return in_turn if half > 1 and _could_be(*in_turn) and not _could_be(arrays[:half], arrays[half:]) else (arrays[:half], arrays[half:])


def _could_be(weight: Arrays, bias: Arrays) -> bool:
    return all(w.ndim == 2 and b.size in w.shape for w, b in zip(weight, bias, strict=True))


def _by_name(found: Mapping[str, NDArray[Any]]) -> Layers | None:
    """Arrays with names such as w0 or bias_2, by their numbers; ``None`` if there are no weights. Others are left aside."""
    sides: dict[bool, list[tuple[int, NDArray[Any]]]] = {True: [], False: []}
    for name, array in found.items():
        match = _NUMBERED.fullmatch(name)
        kind = match[1].lower() if match else ""
        if match and (kind in WEIGHT_NAMES or kind in BIAS_NAMES):
            sides[kind in WEIGHT_NAMES].append((int(match[2] or 0), array))
    if not sides[True]:
        return None
    weight, bias = ([array for _, array in sorted(sides[side], key=lambda pair: pair[0])] for side in (True, False))
    return weight, bias


def _place(name: str) -> int:
    digits = re.sub(r"\D", "", name)
    return int(digits or 0)


def _chained(path: Path, weight: Arrays, bias: Arrays) -> tuple[list[tuple[NDArray[Any], NDArray[Any]]], bool, bool]:
    """Each layer's weights (n_in, n_out) and biases (n_out,); whether weights had to be turned, and whether nothing told."""
    for number, (w, b) in enumerate(zip(weight, bias, strict=True), 1):
        _check(path, number, w, b)
    told = {w.shape[0] == b.size for w, b in zip(weight, bias, strict=True) if w.shape[0] != w.shape[1]}
    square = told == {True}  # square arrays stand as the others do; alone, or among both, (n_in, n_out)
    layers = []
    for w, b in zip(weight, bias, strict=True):
        turn = square if w.shape[0] == w.shape[1] else w.shape[0] == b.size
        layers.append((w.T if turn else w, b.ravel()))
    for number, ((before, _), (after, _)) in enumerate(pairwise(layers), 2):
        if before.shape[1] != after.shape[0]:
            raise BadFile(
                str(path),
                QT_TRANSLATE_NOOP("nn", "The layers of {path} don't fit: layer {number} takes {found} inputs, and {needed} come. Save it anew."),
                number=number,
                found=after.shape[0],
                needed=before.shape[1],
            )
    return layers, True in told, not told


def _check(path: Path, number: int, weight: NDArray[Any], bias: NDArray[Any]) -> None:
    flat = bias.ndim <= 1 or (bias.ndim == 2 and 1 in bias.shape)
    if weight.ndim != 2 or not weight.size or not flat or bias.size not in weight.shape:
        raise BadFile(
            str(path),
            QT_TRANSLATE_NOOP(
                "nn",
                "Layer {number} of {path} can't be used: weights of shape {weights} need one bias for each output, and the biases have the"
                " shape {biases}. Save it anew.",
            ),
            number=number,
            weights=_shape(weight),
            biases=_shape(bias),
        )
    for template, array in ((BAD_WEIGHT, weight), (BAD_BIAS, bias)):
        wrong = array[~np.isfinite(array)]
        if wrong.size:
            raise BadFile(str(path), template, number=number, value=float(wrong[0]))


def _shape(array: NDArray[Any]) -> str:
    return " × ".join(map(str, array.shape)) or "1"


def _few(names: list[str], most: int = 6) -> str:
    return ", ".join(names[:most]) + (", …" if len(names) > most else "") if names else "–"


def _notes(path: Path, widths: tuple[int, ...], turned: bool, guessed: bool) -> tuple[Sentence, ...]:
    values: dict[str, object] = {"file": path.name, "widths": "–".join(map(str, widths))}
    notes = [
        Sentence(
            QT_TRANSLATE_NOOP(
                "nn", "{file} ({widths}) doesn't say its activations: sigmoid is assumed in every layer, and the mean squared error as its loss."
            ),
            values,
        )
    ]
    if guessed:
        notes.append(Sentence(QT_TRANSLATE_NOOP("nn", "Its square weights are read with a row for each input.")))
    elif turned:
        notes.append(Sentence(QT_TRANSLATE_NOOP("nn", "Its weights have a row for each output.")))
    return tuple(notes)
