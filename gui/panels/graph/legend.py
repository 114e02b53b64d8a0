"""What the graph's arrows and signs mean, in one line above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import draw_icon, follow_theme, px
from gui.theme import theme

ARROW, GAP = 28, 18


class GraphLegend(QWidget):
    """Arrows at the left, the boxes' signs at the right; the signs are left out where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)
        self._describe()

    def _restyle(self) -> None:
        self.setFixedHeight(px(28))
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(f"{self.tr('value, forward')}, {self.tr('derivative, backward')}")

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().sans(12))
        x = float(px(24))
        for token, text, forward in (("val", self.tr("value, forward"), True), ("der", self.tr("derivative, backward"), False)):
            self._draw_arrow(painter, x, token, forward=forward)
            x = self._draw_text(painter, x + px(ARROW + 6), text) + px(GAP)
        signs = (("check", "ok", self.tr("right")), ("close", "bad", self.tr("not yet")), ("", "text2", self.tr("open")))
        metrics = QFontMetricsF(painter.font())
        width = sum(px(20) + metrics.horizontalAdvance(text) + px(GAP) for _, _, text in signs) + px(6)
        left = self.width() - width
        if left < x:
            return
        for icon, token, text in signs:
            place = QRectF(left, 0, px(16), self.height())
            if icon:
                draw_icon(painter, place, icon, token)
            else:
                painter.setPen(theme().color(token))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "?")
            left = self._draw_text(painter, left + px(20), text) + px(GAP)

    def _draw_text(self, painter: QPainter, x: float, text: str) -> float:
        painter.setPen(theme().color("text2"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        return x + width

    def _draw_arrow(self, painter: QPainter, x: float, token: str, *, forward: bool) -> None:
        y, length = self.height() / 2, px(ARROW)
        pen = QPen(theme().color(token), 2)
        if not forward:
            pen.setDashPattern([2.5, 2.0])
        painter.setPen(pen)
        tip, tail, way = (x + length, x, -9.0) if forward else (x, x + length, 9.0)
        painter.drawLine(QLineF(tail, y, tip + way * 0.8, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(token))
        painter.drawPolygon(QPolygonF([QPointF(tip, y), QPointF(tip + way, y - 4), QPointF(tip + way, y + 4)]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
