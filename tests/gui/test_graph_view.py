"""The drawn graph: where things lie, what is hit, and that every preset and state can be painted in both themes."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeName, theme
from gui.views.graph_view import GraphView, minimap
from gui.views.graph_view.arrows import path_of
from gui.views.graph_view.cards import place_beside
from gui.views.graph_view.look import short
from gui.views.graph_view.plan import LABEL_HEIGHT
from gui.views.graph_view.state import Picture
from gui.views.graph_view.stops import next_stop, towards
from gui.views.graph_view.words import tip_html
from nn.graph.exercise import Box, BoxKind, Exercise, Task, make
from nn.graph.graph import GraphError
from nn.graph.layout import lay_out
from nn.graph.parse import parse
from nn.graph.presets import BY_KEY, PRESETS


@pytest.fixture
def view(qtbot: QtBot) -> GraphView:
    made = GraphView()
    qtbot.addWidget(made)
    made.resize(752, 500)
    return made


def show(view: GraphView, exercise: Exercise) -> None:
    view.show_exercise(exercise, lay_out(exercise.graph, exercise.parameters))


@pytest.mark.parametrize("key", [preset.key for preset in PRESETS])
def test_boxes_lie_on_no_node_and_on_no_other_box(view: GraphView, key: str) -> None:
    show(view, make(BY_KEY[key].task))
    assert view.picture is not None
    plan = view.picture.plan
    boxes = [place.rect for place in plan.boxes.values()]
    assert len(boxes) == len(view.picture.exercise.boxes)
    assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]
    assert not [rect for rect in boxes for node in plan.nodes.values() if rect.intersects(node)]
    assert all(plan.bounds.contains(rect) for rect in (*boxes, *plan.nodes.values()))


def test_everything_is_hit_where_it_lies(view: GraphView) -> None:
    show(view, make(BY_KEY["linear-neuron"].task))
    assert view.picture is not None
    for box in view.picture.exercise.boxes:
        assert view.hit(view.rect_of(box).center()) == box
    for node in view.picture.exercise.graph.nodes:
        assert view.hit(view.rect_of(node.name).center()) == node.name
    arrow = view.picture.plan.arrows["x", "c"]
    middle = (arrow.points[0] + arrow.points[1]) / 2
    spot = view.to_widget(view.picture.plan.nodes["x"]).center()
    at = QPointF(spot.x(), view.to_widget(view.picture.plan.nodes["c"]).top() - 20)
    assert view.to_plan(at).x() == pytest.approx(middle.x(), abs=1.0)
    assert view.hit(at) == Box(BoxKind.LOCAL, "c", "x")
    assert view.hit(QPointF(2, 2)) is None


def test_only_what_is_asked_has_an_arrow_backward(view: GraphView) -> None:
    show(view, make(BY_KEY["linear-neuron"].task))
    assert view.picture is not None
    back = {edge for edge, arrow in view.picture.plan.arrows.items() if arrow.back}
    assert back == {("w", "c"), ("c", "a"), ("b", "a"), ("a", "d"), ("d", "J")}


@pytest.mark.parametrize("name", list(ThemeName))
def test_every_state_is_painted(view: GraphView, name: ThemeName) -> None:
    theme().switch(name)
    exercise = make(BY_KEY["linear-neuron"].task)
    boxes = exercise.boxes
    show(view, exercise)
    empty = view.grab().toImage()
    exercise, _ = exercise.answer(boxes[0], "-4")
    exercise, _ = exercise.answer(boxes[1], "5")
    exercise = exercise.reveal(boxes[2])
    show(view, exercise)
    view.show_verdict(boxes[1])
    filled = view.grab().toImage()
    theme().switch(ThemeName.DARK)
    assert empty != filled


def test_a_large_graph_is_readable_at_first_and_whole_when_asked(view: GraphView) -> None:
    show(view, make(BY_KEY["mazur"].task))
    view.grab()
    node = view.rect_of("E")
    view.fit()
    whole = view.rect_of("E")
    assert whole.width() < node.width()
    assert view.rect().contains(whole.toRect())
    view.fit()
    assert view.rect_of("E").width() == node.width()
    view.fit()
    last = Box(BoxKind.VALUE, "E")
    view.edit(last)  # what is filled in is seen in a size to be read
    assert view.rect_of("E").width() == node.width()
    assert all(view.rect().contains(view.rect_of(place).toRect()) for place in (last, "E", "E1", "E2"))


def test_zooming_keeps_the_place_under_the_pointer(view: GraphView) -> None:
    show(view, make(BY_KEY["square"].task))
    at = view.rect_of("J").center()
    before = view.to_plan(at)
    view.zoom(1.7, at)
    assert (view.to_plan(at) - before).manhattanLength() < 1e-6


def test_the_tooltip_tells_no_answer(view: GraphView) -> None:
    exercise = make(BY_KEY["square"].task)
    box = Box(BoxKind.VALUE, "J")
    assert "121" not in tip_html(exercise, box)
    assert "121" not in tip_html(exercise, "J")
    assert "121" in tip_html(exercise.reveal(box), box)
    assert "121" in tip_html(exercise.reveal(box), "J")


def test_arrows_and_tab_find_their_way(view: GraphView) -> None:
    show(view, make(BY_KEY["linear-neuron"].task))
    assert view.picture is not None
    assert towards(view.picture.plan, "w", 1, 0) == "c"
    assert next_stop(view.picture, None, forward=True) == "w"
    assert next_stop(view.picture, "y", forward=True) == Box(BoxKind.VALUE, "c")
    assert next_stop(view.picture, Box(BoxKind.TOTAL, "w"), forward=True) is None


def test_a_key_on_the_ring_begins_an_answer(view: GraphView) -> None:
    show(view, make(BY_KEY["square"].task))
    box = Box(BoxKind.VALUE, "a")
    view.put_ring(box)
    QTest.keyClick(view, Qt.Key.Key_1)
    assert view.editor.place == box
    assert view.editor.text() == "1"


@pytest.mark.parametrize(("value", "text"), [(-4.0, "−4"), (0.0, "0"), (-0.0, "0"), (1 / 3, "0.33333"), (1.25e-9, "1.25e-9"), (121.0, "121")])
def test_numbers_in_boxes_are_short(value: float, text: str) -> None:
    assert short(value).replace("−", "-") == text.replace("−", "-")
    assert "-" not in short(value).lstrip("−") or "e" in short(value)


# Arrows and what they may lie under

LEAVES = st.sampled_from(["w", "b", "v", "x", "y", "2"])
EXPRESSIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "/"]), inner).map(lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"),
        st.tuples(st.sampled_from(["exp", "tanh", "sigmoid", "sin"]), inner).map(lambda parts: f"{parts[0]}({parts[1]})"),
        inner.map(lambda one: f"({one})^2"),
    ),
    max_leaves=12,
)
BRANCHED = ("J = (w1*x1 + w2*x2 + b)^2 + (w1^2 + w2^2)/10", "J = sin(w*x)*cos(b*y) + exp(w)*b - (x*w*b)^2/(1 + y^2)", "J = ((w*x + b)*v + w) / 2")


def crossings(picture: Picture) -> list[tuple[object, object]]:
    """Each arrow that runs under a box, a derivative's name or a node that it doesn't belong to; boxes and names that lie on one another."""
    plan = picture.plan
    names = {
        box: QRectF(place.label.x(), place.label.y() - LABEL_HEIGHT / 2, place.rect.left() - place.label.x(), LABEL_HEIGHT)
        for box, place in plan.boxes.items()
        if box.kind is not BoxKind.VALUE
    }
    things: list[tuple[object, QRectF]] = [*((box, place.rect) for box, place in plan.boxes.items()), *names.items(), *plan.nodes.items()]
    found: list[tuple[object, object]] = []
    for edge, arrow in plan.arrows.items():
        for points in filter(None, (arrow.points, arrow.back)):
            path = path_of(points, upright=arrow.upright)
            places = [path.pointAtPercent(step / 100) for step in range(101)]
            near = [(thing, rect) for thing, rect in things if rect.intersects(path.boundingRect().adjusted(-1, -1, 1, 1))]
            found += [(edge, thing) for thing, rect in near if any(rect.contains(place) for place in places)]
    found += [(one, other) for (one, rect), (other, second) in combinations(things, 2) if one != other and rect.intersects(second)]
    return found


@pytest.mark.parametrize("text", [*(preset.task.expression for preset in PRESETS), *BRANCHED])
@pytest.mark.parametrize("every", [False, True])
def test_no_arrow_runs_under_a_foreign_box(view: GraphView, text: str, every: bool) -> None:
    graph = parse(text)
    values = {name: 0.25 + place / 32 for place, name in enumerate(graph.leaves)}
    show(view, make(Task(text, values, graph.leaves if every else ())))
    assert view.picture is not None
    assert not crossings(view.picture)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EXPRESSIONS, st.booleans())
def test_no_arrow_of_any_expression_runs_under_a_foreign_box(view: GraphView, text: str, every: bool) -> None:
    try:
        graph = parse(text)
        exercise = make(Task(text, {name: 1.5 + place / 8 for place, name in enumerate(graph.leaves)}, graph.leaves if every else ()))
    except GraphError:
        assume(False)
    show(view, exercise)
    assert view.picture is not None
    assert not crossings(view.picture)


def test_a_verdict_covers_as_little_as_can_be_of_what_it_is_about() -> None:
    area, box = QRectF(0, 0, 700, 400), QRectF(300, 190, 80, 32)
    below, above = QRectF(250, 230, 300, 60), QRectF(200, 100, 90, 80)
    assert place_beside(280, 50, box, area, [(below, 1.0)]).bottom() < box.top()
    assert place_beside(280, 50, box, area, [(below, 1.0), (above, 50.0)]).left() == box.left() - 8
    assert place_beside(280, 50, box, area, []).top() > box.bottom()
    assert area.contains(place_beside(280, 50, QRectF(650, 380, 40, 20), area, [(below, 1.0)]))
    assert area.contains(place_beside(280, 50, QRectF(650, 180, 40, 40), QRectF(0, 0, 700, 230), []))


def test_a_small_picture_leads_through_a_large_graph(view: GraphView) -> None:
    show(view, make(BY_KEY["square"].task))
    assert view.small_rect().isEmpty()
    show(view, make(BY_KEY["mazur"].task))
    assert view.picture is not None
    small, bounds = view.small_rect(), view.picture.plan.bounds
    assert not small.isEmpty()
    assert not view.visible().contains(view.picture.plan.nodes["E"])
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=(QPointF(small.right() - 8, small.center().y()) * theme().scale).toPoint())
    assert view.visible().contains(view.picture.plan.nodes["E"])
    assert view.picture.selected is None
    view.bring_into_view("c8")
    assert not view.rect_of("c8").intersects(view.small_rect())
    view.grab()
    view.fit()
    assert view.small_rect().isEmpty()
    assert bounds.contains(view.picture.plan.nodes["E"])


@pytest.mark.parametrize("key", ["linear-neuron", "mazur"])
def test_leaving_out_what_is_out_of_sight_changes_nothing_in_sight(view: GraphView, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setattr(minimap, "place", lambda *_places: QRectF())
    show(view, make(BY_KEY[key].task))
    for at in (QPointF(40, 60), QPointF(600, 400)):
        view.zoom(1.8, at)
        some = view.grab().toImage()
        with monkeypatch.context() as everything:
            everything.setattr(view, "visible", lambda: QRectF(-1e5, -1e5, 2e5, 2e5))
            assert view.grab().toImage() == some
