"""Puts a walk and its present step into the views and panels of the Steps workspace."""

from __future__ import annotations

from dataclasses import replace

from gui.fields.rich import sentence_html
from gui.fields.sentence import sentence_text
from gui.fields.shown import show_if
from gui.session.replay_player import ReplayPlayer
from gui.workspaces.steps.columns import StepsColumns
from gui.workspaces.steps.cover import Cover
from gui.workspaces.steps.words import heading_of
from nn.replay.equation import equation_of
from nn.replay.step import Step
from nn.replay.walk import Walk
from nn.replay.why import Why, why_of
from nn.text import QT_TRANSLATE_NOOP, Sentence

# So many steps' symbols are typeset ahead; later ones are made when they are shown.
MOST_AHEAD = 500


class Showing:
    """Fills ``columns``; asks for nothing."""

    def __init__(self, columns: StepsColumns, player: ReplayPlayer, digits: int) -> None:
        self._columns = columns
        self._player = player
        self.digits = digits
        self._right: tuple[float, ...] = ()

    def walk(self, walk: Walk, title: str, right: tuple[float, ...] = ()) -> None:
        """All steps: in the outline, the diagram and the player. ``right``: each step's value without the trap that the walk is in."""
        self._right = right
        c = self._columns
        c.outline.show_walk(walk, title)
        c.diagram.show_walk(walk)
        c.player.show_walk(walk)
        c.equation.prerender((equation_of(walk, step) for step in walk.steps[:MOST_AHEAD]), walk.scheme)

    def step(self, cover: Cover) -> None:
        """The present step everywhere, without what isn't to be seen."""
        walk, c = self._player.walk, self._columns
        if walk is None:
            return
        step = walk.steps[self._player.position]
        why = self._why(walk, step)
        c.heading.show_question(sentence_html(why.question, self.digits))
        c.outline.show_step(step.id)
        c.player.show_step(step.id)
        c.diagram.show_step(step.id, hide_active=cover.hidden)
        c.equation.show_heading(heading_of(step), sentence_text(why.short))
        self.equation(cover)
        show_if(c.why, not cover.hidden)  # it names the number
        if not cover.hidden:
            c.why.show_why(why, walk.scheme, self.digits)

    def equation(self, cover: Cover) -> None:
        """The present step's equation, as far as hints have uncovered it; the diagram looks as far ahead."""
        walk, c = self._player.walk, self._columns
        if walk is None:
            return
        step = walk.steps[self._player.position]
        c.equation.show_equation(
            equation_of(walk, step),
            walk.scheme,
            self.digits,
            known=step.id,
            hide_active=cover.hidden,
            hints=cover.hints,
            asking=cover.asking,
        )
        c.diagram.set_look_ahead(c.equation.look_ahead and not cover.asking)

    def _why(self, walk: Walk, step: Step) -> Why:
        why = why_of(walk, step)
        if not self._right or self._right[step.id] == step.value:
            return why
        right = Sentence(QT_TRANSLATE_NOOP("nn", "Without the slip it would be {value}."), {"value": self._right[step.id]})
        return replace(why, sentences=(*why.sentences, right))

    def set_digits(self, digits: int, cover: Cover) -> None:
        """How many decimals numbers have from now on."""
        self.digits = digits
        self._columns.diagram.set_digits(digits)
        self.step(cover)
