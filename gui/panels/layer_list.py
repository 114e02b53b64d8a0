"""The rows of the network form: hidden layers that can be dragged, then the output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.fields.choice import Choice, choices_of
from gui.fields.labels import label
from gui.fields.paint import follow_theme, px
from gui.fields.sentence import error_text
from gui.fields.text import Words
from gui.panels.layer_row import LayerRow, RowNames
from gui.theme import theme
from nn.choices import Activation, Loss
from nn.errors import SettingsError
from nn.settings import LayerSettings, NetworkSettings

HIDDEN_CHOICES = tuple(member for member in Activation if member is not Activation.SOFTMAX)
NEEDED_OUTPUT = {Loss.BINARY_CROSS_ENTROPY: Activation.SIGMOID, Loss.CROSS_ENTROPY: Activation.SOFTMAX}


class LayerList(QWidget):
    """Emits ``edited(NetworkSettings)`` once per completed edit of a layer."""

    edited = Signal(object)

    def __init__(self, settings: NetworkSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._loss: Loss | None = None
        self._output: tuple[int | None, Activation | None] = (None, None)
        self._drop_at: int | None = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.output = LayerRow(0, self._trial_none)
        self.output.activation_changed.connect(self._activation_changed)
        self.rows: list[LayerRow] = []
        self._problems: list[Words] = []
        self._output_problem = Words("", "bad", 12, wrap=True)
        self._output_problem.hide()
        self.output.activation.problem_changed.connect(self._show_output_problem)
        self._stack.addWidget(self.output)
        self._stack.addWidget(self._output_problem)
        follow_theme(self._restyle)
        self.show_settings(settings)

    def show_settings(self, settings: NetworkSettings) -> None:
        """Fill the rows without telling anyone."""
        self._settings = settings
        self._match_rows(len(settings.hidden))
        choices = choices_of(HIDDEN_CHOICES)
        for row, layer in zip(self.rows, settings.hidden, strict=True):
            row.show_layer(layer.width, layer.activation, choices)
        self._show_output()
        self._name_rows()

    def show_output(self, width: int | None, activation: Activation | None) -> None:
        """The output layer as it came out: its width and the activation that fits the loss."""
        self._output = (width, activation)
        self._show_output()

    def show_loss(self, loss: Loss) -> None:
        """The loss in use: it decides which output activations are offered."""
        self._loss = loss
        self._show_output()

    def show_error(self, error: str, place: str) -> bool:
        """Put a sentence at hidden layer ``place`` ("1", …) or at "output_activation"; False for another place."""
        if place == "output_activation":
            self.output.activation.set_problem(error)
            return True
        number = place.removeprefix("hidden.")
        if number.isdigit() and 1 <= int(number) <= len(self.rows):
            self.rows[int(number) - 1].width_field.set_problem(error)
            return True
        return False

    def _show_output(self) -> None:
        width, fitting = self._output
        auto = label(fitting) if fitting else self.tr("Automatic")
        needed = NEEDED_OUTPUT.get(self._loss) if self._loss else None
        members = (needed,) if needed else tuple(Activation)
        chosen = self._settings.output_activation
        if chosen is not None and chosen not in members:
            members = (*members, chosen)
        long_name = self.tr("Automatic: {name}").format(name=auto) if fitting else self.tr("Automatic: what fits the loss")
        self.output.show_layer(width, chosen, [Choice(None, auto, long_name), *choices_of(members)])

    def _match_rows(self, count: int) -> None:
        while len(self.rows) > count:
            for widget in (self.rows.pop(), self._problems.pop()):
                self._stack.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self.rows) < count:
            self._add_row(len(self.rows) + 1)

    def _add_row(self, number: int) -> None:
        row, problem = LayerRow(number, partial(self._trial_width, number - 1)), Words("", "bad", 12, wrap=True)
        row.width_changed.connect(self._width_changed)
        row.activation_changed.connect(self._activation_changed)
        row.removed.connect(self._removed)
        row.moved.connect(self._moved)
        row.dragged.connect(self._dragged)
        row.dropped.connect(self._dropped)
        row.problem_changed.connect(self._show_problem)
        problem.hide()
        place = 2 * len(self.rows)
        self._stack.insertWidget(place, row)
        self._stack.insertWidget(place + 1, problem)
        self.rows.append(row)
        self._problems.append(problem)

    def _changed_layer(self, place: int, **changes: object) -> NetworkSettings:
        hidden = list(self._settings.hidden)
        hidden[place] = replace(hidden[place], **changes)  # type: ignore[arg-type]  # each change is checked by the settings
        return replace(self._settings, hidden=tuple(hidden))

    def _trial_width(self, place: int, _key: str, value: object) -> None:
        self._changed_layer(place, width=value)

    def _trial_none(self, _key: str, _value: object) -> None:
        """The output's width isn't typed."""

    def _width_changed(self, number: int, width: int) -> None:
        self._send(self._changed_layer(number - 1, width=width))

    def _activation_changed(self, number: int, activation: object) -> None:
        if number:
            self._send(self._changed_layer(number - 1, activation=activation))
        elif activation is None or isinstance(activation, Activation):
            self._send(replace(self._settings, output_activation=activation))

    def _removed(self, number: int) -> None:
        hidden = self._settings.hidden
        # After the click is over: the row that sent it goes away.
        QTimer.singleShot(0, self, partial(self._send_hidden, hidden[: number - 1] + hidden[number:], None))

    def _moved(self, number: int, way: int) -> None:
        self._move_to(number - 1, number - 1 + way)

    def _move_to(self, start: int, end: int) -> None:
        hidden = list(self._settings.hidden)
        if not 0 <= end < len(hidden) or start == end:
            return
        hidden.insert(end, hidden.pop(start))
        self._send_hidden(tuple(hidden), end)

    def _send_hidden(self, hidden: Sequence[LayerSettings], focus: int | None) -> None:
        for row in self.rows:
            row.width_field.set_problem("")
        self._send(replace(self._settings, hidden=tuple(hidden)))
        if focus is not None:
            self.rows[focus].grip.setFocus()

    def add_layer(self) -> None:
        """Put a layer like the last one before the output. Raises nothing: too many layers are said at the last row."""
        last = self._settings.hidden[-1] if self._settings.hidden else LayerSettings(4)
        try:
            self._send(replace(self._settings, hidden=(*self._settings.hidden, last)))
        except SettingsError as error:
            self.rows[-1].width_field.set_problem(error_text(error))

    def _send(self, settings: NetworkSettings) -> None:
        self.edited.emit(settings)

    def _place_under(self, screen_y: int) -> int:
        y = self.mapFromGlobal(QPoint(0, screen_y)).y()
        return sum(y > row.geometry().center().y() for row in self.rows)

    def _dragged(self, _number: int, screen_y: int) -> None:
        self._drop_at = self._place_under(screen_y)
        self.update()

    def _dropped(self, number: int) -> None:
        place, self._drop_at = self._drop_at, None
        self.update()
        if place is not None:
            self._move_to(number - 1, place - 1 if place > number - 1 else place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drop_at is None:
            return
        after = self.rows[self._drop_at] if self._drop_at < len(self.rows) else self.output
        y = max(after.geometry().top() - px(2), 1)
        painter = QPainter(self)
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.drawLine(0, y, self.width(), y)

    def _show_problem(self, number: int, sentence: str) -> None:
        words = self._problems[number - 1]
        words.setText(sentence)
        words.setVisible(bool(sentence))

    def _show_output_problem(self, sentence: str) -> None:
        self._output_problem.setText(sentence)
        self._output_problem.setVisible(bool(sentence))

    def _restyle(self) -> None:
        self._stack.setSpacing(px(4))

    def _name_rows(self) -> None:
        for row in self.rows:
            names = (
                self.tr("Hidden {number}"),
                self.tr("H{number}"),
                self.tr("Neurons of hidden layer {number}"),
                self.tr("Activation of hidden layer {number}"),
                self.tr("Move hidden layer {number}: drag, or Alt+↑ and Alt+↓"),
                self.tr("Remove hidden layer {number}"),
            )
            row.set_names(RowNames(*(name.format(number=row.number) for name in names)))
        neurons, activation = self.tr("Neurons of the output layer"), self.tr("Activation of the output layer")
        self.output.set_names(RowNames(self.tr("Output"), self.tr("Out"), neurons, activation))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_settings(self._settings)

    def keyboard_order(self) -> list[QWidget]:
        """The rows' fields from top to bottom, for the Tab key."""
        return [widget for row in [*self.rows, self.output] for widget in (row.grip, row.width_field, row.activation, row.close_button)]
