"""Sentences that reach a person, kept apart from the numbers in them so that they can be translated."""

from __future__ import annotations

from dataclasses import dataclass, field


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` as translatable and return it unchanged.

    The engine never imports Qt; the translation tools find its sentences by the name of this function alone.
    """
    return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A translatable template and the values that go into its ``{fields}``."""

    template: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)
