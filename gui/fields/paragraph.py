"""Words that are cut to a few lines where the room is short; a click, or Enter, shows them all."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from gui.fields.paint import Outline, draw_box
from gui.fields.text import Words
from gui.theme import theme


class Paragraph(Words):
    """``set_most_lines(2)`` cuts to two lines, the last one with an ellipsis; ``None`` shows everything."""

    def __init__(self, color: str = "text2", pixels: float = 12, parent: QWidget | None = None) -> None:
        super().__init__("", color, pixels, wrap=True, parent=parent)
        self._token = color
        self._most: int | None = None
        self._open = False

    def set_most_lines(self, most: int | None) -> None:
        """How many lines there is room for."""
        if most != self._most:
            self._most = most
            self._follow()

    def setText(self, text: str) -> None:
        if text != self.text():
            self._open = False
        super().setText(text)
        self._follow()

    @property
    def is_cut(self) -> bool:
        """Whether not everything is shown."""
        return self._most is not None and not self._open and len(self._lines(self.width())) > self._most

    @property
    def cut_height(self) -> int:
        """Pixels of height that the lines need which aren't shown."""
        return super().heightForWidth(self.width()) - self.heightForWidth(self.width())

    def _can_unfold(self) -> bool:
        return self._most is not None and len(self._lines(self.width())) > self._most

    def _follow(self) -> None:
        cut = self._most is not None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if cut else Qt.FocusPolicy.NoFocus)
        self.setToolTip(self.text() if cut else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if cut else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def _lines(self, width: int) -> list[str]:
        """The text, broken into lines of at most ``width`` pixels."""
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        found = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            found.append(self.text()[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        return found

    def heightForWidth(self, width: int) -> int:
        whole = super().heightForWidth(width)
        if self._most is None or self._open:
            return whole
        return min(whole, round(self._most * QFontMetricsF(self.font()).lineSpacing()))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint if self._most is None or self._open else QSize(hint.width(), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return hint if self._most is None or self._open else QSize(hint.width(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut:
            super().paintEvent(event)
        else:
            self._paint_cut(QPainter(self))
        if self.hasFocus() and self._most is not None:
            draw_box(QPainter(self), self.rect().toRectF(), Outline.FOCUS, None)

    def _paint_cut(self, painter: QPainter) -> None:
        metrics, lines, most = QFontMetricsF(self.font()), self._lines(self.width()), self._most or 1
        last = metrics.elidedText("".join(lines[most - 1 :]), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(theme().color(self._token))
        painter.setFont(self.font())
        for number, line in enumerate([*lines[: most - 1], last]):
            painter.drawText(QPointF(0, number * metrics.lineSpacing() + metrics.ascent()), line.rstrip())

    def _turn(self) -> None:
        if self._can_unfold():
            self._open = not self._open
            self.updateGeometry()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._turn()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._turn()
        else:
            super().keyPressEvent(event)
