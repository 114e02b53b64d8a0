"""A layer's neurons as tiles."""

from gui.views.gallery.widget import GalleryView

__all__ = ["GalleryView"]
