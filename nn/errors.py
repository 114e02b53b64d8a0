"""The errors that a person sees: each is a whole sentence saying what is wrong, where, and what to do."""

from __future__ import annotations

from nn.text import Sentence


class NeurolupaError(Exception):
    """Base of all expected errors. ``sentence`` holds the translatable text, ``str(error)`` the English one."""

    def __init__(self, template: str, /, **values: object) -> None:
        self.sentence = Sentence(template, values)
        super().__init__(str(self.sentence))


class SettingsError(NeurolupaError):
    """A setting that can't be used. ``field`` is its dotted name, such as ``training.learning_rate``."""

    def __init__(self, field: str, template: str, /, **values: object) -> None:
        self.field = field
        super().__init__(template, **values)


class BadFile(NeurolupaError):
    """A file that can't be read as what it should be. ``path`` is shown to the person, ``line`` counts from 1."""

    def __init__(self, path: str, template: str, /, *, line: int | None = None, **values: object) -> None:
        self.path = path
        self.line = line
        super().__init__(template, path=path, line=line, **values)


class DeviceUnavailable(NeurolupaError):
    """A device that was asked for and can't be used; the sentence says why."""


class TrainingDiverged(NeurolupaError):
    """The loss or a parameter stopped being a usable number at ``step``, first seen in ``layer`` (1 is the first hidden one)."""

    def __init__(self, template: str, *, step: int, layer: int, **values: object) -> None:
        self.step = step
        self.layer = layer
        super().__init__(template, step=step, layer=layer, **values)


class Cancelled(NeurolupaError):
    """A job was stopped because the person asked for it."""
