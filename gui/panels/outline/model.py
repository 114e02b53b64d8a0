"""A walk as a tree for Qt: iteration › phase › neuron or parameter › step. A branch is made when it is first opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from gui.fields.symbols import Phrase, phrase_of, plain_text
from gui.panels.step_parts import Part, iteration_name, iterations_of, part_name, parts_of, runs
from nn.layout import Neuron
from nn.replay.expression import Name
from nn.replay.names import neuron_name, symbol
from nn.replay.scheme import Scheme
from nn.replay.settings import Naming
from nn.replay.step import Kind, Phase, Quantity, Step
from nn.replay.walk import Walk
from nn.text import QT_TRANSLATE_NOOP

Index = QModelIndex | QPersistentModelIndex

_OF_NEURON = QT_TRANSLATE_NOOP("Outline", "{net} and {out} of {neuron}")
_PRODUCT = QT_TRANSLATE_NOOP("Outline", "Product")
_MARKS = {
    "DONE": QT_TRANSLATE_NOOP("Outline", "done"),
    "IN_PROGRESS": QT_TRANSLATE_NOOP("Outline", "in progress"),
    "CURRENT": QT_TRANSLATE_NOOP("Outline", "current"),
    "TO_DO": QT_TRANSLATE_NOOP("Outline", "to do"),
}


class Level(Enum):
    ROOT = auto()
    ITERATION = auto()
    PART = auto()
    PLACE = auto()
    STEP = auto()


class Mark(Enum):
    """How far the walk is with a branch; each has its sign."""

    DONE = auto()
    IN_PROGRESS = auto()
    CURRENT = auto()
    TO_DO = auto()


@dataclass(slots=True)
class Node:
    """A row: steps ``start`` up to, without, ``stop``. ``children`` is ``None`` until they are asked for."""

    id: int
    level: Level
    start: int
    stop: int
    parent: int
    row: int
    about: Any = None
    children: list[int] | None = field(default=None)

    @property
    def is_step(self) -> bool:
        return self.level is Level.STEP


class WalkModel(QAbstractItemModel):
    """One column; the panel's delegate asks for :class:`Node` and paints it."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._walk: Walk | None = None
        self._nodes: list[Node] = []
        self._only_iteration = True
        self._step = 0
        self._clear()

    def _clear(self) -> None:
        self._nodes = [Node(0, Level.ROOT, 0, 0, 0, 0, children=[])]

    # The walk

    @property
    def step(self) -> int:
        return self._step

    def show_walk(self, walk: Walk) -> None:
        self.beginResetModel()
        self._walk = walk
        self._step = 0
        self._clear()
        self._nodes[0].stop = len(walk.steps)
        self._nodes[0].children = None
        self.endResetModel()

    def show_step(self, step: int) -> None:
        """Which step is looked at. The rows are painted anew by the panel."""
        self._step = step

    def mark_of(self, node: Node) -> Mark:
        if node.stop <= self._step:
            return Mark.DONE
        if node.start > self._step:
            return Mark.TO_DO
        return Mark.CURRENT if node.is_step else Mark.IN_PROGRESS

    def path_to(self, step: int) -> list[QModelIndex]:
        """The rows from the outermost to the step's own."""
        path: list[QModelIndex] = []
        node = self._nodes[0]
        while not node.is_step:
            inside = [child for child in self._children(node) if self._nodes[child].start <= step < self._nodes[child].stop]
            if not inside:
                break
            node = self._nodes[inside[0]]
            path.append(self.index_of(node))
        return path

    def node(self, index: Index) -> Node:
        return self._nodes[index.internalId() if index.isValid() else 0]

    def node_of(self, id: int) -> Node:
        return self._nodes[id]

    def index_of(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.id)

    # Branches

    def _children(self, node: Node) -> list[int]:
        if node.children is None:
            node.children = []
            for level, start, stop, about in self._branches(node):
                made = Node(len(self._nodes), level, start, stop, node.id, len(node.children), about)
                self._nodes.append(made)
                node.children.append(made.id)
        return node.children

    def _branches(self, node: Node) -> list[tuple[Level, int, int, Any]]:
        walk = self._walk
        if walk is None or node.is_step:
            return []
        if node.level is Level.ROOT:
            return self._outermost(walk)
        if node.level is Level.ITERATION:
            return [_of_part(part) for part in parts_of(walk, node.start, node.stop)]
        if node.level is Level.PART and node.about.phase in (Phase.FORWARD, Phase.BACKWARD) and not walk.whole_layers:
            places = runs(walk.steps, node.start, node.stop, _place_of)
            return [(Level.STEP if stop - start == 1 else Level.PLACE, start, stop, key) for key, (start, stop) in places]
        return [(Level.STEP, step, step + 1, None) for step in range(node.start, node.stop)]

    def _outermost(self, walk: Walk) -> list[tuple[Level, int, int, Any]]:
        """The parts of the only iteration and, closed up, the pass after it; or one row for each of several iterations."""
        iterations = iterations_of(walk)
        full = [number for number, _, _ in iterations if number <= walk.scheme.settings.iterations]
        self._only_iteration = len(full) == 1
        if len(full) > 1 or not full:
            return [(Level.ITERATION, start, stop, number) for number, start, stop in iterations]
        (_, start, stop), rest = iterations[0], iterations[1:]
        parts = [_of_part(part) for part in parts_of(walk, start, stop)]
        return [*parts, *((Level.ITERATION, start, stop, number) for number, start, stop in rest)]

    # Words

    def phrase(self, node: Node) -> Phrase:
        """What the row says, with its symbols."""
        walk = self._walk
        if walk is None or node.level is Level.ROOT:
            return ()
        if node.level is Level.ITERATION:
            return (iteration_name(node.about, walk, only=self._only_iteration),)
        if node.level is Level.PART:
            return (part_name(node.about, walk, long=True),)
        if node.level is Level.PLACE:
            return _place_phrase(walk.steps[node.start], walk.scheme)
        step = walk.steps[node.start]
        if step.quantity.kind is Kind.E_W and self._nodes[node.parent].level is Level.PLACE:
            return (QCoreApplication.translate("Outline", _PRODUCT),)
        return (symbol(step.quantity, walk.scheme),)

    def words(self, node: Node) -> str:
        """The row as plain text."""
        return plain_text(self.phrase(node))

    @staticmethod
    def numbers(node: Node) -> str:
        """The step's number, or from which to which, counted from 1."""
        return str(node.stop) if node.stop - node.start == 1 else f"{node.start + 1}–{node.stop}"

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  Qt's own signature
        children = self._children(self.node(parent))
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008  Qt has two methods of this name
        if not index.isValid():
            return QModelIndex()
        above = self._nodes[self.node(index).parent]
        return QModelIndex() if above.level is Level.ROOT else self.index_of(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return len(self._children(self.node(parent)))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008  Qt's own signature
        return self._walk is not None and not self.node(parent).is_step

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            mark = QCoreApplication.translate("Outline", _MARKS[self.mark_of(node).name])
            return f"{self.words(node)}, {self.numbers(node)}, {mark}"
        return None


def _of_part(part: Part) -> tuple[Level, int, int, Any]:
    return Level.PART, part.start, part.stop, part


def _place_of(step: Step) -> Quantity | tuple[int, int]:
    """What a step of the forward or the backward pass is listed under: its neuron, or the parameter that it works for."""
    if step.phase is Phase.FORWARD:
        return step.quantity.layer, step.quantity.unit
    return step.goal if step.goal is not None else step.quantity


def _place_phrase(step: Step, scheme: Scheme) -> Phrase:
    if step.phase is Phase.FORWARD:
        return _neuron_phrase(step.quantity, scheme)
    goal = step.goal
    if goal is None:
        return (symbol(step.quantity, scheme),)
    kind = Kind.E_W if goal.kind is Kind.WEIGHT else Kind.E_B
    return (symbol(Quantity(kind, goal.layer, goal.unit, goal.other), scheme),)


def _neuron_phrase(quantity: Quantity, scheme: Scheme) -> Phrase:
    template = QCoreApplication.translate("Outline", _OF_NEURON)
    net, out = ("net", "out") if scheme.settings.naming is Naming.MAZUR else ("z", "a")
    name = neuron_name(Neuron(quantity.layer, quantity.unit), scheme)
    return phrase_of(template, net=net, out=out, neuron=Name(name[:1], name[1:]))
