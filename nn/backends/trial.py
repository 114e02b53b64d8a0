"""Which device is the faster for one run: a few milliseconds of its own training on each.

A small network can be faster on the CPU and a large one on the GPU; where they part depends on both machines, so it is measured.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from nn.backends.base import Chunk, Engine, Hyper
from nn.backends.cuda_faults import first_line
from nn.backends.devices import Device
from nn.errors import Cancelled, NeurolupaError
from nn.text import QT_TRANSLATE_NOOP, Sentence

ENOUGH = 0.004  # seconds of a chunk that the clock and a launch's cost are small against
REPEATS = 3  # of that chunk; the fastest counts: whatever else the machine does only makes it slower
MOST_STEPS = 20_000

Kind = Literal["cpu", "cuda"]


@dataclass(frozen=True)
class Work:
    """What is tried: ``chunk`` makes the run's first n steps, of ``batch`` samples each; at most ``longest`` steps."""

    chunk: Callable[[int], Chunk]
    hyper: Hyper
    batch: int
    longest: int


@dataclass(frozen=True)
class Tried:
    """What came of one device: samples per second, or 0 and the ``reason`` why it failed."""

    kind: Kind
    name: str
    samples_per_second: float
    reason: Sentence | None = None


@dataclass(frozen=True)
class Outcome:
    """The engine to train with, at its start, and what each device did; ``tried`` is empty where there was nothing to compare."""

    engine: Engine
    tried: tuple[Tried, ...] = ()


def fastest(devices: tuple[Device, ...], make: Callable[[Device], Engine], work: Work) -> Outcome:
    """An engine on the fastest of ``devices``, each of which ``make`` makes one for. A single device isn't tried.

    A device that fails only loses; its reason is told. All engines but the chosen one are closed.

    Raises:
        Exception: what the only device raised, or the last one of several of which all fail.
    """
    if len(devices) == 1:
        return Outcome(make(devices[0]))
    best: Engine | None = None
    highest = 0.0
    tried: list[Tried] = []
    for device in devices:
        try:
            engine, rate = _measured(make(device), work)
        except Cancelled:
            _close(best)
            raise
        except Exception as error:  # whatever it is, the other device may do
            if device is devices[-1] and best is None:
                raise
            tried.append(Tried(device.kind, device.name, 0.0, _reason(device, error)))
            continue
        tried.append(Tried(device.kind, device.name, rate))
        slower = engine if rate <= highest else best
        best, highest = (best, highest) if rate <= highest else (engine, rate)
        _close(slower)
    assert best is not None, "a device that fails last raises"  # noqa: S101 - tells the type checker
    return Outcome(best, tuple(tried))


def _measured(engine: Engine, work: Work) -> tuple[Engine, float]:
    """The engine and its speed; it is closed if it fails."""
    try:
        return engine, speed(engine, work)
    except Exception:
        engine.close()
        raise


def _close(engine: Engine | None) -> None:
    if engine is not None:
        engine.close()


def _reason(device: Device, error: Exception) -> Sentence:
    if isinstance(error, NeurolupaError):
        return error.sentence
    return Sentence(
        QT_TRANSLATE_NOOP("nn", "{name} failed when its speed was measured ({cause}), so it is not used."),
        {"name": device.name, "cause": first_line(error)},
    )


def speed(engine: Engine, work: Work) -> float:
    """Samples per second of ``engine`` in this training; afterwards the engine stands where it stood.

    The first chunk isn't counted: in it a device may compile. From then on chunks grow until one takes ``ENOUGH``.
    """
    start = engine.state()
    _seconds(engine, work, 1)
    steps, took = 1, _seconds(engine, work, 1)
    most = min(work.longest, MOST_STEPS)
    while took < ENOUGH and steps < most:
        growth = ENOUGH / max(took, 1e-6)
        steps = min(most, max(steps + 1, int(steps * min(1.3 * growth, 16.0))))
        engine.restore(start)
        took = _seconds(engine, work, steps)
    for _ in range(REPEATS - 1):
        if took > 10 * ENOUGH:
            break  # slow enough to be sure of
        engine.restore(start)
        took = min(took, _seconds(engine, work, steps))
    engine.restore(start)
    return steps * work.batch / max(took, 1e-9)


def _seconds(engine: Engine, work: Work, steps: int) -> float:
    chunk = work.chunk(steps)
    with np.errstate(all="ignore"):
        began = time.perf_counter()
        engine.train(chunk, work.hyper)
        return time.perf_counter() - began
