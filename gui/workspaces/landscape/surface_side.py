"""The landscape in three dimensions: what the map shows, shown as a surface when the person asks for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Slot

from gui.panels.landscape.heading import Drawing
from gui.views.surface_view import SurfacePath, SurfaceView
from gui.workspaces.landscape.columns import LandscapeColumns
from gui.workspaces.landscape.session import LandscapeSession


class SurfaceSide(QObject):
    """Mirrors the map's state: connect after whatever changes the map. A click on the surface is a click on the map."""

    def __init__(self, columns: LandscapeColumns, session: LandscapeSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._c = columns
        self.view = SurfaceView()
        columns.drawings.addWidget(self.view)
        columns.heading.drawing_chosen.connect(self._choose)
        columns.heading.show_surface_available("")
        self.view.place_chosen.connect(columns.map.place_clicked)
        session.changed.connect(self.mirror)
        session.ground.made.connect(self.mirror)
        session.player.recorded.connect(self.mirror)
        session.player.moved.connect(self._mirror_step)

    @property
    def on(self) -> bool:
        """Whether the surface is shown, instead of the map."""
        return self._c.drawings.currentWidget() is self.view

    @Slot(object)
    def _choose(self, drawing: Drawing) -> None:
        self._c.drawings.setCurrentWidget(self.view if drawing is Drawing.SURFACE else self._c.map)
        self.mirror()

    @Slot()
    def mirror(self) -> None:
        """Everything as the map has it."""
        if self.on:
            state = self._c.map.state
            cost = QCoreApplication.translate("Landscape", "cost")
            self.view.show_surface(state.surface, (*state.axes, cost))
            self._mirror_paths()

    @Slot(int)
    def _mirror_step(self, _step: int) -> None:
        if self.on:
            self._mirror_paths()

    def _mirror_paths(self) -> None:
        state = self._c.map.state
        self.view.show_paths([SurfacePath(track.positions[: state.step + 1], track.look, track.name) for track in state.tracks])
