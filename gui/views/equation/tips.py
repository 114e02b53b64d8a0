"""What a piece of an equation says of itself: its full value and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.format import exact
from gui.views.equation.cells import is_vector
from gui.views.equation.links import Link
from gui.views.equation.request import Request, Row
from nn.replay.equation import Column
from nn.replay.names import symbol
from nn.replay.writing import plain


def tip(link: Link, request: Request) -> str:
    """``out_o1 = 0.7513650695523157`` and the step that made it, counted from 1 as everywhere on screen."""
    if link.covered:
        return _covered(link, request)
    value = exact(link.value)
    if link.source is not None:
        value = f"{plain(symbol(link.source.quantity, request.scheme), request.scheme, numbers=False, digits=None)} = {value}"
    return f"{value}\n{origin(link, request)}"


def _covered(link: Link, request: Request) -> str:
    """Why a number isn't to be seen."""
    if request.hide_active and (link.step is None or link.step <= request.known):
        return QCoreApplication.translate("EquationView", "Find it yourself first; a hint uncovers some of it.")
    return QCoreApplication.translate("EquationView", "Not known yet: step {step} makes it.").format(step=(link.step or 0) + 1)


def origin(link: Link, request: Request) -> str:
    """Where a number comes from."""
    if link.step is None:
        return QCoreApplication.translate("EquationView", "given")
    if link.step == request.known:
        return QCoreApplication.translate("EquationView", "made by this step")
    return QCoreApplication.translate("EquationView", "made by step {step}").format(step=link.step + 1)


def spoken(request: Request) -> str:
    """The equation as one line of text; what is not to be seen is a question mark."""
    equation = request.equation
    left = plain(equation.left, request.scheme, numbers=False)
    parts = [left, _columns(request, Row.SYMBOLS), _columns(request, Row.FORMULA)]
    value = "?" if request.is_hidden(equation.result) else exact(equation.value)
    if is_vector(equation.left):
        return f"{_joined(parts)}; ‖{left}‖ = {value}"
    return _joined([*parts, _columns(request, Row.NUMBERS), value])


def _columns(request: Request, row: Row) -> str:
    """A row of the columns with the sign between them."""
    equation = request.equation
    written = [_column(column, request, row) for column in equation.columns]
    if equation.elided:
        written.insert(equation.elided_at, "…")
    return f" {equation.joiner} ".join(written)


def _column(column: Column, request: Request, row: Row) -> str:
    """A column's symbol or formula, or the formula with its numbers put in."""
    numbers = row is Row.NUMBERS
    if row in request.covered_rows(column) or (numbers and any(request.covers(source) for source in column.sources)):
        return "?"
    written = column.symbol if row is Row.SYMBOLS else column.formula
    return plain(written, request.scheme, numbers=numbers, digits=request.digits)


def _joined(parts: list[str]) -> str:
    """Sides with equals signs between them, each said once."""
    return " = ".join(dict.fromkeys(parts))
