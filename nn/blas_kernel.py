"""Which kernel OpenBLAS, inside NumPy and SciPy, multiplies matrices with. It reads its environment once, when NumPy is imported.

OpenBLAS looks for the best kernel itself, and on most processors finds it: nothing is set there. AMD's Zen 5 is missing from the
table of the versions in NumPy's and SciPy's packages of 2026 (OpenBLAS up to 0.3.31, its issue 6029), which then take a kernel
for AVX2. With the one for AVX-512, a training step of [784,256,10] on an EPYC of that family took 342 µs instead of 595.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "OPENBLAS_CORETYPE"
CPUINFO = Path("/proc/cpuinfo")
ENOUGH = 4096  # bytes: the first core's entry; the whole file of a large server takes long to make
ZEN_5 = "26"
AVX512 = {"avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"}  # what the kernel's code uses


def choose() -> None:
    """Set the kernel where a better one than OpenBLAS's own choice is known; never against the person's own setting."""
    if VARIABLE in os.environ or "numpy" in sys.modules or sys.platform != "linux":
        return
    try:
        with CPUINFO.open(encoding="utf-8", errors="replace") as file:
            kernel = better(file.read(ENOUGH))
    except OSError:
        return
    if kernel is not None:
        os.environ[VARIABLE] = kernel


def better(cpuinfo: str) -> str | None:
    """The kernel for a processor that Linux describes so, where OpenBLAS would take a slower one."""
    first = cpuinfo.split("\n\n", 1)[0]
    entries = {name.strip(): text.strip() for name, _, text in (line.partition(":") for line in first.splitlines())}
    zen_5 = entries.get("vendor_id") == "AuthenticAMD" and entries.get("cpu family") == ZEN_5
    return "SKYLAKEX" if zen_5 and set(entries.get("flags", "").split()) >= AVX512 else None
