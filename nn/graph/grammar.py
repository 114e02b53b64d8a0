"""The expressions within a statement: sums, products, powers, brackets, functions and names."""

from __future__ import annotations

import difflib
import itertools
import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from nn.graph.code import Code
from nn.graph.graph import GraphError
from nn.graph.term import Op
from nn.graph.tokens import Token, is_decimal_part
from nn.text import QT_TRANSLATE_NOOP

DEEPEST = 50  # brackets, powers and functions within one another

FUNCTIONS: dict[str, Op] = {
    "exp": Op.EXP,
    "log": Op.LOG,
    "ln": Op.LOG,
    "log10": Op.LOG10,
    "sqrt": Op.SQRT,
    "sin": Op.SIN,
    "cos": Op.COS,
    "tan": Op.TAN,
    "tanh": Op.TANH,
    "sigmoid": Op.SIGMOID,
    "σ": Op.SIGMOID,
    "relu": Op.RELU,
    "max": Op.MAXIMUM,
    "min": Op.MINIMUM,
    "abs": Op.ABS,
}
CONSTANTS = {"e": math.e, "pi": math.pi, "π": math.pi}

_SIGNS = {"+": Op.ADD, "-": Op.SUBTRACT, "*": Op.MULTIPLY, "/": Op.DIVIDE}


class Grammar:
    """Reads the tokens once, from left to right, and writes instructions. See :mod:`nn.graph.parse` for the rules."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = self._depth = self._open = 0
        self._code = Code()
        self._defined: dict[str, int] = {}
        self._named_later, self._given = _targets(tokens)
        self._parting: set[int] = set()  # places in ``tokens`` of the commas that part two values

    # Tokens

    @property
    def _next(self) -> Token:
        """The next token; within brackets a new line is a space."""
        while self._open and self._tokens[self._at].kind == "end" and self._tokens[self._at].text == "\n":
            self._at += 1
        return self._tokens[self._at]

    def _take(self, *kinds: str) -> Token | None:
        token = self._next
        if token.kind not in kinds or (token.kind == "end" and not token.text):
            return None
        self._at += 1
        return token

    # Expressions

    def _sum(self) -> int:
        found = self._product()
        while sign := self._take("+", "-"):
            found = self._code.operation(_SIGNS[sign.kind], (found, self._product()), sign.place)
        return found

    def _product(self) -> int:
        found = self._signed()
        while True:
            if sign := self._take("*", "/"):
                found = self._code.operation(_SIGNS[sign.kind], (found, self._signed()), sign.place)
            elif self._next.kind in ("name", "(") and self._tokens[self._at - 1].kind in ("number", ")", "raised"):
                place = self._next.place
                found = self._code.operation(Op.MULTIPLY, (found, self._power()), place)
            else:
                return found

    def _signed(self) -> int:
        negative: Token | None = None
        while sign := self._take("+", "-"):
            if sign.kind == "-":
                negative = None if negative else sign
        found = self._power()
        if negative is None:
            return found
        instruction = self._code.instructions[found]
        if instruction.constant is not None and instruction.op is None:
            return self._code.number(-instruction.constant, negative.place)
        return self._code.operation(Op.NEGATE, (found,), negative.place)

    def _power(self) -> int:
        base = self._atom()
        if raised := self._take("raised"):
            exponent = self._code.number(float(raised.text), raised.place)
        elif raised := self._take("^"):
            exponent = self._deeper(self._signed, raised)
        else:
            return base
        return base if self._code.instructions[exponent].constant == 1.0 else self._code.operation(Op.POWER, (base, exponent), raised.place)

    def _atom(self) -> int:
        if token := self._take("number"):
            return self._code.number(self._decimal(token), token.place)
        if opened := self._take("("):
            return self._inside(opened)
        if token := self._take("name"):
            return self._named(token)
        raise self._missing()

    def _decimal(self, token: Token) -> float:
        """The number, with what follows a decimal comma."""
        comma, after = self._tokens[self._at], self._tokens[min(self._at + 1, len(self._tokens) - 1)]
        if comma.kind == "," and self._at not in self._parting and _is_tight(token, comma, after):
            self._at += 2
            return float(f"{token.text}.{after.text}")
        return float(token.text)

    def _inside(self, opened: Token) -> int:
        self._open += 1
        found = self._deeper(self._sum, opened)
        self._close(opened)
        return found

    def _close(self, opened: Token) -> None:
        if not self._take(")"):
            if self._next.kind == "end":
                raise error(QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: this ( is never closed; write ) where the bracket ends."), opened)
            self._ended()
        self._open -= 1

    def _deeper(self, part: Callable[[], int], token: Token) -> int:
        self._depth += 1
        if self._depth > DEEPEST:
            raise error(
                QT_TRANSLATE_NOOP(
                    "nn",
                    "Line {line}, column {column}: more than {most} brackets or powers are nested; give the inner ones names of their own.",
                ),
                token,
                most=DEEPEST,
            )
        found = part()
        self._depth -= 1
        return found

    # Names

    def _named(self, token: Token) -> int:
        name = token.text
        if name in self._defined:
            return self._defined[name]
        if self._next.kind == "(" and name not in self._named_later:
            return self._function(token)
        if name.lower() in FUNCTIONS and name != "σ":
            raise error(QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: {text} is a function; write {text}(…)."), token)
        if name in self._named_later:
            raise error(
                QT_TRANSLATE_NOOP(
                    "nn",
                    "Line {line}, column {column}: {text} is used before it has a value; move the statement {text} = … further up.",
                ),
                token,
            )
        if name in CONSTANTS and name not in self._given:
            return self._code.number(CONSTANTS[name], token.place)
        return self._code.variable(name, token.place)

    def _function(self, token: Token) -> int:
        op = FUNCTIONS.get(token.text) or FUNCTIONS.get(token.text.lower())
        if op is None:
            near = difflib.get_close_matches(token.text.lower(), FUNCTIONS, 1)
            if near:
                template = QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: there is no function {text}; the nearest one is {near}.")
                raise error(template, token, near=near[0])
            template = QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: there is no function {text}; multiply with {text}*(…), or use {known}.")
            raise error(template, token, known=", ".join(FUNCTIONS))
        opened = self._tokens[self._at]
        self._at += 1
        if op in (Op.MAXIMUM, Op.MINIMUM):
            return self._of_two(op, token, opened)
        return self._code.operation(op, (self._inside(opened),), token.place)

    def _of_two(self, op: Op, token: Token, opened: Token) -> int:
        self._parting.add(self._comma(token))
        self._open += 1
        first = self._deeper(self._sum, opened)
        if not self._take(","):
            self._ended()
            raise _two(token)
        second = self._deeper(self._sum, opened)
        self._close(opened)
        return self._code.operation(op, (first, second), token.place)

    def _comma(self, function: Token) -> int:
        """Which comma parts the two values of max or min, by its place among the tokens."""
        commas, depth = [], 0
        for at in range(self._at, len(self._tokens)):
            kind = self._tokens[at].kind
            depth += (kind == "(") - (kind == ")")
            if depth < 0:
                break
            if kind == "," and depth == 0:
                commas.append(at)
        loose = [at for at in commas if not _is_tight(*self._tokens[at - 1 : at + 2])]
        if len(loose) == 1:
            return loose[0]
        if not loose and len(commas) in (1, 3):
            return commas[len(commas) // 2]
        if not loose and len(commas) == 2:
            raise error(
                QT_TRANSLATE_NOOP(
                    "nn",
                    "Line {line}, column {column}: is this a decimal comma? Write decimals with a point, or a space after the comma that parts.",
                ),
                self._tokens[commas[0]],
            )
        raise _two(function)

    # What goes wrong

    def _ended(self) -> None:
        """A statement is followed by ; or a new line."""
        here = self._next
        if here.kind == "end":
            return
        if here.kind == ")":
            raise error(QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: this ) closes nothing; remove it, or open a ( before it."), here)
        if here.kind == "=":
            raise error(
                QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: there is one = in a statement; begin a new one with ;."),
                here,
            )
        if here.kind == ",":
            raise error(
                QT_TRANSLATE_NOOP(
                    "nn",
                    "Line {line}, column {column}: this comma parts nothing; write decimals as 0.5 or 0,5, and ; between statements.",
                ),
                here,
            )
        before = self._tokens[self._at - 1]
        raise error(
            QT_TRANSLATE_NOOP(
                "nn",
                "Line {line}, column {column}: a sign is missing between “{before}” and “{text}”; write + − * or /, or ; for a second statement.",
            ),
            here,
            before=before.text,
        )

    def _missing(self) -> GraphError:
        """There should be a value, and there is something else or nothing."""
        here = self._next
        before = self._tokens[self._at - 1].text if self._at else ""
        if here.kind == ")" and before == "(":
            return error(QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: there is nothing in these brackets; write a value in them."), here)
        if before.strip(" \n;") and here.kind in ("end", ")", ",", "="):
            template = QT_TRANSLATE_NOOP(
                "nn", "Line {line}, column {column}: a value is missing after “{before}”; write a name, a number or a bracket."
            )
            return error(template, here, before=before)
        template = QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: a value is missing before “{text}”; write a name, a number or a bracket.")
        return error(template, here)


def _targets(tokens: list[Token]) -> tuple[set[str], set[str]]:
    """The names before an ``=``: those that get a formula, and those that get a number alone, which may come after their use."""
    formulas: set[str] = set()
    numbers: set[str] = set()
    for at, (token, after) in enumerate(pairwise(tokens)):
        if token.kind == "name" and after.kind == "=":
            rest = itertools.takewhile(lambda other: other.kind != "end", tokens[at + 2 :])
            (numbers if all(other.kind in ("number", "+", "-", ",") for other in rest) else formulas).add(token.text)
    return formulas, numbers


def _is_tight(before: Token, comma: Token, after: Token) -> bool:
    """Whether digits stand on both sides of the comma, and nothing between."""
    return is_decimal_part(before) and is_decimal_part(after) and comma.near and after.near


def _two(token: Token) -> GraphError:
    return error(QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: {text} takes two values with a comma between, as in {text}(0, w)."), token)


def error(template: str, token: Token, **values: Any) -> GraphError:
    """The sentence about ``token``."""
    return GraphError(template, place=token.place, text=token.text, **values)
