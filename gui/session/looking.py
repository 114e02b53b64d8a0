"""Looking inside the run on screen: what is looked at, and only while somebody looks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from gui.session.training_session import TrainingSession
from nn.inside.views import InsideRequest, TileKind
from nn.training.commands import LookInside

if TYPE_CHECKING:
    from gui.session.training_thread import Ready


class Looking(QObject):
    """Keeps the request that the training thread answers with every snapshot; a run that comes is asked the same.

    ``request_changed`` carries the :class:`InsideRequest` in use; a stroke of the pen alone isn't told.
    """

    request_changed = Signal(object)

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._looks = False
        self.request = InsideRequest()
        session.ready.connect(self._on_ready)
        if session.current is not None:
            self._on_ready(session.current)

    def look(self, looks: bool) -> None:
        """Begin to look, or look away: then it costs the training nothing."""
        if looks != self._looks:
            self._looks = looks
            self._session.send(LookInside(self.request if looks else None))

    def change(self, **parts: object) -> None:
        """Look at something else: any of the request's own fields."""
        self.request = replace(self.request, **parts)  # type: ignore[arg-type]  # parts are the request's own fields
        if self._looks:
            self._session.send(LookInside(self.request))
        if set(parts) != {"drawn"}:
            self.request_changed.emit(self.request)

    def kind_for(self, layer: int) -> TileKind:
        """What tiles of that layer show: what they showed before where they can."""
        run = self._session.current
        return self.request.kind if run is None else usual_kind(run, replace(self.request, layer=layer))

    @Slot(object)
    def _on_ready(self, ready: object) -> None:
        """Another run: the same look where it fits, else the first layer."""
        run = cast("Ready", ready)
        hidden = max(len(run.architecture.widths) - 2, 1)
        request = replace(self.request, output=None, drawn=None)
        if request.layer > hidden:
            request = replace(request, layer=1)
        self.request = replace(request, kind=usual_kind(run, request))
        if self._looks:
            self._session.send(LookInside(self.request))
        self.request_changed.emit(self.request)


def kinds_of(run: Ready, layer: int) -> tuple[TileKind, ...]:
    """What tiles can show: outputs over one or two inputs, else incoming weights; the answers everywhere."""
    hidden = 1 <= layer < run.architecture.layout.depth
    seen = TileKind.OUTPUT if run.prepared.dataset.raw.shape[1] <= 2 else TileKind.WEIGHTS
    return (seen, TileKind.ALONE, TileKind.WITHOUT) if hidden else ()


def usual_kind(run: Ready, request: InsideRequest) -> TileKind:
    """The kind asked for where the run has it, else the first that it has."""
    kinds = kinds_of(run, request.layer)
    return request.kind if request.kind in kinds or not kinds else kinds[0]
