"""The card with three ways to one derivative: by arithmetic with a nudge ε, by symbols, by the chain rule."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.fields.button import Look, TextButton
from gui.fields.card import Card
from gui.fields.epsilon import TRACK_LEFT, EpsilonSlider, scientific
from gui.fields.paint import px
from gui.fields.rich import RichWords
from gui.fields.text import Words
from gui.format import exact
from gui.panels.graph.formula import ChainRow, Factor, FormulaLine
from gui.panels.graph.plot import LEFT, ErrorPlot
from gui.typeset.box import Box
from nn.graph.checks import Arithmetic, Nudge

FIRST_EPSILON = 1e-3
MOST_WAYS = 4  # ways of a chain rule that are written out
DIGITS = 7  # the tooltip has all


class WaysPanel(Card):
    """``epsilon_changed(ε)`` asks for another nudge, ``symbolic_requested()`` for SymPy's derivative, which takes a while."""

    epsilon_changed = Signal(float)
    symbolic_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("steps", parent)
        self.symbol = FormulaLine(16, right=True, color="text2")
        self.instead = RichWords("text2", 12, 18)
        self.arithmetic_name, self.quotient = Words("", "text2", 12), FormulaLine(14)
        self.nudged = Words("", "text", 13, mono=True)
        self.plot = ErrorPlot()
        self.slider = EpsilonSlider()
        self.error = Words("", "text3", 12)
        self.symbolic_name, self.calculate = Words("", "text2", 12), TextButton("", Look.LINK)
        self.symbolic = RichWords("text", 13, 20)
        self.chain_name = Words("", "text2", 12)
        self.chain = [ChainRow() for _ in range(MOST_WAYS)]
        self.more = Words("", "text3", 12, wrap=True)
        self._more, self._state, self._reason = 0, "nothing", ""
        self._build()
        self.slider.show_epsilon(FIRST_EPSILON)
        self.slider.epsilon_changed.connect(self._moved)
        self.calculate.clicked.connect(self.symbolic_requested)
        self._retranslate()
        self.show_nothing()

    def _build(self) -> None:
        self.head.takeAt(1)
        self.head.addWidget(self.symbol, 1)
        self.content.addWidget(self.instead)
        self.body = QWidget()
        body = QVBoxLayout(self.body)
        body.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self.arithmetic_name)
        line.addStretch(1)
        line.addWidget(self.nudged)
        body.addLayout(line)
        body.addWidget(self.quotient)  # on a line of its own: names with subscripts need it
        body.addWidget(self.plot)
        track = self._track = QHBoxLayout()
        track.addWidget(self.slider)
        body.addLayout(track)
        body.addWidget(self.error)
        line = QHBoxLayout()
        line.addWidget(self.symbolic_name)
        line.addStretch(1)
        line.addWidget(self.calculate)
        body.addLayout(line)
        body.addWidget(self.symbolic)
        self.content.addWidget(self.body)
        for widget in (self.chain_name, *self.chain, self.more):
            self.content.addWidget(widget)

    def _restyle_card(self) -> None:
        super()._restyle_card()
        if hasattr(self, "_track"):  # the card restyles itself before it has its parts
            self._track.setContentsMargins(px(LEFT - TRACK_LEFT), 0, 0, 0)

    # What is shown

    @property
    def epsilon(self) -> float:
        """The ε that the person chose."""
        return self.slider.epsilon

    def show_nothing(self) -> None:
        """No derivative is chosen."""
        self._state = "nothing"
        self.symbol.show_formula(Box(), "")
        self._refresh(chain=0)

    def show_target(self, symbol: Box, quotient: Box, spoken: str, *, hidden: bool) -> None:
        """Another derivative; ``hidden`` while its box isn't answered, since every way would tell the answer."""
        self._state = "hidden" if hidden else "shown"
        self.symbol.show_formula(symbol, spoken)
        self.quotient.show_formula(quotient, self.tr("Difference quotient of {symbol}").format(symbol=spoken))
        self._show_result("", "")
        self._refresh(chain=None)

    def show_chain(self, left: Factor, ways: Sequence[Sequence[Factor]], more: int, spoken: str) -> None:
        """The product along each way to the output; ``more`` ways that are not written out."""
        shown = ways[:MOST_WAYS]
        for place, (row, way) in enumerate(zip(self.chain, shown, strict=False)):
            row.show_product(left if place == 0 else Factor(Box(), ""), way, spoken, lead="=" if place == 0 else "+")
        self._more = more + len(ways) - len(shown)
        self._refresh(chain=len(shown))

    def show_errors(self, found: Arithmetic) -> None:
        """The error of the forward quotient against ε."""
        self.plot.show_errors(found.epsilons, found.forward_error)

    def show_nudged(self, nudge: Nudge, exact_value: float) -> None:
        """What the nudge by the present ε gives."""
        value = nudge.forward
        known = math.isfinite(value)
        self.nudged.setText(f"{value:.{DIGITS}g}".replace("-", "−") if known else "–")
        self.nudged.setToolTip(exact(value) if known else "")
        self.plot.show_epsilon(nudge.epsilon)
        text = self.tr("off by {error}").format(error=scientific(abs(value - exact_value))) if known else self.tr("There is no value so near.")
        self.error.setText(text)

    def show_symbolic_busy(self) -> None:
        """SymPy is at work."""
        self.calculate.hide()
        self._show_result("", self.tr("calculating…"))
        self.calculate.hide()

    def show_symbolic(self, html: str, value: float) -> None:
        """SymPy's formula, "" where it is too long to read, and its value."""
        text = f"{html} = " if html else ""
        self._show_result(f"{text}{value:.{DIGITS}g}".replace("-", "−"), "")

    def show_why_not(self, reason: str) -> None:
        """SymPy found nothing."""
        self._show_result("", reason)

    def _show_result(self, html: str, plain: str) -> None:
        self.symbolic.set_token("text" if html else "text2")
        if html:
            self.symbolic.show_paragraphs(html)
        else:
            self.symbolic.show_text(plain)
        self.symbolic.setVisible(bool(html or plain))
        self.calculate.setVisible(not (html or plain))

    def _refresh(self, chain: int | None) -> None:
        self.body.setVisible(self._state == "shown")
        self.instead.setVisible(self._state != "shown")
        texts = {
            "nothing": self.tr("Click a node, an arrow or a green box: its derivative is shown here in three ways."),
            "hidden": self.tr("Arithmetic and symbols are shown when this box is filled in: they would tell the answer."),
            "shown": "",
        }
        self.instead.show_text(texts[self._state])
        if chain is not None:
            for place, row in enumerate(self.chain):
                row.setVisible(place < chain)
            self.chain_name.setVisible(chain > 0)
            self.more.setText(self.tr("and {count} more ways").format(count=self._more))
            self.more.setVisible(chain > 0 and self._more > 0)
        self.updateGeometry()

    def _moved(self, epsilon: float) -> None:
        self.epsilon_changed.emit(epsilon)

    def _retranslate(self) -> None:
        self.set_title(self.tr("Three ways"))
        self.arithmetic_name.setText(self.tr("Arithmetic"))
        self.symbolic_name.setText(self.tr("Symbolic"))
        self.chain_name.setText(self.tr("Chain rule"))
        self.calculate.setText(self.tr("Calculate"))
        self.calculate.setAccessibleName(self.tr("Calculate the derivative with SymPy"))
        self.slider.setAccessibleName(self.tr("Size of the nudge, ε"))
        self._refresh(chain=None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
