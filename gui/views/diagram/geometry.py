"""Where columns, nodes and edges of the diagram lie. Pure arithmetic, no Qt; lengths in logical px of the scene."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nn.layout import Neuron

NODE, NODE_MIN, OUTPUT = 44.0, 32.0, 64.0
PITCH_MAX = 132.0
LABEL = 18.0  # room for the number below a node
NUMBER = (4.5, 14.0)  # where the digits of that number begin and end, below a node
NUMBER_PAD = 3.0  # in the number's box, above its digits
PITCH_MIN = NODE_MIN + LABEL
BELOW_PITCH_MIN = 116.0  # outputs at least this far apart have their read-out below, closer ones beside
BESIDE_PITCH_MIN = 40.0
PILL = 30.0  # room for "… 240 more"
EDGE_GAP = 5.0  # between a node and the end of its edge
HANDLE = 0.45  # of the gap between two columns, for the cubic's control points
GAP_MIN = 44.0
RING = 3.0  # width of the ring around a selected node
RING_REACH = (2.0, 7.0)  # how far it goes beyond the node: where nodes stand close, and where there is room
RING_CLEAR = 1.5  # between the ring and a number
PICTURE_MIN, PICTURE_MAX = 72.0, 168.0

Floats = NDArray[np.float64]


class Role(Enum):
    INPUT = auto()
    PICTURE = auto()  # the whole input layer as one image
    HIDDEN = auto()
    OUTPUT = auto()


@dataclass(frozen=True)
class Spec:
    """What a column has to show: neuron numbers ``shown`` of ``layer``; ``folded`` more are not drawn.

    ``pill`` says whether a line such as "… 12 more" stands below the column.
    """

    layer: int
    role: Role
    shown: tuple[int, ...]
    folded: int = 0
    pill: bool = False


@dataclass(frozen=True)
class Column:
    """A placed column: centre ``x``, node side ``size``, centres ``ys`` (n,) of its nodes, ``pill_y`` or ``None``.

    ``beside`` outputs have their read-out at the right instead of below.
    """

    spec: Spec
    x: float
    size: float
    pitch: float
    ys: Floats
    beside: bool
    pill_y: float | None

    @property
    def neurons(self) -> list[Neuron]:
        """Those shown, top down; of a picture the first input stands for all."""
        return [Neuron(self.spec.layer, index) for index in self.spec.shown]

    @property
    def right(self) -> float:
        """Where edges to the next column start."""
        return self.x + self.size / 2 + EDGE_GAP

    @property
    def left(self) -> float:
        """Where edges from the column before end."""
        return self.x - self.size / 2 - EDGE_GAP

    @property
    def ring_reach(self) -> float:
        """How far the ring of a selected node goes beyond it: no nearer than ``RING_CLEAR`` to the number of the node above."""
        least, most = RING_REACH
        above = 0.0 if self.beside else NUMBER[1]
        return min(most, max(least, self.pitch - self.size - above - RING_CLEAR))

    def number_top(self, *, selected: bool) -> float:
        """From a node to the box of its number, whose digits begin ``NUMBER[0]`` below an unselected node."""
        usual = NUMBER[0] - NUMBER_PAD
        return max(usual, self.ring_reach + RING_CLEAR - NUMBER_PAD) if selected else usual


@dataclass(frozen=True)
class Plan:
    """All columns, and the size of the scene that they fill."""

    columns: tuple[Column, ...]
    width: float
    height: float

    def slot(self, place: int) -> tuple[float, float]:
        """The share (left, right) of the width that belongs to the column at ``place``, for its head."""
        xs = [column.x for column in self.columns]
        left = (xs[place - 1] + xs[place]) / 2 if place else max(0.0, xs[0] - self._reach())
        right = (xs[place] + xs[place + 1]) / 2 if place + 1 < len(xs) else min(self.width, xs[-1] + self._reach())
        return left, right

    def _reach(self) -> float:
        """How far a head of an outermost column may go outwards."""
        return max(60.0, self.width)


@dataclass(frozen=True)
class Margins:
    """Room left of the first column's nodes and right of the last column's centre line."""

    left: float = 36.0
    right: float = 76.0
    beside: float = 96.0  # right of an output node whose read-out is beside it


def capacity(role: Role, room: float) -> int:
    """How many nodes fit in a column ``room`` high without folding."""
    pitch = BESIDE_PITCH_MIN if role is Role.OUTPUT else PITCH_MIN
    return max(1, int(room // pitch))


def folded_capacity(role: Role, room: float) -> int:
    """How many nodes fit above the line that counts the others."""
    return capacity(role, room - PILL)


def _pitch(spec: Spec, room: float) -> float:
    count = max(1, len(spec.shown))
    low = BESIDE_PITCH_MIN if spec.role is Role.OUTPUT else PITCH_MIN
    return min(PITCH_MAX, max(low, room / count))


def _size(spec: Spec, pitch: float, width: float, height: float) -> tuple[float, bool]:
    """Side of a column's nodes, and whether read-outs stand beside them."""
    if spec.role is Role.PICTURE:
        return min(PICTURE_MAX, max(PICTURE_MIN, min(width * 0.2, height * 0.4))), False
    if spec.role is Role.OUTPUT:
        if pitch >= BELOW_PITCH_MIN:
            return OUTPUT, False
        return min(NODE, max(NODE_MIN, pitch - 10.0)), True
    return min(NODE, max(NODE_MIN, pitch - LABEL - 2.0)), False


def corner(size: float) -> float:
    """A node's corner radius: 10 at 44 px, 12 for outputs of 64 px, 8 at 32 px."""
    return min(12.0, max(8.0, size * 0.23))


def _gap_weight(first: Spec, second: Spec) -> float:
    """Wider gaps where more edges pass: +15 % for each doubling over 8."""
    edges = max(1, len(first.shown) * len(second.shown))
    return float(np.clip(1.0 + 0.15 * np.log2(edges / 8.0), 0.85, 1.5))


def plan(specs: tuple[Spec, ...], width: float, height: float, margins: Margins) -> Plan:
    """Place ``specs`` in a scene of at least ``width`` × ``height``. Where unfolded columns need more height it gets as much more width,
    so that shown whole it fills its room; many layers may make it wider still."""
    rooms = [height - (PILL if spec.pill else 0.0) for spec in specs]
    pitches = [_pitch(spec, room) for spec, room in zip(specs, rooms, strict=True)]
    tall = max(pitch * max(1, len(spec.shown)) + (PILL if spec.pill else 0.0) for spec, pitch in zip(specs, pitches, strict=True))
    room, height = height, max(height, tall)
    width *= height / room
    sizes = [_size(spec, pitch, width, height) for spec, pitch in zip(specs, pitches, strict=True)]
    xs, width = _place(specs, sizes, width, margins)
    columns = [_column(spec, x, *side, pitch=pitch, height=height) for spec, x, side, pitch in zip(specs, xs, sizes, pitches, strict=True)]
    return Plan(tuple(columns), width, height)


def _place(specs: tuple[Spec, ...], sizes: list[tuple[float, bool]], width: float, margins: Margins) -> tuple[list[float], float]:
    """Centre lines of the columns, and the width that they need."""
    last, beside = sizes[-1]
    right = last / 2 + margins.beside if beside else max(margins.right, last / 2 + 12.0)
    inner = sum(size for size, _ in sizes) - sizes[-1][0] / 2
    weights = np.array([_gap_weight(a, b) for a, b in pairwise(specs)])
    free = max(width - margins.left - right - inner, GAP_MIN * len(weights))
    gaps = _share(free, weights)
    xs, x = [], margins.left
    for place, (size, _) in enumerate(sizes):
        xs.append(x + size / 2)
        x += size + (float(gaps[place]) if place < len(gaps) else 0.0)
    return xs, max(width, xs[-1] + right)


def _share(free: float, weights: Floats) -> Floats:
    """``free`` px shared out by ``weights``, none below the least gap."""
    gaps = free * weights / weights.sum()
    short = gaps < GAP_MIN
    if short.any() and not short.all():
        rest = free - GAP_MIN * int(short.sum())
        gaps = np.where(short, GAP_MIN, rest * weights / weights[~short].sum())
    return np.asarray(gaps, dtype=np.float64)


def _column(spec: Spec, x: float, size: float, beside: bool, *, pitch: float, height: float) -> Column:
    count = len(spec.shown)
    pill = PILL if spec.pill else 0.0
    lift = 12.0 if spec.role is Role.OUTPUT and not beside and count > 1 else 0.0
    top = (height - pill - pitch * count) / 2 - lift
    ys = top + pitch * (np.arange(count, dtype=np.float64) + 0.5)
    pill_y = None
    if spec.pill:
        pill_y = float(ys[-1]) + size / 2 + (8.0 if beside else LABEL) + 13.0
    return Column(spec, x, size, pitch, ys, beside, pill_y)


def blend(t: float | Floats) -> float | Floats:
    """Height along an edge's cubic, 0 to 1, at parameter ``t``: its handles are level, so y = y0 + (y1 − y0)·(3t² − 2t³)."""
    return t * t * (3.0 - 2.0 * t)


def advance(t: float) -> float:
    """Progress along x, 0 to 1, at parameter ``t``: a cubic with handles at ``HANDLE`` and 1 − ``HANDLE``."""
    u = 1.0 - t
    return 3.0 * u * u * t * HANDLE + 3.0 * u * t * t * (1.0 - HANDLE) + t**3


def parameter_at(progress: float) -> float:
    """The ``t`` at which the cubic has come ``progress`` (0 to 1) along x, to 1e-6; x is monotone in t."""
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if advance(middle) < progress else (low, middle)
    return (low + high) / 2


def steepness(t: float) -> float:
    """d(blend)/d(advance) at ``t``: how steep an edge of unit width and height is there."""
    dx = 3.0 * ((1.0 - t) ** 2 * HANDLE + 2.0 * (1.0 - t) * t * (1.0 - 2.0 * HANDLE) + t * t * HANDLE)
    return 6.0 * t * (1.0 - t) / dx
