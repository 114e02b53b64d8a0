"""The bar below the Steps workspace: from step to step, by itself if wanted, at a chosen size of step."""

from __future__ import annotations

from gui.panels.player.panel import PlayerPanel

__all__ = ["PlayerPanel"]
