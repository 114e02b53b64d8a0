"""What the equation card is asked to show, and what of it is not to be seen yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from nn.replay.equation import Column, Equation
from nn.replay.expression import Number
from nn.replay.scheme import Scheme
from nn.replay.step import Source


class Row(IntEnum):
    """The rows from top to bottom."""

    SYMBOLS = 0
    FORMULA = 1
    NUMBERS = 2
    RESULT = 3
    TOTAL = 4


# The hint after which a row of what is asked for may be seen; the result is for the answer alone.
_NEVER = 99
_FORMULA_HINT, _NUMBERS_HINT = 2, 3


@dataclass(frozen=True)
class Request:
    """What to show. ``known``: the step being looked at; ``look_ahead``: later results are shown too.

    ``hide_active``: the step's value is asked for, and ``hints`` of the three hints (principle, formula, numbers) have been given.
    ``asking``: later steps will be asked for, too, so that nothing of them is shown but what they are called.
    """

    equation: Equation
    scheme: Scheme
    digits: int | None
    known: int
    hide_active: bool = False
    look_ahead: bool = True
    hints: int = 0
    asking: bool = False

    def is_hidden(self, step: int | None) -> bool:
        """Whether the number that ``step`` makes is not to be seen."""
        if step is None:
            return False
        if self.hide_active and step in (self.known, self.equation.result):
            return True
        return step > self.known and (self.asking or not self.look_ahead)

    def covers(self, source: Source) -> bool:
        """Whether a number in a formula is not to be seen."""
        return self.is_hidden(source.step)

    def covered_rows(self, column: Column) -> frozenset[Row]:
        """The column's rows that show a question mark."""
        if self._is_asked(column):
            return frozenset(row for row, hint in self._hints_for(column).items() if self.hints < hint)
        if not self.is_hidden(column.step):
            return frozenset()
        return frozenset({Row.FORMULA, Row.NUMBERS, Row.RESULT} if self.asking else {Row.NUMBERS, Row.RESULT})

    def _is_asked(self, column: Column) -> bool:
        """Whether the column is what has to be found, or a part of it."""
        return self.hide_active and self.known in (column.step, self.equation.result)

    def _hints_for(self, column: Column) -> dict[Row, int]:
        """How many hints uncover each row. Of a product or a sum it is the question what it is made of, and its parts are no answer."""
        constant = isinstance(column.formula, Number)
        copied = len(column.sources) == 1 and column.sources[0].value == column.value  # the formula is nothing but the number itself
        part = len(self.equation.columns) > 1 and self.known == self.equation.result
        if part:
            calculated = column.step is None  # it is worked out within the sum
            return {
                Row.SYMBOLS: _FORMULA_HINT,
                Row.FORMULA: _FORMULA_HINT,
                Row.NUMBERS: _NUMBERS_HINT,
                Row.RESULT: _NEVER if calculated else _NUMBERS_HINT,
            }
        return {
            Row.FORMULA: _NEVER if constant else _FORMULA_HINT,
            Row.NUMBERS: _NEVER if constant or copied else _NUMBERS_HINT,
            Row.RESULT: _NEVER,
        }
