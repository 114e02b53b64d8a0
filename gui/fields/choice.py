"""A choice out of a few: a closed box with the chosen name, and a list that drops down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from gui.fields.labels import label
from gui.fields.paint import FIELD_HEIGHT, Outline, draw_box, draw_icon, follow_theme, px
from gui.theme import theme


@dataclass(frozen=True)
class Choice:
    """``name`` stands in the closed box, ``long_name`` (or the same) in the list."""

    value: object
    name: str
    long_name: str = ""


def choices_of(members: Sequence[StrEnum]) -> tuple[Choice, ...]:
    """Enum members with their names in the present language."""
    return tuple(Choice(member, label(member)) for member in members)


class ChoiceField(QComboBox):
    """``committed(key, value)`` is sent when the person chooses another value; never when one is shown by the program."""

    committed = Signal(str, object)
    problem_changed = Signal(str)

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._choices: tuple[Choice, ...] = ()
        self._value: object = None
        self._problem = ""
        self._placeholder = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(1)
        self.setMaxVisibleItems(16)
        self.activated.connect(self._chosen)
        follow_theme(self._restyle)

    @property
    def value(self) -> object:
        return self._value

    @property
    def problem(self) -> str:
        return self._problem

    @property
    def shown_name(self) -> str:
        """What the closed box says."""
        index = self.currentIndex()
        return self._choices[index].name if 0 <= index < len(self._choices) else self._placeholder

    def set_placeholder(self, text: str) -> None:
        """What the closed box says while nothing in the list is chosen."""
        self._placeholder = text
        self.update()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the list; the value that was shown stays shown where it is still there."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        self.clear()
        self.addItems([choice.long_name or choice.name for choice in self._choices])
        self._widen_list()
        self.show_value(self._value)

    def show_value(self, value: object) -> None:
        """Show a value without telling anyone."""
        self._value = value
        places = [i for i, choice in enumerate(self._choices) if choice.value == value and type(choice.value) is type(value)]
        self.setCurrentIndex(places[0] if places else -1)
        self.set_problem("")
        self.update()

    def set_problem(self, sentence: str) -> None:
        """Mark the field as wrong and say why; "" takes the mark off."""
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        self.update()
        if sentence != self._problem:
            self._problem = sentence
            self.problem_changed.emit(sentence)

    def needed_width(self) -> int:
        """The width at which the chosen name isn't cut."""
        return self.width_of(self.shown_name)

    def width_of(self, name: str) -> int:
        """The width at which a name isn't cut."""
        return max(px(56), round(QFontMetricsF(self.font()).horizontalAdvance(name)) + px(36))

    def _chosen(self, index: int) -> None:
        value = self._choices[index].value
        if value != self._value:
            self.show_value(value)
            self.committed.emit(self.key, value)

    def _widen_list(self) -> None:
        metrics = QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0.0)
        self.view().setMinimumWidth(round(widest) + px(40))

    def _restyle(self) -> None:
        self.setFont(theme().sans(12.5))
        self.setFixedHeight(px(FIELD_HEIGHT))
        self._widen_list()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(48), px(FIELD_HEIGHT))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a form is scrolled far more often than a choice is turned

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, rect, Outline.of(self, wrong=bool(self._problem)))
        painter.setFont(self.font())
        painter.setPen(theme().color("text" if self.isEnabled() and self.currentIndex() >= 0 else "text3"))
        place = rect.adjusted(px(9), 0, -px(26), 0)
        text = QFontMetricsF(self.font()).elidedText(self.shown_name, Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.drawText(place.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        arrow = QRectF(rect.right() - px(23), 0, px(14), rect.height())
        draw_icon(painter, arrow, "chevron-down", "text2" if self.isEnabled() else "text3")
