"""The command line of the engine. What a command needs is imported when it runs, so that ``--help`` answers at once."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from nn.cli.parser import make_parser
from nn.cli.places import said
from nn.errors import BadFile, NeurolupaError, SettingsError

__all__ = ["main"]

BAD_INPUT, FAILED, INTERRUPTED = 2, 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0; 2 for settings and files that can't be used; 1 for what fails later."""
    arguments = make_parser().parse_args(argv)
    try:
        return _run(arguments)
    except (SettingsError, BadFile) as error:
        print(said(error), file=sys.stderr)
        return BAD_INPUT
    except NeurolupaError as error:
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED


def _run(arguments: argparse.Namespace) -> int:
    status: int = importlib.import_module(f"nn.cli.{arguments.command}").run(arguments)
    return status
