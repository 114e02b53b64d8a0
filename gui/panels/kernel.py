"""The code that trains right now: its parts in an outline, a sentence for each, and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.python_code import PythonCode
from gui.fields.sentence import sentence_text
from gui.fields.text import Words
from gui.theme import theme
from nn.text import Sentence

if TYPE_CHECKING:
    from nn.backends.source import KernelSource

WIDTH, HEIGHT, OUTLINE = 1040, 660, 210


class KernelDialog(QDialog):
    """A window of its own, so that the training can be watched beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: KernelSource | None = None
        self._device, self._why = "", Sentence("")
        self.heading = Words("", "text", 15, bold=True, wrap=True)
        self.facts = Words("", "text2", 12, wrap=True)
        self.outline = QListWidget()
        self.sentence = Words("", "text", 13, wrap=True)
        self.code = PythonCode()
        self.outline.currentRowChanged.connect(self._show_part)
        self._build()
        follow_theme(self._restyle)
        self._retranslate()

    def _build(self) -> None:
        self.outline.setFrameShape(QFrame.Shape.NoFrame)
        self.outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.outline.setWordWrap(True)
        self._part = QVBoxLayout()
        self._part.addWidget(self.sentence)
        self._part.addWidget(self.code, 1)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self.outline)
        self._columns.addLayout(self._part, 1)
        self._frame = QVBoxLayout(self)
        self._frame.addWidget(self.heading)
        self._frame.addWidget(self.facts)
        self._frame.addLayout(self._columns, 1)

    def show_source(self, source: KernelSource, device: str) -> None:
        """The code that trains on ``device``, as a person calls it. The part that was looked at stays chosen if there is one like it."""
        before, known = self._title(), self._source
        self._source, self._device, self._why = source, device, Sentence("")
        if known == source:
            self._retranslate()
            return
        self.outline.clear()
        self._retranslate()
        titles = [part.title.template for part in source.parts]
        self.outline.setCurrentRow(titles.index(before) if before in titles else 0)

    def show_why_not(self, why: Sentence) -> None:
        """Say why there is nothing to show."""
        self._source, self._why = None, why
        self.outline.clear()
        self.code.show_source("")
        self.sentence.setText("")
        self._retranslate()

    def _title(self) -> str:
        row = self.outline.currentRow()
        return self._source.parts[row].title.template if self._source is not None and 0 <= row < len(self._source.parts) else ""

    def _show_part(self, row: int) -> None:
        if self._source is None or not 0 <= row < len(self._source.parts):
            return
        part = self._source.parts[row]
        self.sentence.setText(sentence_text(part.sentence))
        self.code.setAccessibleDescription(self.sentence.text())
        self.code.show_source(part.source)

    def _restyle(self) -> None:
        self.setPalette(theme().palette())
        self.resize(max(self.width(), px(WIDTH)), max(self.height(), px(HEIGHT)))
        self._frame.setContentsMargins(px(20), px(16), px(20), px(16))
        self._frame.setSpacing(px(8))
        self._columns.setSpacing(px(16))
        self._part.setSpacing(px(10))
        self.outline.setFixedWidth(px(OUTLINE))
        self.outline.setFont(theme().sans(13))
        self.outline.setSpacing(px(2))
        palette = theme().palette()
        palette.setColor(QPalette.ColorRole.Base, theme().color("panel"))
        palette.setColor(QPalette.ColorRole.Highlight, theme().color("accentbg"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme().color("text"))
        self.outline.setPalette(palette)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Kernel"))
        self.outline.setAccessibleName(self.tr("Parts of the kernel"))
        self.code.setAccessibleName(self.tr("Source"))
        if self._source is None:
            self.heading.setText(sentence_text(self._why) if self._why.template else self.tr("Reading the source…"))
            self.facts.setText("")
            return
        self.heading.setText(self.tr("Training on {device}: the code that runs, part by part").format(device=self._device))
        self.facts.setText(" · ".join(f"{sentence_text(fact.label)}: {sentence_text(fact.value)}" for fact in self._source.facts))
        row = self.outline.currentRow()
        self.outline.clear()
        self.outline.addItems([f"{number}  {sentence_text(part.title)}" for number, part in enumerate(self._source.parts, 1)])
        self.outline.setCurrentRow(row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
