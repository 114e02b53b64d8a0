"""The measured data sets that scikit-learn ships. Importing scikit-learn takes seconds: this happens only when one is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.choices import DataKind, Task

DIABETES_FEATURES = (
    "age (years)",
    "sex",
    "body mass index (kg/m²)",
    "blood pressure (mmHg)",
    "total cholesterol (mg/dl)",
    "LDL (mg/dl)",
    "HDL (mg/dl)",
    "cholesterol / HDL",
    "log triglycerides",
    "glucose (mg/dl)",
)


@dataclass(frozen=True)
class Table:
    """A data set before it is split. ``raw`` (n, d); ``target`` (n,): class numbers, or values for regression."""

    task: Task
    raw: NDArray[np.float64]
    target: NDArray[np.float64] | NDArray[np.int64]
    feature_names: tuple[str, ...]
    class_names: tuple[str, ...]
    target_name: str
    image_shape: tuple[int, int] | None = None


def _classes(bunch: Any, target_name: str) -> Table:
    features = tuple(str(name).replace("_", " ") for name in bunch.feature_names)
    classes = tuple(str(name).replace("_", " ") for name in bunch.target_names)
    return Table(Task.CLASSIFICATION, bunch.data, bunch.target, features, classes, target_name)


def _digits() -> Table:
    from sklearn.datasets import load_digits

    bunch = load_digits()
    names = tuple(f"pixel {row},{column}" for row in range(1, 9) for column in range(1, 9))
    return Table(Task.CLASSIFICATION, bunch.data, bunch.target, names, tuple(str(digit) for digit in range(10)), "digit", (8, 8))


def _diabetes() -> Table:
    from sklearn.datasets import load_diabetes

    bunch = load_diabetes(scaled=False)
    return Table(Task.REGRESSION, bunch.data, bunch.target, DIABETES_FEATURES, (), "progression after a year")


def read(kind: DataKind) -> Table:
    """The whole set in its own units. ``kind`` is one of iris, wine, breast cancer, digits, diabetes."""
    from sklearn import datasets

    if kind is DataKind.DIGITS:
        return _digits()
    if kind is DataKind.DIABETES:
        return _diabetes()
    if kind is DataKind.IRIS:
        return _classes(datasets.load_iris(), "species")
    if kind is DataKind.WINE:
        return _classes(datasets.load_wine(), "cultivar")
    return _classes(datasets.load_breast_cancer(), "diagnosis")
