"""From instructions to the nodes of a graph, split and named as by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from nn.graph.code import Code, Instruction
from nn.graph.graph import Graph, GraphError, Node
from nn.graph.term import Name, Number, Op, Operation, Term, names_in, size
from nn.text import QT_TRANSLATE_NOOP

MOST_IN_A_NODE = 4  # operations with constants in one formula; more go on in the next node

_AFFINE = frozenset({Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.NEGATE})
_LETTERS = {
    Op.ADD: "a",
    Op.SUBTRACT: "d",
    Op.MULTIPLY: "c",
    Op.DIVIDE: "f",
    Op.POWER: "q",
    Op.NEGATE: "n",
    Op.EXP: "g",
    Op.LOG: "l",
    Op.LOG10: "l",
    Op.SQRT: "r",
    Op.SIN: "u",
    Op.COS: "u",
    Op.TAN: "u",
    Op.TANH: "h",
    Op.SIGMOID: "s",
    Op.RELU: "r",
    Op.MAXIMUM: "m",
    Op.MINIMUM: "m",
    Op.ABS: "v",
}
_OUTPUTS = ("J", "E", "L", "F", "result")


def graph_of(code: Code, output: int, text: str) -> Graph:
    """The graph whose result is the instruction ``output``. Raises :class:`GraphError` where there is nothing to derive by."""
    return _Splitter(code, output, text).graph()


class _Splitter:
    def __init__(self, code: Code, output: int, text: str) -> None:
        self._code, self._instructions = code, code.instructions
        self._output, self._text = output, text
        self._used = self._reachable()
        self._users = Counter(operand for i in self._used for operand in set(self._instructions[i].operands))
        self._inside: set[int] = set()  # instructions that are part of the node that uses them
        self._terms: dict[int, Term] = {}  # of constants and of what is inside a node
        self._ops: dict[int, Op] = {}  # what each node is called after

    def graph(self) -> Graph:
        self._check()
        for i in self._used:
            self._digest(i)
        nodes = [i for i in self._used if self._is_node(i)]
        names = self._names(nodes)
        leaves = [Node(names[i], where=self._instructions[i].place) for i in nodes if self._instructions[i].name]
        leaves.sort(key=lambda node: node.where.start if node.where else 0)
        inner = [self._node(i, names) for i in nodes if not self._instructions[i].name]
        found = {node.name for node in leaves}
        return Graph(self._text, (*leaves, *inner), {name: value for name, value in self._code.given.items() if name in found})

    def _reachable(self) -> list[int]:
        """What the output is made of, operands first."""
        found, waiting = set[int](), [self._output]
        while waiting:
            i = waiting.pop()
            if i not in found:
                found.add(i)
                waiting += self._instructions[i].operands
        return sorted(found)

    def _check(self) -> None:
        last = self._instructions[self._output]
        if last.constant is not None:
            template = QT_TRANSLATE_NOOP(
                "nn", "Line {line}, column {column}: there is no variable here, so nothing to derive by; write a name, such as w."
            )
            raise GraphError(template, place=last.place)
        if last.name:
            template = QT_TRANSLATE_NOOP(
                "nn", "Line {line}, column {column}: {name} alone is no calculation; do something with it, such as {name}^2."
            )
            raise GraphError(template, place=last.place, name=last.name)
        for i, target in self._code.targets.items():
            if i not in set(self._used):
                template = QT_TRANSLATE_NOOP(
                    "nn", "Line {line}, column {column}: {name} doesn't go into the last statement, which is the result; leave it out or use it."
                )
                raise GraphError(template, place=self._instructions[i].place, name=target)

    # Which instructions stand in one node

    def _digest(self, i: int) -> None:
        """Settles what the instruction is: a constant, a variable, a node, or the inner part of the next node."""
        instruction = self._instructions[i]
        if instruction.constant is not None:
            self._terms[i] = self._constant(instruction)
        elif instruction.op is not None:
            self._ops[i] = instruction.op
            inner = self._joined(instruction)
            if inner is not None:
                self._inside.add(inner)
                if self._ops[inner] not in _AFFINE:
                    self._ops[i] = self._ops[inner]
            self._terms[i] = Operation(instruction.op, tuple(self._term(operand) for operand in instruction.operands))

    def _constant(self, instruction: Instruction) -> Term:
        """The formula of numbers as it was typed if it is short (1/2), else its value."""
        value = instruction.constant or 0.0
        if instruction.op is None:
            return Number(value)
        term = Operation(instruction.op, tuple(self._terms[operand] for operand in instruction.operands))
        return term if size(term) == 1 else Number(value)

    def _joined(self, instruction: Instruction) -> int | None:
        """The operand whose formula goes on in this one: a constant is added to it or multiplied with it, and nobody else needs it."""
        moving = [operand for operand in set(instruction.operands) if self._instructions[operand].constant is None]
        if len(moving) != 1 or instruction.op not in _AFFINE or len(instruction.operands) != len(set(instruction.operands)):
            return None
        inner = moving[0]
        if inner not in self._ops or inner in self._code.targets or self._users[inner] > 1 or self._is_quotient(instruction, inner):
            return None
        alone = len(set(names_in(self._terms[inner]))) == 1
        return inner if alone and size(self._terms[inner]) < MOST_IN_A_NODE else None

    def _is_quotient(self, instruction: Instruction, inner: int) -> bool:
        """Whether the inner part is divided by, which is no multiplication with a constant."""
        return instruction.op is Op.DIVIDE and instruction.operands[1] == inner

    def _term(self, operand: int) -> Term:
        """Numbers and what is inside as it is; anything else as the name of its node, its number for now."""
        whole = self._instructions[operand].constant is not None or operand in self._inside
        return self._terms[operand] if whole else Name(str(operand))

    def _is_node(self, i: int) -> bool:
        return self._instructions[i].constant is None and i not in self._inside

    # Names

    def _names(self, nodes: list[int]) -> dict[int, str]:
        """The typed names, then a letter for each other node's kind; numbered where there are several of a kind."""
        found = {i: self._instructions[i].name or self._code.targets.get(i, "") for i in nodes}
        taken = set(found.values()) | set(self._code.given)
        if not found[self._output]:
            found[self._output] = next(name for name in (*_OUTPUTS, *(f"J{k}" for k in range(len(nodes) + 1))) if name not in taken)
            taken.add(found[self._output])
        letters = {i: _LETTERS[self._ops[i]] for i in nodes if not found[i]}
        counts = Counter(letters.values())
        for i, letter in letters.items():
            several = counts[letter] > 1 or letter in taken
            found[i] = next(name for name in self._candidates(letter, several) if name not in taken)
            taken.add(found[i])
        return found

    @staticmethod
    def _candidates(letter: str, several: bool) -> Iterable[str]:
        if not several:
            yield letter
        number = 1
        while True:
            yield f"{letter}{number}"
            number += 1

    def _node(self, i: int, names: dict[int, str]) -> Node:
        formula = _renamed(self._terms[i], names)
        operands = tuple(dict.fromkeys(names[int(lead)] for lead in names_in(self._terms[i])))
        return Node(names[i], self._ops[i], formula, operands, self._instructions[i].place)


def _renamed(term: Term, names: dict[int, str]) -> Term:
    match term:
        case Name(number):
            return Name(names[int(number)])
        case Operation(op, operands):
            return Operation(op, tuple(_renamed(operand, names) for operand in operands))
        case Number():
            return term
