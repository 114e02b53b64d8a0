"""Sentences with symbols in them, as HTML for a label: subscripts are lowered, numbers look as in the rest of the window."""

from __future__ import annotations

import re
from html import escape
from string import Formatter

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.fields.numbers import shown
from gui.fields.paint import follow_theme, px
from gui.fields.symbols import SMALL
from gui.format import MINUS
from gui.theme import theme
from nn.replay.expression import Derivative, Name
from nn.replay.words import Symbol
from nn.replay.writing import number
from nn.text import Sentence

LEANING = re.compile("(</i>)(<su[bp]>)")  # a slanted letter leans into what hangs at its end
AIR = '\\1<span style="font-size:4px">\u200a</span>\\2'  # a hair space, about a pixel wide


def sentence_html(sentence: Sentence, digits: int | None = None) -> str:
    """The translated sentence as HTML, with its symbols in it. ``digits``: decimals of numbers whose field doesn't say how many."""
    template = escape(QCoreApplication.translate("nn", sentence.template), quote=False)
    return _HtmlFormatter(digits).vformat(template, (), sentence.values)


class _HtmlFormatter(Formatter):
    def __init__(self, digits: int | None) -> None:
        super().__init__()
        self._digits = digits

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, Sentence):
            return sentence_html(value, self._digits)
        if isinstance(value, Symbol):  # a line is never broken within a symbol
            whole = isinstance(value.expression, Name | Derivative)
            html = LEANING.sub(AIR, value.html)
            return f'<span style="white-space:nowrap">{html}</span>' if whole else html
        if isinstance(value, float) and not format_spec and self._digits is not None:
            return number(value, self._digits)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return escape(str(super().format_field(value, format_spec)), quote=False)
        text = str(super().format_field(value, format_spec)) if format_spec else shown(value)
        return text.replace("-", MINUS)


class RichWords(QLabel):
    """Paragraphs of HTML in the theme's colours; lines are equally far apart whether subscripts hang from them or not."""

    def __init__(self, color: str = "text", pixels: float = 13, line: float = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = (color, pixels, line)
        self._paragraphs: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._restyle)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return self._paragraphs

    def show_paragraphs(self, *paragraphs: str) -> None:
        """HTML, one paragraph each; empty ones are left out."""
        self._paragraphs = tuple(paragraph for paragraph in paragraphs if paragraph)
        self._set()

    def show_text(self, text: str) -> None:
        """One paragraph of plain text."""
        self.show_paragraphs(escape(text, quote=False) if text else "")

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(px(200)))

    def minimumSizeHint(self) -> QSize:
        """A line: the height comes from the width. Qt's own hint is the height at the least width, and scroll areas reserve it."""
        return QSize(0, px(self._look[2]) if self._paragraphs else 0)

    def set_token(self, token: str) -> None:
        """Change the colour."""
        self._look = (token, *self._look[1:])
        self._restyle()

    def _set(self) -> None:
        line = px(self._look[2])
        style = f"margin-top:0px; margin-bottom:0px; line-height:{line}px; -qt-line-height-type:fixed;"
        gap = style.replace("margin-top:0px", f"margin-top:{px(6)}px")
        text = "".join(f'<p style="{gap if place else style}">{text}</p>' for place, text in enumerate(self._paragraphs))
        for tag in ("sub", "sup"):  # Qt makes them two thirds of the size that they ask for
            text = text.replace(f"<{tag}>", f'<{tag} style="font-size:{px(self._look[1] * SMALL * 1.5)}px">')
        self.setText(text)

    def _restyle(self) -> None:
        token, pixels, _ = self._look
        self.setFont(theme().sans(pixels))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().color(token))
        self.setPalette(palette)
        self._set()
