"""A walk as plain text and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nn.replay.documents.outline import Entry
from nn.replay.documents.paper import Paper
from nn.replay.expression import Expression
from nn.replay.writing import latex, plain

LINE = "________"
WIDTH = 110  # characters of a line of numbers


class TextPaper(Paper):
    """Unicode text for a terminal or a mail."""

    def escaped(self, text: str) -> str:
        return text

    def math(self, expression: Expression, *, numbers: bool) -> str:
        return plain(expression, self.scheme, numbers=numbers, digits=self.digits)

    def equal(self, left: str, right: str) -> str:
        return f"{left} = {right}"

    def heading(self, level: int, text: str) -> str:
        return f"\n{text}\n{'-' * len(text)}" if level == 2 else f"\n{text.upper() if level == 1 else text}"

    def paragraph(self, text: str) -> str:
        return text

    def fill_in(self, name: str, date: str) -> str:
        return f"{name}: {3 * LINE}    {date}: {LINE}\n"

    def given(self, heading: str, numbers: Sequence[str]) -> str:
        lines = [f"{heading}:"]
        for number in numbers:
            if len(lines[-1]) + len(number) > WIDTH:
                lines[-1] += ","
                lines.append(" ")
            lines[-1] += f"{'' if lines[-1].endswith((':', ' ')) else ','} {number}"
        return "\n".join(lines)

    def entry(self, entry: Entry, left: str, rights: Sequence[str], note: str) -> str:
        number = f"{entry.number:3d}. " if entry.number else "  "
        sides = [*rights, LINE] if entry.blank else rights
        indent = " " * (len(number) + min(len(left), 24))
        lines = [f"{number}{left} = {sides[0]}", *(f"{indent} = {side}" for side in sides[1:])]
        return "\n".join([*lines, *([f"{' ' * len(number)}({note})"] if note else [])])

    def table(self, heads: tuple[str, str], rows: Sequence[tuple[str, str]]) -> str:
        width = max(len(row[0]) for row in (heads, *rows))
        return "\n".join(f"{first:>{width}}  {second}" for first, second in (heads, *rows))

    def page(self, body: str) -> str:
        return f"{self.title}\n{'=' * len(self.title)}\n\n{body}\n"


class MarkdownPaper(Paper):
    """Markdown with formulas between dollar signs, as GitHub, Jupyter and Pandoc read them."""

    def escaped(self, text: str) -> str:
        return re.sub(r"([\\`*_{}\[\]<>#$|~])", r"\\\1", text)

    def math(self, expression: Expression, *, numbers: bool) -> str:
        return latex(expression, self.scheme, numbers=numbers, digits=self.digits)

    def equal(self, left: str, right: str) -> str:
        return f"${left} = {right}$"

    def heading(self, level: int, text: str) -> str:
        return f"\n{'#' * (level + 1)} {text}\n"

    def paragraph(self, text: str) -> str:
        return f"{text}\n"

    def fill_in(self, name: str, date: str) -> str:
        line = r"\_" * 12
        return f"{name}: {2 * line} {date}: {line}\n"

    def given(self, heading: str, numbers: Sequence[str]) -> str:
        return f"- {heading}: {', '.join(numbers)}"

    def entry(self, entry: Entry, left: str, rights: Sequence[str], note: str) -> str:
        number = f"**{entry.number}.** " if entry.number else ""
        sides = [*rights, r"\underline{\qquad\qquad\qquad}"] if entry.blank else rights
        above = f"{number}{note}\n\n" if number or note else ""
        rows = " \\\\\n".join(f"&= {side}" for side in sides)
        return f"{above}$$\n\\begin{{aligned}}\n{left} {rows}\n\\end{{aligned}}\n$$\n"

    def table(self, heads: tuple[str, str], rows: Sequence[tuple[str, str]]) -> str:
        lines = [f"| {heads[0]} | {heads[1]} |", "| ---: | :--- |"]
        return "\n".join([*lines, *(f"| {first} | ${second}$ |" if second != "…" else "| … | … |" for first, second in rows)])

    def page(self, body: str) -> str:
        return f"# {self.title}\n\n{body}\n"
