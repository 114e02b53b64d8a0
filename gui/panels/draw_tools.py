"""The tools of draw mode: a class to draw points of, an eraser, and away with all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from gui.fields.button import IconButton, Look, TextButton
from gui.fields.flow import flow_box
from gui.fields.paint import Outline, draw_box, px
from gui.fields.text import Words
from gui.theme import theme

ERASER = -1
MOST_CLASSES = 10


class ClassButton(IconButton):
    """Chooses the class to draw: a dot in the class's colour with its number."""

    def __init__(self, number: int) -> None:
        super().__init__("", "", 40, 28)
        self.number = number
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(px(40), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        outline = Outline.FOCUS if chosen or self.has_ring else Outline.HOVER if self.underMouse() else Outline.PLAIN
        draw_box(painter, QRectF(self.rect()), outline, "accentbg" if chosen else "inset")
        painter.setPen(QPen(theme().color("text2"), 1))
        painter.setBrush(theme().class_color(self.number))
        painter.drawEllipse(QRectF(px(8), self.height() / 2 - px(5), px(10), px(10)))
        painter.setPen(theme().color("text"))
        painter.setFont(theme().mono(13, bold=chosen))
        painter.drawText(QRectF(self.rect()).adjusted(px(21), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(self.number))


class DrawTools(QWidget):
    """``tool_changed(int)`` carries the class, or ``ERASER``; ``clear_requested`` asks for an empty plane."""

    tool_changed = Signal(int)
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes = [ClassButton(number) for number in range(MOST_CLASSES)]
        self.eraser = IconButton("eraser", "", 34, 28)
        self.eraser.setCheckable(True)
        self.more = IconButton("plus", "", 28, 28)
        self.clear = TextButton("", Look.LINK)
        self._hint = Words("", "text3", 12, wrap=True)
        self._tools = QButtonGroup(self)
        for number, button in enumerate(self._classes):
            self._tools.addButton(button, number + 1)
        self._tools.addButton(self.eraser, 0)
        self._classes[0].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow_box(*self._classes, self.more, self.eraser, self.clear))
        column.addWidget(self._hint)
        self.show_classes(2)
        self._tools.idClicked.connect(self._chosen)
        self.more.clicked.connect(self._add_class)
        self.clear.clicked.connect(self.clear_requested)
        self._retranslate()

    @property
    def tool(self) -> int:
        """The class to draw, or ``ERASER``."""
        return self._tools.checkedId() - 1

    @property
    def class_buttons(self) -> list[ClassButton]:
        return self._classes

    def show_classes(self, count: int) -> None:
        """How many classes there are to draw."""
        for number, button in enumerate(self._classes):
            button.setHidden(number >= count)
        self.more.setHidden(count >= MOST_CLASSES)

    def classes(self) -> int:
        return sum(not button.isHidden() for button in self._classes)

    def _add_class(self) -> None:
        new = self.classes()
        self.show_classes(new + 1)
        self._classes[new].click()

    def _chosen(self, _id: int) -> None:
        self.tool_changed.emit(self.tool)

    def _retranslate(self) -> None:
        for number, button in enumerate(self._classes):
            button.set_name(self.tr("Draw points of class {number}").format(number=number))
        self.eraser.set_name(self.tr("Eraser"))
        self.more.set_name(self.tr("One more class"))
        self.clear.setText(self.tr("Clear all"))
        self._hint.setText(self.tr("Click or drag in the decision map to draw."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
