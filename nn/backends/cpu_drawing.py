"""The compiled loops that draw, made ready all at once."""

from __future__ import annotations

import numpy as np

from nn.backends import cpu_plot
from nn.backends.cpu_curves import draw_curves
from nn.backends.cpu_faces import Rim, course, lay_squares, shade_squares
from nn.backends.cpu_ink import Threads, draw_ink, pots
from nn.backends.cpu_lines import Lines, draw_lines, strips
from nn.backends.cpu_pixels import RECORD, VECTOR, Bands, Curves, Frame
from nn.backends.cpu_stamps import Stamps, lay_numbers, lay_prints, lay_stamps

SIDE = 4  # px of the smallest picture that goes through all of them


def warm_up() -> None:
    """Compile (or load) them. Takes some seconds at the first time in a version of the program."""
    pixels, frame, word, none = np.zeros((SIDE, SIDE), dtype=np.uint32), Frame(0, 0, SIDE, SIDE), np.uint32(0), np.zeros(1, dtype=np.int64)
    table, long = (np.zeros(count, dtype=np.float32) for count in (1, 1 + VECTOR))
    bands = Bands(none, none + 1, none, long, long, table, table)
    ends = np.array([0, 1])
    draw_curves(pixels, frame, bands, none, Curves(ends, np.zeros(RECORD, dtype=np.float32)))
    threads = Threads(ends, long, long, long, np.zeros(1, dtype=np.uint8))
    draw_ink(pixels, frame, (word, word, word), bands, none, threads, pots(SIDE, 1, 1))
    lines = Lines(ends, table, table, table, table, table, table, table, np.zeros(1, dtype=np.uint8))
    draw_lines(pixels, frame, (word, word, word), bands, none, lines, strips(SIDE, 1))
    words, ramp, numbers = np.zeros((1, 1, 1), dtype=np.uint32), np.zeros(3, dtype=np.uint32), np.zeros((1, 2, 2), dtype=np.float32)
    for given in (ramp, numbers):
        given.setflags(write=False)  # as a theme's ramp and a snapshot's numbers are
    whole = np.ones((1, 1), dtype=np.float32)
    shade_squares(numbers, none, table, table, ramp, course(2, 1), course(2, 1), np.zeros(3, dtype=np.float32), words)
    lay_squares(pixels, frame, words, none, none, Rim(0, whole, 0 * whole), word, word, table)
    stamps, points = Stamps(words[0], 1, 1), np.zeros((1, 2))
    lay_stamps(pixels, frame, stamps, none, none, none, none)
    lay_prints(pixels, frame, words.ravel(), np.zeros((1, 5), dtype=np.int64))
    lay_numbers(pixels, frame, stamps, np.zeros(12), 0.0, points, points[0, :1], np.zeros(1, dtype=np.bool_))
    cpu_plot.warm_up()
