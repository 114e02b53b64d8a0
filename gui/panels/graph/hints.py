"""The card with a box's hints in three stages: the principle, the formula, the numbers. Each is shown when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.fields.button import TextButton
from gui.fields.card import Card
from gui.fields.paint import follow_theme, px
from gui.fields.rich import RichWords, sentence_html
from gui.panels.graph.formula import FormulaLine
from gui.theme import theme
from gui.typeset.box import Box
from nn.text import Sentence

STAGES = 3
CIRCLE = 20  # px


class StageNumber(QWidget):
    """A number in a circle."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        follow_theme(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(px(CIRCLE + 8), px(CIRCLE + 2))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(1, 1, px(CIRCLE), px(CIRCLE))
        painter.setPen(QPen(theme().color("line2"), 1.2))
        painter.drawEllipse(circle)
        painter.setFont(theme().sans(11))
        painter.setPen(theme().color("text2"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))


class HintRow(QWidget):
    """One stage: its number, and its words or the button that shows them."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = StageNumber(number)
        self.words = RichWords("text", 13, 20)
        self.button = TextButton("", icon="bulb")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def show_hint(self, html: str, *, shown: bool, following: bool, name: str) -> None:
        """``following``: it is the next one that may be asked for."""
        self.words.set_token("text" if shown else "text3")
        if shown:
            self.words.show_paragraphs(html)
        else:
            self.words.show_text(name)
        self.button.setVisible(following)


class HintsPanel(Card):
    """``hint_requested`` asks for one stage more."""

    hint_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bulb", parent)
        self.symbol = FormulaLine(16, right=True, color="text2")
        self.instead = RichWords("text2", 12, 18)
        self.rows = [HintRow(number) for number in range(1, STAGES + 1)]
        self._hints: tuple[Sentence, ...] = ()
        self._given = 0
        self.head.takeAt(1)
        self.head.addWidget(self.symbol, 1)
        for widget in (self.instead, *self.rows):
            self.content.addWidget(widget)
        for row in self.rows:
            row.button.clicked.connect(self.hint_requested)
        self._retranslate()

    @property
    def given(self) -> int:
        """How many stages are shown."""
        return self._given

    def show_box(self, symbol: Box, spoken: str, hints: Sequence[Sentence], given: int) -> None:
        """The box's hints, of which ``given`` have been asked for; no hints: there is nothing to fill in."""
        self._hints, self._given = tuple(hints), given
        self.symbol.show_formula(symbol, spoken)
        self._refresh()

    def show_nothing(self) -> None:
        """No box is chosen, or its number is there already."""
        self.show_box(Box(), "", (), 0)

    def _refresh(self) -> None:
        names = (self.tr("The principle"), self.tr("The formula"), self.tr("The numbers"))
        for place, (row, name) in enumerate(zip(self.rows, names, strict=True)):
            row.setVisible(bool(self._hints))
            if self._hints:
                row.show_hint(sentence_html(self._hints[place]), shown=place < self._given, following=place == self._given, name=name)
            row.button.setText(self.tr("Show"))
            row.button.setAccessibleName(self.tr("Show hint {number} of {count}").format(number=place + 1, count=STAGES))
        self.instead.setVisible(not self._hints)
        self.updateGeometry()

    def _retranslate(self) -> None:
        self.set_title(self.tr("Hint"))
        self.instead.show_text(self.tr("Choose a box with a question mark to be helped with it."))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
