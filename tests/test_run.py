"""run.py on machines that this one is not: without packages, without libraries, with an NVIDIA driver, without a screen."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py, its folders in a temporary one with a space in its name."""
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    root = tmp_path / "a house"
    root.mkdir()
    for lock in ROOT.glob("*.lock"):
        (root / lock.name).write_bytes(lock.read_bytes())
    monkeypatch.setattr(module, "ROOT", root)
    monkeypatch.setattr(module, "VENV", root / ".venv")
    monkeypatch.setattr(module, "STAMP", root / ".venv" / "neurolupa.stamp")
    monkeypatch.setattr(module, "nvidia_present", lambda: False)
    return module


class Commands:
    """Stands in for ``subprocess.run``: notes the commands and answers as it is told."""

    def __init__(self, answer: Callable[[list[str]], tuple[int, str]] = lambda _: (0, "")) -> None:
        self.seen: list[list[str]] = []
        self.variables: dict[str, str] | None = None
        self._answer = answer

    def __call__(self, command: list[str], env: dict[str, str] | None = None, **_: Any) -> SimpleNamespace:
        self.variables = env
        self.seen.append([str(part) for part in command])
        status, text = self._answer(self.seen[-1])
        return SimpleNamespace(returncode=status, stdout=text, stderr="")


def with_python(run: ModuleType) -> None:
    """A file where the environment's Python should be."""
    python = run.venv_bin("python")
    python.parent.mkdir(parents=True)
    python.write_text("", encoding="utf-8")


def test_old_pythons_can_read_it_and_are_told_kindly(run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    monkeypatch.setattr(run.sys, "version_info", (3, 8, 10, "final", 0))
    assert run.main([]) == 2
    assert "3.11 or newer; this is 3.8" in capsys.readouterr().err


def test_only_the_standard_library_is_used() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    assert imported <= set(sys.stdlib_module_names)


def test_a_finished_environment_is_used_as_it_is_and_another_one_is_not(run: ModuleType) -> None:
    lock = run.lock_file()
    assert not run.is_ready()
    with_python(run)
    assert not run.is_ready()
    run.STAMP.write_text(run.stamp(lock), encoding="utf-8")
    assert run.is_ready()
    lock.write_text(lock.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert not run.is_ready()
    run.STAMP.write_text("nonsense", encoding="utf-8")
    assert not run.is_ready()


@pytest.mark.parametrize("change", ["python", "driver", "gone"])
def test_an_environment_for_another_machine_is_made_anew(run: ModuleType, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    with_python(run)
    run.STAMP.write_text(run.stamp(run.lock_file()), encoding="utf-8")
    if change == "python":
        monkeypatch.setattr(run.sys, "version", "3.99")
    elif change == "driver":
        monkeypatch.setattr(run, "nvidia_present", lambda: True)
    else:
        run.venv_bin("python").unlink()
    assert not run.is_ready()


def test_packages_are_installed_by_their_hashes_and_stamped_last(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands()
    monkeypatch.setattr(run.subprocess, "run", commands)
    monkeypatch.setattr(run, "missing_libraries", list)
    with_python(run)
    run.make_ready()
    pip = next(command for command in commands.seen if "pip" in command)
    assert "--require-hashes" in pip
    assert pip[-1] == str(run.ROOT / "requirements.lock")
    assert run.is_ready()


def test_a_failed_installation_is_told_and_not_stamped(run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(run.subprocess, "run", Commands(lambda command: (int("pip" in command), "")))
    with_python(run)
    assert run.main([]) == 1
    assert "Check the network" in capsys.readouterr().err
    assert not run.STAMP.exists()


def test_a_half_made_environment_is_made_anew(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(lambda command: (int("import pip" in command[-1]), ""))  # its Python starts, but has no pip
    monkeypatch.setattr(run.subprocess, "run", commands)
    monkeypatch.setattr(run, "missing_libraries", list)
    with_python(run)
    run.make_ready()
    assert [sys.executable, "-m", "venv", "--clear", str(run.VENV)] in commands.seen


def test_an_environment_without_any_python_does_not_work(run: ModuleType) -> None:
    assert not run.works(run.venv_bin("python"))


@pytest.mark.parametrize(
    ("driver", "lock"),
    [("", "requirements.lock"), ("535.183.01", "requirements-cu12.lock"), ("580.65.06", "requirements-cu13.lock"), ("no", "requirements.lock")],
)
def test_the_cuda_toolchain_fits_the_driver(run: ModuleType, monkeypatch: pytest.MonkeyPatch, driver: str, lock: str) -> None:
    monkeypatch.setattr(run, "nvidia_present", lambda: bool(driver))
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run.subprocess, "run", Commands(lambda _: (0, driver + "\n")))
    assert run.lock_file().name == lock


def test_a_driver_that_does_not_answer_is_none(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: Any, **__: Any) -> None:
        raise subprocess.TimeoutExpired("nvidia-smi", 30)

    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run.subprocess, "run", hang)
    assert run.nvidia_driver() == 0


@pytest.fixture
def lacking(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """A Debian machine whose Qt lacks two libraries."""
    (run.VENV / "lib" / "python3.11" / "site-packages" / "PySide6").mkdir(parents=True)
    listing = "\tlibxcb-cursor.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibEGL.so.1 => not found\n"
    commands = Commands(lambda command: (0, listing if command[0] == "ldd" else ""))
    monkeypatch.setattr(run.subprocess, "run", commands)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run.sys, "platform", "linux")
    return commands


def test_missing_libraries_are_found(run: ModuleType, lacking: Commands) -> None:
    assert run.missing_libraries() == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_root_gets_the_libraries_installed(run: ModuleType, lacking: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.os, "geteuid", lambda: 0)
    run.mend_libraries()
    assert lacking.seen[-1] == ["apt-get", "install", "-y", "-qq", "libegl1", "libxcb-cursor0"]


def test_others_get_the_one_line_to_type(run: ModuleType, lacking: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    with pytest.raises(run.Stop, match=r"sudo apt-get install -y libegl1 libxcb-cursor0"):
        run.mend_libraries()
    assert all(command[0] == "ldd" for command in lacking.seen)


def test_without_apt_the_packages_are_named(run: ModuleType, lacking: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda name: None if name == "apt-get" else f"/usr/bin/{name}")
    with pytest.raises(run.Stop, match="libegl1, libxcb-cursor0"):
        run.mend_libraries()


def test_a_python_without_venv_says_what_to_install(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.subprocess, "run", Commands(lambda command: (int("ensurepip" in command[-1]), "")))
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    with pytest.raises(run.Stop, match="sudo apt-get install -y python3-venv"):
        run.make_venv()


@pytest.fixture
def started(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """What the program was started with, instead of starting it."""
    calls: list[tuple[list[str], dict[str, str]]] = []

    def replaced(_path: str, command: list[str], variables: dict[str, str]) -> None:
        calls.append((command, variables))
        raise SystemExit

    monkeypatch.setattr(run.os, "execve", replaced)
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run, "is_ready", lambda: True)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return calls


@pytest.mark.skipif(os.name == "nt", reason="Windows has no exec; there the program is a child")
def test_without_a_screen_the_tour_is_taken(
    run: ModuleType, started: list[tuple[list[str], dict[str, str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run.main(["--theme", "light"])
    command, variables = started[0]
    assert command[1:] == ["-P", "-m", "gui", "--theme", "light", "--tour", str(run.TOUR)]
    assert variables["QT_QPA_PLATFORM"] == "offscreen"
    assert str(run.TOUR) in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no exec; there the program is a child")
@pytest.mark.parametrize("arguments", [["--shot", "train", "a.png"], ["--tour=x"], ["--help"]])
def test_what_needs_no_screen_is_done_without_one(run: ModuleType, started: list[tuple[list[str], dict[str, str]]], arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(arguments)
    assert started[0][0][1:] == ["-P", "-m", "gui", *arguments]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no exec; there the program is a child")
@pytest.mark.parametrize("screen", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_screen_the_window_opens_with_what_was_asked_for(
    run: ModuleType, started: list[tuple[list[str], dict[str, str]]], monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    monkeypatch.setenv(screen, ":0")
    with pytest.raises(SystemExit):
        run.main(["--experiment", "my file.toml"])
    command, variables = started[0]
    assert command[1:] == ["-P", "-m", "gui", "--experiment", "my file.toml"]
    assert "QT_QPA_PLATFORM" not in variables
    assert variables["PYTHONPATH"].split(os.pathsep)[0] == str(run.ROOT)


def test_the_tests_get_their_arguments(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(lambda _: (3, ""))
    monkeypatch.setattr(run.subprocess, "run", commands)
    monkeypatch.setattr(run, "is_ready", lambda: True)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run.os, "cpu_count", lambda: 64)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    pytest_itself = [str(run.venv_bin("python")), "-m", "pytest"]
    assert run.main(["test", "-k", "two words"]) == 3
    assert run.main(["test", "-n", "0"]) == 3
    monkeypatch.setattr(run.os, "cpu_count", lambda: 1)
    assert run.main(["test"]) == 3
    shared = ["-n", "4", "--dist", "loadfile", "--no-loadscope-reorder"]
    assert commands.seen == [[*pytest_itself, *shared, "-k", "two words"], [*pytest_itself, "-n", "0"], pytest_itself]
    assert commands.variables is not None
    assert "PYTHONDONTWRITEBYTECODE" not in commands.variables  # else each of its processes compiles all code anew


def test_the_gate_runs_all_its_parts_and_sees_an_address(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands(lambda command: (int("mypy" in command[0]), ""))
    monkeypatch.setattr(run.subprocess, "run", commands)
    (run.ROOT / "requirements.lock").write_text("--index-url https://pypi.example/simple\n", encoding="utf-8")
    assert run.check() == 1
    told = capsys.readouterr().err
    assert "FAILED: mypy" in told
    assert "FAILED: address in requirements.lock" in told
    assert [Path(command[0]).stem for command in commands.seen] == ["ruff", "ruff", "mypy", "lint-imports"]
