"""A walk as a web page: MathML, which browsers set by themselves; light, dark and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from nn.replay.documents.outline import Entry
from nn.replay.documents.paper import Paper
from nn.replay.expression import Expression
from nn.replay.writing import latex

_STYLE = """\
:root { color-scheme: light dark; --ink: #1b1d22; --paper: #ffffff; --dim: #5b606b; --line: #d6d9df; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaee; --paper: #14161a; --dim: #a0a6b2; --line: #33373f; } }
body { color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.4rem; } h3 { font-size: 1.15rem; border-bottom: 1px solid var(--line); } h4 { margin-bottom: 0.2rem; }
math { font-size: 1.1em; }
.dim { color: var(--dim); }
.step { display: grid; grid-template-columns: 2.5rem 1fr; margin: 0.6rem 0; break-inside: avoid; }
.rows { overflow-x: auto; } .rows td { padding: 0.15rem 0.2rem; vertical-align: middle; } .rows td:first-child { text-align: right; }
.blank { display: inline-block; width: 9rem; border-bottom: 1px solid var(--ink); height: 1.3em; }
.fill { display: flex; gap: 2rem; } .fill span { flex: 1; border-bottom: 1px solid var(--ink); }
.given span { white-space: nowrap; margin-right: 1.2em; }
.errors td, .errors th { padding: 0.1rem 0.8rem; text-align: right; }
@media print { :root { --ink: #000; --paper: #fff; --dim: #333; --line: #999; } body { max-width: none; margin: 0; } h3, h4 { break-after: avoid; } }
"""


class HtmlPaper(Paper):
    """One file that needs no other."""

    language = "en"

    def escaped(self, text: str) -> str:
        return escape(text)

    def math(self, expression: Expression, *, numbers: bool) -> str:
        return _mathml(latex(expression, self.scheme, numbers=numbers, digits=self.digits))

    def equal(self, left: str, right: str) -> str:
        return f"<span>{left} = {right}</span>"

    def heading(self, level: int, text: str) -> str:
        return f"<h{level + 1}>{text}</h{level + 1}>"

    def paragraph(self, text: str) -> str:
        return f"<p>{text}</p>"

    def fill_in(self, name: str, date: str) -> str:
        return f'<p class="fill"><span>{name}:</span><span>{date}:</span></p>'

    def given(self, heading: str, numbers: Sequence[str]) -> str:
        return f'<p class="given"><b>{heading}</b><br>{" ".join(numbers)}</p>'

    def entry(self, entry: Entry, left: str, rights: Sequence[str], note: str) -> str:
        sides = [*rights, '<span class="blank"></span>'] if entry.blank else rights
        rows = "".join(f"<tr><td>{left if place == 0 else ''}</td><td>=</td><td>{side}</td></tr>" for place, side in enumerate(sides))
        number = f"{entry.number}." if entry.number else ""
        said = f'<div class="dim">{note}</div>' if note else ""
        return f'<div class="step"><div class="dim">{number}</div><div class="rows">{said}<table>{rows}</table></div></div>'

    def table(self, heads: tuple[str, str], rows: Sequence[tuple[str, str]]) -> str:
        body = "".join(f"<tr><td>{first}</td><td>{second}</td></tr>" for first, second in rows)
        return f'<table class="errors"><tr><th>{heads[0]}</th><th>{heads[1]}</th></tr>{body}</table>'

    def page(self, body: str) -> str:
        head = (
            f'<!DOCTYPE html>\n<html lang="{escape(self.language)}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{self.title}</title>\n<style>\n{_STYLE}</style>\n</head>\n'
        )
        return f"{head}<body>\n<h1>{self.title}</h1>\n{body}\n</body>\n</html>\n"


@lru_cache(maxsize=4096)
def _mathml(formula: str) -> str:
    """The same symbols come back in every step."""
    from latex2mathml.converter import convert

    found: str = convert(formula)
    return found
