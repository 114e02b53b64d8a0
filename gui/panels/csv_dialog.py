"""What was found in a CSV file, which column to learn, and what to do about missing values."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui.fields.choice import Choice, ChoiceField, choices_of
from gui.fields.grid import Cell, FormGrid
from gui.fields.labels import field_name
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.format import count
from gui.theme import theme
from nn.choices import MissingValues
from nn.settings import DataSettings

if TYPE_CHECKING:
    from nn.datasets.csv_file import CsvColumn, CsvInfo

LISTED = 12  # columns described one by one


class CsvDialog(QDialog):
    """``settings`` holds the answer once accepted."""

    def __init__(self, info: CsvInfo, settings: DataSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info = info
        self._settings = settings
        self.target = ChoiceField("target")
        self.missing = ChoiceField("missing")
        self._cells = (Cell(self.target), Cell(self.missing))
        self.grid = FormGrid()
        for cell in self._cells:
            self.grid.add_row(cell)
        self._facts = Words("", "text2", 12, wrap=True)
        self._columns = Words("", "text3", 12, wrap=True)
        self._gaps = Words("", "warn", 12, wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._frame = QVBoxLayout(self)
        for widget in (self._facts, self._columns, self.grid, self._gaps, self.buttons):
            self._frame.addWidget(widget)
        self._retranslate()
        self.target.show_value(self._start_target())
        self.missing.show_value(settings.missing if settings.missing is not MissingValues.ASK else MissingValues.DROP)
        follow_theme(self._restyle)

    @property
    def gaps(self) -> int:
        """How many cells are missing in the rows that were looked at."""
        return sum(column.missing for column in self._info.columns)

    @property
    def settings(self) -> DataSettings:
        missing = self.missing.value
        assert isinstance(missing, MissingValues)  # noqa: S101  the choice has nothing else
        kept = missing if self.gaps or not self._info.exact else self._settings.missing
        return replace(self._settings, target=str(self.target.value), missing=kept)

    def _start_target(self) -> str:
        names = [column.name for column in self._info.columns]
        return self._settings.target if self._settings.target in names else names[-1]

    def _describe(self, column: CsvColumn) -> str:
        examples = ", ".join(column.examples)
        if not column.missing:
            return f"{column.name}: {examples}"
        return self.tr("{column}: {examples} (missing: {count})").format(column=column.name, examples=examples, count=count(column.missing))

    def _fact_line(self) -> str:
        info = self._info
        separators = {"\t": self.tr("tab"), ",": self.tr("comma"), ";": self.tr("semicolon"), "|": self.tr("bar")}
        rows = count(info.rows) if info.exact else self.tr("about {rows}").format(rows=count(info.rows))
        facts = [
            self.tr("{rows} rows, {columns} columns").format(rows=rows, columns=len(info.columns)),
            self.tr("separated by {separator}").format(separator=separators.get(info.separator, info.separator)),
            self.tr("encoding {encoding}").format(encoding=info.encoding),
        ]
        if info.decimal:
            facts.append(self.tr("decimal comma") if info.decimal == "," else self.tr("decimal point"))
        facts.append(self.tr("names in the first line") if info.header else self.tr("no names in the first line"))
        return " · ".join(facts)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Open {file}").format(file=Path(self._info.path).name))
        self._facts.setText(self._fact_line())
        described = [self._describe(column) for column in self._info.columns[:LISTED]]
        hidden = len(self._info.columns) - LISTED
        if hidden > 0:
            described.append(self.tr("… and {count} more").format(count=count(hidden)))
        self._columns.setText("\n".join(described))
        self.target.set_choices([Choice(column.name, column.name) for column in self._info.columns])
        self.missing.set_choices(choices_of((MissingValues.DROP, MissingValues.MEAN)))
        for cell, path in zip(self._cells, ("data.target", "data.missing"), strict=True):
            cell.set_caption(field_name(path))
        self._gaps.setText(self.tr("Missing values: {count}").format(count=count(self.gaps)))
        self._gaps.setVisible(self.gaps > 0)
        self.grid.show_only({self._cells[1]: self.gaps > 0 or not self._info.exact})

    def _restyle(self) -> None:
        self.setMinimumWidth(px(420))
        pad = px(16)
        self._frame.setContentsMargins(pad, pad, pad, pad)
        self._frame.setSpacing(px(12))
        self.setPalette(theme().palette())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
