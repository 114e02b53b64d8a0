"""What a piece of an equation says of itself: its full value and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.format import exact
from gui.views.equation.cells import Request
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
    equation, scheme = request.equation, request.scheme
    joiner = f" {equation.joiner} "

    def said(numbers: bool, part: str) -> str:
        return joiner.join(plain(getattr(column, part), scheme, numbers=numbers, digits=request.digits) for column in equation.columns)

    parts = [plain(equation.left, scheme, numbers=False, digits=None), said(False, "symbol"), said(False, "formula")]
    covered = any(request.is_hidden(column.step) or any(request.covers(source) for source in column.sources) for column in equation.columns)
    parts.append("?" if covered else said(True, "formula"))
    parts.append("?" if request.is_hidden(equation.result) else exact(equation.value))
    unique = [part for place, part in enumerate(parts) if part not in parts[:place]]
    return " = ".join(unique)
