"""The loss plot with its header: what the workspace holds."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from gui.theme import GRID
from gui.views.loss_plot.canvas import LossCanvas
from gui.views.loss_plot.header import LossHeader
from gui.views.loss_plot.state import KeptRun, PlotState
from nn.training.snapshot import Snapshot


class LossPlot(QWidget):
    """Train and test loss with band, events, stop line and earlier runs. Sends ``seek_requested(epoch)`` when dragged."""

    seek_requested = Signal(float)
    log_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = PlotState()
        self._loss_name = ""
        self._run_id: int | None = None
        self._header = LossHeader(self)
        self._canvas = LossCanvas(self._state, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(2)
        column.addWidget(self._header)
        column.addWidget(self._canvas, 1)
        self.setFocusProxy(self._canvas)
        self._header.caption.clicked.connect(self._toggle_log)
        self._canvas.seek_requested.connect(self.seek_requested)
        self._canvas.menu_requested.connect(self._open_menu)
        self._canvas.log_toggled.connect(self._toggle_log)
        self._retranslate()

    # --- what is shown ---

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The run's curve and events, and where in it the present moment lies."""
        if snapshot.run_id != self._run_id:
            self._run_id = snapshot.run_id
            self._state.window = None
        state, history = self._state, snapshot.history
        # the snapshot's own epoch: steps per epoch change with the batch size
        cursor = snapshot.epoch if history.position < history.end else None
        if snapshot.curve is state.curve and snapshot.events == state.events and cursor == state.cursor:
            return
        state.curve, state.events, state.cursor = snapshot.curve, snapshot.events, cursor
        self._header.show_test(not snapshot.curve.test.size or bool(np.isfinite(snapshot.curve.test).any()))
        self._canvas.refresh()

    def show_stop_loss(self, value: float | None) -> None:
        """The loss at which training stops, or ``None``."""
        self._state.stop_loss = value if value is not None and math.isfinite(value) and value > 0 else None
        self._canvas.refresh()

    def show_loss_name(self, name: str) -> None:
        """The loss in words: ``MSE``."""
        self._loss_name = name
        self._retranslate()

    def set_log(self, on: bool) -> None:
        """Logarithmic or linear axis of the loss."""
        if on != self._state.log:
            self._state.log = on
            self._retranslate()
            self.log_changed.emit(on)

    @property
    def log(self) -> bool:
        return self._state.log

    def show_all(self) -> None:
        """Undo zooming: every epoch on the axis."""
        self._canvas.show_all()

    # --- earlier runs ---

    def keep_run(self, label: str) -> None:
        """Go on showing the present curve, thin and with ``label``; of more than six the oldest goes."""
        self._state.keep(label)
        self._canvas.refresh()

    def clear_kept(self) -> None:
        self._state.kept.clear()
        self._canvas.refresh()

    @property
    def kept(self) -> tuple[KeptRun, ...]:
        return tuple(self._state.kept)

    # --- words and menu ---

    def _toggle_log(self) -> None:
        self.set_log(not self._state.log)

    def _open_menu(self, where: QPointF) -> None:
        menu = QMenu(self)
        log = menu.addAction(self.tr("Logarithmic axis"), self._toggle_log)
        log.setCheckable(True)
        log.setChecked(self._state.log)
        menu.addAction(self.tr("Show all epochs"), self.show_all).setEnabled(self._state.window is not None)
        menu.addSeparator()
        menu.addAction(self.tr("Clear earlier runs"), self.clear_kept).setEnabled(bool(self._state.kept))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where.toPoint())

    def _retranslate(self) -> None:
        pattern = self.tr("{loss}, log; band = min–max") if self._state.log else self.tr("{loss}, linear; band = min–max")
        caption = pattern.format(loss=self._loss_name or self.tr("mean per sample"))
        self._header.show_words(self.tr("Loss"), caption, self.tr("train"), self.tr("test"))
        self.setAccessibleName(self.tr("Loss plot"))
        self._canvas.setAccessibleName(self.tr("Loss over the epochs"))
        self._canvas.setToolTip("")
        self._canvas.setWhatsThis(
            self.tr("Drag to go to a moment. Wheel: zoom. Drag the epoch axis: move. Double click: show all. L: log or linear.")
        )
        self._canvas.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
