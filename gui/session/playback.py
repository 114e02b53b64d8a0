"""Play, pause, step, back: what the buttons and keys ask of the run."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from gui.session.training_session import TrainingSession
from nn.training.commands import Advance, Back, GoTo, LowerRate, Pause, Play
from nn.training.snapshot import RunState


class Playback(QObject):
    """Turns intents into commands. ``speed`` is in steps per second, ``None`` is flat out."""

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._speed: float | None = None

    @property
    def running(self) -> bool:
        snapshot = self._session.snapshot
        return snapshot is not None and snapshot.state is RunState.RUNNING

    @Slot()
    def toggle(self) -> None:
        if self.running:
            self.pause()
        else:
            self.play()

    @Slot()
    def play(self) -> None:
        self._session.send(Play(self._speed))

    @Slot()
    def pause(self) -> None:
        self._session.send(Pause())

    @Slot(int)
    def step(self, steps: int = 1) -> None:
        self._session.send(Advance(steps=steps))

    @Slot(int)
    def epoch(self, epochs: int = 1) -> None:
        self._session.send(Advance(epochs=epochs))

    @Slot()
    def back(self) -> None:
        self._session.send(Back())

    @Slot(int)
    def seek(self, step: int) -> None:
        """Show the kept moment nearest to ``step``."""
        self._session.send(GoTo(step))

    @Slot(float)
    def seek_epoch(self, epoch: float) -> None:
        """The same, for a place on the loss plot."""
        snapshot = self._session.snapshot
        if snapshot is not None:
            self.seek(round(snapshot.step + (epoch - snapshot.epoch) * snapshot.steps_per_epoch))

    @Slot(object)
    def set_speed(self, steps_per_second: float | None) -> None:
        self._speed = steps_per_second
        if self.running:
            self.play()

    @Slot()
    def lower_rate(self) -> None:
        self._session.send(LowerRate())
