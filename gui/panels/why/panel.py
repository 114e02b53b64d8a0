"""The card that says why: a few sentences, and the activation's curve where the step is about its slope."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gui.fields.card import Card
from gui.fields.rich import RichWords, sentence_html
from gui.fields.shown import show_if
from gui.panels.why.plot import CurvePlot
from nn.replay.scheme import Scheme
from nn.replay.settings import Naming
from nn.replay.why import Why


class WhyPanel(Card):
    """Shows a :class:`~nn.replay.why.Why`; it asks for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("help", parent)
        self._shown: tuple[Why, Scheme, int | None] | None = None
        self.words = RichWords()
        self.plot = CurvePlot()
        self.content.addWidget(self.words)
        self.content.addWidget(self.plot)
        self.plot.hide()
        self._retranslate()

    def show_why(self, why: Why, scheme: Scheme, digits: int | None) -> None:
        """The sentences, a paragraph each, with numbers of ``digits`` decimals; the curve where there is one."""
        self._shown = (why, scheme, digits)
        self.words.show_paragraphs(*(sentence_html(sentence, digits) for sentence in why.sentences))
        if why.curve is not None:
            self.plot.show_curve(why.curve, *(("net", "out") if scheme.settings.naming is Naming.MAZUR else ("z", "a")))
        show_if(self.plot, why.curve is not None)
        self.updateGeometry()

    def _retranslate(self) -> None:
        self.set_title(self.tr("Why"))
        if self._shown is not None:
            self.show_why(*self._shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
