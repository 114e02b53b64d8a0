"""English and Spanish, switched while the window is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from gui.actions import Group
from gui.app import Program
from gui.errors import notice_of
from gui.i18n import Language, languages, system_language
from gui.options import WORKSPACES
from gui.preferences import Preferences
from gui.resources import ROOT
from nn.errors import SettingsError
from nn.settings import TrainingSettings


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> Iterator[None]:
    languages().switch(Language.ENGLISH)
    yield
    languages().switch(Language.ENGLISH)


@pytest.fixture
def program(qtbot: QtBot) -> Program:
    made = Program(Preferences(None))
    qtbot.addWidget(made.window)
    return made


def texts_on(widget: QWidget) -> Iterator[str]:
    """What a person or a screen reader finds on a widget and all that is in it."""
    for part in [widget, *widget.findChildren(QWidget)]:
        yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle())
        for name in ("text", "title", "placeholderText"):
            found = getattr(part, name, None)
            if callable(found) and isinstance(part, QWidget):
                text = found()
                if isinstance(text, str):
                    yield text
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def english_sources() -> set[str]:
    """All English texts whose Spanish is another one."""
    tree = ElementTree.parse(ROOT / "i18n" / "neurolupa_es.ts")  # noqa: S314  the project's own file
    pairs = [(message.findtext("source", ""), message.findtext("translation", "")) for message in tree.iter("message")]
    spanish = {translation for _, translation in pairs}
    return {source for source, translation in pairs if source != translation} - spanish


def test_a_switch_reaches_actions_and_menus(qtbot: QtBot, program: Program) -> None:
    program.actions["spanish"].trigger()
    assert program.actions["undo"].text() == "Deshacer"
    assert program.actions.group_title(Group.NETWORK) == "Red"
    qtbot.waitUntil(lambda: "Archivo" in [action.text() for action in program.window.title_bar.menu_bar.actions()])
    assert program.window.rail.item("steps").text() == "Pasos"
    assert not program.actions["english"].isChecked()
    program.actions["english"].trigger()
    assert program.actions["undo"].text() == "Undo"
    qtbot.waitUntil(lambda: "File" in [action.text() for action in program.window.title_bar.menu_bar.actions()])


def test_no_english_is_left_on_the_window_after_a_switch(qtbot: QtBot, program: Program) -> None:
    sources = english_sources()
    assert len(sources) > 250
    program.window.show()
    for id_ in WORKSPACES:
        program.window.widget(id_)
    before = set(texts_on(program.window)) & sources
    assert len(before) > 80
    languages().switch(Language.SPANISH)

    def no_english() -> None:
        assert sorted(set(texts_on(program.window)) & sources) == []

    qtbot.waitUntil(no_english, timeout=5000)


def test_errors_speak_spanish_with_the_fields_own_name() -> None:
    languages().switch(Language.SPANISH)
    with pytest.raises(SettingsError) as caught:
        TrainingSettings(learning_rate=-1)
    assert notice_of(caught.value).sentence == "Tasa de aprendizaje: tiene que ser un número mayor que 0; −1 no sirve."


@pytest.mark.parametrize(("language", "one", "many"), [(Language.ENGLISH, "1 value", "4 values"), (Language.SPANISH, "1 valor", "4 valores")])
def test_plurals(language: Language, one: str, many: str) -> None:
    languages().switch(language)
    assert QCoreApplication.translate("NetworkDiagram", "%n value(s)", None, 1) == one
    assert QCoreApplication.translate("NetworkDiagram", "%n value(s)", None, 4) == many


def test_qts_own_words_are_spanish(qtbot: QtBot) -> None:
    languages().switch(Language.SPANISH)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancelar"


def test_the_systems_language_is_the_first_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, wanted in (("es_MX", Language.SPANISH), ("es_ES", Language.SPANISH), ("de_DE", Language.ENGLISH), ("en_GB", Language.ENGLISH)):
        monkeypatch.setattr(QLocale, "system", lambda name=name: QLocale(name))
        assert system_language() is wanted


def test_a_switch_to_the_same_language_tells_nobody(qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(languages().changed):
        languages().switch(Language.ENGLISH)


def test_a_translation_that_is_missing_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("gui.i18n.translation", lambda name: tmp_path / name)
    with pytest.raises(FileNotFoundError):
        languages().switch(Language.SPANISH)
    assert languages().language is Language.ENGLISH
