"""Compiling in a process of its own, so that the window goes on while it takes its seconds.

The compiler holds Python's lock for up to 0.3 s at a time. A child process fills the cache on disk; this one waits for it with
the lock free and then loads what is there. Where no child can be had, or it fails, the kernels are compiled here, as they are used.
Importing this loads no numba: the children are ``python -m nn.backends.cpu_child float32`` and ``… drawing``, side by side.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from nn.errors import Cancelled
from nn.text import QT_TRANSLATE_NOOP

ROOT = Path(__file__).parents[2]
PATIENCE = 600.0  # seconds: it takes 15 on a slow computer, and much longer on one that is busy
LOOK_EVERY = 0.02  # seconds


DRAWING = "drawing"  # the loops that draw, beside the engine's kernels, which are called by their precision


def make_ready(kernels: Sequence[str], cancelled: Callable[[], bool]) -> None:
    """Have the CPU's ``kernels`` loaded, DRAWING or a precision's, compiled by child processes if they aren't on disk.

    Raises:
        Cancelled: ``cancelled()`` turned true while a child was at work; all were ended.
    """
    missing = [name for name in kernels if not _on_disk(name)]
    if missing and sys.executable and not getattr(sys, "frozen", False):  # without a Python that could be started: this program would start itself
        _run([_command(name) for name in missing], cancelled)


def _on_disk(name: str) -> bool:
    from nn.backends import cpu_cache

    try:
        with cpu_cache.only_loading():
            _warm_up(name)
    except cpu_cache.NotCompiled:
        return False
    return True


def _warm_up(name: str) -> None:
    from nn.backends import cpu, cpu_drawing

    if name == DRAWING:
        cpu_drawing.warm_up()
    else:
        cpu.warm_up(np.dtype(name))


def _command(name: str) -> list[str]:
    return [sys.executable, "-P", "-m", "nn.backends.cpu_child", name]


def _run(commands: list[list[str]], cancelled: Callable[[], bool]) -> None:
    """Wait until all children have ended, well or not."""
    with contextlib.ExitStack() as ended:
        children = []
        for command in commands:
            child = _start(command)
            if child is not None:
                ended.callback(_end, child)
                children.append(child)
        end = time.monotonic() + PATIENCE
        for child in children:
            _wait(child, end, cancelled)


def _start(command: list[str]) -> subprocess.Popen[bytes] | None:
    paths = (str(ROOT), os.environ.get("PYTHONPATH", ""))
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(path for path in paths if path))
    quiet = subprocess.DEVNULL
    try:
        return subprocess.Popen(  # noqa: S603 - this Python itself
            command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
        )
    except OSError:
        return None


def _end(child: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        child.kill()
    child.wait()


def _wait(child: subprocess.Popen[bytes], end: float, cancelled: Callable[[], bool]) -> None:
    while child.poll() is None and time.monotonic() < end:
        if cancelled():
            raise Cancelled(QT_TRANSLATE_NOOP("nn", "Compiling was stopped."))
        time.sleep(LOOK_EVERY)


if __name__ == "__main__":
    _warm_up(sys.argv[1])
