"""The pad with its tools, and whether a sample of the data set or a drawing is on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from gui.fields.button import IconButton, TextButton
from gui.fields.flow import Flow
from gui.fields.labels import class_names
from gui.fields.paint import px
from gui.format import count
from gui.panels.inside.block import Block
from gui.panels.inside.words import are_digits, class_name
from gui.theme import theme
from nn.datasets.dataset import Dataset

TOOL, GAP = 28, 4  # px
DOTS = (1.2, 2.0, 3.0)  # radii of the dots that stand for the brushes


class PenButton(IconButton):
    """The pen, with a dot in the corner as thick as its line."""

    def __init__(self) -> None:
        super().__init__("pencil", "", TOOL, TOOL)
        self.brush = 1

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("text2"))
        radius, corner = DOTS[self.brush] * theme().scale, px(6)
        painter.drawEllipse(QPointF(self.width() - corner, self.height() - corner), radius, radius)


class DigitCard(Block):
    """``pad`` is the pad to put in; the card's tools are told by signals: ``eraser_chosen(on)``, ``brush_chosen(0, 1 or 2)``,
    ``clear_requested()`` and ``sample_requested()``, which asks for another sample at random. A press on the pen in use goes on to the
    next brush: thin, middle, thick.
    """

    eraser_chosen = Signal(bool)
    brush_chosen = Signal(int)
    clear_requested = Signal()
    sample_requested = Signal()

    def __init__(self, pad: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.pad = pad
        self._dataset: Dataset | None = None
        self._names: tuple[str, ...] = ()
        self._sample, self._test, self._true, self._drawn = -1, True, -1, False
        self._erases = False
        self.pen, self.eraser, self.clear = PenButton(), IconButton("eraser", "", TOOL, TOOL), IconButton("trash", "", TOOL, TOOL)
        self.random = TextButton(icon="dice")
        self._tools = QButtonGroup(self)
        for number, button in enumerate((self.pen, self.eraser)):
            button.setCheckable(True)
            self._tools.addButton(button, number)
        self.pen.setChecked(True)
        self.content.addWidget(pad)
        self.content.addWidget(self._tool_row())
        self._tools.idClicked.connect(self._tool_chosen)
        self.clear.clicked.connect(self.clear_requested)
        self.random.clicked.connect(self.sample_requested)
        self._retranslate()

    def _tool_row(self) -> QWidget:
        """In one line where there is room."""
        row = QWidget()
        layout = Flow(row, GAP)
        for widget in (self.pen, self.eraser, self.clear, self.random):
            layout.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        return row

    def show_data(self, dataset: Dataset) -> None:
        """The data set whose samples can be shown."""
        self._dataset = dataset
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
        self._erases, self.pen.brush = erases, brush
        self._name_pen()

    def _tool_chosen(self, number: int) -> None:
        erases = number == 1
        if erases is not self._erases:
            self.show_tool(erases, self.pen.brush)
            self.eraser_chosen.emit(erases)
        elif not erases:
            self.show_tool(erases, (self.pen.brush + 1) % len(DOTS))
            self.brush_chosen.emit(self.pen.brush)

    def _name_pen(self) -> None:
        name = (self.tr("Thin pen"), self.tr("Middle pen"), self.tr("Thick pen"))[self.pen.brush]
        self.pen.set_name(name)
        self.pen.setToolTip(self.tr("{pen}; press again for another width").format(pen=name))
        self.pen.update()

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
        self._names = () if self._dataset is None else class_names(self._dataset)
        self.eraser.set_name(self.tr("Eraser"))
        self.clear.set_name(self.tr("Clear the pad"))
        self._name_pen()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
