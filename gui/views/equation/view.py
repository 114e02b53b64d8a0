"""The equation card: what the step is called, whether later results are shown, and the equation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.switch import Switch
from gui.fields.text import Words
from gui.style import FORMS, dress
from gui.theme import theme
from gui.typeset.ink import load_early
from gui.views.equation.ahead import Ahead
from gui.views.equation.canvas import Canvas
from gui.views.equation.request import Request, Row
from nn.replay.equation import Equation
from nn.replay.scheme import Scheme

HEIGHT, LEAST_HEIGHT = 324, 200


class EquationView(QWidget):
    """``step_requested(int)``: the person wants the step that made a number. ``source_hovered``: a Source under the mouse, or ``None``."""

    step_requested = Signal(int)
    source_hovered = Signal(object)
    look_ahead_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_early()
        self._request: Request | None = None
        self._title = Words(color="text", pixels=13, bold=True)
        self._short = Words(color="text2", pixels=12)
        self._short.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._switch = Switch("look-ahead")
        self._switch.show_value(True)
        self._switch.committed.connect(self._switched)
        self.canvas = Canvas()
        self._area = _area(self.canvas)
        self._ahead = Ahead(self)
        self.canvas.step_requested.connect(self.step_requested)
        self.canvas.source_hovered.connect(self.source_hovered)
        self.canvas.focused.connect(self._bring_into_sight)
        self._arrange()
        self._retranslate()
        follow_theme(self._restyle)

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._short, 1)
        self._head.addWidget(self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self._area, 1)

    # What is shown

    @property
    def look_ahead(self) -> bool:
        return self._switch.isChecked()

    def show_heading(self, title: str, short: str) -> None:
        """What the step does, in words, such as "Chain rule" and "factor 2, the slope of the sigmoid"."""
        self._title.setText(title)
        self._short.setText(short)
        self._short.setToolTip(short)

    def show_equation(
        self,
        equation: Equation | None,
        scheme: Scheme | None,
        digits: int | None,
        known: int,
        *,
        hide_active: bool = False,
        hints: int = 0,
        asking: bool = False,
    ) -> None:
        """Show an equation in which step ``known`` is being looked at.

        ``digits`` as for :func:`nn.replay.writing.latex`. Without look-ahead the results of later steps are question marks.
        ``hide_active``: the step's value is asked for; its formula is uncovered by the second of three ``hints``, its numbers by the
        third. ``asking``: later steps will be asked for, so nothing of them is shown, whatever the switch says.
        """
        self._request = None
        if equation is not None and scheme is not None:
            self._request = Request(equation, scheme, digits, known, hide_active, self.look_ahead, hints, asking)
        self._switch.setEnabled(not asking)
        self._show()

    def set_look_ahead(self, on: bool) -> None:
        """Show or cover the results of later steps, without telling anyone."""
        if on != self.look_ahead:
            self._switch.show_value(on)
            self._apply_look_ahead()

    def prerender(self, equations: Iterable[Equation], scheme: Scheme) -> None:
        """Make the symbols of equations that will be shown soon, in slices of a few milliseconds; they are taken one by one as needed."""
        self._ahead.begin(equations, scheme)

    @property
    def is_prerendering(self) -> bool:
        return self._ahead.is_busy

    def copy_value(self) -> None:
        """Copy the full value of the focused piece, or of the step being looked at."""
        self.canvas.copy_value()

    def _show(self) -> None:
        total = {"·": self.tr("Product"), "+": self.tr("Sum")}
        joiner = self._request.equation.joiner if self._request else ""
        labels = {
            Row.SYMBOLS: self.tr("Symbols"),
            Row.FORMULA: self.tr("Formula"),
            Row.NUMBERS: self.tr("Numbers"),
            Row.RESULT: self.tr("Result"),
            Row.TOTAL: total.get(joiner, self.tr("Result")),
        }
        self.canvas.show_request(self._request, labels)

    @Slot(str, object)
    def _switched(self, _key: str, on: bool) -> None:
        self._apply_look_ahead()
        self.look_ahead_changed.emit(on)

    def _apply_look_ahead(self) -> None:
        if self._request is not None:
            self._request = replace(self._request, look_ahead=self.look_ahead)
            self._show()

    @Slot(object)
    def _bring_into_sight(self, place: QRectF) -> None:
        center = place.center()
        self._area.ensureVisible(round(center.x()), round(center.y()), round(place.width() / 2) + 24, round(place.height() / 2) + 8)

    # The frame

    def _restyle(self) -> None:
        self._head.setContentsMargins(px(24), px(8), px(24), px(2))
        self._head.setSpacing(px(10))
        self.setMinimumHeight(px(LEAST_HEIGHT))
        self.canvas.rearrange()
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Equation"))
        self.canvas.setAccessibleName(self.tr("Equation of the step"))
        self._switch.set_words(self.tr("Look ahead"))
        self._switch.setToolTip(self.tr("Show the results of later steps too"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layout().activate()  # type: ignore[union-attr]  # set in _arrange
        self.canvas.set_room(self._area.maximumViewportSize())

    def sizeHint(self) -> QSize:
        return QSize(px(752), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("card"))


def _area(canvas: Canvas) -> QScrollArea:
    """Scrolls a canvas that is wider or taller than the card."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(canvas)
    area.viewport().setAutoFillBackground(False)
    canvas.setAutoFillBackground(False)
    dress(area.horizontalScrollBar(), FORMS)
    dress(area.verticalScrollBar(), FORMS)
    return area
