"""What the fields have in common on screen: sizes at the present scale, the rounded box, the hatching of negative bars."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QWidget

from gui.resources import icon
from gui.theme import theme

FIELD_HEIGHT = 28
BUTTON_HEIGHT = 32
GAP = 8
RADIUS = 6.0


class Outline(Enum):
    """How a box is outlined; a focused or wrong one also has a thicker line, so that colour is not alone."""

    PLAIN = auto()
    HOVER = auto()
    FOCUS = auto()
    WRONG = auto()
    OFF = auto()

    @staticmethod
    def of(widget: QWidget, *, wrong: bool, off: bool = False) -> Outline:
        """How ``widget`` is outlined now; a disabled one is off."""
        if off or not widget.isEnabled():
            return Outline.OFF
        if wrong:
            return Outline.WRONG
        if widget.hasFocus():
            return Outline.FOCUS
        return Outline.HOVER if widget.underMouse() else Outline.PLAIN


_OUTLINES = {
    Outline.PLAIN: ("line2", 1.0),
    Outline.HOVER: ("text3", 1.0),
    Outline.FOCUS: ("accent", 1.5),
    Outline.WRONG: ("bad", 2.0),
    Outline.OFF: ("line", 1.0),
}


def px(length: float) -> int:
    """A length of the design in pixels at the theme's scale (1, or 1.25 for a projector)."""
    return round(length * theme().scale)


def follow_theme(restyle: Callable[[], None]) -> None:
    """Call ``restyle`` now and after every change of theme or scale. Give a method of a QObject: it is let go with it."""
    theme().changed.connect(restyle)
    restyle()


def lay_ground(widget: QWidget) -> None:
    """Fill ``widget`` with the colour of panels, and what stands on it: to be called whenever the theme changes."""
    palette = theme().palette()
    palette.setColor(QPalette.ColorRole.Window, theme().color("panel"))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


def draw_box(painter: QPainter, rect: QRectF, outline: Outline, fill: str | None = "inset", *, dashed: bool = False) -> None:
    """The rounded box of fields and buttons, inside ``rect``; ``fill`` is a colour token."""
    token, width = _OUTLINES[outline]
    pen = QPen(theme().color(token), width)
    if dashed:
        pen.setDashPattern([3.0, 3.0])
    half = width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(theme().color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS, RADIUS)


def round_off(painter: QPainter, rect: QRectF, ground: str = "panel") -> None:
    """Paint the corners outside the rounded box in the colour of what is around it."""
    corners = QPainterPath()
    corners.addRect(rect)
    box = QPainterPath()
    box.addRoundedRect(rect, RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(corners.subtracted(box), theme().color(ground))


def hatch(color: QColor) -> QBrush:
    """Diagonal lines: the fill of a negative bar."""
    return QBrush(color, Qt.BrushStyle.BDiagPattern)


def draw_icon(painter: QPainter, rect: QRectF, name: str, token: str) -> None:
    """Draw an icon centred in ``rect``, 16 pixels at scale 1 or as large as fits."""
    side = min(rect.width(), rect.height(), px(16))
    place = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    icon(name, token).paint(painter, place.toRect())
