"""A fitted picture beside what the network makes of it."""

from gui.views.pictures.widget import PicturesView

__all__ = ["PicturesView"]
