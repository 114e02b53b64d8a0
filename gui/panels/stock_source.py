"""Where MNIST or Fashion-MNIST come from: a folder or a file of the person's, or OpenML, fetched once and kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.fields.button import Look, TextButton
from gui.fields.check import CheckField
from gui.fields.labels import field_hint, field_name
from gui.fields.paint import px
from gui.fields.text import Words
from gui.format import count
from nn.choices import DataKind
from nn.settings import DataSettings

if TYPE_CHECKING:
    from nn.datasets.stock import Stock

STOCKED = (DataKind.MNIST, DataKind.FASHION)


class StockSource(QWidget):
    """``opened(path)``: a folder or .npz file was chosen, "" for what was fetched. ``official_changed(on)``: the files' own test part or
    a share of all. ``fetch_requested`` and ``cancel_requested`` are about OpenML; ``small_requested`` asks for the digits of 8×8 pixels.
    """

    opened = Signal(str)
    official_changed = Signal(bool)
    fetch_requested = Signal()
    cancel_requested = Signal()
    small_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = DataSettings(DataKind.MNIST)
        self._stock: Stock | None = None
        self._looked = False  # whether somebody has said what is there
        self._share: float | None = None  # of the download, while there is one
        self._name = Words("", "text2", 12)
        self._facts = Words("", "text3", 12, wrap=True)
        self.folder = TextButton("", Look.DASHED, "folder")
        self.file = TextButton("", Look.LINK)
        self.fetch = TextButton("")
        self.cancel = TextButton("", Look.LINK)
        self.small = TextButton("", Look.LINK)
        self.official = CheckField("official_split")
        self._build()
        self.folder.clicked.connect(self.choose_folder)
        self.file.clicked.connect(self.choose_file)
        self.fetch.clicked.connect(self.fetch_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self.small.clicked.connect(self.small_requested)
        self.official.clicked.connect(self.official_changed)
        self._retranslate()

    def _build(self) -> None:
        choosing, fetching = QHBoxLayout(), QHBoxLayout()
        choosing.addWidget(self.folder, 1)
        choosing.addWidget(self.file)
        fetching.addWidget(self.fetch)
        fetching.addWidget(self.cancel)
        fetching.addStretch(1)
        fetching.addWidget(self.small)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addLayout(choosing)
        column.addLayout(fetching)
        column.addWidget(self.official)

    @property
    def status(self) -> str:
        """What is said of the place: how many pictures are there, or what to do."""
        return self._facts.text()

    @property
    def parted(self) -> bool:
        """Whether the files have a test part of their own."""
        return self._stock is not None and self._stock.test > 0

    def show_settings(self, settings: DataSettings) -> bool:
        """The place in use; nobody is told. Whether it is another one than before: then somebody should look what is there."""
        moved = (settings.kind, settings.path) != (self._settings.kind, self._settings.path)
        if moved:
            self._stock, self._looked = None, False
        self._settings = settings
        self.official.show_value(settings.official_split)
        self._show()
        return moved or not self._looked

    def show_stock(self, stock: Stock | None) -> None:
        """What is at the place in use; ``None``: nothing was fetched yet."""
        self._stock, self._looked = stock, True
        self._show()

    def show_progress(self, share: float | None) -> None:
        """How far the download is, 0 to 1; ``None`` without one."""
        self._share = share
        self._show()

    # Choosing

    def choose_folder(self) -> None:
        """Ask for the folder in which the IDX files lie."""
        dialog = self._dialog(self.tr("Choose the folder with the IDX files"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def choose_file(self) -> None:
        """Ask for an .npz file."""
        dialog = self._dialog(self.tr("Open a file of pictures"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("NumPy arrays (*.npz)"), self.tr("All files (*)")])
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        start = self._settings.path if Path(self._settings.path).is_dir() else str(Path(self._settings.path).parent)
        dialog = QFileDialog(self.window(), title, start if self._settings.path else "")
        dialog.fileSelected.connect(self.opened)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    # Words

    def _show(self) -> None:
        loading, absent = self._share is not None, self._looked and self._stock is None
        path = self._settings.path
        self._name.setText(Path(path).name if path else self.tr("From OpenML, kept on this computer"))
        self._name.setToolTip(path)
        self._name.setVisible(bool(path) or self._stock is not None)
        self._facts.setText(self._fact_line())
        self.fetch.setVisible(not loading and (absent or bool(path)))
        self.cancel.setVisible(loading)
        self.small.setVisible(absent)
        self.official.setVisible(self.parted)
        self.setAccessibleDescription(self._facts.text())

    def _fact_line(self) -> str:
        found = self._stock
        if self._share is not None:
            return self.tr("Fetching from OpenML: {percent} %").format(percent=round(100 * self._share))
        if found is not None and found.test:
            text = self.tr("{train} + {test} pictures, {width} × {height}")
            return text.format(train=count(found.train), test=count(found.test), width=found.width, height=found.height)
        if found is not None:
            return self.tr("{pictures} pictures, {width} × {height}").format(pictures=count(found.train), width=found.width, height=found.height)
        if not self._looked:
            return ""
        return self.tr("Not on this computer yet: fetch it, or choose the folder in which its files lie.")

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Where the pictures come from"))
        self.folder.setText(self.tr("Choose folder…"))
        self.folder.setToolTip(self.tr("A folder with IDX files, such as train-images-idx3-ubyte.gz"))
        self.file.setText(self.tr("Open .npz…"))
        self.file.setToolTip(self.tr("A file with x_train, y_train, x_test and y_test, or with X and y"))
        self.fetch.setText(self.tr("Fetch from OpenML"))
        self.fetch.setToolTip(self.tr("Needs a network connection once; what is fetched is kept"))
        self.cancel.setText(self.tr("Cancel"))
        self.small.setText(self.tr("Digits 8×8 instead"))
        self.small.setToolTip(self.tr("1,797 digits of 8×8 pixels that come with the program"))
        self.official.setText(field_name("data.official_split"))
        self.official.setToolTip(field_hint("data.official_split"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
