"""Expressions as people write them: ``J = (2 + 3*w)**2``, ``J = ½·(w·x + b − y)²``, ``z = w*x + b; a = sigmoid(z)``.

A recursive-descent parser over its own tokens: nothing that is typed is ever run.

    text      = [ statement ] { (; | newline) [ statement ] }      the last statement's value is the graph's output
    statement = [ name = ] sum                                      a number alone gives a variable its value: w = 3
    sum       = product { (+ | −) product }
    product   = signed { (* | /) signed | power }      without a sign after a number or ) before a name, a function or (: 2w, 3(a + b)
    signed    = { + | − } power
    power     = atom [ ^ signed | superscript ]         from the right, and before a minus in front: −w² is −(w²)
    atom      = number | name | function ( sum [ , sum ] ) | ( sum )

``1/2w`` is (1/2)·w: what stands without a sign counts as a multiplication like any other. A comma between digits is a decimal mark:
``0,5*w``. Within max and min, which take exactly two values, a comma parts the two if it is the only one, or the only one with a space
beside it, or the middle one of three (``max(0,5, w)``, ``max(0,w)``, ``max(1,5,2,5)``); in ``max(0,5,3)`` it can't be known, and is asked.
``e`` and ``pi`` are numbers unless a statement calls something so. Subscripts ₁ count as digits of a name, superscripts ² as powers.
"""

from __future__ import annotations

from nn.graph.grammar import FUNCTIONS, Grammar
from nn.graph.graph import Graph, GraphError
from nn.graph.split import graph_of
from nn.graph.tokens import tokens_of
from nn.text import QT_TRANSLATE_NOOP


def parse(text: str) -> Graph:
    """The graph of what ``text`` says. Raises :class:`GraphError` with the place of what can't be understood."""
    return _Parser(tokens_of(text)).graph(text)


class _Parser(Grammar):
    """Statements, and what they are called."""

    def graph(self, text: str) -> Graph:
        last: int | None = None
        while self._next.text or self._next.kind != "end":
            if not self._take("end"):
                found = self._statement()
                last = last if found is None else found
        if last is None:
            template = QT_TRANSLATE_NOOP("nn", "There is no expression yet; type one, such as J = (2 + 3*w)^2.")
            raise GraphError(template, place=self._tokens[0].place)
        return graph_of(self._code, last, text)

    def _statement(self) -> int | None:
        """The instruction that the statement comes down to; ``None`` where a variable only got its value."""
        first = self._next
        name = self._target()
        found = self._sum()
        self._ended()
        if not name:
            return found
        instruction = self._code.instructions[found]
        if instruction.constant is not None:
            self._code.given[name] = instruction.constant
            self._defined[name] = self._code.variable(name, first.place)
            return None
        if instruction.name or found in self._code.targets:
            template = QT_TRANSLATE_NOOP(
                "nn", "Line {line}, column {column}: {name} is only another name for {other}; leave this statement out and use {other}."
            )
            raise GraphError(template, place=first.place, name=name, other=instruction.name or self._code.targets[found])
        self._code.targets[found] = name
        self._defined[name] = found
        return found

    def _target(self) -> str:
        """The name before ``=``, "" where there is none."""
        token, after = self._next, self._tokens[min(self._at + 1, len(self._tokens) - 1)]
        if after.kind != "=":
            return ""
        if token.kind != "name":
            template = QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: a single name stands before =, such as J = …; “{text}” is none.")
            raise GraphError(template, place=token.place, text=token.text)
        if token.text in self._defined:
            template = QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: {name} gets a value twice; give the second one another name.")
            raise GraphError(template, place=token.place, name=token.text)
        if token.text.lower() in FUNCTIONS and token.text != "σ":
            template = QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: {name} is a function; give the result another name.")
            raise GraphError(template, place=token.place, name=token.text)
        self._at += 2
        return token.text
