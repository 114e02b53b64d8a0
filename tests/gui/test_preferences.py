"""What is remembered: whole, or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.app import Program, first_language, first_theme
from gui.fields.motion import duration, set_reduced_motion
from gui.i18n import Language, languages
from gui.preferences import Preferences, Values, default_path
from gui.theme import ThemeName, theme
from nn.choices import DataKind
from nn.presets import CIRCLES
from nn.settings import DataSettings, Experiment
from nn.storage.atomic import SUFFIX
from nn.storage.experiment import from_toml, to_toml, write


def test_values_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "preferences.json"
    first = Preferences(path)
    assert first.values == Values()
    first.values.theme = "light"
    first.values.projector = True
    first.values.experiment = "name = 'ñ'"
    assert first.save()
    assert Preferences(path).values == first.values
    assert [file.name for file in path.parent.iterdir()] == ["preferences.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"theme": 3, "projector": "yes", "unknown": 1}', "\x00\xff"])
def test_a_damaged_file_gives_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(text.encode("latin-1"))
    assert Preferences(path).values == Values()


def test_what_is_right_in_a_damaged_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({"theme": "light", "geometry": 7, "of a newer version": True}), encoding="utf-8")
    assert Preferences(path).values == Values(theme="light")


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not Preferences(tmp_path / "file" / "preferences.json").save()


def test_the_start_sweeps_up_what_a_crash_left_long_ago(tmp_path: Path) -> None:
    left = tmp_path / f".{'a1' * 8}{SUFFIX}"
    left.write_text("{", encoding="utf-8")
    Preferences(tmp_path / "preferences.json")
    assert left.exists()
    os.utime(left, (0, 0))
    Preferences(tmp_path / "preferences.json")
    assert not left.exists()


def test_without_a_path_nothing_is_written() -> None:
    assert not Preferences(None).save()


def test_the_platforms_folder_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert default_path().name == "preferences.json"
    assert "neurolupa" in str(default_path())


def test_the_first_start_takes_the_systems_ways(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert first_theme("light") is ThemeName.LIGHT
    assert first_theme("nonsense") is ThemeName.DARK
    assert first_language("es") is Language.SPANISH
    monkeypatch.setattr("gui.app.system_language", lambda: Language.SPANISH)
    assert first_language("klingon") is Language.SPANISH


def test_a_window_remembers_and_begins_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    program = Program(Preferences(path))
    qtbot.addWidget(program.window)
    program.experiment = Experiment(data=DataSettings(DataKind.MOONS), seed=7)
    program.window.resize(1024, 700)
    program.actions["theme"].trigger()
    program.actions["spanish"].trigger()
    program.actions["projector"].setChecked(True)
    program.actions["less_motion"].trigger()
    assert duration(200) == 0
    program.window.show_workspace("graph")
    assert program.window.close()

    values = Preferences(path).values
    assert (values.theme, values.language, values.projector, values.workspace) == ("light", "es", True, "graph")
    assert values.less_motion
    assert from_toml(values.experiment) == program.experiment
    theme().switch(ThemeName.DARK)
    languages().switch(Language.ENGLISH)
    theme().set_projector(False)
    set_reduced_motion(False)

    again = Program(Preferences(path))
    qtbot.addWidget(again.window)
    assert theme().name is ThemeName.LIGHT
    assert theme().scale == 1.25
    assert duration(200) == 0
    again.actions["less_motion"].trigger()
    assert duration(200) == 200
    assert languages().language is Language.SPANISH
    assert again.first_experiment() == program.experiment
    theme().switch(ThemeName.DARK)
    theme().set_projector(False)
    languages().switch(Language.ENGLISH)


def test_an_experiment_that_cannot_be_read_any_more_gives_the_preset(qtbot: QtBot) -> None:
    preferences = Preferences(None)
    preferences.values.experiment = "seed = 'seven'"
    program = Program(preferences)
    qtbot.addWidget(program.window)
    assert program.first_experiment() == CIRCLES.experiment


def test_files_are_opened_and_saved_or_told_of(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = Program(Preferences(None))
    qtbot.addWidget(program.window)
    opened: list[Experiment] = []
    monkeypatch.setattr(program.train, "open_experiment", opened.append)
    wanted = Experiment(data=DataSettings(DataKind.XOR), seed=3)
    write(tmp_path / "wanted.toml", wanted)
    program.files.open_file(str(tmp_path / "wanted.toml"))
    assert opened == [wanted]
    assert program.window.notice_bar.notice is None

    program.files.open_file(str(tmp_path / "not there.toml"))
    assert opened == [wanted]
    assert program.window.notice_bar.notice is not None
    assert "not there.toml" in program.window.notice_bar.notice.sentence

    program.files.experiment = wanted
    program.files.save_file(str(tmp_path / "saved.toml"))
    assert (tmp_path / "saved.toml").read_text(encoding="utf-8") == to_toml(wanted)
    program.window.show_notice(None)
    program.files.save_file(str(tmp_path / "no folder" / "saved.toml"))
    assert program.window.notice_bar.notice is not None


def test_an_exception_nobody_foresaw_is_shown_and_printed(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    program = Program(Preferences(None))
    qtbot.addWidget(program.window)
    error = ValueError("seventeen")
    program.show_unforeseen(ValueError, error, None)
    assert "seventeen" in capsys.readouterr().err
    assert program.window.notice_bar.notice is not None
    assert "seventeen" in program.window.notice_bar.notice.sentence
