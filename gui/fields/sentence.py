"""Sentences of the engine in the person's language, with a field's name as the form shows it."""

from __future__ import annotations

from string import Formatter

from PySide6.QtCore import QCoreApplication

from gui.fields.labels import field_name
from gui.fields.numbers import shown
from gui.format import MINUS
from nn.errors import NeurolupaError
from nn.text import Sentence


class _Formatter(Formatter):
    """Puts numbers into sentences as the rest of the window shows them: −1, 1 000 000."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, Sentence):
            return sentence_text(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return str(super().format_field(value, format_spec))
        if not format_spec:
            return shown(value)
        text = str(super().format_field(value, format_spec))
        return shown(float(text)) if "e+" in text else text.replace("-", MINUS)  # 4 000 reads better than 4e+03


def sentence_text(sentence: Sentence) -> str:
    """The translated sentence with its values filled in."""
    values = dict(sentence.values)
    if isinstance(values.get("field"), str):
        values["field"] = field_name(str(values["field"]))
    return _Formatter().format(QCoreApplication.translate("nn", sentence.template), **values)


def error_text(error: NeurolupaError) -> str:
    """What an error says to the person."""
    return sentence_text(error.sentence)
