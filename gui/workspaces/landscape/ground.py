"""The surface below the race: of all data or of a step's batch, over an extent that holds the paths."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from gui.session.jobs import Jobs
from gui.session.race_player import RacePlayer
from gui.session.surfaces import Surfaces
from gui.workspaces.landscape.pairs import TREMBLING, batch_surface, steady_surface
from nn.landscape import curve, surface
from nn.landscape.checks import Extent
from nn.landscape.objective import CurveObjective, FunctionObjective
from nn.landscape.surface import Surface


class Ground(QObject):
    """``made`` carries each surface that has been calculated, with its contour lines; ``failed`` the error of one that can't be.

    ``batch`` is the size of the batches whose surface trembles.
    """

    made = Signal(object)  # Drawn
    failed = Signal(object)

    def __init__(self, jobs: Jobs, player: RacePlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._surfaces = Surfaces(jobs, self)
        self._objective: CurveObjective | FunctionObjective | None = None
        self._steady: Surface | None = None
        self.extent: Extent = curve.EXTENT
        self.batch = curve.BATCH_SIZE
        self.trembling = False
        self._surfaces.made.connect(self._on_made)
        self._surfaces.failed.connect(self.failed)
        player.recorded.connect(self._fit_extent)
        player.moved.connect(self._tremble)

    def lay(self, objective: CurveObjective | FunctionObjective | None) -> None:
        """Another surface, or none while the data are still to come."""
        self._objective, self._steady = objective, None
        self._surfaces.forget()
        if objective is not None:
            self.extent = self._own
            self.ask()

    @property
    def _own(self) -> Extent:
        """What is shown at first."""
        return self._objective.function.extent if isinstance(self._objective, FunctionObjective) else curve.EXTENT

    def forget(self) -> None:
        """Nobody waits for a surface any more."""
        self._surfaces.forget()

    @Slot(bool)
    def set_trembling(self, on: bool) -> None:
        """Whether the surface is that of each step's batch, instead of a fixed sample's."""
        self.trembling = on
        self.ask()

    def ask(self) -> None:
        """The surface over the present extent: of all data, or of this step's batch."""
        if isinstance(self._objective, FunctionObjective):
            self._surfaces.ask(partial(surface.of_function, self._objective.function, self.extent), slow=False)
        elif self._objective is not None:
            self._surfaces.ask(partial(steady_surface, self._objective.data, self.extent))
            if self.trembling:
                self._tremble(self._player.position)

    @Slot(int)
    def _tremble(self, step: int) -> None:
        if self.trembling and isinstance(self._objective, CurveObjective):
            pairs = self._objective.batch(step, self.batch)
            steady = self._steady
            levels = None if steady is None or steady.extent != self.extent else steady.levels
            self._surfaces.ask(partial(batch_surface, pairs, self.extent, levels), afresh=False)

    @Slot(object)
    def _on_made(self, drawn: object) -> None:
        found = getattr(drawn, "surface", None)
        if isinstance(found, Surface) and len(found.xs) != TREMBLING:
            self._steady = found
        self.made.emit(drawn)

    @Slot()
    def _fit_extent(self) -> None:
        """The landscape grows to hold the paths; it shrinks back to its own size when they no longer need more."""
        paths = [path.positions for path in self._player.paths]
        base = self._own if self._player.whole else self.extent  # while the paths grow it only grows
        needed = surface.holding(base, *paths) if paths else self._own
        if needed != self.extent and self._objective is not None:
            self.extent = needed
            self.ask()
