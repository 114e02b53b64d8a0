"""What stands left and right of a network looked into: the input, the answer, and how the classes are read."""

from __future__ import annotations

from gui.panels.inside.accuracy import AccuracyPanel
from gui.panels.inside.confusion import ConfusionPanel
from gui.panels.inside.digit_card import DigitCard
from gui.panels.inside.input_card import InputCard
from gui.panels.inside.mistakes import MistakesPanel
from gui.panels.inside.output_bars import OutputBars
from gui.panels.inside.point_card import PointCard
from gui.panels.inside.samples import SamplesPanel

__all__ = ["AccuracyPanel", "ConfusionPanel", "DigitCard", "InputCard", "MistakesPanel", "OutputBars", "PointCard", "SamplesPanel"]
