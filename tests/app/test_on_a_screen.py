"""Runs ``tests/app/clicks`` on a virtual X server: the real window, real clicks and keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A virtual screen of its own; its number is chosen by the server."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed: there is no screen to click on")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as numbers:
        number = numbers.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.mark.timeout(1800)
def test_a_user_clicks_through_the_window(display: str, tmp_path: Path) -> None:
    environment = dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb", XDG_CONFIG_HOME=str(tmp_path), PYTHONPATH=str(ROOT))
    environment.pop("WAYLAND_DISPLAY", None)
    command = [sys.executable, "-m", "pytest", str(HERE / "clicks"), "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]
