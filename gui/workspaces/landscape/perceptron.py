"""The perceptron lesson, as a guest of the Landscape workspace: a line by hand, what it costs, and the descent that finds it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot

from gui.errors import notice_of
from gui.panels.landscape.functions import Entry
from gui.panels.landscape.perceptron import PerceptronPanel
from gui.views.perceptron_view import Handle, PerceptronView
from gui.views.surface_view import SurfacePath
from gui.workspaces.landscape.lesson_state import FIRST_CLIENTS, LessonMove, LessonState, between
from gui.workspaces.landscape.perceptron_right import PerceptronRight
from gui.workspaces.landscape.words import say
from nn.choices import Activation
from nn.errors import NeurolupaError
from nn.landscape import loans
from nn.landscape import perceptron as neurons
from nn.landscape import perceptron_descent as descents
from nn.landscape.loans import Loans, LoanSettings
from nn.landscape.perceptron import Perceptron
from nn.landscape.perceptron_descent import Descent
from nn.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from gui.workspaces.landscape.workspace import LandscapeWorkspace

KEY = "perceptron"
FIRST_LINE: tuple[Handle, Handle] = ((700.0, 4.0), (2300.0, 15.0))
STEEPNESS = 2.0  # length of the weights of the first line
CELLS = (90, 120)  # of the picture of what the neuron says
STEPS = 400  # of a descent
FPS = 30
SURFACE_EVERY = 10  # steps of a descent between two surfaces: the bias moves, and the surface with it
REACH = 6.0  # of the weights' axes; more where a weight is beyond
MOVING, RESTING = 61, 121  # places along each axis of the surface

_TITLE, _NOTE = QT_TRANSLATE_NOOP("Landscape", "Perceptron"), QT_TRANSLATE_NOOP("Landscape", "one neuron, a line by hand")


class PerceptronLesson(QObject):
    """One entry in the list; its own page in the middle."""

    def __init__(self, workspace: LandscapeWorkspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._c = workspace, workspace.columns
        self.panel, self.view, self.right = PerceptronPanel(), PerceptronView(), PerceptronRight()
        self.data: Loans = loans.make(FIRST_CLIENTS)
        self.rate = 1.0
        self.state = self._first(LessonState(Perceptron(1.0, 1.0, 0.0), None))
        self.descent: Descent | None = None
        self.position = 0
        self._before: LessonState | None = None  # while a line is dragged
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(1000 / FPS))
        self._timer.timeout.connect(self._descend_on)
        self._c.middle.addWidget(self.view)
        self._c.guest_left.addWidget(self.panel)
        self._c.guest_right.addWidget(self.right, 1)
        self.panel.hide()
        self.right.hide()
        self.right.curve.show_curve(descents.log_curve())
        self._connect()

    def _connect(self) -> None:
        self.view.line_moved.connect(self._drag)
        self.view.line_dropped.connect(self._drop)
        self.panel.activation_chosen.connect(self._choose_activation)
        self.panel.settings_changed.connect(self._choose_clients)
        self.panel.rate_moved.connect(self._set_rate)
        self.panel.descent_requested.connect(self.toggle)
        self.panel.step_requested.connect(self.one_step)
        self.panel.line_requested.connect(self._first_line)
        self.right.surface.place_chosen.connect(self._put)
        self._c.installEventFilter(self)

    def _first(self, state: LessonState) -> LessonState:
        """The same with the line that everybody begins with."""
        p, q = (np.array(handle) for handle in FIRST_LINE)
        return replace(state, neuron=neurons.from_handles(self.data, p, q, STEEPNESS), handles=FIRST_LINE)

    # What the workspace asks of a guest

    @property
    def entries(self) -> list[Entry]:
        return [Entry(KEY, say(_TITLE), say(_NOTE), icon="train")]

    def enter(self, _key: str) -> None:
        self._c.show_parts(race=False, data=False, fit=False)
        self._c.middle.setCurrentWidget(self.view)
        self.panel.show()
        self.right.show()
        self.show_state(self.state)

    def leave(self) -> None:
        self.stop()
        self.panel.hide()
        self.right.hide()

    def title(self) -> str:
        return say(_TITLE)

    def place_clicked(self, _x: float, _y: float) -> None:
        """The map isn't on screen."""

    def shutdown(self) -> bool:
        self.stop()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.stop()
        elif event.type() == QEvent.Type.LanguageChange and not self.right.isHidden():
            self._show_surface(RESTING)  # its axes have names
        return super().eventFilter(watched, event)

    # Showing

    def show_state(self, state: LessonState) -> None:
        """Everything, after a move; a descent is over with it."""
        if state.settings != self.state.settings:
            self.data = loans.make(state.settings)
        self.state = state
        self.stop()
        self.descent, self.position = None, 0
        self.view.show_clients(self.data)
        self.panel.show_settings(state.settings, state.activation, self.rate)
        self.right.show_activation(state.activation)
        self._show_neuron()
        self._show_surface(RESTING)
        self._show_position()

    def _show_neuron(self) -> None:
        """The line, who is wrong, and what that costs."""
        neuron, data, activation = self.state.neuron, self.data, self.state.activation
        wrong = neuron.wrong(data)
        self.view.show_line(self.state.handles, neurons.answers(neuron, data, activation, CELLS), wrong.tolist())
        self.panel.show_line(int(wrong.sum()), len(wrong), neurons.likelihood(neuron, data))
        costs = neurons.cross_entropies(neuron.sums(data), data) if activation is Activation.SIGMOID else np.where(wrong, np.inf, 0.0)
        self.right.curve.show_clients(np.exp(-costs), costs, data.labels)

    def _show_surface(self, resolution: int) -> None:
        largest = float(np.abs(self.state.neuron.weights[:2]).max())
        reach = REACH * max(1.0, np.ceil(1.1 * largest / REACH))
        surface = descents.cost_surface(self.state.neuron, self.data, self.state.activation, float(reach), resolution)
        self.right.surface.show_surface(surface, ("w₁", "w₂", say("cost")))
        self._show_path()

    def _show_path(self) -> None:
        way = self.state.neuron.weights[np.newaxis] if self.descent is None else self.descent.weights[: self.position + 1]
        self.right.surface.show_paths([SurfacePath(way[:, :2])])

    def _show_position(self) -> None:
        stuck = self.descent.stuck if self.descent is not None and (self.is_step or self._at_end) else None
        self.panel.show_descent(self.position, playing=self._timer.isActive(), stuck=stuck)

    @property
    def is_step(self) -> bool:
        return self.state.activation is Activation.STEP

    @property
    def _at_end(self) -> bool:
        return self.descent is not None and self.position >= len(self.descent.weights) - 1

    # The line by hand

    @Slot(float, float, float, float)
    def _drag(self, px: float, py: float, qx: float, qy: float) -> None:
        self.stop()
        self._before = self._before or self.state
        ends = (px, py), (qx, qy)
        try:
            neuron = self._through(self.data, ends)
        except NeurolupaError as error:
            self._workspace.notice.emit(notice_of(error))
            return
        self.state = replace(self.state, neuron=neuron, handles=ends)
        self.descent, self.position = None, 0
        self._show_neuron()
        self._show_surface(MOVING)
        self._show_position()

    @Slot()
    def _drop(self) -> None:
        before, self._before = self._before, None
        if before is not None and before != self.state:
            self._workspace.undo.push(LessonMove(self.show_state, before, self.state))

    def _do(self, new: LessonState) -> None:
        if new != self.state:
            self._workspace.undo.push(LessonMove(self.show_state, self.state, new))

    @Slot(object)
    def _choose_activation(self, activation: Activation) -> None:
        self._do(replace(self.state, activation=activation))

    @Slot(object)
    def _choose_clients(self, settings: LoanSettings) -> None:
        """Others are scaled otherwise: the line stays where it is, its weights change."""
        new = replace(self.state, settings=settings)
        if new.handles is not None:
            new = replace(new, neuron=self._through(loans.make(settings), new.handles))
        self._do(new)

    def _through(self, data: Loans, ends: tuple[Handle, Handle]) -> Perceptron:
        """The neuron whose line goes through both places, as steep as the present one."""
        steepness = float(np.linalg.norm(self.state.neuron.weights[:2])) or STEEPNESS
        return neurons.from_handles(data, np.array(ends[0]), np.array(ends[1]), steepness)

    @Slot()
    def _first_line(self) -> None:
        self._do(self._first(self.state))

    @Slot(float, float)
    def _put(self, w1: float, w2: float) -> None:
        """The weights of a place on the surface, the bias as it is."""
        neuron = Perceptron(w1, w2, self.state.neuron.b)
        self._do(replace(self.state, neuron=neuron, handles=between(neuron, self.data)))

    # The descent

    @Slot(float)
    def _set_rate(self, rate: float) -> None:
        """From the present line on."""
        self.rate = rate
        if self.descent is not None:
            self._begin_descent()

    def _begin_descent(self) -> None:
        self.descent = descents.descend(self.data, self.state.neuron, self.state.activation, learning_rate=self.rate, steps=STEPS)
        self.position = 0

    @Slot()
    def toggle(self) -> None:
        """Descend, or pause; a step that can't descend says so."""
        if self._timer.isActive():
            self.stop()
        elif self.is_step:
            self.one_step()
        else:
            if self.descent is None or self._at_end:
                self._begin_descent()
            self._timer.start()
        self._show_position()

    def stop(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._show_surface(RESTING)
            self._show_position()

    @Slot()
    def one_step(self) -> None:
        if self.descent is None or self._at_end:
            self._begin_descent()
        self._look_at(self.position + 1)

    @Slot()
    def back(self) -> None:
        """One step up again, as far as the line has come down."""
        self._look_at(self.position - 1)

    @Slot()
    def restart(self) -> None:
        """The line where the descent began."""
        self._look_at(0)

    def _look_at(self, step: int) -> None:
        self._timer.stop()
        if self.descent is not None:
            self._go_to(max(step, 0))
        self._show_surface(RESTING)
        self._show_position()

    @Slot()
    def _descend_on(self) -> None:
        self._go_to(self.position + 1)
        if self._at_end:
            self.stop()
        elif self.position % SURFACE_EVERY == 0:
            self._show_surface(MOVING)
        self._show_position()

    def _go_to(self, step: int) -> None:
        if self.descent is None:
            return
        self.position = min(step, len(self.descent.weights) - 1)
        neuron = self.descent.perceptron(self.position)
        self.state = replace(self.state, neuron=neuron, handles=between(neuron, self.data))
        self._show_neuron()
        self._show_path()
