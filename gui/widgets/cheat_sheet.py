"""F1: every key on one sheet, made from the actions themselves, over the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.actions import Actions, Group, shown_keys
from gui.fields.paint import px
from gui.theme import theme

COLUMNS: tuple[tuple[Group, ...], ...] = ((Group.NETWORK,), (Group.VIEW,), (Group.FILE, Group.EDIT, Group.HELP))
COLUMN, GUTTER, MARGIN, ROW, HEAD, HEAD_SPACE = 272, 40, 32, 28, 36, 20
SCRIM = 0.6  # how much of the window behind is darkened


@dataclass(frozen=True)
class Row:
    """An action's words and its keys."""

    text: str
    keys: tuple[str, ...]


class CheatSheet(QWidget):
    """Covers its parent while shown. Escape, F1 or a click takes it away."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._behind = parent
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        parent.installEventFilter(self)
        theme().changed.connect(self.update)
        self.hide()

    def toggle(self) -> None:
        if self.isVisible():
            self.close_sheet()
            return
        self._before = self.window().focusWidget()
        self._describe()
        self.setGeometry(self._behind.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def close_sheet(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def rows(self, group: Group) -> list[Row]:
        """What stands under a group's head: the actions of the workspace on screen that have keys."""
        pairs = ((action.text(), tuple(shown_keys(action))) for _, action in self._actions.of(group) if action.isVisible())
        return [Row(text, keys) for text, keys in pairs if keys]

    def head(self, group: Group) -> str:
        return self._actions.group_title(group)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Keys"))
        lines = [f"{row.text}: {', '.join(row.keys)}" for groups in COLUMNS for group in groups for row in self.rows(group)]
        self.setAccessibleDescription("; ".join(lines))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # At the program's end the parent sends events when this object's Python half has gone already.
        if watched is getattr(self, "_behind", None) and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._behind.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """While it is shown no key reaches the program behind it, save those that take it away."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_F1:
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.close_sheet()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.close_sheet()

    # Drawing

    def _column_height(self, groups: tuple[Group, ...]) -> int:
        rows = sum(len(self.rows(group)) for group in groups)
        return px(HEAD) * len(groups) + px(ROW) * rows + px(HEAD_SPACE) * (len(groups) - 1)

    def _card(self) -> QRectF:
        width = px(COLUMN) * len(COLUMNS) + px(GUTTER) * (len(COLUMNS) - 1) + 2 * px(MARGIN)
        height = max(self._column_height(groups) for groups in COLUMNS) + 2 * px(MARGIN)
        shrink = min(1.0, (self.width() - 32) / width, (self.height() - 32) / height)
        size = QSize(round(width * shrink), round(height * shrink))
        return QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrim = QColor(theme().colors.rail if theme().is_dark else theme().colors.text)
        scrim.setAlphaF(SCRIM if theme().is_dark else SCRIM / 2)
        painter.fillRect(self.rect(), scrim)
        card = self._card()
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("card"))
        painter.drawRoundedRect(card, 8, 8)
        full = px(COLUMN) * len(COLUMNS) + px(GUTTER) * (len(COLUMNS) - 1) + 2 * px(MARGIN)
        painter.translate(card.topLeft())
        painter.scale(card.width() / full, card.width() / full)  # a small window shows a smaller sheet, never a cut one
        for number, groups in enumerate(COLUMNS):
            self._draw_column(painter, QPointF(px(MARGIN) + number * (px(COLUMN) + px(GUTTER)), px(MARGIN)), groups)

    def _draw_column(self, painter: QPainter, corner: QPointF, groups: tuple[Group, ...]) -> None:
        top = corner.y()
        for group in groups:
            painter.setFont(theme().sans(13, bold=True))
            painter.setPen(theme().color("text"))
            painter.drawText(QRectF(corner.x(), top, px(COLUMN), px(24)), Qt.AlignmentFlag.AlignVCenter, self.head(group))
            top += px(HEAD)
            for row in self.rows(group):
                self._draw_row(painter, QRectF(corner.x(), top, px(COLUMN), px(ROW)), row)
                top += px(ROW)
            top += px(HEAD_SPACE)

    def _draw_row(self, painter: QPainter, place: QRectF, row: Row) -> None:
        painter.setFont(theme().sans(12.5))
        painter.setPen(theme().color("text2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.text)
        font = theme().mono(11.5)
        right = place.right()
        for keys in reversed(row.keys):
            right = _draw_cap(painter, right, place, keys, font) - px(6)


def _draw_cap(painter: QPainter, right: float, place: QRectF, keys: str, font: QFont) -> float:
    """A key's cap that ends at ``right``; gives back where it begins."""
    width = QFontMetricsF(font).horizontalAdvance(keys) + px(14)
    cap = QRectF(right - width, place.center().y() - px(11), width, px(22))
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.setBrush(theme().color("inset"))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setFont(font)
    painter.setPen(theme().color("text"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
    return cap.left()
