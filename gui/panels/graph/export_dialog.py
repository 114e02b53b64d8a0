"""What of the Graph workspace becomes a file: a worksheet, its key, the worked example, or the picture on screen."""

from __future__ import annotations

from gui.panels.export_dialog import PICTURE, ExportDialog
from nn.replay.documents import Content


class GraphExportDialog(ExportDialog):
    """The same questions as for steps, but there is only one part of an exercise: all of it."""

    HAS_PARTS = False

    def _title(self) -> str:
        return self.tr("Export the exercise")

    def _words(self) -> dict[object, str]:
        return {
            Content.EXAMPLE: self.tr("Every box with its formula, its numbers and its result."),
            Content.WORKSHEET: self.tr("The graph, and a numbered blank for each box, to be filled in by pencil."),
            Content.KEY: self.tr("The worksheet's results, under the same numbers."),
            PICTURE: self.tr("The graph as it is on screen now."),
        }
