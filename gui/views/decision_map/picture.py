"""A sample that is a picture, beside the network's answer as bars."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.button import IconButton
from gui.fields.labels import class_names
from gui.format import fixed
from gui.ramp import pack_rgb, words_image
from gui.theme import theme
from gui.views.throttle import RepaintThrottle
from nn.choices import Task
from nn.datasets.dataset import Dataset

_MOST_BARS = 20


class PictureCanvas(QWidget):
    """The picture at the left, a bar for each class at the right: the answer's winner in the accent, the target ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: NDArray[np.float64] | None = None
        self._names: tuple[str, ...] = ()
        self._outputs: NDArray[np.floating] = np.empty(0)
        self._target: int | None = None
        self._image: QImage | None = None
        self._throttle = RepaintThrottle(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._repaint)

    def show_picture(self, pixels: NDArray[np.float64] | None) -> None:
        """Brightness from 0 to 1, shape (height, width), first row on top; or ``None``."""
        self._pixels = pixels
        self._repaint()

    def show_answer(self, names: tuple[str, ...], outputs: NDArray[np.floating], target: int | None) -> None:
        """One output per name; ``target`` is the right class. Too few outputs or none: no bars."""
        self._names, self._outputs, self._target = names, outputs, target
        self._throttle.request()

    def _repaint(self) -> None:
        self._image = None
        self._throttle.request()

    def sizeHint(self) -> QSize:
        return QSize(328, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width() * 0.46, float(self.height()) - 2)
        frame = QRectF(0.5, (self.height() - side) / 2, side, side)
        if self._pixels is not None:
            self._paint_picture(painter, frame, self._pixels)
        count = min(len(self._outputs), len(self._names), _MOST_BARS)
        if count and len(self._outputs) == len(self._names):
            self._paint_bars(painter, QRectF(side + 16, 0, self.width() - side - 16, self.height()), count)

    def _paint_picture(self, painter: QPainter, frame: QRectF, pixels: NDArray[np.float64]) -> None:
        height, width = pixels.shape
        shown = QRectF(0, 0, frame.width() * min(1.0, width / height), frame.height() * min(1.0, height / width))
        shown.moveCenter(frame.center())
        if self._image is None:
            self._image = _grey_image(pixels)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # pixels are to be seen
        painter.drawImage(shown, self._image)
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(shown)

    def _paint_bars(self, painter: QPainter, room: QRectF, count: int) -> None:
        pitch = min(room.height() / count, 26 * theme().scale)
        names, numbers = QFontMetricsF(theme().sans(11)), QFontMetricsF(theme().mono(11))
        name_width = min(max(names.horizontalAdvance(name) for name in self._names[:count]), room.width() * 0.35)
        value_width = numbers.horizontalAdvance("0.000") + 6
        tick_width = names.horizontalAdvance("✓") + 4
        track = QRectF(room.left() + name_width + 8, 0, room.width() - name_width - value_width - tick_width - 14, pitch * 0.55)
        finite = np.nan_to_num(self._outputs, nan=-np.inf)
        winner = int(np.argmax(finite))
        top = room.top() + (room.height() - pitch * count) / 2
        for index in range(count):
            row = QRectF(room.left(), top + index * pitch, room.width(), pitch)
            track.moveTop(row.center().y() - track.height() / 2)
            painter.setFont(theme().sans(11, bold=index == winner))
            painter.setPen(theme().color("text" if index == winner else "text2"))
            shown = names.elidedText(self._names[index], Qt.TextElideMode.ElideRight, name_width + 2)
            painter.drawText(QRectF(row.left(), row.top(), name_width + 4, pitch), Qt.AlignmentFlag.AlignVCenter, shown)
            if index == self._target:
                painter.drawText(QRectF(row.right() - tick_width, row.top(), tick_width, pitch), Qt.AlignmentFlag.AlignCenter, "✓")
            self._paint_bar(painter, track, float(self._outputs[index]), index == winner)
            painter.setFont(theme().mono(11))
            painter.setPen(theme().color("text" if index == winner else "text2"))
            value = QRectF(track.right() + 6, row.top(), value_width, pitch)
            painter.drawText(value, Qt.AlignmentFlag.AlignVCenter, fixed(float(self._outputs[index])))

    def _paint_bar(self, painter: QPainter, track: QRectF, share: float, wins: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(track, 2, 2)
        if share > 0:
            filled = QRectF(track)
            filled.setWidth(max(track.width() * min(share, 1.0), 1.5))
            painter.setBrush(theme().color("accent" if wins else "text3"))
            painter.drawRoundedRect(filled, 2, 2)


def _grey_image(pixels: NDArray[np.float64]) -> QImage:
    """Brightness from the theme's ground to its text colour."""
    low, high = theme().color("inset"), theme().color("text")
    ground = np.array([low.red(), low.green(), low.blue()], dtype=np.float64)
    ink = np.array([high.red(), high.green(), high.blue()], dtype=np.float64)
    share = np.clip(np.nan_to_num(pixels), 0.0, 1.0)[..., None]
    return words_image(pack_rgb(ground + share * (ink - ground)), flip=False)


class PictureView(QWidget):
    """The picture with its answer, and buttons to the samples before and after it."""

    sample_picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = PictureCanvas(self)
        self._label = QLabel(self)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._back, self._forth = IconButton("chevron-left", parent=self), IconButton("chevron-right", parent=self)
        self._size = 0
        self._chosen = 0
        self._reach = (0.0, 1.0)
        self._dataset: Dataset | None = None
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._back.clicked.connect(self.show_previous)
        self._forth.clicked.connect(self.show_next)
        theme().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas, 1)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._label, 1)
        row.addWidget(self._forth)
        column.addLayout(row)

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Pictures of one data set share one range of brightness."""
        self._dataset = dataset
        self._size = dataset.size if dataset is not None else 0
        if dataset is not None and dataset.raw.size:
            self._reach = float(np.nanmin(dataset.raw)), float(np.nanmax(dataset.raw))
        self.show_sample(0)

    def show_sample(self, index: int) -> None:
        """The picture of one sample."""
        dataset = self._dataset
        self._chosen = index
        self._back.setEnabled(index > 0)
        self._forth.setEnabled(index < self._size - 1)
        if dataset is None or dataset.image_shape is None or not 0 <= index < dataset.size:
            self.canvas.show_picture(None)
            return
        height, width = dataset.image_shape
        low, high = self._reach
        if dataset.raw.shape[1] == height * width:
            self.canvas.show_picture((dataset.raw[index].reshape(height, width) - low) / max(high - low, 1e-30))
        self._retranslate()

    def show_outputs(self, outputs: NDArray[np.floating]) -> None:
        """The network's answer for the sample, one value per class."""
        dataset = self._dataset
        if dataset is None or dataset.task is not Task.CLASSIFICATION:
            self.canvas.show_answer((), np.empty(0), None)
            return
        target = int(dataset.labels[self._chosen]) if 0 <= self._chosen < dataset.labels.size else None
        if len(outputs) == 1 and len(dataset.class_names) == 2:  # one output says how likely class 1 is
            outputs = np.array([1.0 - outputs[0], outputs[0]])
        self.canvas.show_answer(class_names(dataset), outputs, target)

    def show_previous(self) -> None:
        if self._chosen > 0:
            self.sample_picked.emit(self._chosen - 1)

    def show_next(self) -> None:
        if self._chosen < self._size - 1:
            self.sample_picked.emit(self._chosen + 1)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.accept()  # before the window's shortcuts take it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self.show_previous()
        elif event.key() == Qt.Key.Key_Right:
            self.show_next()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        self._label.setFont(theme().mono(11))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Sample as a picture"))
        self._back.set_name(self.tr("Previous sample"))
        self._forth.set_name(self.tr("Next sample"))
        self.canvas.setAccessibleName(self.tr("The network's answer for every class"))
        self._label.setText(self.tr("{number} of {count}").format(number=self._chosen + 1, count=self._size) if self._size else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
