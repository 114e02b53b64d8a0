"""Letters and pens of the graph's picture, in scene px."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from gui.format import MINUS
from gui.theme import theme
from gui.typeset.box import Box
from gui.typeset.drawing import draw
from gui.typeset.ink import EM

SYMBOL, SMALL_SYMBOL, FRACTION = 17.0, 15.0, 14.0


def sans(pixels: float, *, bold: bool = False) -> QFont:
    """The text face in scene px."""
    return _font(pixels, bold, theme().scale, True)


def mono(pixels: float) -> QFont:
    """The number face in scene px."""
    return _font(pixels, False, theme().scale, False)


@lru_cache(maxsize=32)
def _font(pixels: float, bold: bool, scale: float, text: bool) -> QFont:
    made = (theme().sans if text else theme().mono)(pixels / scale, bold=bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def pen(token: str, width: float, *, dash: tuple[float, float] | None = None) -> QPen:
    """A round-cornered pen; ``dash`` is the length of a dash and of a gap in px."""
    made = QPen(theme().color(token), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash is not None:
        made.setDashPattern([dash[0] / width, dash[1] / width])
    return made


def box_width(box: Box, size: float) -> float:
    """The width of typeset letters, px."""
    return box.width * size / EM


@dataclass(frozen=True)
class Letters:
    """How typeset letters are drawn: ``size`` px, the colour's token, and where in their room."""

    size: float = SYMBOL
    color: str = "text"
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter


def draw_in(painter: QPainter, box: Box, rect: QRectF, letters: Letters) -> None:
    """Typeset letters upright in the middle of ``rect``, made smaller where they would be wider or taller than it."""
    if not box.width:
        return
    fitting = min(letters.size, rect.width() * EM / box.width, rect.height() * EM / box.height)
    width = box_width(box, fitting)
    x = rect.left()
    if letters.align & Qt.AlignmentFlag.AlignHCenter:
        x += (rect.width() - width) / 2
    elif letters.align & Qt.AlignmentFlag.AlignRight:
        x += rect.width() - width
    y = rect.center().y() + (box.ascent - box.descent) / 2 * fitting / EM
    draw(painter, box, QPointF(x, y), fitting, theme().color(letters.color))


def short(value: float, most: int = 7) -> str:
    """A number in at most about ``most`` characters; the tooltip has all its digits."""
    text = ""
    for digits in range(6, 1, -1):
        mantissa, _, exponent = f"{value + 0.0:.{digits}g}".partition("e")
        text = f"{mantissa}e{int(exponent)}" if exponent else mantissa
        if len(text.lstrip("-")) <= most:
            break
    return text.replace("-", MINUS)
