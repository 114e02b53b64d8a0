"""What a piece of an equation says of itself: its full value and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.format import exact
from gui.views.equation.cells import Request, is_vector
from gui.views.equation.links import Link
from nn.replay.names import symbol
from nn.replay.writing import plain


def tip(link: Link, request: Request) -> str:
    """``out_o1 = 0.7513650695523157`` and the step that made it, counted from 1 as everywhere on screen."""
    if link.covered:
        return QCoreApplication.translate("EquationView", "Not known yet: step {step} makes it.").format(step=(link.step or 0) + 1)
    value = exact(link.value)
    if link.source is not None:
        value = f"{plain(symbol(link.source.quantity, request.scheme), request.scheme, numbers=False, digits=None)} = {value}"
    return f"{value}\n{origin(link, request)}"


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
    parts = [left, _columns(request, "symbol"), _columns(request, "formula")]
    value = "?" if request.is_hidden(equation.result) else exact(equation.value)
    if is_vector(equation.left):
        return f"{_joined(parts)}; ‖{left}‖ = {value}"
    covered = any(request.is_hidden(column.step) or any(request.covers(source) for source in column.sources) for column in equation.columns)
    return _joined([*parts, "?" if covered else _columns(request, "formula", numbers=True), value])


def _columns(request: Request, part: str, *, numbers: bool = False) -> str:
    """The columns' symbols or formulas with the sign between them."""
    equation = request.equation
    written = [plain(getattr(column, part), request.scheme, numbers=numbers, digits=request.digits) for column in equation.columns]
    if equation.elided:
        written.insert(equation.elided_at, "…")
    return f" {equation.joiner} ".join(written)


def _joined(parts: list[str]) -> str:
    """Sides with equals signs between them, each said once."""
    return " = ".join(dict.fromkeys(parts))
