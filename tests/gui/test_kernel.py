"""The Kernel view: the code that trains, asked for in the device form, read beside the window's thread."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.fields.python_code import PythonCode, coloured
from gui.panels.kernel import KernelDialog
from gui.theme import ThemeName, theme
from gui.workspaces.train.workspace import TrainWorkspace
from nn.backends import devices
from nn.backends.base import Engine
from nn.backends.reference import ReferenceEngine
from nn.backends.source import Fact, KernelSource, SourcePart
from nn.choices import DataKind, DeviceChoice
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings
from nn.text import Sentence

SMALL = Experiment(data=DataSettings(DataKind.XOR, samples=60), network=NetworkSettings(hidden=(LayerSettings(3),)), device=DeviceChoice.CPU)
SOURCE = 'def add(a: int) -> int:\n    """Adds."""\n    return sum([a, 1.5])  # a comment\n'


def kernel(*titles: str) -> KernelSource:
    parts = tuple(SourcePart(Sentence(title), Sentence("{title} does it.", {"title": title}), f"# {title}\npass") for title in titles)
    return KernelSource(parts, (Fact(Sentence("Precision"), Sentence("float32")),))


def test_the_words_of_a_source_have_their_kinds() -> None:
    kinds = {SOURCE[start:end]: kind for start, end, kind in coloured(SOURCE)}
    assert kinds == {
        **{"def": "keyword", "return": "keyword", "add": "name", "sum": "name", "int": "name"},
        **{'"""Adds."""': "text", "1.5": "number", "# a comment": "comment"},
    }
    assert list(coloured("def broken(:\n  'x")) == [(0, 3, "keyword"), (4, 10, "name")]


@pytest.mark.parametrize("name", list(ThemeName))
def test_source_is_coloured_in_both_themes_and_cant_be_changed(qtbot: QtBot, name: ThemeName) -> None:
    theme().switch(name)
    code = PythonCode()
    qtbot.addWidget(code)
    code.show_source(SOURCE)
    first = code.extraSelections()[0]
    assert first.cursor.selectedText() == "def"
    assert first.format.foreground().color() == theme().color("f1")
    QTest.keyClicks(code, "x")
    assert code.toPlainText() == SOURCE
    theme().switch(ThemeName.DARK)


def test_the_dialog_shows_a_part_its_sentence_and_the_facts(qtbot: QtBot) -> None:
    dialog = KernelDialog()
    qtbot.addWidget(dialog)
    dialog.show_source(kernel("Forward", "Backward"), "CPU")
    assert dialog.outline.count() == 2
    assert dialog.sentence.text() == "Forward does it."
    dialog.outline.setCurrentRow(1)
    assert dialog.code.toPlainText() == "# Backward\npass"
    assert dialog.facts.text() == "Precision: float32"
    dialog.show_source(kernel("The launch", "Forward", "Backward"), "GPU")
    assert dialog.outline.currentRow() == 2  # the same part of another kernel
    assert "GPU" in dialog.heading.text()
    dialog.show_why_not(Sentence("There are no files."))
    assert (dialog.heading.text(), dialog.outline.count(), dialog.code.toPlainText()) == ("There are no files.", 0, "")


def test_the_device_form_opens_the_kernel_of_the_run_and_it_follows(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def create(_device: object, *arrays: object, params: object, dtype: object, cancelled: object) -> Engine:
        engine = ReferenceEngine(*arrays, params, dtype)  # type: ignore[arg-type, call-arg]  # passed through as given; nothing to compile
        engine.device_name = "CPU"
        return engine

    monkeypatch.setattr(devices, "create_engine", create)
    train = TrainWorkspace(Actions())
    qtbot.addWidget(train)
    train.open_experiment(SMALL)
    qtbot.waitUntil(lambda: train.session.current is not None, timeout=60_000)
    train.columns.device.kernel.click()
    dialog = train.kernel.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.outline.count() > 0, timeout=60_000)
    assert "def train(" in dialog.code.toPlainText()
    assert "2-3-1" in dialog.facts.text()
    train.editor.set_network(NetworkSettings(hidden=(LayerSettings(5),)))
    qtbot.waitUntil(lambda: "2-5-1" in dialog.facts.text(), timeout=60_000)
    dialog.close()
    if not train.shutdown():
        with qtbot.waitSignal(train.closed, timeout=20_000):
            pass
