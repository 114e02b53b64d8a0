"""The data form: which data set, how many samples, how noisy, which part is for testing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.fields.button import Look, TextButton
from gui.fields.check import CheckField
from gui.fields.choice import Choice, ChoiceField
from gui.fields.flow import flow_box
from gui.fields.grid import Cell
from gui.fields.labels import field_hint, field_name, label
from gui.fields.line import NumberKind
from gui.fields.seed import SeedField
from gui.fields.text import Words
from gui.panels.csv_dialog import CsvDialog
from gui.panels.draw_tools import DrawTools
from gui.panels.form import SettingsForm
from gui.panels.picture_source import PictureSource, path_for
from gui.panels.stock_source import STOCKED, StockSource
from nn.choices import DataKind, Feature
from nn.datasets.catalogue import CATALOGUE
from nn.settings import DataSettings

if TYPE_CHECKING:
    from nn.datasets.csv_file import CsvInfo
    from nn.datasets.dataset import Picture
    from nn.datasets.stock import Stock


class DataPanel(SettingsForm[DataSettings]):
    """Emits ``data_changed(DataSettings)`` once per completed edit.

    A CSV file: ``csv_requested(path)`` asks someone to look at it in the background and to answer with :meth:`show_csv`.
    ``draw_mode_changed(on, class)``: the class is −1 for the eraser. MNIST and its kin: ``stock_requested(DataSettings)`` asks someone to
    look what is there and to answer with :meth:`show_stock`; ``fetch_requested(DataKind)`` and ``fetch_cancelled`` are about the download.
    """

    data_changed = Signal(object)
    preset_chosen = Signal(str)
    csv_requested = Signal(str)
    draw_mode_changed = Signal(bool, int)
    stock_requested = Signal(object)
    fetch_requested = Signal(object)
    fetch_cancelled = Signal()
    prefix = "data"

    def __init__(self, settings: DataSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(settings or DataSettings(), parent)
        self.preset = Cell(ChoiceField("preset"))
        self.preset.wanted = False
        self._preset_field.committed.connect(self._preset_committed)
        self._kind = self.choice("kind", tuple(DataKind))
        self._add_rows()
        self.standardize = CheckField("standardize")
        self.standardize.committed.connect(self.commit)
        self._features_title = Words("", "text3", 12)
        self.features = {feature: TextButton("", Look.CHIP) for feature in Feature}
        for chip in self.features.values():
            chip.clicked.connect(self._features_clicked)
        self._feature_box = flow_box(*self.features.values())
        self.open_csv = TextButton("", Look.DASHED, "folder")
        self.open_csv.clicked.connect(self.choose_file)
        self.columns = TextButton("", Look.LINK)
        self.columns.clicked.connect(self._columns_clicked)
        self._file = Words("", "text2", 12, wrap=True)
        self.draw_tools = DrawTools()
        self.draw_tools.tool_changed.connect(self._tool_changed)
        self.draw_tools.clear_requested.connect(self._clear)
        self.picture = PictureSource()
        self.picture.opened.connect(self._picture_opened)
        self.picture.colour_changed.connect(self._colour_clicked)
        self.stock = StockSource()
        self.stock.opened.connect(self._stock_opened)
        self.stock.official_changed.connect(self._official_clicked)
        self.stock.fetch_requested.connect(self._fetch_clicked)
        self.stock.cancel_requested.connect(self.fetch_cancelled)
        self.stock.small_requested.connect(self._small_clicked)
        self._wanted: DataSettings | None = None  # sent as soon as it is known that it can be had
        self._dialog: CsvDialog | None = None
        self._ask_file: Callable[[], str] = self._file_from_dialog
        self.content.addWidget(self.picture)
        self.content.addWidget(self.stock)
        for widget in (self.open_csv, self._file, self.columns, self.draw_tools, self._features_title, self._feature_box, self.standardize):
            self.content.addWidget(widget)
        self.retranslate()
        self.refill()

    @property
    def _preset_field(self) -> ChoiceField:
        field = self.preset.field
        assert isinstance(field, ChoiceField)  # noqa: S101  made so above
        return field

    def _add_rows(self) -> None:
        share = NumberKind(step=0.05, percent=True)
        seed = self.number("seed", NumberKind(), SeedField("seed", self.trial))
        self.grid.add_row(self.preset)
        samples, factor = self.number("samples", NumberKind(whole=True, step=50)), self.number("factor", NumberKind(step=0.05))
        self.grid.add_row(self._kind, samples, factor, self.number("classes", NumberKind(whole=True)))
        self.grid.add_row(self.number("picture_size", NumberKind(whole=True, step=16)))
        self.grid.add_row(self.number("noise", NumberKind(step=0.05)), self.number("test_share", share), seed)

    def announce(self) -> None:
        self._preset_field.show_value(None)
        self.data_changed.emit(self._settings)

    def show_presets(self, presets: Sequence[tuple[str, str]], chosen: str | None = None) -> None:
        """Offer ready-made experiments as (key, translated name) pairs; ``chosen`` is the one in use, if it is one."""
        self._preset_field.set_choices([Choice(key, name) for key, name in presets])
        self._preset_field.show_value(chosen)
        self.grid.show_only({self.preset: bool(presets)})

    def show_csv(self, info: CsvInfo) -> CsvDialog:
        """Ask which column to learn and what to do about gaps in the file; the answer is sent as ``data_changed``."""
        base = replace(self._settings, kind=DataKind.CSV)
        if info.path != base.path:
            base = replace(base, path=info.path, target="", features=())
        self._dialog = CsvDialog(info, base, self.window())
        self._dialog.accepted.connect(self._csv_accepted)
        self._dialog.open()
        return self._dialog

    def _csv_accepted(self) -> None:
        if self._dialog is not None:
            self._settings = self._dialog.settings
            self.refill()
            self.announce()

    def show_points(self, points: Sequence[tuple[float, float, int]]) -> None:
        """The points drawn so far, told by whoever draws them; nobody is told again."""
        self._settings = replace(self._settings, points=tuple(points))
        self._show_classes()

    def choose_file(self) -> None:
        """Ask for a CSV file and have it looked at."""
        path = self._ask_file()
        if path:
            self.csv_requested.emit(path)
        self._kind_field.show_value(self._settings.kind)

    def _file_from_dialog(self) -> str:
        start = str(Path(self._settings.path).parent) if self._settings.path else ""
        title, kinds = self.tr("Open CSV file"), self.tr("Tables (*.csv *.tsv *.txt);;All files (*)")
        return QFileDialog.getOpenFileName(self, title, start, kinds)[0]

    @property
    def _kind_field(self) -> ChoiceField:
        return self.choice_field("kind")

    def commit(self, key: str, value: object) -> None:
        if key != "kind" or not isinstance(value, DataKind):
            super().commit(key, value)
            return
        if value is DataKind.CSV and not path_for(value, self._settings.path):
            self.choose_file()
            return
        was_drawn = self._settings.kind is DataKind.DRAWN
        info = CATALOGUE[value]
        noise = info.noise if "noise" in info.uses else self._settings.noise
        features = self._settings.features if "features" in info.uses else ()
        standardize = self._settings.standardize and "standardize" in info.uses
        path = "" if value in STOCKED or self._settings.kind in STOCKED else path_for(value, self._settings.path)
        self._settings = replace(self._settings, kind=value, noise=noise, features=features, standardize=standardize, path=path)
        self._wanted = self._settings if value in STOCKED else None
        self.refill()
        if self._wanted is None:
            self.announce()
        if was_drawn or value is DataKind.DRAWN:
            self._tool_changed(self.draw_tools.tool)

    def _tool_changed(self, tool: int) -> None:
        self.draw_mode_changed.emit(self._settings.kind is DataKind.DRAWN, tool)

    def _clear(self) -> None:
        super().commit("points", ())

    def _preset_committed(self, _key: str, value: object) -> None:
        self.preset_chosen.emit(str(value))

    def _columns_clicked(self) -> None:
        self.csv_requested.emit(self._settings.path)

    def _features_clicked(self) -> None:
        self.commit("features", tuple(feature for feature, chip in self.features.items() if chip.isChecked()))

    def show_picture(self, picture: Picture | None) -> None:
        """The picture that the run on screen learns, if it learns one."""
        self.picture.show_picture(picture)

    def _picture_opened(self, path: str) -> None:
        self.commit("path", path)

    def _colour_clicked(self, on: bool) -> None:
        self.commit("colour", on)

    def show_stock(self, settings: DataSettings, stock: Stock | None) -> None:
        """What lies at the place that ``settings`` name. The data that were chosen are sent once it is known that they can be had."""
        if (settings.kind, settings.path) != (self._settings.kind, self._settings.path):
            return  # the person has chosen something else since
        self.stock.show_stock(stock)
        self.grid.show_only(self.wanted_cells())
        if stock is not None and self._wanted is not None:
            self._wanted = None
            self.announce()

    def show_download(self, share: float | None) -> None:
        """How far the download is, 0 to 1; ``None`` without one."""
        self.stock.show_progress(share)

    def take_fetched(self, kind: DataKind) -> None:
        """A set was fetched: it is what to train on, if the form still shows its kind; else it is there when it is chosen."""
        if self._settings.kind is kind:
            self._stock_opened("")

    def _stock_opened(self, path: str) -> None:
        self._settings = self._wanted = replace(self._settings, path=path)
        self.stock.show_settings(self._settings)
        self.stock_requested.emit(self._settings)

    def _official_clicked(self, on: bool) -> None:
        self.commit("official_split", on)

    def _fetch_clicked(self) -> None:
        self.fetch_requested.emit(self._settings.kind)

    def _small_clicked(self) -> None:
        self.commit("kind", DataKind.DIGITS)

    def _show_stock_source(self) -> None:
        """The place of the pictures, and somebody to look there if it is another one."""
        shown = self._settings.kind in STOCKED
        self.stock.setVisible(shown)
        if shown and self.stock.show_settings(self._settings):
            self.stock_requested.emit(self._settings)

    def _show_classes(self) -> None:
        drawn = max((label for _, _, label in self._settings.points), default=0) + 1
        self.draw_tools.show_classes(max(2, drawn, self.draw_tools.classes()))

    def wanted_cells(self) -> dict[Cell, bool]:
        uses = CATALOGUE[self._settings.kind].uses
        own_parts = self._settings.kind in STOCKED and self._settings.official_split and self.stock.parted
        uses = uses - {"test_share", "seed"} if own_parts else uses
        return {self.cell(key): key in uses for key in ("samples", "noise", "test_share", "seed", "factor", "classes", "picture_size")}

    def refill(self) -> None:
        super().refill()
        settings = self._settings
        uses = CATALOGUE[settings.kind].uses
        for feature, chip in self.features.items():
            chip.setChecked(feature in settings.features)
        for widget in (self._features_title, self._feature_box):
            widget.setVisible("features" in uses)
        for widget in (self.open_csv, self.columns, self._file):
            widget.setVisible(settings.kind is DataKind.CSV)
        self.picture.setVisible(settings.kind is DataKind.PICTURE)
        self.picture.show_settings(settings)
        self._show_stock_source()
        self.standardize.show_value(settings.standardize)
        self.standardize.setVisible("standardize" in uses)
        self.draw_tools.setVisible("points" in uses)
        self._show_classes()
        target = settings.target or self.tr("last column")
        self._file.setText(self.tr("{file}, learning {target}").format(file=Path(settings.path).name, target=target))
        self._file.setToolTip(settings.path)

    def retranslate(self) -> None:
        super().retranslate()
        self.header.set_title(self.tr("Data"))
        self.preset.set_caption(self.tr("Preset"))
        self._preset_field.set_placeholder(self.tr("Choose…"))
        self.standardize.setText(field_name("data.standardize"))
        self.standardize.setToolTip(field_hint("data.standardize"))
        self._features_title.setText(field_name("data.features"))
        for feature, chip in self.features.items():
            chip.setText(label(feature))
            chip.setAccessibleName(self.tr("Extra input {name}").format(name=label(feature)))
        self.open_csv.setText(self.tr("Open CSV…"))
        self.columns.setText(self.tr("Columns and missing values…"))
        seed = self.number_field("seed")
        if isinstance(seed, SeedField) and seed.dice is not None:
            seed.dice.set_name(self.tr("Another seed"))
        self.refill()
