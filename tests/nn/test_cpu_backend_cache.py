"""Compiled kernels on disk: in a folder of their own, checked, and compiled anew when an entry is damaged."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A small kernel of its own: the real ones would take a minute to compile as often as these tests need.
PROGRAM = """
import sys
from pathlib import Path
from nn.backends import cpu_cache
cpu_cache.root = lambda: Path(sys.argv[1])
import numba

@cpu_cache.on_disk
@numba.njit
def double(x):
    return x + x

assert double(21) == 42
print(sum(double.stats.cache_hits.values()), sum(double.stats.cache_misses.values()), numba.config.CACHE_DIR)
"""


def run(program: Path, folder: Path) -> tuple[int, int]:
    """Cache hits and misses of one process that uses ``folder``."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NUMBA_CACHE_DIR": "elsewhere"}
    done = subprocess.run([sys.executable, str(program), str(folder)], capture_output=True, text=True, check=False, env=environment, timeout=100)
    assert done.returncode == 0, done.stderr
    hits, misses, configured = done.stdout.split()
    assert configured == "elsewhere"  # other code's folder is left as it was
    return int(hits), int(misses)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The program and a folder that holds its kernel."""
    program, folder = tmp_path_factory.mktemp("program") / "program.py", tmp_path_factory.mktemp("cache")
    program.write_text(PROGRAM, encoding="utf-8")
    assert run(program, folder) == (0, 1)
    return program, folder


def entries(folder: Path, ending: str) -> list[Path]:
    return sorted(folder.rglob(f"*.{ending}"))


def test_the_second_start_compiles_nothing(filled: tuple[Path, Path]) -> None:
    assert run(*filled) == (1, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits; its user folders are private anyway")
def test_the_folder_is_the_users_alone(filled: tuple[Path, Path]) -> None:
    (kernels,) = filled[1].iterdir()
    assert stat.S_IMODE(kernels.stat().st_mode) == 0o700


@pytest.mark.parametrize("ending", ["nbc", "nbi"])
@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "noise"])
def test_a_damaged_entry_is_compiled_anew(filled: tuple[Path, Path], ending: str, damage: str) -> None:
    program, folder = filled
    (entry,) = entries(folder, ending)
    whole = entry.read_bytes()
    middle = len(whole) // 2
    entry.write_bytes(
        {"cut": whole[:middle], "flipped": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :], "empty": b"", "noise": b"\xff" * 100}[
            damage
        ]
    )
    assert run(program, folder) == (0, 1)
    assert run(program, folder) == (1, 0)


def test_an_old_versions_folder_is_not_read(filled: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from nn.backends import cpu_cache

    before = cpu_cache.folder()
    assert before.parent == cpu_cache.root()
    monkeypatch.setattr(cpu_cache, "SOURCES", cpu_cache.SOURCES[1:])
    assert cpu_cache.folder() != before


def test_only_unused_folders_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from nn.backends import cpu_cache

    monkeypatch.setattr(cpu_cache, "root", lambda: tmp_path)
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    os.utime(old, (0, 0))
    cpu_cache.sweep()
    assert [found.name for found in tmp_path.iterdir()] == ["new"]


def test_without_a_folder_it_compiles_each_time(tmp_path: Path, filled: tuple[Path, Path]) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way", encoding="utf-8")
    assert run(filled[0], blocked) == (0, 1)
    assert blocked.read_text(encoding="utf-8") == "in the way"
