"""Classes of the data that come with the program have names in the person's language; a file's names are its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from gui.fields.labels import class_names
from gui.views.decision_map import DecisionMap
from gui.views.decision_map.legend import MapLegend
from nn import datasets
from nn.choices import DataKind
from nn.datasets.dataset import Dataset
from nn.settings import DataSettings


class Spanish(QTranslator):
    WORDS: ClassVar = {"class {number}": "clase {number}", "malignant": "maligno", "benign": "benigno"}

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return self.WORDS.get(source) if context == "Classes" else None


@pytest.fixture
def spanish(qtbot: QtBot) -> Iterator[Spanish]:
    translator = Spanish()
    yield translator
    QCoreApplication.removeTranslator(translator)


def data(kind: DataKind) -> Dataset:
    return datasets.load(DataSettings(kind, samples=30))


def test_classes_have_names_in_the_language_of_the_window(spanish: Spanish) -> None:
    blobs = data(DataKind.BLOBS)
    assert class_names(blobs) == ("class 0", "class 1", "class 2")
    QCoreApplication.installTranslator(spanish)
    assert class_names(blobs) == ("clase 0", "clase 1", "clase 2")
    assert class_names(data(DataKind.BREAST_CANCER)) == ("maligno", "benigno")
    assert class_names(data(DataKind.IRIS)) == ("setosa", "versicolor", "virginica")
    assert blobs.class_names == ("class 0", "class 1", "class 2")


def test_names_from_a_file_stay_as_they_are(spanish: Spanish) -> None:
    QCoreApplication.installTranslator(spanish)
    assert class_names(replace(data(DataKind.BLOBS), name="measurements")) == ("class 0", "class 1", "class 2")


def test_the_map_follows_the_language(spanish: Spanish, qtbot: QtBot) -> None:
    view = DecisionMap()
    qtbot.addWidget(view)
    view.show_dataset(data(DataKind.BLOBS))
    legend = view.findChild(MapLegend)
    assert legend is not None
    assert "class 2" in legend.accessibleName()
    QCoreApplication.installTranslator(spanish)
    qtbot.waitUntil(lambda: "clase 2" in legend.accessibleName(), timeout=5000)
