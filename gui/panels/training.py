"""The training form: loss, optimizer, learning rate, batch, regularization, stop conditions."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.choice import Choice, ChoiceField
from gui.fields.grid import Cell, FormGrid
from gui.fields.labels import field_name
from gui.fields.line import NumberKind
from gui.fields.section import Section
from gui.fields.text import Words
from gui.panels.form import SettingsForm
from nn.choices import Loss, OptimizerKind, Reduction, ScheduleKind
from nn.settings import TrainingSettings

SHARE = NumberKind(step=0.05)
RATE = NumberKind(step=0, least=1e-6)
ROUNDS = NumberKind(whole=True, step=100, may_be_empty=True)
FIRST_RATE = 0.001  # what a penalty starts with when it is chosen


class Penalty(StrEnum):
    """What the form offers as regularization; the rates say which one it is."""

    NONE = "none"
    L1 = "l1"
    L2 = "l2"
    BOTH = "both"


def penalty_of(settings: TrainingSettings) -> Penalty:
    if settings.l1 and settings.l2:
        return Penalty.BOTH
    return Penalty.L1 if settings.l1 else Penalty.L2 if settings.l2 else Penalty.NONE


class TrainingPanel(SettingsForm[TrainingSettings]):
    """Emits ``training_changed`` once per completed edit; all but the loss take effect while a run goes on."""

    training_changed = Signal(object)
    prefix = "training"

    def __init__(self, settings: TrainingSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(settings or TrainingSettings(), parent)
        self._size: int | None = None
        self._asked: object = None
        self._penalty = Cell(ChoiceField("regularization"))
        self._penalty_field.committed.connect(self._penalty_chosen)
        self._note = Words("", "text3", 12, wrap=True)
        self.more = Section(small=True)
        self._rest = FormGrid()
        self._add_main_rows()
        self._add_more_rows()
        self.content.addWidget(self._note)
        self.content.addWidget(self.more)
        self.more.set_open(False)
        self._note.hide()
        self.retranslate()
        self.refill()

    @property
    def _penalty_field(self) -> ChoiceField:
        field = self._penalty.field
        assert isinstance(field, ChoiceField)  # noqa: S101  made so above
        return field

    def _add_main_rows(self) -> None:
        grid = self.grid
        grid.add_row(self.choice("loss", tuple(Loss)), self.choice("optimizer.kind", tuple(OptimizerKind)))
        grid.add_row(self.number("optimizer.momentum", SHARE))
        grid.add_row(self.number("optimizer.decay", SHARE), self.number("optimizer.epsilon", RATE))
        grid.add_row(self.number("optimizer.beta1", SHARE), self.number("optimizer.beta2", NumberKind(step=0.005)))
        grid.add_row(self.number("learning_rate", RATE), self.number("batch_size", NumberKind(whole=True, step=0, least=1, may_be_empty=True)))
        grid.add_row(self.choice("reduction", tuple(Reduction)), self._penalty)
        grid.add_row(self.number("l1", RATE), self.number("l2", RATE))
        grid.add_row(self.number("stop.loss", NumberKind(step=0, least=1e-6, may_be_empty=True)), self.number("stop.epochs", ROUNDS))

    def _add_more_rows(self) -> None:
        self._rest.add_row(self.choice("schedule.kind", tuple(ScheduleKind)))
        self._rest.add_row(self.number("schedule.gamma", NumberKind(step=0.1)), self.number("schedule.every", NumberKind(whole=True, step=100)))
        seconds = NumberKind(step=10, may_be_empty=True)
        self._rest.add_row(self.number("dropout", SHARE), self.number("stop.patience", ROUNDS), self.number("stop.seconds", seconds))
        self.more.content.addWidget(self._rest)

    def announce(self) -> None:
        self.training_changed.emit(self._settings)

    def show_settings(self, settings: TrainingSettings) -> None:
        """Fill the form without telling anyone; the further options are unfolded when one of them is in use."""
        super().show_settings(settings)
        if settings.schedule.kind is not ScheduleKind.CONSTANT or settings.dropout or settings.stop.patience or settings.stop.seconds:
            self.more.set_open(True)

    def show_training_size(self, samples: int | None) -> None:
        """How many samples the training part has: "Full (400)", and the most that a batch can be."""
        self._size = samples
        full = self.tr("Full") if samples is None else self.tr("Full ({count})").format(count=samples)
        self.number_field("batch_size").set_none_text(full)
        self.grid.arrange()

    def commit(self, key: str, value: object) -> None:
        self._say("")
        if key == "batch_size" and isinstance(value, int) and self._size is not None and value > self._size:
            template = self.tr("A batch of {asked} is larger than the training part; all {count} samples are used.")
            value = self._size
            self.number_field("batch_size").show_value(value)
            super().commit(key, value)
            self._say(template.format(asked=self._asked, count=self._size))
            return
        super().commit(key, value)

    def trial(self, key: str, value: object) -> None:
        super().trial(key, value)
        if key == "batch_size":
            self._asked = value

    def _say(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def _penalty_chosen(self, _key: str, value: object) -> None:
        l1 = (self._settings.l1 or FIRST_RATE) if value in (Penalty.L1, Penalty.BOTH) else 0.0
        l2 = (self._settings.l2 or FIRST_RATE) if value in (Penalty.L2, Penalty.BOTH) else 0.0
        self._settings = replace(self._settings, l1=l1, l2=l2)
        self.refill()
        self.announce()

    def wanted_cells(self) -> dict[Cell, bool]:
        kind, schedule = self._settings.optimizer.kind, self._settings.schedule.kind
        momentum = kind in (OptimizerKind.MOMENTUM, OptimizerKind.NESTEROV)
        return {
            self.cell("optimizer.momentum"): momentum,
            self.cell("optimizer.decay"): kind is OptimizerKind.RMSPROP,
            self.cell("optimizer.epsilon"): kind is OptimizerKind.RMSPROP,
            self.cell("optimizer.beta1"): kind is OptimizerKind.ADAM,
            self.cell("optimizer.beta2"): kind is OptimizerKind.ADAM,
            self.cell("l1"): self._settings.l1 > 0,
            self.cell("l2"): self._settings.l2 > 0,
            self.cell("schedule.gamma"): schedule in (ScheduleKind.STEP, ScheduleKind.EXPONENTIAL, ScheduleKind.INVERSE_TIME),
            self.cell("schedule.every"): schedule in (ScheduleKind.STEP, ScheduleKind.COSINE),
        }

    def refill(self) -> None:
        super().refill()
        self._penalty_field.show_value(penalty_of(self._settings))
        self._rest.arrange()

    def retranslate(self) -> None:
        super().retranslate()
        self.header.set_title(self.tr("Training"))
        self.more.header.set_title(self.tr("More options"))
        off = self.tr("off")
        for key in ("stop.loss", "stop.epochs", "stop.patience", "stop.seconds"):
            self.number_field(key).set_none_text(off)
        both = self.tr("L1 and L2")
        names = {Penalty.NONE: self.tr("None"), Penalty.L1: "L1", Penalty.L2: "L2", Penalty.BOTH: both}
        self._penalty_field.set_choices([Choice(member, names[member]) for member in Penalty])
        self._penalty.set_caption(field_name("training.regularization"))
        self.show_training_size(self._size)
        self._rest.arrange()
