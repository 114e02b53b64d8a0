"""A walk on paper: the worked example, a worksheet with blanks, or its answer key, as a whole document."""

from __future__ import annotations

from nn.replay.documents.choices import Blanks, Content, DocumentFormat
from nn.replay.documents.writing import write

__all__ = ["Blanks", "Content", "DocumentFormat", "write"]
