"""From a walk to a document's text."""

from __future__ import annotations

from nn.replay.documents.choices import Blanks, Content, DocumentFormat
from nn.replay.documents.html import HtmlPaper
from nn.replay.documents.latex import LatexPaper
from nn.replay.documents.outline import chosen, outline_of
from nn.replay.documents.paper import Paper, Translate
from nn.replay.documents.records import write_json
from nn.replay.documents.text import MarkdownPaper, TextPaper
from nn.replay.walk import Walk
from nn.replay.writing import Digits

_PAPERS: dict[DocumentFormat, type[Paper]] = {
    DocumentFormat.TEXT: TextPaper,
    DocumentFormat.MARKDOWN: MarkdownPaper,
    DocumentFormat.HTML: HtmlPaper,
    DocumentFormat.LATEX: LatexPaper,
}


def write(
    walk: Walk,
    format: DocumentFormat,
    content: Content = Content.EXAMPLE,
    *,
    digits: Digits = None,
    first: int | None = None,
    last: int | None = None,
    title: str | None = None,
    blanks: Blanks = Blanks.FORMULA,
    translate: Translate = str,
    language: str = "en",
) -> str:
    """The whole document.

    ``digits``: decimals shown; ``None`` gives all. ``first`` and ``last`` are the ids of the steps in it, both included. ``blanks``
    is what a worksheet says beside each. ``title`` may be anything that a person types. ``translate`` puts the document's sentences
    into the reader's language, whose code is ``language``. JSON has every step's full numbers, whatever the content and the digits.
    Raises :class:`~nn.errors.SettingsError` where there are no such steps or a worksheet would have no blanks.
    """
    if format is DocumentFormat.JSON:
        return write_json(walk, chosen(walk, first, last))
    paper = _PAPERS[format](outline_of(walk, content, blanks, first=first, last=last, title=title), digits, translate)
    if isinstance(paper, HtmlPaper):
        paper.language = language
    return paper.write()
