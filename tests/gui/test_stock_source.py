"""MNIST in the window: the data form looks what is there, fetches what isn't, and sends only what can be had."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.fields.text import Words
from gui.format import count
from gui.panels.data import DataPanel
from gui.panels.stock_source import StockSource
from gui.session.jobs import Jobs
from gui.workspaces.train.fetching import Fetching
from nn.choices import DataKind
from nn.datasets import openml
from nn.errors import BadFile, SettingsError
from nn.settings import DataSettings
from tests.nn.digit_files import folder, keras_file


class Desk:
    """A data form with someone who answers it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.panel = DataPanel()
        qtbot.addWidget(self.panel)
        self.jobs = Jobs()
        self.failures: list[Exception] = []
        self.sent: list[DataSettings] = []
        self.panel.data_changed.connect(self.sent.append)
        self.fetching = Fetching(self.panel, self.jobs, self.failures.append, lambda _: None)
        self.panel.show()

    @property
    def source(self) -> StockSource:
        return self.panel.stock

    def says(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.source.status, timeout=10_000)

    def choose(self, kind: DataKind = DataKind.MNIST) -> None:
        self.panel.commit("kind", kind)

    def click(self, button: object) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]  # a widget


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(openml, "folder", lambda: tmp_path / "cache")
    made = Desk(qtbot)
    yield made
    made.jobs.cancel_all()
    qtbot.waitUntil(lambda: not made.jobs.running, timeout=10_000)
    made.panel.hide()


def test_what_isnt_there_is_not_sent(desk: Desk) -> None:
    desk.choose()
    desk.says("Not on this computer yet")
    assert desk.sent == []
    assert desk.source.fetch.isVisible() and desk.source.small.isVisible()
    assert not desk.source.official.isVisible()
    desk.click(desk.source.small)
    assert desk.sent[-1].kind is DataKind.DIGITS
    assert not desk.source.isVisible()


def test_a_folder_is_looked_into_and_then_sent(desk: Desk, tmp_path: Path) -> None:
    desk.choose()
    desk.says("Not on")
    desk.source.opened.emit(str(folder(tmp_path / "digits", 6000, 20)))
    desk.says(f"{count(6000)} + 20 pictures, 28 × 28")
    assert [(sent.kind, sent.path) for sent in desk.sent] == [(DataKind.MNIST, str(tmp_path / "digits"))]
    assert desk.source.official.isVisible()
    assert "digits" in [words.text() for words in desk.source.findChildren(Words)]
    assert not desk.panel.cell("test_share").isVisible()
    desk.click(desk.source.official)
    assert not desk.sent[-1].official_split
    assert desk.panel.cell("test_share").isVisible()


def test_what_was_fetched_before_is_sent_at_once(desk: Desk, tmp_path: Path) -> None:
    keras_file(tmp_path / "cache" / "fashion.npz")
    desk.choose(DataKind.FASHION)
    desk.says("60 + 20 pictures")
    assert [(sent.kind, sent.path) for sent in desk.sent] == [(DataKind.FASHION, "")]


def test_a_folder_without_pictures_is_an_error_and_sends_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.choose()
    desk.source.opened.emit(str(tmp_path))
    desk.qtbot.waitUntil(lambda: bool(desk.failures), timeout=10_000)
    assert isinstance(desk.failures[0], BadFile)
    assert desk.sent == []


def stand_in(monkeypatch: pytest.MonkeyPatch, source: Path | None, code: str = "") -> None:
    def command(_kind: DataKind, scratch: Path) -> list[str]:
        copy = f"import shutil; shutil.copy({str(source)!r}, {str(scratch / 'fetched.npz')!r})" if source else ""
        return [sys.executable, "-c", f"import sys, time\n{copy}\n{code}"]

    monkeypatch.setattr(openml, "_command", command)


def test_fetching_ends_with_the_data(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, keras_file(tmp_path / "there.npz"))
    desk.choose()
    desk.says("Not on")
    desk.click(desk.source.fetch)
    assert "Fetching from OpenML" in desk.source.status and desk.source.cancel.isVisible()
    desk.says("60 + 20 pictures")
    assert [(sent.kind, sent.path) for sent in desk.sent] == [(DataKind.MNIST, "")]
    assert not desk.source.cancel.isVisible() and not desk.source.fetch.isVisible()


def test_a_download_can_be_cancelled(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, None, "time.sleep(60)")
    desk.choose()
    desk.says("Not on")
    desk.click(desk.source.fetch)
    desk.click(desk.source.cancel)
    assert "Not on" in desk.source.status
    desk.qtbot.waitUntil(lambda: not desk.jobs.running, timeout=10_000)
    assert desk.failures == [] and desk.sent == []


def test_a_download_that_fails_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, None, "sys.exit(3)")
    desk.choose()
    desk.says("Not on")
    desk.click(desk.source.fetch)
    desk.qtbot.waitUntil(lambda: bool(desk.failures), timeout=10_000)
    assert isinstance(desk.failures[0], SettingsError) and "can't be reached" in str(desk.failures[0])
    assert desk.source.fetch.isVisible()


def test_whoever_has_moved_on_is_left_alone(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, keras_file(tmp_path / "there.npz"), "time.sleep(0.3)")
    desk.choose()
    desk.says("Not on")
    desk.click(desk.source.fetch)
    desk.choose(DataKind.MOONS)
    desk.qtbot.waitUntil(lambda: not desk.jobs.running, timeout=10_000)
    assert [sent.kind for sent in desk.sent] == [DataKind.MOONS]
    assert openml.cached(DataKind.MNIST).is_file()


def test_another_kind_forgets_the_folder(desk: Desk, tmp_path: Path) -> None:
    desk.panel.show_settings(DataSettings(DataKind.MNIST, path=str(folder(tmp_path / "digits"))))
    desk.says("60 + 20")
    assert desk.sent == []  # shown by someone else: nothing to tell
    desk.choose(DataKind.PICTURE)
    assert desk.sent[-1].path == ""


def test_a_screen_reader_hears_what_is_there(desk: Desk) -> None:
    desk.choose()
    desk.says("Not on")
    assert desk.source.accessibleName()
    assert desk.source.accessibleDescription() == desk.source.status
