"""The card that checks a derivative: the step's own calculation, a nudge by ε to both sides, and SymPy's exact one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.fields.button import Look, TextButton
from gui.fields.card import Card
from gui.fields.epsilon import EpsilonSlider, epsilon_text, scientific
from gui.fields.rich import RichWords
from gui.fields.shown import show_if
from gui.fields.symbols import phrase_of
from gui.format import exact, number
from gui.panels.checks.row import CheckRow, SymbolHead
from nn.replay.expression import Derivative, Expression, Tagged

DECIMALS = 9  # fewer wouldn't tell a nudge from the derivative
FIRST_EPSILON = 1e-3
NEAR = 1e-5  # relative: what counts as the same number
COARSE, FINE = 1e-2, 1e-8  # ε beyond which a nudge that differs is explained by ε itself


class ChecksPanel(Card):
    """``epsilon_changed(ε)`` asks for another nudge, ``symbolic_requested()`` for SymPy's derivative, which takes a while."""

    epsilon_changed = Signal(float)
    symbolic_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("check", parent)
        self._by: Expression | None = None
        self._values: dict[str, float | None] = {}
        self._busy = False
        self._why_not = ""
        self.symbol = SymbolHead()
        self.analytic, self.nudge, self.symbolic = CheckRow(), CheckRow(), CheckRow()
        self.slider = EpsilonSlider()
        self.calculate = TextButton("", Look.LINK, parent=self.symbolic)
        self.note = RichWords("text2", 12, 18)
        self.reason = RichWords("text3", 12, 18)
        self.instead = RichWords("text2", 12, 18)
        self._build()
        self.slider.show_epsilon(FIRST_EPSILON)
        self.slider.epsilon_changed.connect(self._epsilon_moved)
        self.calculate.clicked.connect(self.symbolic_requested)
        self._retranslate()
        self.show_step(None, None)

    def _build(self) -> None:
        self.head.takeAt(1)
        self.head.addWidget(self.symbol, 1)
        for widget in (self.analytic, self.nudge, self.slider, self.symbolic, self.reason, self.note, self.instead):
            self.content.addWidget(widget)
        row = QHBoxLayout(self.symbolic)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.calculate, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _restyle_card(self) -> None:
        super()._restyle_card()
        self.content.setSpacing(0)  # the rows' lines divide them

    # What is shown

    @property
    def epsilon(self) -> float:
        """The ε that the person chose."""
        return self.slider.epsilon

    def show_step(self, symbol: Expression | None, analytic: float | None, by: Expression | None = None) -> None:
        """A derivative and its value; ``analytic`` ``None``: the step is none. ``by`` is what is nudged, where the symbol doesn't say."""
        self._by = by or _below(symbol)
        self._values = {"analytic": analytic}
        self._busy, self._why_not = False, ""
        self.symbol.show_phrase(() if symbol is None else (symbol,))
        self._refresh()

    def show_nudged(self, value: float | None) -> None:
        """What the nudge by the present ε gives."""
        self._values["nudge"] = value
        self._refresh()

    def show_symbolic(self, value: float | None, why_not: str = "") -> None:
        """What SymPy found, or the sentence why it found nothing."""
        self._values["symbolic"] = value
        self._busy, self._why_not = False, why_not
        self._refresh()

    def show_symbolic_busy(self) -> None:
        """SymPy is at work."""
        self._values.pop("symbolic", None)
        self._busy, self._why_not = True, ""
        self._refresh()

    def show_epsilon(self, epsilon: float) -> None:
        """The ε in use, without telling anyone."""
        self.slider.show_epsilon(epsilon)
        self._refresh()

    # How it is shown

    def _refresh(self) -> None:
        checked = self._values.get("analytic") is not None
        for widget in (self.analytic, self.nudge, self.slider, self.symbolic):
            show_if(widget, checked)
        show_if(self.instead, not checked)
        self._show_row(self.analytic, "analytic")
        self._show_row(self.nudge, "nudge")
        self._name_nudge()
        self._show_symbolic()
        self.reason.show_text(self._why_not)
        show_if(self.reason, checked and bool(self._why_not))
        self.note.show_text(self._note_text() if checked else "")
        show_if(self.note, bool(self.note.paragraphs))
        self.updateGeometry()

    def _show_row(self, row: CheckRow, key: str) -> None:
        value = self._values.get(key)
        if value is None:
            row.show_value("–" if key in self._values else "", weak=True)
        else:
            row.show_value(number(value, DECIMALS), self._agrees(key), full=exact(value))

    def _show_symbolic(self) -> None:
        known = self._values.get("symbolic") is not None
        idle = not known and not self._busy and not self._why_not
        show_if(self.calculate, idle and self._values.get("analytic") is not None)
        if known:
            self._show_row(self.symbolic, "symbolic")
        else:
            self.symbolic.show_value(self.tr("calculating…") if self._busy else "–" if self._why_not else "", weak=True)

    def _agrees(self, key: str) -> bool | None:
        """Whether a way gives what the step says. The step itself is held against SymPy, or else against a nudge of a sensible size."""
        own, value = self._values.get("analytic"), self._values.get(key)
        if own is None or value is None:
            return None
        if key != "analytic":
            return _near(own, value)
        if self._values.get("symbolic") is not None:
            return self._agrees("symbolic")
        near = self._agrees("nudge")
        return near if near or FINE < self.epsilon < COARSE else None

    def _note_text(self) -> str:
        known = [value for value in self._values.values() if value is not None]
        if len(known) < 2:
            return ""
        text = self.tr("Largest difference {difference}").format(difference=scientific(max(known) - min(known)))
        if self._agrees("nudge") is False and self._values.get("nudge") is not None:
            if self.epsilon >= COARSE:
                return f"{text}. " + self.tr("So wide a nudge sees the bend of the curve; a smaller ε comes nearer.")
            if self.epsilon <= FINE:
                return f"{text}. " + self.tr("So small a nudge drowns in rounding; a larger ε comes nearer.")
        return text

    def _name_nudge(self) -> None:
        epsilon = epsilon_text(self.epsilon)
        if self._by is None:
            self.nudge.show_name((self.tr("Nudge by ±{epsilon}").format(epsilon=epsilon),), (f"± {epsilon}",))
        else:
            self.nudge.show_name(
                phrase_of(self.tr("Nudge {parameter} by ±{epsilon}"), parameter=self._by, epsilon=epsilon), (self._by, f" ± {epsilon}")
            )

    def _epsilon_moved(self, epsilon: float) -> None:
        self._values.pop("nudge", None)
        self._refresh()
        self.epsilon_changed.emit(epsilon)

    def _retranslate(self) -> None:
        self.set_title(self.tr("Check"))
        self.analytic.show_name((self.tr("Analytic"),))
        self.symbolic.show_name((self.tr("Symbolic"),))
        self.calculate.setText(self.tr("Calculate"))
        self.calculate.setAccessibleName(self.tr("Calculate the derivative with SymPy"))
        self.slider.setAccessibleName(self.tr("Size of the nudge, ε"))
        self.instead.show_paragraphs(
            self.tr("This number is no derivative. At a step of the backward pass, its value is compared with a nudge and with SymPy here.")
        )
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _below(symbol: Expression | None) -> Expression | None:
    """What a derivative is taken by."""
    if isinstance(symbol, Tagged):
        return _below(symbol.inner)
    return symbol.bottom if isinstance(symbol, Derivative) else None


def _near(value: float, other: float) -> bool:
    return abs(value - other) <= NEAR * max(abs(value), abs(other)) + 1e-12
