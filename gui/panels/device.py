"""The device form: where to compute and in which precision, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.fields.button import Look, TextButton
from gui.fields.choice import ChoiceField, choices_of
from gui.fields.grid import Cell, FormGrid
from gui.fields.labels import field_name
from gui.fields.section import Section
from gui.fields.text import StillWords, Words
from gui.format import per_second
from nn.choices import DeviceChoice, Precision

if TYPE_CHECKING:
    from nn.backends.trial import Tried


class DevicePanel(Section):
    """Emits ``device_changed(DeviceChoice, Precision)`` when the person chooses, ``kernel_requested`` to see the code that trains."""

    device_changed = Signal(object, object)
    kernel_requested = Signal()

    def __init__(self, device: DeviceChoice = DeviceChoice.AUTO, precision: Precision = Precision.FLOAT32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.device = ChoiceField("device")
        self.precision = ChoiceField("precision")
        self._cells = (Cell(self.device), Cell(self.precision))
        self._used = Words("", "text2", 12, wrap=True)
        self._trial = Words("", "text2", 12, wrap=True)
        self._tried: tuple[Tried, ...] = ()
        self._why = Words("", "text3", 12, wrap=True)
        self._speed = StillWords()
        self._rate = 0.0
        self.kernel = TextButton("", Look.LINK)
        self.kernel.clicked.connect(self.kernel_requested)
        self.grid = FormGrid()
        self.grid.add_row(*self._cells)
        for widget in (self.grid, self._used, self._trial, self._why, self._speed):
            self.content.addWidget(widget)
        self.content.addWidget(self.kernel, 0, Qt.AlignmentFlag.AlignLeft)
        for field in (self.device, self.precision):
            field.committed.connect(self._committed)
        self.show_settings(device, precision)
        self.show_device("")
        self.show_trial(())
        self.show_speed(0.0)
        self._retranslate()

    def show_settings(self, device: DeviceChoice, precision: Precision) -> None:
        """Fill the form without telling anyone."""
        self.device.show_value(device)
        self.precision.show_value(precision)
        self.grid.arrange()

    def show_device(self, text: str, why_not: str = "") -> None:
        """What is used now ("CPU, float32"), and the sentence why a GPU can't be, if it can't."""
        self._used.setText(f"→ {text}" if text else "")
        self._used.setVisible(bool(text))
        self.kernel.setVisible(bool(text))
        self._why.setText(why_not)
        self._why.setVisible(bool(why_not))

    def show_trial(self, tried: tuple[Tried, ...]) -> None:
        """The speed of each device that was measured before the run began; nothing where there was no choice."""
        self._tried = tried
        self._trial.setText(self._trial_text() if tried else "")
        self._trial.setVisible(bool(tried))

    def _trial_text(self) -> str:
        speeds = " · ".join(self._speed_text(one) for one in self._tried)
        if any(one.reason is not None for one in self._tried):
            return speeds
        return self.tr("{speeds}: the faster is used").format(speeds=speeds)

    def _speed_text(self, one: Tried) -> str:
        name = self.tr("CPU") if one.kind == "cpu" else self.tr("GPU")
        if one.reason is not None:
            return self.tr("{device} failed").format(device=name)
        return self.tr("{device} {rate}/s").format(device=name, rate=per_second(one.samples_per_second).strip())

    def show_speed(self, samples_per_second: float) -> None:
        """Training speed; nothing is shown for 0."""
        self._rate = samples_per_second
        self._speed.show_text(self.tr("{rate} samples/s").format(rate=per_second(samples_per_second).strip()) if samples_per_second > 0 else "")

    def _committed(self, _key: str, _value: object) -> None:
        self.grid.arrange()
        self.device_changed.emit(self.device.value, self.precision.value)

    def _retranslate(self) -> None:
        self.header.set_title(self.tr("Device"))
        self.device.set_choices(choices_of(tuple(DeviceChoice)))
        self.precision.set_choices(choices_of(tuple(Precision)))
        for cell, path in zip(self._cells, ("device", "precision"), strict=True):
            cell.set_caption(field_name(path))
        self.kernel.setText(self.tr("Show the kernel…"))
        self.kernel.setToolTip(self.tr("The code that trains now, part by part"))
        self.show_trial(self._tried)
        self.show_speed(self._rate)
        self.grid.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
