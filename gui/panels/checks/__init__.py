"""A derivative checked in three ways, side by side."""

from __future__ import annotations

from gui.panels.checks.panel import ChecksPanel

__all__ = ["ChecksPanel"]
