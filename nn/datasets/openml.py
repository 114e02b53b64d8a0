"""MNIST and Fashion-MNIST fetched from OpenML by scikit-learn, in a process of its own: its download knows no time limit and can't be
asked to stop, but a process can be ended.

What was fetched is kept as one .npz file in this user's cache folder. The child is ``python -m nn.datasets.openml NAME FOLDER FILE``.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NoReturn

import numpy as np
import platformdirs

from nn.choices import DataKind
from nn.datasets.work import Work
from nn.errors import SettingsError
from nn.text import QT_TRANSLATE_NOOP

ROOT = Path(__file__).parents[2]
NAMES = {DataKind.MNIST: "mnist_784", DataKind.FASHION: "Fashion-MNIST"}
PICTURES, TRAINING = 70_000, 60_000  # in both sets; those to train on come first
LOOK_EVERY = 0.05  # seconds
PATIENCE = 90.0  # seconds without a new byte, and without work on the bytes, that a download may take
OLD = 86_400.0  # seconds after which a download isn't going on any more
DOWNLOADED = 0.7  # of the whole; the rest is reading what was downloaded
NO_NETWORK, FAILED = 3, 4  # the child's exit codes
# About how many bytes are downloaded, for the progress: 8,000 digits as OpenML writes them take 1.77 MB when packed, and clothes in
# their authors' own files 2.7 times as much as digits.
EXPECTED = {DataKind.MNIST: 15.5e6, DataKind.FASHION: 41e6}


def folder() -> Path:
    """Where this user's fetched data are kept."""
    return Path(platformdirs.user_cache_dir("neurolupa", appauthor=False)) / "data"


def cached(kind: DataKind) -> Path:
    """The file in which a fetched set lies, whether it is there or not."""
    return folder() / f"{kind.value}.npz"


def fetch(kind: DataKind, work: Work) -> Path:
    """Download a set and keep it; the file it is in. ``work`` is asked often: a cancelled download ends within 0.3 seconds.

    Raises ``SettingsError`` where it can't be had, ``Cancelled`` as ``work`` wants. Nothing is left of what was not finished.
    """
    target = cached(kind)
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(target.parent)
        scratch = Path(tempfile.mkdtemp(prefix="openml-", dir=target.parent))
    except OSError as error:
        _fail(
            QT_TRANSLATE_NOOP("nn", "{path} can't be written ({reason}), so what is fetched can't be kept; make room there."),
            path=str(target.parent),
            reason=error.strerror or error,
        )
    try:
        _run(_command(kind, scratch), scratch, EXPECTED[kind], work)
        (scratch / "fetched.npz").replace(target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    work.report(1.0)
    return target


def _sweep(where: Path) -> None:
    """Away with what downloads left behind that ended with the program, a power cut or the like."""
    for scratch in where.glob("openml-*"):
        with contextlib.suppress(OSError):
            if time.time() - scratch.stat().st_mtime > OLD:
                shutil.rmtree(scratch, ignore_errors=True)


def _command(kind: DataKind, scratch: Path) -> list[str]:
    return [sys.executable, "-P", "-m", "nn.datasets.openml", NAMES[kind], str(scratch), str(scratch / "fetched.npz")]


def _run(command: list[str], scratch: Path, expected: float, work: Work) -> None:
    paths = (str(ROOT), os.environ.get("PYTHONPATH", ""))
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(path for path in paths if path))
    log = scratch / "errors.txt"
    with log.open("wb") as errors:
        try:
            child = subprocess.Popen(  # noqa: S603 - this Python itself
                command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        except OSError as error:
            _fail(
                QT_TRANSLATE_NOOP("nn", "The download couldn't be started ({reason}); choose a folder with the files."),
                reason=error.strerror or error,
            )
        try:
            _wait(child, scratch, expected, work)
        finally:
            with contextlib.suppress(OSError):
                child.kill()
            child.wait()
    if child.returncode == 0 and (scratch / "fetched.npz").is_file():
        return
    reason = _last_line(log)
    if child.returncode == NO_NETWORK:
        _fail(
            QT_TRANSLATE_NOOP("nn", "OpenML can't be reached ({reason}); check the network connection, or choose a folder with the files."),
            reason=reason,
        )
    _fail(QT_TRANSLATE_NOOP("nn", "What OpenML sent can't be used ({reason}); try again later, or choose a folder with the files."), reason=reason)


def _wait(child: subprocess.Popen[bytes], scratch: Path, expected: float, work: Work) -> None:
    """Until the child has ended, telling how far it is; an end is made of a download that stands still."""
    size, since = 0, time.monotonic()
    while child.poll() is None:
        now = sum(path.stat().st_size for path in _files(scratch))
        if now != size:
            size, since = now, time.monotonic()
        if time.monotonic() - since > PATIENCE and size < expected / 2:
            _fail(QT_TRANSLATE_NOOP("nn", "OpenML doesn't answer; try again later, or choose a folder with the files."))
        work.report(DOWNLOADED * min(1.0, size / expected))
        time.sleep(LOOK_EVERY)


def _files(scratch: Path) -> list[Path]:
    with contextlib.suppress(OSError):  # the child moves files while they are counted
        return [path for path in scratch.rglob("*") if path.is_file()]
    return []


def _last_line(log: Path) -> str:
    with contextlib.suppress(OSError):
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1][:200] if lines else "no reason given"
    return "no reason given"


def _fail(template: str, **values: object) -> NoReturn:
    raise SettingsError("data.path", template, **values)


def download(name: str, scratch: Path, target: Path) -> None:
    """In the child: fetch ``name``, and write it as bytes under Keras' names. Raises ``OSError`` without a network."""
    from sklearn.datasets import fetch_openml

    found = fetch_openml(name, version=1, data_home=str(scratch), as_frame=False, parser="liac-arff", n_retries=1)
    images, labels = np.asarray(found.data), np.asarray(found.target).astype(np.int64)
    if images.shape != (PICTURES, 784) or images.min() < 0 or images.max() > 255:
        raise ValueError(f"{name} has shape {images.shape}")
    images, labels = images.astype(np.uint8).reshape(-1, 28, 28), labels.astype(np.uint8)
    np.savez_compressed(
        target, x_train=images[:TRAINING], y_train=labels[:TRAINING], x_test=images[TRAINING:], y_test=labels[TRAINING:], allow_pickle=False
    )


def main(arguments: list[str]) -> int:
    """``arguments``: a set's name at OpenML, a folder to work in, and the file to be written. Returns the exit code."""
    try:
        download(arguments[0], Path(arguments[1]), Path(arguments[2]))
    except OSError as error:
        print(str(getattr(error, "reason", error)), file=sys.stderr)
        return NO_NETWORK
    except Exception as error:  # whatever it is, one line says it
        print(f"{type(error).__name__}: {error}".splitlines()[0], file=sys.stderr)
        return FAILED
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
