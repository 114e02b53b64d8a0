"""The pad with its tools, and whether a sample of the data set or a drawing is on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QWidget

from gui.fields.button import IconButton, TextButton
from gui.fields.flow import flow_box
from gui.fields.paint import RADIUS
from gui.format import count
from gui.panels.inside.block import Block
from gui.panels.inside.words import are_digits, class_name
from gui.theme import theme
from nn.datasets.dataset import Dataset

TOOL = 30  # px
DOTS = (2.0, 3.5, 5.0)  # radii of the dots that stand for the brushes


class BrushButton(IconButton):
    """Goes through the brushes, thin, middle and thick: a dot of that size."""

    def __init__(self) -> None:
        super().__init__("", "", TOOL, TOOL)
        self.brush = 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.has_ring or self.isDown() or self.underMouse():
            painter.setPen(QPen(theme().color("accent"), 1.5) if self.has_ring else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentbg" if self.isDown() else "card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("text2"))
        radius = DOTS[self.brush] * theme().scale
        painter.drawEllipse(QRectF(self.rect()).center(), radius, radius)


class DigitCard(Block):
    """``pad`` is the pad to put in; the card's tools are told by signals: ``eraser_chosen(on)``, ``brush_chosen(0, 1 or 2)``,
    ``clear_requested()`` and ``sample_requested()``, which asks for another sample at random.
    """

    eraser_chosen = Signal(bool)
    brush_chosen = Signal(int)
    clear_requested = Signal()
    sample_requested = Signal()

    def __init__(self, pad: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.pad = pad
        self._names: tuple[str, ...] = ()
        self._sample, self._test, self._true, self._drawn = -1, True, -1, False
        self.pen, self.eraser, self.clear = (IconButton(icon, "", TOOL, TOOL) for icon in ("pencil", "eraser", "trash"))
        self.brush, self.random = BrushButton(), TextButton(icon="dice")
        self._tools = QButtonGroup(self)
        for number, button in enumerate((self.pen, self.eraser)):
            button.setCheckable(True)
            self._tools.addButton(button, number)
        self.pen.setChecked(True)
        self.content.addWidget(pad)
        self.content.addWidget(flow_box(self.pen, self.eraser, self.brush, self.clear, self.random))
        self._tools.idClicked.connect(self._tool_chosen)
        self.brush.clicked.connect(self._next_brush)
        self.clear.clicked.connect(self.clear_requested)
        self.random.clicked.connect(self.sample_requested)
        self._retranslate()

    def show_data(self, dataset: Dataset) -> None:
        """The data set whose samples can be shown."""
        self._names = dataset.class_names
        self._retranslate()

    def show_sample(self, sample: int, true: int, *, test: bool) -> None:
        """Sample number ``sample`` of class ``true`` (−1: none) is on the pad."""
        self._sample, self._true, self._test, self._drawn = sample, true, test, False
        self._refresh()

    def show_drawn(self) -> None:
        """A drawing is on the pad."""
        self._drawn = True
        self._refresh()

    def show_tool(self, erases: bool, brush: int) -> None:
        """The tool in use, without telling anyone."""
        (self.eraser if erases else self.pen).setChecked(True)
        self.brush.brush = brush
        self._name_brush()

    def _tool_chosen(self, number: int) -> None:
        self.eraser_chosen.emit(number == 1)

    def _next_brush(self) -> None:
        self.show_tool(self.eraser.isChecked(), (self.brush.brush + 1) % len(DOTS))
        self.brush_chosen.emit(self.brush.brush)

    def _name_brush(self) -> None:
        name = (self.tr("Thin pen"), self.tr("Middle pen"), self.tr("Thick pen"))[self.brush.brush]
        self.brush.set_name(name)
        self.brush.update()

    def _refresh(self) -> None:
        heading = self.tr("Digit") if are_digits(self._names) else self.tr("Picture")
        if self._drawn:
            caption = self.tr("drawn by hand")
        else:
            caption = self.tr("true class {name}").format(name=class_name(self._names, self._true)) if self._true >= 0 else ""
        self.set_heading(heading, caption)
        self.random.setText(self._sample_text())
        self.random.setAccessibleName(self.tr("Another sample at random"))
        self.random.setToolTip(self.tr("Another sample at random"))
        self.random.updateGeometry()

    def _sample_text(self) -> str:
        if self._sample < 0:
            return self.tr("Any test digit") if are_digits(self._names) else self.tr("Any test sample")
        if are_digits(self._names):
            text = self.tr("Test digit {number}") if self._test else self.tr("Train digit {number}")
        else:
            text = self.tr("Test sample {number}") if self._test else self.tr("Train sample {number}")
        return text.format(number=count(self._sample))

    def _retranslate(self) -> None:
        self.pen.set_name(self.tr("Pen"))
        self.eraser.set_name(self.tr("Eraser"))
        self.clear.set_name(self.tr("Clear the pad"))
        self._name_brush()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
