"""What an equation says: its cells as boxes, before anyone knows how wide the card is."""

from __future__ import annotations

from dataclasses import dataclass

from gui.typeset.box import Box, braced, fenced, text
from gui.typeset.compose import DOTS, Composer
from gui.views.equation.request import Request, Row
from nn.replay.equation import Column, Equation
from nn.replay.expression import Derivative, Expression, Name


@dataclass(frozen=True)
class Cell:
    """One piece. ``step`` made its number ``value``; ``covered`` pieces show a question mark in its place."""

    box: Box
    step: int | None = None
    value: float | None = None
    covered: bool = False


@dataclass(frozen=True)
class Stack:
    """A column's cells by row. ``number`` and ``active`` as in :class:`Column`; ``elided`` stands for summands left out; ``bare``: there is
    nothing in its formula that numbers could be put in for."""

    cells: dict[Row, Cell]
    number: int = 0
    active: bool = False
    elided: bool = False
    bare: bool = False


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
        if stacks[0].bare:
            rows.remove(Row.NUMBERS)
    elif all(column.symbol == column.formula for column in equation.columns):
        rows.remove(Row.FORMULA)
    return tuple(rows)


def _stack(column: Column, request: Request, composer: Composer) -> Stack:
    covered = request.covered_rows(column)
    formula, numbers = composer.symbols(column.formula), composer.numbers(column.formula)
    cells = {
        Row.SYMBOLS: Cell(composer.symbols(column.symbol), column.step, column.value),
        Row.FORMULA: Cell(formula),
        Row.NUMBERS: Cell(numbers),
        Row.RESULT: Cell(composer.number(column.value), column.step, column.value),
    }
    cells |= dict.fromkeys(covered, Cell(COVER, column.step, column.value, True))
    return Stack(cells, column.number, column.active, bare=formula == numbers)


def _elided(request: Request, composer: Composer) -> Stack:
    """The summands that have no column of their own, and what they add up to."""
    equation = request.equation
    covered = request.is_hidden(equation.result)
    dots = Cell(braced(text(DOTS), text(str(equation.elided))))
    value = Cell(COVER if covered else composer.number(equation.elided_value), None, equation.elided_value, covered)
    return Stack({Row.SYMBOLS: dots, Row.FORMULA: dots, Row.NUMBERS: Cell(text(DOTS)), Row.RESULT: value}, elided=True)
