"""An import beside everything else: it makes room for whoever waits, and whoever waits for it can be called away."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nn.inside import beside
from nn.inside.beside import Beside

PATIENCE = 60.0  # seconds after which something hangs


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package that takes as long as its part ``gate`` is kept waiting."""
    package = tmp_path / "neurolupa_slow"
    package.mkdir()
    (package / "__init__.py").write_text("from neurolupa_slow import one, gate, two\n")
    for name in ("one", "two"):
        (package / f"{name}.py").write_text("")
    (package / "gate.py").write_text("import threading\nopen_ = threading.Event()\nreached = True\nopen_.wait(60)\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield package.name
    for name in [name for name in sys.modules if name.startswith(package.name)]:
        del sys.modules[name]


def test_a_wait_ends_when_something_else_is_wanted_or_the_module_is_there(slow: str) -> None:
    found = Beside(slow)
    assert not found.ready()
    while f"{slow}.gate" not in sys.modules or not hasattr(sys.modules[f"{slow}.gate"], "reached"):
        threading.Event().wait(0.001)
    asked: list[int] = []
    assert not found.ready(PATIENCE, lambda: asked.append(1) or len(asked) > 3)  # type: ignore[func-returns-value]  # ``None`` or the comparison
    assert len(asked) == 4
    sys.modules[f"{slow}.gate"].open_.set()
    assert found.ready(PATIENCE)
    assert f"{slow}.two" in sys.modules and found not in sys.meta_path


def test_the_import_waits_before_each_module_while_somebody_asks(slow: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[tuple[float, bool]] = []
    found = Beside(slow)

    def rest(seconds: float) -> None:
        rests.append((seconds, threading.current_thread() is threading.main_thread()))
        if len(rests) == 3:
            monkeypatch.setattr(beside, "CALM", 0.0)  # nobody asks any more

    monkeypatch.setattr(time, "sleep", rest)
    monkeypatch.setattr(beside, "CALM", PATIENCE)
    found.step_aside()
    found.ready()
    while f"{slow}.gate" not in sys.modules or not hasattr(sys.modules[f"{slow}.gate"], "open_"):
        threading.Event().wait(0.001)
    sys.modules[f"{slow}.gate"].open_.set()
    assert found.ready(PATIENCE)
    assert rests == [(beside.ASIDE, False)] * 3  # the package, one and gate; not two


def test_other_threads_import_as_ever_meanwhile(slow: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Beside(slow)
    found.step_aside()
    monkeypatch.setattr(time, "sleep", pytest.fail)
    assert found.find_spec("anything", None, None) is None
