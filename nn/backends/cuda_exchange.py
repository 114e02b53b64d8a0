"""Sums over the threads of a warp, which give one another numbers from register to register."""

from __future__ import annotations

from functools import lru_cache, reduce

from numba import cuda

from nn.backends.cuda_layers import Function, inlined
from nn.backends.cuda_math import SIMULATED, Real, Reals

ALL_LANES = 0xFFFFFFFF


if SIMULATED:

    @inlined
    def exchange(value: Real, offset: int, scratch: Reals) -> Real:
        """The value of the thread ``offset`` further on or back; the simulator has no shuffles, but lets threads wait anywhere."""
        scratch[cuda.threadIdx.x] = value
        cuda.syncthreads()
        other = scratch[cuda.threadIdx.x ^ offset]
        cuda.syncthreads()
        return other
else:

    @inlined
    def exchange(value: Real, offset: int, scratch: Reals) -> Real:  # noqa: ARG001 - the simulator needs it
        """The value that the lane ``offset`` further on or back holds, from register to register."""
        return cuda.shfl_xor_sync(ALL_LANES, value, offset)


@lru_cache
def halving(half: int) -> Function:
    """One round of a reduction: of 2·``half`` sums each lane keeps one half and gives its partner the other."""

    @inlined
    def halve(sums: Reals, base: int, lane: int, scratch: Reals) -> None:
        upper = (lane & half) != 0
        for i in range(half):
            given = sums[base + i] if upper else sums[base + half + i]
            kept = sums[base + half + i] if upper else sums[base + i]
            sums[base + i] = kept + exchange(given, half, scratch)

    return halve


@lru_cache
def scattering(warp: int) -> Function:
    """Adds up ``warp`` sums of each lane over the warp; lane i is left with sum i, at ``base``.

    That takes warp − 1 exchanges for all of them, where one sum after another would take five each.
    """

    def join(first: Function, second: Function) -> Function:
        @inlined
        def both(sums: Reals, base: int, lane: int, scratch: Reals) -> None:
            first(sums, base, lane, scratch)
            second(sums, base, lane, scratch)

        return both

    return reduce(join, (halving(warp >> i) for i in range(1, warp.bit_length())))


@lru_cache
def leaving(warp: int, size: int) -> Function:
    """Adds up ``size`` sums of each lane over the warp, ``warp`` at a time, and leaves them in the warp's row of ``parts``.

    Where they begin is part of the code: an array that is read at a place which is known only when the kernel runs can't be in registers.
    """
    scatter = scattering(warp)

    def leaving_at(base: int) -> Function:
        @inlined
        def leave(sums: Reals, lane: int, parts: Reals, scratch: Reals) -> None:
            scatter(sums, base, lane, scratch)
            parts[cuda.threadIdx.x // warp, base + lane] = sums[base]

        return leave

    def join(first: Function, second: Function) -> Function:
        @inlined
        def both(sums: Reals, lane: int, parts: Reals, scratch: Reals) -> None:
            first(sums, lane, parts, scratch)
            second(sums, lane, parts, scratch)

        return both

    return reduce(join, (leaving_at(base) for base in range(0, size, warp)))


@inlined
def warp_total(value: Real, warp: int, scratch: Reals) -> Real:
    """The sum over the lanes of a warp, the same in each."""
    half = warp // 2
    while half > 0:
        value += exchange(value, half, scratch)
        half //= 2
    return value
