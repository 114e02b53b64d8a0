"""The command line, run by tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from nn.backends import devices
from nn.backends.reference import ReferenceEngine
from nn.cli import main

Run = Callable[[str], tuple[int, str, str]]


def runner(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the NumPy engine, which needs no compiling. Gives status, standard output and standard error."""

    def engine(_device: object, *arguments: Any, params: Any, dtype: Any, cancelled: Any) -> ReferenceEngine:
        return ReferenceEngine(*arguments, params, dtype)

    monkeypatch.setattr(devices, "create_engine", engine)

    def run_command(line: str) -> tuple[int, str, str]:
        try:
            status = main(line.split())
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_command
