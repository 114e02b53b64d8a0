"""Makes the symbols of steps that will be looked at next, a little at a time while nothing else happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from gui.typeset.compose import symbol_names
from gui.typeset.ink import name
from nn.replay.equation import Equation
from nn.replay.scheme import Scheme

SLICE = 0.006  # s of work before the window has its turn again
PAUSE = 4  # ms in which the window has it


class Ahead(QObject):
    """Works through equations while the timer runs; it stops by itself when they are done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: Iterator[str] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._work)

    @property
    def is_busy(self) -> bool:
        return self._timer.isActive()

    def begin(self, equations: Iterable[Equation], scheme: Scheme) -> None:
        """Make the symbols of ``equations``, taken one by one as they are needed; what was asked for before is dropped."""
        self._waiting = _names(equations, scheme)
        self._timer.start()

    def stop(self) -> None:
        self._waiting = iter(())
        self._timer.stop()

    def _work(self) -> None:
        end = perf_counter() + SLICE
        for latex in self._waiting:
            name(latex)
            if perf_counter() > end:
                return
        self._timer.stop()


def _names(equations: Iterable[Equation], scheme: Scheme) -> Iterator[str]:
    for equation in equations:
        yield from symbol_names(equation.left, scheme)
        for column in equation.columns:
            yield from symbol_names(column.symbol, scheme)
            yield from symbol_names(column.formula, scheme)
