"""The network form: hidden layers, output, starting weights."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.fields.button import Look, TextButton
from gui.fields.choice import ChoiceField, choices_of
from gui.fields.grid import Cell, FormGrid
from gui.fields.labels import field_hint, field_name
from gui.fields.section import Section
from gui.fields.seed import SeedField
from gui.fields.sentence import error_text
from gui.format import count
from gui.panels.layer_list import LayerList
from nn.choices import Activation, Initializer, Loss
from nn.errors import SettingsError
from nn.settings import Experiment, NetworkSettings


class NetworkPanel(Section):
    """Emits ``network_changed(NetworkSettings)`` once per completed edit, and ``seed_changed(int)`` for the weights' seed."""

    network_changed = Signal(object)
    seed_changed = Signal(int)

    def __init__(self, settings: NetworkSettings | None = None, seed: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings or NetworkSettings()
        self._parameters: int | None = None
        self.layers = LayerList(self._settings)
        self.add_button = TextButton("", Look.DASHED, "plus")
        self.initializer = ChoiceField("initializer")
        self.seed = SeedField("seed", self._trial_seed)
        self._cells = {"network.initializer": Cell(self.initializer), "seed": Cell(self.seed)}
        self.grid = FormGrid()
        self.grid.add_row(*self._cells.values())
        for widget in (self.layers, self.add_button, self.grid):
            self.content.addWidget(widget)
        self.layers.edited.connect(self._edited)
        self.add_button.clicked.connect(self.layers.add_layer)
        self.initializer.committed.connect(self._initializer_committed)
        self.seed.committed.connect(self._seed_committed)
        self._retranslate()
        self.show_settings(self._settings, seed)

    @property
    def settings(self) -> NetworkSettings:
        """The last good settings, as shown."""
        return self._settings

    def show_settings(self, settings: NetworkSettings, seed: int | None = None) -> None:
        """Fill the form without telling anyone; ``seed`` ``None`` leaves the seed as it is."""
        self._settings = settings
        self.layers.show_settings(settings)
        self.initializer.set_choices(choices_of(self._initializers()))
        self.initializer.show_value(settings.initializer)
        if seed is not None:
            self.seed.show_value(seed)
        self.grid.arrange()
        self._set_tab_order()

    def show_output(self, width: int | None, activation: Activation | None) -> None:
        """The output layer as it came out of data and loss."""
        self.layers.show_output(width, activation)

    def show_loss(self, loss: Loss) -> None:
        """The loss in use: it decides which output activations are offered."""
        self.layers.show_loss(loss)

    def show_parameter_count(self, parameters: int | None) -> None:
        """Number of weights and biases, right of the title."""
        self._parameters = parameters
        text = "" if parameters is None else self.tr("{count} parameters").format(count=count(parameters))
        self.header.set_note(text)

    def show_error(self, error: SettingsError) -> bool:
        """Say an error at the row it names. False when it is about something else."""
        if error.field == "seed":
            self.seed.set_problem(error_text(error))
            return True
        if not error.field.startswith("network."):
            return False
        return self.layers.show_error(error_text(error), error.field.removeprefix("network."))

    def _initializers(self) -> tuple[Initializer, ...]:
        given = bool(self._settings.given) or self._settings.initializer is Initializer.GIVEN
        return tuple(member for member in Initializer if given or member is not Initializer.GIVEN)

    def _edited(self, settings: object) -> None:
        if isinstance(settings, NetworkSettings):
            fits = settings.hidden == self._settings.hidden or settings.initializer is not Initializer.GIVEN
            # Given values are for one shape of network only.
            self._send(settings if fits else replace(settings, initializer=Initializer.XAVIER, given=()))

    def _initializer_committed(self, _key: str, value: object) -> None:
        if isinstance(value, Initializer):
            self._send(replace(self._settings, initializer=value))

    def _send(self, settings: NetworkSettings) -> None:
        self.show_settings(settings)
        self.network_changed.emit(settings)

    @staticmethod
    def _trial_seed(_key: str, value: object) -> None:
        Experiment(seed=value)  # type: ignore[arg-type]  # the field gives a whole number

    def _seed_committed(self, _key: str, value: object) -> None:
        self.grid.arrange()
        if isinstance(value, int):
            self.seed_changed.emit(value)

    def _set_tab_order(self) -> None:
        for first, second in pairwise([*self.layers.keyboard_order(), self.add_button, self.initializer, self.seed]):
            QWidget.setTabOrder(first, second)

    def _retranslate(self) -> None:
        self.header.set_title(self.tr("Network"))
        self.add_button.setText(self.tr("Add layer"))
        self.initializer.set_choices(choices_of(self._initializers()))
        for path, cell in self._cells.items():
            cell.set_caption(field_name(path), field_hint(path))
        if self.seed.dice is not None:
            self.seed.dice.set_name(self.tr("Other starting weights"))
        self.show_parameter_count(self._parameters)
        self.grid.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
