"""The head of a card whose numbers take a while: its name, a button that begins or cancels, and how far it is."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.fields.button import TextButton
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.panels.progress_line import ProgressLine


class JobHead(QWidget):
    """``begin_requested`` and ``cancel_requested`` come from one button, which says what it does."""

    begin_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Words("", "text", 13, bold=True, parent=self)
        self._button = TextButton("", parent=self)
        self._line = ProgressLine(self)
        self._share = math.nan
        self._again = False
        self.tools = QHBoxLayout()
        self._row = QHBoxLayout()
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addLayout(self.tools)
        column.addWidget(self._line)
        self._button.clicked.connect(self._pressed)
        self._column = column
        self.show_share(None)
        self._retranslate()
        follow_theme(self._restyle)

    @property
    def button(self) -> TextButton:
        return self._button

    @property
    def runs(self) -> bool:
        """Whether a job goes on."""
        return not math.isnan(self._share)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def show_share(self, share: float | None) -> None:
        """How much of the job is done, 0 to 1; ``None`` while none goes on."""
        self._share = math.nan if share is None else share
        self._line.show_progress(self._share)
        self._line.setVisible(self.runs)
        self._retranslate()

    def show_can_begin(self, on: bool, *, again: bool = False) -> None:
        """Whether there is something to calculate; ``again``: there are numbers already."""
        self._again = again
        self._button.setEnabled(on or self.runs)
        self._retranslate()

    def _pressed(self) -> None:
        if self.runs:
            self.cancel_requested.emit()
        else:
            self.begin_requested.emit()

    def _retranslate(self) -> None:
        if self.runs:
            text = self.tr("Cancel · {share} %").format(share=round(self._share * 100))
        else:
            text = self.tr("Calculate again") if self._again else self.tr("Calculate")
        if text != self._button.text():
            self._button.setText(text)
            self._button.setAccessibleName(text)
            self._button.updateGeometry()
            self._button.update()

    def _restyle(self) -> None:
        for layout in (self._row, self.tools, self._column):
            layout.setSpacing(px(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
