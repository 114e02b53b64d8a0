"""Python source to be read: monospaced, its keywords, numbers, texts and comments in colours of the theme."""

from __future__ import annotations

import builtins
import io
import keyword
import tokenize
from collections.abc import Iterator

from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.slimbar import SlimBar
from gui.theme import theme

# Kind of word → colour token, and whether it stands out in weight as well.
LOOKS = {"keyword": ("f1", True), "name": ("val", False), "text": ("der", False), "number": ("f2", False), "comment": ("text3", False)}
_BUILT_IN = frozenset(dir(builtins))


def coloured(source: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind (see ``LOOKS``) of each word of ``source`` that has a colour, as far as it is Python."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    defined = False
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            kind = _kind(token, defined)
            defined = token.string in ("def", "class")
            if kind:
                yield starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1], kind
    except (tokenize.TokenError, SyntaxError):
        return


def _kind(token: tokenize.TokenInfo, defined: bool) -> str:
    if token.type == tokenize.NAME:
        if keyword.iskeyword(token.string):
            return "keyword"
        return "name" if defined or token.string in _BUILT_IN else ""
    return {tokenize.STRING: "text", tokenize.NUMBER: "number", tokenize.COMMENT: "comment"}.get(token.type, "")


class PythonCode(QPlainTextEdit):
    """Can be scrolled, selected and copied, but not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        SlimBar(self)
        follow_theme(self._restyle)

    def show_source(self, source: str) -> None:
        """Another source, from its beginning."""
        self.setPlainText(source)
        self._colour()

    def _colour(self) -> None:
        source, marks = self.toPlainText(), []
        for start, end, kind in coloured(source):
            token, bold = LOOKS[kind]
            look = QTextCharFormat()
            look.setForeground(theme().color(token))
            if bold:
                look.setFont(theme().mono(12.5, bold=True), QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
            mark = QTextEdit.ExtraSelection()
            mark.format = look
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            marks.append(mark)
        self.setExtraSelections(marks)

    def _restyle(self) -> None:
        self.setFont(theme().mono(12.5))
        palette = theme().palette()
        palette.setColor(QPalette.ColorRole.Base, theme().color("inset"))
        palette.setColor(QPalette.ColorRole.Text, theme().color("text"))
        self.setPalette(palette)
        self.document().setDocumentMargin(px(12))
        self._colour()
