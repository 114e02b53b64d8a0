"""The exercises: both lab graphs box by box, wrong answers and their verdicts, hints, order, progress, new numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nn.answers import VerdictKind
from nn.graph.boxes import Box, BoxKind, usual_parameters
from nn.graph.exercise import BoxState, Exercise, Order, Task, make
from nn.graph.graph import GraphError
from nn.graph.parse import parse
from nn.graph.presets import BY_KEY, PRESETS, Preset

K = VerdictKind
SQUARE, LINEAR, SIGMOID, ENTROPY = (make(BY_KEY[key].task) for key in ("square", "linear-neuron", "sigmoid-neuron", "cross-entropy"))
TWO_WAYS = make(Task("J = (w*x + w)^2", {"w": 2, "x": 3}))


def box(exercise: Exercise, symbol: str) -> Box:
    """The box called ``c``, ``∂c/∂w`` or ``∂J/∂w``."""
    return next(box for box in exercise.boxes if exercise.symbol(box) == symbol)


def test_the_labs_first_graph_box_by_box() -> None:
    assert [(SQUARE.symbol(box), SQUARE.value(box)) for box in SQUARE.boxes] == [
        *(("a", 11), ("J", 121)),
        *(("∂J/∂a", 22), ("∂a/∂w", 3), ("∂J/∂w", 66)),
    ]


def test_the_labs_second_graph_box_by_box() -> None:
    symbols = ["c", "a", "d", "J", "∂J/∂d", "∂d/∂a", "∂J/∂a", "∂a/∂c", "∂J/∂c", "∂a/∂b", "∂J/∂b", "∂c/∂w", "∂J/∂w"]
    assert [LINEAR.symbol(box) for box in LINEAR.boxes] == symbols
    assert [LINEAR.value(box) for box in LINEAR.boxes] == [-4, 4, 3, 4.5, 3, 1, 3, 1, 3, 1, 3, 2, 6]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_box_of_every_preset_takes_its_own_value_to_two_decimals(preset: Preset) -> None:
    exercise = make(preset.task)
    for one in exercise.boxes:
        _, verdict = exercise.answer(one, repr(exercise.value(one)))
        assert verdict.right, exercise.symbol(one)
    assert exercise.answer_all({one: repr(exercise.value(one)) for one in exercise.boxes}).finished


@pytest.mark.parametrize(
    ("answer", "symbol"),
    [("9/2", "J"), ("4,5", "J"), ("2*11", "∂J/∂a"), ("−4", "c"), ("0.45e1", "J"), ("2·2", "a"), ("22*3", "∂J/∂w"), (" 4.504 ", "J")],
)
def test_fractions_products_and_decimal_commas_are_understood(answer: str, symbol: str) -> None:
    exercise = LINEAR if symbol in ("J", "c", "a") else SQUARE
    assert exercise.answer(box(exercise, symbol), answer)[1].right


@pytest.mark.parametrize(
    ("exercise", "symbol", "answer", "kind", "part"),
    [
        # the first graph: a = 2 + 3w, J = a²; 11, 121, 22, 3, 66
        (SQUARE, "a", "-11", K.SIGN, "sign"),
        (SQUARE, "a", "9", K.TERM, "missing from the sum: 2"),
        (SQUARE, "a", "-7", K.TERM_SIGN, "3·w"),
        (SQUARE, "a", "18", K.OTHER, "were multiplied"),
        (SQUARE, "a", "110", K.POWER_OF_TEN, "10 times too large"),
        (SQUARE, "a", "eleven", K.UNREADABLE, "no value"),
        (SQUARE, "a", "", K.UNREADABLE, "no answer yet"),
        (SQUARE, "J", "22", K.OTHER, "a times 2"),
        (SQUARE, "J", "11", K.BEFORE, "a, which goes in"),
        (SQUARE, "J", "1.21", K.POWER_OF_TEN, "100 times too small"),
        (SQUARE, "∂J/∂a", "11", K.FACTOR, "missing: 2"),
        (SQUARE, "∂J/∂a", "121", K.OTHER, "value of J"),
        (SQUARE, "∂J/∂a", "242", K.OTHER, "exponent comes down"),
        (SQUARE, "∂J/∂a", "13", K.FACTORS_ADDED, "added"),
        (SQUARE, "∂a/∂w", "5", K.OTHER, "only added"),
        (SQUARE, "∂a/∂w", "66", K.OTHER, "∂J/∂w already"),
        (SQUARE, "∂J/∂w", "3", K.LOCAL, "local derivative"),
        (SQUARE, "∂J/∂w", "22", K.FACTOR, "missing: ∂a/∂w"),
        (SQUARE, "∂J/∂w", "25", K.FACTORS_ADDED, "added"),
        (SQUARE, "∂J/∂w", "-66", K.SIGN, "sign"),
        (SQUARE, "∂J/∂w", "7.33", K.DIVIDED, "divided by ∂a/∂w"),
        (SQUARE, "∂J/∂w", "132", K.DOUBLE, "Twice"),
        # the second: c = wx, a = c + b, d = a − y, J = d²/2
        (LINEAR, "c", "4", K.SIGN, "sign"),
        (LINEAR, "c", "0", K.FACTORS_ADDED, "were added"),
        (LINEAR, "a", "12", K.TERM_SIGN, "c has the wrong sign"),
        (LINEAR, "d", "-3", K.SIGN, "sign"),
        (LINEAR, "d", "5", K.TERM_SIGN, "y has the wrong sign"),
        (LINEAR, "J", "9", K.FACTOR, "d² alone"),
        (LINEAR, "J", "3", K.OTHER, "d times 2"),
        (LINEAR, "J", "4.6", K.TOO_LARGE, "1 times what it should be"),
        (LINEAR, "∂J/∂d", "4.5", K.OTHER, "value of J"),
        (LINEAR, "∂J/∂d", "6", K.DOUBLE, "Twice"),
        (LINEAR, "∂J/∂a", "-3", K.SIGN, "sign"),
        (LINEAR, "∂J/∂b", "1", K.LOCAL, "∂a/∂b alone"),
        (LINEAR, "∂c/∂w", "-2", K.SIGN, "sign"),
        (LINEAR, "∂c/∂w", "1", K.OTHER, "other factor: here x"),
        (LINEAR, "∂J/∂w", "2", K.LOCAL, "∂c/∂w alone"),
        (LINEAR, "∂J/∂w", "3", K.FACTOR, "missing: ∂c/∂w"),
        (LINEAR, "∂J/∂w", "5", K.FACTORS_ADDED, "added"),
        (LINEAR, "∂J/∂w", "1/6", K.RECIPROCAL, "1 divided by"),
        # others
        (SIGMOID, "∂s/∂a", "0.5", K.FACTOR, "missing"),
        (SIGMOID, "J", "0.1", K.ROUNDED, "rounded"),
        (ENTROPY, "l1", "-0.0969", K.OTHER, "base 10"),
        (ENTROPY, "∂l1/∂p", "0.8", K.OTHER, "value of p"),
        (TWO_WAYS, "∂J/∂w", "16", K.TERM, "from the sum: ∂J/∂c · ∂c/∂w"),
    ],
)
def test_a_wrong_answer_gets_the_verdict_of_its_slip(exercise: Exercise, symbol: str, answer: str, kind: VerdictKind, part: str) -> None:
    after, verdict = exercise.answer(box(exercise, symbol), answer)
    assert (verdict.kind, part in str(verdict.sentence)) == (kind, True), f"{verdict.kind}: {verdict.sentence}"
    state = BoxState.OPEN if kind is K.UNREADABLE else BoxState.WRONG
    assert after.entry(box(exercise, symbol)).state is state


def test_forgetting_a_way_of_two_and_multiplying_the_ways() -> None:
    total = box(TWO_WAYS, "∂J/∂w")
    assert TWO_WAYS.value(total) == 64
    assert TWO_WAYS.answer(total, str(48 * 16))[1].sentence.template.startswith("The ways were multiplied")
    assert TWO_WAYS.answer(total, "4")[1].sentence.template.startswith("Only the local derivatives were added")


# Hints


def test_the_three_stages_of_hints() -> None:
    principle, formula, numbers = map(str, LINEAR.hints(box(LINEAR, "∂J/∂w")))
    assert principle == "The chain rule: how J changes with c, times how c changes with w."
    assert formula == "The formula: ∂J/∂w = ∂J/∂c · ∂c/∂w"
    assert numbers == "With the numbers: ∂J/∂w = 3·2"
    assert str(TWO_WAYS.hints(box(TWO_WAYS, "∂J/∂w"))[2]) == "With the numbers: ∂J/∂w = 16·3 + 16·1"
    assert str(LINEAR.hints(box(LINEAR, "∂c/∂w"))[2]) == "No calculation: read the value of x off the diagram."


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_no_hint_says_the_result(preset: Preset) -> None:
    exercise = make(preset.task)
    for one in exercise.boxes:
        for hint in exercise.hints(one):
            assert not str(hint).replace("−", "-").endswith(f"= {exercise.value(one):.6g}"), hint
        assert len(exercise.hints(one)) == 3


def test_the_teachers_words_come_first() -> None:
    exercise = make(replace(BY_KEY["square"].task, hints={"total w": ("Two factors {meet}.", "", "66 is near.")}))
    hints = exercise.hints(box(exercise, "∂J/∂w"))
    assert str(hints[0]) == "Two factors {meet}."
    assert str(hints[1]).startswith("The formula")
    assert str(hints[2]) == "66 is near."
    assert exercise.own_hints(box(exercise, "a")) == ("", "", "")


def test_a_teacher_chooses_the_boxes_their_hints_and_the_title() -> None:
    a, total = box(SQUARE, "a"), box(SQUARE, "∂J/∂w")
    tried, _ = SQUARE.answer(total, "66")
    found = tried.prepared(title="Mine", given=[a], hints={total: (" Look left. ", "", "Both.", "a fourth"), a: ("", " ")})
    assert (found.task.title, found.task.given, found.task.hints) == ("Mine", ("value a",), {"total w": ("Look left.", "", "Both.")})
    assert (found.entry(a).state, found.entry(total).state) == (BoxState.GIVEN, BoxState.RIGHT)
    assert make(found.task).entry(a).state is BoxState.GIVEN
    back = found.prepared(given=[], hints={total: ()})
    assert (back.entry(a).state, back.task.given, back.task.hints) == (BoxState.OPEN, (), {})
    assert back.task.title == "Mine"


# States


def test_an_answer_changes_one_box_of_a_new_exercise() -> None:
    a = box(SQUARE, "a")
    wrong, _ = SQUARE.answer(a, "10")
    right, verdict = wrong.answer(a, "11")
    assert verdict.right
    assert SQUARE.entry(a).state is BoxState.OPEN
    assert (wrong.entry(a).state, wrong.entry(a).tries) == (BoxState.WRONG, 1)
    assert (right.entry(a).state, right.entry(a).tries, right.entry(a).text) == (BoxState.RIGHT, 2, "11")
    with pytest.raises(ValueError, match="already"):
        right.answer(a, "11")


def test_an_unreadable_answer_is_no_try_and_takes_nothing_away() -> None:
    a = box(SQUARE, "a")
    after, verdict = SQUARE.answer(a, "1+")
    assert verdict.kind is K.UNREADABLE
    assert (after.entry(a).state, after.entry(a).tries) == (BoxState.OPEN, 0)
    assert after.answer(a, "11")[0].progress.first_try == 1


def test_progress_counts_what_became_of_the_boxes() -> None:
    exercise, _ = SQUARE.answer(box(SQUARE, "a"), "11")
    exercise, _ = exercise.hint(box(SQUARE, "J")).answer(box(SQUARE, "J"), "121")
    exercise, _ = exercise.answer(box(SQUARE, "∂J/∂a"), "11")
    exercise = exercise.reveal(box(SQUARE, "∂a/∂w"))
    assert exercise.progress == (5, 2, 1, 1, 1, 1, 1)
    assert not exercise.finished
    revealed = exercise.reveal_all()
    assert revealed.finished
    assert revealed.progress == (5, 2, 1, 1, 0, 0, 3)
    hidden = revealed.hide_all()
    assert hidden.progress == (5, 0, 0, 0, 0, 5, 0)
    assert hidden.entry(box(SQUARE, "a")).tries == 1
    assert revealed.start_again() == SQUARE


def test_given_boxes_are_shown_and_not_counted_until_all_are_hidden() -> None:
    exercise = make(replace(BY_KEY["square"].task, given=("value a", "local a w")))
    assert exercise.progress.asked == 3
    assert exercise.entry(box(exercise, "a")).shows_value
    assert not exercise.can_answer(box(exercise, "a"))
    assert exercise.hide_all().progress.asked == 5


def test_the_enforced_order_asks_one_box_after_the_other() -> None:
    exercise = SQUARE.in_order(Order.ENFORCED)
    a, j = box(SQUARE, "a"), box(SQUARE, "J")
    assert (exercise.can_answer(a), exercise.can_answer(j)) == (True, False)
    with pytest.raises(GraphError, match="a comes first"):
        exercise.answer(j, "121")
    wrong, _ = exercise.answer(a, "9")
    assert not wrong.can_answer(j)
    assert wrong.reveal(a).can_answer(j)
    assert exercise.answer_all(dict.fromkeys(exercise.boxes, "11")).next_box() == j
    assert SQUARE.can_answer(j)


def test_the_next_box_goes_round_to_the_first() -> None:
    boxes = SQUARE.boxes
    exercise, _ = SQUARE.answer(boxes[1], "121")
    assert exercise.next_box() == boxes[0]
    assert exercise.next_box(boxes[0]) == boxes[2]
    assert exercise.next_box(boxes[4]) == boxes[0]
    assert exercise.reveal_all().next_box() is None


def test_hints_stop_at_three_stages() -> None:
    a = box(SQUARE, "a")
    exercise = SQUARE
    for _ in range(5):
        exercise = exercise.hint(a)
    assert exercise.entry(a).hints == 3


# What is asked


def test_an_unknown_parameter_or_box_is_refused() -> None:
    with pytest.raises(GraphError, match="v is no variable"):
        make(replace(BY_KEY["square"].task, parameters=("v",)))
    with pytest.raises(GraphError, match="no box “value q”"):
        make(replace(BY_KEY["square"].task, given=("value q",)))


def test_the_variables_that_look_like_parameters() -> None:
    assert usual_parameters(parse("J = (w*x + b - y)^2")) == ("w", "b")
    assert usual_parameters(parse("E = -y*log(p)")) == ("p",)
    assert usual_parameters(parse("J = x^2 + y^2")) == ("x", "y")
    assert usual_parameters(parse("J = θ*x")) == ("θ",)


def test_a_derivative_of_the_output_by_one_way_of_several_is_asked_apart_from_the_total() -> None:
    exercise = make(Task("J = w*(w + 1)", {"w": 3}))
    assert [box.key for box in exercise.boxes] == ["value a", "value J", "local J w", "total a", "local a w", "total w"]
    assert [exercise.value(box) for box in exercise.boxes] == [4, 12, 4, 3, 1, 7]


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(["square", "linear-neuron", "sigmoid-neuron", "cross-entropy"]), st.integers(0, 2**32))
def test_new_numbers_are_others_from_their_seed_and_can_be_answered(key: str, seed: int) -> None:
    exercise = make(BY_KEY[key].task)
    other = exercise.new_numbers(seed)
    assert other.task.values != exercise.task.values
    assert other == exercise.new_numbers(seed)
    assert all(abs(other.value(box)) >= 0.005 for box in other.boxes if box.kind is not BoxKind.VALUE)
    if key in ("square", "linear-neuron"):
        assert all(round(other.value(box), 2) == other.value(box) for box in other.boxes)


def test_new_numbers_stay_within_what_can_be_calculated() -> None:
    other = make(Task("J = log(w - x) + sqrt(x)/(w - 5)", {"w": 3, "x": 1})).new_numbers(3)
    assert other.finished is False
    assert other.graph.leaves == ("w", "x")
