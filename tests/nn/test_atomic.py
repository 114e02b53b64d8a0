"""What a crash in the middle of writing leaves behind is swept up; nothing else is touched."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from nn.storage.atomic import STALE, SUFFIX, sweep, write_atomically

OURS = f".0123456789abcdef{SUFFIX}"


def left_behind(folder: Path, name: str, age: float) -> Path:
    path = folder / name
    path.write_bytes(b"half a fi")
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_what_an_old_crash_left_is_removed_and_what_may_be_in_use_stays(tmp_path: Path) -> None:
    old = left_behind(tmp_path, OURS, STALE + 60)
    young = left_behind(tmp_path, OURS.replace("0", "1"), STALE - 3600)
    sweep(tmp_path)
    assert not old.exists()
    assert young.exists()


@pytest.mark.parametrize("name", [f"mine{SUFFIX}", f".0123{SUFFIX}", f"{OURS}.txt", "network.npz", SUFFIX])
def test_other_files_are_left_alone(tmp_path: Path, name: str) -> None:
    other = left_behind(tmp_path, name, 10 * STALE)
    sweep(tmp_path)
    assert other.exists()


def test_a_folder_of_that_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / OURS).mkdir()
    os.utime(tmp_path / OURS, (0, 0))
    sweep(tmp_path)
    assert (tmp_path / OURS).is_dir()


def test_a_folder_that_is_not_there_has_nothing_to_sweep(tmp_path: Path) -> None:
    sweep(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_writing_sweeps_the_folder_that_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    here, there = left_behind(tmp_path, OURS, 2 * STALE), left_behind(tmp_path / "elsewhere", OURS, 2 * STALE)
    write_atomically(tmp_path / "file", lambda file: file.write(b"whole") and None)
    assert (tmp_path / "file").read_bytes() == b"whole"
    assert not here.exists()
    assert there.exists()
