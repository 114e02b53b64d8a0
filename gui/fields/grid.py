"""A form: captions over fields in rows of two or three, broken into more lines where the words need it."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import GAP, follow_theme, px
from gui.fields.text import Words


class _Needs(Protocol):
    def needed_width(self) -> int: ...


class Cell(QWidget):
    """A caption over a field. The field's problem is shown under the row by the form that the cell is in."""

    def __init__(self, field: QWidget, caption: str = "") -> None:
        super().__init__()
        self.field = field
        self._caption = Words("", "text3", 12, parent=self)
        field.setParent(self)
        self._hint = ""
        self.wanted = True
        self.set_caption(caption)

    @property
    def caption(self) -> str:
        return self._caption.text()

    def set_caption(self, caption: str, hint: str = "") -> None:
        """The caption is the field's accessible name, too."""
        self._caption.setText(caption)
        self._caption.setToolTip(hint)
        if caption:
            self.field.setAccessibleName(caption)
        if hint and self.field.toolTip() in ("", self._hint):  # a problem that is shown stays
            self.field.setToolTip(hint)
        self._hint = hint

    def needed_width(self) -> int:
        return max(cast(_Needs, self.field).needed_width(), self._caption.needed_width())

    def line_height(self) -> int:
        """Height with the caption; a cell without one is as high as its field."""
        return self._caption_height() + self._field_height()

    def _field_height(self) -> int:
        return max(self.field.minimumHeight(), min(self.field.sizeHint().height(), self.field.maximumHeight()))

    def _caption_height(self) -> int:
        return round(QFontMetricsF(self._caption.font()).height()) + px(4) if self.caption else 0

    def resizeEvent(self, _event: QResizeEvent) -> None:
        top = self._caption_height()
        self._caption.setGeometry(0, 0, self.width(), max(top - px(4), 0))
        self.field.setGeometry(0, top, self.width(), self._field_height())


class FormGrid(QWidget):
    """Rows of cells. Cells that aren't ``wanted`` are hidden; a row that is too narrow for its words is broken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Cell, ...]] = []
        self._problems: dict[Cell, Words] = {}
        self._heights: dict[int, int] = {}  # by width: layouts ask for the same ones again and again
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self.arrange)

    def add_row(self, *cells: Cell) -> None:
        for cell in cells:
            cell.setParent(self)
            words = Words("", "bad", 12, wrap=True, parent=self)
            words.hide()
            self._problems[cell] = words
            changed = getattr(cell.field, "problem_changed", None)
            if changed is not None:
                changed.connect(self._problem_changed)
        self._rows.append(cells)

    def show_only(self, wanted: dict[Cell, bool]) -> None:
        """Which cells are shown; those not named stay as they are."""
        for cell, on in wanted.items():
            cell.wanted = on
        self.arrange()

    def arrange(self) -> None:
        """Lay the cells out again, after a text or a choice changed."""
        self._heights.clear()
        self._place(self.width())
        self.updateGeometry()

    def problem_of(self, cell: Cell) -> str:
        """The sentence shown under a cell's row, or ""."""
        return self._problems[cell].text()

    def _problem_changed(self, _sentence: str) -> None:
        for cell, words in self._problems.items():
            words.setText(getattr(cell.field, "problem", ""))
        self.arrange()

    def _lines(self, width: int) -> list[list[Cell]]:
        """Cells line by line, at most as many in a line as were declared in its row."""
        lines: list[list[Cell]] = []
        for row in self._rows:
            line: list[Cell] = []
            for cell in (cell for cell in row if cell.wanted):
                needed = sum(one.needed_width() for one in [*line, cell]) + px(GAP) * len(line)
                if line and needed > width:
                    lines.append(line)
                    line = []
                line.append(cell)
            if line:
                lines.append(line)
        return lines

    def _widths(self, line: list[Cell], width: int) -> list[int]:
        """Equal widths where everything fits in them, else what each needs and an equal share of the rest."""
        free = width - px(GAP) * (len(line) - 1)
        needs = [cell.needed_width() for cell in line]
        if max(needs) * len(line) <= free:
            return [free // len(line)] * len(line)
        rest = max(free - sum(needs), 0) // len(line)
        return [min(need + rest, free) for need in needs]

    def _place(self, width: int, *, move: bool = True) -> int:
        """Lay out for ``width`` and return the height; with ``move=False`` only measure."""
        y = 0
        for line in self._lines(width):
            height = max(cell.line_height() for cell in line)
            x = 0
            for cell, cell_width in zip(line, self._widths(line, width), strict=True):
                if move:
                    cell.setGeometry(x, y + height - cell.line_height(), cell_width, cell.line_height())
                x += cell_width + px(GAP)
            y = self._place_problems(line, width, y + height, move) + px(GAP)
        if move:
            for row in self._rows:
                for cell in row:
                    cell.setVisible(cell.wanted)
                    self._problems[cell].setVisible(cell.wanted and bool(self._problems[cell].text()))
        return max(y - px(GAP), 0)

    def _place_problems(self, line: list[Cell], width: int, y: int, move: bool) -> int:
        for cell in line:
            words = self._problems[cell]
            if words.text():
                height = words.heightForWidth(width)
                if move:
                    words.setGeometry(0, y + px(4), width, height)
                y += height + px(4)
        return y

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(width, move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(px(248), self.heightForWidth(self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else px(248)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.arrange()
