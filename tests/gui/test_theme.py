"""The themes: complete, readable, switched live."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.style import FORMS, MENUS, Style, dress, filled
from gui.theme import DARK, LIGHT, TOKENS, Colors, ThemeName, theme


def luminance(color: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (color.redF(), color.greenF(), color.blueF())]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("colors", [DARK, LIGHT])
@pytest.mark.parametrize("ground", ["panel", "card", "rail", "bg"])
@pytest.mark.parametrize("token", ["text", "text2", "text3", "accent", "bad", "warn", "negtxt", "postxt"])
def test_words_are_readable_on_every_ground(colors: Colors, ground: str, token: str) -> None:
    assert contrast(getattr(colors, token), getattr(colors, ground)) >= 4.5


@pytest.mark.parametrize("colors", [DARK, LIGHT])
@pytest.mark.parametrize(
    ("token", "ground"),
    [("onaccent", "accent"), ("tiptext", "tip"), ("bad", "badbg"), ("text", "accentbg"), ("text", "badbg"), ("text", "valbg"), ("text", "derbg")],
)
def test_words_are_readable_on_their_own_ground(colors: Colors, token: str, ground: str) -> None:
    assert contrast(getattr(colors, token), getattr(colors, ground)) >= 4.5


@pytest.mark.parametrize("colors", [DARK, LIGHT])
@pytest.mark.parametrize("token", ["line2", "neg", "pos", "accent", "val", "der"])
def test_outlines_and_edges_are_seen(colors: Colors, token: str) -> None:
    assert contrast(getattr(colors, token), colors.panel) >= 3


def test_every_token_is_a_colour() -> None:
    assert all(QColor(getattr(colors, token)).isValid() for colors in (DARK, LIGHT) for token in TOKENS)


def test_a_switch_is_told_once(qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme().changed):
        theme().switch(ThemeName.LIGHT)
    with qtbot.assertNotEmitted(theme().changed):
        theme().switch(ThemeName.LIGHT)
    theme().switch(ThemeName.DARK)


def test_the_palette_dims_what_is_disabled(qtbot: QtBot) -> None:
    palette = theme().palette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    assert palette.color(group.Disabled, role.Text) == theme().color("text3")
    assert palette.color(group.Active, role.Text) == theme().color("text")


def test_the_application_and_dressed_widgets_follow_the_theme(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    style = Style(application)
    field = QLineEdit()
    qtbot.addWidget(field)
    dress(field, FORMS)
    for name in (ThemeName.LIGHT, ThemeName.DARK):
        theme().switch(name)
        assert application.palette().color(QPalette.ColorRole.Window) == theme().color("panel")
        assert theme().color("inset").name() in field.styleSheet()
    theme().changed.disconnect(style.apply)


@pytest.mark.parametrize("sheet", [FORMS, MENUS])
def test_sheets_grow_with_the_projector(qtbot: QtBot, sheet: str) -> None:
    small = filled(sheet)
    theme().set_projector(True)
    large = filled(sheet)
    theme().set_projector(False)
    assert small != large
    assert "{" in small
    assert "px[" not in small
