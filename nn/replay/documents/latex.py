"""A walk as a LaTeX document: the article class and amsmath, for pdfLaTeX, XeLaTeX and LuaLaTeX."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nn.replay.documents.outline import Entry
from nn.replay.documents.paper import Paper
from nn.replay.expression import Expression
from nn.replay.writing import latex

_BLANK = r"\underline{\hspace{8em}}"
_LINE, _NEW_LINE = r"\\", r"\\[1.5ex]"  # with room for a pencil before a blank
_LONG = 75  # characters that fill a line
_HEADINGS = {1: "section", 2: "subsection", 3: "subsubsection"}
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "{}$&#_%"},
    "<": r"\ensuremath{<}",
    ">": r"\ensuremath{>}",
    "|": r"\ensuremath{|}",
    '"': r"\textquotedbl{}",
}
_SYMBOLS = {
    "η": r"\eta",
    "δ": r"\delta",
    "σ": r"\sigma",
    "λ": r"\lambda",
    "∂": r"\partial",
    "−": "-",
    "½": r"\tfrac{1}{2}",
    "·": r"\cdot",
    "×": r"\times",
}
_ESCAPES = {ord(key): value for key, value in _SPECIAL.items()} | {ord(key): rf"\ensuremath{{{value}}}" for key, value in _SYMBOLS.items()}
_KNOWN = "–—‘’“”…ŒœŠšŽžŁłĀāĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĪīİıŃńŇňŐőŘřŚśŞşŢţŤťŪūŮůŰűŹźŻż€"  # that pdfLaTeX sets without a package of its own
_PREAMBLE = r"""\documentclass[11pt]{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage{textcomp}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\fi
\usepackage[fleqn]{amsmath}
\usepackage{graphicx}
\usepackage[margin=2.2cm]{geometry}
\setcounter{secnumdepth}{0}
\setlength{\parindent}{0pt}
\setlength{\mathindent}{1em}
\setlength{\jot}{0.6ex}
\newsavebox{\equationbox}
\newcommand{\fit}[1]{\sbox{\equationbox}{$\displaystyle #1$}%
  \ifdim\wd\equationbox>\linewidth\resizebox{\linewidth}{!}{\usebox{\equationbox}}\else\usebox{\equationbox}\fi}
\AtBeginDocument{\setlength{\abovedisplayskip}{1ex}\setlength{\belowdisplayskip}{1ex}}
"""


class LatexPaper(Paper):
    """Equations are aligned at their signs; one that is too long for a line is broken or made smaller."""

    def escaped(self, text: str) -> str:
        return "".join(_ESCAPES.get(ord(character)) or _safe(character) for character in text)

    def math(self, expression: Expression, *, numbers: bool) -> str:
        return latex(expression, self.scheme, numbers=numbers, digits=self.digits)

    def equal(self, left: str, right: str) -> str:
        return f"${left} = {right}$"

    def heading(self, level: int, text: str) -> str:
        return rf"\{_HEADINGS[level]}{{{text}}}"

    def paragraph(self, text: str) -> str:
        return f"{text}\n"

    def fill_in(self, name: str, date: str) -> str:
        return rf"{name}: \underline{{\hspace{{0.45\textwidth}}}}\hfill {date}: \underline{{\hspace{{0.2\textwidth}}}}" + "\n\n\\medskip"

    def given(self, heading: str, numbers: Sequence[str]) -> str:
        listed = ",\\quad ".join(numbers)
        return f"\\textbf{{{heading}}}\\\\\n{{\\raggedright {listed}\\par}}\\smallskip"

    def entry(self, entry: Entry, left: str, rights: Sequence[str], note: str) -> str:
        sides = [*rights, _BLANK] if entry.blank else rights
        first = rf"\textbf{{{entry.number}.}}\quad {left}" if entry.number else left
        above = f"{note}\n" if note else ""
        if max(_width(left) + _width(side) for side in sides) > _LONG:
            lefts = [first, *["\\qquad"] * (len(sides) - 1)]
            rows = "\\\\[0.6ex]\n".join(_long(f"{start} = {side}") for start, side in zip(lefts, sides, strict=True))
            return f"{above}\\begin{{flushleft}}\n{rows}\n\\end{{flushleft}}"
        rows = f" {_NEW_LINE if entry.blank else _LINE}\n".join(f"{first if place == 0 else ''} &= {side}" for place, side in enumerate(sides))
        return f"{above}\\begin{{align*}}\n{rows}\n\\end{{align*}}"

    def table(self, heads: tuple[str, str], rows: Sequence[tuple[str, str]]) -> str:
        body = " \\\\\n".join(f"{first} & ${second}$" if second != "…" else r"\dots & \dots" for first, second in rows)
        return f"\\begin{{tabular}}{{rl}}\n{heads[0]} & {heads[1]} \\\\ \\hline\n{body}\n\\end{{tabular}}"

    def page(self, body: str) -> str:
        return f"{_PREAMBLE}\\title{{{self.title}}}\n\\author{{}}\n\\date{{}}\n\\begin{{document}}\n\\maketitle\n{body}\n\\end{{document}}\n"


def _long(equation: str) -> str:
    """TeX breaks a sum or a product by itself, but nothing between bars or tall parentheses: that is made smaller."""
    unbreakable = re.search(r"\\(?:frac|left)\b", equation.split("=", 1)[1])
    return rf"\fit{{{equation}}}" if unbreakable else rf"${equation}$"


def _width(formula: str) -> int:
    """About how many characters of a formula stand side by side."""
    return len(re.sub(r"\\[A-Za-z]+|[\\{}_^ ]", "", formula))


def _safe(character: str) -> str:
    """A character that pdfLaTeX may not know is a question mark there, and itself where the engine has Unicode fonts."""
    if ord(character) < 0x20:
        return " "
    if ord(character) < 0x7F or 0xA0 < ord(character) <= 0xFF or character in _KNOWN:
        return character
    return rf"\ifPDFTeX ?\else {character}\fi{{}}"
