"""Missing values of a table: counted and asked about, left out, or filled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.choices import MissingValues
from nn.errors import BadFile, SettingsError
from nn.text import QT_TRANSLATE_NOOP, Sentence

MOST_NAMED = 5


@dataclass(frozen=True)
class Gaps:
    """Where values are missing. ``inputs`` (d,) counts per input column, ``target`` in the target; ``rows`` (n,) has one."""

    names: tuple[str, ...]
    target_name: str
    inputs: NDArray[np.int64]
    target: int
    rows: NDArray[np.bool_]

    @staticmethod
    def of(raw: NDArray[np.float64], names: tuple[str, ...], target_missing: NDArray[np.bool_], target_name: str) -> Gaps:
        """The gaps, ``nan``, of ``raw`` (n, columns), and of a target that is missing where ``target_missing`` (n,) says so."""
        counts = np.zeros(raw.shape[1], dtype=np.int64)
        rows = target_missing.copy()
        for column in range(raw.shape[1]):
            gap = np.isnan(raw[:, column])
            counts[column] = np.count_nonzero(gap)
            rows |= gap
        return Gaps(names, target_name, counts, int(np.count_nonzero(target_missing)), rows)

    @property
    def total(self) -> int:
        return int(self.inputs.sum()) + self.target

    @property
    def columns(self) -> str:
        """The columns and their counts: "age (3), height (1)"."""
        found = [f"{name} ({count})" for name, count in zip(self.names, self.inputs, strict=True) if count]
        if self.target:
            found.append(f"{self.target_name} ({self.target})")
        return ", ".join(found[:MOST_NAMED]) + (", …" if len(found) > MOST_NAMED else "")

    def rows_to_leave_out(self, target_missing: NDArray[np.bool_], missing: MissingValues) -> NDArray[np.bool_]:
        """Rows that ``missing`` leaves out: all with a gap, or those without a target. Raises ``SettingsError`` for ``ASK``."""
        if self.total and missing is MissingValues.ASK:
            raise SettingsError(
                "data.missing",
                QT_TRANSLATE_NOOP(
                    "nn",
                    "Missing values: {count}, in {rows} of {all} rows, in the columns {columns};"
                    " leave those rows out (drop) or fill in each column's mean (mean).",
                ),
                count=self.total,
                rows=int(np.count_nonzero(self.rows)),
                all=len(self.rows),
                columns=self.columns,
            )
        return self.rows if missing is MissingValues.DROP else target_missing

    def notes(self, left_out: int, filled: int) -> tuple[Sentence, ...]:
        """What was done about the gaps."""
        done: list[Sentence] = []
        if left_out:
            template = QT_TRANSLATE_NOOP("nn", "Rows left out because of missing values: {count} of {all}, in the columns {columns}.")
            done.append(Sentence(template, {"count": left_out, "all": len(self.rows), "columns": self.columns}))
        if filled:
            template = QT_TRANSLATE_NOOP(
                "nn", "Missing values filled with the mean of their column's training part: {count}, in the columns {columns}."
            )
            done.append(Sentence(template, {"count": filled, "columns": self.columns}))
        return tuple(done)


def fill(path: str, raw: NDArray[np.float64], names: tuple[str, ...], train: NDArray[np.int64]) -> int:
    """Put the mean over the training part into each gap of ``raw`` (n, d), in place; returns how many.

    The test part has no say in it, so that it stays unseen. Raises ``BadFile`` for a column without any value.
    """
    filled = 0
    for column, name in enumerate(names):
        gap = np.isnan(raw[:, column])
        if not gap.any():
            continue
        known = raw[train, column][~gap[train]]
        if not len(known):
            raise BadFile(path, QT_TRANSLATE_NOOP("nn", "{path}: column {column} has no values to take a mean of; take it out."), column=name)
        raw[gap, column] = known.mean()
        filled += int(np.count_nonzero(gap))
    return filled
