"""Showing and hiding what a step changes dozens of times a second."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_if(widget: QWidget, on: bool) -> None:
    """``widget.setVisible(on)``, but nothing at all where it is so already: Qt arranges the whole column anew for each call."""
    settled = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    if not settled or widget.isHidden() is on:
        widget.setVisible(on)
