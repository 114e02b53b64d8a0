"""Puts a run and its snapshots into the views and panels of the Inside workspace."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.fields.labels import class_names, label, target_names
from gui.panels.inside.words import percent
from gui.session.looking import Looking, kinds_of
from gui.workspaces.inside.below import Page
from gui.workspaces.inside.columns import InsideColumns
from nn.choices import Activation, Task
from nn.inside.pairs import MOST_NEURONS
from nn.inside.views import Answer, Classes, InsideView, TileKind
from nn.training.snapshot import RunState, Snapshot

if TYPE_CHECKING:
    from gui.session.training_thread import Ready

# Seconds between two sets of the same numbers while training: faster ones can't be read.
NUMBERS_EVERY = 0.25
# Activations whose outputs lie between 0 and 1: they are shown as shares.
SHARES = (Activation.SOFTMAX, Activation.SIGMOID)


class Showing:
    """Fills ``columns``; asks for nothing."""

    def __init__(self, columns: InsideColumns, looking: Looking) -> None:
        self._columns = columns
        self._looking = looking
        self._run: Ready | None = None
        self._names: tuple[str, ...] = ()
        self._shares = False
        self._next_numbers = 0.0  # seconds of the steady clock
        self._last: Snapshot | None = None  # the one whose numbers are shown
        self.layer = 0  # the layer in view, 0 before there is one

    def ready(self, run: Ready) -> None:
        """What a run works on."""
        self._run = run
        c, dataset = self._columns, run.prepared.dataset
        classes = dataset.task is Task.CLASSIFICATION
        self._names = class_names(dataset) if classes else target_names(dataset)
        self._shares = classes and run.architecture.activations[-1] in SHARES
        c.show_kind(pictures=dataset.image_shape is not None, classes=classes, hidden=run.architecture.layout.depth > 1)
        c.point.show_data(dataset, run.prepared.transform.input_names)
        for panel in (c.confusion, c.samples, c.mistakes):
            panel.show_data(dataset)
        c.transport.show_stop(run.experiment.training.stop)
        c.loss.show_stop_loss(run.experiment.training.stop.loss)
        c.loss.show_loss_name(label(run.experiment.training.loss))
        c.gallery.show_layer(None)
        c.below.terms.show_answer(None)
        c.below.terms.show_inputs(() if run.architecture.layout.depth > 1 else run.prepared.transform.input_names)
        self._offer_pages(run)
        self.request()

    def _offer_pages(self, run: Ready) -> None:
        picture = run.prepared.dataset.picture is not None
        hidden = run.architecture.layout.depth > 1
        narrow = any(width <= MOST_NEURONS for width in run.architecture.widths[1:-1])
        has = {Page.TERMS: True, Page.PICTURES: picture, Page.DATA: hidden, Page.PAIRS: narrow, Page.SHARES: hidden}
        self._columns.below.offer(tuple(page for page in Page if has[page]))
        if picture:
            self._columns.below.turn(Page.PICTURES)

    def request(self) -> None:
        """What is looked at, in the heading."""
        run, heading, request = self._run, self._columns.heading, self._looking.request
        if run is None:
            return
        kinds = kinds_of(run, request.layer)
        heading.show_architecture(run.architecture, kinds)
        heading.show_layer(request.layer)
        heading.show_kind(request.kind)
        heading.show_order(request.order)
        heading.show_can_grow(TileKind.OUTPUT in kinds)

    def snapshot(self, snapshot: Snapshot) -> None:
        """A moment of the run."""
        run, c = self._run, self._columns
        if run is None or snapshot.run_id != run.run_id:
            return
        if c.loss.isVisible():
            c.loss.show_snapshot(snapshot)
        if snapshot.inside is not None and snapshot.inside.answer is not None:
            newest = snapshot.inside.request.drawn is self._looking.request.drawn
            self._answer(snapshot.inside.answer, snapshot, run, at_once=c.pad.is_down and newest)
        now, running = time.monotonic(), snapshot.state is RunState.RUNNING
        if (not running and not self._alike(snapshot)) or now >= self._next_numbers:
            self._next_numbers = now + NUMBERS_EVERY
            self._last = snapshot
            c.transport.show_snapshot(snapshot)
            c.history.show_history(snapshot.accuracy, snapshot.curve, snapshot.epoch)
            c.heading.show_off(len(snapshot.ablation.off))
        if snapshot.inside is not None:
            self._inside(snapshot.inside, snapshot, run)

    def _alike(self, snapshot: Snapshot) -> bool:
        """Whether nothing but the inside of the network is new since numbers were last shown, as with a stroke of the pen."""
        last = self._last
        return last is not None and last.state is snapshot.state and last.history is snapshot.history and last.measures is snapshot.measures

    def _inside(self, view: InsideView, snapshot: Snapshot, run: Ready) -> None:
        c = self._columns
        if view.layer is not None:
            self.layer = view.layer.number
            last = view.layer.number == snapshot.architecture.layout.depth - 1
            about = self.output_name(view.layer.about) if last and view.answer is not None else ""
            c.heading.show_about(about)
            c.gallery.show_about(about)
            c.gallery.show_layer(view.layer, len(run.prepared.dataset.train))
        if c.below.page is Page.PICTURES:
            c.below.pictures.show_pictures(view.pictures)
        self._classes(view.train, view.test)

    def _answer(self, answer: Answer, snapshot: Snapshot, run: Ready, *, at_once: bool) -> None:
        """``at_once``: somebody waits for it, pen in hand; the answer to an earlier place of the pen would only keep them waiting longer."""
        c, shape = self._columns, run.prepared.dataset.image_shape
        about = self.output_name(answer.about)
        c.outputs.show_answer(answer, self._names, shares=self._shares)
        if at_once:  # before anything else that is to be painted
            c.outputs.bars.repaint()
        if shape is not None:
            c.input.show_answer(answer, shape)
        else:
            c.point.show_sample(-1 if snapshot.sample is None else snapshot.sample.index, answer)
        c.below.terms.show_answer(answer, about, self._output_text(answer, run), logit=self._shares)

    def _classes(self, train: Classes | None, test: Classes | None) -> None:
        c = self._columns
        if c.confusion.isVisible() or train is None:
            c.confusion.show_classes(train, test)
            c.samples.show_classes(c.confusion.classes)
            c.mistakes.show_classes(c.confusion.classes)
            c.accuracy.show_classes(train, test)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes by name; none for a regression."""
        run = self._run
        return self._names if run is not None and run.prepared.dataset.task is Task.CLASSIFICATION else ()

    def output_name(self, output: int) -> str:
        """An output by name: the class that it stands for, or what it predicts."""
        run = self._run
        one = run is not None and run.architecture.widths[-1] == 1
        names = self._names[-1:] if one else self._names
        return names[output] if 0 <= output < len(names) else str(output)

    def _output_text(self, answer: Answer, run: Ready) -> str:
        """What the logit becomes: "softmax 80.0 %"."""
        activation = run.architecture.activations[-1]
        value = float(answer.outputs[answer.about])
        shown = percent(value) if self._shares else f"{value:.3f}".replace("-", "−")
        return QCoreApplication.translate("InsideWorkspace", "{activation} {value}").format(activation=label(activation), value=shown)

    def words(self) -> None:
        """Names in the language in use."""
        run = self._run
        if run is not None:
            dataset = run.prepared.dataset
            self._names = class_names(dataset) if dataset.task is Task.CLASSIFICATION else target_names(dataset)
            self._columns.loss.show_loss_name(label(run.experiment.training.loss))
