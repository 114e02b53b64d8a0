"""Colours, fonts and sizes of the two themes; the one place that knows a hexadecimal colour.

Everything that draws asks ``theme()`` when it paints and repaints on ``theme().changed``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette

GRID = 8  # px; the half step is 4
SANS = "Inter"
MONO = "JetBrains Mono"


class ThemeName(StrEnum):
    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True)
class Colors:
    """The colour tokens, as hexadecimal text; ``color(name)`` of the theme gives the QColor."""

    bg: str
    rail: str
    panel: str
    card: str
    inset: str
    node: str
    line: str
    line2: str
    text: str
    text2: str
    text3: str
    accent: str
    accentbg: str
    onaccent: str
    neg: str
    pos: str
    negtxt: str
    postxt: str
    ramp_neg: str
    ramp_zero: str
    ramp_pos: str
    point0: str
    point1: str
    point_outline: str
    ok: str
    warn: str
    bad: str
    badbg: str
    badfill: str  # the far end of the ramp of mistakes in a confusion matrix
    tip: str
    tiptext: str
    f1: str  # the factors of a chain rule, and their grounds
    f1bg: str
    f2: str
    f2bg: str
    f3: str
    f3bg: str
    val: str  # values of a computation graph, and the arrows forward
    valbg: str
    der: str  # its derivatives, and the arrows backward, which are dashed too
    derbg: str


DARK = Colors(
    bg="#0E131A", rail="#0A0E14", panel="#141A23", card="#1A212C", inset="#10161E", node="#1F2835",
    line="#2A3442", line2="#6B7A90", text="#E9EEF5", text2="#B0BBCA", text3="#8A97AA",
    accent="#A996FF", accentbg="#2A2550", onaccent="#14102B",
    neg="#F59A45", pos="#66AEFF", negtxt="#F8AC66", postxt="#8AC2FF",
    ramp_neg="#E8822B", ramp_zero="#1C232E", ramp_pos="#3D8FF0",
    point0="#FFC48A", point1="#A9D3FF", point_outline="#0E131A",
    ok="#4FD1A5", warn="#F2C14E", bad="#FF8F87", badbg="#3A1F22", badfill="#B5433B", tip="#F4F7FB", tiptext="#141A23",
    f1="#F08BB8", f1bg="#34202C", f2="#F2C94C", f2bg="#2E2916", f3="#45D6AF", f3bg="#142C28",
    val="#6FC3F7", valbg="#13283A", der="#A4D65E", derbg="#1E2A1A",
)  # fmt: skip

LIGHT = Colors(
    bg="#F3F5F8", rail="#FFFFFF", panel="#FFFFFF", card="#F7F9FB", inset="#FFFFFF", node="#FFFFFF",
    line="#DCE2EA", line2="#7C8899", text="#161C26", text2="#414C5C", text3="#5C6879",
    accent="#5B3FD6", accentbg="#ECE8FD", onaccent="#FFFFFF",
    neg="#C25A05", pos="#1766C9", negtxt="#A84B00", postxt="#0F56B0",
    ramp_neg="#EE8A30", ramp_zero="#FBFBFC", ramp_pos="#3A86E8",
    point0="#9A4300", point1="#0B4794", point_outline="#FFFFFF",
    ok="#0B7A57", warn="#8A6100", bad="#B3261E", badbg="#FDECEA", badfill="#D9655C", tip="#1B222D", tiptext="#F4F7FB",
    f1="#B0246E", f1bg="#FCEBF3", f2="#8A5B00", f2bg="#FFF3D1", f3="#00735A", f3bg="#DFF5EE",
    val="#0A6796", valbg="#E4F3FB", der="#436F0E", derbg="#EEF6E1",
)  # fmt: skip

# Class colours for more than two classes (point, region); the first two are point0/point1. Shapes say the same.
CLASS_HUES_DARK = ("#FFC48A", "#A9D3FF", "#8FE3B0", "#F2A3D0", "#E8E08A", "#C3B5FF", "#8CE0E6", "#FFB0A8", "#C9CED8", "#C8E57A")
CLASS_HUES_LIGHT = ("#9A4300", "#0B4794", "#0B6B3A", "#9C1F68", "#6E6100", "#4B32B0", "#0B6870", "#A3241B", "#454D5A", "#4D6400")

# A cost surface's colours are the same in both themes: cividis (Nunez, Anderton and Renslow 2018) from its dark end on.
CIVIDIS = ("#00224E", "#123570", "#3B496C", "#575D6D", "#707173", "#8A8678", "#A59C74", "#C3B369", "#E1CC55", "#FEE838")
MAP_TAG = "#0A0E14"  # the ground of what is written on a map, and the halo of its lines
ON_MAP = "#FFFFFF"
# The optimizers of a race: SGD, momentum, RMSProp, Adam, Nesterov, and three more. Lines and shapes say the same.
RUNNER_HUES_MAP = ("#FFFFFF", "#FF9CC8", "#6FE3C4", "#CBBEFF", "#FFC48A", "#9FD0FF", "#E5E38A", "#FFB0A8")
RUNNER_HUES_DARK = ("#E9EEF5", *RUNNER_HUES_MAP[1:])
RUNNER_HUES_LIGHT = ("#161C26", "#B0246E", "#00735A", "#5B3FD6", "#9A4300", "#0B4794", "#6E6100", "#A3241B")


class Theme(QObject):
    """The theme in use. ``changed`` is sent after a switch; widgets then repaint."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ThemeName.DARK
        self._scale = 1.0

    @property
    def name(self) -> ThemeName:
        return self._name

    @property
    def is_dark(self) -> bool:
        return self._name is ThemeName.DARK

    @property
    def colors(self) -> Colors:
        return DARK if self._name is ThemeName.DARK else LIGHT

    def switch(self, name: ThemeName) -> None:
        if name is not self._name:
            self._name = name
            _color.cache_clear()
            self.changed.emit()

    def set_projector(self, on: bool) -> None:
        """Letters and lines a quarter larger, for a classroom."""
        scale = 1.25 if on else 1.0
        if scale != self._scale:
            self._scale = scale
            self.changed.emit()

    @property
    def scale(self) -> float:
        return self._scale

    def color(self, token: str) -> QColor:
        """The colour of a token, such as ``"accent"``. Don't change the returned object."""
        return _color(self._name, token)

    def class_color(self, index: int) -> QColor:
        hues = CLASS_HUES_DARK if self._name is ThemeName.DARK else CLASS_HUES_LIGHT
        return QColor(hues[index % len(hues)])

    def runner_color(self, index: int, *, on_map: bool = False) -> QColor:
        """The colour of a race's runner: on a map the same in both themes."""
        hues = RUNNER_HUES_MAP if on_map else RUNNER_HUES_DARK if self._name is ThemeName.DARK else RUNNER_HUES_LIGHT
        return QColor(hues[index % len(hues)])

    def sans(self, pixels: float = 13, *, bold: bool = False) -> QFont:
        """The text face; ``bold`` is weight 600."""
        return self._font(SANS, pixels, bold)

    def mono(self, pixels: float = 13, *, bold: bool = False) -> QFont:
        """The face of every number."""
        return self._font(MONO, pixels, bold)

    def _font(self, family: str, pixels: float, bold: bool) -> QFont:
        return QFont(_face(family, round(pixels * self._scale), bold))  # a copy: the caller may underline it

    def palette(self) -> QPalette:
        """The palette for Qt's own widgets, Disabled group too."""
        roles = QPalette.ColorRole
        palette = QPalette()
        table: dict[Any, str] = {
            roles.Window: "panel", roles.WindowText: "text", roles.Base: "inset", roles.AlternateBase: "card", roles.Text: "text",
            roles.Button: "card", roles.ButtonText: "text", roles.BrightText: "onaccent", roles.Highlight: "accent",
            roles.HighlightedText: "onaccent", roles.ToolTipBase: "tip", roles.ToolTipText: "tiptext", roles.PlaceholderText: "text3",
            roles.Link: "accent", roles.Mid: "line2", roles.Dark: "line", roles.Light: "card", roles.Midlight: "line", roles.Shadow: "bg",
            roles.Accent: "accent",
        }  # fmt: skip
        for role, token in table.items():
            palette.setColor(role, self.color(token))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("text3"))
        palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, self.color("line"))
        return palette


@cache
def _color(name: ThemeName, token: str) -> QColor:
    return QColor(getattr(DARK if name is ThemeName.DARK else LIGHT, token))


@cache
def _face(family: str, pixels: int, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if bold:  # the shipped faces are variable: Qt finds their weights by the axis only
        font.setVariableAxis(QFont.Tag("wght"), 600.0)
    return font


@cache
def theme() -> Theme:
    """The one theme of the program."""
    return Theme()


TOKENS = tuple(field.name for field in fields(Colors))
