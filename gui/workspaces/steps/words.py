"""What the equation's card is called at a step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nn.replay.step import Kind, Phase, Step
from nn.text import QT_TRANSLATE_NOOP

_PHASES = {
    Phase.FORWARD: QT_TRANSLATE_NOOP("StepsWorkspace", "Forward pass"),
    Phase.ERROR: QT_TRANSLATE_NOOP("StepsWorkspace", "Error"),
    Phase.BACKWARD: QT_TRANSLATE_NOOP("StepsWorkspace", "Chain rule"),
    Phase.UPDATE: QT_TRANSLATE_NOOP("StepsWorkspace", "Update"),
}
_KINDS = {
    Kind.E_NET: QT_TRANSLATE_NOOP("StepsWorkspace", "Delta rule"),
    Kind.BATCH: QT_TRANSLATE_NOOP("StepsWorkspace", "All samples"),
    Kind.TIE: QT_TRANSLATE_NOOP("StepsWorkspace", "One bias for the layer"),
    Kind.PENALTY: QT_TRANSLATE_NOOP("StepsWorkspace", "Penalty"),
    Kind.OBJECTIVE: QT_TRANSLATE_NOOP("StepsWorkspace", "Penalty"),
    Kind.LAYER_DELTA: QT_TRANSLATE_NOOP("StepsWorkspace", "Delta rule"),
}


def heading_of(step: Step) -> str:
    """The kind of calculation, in the language in use."""
    return QCoreApplication.translate("StepsWorkspace", _KINDS.get(step.quantity.kind, _PHASES[step.phase]))
