"""What neurons pass on in a tile when some are switched off, and dropout."""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nn.backends.cpu_compile import compact, part
from nn.backends.cpu_vector import element, lanes, load, put, store

if TYPE_CHECKING:
    from nn.backends.cpu_codes import Switches
    from nn.backends.cpu_tile import Place, Work


@part
def drop(switches: Switches, values: Any, first_row: int, row: int, place: Place) -> None:
    """Multiply a row by what dropout keeps: ``keep_scale`` or 0."""
    compact()
    zero = values.dtype.type(0.0)
    scale = values.dtype.type(switches.keep_scale)
    keep, start = switches.keep, row * place.width
    at = (place.step * keep.shape[1] + row - first_row) * keep.shape[2] + place.column
    for s in range(place.samples):
        factor = scale if element(keep, at + s) else zero
        put(values, start + s, element(values, start + s) * factor)


@part
def switch(switches: Switches, work: Work, inputs: int, first: int, count: int, place: Place) -> None:
    """o = gain·a + hold for rows ``first``…, then dropout."""
    compact()
    for row in range(first, first + count):
        gain, hold = switches.gain[switches.at + row], switches.hold[switches.at + row]
        for p in range(row * place.width, (row + 1) * place.width, lanes(work.raw)):
            store(work.outputs, p, gain * load(work.raw, p) + hold)
        if switches.keep.shape[0] > 0:
            drop(switches, work.outputs, inputs, row, place)
