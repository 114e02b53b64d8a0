"""The tour really trains, draws what it says, and says when it can't."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui import options, tour_clock
from gui.app import Program
from gui.guide import Guide
from gui.options import Options
from gui.preferences import Preferences
from gui.theme import ThemeName, theme
from gui.tour_clock import Condition, Tour
from nn.choices import DataKind, DeviceChoice
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, StopSettings, TrainingSettings

ROOT = Path(__file__).resolve().parents[2]
SMALL = Experiment(
    data=DataSettings(DataKind.XOR, samples=60),
    network=NetworkSettings(hidden=(LayerSettings(3),)),
    training=TrainingSettings(learning_rate=0.5, stop=StopSettings(epochs=20)),
    device=DeviceChoice.CPU,
)

pytestmark = pytest.mark.usefixtures("on_numpy")


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    made = Program(Preferences(None))

    def end(_window: object) -> None:
        """Before the window is deleted: what is deleted tells nobody that it has ended."""
        if not made.train.shutdown():
            with qtbot.waitSignal(made.train.closed, timeout=20_000):
                pass

    qtbot.addWidget(made.window, before_close_func=end)
    made.window.resize(1100, 700)
    made.window.show()
    yield made
    theme().switch(ThemeName.DARK)


def walk(qtbot: QtBot, program: Program, folder: Path, script: str) -> tuple[Guide, int]:
    """Take a tour; gives its guide and its exit status."""
    walker = Tour(program, program)
    guide = Guide(program, walker, folder)
    scripts = {"one": lambda: guide.one("train", folder / "train.png", SMALL), "both": lambda: both(guide, walker)}
    with qtbot.waitSignal(walker.ended, timeout=30_000) as ended:
        walker.start(scripts[script]())
    assert ended.args is not None
    return guide, int(ended.args[0])


def both(guide: Guide, walker: Tour) -> Iterator[Condition]:
    yield from guide.train(SMALL, 20)
    yield from guide.in_both_themes("xor")


def test_a_picture_of_a_trained_network(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    guide, status = walk(qtbot, program, tmp_path, "one")
    assert status == 0
    assert guide.pictures == [tmp_path / "train.png"]
    assert QImage(str(tmp_path / "train.png")).size() == QSize(1100, 700)
    snapshot = program.train.session.snapshot
    assert snapshot is not None
    assert snapshot.epoch == 20


def test_pictures_are_numbered_and_in_both_themes(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    guide, status = walk(qtbot, program, tmp_path, "both")
    assert status == 0
    assert [path.name for path in guide.pictures] == ["01-xor-dark.png", "02-xor-light.png"]
    dark, light = (QImage(str(path)).pixelColor(2, 2) for path in guide.pictures)
    assert dark.lightness() < 50
    assert light.lightness() > 200


def test_a_tour_that_cannot_go_on_says_why(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tour_clock, "PATIENCE", 200)
    never = Tour(program, program)
    with qtbot.waitSignal(never.ended, timeout=10_000) as ended:
        never.start(iter([lambda: False]))
    assert ended.args == [1]
    assert "did not" in capsys.readouterr().err
    unwritable = tmp_path / "no folder"
    with pytest.raises(OSError, match="no folder"):
        Guide(program, never, unwritable).save(unwritable / "x.png")


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], Options()),
        (["--tour", "x"], Options(tour=Path("x"))),
        (["--shot", "steps", "a b.png"], Options(shot=("steps", Path("a b.png")))),
        (["--theme", "light", "--language", "es", "--size", "1440x900"], Options(theme="light", language="es", size=(1440, 900))),
        (["--experiment", "e.toml"], Options(experiment=Path("e.toml"))),
    ],
)
def test_the_command_line_is_understood(arguments: list[str], wanted: Options) -> None:
    assert options.read(arguments) == wanted


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--shot", "kitchen", "a.png"], "kitchen"),
        (["--size", "big"], "1440x900"),
        (["--size", "1x1"], "320x240"),
        (["--theme", "pink"], "pink"),
        (["--language", "fr"], "fr"),
    ],
)
def test_what_is_not_understood_gets_a_sentence(arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        options.read(arguments)
    assert left.value.code == 2
    assert word in capsys.readouterr().err


def test_the_first_picture_needs_neither_numpy_nor_the_workspaces() -> None:
    code = """
import sys
from gui.app import Program, make_application
from gui.preferences import Preferences
application = make_application([])
program = Program(Preferences(None))
program.show()
program.window.grab()
heavy = ("numpy", "numba", "sklearn", "sympy", "scipy", "pyqtgraph", "llvmlite", "cuda", "matplotlib", "ziamath")
print([m for m in heavy if m in sys.modules], [m for m in sys.modules if m.startswith(("gui.panels.", "gui.views.", "nn.settings"))])
program.train
print([m for m in heavy if m in sys.modules and m != "numpy"], [m for m in sys.modules if m.startswith("gui.workspaces.steps.")])
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[] []", "[] []"]
