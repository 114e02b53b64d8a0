"""What ``python -m gui`` understands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WORKSPACES = ("train", "steps", "graph", "landscape", "inside", "lessons")


@dataclass(frozen=True)
class Options:
    """The command line. ``tour`` is a folder for pictures, ``shot`` a workspace and a file; without them the window opens."""

    tour: Path | None = None
    shot: tuple[str, Path] | None = None
    theme: str = ""
    language: str = ""
    size: tuple[int, int] | None = None
    experiment: Path | None = None


def read(arguments: Sequence[str]) -> Options:
    """The options in ``arguments``. Ends the program with a sentence when they can't be understood."""
    parser = argparse.ArgumentParser(prog="python -m gui", description="Neurolupa: a neural network under a magnifying glass.")
    parser.add_argument(
        "--tour", type=Path, metavar="FOLDER", help="train, draw every workspace in both themes and leave numbered pictures in FOLDER"
    )
    parser.add_argument("--shot", nargs=2, metavar=("WORKSPACE", "FILE.png"), help="train for a moment and draw one workspace into a file")
    parser.add_argument("--theme", choices=("dark", "light"), default="", help="begin in this theme")
    parser.add_argument("--language", choices=("en", "es"), default="", help="begin in this language")
    parser.add_argument("--size", type=_size, metavar="WIDTHxHEIGHT", help="size of the window, such as 1440x900")
    parser.add_argument("--experiment", type=Path, metavar="FILE.toml", help="begin with this experiment")
    found = parser.parse_args(arguments)
    if found.shot is not None and found.shot[0] not in WORKSPACES:
        parser.error(f"argument --shot: there is no workspace {found.shot[0]}; choose from {', '.join(WORKSPACES)}")
    shot = None if found.shot is None else (found.shot[0], Path(found.shot[1]))
    return Options(found.tour, shot, found.theme, found.language, found.size, found.experiment)


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} isn't a size; write it as 1440x900") from None
    if not (320 <= width <= 16_000 and 240 <= height <= 16_000):
        raise argparse.ArgumentTypeError(f"{text} isn't a usable size; choose one from 320x240 to 16000x16000")
    return width, height
