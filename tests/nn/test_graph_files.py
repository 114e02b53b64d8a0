"""Exercises as files and on paper."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nn.errors import BadFile
from nn.graph.documents import write as write_document
from nn.graph.exercise import Order, Task, make
from nn.graph.presets import BY_KEY, PRESETS
from nn.replay.documents import Blanks, Content, DocumentFormat
from nn.storage.exercise import from_toml, read, to_toml, write

TASK = replace(
    BY_KEY["linear-neuron"].task,
    title='Linear "neuron", σ',
    order=Order.ENFORCED,
    given=("value c", "local a c"),
    hints={"total w": ("Which two\nnumbers meet?",), "local c w": ("", "Look at x.", "2"), "value J": ("a", "b")},
)
HEAD = 'format = 1\nkind = "graph-exercise"\n'


@pytest.mark.parametrize("task", [TASK, *(preset.task for preset in PRESETS), Task("w = 3; J = w^2")], ids=str)
def test_an_exercise_comes_back_as_it_was(task: Task, tmp_path: Path) -> None:
    path = tmp_path / "exercise.toml"
    write(path, task)
    assert read(path) == task


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30), st.floats(-1e100, 1e100, allow_nan=False))
def test_any_title_hint_and_number_comes_back(title: str, hint: str, value: float) -> None:
    task = Task("J = 3*w + 2", {"w": value}, ("w",), title, hints={"value J": (hint, "", hint)})
    try:
        text = to_toml(task).encode().decode()
    except UnicodeEncodeError:
        return
    assert from_toml(text) == task


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("format = 1", None, "kind must be"),
        ("kind = 3", None, "kind must be"),
        ('format = 2\nkind = "graph-exercise"', None, "format 2"),
        (HEAD, None, "lacks the expression"),
        (HEAD + "expression = 3", 3, "expression must be a text"),
        (HEAD + 'expresion = "J = w^2"', 3, "nearest ones are expression"),
        (HEAD + 'expression = "J = (w^2"\n[values]\nw = 1', 3, "never closed"),
        (HEAD + 'expression = "J = w^2"\n[values]\nw = "x"', 5, "w must be a finite number"),
        (HEAD + 'expression = "J = w^2"\n[values]\nw = true', 5, "w must be a finite number"),
        (HEAD + 'expression = "J = w^2"\n[values]\nw = inf', 5, "w must be a finite number"),
        (HEAD + f'expression = "J = w^2"\n[values]\nw = {"9" * 400}', 5, "w must be a finite number"),
        (HEAD + 'expression = "J = 1/w"\n[values]\nw = 0', 4, "division by 0"),
        (HEAD + 'expression = "J = w^2"\n[values]\nv = 1', 4, "no variable v"),
        (HEAD + 'expression = "J = w^2"\norder = "none"\n[values]\nw = 1', 4, "order must be free or enforced"),
        (HEAD + 'expression = "J = w^2"\ngiven = ["J"]\n[values]\nw = 1', 5, "no box “J”"),
        (HEAD + 'expression = "J = w^2"\nparameters = "w"\n[values]\nw = 1', 4, "a list of names"),
        (HEAD + 'expression = "J = w^2\n', 3, "isn't TOML"),
        (HEAD + "values = " + "[" * 3000, None, ""),
    ],
)
def test_a_file_that_can_not_be_used_says_why(text: str, line: int | None, part: str) -> None:
    with pytest.raises(BadFile) as found:
        from_toml(text, "lesson.toml")
    assert part in str(found.value)
    assert str(found.value).startswith("lesson.toml")
    assert line is None or found.value.line == line


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="can't be read"):
        read(tmp_path / "none.toml")
    with pytest.raises(BadFile, match="can't be read"):
        read(tmp_path)
    (tmp_path / "latin.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadFile, match="UTF-8"):
        read(tmp_path / "latin.toml")
    (tmp_path / "large.toml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(BadFile, match="larger than"):
        read(tmp_path / "large.toml")
    with pytest.raises(BadFile, match="can't be written"):
        write(tmp_path / "no" / "folder.toml", TASK)


# On paper


def test_a_worksheet_has_a_numbered_blank_for_each_asked_box_and_the_key_its_number() -> None:
    exercise = make(TASK)
    sheet = write_document(exercise, DocumentFormat.TEXT, Content.WORKSHEET)
    key = write_document(exercise, DocumentFormat.TEXT, Content.KEY)
    assert sheet.count("= ________") == 11
    assert "  c = −4" in sheet
    assert " 11. ∂J/∂w = ________\n     (Which two numbers meet?)" in sheet
    assert " 11. ∂J/∂w = 6" in key
    assert "4.5" not in sheet
    assert "Variables: w = −2, x = 2, b = 8, y = 1" in sheet


def test_the_worked_example_shows_formulas_and_numbers() -> None:
    text = write_document(make(BY_KEY["square"].task), DocumentFormat.TEXT, Content.EXAMPLE)
    assert "a = 2 + 3·w\n    = 2 + 3·3\n    = 11" in text
    assert "∂J/∂w = ∂J/∂a · ∂a/∂w\n        = 22·3\n        = 66" in text


@pytest.mark.parametrize("blanks", list(Blanks))
@pytest.mark.parametrize("format", list(DocumentFormat))
def test_every_format_and_every_kind_of_blank(format: DocumentFormat, blanks: Blanks) -> None:
    text = write_document(make(BY_KEY["cross-entropy"].task), format, Content.WORKSHEET, digits=4, blanks=blanks, title="A <b> & $t$")
    assert len(text) > 500
    assert "A <b> & $t$" not in text or format is DocumentFormat.TEXT


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdfLaTeX isn't installed here")
def test_pdflatex_sets_it(tmp_path: Path) -> None:
    exercise = make(Task("J = sqrt(theta*x_in) + log10(θ) + abs(x_in)*exp(μ)/relu(x_in)", {"theta": 1, "x_in": 4, "θ": 2, "μ": 0.5}))
    (tmp_path / "sheet.tex").write_text(write_document(exercise, DocumentFormat.LATEX, Content.EXAMPLE), encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "sheet.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=500, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
