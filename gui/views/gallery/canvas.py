"""The tiles as a widget that scrolls: what is shown, where it lies, and no paint without a change."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.slimbar import SlimBar
from gui.theme import theme
from gui.views.gallery.board import Board
from gui.views.gallery.paint import Frame, mark_rect, paint_fold, paint_gallery
from gui.views.gallery.plan import FOLD, Plan, Room, make_plan
from gui.views.gallery.words import fold_text, spoken, tip_html
from gui.views.throttle import RepaintThrottle
from nn.inside.views import Layer

FPS = 15
SHOWN = ("values", "contributions", "order", "status", "off", "tiles")  # arrays of a layer that a picture is made of, the largest last


class _Throttle(RepaintThrottle):
    """Lays the tiles out before a repaint, not with each of the layers that come in between."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas.viewport(), FPS)
        self._canvas = canvas

    def repaint(self) -> None:
        self._canvas.catch_up()
        super().repaint()


class Canvas(QAbstractScrollArea):
    """Draws a layer; the mouse and the keys are its subclass's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: Layer | None = None
        self._plan: Plan | None = None
        self._board = Board(self._write_later)
        self._rewrite = QTimer(self)
        self._rewrite.setSingleShot(True)
        self._rewrite.timeout.connect(self._write_anew)
        self._selected: frozenset[int] = frozenset()
        self._hovered = self._lit = self._cursor = -1
        self._on_fold = self._unfolded = self._cursor_shown = False
        self._held = self._behind = False  # tiles keep their places for now; they would lie elsewhere
        self._about, self._samples = "", 0
        self.empty_text = ""
        self._throttle = _Throttle(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self._bar = SlimBar(self)
        follow_theme(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(px(680), px(460))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(100))

    # --- what is shown ---

    @property
    def layer(self) -> Layer | None:
        return self._layer

    @property
    def plan(self) -> Plan | None:
        """Where everything lies."""
        return self._plan

    @property
    def selected(self) -> tuple[int, ...]:
        """In the order of their numbers."""
        return tuple(sorted(self._selected))

    def show_layer(self, layer: Layer | None, samples: int) -> None:
        """Tiles keep their places while the pointer is among them, so that none slips away under a click."""
        before = self._layer
        if layer is before or (layer is not None and before is not None and same_layer(layer, before)):
            self._samples = samples
            return
        self._layer, self._samples = layer, samples
        self._board.outdate()
        other = layer is None or before is None or layer.number != before.number or len(layer.order) != len(before.order)
        if other:
            self._selected, self._hovered, self._cursor, self._unfolded = frozenset(), -1, -1, False
            self.verticalScrollBar().setValue(0)
        self._behind = not other and self._plan is not None
        if not self._behind:
            self.arrange()
        elif not self.viewport().isVisible():
            self.catch_up()
        self._throttle.request()

    def catch_up(self) -> None:
        """Put tiles that would lie elsewhere now where they belong, but not while the pointer is among them."""
        if self._behind and not self._held:
            self.arrange()

    def show_about(self, name: str) -> None:
        self._about = name

    def show_selected(self, neurons: frozenset[int]) -> None:
        """Mark them; one that was folded away comes out."""
        if neurons == self._selected:
            return
        changed = neurons ^ self._selected
        self._selected = neurons
        if self._plan is not None and any(self._plan.place_of(neuron) < 0 for neuron in neurons):
            self.arrange()
            self.viewport().update()
        self._update_tiles(changed)

    def show_lit(self, neuron: int) -> None:
        """Ring the neuron that the pointer is on somewhere else."""
        if neuron != self._lit:
            before, self._lit = self._lit, neuron
            self._update_tiles((before, neuron))

    def hold(self, on: bool) -> None:
        """Let tiles keep their places from now on, or go where they belong."""
        self._held = on
        if self._behind and not on:
            self.arrange()
            self.viewport().update()

    def arrange(self) -> None:
        """Lay everything out anew."""
        self._behind = False
        self._board.outdate()
        if self._layer is None or not len(self._layer.order):
            self._plan = None
        else:
            room = Room(self.viewport().width() - px(8), self.viewport().height(), theme().scale)
            self._plan = make_plan(self._layer, room, unfolded=self._unfolded, kept=self._selected)
        height, seen = round(self._plan.height) if self._plan is not None else 0, self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(seen)
        bar.setSingleStep(px(32))
        bar.setRange(0, max(height - seen, 0))

    def bring_into_view(self, neuron: int) -> None:
        """Scroll as far as is needed for a tile to be seen whole."""
        place = self._plan.place_of(neuron) if self._plan is not None else -1
        if self._plan is None or place < 0:
            return
        bar, top = self.verticalScrollBar(), self._plan.corners[place, 1]
        bottom = top + self._plan.pitch[1]
        if top - px(4) < bar.value():
            bar.setValue(round(top) - px(4))
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(round(bottom) - self.viewport().height())

    # --- places ---

    def neuron_at(self, point: QPointF) -> int:
        """The neuron whose tile, numbers or bar is at a point of the viewport; −1 for none."""
        if self._plan is None:
            return -1
        place = self._plan.at(point.x(), point.y() + self.verticalScrollBar().value())
        return int(self._plan.neurons[place]) if place >= 0 else -1

    def mark_at(self, point: QPointF) -> int:
        """The neuron whose power mark is at a point; −1 for none."""
        neuron = self.neuron_at(point)
        if neuron < 0 or self._plan is None:
            return -1
        at = point + QPointF(0, self.verticalScrollBar().value())
        return neuron if mark_rect(self._plan, self._plan.place_of(neuron)).contains(at) else -1

    def is_fold(self, point: QPointF) -> bool:
        """Whether the line that stands for many tiles is at a point."""
        if self._plan is None or self._plan.fold is None:
            return False
        return 0 <= point.y() + self.verticalScrollBar().value() - self._plan.fold < px(FOLD)

    def tile_rect(self, neuron: int) -> QRectF:
        """A tile with its numbers and bar in the viewport; empty where it isn't shown."""
        place = self._plan.place_of(neuron) if self._plan is not None else -1
        if self._plan is None or place < 0:
            return QRectF()
        x, y = self._plan.corners[place]
        return QRectF(x, y - self.verticalScrollBar().value(), *self._plan.pitch)

    def _update_tiles(self, neurons: frozenset[int] | tuple[int, ...]) -> None:
        """Repaint these alone."""
        for neuron in neurons:
            rect = self.tile_rect(neuron)
            if not rect.isEmpty():
                self.viewport().update(rect.adjusted(-px(8), -px(8), px(4), px(4)).toAlignedRect())

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._layer is None or self._plan is None:
            painter.fillRect(event.rect(), theme().color("panel"))
            self._paint_empty(painter)
            return
        top = self.verticalScrollBar().value()
        frame = self._frame(self._layer, self._plan, top)
        touched = self._plan.seen(top + event.rect().top(), top + event.rect().bottom() + 1)
        paint_gallery(painter, frame, touched)
        paint_fold(painter, frame, self.viewport().width() - px(8))

    def _frame(self, layer: Layer, plan: Plan, top: int) -> Frame:
        ratio = self.viewport().devicePixelRatioF()
        text = fold_text(layer, plan.folded, unfolded=self._unfolded, followed=plan.followed) if plan.fold is not None else ""
        cursor = self._cursor if self._cursor_shown and self.hasFocus() else -1
        board = self._board.picture(layer, plan, top, self.viewport().size(), ratio)
        return Frame(
            layer, plan, board, self._selected, self._hovered, self._lit, cursor, float(top), ratio,
            text, self._unfolded, self._on_fold,
        )  # fmt: skip

    def _write_anew(self) -> None:
        """The numbers are as old as they may be."""
        self._board.write_anew()
        self._throttle.request()

    def _write_later(self, seconds: float) -> None:
        if not self._rewrite.isActive():
            self._rewrite.start(int(1000 * seconds) + 1)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text3"))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(self.viewport().rect()).adjusted(24, 24, -24, -24), flags, self.empty_text)

    # --- events ---

    def _restyle(self) -> None:
        self.arrange()
        self.updateGeometry()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._restyle()
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            neuron = self.neuron_at(QPointF(event.pos()))
            text = tip_html(self._layer, neuron, self._about, self._samples) if self._layer is not None and neuron >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self.viewport(), self.tile_rect(neuron).toAlignedRect())
            return True
        return super().viewportEvent(event)

    def describe(self, neuron: int) -> None:
        """Tell a screen reader where the keyboard is."""
        if self._layer is not None and neuron >= 0:
            self.setAccessibleDescription(spoken(self._layer, neuron, selected=neuron in self._selected))


def same_layer(one: Layer, other: Layer) -> bool:
    """Whether two layers look alike."""
    if (one.number, one.kind, one.plane, one.signed, one.about) != (other.number, other.kind, other.plane, other.signed, other.about):
        return False
    pairs = ((getattr(one, name), getattr(other, name)) for name in SHOWN)
    return all(a is b or np.array_equal(a, b, equal_nan=a.dtype.kind == "f") for a, b in pairs)
