"""What of the Graph workspace becomes a file: a worksheet, its key, the worked example, or the picture on screen."""

from __future__ import annotations

from gui.fields.choice import Choice
from gui.panels.export_dialog import FILE_NAMES, PAPERS, PICTURE, PICTURES, ExportDialog
from nn.replay.documents import Content


class GraphExportDialog(ExportDialog):
    """The same questions as for steps, but there is only one part of an exercise: all of it."""

    def _fit(self) -> None:
        picture = self.content.value == PICTURE
        kinds = PICTURES if picture else PAPERS
        former = self.kind.value
        self.kind.set_choices([Choice(kind, FILE_NAMES[kind]) for kind in kinds])
        self.kind.show_value(former if former in kinds else kinds[0])
        _content, _kind, part, blanks = self._cells
        self._grid.show_only({part: False, blanks: self.content.value is Content.WORKSHEET})
        self._about.setText(self._words()[self.content.value])

    def _words(self) -> dict[object, str]:
        return {
            Content.EXAMPLE: self.tr("Every box with its formula, its numbers and its result."),
            Content.WORKSHEET: self.tr("The graph, and a numbered blank for each box, to be filled in by pencil."),
            Content.KEY: self.tr("The worksheet's results, under the same numbers."),
            PICTURE: self.tr("The graph as it is on screen now."),
        }

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Export the exercise"))
