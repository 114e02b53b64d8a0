"""What neurons add to an output, as a waterfall."""

from gui.views.waterfall.widget import Waterfall

__all__ = ["Waterfall"]
