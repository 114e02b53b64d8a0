"""OpenBLAS's kernel is chosen for one family of processors alone, before NumPy is there, and never against the person."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nn import blas_kernel

ROOT = Path(__file__).parents[2]
FLAGS = "fpu sse2 avx avx2 fma avx512f avx512dq avx512cd avx512bw avx512vl"
TEXT = (
    "processor\t: 0\nvendor_id\t: {vendor}\ncpu family\t: {family}\nmodel name\t: some: name\nflags\t\t: {flags}\n\nprocessor\t: 1\nvendor_id\t: X\n"
)
AMD = "AuthenticAMD"


@pytest.mark.parametrize(
    ("vendor", "family", "flags", "kernel"),
    [
        (AMD, 26, FLAGS, "SKYLAKEX"),
        (AMD, 26, FLAGS.replace(" avx512vl", ""), None),  # a virtual machine that hides it
        (AMD, 25, FLAGS, None),
        ("GenuineIntel", 26, FLAGS, None),
    ],
)
def test_only_zen_5_with_avx512(vendor: str, family: int, flags: str, kernel: str | None) -> None:
    assert blas_kernel.better(TEXT.format(vendor=vendor, family=family, flags=flags)) == kernel


def test_other_texts() -> None:
    assert blas_kernel.better("") is None
    assert blas_kernel.better("Hardware: a board without these entries") is None


# A new process, because here NumPy has long been imported.
PROGRAM = """
import os, sys, pathlib
sys.path.insert(0, sys.argv[1])
sys.modules["nn"] = type(sys)("nn")
sys.modules["nn"].__path__ = [sys.argv[1] + "/nn"]
from nn import blas_kernel
blas_kernel.CPUINFO = pathlib.Path(sys.argv[2])
if sys.argv[3] == "late":
    import numpy
blas_kernel.choose()
print(os.environ.get("OPENBLAS_CORETYPE"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc/cpuinfo")
@pytest.mark.parametrize(
    ("when", "own", "expected"), [("early", None, "SKYLAKEX"), ("early", "Haswell", "Haswell"), ("late", None, "None"), ("no file", None, "None")]
)
def test_when_it_is_set(tmp_path: Path, when: str, own: str | None, expected: str) -> None:
    described = tmp_path / "cpuinfo"
    if when != "no file":
        described.write_text(TEXT.format(vendor=AMD, family=26, flags=FLAGS), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != blas_kernel.VARIABLE}
    environment |= {} if own is None else {blas_kernel.VARIABLE: own}
    command = [sys.executable, "-c", PROGRAM, str(ROOT), str(described), when]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == expected


def test_the_engine_chooses_before_numpy_comes() -> None:
    code = "import sys; before = 'numpy' in sys.modules; import nn; print(before, 'nn.blas_kernel' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "False"]
