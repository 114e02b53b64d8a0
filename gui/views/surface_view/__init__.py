"""A cost surface in three dimensions, turned with the mouse or the arrow keys."""

from gui.views.surface_view.painting import SurfacePath
from gui.views.surface_view.widget import SurfaceView

__all__ = ["SurfacePath", "SurfaceView"]
