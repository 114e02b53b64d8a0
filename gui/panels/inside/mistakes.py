"""The worst mistakes: samples that are read wrongly, the surest first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.fields.shown import show_if
from gui.fields.text import Words
from gui.format import count
from gui.panels.inside.block import Block
from gui.panels.inside.gallery import Gallery
from gui.panels.inside.strip import Entry, SampleStrip
from gui.panels.inside.words import ARROW, class_name, percent
from gui.theme import theme
from nn.datasets.dataset import Dataset
from nn.inside.views import Classes

COLUMNS, SIDE, ROWS = 6, 46, 6


class MistakesPanel(Block):
    """``sample_chosen(sample)`` carries the data set's number of a sample that is to be looked at."""

    sample_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._gallery: Gallery | None = None
        self._classes: Classes | None = None
        self.strip = SampleStrip(COLUMNS, SIDE, 2, ROWS)
        self.none = Words("", "text3", 12, wrap=True)
        self.content.addWidget(self.strip)
        self.content.addWidget(self.none)
        self.strip.chosen.connect(self.sample_chosen)
        self.strip.room_changed.connect(self._refresh)
        self._retranslate()
        theme().changed.connect(self._refresh)  # pictures have the theme's ink

    def show_data(self, dataset: Dataset) -> None:
        """The data set that the samples are of."""
        self._gallery = Gallery(dataset)
        self.strip.set_pictures(self._gallery.has_pictures)
        self._classes = None
        self._refresh()

    def show_classes(self, classes: Classes | None) -> None:
        """How the part that the matrix shows is read now."""
        if classes is not self._classes:
            self._classes = classes
            self._refresh()

    def _refresh(self) -> None:
        classes, gallery = self._classes, self._gallery
        known = classes is not None and gallery is not None
        entries = [self._entry(int(place), classes, gallery) for place in classes.mistakes(self.strip.room)] if classes and gallery else []
        self.strip.show_entries(entries)
        show_if(self.strip, bool(entries))
        show_if(self.none, known and not entries)

    def _entry(self, place: int, classes: Classes, gallery: Gallery) -> Entry:
        names = gallery.class_names
        true, read = class_name(names, int(classes.true[place])), class_name(names, int(classes.read[place]))
        sample, sure = int(classes.samples[place]), percent(float(classes.sure[place]))
        name = self.tr("Sample {number}: {true} read as {read}, {sure} sure").format(number=count(sample), true=true, read=read, sure=sure)
        return Entry(sample, (f"{true} {ARROW} {read}", sure), name + gallery.tip(sample), gallery.image(sample), gallery.line(sample))

    def _retranslate(self) -> None:
        self.set_heading(self.tr("Worst mistakes"), self.tr("true → read as, how sure"))
        self.strip.setAccessibleName(self.tr("Worst mistakes"))
        self.none.setText(self.tr("Every sample is read right."))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
