"""The Steps workspace's left column: the lesson and its settings above, the outline below, which keeps room for some rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.fields.paint import px
from gui.panels.outline import OutlinePanel
from gui.panels.steps_setup import StepsSetupPanel

OUTLINE = 330  # px that the outline should have: its title and ten rows


class LeftColumn(QWidget):
    """Where the outline would become too short, the lesson is described in fewer lines."""

    def __init__(self, setup: StepsSetupPanel, outline: OutlinePanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup = setup
        outline.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(setup)
        layout.addWidget(outline, 1)

    def _share(self) -> None:
        if self._setup.set_compact(self.height() - self._setup.whole_height(self.width()) < px(OUTLINE)):
            QTimer.singleShot(0, self._settle)

    @Slot()
    def _settle(self) -> None:
        """The form's height follows from its width, and each layout on the way keeps what it was told last: ask all of them again."""
        widget: QWidget | None = self._setup.intro
        while widget is not None and widget is not self:
            widget.updateGeometry()
            widget = widget.parentWidget()
        self._layout.activate()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
