"""What goes wrong, said to a person: one sentence, how grave it is, and what can be done at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from nn.errors import NeurolupaError
from nn.text import QT_TRANSLATE_NOOP, Sentence


class Severity(StrEnum):
    """How a notice looks: each has its colour and its icon."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Notice:
    """A sentence for the notice bar. ``action``, with its ``action_text``, is what the bar's button does."""

    sentence: str
    severity: Severity = Severity.INFO
    action_text: str = ""
    action: Callable[[], None] | None = None


def translated(sentence: Sentence) -> str:
    """An engine's sentence in the person's language, its numbers as the rest of the window shows them."""
    from gui.fields.sentence import sentence_text  # names of fields need NumPy, which the first picture of the window does without

    return sentence_text(sentence)


def notice_of(error: BaseException) -> Notice:
    """What to show for an exception: an expected one's own sentence, or one that names what was not expected."""
    if isinstance(error, NeurolupaError):
        from gui.fields.sentence import error_text

        return Notice(error_text(error), Severity.ERROR)
    if isinstance(error, MemoryError):
        template = QT_TRANSLATE_NOOP("Errors", "The memory is used up; close other programs, or make the network or the data smaller.")
    else:
        template = QT_TRANSLATE_NOOP("Errors", "Something unforeseen went wrong ({kind}: {what}). The network is kept; save it and start again.")
    sentence = QCoreApplication.translate("Errors", template)
    return Notice(sentence.format(kind=type(error).__name__, what=str(error) or "–"), Severity.ERROR)
