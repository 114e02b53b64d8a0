"""Compiling in a child process: only when it has to be, it ends when it is cancelled, and nothing hangs on its success."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from nn.backends import cpu, cpu_cache, cpu_child, cpu_drawing
from nn.errors import Cancelled

FLOAT32: np.dtype[np.floating] = np.dtype(np.float32)


def never() -> bool:
    return False


class Children:
    """What the child does instead of compiling: a line of Python that may use ``note``, a file."""

    def __init__(self, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.note = note
        self._patch = monkeypatch

    def do(self, line: str) -> None:
        program = f"import os, pathlib, time\nnote = pathlib.Path({str(self.note)!r})\n{line}"
        self._patch.setattr(cpu_child, "_command", lambda _dtype: [sys.executable, "-c", program])


@pytest.fixture
def children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Children:
    return Children(tmp_path / "note", monkeypatch)


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if no kernel were on disk."""

    def warm_up(_dtype: object) -> None:
        raise cpu_cache.NotCompiled

    monkeypatch.setattr(cpu, "warm_up", warm_up)


def test_the_real_child_fills_the_cache_that_this_process_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    kernels = ("float32", cpu_child.DRAWING)
    cpu_child._run([cpu_child._command(name) for name in kernels], never)
    with cpu_cache.only_loading():
        cpu.warm_up(FLOAT32)  # raises if something is missing
        cpu_drawing.warm_up()
    monkeypatch.setattr(cpu_child, "_run", lambda *_: pytest.fail("there is nothing to compile"))
    cpu_child.make_ready(kernels, never)


def test_what_is_missing_is_the_childs_work(children: Children, cold: None) -> None:
    children.do("note.write_text(os.environ['PYTHONPATH'])")
    cpu_child.make_ready(("float32",), never)
    assert str(cpu_child.ROOT) in children.note.read_text().split(os.pathsep)


@pytest.mark.parametrize("line", ["raise SystemExit(3)", "os.kill(os.getpid(), 9)", "os._exit(0)"])
def test_a_child_that_fails_is_no_fault(children: Children, cold: None, line: str) -> None:
    children.do(f"note.touch(); {line}")
    cpu_child.make_ready(("float32",), never)
    assert children.note.exists()


def test_no_child_can_be_started(cold: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cpu_child, "_command", lambda _dtype: [str(tmp_path / "no such program")])
    cpu_child.make_ready(("float32",), never)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(subprocess, "Popen", lambda *_a, **_k: pytest.fail("a frozen program would start itself"))
    cpu_child.make_ready(("float32",), never)


def test_a_child_that_hangs_is_given_up(children: Children, cold: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cpu_child, "PATIENCE", 0.2)
    children.do("time.sleep(600)")
    cpu_child.make_ready(("float32",), never)


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a process by POSIX's signal 0")
def test_cancelling_ends_the_child(children: Children, cold: None) -> None:
    children.do("note.with_suffix('.new').write_text(str(os.getpid())); note.with_suffix('.new').rename(note); time.sleep(600)")
    with pytest.raises(Cancelled):
        cpu_child.make_ready(("float32",), children.note.exists)
    with pytest.raises(ProcessLookupError):
        os.kill(int(children.note.read_text()), 0)


def test_other_threads_go_on_meanwhile(children: Children, cold: None) -> None:
    children.do("\nwhile not note.exists(): time.sleep(0.01)")
    waiting = threading.Thread(target=cpu_child.make_ready, args=(("float32",), never))
    waiting.start()
    time.sleep(0.05)
    assert waiting.is_alive()
    children.note.touch()  # what the child waits for is done by this thread
    waiting.join(60)
    assert not waiting.is_alive()
