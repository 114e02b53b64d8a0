"""A sample or a drawing on the pad, and what the network is asked about it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from gui.panels.inside.gallery import Gallery
from gui.session.looking import Looking
from gui.session.selection import Selection
from gui.views.digit_pad.pad import DigitPad
from gui.views.digit_pad.page import Page
from gui.workspaces.inside.columns import InsideColumns
from nn.datasets.dataset import Dataset


class Draw(QUndoCommand):
    """A stroke, or the pad cleared."""

    def __init__(self, pad: DigitPad, before: Page, after: Page) -> None:
        super().__init__(QCoreApplication.translate("Undo", "Draw"))
        self._pad, self._before, self._after = pad, before, after

    def redo(self) -> None:
        self._pad.show_page(self._after)

    def undo(self) -> None:
        self._pad.show_page(self._before)


class Drawing(QObject):
    """Keeps pad, card and request in step: a sample is followed until a hand changes it; then the drawing is looked at."""

    def __init__(self, columns: InsideColumns, looking: Looking, selection: Selection, undo: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns, self._looking, self._selection, self._undo = columns, looking, selection, undo
        self._dataset: Dataset | None = None
        self._gallery: Gallery | None = None
        self._ink: NDArray[np.float32] | None = None
        self._sample = -1
        self._dice = np.random.default_rng()  # which sample comes up next may be anyone's guess
        c = columns
        c.pad.drawing_changed.connect(self._drawn)
        c.pad.strokes_changed.connect(self._stroke)
        c.pad.tool_changed.connect(c.digit.show_tool)
        c.digit.eraser_chosen.connect(c.pad.set_eraser)
        c.digit.brush_chosen.connect(c.pad.set_brush)
        c.digit.clear_requested.connect(c.pad.clear)
        c.digit.sample_requested.connect(self.choose_any)
        c.input.centring_changed.connect(self._centring)

    def show_data(self, dataset: Dataset) -> None:
        """Another run's data: nothing is drawn, and one of its samples is followed."""
        self._dataset, self._ink, self._sample = dataset, None, -1
        self._gallery = Gallery(dataset)
        self._columns.digit.show_data(dataset)
        self._columns.point.show_data(dataset)
        self._columns.pad.show_sample(None)

    def follow(self, sample: int) -> None:
        """The run follows a sample: it is shown unless it is already, or something is drawn."""
        if sample == self._sample or self._dataset is None or not 0 <= sample < self._dataset.size:
            return
        self._sample = sample
        if self._looking.request.drawn is not None:
            self._ink = None
            self._looking.change(drawn=None)
        labels = self._dataset.labels
        if self._gallery is not None and self._gallery.has_pictures:
            self._columns.pad.show_sample(self._gallery.picture(sample), sample)
            true = int(labels[sample]) if len(labels) else -1
            self._columns.digit.show_sample(sample, true, test=bool(np.isin(sample, self._dataset.test)))

    @Slot()
    def choose_any(self) -> None:
        """One of the test samples, or of all where there is no test part."""
        if self._dataset is not None:
            part = self._dataset.test if len(self._dataset.test) else self._dataset.train
            self.choose(int(self._dice.choice(part)))

    @Slot(int)
    def choose(self, sample: int) -> None:
        """Look at a sample of the data set."""
        if sample == self._sample and self._looking.request.drawn is not None:
            self._sample = -1  # what is drawn over it goes
        self._selection.pick_sample(sample)
        self.follow(sample)

    @Slot(object)
    def _drawn(self, ink: NDArray[np.float32] | None) -> None:
        """``None``: no hand has changed the page, which may show a sample."""
        self._ink = ink
        if ink is None:
            sample, self._sample = self._columns.pad.page.sample, -1
            self._looking.change(drawn=None)
            self.follow(sample)
        else:
            self._columns.digit.show_drawn()
            self._look()

    def _look(self) -> None:
        from nn.inside.digit import centred, placed

        shape = self._dataset.image_shape if self._dataset is not None else None
        if self._ink is not None and shape is not None:
            form = centred if self._columns.input.centring else placed
            self._looking.change(drawn=form(self._ink, shape).ravel())

    @Slot(bool)
    def _centring(self, _on: bool) -> None:
        self._look()

    @Slot(object, object)
    def _stroke(self, before: Page, after: Page) -> None:
        self._undo.push(Draw(self._columns.pad, before, after))
