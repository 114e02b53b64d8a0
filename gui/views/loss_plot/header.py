"""The line above the plot: title, what the axis shows (a button), and the legend."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.theme import theme
from gui.views.loss_plot.layer import test_pen, train_pen

_HEIGHT = 24
_SAMPLE = 22.0  # px of line in the legend


class CaptionButton(QAbstractButton):
    """A line of secondary text that can be pressed; elided to its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(theme().sans(12)).horizontalAdvance(self.text())) + 9, round(_HEIGHT * theme().scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text" if self.underMouse() or self.isDown() else "text3"))
        text = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 8)
        painter.drawText(QRectF(self.rect()).adjusted(4, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -2), 4, 4)


class LossHeader(QWidget):
    """``Loss  MSE, log; band = min–max      — train  -- test``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = CaptionButton(self)
        self._title = ""
        self._names = ("", "")
        self._has_test = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._arrange)

    def show_words(self, title: str, caption: str, train: str, test: str) -> None:
        self._title, self._names = title, (train, test)
        self.caption.setText(caption)
        self.caption.setToolTip(self.tr("Switch between a logarithmic and a linear axis"))
        self.caption.setAccessibleName(self.tr("Axis of the loss: {caption}").format(caption=caption))
        self._arrange()

    def show_test(self, has_test: bool) -> None:
        if has_test != self._has_test:
            self._has_test = has_test
            self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(300, round(_HEIGHT * theme().scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, round(_HEIGHT * theme().scale))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def _entries(self) -> list[tuple[str, QPen]]:
        train, test = self._names
        return [(train, train_pen()), (test, test_pen())] if self._has_test else [(train, train_pen())]

    def _arrange(self) -> None:
        title = QFontMetricsF(theme().sans(13, bold=True)).horizontalAdvance(self._title)
        metrics = QFontMetricsF(theme().sans(12))
        legend = sum(metrics.horizontalAdvance(name) + _SAMPLE + 18 for name, _ in self._entries())
        room = self.width() - title - legend - 8
        self.caption.setVisible(room > 40)
        width = min(self.caption.sizeHint().width(), max(int(room), 0))
        self.caption.setGeometry(round(title) + 4, 0, width, self.height())
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().sans(13, bold=True))
        painter.setPen(theme().color("text"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setFont(theme().sans(12))
        metrics = QFontMetricsF(painter.font())
        x, middle = float(self.width()), self.height() / 2
        for name, pen in reversed(self._entries()):
            x -= metrics.horizontalAdvance(name)
            painter.setPen(theme().color("text2"))
            painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), name)
            x -= _SAMPLE + 7
            painter.setPen(pen)
            painter.drawLine(QLineF(x, middle, x + _SAMPLE, middle))
            x -= 11

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)
