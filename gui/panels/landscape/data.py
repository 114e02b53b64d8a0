"""What is fitted and where the paths begin: the true parameters, the noise, how many pairs, a file of one's own, the start."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.fields.button import Look, TextButton
from gui.fields.grid import Cell
from gui.fields.line import NumberKind
from gui.fields.seed import SeedField
from gui.fields.text import Words
from gui.format import count
from gui.panels.form import SettingsForm
from nn.landscape import checks, curve
from nn.landscape.curve import CurveSettings


@dataclass(frozen=True, slots=True)
class DataForm:
    """What the form edits, flat. Raises SettingsError as :class:`CurveSettings` does."""

    truth0: float = 3.0
    truth1: float = 0.5
    noise: float = 0.1
    start0: float = curve.START[0]
    start1: float = curve.START[1]
    samples: int = 1_000_000
    seed: int = 0
    file: str = field(default="")

    def __post_init__(self) -> None:
        self.curve  # noqa: B018 - its checks run
        checks.point("landscape.start", self.start)
        for value in self.start:
            checks.number("landscape.start", value, -curve.MOST_SIZE, curve.MOST_SIZE)

    @property
    def curve(self) -> CurveSettings:
        return CurveSettings((self.truth0, self.truth1), self.noise, self.samples, self.seed)

    @property
    def start(self) -> tuple[float, float]:
        return self.start0, self.start1


class DataPanel(SettingsForm[DataForm]):
    """``curve_changed(CurveSettings)``, ``start_changed(x, y)``, ``open_requested`` for pairs in a file, ``made_requested`` for made ones again."""

    curve_changed = Signal(object)
    start_changed = Signal(float, float)
    open_requested = Signal()
    made_requested = Signal()
    prefix = "landscape"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(DataForm(), parent)
        plain, half = NumberKind(step=0.5), NumberKind(step=0.05)
        self.grid.add_row(self.number("truth0", plain), self.number("truth1", plain), self.number("noise", half))
        self.grid.add_row(self.number("start0", plain), self.number("start1", plain))
        whole = NumberKind(whole=True, step=0, least=1)
        self.grid.add_row(self.number("samples", whole), self.number("seed", whole, SeedField("seed", self.trial)))
        self._fitted = True
        self._axes = ("ω₀", "ω₁")
        self._told = self._settings
        self.source = Words("", "text3", 12, wrap=True)
        self.open, self.made = TextButton("", Look.DASHED, "folder"), TextButton("", Look.LINK)
        self.open.clicked.connect(self.open_requested)
        self.made.clicked.connect(self.made_requested)
        for widget in (self.source, self.open, self.made):
            self.content.addWidget(widget)
        self.retranslate()
        self.refill()

    def show_data(self, settings: CurveSettings, start: tuple[float, float], *, file: str = "", pairs: int | None = None) -> None:
        """What is fitted; ``pairs`` is how many a ``file`` has."""
        (truth0, truth1), noise, samples, seed = settings.truth, settings.noise, settings.samples, settings.seed
        if file:
            self.source.setText(self.tr("{pairs} pairs from {file}").format(pairs="–" if pairs is None else count(pairs), file=file))
        self._show(DataForm(truth0, truth1, noise, *_rounded(start), samples, seed, file), ("ω₀", "ω₁"), fitted=True)

    def show_start(self, start: tuple[float, float], axes: tuple[str, str]) -> None:
        """A function has no data: only the start can be set."""
        first, second = _rounded(start)
        self._show(replace(self._settings, start0=first, start1=second, file=""), axes, fitted=False)

    def _show(self, told: DataForm, axes: tuple[str, str], *, fitted: bool) -> None:
        """Fill the form; while the start is dragged only its two fields change, and nothing is arranged anew."""
        same = (axes, fitted) == (self._axes, self._fitted) and replace(told, start0=0.0, start1=0.0) == replace(self._told, start0=0.0, start1=0.0)
        self._told, self._axes, self._fitted = told, axes, fitted
        if same and self._settings.curve == told.curve:
            self._settings = told
            self.number_field("start0").show_value(told.start0)
            self.number_field("start1").show_value(told.start1)
            return
        self.retranslate()
        self.show_settings(told)
        self._show_parts()

    def _show_parts(self) -> None:
        read = self._fitted and bool(self._told.file)
        self.source.setVisible(read)
        self.made.setVisible(read)
        self.open.setVisible(self._fitted)

    def announce(self) -> None:
        """Tell of what has been changed, the data or the start."""
        before, self._told = self._told, self._settings
        if self._settings.curve != before.curve:
            self.curve_changed.emit(self._settings.curve)
        if self._settings.start != before.start:
            self.start_changed.emit(*self._settings.start)

    def wanted_cells(self) -> dict[Cell, bool]:
        made = self._fitted and not self._settings.file
        found = {self.cell(key): made for key in ("truth0", "truth1", "noise", "samples")}
        return {**found, self.cell("seed"): self._fitted}

    def name_cell(self, key: str, cell: Cell) -> None:
        first, second = self._axes
        names = {
            "truth0": self.tr("True ω₀"),
            "truth1": self.tr("True ω₁"),
            "noise": self.tr("Noise"),
            "start0": self.tr("Start {name}").format(name=first),
            "start1": self.tr("Start {name}").format(name=second),
            "samples": self.tr("Pairs"),
            "seed": self.tr("Seed"),
        }
        cell.set_caption(names[key])

    def retranslate(self) -> None:
        super().retranslate()
        self.header.set_title(self.tr("Data") if self._fitted else self.tr("Start"))
        self.header.set_note(self.tr("drag the start on the map"))
        self.open.setText(self.tr("Open pairs (.npz)…"))
        self.made.setText(self.tr("Back to made pairs"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_parts()


def _rounded(start: tuple[float, float]) -> tuple[float, float]:
    """A start that was dragged has more digits than a field can show."""
    return round(start[0], 4), round(start[1], 4)
