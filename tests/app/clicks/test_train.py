"""What a user does in the Train workspace, with the mouse and the keyboard."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.app import Program
from gui.preferences import Preferences
from gui.views.decision_map.canvas import MapCanvas
from nn.choices import DeviceChoice
from nn.layout import Neuron
from nn.presets import CIRCLES
from nn.settings import StopSettings
from nn.training.snapshot import RunState, Snapshot

if os.environ.get("QT_QPA_PLATFORM") != "xcb":
    pytest.skip("these tests click on a screen; tests/app/test_on_a_screen.py starts one for them", allow_module_level=True)

SECONDS = 400  # a limit for what hangs: kernels may have to be compiled, on a busy machine


class User:
    """Someone at the window of a fresh program."""

    def __init__(self) -> None:
        self.program = Program(Preferences(None))
        circles = CIRCLES.experiment
        self.program.experiment = replace(circles, device=DeviceChoice.CPU, training=replace(circles.training, stop=StopSettings()))
        self.window = self.program.window
        self.train = self.program.train
        self.program.show()
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)  # keys are nobody's before
        self.see(lambda s: s.map is not None and s.sample is not None)

    @property
    def snapshot(self) -> Snapshot:
        found = self.train.session.snapshot
        assert found is not None
        return found

    def wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def see(self, what: Callable[[Snapshot], bool]) -> Snapshot:
        """Look until the newest picture is one for which ``what`` holds."""
        for _ in range(SECONDS * 20):
            found = self.train.session.snapshot
            if found is not None and what(found):
                self.wait(120)  # the views draw within some frames
                return found
            self.wait(50)
        raise AssertionError(f"never seen; last: step {self.snapshot.step}, {self.snapshot.state}")

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window, key, modifiers)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center())

    def picture(self, widget: QWidget) -> np.ndarray:
        """What is on the screen where ``widget`` is, as bytes."""
        corner = widget.mapTo(self.window, QPoint(0, 0))
        screen = QGuiApplication.primaryScreen()
        image = screen.grabWindow(self.window.winId(), corner.x(), corner.y(), widget.width(), widget.height()).toImage()
        return np.frombuffer(image.constBits(), np.uint8).copy()

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(SECONDS * 20):
            if holds():
                return
            self.wait(50)
        raise AssertionError("never happened")

    def repainted(self, widget: QWidget, before: np.ndarray, part: float = 0.01) -> None:
        """Look until more than a ``part`` of what ``widget`` shows has changed: views take turns, and on a busy machine theirs comes late."""
        self.until(lambda: bool(np.mean(self.picture(widget) != before) > part))

    def leave(self) -> None:
        self.window.close()
        for _ in range(SECONDS * 20):
            if not self.window.isVisible():
                return
            self.wait(50)
        raise AssertionError("the window did not close")


@pytest.fixture
def user(application: QApplication) -> Iterator[User]:
    someone = User()
    yield someone
    if someone.window.isVisible():
        someone.leave()
    someone.window.deleteLater()
    someone.wait(10)


def neuron_point(user: User, neuron: Neuron) -> QPoint:
    """The middle of a neuron in the diagram, found by pointing at it as a user would: row by row until it answers."""
    diagram = user.train.columns.diagram
    found: list[Neuron] = []
    diagram.neuron_clicked.connect(found.append)
    for x in range(diagram.width() // 4, diagram.width(), 10):
        for y in range(60, diagram.height() - 40, 14):
            QTest.mouseClick(diagram, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, y))
            if neuron in found:
                diagram.neuron_clicked.disconnect(found.append)
                return QPoint(x, y)
    raise AssertionError(f"{neuron} could not be found by clicking")


def test_play_switch_a_neuron_off_and_on_and_close_while_training(user: User) -> None:
    first = user.snapshot
    user.press(Qt.Key.Key_Space)
    user.see(lambda s: s.step > 300 and s.measures.train_loss < 0.9 * first.measures.train_loss)
    user.press(Qt.Key.Key_Space)
    before = user.see(lambda s: s.state is RunState.PAUSED)
    picture = user.picture(user.train.columns.decision)

    neuron_point(user, Neuron(1, 0))
    assert user.train.selection.neuron == Neuron(1, 0)
    user.press(Qt.Key.Key_D)
    off = user.see(lambda s: Neuron(1, 0) in s.ablation.off)
    assert before.map is not None
    assert off.map is not None
    assert not np.array_equal(off.map.outputs, before.map.outputs)
    assert off.measures.train_loss != before.measures.train_loss
    user.repainted(user.train.columns.decision, picture)

    user.press(Qt.Key.Key_A)
    back = user.see(lambda s: not s.ablation.off)
    assert back.map is not None
    assert np.array_equal(back.map.outputs, before.map.outputs)

    user.press(Qt.Key.Key_Space)
    user.see(lambda s: s.step > before.step + 50)
    user.leave()
    assert user.train.shutdown()


def test_steps_epochs_and_back_by_keys(user: User) -> None:
    user.press(Qt.Key.Key_Right)
    user.see(lambda s: s.step == 1 and s.state is RunState.PAUSED)
    user.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    user.see(lambda s: s.step == 11 and s.state is RunState.PAUSED)
    user.press(Qt.Key.Key_Left)
    user.see(lambda s: s.step == 10)
    user.press(Qt.Key.Key_R)
    user.see(lambda s: s.step == 0 and s.run_id == 2)


def test_a_sample_picked_on_the_map_is_followed(user: User) -> None:
    before = user.snapshot.sample
    assert before is not None
    canvas = user.train.columns.decision.findChild(MapCanvas)
    assert canvas is not None
    for x in range(60, canvas.width() - 40, 12):
        user.click(canvas, QPoint(x, canvas.height() // 3))
        user.wait(60)
        now = user.snapshot.sample
        if now is not None and now.index != before.index:
            return
    raise AssertionError("no click on the map chose another sample")


def test_a_bad_learning_rate_is_told_and_nothing_is_lost(user: User) -> None:
    from PySide6.QtWidgets import QLineEdit

    user.press(Qt.Key.Key_Right)
    user.see(lambda s: s.step == 1 and s.state is RunState.PAUSED)
    field = next(line for line in user.train.columns.training.findChildren(QLineEdit) if line.text() in ("0.05", "0,05"))
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "-1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    user.wait(200)
    assert user.train.editor.experiment.training.learning_rate == 0.05
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0,1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    user.see(lambda s: s.learning_rate == 0.1)
    assert user.snapshot.step == 1


def test_dark_and_light_english_and_spanish_are_switched_live(user: User) -> None:
    actions = user.program.actions
    before = user.picture(user.window)
    actions["theme"].trigger()
    user.repainted(user.window, before, 0.5)
    actions["theme"].trigger()
    actions["spanish"].trigger()
    user.until(lambda: actions["undo"].text() == "Deshacer")
    actions["english"].trigger()
    user.until(lambda: actions["undo"].text() == "Undo")
