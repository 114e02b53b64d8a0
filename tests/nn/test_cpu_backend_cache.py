"""Compiled kernels on disk: in a folder of their own, checked, and compiled anew when an entry is damaged."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numba
import pytest

from nn.backends import cpu_cache

ROOT = Path(__file__).parents[2]
# What a new start of the program does with a folder, with a small kernel: the real ones take too long to compile this often.
PROGRAM = f"""
import sys
from pathlib import Path
sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]
from nn.backends import cpu_cache
cpu_cache.root = lambda: Path(sys.argv[1])
import test_cpu_backend_cache
print(*test_cpu_backend_cache.start())
"""


def double(x: int) -> int:
    return x + x


def start() -> tuple[int, int]:
    """Make and call the kernel as a new process would; its cache hits and misses."""
    kernel = cpu_cache.on_disk(numba.njit(double))
    assert kernel(21) == 42
    return sum(kernel.stats.cache_hits.values()), sum(kernel.stats.cache_misses.values())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that holds the kernel. Other code's setting must not change."""
    monkeypatch.setattr(cpu_cache, "root", lambda: tmp_path)
    monkeypatch.setattr(numba.config, "CACHE_DIR", "elsewhere")
    assert start() == (0, 1)
    yield tmp_path
    assert numba.config.CACHE_DIR == "elsewhere"


def only(folder: Path, ending: str) -> Path:
    (found,) = folder.rglob(f"*.{ending}")
    return found


def test_the_second_start_compiles_nothing(folder: Path) -> None:
    assert start() == (1, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits; its user folders are private anyway")
def test_the_folder_is_the_users_alone(folder: Path) -> None:
    (kernels,) = folder.iterdir()
    assert stat.S_IMODE(kernels.stat().st_mode) == 0o700


@pytest.mark.parametrize("ending", ["nbc", "nbi"])
@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "noise"])
def test_a_damaged_entry_is_compiled_anew(folder: Path, ending: str, damage: str) -> None:
    entry = only(folder, ending)
    whole = entry.read_bytes()
    middle = len(whole) // 2
    flipped = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    entry.write_bytes({"cut": whole[:middle], "flipped": flipped, "empty": b"", "noise": b"\xff" * 100}[damage])
    assert start() == (0, 1)
    assert start() == (1, 0)


def test_a_thread_that_only_loads_says_what_is_missing(folder: Path) -> None:
    with cpu_cache.only_loading():
        assert start() == (1, 0)
        only(folder, "nbc").write_bytes(b"noise")
        with pytest.raises(cpu_cache.NotCompiled):
            start()
    assert start() == (0, 1)


def test_a_new_process_compiles_a_damaged_entry_anew(folder: Path) -> None:
    entry = only(folder, "nbc")
    entry.write_bytes(entry.read_bytes()[:-1])
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(folder)], capture_output=True, text=True, check=False, timeout=500)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "0 1"
    assert start() == (1, 0)


def test_an_old_versions_folder_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cpu_cache.folder()
    assert before.parent == folder
    monkeypatch.setattr(cpu_cache, "SOURCES", cpu_cache.SOURCES[1:])
    assert cpu_cache.folder() != before
    assert start() == (0, 1)


def test_only_unused_folders_are_swept(folder: Path) -> None:
    old = folder / "old"
    old.mkdir()
    os.utime(old, (0, 0))
    cpu_cache.sweep()
    assert [found.name for found in folder.iterdir()] == [cpu_cache.folder().name]


def test_without_a_folder_it_compiles_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(cpu_cache, "root", lambda: blocked)
    assert start() == start() == (0, 1)
    assert blocked.read_text(encoding="utf-8") == "in the way"
