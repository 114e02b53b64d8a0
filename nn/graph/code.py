"""An expression as a flat list of instructions, so that no depth of nesting is too deep; what stands twice is one instruction."""

from __future__ import annotations

import math
from typing import NamedTuple

from nn.graph.graph import GraphError, Place
from nn.graph.rules import RULES
from nn.graph.term import Op
from nn.text import QT_TRANSLATE_NOOP

MOST_OPERATIONS = 500

_COMMUTING = frozenset({Op.ADD, Op.MULTIPLY, Op.MAXIMUM, Op.MINIMUM})


class Instruction(NamedTuple):
    """A variable (``name``), an operation on earlier instructions (``op``, ``operands``), or a number.

    ``constant`` is the value of whatever has no variable in it, ``None`` of the rest.
    """

    place: Place
    name: str = ""
    op: Op | None = None
    operands: tuple[int, ...] = ()
    constant: float | None = None


class Code:
    """Collects instructions. ``targets``: what statements call an instruction; ``given``: numbers that they give to variables."""

    def __init__(self) -> None:
        self.instructions: list[Instruction] = []
        self.targets: dict[int, str] = {}
        self.given: dict[str, float] = {}
        self._known: dict[object, int] = {}

    def number(self, value: float, place: Place) -> int:
        return self._add(("number", value, math.copysign(1.0, value)), Instruction(place, constant=value))

    def variable(self, name: str, place: Place) -> int:
        return self._add(name, Instruction(place, name=name))

    def operation(self, op: Op, operands: tuple[int, ...], place: Place) -> int:
        """The instruction, which may be an earlier one. Raises :class:`GraphError` for too many, and for numbers that have no result."""
        key = (op, tuple(sorted(operands)) if op in _COMMUTING else operands)
        if key not in self._known and sum(1 for known in self.instructions if known.op) >= MOST_OPERATIONS:
            template = QT_TRANSLATE_NOOP(
                "nn",
                "Line {line}, column {column}: there are more than {most} operations; nobody can read such a graph. Write a shorter one.",
            )
            raise GraphError(template, place=place, most=MOST_OPERATIONS)
        return self._add(key, Instruction(place, op=op, operands=operands, constant=self._constant(op, operands, place)))

    def _constant(self, op: Op, operands: tuple[int, ...], place: Place) -> float | None:
        values = [self.instructions[operand].constant for operand in operands]
        if None in values:
            return None
        try:
            found = float(RULES[op].value(*values))
        except (ValueError, ZeroDivisionError, OverflowError):
            found = math.nan
        if math.isfinite(found):
            return found
        template = QT_TRANSLATE_NOOP(
            "nn",
            "Line {line}, column {column}: these numbers have no result; look for a division by 0, a logarithm or a root of a negative number.",
        )
        raise GraphError(template, place=place)

    def _add(self, key: object, instruction: Instruction) -> int:
        if key not in self._known:
            self._known[key] = len(self.instructions)
            self.instructions.append(instruction)
        return self._known[key]
