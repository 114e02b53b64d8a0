"""The map itself: paints a scene, and turns clicks and keys into intents."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fields.labels import class_names
from gui.format import exact
from gui.theme import theme
from gui.views.axis import read_label
from gui.views.decision_map.points import nearest, toward
from gui.views.decision_map.regions import Answer
from gui.views.decision_map.scene import Plane, Scene, paint_answer, paint_axes, paint_chosen, paint_curve, paint_frame, paint_points
from gui.views.throttle import RepaintThrottle
from nn.choices import Task

FPS = 10  # as often as a run's map is made anew
_PAINT_GAP = 12.0  # px between points painted by dragging
_ERASE_REACH = 12.0
_TIP_REACH = 9.0
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class MapCanvas(QWidget):
    """Click picks a sample; in draw mode it adds points, and erases with the right button, Alt or the eraser."""

    sample_picked = Signal(int)
    point_added = Signal(float, float, int)  # in the person's units, and the class
    point_removed = Signal(int)
    class_chosen = Signal(int)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._overlay: QPixmap | None = None
        self._answer: Answer | None = None
        self._plane = Plane.of(QSizeF(self.size()), scene)
        self._extent = scene.extent()  # of the overlay
        self.empty_text = ""
        self.drawing = False
        self.erasing = False
        self.current_class = 0
        self._last_painted: QPointF | None = None
        self._throttle = RepaintThrottle(self, FPS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.refresh_all)

    def sizeHint(self) -> QSize:
        return QSize(328, 330)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 180)

    def most_height(self, width: int) -> int:
        """The height beyond which a map of ``width`` pixels would only stand in empty room."""
        if self._scene.is_curve:
            return 16_777_215  # Qt's own "no limit"
        tall = Plane.of(QSizeF(width, 1e5), self._scene)
        return round(tall.frame.bottom() + 38 * theme().scale)

    # --- what changes ---

    def refresh_all(self) -> None:
        """Data, units, size or theme have changed: paint everything anew."""
        self._overlay = None
        self._answer = None
        self._throttle.request()

    def refresh_answer(self) -> None:
        """The network or the chosen sample has changed: the axes and points stay, unless the frame shows another extent."""
        extent = self._scene.extent()
        if extent != self._extent:
            self._extent, self._overlay = extent, None
        self._answer = None  # found when painted: maps that nobody sees cost nothing
        self._throttle.request()

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        size = QSizeF(self.size())
        if self._overlay is None or self._overlay.deviceIndependentSize() != size:
            self._plane, self._extent = Plane.of(size, self._scene), self._scene.extent()
            self._overlay = self._painted_overlay(size)
        if self._answer is None:
            self._answer = self._scene.answer()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("panel"))
        view = self._scene.fit_view()
        if self._answer is not None and view is not None:
            paint_answer(painter, self._plane, self._answer, view.extent)
        elif view is None:
            self._paint_empty(painter)
        painter.drawPixmap(0, 0, self._overlay)
        if self._scene.is_curve:
            paint_curve(painter, self._plane, self._scene)
        paint_chosen(painter, self._plane, self._scene)
        paint_frame(painter, self._plane)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(self._plane.frame.adjusted(-1.5, -1.5, 1.5, 1.5), 7, 7)

    def _painted_overlay(self, size: QSizeF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        overlay = QPixmap((size * ratio).toSize().expandedTo(QSize(1, 1)))
        overlay.setDevicePixelRatio(ratio)
        overlay.fill(Qt.GlobalColor.transparent)
        painter = QPainter(overlay)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_axes(painter, self._plane, self._scene)
        paint_points(painter, self._plane, self._scene)
        painter.end()
        return overlay

    def _paint_empty(self, painter: QPainter) -> None:
        painter.fillPath(self._plane.outline(), theme().color("card"))
        if self._scene.points is None or not len(self._scene.points.index):
            painter.setFont(theme().sans(12))
            painter.setPen(theme().color("text3"))
            painter.drawText(self._plane.frame.adjusted(16, 16, -16, -16), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_text)

    # --- pointer ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        if not self._plane.frame.contains(where):
            return
        self._last_painted = where
        if not self.drawing:
            if event.button() == Qt.MouseButton.LeftButton:
                self._pick(where)
        elif self._erases(event):
            self._erase(where)
        else:
            self._add(where)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        if self._last_painted is None or not self._plane.frame.contains(where):
            return
        if not self.drawing:
            self._pick(where)
        elif self._erases(event):
            self._erase(where)
        elif (where - self._last_painted).manhattanLength() >= _PAINT_GAP:
            self._last_painted = where
            self._add(where)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._last_painted = None

    def _erases(self, event: QMouseEvent) -> bool:
        right = bool((event.buttons() | event.button()) & Qt.MouseButton.RightButton)
        return self.erasing or right or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def _near(self, where: QPointF) -> tuple[int, float] | None:
        """The drawn sample nearest to the pointer: its number and its distance in pixels."""
        points = self._scene.points
        found = nearest(self._plane.pixels(points.place), where.x(), where.y()) if points is not None else None
        return (int(points.index[found[0]]), found[1]) if points is not None and found is not None else None

    def _pick(self, where: QPointF) -> None:
        found = self._near(where)
        if found is not None and found[0] != self._scene.chosen:
            self.sample_picked.emit(found[0])

    def _add(self, where: QPointF) -> None:
        self.point_added.emit(self._plane.xs.value(where.x()), self._plane.ys.value(where.y()), self.current_class)

    def _erase(self, where: QPointF) -> None:
        found = self._near(where)
        if found is not None and found[1] <= _ERASE_REACH:
            self.point_removed.emit(found[0])

    # --- keyboard ---

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()  # before the window's shortcuts take it
            return True
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        if kind == QEvent.Type.DevicePixelRatioChange:
            self.refresh_all()
        return super().event(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        return event.key() in _STEPS or (self.drawing and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._own_key(event):
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        else:
            self._choose_class(event.key() - Qt.Key.Key_0)

    def _step(self, step: tuple[int, int]) -> None:
        points = self._scene.points
        if points is None or not len(points.index):
            return
        place = self._scene.place_of(self._scene.chosen) if self._scene.chosen is not None else None
        if place is None:
            self.sample_picked.emit(int(points.index[0]))
            return
        x, y = self._plane.pixels(np.array([place]))[0]
        row = toward(self._plane.pixels(points.place), float(x), float(y), step)
        if row is not None:
            self.sample_picked.emit(int(points.index[row]))

    def _choose_class(self, number: int) -> None:
        dataset = self._scene.dataset
        if dataset is None or number < len(dataset.class_names):
            self.current_class = number
            self.class_chosen.emit(number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    # --- words ---

    def tip_at(self, where: QPointF) -> str:
        """The exact values of the sample under the pointer, or the answer there."""
        dataset, found = self._scene.dataset, self._near(where)
        if dataset is not None and found is not None and found[1] <= _TIP_REACH:
            return self._sample_tip(found[0])
        if not self._plane.frame.contains(where):
            return ""
        x, y = self._plane.xs.value(where.x()), self._plane.ys.value(where.y())
        text = f"({read_label(x)}, {read_label(y)})"
        answer = self._answer_at(x, y)
        return f"{text} → {answer}" if answer else text

    def _sample_tip(self, sample: int) -> str:
        dataset = self._scene.dataset
        if dataset is None:
            return ""
        title = self.tr("Test sample {number}") if sample in dataset.test else self.tr("Train sample {number}")
        lines = [title.format(number=sample)]
        shown = (0,) if self._scene.is_curve else self._scene.axes
        lines += [f"{dataset.feature_names[axis]} = {exact(dataset.raw[sample, axis])}" for axis in shown]
        if dataset.task is Task.CLASSIFICATION and sample < dataset.labels.size:
            lines.append(class_names(dataset)[int(dataset.labels[sample])])
        elif dataset.values.shape[1]:
            lines += [f"{name} = {exact(value)}" for name, value in zip(dataset.target_names, dataset.values[sample], strict=True)]
        return "\n".join(lines)

    def _answer_at(self, x: float, y: float) -> str:
        """The map's value in the cell under the pointer."""
        view, dataset = self._scene.fit_view(), self._scene.dataset
        if view is None or dataset is None:
            return ""
        x_min, x_max, y_min, y_max = view.extent
        values = self._scene.values(view)
        column = int((x - x_min) / (x_max - x_min) * values.shape[2])
        row = 0 if values.shape[1] == 1 else int((y - y_min) / (y_max - y_min) * values.shape[1])
        cell = values[:, min(max(row, 0), values.shape[1] - 1), min(max(column, 0), values.shape[2] - 1)]
        if dataset.task is Task.CLASSIFICATION and len(cell) > 1:
            best = int(np.argmax(cell))
            return f"{class_names(dataset)[best]} {read_label(float(cell[best]))}"
        return ", ".join(read_label(float(value)) for value in cell)
