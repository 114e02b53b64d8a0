"""The loss over the epochs, live."""

from gui.views.loss_plot.plot import LossPlot

__all__ = ["LossPlot"]
