"""One runner's row of the race's table: its line, settings, place and cost, and a bar for the steps until it arrived."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.button import IconButton
from gui.fields.paint import follow_theme, px
from gui.fields.pressable import Pressable
from gui.fields.runner_look import Look, draw_sample
from gui.format import count
from gui.theme import theme

ROW = 28
MOST_BAR, LEAST_BAR = 120.0, 24.0  # px of the bar of the slowest; in less room there is none
LINE, NAME, POINT, COST = 52, 84, 124, 76  # px of the columns whose texts are of about one length
SETTINGS = 0.48  # of what the others leave; the bars get the rest


@dataclass(frozen=True)
class Standing:
    """One runner's line in the table, as text; ``arrived`` is the step, ``None`` if it hasn't, ``trouble`` why its path has ended, ``begun``
    whether it got as far as a first step."""

    name: str
    look: Look
    settings: str
    point: str
    cost: str
    arrived: int | None
    trouble: str = ""
    begun: bool = True


def edges(width: float) -> list[float]:
    """Where line, name, settings, point, cost and bar begin, and where the last one ends, px."""
    fixed = [px(LINE), px(NAME), px(POINT), px(COST)]
    settings = max(SETTINGS * (width - sum(fixed)), 0.0)
    widths = (fixed[0], fixed[1], settings, fixed[2], fixed[3])
    return [0.0, *(round(sum(widths[: place + 1])) for place in range(len(widths))), width]


class RunnerRow(Pressable):
    """One runner; pressing it selects it, Delete takes it out."""

    remove_requested = Signal(int)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._standing: Standing | None = None
        self._longest = 1
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.remove = IconButton("close", "", 22, 22, self)
        self.remove.clicked.connect(self._remove)
        self.remove.hide()
        follow_theme(self._restyle)

    @property
    def standing(self) -> Standing | None:
        return self._standing

    def nextCheckState(self) -> None:
        """A press never clears the row."""

    def show_standing(self, standing: Standing, longest: int, *, removable: bool) -> None:
        """``longest``: the steps of the slowest that has arrived."""
        if standing == self._standing and longest == self._longest:
            return
        self._standing, self._longest = standing, longest
        arrived = "–" if standing.arrived is None else count(standing.arrived)
        self.setAccessibleName(standing.name)
        self.setAccessibleDescription(f"{standing.settings}, {standing.point}, {standing.cost}, {arrived}")
        self.setToolTip(standing.trouble)
        self.remove.set_name(self.tr("Remove {name}").format(name=standing.name))
        self.remove.setEnabled(removable)
        self.update()

    def _remove(self) -> None:
        self.remove_requested.emit(self.place)

    def _restyle(self) -> None:
        self.setFixedHeight(px(ROW))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.remove.move(self.width() - self.remove.width() - px(4), (self.height() - self.remove.height()) // 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.remove.setVisible(self.remove.isEnabled())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.remove.hide()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.remove.isEnabled():
            self._remove()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        standing = self._standing
        if standing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.has_ring:
            painter.setPen(QPen(theme().color("accent"), 1.5) if self.has_ring else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentbg" if self.isChecked() else "card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        at, height = edges(self.width()), self.height()
        draw_sample(painter, standing.look, QRectF(at[0] + px(4), 0, at[1] - at[0] - px(12), height), width=3.0 if self.isChecked() else 2.0)
        left, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        name = theme().sans(13, bold=self.isChecked())
        mono = theme().mono(12)
        cells = (
            (QRectF(at[1], 0, at[2] - at[1] - 4, height), left, name, "text" if self.isChecked() else "text2", standing.name),
            (QRectF(at[2], 0, at[3] - at[2] - 4, height), left, mono, "text2", standing.settings),
            (QRectF(at[3], 0, at[4] - at[3] - px(8), height), right, mono, "text", standing.point),
            (QRectF(at[4], 0, at[5] - at[4] - px(12), height), right, mono, "text", standing.cost),
        )
        for place, align, font, token, text in cells:
            painter.setFont(font)
            painter.setPen(theme().color(token))
            painter.drawText(place, align, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1))
        self._draw_bar(painter, standing, QRectF(at[5], 0, at[6] - at[5] - px(30), height))

    def _draw_bar(self, painter: QPainter, standing: Standing, place: QRectF) -> None:
        text = "–" if standing.arrived is None else count(standing.arrived)
        painter.setFont(theme().mono(12))
        if place.width() < px(LEAST_BAR):
            return  # the line of steps below has a mark where each arrived
        x = place.left()
        if standing.arrived is not None:
            words = QFontMetricsF(painter.font()).horizontalAdvance(text) + px(10)
            length = max(min(px(MOST_BAR), place.width() - words) * standing.arrived / max(self._longest, 1), 2.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accent" if self.isChecked() else "text2"))
            painter.drawRoundedRect(QRectF(x, place.center().y() - px(5), length, px(10)), 2, 2)
            x += length + px(8)
        painter.setPen(theme().color("text"))
        painter.drawText(
            QRectF(x, 0, place.right() - x + px(30), place.height()),
            Qt.AlignmentFlag.AlignVCenter,
            self._trouble(standing) if standing.trouble and standing.arrived is None else text,
        )

    def _trouble(self, standing: Standing) -> str:
        return self.tr("diverged") if standing.begun else self.tr("no value here")
