"""The network's picture builds up: its last layer's neurons come one at a time, the one that contributes most first."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from gui.session.training_session import TrainingSession
from gui.workspaces.inside.below import Page
from gui.workspaces.inside.columns import InsideColumns
from gui.workspaces.inside.studies import Studies
from nn.datasets.work import Work
from nn.inside.grow import Grown, grow
from nn.inside.moment import Moment

GROW = "grow"
SECONDS = 8.0  # that the whole takes, however many neurons come
MOST_PAUSE, LEAST_PAUSE = 400, 33  # ms between two neurons
LINGER = 2500  # ms that the whole picture stays


class Growing(QObject):
    """Plays what a job has drawn; asked again while it plays, it stops."""

    def __init__(self, columns: InsideColumns, studies: Studies, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns, self._studies, self._session = columns, studies, session
        self._grown: Grown | None = None
        self._count = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        studies.found.connect(self._on_found)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @Slot()
    def toggle(self) -> None:
        """Begin, or stop."""
        if self.playing:
            self.stop()
        elif self._studies.start(GROW, _study):
            self._columns.heading.show_growing(True)

    def stop(self) -> None:
        """Back to the network as it is."""
        self._studies.cancel(GROW)
        self._timer.stop()
        if self._grown is not None:
            self._grown = None
            self._columns.below.pictures.show_grown(None)
            self._columns.gallery.show_selected(())
        self._columns.heading.show_growing(False)

    @Slot(str, object)
    def _on_found(self, kind: str, result: object) -> None:
        if kind != GROW or not isinstance(result, Grown):
            return
        if not len(result.pictures):
            self.stop()
            return
        self._grown, self._count = result, 0
        self._columns.below.show_pictures_page()
        self._columns.below.turn(Page.PICTURES)
        self._show()
        self._timer.start(int(min(max(1000 * SECONDS / len(result.pictures), LEAST_PAUSE), MOST_PAUSE)))

    @Slot()
    def _next(self) -> None:
        grown = self._grown
        if grown is None or self._count + 1 >= len(grown.pictures):
            self.stop()
            return
        self._count += 1
        self._show()
        if self._count + 1 == len(grown.pictures):
            self._timer.start(LINGER)

    def _show(self) -> None:
        grown = self._grown
        if grown is None:
            return
        picture = grown.pictures[self._count]
        shown = self._columns.below.pictures
        shown.show_grown(picture, self._count, len(grown.pictures) - 1, float(grown.mse[self._count]), plane=grown.plane)
        come = tuple(int(neuron) for neuron in grown.order[: self._count])
        layer, run = self._columns.gallery.tiles.layer, self._session.current
        if layer is not None and run is not None and layer.number == run.architecture.layout.depth - 1:  # neurons of another layer don't come
            self._columns.gallery.show_selected(come[-1:])


def _study(moment: Moment, work: Work) -> Grown:
    return grow(moment, work=work)
