"""One-line fields: text, numbers, seeds. A value that can't be used is marked and said; the last good one is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.fields.numbers import linear_step, log_step, parse_number, parse_percent, parse_whole, shown
from gui.fields.paint import FIELD_HEIGHT, Outline, draw_box, follow_theme, px, round_off
from gui.fields.sentence import error_text
from gui.theme import theme
from nn.errors import NeurolupaError

Trial = Callable[[str, object], None]
"""Tries a value for the field with that key; raises a NeurolupaError when it can't be used."""

SETTLE_MS = 300  # a run of key steps or wheel clicks is one edit


class LineField(QLineEdit):
    """A one-line text box as the design has it. ``problem_changed`` carries the sentence, or "" when all is well."""

    problem_changed = Signal(str)

    def __init__(self, key: str = "", parent: QWidget | None = None, *, ground: str = "panel") -> None:
        super().__init__(parent)
        self.key = key
        self._ground = ground  # the colour token of what the box lies on
        self._problem = ""
        self._hint = ""
        self.setFrame(False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        follow_theme(self._restyle)

    @property
    def problem(self) -> str:
        return self._problem

    def set_hint(self, hint: str) -> None:
        """A sentence shown while the pointer rests on the field."""
        self._hint = hint
        self.setToolTip(self._problem or hint)
        self.setAccessibleDescription(self._problem or hint)

    def set_problem(self, sentence: str) -> None:
        """Mark the field as wrong and say why; "" takes the mark off."""
        self.setToolTip(sentence or self._hint)
        self.setAccessibleDescription(sentence or self._hint)
        self.update()
        if sentence != self._problem:
            self._problem = sentence
            self.problem_changed.emit(sentence)

    def needed_width(self) -> int:
        """The width at which nothing of the present text is cut."""
        margins = self.textMargins()
        text = max(self.text(), self.placeholderText(), key=len)
        width = QFontMetricsF(self.font()).horizontalAdvance(text) + margins.left() + margins.right() + px(8)
        return max(px(56), round(width))

    def _restyle(self) -> None:
        self.setFont(theme().mono(13))
        self.setFixedHeight(px(FIELD_HEIGHT))
        self.setTextMargins(px(8), 0, px(6), 0)
        self.setPalette(theme().palette())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # under an application's style sheet this fills the whole rectangle, so the box comes after it
        painter = QPainter(self)
        round_off(painter, QRectF(self.rect()), self._ground)
        draw_box(painter, QRectF(self.rect()), Outline.of(self, wrong=bool(self._problem), off=self.isReadOnly()), None)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()


@dataclass(frozen=True)
class NumberKind:
    """How a number is read, shown and stepped.

    ``step`` 0 goes up and down by 1-2-5 per decade, from 0 to ``least`` and back; otherwise by multiples of ``step``.
    ``percent`` shows a share of 1 as per cent. ``may_be_empty``: an empty field is ``None``.
    """

    whole: bool = False
    step: float = 1.0
    least: float = 1e-5
    percent: bool = False
    may_be_empty: bool = False
    grouped: bool = True


class NumberField(LineField):
    """A number. ``committed(key, value)`` is sent once per completed edit, with a value that passed the trial."""

    committed = Signal(str, object)

    def __init__(self, key: str, kind: NumberKind, trial: Trial, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self._kind = kind
        self._trial = trial
        self._value: float | None = None
        self._none_text = ""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.commit)
        self.returnPressed.connect(self.commit)
        self.textEdited.connect(self._edited)

    @property
    def value(self) -> float | None:
        """The last good value."""
        return self._value

    def show_value(self, value: float | None) -> None:
        """Show a value without telling anyone; a half-typed text and its error are left behind."""
        self._settle.stop()
        self._value = value
        self.setText(self._text_of(value))
        self.setCursorPosition(0)
        self.set_problem("")

    def set_none_text(self, text: str) -> None:
        """What is shown for ``None``, such as "Full (400)"."""
        self._none_text = text
        if self._value is None and not self.isModified():
            self.setText(text)
            self.setCursorPosition(0)

    def commit(self) -> None:
        """Read the text; keep and send it when it can be used, else say why not."""
        self._settle.stop()
        text = self.text().strip()
        if text == self._text_of(self._value):
            self.set_problem("")
            return
        empty = not text or text == self._none_text
        value = None if empty and self._kind.may_be_empty else self._read(text)
        if value is None and not (empty and self._kind.may_be_empty):
            self.set_problem(self._unreadable())
            return
        self._try(value)

    def _try(self, value: float | None) -> None:
        try:
            self._trial(self.key, value)
        except NeurolupaError as error:
            self.set_problem(error_text(error))
            return
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.committed.emit(self.key, value)

    def _read(self, text: str) -> float | None:
        if self._kind.whole:
            return parse_whole(text)
        return parse_percent(text) if self._kind.percent else parse_number(text)

    def _text_of(self, value: float | None) -> str:
        if value is None:
            return self._none_text
        if self._kind.percent:
            return f"{shown(round(value * 100, 10))} %"
        return shown(value) if self._kind.grouped else str(value)

    def _unreadable(self) -> str:
        name = self.accessibleName()
        if self._kind.whole:
            return self.tr("{name} must be a whole number, such as 12; “{text}” can't be read.").format(name=name, text=self.text())
        return self.tr("{name} must be a number, such as 0.5; “{text}” can't be read.").format(name=name, text=self.text())

    def step_by(self, up: bool) -> None:
        """One sensible step up or down; nothing where that can't be used. A run of steps is committed as one edit."""
        start = self._read(self.text())
        start = self._value if start is None else start
        if start is None:
            return
        after = log_step(start, up, self._kind.least) if self._kind.step == 0 else linear_step(start, self._kind.step, up)
        after = int(after) if self._kind.whole else after
        try:
            self._trial(self.key, after)
        except NeurolupaError:
            return
        self.setText(self._text_of(after))
        self._settle.start()

    def _edited(self, _text: str) -> None:
        self._settle.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.step_by(key == Qt.Key.Key_Up)
            return
        if key == Qt.Key.Key_Escape and self.text() != self._text_of(self._value):
            self.show_value(self._value)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus() or event.angleDelta().y() == 0:
            event.ignore()  # the column scrolls
            return
        self.step_by(event.angleDelta().y() > 0)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
