"""Compiling in a process of its own, so that the window goes on while it takes its seconds.

The compiler holds Python's lock for up to 0.3 s at a time. A child process fills the cache on disk; this one waits for it with
the lock free and then loads what is there. Where no child can be had, or it fails, the kernels are compiled here, as they are used.
Importing this loads no numba: the child is ``python -m nn.backends.cpu_child float32``.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from nn.errors import Cancelled
from nn.text import QT_TRANSLATE_NOOP

ROOT = Path(__file__).parents[2]
PATIENCE = 180.0  # seconds: it takes 15 on a slow computer
LOOK_EVERY = 0.02  # seconds


def make_ready(dtype: np.dtype[np.floating], cancelled: Callable[[], bool]) -> None:
    """Have the CPU's kernels for a precision loaded, compiled by a child process if they aren't on disk.

    Raises:
        Cancelled: ``cancelled()`` turned true while the child was at work; it was ended.
    """
    from nn.backends import cpu_cache
    from nn.backends.cpu import warm_up

    try:
        with cpu_cache.only_loading():
            warm_up(dtype)
    except cpu_cache.NotCompiled:
        _run(_command(dtype), cancelled)


def _command(dtype: np.dtype[np.floating]) -> list[str]:
    return [sys.executable, "-P", "-m", "nn.backends.cpu_child", dtype.name]


def _run(command: list[str], cancelled: Callable[[], bool]) -> None:
    """Wait until the child has ended, well or not."""
    if getattr(sys, "frozen", False) or not command[0]:
        return  # there is no Python that could be started: this program would start itself
    paths = (str(ROOT), os.environ.get("PYTHONPATH", ""))
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(path for path in paths if path))
    quiet = subprocess.DEVNULL
    try:
        child = subprocess.Popen(  # noqa: S603 - this Python itself
            command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
        )
    except OSError:
        return
    try:
        _wait(child, cancelled)
    finally:
        with contextlib.suppress(OSError):
            child.kill()
        child.wait()


def _wait(child: subprocess.Popen[bytes], cancelled: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while child.poll() is None and time.monotonic() < end:
        if cancelled():
            raise Cancelled(QT_TRANSLATE_NOOP("nn", "Compiling was stopped."))
        time.sleep(LOOK_EVERY)


if __name__ == "__main__":
    from nn.backends.cpu import warm_up

    warm_up(np.dtype(sys.argv[1]))
