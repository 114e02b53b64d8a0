"""A number as people write it: 0.75, 0,75, .5, −4, 1e-3, 3/4, ½, 2*11, 2·(3 + 4)², 10^-3, 20 %, 1/(1 + exp(−0.4)).

A recursive-descent parser: nothing that is typed is ever run.

    sum      = product { (+ | −) product }
    product  = signed { (* | /) signed | power }        a factor may follow without a sign before ( and before a name: 2(3 + 4), 2 pi
    signed   = { + | − } power
    power    = percent [ ^ signed | superscript ]       from the right, and before a minus in front: −2² is −4
    percent  = atom { % }
    atom     = number | ½ | ( sum ) | name [ ( sum ) ]

One comma or one point is a decimal mark: ``1,000`` and ``1.000`` are 1. They part thousands where there are several alike (``1,000,000``)
or the other mark comes after (``1.234,5``). :func:`readings` gives the second meaning too, where there is one.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from nn.errors import NeurolupaError
from nn.text import QT_TRANSLATE_NOOP

LONGEST = 200
DEEPEST = 20

_SIGNS = dict.fromkeys("−–—‐‑‒﹣-", "-") | dict.fromkeys("×·∙⋅✕∗", "*") | dict.fromkeys("÷:∕⁄", "/") | {"＋": "+", "٫": ","}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_NUMBER = r"(?:\d[\d.,]*|[.,]\d[\d.,]*)(?: \d{3}(?!\d)(?:[.,]\d[\d.,]*)?)*(?:[eE][+-]?\d+(?![\d.,]))?"
_TOKENS = re.compile(rf"(?P<number>{_NUMBER})|(?P<times>(?<![A-Za-z])[xX](?![A-Za-z]))|(?P<name>[A-Za-zπ]+)|(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)|\*\*|.")
_CONSTANTS = {"e": math.e, "pi": math.pi, "π": math.pi}
_FUNCTIONS: dict[str, Callable[[float], float]] = {"exp": math.exp, "ln": math.log, "sqrt": math.sqrt, "tanh": math.tanh}


class AnswerError(NeurolupaError):
    """What was typed is no number. ``place`` counts the characters from 1; it is 0 where the whole text is meant."""

    def __init__(self, template: str, /, *, place: int = 0, **values: object) -> None:
        self.place = place
        super().__init__(template, place=place, **values)


class _Token(NamedTuple):
    kind: str  # "number", "name", "super", "fraction", an operator, or "" at the end
    text: str
    place: int


def read(text: str) -> float:
    """The number that ``text`` says, always finite. Raises :class:`AnswerError` saying what is wrong, where, and what is expected."""
    return readings(text)[0]


def readings(text: str) -> tuple[float, ...]:
    """All that ``text`` can mean, the likeliest first: ``1,000`` is 1, and perhaps 1000. Raises :class:`AnswerError`."""
    tokens = _tokens(text)
    first = _Parser(tokens, thousands=False).value()
    try:
        second = _Parser(tokens, thousands=True).value()
    except AnswerError:
        return (first,)
    return (first,) if first == second else (first, second)


def _tokens(text: str) -> list[_Token]:
    if len(text) > LONGEST:
        raise AnswerError(
            QT_TRANSLATE_NOOP("nn", "The answer has {length} characters; write it with at most {most}."), length=len(text), most=LONGEST
        )
    plain = "".join(" " if character.isspace() else _SIGNS.get(character, character) for character in text)
    found = [_token(match) for match in _TOKENS.finditer(plain) if match[0] != " "]
    if found and found[0].kind in ("=", "≈"):
        found = found[1:]
    if not found:
        raise AnswerError(QT_TRANSLATE_NOOP("nn", "There is no answer yet; type a number, such as 0.75, 3/4 or 2*11."))
    return [*found, _Token("", "", len(text) + 1)]


def _token(match: re.Match[str]) -> _Token:
    word, place = match[0], match.start() + 1
    if match.lastgroup is not None:
        return _Token("*" if match.lastgroup == "times" else match.lastgroup, word, place)
    if unicodedata.decomposition(word[0]).startswith("<fraction>"):
        return _Token("fraction", word, place)
    return _Token("^" if word == "**" else word, word, place)


class _Parser:
    """Reads the tokens once, from left to right. ``thousands``: a lone mark before three digits parts thousands."""

    def __init__(self, tokens: list[_Token], *, thousands: bool) -> None:
        self._tokens, self._thousands = tokens, thousands
        self._at = self._depth = 0

    def value(self) -> float:
        found = self._sum()
        left = self._next
        if left.kind == ")":
            raise AnswerError(QT_TRANSLATE_NOOP("nn", "The ) at place {place} closes nothing; remove it, or open a ( before it."), place=left.place)
        if left.kind in ("number", "fraction"):
            raise AnswerError(
                QT_TRANSLATE_NOOP("nn", "“{text}” at place {place} follows a number without a sign; write + − * or / between them."),
                place=left.place,
                text=left.text,
            )
        if left.kind:
            raise _strange(left)
        return found

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self, *kinds: str) -> _Token | None:
        token = self._next
        if token.kind not in kinds:
            return None
        self._at += 1
        return token

    def _sum(self) -> float:
        found = self._product()
        while sign := self._take("+", "-"):
            other = self._product()
            found = self._finite(found + other if sign.kind == "+" else found - other, sign)
        return found

    def _product(self) -> float:
        found = self._signed()
        while True:
            sign = self._take("*", "/")
            if sign is None and self._next.kind not in ("(", "name"):
                return found
            sign = sign or self._next
            other = self._signed()
            if sign.kind == "/" and other == 0:
                raise AnswerError(QT_TRANSLATE_NOOP("nn", "The / at place {place} divides by 0; that is no number."), place=sign.place)
            found = self._finite(found / other if sign.kind == "/" else found * other, sign)

    def _signed(self) -> float:
        negative = False
        while sign := self._take("+", "-"):
            negative ^= sign.kind == "-"
        found = self._power()
        return -found if negative else found

    def _power(self) -> float:
        base = self._percent()
        if raised := self._take("super"):
            exponent = self._superscript(raised)
        elif raised := self._take("^"):
            exponent = self._deeper(self._signed, raised)
        else:
            return base
        try:
            found = math.pow(base, exponent)
        except ValueError:
            raise AnswerError(
                QT_TRANSLATE_NOOP("nn", "The power at place {place} is no real number: 0 to a negative power, or a root of a negative number."),
                place=raised.place,
            ) from None
        except OverflowError:
            found = math.inf
        return self._finite(found, raised)

    def _superscript(self, token: _Token) -> float:
        try:
            return float(int(token.text.translate(_SUPERSCRIPTS)))
        except ValueError:
            raise _strange(token) from None

    def _percent(self) -> float:
        found = self._atom()
        while self._take("%"):
            found /= 100
        return found

    def _atom(self) -> float:
        if token := self._take("number"):
            whole = self._finite(_number(token, self._thousands), token)
            part = self._take("fraction") if whole.is_integer() else None
            return whole + unicodedata.numeric(part.text) if part else whole
        if token := self._take("fraction"):
            return unicodedata.numeric(token.text)
        if token := self._take("("):
            return self._inside(token)
        if token := self._take("name"):
            return self._named(token)
        raise self._missing()

    def _inside(self, opened: _Token) -> float:
        found = self._deeper(self._sum, opened)
        if not self._take(")"):
            if self._next.kind:
                raise _strange(self._next)
            raise AnswerError(
                QT_TRANSLATE_NOOP("nn", "The ( at place {place} is never closed; write ) where the parenthesis ends."), place=opened.place
            )
        return found

    def _named(self, token: _Token) -> float:
        name = token.text if token.text in _CONSTANTS else token.text.lower()
        if name in _FUNCTIONS and (opened := self._take("(")):
            argument = self._inside(opened)
            try:
                return _FUNCTIONS[name](argument)
            except ValueError:
                raise AnswerError(
                    QT_TRANSLATE_NOOP("nn", "{name} at place {place} has no value for {argument:g}."), place=token.place, name=name, argument=argument
                ) from None
            except OverflowError:
                return self._finite(math.inf, token)
        if name in _CONSTANTS:
            return _CONSTANTS[name]
        raise AnswerError(
            QT_TRANSLATE_NOOP(
                "nn", "“{text}” at place {place} has no value here; write numbers, + − * / ^ ( ), e, pi, exp(…), ln(…), sqrt(…), tanh(…)."
            ),
            place=token.place,
            text=token.text,
        )

    def _deeper(self, part: Callable[[], float], token: _Token) -> float:
        self._depth += 1
        if self._depth > DEEPEST:
            raise AnswerError(
                QT_TRANSLATE_NOOP("nn", "The answer is nested more than {most} times at place {place}; write it in a simpler way."),
                place=token.place,
                most=DEEPEST,
            )
        found = part()
        self._depth -= 1
        return found

    def _missing(self) -> AnswerError:
        """There should be a number, and there is something else or nothing."""
        here = self._next
        if here.kind and here.kind not in "*/^)%":
            return _strange(here)
        before = self._tokens[self._at - 1].text if self._at else ""
        if not here.kind:
            return AnswerError(
                QT_TRANSLATE_NOOP("nn", "The answer ends after “{before}”; a number is missing there."), place=here.place, before=before
            )
        return AnswerError(QT_TRANSLATE_NOOP("nn", "A number is missing before “{text}” at place {place}."), place=here.place, text=here.text)

    @staticmethod
    def _finite(value: float, token: _Token) -> float:
        if math.isfinite(value):
            return value
        raise AnswerError(
            QT_TRANSLATE_NOOP("nn", "“{text}” at place {place} makes a number that is too large to calculate with."),
            place=token.place,
            text=token.text,
        )


def _strange(token: _Token) -> AnswerError:
    return AnswerError(
        QT_TRANSLATE_NOOP("nn", "“{text}” at place {place} can't be read; write a number, such as 0.75, 0,75, −4, 3/4, 2*11 or 1e-3."),
        place=token.place,
        text=token.text,
    )


def _number(token: _Token, thousands: bool) -> float:
    """The literal's value; its marks part thousands or decimals."""
    digits, _, exponent = token.text.lower().partition("e")
    clean = _decimal(digits.replace(" ", ""), thousands and not exponent) if _well_spaced(digits) else None
    if clean is None:
        raise AnswerError(
            QT_TRANSLATE_NOOP("nn", "“{text}” at place {place} is no number: its points, commas or spaces don't fit; write it as 1234.5 or 1234,5."),
            place=token.place,
            text=token.text,
        )
    return float(f"{clean}e{exponent or 0}")


def _well_spaced(digits: str) -> bool:
    """Whether spaces, if any, stand between groups of three digits: ``12 000`` and ``0.298 371``."""
    first, *others = digits.split(" ")
    return not others or re.fullmatch(r"\d{1,3}|\d*[.,](?:\d{3})+", first) is not None


def _decimal(digits: str, thousands: bool) -> str | None:
    """``digits`` with a point as the only mark; ``None`` if its marks make no sense."""
    marks = [character for character in digits if character in ".,"]
    if not marks:
        return digits
    if len(marks) == 1:
        parting = thousands and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits)
        return digits.replace(marks[0], "" if parting else ".")
    grouping, last = marks[0], marks[-1]
    whole, _, rest = digits.rpartition(last) if last != grouping else (digits, "", "")
    if not re.fullmatch(rf"\d{{1,3}}(?:{re.escape(grouping)}\d{{3}})+", whole):
        return None
    return f"{whole.replace(grouping, '')}.{rest}"
