"""A part of a column under a title that folds it: chevron, title, a note at the right."""

from __future__ import annotations

import math

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.fields.motion import duration
from gui.fields.paint import Outline, draw_box, draw_icon, follow_theme, px
from gui.fields.pressable import Pressable
from gui.theme import theme

COLLAPSE_MS = 160
NO_LIMIT = 16_777_215  # Qt's own largest widget size


class SectionHeader(Pressable):
    """Title and note; pressing it (mouse, Space or Enter) folds and unfolds."""

    def __init__(self, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self._note = ""
        self._small = small
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    @property
    def note(self) -> str:
        return self._note

    def set_title(self, title: str) -> None:
        self.setText(title)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        self._note = note
        self.setAccessibleDescription(note)
        self.update()

    def _title_font(self) -> QFont:
        return theme().sans(12 if self._small else 13, bold=not self._small)

    def _restyle(self) -> None:
        self.setFont(theme().sans(12))
        self.setFixedHeight(px(24))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.has_ring:
            draw_box(painter, rect, Outline.FOCUS, None)
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        draw_icon(painter, QRectF(0, 0, px(14), rect.height()), chevron, "text2")
        painter.setFont(self._title_font())
        painter.setPen(theme().color("text2" if self._small else "text"))
        painter.drawText(rect.adjusted(px(20), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._note:
            self._draw_note(painter, rect)

    def _draw_note(self, painter: QPainter, rect: QRectF) -> None:
        title_end = px(20) + QFontMetricsF(self._title_font()).horizontalAdvance(self.text()) + px(8)
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text3"))
        metrics = QFontMetricsF(painter.font())
        note = metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, rect.right() - title_end)
        left = math.floor(rect.right() - metrics.horizontalAdvance(note))  # a whole pixel: sharp letters
        painter.drawText(QRectF(left, 0, rect.right() - left + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, note)


class Section(QWidget):
    """A folding part. Put widgets into ``content``. ``folded`` tells whether it was folded or unfolded by the person."""

    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self._small = small
        self.header = SectionHeader(self, small=small)
        self._body = QWidget(self)
        self.content = QVBoxLayout(self._body)
        self.content.setContentsMargins(0, 0, 0, 0)
        self._frame = QVBoxLayout(self)
        self._frame.addWidget(self.header)
        self._frame.addWidget(self._body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._set_body_height)
        self._motion.finished.connect(self._motion_ended)
        self.header.toggled.connect(self._toggled)
        self.header.clicked.connect(self._header_clicked)
        follow_theme(self._restyle_section)

    @property
    def is_open(self) -> bool:
        return self.header.isChecked()

    def set_open(self, on: bool) -> None:
        """Fold or unfold at once, without telling anyone."""
        self.header.blockSignals(True)
        self.header.setChecked(on)
        self.header.blockSignals(False)
        self._motion.stop()
        self._motion_ended()

    def _header_clicked(self) -> None:
        self.folded.emit(not self.is_open)

    def _toggled(self, on: bool) -> None:
        now = self._body.height() if self._body.isVisible() else 0
        width = max(self._body.width(), 1)
        full = self._body.heightForWidth(width) if self._body.hasHeightForWidth() else self._body.sizeHint().height()
        length = duration(COLLAPSE_MS) if self.isVisible() else 0
        if length == 0:
            self._motion_ended()
            return
        self._body.setVisible(True)
        self._motion.stop()
        self._motion.setDuration(length)
        self._motion.setStartValue(now if not on else 0)
        self._motion.setEndValue(full if on else 0)
        self._motion.start()

    def _set_body_height(self, height: object) -> None:
        self._body.setMaximumHeight(int(height) if isinstance(height, int | float) else NO_LIMIT)

    def _motion_ended(self) -> None:
        self._body.setMaximumHeight(NO_LIMIT)
        self._body.setVisible(self.is_open)

    def _restyle_section(self) -> None:
        pad = 0 if self._small else px(16)
        self._frame.setContentsMargins(pad, 0 if self._small else px(13), pad, 0 if self._small else px(16))
        self._frame.setSpacing(px(6))
        self.content.setSpacing(px(8))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._small:
            return
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))
