"""The line above the Steps diagram: the question that the step answers, and with how many decimals numbers are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.fields.button import TextButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.paint import follow_theme, px
from gui.theme import theme

DIGITS = (4, 6, 9)
FIRST_DIGITS = 6
CHOICE_WIDTH = 124
HEIGHT = 56  # room for a question of two lines, so that nothing below moves
WIDE = 520  # px of width in which the export's button has its word
LETTERS, SMALL_LETTERS = 15, 13


class StepsHeading(QWidget):
    """``digits_changed(int)`` carries one of 4, 6 and 9; ``export_requested`` asks for a picture or a worksheet."""

    digits_changed = Signal(int)
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QLabel()
        self._question.setTextFormat(Qt.TextFormat.RichText)
        self._question.setWordWrap(True)
        self._question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._digits = ChoiceField("digits")
        self._digits.committed.connect(self._chosen)
        self._export = TextButton(icon="save")
        self._export.clicked.connect(self.export_requested)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._question, 1)
        self._layout.addWidget(self._digits)
        self._layout.addWidget(self._export)
        self._retranslate()
        self._digits.show_value(FIRST_DIGITS)
        follow_theme(self._restyle)

    def show_question(self, html: str) -> None:
        """The question, as HTML with raised and lowered letters."""
        self._question.setText(html)
        self.setAccessibleName(html)
        self._fit()

    @Slot(str, object)
    def _chosen(self, _key: str, digits: object) -> None:
        if isinstance(digits, int):
            self.digits_changed.emit(digits)

    def _restyle(self) -> None:
        palette = self._question.palette()
        palette.setColor(self._question.foregroundRole(), theme().color("text"))
        self._question.setPalette(palette)
        self._digits.setFixedWidth(px(CHOICE_WIDTH))
        self._layout.setContentsMargins(px(24), px(8), px(24), px(4))
        self._layout.setSpacing(px(8))
        self.setFixedHeight(px(HEIGHT))
        self._fit()

    def _fit(self) -> None:
        """The export's button without its word where the room is short, the question in smaller letters where two lines are too few."""
        self._export.setText(self._export_text() if self.width() >= px(WIDE) else "")
        self._layout.activate()
        room = px(HEIGHT) - px(12)
        for pixels in (LETTERS, SMALL_LETTERS):
            self._question.setFont(theme().sans(pixels, bold=True))
            if self._question.heightForWidth(max(self._question.width(), 1)) <= room:
                break

    def _retranslate(self) -> None:
        self._digits.set_choices([Choice(digits, self.tr("{count} decimals").format(count=digits)) for digits in DIGITS])
        self._digits.setAccessibleName(self.tr("Decimals shown"))
        self._export.setAccessibleName(self._export_text())
        self._export.setToolTip(self._export_text())
        self._fit()

    def _export_text(self) -> str:
        return self.tr("Export…")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
