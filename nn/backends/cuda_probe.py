"""What the NVIDIA driver and the CUDA toolkit on this machine say of themselves, asked without loading numba.

The driver is asked through its C interface (CUDA Driver API, cuda.h), which is there whenever the driver is.
"""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass

import numpy as np

# CUdevice_attribute in cuda.h
_MULTIPROCESSORS, _CAPABILITY_MAJOR, _CAPABILITY_MINOR = 16, 75, 76
NO_DEVICE = 100  # CUresult CUDA_ERROR_NO_DEVICE


@dataclass(frozen=True)
class Gpu:
    """One GPU: ``memory`` in bytes, ``cores`` its streaming multiprocessors."""

    index: int
    name: str
    memory: int
    compute_capability: tuple[int, int]
    cores: int


@dataclass(frozen=True)
class Driver:
    """The driver: its own version ("580.65.06", or "?"), the newest CUDA it runs, the GPUs, and a CUresult if it won't start."""

    version: str
    cuda: tuple[int, int]
    gpus: tuple[Gpu, ...]
    error: int = 0


@dataclass(frozen=True)
class Toolkit:
    """The compiler libraries: their CUDA version, or ``None`` if some are missing, and the names of those."""

    version: tuple[int, int] | None
    missing: tuple[str, ...] = ()


def driver() -> Driver | None:
    """The NVIDIA driver, or ``None`` where there is none."""
    library = _load("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    if library is None:
        return None
    number = ctypes.c_int()
    library.cuDriverGetVersion(ctypes.byref(number))
    cuda = (number.value // 1000, number.value % 1000 // 10)
    error = int(library.cuInit(0))
    if error:
        return Driver(_driver_version(), cuda, (), 0 if error == NO_DEVICE else error)
    library.cuDeviceGetCount(ctypes.byref(number))
    return Driver(_driver_version(), cuda, tuple(_gpu(library, i) for i in range(number.value)))


def _load(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None


def _gpu(library: ctypes.CDLL, index: int) -> Gpu:
    handle, memory, name = ctypes.c_int(), ctypes.c_size_t(), ctypes.create_string_buffer(256)
    library.cuDeviceGet(ctypes.byref(handle), index)
    library.cuDeviceGetName(name, len(name), handle)
    library.cuDeviceTotalMem_v2(ctypes.byref(memory), handle)

    def attribute(code: int) -> int:
        value = ctypes.c_int()
        library.cuDeviceGetAttribute(ctypes.byref(value), code, handle)
        return value.value

    capability = (attribute(_CAPABILITY_MAJOR), attribute(_CAPABILITY_MINOR))
    return Gpu(index, name.value.decode(errors="replace"), memory.value, capability, attribute(_MULTIPROCESSORS))


def _driver_version() -> str:
    """From NVML, the driver's management library (nvml.h)."""
    library = _load("nvml.dll" if sys.platform == "win32" else "libnvidia-ml.so.1")
    if library is None or library.nvmlInit_v2():
        return "?"
    text = ctypes.create_string_buffer(96)
    failed = library.nvmlSystemGetDriverVersion(text, len(text))
    library.nvmlShutdown()
    return "?" if failed else text.value.decode(errors="replace")


def toolkit() -> Toolkit:
    """The compiler libraries that numba-cuda needs, wherever they are installed."""
    paths = {name: _library_path(name) for name in ("nvvm", "nvrtc")}
    missing = tuple(name for name, path in paths.items() if path is None)
    path = paths["nvrtc"]
    if missing or path is None:
        return Toolkit(None, missing)
    major, minor = ctypes.c_int(), ctypes.c_int()
    ctypes.CDLL(path).nvrtcVersion(ctypes.byref(major), ctypes.byref(minor))
    return Toolkit((major.value, minor.value))


def _library_path(name: str) -> str | None:
    """Where a library of the toolkit lies: in a wheel, a conda environment, CUDA_HOME or the system."""
    from cuda import pathfinder

    try:
        return str(pathfinder.load_nvidia_dynamic_lib(name).abs_path)
    except (pathfinder.DynamicLibNotFoundError, OSError, RuntimeError):
        return None


def trial(index: int) -> None:
    """Compile and run one small kernel on a GPU and look at its result. Raises whatever goes wrong. Takes seconds: it loads numba."""
    from numba import cuda

    from nn.backends.cuda_kernels import pick

    cuda.select_device(index)
    given = np.arange(64, dtype=np.float32).reshape(2, 32)
    picked = cuda.device_array((1, 32), dtype=np.float32)
    pick[1, 32](cuda.to_device(given), 1, picked)
    if not np.array_equal(picked.copy_to_host(), given[1:]):
        raise RuntimeError("wrong result")
