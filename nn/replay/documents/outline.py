"""A document before it is written in a format: headings, what is given, and an entry for each step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from nn.errors import SettingsError
from nn.replay.documents.choices import Blanks, Content
from nn.replay.expression import Expression, Number, Of
from nn.replay.formulas import formula
from nn.replay.hints import principle_of
from nn.replay.names import neuron_name, symbol
from nn.replay.predict import can_ask
from nn.replay.scheme import Scheme
from nn.replay.settings import Granularity
from nn.replay.step import Kind, Phase, Quantity, Step
from nn.replay.walk import Group, Walk, groups
from nn.text import QT_TRANSLATE_NOOP, Sentence

MOST_GIVEN = 60  # numbers of one kind; more are counted instead
MOST_ERRORS = 22


@dataclass(frozen=True)
class Row:
    """A right side: ``numbers``: written with values instead of symbols."""

    expression: Expression
    numbers: bool = True


@dataclass(frozen=True)
class Entry:
    """``left`` = each of the ``rows``. ``number`` counts the blanks of a worksheet from 1; 0 where there is none.

    ``blank``: the result is left out. ``note`` stands before it.
    """

    left: Expression
    rows: tuple[Row, ...]
    number: int = 0
    blank: bool = False
    note: Sentence | None = None


@dataclass(frozen=True)
class Section:
    """``level`` 1 is an iteration, 2 a phase, 3 a neuron."""

    level: int
    heading: Sentence
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Given:
    """Numbers that a walk starts from; ``more``: how many are not listed."""

    heading: Sentence
    numbers: tuple[tuple[Expression, float], ...]
    more: int = 0


@dataclass(frozen=True)
class Outline:
    """``errors`` are (number of updates, E); an empty tuple where the document has no such table, and gaps where it is long."""

    title: Sentence
    lead: tuple[Sentence, ...]
    given: tuple[Given, ...]
    sections: tuple[Section, ...]
    errors: tuple[tuple[int, float], ...]
    scheme: Scheme
    fill_in: bool = False


def outline_of(
    walk: Walk, content: Content, blanks: Blanks, *, first: int | None = None, last: int | None = None, title: str | None = None
) -> Outline:
    """Steps ``first`` to ``last`` (ids, both included; ``None``: from the first, to the last).

    Raises :class:`SettingsError` where there are no such steps, and for a worksheet of whole layers, which has nothing to fill in.
    """
    steps = chosen(walk, first, last)
    if walk.whole_layers and content is not Content.EXAMPLE:
        raise SettingsError(
            "content",
            QT_TRANSLATE_NOOP("nn", "This network is walked through a layer at a time, which is no work for a pencil; choose a smaller one."),
        )
    numbers = {step.id: number for number, step in enumerate((step for step in steps if can_ask(step)), 1)}
    sections = tuple(_sections(walk, steps, content, blanks, numbers))
    return Outline(
        Sentence("{title}", {"title": title}) if title else Sentence(_TITLES[content]),
        tuple(_lead(walk, content)),
        () if content is Content.KEY else tuple(_given(walk)),
        sections,
        () if content is Content.WORKSHEET else _errors(walk),
        walk.scheme,
        content is Content.WORKSHEET,
    )


_TITLES = {
    Content.EXAMPLE: QT_TRANSLATE_NOOP("nn", "Backpropagation step by step"),
    Content.WORKSHEET: QT_TRANSLATE_NOOP("nn", "Backpropagation: worksheet"),
    Content.KEY: QT_TRANSLATE_NOOP("nn", "Backpropagation: answer key"),
}
_PHASES = {
    Phase.FORWARD: QT_TRANSLATE_NOOP("nn", "Forward pass"),
    Phase.ERROR: QT_TRANSLATE_NOOP("nn", "Error"),
    Phase.BACKWARD: QT_TRANSLATE_NOOP("nn", "Backward pass"),
    Phase.UPDATE: QT_TRANSLATE_NOOP("nn", "Update"),
}
_PHASES_OF_SAMPLE = {
    Phase.FORWARD: QT_TRANSLATE_NOOP("nn", "Forward pass, sample {number}"),
    Phase.ERROR: QT_TRANSLATE_NOOP("nn", "Error, sample {number}"),
    Phase.BACKWARD: QT_TRANSLATE_NOOP("nn", "Backward pass, sample {number}"),
    Phase.UPDATE: QT_TRANSLATE_NOOP("nn", "Update, sample {number}"),
}


def chosen(walk: Walk, first: int | None, last: int | None) -> tuple[Step, ...]:
    """The steps with these ids. Raises :class:`SettingsError` where there are none."""
    start, stop = first if first is not None else 0, last if last is not None else len(walk.steps) - 1
    if not 0 <= start <= stop < len(walk.steps):
        raise SettingsError(
            "steps",
            QT_TRANSLATE_NOOP("nn", "There are no steps {first} to {last}; they are numbered from 0 to {most}."),
            first=start,
            last=stop,
            most=len(walk.steps) - 1,
        )
    return walk.steps[start : stop + 1]


def _lead(walk: Walk, content: Content) -> Iterator[Sentence]:
    architecture, settings = walk.network.architecture, walk.scheme.settings
    values: dict[str, object] = {
        "widths": "–".join(map(str, architecture.widths)),
        "activations": ", ".join(architecture.activations),
        "loss": architecture.loss.value,
        "rate": settings.learning_rate,
    }
    yield Sentence(QT_TRANSLATE_NOOP("nn", "Network {widths}; activations: {activations}; loss: {loss}; learning rate η: {rate:g}."), values)
    if content is Content.WORKSHEET:
        template = QT_TRANSLATE_NOOP(
            "nn", "Fill in the blanks. Two decimals are enough; a small number needs two digits after its zeros, a new weight the digits of its step."
        )
        yield Sentence(template)


# What is given


def _given(walk: Walk) -> Iterator[Given]:
    widths, scheme = walk.network.architecture.widths, walk.scheme
    for sample in range(walk.sample.count):
        values: dict[str, object] = {"number": sample + 1}
        alone = walk.sample.count == 1
        inputs = Sentence(_INPUTS) if alone else Sentence(_INPUTS_OF, values)
        targets = Sentence(_TARGETS) if alone else Sentence(_TARGETS_OF, values)
        yield _listed(inputs, scheme, [(Quantity(Kind.INPUT, 0, i), float(x)) for i, x in enumerate(walk.sample.inputs[sample])])
        yield _listed(targets, scheme, [(Quantity(Kind.TARGET, 0, k), float(t)) for k, t in enumerate(walk.sample.targets[sample])])
    for layer in range(1, len(widths)):
        yield _listed(Sentence(_WEIGHTS, {"layer": layer}), scheme, _weights(walk, layer))
        yield _listed(Sentence(_BIASES, {"layer": layer}), scheme, _biases(walk, layer))


_INPUTS, _INPUTS_OF = QT_TRANSLATE_NOOP("nn", "Inputs"), QT_TRANSLATE_NOOP("nn", "Inputs of sample {number}")
_TARGETS, _TARGETS_OF = QT_TRANSLATE_NOOP("nn", "Targets"), QT_TRANSLATE_NOOP("nn", "Targets of sample {number}")
_WEIGHTS, _BIASES = QT_TRANSLATE_NOOP("nn", "Weights of layer {layer}"), QT_TRANSLATE_NOOP("nn", "Biases of layer {layer}")


def _weights(walk: Walk, layer: int) -> list[tuple[Quantity, float]]:
    """Neuron by neuron, as Mazur's names count them."""
    weights = walk.network.architecture.layout.weights(walk.parameters[0], layer)
    n_in, n_out = weights.shape
    return [(Quantity(Kind.WEIGHT, layer, j, i), float(weights[i, j])) for j in range(n_out) for i in range(n_in)]


def _biases(walk: Walk, layer: int) -> list[tuple[Quantity, float]]:
    biases = walk.network.architecture.layout.biases(walk.parameters[0], layer)
    found = [(Quantity(Kind.BIAS, layer, j), float(b)) for j, b in enumerate(biases)]
    return found[:1] if walk.scheme.shared_biases else found


def _listed(heading: Sentence, scheme: Scheme, numbers: list[tuple[Quantity, float]]) -> Given:
    shown = numbers[:MOST_GIVEN]
    return Given(heading, tuple((symbol(quantity, scheme), value) for quantity, value in shown), len(numbers) - len(shown))


def _errors(walk: Walk) -> tuple[tuple[int, float], ...]:
    """E after each number of updates; of many, the first and the last ones."""
    numbered = tuple(enumerate(walk.errors))
    if len(numbered) <= MOST_ERRORS:
        return numbered
    return numbered[: MOST_ERRORS // 2] + numbered[-MOST_ERRORS // 2 :]


def has_gap(errors: tuple[tuple[int, float], ...]) -> int:
    """The place in a list of errors before which some are left out; 0 where none are."""
    return next((place for place, (one, two) in enumerate(pairwise(errors), 1) if two[0] != one[0] + 1), 0)


# The steps


def _sections(walk: Walk, steps: tuple[Step, ...], content: Content, blanks: Blanks, numbers: dict[int, int]) -> Iterator[Section]:
    several = len({step.iteration for step in steps}) > 1
    chosen_ids = range(steps[0].id, steps[-1].id + 1)
    parts = [group for group in groups(walk, Granularity.NEURON) if group.stop > chosen_ids.start and group.start < chosen_ids.stop]
    for iteration, of_iteration in groupby(parts, key=lambda group: group.iteration):
        if several:
            yield Section(1, _iteration(walk, iteration))
        for phase, of_phase in groupby(of_iteration, key=lambda group: _phase(walk, group)):
            yield Section(2, phase)
            for place, run in groupby(of_phase, key=lambda group: _place(walk, group)):
                members = (walk.steps[k] for group in run for k in range(group.start, group.stop) if k in chosen_ids)
                yield Section(3, place, tuple(_entry(step, content, blanks, numbers.get(step.id, 0)) for step in members))


def _iteration(walk: Walk, iteration: int) -> Sentence:
    if iteration > walk.scheme.settings.iterations:
        return Sentence(QT_TRANSLATE_NOOP("nn", "After the last update"))
    return Sentence(QT_TRANSLATE_NOOP("nn", "Iteration {number}"), {"number": iteration})


def _phase(walk: Walk, group: Group) -> Sentence:
    sample = walk.steps[group.start].sample
    if walk.sample.count == 1 or sample < 0:
        return Sentence(_PHASES[group.phase])
    return Sentence(_PHASES_OF_SAMPLE[group.phase], {"number": sample + 1})


def _place(walk: Walk, group: Group) -> Sentence:
    if group.neuron is not None:
        return Sentence(QT_TRANSLATE_NOOP("nn", "Neuron {name}"), {"name": neuron_name(group.neuron, walk.scheme)})
    if group.phase is Phase.ERROR:
        return Sentence(QT_TRANSLATE_NOOP("nn", "All outputs"))
    return Sentence(QT_TRANSLATE_NOOP("nn", "Layer {number}"), {"number": group.layer or 0})


def _entry(step: Step, content: Content, blanks: Blanks, number: int) -> Entry:
    scheme = step.scheme
    left, tree, value = symbol(step.quantity, scheme), formula(step.quantity, step.sources, scheme), Row(Number(step.value))
    if step.vector is not None:
        size = Sentence(QT_TRANSLATE_NOOP("nn", "{count} numbers; their length is {norm:.6g}."), {"count": step.vector.size, "norm": step.value})
        return Entry(left, (Row(tree, numbers=False),), note=size)
    if content is Content.KEY:
        return Entry(left, (value,), number)
    if content is Content.EXAMPLE or not number:
        return Entry(left, (Row(tree, numbers=False), Row(tree), value))
    rows = (Row(tree, numbers=False), Row(tree)) if blanks is Blanks.NUMBERS and not isinstance(tree, Of | Number) else (Row(tree, numbers=False),)
    note = Sentence(principle_of(step).template) if blanks is Blanks.PRINCIPLE else None
    return Entry(left, rows if blanks in (Blanks.FORMULA, Blanks.NUMBERS) else (), number, blank=True, note=note)
