"""What is on screen as a file: pictures (PNG, SVG), and documents on paper (PDF)."""

from __future__ import annotations

from gui.export.figure import Figure, Formula, Label, Piece, Shape, free_stretches
from gui.export.pdf import Choice, write_outline, write_pdf
from gui.export.picture import save_png, save_svg
from gui.export.sheet import PaperSize

__all__ = [
    "Choice",
    "Figure",
    "Formula",
    "Label",
    "PaperSize",
    "Piece",
    "Shape",
    "free_stretches",
    "save_png",
    "save_svg",
    "write_outline",
    "write_pdf",
]
