"""The diagram's words: names of neurons, heads of columns, read-outs of outputs."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from gui import format as numbers
from gui.views.diagram.geometry import Role
from nn.choices import Activation, Task
from nn.layout import Neuron
from nn.training.snapshot import Snapshot

_SIMPLE = re.compile(r"(sin\()?[a-zA-Z]\d{1,4}(\^2|[a-zA-Z]\d{1,2})?\)?")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def activation_name(activation: Activation) -> str:
    names = {
        Activation.STEP: QCoreApplication.translate("NetworkDiagram", "step"),
        Activation.LINEAR: QCoreApplication.translate("NetworkDiagram", "linear"),
        Activation.SIGMOID: QCoreApplication.translate("NetworkDiagram", "sigmoid"),
        Activation.TANH: QCoreApplication.translate("NetworkDiagram", "tanh"),
        Activation.RELU: QCoreApplication.translate("NetworkDiagram", "ReLU"),
        Activation.LEAKY_RELU: QCoreApplication.translate("NetworkDiagram", "leaky ReLU"),
        Activation.SOFTPLUS: QCoreApplication.translate("NetworkDiagram", "softplus"),
        Activation.SOFTMAX: QCoreApplication.translate("NetworkDiagram", "softmax"),
    }
    return names[activation]


def pretty(name: str) -> str:
    """A variable's name with real subscripts and squares: x1 is x₁, x1^2 is x₁²; other names stay."""
    if not _SIMPLE.fullmatch(name):
        return name
    square = name.endswith("^2")
    lowered = name.removesuffix("^2").translate(_LOWERED)
    return lowered + "²" if square else lowered


def neuron_name(neuron: Neuron, depth: int, input_names: tuple[str, ...]) -> str:
    """``x₁`` or the feature's name, ``h1.2``, ``o1``."""
    if neuron.layer == 0:
        return pretty(input_names[neuron.index] if neuron.index < len(input_names) else f"x{neuron.index + 1}")
    if neuron.layer == depth:
        return f"o{neuron.index + 1}"
    return f"h{neuron.layer}.{neuron.index + 1}"


def short_head(role: Role, layer: int) -> str:
    """The head where the whole one has no room: as neurons are named."""
    return {Role.OUTPUT: "o", Role.HIDDEN: f"h{layer}"}.get(role, "x")


def head(role: Role, layer: int) -> str:
    if role is Role.OUTPUT:
        return QCoreApplication.translate("NetworkDiagram", "Output")
    if role is Role.HIDDEN:
        return QCoreApplication.translate("NetworkDiagram", "Hidden {number}").format(number=layer)
    return QCoreApplication.translate("NetworkDiagram", "Input")


def sub_head(snapshot: Snapshot, layer: int) -> str:
    """``4 × sigmoid``, or ``2 values`` for the inputs."""
    width = snapshot.architecture.widths[layer]
    if layer == 0:
        return QCoreApplication.translate("NetworkDiagram", "%n value(s)", None, width)
    return f"{numbers.count(width)} × {activation_name(snapshot.architecture.activations[layer - 1])}"


def pill(folded: int) -> str:
    """The line below a folded column, or below one that was unfolded wholly."""
    if folded:
        return QCoreApplication.translate("NetworkDiagram", "… %n more", None, folded)
    return QCoreApplication.translate("NetworkDiagram", "show fewer")


def class_name(index: int, names: tuple[str, ...]) -> str:
    if index < len(names):
        return names[index]
    return QCoreApplication.translate("NetworkDiagram", "class {number}").format(number=index)


def _target(value: str) -> str:
    return QCoreApplication.translate("NetworkDiagram", "target {value}").format(value=value)


def _outputs(snapshot: Snapshot) -> list[float]:
    """The output layer's values for the sample; empty without one."""
    layout = snapshot.architecture.layout
    return [] if snapshot.sample is None else [float(v) for v in snapshot.sample.outputs[layout.layer_rows(layout.depth)]]


def short_mark(snapshot: Snapshot, index: int) -> str:
    """✓ or ✗ at the winning class, ◂ at the target when it did not win, else ""."""
    if snapshot.sample is None or snapshot.task is Task.REGRESSION:
        return ""
    values, target = _outputs(snapshot), snapshot.sample.target
    if len(values) == 1:
        return "✓" if (values[0] >= 0.5) == (target[0] >= 0.5) else "✗"
    wanted = bool(target[index] >= 0.5)
    if index == max(range(len(values)), key=values.__getitem__):
        return "✓" if wanted else "✗"
    return "◂" if wanted else ""


def answer_name(snapshot: Snapshot, index: int, names: tuple[str, ...]) -> str:
    """The class that an output stands for; for a single class output the class that it answers (``names`` then are both classes')."""
    count = snapshot.architecture.widths[-1]
    if snapshot.task is Task.REGRESSION:
        return names[index] if index < len(names) else ""
    if count == 1:
        answer = int(_outputs(snapshot)[0] >= 0.5) if snapshot.sample is not None else 0
        return class_name(answer, names if len(names) == 2 else ())
    return class_name(index, names)


def target_text(snapshot: Snapshot, index: int, mean: float, scale: float) -> str:
    """``target 1``; a regression's target in its own units, (t · ``scale`` + ``mean``)."""
    if snapshot.sample is None:
        return ""
    target = float(snapshot.sample.target[index])
    if snapshot.task is Task.REGRESSION:
        return _target(numbers.number(target * scale + mean))
    return _target(numbers.number(target, 0 if target == round(target) else 2))


def read_out_lines(snapshot: Snapshot, index: int, names: tuple[str, ...], mean: float, scale: float) -> tuple[str, ...]:
    """The line below an output, longest wording first: ``target 1 · class 1 ✓``, ``class 1 ✓``."""
    if snapshot.sample is None:
        return (answer_name(snapshot, index, names),) if snapshot.architecture.widths[-1] > 1 else ("",)
    name, target, mark = answer_name(snapshot, index, names), target_text(snapshot, index, mean, scale), short_mark(snapshot, index)
    short = f"{name} {mark}".strip()
    if snapshot.task is Task.REGRESSION:
        return (f"{name} · {target}", target) if name and snapshot.architecture.widths[-1] > 1 else (target,)
    if snapshot.architecture.widths[-1] == 1:
        return f"{target} · {short}", short
    return f"{name} · {target} {mark}".rstrip(), short


def exists(neuron: Neuron, snapshot: Snapshot) -> bool:
    widths = snapshot.architecture.widths
    return neuron.layer < len(widths) and neuron.index < widths[neuron.layer]


def description(snapshot: Snapshot | None, neuron: Neuron | None, input_names: tuple[str, ...]) -> str:
    """What a screen reader says of the selected neuron."""
    if snapshot is None or neuron is None or not exists(neuron, snapshot):
        return QCoreApplication.translate("NetworkDiagram", "No neuron selected. Arrow keys select one.")
    layout = snapshot.architecture.layout
    name = neuron_name(neuron, layout.depth, input_names)
    if neuron in snapshot.ablation.off:
        return QCoreApplication.translate("NetworkDiagram", "Neuron {name} selected, switched off.").format(name=name)
    if snapshot.sample is None:
        return QCoreApplication.translate("NetworkDiagram", "Neuron {name} selected.").format(name=name)
    value = numbers.number(float(snapshot.sample.outputs[layout.row(neuron)]))
    return QCoreApplication.translate("NetworkDiagram", "Neuron {name} selected, output {value}.").format(name=name, value=value)
