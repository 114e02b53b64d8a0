"""What several tests of the window stand on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nn.backends import devices
from nn.backends.base import Engine
from nn.backends.reference import ReferenceEngine

if TYPE_CHECKING:
    from gui.workspaces.graph.workspace import GraphWorkspace


@pytest.fixture
def on_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs are calculated by the NumPy engine, which needs no compiling."""

    def create(_device: object, *arrays: object, params: object, dtype: object, **_rest: object) -> Engine:
        return ReferenceEngine(*arrays, params, dtype)  # type: ignore[arg-type]  # passed through as given

    monkeypatch.setattr(devices, "create_engine", create)


class Longer(QTranslator):
    """Makes every word on screen a third longer, as Spanish does."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text if not text.strip() or context == "nn" else text + "n" * max(1, round(len(text) * 0.3))

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    """The window speaks a longer language."""
    translator = Longer()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def graph(qtbot: QtBot) -> Iterator[GraphWorkspace]:
    """The Graph workspace, without motion."""
    from gui.actions import Actions
    from gui.fields.motion import set_reduced_motion
    from gui.workspaces.graph.workspace import GraphWorkspace

    set_reduced_motion(True)
    made = GraphWorkspace(Actions())
    qtbot.addWidget(made)
    made.resize(1368, 868)
    made.begin()
    made.show()
    yield made
    made.shutdown()
    qtbot.waitUntil(lambda: not made.jobs.running, timeout=20_000)
    set_reduced_motion(False)
