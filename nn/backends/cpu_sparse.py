"""The first layer's products where most inputs are 0, as in pictures of digits: only the others are multiplied.

A batch becomes two lists of its numbers that aren't 0. *By sample* they lie one sample after another in the inputs' rows of
``work.outputs``, with each number's feature in ``work.features``. *By feature* they lie in the inputs' rows of ``work.deltas`` (which
have no other use), a tile's width of room for each feature, with each number's sample in ``work.samples``. Weights of one feature
lie side by side, so every loop runs along a row of them.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nn.backends.cpu_compile import compact, part
from nn.backends.cpu_vector import element, fill, lanes, load, put, store, zeros

if TYPE_CHECKING:
    from nn.backends.cpu_codes import Net
    from nn.backends.cpu_tile import Place, Work

MOST = 0.4  # share of numbers that aren't 0, above which BLAS is given all of them
SAMPLES_BEFORE_A_GUESS = 8  # of which the share is taken before the rest is looked at


@part
def of_byte(samples: Any, levels: Any, p: int) -> Any:
    return element(levels, element(samples, p))


@part
def of_number(samples: Any, _levels: Any, p: int) -> Any:
    return element(samples, p)


def _lister(number: Any) -> Any:
    """The compiled function that lists a batch's numbers, each read by ``number``."""

    @part
    def list_up(samples: Any, levels: Any, features: int, order: Any, begin: int, count: int, width: int, work: Work) -> bool:
        """Write both lists of the batch; False, with them unfinished, if too many numbers aren't 0."""
        compact()
        fill(work.counts, 0, features)
        found = 0
        for s in range(count):
            at, first = order[begin + s] * features, found
            for i in range(features):
                put(work.features, found, i)
                found += 1 if number(samples, levels, at + i) != 0 else 0  # no branch: it would be guessed wrong at every fifth number
            put(work.ends, s, found)
            if found > MOST * features * max(s + 1, min(count, SAMPLES_BEFORE_A_GUESS)):
                return False
            for p in range(first, found):
                i = element(work.features, p)
                value, before = number(samples, levels, at + i), element(work.counts, i)
                put(work.outputs, p, value)
                put(work.deltas, i * width + before, value)
                put(work.samples, i * width + before, s)
                put(work.counts, i, before + 1)
        return True

    return list_up


list_bytes = _lister(of_byte)
list_numbers = _lister(of_number)


@part
def turn(source: Any, at: int, rows: int, length: int, target: Any, to: int, width: int, columns: int) -> None:
    """target[to + c·width + r] = source[at + r·length + c] for r < rows and c < columns: the transpose. Four rows at a time."""
    compact()
    r = 0
    while r + 4 <= rows:
        a, q = at + r * length, to + r
        for c in range(columns):
            put(target, q, element(source, a + c))
            put(target, q + 1, element(source, a + length + c))
            put(target, q + 2, element(source, a + 2 * length + c))
            put(target, q + 3, element(source, a + 3 * length + c))
            q += width
        r += 4
    while r < rows:
        for c in range(columns):
            put(target, to + c * width + r, element(source, at + r * length + c))
        r += 1


@part
def row(values: Any, others: Any, begin: int, end: int, rows: Any, at: int, length: int, start: Any) -> Any:
    """start + Σ values[p]·(row others[p] of ``rows``), begin ≤ p < end: a vector of each row, from its place ``at`` on."""
    compact()
    for p in range(begin, end):
        start = start + element(values, p) * load(rows, at + element(others, p) * length)
    return start


@part
def rows_of_four(values: Any, others: Any, begin: int, end: int, rows: Any, at: int, length: int, start: Any) -> Any:
    """:func:`row` for four vectors that lie side by side, whose sums wait less for each other. ``start`` has four."""
    compact()
    a, b, c, d = start
    step = lanes(rows)
    for p in range(begin, end):
        value, q = element(values, p), at + element(others, p) * length
        a = a + value * load(rows, q)
        b = b + value * load(rows, q + step)
        c = c + value * load(rows, q + 2 * step)
        d = d + value * load(rows, q + 3 * step)
    return a, b, c, d


@part
def sums(net: Net, params: Any, z: Any, work: Work, place: Place) -> None:
    """z = Wᵀ·x + b of the first layer: for each sample, the weights of the features that it has."""
    compact()
    count, at, step = net.widths[1], net.at[1], lanes(z)
    bias = at + net.widths[0] * count
    j = 0
    while j < count:
        wide = j + 4 * step <= count
        begin = 0
        for s in range(place.samples):
            end, b, q = element(work.ends, s), bias + j, s * count + j
            if wide:
                start = load(params, b), load(params, b + step), load(params, b + 2 * step), load(params, b + 3 * step)
                found = rows_of_four(work.outputs, work.features, begin, end, params, at + j, count, start)
                store(work.turned, q, found[0])
                store(work.turned, q + step, found[1])
                store(work.turned, q + 2 * step, found[2])
                store(work.turned, q + 3 * step, found[3])
            else:
                store(work.turned, q, row(work.outputs, work.features, begin, end, params, at + j, count, load(params, b)))
            begin = end
        j += 4 * step if wide else step
    first, width = net.first[1] * place.width, place.width
    turn(work.turned, 0, place.samples, count, z, first, width, count)
    for j in range(count):
        fill(z, first + j * width + place.samples, first + (j + 1) * width)


@part
def write(target: Any, p: int, value: Any, add: bool) -> None:
    store(target, p, load(target, p) + value if add else value)


@part
def gradient(net: Net, target: Any, factor: float, add: bool, work: Work, place: Place) -> None:
    """target = factor·∂L/∂W of the first layer, or target += …: for each feature, the deltas of the samples that have it."""
    compact()
    count, width, step = net.widths[1], place.width, lanes(target)
    length = count + step  # rows a power of two apart would share few lines of the cache
    turn(work.deltas, net.first[1] * width, count, width, work.turned, 0, length, place.samples)
    none = zeros(target)
    j = 0
    while j < count:
        wide = j + 4 * step <= count
        for i in range(net.widths[0]):
            begin, q = i * width, net.at[1] + i * count + j
            end = begin + element(work.counts, i)
            if add and begin == end:
                continue
            if wide:
                found = rows_of_four(work.deltas, work.samples, begin, end, work.turned, j, length, (none, none, none, none))
                write(target, q, factor * found[0], add)
                write(target, q + step, factor * found[1], add)
                write(target, q + 2 * step, factor * found[2], add)
                write(target, q + 3 * step, factor * found[3], add)
            else:
                write(target, q, factor * row(work.deltas, work.samples, begin, end, work.turned, j, length, none), add)
        j += 4 * step if wide else step
