"""What the diagram says in words: heads of columns, tooltips, the description for a screen reader."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from gui.format import exact
from gui.views.steps_diagram import symbols
from gui.views.steps_diagram.levels import Level
from gui.views.steps_diagram.numbers import BLANK, HIDDEN
from gui.views.steps_diagram.pinning import Pinned
from gui.views.steps_diagram.places import EDITABLE, PARAMETERS
from gui.views.steps_diagram.scene import Scene
from gui.views.steps_diagram.symbols import Symbol
from nn.replay.scheme import Scheme
from nn.replay.step import Kind, Quantity, Source

Line: TypeAlias = tuple[str | Symbol, ...]
MOST_SOURCES = 8


def heads(depth: int) -> tuple[str, ...]:
    """The columns' names, inputs first."""
    hidden = QCoreApplication.translate("StepsDiagram", "Hidden")
    numbered = QCoreApplication.translate("StepsDiagram", "Hidden {number}")
    middle = [hidden] if depth == 2 else [numbered.format(number=layer) for layer in range(1, depth)]
    return (
        QCoreApplication.translate("StepsDiagram", "Input"), *middle,
        QCoreApplication.translate("StepsDiagram", "Output"), QCoreApplication.translate("StepsDiagram", "Error"),
    )  # fmt: skip


def folded(count: int) -> str:
    """What stands where neurons are left out."""
    return QCoreApplication.translate("StepsDiagram", "… %n more …", "", count)


def layer_title(layer: int, width: int) -> str:
    """What a whole layer's box says."""
    if layer:
        return QCoreApplication.translate("StepsDiagram", "%n neuron(s)", "", width)
    return QCoreApplication.translate("StepsDiagram", "%n input(s)", "", width)


def place_lines(scene: Scene, place: Quantity) -> tuple[Line, ...]:
    """The tooltip of a place: its symbol and full value, what it was before, where it came from, what can be done."""
    if scene.is_hidden(place):
        return ((scene.name(place), " = ?"), (QCoreApplication.translate("StepsDiagram", "Guess it first."),))
    lines = [_value(scene, place)]
    box = scene.plan.box_of(place)
    if box is not None and box.level is Level.LINE and place.kind is Kind.OUT:
        lines.insert(0, _value(scene, place._replace(kind=Kind.NET)))
    reading = scene.read(place)
    if reading.before is not None:
        before = QCoreApplication.translate("StepsDiagram", "before this update {value}").format(value=exact(reading.before))
        lines.append((before,))
    if reading.step is not None:
        lines.append(source_line(scene.moment.walk.steps[reading.step].sources, scene.scheme))
    elif reading.value is None:
        lines.append((QCoreApplication.translate("StepsDiagram", "not calculated yet"),))
    if place.kind in EDITABLE:
        lines.append((_change(scene, place),))
    return tuple(lines)


def _change(scene: Scene, place: Quantity) -> str:
    if place.kind in PARAMETERS and (scene.moment.iteration > 1 or scene.read(place).before is not None):
        return QCoreApplication.translate("StepsDiagram", "double-click to change what it starts from")
    return QCoreApplication.translate("StepsDiagram", "double-click to change")


def _value(scene: Scene, place: Quantity) -> Line:
    value = scene.read(place).value
    return (scene.name(place), " = " + (exact(value) if value is not None and not scene.is_hidden(place) else "·"))


def source_line(sources: tuple[Source, ...], scheme: Scheme) -> Line:
    """from w₁, i₁, w₂, i₂, b₁."""
    line: list[str | Symbol] = [QCoreApplication.translate("StepsDiagram", "from") + " "]
    for number, source in enumerate(sources[:MOST_SOURCES]):
        line += [", "] * bool(number) + [symbols.name_of(source.quantity, scheme)]
    return (*line, ", …") if len(sources) > MOST_SOURCES else tuple(line)


def chip_lines(scene: Scene, pin: Pinned) -> tuple[Line, ...]:
    """The tooltip of a factor's chip."""
    step = scene.moment.walk.steps[pin.chip.step]
    name = symbols.name_of(step.quantity, scene.scheme)
    plain = scene.chip_text(pin.chip)
    if plain == HIDDEN:
        return (name, " = ?"), (QCoreApplication.translate("StepsDiagram", "Guess it first."),)
    text = exact(pin.chip.value) if plain != BLANK else plain
    return (name, f" = {text}"), source_line(step.sources, scene.scheme)


def spoken(lines: tuple[Line, ...]) -> str:
    """Lines as plain text."""
    return "; ".join("".join(part if isinstance(part, str) else symbols.text(part) for part in line) for line in lines)
