"""The drawn equation: answers to the mouse and the keys, and is scrolled where it is too wide even in small letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gui.theme import theme
from gui.views.equation.cells import Cells, cells_of
from gui.views.equation.links import Link, link_at, links_of
from gui.views.equation.paint import paint_hover, paint_ring, paint_sheet
from gui.views.equation.request import Request, Row
from gui.views.equation.sheet import Sheet, lay_out
from gui.views.equation.tips import spoken, tip

LABEL_GAP = 16.0


class Canvas(QWidget):
    """Shows one :class:`Request`."""

    step_requested = Signal(int)
    source_hovered = Signal(object)
    focused = Signal(object)  # a QRectF that should be in sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.request: Request | None = None
        self.cells: Cells | None = None
        self.sheet: Sheet | None = None
        self.links: tuple[Link, ...] = ()
        self._labels: dict[Row, str] = {}
        self._room = QSize()
        self._hovered = self._current = -1
        self._by_key = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_request(self, request: Request | None, labels: dict[Row, str]) -> None:
        """Show an equation, or nothing."""
        self.request, self._labels = request, labels
        self.cells = None if request is None else cells_of(request)
        self.setAccessibleDescription("" if request is None else spoken(request))
        self._hover(-1)
        self._current = -1
        self._arrange()

    def set_room(self, room: QSize) -> None:
        """How large the card is; the sheet fits itself into it as far as it can."""
        if room != self._room:
            self._room = room
            self._arrange()

    def rearrange(self) -> None:
        """After a change of the theme or of its scale."""
        self._arrange()

    def _arrange(self) -> None:
        if self.cells is None or self.request is None:
            self.sheet, self.links = None, ()
            self.resize(self._room)
        else:
            self.sheet = lay_out(self.cells, self._room.width(), self._room.height(), self._label_width(), theme().scale)
            self.links = links_of(self.sheet, self.request.is_hidden)
            self.resize(max(int(self.sheet.width), self._room.width()), int(self.sheet.height))
            self._show_active()
        self.update()

    def _show_active(self) -> None:
        """Bring the active column of a wide equation into sight."""
        if self.sheet is not None and self.cells is not None:
            for frame, stack in zip(self.sheet.frames, self.cells.stacks, strict=True):
                if stack.active:
                    self.focused.emit(frame)

    def _label_width(self) -> float:
        metrics = QFontMetricsF(theme().sans(12))
        return max((metrics.horizontalAdvance(words) for words in self._labels.values()), default=0.0) + LABEL_GAP * theme().scale

    def sizeHint(self) -> QSize:
        return self.size()

    # What the person does

    def current(self) -> Link | None:
        """The link with the focus, if any."""
        return self.links[self._current] if 0 <= self._current < len(self.links) and self.hasFocus() else None

    def value_text(self) -> str:
        """The full value of the focused piece, or of the step being looked at; "" where it isn't known yet."""
        link, request = self.current(), self.request
        if link is not None:
            return "" if link.covered else repr(link.value)
        if request is None or request.is_hidden(request.known):
            return ""
        values = [column.value for column in request.equation.columns if column.active] or [request.equation.value]
        return repr(values[0])

    def copy_value(self) -> None:
        """Put the full value on the clipboard, in digits that any program reads."""
        if text := self.value_text():
            QGuiApplication.clipboard().setText(text)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the links before it leaves."""
        stops = [index for index, link in enumerate(self.links) if self._leads(link)]
        later = [index for index in stops if (index > self._current if forward else index < self._current)]
        if not later or not self.hasFocus():
            return super().focusNextPrevChild(forward)
        self._focus(later[0] if forward else later[-1])
        return True

    def _leads(self, link: Link) -> bool:
        return link.step is not None and self.request is not None and link.step != self.request.known

    def _focus(self, index: int) -> None:
        self._current, self._by_key = index, True
        if 0 <= index < len(self.links) and self.request is not None:
            self.focused.emit(self.links[index].rect)
            self.setAccessibleName(tip(self.links[index], self.request))
            self.source_hovered.emit(self.links[index].source)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        stops = [index for index, link in enumerate(self.links) if self._leads(link)]
        if event.reason() == Qt.FocusReason.TabFocusReason and stops:
            self._focus(stops[0])
        elif event.reason() == Qt.FocusReason.BacktabFocusReason and stops:
            self._focus(stops[-1])
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._current = -1
        self.source_hovered.emit(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        link = self.current()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_value()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and link is not None and link.step is not None:
            self.step_requested.emit(link.step)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(link_at(self.links, event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, index: int) -> None:
        if index == self._hovered:
            return
        self._hovered = index
        link = self.links[index] if index >= 0 else None
        leads = link is not None and self._leads(link)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.source_hovered.emit(None if link is None else link.source)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_key = False
        self._current = link_at(self.links, event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = link_at(self.links, event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0 and index == self._current:
            link = self.links[index]
            if link.step is not None and self._leads(link):
                self.step_requested.emit(link.step)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        index = link_at(self.links, QPointF(event.pos()))
        if index < 0 or self.request is None:
            QToolTip.hideText()
            return
        link = self.links[index]
        QToolTip.showText(event.globalPos(), tip(link, self.request), self, link.rect.toRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.sheet is None or self.cells is None:
            return
        painter = QPainter(self)
        paint_sheet(painter, self.cells, self.sheet, self._labels, QRectF(event.rect()))
        if 0 <= self._hovered < len(self.links):
            paint_hover(painter, self.links[self._hovered])
        if self._by_key and (link := self.current()) is not None:
            paint_ring(painter, link)
