"""The right column of the perceptron lesson: the cost over both weights, and −ln p with every client on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.views.log_curve import LogCurveView
from gui.views.surface_view import SurfaceView
from nn.choices import Activation


class PerceptronRight(QWidget):
    """The cost over both weights, and −ln p."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.surface_title, self.curve_title = (Words(color="text", pixels=13, bold=True) for _ in range(2))
        self.surface_note, self.curve_note = (Words(color="text3", wrap=True) for _ in range(2))
        self.surface, self.curve = SurfaceView(), LogCurveView()
        self._column = QVBoxLayout(self)
        for widget, stretch in (
            (self.surface_title, 0), (self.surface_note, 0), (self.surface, 4), (self.curve_title, 0), (self.curve_note, 0), (self.curve, 3),
        ):  # fmt: skip
            self._column.addWidget(widget, stretch)
        self._activation = Activation.STEP
        follow_theme(self._restyle)
        self._retranslate()

    def show_activation(self, activation: Activation) -> None:
        self._activation = activation
        self._retranslate()

    def _restyle(self) -> None:
        self._column.setContentsMargins(px(16), px(14), px(16), px(12))
        self._column.setSpacing(px(6))

    def _retranslate(self) -> None:
        step = self._activation is Activation.STEP
        self.surface_title.setText(self.tr("Cost over both weights"))
        self.surface_note.setText(
            self.tr("The share of the wrong: flat steps. Nowhere does the slope say which way is down.")
            if step
            else self.tr("The cross-entropy: smooth everywhere, so that every place has a way down.")
        )
        self.curve_title.setText(self.tr("−ln p"))
        self.curve_note.setText(
            self.tr("A step says 1 or 0: who is decided wrongly has p = 0, and −ln 0 is endless (drawn at the upper edge).")
            if step
            else self.tr("Each client at the probability of what happened: sure and right costs nothing, sure and wrong costs most.")
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
