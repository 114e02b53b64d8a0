"""Formulas as boxes, and boxes as pictures."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from gui.typeset import box as boxes
from gui.typeset.box import AXIS, Box, braced, fraction, parenthesised, row, scaled, scripted, space, superscript, text
from gui.typeset.compose import MINUS, Composer, symbol_names
from gui.typeset.drawing import draw, renderer_hits, svg
from gui.typeset.ink import glyph, name
from nn.replay import mazur
from nn.replay.expression import (
    Call,
    Condition,
    Derivative,
    Elided,
    Expression,
    Fraction,
    Name,
    Negative,
    Number,
    Of,
    Power,
    Product,
    Sum,
    Tagged,
    When,
)
from nn.replay.step import Kind, Quantity, Source

SCHEME = mazur.walk().scheme
OUT = Source(Quantity(Kind.OUT, 2, 0), 0.75, 12)
WEIGHT = Source(Quantity(Kind.WEIGHT, 2, 0, 0), -0.4)


def composer(**changes: object) -> Composer:
    return Composer(SCHEME, 9, **changes)  # type: ignore[arg-type]  # the tests' own keywords


def painted(box: Box, color: str = "#ff0000", size: float = 40) -> QImage:
    image = QImage(400, 120, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    draw(painter, box, QPointF(20, 70), size, color)
    painter.end()
    return image


def ink_of(image: QImage) -> QRectF:
    """The rectangle that is not transparent."""
    inked = [(x, y) for x in range(image.width()) for y in range(image.height()) if QColor.fromRgba(image.pixel(x, y)).alpha() > 60]
    xs, ys = [x for x, _ in inked], [y for _, y in inked]
    return QRectF(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1) if inked else QRectF()


def test_ink_stays_in_its_box(qtbot: QtBot) -> None:
    box = text("0.75")
    found = ink_of(painted(box))
    assert found.left() >= 19
    assert found.right() <= 21 + box.width * 0.04
    assert found.top() >= 69 - box.ascent * 0.04
    assert found.bottom() <= 71 + box.descent * 0.04
    assert found.height() > 20


def test_digits_are_as_wide_as_one_another() -> None:
    assert len({glyph(digit).width for digit in "0123456789"}) == 1
    assert text("0.75").width == pytest.approx(3 * glyph("0").width + glyph(".").width)


def test_a_name_is_made_once() -> None:
    assert name("x_{7}") is name("x_{7}")


def test_pieces_side_by_side_and_above_one_another() -> None:
    one, two = text("1"), text("22")
    assert row((one, space(100), two)).width == one.width + 100 + two.width
    over = fraction(one, two)
    assert over.width > two.width
    assert over.ascent > AXIS + one.ascent
    assert over.descent > two.ascent - AXIS
    assert superscript(one, two).ascent > one.ascent
    assert scripted(one, two, Box()).descent > one.descent
    assert scripted(one, two, two).width == scripted(one, two, Box()).width
    assert braced(one, two).descent > one.descent
    assert scaled(one, 2).width == 2 * one.width


def test_parentheses_grow_with_a_fraction_alone() -> None:
    plain, tall = parenthesised(text("1")), parenthesised(fraction(text("1"), text("2")))
    assert plain.ascent == glyph("(").ascent
    assert tall.ascent > plain.ascent
    assert "matrix" in tall.svg


def test_numbers_carry_where_they_came_from() -> None:
    made = composer().numbers(Product((Of(OUT), Of(WEIGHT))))
    assert [mark.source for mark in made.marks] == [OUT, WEIGHT]
    first, second = made.marks
    assert first.left == 0
    assert second.left > first.left + first.width
    assert second.left + second.width < made.width  # a closing parenthesis follows: the number is negative


def test_marks_move_with_their_numbers() -> None:
    number = boxes.linked(text("1"), OUT)
    over = fraction(number, text("2"))
    assert over.marks[0].ascent == pytest.approx(over.ascent)
    assert over.marks[0].descent < 0
    assert scaled(over, 0.5).marks[0].width == over.marks[0].width / 2


def test_covered_numbers_leave_no_mark() -> None:
    made = composer(covered=lambda source: source is OUT, cover=text("?")).numbers(Sum((Of(OUT), Of(WEIGHT))))
    assert [mark.source for mark in made.marks] == [WEIGHT]
    seen = composer().numbers(Sum((Of(OUT), Of(WEIGHT))))
    assert made.svg != seen.svg


@pytest.mark.parametrize(
    "expression",
    [
        Name("w", "5", mark="+"),
        Name("W", sup="[1]", mark="T", bold=True),
        Number(-0.5),
        Number(1e-9),
        Number(float("inf")),
        Number(float("nan")),
        Negative(Sum((Of(OUT), Negative(Of(WEIGHT))))),
        Product((Name("δ"), Name("W", bold=True)), "⊙"),
        Product((Number(2), Product((Name("a"), Name("b")), "⊙"))),
        Product((Number(2), Power(Sum((Of(OUT), Number(1))), Number(2)))),
        Fraction(Number(1), Sum((Number(1), Power(Name("e"), Negative(Name("z")))))),
        Call("max", (Number(0), Name("z"))),
        When(Number(1), Condition(Name("z"), "≥", Number(0))),
        Sum((Of(OUT), Elided(12, 0.25), Of(WEIGHT))),
        Tagged(Derivative(Name("E"), Name("out", "h1")), "via h2.1"),
    ],
)
def test_every_kind_of_expression_is_set(qtbot: QtBot, expression: Expression) -> None:
    for box in (composer().symbols(expression), composer().numbers(expression)):
        assert box.width > 0
        assert QSvgRenderer(svg(box, "#000000").encode()).isValid()
        assert not ink_of(painted(box, size=20)).isEmpty()


def test_a_minus_is_the_real_one() -> None:
    assert composer().number(-0.5).svg == text(f"{MINUS}0.5").svg


def test_tiny_numbers_have_a_raised_exponent() -> None:
    assert composer().number(2.5e-12).ascent > text("2.5").ascent


def test_names_to_be_made_ahead() -> None:
    names = set(symbol_names(Fraction(Of(OUT), Product((Of(WEIGHT), Number(2)))), SCHEME))
    assert names == {r"\mathit{out}", "o1", "w"}


def test_pictures_are_made_once_for_each_colour(qtbot: QtBot) -> None:
    box = text("0.123456")
    painted(box)
    hits, misses = renderer_hits()
    painted(box, size=12)
    assert renderer_hits() == (hits + 1, misses)
    painted(box, color="#00ff00")
    assert renderer_hits() == (hits + 1, misses + 1)


def test_colour_and_size(qtbot: QtBot) -> None:
    small, large = painted(text("8"), size=20), painted(text("8"), "#0000ff", size=60)
    assert ink_of(large).height() == pytest.approx(3 * ink_of(small).height(), abs=3)
    colors = {QColor.fromRgba(large.pixel(x, y)).name() for x in range(60) for y in range(120) if QColor.fromRgba(large.pixel(x, y)).alpha() == 255}
    assert colors == {"#0000ff"}


def test_two_threads_may_set_symbols_at_once(qtbot: QtBot) -> None:
    made: dict[int, list[str]] = {}

    def work(number: int) -> None:
        made[number] = [name(f"q_{{{k}}}").svg for k in range(12)] + [glyph(chr(0x3B1 + k)).svg for k in range(12)]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made[0] == made[1]
    assert len(set(made[0])) == 24
