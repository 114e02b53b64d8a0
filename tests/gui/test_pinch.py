"""Pinches on screens and touchpads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget
from pytestqt.qtbot import QtBot

from gui.views.pinch import Pinch, pinch_of
from gui.views.steps_diagram import StepsDiagram
from nn.replay import mazur


def on_touchpad(value: float, kind: Qt.NativeGestureType = Qt.NativeGestureType.ZoomNativeGesture) -> QNativeGestureEvent:
    at = QPointF(30, 40)
    return QNativeGestureEvent(kind, QPointingDevice.primaryPointingDevice(), 2, at, at, at, value, QPointF())


def test_two_fingers_on_a_touchpad(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert pinch_of(on_touchpad(0.25), widget) == Pinch(1.25, QPointF(30, 40))
    assert pinch_of(on_touchpad(0.25, Qt.NativeGestureType.RotateNativeGesture), widget) is None
    assert pinch_of(QEvent(QEvent.Type.Leave), widget) is None


def test_two_fingers_on_a_screen(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.move(100, 0)
    gesture = QPinchGesture()
    gesture.setScaleFactor(0.5)
    gesture.setCenterPoint(QPointF(widget.mapToGlobal(QPoint(7, 9))))
    assert pinch_of(QGestureEvent([gesture]), widget) == Pinch(0.5, QPointF(7, 9))


def test_a_diagram_grows_by_a_pinch(qtbot: QtBot) -> None:
    diagram = StepsDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(600, 400)
    diagram.show_walk(mazur.walk())
    before = diagram._view.zoom
    assert diagram.event(on_touchpad(0.5))
    assert diagram._view.zoom > before
