"""What is on screen as a file: pictures (PNG, SVG), and documents on paper (PDF)."""

from __future__ import annotations

from gui.export.pdf import Choice, write_outline, write_pdf
from gui.export.picture import save_png, save_svg
from gui.export.sheet import PaperSize

__all__ = ["Choice", "PaperSize", "save_png", "save_svg", "write_outline", "write_pdf"]
