"""The table of contributions: rows painted when they are in sight, so that thousands of neurons cost nothing."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from gui.fields.numerals import Numerals
from gui.fields.paint import follow_theme, hatch, px
from gui.panels.ranking import Measure, Row, neuron_name, value_text
from gui.theme import theme
from nn.layout import Neuron

ROW_HEIGHT = 22
TWO_COLUMNS = 440  # from this width on
COLUMN_GAP = 24


class ContributionTable(QWidget):
    """Emits what the person wants of a neuron: ``clicked``, ``toggled`` (D or double click), ``alone`` (A)."""

    neuron_clicked = Signal(object)
    neuron_toggled = Signal(object)
    neuron_alone = Signal(object)
    all_on = Signal()
    row_shown = Signal(QPoint)  # the middle of the row that the keys went to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._measure = Measure.TRAIN_LOSS
        self._selected: Neuron | None = None
        self._hover: int | None = None
        self._largest = 0.0
        self._texts: dict[str, Numerals] = {}  # of the picture being painted, by their colour
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self.update)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    @property
    def selected(self) -> Neuron | None:
        return self._selected

    def show_rows(self, rows: tuple[Row, ...], measure: Measure) -> None:
        count_changed = len(rows) != len(self._rows)
        self._rows, self._measure = rows, measure
        self._largest = max((abs(row.value) for row in rows if math.isfinite(row.value)), default=0.0)
        if count_changed:
            self.updateGeometry()
        self._describe()
        self.update()

    def show_selected(self, neuron: Neuron | None) -> None:
        if neuron != self._selected:
            self._selected = neuron
            self._describe()
            self.update()

    def _describe(self) -> None:
        row = next((row for row in self._rows if row.neuron == self._selected), None)
        text = "" if row is None else f"{neuron_name(row.neuron)} {value_text(row.value, self._measure)}"
        if row is not None and row.off:
            text = self.tr("{row}, switched off").format(row=text)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    # Places

    def _columns(self, width: int) -> int:
        return 2 if width >= px(TWO_COLUMNS) else 1

    def _per_column(self, width: int) -> int:
        return math.ceil(len(self._rows) / self._columns(width))

    def row_rect(self, place: int) -> QRect:
        """Where the row at ``place`` of the ranking is drawn."""
        columns, per_column = self._columns(self.width()), max(self._per_column(self.width()), 1)
        width = (self.width() - (columns - 1) * px(COLUMN_GAP)) // columns
        return QRect((place // per_column) * (width + px(COLUMN_GAP)), (place % per_column) * px(ROW_HEIGHT), width, px(ROW_HEIGHT))

    def place_at(self, point: QPoint) -> int | None:
        """The place in the ranking under a point of the table."""
        per_column = self._per_column(self.width())
        line = point.y() // px(ROW_HEIGHT)
        places = (column * per_column + line for column in range(self._columns(self.width())))
        return next((p for p in places if line < per_column and 0 <= p < len(self._rows) and self.row_rect(p).contains(point)), None)

    def link_rect(self, place: int) -> QRect:
        """Where "off · back on" of a switched-off row is."""
        rect = self.row_rect(place)
        return QRect(rect.left() + px(50), rect.top(), rect.width() - px(50) - px(76), rect.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._per_column(width) * px(ROW_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(px(500), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(self.width(), 1)))

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._texts = {token: Numerals(theme().mono(12), token) for token in ("text", "text2")}
        per_column = self._per_column(self.width())
        first, last = event.rect().top() // px(ROW_HEIGHT), event.rect().bottom() // px(ROW_HEIGHT)
        for column in range(self._columns(self.width())):
            for line in range(max(first, 0), min(last + 1, per_column)):
                place = column * per_column + line
                if place < len(self._rows):
                    self._draw_row(painter, self._rows[place], QRectF(self.row_rect(place)), hovered=place == self._hover)
        for written in self._texts.values():
            written.paint(painter)

    def _draw_row(self, painter: QPainter, row: Row, rect: QRectF, *, hovered: bool) -> None:
        selected = row.neuron == self._selected
        if selected or hovered:
            painter.setPen(QPen(theme().color("accent"), 1.5) if selected and self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentbg" if selected else "card"))
            painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        self._draw_name(painter, row, rect, selected)
        value = value_text(row.value, self._measure)
        width = self._texts["text"].add(rect.adjusted(0, 0, -px(6), 0), value, Qt.AlignmentFlag.AlignRight)
        end = rect.right() - px(6) - max(width, px(64)) - px(8)
        self._draw_bar(painter, row, QRectF(rect.left() + px(46), rect.center().y() - px(5), max(end - rect.left() - px(46), 0), px(10)), selected)
        if row.off:
            self._draw_link(painter, rect, end)

    def _draw_name(self, painter: QPainter, row: Row, rect: QRectF, selected: bool) -> None:
        place, name = rect.adjusted(px(4), 0, 0, 0), neuron_name(row.neuron)
        if not row.off:
            self._texts["text" if selected else "text2"].add(place, name, Qt.AlignmentFlag.AlignLeft)
            return
        font = theme().mono(12)
        font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(theme().color("text3"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)

    def _draw_bar(self, painter: QPainter, row: Row, room: QRectF, selected: bool) -> None:
        """Length by size; a negative value is hatched in an outline. Off rows keep a short stub: their words need the room."""
        if not math.isfinite(row.value) or self._largest == 0.0:
            return
        length = px(2) if row.off else max(room.width() * abs(row.value) / self._largest, px(2))
        color = theme().color("accent" if selected else "text3" if row.off else "text2")
        bar = QRectF(room.left(), room.top(), length, room.height())
        if row.value < 0:
            painter.setPen(QPen(color, 1))
            painter.setBrush(hatch(color))
            bar = bar.adjusted(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
        radius = min(2.0, length / 2)
        painter.drawRoundedRect(bar, radius, radius)

    def _draw_link(self, painter: QPainter, rect: QRectF, end: float) -> None:
        font = theme().sans(12)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        left = rect.left() + px(56)
        off, back = self.tr("off") + " · ", self.tr("back on")
        painter.setPen(theme().color("text2"))
        painter.drawText(QPointF(left, rect.center().y() + metrics.capHeight() / 2), off)
        left += metrics.horizontalAdvance(off)
        if left + metrics.horizontalAdvance(back) <= end + px(8):
            font.setUnderline(True)
            painter.setFont(font)
            painter.setPen(theme().color("accent"))
            painter.drawText(QPointF(left, rect.center().y() + metrics.capHeight() / 2), back)

    # The person

    def _set_hover(self, place: int | None) -> None:
        if place != self._hover:
            self._hover = place
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        self._set_hover(place)
        on_link = place is not None and self._rows[place].off and self.link_rect(place).contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        row = self._rows[place]
        if row.off and self.link_rect(place).contains(event.position().toPoint()):
            self.neuron_toggled.emit(row.neuron)
            return
        self._choose(row.neuron)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.neuron_toggled.emit(self._rows[place].neuron)

    def _choose(self, neuron: Neuron) -> None:
        self.show_selected(neuron)
        self.neuron_clicked.emit(neuron)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 6,
            Qt.Key.Key_PageUp: -6,
            Qt.Key.Key_Home: -(10**6),
            Qt.Key.Key_End: 10**6,
        }
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in steps and self._rows:
            self._move(steps[key])
        elif plain and key == Qt.Key.Key_D and self._selected is not None:
            self.neuron_toggled.emit(self._selected)
        elif plain and key == Qt.Key.Key_A and self._selected is not None:
            self.neuron_alone.emit(self._selected)
        else:
            super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        places = {row.neuron: place for place, row in enumerate(self._rows)}
        here = places.get(self._selected) if self._selected is not None else None
        there = 0 if here is None else min(max(here + step, 0), len(self._rows) - 1)
        self._choose(self._rows[there].neuron)
        self.row_shown.emit(self.row_rect(there).center())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self.place_at(event.pos())
        if place is None:
            return
        self._choose(self._rows[place].neuron)
        self.menu_for(self._rows[place]).popup(event.globalPos())

    def menu_for(self, row: Row) -> QMenu:
        """What can be done with a row's neuron."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = neuron_name(row.neuron)
        toggle = self.tr("Switch {neuron} back on") if row.off else self.tr("Switch {neuron} off")
        menu.addAction(toggle.format(neuron=name)).triggered.connect(self._toggle_selected)
        menu.addAction(self.tr("Show {neuron} alone in its layer").format(neuron=name)).triggered.connect(self._alone_selected)
        menu.addSeparator()
        menu.addAction(self.tr("All on")).triggered.connect(self.all_on)
        return menu

    def _toggle_selected(self) -> None:
        if self._selected is not None:
            self.neuron_toggled.emit(self._selected)

    def _alone_selected(self) -> None:
        if self._selected is not None:
            self.neuron_alone.emit(self._selected)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            text = "" if place is None else self.tr("Click: select · D or double click: off and on · A: alone in its layer")
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
