"""What tests do at forms, and what they hear from them."""

from __future__ import annotations

from typing import Any

from gui.fields.choice import ChoiceField
from gui.fields.line import NumberField


class Heard:
    """Keeps what a signal carried."""

    def __init__(self) -> None:
        self.all: list[tuple[Any, ...]] = []

    def __call__(self, *values: object) -> None:
        self.all.append(values)

    @property
    def last(self) -> Any:
        return self.all[-1][0]


def type_in(field: NumberField, text: str) -> None:
    field.setText(text)
    field.commit()


def choose(field: ChoiceField, value: object) -> None:
    """As if a person picked it from the list."""
    places = [i for i in range(field.count()) if field._choices[i].value == value]
    field.setCurrentIndex(places[0])
    field.activated.emit(places[0])
