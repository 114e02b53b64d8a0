"""What a benchmark ran on: enough to judge its figures, nothing that names a person's computer."""

from __future__ import annotations

import os
import platform
import sys
from importlib import metadata

from nn.backends import devices
from nn.choices import DeviceChoice

PACKAGES = ("numpy", "scipy", "numba", "llvmlite", "scikit-learn", "torch", "PySide6-Essentials")
FEATURES = ("avx2", "fma", "avx512f")


def describe() -> dict[str, object]:
    """The processor, system, Python and versions of the packages that are installed; no host, user or folder names."""
    cpu = devices.choose(DeviceChoice.CPU)
    return {
        "cpu": cpu.name,
        "cores_used_by_this_process": cpu.cores,
        "memory_gb": None if cpu.memory is None else round(cpu.memory / 1e9, 1),
        "vector_units": _vector_units(),
        "load_before": _load(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "packages": {name: version for name in PACKAGES if (version := _version(name)) is not None},
    }


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _vector_units() -> list[str]:
    from llvmlite import binding

    found = binding.get_host_cpu_features()
    return [name for name in FEATURES if found.get(name)]


def _load() -> float | None:
    """Mean number of busy processes over the last minute, where the system tells: above 0, others were at work as well."""
    return None if sys.platform == "win32" else round(os.getloadavg()[0], 2)
