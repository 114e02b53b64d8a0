"""What a teacher decides about an exercise: its title, its order, which boxes the learner fills in, and hints in the teacher's own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from gui.fields.button import TextButton
from gui.fields.card import Card
from gui.fields.choice import Choice
from gui.fields.flow import Flow
from gui.fields.line import LineField
from gui.fields.paint import follow_theme, px
from gui.fields.primary import PrimaryButton
from gui.fields.segmented import Segmented
from gui.fields.text import Words
from gui.panels.graph.formula import FormulaLine
from gui.panels.graph.hints import STAGES
from gui.theme import theme
from gui.typeset.box import Box as Letters
from nn.graph.exercise import BoxKind, Order

HINT_HEIGHT = 62  # px: three lines


class HintField(QPlainTextEdit):
    """A hint in the teacher's words. ``committed`` when it is left with another text; while it is empty, the program's words stand in it."""

    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self.setTabChangesFocus(True)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        follow_theme(self._restyle)

    def show_text(self, text: str, instead: str) -> None:
        """``instead`` is the program's own hint."""
        self._known = text
        if text != self.toPlainText():
            self.setPlainText(text)
        self.setPlaceholderText(instead)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter commits too, as in any field of several lines."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._commit()
            return
        super().keyPressEvent(event)

    def _commit(self) -> None:
        if self.toPlainText().strip() != self._known.strip():
            self._known = self.toPlainText()
            self.committed.emit()

    def _restyle(self) -> None:
        self.setFont(theme().sans(12.5))
        self.setFixedHeight(px(HINT_HEIGHT))
        palette = theme().palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().color("line2"))  # the frame's
        self.setPalette(palette)


class PreparePanel(QWidget):
    """``title_entered(str)``, ``order_changed(Order)``, ``asked_all(BoxKind | None, bool)``: all boxes of a kind (``None``: of every kind)
    are to be filled in, or given; ``hints_entered(tuple of three)`` for the box that was shown; ``save_requested``, ``done``."""

    title_entered = Signal(str)
    order_changed = Signal(object)
    asked_all = Signal(object, bool)
    hints_entered = Signal(object)
    save_requested = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task, self.words = Card("pencil"), Card("bulb")
        self.about = Words("", "text2", 12, wrap=True)
        self.count = Words("", "text", 12, wrap=True)
        self.title_name, self.title = Words("", "text2", 12), LineField("title", ground="card")
        self.order_name, self.order = Words("", "text2", 12), Segmented("order")
        self.ask_all, self.give_values, self.give_slopes = TextButton(), TextButton(), TextButton()
        self.symbol = FormulaLine(16, right=True, color="text2")
        self.instead = Words("", "text2", 12, wrap=True)
        self.names = [Words("", "text2", 12) for _ in range(STAGES)]
        self.hints = [HintField() for _ in range(STAGES)]
        self.save, self.finish = PrimaryButton(), TextButton("", icon="eye")
        self._shown = False
        self._counts = (0, 0)
        self._build()
        self._connect()
        follow_theme(self._restyle)
        self._retranslate()

    def _build(self) -> None:
        for widget in (self.about, self.title_name, self.title, self.order_name, self.order, self.count):
            self.task.content.addWidget(widget)
        self._all = QWidget()
        self._flow = Flow(self._all, 6)
        for button in (self.ask_all, self.give_values, self.give_slopes):
            self._flow.addWidget(button)
        self.task.content.addWidget(self._all)
        self.words.head.takeAt(1)
        self.words.head.addWidget(self.symbol, 1)
        self.words.content.addWidget(self.instead)
        for name, field in zip(self.names, self.hints, strict=True):
            self.words.content.addWidget(name)
            self.words.content.addWidget(field)
        self._column = QVBoxLayout(self)
        for part in (self.task, self.save, self.finish, self.words):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self._enter_title)
        self.order.committed.connect(self._choose_order)
        self.ask_all.clicked.connect(self._ask_all)
        self.give_values.clicked.connect(self._give_values)
        self.give_slopes.clicked.connect(self._give_slopes)
        for field in self.hints:
            field.committed.connect(self._enter_hints)
        self.save.clicked.connect(self.save_requested)
        self.finish.clicked.connect(self.done)

    # What is shown

    def show_task(self, title: str, order: Order, asked: int, boxes: int) -> None:
        """The exercise, without telling anyone. ``asked`` of its ``boxes`` are filled in by the learner."""
        self.title.setText(title)
        self.order.show_value(order)
        self._counts = (asked, boxes)
        self._count()

    def show_box(self, symbol: Letters, spoken: str, own: Sequence[str], program: Sequence[str]) -> None:
        """A box's hints: the teacher's ``own``, "" for none, and the ``program``'s in their place."""
        self._shown = bool(program)
        self.symbol.show_formula(symbol, spoken)
        for field, text, instead in zip(self.hints, own, program, strict=False):
            field.show_text(text, instead)
        self.instead.setVisible(not self._shown)
        for widget in (*self.names, *self.hints):
            widget.setVisible(self._shown)

    def show_nothing(self) -> None:
        """No box is chosen."""
        self.show_box(Letters(), "", (), ())

    def _count(self) -> None:
        asked, boxes = self._counts
        self.count.setText(self.tr("The learner fills in {asked} of {boxes} boxes.").format(asked=asked, boxes=boxes))

    # What the teacher does

    def _enter_title(self) -> None:
        self.title_entered.emit(self.title.text())

    def _choose_order(self, _key: str, order: object) -> None:
        self.order_changed.emit(order)

    def _ask_all(self) -> None:
        self.asked_all.emit(None, True)

    def _give_values(self) -> None:
        self.asked_all.emit(BoxKind.VALUE, False)

    def _give_slopes(self) -> None:
        self.asked_all.emit(BoxKind.LOCAL, False)

    def _enter_hints(self) -> None:
        if self._shown:
            self.hints_entered.emit(tuple(field.toPlainText() for field in self.hints))

    # Looks and words

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))

    def _retranslate(self) -> None:
        self.task.set_title(self.tr("Prepare the exercise"))
        self.about.setText(self.tr("Click boxes in the graph: ticked ones are filled in by the learner, the others are shown from the start."))
        self.title_name.setText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title"))
        self.order_name.setText(self.tr("Order"))
        self.order.set_choices([Choice(Order.FREE, self.tr("Free")), Choice(Order.ENFORCED, self.tr("Enforced"))])
        self.order.setAccessibleName(self.tr("Order of filling in"))
        self.ask_all.setText(self.tr("Ask for all"))
        self.give_values.setText(self.tr("Give all values"))
        self.give_slopes.setText(self.tr("Give local derivatives"))
        self.words.set_title(self.tr("Your own hints"))
        self.instead.setText(self.tr("Click a box to write hints for it. Where you write none, the program's are used."))
        stages = (self.tr("First: the principle"), self.tr("Second: the formula"), self.tr("Third: the numbers"))
        for name, field, text in zip(self.names, self.hints, stages, strict=True):
            name.setText(text)
            field.setAccessibleName(text)
        self.save.setText(self.tr("Save the exercise…"))
        self.finish.setText(self.tr("Done: see it as the learner does"))
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
