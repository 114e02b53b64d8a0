"""The outline of a walk: all its steps as a tree, and where we are in it."""

from __future__ import annotations

from gui.panels.outline.panel import OutlinePanel

__all__ = ["OutlinePanel"]
