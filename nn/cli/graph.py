"""``python -m nn graph``: an expression as a computation graph, with its values and derivatives."""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from nn.graph.evaluate import evaluate
from nn.graph.graph import Graph, GraphError
from nn.graph.parse import parse
from nn.graph.records import record_of, text_of
from nn.text import QT_TRANSLATE_NOOP

BAD_INPUT = 2
WIDTH = 100  # characters of a line that are shown around a mistake


def run(arguments: Namespace) -> int:
    """Print an expression as a computation graph. Returns the exit code."""
    try:
        graph = parse(arguments.expression)
        evaluation = evaluate(graph, dict(arguments.at))
        by = _wanted(graph, arguments.wrt)
        if arguments.json:
            print(json.dumps(record_of(evaluation, by), ensure_ascii=False))
        else:
            sys.stdout.write(text_of(evaluation, by))
    except GraphError as error:
        print(_marked(error, arguments.expression), file=sys.stderr)
        return BAD_INPUT
    return 0


def _wanted(graph: Graph, names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name not in graph.by_name or name == graph.output:
            template = QT_TRANSLATE_NOOP("nn", "There is nothing called {node} to derive {output} by; choose among {choices}.")
            others = ", ".join(node.name for node in graph.nodes[:-1])
            raise GraphError(template, node=name, output=graph.output, choices=others)
    return names


def _marked(error: GraphError, text: str) -> str:
    """The sentence; below it the line that it is about with a caret under the place."""
    place = error.place
    if place is None or not text.strip():
        return str(error)
    line = text.replace("\r\n", " \n").replace("\r", "\n").split("\n")[place.line - 1]
    first = max(0, min(place.column - 1, len(line)) - WIDTH // 2)
    shown = "".join(character if character.isprintable() else " " for character in line[first : first + WIDTH])
    return f"{error}\n  {shown}\n  {' ' * (place.column - 1 - first)}{'^' * max(1, min(place.length, WIDTH // 2))}"
