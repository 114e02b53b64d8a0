"""The equation that a step is shown in: what is sought, and its factors or summands side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nn.choices import Reduction
from nn.replay.expression import Expression, Fraction, Number, Of, Product
from nn.replay.formulas import formula, net_terms, pair_terms, penalty_terms, sample_leaves, via_leaf
from nn.replay.names import symbol
from nn.replay.step import Kind, Source, Step
from nn.replay.sums import kept
from nn.replay.walk import Walk


@dataclass(frozen=True)
class Column:
    """One factor, one summand, or the whole right side where there is only one.

    ``symbol`` is what it is called, ``formula`` how it is calculated; written with numbers the formula gives the third row. A column
    that is the whole right side is called what the equation's left side is. ``step`` is
    the step that made it, ``None`` for what was given or is no step of its own. ``number`` counts ①②③ from 1, 0 where there is
    nothing to tell apart. ``active``: the step being looked at is this one, or one of its two factors.
    """

    symbol: Expression
    formula: Expression
    value: float
    step: int | None
    number: int
    active: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Equation:
    """``left`` = the columns joined by ``joiner`` ("·", "+" or "" for a single one) = ``value``, which step ``result`` makes.

    ``elided``: how many summands are not among the columns, and ``elided_value`` what they add up to; they belong before the
    column at index ``elided_at``.
    """

    left: Expression
    columns: tuple[Column, ...]
    joiner: str
    value: float
    result: int
    elided: int = 0
    elided_value: float = 0.0
    elided_at: int = 0


@dataclass(frozen=True)
class _Term:
    """A column before it has its number. ``made`` is the step that made the column's value, ``sources`` what its formula takes.

    ``within`` are the steps that are looked at in this column.
    """

    symbol: Expression
    formula: Expression
    value: float
    made: int | None
    sources: tuple[Source, ...]
    within: tuple[int | None, ...]


_FACTORS = (Kind.E_W, Kind.E_VIA)
_SUMMANDS = (Kind.TOTAL, Kind.E_OUT, Kind.TIE, Kind.OBJECTIVE)
_OVER_SAMPLES = (Kind.BATCH, Kind.MEAN_ERROR)


def equation_of(walk: Walk, step: Step) -> Equation:
    """The equation of the step's ``chain``, with the step itself as the active column (none where the step is the result)."""
    result = walk.steps[step.chain]
    joiner, terms, last = _terms(walk, result)
    left = symbol(result.quantity, result.scheme)
    if len(terms) < 2:
        only = _column(terms[0], 0, step) if terms else _whole(result, active=step.id == result.id)
        return Equation(left, (only,), "", result.value, result.id)
    sought = next((k for k, term in enumerate(terms) if step.id in term.within), None)
    chosen = kept([term.value for term in terms], last, sought) if joiner == "+" else None
    shown = [terms[k] for k in chosen.indices] if chosen else terms
    columns = tuple(_column(term, number, step) for number, term in enumerate(shown, 1))
    if chosen is None or not chosen.elided:
        return Equation(left, columns, joiner, result.value, result.id)
    return Equation(left, columns, joiner, result.value, result.id, chosen.elided, chosen.value, chosen.middle)


def _column(term: _Term, number: int, step: Step) -> Column:
    return Column(term.symbol, term.formula, term.value, term.made, number, step.id in term.within, term.sources)


def _whole(result: Step, *, active: bool) -> Column:
    """The whole right side as one column."""
    name = symbol(result.quantity, result.scheme)
    how = formula(result.quantity, result.sources, result.scheme)
    return Column(name, how, result.value, result.id, 0, active, result.sources)


def _terms(walk: Walk, result: Step) -> tuple[str, Sequence[_Term], int]:
    """The sign between the terms, the terms, and how many at the end are never elided."""
    kind, sources = result.quantity.kind, result.sources
    if result.vector is not None or walk.whole_layers:
        return "", (), 0
    inner = _inner(kind, sources)
    if inner is not None:
        terms = _calculated(*inner)
        return "+", terms if len(terms) > 1 else (), 1 if kind is Kind.NET else 0
    if kind in _OVER_SAMPLES:
        return "+", _over_samples(result), 0
    product = kind in _FACTORS or (kind is Kind.E_NET and sources[0].quantity.kind is Kind.E_OUT)
    if product or (kind in _SUMMANDS and sources[0].quantity.kind is not Kind.TARGET):
        return "·" if product else "+", [_made(walk, result, source) for source in sources], 0
    return "", (), 0


def _inner(kind: Kind, sources: tuple[Source, ...]) -> tuple[list[Expression], list[float]] | None:
    """Summands that are calculated within the sum, and what they come to; ``None`` for other sums."""
    if kind is Kind.NET:
        return net_terms(sources)
    if kind is Kind.PENALTY:
        return penalty_terms(sources)
    return pair_terms(sources) if kind is Kind.E_NET and len(sources) > 2 else None


def _made(walk: Walk, result: Step, source: Source) -> _Term:
    """A term that is a number of the walk, with the formula of the step that made it."""
    leaf = via_leaf(source, result.scheme) if result.quantity.kind is Kind.E_VIA else Of(source)
    name = leaf.alias if isinstance(leaf, Of) and leaf.alias is not None else symbol(source.quantity, result.scheme)
    if source.step is None:
        return _Term(name, Of(source), source.value, None, (source,), ())
    maker = walk.steps[source.step]
    return _Term(name, formula(maker.quantity, maker.sources, maker.scheme), source.value, maker.id, maker.sources, (maker.id,))


def _calculated(terms: Sequence[Expression], values: Sequence[float]) -> list[_Term]:
    """Terms that are calculated within the sum and are no steps: the leaves tell what each one takes."""
    found = []
    for term, value in zip(terms, values, strict=True):
        taken = tuple(_leaves(term))
        made = taken[0].step if isinstance(term, Of) else None
        found.append(_Term(term, term, value, made, taken, tuple(source.step for source in taken)))
    return found


def _leaves(term: Expression) -> list[Source]:
    if isinstance(term, Of):
        return [term.source]
    if isinstance(term, Product):
        return [leaf for factor in term.factors for leaf in _leaves(factor)]
    return [leaf for argument in getattr(term, "arguments", ()) for leaf in _leaves(argument)]


def _over_samples(result: Step) -> list[_Term]:
    """The samples' shares: a mean divides each by their number."""
    sources, scheme = result.sources, result.scheme
    mean = result.quantity.kind is Kind.MEAN_ERROR or scheme.settings.reduction is Reduction.MEAN
    share = Fraction(Number(1.0), Number(float(len(sources))))
    found = []
    for leaf, source in zip(sample_leaves(sources, scheme), sources, strict=True):
        term = Product((share, leaf)) if mean else leaf
        value = source.value / len(sources) if mean else source.value
        found.append(_Term(term, term, value, source.step, (source,), (source.step,)))
    return found
