"""What the graph's picture says in words: tooltips, verdicts, and what a screen reader is told."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from gui.fields.rich import sentence_html
from gui.fields.sentence import sentence_text
from gui.format import exact
from nn.graph.boxes import symbol_of
from nn.graph.exercise import Box, BoxKind, BoxState, Exercise
from nn.graph.words import called, derivative, formula_of, name_of, operation_name
from nn.text import QT_TRANSLATE_NOOP, Sentence

_STATES = {
    BoxState.OPEN: QT_TRANSLATE_NOOP("GraphView", "open"),
    BoxState.RIGHT: QT_TRANSLATE_NOOP("GraphView", "right"),
    BoxState.WRONG: QT_TRANSLATE_NOOP("GraphView", "not yet"),
    BoxState.REVEALED: QT_TRANSLATE_NOOP("GraphView", "revealed"),
    BoxState.GIVEN: QT_TRANSLATE_NOOP("GraphView", "given"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("GraphView", text)


def state_text(state: BoxState) -> str:
    """What has become of a box, in a word."""
    return _tr(_STATES[state])


def verdict_html(exercise: Exercise, box: Box) -> str:
    """The verdict on a box's last answer."""
    verdict = exercise.entry(box).verdict
    if verdict is None:
        return ""
    return "<br>".join(sentence_html(sentence) for sentence in (verdict.sentence, verdict.note) if sentence is not None)


def tip_html(exercise: Exercise, place: Box | str, *, preparing: bool = False) -> str:
    """What is pointed at: its formula, its full value where that may be seen, and what can be done."""
    if preparing and isinstance(place, Box) and place in exercise.entries:
        return _asked_html(exercise, place)
    return _node_html(exercise, place) if isinstance(place, str) else _box_html(exercise, place)


def _asked_html(exercise: Exercise, box: Box) -> str:
    """While a teacher prepares the exercise."""
    value = f"{called(symbol_of(exercise.graph, box)).html} = {escape(exact(exercise.value(box)))}"
    if box.key in exercise.task.given:
        return f"{value}<br>" + escape(_tr(QT_TRANSLATE_NOOP("GraphView", "Given; click to have the learner fill it in")))
    return f"{value}<br>" + escape(_tr(QT_TRANSLATE_NOOP("GraphView", "The learner fills it in; click to give it")))


def _node_html(exercise: Exercise, name: str) -> str:
    node = exercise.graph.by_name[name]
    symbol = called(name_of(name))
    if node.is_leaf:
        value = exact(exercise.evaluation.values[name])
        return f"{symbol.html} = {escape(value)}<br>" + escape(_tr(QT_TRANSLATE_NOOP("GraphView", "Double-click to change the value")))
    formula = called(formula_of(node))
    kind = escape(sentence_text(operation_name(node)))
    box = Box(BoxKind.VALUE, name)
    known = box in exercise.entries and exercise.entry(box).shows_value
    value = f" = {escape(exact(exercise.evaluation.values[name]))}" if known else ""
    return f"{symbol.html} = {formula.html}{value}<br>{kind}"


def _box_html(exercise: Exercise, box: Box) -> str:
    entry = exercise.entries.get(box)
    symbol = called(symbol_of(exercise.graph, box))
    if entry is None:
        about = called(derivative(box.node, box.by)) if box.kind is BoxKind.LOCAL else symbol
        return f"{about.html}<br>" + escape(_tr(QT_TRANSLATE_NOOP("GraphView", "Not asked in this exercise")))
    if entry.shows_value:
        return f"{symbol.html} = {escape(exact(exercise.value(box)))}<br>{escape(state_text(entry.state))}"
    if entry.state is BoxState.WRONG:
        return verdict_html(exercise, box)
    return f"{symbol.html} = ?<br>" + escape(_explained(exercise, box))


def _explained(exercise: Exercise, box: Box) -> str:
    if not exercise.can_answer(box):
        return _tr(QT_TRANSLATE_NOOP("GraphView", "Another box comes first"))
    if box.kind is BoxKind.VALUE:
        return _tr(QT_TRANSLATE_NOOP("GraphView", "Type the value; Enter checks it"))
    names = {"node": box.node if box.kind is BoxKind.LOCAL else exercise.graph.output, "by": box.by or box.node}
    return _tr(QT_TRANSLATE_NOOP("GraphView", "By how many times as much does {node} change as {by}? Enter checks it")).format(**names)


def spoken(exercise: Exercise, place: Box | str, *, preparing: bool = False) -> str:
    """The same for a screen reader."""
    if preparing and isinstance(place, Box) and place in exercise.entries:
        asked = place.key not in exercise.task.given
        text = QT_TRANSLATE_NOOP("GraphView", "the learner fills it in") if asked else QT_TRANSLATE_NOOP("GraphView", "given")
        return f"{exercise.symbol(place)} = {exact(exercise.value(place))}, {_tr(text)}."
    if isinstance(place, str):
        node = exercise.graph.by_name[place]
        value = exact(exercise.evaluation.values[place]) if node.is_leaf else ""
        return " ".join(part for part in (place, value) if part)
    entry = exercise.entries.get(place)
    if entry is None:
        return str(called(symbol_of(exercise.graph, place)))
    value = f" = {exact(exercise.value(place))}" if entry.shows_value else ""
    verdict = f" {sentence_text(_plain(entry.verdict.sentence))}" if entry.state is BoxState.WRONG and entry.verdict is not None else ""
    return f"{exercise.symbol(place)}{value}, {state_text(entry.state)}.{verdict}"


def _plain(sentence: Sentence) -> Sentence:
    """Numbers stay numbers, symbols become letters."""
    return Sentence(sentence.template, {key: value if isinstance(value, int | float) else str(value) for key, value in sentence.values.items()})
