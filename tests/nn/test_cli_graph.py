"""``python -m nn graph``: the numbers as JSON and as text, and the caret under a mistake."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from nn.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*words: str) -> tuple[int, str, str]:
        try:
            status = main(["graph", *words])
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_command


def test_the_json_of_the_labs_first_graph(run: Run) -> None:
    status, out, err = run("J=(2+3*w)**2", "--at", "w=3", "--wrt", "w", "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert found["checks"]["w"].pop("arithmetic") == pytest.approx(66, abs=1e-6)
    assert found == {
        "nodes": [
            {"name": "w", "formula": "w", "value": 3.0, "total": 66.0},
            {"name": "a", "formula": "2 + 3*w", "value": 11.0, "total": 22.0},
            {"name": "J", "formula": "a**2", "value": 121.0, "total": 1.0},
        ],
        "edges": [{"from": "w", "to": "a", "local": 3.0}, {"from": "a", "to": "J", "local": 22.0}],
        "checks": {"w": {"chain": 66.0, "symbolic": 66.0}},
    }


def test_the_json_of_the_second(run: Run) -> None:
    found = json.loads(run("J = (w*x + b - y)**2 / 2", "--at", "x=2,w=-2 b=8, y=1", "--wrt", "w,b", "--json")[1])
    assert {node["name"]: node["value"] for node in found["nodes"]} == {"w": -2, "x": 2, "b": 8, "y": 1, "c": -4, "a": 4, "d": 3, "J": 4.5}
    assert {name: ways["symbolic"] for name, ways in found["checks"].items()} == {"w": 6, "b": 3}
    assert len(found["edges"]) == 7


def test_without_wrt_there_are_no_checks_and_a_way_without_result_is_null(run: Run) -> None:
    assert json.loads(run("J = w^2", "--at", "w=3", "--json")[1])["checks"] == {}
    ways = json.loads(run("J = log(w)", "--at", "w=0.000001", "--wrt", "w", "--json")[1])["checks"]["w"]
    assert ways == {"chain": 1e6, "symbolic": 1e6, "arithmetic": None}


def test_the_text_form(run: Run) -> None:
    status, out, _ = run("J = (2 + 3*w)^2; w = 3", "--wrt", "w")
    assert status == 0
    lines = [
        "  a = 2 + 3·w = 2 + 3·3 = 11",
        "  J = a² = 11² = 121",
        "  ∂J/∂a = 2·a = 22",
        "  ∂J/∂w = 66",
        "  chain rule  66",
        "  symbolic    66 = 18*w + 12",
    ]
    for line in lines:
        assert line in out.splitlines()


@pytest.mark.parametrize(
    ("words", "shown", "part"),
    [
        (("J = (2 + 3*w", "--at", "w=3"), "  J = (2 + 3*w\n      ^", "never closed"),
        (("J = w^2\nK = J +", "--at", "w=3"), "  K = J +\n         ^", "missing after"),
        (("J = 1/(w - 3)", "--at", "w=3"), "^", "division by 0"),
        (("J = (2 + 3*v)^2", "--at", "w=3"), "", "no variable w"),
        (("J = (2 + 3*v)^2",), "  J = (2 + 3*v)^2\n             ^", "v has no value"),
        (("x" * 100_000,), "^", "100000 characters"),
        (("J = w^2", "--at", "w=3", "--wrt", "v"), "", "nothing called v"),
        (("J = w^2", "--at", "w"), "", "must be a name and its number"),
        (("J = w^2", "--at", "w=3,w=4"), "", "two values"),
        (("",), "", "no expression"),
    ],
)
def test_mistakes_exit_with_2_and_the_place_has_a_caret(run: Run, words: tuple[str, ...], shown: str, part: str) -> None:
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert part in err
    assert shown in err
    assert len(err) < 500
