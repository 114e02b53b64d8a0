"""Predict, then reveal: what is hidden, what was answered, which hints were given, and how often it was right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from gui.panels.predict import PredictPanel
from gui.panels.predict.panel import Ask
from gui.session.replay_player import ReplayPlayer
from gui.workspaces.steps.cover import Cover
from nn.answers import Verdict, VerdictKind, judge_text
from nn.replay.hints import hints_of
from nn.replay.names import symbol
from nn.replay.predict import can_ask, can_ask_sign, expected_of, judge_sign
from nn.replay.questions import answer_of, question_of
from nn.replay.step import Kind, Quantity, Step
from nn.replay.walk import Walk


class Predicting(QObject):
    """``hidden_changed`` tells that the present step's value is to be hidden, or may be shown; ``hint_given`` that more of its formula may."""

    hidden_changed = Signal()
    hint_given = Signal()

    def __init__(self, panel: PredictPanel, player: ReplayPlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._player = player
        self.asking = False
        self.goals: frozenset[Quantity] = frozenset()  # what an exercise asks for; nothing else then is hidden
        self._known: set[int] = set()  # steps that were answered or revealed in this walk
        self._tried: set[int] = set()
        self._hints = 0
        self._right_at_once = 0
        self._asked = 0
        panel.asked_changed.connect(self._set_asking)
        panel.answer_given.connect(self._answer)
        panel.sign_given.connect(self._answer_sign)
        panel.hint_requested.connect(self._hint)
        panel.reveal_requested.connect(self._reveal)

    @property
    def hidden(self) -> bool:
        """Whether the present step's value is asked for and not yet known."""
        found = self._present()
        return self.asking and found is not None and self._to_ask(found[1])

    @property
    def cover(self) -> Cover:
        """What of the present step is not to be seen; an exercise asks for its goals alone."""
        return Cover(self.hidden, self._hints, self.asking and not self.goals)

    def _to_ask(self, step: Step) -> bool:
        wanted = not self.goals or (step.quantity in self.goals and step.iteration == 1)
        return wanted and step.id not in self._known and can_ask(step)

    def set_exercise(self, goals: Sequence[Quantity]) -> None:
        """An exercise asks for its goals, at once; without goals everything can be asked for, when the person wants it."""
        if goals or self.goals:
            self.asking = bool(goals)
            self._panel.show_asked(self.asking)
        self.goals = frozenset(goals)

    def forget(self) -> None:
        """Another walk: nothing is known yet."""
        self._known.clear()
        self._tried.clear()
        self._right_at_once = self._asked = 0

    def show(self, digits: int) -> None:
        """The question for the present step, its numbers with ``digits`` decimals."""
        self._hints = 0
        found = self._present()
        if found is None or not self._to_ask(found[1]):
            self._panel.show_question(None)
        else:
            walk, step = found
            self._panel.show_question(question_of(walk, step), digits, unknown=(symbol(step.quantity, walk.scheme),), ask=_asked(step))
        self._panel.show_score(self._right_at_once, self._asked)

    def _present(self) -> tuple[Walk, Step] | None:
        walk = self._player.walk
        return None if walk is None else (walk, walk.steps[self._player.position])

    @Slot(bool)
    def _set_asking(self, asking: bool) -> None:
        self.asking = asking
        self.hidden_changed.emit()

    @Slot(str)
    def _answer(self, text: str) -> None:
        found = self._present()
        if found is None:
            return
        verdict = judge_text(text, expected_of(*found))
        if verdict.kind is VerdictKind.UNREADABLE:
            self._panel.show_verdict(verdict)
        else:
            self._take(found[1], verdict)

    @Slot(bool)
    def _answer_sign(self, up: bool) -> None:
        found = self._present()
        if found is not None:
            self._panel.show_verdict(judge_sign(*found, up))

    def _take(self, step: Step, verdict: Verdict) -> None:
        first = step.id not in self._tried
        self._tried.add(step.id)
        self._asked += first
        self._right_at_once += first and verdict.right and self._hints == 0
        if verdict.right:
            self._known.add(step.id)
            self.hidden_changed.emit()
        self._panel.show_score(self._right_at_once, self._asked)
        self._panel.show_verdict(verdict)

    @Slot()
    def _hint(self) -> None:
        found = self._present()
        if found is not None:
            hints = hints_of(*found)
            self._hints = min(self._hints + 1, len(hints))
            self._panel.show_hint(self._hints, hints[self._hints - 1])
            self.hint_given.emit()

    @Slot()
    def _reveal(self) -> None:
        found = self._present()
        if found is not None:
            self._asked += found[1].id not in self._tried
            self._tried.add(found[1].id)
            self._known.add(found[1].id)
            self.hidden_changed.emit()
            self._panel.show_revealed(answer_of(*found))


def _asked(step: Step) -> Ask:
    if not can_ask_sign(step):
        return Ask.VALUE
    return Ask.WAY if step.quantity.kind is Kind.NEW else Ask.SLOPE
