"""An exercise on paper: the worked example, a worksheet with blanks, or its key, as a whole document."""

from __future__ import annotations

import json
from collections.abc import Iterator

from nn.graph import words
from nn.graph.boxes import Box, BoxKind, symbol_of, value_of
from nn.graph.evaluate import Evaluation
from nn.graph.exercise import Exercise
from nn.graph.hints import chain_of
from nn.graph.records import record_of
from nn.graph.slopes import is_known, slope_term
from nn.replay.documents.choices import Blanks, Content, DocumentFormat
from nn.replay.documents.html import HtmlPaper
from nn.replay.documents.latex import LatexPaper
from nn.replay.documents.outline import Entry, Given, Outline, Row, Section
from nn.replay.documents.paper import Paper, Translate
from nn.replay.documents.text import MarkdownPaper, TextPaper
from nn.replay.expression import Expression, Number
from nn.replay.writing import Digits
from nn.text import QT_TRANSLATE_NOOP, Sentence

_PAPERS: dict[DocumentFormat, type[Paper]] = {
    DocumentFormat.TEXT: TextPaper,
    DocumentFormat.MARKDOWN: MarkdownPaper,
    DocumentFormat.HTML: HtmlPaper,
    DocumentFormat.LATEX: LatexPaper,
}
_TITLES = {
    Content.EXAMPLE: QT_TRANSLATE_NOOP("nn", "Computation graph"),
    Content.WORKSHEET: QT_TRANSLATE_NOOP("nn", "Computation graph: worksheet"),
    Content.KEY: QT_TRANSLATE_NOOP("nn", "Computation graph: answer key"),
}
_INSTRUCTION = QT_TRANSLATE_NOOP(
    "nn", "Fill in the values from left to right, then the derivatives from right to left. Two decimals are enough; a small number needs two digits."
)


def write(
    exercise: Exercise,
    format: DocumentFormat,
    content: Content = Content.WORKSHEET,
    *,
    digits: Digits = None,
    title: str | None = None,
    blanks: Blanks = Blanks.NOTHING,
    translate: Translate = str,
    language: str = "en",
) -> str:
    """The whole document. What has been answered so far plays no part in it.

    ``digits``: decimals shown; ``None`` gives all. ``title``: else the exercise's own. ``blanks`` is what a worksheet says beside each.
    ``translate`` puts the document's sentences into the reader's language, whose code is ``language``. JSON has all numbers, whatever
    the content and the digits.
    """
    if format is DocumentFormat.JSON:
        return json.dumps(record_of(exercise.evaluation, ()), ensure_ascii=False, indent=2) + "\n"
    paper = _PAPERS[format](outline_of(exercise, content, blanks, title), digits, translate)
    if isinstance(paper, HtmlPaper):
        paper.language = language
    return paper.write()


def outline_of(exercise: Exercise, content: Content, blanks: Blanks, title: str | None = None) -> Outline:
    """What stands in the document: the graph, the variables' values, and an entry for each box."""
    called = title or exercise.task.title
    lead = [Sentence(_INSTRUCTION)] if content is Content.WORKSHEET else []
    values = exercise.evaluation.values
    numbers = tuple((words.name_of(name), values[name]) for name in exercise.graph.leaves)
    given = () if content is Content.KEY else (Given(Sentence(QT_TRANSLATE_NOOP("nn", "Variables")), numbers),)
    graph = [] if content is Content.KEY else [_graph(exercise)]
    return Outline(
        Sentence("{title}", {"title": called}) if called else Sentence(_TITLES[content]),
        tuple(lead),
        given,
        (*graph, *_sections(exercise, content, blanks)),
        (),
        words.SCHEME,
        content is Content.WORKSHEET,
    )


def _graph(exercise: Exercise) -> Section:
    nodes = [node for node in exercise.graph.nodes if not node.is_leaf]
    entries = tuple(Entry(words.name_of(node.name), (Row(words.formula_of(node), numbers=False),)) for node in nodes)
    return Section(2, Sentence(QT_TRANSLATE_NOOP("nn", "The graph's formulas")), entries)


def numbers_of(exercise: Exercise) -> dict[Box, int]:
    """The number of each blank on a worksheet and in its key, from 1."""
    asked = [box for box in exercise.boxes if box.key not in exercise.task.given]
    return {box: number for number, box in enumerate(asked, 1)}


def _sections(exercise: Exercise, content: Content, blanks: Blanks) -> Iterator[Section]:
    numbers = numbers_of(exercise)
    forward = [box for box in exercise.boxes if box.kind is BoxKind.VALUE]
    backward = [box for box in exercise.boxes if box.kind is not BoxKind.VALUE]
    for heading, boxes in ((QT_TRANSLATE_NOOP("nn", "Forward pass"), forward), (QT_TRANSLATE_NOOP("nn", "Backward pass"), backward)):
        if boxes:
            yield Section(2, Sentence(heading), tuple(_entry(exercise, box, content, blanks, numbers.get(box, 0)) for box in boxes))


def _entry(exercise: Exercise, box: Box, content: Content, blanks: Blanks, number: int) -> Entry:
    evaluation = exercise.evaluation
    left, value = symbol_of(exercise.graph, box), Row(Number(value_of(evaluation, box)))
    formula, numbers = _formula(evaluation, box), _formula(evaluation, box, numbers=True)
    if content is Content.KEY or (content is Content.WORKSHEET and not number):
        return Entry(left, (value,), number)
    if content is Content.EXAMPLE:
        return Entry(left, (*([Row(formula, numbers=False), Row(numbers)] if formula and numbers else []), value))
    note = exercise.hints(box)[0] if blanks is Blanks.PRINCIPLE or exercise.own_hints(box)[0] else None
    rows = [Row(formula, numbers=False)] if formula and blanks in (Blanks.FORMULA, Blanks.NUMBERS) else []
    rows += [Row(numbers)] if numbers and blanks is Blanks.NUMBERS and not isinstance(numbers, Number) else []
    return Entry(left, tuple(rows), number, blank=True, note=note)


def _formula(evaluation: Evaluation, box: Box, *, numbers: bool = False) -> Expression | None:
    """How the box's number is calculated; ``None`` where the formula is that number."""
    graph = evaluation.graph
    if box.kind is BoxKind.VALUE:
        return words.formula_of(graph.by_name[box.node], evaluation.values if numbers else None)
    users = graph.users[box.node]
    if box.kind is BoxKind.TOTAL and users != (graph.output,):
        return chain_of(evaluation, box.node, numbers=numbers)
    node, by = (graph.by_name[box.node], box.by) if box.kind is BoxKind.LOCAL else (graph.by_name[users[0]], box.node)
    slope = slope_term(node, by, evaluation.values)
    return None if is_known(slope) else words.expression_of(slope, evaluation.values if numbers else None)
