"""Fonts, colours and pens of the diagram, all from the theme; sizes are scene px, which the painter scales."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

from gui.theme import ThemeName, theme

DIM_NODE, DIM_PILL, DIM_EDGE = 0.6, 0.78, 0.36
HALO, HALO_OPACITY = 8.0, 0.28
LIT, ACTIVE = 2.0, 2.5  # outlines
FACTORS = ("f1", "f2", "f3")


def sans(pixels: float, *, bold: bool = False) -> QFont:
    """The text face in scene px."""
    return _font(pixels, bold, theme().scale, True)


def mono(pixels: float, *, bold: bool = False) -> QFont:
    """The number face in scene px."""
    return _font(pixels, bold, theme().scale, False)


@lru_cache(maxsize=64)
def _font(pixels: float, bold: bool, scale: float, text: bool) -> QFont:
    made = (theme().sans if text else theme().mono)(pixels / scale, bold=bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def advance(text: str, pixels: float, *, bold: bool = False) -> float:
    """Width of a text in the text face."""
    return _advance(text, pixels, bold, theme().scale)


@lru_cache(maxsize=1024)
def _advance(text: str, pixels: float, bold: bool, _scale: float) -> float:
    return QFontMetricsF(sans(pixels, bold=bold)).horizontalAdvance(text)


@lru_cache(maxsize=64)
def heights(pixels: float, bold: bool, _scale: float) -> tuple[float, float]:
    """Ascent and descent of the text face."""
    found = QFontMetricsF(sans(pixels, bold=bold))
    return found.ascent(), found.descent()


def factor(number: int) -> str:
    """The colour token of factor ①②③…: pink, gold, green and again; the violet of what is being calculated where there is none."""
    return FACTORS[(number - 1) % len(FACTORS)] if number else "accent"


def factor_ground(number: int) -> str:
    """The token of its ground."""
    return f"{factor(number)}bg"


def mixed(token: str, share: float, ground: str = "panel") -> QColor:
    """``share`` of a colour on the diagram's ground, opaque, so that nothing shines through. Don't change the returned object."""
    return _mixed(token, share, ground, theme().name)


@lru_cache(maxsize=256)
def _mixed(token: str, share: float, ground: str, _name: ThemeName) -> QColor:
    top, under = theme().color(token), theme().color(ground)
    return QColor.fromRgbF(*(share * a + (1 - share) * b for a, b in zip(_rgb(top), _rgb(under), strict=True)))


def _rgb(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()


def faint(token: str, opacity: float) -> QColor:
    """A colour that lets what is below it through."""
    color = QColor(theme().color(token))
    color.setAlphaF(opacity)
    return color


def pen(color: QColor, width: float, *, dash: tuple[float, float] | None = None) -> QPen:
    """A flat-ended pen; ``dash`` is the length of a dash and of a gap in px."""
    made = QPen(color, width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash is not None:
        made.setDashPattern([dash[0] / width, dash[1] / width])
    return made
