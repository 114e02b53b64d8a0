"""Which devices are here, why a GPU can't be used, and the engine for a device. Importing this loads neither numba nor CUDA."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nn.backends import cuda_probe as probe
from nn.backends.base import Engine
from nn.backends.cuda_faults import first_line, given_up
from nn.choices import DeviceChoice
from nn.errors import DeviceUnavailable
from nn.network import Architecture
from nn.text import QT_TRANSLATE_NOOP, Sentence

LEAST_CAPABILITY = (7, 5)  # Turing, 2018: the oldest that CUDA 13 compiles for
LEAST_CUDA = (12, 0)  # the oldest toolkit that numba-cuda works with

_passed: set[int] = set()  # GPUs whose trial went well in this process; a failed trial is tried again


@dataclass(frozen=True)
class Device:
    """A device to train on. ``reason`` says why one that is not ``usable`` isn't.

    ``memory`` in bytes; ``cores`` are logical processors this program may use, or a GPU's streaming multiprocessors;
    ``driver`` is the NVIDIA driver's version; ``index`` counts GPUs from 0. ``None`` is not known, or not for this kind.
    """

    kind: Literal["cpu", "cuda"]
    name: str
    usable: bool
    reason: Sentence | None = None
    memory: int | None = None
    compute_capability: tuple[int, int] | None = None
    driver: str | None = None
    cores: int | None = None
    index: int = 0


def found() -> tuple[Device, ...]:
    """The CPU first, then each GPU; where there is none, one unusable "NVIDIA GPU" that says so.

    A GPU that all else allows is tried with one small kernel, which takes some seconds once in a process.
    """
    return (_cpu(), *_gpus())


def candidates(choice: DeviceChoice) -> tuple[Device, ...]:
    """The devices that may train: one if it is named; for AUTO the CPU, and the first usable GPU if there is one.

    Raises:
        DeviceUnavailable: CUDA is asked for and no GPU can be used.
    """
    if choice is DeviceChoice.CPU:
        return (_cpu(),)
    reasons = []
    for gpu in _gpus():
        if gpu.usable:
            return (gpu,) if choice is DeviceChoice.CUDA else (_cpu(), gpu)
        reasons.append(gpu.reason)
    if choice is DeviceChoice.AUTO:
        return (_cpu(),)
    reason = reasons[0]
    assert reason is not None, "a GPU that can't be used has a reason"  # noqa: S101 - states what _gpus promises
    raise DeviceUnavailable(reason.template, **reason.values)


def choose(choice: DeviceChoice) -> Device:
    """The device to train on where none is measured: for AUTO the first usable GPU, else the CPU.

    Raises:
        DeviceUnavailable: as :func:`candidates`.
    """
    return candidates(choice)[-1]


def create_engine(  # noqa: PLR0917 - the engines' own arguments
    device: Device,
    architecture: Architecture,
    inputs: NDArray[np.floating],
    targets: NDArray[np.floating],
    params: NDArray[np.floating],
    dtype: type[np.floating] | np.dtype[np.floating],
    cancelled: Callable[[], bool] | None = None,
) -> Engine:
    """An engine on ``device`` with training ``inputs`` (n, n_in), ``targets`` (n, n_out) and starting ``params`` (P,).

    With ``cancelled`` there is a window: the CPU's kernels, and the loops that draw, are compiled in processes of their own if they have
    to be, so that it goes on; the wait for them ends as soon as ``cancelled()`` is true.

    Raises:
        DeviceUnavailable: the device fails, or its memory is too small.
        Cancelled: as ``cancelled`` wanted.
    """
    if cancelled is not None:
        from nn.backends import cpu_child

        cpu_child.make_ready((cpu_child.DRAWING,) if device.kind == "cuda" else (cpu_child.DRAWING, np.dtype(dtype).name), cancelled)
    if device.kind == "cuda":
        from nn.backends.cuda import CudaEngine

        return CudaEngine(architecture, inputs, targets, params, dtype, index=device.index)
    from nn.backends.cpu import CpuEngine

    try:
        return CpuEngine(architecture, inputs, targets, params, dtype)
    except MemoryError as error:
        raise DeviceUnavailable(
            QT_TRANSLATE_NOOP("nn", "The memory is used up; close other programs, or make the network or the data smaller.")
        ) from error


def _cpu() -> Device:
    return Device("cpu", _cpu_name(), usable=True, memory=_memory(), cores=_cpu_cores())


def _cpu_name() -> str:
    """What a person calls the processor."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass  # not Linux
    return platform.processor() or platform.machine() or "CPU"


def _cpu_cores() -> int | None:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()


def _memory() -> int | None:
    """Bytes of main memory, where POSIX tells."""
    if sys.platform == "win32":
        return None
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError):
        return None


def _gpus() -> Iterator[Device]:
    """Every GPU, tried only when its turn comes."""
    driver = probe.driver()
    if driver is None or not driver.gpus:
        yield Device("cuda", "NVIDIA GPU", usable=False, reason=_no_gpu(driver), driver=None if driver is None else driver.version)
        return
    for gpu in driver.gpus:
        reason = _why_not(driver, gpu)
        yield Device("cuda", gpu.name, reason is None, reason, gpu.memory, gpu.compute_capability, driver.version, gpu.cores, gpu.index)


def _no_gpu(driver: probe.Driver | None) -> Sentence:
    if driver is None:
        return Sentence(QT_TRANSLATE_NOOP("nn", "No NVIDIA driver was found. If this computer has an NVIDIA GPU, install its driver to use it."))
    if driver.error:
        return Sentence(
            QT_TRANSLATE_NOOP("nn", "The NVIDIA driver {driver} doesn't start (CUDA error {code}); restart the computer or reinstall the driver."),
            {"driver": driver.version, "code": driver.error},
        )
    return Sentence(QT_TRANSLATE_NOOP("nn", "The NVIDIA driver {driver} finds no GPU that this program may use."), {"driver": driver.version})


def _why_not(driver: probe.Driver, gpu: probe.Gpu) -> Sentence | None:
    """Why a GPU can't be used; ``None`` if it can. What is quick to find out comes first."""
    lost = given_up()
    if lost is not None:
        return lost
    if gpu.compute_capability < LEAST_CAPABILITY:
        return Sentence(
            QT_TRANSLATE_NOOP("nn", "{name} has compute capability {has}, but training needs {needs} (Turing, 2018) or newer; use the CPU."),
            {"name": gpu.name, "has": _dotted(gpu.compute_capability), "needs": _dotted(LEAST_CAPABILITY)},
        )
    toolkit = probe.toolkit() if driver.cuda >= LEAST_CUDA else probe.Toolkit(LEAST_CUDA)
    if toolkit.version is None:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "nn",
                "{name} is here, but the CUDA compiler ({missing}) isn't; install the package numba-cuda[cu{major}], which brings it.",
            ),
            {"name": gpu.name, "missing": ", ".join(toolkit.missing), "major": min(driver.cuda[0], 13)},
        )
    # Within one major version, a toolkit runs on every driver (CUDA's minor version compatibility).
    if driver.cuda[0] < toolkit.version[0]:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "nn",
                "The NVIDIA driver {driver} runs programs up to CUDA {driver_cuda}, but the CUDA toolkit in use is {toolkit}; update the driver.",
            ),
            {"driver": driver.version, "driver_cuda": _dotted(driver.cuda), "toolkit": _dotted(toolkit.version)},
        )
    return _trial(gpu)


def _trial(gpu: probe.Gpu) -> Sentence | None:
    """Whether a small kernel runs, and if not why."""
    if gpu.index in _passed:
        return None
    try:
        probe.trial(gpu.index)
    except Exception as error:  # whatever it is, this GPU can't be used, and the reason says so
        if "OUT_OF_MEMORY" in str(error):
            return Sentence(
                QT_TRANSLATE_NOOP("nn", "{name} has no free memory; close other programs that use it, or train on the CPU."), {"name": gpu.name}
            )
        return Sentence(
            QT_TRANSLATE_NOOP("nn", "{name} failed a small trial ({cause}); update the NVIDIA driver, or train on the CPU."),
            {"name": gpu.name, "cause": first_line(error)},
        )
    _passed.add(gpu.index)
    return None


def _dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"
