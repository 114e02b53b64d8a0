"""A layer's gradient from a tile: outputs before it times its deltas, summed over the samples.

Each weight's sum is a vector, a number for each place, while a batch goes on: only its last tile adds the places up. With one
tile the sums never leave the registers.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nn.backends import cpu_sparse
from nn.backends.cpu_blas import by_blas, gemm
from nn.backends.cpu_compile import inlined, part
from nn.backends.cpu_vector import REGISTER_BITS, lanes, load, put, store, total, zeros

HAS_32_REGISTERS = REGISTER_BITS == 512  # of vectors, not 16

if TYPE_CHECKING:
    from nn.backends.cpu_codes import Net
    from nn.backends.cpu_tile import Place, Work


@part
def begun(sums: Any, at: int, place: Place) -> Any:
    """A weight's sum of the tiles before."""
    inlined()
    return zeros(sums) if place.column == 0 else load(sums, at)


@part
def ended(sums: Any, at: int, found: Any, p: int, value: Any, place: Place) -> None:
    """Keep a weight's sum for the next tile, or write its gradient."""
    inlined()
    if place.last:
        put(found, p, total(value))
    else:
        store(sums, at, value)


@part
def dots(x: Any, x_row: int, rows: Any, first: int, j: int, count: int, sums: Any, wide: int, found: Any, at: int, stride: int, place: Place) -> None:
    """found[at + j·stride] = x[x_row] · rows[first + j] from a j up to ``count``: x is read once for four of them. Sums from ``wide`` on."""
    inlined()
    width, step = place.width, lanes(x)
    begin = x_row * width
    while j + 4 <= count:
        q, p, row = wide + j * step, at + j * stride, (first + j) * width
        g0, g1 = begun(sums, q, place), begun(sums, q + step, place)
        g2, g3 = begun(sums, q + 2 * step, place), begun(sums, q + 3 * step, place)
        for s in range(0, width, step):
            value = load(x, begin + s)
            g0 = g0 + value * load(rows, row + s)
            g1 = g1 + value * load(rows, row + width + s)
            g2 = g2 + value * load(rows, row + 2 * width + s)
            g3 = g3 + value * load(rows, row + 3 * width + s)
        ended(sums, q, found, p, g0, place)
        ended(sums, q + step, found, p + stride, g1, place)
        ended(sums, q + 2 * step, found, p + 2 * stride, g2, place)
        ended(sums, q + 3 * step, found, p + 3 * stride, g3, place)
        j += 4
    while j < count:
        q, row = wide + j * step, (first + j) * width
        g0 = begun(sums, q, place)
        for s in range(0, width, step):
            g0 = g0 + load(x, begin + s) * load(rows, row + s)
        ended(sums, q, found, at + j * stride, g0, place)
        j += 1


@part
def pairs_of_dots(
    x: Any, x_row: int, rows: Any, first: int, count: int, sums: Any, wide: int, found: Any, at: int, outer: int, stride: int, place: Place
) -> int:
    """:func:`dots` of rows x_row and x_row + 1, whose results lie ``outer`` apart: what is read of four rows serves both. Returns how many j."""
    inlined()
    width, step = place.width, lanes(x)
    begin, j = x_row * width, 0
    while j + 4 <= count:
        q, p, row = wide + j * step, at + j * stride, (first + j) * width
        u, o = q + count * step, p + outer
        g0, g1 = begun(sums, q, place), begun(sums, q + step, place)
        g2, g3 = begun(sums, q + 2 * step, place), begun(sums, q + 3 * step, place)
        h0, h1 = begun(sums, u, place), begun(sums, u + step, place)
        h2, h3 = begun(sums, u + 2 * step, place), begun(sums, u + 3 * step, place)
        for s in range(0, width, step):
            a, b = load(x, begin + s), load(x, begin + width + s)
            delta = load(rows, row + s)
            g0, h0 = g0 + a * delta, h0 + b * delta
            delta = load(rows, row + width + s)
            g1, h1 = g1 + a * delta, h1 + b * delta
            delta = load(rows, row + 2 * width + s)
            g2, h2 = g2 + a * delta, h2 + b * delta
            delta = load(rows, row + 3 * width + s)
            g3, h3 = g3 + a * delta, h3 + b * delta
        ended(sums, q, found, p, g0, place)
        ended(sums, q + step, found, p + stride, g1, place)
        ended(sums, q + 2 * step, found, p + 2 * stride, g2, place)
        ended(sums, q + 3 * step, found, p + 3 * stride, g3, place)
        ended(sums, u, found, o, h0, place)
        ended(sums, u + step, found, o + stride, h1, place)
        ended(sums, u + 2 * step, found, o + 2 * stride, h2, place)
        ended(sums, u + 3 * step, found, o + 3 * stride, h3, place)
        j += 4
    return j


@part
def row_sums(rows: Any, first: int, count: int, sums: Any, wide: int, found: Any, at: int, place: Place) -> None:
    """found[at + j] = the sum of row first + j for j < count: the biases' gradient. Four rows at a time, which don't wait for each other."""
    inlined()
    width, step, j = place.width, lanes(rows), 0
    while j + 4 <= count:
        q, row = wide + j * step, (first + j) * width
        g0, g1 = begun(sums, q, place), begun(sums, q + step, place)
        g2, g3 = begun(sums, q + 2 * step, place), begun(sums, q + 3 * step, place)
        for s in range(0, width, step):
            g0 = g0 + load(rows, row + s)
            g1 = g1 + load(rows, row + width + s)
            g2 = g2 + load(rows, row + 2 * width + s)
            g3 = g3 + load(rows, row + 3 * width + s)
        ended(sums, q, found, at + j, g0, place)
        ended(sums, q + step, found, at + j + 1, g1, place)
        ended(sums, q + 2 * step, found, at + j + 2, g2, place)
        ended(sums, q + 3 * step, found, at + j + 3, g3, place)
        j += 4
    while j < count:
        g0 = begun(sums, wide + j * step, place)
        for s in range(0, width, step):
            g0 = g0 + load(rows, (first + j) * width + s)
        ended(sums, wide + j * step, found, at + j, g0, place)
        j += 1


@part
def by_loops(net: Net, grads: Any, work: Work, layer: int, wide: int, place: Place) -> None:
    """∂L/∂W of a small layer."""
    inlined()
    n_in, n_out, step = net.widths[layer - 1], net.widths[layer], lanes(grads)
    before, first, at = net.first[layer - 1], net.first[layer], net.at[layer]
    swapped = n_out < 4  # then the inputs go four at a time through the inner loop
    x, rows = (work.deltas, work.outputs) if swapped else (work.outputs, work.deltas)
    x_row, row, outer, inner = (first, before, n_out, n_in) if swapped else (before, first, n_in, n_out)
    outer_stride, stride = (1, n_out) if swapped else (n_out, 1)
    done = 0
    for i in range(outer):
        q, p = wide + i * inner * step, at + i * outer_stride
        if i % 2 == 0:
            paired = HAS_32_REGISTERS and i + 1 < outer
            done = pairs_of_dots(x, x_row + i, rows, row, inner, work.sums, q, grads, p, outer_stride, stride, place) if paired else 0
        dots(x, x_row + i, rows, row, done, inner, work.sums, q, grads, p, stride, place)


@part
def by_product(net: Net, params: Any, grads: Any, work: Work, layer: int, place: Place) -> None:
    """∂L/∂W of a layer that is big enough for BLAS, or the first layer's step down along it."""
    inlined()
    n_in, n_out, width = net.widths[layer - 1], net.widths[layer], place.width
    steps_down = layer == 1 and place.descent != 0.0
    target, factor, add = (params, -place.descent, True) if steps_down else (grads, 1.0, place.column > 0)
    if layer == 1 and place.sparse:
        cpu_sparse.gradient(net, target, factor, add, work, place)
        return
    before, first, at = net.first[layer - 1] * width, net.first[layer] * width, net.at[layer]
    gemm(n_in, n_out, width, work.outputs, before, width, False, work.deltas, first, width, True, target, at, n_out, factor, add)


@part
def layer_gradient(net: Net, params: Any, grads: Any, work: Work, layer: int, wide: int, place: Place) -> int:
    """∂L/∂W = Σ outputs before × deltas, ∂L/∂b = Σ deltas, over the batch's tiles up to this one. Its sums are at ``wide``; where they end."""
    inlined()
    n_in, n_out, step = net.widths[layer - 1], net.widths[layer], lanes(grads)
    if by_blas(n_in, n_out, place.width):
        by_product(net, params, grads, work, layer, place)
    else:
        by_loops(net, grads, work, layer, wide, place)
        wide += n_in * n_out * step
    row_sums(work.deltas, net.first[layer], n_out, work.sums, wide, grads, net.at[layer] + n_in * n_out, place)
    end: int = wide + n_out * step
    return end
