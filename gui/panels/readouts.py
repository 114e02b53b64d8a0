"""The numbers of the run at the right of the transport, each in a place of fixed width so that nothing jumps."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QStaticText, QTransform
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.fields.numerals import Numerals
from gui.fields.paint import follow_theme, px
from gui.format import count, number, per_second
from gui.theme import theme
from nn.choices import Task
from nn.training.snapshot import Snapshot


@dataclass(frozen=True)
class Place:
    """``widest`` is the longest text that the place must hold; a lower ``rank`` stays longer in a narrow window."""

    key: str
    widest: str
    rank: int


PLACES = (
    Place("epoch", "8 888 888", 0),
    Place("step", "88 888 888", 6),
    Place("train_loss", "8.88e-88", 1),
    Place("test_loss", "8.88e-88", 2),
    Place("train_accuracy", "100.0 %", 5),
    Place("test_accuracy", "100.0 %", 3),
    Place("speed", "888.8 M samples/s", 4),
    Place("device", "CPU float32", 7),
)
ACCURACIES = ("train_accuracy", "test_accuracy")


def share(value: float) -> str:
    """An accuracy: 98.0 %."""
    text = number(value * 100, 1)
    return text if text == "–" else f"{text} %"


def loss_text(value: float) -> str:
    """A loss in at most eight characters: 0.0126, 9.98e-05."""
    text = number(value, 4)
    return number(value, 3) if "e" in text else text[:8].rstrip(".")


class ReadOut(QWidget):
    """A caption over a number."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._caption, self._value, self._widest = "", "–", place.widest
        self._label = QStaticText()  # the caption, laid out once
        self.wanted = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        follow_theme(self._restyle)

    @property
    def value(self) -> str:
        return self._value

    def set_caption(self, caption: str, widest: str = "") -> None:
        """``widest``: the longest value in the language in use, where values have words."""
        self._caption, self._widest = caption, widest or self.place.widest
        self.setAccessibleName(caption)
        self._restyle()

    def show_value(self, value: str) -> None:
        if value != self._value:
            self._value = value
            self.setAccessibleDescription(value)
            self.update()

    def needed_width(self) -> int:
        value = QFontMetricsF(theme().mono(14, bold=True)).horizontalAdvance(self._widest)
        caption = QFontMetricsF(theme().sans(11)).horizontalAdvance(self._caption)
        return round(max(value, caption)) + px(24)

    def _restyle(self) -> None:
        self.setFixedWidth(self.needed_width())
        self._label.setText(self._caption)
        self._label.prepare(QTransform(), theme().sans(11))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.needed_width(), px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top, left = (self.height() - px(40)) // 2, px(12)
        painter.fillRect(0, top + px(2), 1, px(36), theme().color("line"))
        painter.setFont(theme().sans(11))
        painter.setPen(theme().color("text3"))
        painter.drawStaticText(QPointF(left, top + (px(17) - self._label.size().height()) / 2), self._label)
        font, room = theme().mono(14, bold=True), self.width() - left
        value = Numerals(font, "text")
        place = QRectF(left, top + px(17), room, px(23))
        if value.add(place, self._value, Qt.AlignmentFlag.AlignLeft) <= room:
            value.paint(painter)
            return
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        text = QFontMetricsF(font).elidedText(self._value, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


class ReadOuts(QWidget):
    """All numbers; :meth:`fit` hides the least important ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._shown: Snapshot | None = None
        self._room = 0  # px
        self.items = {place.key: ReadOut(place) for place in PLACES}
        for item in self.items.values():
            self._row.addWidget(item)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """True numbers of a moment. A regression has no accuracy; what doesn't exist is a dash."""
        self._shown = snapshot
        measures = snapshot.measures
        rate = per_second(snapshot.speed).strip()
        device = {"cpu": "CPU", "cuda": "GPU"}.get(snapshot.device, snapshot.device)
        values = {
            "epoch": count(int(snapshot.epoch)),
            "step": count(snapshot.step),
            "train_loss": loss_text(measures.train_loss),
            "test_loss": loss_text(measures.test_loss),
            "train_accuracy": share(measures.train_accuracy),
            "test_accuracy": share(measures.test_accuracy),
            "speed": self.tr("{rate} samples/s").format(rate=rate) if snapshot.speed > 0 else "–",
            "device": f"{device} {snapshot.dtype}",
        }
        for key, value in values.items():
            self.items[key].show_value(value)
        if snapshot.device_name != self.items["device"].toolTip():
            self.items["device"].setToolTip(snapshot.device_name)
        for key in ACCURACIES:
            self.items[key].wanted = snapshot.task is Task.CLASSIFICATION

    def fit(self, room: int) -> int:
        """Show the most important read-outs that fit into ``room`` pixels; returns the width that they take."""
        self._room, used = room, 0
        for item in sorted(self.items.values(), key=lambda one: one.place.rank):
            width = item.needed_width()
            fits = item.wanted and used + width <= room
            if item.isHidden() is fits:
                item.setVisible(fits)
            used += width if fits else 0
            if item.wanted and not fits:
                room = used  # nothing less important takes its place
        self.setFixedWidth(used)
        return used

    def _retranslate(self) -> None:
        captions = {
            "epoch": self.tr("Epoch"),
            "step": self.tr("Step"),
            "train_loss": self.tr("Train loss"),
            "test_loss": self.tr("Test loss"),
            "train_accuracy": self.tr("Train accuracy"),
            "test_accuracy": self.tr("Test accuracy"),
            "speed": self.tr("Speed"),
            "device": self.tr("Device"),
        }
        widest = {"speed": self.tr("{rate} samples/s").format(rate="888.8 M")}
        for key, caption in captions.items():
            self.items[key].set_caption(caption, widest.get(key, ""))
        if self._shown is not None:
            self.show_snapshot(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:  # whoever gave the room was told before
            self._retranslate()
            self.fit(self._room)
