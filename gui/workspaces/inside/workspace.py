"""The Inside workspace: who speaks to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from gui.errors import notice_of
from gui.panels.picture_source import PictureDrop
from gui.session.looking import Looking
from gui.views.history_plot import Kind
from gui.workspaces.inside.columns import InsideColumns
from gui.workspaces.inside.drawing import Drawing
from gui.workspaces.inside.growing import Growing
from gui.workspaces.inside.researching import Researching
from gui.workspaces.inside.showing import Showing
from gui.workspaces.inside.studies import Studies
from gui.workspaces.place import Place
from gui.workspaces.train.showing import title_of
from nn.inside.views import Order, TileKind
from nn.layout import Neuron
from nn.training.snapshot import Snapshot

if TYPE_CHECKING:
    from gui.actions import Actions
    from gui.session.training_thread import Ready
    from gui.workspaces.train.workspace import TrainWorkspace


class InsideWorkspace(Place):
    """Looks into the run that Train shows: the same network, neuron by neuron. It looks, and costs the training time, only while it is seen.

    ``title_changed`` carries the run's title. Moves to undo are the run's own, as in Train.
    """

    def __init__(self, train: TrainWorkspace, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._train = train
        self.session, self.selection, self.undo = train.session, train.selection, train.undo
        self.columns = InsideColumns()
        self.looking = Looking(self.session, self)
        self.showing = Showing(self.columns, self.looking)
        self.drawing = Drawing(self.columns, self.looking, self.selection, self.undo, self)
        self.studies = Studies(self.session, self.jobs, self)
        self.researching = Researching(self.columns, self.studies, self.session, self.showing, self)
        self.growing = Growing(self.columns, self.studies, self.session, self)
        self.fill(self.columns)
        self._connect_session()
        self._connect_views()
        self._connect_transport()
        actions["fit"].triggered.connect(self.columns.loss.show_all)

    # What the window asks

    def begin(self) -> None:
        """Take up the run that is on screen, if there is one."""
        if self.session.current is not None:
            self._on_ready(self.session.current)
        if self.session.snapshot is not None:
            self._on_snapshot(self.session.snapshot)

    def stop(self) -> None:
        self.growing.stop()
        self.studies.cancel_all()

    # Wiring

    def _connect_session(self) -> None:
        self.session.ready.connect(self._on_ready)
        self.session.snapshot_changed.connect(self._on_snapshot)
        self.looking.request_changed.connect(self._on_request)
        self.studies.failed.connect(self._on_failed)

    def _connect_views(self) -> None:
        c = self.columns
        c.heading.layer_chosen.connect(self._choose_layer)
        c.heading.order_chosen.connect(self._choose_order)
        c.heading.kind_chosen.connect(self._choose_kind)
        c.heading.grow_requested.connect(self.growing.toggle)
        c.heading.all_on_requested.connect(self.selection.all_on)
        c.gallery.neuron_toggled.connect(self._toggle)
        c.gallery.selection_changed.connect(self._choose_several)
        c.gallery.hovered.connect(self._light_term)
        c.below.terms.neuron_clicked.connect(self._select_term)
        c.below.terms.neuron_hovered.connect(self._light_tile)
        c.below.pictures.finer_chosen.connect(self._choose_finer)
        c.outputs.output_chosen.connect(self._choose_output)
        c.confusion.cell_chosen.connect(self._choose_cell)
        c.confusion.part_changed.connect(self._choose_part)
        c.accuracy.plotted_chosen.connect(self._choose_plotted)
        for panel in (c.samples, c.mistakes):
            panel.sample_chosen.connect(self.drawing.choose)
        c.below.data.sample_clicked.connect(self.drawing.choose)
        self.selection.neuron_changed.connect(self._on_neuron)
        PictureDrop(self).dropped.connect(self._train.editor.open_picture)

    def _connect_transport(self) -> None:
        transport, playback = self.columns.transport, self._train.playback
        transport.play_requested.connect(playback.play)
        transport.pause_requested.connect(playback.pause)
        transport.step_requested.connect(playback.step)
        transport.epoch_requested.connect(playback.epoch)
        transport.back_requested.connect(playback.back)
        transport.reset_requested.connect(self._train.editor.reset)
        transport.speed_changed.connect(playback.set_speed)
        transport.seek_requested.connect(playback.seek)
        for plot in (self.columns.loss, self.columns.history):
            plot.seek_requested.connect(playback.seek_epoch)

    # What the person does

    @Slot(int)
    def _choose_layer(self, layer: int) -> None:
        self.growing.stop()
        self.looking.change(layer=layer, kind=self.looking.kind_for(layer))
        self._show_selected(())
        self.researching.forget()

    @Slot(object)
    def _choose_order(self, order: Order) -> None:
        self.looking.change(order=order)

    @Slot(object)
    def _choose_kind(self, kind: TileKind) -> None:
        self.looking.change(kind=kind)

    @Slot(int)
    def _choose_finer(self, finer: int) -> None:
        self.looking.change(finer=finer)

    @Slot(int)
    def _choose_output(self, output: int) -> None:
        """Contributions are about that output; chosen again, about the winning one."""
        self.looking.change(output=None if output == self.looking.request.output else output)

    @Slot(int)
    def _select(self, number: int) -> None:
        self.selection.select(Neuron(self.looking.request.layer, number))

    @property
    def _last(self) -> int:
        """The layer that the waterfall is about: the last hidden one; 0 where the inputs themselves are added up."""
        run = self.session.current
        return 0 if run is None else run.architecture.layout.depth - 1

    @Slot(int)
    def _select_term(self, number: int) -> None:
        """A bar of the waterfall: its neuron's layer comes into view."""
        if self._last < 1:
            return
        if self.looking.request.layer != self._last:
            self._choose_layer(self._last)
        self._select(number)

    @Slot(int)
    def _light_term(self, number: int) -> None:
        self.columns.below.terms.show_hovered(number if self.looking.request.layer == self._last else -1)

    @Slot(int)
    def _light_tile(self, number: int) -> None:
        self.columns.gallery.show_hovered(number if self.looking.request.layer == self._last else -1)

    @Slot(int)
    def _toggle(self, number: int) -> None:
        self.selection.toggle(Neuron(self.looking.request.layer, number))

    @Slot(object)
    def _on_neuron(self, neuron: Neuron | None) -> None:
        here = neuron is not None and neuron.layer == self.looking.request.layer
        if neuron is not None and here and neuron.index not in self.columns.gallery.selected:
            self.columns.gallery.show_selected((neuron.index,))
            self._show_selected((neuron.index,))

    @Slot(object)
    def _choose_several(self, numbers: tuple[int, ...]) -> None:
        layer = self.looking.request.layer
        if len(numbers) == 1:
            self._select(numbers[0])
        else:
            self.selection.select_several(frozenset(Neuron(layer, number) for number in numbers))
        self._show_selected(numbers)

    def _show_selected(self, neurons: tuple[int, ...]) -> None:
        """What the chosen neurons light up elsewhere."""
        self.columns.below.terms.show_selected(neurons if self.looking.request.layer == self._last else ())
        self.researching.show_neuron(neurons[-1] if neurons else None)

    @Slot(int, int)
    def _choose_cell(self, true: int, read: int) -> None:
        self.columns.samples.show_cell((true, read))

    @Slot(object)
    def _choose_part(self, _part: object) -> None:
        for panel in (self.columns.samples, self.columns.mistakes):
            panel.show_classes(self.columns.confusion.classes)

    @Slot(str)
    def _choose_plotted(self, kind: str) -> None:
        self.columns.history.show_kind(Kind(kind))

    # News

    @Slot(object)
    def _on_ready(self, ready: Ready) -> None:
        self.growing.stop()
        self.studies.cancel_all()
        self.showing.ready(ready)
        self.drawing.show_data(ready.prepared.dataset)
        self._show_selected(())
        self.researching.forget()
        self.title_changed.emit(title_of(ready))
        if self.isVisible():
            self._follow_something()

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.sample is not None:
            self.drawing.follow(snapshot.sample.index)
        if self.isVisible():
            self.showing.snapshot(snapshot)
            self.researching.follow(snapshot)

    @Slot(object)
    def _on_request(self, _request: object) -> None:
        self.showing.request()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.notice.emit(notice_of(error))

    def _follow_something(self) -> None:
        """An answer needs a question: without a followed sample one is chosen."""
        snapshot = self.session.snapshot
        run = self.session.current
        if run is not None and (snapshot is None or snapshot.run_id != run.run_id or snapshot.sample is None):
            self.drawing.choose_any()

    # Seen, or not

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looking.look(True)
        self._follow_something()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.looking.look(False)
        self.growing.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.showing.words()
            if self.session.snapshot is not None:
                self._on_snapshot(self.session.snapshot)  # names of classes and outputs are on many of the views
            if self.session.current is not None:
                self.title_changed.emit(title_of(self.session.current))
