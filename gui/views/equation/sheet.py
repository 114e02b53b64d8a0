"""Where the cells of an equation stand: aligned rows, one column for each factor, as large as fits."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from gui.typeset.box import AXIS, Box, text
from gui.typeset.ink import EM
from gui.views.equation.cells import COVER, Cell, Cells, Stack
from gui.views.equation.request import Row

SIZE, TOTAL_SIZE, LEAST = 17.0, 25.0, 12.0  # px: the letters', the total's, and how small they may become in a narrow card
PADDING = 24.0
TOP, BOTTOM = 28.0, 18.0  # room for the numbers ①②③ above, and below the last row
PITCH, GAP, TOTAL_GAP = 40.0, 17.0, 26.0
JOINER_GAP = 19.0
FRAME = 11.0  # from a column's ink to its frame


@dataclass(frozen=True)
class Placed:
    """A cell on the sheet: ``x`` is the left end of its box, ``size`` its letters' size. ``stack`` counts the columns, −1 for none."""

    cell: Cell
    row: Row
    stack: int
    x: float
    baseline: float
    size: float

    @property
    def rect(self) -> QRectF:
        """Around its ink."""
        scale = self.size / EM
        box = self.cell.box
        return QRectF(self.x, self.baseline - box.ascent * scale, box.width * scale, box.height * scale)


@dataclass(frozen=True)
class Sheet:
    """Everything with its place, in px. ``signs`` are the equals signs and joiners, as cells of no column."""

    pieces: tuple[Placed, ...]
    signs: tuple[Placed, ...]
    badges: tuple[QPointF, ...]
    frames: tuple[QRectF, ...]
    axes: dict[Row, float]
    width: float
    height: float
    scale: float


def lay_out(cells: Cells, width: float, height: float, labels: float, zoom: float = 1.0) -> Sheet:
    """Place ``cells`` in a card of ``width`` × ``height`` px whose row labels are ``labels`` px wide, at the theme's ``zoom``.

    Too wide an equation is set smaller, down to letters of ``LEAST`` px; the sheet is then as wide as it needs to be.
    """
    scale = _fitting(cells, width, labels, zoom)
    for tightness in (1.0, 0.75, 0.55):
        sheet = _Setter(cells, zoom, labels, scale, tightness).sheet()
        if sheet.height <= height:
            break
    return sheet


def _fitting(cells: Cells, width: float, labels: float, zoom: float) -> float:
    """How much smaller the letters must be for the sheet to be ``width`` wide; padding and labels don't shrink with them."""
    scale, fixed = 1.0, labels + 3 * PADDING * zoom
    for _ in range(4):
        needed = _Setter(cells, zoom, labels, scale).width()
        if needed <= width or scale <= LEAST / SIZE:
            break
        scale = max(LEAST / SIZE, scale * (width - fixed - 1) / (needed - fixed))
    return scale


class _Setter:
    """One attempt at a size and a distance between rows."""

    def __init__(self, cells: Cells, zoom: float, labels: float, scale: float = 1.0, tightness: float = 1.0) -> None:
        self._cells = cells
        self._zoom, self._tight = zoom, tightness
        self._size, self._total_size, self._scale = SIZE * zoom * scale, TOTAL_SIZE * zoom * max(scale, 0.8), scale
        self._left = PADDING * zoom + labels
        self._equals = self._left + cells.total_left.width * self._size / EM + 9 * zoom * scale
        self._spans = self._columns()

    def width(self) -> float:
        last = self._spans[-1][1] if self._spans else self._equals
        total = self._first() + self._cells.total.box.width * self._total() / EM
        return max(last, total) + (FRAME + PADDING) * self._zoom

    def _total(self) -> float:
        """The size of the total's letters; its question mark is as large as the others."""
        return self._size if self._cells.total.covered else self._total_size

    def _first(self) -> float:
        """Where the first column's ink may begin."""
        return self._equals + text("=").width * self._size / EM + (FRAME + 8) * self._zoom * self._scale

    def _columns(self) -> list[tuple[float, float]]:
        """The left and right end of each column's ink."""
        x, spans = self._first(), []
        joiner = self._joiner().width * self._size / EM
        gap = JOINER_GAP * self._zoom * self._scale if self._cells.joiner else 0.0
        for stack in self._cells.stacks:
            wide = max(stack.cells[row].box.width for row in self._cells.rows if row in stack.cells) * self._size / EM
            wide = max(wide, self._least(stack))
            spans.append((x, x + wide))
            x += wide + 2 * gap + joiner
        return spans

    def _least(self, stack: Stack) -> float:
        return 0.0 if stack.elided else self._cells.least * self._size / EM

    def _joiner(self) -> Box:
        return text(self._cells.joiner) if self._cells.joiner else Box()

    def sheet(self) -> Sheet:
        axes, bottom = self._axes()
        lefts = ((self._cells.left, self._cells.rows[0]), (self._cells.total_left, Row.TOTAL))
        pieces = [self._placed(Cell(box), row, -1, (self._left, axes[row])) for box, row in lefts]
        pieces.append(self._placed(self._cells.total, Row.TOTAL, -1, (self._first(), axes[Row.TOTAL])))
        for index, (stack, (left, right)) in enumerate(zip(self._cells.stacks, self._spans, strict=True)):
            pieces += self._stack(stack, index, (left, right), axes)
        return Sheet(
            tuple(pieces), tuple(self._signs(axes)), self._badges(), self._frames(axes), axes, self.width(), bottom + BOTTOM * self._zoom, self._scale
        )

    def _stack(self, stack: Stack, index: int, span: tuple[float, float], axes: dict[Row, float]) -> list[Placed]:
        """A column's cells, centred; the only column stands flush with the total."""
        flush = len(self._cells.stacks) == 1
        placed = []
        for row, cell in stack.cells.items():
            if row in axes:
                left = span[0] if flush else (span[0] + span[1] - cell.box.width * self._size / EM) / 2
                placed.append(self._placed(cell, row, index, (left, axes[row])))
        return placed

    def _placed(self, cell: Cell, row: Row, index: int, at: tuple[float, float]) -> Placed:
        """``at``: the left end, and the height of a minus."""
        size = self._total() if cell is self._cells.total else self._size
        return Placed(cell, row, index, at[0], at[1] + AXIS * size / EM, size)

    def _signs(self, axes: dict[Row, float]) -> list[Placed]:
        equals, joiner = Cell(text("=")), Cell(self._joiner())
        signs = [self._placed(equals, row, -1, (self._equals, axis)) for row, axis in axes.items()]
        wide = joiner.box.width * self._size / EM
        for (_, left), (right, _) in zip(self._spans, self._spans[1:], strict=False):
            signs += [self._placed(joiner, row, -1, ((left + right - wide) / 2, axis)) for row, axis in axes.items() if row is not Row.TOTAL]
        return signs

    def _reach(self, row: Row) -> tuple[float, float]:
        """How far the row's ink goes up and down from its axis, px."""
        boxes = [(stack.cells[row].box, self._size) for stack in self._cells.stacks if row in stack.cells]
        if row in (self._cells.rows[0], Row.TOTAL):
            boxes.append((self._cells.left, self._size))
        if row is Row.RESULT:
            boxes.append((COVER, self._size))
        if row is Row.TOTAL:
            boxes.append((self._cells.total.box, self._total()))
        up = max(((box.ascent - AXIS) * size / EM for box, size in boxes), default=0.0)
        return up, max(((box.descent + AXIS) * size / EM for box, size in boxes), default=0.0)

    def _axes(self) -> tuple[dict[Row, float], float]:
        """The height of each row's axis, and where the last row's ink ends."""
        axes: dict[Row, float] = {}
        zoom = self._zoom
        below, y = 0.0, (TOP if self._has_badges() else TOP / 2) * zoom
        for row in self._cells.rows:
            up, down = self._reach(row)
            if axes:
                gap = TOTAL_GAP if row is Row.TOTAL and len(self._cells.stacks) > 1 else GAP
                y += max(PITCH * zoom, below + up + gap * zoom) * self._tight if self._tight == 1.0 else below + up + gap * zoom * self._tight
            else:
                y += up
            axes[row], below = y, down
        return axes, y + below

    def _has_badges(self) -> bool:
        return any(stack.number for stack in self._cells.stacks)

    def _badges(self) -> tuple[QPointF, ...]:
        return tuple(QPointF((left + right) / 2, 14 * self._zoom) for left, right in self._spans)

    def _frames(self, axes: dict[Row, float]) -> tuple[QRectF, ...]:
        """The active column's frame, from above its number to below its result."""
        last = max(row for row in axes if row is not Row.TOTAL)
        bottom = axes[last] + self._reach(last)[1] + 11 * self._zoom
        reach = FRAME * self._zoom * self._scale
        return tuple(QRectF(left - reach, 1.0, right - left + 2 * reach, bottom - 1.0) for left, right in self._spans)
