"""The Train workspace is made a piece at a time, and of the pieces that were made ahead."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.session.beginning import Beginning
from gui.workspaces.train.columns import KINDS, Parts, TrainColumns
from gui.workspaces.train.coming import MODULES, Coming


def test_each_step_imports_one_module_or_makes_one_part(qtbot: QtBot) -> None:
    coming = Coming()
    steps = coming.steps()
    for _ in MODULES:
        next(steps)
    assert coming.parts is None
    for number, kind in enumerate(KINDS, 1):
        next(steps)
        assert coming.parts is not None and len(coming.parts.made) == number and type(coming.parts.made[kind]) is kind
    assert list(steps) == []


def test_the_columns_take_the_parts_that_are_there_and_make_the_others(qtbot: QtBot) -> None:
    parts = Parts()
    next(parts.steps())
    first = parts.made[KINDS[0]]
    columns = TrainColumns(parts)
    qtbot.addWidget(columns)
    assert columns.diagram is first and columns.isAncestorOf(first)
    assert len(parts.made) == len(KINDS) and all(columns.isAncestorOf(part) for part in parts.made.values())


def test_the_beginning_does_a_piece_in_each_turn_and_none_after_it_was_given_up(qtbot: QtBot) -> None:
    done: list[str] = []

    def work(name: str):
        for number in range(3):
            done.append(f"{name}{number}")
            yield

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    whole = Beginning(window, work("a"), lambda: done.append("end"))
    whole.begin()
    assert done == []
    qtbot.waitUntil(lambda: done == ["a0", "a1", "a2", "end"])

    def closed_meanwhile():
        done.append("b0")
        left.give_up()
        yield
        done.append("b1")

    left = Beginning(window, closed_meanwhile(), lambda: done.append("end"))
    left.begin()
    qtbot.waitUntil(lambda: "b0" in done)
    qtbot.wait(30)
    assert done == ["a0", "a1", "a2", "end", "b0"]
