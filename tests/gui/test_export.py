"""Pictures of widgets, and walks on paper."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QObject, QRect, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.export import Choice, PaperSize, save_png, save_svg, write_pdf
from gui.export.sheet import Sheets
from gui.session.jobs import Jobs
from gui.typeset.box import braced, fraction, parenthesised, row, text
from gui.views.equation import EquationView
from nn.choices import Activation, Loss
from nn.errors import BadFile, Cancelled, SettingsError
from nn.network import Architecture, Network
from nn.replay import mazur
from nn.replay.build import build_walk
from nn.replay.documents.choices import Blanks, Content
from nn.replay.equation import equation_of
from nn.replay.settings import Sample
from nn.replay.step import Kind
from nn.replay.walk import Walk


@pytest.fixture(scope="module")
def walk() -> Walk:
    return mazur.walk()


@pytest.fixture
def view(qtbot: QtBot, walk: Walk) -> EquationView:
    widget = EquationView()
    qtbot.addWidget(widget)
    widget.resize(752, 324)
    widget.show()
    step = next(step for step in walk.steps if step.quantity.kind is Kind.OUT_NET and step.quantity.layer == 2)
    widget.show_equation(equation_of(walk, step), walk.scheme, 9, step.id)
    return widget


def pages_of(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def painting_of(path: Path) -> bytes:
    """What a PDF's streams say, unpacked."""
    found = b""
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", path.read_bytes(), re.DOTALL):
        try:
            found += zlib.decompress(packed)
        except zlib.error:
            continue
    return found


# Pictures


def test_png_has_two_dots_for_each_pixel(view: EquationView, tmp_path: Path) -> None:
    save_png(view, tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (1504, 648)
    shown = view.grab().toImage()
    assert image.pixelColor(1400, 600) == shown.pixelColor(700, 300)
    assert len({image.pixelColor(x, 240).name() for x in range(0, 1504, 2)}) > 5


def test_png_of_a_region(view: EquationView, tmp_path: Path) -> None:
    whole, part = tmp_path / "whole.png", tmp_path / "part.png"
    save_png(view, whole, scale=1)
    save_png(view, part, region=QRect(100, 40, 300, 200), scale=1)
    assert QImage(str(whole)).copy(100, 40, 300, 200) == QImage(str(part))


def test_svg_is_made_of_paths(view: EquationView, tmp_path: Path) -> None:
    save_svg(view, tmp_path / "a.svg", title="Chain rule")
    root = ElementTree.parse(tmp_path / "a.svg").getroot()  # noqa: S314 - just made
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert tags.count("path") > 100
    assert "image" not in tags
    assert root.get("viewBox") == "0 0 752 324"
    assert "Chain rule" in [element.text for element in root.iter() if element.tag.endswith("title")]


def test_svg_of_nothing_is_refused(view: EquationView, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="area"):
        save_svg(view, tmp_path / "a.svg", region=QRect(2000, 0, 10, 10))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("save", [save_png, save_svg])
def test_a_picture_that_can_t_be_written_says_so(save: Callable[[QWidget, Path], None], view: EquationView, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"can't be written.*another place"):
        save(view, tmp_path / "missing" / "a.png")


# Paper


@pytest.mark.parametrize("content", list(Content))
def test_pdf_of_each_kind(qtbot: QtBot, walk: Walk, tmp_path: Path, content: Content) -> None:
    path = tmp_path / "a.pdf"
    pages = write_pdf(path, walk, Choice(content, 9))
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.rstrip().endswith(b"%%EOF")
    assert pages > 2
    assert pages_of(path) == pages
    assert len(data) < 200_000
    assert list(tmp_path.iterdir()) == [path]


def test_letters_are_letters_of_an_embedded_font(qtbot: QtBot, walk: Walk, tmp_path: Path) -> None:
    write_pdf(tmp_path / "a.pdf", walk, Choice(first=0, last=3))
    data = (tmp_path / "a.pdf").read_bytes()
    assert b"STIX" in data
    assert data.count(b"/FontFile") >= 2
    painting = painting_of(tmp_path / "a.pdf")
    assert painting.count(b" Tj") + painting.count(b" TJ") > 20


def test_paper_sizes(qtbot: QtBot, walk: Walk, tmp_path: Path) -> None:
    for size, box in ((PaperSize.A4, b"595"), (PaperSize.LETTER, b"612")):
        write_pdf(tmp_path / f"{size}.pdf", walk, Choice(first=0, last=2, paper=size))
        found = re.search(rb"/MediaBox \[([^\]]*)\]", (tmp_path / f"{size}.pdf").read_bytes())
        assert found is not None
        assert box in found.group(1)


def test_a_range_of_steps_is_shorter(qtbot: QtBot, walk: Walk, tmp_path: Path) -> None:
    assert write_pdf(tmp_path / "a.pdf", walk, Choice(Content.KEY, first=0, last=5)) == 1
    with pytest.raises(SettingsError):
        write_pdf(tmp_path / "b.pdf", walk, Choice(first=5, last=10_000))
    assert not (tmp_path / "b.pdf").exists()


def test_worksheets_say_more_or_less(qtbot: QtBot, walk: Walk, tmp_path: Path) -> None:
    sizes = {}
    for blanks in Blanks:
        write_pdf(tmp_path / f"{blanks}.pdf", walk, Choice(Content.WORKSHEET, blanks=blanks))
        sizes[blanks] = painting_of(tmp_path / f"{blanks}.pdf").count(b" Tj")
    assert sizes[Blanks.NUMBERS] > sizes[Blanks.FORMULA] > sizes[Blanks.NOTHING]


def test_a_pdf_that_can_t_be_written_says_so(qtbot: QtBot, walk: Walk, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"can't be written.*another place"):
        write_pdf(tmp_path / "missing" / "a.pdf", walk, Choice(last=2))
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(BadFile):
        write_pdf(tmp_path / "folder.pdf", walk, Choice(last=2))
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder.pdf"]


def test_cancelled_on_the_way_leaves_the_old_file(qtbot: QtBot, walk: Walk, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    seen: list[float] = []
    with pytest.raises(Cancelled):
        write_pdf(path, walk, Choice(), lambda: len(seen) >= 3, seen.append)
    assert path.read_bytes() == b"old"
    assert len(seen) == 3


def test_progress_goes_to_the_end(qtbot: QtBot, walk: Walk, tmp_path: Path) -> None:
    seen: list[float] = []
    write_pdf(tmp_path / "a.pdf", walk, Choice(Content.KEY), progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_wide_sums_and_tall_formulas_stay_on_the_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    architecture = Architecture((9, 8, 3), (Activation.RELU, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
    rng = np.random.default_rng(1)
    wide = build_walk(Network(architecture, rng.normal(size=architecture.layout.size)), Sample(rng.normal(size=9), np.array([1.0, 0.0, 0.0])))
    pages = write_pdf(tmp_path / "a.pdf", wide, Choice(digits=None, last=60))
    assert pages_of(tmp_path / "a.pdf") == pages


def test_a_brace_and_high_parentheses_are_drawn_too(qtbot: QtBot, tmp_path: Path) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    sheets = Sheets(buffer, PaperSize.A4, "")
    high = parenthesised(fraction(text("1"), text("2")))
    assert sheets.math(row((high, braced(text("⋯"), text("12")))), 0, 100, 11) > 11
    sheets.end()
    assert bytes(buffer.data().data()).startswith(b"%PDF")


class Listener(QObject):
    """Waits for a job on the window's thread."""

    ended = Signal(object)

    @Slot(object)
    def done(self, result: object) -> None:
        self.ended.emit(result)

    @Slot(object)
    def failed(self, error: object) -> None:
        self.ended.emit(error)


def test_a_job_writes_the_same_on_its_thread(qtbot: QtBot, walk: Walk, tmp_path: Path, view: EquationView) -> None:
    jobs, listener, path = Jobs(), Listener(), tmp_path / "a.pdf"
    with qtbot.waitSignal(listener.ended, timeout=20_000) as heard:
        jobs.start(lambda cancelled, progress: write_pdf(path, walk, Choice(), cancelled, progress), listener.done, listener.failed)
        assert not view.grab().isNull()  # the window draws on beside it
    qtbot.waitUntil(lambda: not jobs.running)
    assert heard.args == [write_pdf(tmp_path / "b.pdf", walk, Choice())]
    assert painting_of(path).count(b" Tj") == painting_of(tmp_path / "b.pdf").count(b" Tj")
