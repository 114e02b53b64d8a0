"""Buttons: a bare icon, and a box with words (plain, dashed, link, chip)."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import BUTTON_HEIGHT, FIELD_HEIGHT, RADIUS, Outline, draw_box, draw_icon, follow_theme, px
from gui.fields.pressable import Pressable
from gui.theme import theme


class IconButton(Pressable):
    """An icon that can be pressed; ``name`` is what a screen reader says and the tooltip shows."""

    def __init__(self, icon: str, name: str = "", width: float = 24, height: float = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._size = (width, height)
        self.primary = False
        self.set_name(name)
        follow_theme(self._restyle)

    @property
    def icon_name(self) -> str:
        return self._icon

    def set_icon(self, icon: str) -> None:
        if icon != self._icon:
            self._icon = icon
            self.update()

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _restyle(self) -> None:
        self.setFixedSize(px(self._size[0]), px(self._size[1]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size[0]), px(self._size[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        radius = 8.0 if self.primary else RADIUS
        lit = self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked())
        if self.primary:
            painter.setBrush(theme().color("accent" if self.isEnabled() else "line"))
            painter.drawRoundedRect(rect, radius, radius)
        elif lit:
            painter.setBrush(theme().color("accentbg" if self.isDown() or self.isChecked() else "card"))
            painter.drawRoundedRect(rect, radius, radius)
        draw_icon(painter, rect, self._icon, self._icon_token(lit))
        if self.has_ring:
            self._draw_focus(painter, rect, radius)

    def _icon_token(self, lit: bool) -> str:
        if self.primary:
            return "onaccent" if self.isEnabled() else "text3"
        if not self.isEnabled():
            return "line2"
        return "text" if lit else "text2"

    def _draw_focus(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("onaccent" if self.primary else "accent"), 1.5))
        inset = 3 if self.primary else 1
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


class Look(Enum):
    """How a button with words looks."""

    PLAIN = auto()
    DASHED = auto()
    LINK = auto()
    CHIP = auto()


class TextButton(Pressable):
    """A button with words and perhaps an icon before them. A chip is checkable."""

    def __init__(self, text: str = "", look: Look = Look.PLAIN, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self.setCheckable(look is Look.CHIP)
        stretch = QSizePolicy.Policy.Expanding if look is Look.DASHED else QSizePolicy.Policy.Minimum
        self.setSizePolicy(stretch, QSizePolicy.Policy.Fixed)
        self.setText(text)
        follow_theme(self._restyle)

    def _restyle(self) -> None:
        self.setFont(theme().sans(12 if self._look in (Look.LINK, Look.CHIP) else 12.5))
        self.updateGeometry()
        self.update()

    def _text_width(self) -> int:
        icon = px(22 if self.text() else 16) if self._icon else 0
        return round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + icon + 1

    def needed_width(self) -> int:
        """The width at which the words aren't cut."""
        return self._text_width() + px({Look.LINK: 4, Look.CHIP: 14}.get(self._look, 20))

    def sizeHint(self) -> QSize:
        heights = {Look.PLAIN: BUTTON_HEIGHT, Look.DASHED: FIELD_HEIGHT, Look.LINK: FIELD_HEIGHT, Look.CHIP: 26}
        return QSize(self.needed_width(), px(heights[self._look]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._look is not Look.LINK:
            draw_box(painter, rect, self._outline(), self._fill(), dashed=self._look is Look.DASHED and not self.has_ring)
        elif self.has_ring:
            draw_box(painter, rect, Outline.FOCUS, None)
        painter.setPen(theme().color(self._text_token()))
        painter.setFont(self.font())
        width = self._text_width()
        left = rect.center().x() - width / 2
        if self._icon:
            draw_icon(painter, QRectF(left, 0, px(16), rect.height()), self._icon, self._text_token())
            left += px(22)
        painter.drawText(QRectF(left, 0, rect.width() - left, rect.height()), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _outline(self) -> Outline:
        if not self.isEnabled():
            return Outline.OFF
        if self.has_ring or (self.isCheckable() and self.isChecked()):
            return Outline.FOCUS
        return Outline.HOVER if self.underMouse() else Outline.PLAIN

    def _fill(self) -> str | None:
        if self.isDown() or (self.isCheckable() and self.isChecked()):
            return "accentbg"
        if self._look is Look.PLAIN or self.underMouse():
            return "card"
        return None

    def _text_token(self) -> str:
        if not self.isEnabled():
            return "text3"
        if self._look is Look.LINK:
            return "accent"
        return "text" if self.underMouse() or self.isChecked() else "text2"
