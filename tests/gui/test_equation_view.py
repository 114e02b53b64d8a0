"""The equation card."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from gui.fields.switch import Switch
from gui.format import exact
from gui.theme import ThemeName, theme
from gui.typeset.ink import name
from gui.views.equation import EquationView
from gui.views.equation.request import Row
from gui.views.equation.sheet import LEAST, SIZE, Placed
from gui.views.equation.tips import tip
from nn.replay import mazur
from nn.replay.equation import equation_of
from nn.replay.step import Kind, Quantity, Step
from nn.replay.walk import Walk
from nn.replay.writing import plain

WIDTH, HEIGHT = 752, 324


@pytest.fixture(scope="module")
def walk() -> Walk:
    return mazur.walk()


@pytest.fixture
def view(qtbot: QtBot) -> EquationView:
    widget = EquationView()
    qtbot.addWidget(widget)
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    return widget


def step_of(walk: Walk, kind: Kind, layer: int, unit: int = 0, other: int = -1) -> Step:
    return next(step for step in walk.steps if step.quantity == Quantity(kind, layer, unit, other))


def slope(walk: Walk) -> Step:
    """∂out_o1/∂net_o1, the second factor of ∂E_total/∂w5."""
    return step_of(walk, Kind.OUT_NET, 2)


def show(view: EquationView, walk: Walk, step: Step, *, hide_active: bool = False, digits: int = 9, hints: int = 0, asking: bool = False) -> None:
    view.show_equation(equation_of(walk, step), walk.scheme, digits, step.id, hide_active=hide_active, hints=hints, asking=asking)


def pieces(view: EquationView, row: Row) -> list[Placed]:
    assert view.canvas.sheet is not None
    return [piece for piece in view.canvas.sheet.pieces if piece.row is row and piece.stack >= 0]


def image(view: EquationView) -> QImage:
    return view.grab().toImage()


def link_index(view: EquationView, step: int) -> int:
    return next(index for index, link in enumerate(view.canvas.links) if link.step == step)


def test_a_chain_rule_has_its_rows_and_factors(view: EquationView, walk: Walk) -> None:
    show(view, walk, slope(walk))
    sheet, cells = view.canvas.sheet, view.canvas.cells
    assert sheet is not None
    assert cells is not None
    assert list(sheet.axes) == list(Row)
    assert sorted(sheet.axes.values()) == list(sheet.axes.values())
    assert [stack.number for stack in cells.stacks] == [1, 2, 3]
    assert [stack.active for stack in cells.stacks] == [False, True, False]
    for row in (Row.SYMBOLS, Row.FORMULA, Row.NUMBERS, Row.RESULT):
        assert len(pieces(view, row)) == 3
    assert sheet.width <= WIDTH
    assert sheet.height <= HEIGHT


def test_columns_are_centred_and_don_t_touch(view: EquationView, walk: Walk) -> None:
    show(view, walk, slope(walk))
    for row in (Row.SYMBOLS, Row.NUMBERS):
        centers = [piece.rect.center().x() for piece in pieces(view, row)]
        assert centers == pytest.approx([piece.rect.center().x() for piece in pieces(view, Row.RESULT)])
        rects = [piece.rect for piece in pieces(view, row)]
        assert all(left.right() < right.left() for left, right in pairwise(rects))


def test_what_is_said_twice_is_left_out(view: EquationView, walk: Walk) -> None:
    show(view, walk, step_of(walk, Kind.NET, 1))
    assert view.canvas.cells is not None
    assert view.canvas.cells.rows == (Row.SYMBOLS, Row.NUMBERS, Row.RESULT, Row.TOTAL)
    show(view, walk, step_of(walk, Kind.OUT, 1))
    assert view.canvas.cells.rows == (Row.FORMULA, Row.NUMBERS, Row.TOTAL)


def test_active_factor_is_boxed_in_its_colour(view: EquationView, walk: Walk) -> None:
    show(view, walk, slope(walk))
    sheet = view.canvas.sheet
    assert sheet is not None
    corner = view.canvas.mapTo(view, sheet.frames[1].topLeft().toPoint())
    inside = image(view).pixelColor(corner + QPoint(12, 8))
    assert inside.name() == theme().color("f2bg").name()
    beside = image(view).pixelColor(corner + QPoint(-6, 8))
    assert beside.name() == theme().color("card").name()


def test_themes_differ(view: EquationView, walk: Walk, qtbot: QtBot) -> None:
    show(view, walk, slope(walk))
    dark = image(view)
    theme().switch(ThemeName.LIGHT)
    try:
        bright = image(view)
    finally:
        theme().switch(ThemeName.DARK)
    assert bright != dark
    assert bright.pixelColor(2, HEIGHT - 2).lightness() > 200
    assert image(view) == dark


def test_later_results_are_covered(view: EquationView, walk: Walk) -> None:
    step = slope(walk)
    show(view, walk, step)
    seen = image(view)
    view.set_look_ahead(False)
    assert not view.look_ahead
    results = {piece.stack: piece.cell for piece in pieces(view, Row.RESULT)}
    assert [results[k].covered for k in range(3)] == [False, False, True]
    assert pieces(view, Row.NUMBERS)[-1].cell.covered  # ∂net/∂w is the number itself
    assert results[2].box.svg == ""  # nothing of the number is drawn
    assert view.canvas.cells is not None
    assert view.canvas.cells.total.covered
    assert image(view) != seen
    view.set_look_ahead(True)
    assert image(view) == seen


def test_a_covered_number_can_t_be_read_in_any_way(view: EquationView, walk: Walk) -> None:
    """Two walks that differ in what is covered alone look and sound the same."""
    step = slope(walk)
    equation = equation_of(walk, step)
    other = replace(equation, value=0.5, columns=(*equation.columns[:2], replace(equation.columns[2], value=0.123)))
    view.set_look_ahead(False)
    view.show_equation(equation, walk.scheme, 9, step.id)
    first, said = image(view), view.canvas.accessibleDescription()
    view.show_equation(other, walk.scheme, 9, step.id)
    assert image(view) == first
    assert view.canvas.accessibleDescription() == said
    assert "?" in said


def test_no_link_tells_a_covered_number(view: EquationView, walk: Walk) -> None:
    step = slope(walk)
    view.set_look_ahead(False)
    show(view, walk, step, hide_active=True)
    assert view.canvas.request is not None
    hidden = [link for link in view.canvas.links if view.canvas.request.is_hidden(link.step)]
    assert {link.step for link in hidden} >= {step.id, equation_of(walk, step).result}
    for link in hidden:
        assert link.covered
        assert exact(link.value) not in tip(link, view.canvas.request)


def test_what_is_asked_for_is_covered(view: EquationView, walk: Walk) -> None:
    step = slope(walk)
    show(view, walk, step, hide_active=True)
    results = {piece.stack: piece.cell.covered for piece in pieces(view, Row.RESULT)}
    assert results == {0: False, 1: True, 2: False}
    assert view.canvas.cells is not None
    assert view.canvas.cells.total.covered
    assert view.canvas.value_text() == ""


def test_hints_uncover_the_formula_and_then_its_numbers(view: EquationView, walk: Walk) -> None:
    step = slope(walk)
    seen = []
    for hints in range(4):
        show(view, walk, step, hide_active=True, hints=hints)
        seen.append(tuple(pieces(view, row)[1].cell.covered for row in (Row.FORMULA, Row.NUMBERS, Row.RESULT)))
    assert seen == [(True, True, True), (True, True, True), (False, True, True), (False, False, True)]


def test_of_a_product_its_factors_are_the_question(view: EquationView, walk: Walk) -> None:
    step = walk.steps[equation_of(walk, slope(walk)).result]
    seen = []
    for hints in range(4):
        show(view, walk, step, hide_active=True, hints=hints)
        rows = (Row.SYMBOLS, Row.FORMULA, Row.NUMBERS, Row.RESULT)
        seen.append(tuple({piece.cell.covered for piece in pieces(view, row)} for row in rows))
        assert view.canvas.cells is not None
        assert view.canvas.cells.total.covered
    assert seen[0] == seen[1] == ({True}, {True}, {True}, {True})
    assert seen[2] == ({False}, {False}, {True}, {True})
    assert seen[3] == ({False}, {False}, {False}, {False})  # of the factors; the product itself is never told


def test_the_products_of_a_sum_are_left_to_the_learner(view: EquationView, walk: Walk) -> None:
    step = step_of(walk, Kind.NET, 1)
    show(view, walk, step, hide_active=True, hints=3)
    assert not any(piece.cell.covered for piece in pieces(view, Row.NUMBERS))
    assert all(piece.cell.covered for piece in pieces(view, Row.RESULT))
    assert exact(step.value) not in view.canvas.accessibleDescription()


def test_while_numbers_are_asked_for_nothing_of_later_ones_is_told(view: EquationView, walk: Walk) -> None:
    step = slope(walk)
    show(view, walk, step, asking=True)
    later = [column for column in equation_of(walk, step).columns if column.step is not None and column.step > step.id]
    assert later
    for row in (Row.FORMULA, Row.NUMBERS, Row.RESULT):
        assert [piece.cell.covered for piece in pieces(view, row)] == [False, False, True]
    assert [switch.isEnabled() for switch in view.findChildren(Switch)] == [False]
    for column in later:
        assert plain(column.formula, walk.scheme, numbers=True, digits=9) not in view.canvas.accessibleDescription()


def test_clicking_a_number_asks_for_the_step_that_made_it(view: EquationView, walk: Walk) -> None:
    step = slope(walk)
    show(view, walk, step)
    made = step_of(walk, Kind.OUT, 2)
    spy = QSignalSpy(view.step_requested)
    link = view.canvas.links[link_index(view, made.id)]
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=link.rect.center().toPoint())
    assert spy.at(0) == [made.id]


def test_clicking_a_factor_asks_for_its_step(view: EquationView, walk: Walk) -> None:
    show(view, walk, slope(walk))
    spy = QSignalSpy(view.step_requested)
    first = equation_of(walk, slope(walk)).columns[0]
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=pieces(view, Row.RESULT)[0].rect.center().toPoint())
    assert spy.at(0) == [first.step]
    total = next(link for link in view.canvas.links if link.step == equation_of(walk, slope(walk)).result)
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=total.rect.center().toPoint())
    assert spy.count() == 2


def test_given_numbers_lead_nowhere(view: EquationView, walk: Walk) -> None:
    show(view, walk, step_of(walk, Kind.NET, 1))
    spy = QSignalSpy(view.step_requested)
    given = [link for link in view.canvas.links if link.step is None]
    assert given
    for link in given:
        QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=link.rect.center().toPoint())
    assert spy.count() == 0


def test_hovering_tells_the_source(view: EquationView, walk: Walk) -> None:
    show(view, walk, slope(walk))
    spy = QSignalSpy(view.source_hovered)
    link = next(link for link in view.canvas.links if link.source is not None)
    QTest.mouseMove(view.canvas, link.rect.center().toPoint())
    assert spy.at(spy.count() - 1) == [link.source]
    QTest.mouseMove(view.canvas, QPoint(2, 2))
    assert spy.at(spy.count() - 1) == [None]


def test_tooltip_has_the_full_value_and_its_origin(view: EquationView, walk: Walk) -> None:
    show(view, walk, slope(walk))
    made = step_of(walk, Kind.OUT, 2)
    place = view.canvas.links[link_index(view, made.id)].rect.center().toPoint()
    QApplication.sendEvent(view.canvas, QHelpEvent(QEvent.Type.ToolTip, place, view.canvas.mapToGlobal(place)))
    assert exact(made.value) in QToolTip.text()
    assert f"step {made.id + 1}" in QToolTip.text()
    QToolTip.hideText()


def test_keys_go_through_the_links(view: EquationView, walk: Walk, qtbot: QtBot) -> None:
    show(view, walk, slope(walk))
    view.activateWindow()
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    first = view.canvas.current()
    assert first is not None
    QTest.keyClick(view.canvas, Qt.Key.Key_Tab)
    second = view.canvas.current()
    assert second is not None
    assert second != first
    assert not view.grab().isNull()
    spy = QSignalSpy(view.step_requested)
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert spy.at(0) == [second.step]
    QTest.keyClick(view.canvas, Qt.Key.Key_Backtab)
    assert view.canvas.current() == first


def test_copies_the_full_value(view: EquationView, walk: Walk) -> None:
    show(view, walk, slope(walk), digits=4)
    view.copy_value()
    assert QGuiApplication.clipboard().text() == repr(slope(walk).value)
    view.activateWindow()
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    link = view.canvas.current()
    assert link is not None
    assert QGuiApplication.clipboard().text() == repr(link.value)


def test_a_screen_reader_hears_the_equation(view: EquationView, walk: Walk) -> None:
    show(view, walk, slope(walk), digits=6)
    said = view.canvas.accessibleDescription()
    assert said.startswith("∂E_total/∂w5 = ∂E_total/∂out_o1 · ∂out_o1/∂net_o1 · ∂net_o1/∂w5 = ")
    assert said.endswith(exact(equation_of(walk, slope(walk)).value))


def test_a_narrow_card_sets_it_smaller_then_scrolls(view: EquationView, walk: Walk) -> None:
    show(view, walk, slope(walk))
    view.resize(640, HEIGHT)
    sheet = view.canvas.sheet
    assert sheet is not None
    assert LEAST / SIZE < sheet.scale < 1
    assert sheet.width <= 640
    view.resize(420, HEIGHT)
    sheet = view.canvas.sheet
    assert sheet is not None
    assert sheet.scale == pytest.approx(LEAST / SIZE)
    assert view.canvas.width() > 420


def test_the_switch_tells_the_person_s_choice(view: EquationView, walk: Walk) -> None:
    show(view, walk, slope(walk))
    spy = QSignalSpy(view.look_ahead_changed)
    view.set_look_ahead(False)
    assert spy.count() == 0
    view._switch.click()
    assert spy.at(0) == [True]
    assert view.look_ahead


def test_heading_and_no_equation(view: EquationView, walk: Walk) -> None:
    view.show_heading("Chain rule", "factor 2, the slope of the sigmoid")
    assert view._title.text() == "Chain rule"
    view.show_equation(None, None, 6, 0)
    assert view.canvas.links == ()
    assert view.canvas.value_text() == ""
    assert not view.grab().isNull()


def test_every_step_of_the_example_fits_the_card(view: EquationView, walk: Walk) -> None:
    for step in walk.steps:
        show(view, walk, step)
        sheet = view.canvas.sheet
        assert sheet is not None
        assert sheet.width <= WIDTH, step.symbol
        assert sheet.height <= HEIGHT - 30, step.symbol


def test_symbols_are_made_ahead(view: EquationView, walk: Walk, qtbot: QtBot) -> None:
    name.cache_clear()
    view.prerender((equation_of(walk, step) for step in walk.steps), walk.scheme)
    qtbot.waitUntil(lambda: not view.is_prerendering, timeout=20_000)
    misses = name.cache_info().misses
    assert misses > 5
    for step in walk.steps:
        show(view, walk, step)
    assert name.cache_info().misses == misses


def test_projector_letters_are_larger(view: EquationView, walk: Walk) -> None:
    show(view, walk, step_of(walk, Kind.NEW, 2, 0, 0))
    before = view.canvas.sheet
    theme().set_projector(True)
    try:
        after = view.canvas.sheet
        assert before is not None
        assert after is not None
        assert after.pieces[0].size == 1.25 * before.pieces[0].size
    finally:
        theme().set_projector(False)
