"""Each neuron's fair share of what a layer does for the loss: Shapley values with their standard errors."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.fields.beside import Beside
from gui.fields.line import NumberField, NumberKind
from gui.fields.paint import follow_theme, px
from gui.fields.seed import SeedField
from gui.fields.text import Words
from gui.format import count, signed
from gui.panels.inside_bars import Bar, BarsCanvas
from gui.panels.inside_job import JobHead
from nn.errors import SettingsError
from nn.inside.shapley import PERMUTATIONS, Shapley, Worth
from nn.text import QT_TRANSLATE_NOOP

MOST_PERMUTATIONS = 100_000
SIDE = 290  # px for words and fields beside the bars
LARGEST_SEED = 2**31 - 1


class ShapleyPanel(QWidget):
    """``compute_requested(permutations, seed)``, ``cancel_requested``, ``neuron_clicked(int)`` from 0."""

    compute_requested = Signal(int, int)
    cancel_requested = Signal()
    neuron_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shapley: Shapley | None = None
        self._stale = False
        self._reason = ""
        self._head = JobHead(self)
        self._names = (Words("", "text3", 12, parent=self), Words("", "text3", 12, parent=self))
        self._permutations = NumberField("permutations", NumberKind(whole=True, step=500), _trial, self)
        self._seed = SeedField("seed", _trial, self)
        self._note, self._sum = Words("", "text3", 12, wrap=True, parent=self), Words("", "text2", 12, wrap=True, parent=self)
        self._bars = BarsCanvas(self)
        self._build()
        self._permutations.show_value(PERMUTATIONS)
        self._seed.show_value(0)
        self._retranslate()
        follow_theme(self._restyle)

    def _build(self) -> None:
        for words, field in zip(self._names, (self._permutations, self._seed), strict=True):
            self._head.tools.addWidget(words)
            self._head.tools.addWidget(field, 1)
        self._parts = Beside(SIDE, self)
        self._parts.main.addWidget(self._bars, 1)
        for widget in (self._head, self._note, self._sum):
            self._parts.side.addWidget(widget)
        self._parts.side.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._parts)
        self._head.begin_requested.connect(self._begin)
        self._head.cancel_requested.connect(self.cancel_requested)
        self._bars.bar_clicked.connect(self.neuron_clicked)

    # --- what is shown ---

    @property
    def bars(self) -> BarsCanvas:
        return self._bars

    @property
    def head(self) -> JobHead:
        return self._head

    @property
    def sum_text(self) -> str:
        """What all shares come to."""
        return self._sum.text()

    def show_shapley(self, shapley: Shapley, *, stale: bool = False) -> None:
        """Bars, the largest share first. ``stale``: they are of an earlier moment of the run."""
        self._shapley, self._stale, self._reason = shapley, stale, ""
        self._fill()

    def show_settings(self, permutations: int, seed: int) -> None:
        """What the next calculation is to be made with."""
        self._permutations.show_value(permutations)
        self._seed.show_value(seed)

    def show_progress(self, share: float | None) -> None:
        """How much of the job is done, 0 to 1; ``None``: none goes on."""
        self._head.show_share(share)
        self._head.show_can_begin(not self._reason, again=self._shapley is not None)
        for field in (self._permutations, self._seed):
            field.setEnabled(share is None)

    def show_nothing(self, reason: str = "") -> None:
        """No values; ``reason`` says why there can't be any, "" that nobody has asked for them yet."""
        self._shapley, self._stale, self._reason = None, False, reason
        self._fill()

    def _begin(self) -> None:
        for field in (self._permutations, self._seed):
            field.commit()
            if field.problem:
                field.setFocus()
                return
        self.compute_requested.emit(int(self._permutations.value or PERMUTATIONS), int(self._seed.value or 0))

    # --- words ---

    def _fill(self) -> None:
        found = self._shapley
        self._head.show_can_begin(not self._reason, again=found is not None)
        self._note.setText(self._note_text())
        self._bars.setVisible(found is not None)
        self._parts.show_main(found is not None)
        self._sum.setVisible(found is not None)
        if found is not None:
            order = np.argsort(-found.values, kind="stable")
            rows = (Bar(int(one), f"h{found.layer}.{one + 1}", float(found.values[one]), float(found.errors[one])) for one in order)
            self._bars.show_bars(tuple(rows))
            self._sum.setText(self._sum_of(found))

    def _sum_of(self, found: Shapley) -> str:
        template = self.tr("Together {sum}: the error falls by as much from none of them to all of them.")
        if found.worth is Worth.ACCURACY:
            template = self.tr("Together {sum}: the accuracy rises by as much from none of them to all of them.")
        return template.format(sum=signed(float(found.values.sum()), 4))

    def _note_text(self) -> str:
        if self._reason:
            return self._reason
        found = self._shapley
        if found is None:
            return self.tr("What each neuron adds on average when neurons are switched on one by one, in many random orders.")
        if self._stale:
            return self.tr("Of an earlier moment of this run: calculate again.")
        template = self.tr("Mean over {orders} random orders, ± its standard error; {samples} training samples.")
        return template.format(orders=count(found.permutations), samples=count(found.samples))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Shapley values"))
        self._head.set_title(self.tr("Shapley values"))
        for words, field, name in zip(self._names, (self._permutations, self._seed), (self.tr("Orders"), self.tr("Seed")), strict=True):
            words.setText(name)
            field.setAccessibleName(name)
        self._permutations.set_hint(self.tr("How many random orders are drawn: four times as many halve the standard errors"))
        self._seed.set_hint(self.tr("The same seed gives the same values"))
        if self._seed.dice is not None:
            self._seed.dice.set_name(self.tr("Draw another seed"))
        self._bars.setAccessibleName(self.tr("Share of each neuron: up and down go from neuron to neuron"))
        self._fill()

    def _restyle(self) -> None:
        self._column.setContentsMargins(px(16), px(8), px(16), px(12))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _trial(key: str, value: object) -> None:
    """Raises SettingsError where there can't be so many orders, or no such seed."""
    low, high = (2, MOST_PERMUTATIONS) if key == "permutations" else (0, LARGEST_SEED)
    if not isinstance(value, int) or not low <= value <= high:
        raise SettingsError(key, QT_TRANSLATE_NOOP("nn", "Give a whole number from {low} to {high}."), low=low, high=high)
