"""Points that a person drew with the mouse."""

from __future__ import annotations

import numpy as np

from nn.choices import Task
from nn.datasets.dataset import Dataset
from nn.datasets.split import steady_split
from nn.errors import SettingsError
from nn.network import read_only
from nn.settings import DataSettings
from nn.text import QT_TRANSLATE_NOOP

FEWEST_POINTS = 4
MOST_CLASSES = 10


def load_drawn(settings: DataSettings) -> Dataset:
    """The points of ``settings.points``, in their order. Raises ``SettingsError`` for fewer than 4 points or 2 classes."""
    points = settings.points
    classes = {label for _, _, label in points}
    _check(len(points), classes)
    table = np.array(points, dtype=np.float64)
    if not np.isfinite(table).all():
        raise SettingsError("data.points", QT_TRANSLATE_NOOP("nn", "A drawn point must have finite coordinates; remove the ones that don't."))
    labels = table[:, 2].astype(np.int64)
    order, labels = np.unique(labels, return_inverse=True)
    train, test = steady_split(labels, settings.test_share)
    return Dataset(
        name=settings.kind.value,
        task=Task.CLASSIFICATION,
        feature_names=("x1", "x2"),
        class_names=tuple(f"class {label}" for label in order),
        target_names=("class",),
        raw=read_only(np.ascontiguousarray(table[:, :2])),
        labels=read_only(labels.astype(np.int64)),
        values=read_only(np.empty((len(points), 0))),
        train=read_only(train),
        test=read_only(test),
    )


def _check(count: int, classes: set[int]) -> None:
    if count < FEWEST_POINTS:
        raise SettingsError(
            "data.points",
            QT_TRANSLATE_NOOP("nn", "Draw at least {fewest} points to train on; there are {count}."),
            fewest=FEWEST_POINTS,
            count=count,
        )
    if len(classes) < 2:
        raise SettingsError("data.points", QT_TRANSLATE_NOOP("nn", "All drawn points have the same class; draw some of a second class."))
    if min(classes) < 0 or max(classes) >= MOST_CLASSES:
        raise SettingsError(
            "data.points",
            QT_TRANSLATE_NOOP("nn", "The class of a drawn point must be a number from 0 to {most}; change the others."),
            most=MOST_CLASSES - 1,
        )
