"""Gives the application its look: Fusion, the theme's palette and face, and one small style sheet for Qt's own widgets."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from gui.resources import icon_source
from gui.theme import TOKENS, theme

# Widgets of our own paint themselves; a dot before a class name leaves out its subclasses. px[…] grows with the projector.
SHEET = """
QMenuBar {{ background: transparent; border: none; spacing: 0px; }}
QMenuBar::item {{ color: {text2}; background: transparent; padding: {px[5]}px {px[10]}px; border-radius: {px[6]}px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ color: {text}; background: {accentbg}; }}
QMenu {{ color: {text}; background: {card}; border: 1px solid {line}; padding: {px[4]}px; }}
QMenu::item {{ padding: {px[6]}px {px[28]}px {px[6]}px {px[12]}px; border-radius: {px[6]}px; background: transparent; }}
QMenu::item:selected {{ background: {accentbg}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::icon {{ padding-left: {px[8]}px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {px[4]}px {px[8]}px; }}
QToolTip {{ color: {tiptext}; background: {tip}; border: 1px solid {tip}; padding: {px[5]}px {px[8]}px; }}
.QScrollBar:vertical {{ background: transparent; border: none; width: {px[10]}px; margin: 0; }}
.QScrollBar:horizontal {{ background: transparent; border: none; height: {px[10]}px; margin: 0; }}
.QScrollBar::handle {{ background: {line2}; border-radius: {px[3]}px; margin: {px[2]}px; min-height: {px[24]}px; min-width: {px[24]}px; }}
.QScrollBar::handle:hover {{ background: {text3}; }}
.QScrollBar::add-line, .QScrollBar::sub-line, .QScrollBar::add-page, .QScrollBar::sub-page {{
    background: none; border: none; width: 0; height: 0; }}
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
"""


class _Sizes(defaultdict[str, int]):
    """``px[28]`` in the sheet: a length of the design at the present scale."""

    def __missing__(self, key: str) -> int:
        return max(1, round(float(key) * theme().scale))


class Style(QObject):
    """Dresses the application, and again after every change of the theme."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._folder = QTemporaryDir()
        application.setStyle("Fusion")
        theme().changed.connect(self.apply)
        self.apply()

    @Slot()
    def apply(self) -> None:
        """Set palette, font, tooltips and style sheet from the theme in use."""
        palette = theme().palette()
        self._application.setPalette(palette)
        self._application.setFont(theme().sans(13))
        QToolTip.setPalette(_tip_palette(palette))
        QToolTip.setFont(theme().sans(12))
        self._application.setStyleSheet(self._sheet())

    def _sheet(self) -> str:
        colors = {token: theme().color(token).name() for token in TOKENS}
        return SHEET.format(px=_Sizes(), arrow_down=self._tinted("chevron-down"), arrow_up=self._tinted("chevron-up"), **colors)

    def _tinted(self, name: str) -> str:
        """A style sheet draws arrows from files only: one in the theme's colour, in a folder that goes with the program."""
        path = Path(self._folder.path()) / f"{name}-{theme().name}.svg"
        if not path.exists():
            path.write_bytes(icon_source(name, "text2"))
        return path.as_posix()


def _tip_palette(palette: QPalette) -> QPalette:
    tip = QPalette(palette)
    tip.setColor(QPalette.ColorRole.Window, theme().color("tip"))
    tip.setColor(QPalette.ColorRole.WindowText, theme().color("tiptext"))
    return tip
