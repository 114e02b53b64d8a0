"""The pieces of an expression as typed: numbers, names, signs, brackets, and where each stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from nn.graph.graph import GraphError, Place
from nn.text import QT_TRANSLATE_NOOP

LONGEST = 10_000
LONGEST_NAME = 30

_SIGNS: dict[str, str] = (
    dict.fromkeys("−–‐‑‒﹣", "-") | dict.fromkeys("×·∙⋅✕∗•", "*") | dict.fromkeys("÷∕⁄", "/") | {"＋": "+", "＝": "=", "（": "(", "）": ")"}
)
_PLAIN = {ord(sign): plain for sign, plain in _SIGNS.items()}
_SMALL = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_PIECES = re.compile(
    r"(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<small>[½¼¾])"
    r"|(?P<name>[^\W\d][^\W⁰¹²³⁴⁵⁶⁷⁸⁹½¼¾]*)"
    r"|(?P<end>\n|;)"
    r"|(?P<space>[^\S\n]+)"
    r"|(?P<sign>\*\*|[-+*/^=(),])"
    r"|(?P<other>.)",
    re.DOTALL,
)
_DIGITS = re.compile(r"[0-9]+\Z")


class Token(NamedTuple):
    """``kind`` is number, name, raised (a superscript number), end (between statements; "" as text after the last) or the sign itself.

    ``near``: nothing stands between it and the token before it.
    """

    kind: str
    text: str
    place: Place
    near: bool = False


def tokens_of(text: str) -> list[Token]:
    """The tokens of ``text``, the last one an ``end``. Raises :class:`GraphError` for what is too long or has strange characters."""
    if len(text) > LONGEST:
        place = Place(LONGEST, 1 + text.count("\n", 0, LONGEST), LONGEST - text.rfind("\n", 0, LONGEST))
        template = QT_TRANSLATE_NOOP("nn", "The expression has {length} characters; at most {most} can be read. Write a shorter one.")
        raise GraphError(template, place=place, length=len(text), most=LONGEST)
    plain = text.replace("\r\n", " \n").replace("\r", "\n").translate(_PLAIN)
    found: list[Token] = []
    line, line_start, near = 1, 0, False
    for match in _PIECES.finditer(plain):
        place = Place(match.start(), line, match.start() - line_start + 1, len(match[0]))
        kind = str(match.lastgroup)
        if kind == "space":
            near = False
            continue
        found.append(_token(kind, match[0], place, near))
        near = True
        if match[0] == "\n":
            line, line_start = line + 1, match.end()
    return [*found, Token("end", "", Place(len(text), line, len(text) - line_start + 1))]


def _token(kind: str, text: str, place: Place, near: bool) -> Token:
    if kind == "other":
        raise _strange(text, place)
    if kind == "sign":
        return Token("^" if text == "**" else text, text, place, near)
    if kind == "raised":
        return Token(kind, text.translate(_RAISED), place, near)
    if kind == "small":
        return Token("number", _SMALL[text], place, near)
    if kind == "number":
        return Token(kind, _number(text, place), place, near)
    if kind == "end":
        return Token(kind, text, place, near)
    name = text.translate(_LOWERED)
    if not name.isidentifier():
        raise _strange(text, place)
    if len(name) > LONGEST_NAME:
        template = QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: this name has {length} letters; names have at most {most}.")
        raise GraphError(template, place=place, length=len(name), most=LONGEST_NAME)
    return Token(kind, name, place, near)


def _number(text: str, place: Place) -> str:
    """The number as it is, if it is one that can be calculated with; digits of other scripts become ours."""
    if float(text) == float("inf"):
        template = QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: {text} is too large to calculate with; write a smaller number.")
        raise GraphError(template, place=place, text=text)
    return text if text.isascii() else repr(float(text))


def _strange(text: str, place: Place) -> GraphError:
    reason = _REASONS.get(text)
    if reason is not None:
        return GraphError(reason, place=place)
    template = QT_TRANSLATE_NOOP(
        "nn", "Line {line}, column {column}: “{text}” has no meaning here; use names, numbers, + − * / ^ ( ) and functions such as exp(…)."
    )
    return GraphError(template, place=place, text=text if text.isprintable() else f"U+{ord(text):04X}")


_BRACKETS = QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: only round brackets are used in expressions; write ( and ).")
_REASONS = dict.fromkeys("[]{}", _BRACKETS) | {
    "|": QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: write abs(…) for the absolute value, instead of two strokes."),
    "√": QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: write sqrt(…) for a square root."),
    "%": QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: write a percentage as a number, 0.2 for 20 %."),
    "!": QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: there are no factorials here; write the number itself."),
    ":": QT_TRANSLATE_NOOP("nn", "Line {line}, column {column}: write / for a division, and ; between two statements."),
}


def is_decimal_part(token: Token) -> bool:
    """Whether the number may stand on one side of a decimal comma: digits alone."""
    return token.kind == "number" and _DIGITS.match(token.text) is not None
