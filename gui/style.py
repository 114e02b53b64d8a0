"""Gives the application its look: Fusion, the theme's palette and faces; small style sheets for a few of Qt's own widgets.

A style sheet for the whole application would cost 0.6 s at the start and 0.8 s at each change of theme (measured with the
window's 500 widgets), so only those widgets have one that are dressed by name. Widgets of our own paint themselves.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from gui.resources import icon_source
from gui.theme import TOKENS, theme

# px[28] is a length of the design at the present scale; {text} and so on are colour tokens. A dot before a class leaves out
# its subclasses.
MENUS = """
QMenuBar {{ background: transparent; border: none; spacing: 0px; }}
QMenuBar::item {{ color: {text2}; background: transparent; padding: {px[5]}px {px[10]}px; border-radius: {px[6]}px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ color: {text}; background: {accentbg}; }}
QMenu {{ color: {text}; background: {card}; border: 1px solid {line}; padding: {px[4]}px; }}
QMenu::item {{ padding: {px[6]}px {px[28]}px {px[6]}px {px[12]}px; border-radius: {px[6]}px; background: transparent; }}
QMenu::item:selected {{ background: {accentbg}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::icon {{ padding-left: {px[8]}px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {px[4]}px {px[8]}px; }}
"""

FORMS = """
.QLineEdit, .QSpinBox, .QDoubleSpinBox, .QComboBox {{ color: {text}; background: {inset}; border: 1px solid {line2};
    border-radius: {px[6]}px; padding: 0 {px[8]}px; min-height: {px[26]}px; selection-background-color: {accent};
    selection-color: {onaccent}; }}
.QLineEdit:focus, .QSpinBox:focus, .QDoubleSpinBox:focus, .QComboBox:focus {{ border: 2px solid {accent}; padding: 0 {px[7]}px;
    min-height: {px[24]}px; }}
.QLineEdit:disabled, .QSpinBox:disabled, .QDoubleSpinBox:disabled, .QComboBox:disabled {{ color: {text3}; border-color: {line}; }}
.QComboBox::drop-down {{ border: none; width: {px[24]}px; }}
.QComboBox::down-arrow {{ image: url("{arrow_down}"); width: {px[14]}px; height: {px[14]}px; }}
.QComboBox QAbstractItemView {{ background: {card}; border: 1px solid {line}; outline: none; }}
.QSpinBox::up-button, .QDoubleSpinBox::up-button, .QSpinBox::down-button, .QDoubleSpinBox::down-button {{
    border: none; width: {px[18]}px; }}
.QSpinBox::up-arrow, .QDoubleSpinBox::up-arrow {{ image: url("{arrow_up}"); width: {px[10]}px; height: {px[10]}px; }}
.QSpinBox::down-arrow, .QDoubleSpinBox::down-arrow {{ image: url("{arrow_down}"); width: {px[10]}px; height: {px[10]}px; }}
.QPushButton {{ color: {text}; background: {card}; border: 1px solid {line2}; border-radius: {px[6]}px; padding: 0 {px[14]}px;
    min-height: {px[30]}px; min-width: {px[56]}px; }}
.QPushButton:hover {{ border-color: {text3}; }}
.QPushButton:pressed {{ background: {accentbg}; }}
.QPushButton:default {{ color: {onaccent}; background: {accent}; border-color: {accent}; }}
.QPushButton:focus {{ border: 2px solid {accent}; }}
.QPushButton:default:focus {{ border: 2px solid {text}; }}
.QPushButton:disabled {{ color: {text3}; border-color: {line}; background: {card}; }}
.QToolButton {{ color: {text2}; background: transparent; border: 1px solid transparent; border-radius: {px[6]}px; padding: {px[3]}px {px[6]}px; }}
.QToolButton:hover {{ color: {text}; background: {card}; }}
.QToolButton:checked, .QToolButton:pressed {{ color: {text}; background: {accentbg}; }}
.QToolButton:focus {{ border-color: {accent}; }}
.QScrollBar:vertical {{ background: transparent; border: none; width: {px[10]}px; margin: 0; }}
.QScrollBar:horizontal {{ background: transparent; border: none; height: {px[10]}px; margin: 0; }}
.QScrollBar::handle {{ background: {line2}; border-radius: {px[3]}px; margin: {px[2]}px; min-height: {px[24]}px; min-width: {px[24]}px; }}
.QScrollBar::handle:hover {{ background: {text3}; }}
.QScrollBar::add-line, .QScrollBar::sub-line, .QScrollBar::add-page, .QScrollBar::sub-page {{
    background: none; border: none; width: 0; height: 0; }}
"""


class Style(QObject):
    """Dresses the application, and again after every change of the theme."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        application.setStyle("Fusion")
        theme().changed.connect(self.apply)
        self.apply()

    @Slot()
    def apply(self) -> None:
        """Set palette, face and tooltips from the theme in use."""
        palette = theme().palette()
        self._application.setPalette(palette)
        self._application.setFont(theme().sans(13))
        QToolTip.setPalette(_tip_palette(palette))
        QToolTip.setFont(theme().sans(12))


class _Dresser(QObject):
    """Keeps one widget's style sheet in step with the theme; goes with the widget."""

    def __init__(self, widget: QWidget, sheet: str) -> None:
        super().__init__(widget)
        self._widget = widget
        self._sheet = sheet
        theme().changed.connect(self.apply)
        self.apply()

    @Slot()
    def apply(self) -> None:
        self._widget.setStyleSheet(filled(self._sheet))


def dress(widget: QWidget, sheet: str) -> None:
    """Give ``widget`` and what is in it one of this module's sheets, in the theme's colours, now and after each change."""
    _Dresser(widget, sheet)


def filled(sheet: str) -> str:
    """A sheet with the colours and lengths of the theme in use."""
    colors = {token: theme().color(token).name() for token in TOKENS}
    return sheet.format(px=_Sizes(), arrow_down=_tinted("chevron-down"), arrow_up=_tinted("chevron-up"), **colors)


class _Sizes(defaultdict[str, int]):
    """``px[28]`` in a sheet."""

    def __missing__(self, key: str) -> int:
        return max(1, round(float(key) * theme().scale))


@cache
def _folder() -> QTemporaryDir:
    return QTemporaryDir()


def _tinted(name: str) -> str:
    """A style sheet draws arrows from files only: one in the theme's colour, in a folder that goes with the program."""
    path = Path(_folder().path()) / f"{name}-{theme().name}.svg"
    if not path.exists():
        path.write_bytes(icon_source(name, "text2"))
    return path.as_posix()


def _tip_palette(palette: QPalette) -> QPalette:
    tip = QPalette(palette)
    for role, token in ((QPalette.ColorRole.Window, "tip"), (QPalette.ColorRole.WindowText, "tiptext")):
        tip.setColor(role, theme().color(token))
    return tip
