"""What can be shown of the compiled code that trains: parts of its Python source, a sentence for each, and facts. Needs no numba."""

from __future__ import annotations

import inspect
import textwrap
from dataclasses import dataclass

from nn.text import Sentence


@dataclass(frozen=True)
class SourcePart:
    """A part of a kernel: its ``title``, what it does in a ``sentence``, and its Python ``source``."""

    title: Sentence
    sentence: Sentence
    source: str


@dataclass(frozen=True)
class Fact:
    """Something that holds for a network's kernel: ``label`` and ``value``, both to be translated."""

    label: Sentence
    value: Sentence


@dataclass(frozen=True)
class KernelSource:
    """The code that runs for each training step of a network, in reading order, and what it was made for."""

    parts: tuple[SourcePart, ...]
    facts: tuple[Fact, ...]


def part(title: str, sentence: str, *functions: object, **values: object) -> SourcePart:
    """A part made of whole functions. ``title`` and ``sentence`` are texts to translate; ``values`` go into the sentence."""
    return SourcePart(Sentence(title), Sentence(sentence, values), "\n\n".join(source_of(function) for function in functions))


def fact(label: str, value: str, **values: object) -> Fact:
    """Both are texts to translate; ``values`` go into the second."""
    return Fact(Sentence(label), Sentence(value, values))


def source_of(function: object) -> str:
    """A function's source, of a compiled one the Python that it was made from. Raises OSError where the file isn't there."""
    python = getattr(function, "py_func", function)
    return textwrap.dedent(inspect.getsource(python)).rstrip()  # type: ignore[arg-type]  # what py_func leads to is a function
