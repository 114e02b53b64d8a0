"""How one neuron's output is spread over the classes."""

from gui.views.distribution.widget import DistributionView

__all__ = ["DistributionView"]
