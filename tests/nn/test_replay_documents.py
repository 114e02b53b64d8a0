"""Worked examples, worksheets and keys: whole documents that open and compile, in every format."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from nn.choices import Activation, Loss
from nn.errors import SettingsError
from nn.network import Architecture, Network, read_only
from nn.replay import BiasMode, Naming, ReplaySettings, Sample, Walk, build_walk, mazur
from nn.replay.documents import Blanks, Content, DocumentFormat, write
from nn.replay.predict import can_ask
from nn.text import Sentence

A, D, L = Activation, DocumentFormat, Loss
NASTY = "100 % of <b>“R&D”</b> #1: \\input{x} $a_b^c$ ~ {} | `x` *y* 中 η ½ España"
WRITTEN = [format for format in D if format is not D.JSON]


def a_walk(widths: tuple[int, ...], end: tuple[Loss, Activation], *, samples: int = 1, **changes: object) -> Walk:
    architecture = Architecture(widths, (*(A.LEAKY_RELU,) * (len(widths) - 2), end[1]), end[0])
    random = np.random.default_rng(1)
    network = Network(architecture, read_only(random.normal(size=architecture.layout.size)))
    targets = np.eye(widths[-1])[random.integers(0, widths[-1], samples)]
    return build_walk(network, Sample(random.normal(size=(samples, widths[0])), targets), ReplaySettings(**changes))  # type: ignore[arg-type]  # what each test names


WALKS = {
    "mazur": mazur.walk(),
    "many": mazur.walk(iterations=100, biases=BiasMode.PER_NEURON, show=(99, 101)),
    "samples": a_walk((2, 2, 2), (L.MSE, A.SOFTMAX), samples=2, l1=0.1, biases=BiasMode.PER_LAYER, naming=Naming.MAZUR),
    "wide": a_walk((14, 3, 2), (L.CROSS_ENTROPY, A.SOFTMAX)),
    "layers": a_walk((200, 100, 2), (L.BINARY_CROSS_ENTROPY, A.SIGMOID)),
}


class Balance(HTMLParser):
    """Every tag that is opened is closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("content", Content)
def test_html_is_a_whole_page_with_formulas(content: Content) -> None:
    text = write(WALKS["mazur"], D.HTML, content, digits=6)
    found = Balance(text)
    assert found.open == []
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    assert found.seen.count("title") == found.seen.count("h1") == 1
    assert "prefers-color-scheme: dark" in text and "@media print" in text
    assert "http" not in re.sub(r'xmlns="[^"]*"', "", text)  # it needs nothing from elsewhere
    formulas = re.findall(r"<math.*?</math>", text)
    assert len(formulas) > 50
    for formula in formulas:
        ET.fromstring(formula)  # noqa: S314 - our own text


@pytest.mark.parametrize("name", WALKS)
def test_every_walk_is_written_in_html(name: str) -> None:
    walk = WALKS[name]
    text = write(walk, D.HTML, digits=6, last=min(len(walk.steps) - 1, 80))
    assert Balance(text).open == []
    assert "�" not in text


def check_latex(text: str) -> None:
    """Braces, dollars and environments pair, and nothing is outside what pdfLaTeX sets."""
    open_environments: list[str] = []
    for kind, name in re.findall(r"\\(begin|end)\{([a-z*]+)\}", text):
        if kind == "begin":
            open_environments.append(name)
        else:
            assert open_environments.pop() == name
    assert open_environments == []
    bare = re.sub(r"\\[{}$\\]", "", text)
    assert bare.count("{") == bare.count("}")
    assert bare.count("$") % 2 == 0
    assert text.startswith(r"\documentclass") and text.endswith("\\end{document}\n")
    known = re.sub(r"\\ifPDFTeX \?\\else .\\fi", "", text)
    assert set(re.findall(r"[^\x00-\x7f]", known)) <= set("–ñ“”…×")


LATEX = [(name, content) for name, content in product(WALKS, Content) if name != "layers" or content is Content.EXAMPLE]


@pytest.mark.parametrize(("name", "content"), LATEX)
def test_latex_is_a_whole_document(name: str, content: Content) -> None:
    check_latex(write(WALKS[name], D.LATEX, content, title=NASTY))


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no pdfLaTeX on this machine; the document's structure is checked above")
@pytest.mark.parametrize("name", WALKS)
def test_latex_compiles(name: str, tmp_path: Path) -> None:
    (tmp_path / "paper.tex").write_text(write(WALKS[name], D.LATEX, title=NASTY, last=min(len(WALKS[name].steps) - 1, 60)), encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode("latin-1")[-2000:]
    log = (tmp_path / "paper.log").read_text(encoding="latin-1")
    too_wide = [float(width) for width in re.findall(r"Overfull \\hbox \(([\d.]+)pt", log)]
    assert max(too_wide, default=0.0) < 20


@pytest.mark.parametrize("format", WRITTEN)
def test_what_a_person_types_can_do_no_harm(format: DocumentFormat) -> None:
    text = write(WALKS["mazur"], format, Content.KEY, title=NASTY)
    if format is D.HTML:
        assert "<b>“R" not in text and "&lt;b&gt;“R&amp;D”" in text
    elif format is D.LATEX:
        assert r"100 \% of" in text and r"\textbackslash{}input\{x\}" in text and r"\ifPDFTeX ?\else 中\fi" in text
    elif format is D.MARKDOWN:
        assert text.startswith(r"# 100 % of \<b\>“R&D”\</b\> \#1: \\input\{x\} \$a\_b^c\$")
    else:
        assert text.startswith(NASTY)


def test_a_title_stays_one_line() -> None:
    assert write(WALKS["mazur"], D.TEXT, title="two\nlines").startswith("two lines\n=========\n")


@pytest.mark.parametrize("format", WRITTEN)
def test_every_value_is_in_the_example_and_none_is_in_the_worksheet(format: DocumentFormat) -> None:
    example, sheet = (write(WALKS["mazur"], format, content) for content in (Content.EXAMPLE, Content.WORKSHEET))
    key = write(WALKS["mazur"], format, Content.KEY)
    for value in ("0.3775", "0.5932699921071872", "0.08216704056423078", "0.35891647971788465", "0.2983711087600027"):
        assert value in example and value in key and value not in sheet


@pytest.mark.parametrize("name", ["mazur", "many", "samples", "wide"])
def test_worksheet_and_key_have_the_same_numbers(name: str) -> None:
    walk = WALKS[name]
    asked = sum(can_ask(step) for step in walk.steps)
    sheet, key = (write(walk, D.TEXT, content, digits=6) for content in (Content.WORKSHEET, Content.KEY))
    numbers = [re.findall(r"^ *(\d+)\. (\S+(?: \(via [^)]*\))?)", text, re.MULTILINE) for text in (sheet, key)]
    assert numbers[0] == numbers[1]
    assert [int(number) for number, _symbol in numbers[0]] == list(range(1, asked + 1))
    assert sheet.count("= ________\n") == asked


def test_a_worksheet_says_as_much_as_is_asked_for() -> None:
    said = {blanks: write(WALKS["mazur"], D.TEXT, Content.WORKSHEET, blanks=blanks, last=0) for blanks in Blanks}
    assert "  1. net_h1 = ________\n" in said[Blanks.NOTHING]
    assert "each input times its weight" in said[Blanks.PRINCIPLE] and "w1·i1" not in said[Blanks.PRINCIPLE]
    assert "w1·i1 + w2·i2 + b1" in said[Blanks.FORMULA] and "0.15·0.05" not in said[Blanks.FORMULA]
    assert "0.15·0.05 + 0.2·0.1 + 0.35" in said[Blanks.NUMBERS]


def test_headings_are_phases_and_neurons() -> None:
    text = write(WALKS["mazur"], D.MARKDOWN)
    found = re.findall(r"^#+ .*$", text, re.MULTILINE)
    first = found.index("### Forward pass")
    assert found[:2] == ["# Backpropagation step by step", "### Given"]
    assert found[first - 1] == "## Iteration 1"
    assert found[first + 1 : first + 5] == ["#### Neuron h1", "#### Neuron h2", "#### Neuron o1", "#### Neuron o2"]
    assert {"### Error", "### Backward pass", "### Update", "## After the last update"} <= set(found)
    of_samples = re.findall(r"^### (.*)$", write(WALKS["samples"], D.MARKDOWN), re.MULTILINE)
    assert {"Forward pass, sample 1", "Forward pass, sample 2", "Backward pass, sample 2"} <= set(of_samples)


def test_every_word_goes_through_the_translation() -> None:
    asked: list[str] = []

    def backwards(sentence: Sentence) -> str:
        asked.append(sentence.template)
        return str(sentence).replace("Neuron", "Neurona").replace("Forward pass", "Pasada hacia delante")

    text = write(WALKS["mazur"], D.HTML, Content.WORKSHEET, translate=backwards, language="es")
    assert '<html lang="es">' in text
    assert "Neurona h1" in text and "Pasada hacia delante" in text and "Forward pass" not in text
    words = re.sub(r"<(style|math)[ >].*?</\1>|<[^>]+>", " ", text, flags=re.DOTALL)
    templates = " ".join(asked).replace("{widths}", "2–2–2").replace("{activations}", "sigmoid, sigmoid").replace("{loss}", "half-squared")
    for word in re.findall(r"[A-Za-z]{4,}", words):
        assert word in templates or word in ("Neurona", "Pasada", "hacia", "delante"), word


def test_many_errors_are_shortened_but_not_in_json() -> None:
    text = write(WALKS["many"], D.TEXT)
    rows = text.split("Updates  Error E\n")[1].splitlines()
    assert (len(rows), rows[0].split()[0], rows[11].split()[0], rows[-1].split()[0]) == (23, "0", "…", "100")
    assert len(json.loads(write(WALKS["many"], D.JSON))["errors"]) == 101


@pytest.mark.parametrize("name", WALKS)
def test_json_has_every_step_whole(name: str) -> None:
    walk = WALKS[name]
    found = json.loads(write(walk, D.JSON, Content.KEY, digits=2))
    assert [record["value"] for record in found["steps"]] == [step.value for step in walk.steps]
    assert found["errors"] == list(walk.errors)
    for record, step in zip(found["steps"], walk.steps, strict=True):
        assert [(source["value"], source["step"]) for source in record["sources"]] == [(source.value, source.step) for source in step.sources]
        assert (record["symbol"], record["formula"], record["substituted"]) == (step.symbol, step.formula, step.substituted)


def test_chosen_steps_and_ones_that_are_not_there() -> None:
    text = write(WALKS["mazur"], D.TEXT, first=11, last=14)
    assert "∂E_total/∂w5" in text and "∂E_total/∂w6" not in text and "net_h1 =" not in text
    assert [step["id"] for step in json.loads(write(WALKS["mazur"], D.JSON, first=11, last=14))["steps"]] == [11, 12, 13, 14]
    for first, last in ((5, 4), (-1, 2), (0, 10_000)):
        with pytest.raises(SettingsError, match="There are no steps"):
            write(WALKS["mazur"], D.TEXT, first=first, last=last)


def test_a_worksheet_of_whole_layers_is_refused() -> None:
    assert "z[1] = x·W[1] + b[1]" in write(WALKS["layers"], D.TEXT)
    with pytest.raises(SettingsError, match="a layer at a time"):
        write(WALKS["layers"], D.TEXT, Content.WORKSHEET)
