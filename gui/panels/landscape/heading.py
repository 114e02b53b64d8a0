"""Above the landscape: what it is of, contours or surface, and the whole landscape again."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.fields.button import IconButton
from gui.fields.choice import Choice
from gui.fields.paint import follow_theme, px
from gui.fields.segmented import Segmented
from gui.fields.text import Words


class Drawing(StrEnum):
    """How the landscape is drawn."""

    CONTOURS = "contours"
    SURFACE = "surface"


class LandscapeHeading(QWidget):
    """``drawing_chosen(Drawing)``; ``start_again_requested``: the start where the function has it."""

    drawing_chosen = Signal(object)
    start_again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.note = Words("", "text", 13, bold=True), Words("", "text3", 12)
        self.drawing = Segmented("drawing")
        self.home = IconButton("fit", "", 32, 32)
        self.drawing.committed.connect(self._chosen)
        self.home.clicked.connect(self.start_again_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.title)
        self._row.addWidget(self.note, 1)
        self.note.setMinimumWidth(1)  # a long note is cut, it must not widen the window
        self._row.addWidget(self.drawing)
        self._row.addWidget(self.home)
        self._why_not = ""
        follow_theme(self._restyle)
        self._retranslate()
        self.show_drawing(Drawing.CONTOURS)

    def show_note(self, note: str) -> None:
        """What the cost is."""
        self.note.setText(note)
        self.note.setToolTip(note)

    def show_drawing(self, drawing: Drawing) -> None:
        self.drawing.show_value(drawing)

    def show_surface_available(self, why_not: str) -> None:
        """Whether a surface can be drawn; why not, or ""."""
        self._why_not = why_not
        segment = self.drawing.segments[1]
        segment.setEnabled(not why_not)
        segment.setToolTip(why_not)

    def show_home(self, on: bool) -> None:
        self.home.setVisible(on)

    def _chosen(self, _key: str, value: object) -> None:
        self.drawing_chosen.emit(value)

    def _restyle(self) -> None:
        self._row.setContentsMargins(px(24), px(10), px(24), px(2))
        self._row.setSpacing(px(10))

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Landscape"))
        self.drawing.set_choices([Choice(Drawing.CONTOURS, self.tr("Contours")), Choice(Drawing.SURFACE, self.tr("Surface"))])
        self.drawing.setAccessibleName(self.tr("How the landscape is drawn"))
        self.home.set_name(self.tr("The start back where the function has it"))
        self.show_surface_available(self._why_not)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
