"""The perceptron lesson's settings: step or sigmoid, what the line costs, the descent, the clients."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.fields.button import TextButton
from gui.fields.choice import Choice
from gui.fields.flow import flow_box
from gui.fields.grid import Cell, FormGrid
from gui.fields.line import NumberField, NumberKind
from gui.fields.log_slider import LogSlider
from gui.fields.primary import PrimaryButton
from gui.fields.section import Section
from gui.fields.seed import SeedField
from gui.fields.segmented import Segmented
from gui.fields.sentence import sentence_text
from gui.fields.text import Words
from gui.format import number
from nn.choices import Activation
from nn.landscape.loans import LoanSettings
from nn.landscape.perceptron import Likelihood
from nn.text import Sentence

RATES = (0.01, 10.0)


class PerceptronPanel(QWidget):
    """``activation_chosen(Activation)``, ``settings_changed(LoanSettings)``, ``rate_moved(η)``; ``descent_requested`` plays or pauses,
    ``step_requested`` does one step, ``line_requested`` puts the first line back.
    """

    activation_chosen = Signal(object)
    settings_changed = Signal(object)
    rate_moved = Signal(float)
    descent_requested = Signal()
    step_requested = Signal()
    line_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = LoanSettings()
        self._wrong, self._count, self._step = 0, 0, 0
        self._likelihood = Likelihood(1.0, 0.0, 0.0)
        self._stuck: Sentence | None = None
        self._playing = False
        self.neuron, self.descent, self.clients = Section(), Section(), Section()
        self.activation = Segmented("activation")
        self.errors = Words(color="text", pixels=18, bold=True)
        self.costs, self.product = Words(color="text2", wrap=True), Words(color="text2", wrap=True)
        self.hint, self.why, self.stuck = (Words(color=token, wrap=True) for token in ("text3", "text2", "warn"))
        self.rate = LogSlider(*RATES)
        self.play, self.step, self.again = PrimaryButton(), TextButton(), TextButton(icon="reset")
        self.steps = Words(color="text2", mono=True)
        self._number = NumberField("clients", NumberKind(whole=True, step=10), self._trial)
        self._noise = NumberField("noise", NumberKind(step=0.01), self._trial)
        self._seed = SeedField("seed", self._trial)
        self._cells = tuple(Cell(field) for field in (self._number, self._noise, self._seed))
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.neuron.content.addWidget(self.activation)
        self.neuron.content.addWidget(self.errors)
        self.neuron.content.addWidget(self.costs)
        self.neuron.content.addWidget(flow_box(self.play, self.step, self.again))
        for widget in (self.stuck, self.hint, self.product):
            self.neuron.content.addWidget(widget)
        self.descent.content.addWidget(self.rate)
        self.descent.content.addWidget(self.steps)
        self.descent.content.addWidget(self.why)
        grid = FormGrid()
        grid.add_row(self._cells[0], self._cells[1])
        grid.add_row(self._cells[2])
        self.clients.content.addWidget(grid)
        for section in (self.neuron, self.descent, self.clients):
            column.addWidget(section)

    def _connect(self) -> None:
        self.activation.committed.connect(self._on_activation)
        self.rate.moved.connect(self.rate_moved)
        self.play.clicked.connect(self.descent_requested)
        self.step.clicked.connect(self.step_requested)
        self.again.clicked.connect(self.line_requested)
        for field in (self._number, self._noise, self._seed):
            field.committed.connect(self._on_setting)

    # What is shown

    def show_settings(self, settings: LoanSettings, activation: Activation, rate: float) -> None:
        """Fill the forms without telling anyone."""
        self._settings = settings
        self._number.show_value(settings.clients)
        self._noise.show_value(settings.noise)
        self._seed.show_value(settings.seed)
        self.activation.show_value(activation)
        self.rate.show_number(rate)
        self._show_words()

    def show_line(self, wrong: int, count: int, likelihood: Likelihood) -> None:
        """What the present line costs."""
        self._wrong, self._count, self._likelihood = wrong, count, likelihood
        self._show_numbers()

    def show_descent(self, step: int, *, playing: bool, stuck: Sentence | None) -> None:
        """How far the descent is, and why it doesn't go on, if so."""
        self._step, self._playing, self._stuck = step, playing, stuck
        self._show_numbers()

    @property
    def is_step(self) -> bool:
        return self.activation.value is Activation.STEP

    # The person

    def _trial(self, key: str, value: object) -> None:
        replace(self._settings, **{key: value})  # type: ignore[arg-type]  # the fields' own names; their checks run

    def _on_setting(self, key: str, value: object) -> None:
        self._settings = replace(self._settings, **{key: value})  # type: ignore[arg-type]  # as above
        self.settings_changed.emit(self._settings)

    def _on_activation(self, _key: str, value: object) -> None:
        self._show_words()
        self.activation_chosen.emit(value)

    # Words

    def _show_numbers(self) -> None:
        self.errors.setText(self.tr("{wrong} of {count} wrong").format(wrong=self._wrong, count=self._count))
        found = self._likelihood
        share = self._wrong / max(self._count, 1)
        self.costs.setText(
            self.tr("Cost: the share of the wrong, {cost}").format(cost=number(share, 3))
            if self.is_step
            else self.tr("Cost: cross-entropy, the mean of −ln p, {cost}").format(cost=number(found.cost, 4))
        )
        self.product.setVisible(not self.is_step)
        self.product.setText(
            self.tr("All probabilities multiplied: {product}. Their logarithms added: {sum}. The sum never becomes too small for a number.").format(
                product=number(found.product, 4), sum=number(found.log_sum, 2)
            )
        )
        self.steps.setText(self.tr("step {step}").format(step=self._step))
        self.stuck.setVisible(self._stuck is not None)
        self.stuck.setText("" if self._stuck is None else sentence_text(self._stuck))
        self.play.setText(self.tr("Pause") if self._playing else self.tr("Descend"))

    def _show_words(self) -> None:
        self.hint.setText(
            self.tr("Drag the ends of the line. The count of errors says which of two lines is better, but not which way to turn one.")
            if self.is_step
            else self.tr("Drag the ends of the line. Every small turn changes the cost: it says whether the line gets better.")
        )
        self.why.setText(
            self.tr("The surface of the step's cost is a staircase: flat, then a jump. On a flat place the gradient is 0.")
            if self.is_step
            else self.tr("w ← w − η·∂C/∂w on all clients, step after step.")
        )
        self._show_numbers()

    def _retranslate(self) -> None:
        self.neuron.header.set_title(self.tr("One neuron"))
        self.descent.header.set_title(self.tr("Gradient descent"))
        self.clients.header.set_title(self.tr("Clients"))
        self.activation.set_choices([Choice(Activation.STEP, self.tr("Step")), Choice(Activation.SIGMOID, self.tr("Sigmoid"))])
        self.activation.setAccessibleName(self.tr("Activation of the neuron"))
        self.rate.set_name(self.tr("Learning rate η"))
        self.step.setText(self.tr("One step"))
        self.again.setText(self.tr("First line"))
        for cell, caption in zip(self._cells, (self.tr("Clients"), self.tr("Noise"), self.tr("Seed")), strict=True):
            cell.set_caption(caption)
        if self._seed.dice is not None:
            self._seed.dice.set_name(self.tr("Other clients"))
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
