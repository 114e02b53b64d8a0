"""The translations are whole: a text without its Spanish fails here."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


def test_every_text_in_the_code_is_in_the_files_and_compiled(translations: ModuleType) -> None:
    assert translations.behind() == [], "run python tools/translations.py"


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_text_is_translated_with_the_same_fields(translations: ModuleType, language: str) -> None:
    assert translations.faults(translations.ts_file(language)) == []


def test_texts_of_the_engine_and_of_the_window_are_found(translations: ModuleType) -> None:
    contexts = {context for context, _ in translations.known(translations.ts_file("es"))}
    assert {"nn", "presets", "datasets", "Actions", "Choices", "Fields", "TransportPanel", "NetworkDiagram"} <= contexts


def test_a_missing_translation_and_a_lost_field_are_seen(translations: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "wrong.ts"
    path.write_text(
        """<TS version="2.1"><context><name>A</name>
        <message><source>good {n}</source><translation>bueno {n}</translation></message>
        <message><source>none</source><translation type="unfinished"></translation></message>
        <message><source>lost {n}</source><translation>perdido</translation></message>
        <message numerus="yes"><source>%n neuron(s)</source><translation><numerusform>una</numerusform><numerusform></numerusform>
        </translation></message>
        </context></TS>""",
        encoding="utf-8",
    )
    assert [fault.split("“")[1].split("”")[0] for fault in translations.faults(path)] == ["none", "lost {n}", "%n neuron(s)"]
