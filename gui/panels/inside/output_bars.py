"""The network's outputs for the input in view, as bars with numbers; a tick says what they are with all neurons on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fields.numerals import Numerals
from gui.fields.paint import follow_theme, hatch, px
from gui.format import number
from gui.panels.inside.block import Block
from gui.panels.inside.words import class_name, percent
from gui.theme import theme
from nn.inside.views import Answer

ROW, LOW_ROW, MANY = 21, 17, 12  # px; more rows than MANY are lower
BAR = 9  # px
MOST_SHARE = 0.34  # of the width that the names may take
KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Bars(QWidget):
    """``chosen(output)`` on a click or by the arrows: contributions are then about that output."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: NDArray[np.floating] = np.zeros(0)
        self._ticks: NDArray[np.floating] = np.zeros(0)
        self._names: tuple[str, ...] = ()
        self._shares = True
        self._lit = self._hover = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    @property
    def lit(self) -> int:
        """The row that stands out; −1: none."""
        return self._lit

    def show_values(self, values: NDArray[np.floating], ticks: NDArray[np.floating], names: Sequence[str], lit: int, *, shares: bool) -> None:
        """``values`` and ``ticks`` (K,): the outputs as they are, and with all neurons on. ``shares``: they are shares of 1, shown in percent."""
        rows = len(self._values)
        self._values, self._ticks, self._names, self._lit, self._shares = values, ticks, tuple(names), lit, shares
        if len(values) != rows:
            self._restyle()
        self._describe()
        self.update()

    def _all_names(self) -> tuple[str, ...]:
        return tuple(class_name(self._names, row) for row in range(len(self._values)))

    def text_of(self, row: int) -> str:
        """An output as it is written."""
        value = float(self._values[row])
        return percent(value) if self._shares else number(value, 3)

    def _describe(self) -> None:
        self.setAccessibleDescription(f"{class_name(self._names, self._lit)} {self.text_of(self._lit)}" if 0 <= self._lit < len(self._values) else "")

    # --- places ---

    def _row_height(self) -> int:
        return px(LOW_ROW if len(self._values) > MANY else ROW)

    def _restyle(self) -> None:
        self.setFixedHeight(max(self._row_height() * len(self._values), px(ROW)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.height())

    def row_rect(self, row: int) -> QRectF:
        return QRectF(0, row * self._row_height(), self.width(), self._row_height())

    def row_at(self, point: QPoint) -> int:
        """Which row is under a point; −1 for none."""
        row = point.y() // self._row_height()
        return row if 0 <= row < len(self._values) else -1

    def _range(self) -> tuple[float, float]:
        """What the left and the right end of the bars' room stand for; 0 is between them."""
        if self._shares:
            return 0.0, 1.0
        known = np.concatenate((self._values, self._ticks))
        known = known[np.isfinite(known)]
        return (min(float(known.min()), 0.0), max(float(known.max()), 0.0)) if known.size else (0.0, 1.0)

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names, values = Numerals(theme().mono(12), "text2"), Numerals(theme().mono(12), "text")
        width, written_names = fitted_names(self._all_names(), self.width() * MOST_SHARE, theme().scale)
        low, high = self._range()
        for row in range(len(self._values)):
            rect = self.row_rect(row)
            self._draw_ground(painter, row, rect)
            (values if row == self._lit else names).add(rect.adjusted(px(6), 0, 0, 0), written_names[row], Qt.AlignmentFlag.AlignLeft)
            values.add(rect.adjusted(0, 0, -px(4), 0), self.text_of(row), Qt.AlignmentFlag.AlignRight)
            room = QRectF(px(6) + width + px(8), rect.top(), self.width() - width - px(14) - px(72), rect.height())
            self._draw_bar(painter, row, room, low, high - low or 1.0)
        for written in (names, values):
            written.paint(painter)

    def _draw_ground(self, painter: QPainter, row: int, rect: QRectF) -> None:
        if row not in (self._lit, self._hover):
            return
        painter.setPen(QPen(theme().color("accent"), 1.5) if row == self._lit and self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accentbg" if row == self._lit else "card"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)

    def _draw_bar(self, painter: QPainter, row: int, room: QRectF, low: float, span: float) -> None:
        value, tick = float(self._values[row]), float(self._ticks[row]) if row < len(self._ticks) else math.nan
        zero = room.left() + room.width() * (-low / span)
        if math.isfinite(value):
            end = room.left() + room.width() * (min(max(value, low), low + span) - low) / span
            bar = QRectF(min(zero, end), room.center().y() - px(BAR) / 2, abs(end - zero), px(BAR))
            color = theme().color("accent" if row == self._lit else "text2")
            painter.setPen(QPen(color, 1) if value < 0 else Qt.PenStyle.NoPen)
            painter.setBrush(hatch(color) if value < 0 else color)
            if bar.width() >= 0.5:
                painter.drawRoundedRect(bar, min(2.0, bar.width() / 2), 2)
        if math.isfinite(tick):
            x = room.left() + room.width() * (min(max(tick, low), low + span) - low) / span
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("text"))
            painter.drawRect(QRectF(x - 0.75, room.center().y() - px(7), 1.5, px(14)))

    # --- choosing ---

    def _choose(self, row: int) -> None:
        self._lit = row
        self._describe()
        self.update()
        self.chosen.emit(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self._choose(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self.row_at(event.position().toPoint()))

    def _set_hover(self, row: int) -> None:
        if row != self._hover:
            self._hover = row
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEYS and len(self._values):
            self._choose(min(max(self._lit + KEYS[key], 0), len(self._values) - 1))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The arrows come here before the window's shortcuts."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in KEYS:
            event.accept()
            return True
        if kind == QEvent.Type.Leave:
            self._set_hover(-1)
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(self.row_at(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, row: int) -> str:
        if row < 0:
            return ""
        name, tick = class_name(self._names, row), float(self._ticks[row])
        with_all = percent(tick) if self._shares else number(tick, 3)
        return self.tr("{name}: {value}, with all neurons on {all}").format(name=name, value=self.text_of(row), all=with_all)


class OutputBars(Block):
    """``output_chosen(output)``: contributions are to be about that output or class."""

    output_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.bars = Bars()
        self.content.addWidget(self.bars)
        self._paired = False
        self.bars.chosen.connect(self._chosen)
        self._retranslate()

    def show_answer(self, answer: Answer | None, names: Sequence[str], *, shares: bool) -> None:
        """An answer with its classes' or targets' ``names``. ``shares``: the outputs are probabilities or the like, from 0 to 1.

        One output that tells two classes apart is shown as both classes' shares. The row of the class that contributions are about stands out.
        """
        if answer is None:
            self.bars.show_values(np.zeros(0), np.zeros(0), (), -1, shares=shares)
            return
        outputs, ticks, lit = answer.outputs, answer.outputs_all_on, answer.about
        self._paired = len(outputs) == 1 and len(names) == 2 and shares
        if self._paired:
            outputs, ticks = (np.array([1.0 - float(one[0]), float(one[0])]) for one in (outputs, ticks))
            lit = int(outputs[1] >= outputs[0])
        self.bars.show_values(outputs, ticks, names, lit, shares=shares)

    def _chosen(self, row: int) -> None:
        self.output_chosen.emit(0 if self._paired else row)

    def _retranslate(self) -> None:
        self.set_heading(self.tr("Output"), self.tr("tick = with all neurons on"))
        self.bars.setAccessibleName(self.tr("Outputs of the network"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


@lru_cache(maxsize=16)
def fitted_names(names: tuple[str, ...], most: float, _scale: float) -> tuple[float, tuple[str, ...]]:
    """The room that the names need, at most ``most`` px, and the names cut to it; they depend on the theme's scale."""
    metrics = QFontMetricsF(theme().mono(12))
    width = min(max((metrics.horizontalAdvance(name) for name in names), default=0.0), most)
    return width, tuple(metrics.elidedText(name, Qt.TextElideMode.ElideRight, width + 1) for name in names)
