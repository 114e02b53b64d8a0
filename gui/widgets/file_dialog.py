"""The system's dialog for a file's name, which goes away by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def dialog_to_open(parent: QWidget, kinds: str) -> QFileDialog:
    """Ask for a file that exists; ``kinds`` as Qt writes them: ``TOML (*.toml)``. Connect ``fileSelected``, then call ``open()``."""
    dialog = _dialog(parent, QFileDialog.AcceptMode.AcceptOpen, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def dialog_to_save(parent: QWidget, kinds: str, name: str) -> QFileDialog:
    """Ask where to write; ``name`` is what is proposed, and its ending is added to a name without one."""
    dialog = _dialog(parent, QFileDialog.AcceptMode.AcceptSave, kinds)
    dialog.setDefaultSuffix(Path(name).suffix[1:])
    dialog.selectFile(name)
    return dialog


def _dialog(parent: QWidget, mode: QFileDialog.AcceptMode, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(mode)
    dialog.setNameFilter(kinds)
    return dialog
