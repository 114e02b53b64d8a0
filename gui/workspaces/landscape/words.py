"""How functions, optimizers and their settings are called on the Landscape workspace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui.fields.labels import label
from gui.fields.numbers import shown
from gui.format import MINUS, number
from gui.workspaces.landscape.subject import LORENTZ, OWN
from nn.choices import OptimizerKind, ScheduleKind
from nn.landscape.descent import Runner
from nn.landscape.function import PRESETS, Preset
from nn.text import QT_TRANSLATE_NOOP

_NOTES = {
    LORENTZ: "ω₀ / ((x − ω₁)² + 1)",
    Preset.SADDLE: "ω₀² − ω₁² + ω₁⁴/4",
    Preset.VALLEY: "ω₀²/10 + 2 ω₁²",
    Preset.ROSENBROCK: "(1 − ω₀)² + 100 (ω₁ − ω₀²)²",
    Preset.HIMMELBLAU: QT_TRANSLATE_NOOP("Landscape", "four equal minima"),
}
_TITLES = {LORENTZ: QT_TRANSLATE_NOOP("Landscape", "Lorentz fit"), OWN: QT_TRANSLATE_NOOP("Landscape", "Your own function")}
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def say(text: str) -> str:
    return QCoreApplication.translate("Landscape", text)


def title_of(key: str) -> str:
    """What a function is called."""
    if key in _TITLES:
        return say(_TITLES[key])
    return QCoreApplication.translate("nn", PRESETS[Preset(key)].name)


def note_of(key: str, text: str) -> str:
    """Its formula, or what is remarkable about it."""
    return text if key == OWN else say(_NOTES[key])


def axis_names(axes: tuple[str, str]) -> tuple[str, str]:
    """Names with small digits: ω₀."""
    return axes[0].translate(_SUBSCRIPTS), axes[1].translate(_SUBSCRIPTS)


def names_of(runners: Sequence[Runner]) -> list[str]:
    """What each runner is called; of several of a kind each has its number."""
    kinds = [runner.optimizer.kind for runner in runners]
    counts, seen = Counter(kinds), Counter[OptimizerKind]()
    found = []
    for kind in kinds:
        seen[kind] += 1
        found.append(label(kind) if counts[kind] == 1 else f"{label(kind)} {seen[kind]}")
    return found


def settings_of(runner: Runner) -> str:
    """η 0.1, β 0.8: what makes a runner what it is."""
    settings = runner.optimizer
    parts = [f"η {_short(runner.learning_rate)}"]
    if settings.kind in (OptimizerKind.MOMENTUM, OptimizerKind.NESTEROV):
        parts.append(f"μ {shown(settings.momentum)}")
    elif settings.kind is OptimizerKind.RMSPROP:
        parts.append(f"ρ {shown(settings.decay)}")
    elif settings.kind is OptimizerKind.ADAM:
        parts.append(f"β₁ {shown(settings.beta1)}")
    if runner.schedule.kind is not ScheduleKind.CONSTANT:
        parts.append(label(runner.schedule.kind))
    return ", ".join(parts)


def _short(rate: float) -> str:
    text = f"{rate:.3g}"
    return shown(float(text))


def cost_text(cost: float) -> str:
    """A cost in four decimals, a small one in scientific notation."""
    text = number(cost, 4)
    if "e" not in text:
        return text
    mantissa, exponent = f"{cost:.1e}".split("e")
    return f"{mantissa}e{int(exponent)}".replace("-", MINUS)
