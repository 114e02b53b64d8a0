"""Where the plot's frame lies in its widget, and how values become pixels in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from gui.theme import theme
from gui.views.axis import Scale
from gui.views.loss_plot.state import PlotState


@dataclass(frozen=True)
class Geometry:
    """The frame in px of the widget, the scale of epochs along it and that of losses up it."""

    frame: QRectF
    xs: Scale
    ys: Scale

    @staticmethod
    def of(size: QSizeF, state: PlotState) -> Geometry:
        """For a widget of ``size``, with the ends that fit what ``state`` shows."""
        unit = theme().scale
        frame = QRectF(QPointF(46 * unit, 18 * unit), QPointF(size.width() - 8, size.height() - 42 * unit))
        frame.setSize(frame.size().expandedTo(QSizeF(1, 1)))
        xs = Scale(*state.epochs(), frame.left(), frame.right())
        return Geometry(frame, xs, Scale(*state.losses(), frame.bottom(), frame.top(), state.log))
