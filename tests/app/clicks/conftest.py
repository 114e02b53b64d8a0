"""One application for all who click: a process can't have two."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui.app import make_application


@pytest.fixture(scope="session")
def application() -> QApplication:
    return make_application([])
