"""Icons and faces: all there, in the theme's colours, sharp at every scale."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QIcon, QPixmap
from pytestqt.qtbot import QtBot

from gui.actions import TABLE
from gui.resources import app_icon, icon, icon_names, load_fonts
from gui.theme import TOKENS, ThemeName, theme

ROOT = Path(__file__).resolve().parents[2]
# How the code names an icon: in a call, or as a keyword.
CALLS = re.compile(r"""(?:\bicon|draw_icon|IconButton|set_icon)\([^"()]*"([a-z-]+)"|\bicon="([a-z-]+)\"""")


def painted(pixmap: QPixmap) -> QColor:
    """The colour of the most opaque pixel."""
    image = pixmap.toImage()
    colors = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(colors, key=QColor.alpha)


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_drawn_within_its_box_in_one_colour(qtbot: QtBot, name: str) -> None:
    source = (ROOT / "resources" / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke-width="1.75"' in source
    assert set(re.findall(r'(?:fill|stroke)="(.*?)"', source)) <= {"none", "#000"}
    image = icon(name, "text").pixmap(48, 48).toImage()
    alpha = np.array([[image.pixelColor(x, y).alpha() for x in range(48)] for y in range(48)])
    assert (alpha > 128).sum() > 30
    assert max(alpha[0].max(), alpha[-1].max(), alpha[:, 0].max(), alpha[:, -1].max()) < 128


def test_an_icon_follows_the_theme_by_itself(qtbot: QtBot) -> None:
    kept = icon("plus", "accent")
    for name in (ThemeName.LIGHT, ThemeName.DARK):
        theme().switch(name)
        assert painted(kept.pixmap(64, 64)).name() == theme().color("accent").name()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_as_many_pixels_as_the_screen(qtbot: QtBot, ratio: float) -> None:
    assert icon("train").pixmap(QSize(16, 16), ratio).size() == QSize(16, 16) * ratio


def test_a_disabled_icon_is_fainter(qtbot: QtBot) -> None:
    shown = icon("close", "text")
    assert painted(shown.pixmap(QSize(32, 32), QIcon.Mode.Disabled)).alpha() < painted(shown.pixmap(32, 32)).alpha()


def test_an_icon_that_is_not_there_is_an_error(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        icon("unicorn")


def test_every_icon_that_the_code_names_is_there() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "gui").rglob("*.py")]
    named = {name for text in texts for pair in CALLS.findall(text) for name in pair if name and name not in TOKENS}
    named |= {spec.icon for spec in TABLE if spec.icon}
    assert len(named) > 15
    assert named <= set(icon_names())


def test_the_faces_are_the_programs_own(qtbot: QtBot) -> None:
    load_fonts()
    assert QFontInfo(theme().sans(13)).family() == "Inter"
    assert QFontInfo(theme().mono(13)).family() == "JetBrains Mono"


def test_the_program_has_a_picture(qtbot: QtBot) -> None:
    assert app_icon().availableSizes()
