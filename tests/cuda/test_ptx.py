"""Every kernel compiles for the oldest GPU that is allowed and for newer ones, and stays in its precision."""

import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GPUS = {"sm_75": "7.5", "sm_80": "8.0", "sm_90": "9.0"}
# Losses are added up in float64; nothing else in a float32 kernel may be.
MOVED = {"cvt.f64.f32", "cvt.rn.f64.s64", "ld.global.f64", "st.global.f64", "mov.f64"}
MEAN = {"cvt.f64.f32", "cvt.rn.f64.s64", "div.rn.f64", "st.global.f64"}  # the loss is divided by the batch's size in float64
MAPS = {"map_rows", "map_measure", "map_plane"}
TRAINING = {"train_registers", "train_tile"}
GRID = {"train_grid"}
TILED = {"forward", "backward", "accumulate"}
WALKS = {"walk_rows", "walk_plane"}
IN_FLOAT64 = {"forward", "answer", "update"}
FLOAT64 = {
    "answer": MOVED,
    "accumulate": MOVED | {"add.f64", "ld.shared.f64", "st.shared.f64"},
    "update": MOVED | {"add.f64", "div.rn.f64"},
    **dict.fromkeys(TRAINING, MEAN),
    "train_grid": MOVED | {"add.f64", "div.rn.f64", "ld.shared.f64", "st.shared.f64", "cvt.rn.f64.s64"},
    "map_measure": MOVED | {"add.f64", "ld.shared.f64", "st.shared.f64"},
    "map_plane": MOVED | {"add.f64", "ld.shared.f64", "st.shared.f64"},
    "walk_plane": MOVED | {"add.f64", "ld.shared.f64", "st.shared.f64", "cvt.rn.f64.s32"},
}


@pytest.fixture(scope="module")
def ptx() -> dict[str, str]:
    command = [sys.executable, str(HERE / "compile_ptx.py"), *GPUS.values()]
    root = str(HERE.parent.parent)
    environment = {**os.environ, "PYTHONPATH": root, "NUMBA_ENABLE_CUDASIM": "0", "NUMBA_DISABLE_ERROR_MESSAGE_HIGHLIGHTING": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=1700, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, str] = json.loads(done.stdout)
    if "skipped" in found:
        pytest.skip(found["skipped"])
    return found


@pytest.mark.timeout(1800)
def test_every_kernel_compiles_for_every_gpu(ptx):
    kernels = {name.split("/")[0] for name in ptx}
    by_layers = {"gather", "gather_rows", "answer", "pick", "update", "combine"} | TILED
    assert kernels == by_layers | TRAINING | MAPS | GRID | WALKS
    assert set(ptx) == {f"{k}/float32/{gpu}" for k in kernels for gpu in GPUS} | {f"{k}/float64/sm_75" for k in IN_FLOAT64}
    for name, text in ptx.items():
        assert f".target {name.split('/')[2]}" in text, name
        assert ".visible .entry" in text, name


@pytest.mark.timeout(1800)
def test_float32_kernels_do_no_float64_arithmetic(ptx):
    """A float literal in a kernel is a float64, and one is enough to slow a whole formula down."""
    for name, text in ptx.items():
        kernel, dtype, gpu = name.split("/")
        if dtype == "float32" and gpu == "sm_75":
            found = set(re.findall(r"\t([a-z][\w.]*\.f64[\w.]*)\s", text))
            assert found <= FLOAT64.get(kernel, set()), name
            assert bool(found) == (kernel in FLOAT64), f"{name}: the losses are not in float64"


@pytest.mark.timeout(1800)
def test_a_threads_numbers_are_kept_in_registers(ptx):
    """Arrays that the compiler can't keep in registers go to local memory, which is the GPU's memory."""
    for name, text in ptx.items():
        kernel, _, gpu = name.split("/")
        if gpu != "sm_75":
            continue  # the first is compiled with all optimizations
        assert ".local" not in text, name
        if kernel not in GRID:
            assert not re.search(r"\bcall", text), f"{name} calls what should have become part of it"
        if kernel in TRAINING:
            assert "shfl.sync.bfly" in text, name
        if kernel in GRID:
            assert set(re.findall(r"call\.uni (?:\(\w+\), )?\s*(\w+),", text)) == {"cudaCGGetIntrinsicHandle", "cudaCGSynchronize"}, name
        if kernel in GRID | TILED | WALKS and "float32" in name:
            assert len(re.findall(r"ld\.shared\.v4\.f32", text)) >= 8, f"{name} reads numbers of a tile one by one"
            assert "fma.rn.f32" in text, name


@pytest.mark.timeout(1800)
def test_a_float32_sigmoid_is_not_divided_to_the_last_bit(ptx):
    """An exact division takes three times as long as the rest of a sigmoid."""
    for kernel in ("forward", "map_rows", "train_registers", "train_grid"):
        assert "div.approx.f32" in ptx[f"{kernel}/float32/sm_75"], kernel
    assert "div.approx" not in ptx["forward/float64/sm_75"]


def assembled(name, text, folder):
    """What NVIDIA's assembler says of a kernel: registers of a thread, bytes of them that wait in memory, bytes of shared memory."""
    source = folder / f"{name.replace('/', '-')}.ptx"
    source.write_text(text, encoding="utf-8")
    parts = ["-c"] if "cudaCGSynchronize" in text else []  # it is linked later
    command = [shutil.which("ptxas"), "-v", *parts, "-arch=sm_75", str(source), "-o", str(source.with_suffix(".o"))]
    said = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False).stderr
    if "Unsupported .version" in said:
        pytest.skip("the assembler ptxas is older than the compiler")
    found = [re.search(pattern, said) for pattern in (r"Used (\d+) registers", r"(\d+) bytes spill stores", r"(\d+) bytes smem")]
    assert found[0], said
    return [int(one[1]) if one else 0 for one in found]


@pytest.mark.skipif(shutil.which("ptxas") is None, reason="NVIDIA's assembler ptxas is not installed")
@pytest.mark.timeout(1800)
def test_a_block_fits_a_multiprocessor(ptx, tmp_path):
    """A launch of more registers or shared memory than there are fails, and only a GPU would tell."""
    bounded = {f"{kernel}/float32/sm_75": ptx[f"{kernel}/float32/sm_75"] for kernel in ("train_tile", "train_grid", "walk_plane")}
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(bounded, pool.map(lambda item: assembled(*item, tmp_path), bounded.items()), strict=True))
    for name, (registers, spilled, shared) in found.items():
        threads = int(re.search(r"\.maxntid (\d+)", bounded[name])[1])
        together = int((re.search(r"\.minnctapersm (\d+)", bounded[name]) or [0, 1])[1])
        assert -(-registers // 8) * 8 * threads * together <= 65536, f"{name}: {registers} registers for each of {threads} threads"
        assert spilled == 0, name
        assert shared <= 48 * 1024, name
        assert shared * together <= 64 * 1024, name
