"""The card that asks before it shows: which way, how much, with hints in three stages and a verdict on the answer."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.fields.card import Card
from gui.fields.choice import Choice
from gui.fields.line import LineField
from gui.fields.paint import BUTTON_HEIGHT, follow_theme, px
from gui.fields.rich import RichWords, sentence_html
from gui.fields.segmented import Segmented
from gui.fields.sentence import sentence_text
from gui.fields.shown import show_if
from gui.fields.switch import Switch
from gui.fields.symbols import Phrase, plain_text, small_digits
from gui.fields.text import Words
from gui.format import MINUS, count
from gui.panels.predict.buttons import AnswerButtons
from gui.panels.predict.verdict import VerdictLine
from nn.answers import Verdict, VerdictKind
from nn.text import QT_TRANSLATE_NOOP, Sentence

HINTS = 3


class Ask(StrEnum):
    """What is asked beside the value: nothing, which way a parameter goes, or on which side of 0 a slope is."""

    VALUE = "value"
    WAY = "way"
    SLOPE = "slope"


_SCORE = QT_TRANSLATE_NOOP("Predict", "{right} of {asked} right at first try")


class PredictPanel(Card):
    """Says what the person answers; whether that is right is for others to judge. ``answer_given`` carries the text as it was typed."""

    asked_changed = Signal(bool)
    answer_given = Signal(str)
    sign_given = Signal(bool)  # True: up
    hint_requested = Signal()
    reveal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bulb", parent)
        self._ask = Ask.VALUE
        self._digits: int | None = None
        self._question: Sentence | None = None
        self._unknown: Phrase = ()
        self._hints = 0
        self._said: Verdict | Sentence | None = None  # the verdict, or what was revealed
        self._hint: Sentence | None = None
        self._score = (0, 0)
        self.switch = Switch("asked")
        self.note = Words("", "text3", 12)
        self.question = RichWords()
        self.sign = Segmented("sign", pad=9)
        self.field = LineField("answer", ground="card")
        self.problem = RichWords("bad", 12, 18)
        self.buttons = AnswerButtons()
        self.hint, self.reveal, self.check = self.buttons.hint, self.buttons.reveal, self.buttons.check
        self.hint_line, self.verdict = VerdictLine(), VerdictLine()
        self.score = Words("", "text3", 12)
        self._build()
        self._connect()
        follow_theme(self._restyle)
        self._retranslate()
        self.show_asked(False)

    def _build(self) -> None:
        self.head.addWidget(self.switch)
        self._answer = QHBoxLayout()
        self._answer.addWidget(self.sign)
        self._answer.addWidget(self.field, 1)
        self.content.addWidget(self.note)
        self.content.addWidget(self.question)
        self.content.addLayout(self._answer)
        for widget in (self.problem, self.buttons, self.hint_line, self.verdict, self.score):
            self.content.addWidget(widget)

    def _connect(self) -> None:
        self.switch.committed.connect(self._asked)
        self.sign.committed.connect(self._sign_chosen)
        self.check.clicked.connect(self._send)
        self.field.returnPressed.connect(self._send)
        self.field.textEdited.connect(self._typed)
        self.hint.clicked.connect(self.hint_requested)
        self.reveal.clicked.connect(self.reveal_requested)

    # What is shown

    @property
    def is_asking(self) -> bool:
        """Whether the person wants to be asked before a value is shown."""
        return self.switch.isChecked()

    def show_asked(self, on: bool) -> None:
        """Whether values are asked for, without telling anyone."""
        self.switch.show_value(on)
        self._refresh()

    def show_question(
        self, question: Sentence | None, digits: int | None = None, *, unknown: Phrase = (), note: str = "", ask: Ask = Ask.VALUE
    ) -> None:
        """A new question, with an empty field and no verdict; ``None``: there is nothing to ask at this step.

        ``unknown`` is what is asked for (it stands in the empty field), ``note`` when the question is about another step than this one.
        """
        self._question, self._digits, self._unknown, self._ask = question, digits, unknown, ask
        self._hints, self._hint, self._said = 0, None, None
        self.note.setText(note)
        self.sign.show_value(None)
        self._name_signs()
        self.field.clear()
        self.field.setReadOnly(False)
        self._explain("")
        self.hint_line.say("hint")
        self.verdict.say("hint")
        self._refresh()

    def show_verdict(self, verdict: Verdict) -> None:
        """What an answer is worth. One that can't be read is explained below the field, and its text stays."""
        self._said = verdict
        if verdict.kind is VerdictKind.UNREADABLE:
            self.verdict.say("hint")
            self._explain(sentence_text(verdict.sentence))
            self.field.selectAll()
            return
        self._explain("")
        texts = [self._html(sentence) for sentence in (verdict.sentence, verdict.note) if sentence is not None]
        self.verdict.say("right" if verdict.right else "wrong", *texts, spoken=self.tr("Right") if verdict.right else self.tr("Not right"))
        self._refresh()

    def show_hint(self, number: int, hint: Sentence) -> None:
        """The hint of a stage, 1 to 3: principle, formula, numbers."""
        self._hints, self._hint = number, hint
        stage = self.tr("Hint {number} of {count}").format(number=number, count=HINTS)
        self.hint_line.say("hint", self._html(hint), spoken=stage)
        self._refresh()

    def show_revealed(self, answer: Sentence) -> None:
        """The person gave up: what it is."""
        self._said = answer
        self._explain("")
        self.verdict.say("shown", self._html(answer))
        self._refresh()

    def show_score(self, right: int, asked: int) -> None:
        """How many questions were answered rightly at the first try; nothing is said before the first."""
        self._score = (right, asked)
        text = QCoreApplication.translate("Predict", _SCORE).format(right=count(right), asked=count(asked))
        self.score.setText(text if asked else "")
        self._refresh()

    def _html(self, sentence: Sentence) -> str:
        return sentence_html(sentence, self._digits)

    def _explain(self, sentence: str) -> None:
        self.field.set_problem(sentence)
        self.problem.show_text(sentence)
        show_if(self.problem, bool(sentence))

    def _refresh(self) -> None:
        asking = self.is_asking and self._question is not None
        self.question.show_paragraphs(self._question_html())
        self.question.set_token("text" if asking else "text2")
        show_if(self.field, asking)
        show_if(self.buttons, asking)
        show_if(self.sign, asking and self._ask is not Ask.VALUE)
        show_if(self.note, asking and bool(self.note.text()))
        show_if(self.problem, asking and bool(self.problem.paragraphs))
        for line in (self.hint_line, self.verdict):
            show_if(line, self.is_asking and bool(line.words.paragraphs))
        show_if(self.question, self._question is not None or not self.verdict.words.paragraphs)  # what was answered stays alone
        show_if(self.score, self.is_asking and bool(self.score.text()))
        self._name_field()
        self._name_hint()
        self.updateGeometry()

    def _question_html(self) -> str:
        if not self.is_asking:
            return self.tr("Switch this on to be asked for each number before it is shown.")
        return self.tr("There is nothing to predict at this step.") if self._question is None else self._html(self._question)

    def _name_field(self) -> None:
        unknown = plain_text(self._unknown)
        self.field.setPlaceholderText(small_digits(self._unknown))
        self.field.setAccessibleName(self.tr("Your answer") + (f": {unknown}" if unknown else ""))

    def _name_hint(self) -> None:
        """The button says how many hints have been given: 1 of 3."""
        given = self.tr("{number} of {count}").format(number=self._hints, count=HINTS)
        self.hint.setText(given if self._hints else self.tr("Hint"))
        self.hint.setAccessibleName(self.tr("Hint") if not self._hints else self.tr("Next hint, {given}").format(given=given))
        self.hint.setEnabled(self._hints < HINTS)
        self.buttons.arrange()

    def _name_signs(self) -> None:
        down, up = (self.tr("below 0"), self.tr("above 0")) if self._ask is Ask.SLOPE else (self.tr("down"), self.tr("up"))
        marks = (MINUS, "+") if self._ask is Ask.SLOPE else ("↓", "↑")
        self.sign.set_choices([Choice(False, f"{marks[0]} {down}"), Choice(True, f"{marks[1]} {up}")])
        self.sign.setAccessibleName(self.tr("On which side of 0") if self._ask is Ask.SLOPE else self.tr("Which way"))

    # What the person says

    def _asked(self, _key: str, on: object) -> None:
        self._refresh()
        self.asked_changed.emit(bool(on))

    def _sign_chosen(self, _key: str, up: object) -> None:
        self.sign_given.emit(bool(up))

    def _typed(self) -> None:
        self._explain("")

    def _send(self) -> None:
        text = self.field.text().strip()
        if text:
            self.answer_given.emit(text)
        else:
            self._explain(self.tr("Type a number first: 0.75, 0,75, 3/4 and 2*11 are all understood."))

    def _restyle(self) -> None:
        self.field.setFixedHeight(px(BUTTON_HEIGHT))
        self._answer.setSpacing(px(8))
        self.field.setMinimumWidth(px(40))

    def _retranslate(self) -> None:
        self.set_title(self.tr("Predict"))
        self.switch.setAccessibleName(self.tr("Ask before showing"))
        self.switch.setToolTip(self.tr("Ask before showing"))
        self.reveal.setText(self.tr("Reveal"))
        self.check.setText(self.tr("Check"))
        self.buttons.arrange()
        self._name_signs()
        self.show_score(*self._score)
        self._say_again()

    def _say_again(self) -> None:
        """The verdict and the hint in another language."""
        if isinstance(self._said, Verdict):
            self.show_verdict(self._said)
        elif self._said is not None:
            self.show_revealed(self._said)
        if self._hint is not None:
            self.show_hint(self._hints, self._hint)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
