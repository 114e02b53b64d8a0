"""What an equation says: its cells as boxes, before anyone knows how wide the card is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from gui.typeset.box import Box, braced, fenced, text
from gui.typeset.compose import DOTS, Composer
from nn.replay.equation import Column, Equation
from nn.replay.expression import Derivative, Expression, Name
from nn.replay.scheme import Scheme
from nn.replay.step import Source


class Row(IntEnum):
    """The rows from top to bottom."""

    SYMBOLS = 0
    FORMULA = 1
    NUMBERS = 2
    RESULT = 3
    TOTAL = 4


@dataclass(frozen=True)
class Request:
    """What to show. ``known``: the step being looked at; ``look_ahead``: later results are shown too; ``hide_active``: its value is asked for."""

    equation: Equation
    scheme: Scheme
    digits: int | None
    known: int
    hide_active: bool = False
    look_ahead: bool = True

    def is_hidden(self, step: int | None) -> bool:
        """Whether the number that ``step`` makes is not to be seen."""
        if step is None:
            return False
        if self.hide_active and step in (self.known, self.equation.result):
            return True
        return step > self.known and not self.look_ahead

    def covers(self, source: Source) -> bool:
        """Whether a number in a formula is not to be seen."""
        return self.is_hidden(source.step)


@dataclass(frozen=True)
class Cell:
    """One piece. ``step`` made its number ``value``; ``covered`` pieces show a question mark in its place."""

    box: Box
    step: int | None = None
    value: float | None = None
    covered: bool = False


@dataclass(frozen=True)
class Stack:
    """A column's cells by row. ``number`` and ``active`` as in :class:`Column`; ``elided`` stands for summands left out."""

    cells: dict[Row, Cell]
    number: int = 0
    active: bool = False
    elided: bool = False


@dataclass(frozen=True)
class Cells:
    """The whole equation: ``left`` = the stacks joined; ``total_left`` = ``total``. A column is ``least`` units wide at least, so that it keeps its
    width when its question mark becomes a number."""

    left: Box
    total_left: Box
    stacks: tuple[Stack, ...]
    joiner: str
    total: Cell
    rows: tuple[Row, ...]
    least: float


COVER = Box("", 2000, 900, 384)  # room for the question mark in its box, which the view draws


def cells_of(request: Request) -> Cells:
    """Typeset the equation."""
    equation = request.equation
    composer = Composer(request.scheme, request.digits, request.covers, text("?"))
    stacks = [_stack(column, request, composer) for column in equation.columns]
    if equation.elided:
        stacks.insert(equation.elided_at, _elided(request, composer))
    covered = request.is_hidden(equation.result)
    total = Cell(COVER if covered else composer.number(equation.value), equation.result, equation.value, covered)
    least = max(text("0." + "0" * (request.digits or 0)).width, COVER.width)
    left = composer.symbols(equation.left)
    total_left = fenced(left, "‖", "‖") if is_vector(equation.left) else left
    return Cells(left, total_left, tuple(stacks), equation.joiner, total, _rows(equation, stacks), least)


def is_vector(left: Expression) -> bool:
    """Whether a whole layer's numbers are sought, of which the total is the Euclidean norm."""
    return is_vector(left.bottom) if isinstance(left, Derivative) else isinstance(left, Name) and left.bold


def _rows(equation: Equation, stacks: list[Stack]) -> tuple[Row, ...]:
    """A row that only says again what another one says is left out: a sum's terms that are called as they are calculated, what a
    single column is called (the left side) and comes to (the total), the numbers of a formula without any."""
    rows = [Row.SYMBOLS, Row.FORMULA, Row.NUMBERS, Row.RESULT, Row.TOTAL]
    if len(equation.columns) == 1:
        rows.remove(Row.SYMBOLS)
        rows.remove(Row.RESULT)
        if stacks[0].cells[Row.NUMBERS].box == stacks[0].cells[Row.FORMULA].box:
            rows.remove(Row.NUMBERS)
    elif all(column.symbol == column.formula for column in equation.columns):
        rows.remove(Row.FORMULA)
    return tuple(rows)


def _stack(column: Column, request: Request, composer: Composer) -> Stack:
    covered = request.is_hidden(column.step)
    symbol = Cell(composer.symbols(column.symbol), column.step, column.value)
    formula = Cell(composer.symbols(column.formula))
    numbers = Cell(composer.numbers(column.formula))
    if covered and (column.step != request.known or _gives_away(column)):
        numbers = Cell(COVER, column.step, column.value, True)
    result = Cell(COVER if covered else composer.number(column.value), column.step, column.value, covered)
    return Stack({Row.SYMBOLS: symbol, Row.FORMULA: formula, Row.NUMBERS: numbers, Row.RESULT: result}, column.number, column.active)


def _gives_away(column: Column) -> bool:
    """Whether the formula is nothing but the number itself."""
    return len(column.sources) == 1 and column.sources[0].value == column.value


def _elided(request: Request, composer: Composer) -> Stack:
    """The summands that have no column of their own, and what they add up to."""
    equation = request.equation
    covered = request.is_hidden(equation.result)
    dots = Cell(braced(text(DOTS), text(str(equation.elided))))
    value = Cell(COVER if covered else composer.number(equation.elided_value), None, equation.elided_value, covered)
    return Stack({Row.SYMBOLS: dots, Row.FORMULA: dots, Row.NUMBERS: Cell(text(DOTS)), Row.RESULT: value}, elided=True)
