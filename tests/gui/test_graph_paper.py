"""A computation graph on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.export import Figure, Label, write_outline
from gui.export.figure import parts_of
from gui.views.graph_view import GraphView
from gui.views.graph_view.plan import Plan
from gui.workspaces.graph.paper import figure_of
from nn.graph.documents import outline_of
from nn.graph.exercise import Exercise, make
from nn.graph.layout import lay_out
from nn.graph.presets import BY_KEY
from nn.replay.documents import Blanks, Content


def planned(qtbot: QtBot, key: str) -> tuple[Exercise, Plan]:
    view, exercise = GraphView(), make(BY_KEY[key].task)
    qtbot.addWidget(view)
    view.show_exercise(exercise, lay_out(exercise.graph, exercise.parameters))
    assert view.picture is not None
    return exercise, view.picture.plan


def written(figure: Figure) -> list[str]:
    return [piece.words for piece in figure.pieces if isinstance(piece, Label)]


def test_on_a_worksheet_the_boxes_are_numbered_and_empty_and_in_the_key_filled_in(qtbot: QtBot) -> None:
    exercise, plan = planned(qtbot, "linear-neuron")
    empty, filled = (written(figure_of(exercise, plan, content)) for content in (Content.WORKSHEET, Content.KEY))
    results = ["−4", "4", "3", "4.5", "3", "1", "3", "1", "3", "1", "3", "2", "6"]
    assert filled[-13:] == [results[number - 1] for number in map(int, empty[-13:])]
    assert sorted(map(int, empty[-13:])) == list(range(1, 14))
    assert empty[:-13] == filled[:-13]  # the variables' values and the operations' names


@pytest.mark.parametrize(("key", "sheets"), [("linear-neuron", 0), ("cross-entropy", 1), ("mazur", 2)])
def test_a_wide_graph_has_wide_sheets_of_its_own(qtbot: QtBot, tmp_path: Path, key: str, sheets: int) -> None:
    exercise, plan = planned(qtbot, key)
    path = tmp_path / "graph.pdf"
    figure = figure_of(exercise, plan, Content.KEY)
    write_outline(path, outline_of(exercise, Content.KEY, Blanks.NOTHING), figure=figure)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", path.read_bytes())
    assert sum(float(width) > float(height) for width, height in boxes) == sheets
    parts = parts_of(figure, 1500.0)
    assert sum(part.width() for part in parts) == pytest.approx(figure.bounds.width())
    assert all(part.width() <= 1500.0 for part in parts)
