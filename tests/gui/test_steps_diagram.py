"""The Steps diagram as a person meets it: numbers appear step by step, lead to their steps, can be changed and copied."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from steps_fakes import make_walk

from gui.theme import ThemeName, theme
from gui.views.steps_diagram import StepsDiagram
from gui.views.steps_diagram.hits import ordered, towards
from gui.views.steps_diagram.lit import Lit
from gui.views.steps_diagram.numbers import fitted, short
from gui.views.steps_diagram.places import place_of
from gui.views.steps_diagram.scene import Scene
from gui.views.steps_diagram.state import Readings
from gui.views.steps_diagram.symbols import text
from gui.views.steps_diagram.words import spoken
from nn.layout import Neuron
from nn.network import Ablation, Mask
from nn.replay import mazur
from nn.replay.expression import Derivative, Name
from nn.replay.settings import BiasMode
from nn.replay.step import Kind, Phase, Quantity, Source
from nn.replay.walk import Walk

W5, W1, H1, O1 = Quantity(Kind.WEIGHT, 2, 0, 0), Quantity(Kind.WEIGHT, 1, 0, 0), Quantity(Kind.OUT, 1, 0), Quantity(Kind.OUT, 2, 0)
NET_O1, E_O1, TOTAL, RATE = Quantity(Kind.NET, 2, 0), Quantity(Kind.ERROR, 0, 0), Quantity(Kind.TOTAL), Quantity(Kind.RATE)
I1, T1, B1 = Quantity(Kind.INPUT, 0, 0), Quantity(Kind.TARGET, 0, 0), Quantity(Kind.BIAS, 1, 0)


@pytest.fixture(autouse=True)
def dark() -> Iterator[None]:
    theme().switch(ThemeName.DARK)
    yield
    theme().set_projector(False)
    theme().switch(ThemeName.DARK)


@pytest.fixture(scope="module")
def walk() -> Walk:
    return mazur.walk()


@pytest.fixture
def diagram(qtbot: QtBot, walk: Walk) -> StepsDiagram:
    made = StepsDiagram()
    qtbot.addWidget(made)
    made.resize(752, 460)
    made.show_walk(walk)
    made.show()
    qtbot.waitExposed(made)
    press(made, Qt.Key.Key_Escape)  # the window's first focus comes as if by Tab
    return made


def step_of(walk: Walk, kind: Kind, layer: int = 0, unit: int = 0, other: int = -1, *, iteration: int = 1) -> int:
    wanted = Quantity(kind, layer, unit, other)
    return next(s.id for s in walk.steps if s.quantity == wanted and s.iteration == iteration)


def scene(diagram: StepsDiagram) -> Scene:
    found = diagram.scene()
    assert found is not None
    return found


def middle(diagram: StepsDiagram, place: Quantity) -> QPoint:
    rect = scene(diagram).plan.rect(place)
    assert rect is not None
    return diagram.to_widget(rect).center().toPoint()


def said(diagram: StepsDiagram, place: Quantity) -> str:
    return scene(diagram).text(place, 12)


def pixels(diagram: StepsDiagram) -> np.ndarray:
    image = diagram.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)[:, :, :3]


def press(diagram: StepsDiagram, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.sendEvent(diagram, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


class TestNumbers:
    """What stands where at a step."""

    def test_the_forward_pass_fills_the_diagram(self, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(0)
        assert said(diagram, Quantity(Kind.NET, 1, 0)) == "0.3775"
        assert {said(diagram, place) for place in (H1, NET_O1, O1, E_O1, TOTAL)} == {"·"}
        diagram.show_step(step_of(walk, Kind.TOTAL))
        assert [said(diagram, place) for place in (H1, O1, E_O1, TOTAL)] == ["0.593270", "0.751365", "0.274811", "0.298371"]

    def test_the_next_iteration_starts_empty_with_new_weights(self, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.NET, 1, 0, iteration=2))
        assert said(diagram, O1) == "·"
        assert scene(diagram).read(W5).value == pytest.approx(0.35891647971788465, abs=1e-15)
        assert scene(diagram).read(W5).before is None

    def test_a_new_weight_remembers_what_it_was(self, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.NEW, 2, 0, 0))
        reading = scene(diagram).read(W5)
        assert (reading.before, reading.fresh) == (0.4, True)
        assert said(diagram, W5) == "0.358916"
        assert scene(diagram).read(Quantity(Kind.WEIGHT, 2, 0, 1)).before is None
        diagram.show_step(step_of(walk, Kind.NEW, 2, 0, 0) - 1)
        assert scene(diagram).read(W5).value == 0.4

    def test_the_number_asked_for_is_nowhere(self, diagram: StepsDiagram, walk: Walk) -> None:
        step = step_of(walk, Kind.NET, 2, 0)
        diagram.show_step(step, hide_active=True)
        assert said(diagram, NET_O1) == "?"
        assert scene(diagram).read(NET_O1).value is None
        diagram._point_at(QPointF(middle(diagram, NET_O1)))
        assert "1.10" not in spoken(diagram.tip())
        QGuiApplication.clipboard().setText("before")
        diagram.copy()
        assert QGuiApplication.clipboard().text() == "before"

    def test_a_hidden_new_weight_shows_no_trace_of_itself(self, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.NEW, 2, 0, 0), hide_active=True)
        assert said(diagram, W5) == "?"
        assert scene(diagram).read(W5).value == 0.4

    def test_a_hidden_factor_has_a_question_mark_on_its_chip(self, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.OUT_NET, 2, 0), hide_active=True)
        assert [scene(diagram).chip_text(chip) for chip in scene(diagram).chips] == ["0.741365", "?", "0.593270"]
        diagram.set_look_ahead(False)
        assert [scene(diagram).chip_text(chip) for chip in scene(diagram).chips] == ["0.741365", "?", "·"]

    @pytest.mark.parametrize(("digits", "shown"), [(4, "0.2984"), (6, "0.298371"), (9, "0.298371109")])
    def test_digits_by_choice(self, diagram: StepsDiagram, walk: Walk, digits: int, shown: str) -> None:
        diagram.set_digits(digits)
        diagram.show_step(step_of(walk, Kind.TOTAL))
        assert said(diagram, TOTAL) == shown

    def test_several_samples_show_the_steps_own(self, diagram: StepsDiagram) -> None:
        walk = make_walk((2, 3, 2), samples=3)
        diagram.show_walk(walk)
        for step in walk.steps:
            if step.quantity.kind is Kind.OUT and step.sample >= 0 and step.iteration == 1:
                diagram.show_step(step.id)
                assert scene(diagram).read(place_of(step.quantity)).value == step.value
                assert scene(diagram).read(I1).value == walk.sample.inputs[step.sample, 0]
        diagram.show_step(next(s.id for s in walk.steps if s.quantity.kind is Kind.MEAN_ERROR))
        assert scene(diagram).read(Quantity(Kind.MEAN_ERROR)).value == pytest.approx(walk.errors[0])

    def test_every_steps_number_is_found_at_its_place(self, walk: Walk) -> None:
        readings = Readings(walk)
        for step in walk.steps:
            if step.phase is not Phase.BACKWARD:
                reading = readings.at(step.id).read(place_of(step.quantity))
                assert (reading.value, reading.step, reading.fresh) == (step.value, step.id, True)


class TestLights:
    """What shines."""

    def test_the_path_of_w5_is_lit_backward(self, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.OUT_NET, 2, 0))
        lit = scene(diagram).lit
        w5 = lit.at(W5)
        assert w5 is not None
        assert (w5.number, w5.backward) == (3, True)
        o1 = lit.at(O1)
        assert o1 is not None
        assert (o1.number, o1.active) == (2, True)
        assert lit.at(Quantity(Kind.OUT, 2, 1)) is None
        assert lit.backward
        assert sorted(link.output for link in scene(diagram).links if link.light is not None) == [-1, 0]

    def test_lit_places_are_drawn_in_their_factors_colours(self, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.OUT_NET, 2, 0))
        picture = pixels(diagram)
        for token, place in (("f1", E_O1), ("f2", O1), ("f3", H1)):
            color = theme().color(token)
            near = np.abs(picture - np.array([color.blue(), color.green(), color.red()])).sum(axis=2) < 12
            rect = diagram.to_widget(scene(diagram).plan.cells[place]).toAlignedRect()
            area = near[rect.top() - 3 : rect.bottom() + 4, rect.left() - 3 : rect.right() + 4]
            assert area.sum() > 60
        far = diagram.to_widget(scene(diagram).plan.cells[Quantity(Kind.OUT, 2, 1)]).toAlignedRect()
        gold = theme().color("f2")
        there = picture[far.top() : far.bottom(), far.left() : far.right()]
        assert (np.abs(there - np.array([gold.blue(), gold.green(), gold.red()])).sum(axis=2) < 12).sum() == 0

    def test_a_step_changes_the_picture_and_going_back_restores_it(self, diagram: StepsDiagram) -> None:
        diagram.show_step(12)
        first = pixels(diagram)
        diagram.show_step(13)
        assert (pixels(diagram) != first).any()
        diagram.show_step(12)
        assert (pixels(diagram) == first).all()

    def test_both_themes_and_the_projector(self, diagram: StepsDiagram) -> None:
        diagram.show_step(12)
        looks = [pixels(diagram)]
        theme().switch(ThemeName.LIGHT)
        looks.append(pixels(diagram))
        theme().set_projector(True)
        looks.append(pixels(diagram))
        assert (looks[0] != looks[1]).any()
        assert (looks[1] != looks[2]).any()

    def test_a_number_pointed_at_elsewhere_is_marked(self, diagram: StepsDiagram) -> None:
        diagram.show_step(12)
        plain = pixels(diagram)
        diagram.highlight(Source(Quantity(Kind.NET_W, 2, 0, 1), 0.6, None))
        marked = pixels(diagram)
        rows, columns = np.nonzero((plain != marked).any(axis=2))
        rect = diagram.to_widget(scene(diagram).plan.cells[Quantity(Kind.OUT, 1, 1)]).adjusted(-6, -6, 6, 6)
        assert len(rows) > 50
        assert rect.contains(float(columns.min()), float(rows.min()))
        assert rect.contains(float(columns.max()), float(rows.max()))
        diagram.highlight(None)
        assert (pixels(diagram) == plain).all()

    def test_a_switched_off_neuron_is_struck(self, diagram: StepsDiagram, walk: Walk) -> None:
        layout = walk.network.architecture.layout
        off = make_walk((2, 2, 2), mask=Mask.of(layout, Ablation(frozenset({Neuron(1, 1)}))))
        diagram.show_walk(off)
        assert scene(diagram).is_off(Neuron(1, 1))
        assert not scene(diagram).is_off(Neuron(1, 0))
        struck = pixels(diagram)
        diagram.show_walk(make_walk((2, 2, 2)))
        rect = diagram.to_widget(scene(diagram).plan.cells[Quantity(Kind.OUT, 1, 1)]).toAlignedRect()
        area = (slice(rect.top(), rect.bottom()), slice(rect.left(), rect.right()))
        assert (pixels(diagram)[area] != struck[area]).any()

    @pytest.mark.parametrize("widths", [(1, 1, 1), (2, 5, 5, 3), (16, 16, 10), (2, 40, 3), (300, 40, 12)])
    def test_any_network_is_drawn_at_any_step(self, diagram: StepsDiagram, widths: tuple[int, ...]) -> None:
        other = make_walk(widths)
        diagram.show_walk(other)
        for step in range(0, len(other.steps), max(1, len(other.steps) // 6)):
            diagram.show_step(step)
            assert pixels(diagram).std() > 1

    def test_lights_of_nothing(self) -> None:
        assert not Lit()
        assert Lit().weights() == []


class TestGoing:
    """Every number leads to the step that made it."""

    def clicked(self, qtbot: QtBot, diagram: StepsDiagram, place: Quantity) -> list[int]:
        found: list[int] = []
        diagram.step_requested.connect(found.append)
        qtbot.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=middle(diagram, place))
        return found

    def test_a_number_leads_to_what_made_it(self, qtbot: QtBot, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(30)
        assert self.clicked(qtbot, diagram, NET_O1) == [step_of(walk, Kind.NET, 2, 0)]

    def test_a_blank_leads_to_what_will_make_it(self, qtbot: QtBot, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(0)
        assert self.clicked(qtbot, diagram, E_O1) == [step_of(walk, Kind.ERROR, 0, 0)]

    def test_in_the_second_iteration_its_own(self, qtbot: QtBot, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(len(walk.steps) - 1)
        assert self.clicked(qtbot, diagram, O1) == [step_of(walk, Kind.OUT, 2, 0, iteration=2)]

    def test_a_weight_leads_to_its_update(self, qtbot: QtBot, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(3)
        assert self.clicked(qtbot, diagram, W5) == [step_of(walk, Kind.NEW, 2, 0, 0)]

    def test_what_was_given_leads_nowhere(self, qtbot: QtBot, diagram: StepsDiagram) -> None:
        assert self.clicked(qtbot, diagram, I1) == []

    def test_a_chip_leads_to_its_factor(self, qtbot: QtBot, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.E_W, 2, 0, 0))
        found: list[int] = []
        diagram.step_requested.connect(found.append)
        for pin in scene(diagram).pinned:
            qtbot.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=diagram.to_widget(pin.rect).center().toPoint())
        assert found == [step_of(walk, Kind.E_OUT, 2, 0), step_of(walk, Kind.OUT_NET, 2, 0), step_of(walk, Kind.NET_W, 2, 0, 0)]

    def test_pointing_says_what_and_where_from(self, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.TOTAL))
        told: list[object] = []
        diagram.place_hovered.connect(told.append)
        diagram._point_at(QPointF(middle(diagram, NET_O1)))
        assert told == [NET_O1]
        words = spoken(diagram.tip())
        assert "1.10590596705977" in words
        assert "w_5, out_h1, w_6, out_h2, b_2" in words
        diagram._point_at(QPointF(middle(diagram, W1)))
        assert "double-click to change" in spoken(diagram.tip())
        diagram._point_at(QPointF(2, 2))
        assert told[-1] is None
        assert diagram.tip() == ()

    def test_an_edge_without_a_pill_can_be_pointed_at(self, diagram: StepsDiagram) -> None:
        diagram.show_walk(make_walk((16, 16, 10)))
        edge = next(e for e in scene(diagram).plan.edges if e.place == Quantity(Kind.WEIGHT, 1, 3, 12))
        near = QPointF(edge.x0 + 0.3 * (edge.x1 - edge.x0), edge.y0 + 0.3 * (edge.y1 - edge.y0))
        diagram._point_at(near)
        assert isinstance(diagram._hover, Quantity)
        assert diagram._hover.kind is Kind.WEIGHT


class TestChanging:
    """Given numbers are changed in place."""

    def edited(self, diagram: StepsDiagram, place: Quantity, typed: str) -> list[tuple[object, float]]:
        found: list[tuple[object, float]] = []
        diagram.value_edited.connect(lambda place, value: found.append((place, value)))
        diagram.edit(place)
        diagram._editor.setText(typed)
        diagram._editor.returnPressed.emit()
        return found

    @pytest.mark.parametrize("place", [I1, T1, W5, B1, RATE])
    def test_a_double_click_opens_a_field(self, qtbot: QtBot, diagram: StepsDiagram, place: Quantity) -> None:
        qtbot.mouseDClick(diagram, Qt.MouseButton.LeftButton, pos=middle(diagram, place))
        assert diagram._editor.isVisible()
        assert diagram._editor.place == place
        diagram._editor.give_up()

    @pytest.mark.parametrize(("typed", "value"), [("0.5", 0.5), ("0,5", 0.5), ("−4", -4.0), ("1e-3", 1e-3)])
    def test_numbers_as_people_type_them(self, diagram: StepsDiagram, typed: str, value: float) -> None:
        assert self.edited(diagram, W5, typed) == [(W5, value)]
        assert not diagram._editor.isVisible()

    def test_the_field_starts_with_the_full_value(self, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(len(walk.steps) - 1)  # the weight has changed since; what is edited is where the walk begins
        diagram.edit(W5)
        assert diagram._editor.text() == "0.4"
        diagram._editor.give_up()

    @pytest.mark.parametrize(("place", "typed", "expected"), [(W5, "abc", "Type a number"), (W5, "", "Type a number"), (RATE, "-1", "above 0")])
    def test_bad_text_says_what_is_expected(self, diagram: StepsDiagram, place: Quantity, typed: str, expected: str) -> None:
        assert self.edited(diagram, place, typed) == []
        assert diagram._editor.isVisible()
        assert expected in spoken(diagram.tip())
        escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(diagram._editor, escape)
        assert not diagram._editor.isVisible()
        assert diagram.tip() == ()

    def test_what_is_calculated_cant_be_changed(self, diagram: StepsDiagram) -> None:
        diagram.edit(O1)
        assert not diagram._editor.isVisible()

    def test_a_double_click_on_a_weight_comes_back_from_where_its_first_click_went(self, qtbot: QtBot, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(3)
        asked: list[int] = []
        diagram.step_requested.connect(asked.append)
        diagram.step_requested.connect(diagram.show_step)
        at = middle(diagram, W5)
        qtbot.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(diagram, Qt.MouseButton.LeftButton, pos=at)
        assert asked[:2] == [step_of(walk, Kind.NEW, 2, 0, 0), 3]
        assert diagram._step == 3
        assert diagram._editor.isVisible()
        diagram._editor.give_up()


class TestKeyboard:
    """All of it without a mouse."""

    def test_arrows_move_the_ring_and_enter_goes(self, qtbot: QtBot, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.TOTAL))
        diagram.focus_place(I1)
        press(diagram, Qt.Key.Key_Right)
        assert diagram._focus == W1
        press(diagram, Qt.Key.Key_Right)
        assert diagram._focus == Quantity(Kind.NET, 1, 0)
        press(diagram, Qt.Key.Key_Right)
        assert diagram._focus == H1
        with qtbot.waitSignal(diagram.step_requested) as asked:
            press(diagram, Qt.Key.Key_Return)
        assert asked.args == [step_of(walk, Kind.OUT, 1, 0)]

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
    def test_enter_on_a_given_number_changes_it(self, diagram: StepsDiagram, key: Qt.Key) -> None:
        diagram.focus_place(I1)
        press(diagram, key)
        assert diagram._editor.isVisible()
        diagram._editor.give_up()

    def test_tab_visits_every_place_and_leaves(self, diagram: StepsDiagram) -> None:
        places = ordered(scene(diagram).plan)
        assert len(places) == 28  # 2 inputs, 8 weights, 4 biases, 4 × net and out, 2 targets and errors, the total, η
        diagram._ring, diagram._focus = False, None
        seen = []
        while diagram.focusNextPrevChild(True) and len(seen) < 40:
            if not diagram._ring:
                break
            seen.append(diagram._focus)
        assert tuple(seen) == places

    def test_every_place_can_be_reached_by_arrows(self, diagram: StepsDiagram) -> None:
        plan = scene(diagram).plan
        reached, ahead = {I1}, [I1]
        while ahead:
            here = ahead.pop()
            for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                there = towards(plan, here, *way)
                if there not in reached:
                    reached.add(there)
                    ahead.append(there)
        assert reached == set(ordered(plan))

    def test_copy_gives_all_digits(self, qtbot: QtBot, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.TOTAL))
        diagram.focus_place(TOTAL)
        diagram.setFocus()
        with qtbot.waitSignal(diagram.copied) as told:
            press(diagram, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert told.args == ["0.2983711087600027"]
        assert QGuiApplication.clipboard().text() == "0.2983711087600027"

    def test_without_the_ring_arrows_are_the_players(self, diagram: StepsDiagram) -> None:
        for ring, accepted in ((False, False), (True, True)):
            diagram._ring = ring
            event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
            event.ignore()
            diagram.event(event)
            assert event.isAccepted() is accepted

    def test_the_wheel_zooms_and_f_fits(self, diagram: StepsDiagram) -> None:
        at = QPointF(300, 200)
        still, none = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        wheel = QWheelEvent(at, diagram.mapToGlobal(at), QPoint(), QPoint(0, 120), none, still, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(diagram, wheel)
        assert not diagram._view.fitted
        press(diagram, Qt.Key.Key_F)
        assert diagram._view.fitted

    def test_a_screen_reader_hears_the_place(self, diagram: StepsDiagram, walk: Walk) -> None:
        diagram.show_step(step_of(walk, Kind.TOTAL))
        diagram.setFocus()
        diagram.focus_place(O1)
        assert diagram.accessibleName()
        assert "0.7513650695523157" in diagram.accessibleDescription()


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (0.05, 6, "0.05"),
        (0.4, 6, "0.40"),
        (-4.0, 4, "−4.00"),
        (0.35891648, 4, "0.3589"),
        (0.0, 6, "0.00"),
        (-0.0, 6, "0.00"),
        (0.2 * 0.1, 6, "0.02"),
        (-4.1e6, 6, "−4.1×10⁶"),
    ],
)
def test_given_numbers_are_as_short_as_they_are(value: float, digits: int, shown: str) -> None:
    assert short(value, digits) == shown


def test_a_number_gives_up_decimals_before_it_leaves_its_box() -> None:
    assert fitted(-123.456789, 6, 9) == "−123.4568"
    assert len(fitted(-1.234567e-12, 9, 8)) <= 8


def test_symbols_as_plain_text() -> None:
    assert text(Derivative(Name("E", "total"), Name("W", "11", "[1]"))) == "∂E_total/∂W_11^[1]"


def test_biases_of_a_layer_that_are_one_follow_their_one_update() -> None:
    walk = mazur.walk(biases=BiasMode.PER_LAYER)
    new = next(s for s in walk.steps if s.quantity.kind is Kind.NEW and s.quantity.other < 0 and s.quantity.layer == 1)
    moment = Readings(walk).at(new.id)
    assert moment.read(Quantity(Kind.BIAS, 1, 0)).value == new.value
    assert moment.read(Quantity(Kind.BIAS, 1, 1)).value == new.value
    assert moment.maker(Quantity(Kind.BIAS, 1, 1)) == new.id
