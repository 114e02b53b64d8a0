"""The language in use: English is in the source, Spanish in ``resources/i18n``; switched while the program runs."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from gui.resources import translation


class Language(StrEnum):
    ENGLISH = "en"
    SPANISH = "es"


def system_language() -> Language:
    """Spanish where the system speaks Spanish, else English."""
    return Language.SPANISH if QLocale.system().language() == QLocale.Language.Spanish else Language.ENGLISH


class Languages(QObject):
    """Installs translations. Widgets hear of a switch by ``QEvent.LanguageChange``; ``changed`` is for everyone else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._language: Language | None = None
        self._installed: list[QTranslator] = []

    @property
    def language(self) -> Language:
        return self._language or Language.ENGLISH

    def switch(self, language: Language) -> None:
        """Use ``language`` from now on. Raises ``FileNotFoundError`` if the program was installed without its translation."""
        if language is self._language:
            return
        path = translation(f"neurolupa_{language}.qm")
        if not path.is_file():
            raise FileNotFoundError(path)
        self._language = language
        QLocale.setDefault(QLocale(language.value))
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
        qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # The English one only has plural forms: "%n neuron(s)" is one neuron, two neurons.
        self._installed = [self._load(str(path))]
        if language is not Language.ENGLISH:
            self._installed.append(self._load(f"{qt_texts}/qtbase_{language}.qm"))
        for new in self._installed:
            QCoreApplication.installTranslator(new)
        self.changed.emit()

    def _load(self, path: str) -> QTranslator:
        translator = QTranslator(self)
        translator.load(path)
        return translator


@cache
def languages() -> Languages:
    """The one language setting of the program."""
    return Languages()
