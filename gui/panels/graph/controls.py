"""The bar below the graph: check, reveal, hide, start again; other numbers, or those of the original."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.fields.button import IconButton, TextButton
from gui.fields.paint import BUTTON_HEIGHT, follow_theme, px
from gui.fields.primary import PrimaryButton

HEIGHT = 64


class ControlsPanel(QWidget):
    """Says what the person asks for; nothing here knows the exercise."""

    check_requested = Signal()
    reveal_requested = Signal()
    reveal_all_requested = Signal()
    hide_all_requested = Signal()
    start_again_requested = Signal()
    original_requested = Signal()
    new_numbers_requested = Signal()
    open_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = PrimaryButton()
        self.reveal, self.reveal_all = TextButton(icon="bulb"), TextButton(icon="eye")
        self.hide_all, self.again = TextButton(icon="eye-off"), TextButton(icon="reset")
        self.original, self.new_numbers = TextButton(icon="undo"), TextButton(icon="dice")
        self.open, self.save = (IconButton(icon, width=BUTTON_HEIGHT, height=BUTTON_HEIGHT) for icon in ("folder", "save"))
        self._typed = self._finished = self._preparing = False
        self._build()
        follow_theme(self._restyle)
        self._retranslate()

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        for button in (self.check, self.reveal, self.reveal_all, self.hide_all, self.again):
            row.addWidget(button)
        row.addStretch(1)
        for other in (self.open, self.save, self.original, self.new_numbers):
            row.addWidget(other)
        self.check.clicked.connect(self.check_requested)
        self.reveal.clicked.connect(self.reveal_requested)
        self.reveal_all.clicked.connect(self.reveal_all_requested)
        self.hide_all.clicked.connect(self.hide_all_requested)
        self.again.clicked.connect(self.start_again_requested)
        self.original.clicked.connect(self.original_requested)
        self.new_numbers.clicked.connect(self.new_numbers_requested)
        self.open.clicked.connect(self.open_requested)
        self.save.clicked.connect(self.save_requested)

    def show_preparing(self, on: bool) -> None:
        """Nothing is filled in while the exercise is prepared."""
        self._preparing = on
        for button in (self.hide_all, self.again):
            button.setEnabled(not on)
        self._enable()

    def show_state(self, *, typed: bool, finished: bool, changed: bool) -> None:
        """``typed``: something waits to be checked; ``finished``: nothing is left to reveal; ``changed``: the numbers aren't the original's."""
        self._typed, self._finished = typed, finished
        self.original.setEnabled(changed)
        self._enable()

    def _enable(self) -> None:
        self.check.setEnabled(self._typed and not self._preparing)
        for button in (self.reveal, self.reveal_all):
            button.setEnabled(not self._finished and not self._preparing)

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(24), 0, px(24), 0)
        self._row.setSpacing(px(8))

    def _retranslate(self) -> None:
        self.check.setText(self.tr("Check all"))
        self.check.setToolTip(self.tr("Check everything that has been typed"))
        self.reveal.setText(self.tr("Reveal one"))
        self.reveal_all.setText(self.tr("Reveal all"))
        self.hide_all.setText(self.tr("Hide all"))
        self.again.setText(self.tr("Start again"))
        self.original.setText(self.tr("Original numbers"))
        self.new_numbers.setText(self.tr("New numbers"))
        self.open.set_name(self.tr("Open an exercise…"))
        self.save.set_name(self.tr("Save the exercise…"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
