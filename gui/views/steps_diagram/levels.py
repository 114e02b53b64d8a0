"""How much of each neuron is shown, and how wide everything then is: as much as the window has room for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple

from gui.views.steps_diagram.numbers import breadth

HEAD, STRIP = 44.0, 30.0  # px kept for the columns' heads and for the line below
LINE_LEAST, LINE_MOST = 16.5, 26.0  # heights of a neuron on one line
TOTAL_HEIGHT, TOTAL_GAP = 48.0, 40.0
OUTPUTS_GAP = 32.0  # room around the total among three outputs and more
FEW_EDGES = 20  # a pair of layers with more shown edges has pills only where one is pointed at or lit
GAP_BARE = 38.0
PILL_GAP = 5.0  # between a pill's symbol and its number
LEAST_DIGITS = 4  # decimals of weights where the room is short


@dataclass(frozen=True)
class Sizes:
    """Of letters and of the air around them, px: ``cell`` and ``edge`` for numbers in boxes and in pills."""

    cell: float = 13.0
    edge: float = 12.0
    pad: float = 9.0
    pill_pad: float = 8.0
    margin: float = 18.0
    arrow: float = 16.0  # beside a pill, for the line that it stands on
    error_gap: float = 38.0
    input: float = 64.0


NORMAL = Sizes()
DENSE = Sizes(cell=12.0, edge=11.0, pad=7.0, pill_pad=6.0, margin=12.0, arrow=12.0, error_gap=32.0, input=50.0)


class Level(IntEnum):
    """From all to little: net beside out; net above out; the same with the name inside; without the bias; out alone."""

    SIDE = 0
    STACKED = 1
    SHORT = 2
    TIGHT = 3
    LINE = 4


@dataclass(frozen=True)
class Metrics:
    """Room for a neuron at a level: its box, and what stands above and below it. px."""

    height: float
    above: float
    below: float
    gap: float

    @property
    def whole(self) -> float:
        return self.above + self.height + self.below + self.gap


METRICS = {
    Level.SIDE: Metrics(56, 20, 37, 10),
    Level.STACKED: Metrics(56, 20, 37, 10),
    Level.SHORT: Metrics(42, 0, 23, 8),
    Level.TIGHT: Metrics(40, 0, 0, 7),
    Level.LINE: Metrics(LINE_LEAST, 0, 0, 1.5),
}


@dataclass(frozen=True)
class Texts:
    """How long the walk's texts are. ``whole``: digits before the point; ``sign``: 1 where something is negative. Widths in px."""

    digits: int
    whole: int = 1
    sign: int = 0
    name: float = 16.0  # a neuron's name
    label: float = 24.0  # "net" and "out"
    weight: float = 16.0  # a weight's or bias's symbol
    target: float = 38.0
    error: float = 24.0

    sizes: Sizes = NORMAL

    @property
    def value(self) -> int:
        """Characters of a calculated number."""
        return self.digits + 1 + self.whole

    @property
    def pill_digits(self) -> int:
        return min(self.digits, LEAST_DIGITS)

    def pill(self, digits: int) -> float:
        """Width of a weight's pill with so many decimals, whatever its weight will be."""
        number = breadth(digits + 1 + self.whole + self.sign, self.sizes.edge)
        return max(58.0, self.weight + PILL_GAP + number + 2 * self.sizes.pill_pad)


@dataclass(frozen=True)
class Widths:
    """What was chosen: a level for each neuron column, and widths in px. ``pills``: decimals in the pills; ``gaps`` for each pair of layers."""

    levels: tuple[Level, ...]
    input_line: bool
    error_line: bool
    input: float
    columns: tuple[float, ...]
    error: float
    pills: int
    gaps: tuple[float, ...]
    error_gap: float
    margin: float

    @property
    def total(self) -> float:
        return 2 * self.margin + self.input + sum(self.columns) + self.error + sum(self.gaps) + self.error_gap


def neuron_width(level: Level, texts: Texts) -> float:
    """Width of a neuron's box."""
    sizes = texts.sizes
    if level is Level.SIDE:
        return 2 * (breadth(texts.value, sizes.cell) + 1.5 * sizes.pad)
    if level is Level.STACKED:
        return texts.label + breadth(texts.value, sizes.cell) + 2 * sizes.pad + 8
    if level is Level.LINE:
        return texts.name + breadth(texts.value + texts.sign, sizes.edge) + 2 * sizes.pad + 6
    return texts.name + texts.label + breadth(texts.value, sizes.edge) + 2 * sizes.pad + 14


def input_width(line: bool, texts: Texts) -> float:
    """Width of an input's box: its value is short."""
    sizes, count = texts.sizes, min(texts.value, 5) + texts.sign
    if line:
        return texts.name + breadth(count, sizes.edge) + 2 * sizes.pad + 4
    return max(sizes.input, breadth(count, sizes.cell) + 2 * sizes.pad)


def error_width(line: bool, texts: Texts) -> float:
    """Width of an output's target and error."""
    sizes = texts.sizes
    if line:
        return 4 * sizes.pad + breadth(4 + texts.value, sizes.edge) + 12
    return max(texts.error + breadth(texts.value, sizes.cell), texts.target + breadth(5, sizes.cell)) + 2 * sizes.pad + 6


def level_for(rows: int, room: float) -> Level:
    """The fullest level at which ``rows`` neurons fit into a height of ``room``."""
    for level in Level:
        if rows * METRICS[level].whole <= room + METRICS[level].gap:
            return level
    return Level.LINE


def most_rows(room: float) -> int:
    """How many neurons can stand one above the other at all."""
    return max(1, int(room / (LINE_LEAST + METRICS[Level.LINE].gap)))


def output_room(outputs: int, room: float, total: float) -> float:
    """The height that outputs have when the total error stands between the upper and the lower ones."""
    return room if outputs <= 2 else room - total - OUTPUTS_GAP


class Room(NamedTuple):
    """``width`` of the window, ``height`` between heads and foot, the height of the total error's box, and how many edges still have pills."""

    width: float
    height: float
    total: float
    few: int = FEW_EDGES


# From all to little: the fullest level, whether weights have pills, whether letters and gaps are smaller.
_TRIES = (
    (Level.SIDE, True, NORMAL),
    (Level.STACKED, True, NORMAL),
    (Level.STACKED, True, DENSE),
    (Level.SHORT, True, DENSE),
    (Level.SIDE, False, NORMAL),
    (Level.STACKED, False, NORMAL),
    (Level.STACKED, False, DENSE),
    (Level.LINE, False, NORMAL),
    (Level.LINE, False, DENSE),
)


def choose(rows: tuple[int, ...], edges: tuple[int, ...], room: Room, texts: Texts) -> tuple[Widths, Texts]:
    """The fullest levels at which columns with so many ``rows`` (inputs first) and ``edges`` between them fit into ``room``, and the
    texts in their sizes; the barest, wider than the room, where none fits."""
    heights = [room.height] * (len(rows) - 2) + [output_room(rows[-1], room.height, room.total)]
    limits = [level_for(n, height) for n, height in zip(rows[1:], heights, strict=True)]
    for level, pills, sizes in _TRIES:
        sized = replace(texts, sizes=sizes)
        levels = tuple(max(level, limit) for limit in limits)
        for digits in dict.fromkeys((texts.digits, texts.pill_digits)) if pills else (-1,):
            found = _widths(levels, level_for(rows[0], room.height) > Level.SHORT, tuple(n <= room.few for n in edges), sized, digits)
            if found.total <= room.width:
                return _spread(found, room.width), sized
    return found, sized


def _widths(levels: tuple[Level, ...], input_line: bool, piled: tuple[bool, ...], texts: Texts, pills: int) -> Widths:
    sizes, error_line = texts.sizes, levels[-1] > Level.SHORT
    return Widths(
        levels=levels,
        input_line=input_line,
        error_line=error_line,
        input=input_width(input_line, texts),
        columns=tuple(neuron_width(level, texts) for level in levels),
        error=error_width(error_line, texts),
        pills=pills,
        gaps=tuple(texts.pill(pills) + sizes.arrow if pills >= 0 and few else GAP_BARE for few in piled),
        error_gap=sizes.error_gap,
        margin=sizes.margin,
    )


def _spread(found: Widths, width: float) -> Widths:
    """The room that is left goes to the gaps, the most of it between layers."""
    left = width - found.total
    error = min(0.16 * left, 60.0)
    each = (left - error) / len(found.gaps)
    return replace(found, gaps=tuple(gap + each for gap in found.gaps), error_gap=found.error_gap + error)
