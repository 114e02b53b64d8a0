"""The selected runner's settings: optimizer, schedule, η and the batch as sliders that take effect at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.grid import Cell
from gui.fields.labels import label
from gui.fields.line import NumberKind
from gui.fields.log_slider import LogSlider
from gui.fields.switch import Switch
from gui.panels.form import SettingsForm
from nn.choices import OptimizerKind, ScheduleKind
from nn.landscape.descent import Runner
from nn.settings import ScheduleSettings

RATES, BATCHES = (0.001, 3.0), (1.0, 1000.0)
SHARE = NumberKind(step=0.05)


class OptimizerPanel(SettingsForm[Runner]):
    """``kind_chosen(kind)``, ``runner_changed(runner)``, ``rate_moved(rate)`` and ``batch_moved(batch)`` while a slider is dragged,
    ``slider_released``; ``tremble_changed(bool)``: whether the landscape is that of each step's batch.
    """

    kind_chosen = Signal(object)
    runner_changed = Signal(object)
    rate_moved = Signal(float)
    batch_moved = Signal(int)
    slider_released = Signal()
    tremble_changed = Signal(bool)
    prefix = "training"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Runner(), parent)
        grid = self.grid
        grid.add_row(self.choice("optimizer.kind", tuple(OptimizerKind)), self.choice("schedule.kind", tuple(ScheduleKind)))
        grid.add_row(self.number("optimizer.momentum", SHARE))
        grid.add_row(self.number("optimizer.decay", SHARE), self.number("optimizer.epsilon", NumberKind(step=0, least=1e-8)))
        grid.add_row(self.number("optimizer.beta1", SHARE), self.number("optimizer.beta2", NumberKind(step=0.005)))
        grid.add_row(self.number("schedule.gamma", NumberKind(step=0.1)), self.number("schedule.every", NumberKind(whole=True, step=10)))
        self.rate, self.batch = LogSlider(*RATES), LogSlider(*BATCHES, whole=True)
        self.tremble = Switch("tremble")
        self.rate.moved.connect(self.rate_moved)
        self.batch.moved.connect(self._batch_moved)
        for slider in (self.rate, self.batch):
            slider.sliderReleased.connect(self.slider_released)
            self.content.addWidget(slider)
        self.tremble.committed.connect(self._tremble_turned)
        self.content.addWidget(self.tremble)
        self.retranslate()
        self.refill()

    def show_runner(self, runner: Runner, batch: int, *, batches: bool) -> None:
        """The selected runner, and M; ``batches``: whether the landscape has any."""
        if replace(runner, learning_rate=self._settings.learning_rate) == self._settings:
            self._settings = runner  # at most the slider was moved: nothing has to be arranged anew
        else:
            self.show_settings(runner)
        if not self.rate.isSliderDown():
            self.rate.show_number(runner.learning_rate)
        if not self.batch.isSliderDown():
            self.batch.show_number(batch)
        for widget in (self.batch, self.tremble):
            widget.setVisible(batches)
        self.header.set_note(label(runner.optimizer.kind))

    def show_trembling(self, on: bool) -> None:
        self.tremble.show_value(on)

    def _batch_moved(self, value: float) -> None:
        self.batch_moved.emit(round(value))

    def _tremble_turned(self, _key: str, on: object) -> None:
        self.tremble_changed.emit(bool(on))

    def commit(self, key: str, value: object) -> None:
        if key == "optimizer.kind":
            self.kind_chosen.emit(value)
            return
        if key == "schedule.kind" and isinstance(value, ScheduleKind):
            # A race is some hundred steps long: the schedule's own defaults are for thousands of epochs.
            self._settings = replace(self._settings, schedule=_START[value])
            self.refill()
            self.announce()
            return
        super().commit(key, value)

    def announce(self) -> None:
        self.runner_changed.emit(self._settings)

    def wanted_cells(self) -> dict[Cell, bool]:
        kind, schedule = self._settings.optimizer.kind, self._settings.schedule.kind
        return {
            self.cell("optimizer.momentum"): kind in (OptimizerKind.MOMENTUM, OptimizerKind.NESTEROV),
            self.cell("optimizer.decay"): kind is OptimizerKind.RMSPROP,
            self.cell("optimizer.epsilon"): kind is OptimizerKind.RMSPROP,
            self.cell("optimizer.beta1"): kind is OptimizerKind.ADAM,
            self.cell("optimizer.beta2"): kind is OptimizerKind.ADAM,
            self.cell("schedule.gamma"): schedule in (ScheduleKind.STEP, ScheduleKind.EXPONENTIAL, ScheduleKind.INVERSE_TIME),
            self.cell("schedule.every"): schedule in (ScheduleKind.STEP, ScheduleKind.COSINE),
        }

    def name_cell(self, key: str, cell: Cell) -> None:
        super().name_cell(key, cell)
        if key == "schedule.every":
            cell.set_caption(self.tr("Steps each"), self.tr("Steps between two drops; for cosine, until the rate is 0"))

    def retranslate(self) -> None:
        super().retranslate()
        self.header.set_title(self.tr("Optimizer"))
        self.rate.set_name(self.tr("Learning rate η"))
        self.batch.set_name(self.tr("Batch M"))
        self.tremble.set_words(self.tr("Landscape of each batch"))
        self.tremble.setToolTip(self.tr("The cost over each step's own M points instead of a fixed sample: the fewer points, the more it trembles"))


_START = {
    ScheduleKind.CONSTANT: ScheduleSettings(),
    ScheduleKind.STEP: ScheduleSettings(ScheduleKind.STEP, 0.5, 30),
    ScheduleKind.EXPONENTIAL: ScheduleSettings(ScheduleKind.EXPONENTIAL, 0.98),
    ScheduleKind.INVERSE_TIME: ScheduleSettings(ScheduleKind.INVERSE_TIME, 0.02),
    ScheduleKind.COSINE: ScheduleSettings(ScheduleKind.COSINE, every=100),
}
