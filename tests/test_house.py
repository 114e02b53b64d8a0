"""The house plan, as far as import-linter can't see it: sizes, secrets of the locks, the engine without Qt, the plan's own truth."""

from __future__ import annotations

import ast
import re
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MANY_LINES, TOO_MANY_LINES = 300, 350
LONGEST_FUNCTION = 60
ROOMS = ("nn", "gui")
UNSAFE = re.compile(r"\bimport pickle\b|\ballow_pickle=True|(?<![\w.])eval\(|\bprocessEvents\(|\.terminate\(\)|\bTODO\b|\bFIXME\b")


def program_files() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_files_are_of_a_size_that_can_be_read() -> None:
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in program_files()}
    large = {name: count for name, count in lines.items() if count > MANY_LINES}
    if large:
        warnings.warn(f"files that have two things in them: {large}", stacklevel=1)
    assert {name: count for name, count in lines.items() if count > TOO_MANY_LINES} == {}


def test_functions_are_of_a_size_that_can_be_read() -> None:
    long = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in program_files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_nothing_unsafe_or_unfinished_is_in_the_program() -> None:
    found = [
        f"{name_of(path)}:{number} {line.strip()}"
        for path in program_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNSAFE.search(line)
    ]
    assert found == []


def test_the_engine_has_no_qt() -> None:
    importing = re.compile(r"^\s*(?:from|import)\s+(?:PySide6|shiboken6|pyqtgraph|gui)\b", re.MULTILINE)
    assert [name_of(path) for path in (ROOT / "nn").rglob("*.py") if importing.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("*.lock")))
def test_locks_are_hashed_and_name_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    pinned = re.findall(r"^([A-Za-z0-9_.\[\],-]+)==\S+.*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", text, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^[A-Za-z0-9]", text, re.MULTILINE)) > 20


def test_the_locks_hold_what_the_project_asks_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]
    names = {re.split(r"[<>=\[]", requirement)[0].lower() for requirement in wanted}
    for lock in ROOT.glob("*.lock"):
        locked = {re.split(r"[=\[]", line)[0].lower() for line in lock.read_text(encoding="utf-8").splitlines() if line[:1].isalnum()}
        assert names <= locked, lock.name


def test_the_plan_names_every_room() -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    listed = subprocess.run(["git", "-c", "safe.directory=*", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    rooms = {path.split("/")[0] for path in listed if "/" in path and not path.startswith(".")}
    rooms |= {"/".join(path.split("/")[:2]) for path in listed if path.count("/") >= 2 and path.startswith(ROOMS)}
    unnamed = [room for room in sorted(rooms) if f"{room.rsplit('/', maxsplit=1)[-1]}/" not in plan]
    assert unnamed == []
