"""The exercises to choose from, each with its formula and how far it has got; then the score and the order of filling in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.fields.button import Look, TextButton
from gui.fields.paint import draw_icon, follow_theme, px
from gui.fields.pressable import Pressable
from gui.fields.text import Words
from gui.theme import theme
from gui.typeset.box import Box
from gui.typeset.drawing import draw
from gui.typeset.ink import EM
from nn.graph.exercise import BoxState

MOST_DOTS = 18
HEIGHT, TALL = 72, 80  # px of a row; of one whose formula has a fraction
FORMULA = 30  # px of height for the formula
FRACTION = 1.6  # times the letters' size: a higher formula has a fraction
HEAD, FOOT = 24, 17  # px above and below the formula's room


@dataclass(frozen=True)
class Item:
    """``formula`` is typeset, or ``words`` say what it is where it is too long. ``states`` of its boxes, in the order of filling in."""

    key: str
    title: str
    formula: Box = field(default_factory=Box)
    words: str = ""
    states: tuple[BoxState, ...] = ()

    @property
    def done(self) -> int:
        return sum(state is BoxState.RIGHT for state in self.states)

    @property
    def asked(self) -> int:
        return sum(state is not BoxState.GIVEN for state in self.states)


class ExerciseRow(Pressable):
    """Title, formula, and a dot for each box: filled when it is right."""

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.item = item
        self.show_item(item)
        follow_theme(self._restyle)

    def nextCheckState(self) -> None:
        """A press never clears the row: the list says which one is chosen."""

    def show_item(self, item: Item) -> None:
        """What there is to say of an exercise now."""
        self.item = item
        self.setAccessibleName(self.tr("{title}, {done} of {asked} right").format(title=item.title, done=item.done, asked=item.asked))
        self.setToolTip(item.title)
        self._restyle()

    @property
    def _height(self) -> int:
        return TALL if self.item.formula.height > FRACTION * EM else HEIGHT

    def _restyle(self) -> None:
        self.setFixedHeight(px(self._height))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(220), px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.has_ring:
            painter.setPen(QPen(theme().color("accent"), 1.5) if self.has_ring else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentbg" if self.isChecked() else "card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        left, right = px(12), self.width() - px(12)
        self._draw_head(painter, left, right)
        if self.item.formula.width:
            size = min(px(14), (right - left) * EM / self.item.formula.width, px(FORMULA) * EM / self.item.formula.height)
            base = px(HEAD + (self._height - HEAD - FOOT) / 2) + (self.item.formula.ascent - self.item.formula.descent) / 2 * size / EM
            draw(painter, self.item.formula, QPointF(left, base), size, theme().color("text"))
        else:
            painter.setFont(theme().sans(12))
            painter.setPen(theme().color("text2"))
            painter.drawText(QRectF(left, px(30), right - left, px(20)), Qt.AlignmentFlag.AlignVCenter, self.item.words)
        self._draw_dots(painter, left)

    def _draw_head(self, painter: QPainter, left: int, right: int) -> None:
        item = self.item
        count = f"{item.done}/{item.asked}"
        painter.setFont(theme().mono(12))
        painter.setPen(theme().color("text2"))
        painter.drawText(QRectF(left, px(6), right - left, px(20)), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        width = painter.fontMetrics().horizontalAdvance(count)
        if item.asked and item.done == item.asked:
            draw_icon(painter, QRectF(right - width - px(20), px(6), px(16), px(20)), "check", "ok")
        painter.setFont(theme().sans(13, bold=self.isChecked()))
        painter.setPen(theme().color("text" if self.isChecked() else "text2"))
        title = painter.fontMetrics().elidedText(item.title, Qt.TextElideMode.ElideRight, right - left - width - px(24))
        painter.drawText(QRectF(left, px(6), right - left, px(20)), Qt.AlignmentFlag.AlignVCenter, title)

    def _draw_dots(self, painter: QPainter, left: int) -> None:
        """Right ones are filled, wrong ones crossed, shown ones half; of many boxes, dots stand for equal shares."""
        states = self.item.states
        if len(states) > MOST_DOTS:
            share = len(states) / MOST_DOTS
            states = tuple(states[int(place * share)] for place in range(MOST_DOTS))
        for place, state in enumerate(states):
            centre, radius = QPointF(left + px(4) + place * px(11), px(self._height - 9)), px(3.6)
            token = {BoxState.RIGHT: "ok", BoxState.WRONG: "bad"}.get(state, "text3")
            painter.setPen(QPen(theme().color(token), 1.3))
            painter.setBrush(theme().color("ok") if state is BoxState.RIGHT else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius, radius)
            if state is BoxState.WRONG:
                painter.drawLine(centre + QPointF(-radius, radius) * 0.7, centre + QPointF(radius, -radius) * 0.7)
            elif state in (BoxState.REVEALED, BoxState.GIVEN):
                painter.setBrush(theme().color(token))
                painter.drawEllipse(centre, radius * 0.4, radius * 0.4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_item(self.item)


class ExercisesPanel(QWidget):
    """``chosen(key)`` when the person goes to another exercise, ``own_requested`` for an expression of one's own, ``prepare_requested`` to
    begin or end choosing what the exercise asks."""

    chosen = Signal(str)
    own_requested = Signal()
    prepare_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Words("", "text", 13, bold=True)
        self.rows: dict[str, ExerciseRow] = {}
        self.own = TextButton("", Look.DASHED, "plus")
        self.own.clicked.connect(self.own_requested)
        self.prepare = TextButton("", Look.DASHED, "pencil")
        self.prepare.clicked.connect(self.prepare_requested)
        self._preparing = False
        self._list = QVBoxLayout()
        layout = self._layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addLayout(self._list)
        layout.addWidget(self.own)
        layout.addWidget(self.prepare)
        follow_theme(self._restyle)
        self._retranslate()

    def show_items(self, items: Sequence[Item], current: str) -> None:
        """The exercises, and the one on screen; "" is none of them."""
        for item in items:
            if item.key not in self.rows:
                row = self.rows[item.key] = ExerciseRow(item)
                row.clicked.connect(self._clicked)
                self._list.addWidget(row)
            self.rows[item.key].show_item(item)
        for key, row in self.rows.items():
            row.setChecked(key == current)

    def show_preparing(self, on: bool) -> None:
        """Whether the exercise on screen is being prepared."""
        self._preparing = on
        self._retranslate()

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, ExerciseRow):
            self.chosen.emit(sender.item.key)

    def _restyle(self) -> None:
        self._layout.setContentsMargins(px(8), px(14), px(8), px(8))
        self._layout.setSpacing(px(6))
        self._list.setSpacing(px(2))
        self.heading.setContentsMargins(px(12), 0, 0, 0)

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Exercises"))
        self.own.setText(self.tr("Your own expression"))
        self.prepare.setText(self.tr("Done preparing") if self._preparing else self.tr("Prepare for learners"))
        self.prepare.setToolTip(self.tr("Choose which boxes are filled in, and write hints of your own"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
