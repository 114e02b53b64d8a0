"""The samples of one cell of the confusion matrix, the surest first, page by page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.fields.button import IconButton
from gui.fields.shown import show_if
from gui.fields.text import Words
from gui.format import count
from gui.panels.inside.block import Block
from gui.panels.inside.gallery import Gallery
from gui.panels.inside.strip import Entry, SampleStrip
from gui.panels.inside.words import class_name, percent
from gui.theme import theme
from nn.datasets.dataset import Dataset
from nn.inside.views import Classes

COLUMNS, SIDE, ROWS = 4, 62, 4


class SamplesPanel(Block):
    """``sample_chosen(sample)`` carries the data set's number of a sample that is to be looked at."""

    sample_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.back, self.on = (IconButton(icon, "", 24, 24) for icon in ("chevron-left", "chevron-right"))
        super().__init__(self.back, self.on, framed=True, parent=parent)
        self._gallery: Gallery | None = None
        self._classes: Classes | None = None
        self._cell: tuple[int, int] | None = None
        self._page = 0
        self.strip = SampleStrip(COLUMNS, SIDE, 1, ROWS)
        self.hint = Words("", "text3", 12, wrap=True)
        self.content.addWidget(self.strip)
        self.content.addWidget(self.hint)
        self.strip.chosen.connect(self.sample_chosen)
        self.strip.room_changed.connect(self._refresh)
        self.back.clicked.connect(self._turn_back)
        self.on.clicked.connect(self._turn_on)
        self._retranslate()
        theme().changed.connect(self._refresh)  # pictures have the theme's ink

    def show_data(self, dataset: Dataset) -> None:
        """The data set that the samples are of."""
        self._gallery = Gallery(dataset)
        self.strip.set_pictures(self._gallery.has_pictures)
        self._classes, self._cell, self._page = None, None, 0
        self._refresh()

    def show_classes(self, classes: Classes | None) -> None:
        """How the part that the matrix shows is read now; the page stays."""
        if classes is not self._classes:
            self._classes = classes
            self._refresh()

    def show_cell(self, cell: tuple[int, int] | None) -> None:
        """The cell whose samples are shown: true class, read as."""
        if cell != self._cell:
            self._cell, self._page = cell, 0
            self._refresh()

    @property
    def pages(self) -> int:
        """How many pages the cell's samples take."""
        return max(-(-len(self._places()) // self.strip.room), 1)

    @property
    def page(self) -> int:
        return self._page

    def _places(self) -> list[int]:
        if self._classes is None or self._cell is None or max(self._cell) >= len(self._classes.confusion):
            return []
        return [int(place) for place in self._classes.cell(*self._cell)]

    def _turn_back(self) -> None:
        self._turn(-1)

    def _turn_on(self) -> None:
        self._turn(1)

    def _turn(self, pages: int) -> None:
        self._page = min(max(self._page + pages, 0), self.pages - 1)
        self._refresh()

    def _refresh(self) -> None:
        places, room = self._places(), self.strip.room
        self._page = min(self._page, max(-(-len(places) // room), 1) - 1)
        shown = places[self._page * room : (self._page + 1) * room]
        self.strip.show_entries([self._entry(place) for place in shown])
        show_if(self.strip, bool(places))
        show_if(self.hint, not places)
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled((self._page + 1) * room < len(places))
        self._name(len(places))

    def _entry(self, place: int) -> Entry:
        classes, gallery = self._classes, self._gallery
        if classes is None or gallery is None:
            raise RuntimeError("entries come from classes of a data set")
        sample, sure = int(classes.samples[place]), percent(float(classes.sure[place]))
        name = self.tr("Sample {number}: {title}, {sure}").format(number=count(sample), title=self._title(), sure=sure)
        return Entry(sample, (sure,), name + gallery.tip(sample), gallery.image(sample), gallery.line(sample))

    def _title(self) -> str:
        if self._cell is None or self._gallery is None:
            return self.tr("Samples")
        names = self._gallery.class_names
        true, read = (class_name(names, number) for number in self._cell)
        return self.tr("{true} read as {read}").format(true=true, read=read)

    def _name(self, found: int) -> None:
        whole = 0 if self._classes is None or self._cell is None else int(self._classes.confusion[self._cell[0]].sum())
        caption = "" if self._cell is None else self.tr("{number} of {whole}").format(number=count(found), whole=count(whole))
        self.set_heading(self._title(), caption)
        self.strip.setAccessibleName(self._title())
        self.hint.setText(self.tr("Choose a cell of the matrix to see its samples.") if self._cell is None else self.tr("There are none."))

    def _retranslate(self) -> None:
        self.back.set_name(self.tr("Samples before these"))
        self.on.set_name(self.tr("More samples"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
