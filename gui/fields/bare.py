"""Layouts without gaps of their own, and what scrolls up and down under a slim bar: what a workspace's columns are made of."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from gui.fields.slimbar import SlimBar

_Layout = TypeVar("_Layout", bound=QBoxLayout)


def bare(layout: _Layout) -> _Layout:
    """``layout`` without margins and spacing."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def scrolled(inner: QWidget) -> QScrollArea:
    """``inner``, scrolled up and down, never sideways; the bar takes no room from it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    SlimBar(area)
    return area
