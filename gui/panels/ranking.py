"""The measures that neurons are ranked by, and how their values are said."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from gui.format import number, signed
from nn.layout import Neuron
from nn.text import QT_TRANSLATE_NOOP
from nn.training.snapshot import Contribution


class Measure(StrEnum):
    """A column of :class:`Contribution`; the values are its field names."""

    TRAIN_LOSS = "delta_loss"
    TEST_LOSS = "delta_test_loss"
    TRAIN_ACCURACY = "delta_accuracy"
    TEST_ACCURACY = "delta_test_accuracy"
    ALONE_TRAIN_LOSS = "alone_loss"
    ALONE_TEST_LOSS = "alone_test_loss"
    ALONE_TRAIN_ACCURACY = "alone_accuracy"
    ALONE_TEST_ACCURACY = "alone_test_accuracy"

    @property
    def is_accuracy(self) -> bool:
        return self.value.endswith("accuracy")

    @property
    def is_change(self) -> bool:
        return self.value.startswith("delta")

    @property
    def most_first(self) -> bool:
        """Whether the largest value is the most helpful neuron's: a loss that grows without it, or the accuracy that it has alone."""
        return self.is_accuracy != self.is_change


_NAMES = {
    Measure.TRAIN_LOSS: QT_TRANSLATE_NOOP("Ranking", "Train loss"),
    Measure.TEST_LOSS: QT_TRANSLATE_NOOP("Ranking", "Test loss"),
    Measure.TRAIN_ACCURACY: QT_TRANSLATE_NOOP("Ranking", "Train accuracy"),
    Measure.TEST_ACCURACY: QT_TRANSLATE_NOOP("Ranking", "Test accuracy"),
    Measure.ALONE_TRAIN_LOSS: QT_TRANSLATE_NOOP("Ranking", "Alone: train loss"),
    Measure.ALONE_TEST_LOSS: QT_TRANSLATE_NOOP("Ranking", "Alone: test loss"),
    Measure.ALONE_TRAIN_ACCURACY: QT_TRANSLATE_NOOP("Ranking", "Alone: train accuracy"),
    Measure.ALONE_TEST_ACCURACY: QT_TRANSLATE_NOOP("Ranking", "Alone: test accuracy"),
}

_HINTS = {
    Measure.TRAIN_LOSS: QT_TRANSLATE_NOOP("Ranking", "change of train loss when the neuron is switched off"),
    Measure.TEST_LOSS: QT_TRANSLATE_NOOP("Ranking", "change of test loss when the neuron is switched off"),
    Measure.TRAIN_ACCURACY: QT_TRANSLATE_NOOP("Ranking", "change of train accuracy when the neuron is switched off"),
    Measure.TEST_ACCURACY: QT_TRANSLATE_NOOP("Ranking", "change of test accuracy when the neuron is switched off"),
    Measure.ALONE_TRAIN_LOSS: QT_TRANSLATE_NOOP("Ranking", "train loss with the neuron alone in its layer"),
    Measure.ALONE_TEST_LOSS: QT_TRANSLATE_NOOP("Ranking", "test loss with the neuron alone in its layer"),
    Measure.ALONE_TRAIN_ACCURACY: QT_TRANSLATE_NOOP("Ranking", "train accuracy with the neuron alone in its layer"),
    Measure.ALONE_TEST_ACCURACY: QT_TRANSLATE_NOOP("Ranking", "test accuracy with the neuron alone in its layer"),
}


def measure_name(measure: Measure) -> str:
    return QCoreApplication.translate("Ranking", _NAMES[measure])


def measure_hint(measure: Measure) -> str:
    return QCoreApplication.translate("Ranking", _HINTS[measure])


def neuron_name(neuron: Neuron) -> str:
    """h1.2: the second neuron of hidden layer 1."""
    return f"h{neuron.layer}.{neuron.index + 1}"


@dataclass(frozen=True)
class Row:
    """A line of the table: ``value`` is ``nan`` where the measure doesn't exist."""

    neuron: Neuron
    value: float
    off: bool


def ranked(contributions: tuple[Contribution, ...], off: frozenset[Neuron], measure: Measure) -> tuple[Row, ...]:
    """The most helpful neuron first; those that are off, or without a value, last. Ties go by place in the network."""
    rows = [Row(one.neuron, float(getattr(one, measure.value)), one.neuron in off) for one in contributions]
    known = {row.neuron for row in rows}
    rows += [Row(neuron, math.nan, True) for neuron in sorted(off - known)]
    sign = -1 if measure.most_first else 1

    def place(row: Row) -> tuple[bool, bool, float, Neuron]:
        missing = math.isnan(row.value)
        return row.off, missing, 0.0 if missing else sign * row.value, row.neuron

    return tuple(sorted(rows, key=place))


def in_old_order(rows: tuple[Row, ...], old: tuple[Row, ...]) -> tuple[Row, ...]:
    """The new values in the places of the old ones, so that nothing moves under the pointer; new neurons come last."""
    places = {row.neuron: place for place, row in enumerate(old)}
    return tuple(sorted(rows, key=lambda row: places.get(row.neuron, len(places))))


def value_text(value: float, measure: Measure) -> str:
    """+0.4855 for a change of loss, −12.0 % for one of accuracy, without a plus for values alone."""
    if measure.is_accuracy:
        percent = value * 100
        text = signed(percent, 1) if measure.is_change else number(percent, 1)
        return text if math.isnan(value) else f"{text} %"
    value = round(value, 4) + 0.0  # a column reads best with one form: +0.0000 rather than +4.2e-05
    return signed(value, 4) if measure.is_change else number(value, 4)
