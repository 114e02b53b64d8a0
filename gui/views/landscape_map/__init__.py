"""The map of a cost surface: bands, contour lines, the paths of a race, the start to be dragged."""

from __future__ import annotations

from gui.views.landscape_map.state import Track
from gui.views.landscape_map.widget import LandscapeMap

__all__ = ["LandscapeMap", "Track"]
