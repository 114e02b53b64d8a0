"""The landscapes to choose from, each with a small picture of itself; a field for a function of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.fields.paint import draw_icon, follow_theme, px
from gui.fields.pressable import Pressable
from gui.fields.rich import RichWords
from gui.fields.section import Section
from gui.panels.graph.expression import ExpressionField
from gui.theme import theme
from nn.graph.graph import Place

HEIGHT = 46
PICTURE = (48.0, 36.0)


@dataclass(frozen=True, eq=False)
class Entry:
    """One landscape: ``note`` is its formula or what it is of; without a ``picture`` its ``icon`` is shown. ``typed``: the field for an
    expression stands below it."""

    key: str
    title: str
    note: str = ""
    picture: QImage | None = None
    icon: str = "landscape"
    why_not: str = ""  # why it can't be chosen now
    typed: bool = False


class FunctionRow(Pressable):
    """Picture, title, formula."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_entry(entry)
        follow_theme(self._restyle)

    def nextCheckState(self) -> None:
        """A press never clears the row: the list says which one is chosen."""

    def show_entry(self, entry: Entry) -> None:
        self.entry = entry
        self.setAccessibleName(f"{entry.title}, {entry.note}" if entry.note else entry.title)
        self.setToolTip(entry.why_not or entry.note)
        self.setEnabled(not entry.why_not)
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.isChecked() or (self.underMouse() and self.isEnabled()) or self.has_ring:
            painter.setPen(QPen(theme().color("accent"), 1.5) if self.has_ring else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentbg" if self.isChecked() else "card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        width, height = px(PICTURE[0]), px(PICTURE[1])
        self._draw_picture(painter, QRectF(px(8), (self.height() - height) / 2, width, height))
        left = px(8) + width + px(12)
        room = self.width() - left - px(8)
        for font, token, text, top in (
            (theme().sans(13, bold=self.isChecked()), "text" if self.isEnabled() else "text3", self.entry.title, px(3)),
            (theme().sans(12), "text2" if self.isChecked() else "text3", self.entry.note, px(22)),
        ):
            painter.setFont(font)
            painter.setPen(theme().color(token))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, top, room + 2, px(20)), Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_picture(self, painter: QPainter, place: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(place, 4, 4)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        if self.entry.picture is None:
            painter.fillPath(shape, theme().color("card"))
            draw_icon(painter, place, self.entry.icon, "text2")
        else:
            painter.setClipPath(shape)
            painter.drawImage(place, self.entry.picture)
            painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawPath(shape)
        painter.setOpacity(1.0)


class FunctionsPanel(Section):
    """``chosen(key)`` for another landscape, ``expression_entered(text)`` for a function of one's own."""

    chosen = Signal(str)
    expression_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, FunctionRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.field = ExpressionField()
        self.field.entered.connect(self.expression_entered)
        self.field.textEdited.connect(self._hide_problem)
        self.problem = RichWords("bad", 12, 18)
        self.problem.hide()
        self.content.addLayout(self._list)
        self._typing = QWidget()
        below = QVBoxLayout(self._typing)
        below.setContentsMargins(0, 4, 0, 6)
        below.setSpacing(4)
        below.addWidget(self.field)
        below.addWidget(self.problem)
        self._list.addWidget(self._typing)
        self._typing.hide()
        follow_theme(self._restyle)
        self._retranslate()

    def show_entries(self, entries: Sequence[Entry], current: str) -> None:
        """The list in its order, and the one on screen."""
        if tuple(entry.key for entry in entries) != tuple(self.rows):
            for row in self.rows.values():
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = {entry.key: FunctionRow(entry) for entry in entries}
            for row in self.rows.values():
                row.clicked.connect(self._clicked)
                self._list.addWidget(row)
                if row.entry.typed:
                    self._list.addWidget(self._typing)  # it moves there
        for entry in entries:
            self.rows[entry.key].show_entry(entry)
        for key, row in self.rows.items():
            row.setChecked(key == current)
            row.update()

    def show_expression(self, text: str, *, on: bool) -> None:
        """The typed function that is in use; ``on``: whether the field is there at all."""
        if not on and self.field.hasFocus():
            checked = next((row for row in self.rows.values() if row.isChecked()), None)
            if checked is not None:  # else Qt hands the focus on to whatever comes next
                checked.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typing.setVisible(on)
        if text != self.field.text() or self.field.problem:
            self.field.show_expression(text)
        self.field.accept_text()
        self._hide_problem()

    def show_error(self, sentence: str, place: Place | None) -> None:
        """Why what was typed can't be used, with its place."""
        self.field.mark(place, sentence)
        self.problem.show_text(sentence)
        self.problem.show()

    @property
    def typing(self) -> QWidget | None:
        """The field with what is wrong in it, while it is there."""
        return None if self._typing.isHidden() else self._typing

    def begin_typing(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus()
        self.field.selectAll()

    def _hide_problem(self) -> None:
        self.problem.hide()

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, FunctionRow):
            self.chosen.emit(sender.entry.key)

    def _restyle(self) -> None:
        self.content.setSpacing(px(4))

    def _retranslate(self) -> None:
        self.header.set_title(self.tr("Function"))
        self.field.setAccessibleName(self.tr("Your own function"))
        self.field.set_hint(self.tr("A function of two variables, such as (1 - a)^2 + 100*(b - a^2)^2. Enter draws it."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
