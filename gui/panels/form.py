"""A section that edits one frozen settings object, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gui.fields.choice import ChoiceField, choices_of
from gui.fields.grid import Cell, FormGrid
from gui.fields.labels import field_hint, field_name
from gui.fields.line import NumberField, NumberKind
from gui.fields.section import Section
from gui.fields.sentence import error_text
from nn.errors import SettingsError

S = TypeVar("S")


def with_value(settings: Any, key: str, value: object) -> Any:
    """A copy of a frozen settings object with the field at a dotted ``key`` changed; its own checks run.

    Raises SettingsError when the value can't be used.
    """
    head, _, rest = key.partition(".")
    return replace(settings, **{head: with_value(getattr(settings, head), rest, value) if rest else value})


def value_at(settings: Any, key: str) -> Any:
    """The value of the field at a dotted ``key``."""
    for part in key.split("."):
        settings = getattr(settings, part)
    return settings


class SettingsForm(Section, Generic[S]):
    """Keeps the last good settings. A subclass fills ``grid`` with cells made by :meth:`number` and :meth:`choice`.

    ``prefix`` is the settings' place in the experiment ("data", "training"), which errors and labels go by.
    """

    prefix = ""

    def __init__(self, settings: S, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._numbers: dict[str, tuple[NumberField, Cell]] = {}
        self._choices: dict[str, tuple[ChoiceField, Cell, Sequence[StrEnum]]] = {}
        self.grid = FormGrid()
        self.content.addWidget(self.grid)

    @property
    def settings(self) -> S:
        """The last good settings, as shown."""
        return self._settings

    def show_settings(self, settings: S) -> None:
        """Fill the form without telling anyone."""
        self._settings = settings
        self.refill()

    def show_error(self, error: SettingsError) -> bool:
        """Mark the field that an error names. False when the form has no such field."""
        key = error.field.removeprefix(f"{self.prefix}.")
        field = self._numbers[key][0] if key in self._numbers else self._choices[key][0] if key in self._choices else None
        if field is None:
            return False
        field.set_problem(error_text(error))
        return True

    def number(self, key: str, kind: NumberKind, field: NumberField | None = None) -> Cell:
        """A cell with a number field for ``key``."""
        made = field or NumberField(key, kind, self.trial)
        made.committed.connect(self.commit)
        cell = Cell(made)
        self._numbers[key] = (made, cell)
        return cell

    def choice(self, key: str, members: Sequence[StrEnum]) -> Cell:
        """A cell with a choice out of enum members for ``key``."""
        made = ChoiceField(key)
        made.committed.connect(self.commit)
        cell = Cell(made)
        self._choices[key] = (made, cell, members)
        return cell

    def number_field(self, key: str) -> NumberField:
        return self._numbers[key][0]

    def choice_field(self, key: str) -> ChoiceField:
        return self._choices[key][0]

    def cell(self, key: str) -> Cell:
        return self._numbers[key][1] if key in self._numbers else self._choices[key][1]

    def trial(self, key: str, value: object) -> None:
        """Raise SettingsError if the settings with this value can't be used."""
        with_value(self._settings, key, value)

    def commit(self, key: str, value: object) -> None:
        """Keep a completed edit and send the new settings, or mark the field."""
        try:
            self._settings = with_value(self._settings, key, value)
        except SettingsError as error:
            self.refill()
            self.show_error(error)
            return
        self.refill()
        self.announce()

    def announce(self) -> None:
        """Send the settings."""
        raise NotImplementedError

    def wanted_cells(self) -> dict[Cell, bool]:
        """Which cells apply to the present settings; those not named stay."""
        return {}

    def refill(self) -> None:
        """Show the settings in all fields. A field that is being typed in, or is marked, keeps its text."""
        for key, (field, _) in self._numbers.items():
            value = value_at(self._settings, key)
            if field.value != value or not (field.problem or field.hasFocus()):
                field.show_value(value)
        for key, (choice, _, _) in self._choices.items():
            choice.show_value(value_at(self._settings, key))
        self.grid.show_only(self.wanted_cells())

    def retranslate(self) -> None:
        """Put all words in the present language."""
        for key, (_, cell) in self._numbers.items():
            self.name_cell(key, cell)
        for key, (choice, cell, members) in self._choices.items():
            choice.set_choices(choices_of(members))
            self.name_cell(key, cell)
        self.grid.arrange()

    def name_cell(self, key: str, cell: Cell) -> None:
        path = f"{self.prefix}.{key}"
        hint = field_hint(path)
        cell.set_caption(field_name(path), hint)
        if isinstance(cell.field, NumberField):
            cell.field.set_hint(hint)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
