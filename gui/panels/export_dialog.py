"""What of a workspace becomes a file: the worked example, a worksheet, its key, or the picture on screen. The words are those of Steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui.fields.choice import Choice, ChoiceField
from gui.fields.grid import Cell, FormGrid
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.theme import theme
from nn.replay.documents import Blanks, Content

PICTURE = "picture"
WIDTH = 420


class FileKind(StrEnum):
    """The values are the files' endings."""

    PDF = "pdf"
    HTML = "html"
    LATEX = "tex"
    MARKDOWN = "md"
    PNG = "png"
    SVG = "svg"


class Part(StrEnum):
    """Which steps."""

    ITERATION = "iteration"
    SO_FAR = "so-far"
    ALL = "all"


PAPERS = (FileKind.PDF, FileKind.HTML, FileKind.LATEX, FileKind.MARKDOWN)
PICTURES = (FileKind.PNG, FileKind.SVG)
FILE_NAMES = {
    FileKind.PDF: "PDF",
    FileKind.HTML: "HTML",
    FileKind.LATEX: "LaTeX",
    FileKind.MARKDOWN: "Markdown",
    FileKind.PNG: "PNG",
    FileKind.SVG: "SVG",
}


@dataclass(frozen=True)
class Wanted:
    """What to export. ``content`` is ``None`` for the picture."""

    content: Content | None
    kind: FileKind
    part: Part
    blanks: Blanks


class ExportDialog(QDialog):
    """``wanted`` holds the answer; ``chosen`` is sent with it when the person goes on to name the file."""

    chosen = Signal(object)

    HAS_PARTS = True  # whether less than all can be exported

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = ChoiceField("content")
        self.kind = ChoiceField("kind")
        self.part = ChoiceField("part")
        self.blanks = ChoiceField("blanks")
        self._cells = tuple(Cell(field) for field in (self.content, self.kind, self.part, self.blanks))
        self._about = Words("", "text2", 12, wrap=True)
        self._grid = FormGrid()
        for cell in self._cells:
            self._grid.add_row(cell)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._go_on)
        self.buttons.rejected.connect(self.reject)
        self._frame = QVBoxLayout(self)
        for widget in (self._grid, self._about, self.buttons):
            self._frame.addWidget(widget)
        self.content.committed.connect(self._fit)
        self._retranslate()
        for field, value in ((self.content, Content.EXAMPLE), (self.part, Part.ITERATION), (self.blanks, Blanks.FORMULA)):
            field.show_value(value)
        self._fit()
        follow_theme(self._restyle)

    @property
    def wanted(self) -> Wanted:
        """What the fields say now."""
        content = self.content.value if isinstance(self.content.value, Content) else None
        kind = self.kind.value if isinstance(self.kind.value, FileKind) else FileKind.PDF
        part = self.part.value if isinstance(self.part.value, Part) else Part.ALL
        blanks = self.blanks.value if isinstance(self.blanks.value, Blanks) else Blanks.FORMULA
        return Wanted(content, kind, part, blanks)

    def _go_on(self) -> None:
        self.chosen.emit(self.wanted)
        self.accept()

    def _fit(self) -> None:
        """Offer only what goes with the content."""
        picture = self.content.value == PICTURE
        kinds = PICTURES if picture else PAPERS
        former = self.kind.value
        self.kind.set_choices([Choice(kind, FILE_NAMES[kind]) for kind in kinds])
        self.kind.show_value(former if former in kinds else kinds[0])
        _content, _kind, part, blanks = self._cells
        self._grid.show_only({part: self.HAS_PARTS and not picture, blanks: self.content.value is Content.WORKSHEET})
        self._about.setText(self._words()[self.content.value])

    def _title(self) -> str:
        return self.tr("Export the steps")

    def _words(self) -> dict[object, str]:
        return {
            Content.EXAMPLE: self.tr("Every step with its formula, its numbers and its result."),
            Content.WORKSHEET: self.tr("The same steps with numbered blanks instead of results, to be filled in by pencil."),
            Content.KEY: self.tr("The worksheet's results, under the same numbers."),
            PICTURE: self.tr("The diagram and the equation as they are on screen now."),
        }

    def _restyle(self) -> None:
        self.setMinimumWidth(px(WIDTH))
        self._frame.setContentsMargins(px(16), px(16), px(16), px(16))
        self._frame.setSpacing(px(12))
        self.setPalette(theme().palette())

    def _retranslate(self) -> None:
        self.setWindowTitle(self._title())
        captions = (self.tr("What"), self.tr("As"), self.tr("Which steps"), self.tr("Beside each blank"))
        for cell, field, caption in zip(self._cells, (self.content, self.kind, self.part, self.blanks), captions, strict=True):
            cell.set_caption(caption)
            field.setAccessibleName(caption)
        self.content.set_choices(
            [
                Choice(Content.EXAMPLE, self.tr("Worked example")),
                Choice(Content.WORKSHEET, self.tr("Worksheet with blanks")),
                Choice(Content.KEY, self.tr("Answer key")),
                Choice(PICTURE, self.tr("Picture")),
            ]
        )
        self.part.set_choices(
            [
                Choice(Part.ITERATION, self.tr("This iteration")),
                Choice(Part.SO_FAR, self.tr("From the first step to this one")),
                Choice(Part.ALL, self.tr("All steps")),
            ]
        )
        self.blanks.set_choices(
            [
                Choice(Blanks.NOTHING, self.tr("Nothing")),
                Choice(Blanks.PRINCIPLE, self.tr("The idea")),
                Choice(Blanks.FORMULA, self.tr("The formula")),
                Choice(Blanks.NUMBERS, self.tr("The formula and its numbers")),
            ]
        )
        for button, text in (
            (QDialogButtonBox.StandardButton.Save, self.tr("Choose a file…")),
            (QDialogButtonBox.StandardButton.Cancel, self.tr("Cancel")),
        ):
            self.buttons.button(button).setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
