"""Why a step is what it is: in words, and on the curve of the activation."""

from __future__ import annotations

from gui.panels.why.panel import WhyPanel

__all__ = ["WhyPanel"]
