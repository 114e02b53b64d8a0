"""What a document can be."""

from __future__ import annotations

from enum import StrEnum


class DocumentFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    LATEX = "latex"
    HTML = "html"
    MARKDOWN = "markdown"


class Content(StrEnum):
    """What a document is: the worked example, a worksheet with blanks, or that worksheet's answers."""

    EXAMPLE = "example"
    WORKSHEET = "worksheet"
    KEY = "key"


class Blanks(StrEnum):
    """What a worksheet says beside each blank: nothing, the idea, the formula, or the formula and its numbers."""

    NOTHING = "nothing"
    PRINCIPLE = "principle"
    FORMULA = "formula"
    NUMBERS = "numbers"
