"""Which plane through the network: two weights by name, random directions by a seed, or the main directions of the path; what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.fields.button import IconButton, TextButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.flow import flow_box
from gui.fields.grid import Cell, FormGrid
from gui.fields.line import LineField
from gui.fields.primary import PrimaryButton
from gui.fields.section import Section
from gui.fields.seed import SeedField
from gui.fields.sentence import sentence_text
from gui.fields.text import Words
from gui.format import count, number
from nn.landscape.checks import MOST_SEED, whole
from nn.landscape.plane import PlaneKind
from nn.text import Sentence

LISTED = 400  # names; of more than these one is typed


class NameField(LineField):
    """A weight by its name; one that doesn't exist is marked and said. ``committed(place)`` carries its place in the vector."""

    committed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._names: dict[str, int] = {}
        self._place = 0
        self.editingFinished.connect(self._commit)

    def set_names(self, names: Sequence[str]) -> None:
        self._names = {name.lower(): place for place, name in enumerate(names)}

    def show_place(self, place: int, name: str) -> None:
        """Show a weight without telling anyone."""
        self._place = place
        self.setText(name)
        self.setCursorPosition(0)
        self.set_problem("")

    def _commit(self) -> None:
        text = self.text().replace(" ", "").lower()
        place = self._names.get(text)
        if place is None:
            self.set_problem(self.tr("There is no weight “{text}”. Names are such as W1[2,3] and b1[3].").format(text=self.text()))
            return
        self.set_problem("")
        if place != self._place:
            self._place = place
            self.committed.emit(place)


class PlanePanel(Section):
    """``weights_chosen(first, second)`` are places in the parameter vector; ``seed_chosen(seed)`` draws other directions.

    ``play_requested`` trains the network or pauses it, ``step_requested`` and ``epoch_requested`` train it for a step or an epoch: its path
    grows on the surface. ``back_requested`` and ``restart_requested`` go back on it.
    """

    weights_chosen = Signal(int, int)
    seed_chosen = Signal(int)
    play_requested = Signal()
    step_requested = Signal()
    back_requested = Signal()
    restart_requested = Signal()
    epoch_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = PlaneKind.TWO_WEIGHTS
        self._names: tuple[str, ...] = ()
        self._chosen = (0, 1)
        self._facts: tuple[int, int, int, float, tuple[float, float] | None] | None = None
        self.lists = (ChoiceField("first"), ChoiceField("second"))
        self.typed = (NameField(), NameField())
        self.seed = SeedField("landscape.seed", self._try_seed)
        self._cells = tuple(Cell(field) for field in (*self.lists, *self.typed, self.seed))
        self.grid = FormGrid()
        self.grid.add_row(self._cells[0], self._cells[1])
        self.grid.add_row(self._cells[2], self._cells[3])
        self.grid.add_row(self._cells[4])
        self.what = Words(color="text2", wrap=True)
        self.shares = Words(color="text", pixels=12.5, wrap=True)
        self.facts = Words(color="text3", wrap=True)
        self.problem = Words(color="bad", wrap=True)
        self.play, self.epoch = PrimaryButton(), TextButton(icon="step-epoch")
        self.reset, self.back, self.step = (IconButton(icon, "", 28, 32) for icon in ("reset", "back", "step"))
        self._running = False
        for widget in (self.grid, self.shares, self.what):
            self.content.addWidget(widget)
        self.content.addWidget(flow_box(self.play, self.reset, self.back, self.step, self.epoch))
        for widget in (self.facts, self.problem):
            self.content.addWidget(widget)
        self.play.clicked.connect(self.play_requested)
        self.epoch.clicked.connect(self.epoch_requested)
        self.step.clicked.connect(self.step_requested)
        self.back.clicked.connect(self.back_requested)
        self.reset.clicked.connect(self.restart_requested)
        for box in self.lists:
            box.committed.connect(self._on_list)
        for line in self.typed:
            line.committed.connect(self._on_typed)
        self.seed.committed.connect(self._on_seed)
        self._retranslate()

    # What is shown

    def show_network(self, names: tuple[str, ...]) -> None:
        """The names of the network's parameters, in the order of its vector."""
        self._names = names
        if len(names) <= LISTED:
            choices = [Choice(place, name) for place, name in enumerate(names)]
            for box in self.lists:
                box.set_choices(choices)
        for line in self.typed:
            line.set_names(names)
        self._refresh()

    def show_choice(self, kind: PlaneKind, weights: tuple[int, int], seed: int) -> None:
        """The plane in use, without telling anyone."""
        self._kind, self._chosen = kind, weights
        self.seed.show_value(seed)
        self._refresh()

    def show_facts(self, samples: int, of: int, resolution: int, loss: float, shares: tuple[float, float] | None) -> None:
        """How the surface was made, the loss where the network is, and the shares of the path's variance, if it is the path's plane."""
        self._facts = samples, of, resolution, loss, shares
        self.problem.setText("")
        self._refresh()

    def show_run(self, step: int, *, running: bool) -> None:
        """How far the network is trained, and whether it goes on by itself."""
        for button in (self.reset, self.back):
            button.setEnabled(step > 0 or running)
        if running != self._running:
            self._running = running
            self._show_buttons()

    def show_problem(self, sentence: Sentence | None) -> None:
        """Why there is no surface."""
        if sentence is not None:
            self._facts = None
            self._show_facts()
        self.problem.setText("" if sentence is None else sentence_text(sentence))
        self.problem.setVisible(sentence is not None)

    def _refresh(self) -> None:
        weights, listed = self._kind is PlaneKind.TWO_WEIGHTS, len(self._names) <= LISTED
        wanted = [weights and listed] * 2 + [weights and not listed] * 2 + [self._kind is PlaneKind.RANDOM]
        self.grid.show_only(dict(zip(self._cells, wanted, strict=True)))
        self.grid.setVisible(any(wanted))
        for place, box, line in zip(self._chosen, self.lists, self.typed, strict=True):
            box.show_value(place)
            if place < len(self._names):
                line.show_place(place, self._names[place])
        self._show_words()

    # The person

    @staticmethod
    def _try_seed(_key: str, value: object) -> None:
        whole("landscape.seed", value if isinstance(value, int) else -1, 0, MOST_SEED)

    def _on_seed(self, _key: str, value: object) -> None:
        if isinstance(value, int | float):
            self.seed_chosen.emit(int(value))

    def _on_list(self, key: str, value: object) -> None:
        if isinstance(value, int):
            self._choose(0 if key == "first" else 1, value)

    def _on_typed(self, place: int) -> None:
        self._choose(0 if self.sender() is self.typed[0] else 1, place)

    def _choose(self, axis: int, place: int) -> None:
        """The same weight twice: the other axis gives way."""
        chosen = list(self._chosen)
        if chosen[1 - axis] == place:
            chosen[1 - axis] = chosen[axis]
        chosen[axis] = place
        self._chosen = (chosen[0], chosen[1])
        self._refresh()
        self.weights_chosen.emit(*self._chosen)

    # Words

    def _show_words(self) -> None:
        what = {
            PlaneKind.TWO_WEIGHTS: self.tr("The loss while these two weights change and all others stay as they are."),
            PlaneKind.RANDOM: self.tr(
                "The loss around the network in two random directions, scaled neuron by neuron: at 1 a neuron's weights have changed by as much as"
                " their own size. A wide valley is a network that a small change doesn't spoil."
            ),
            PlaneKind.PATH: self.tr(
                "The plane in which the training's path spreads most (PCA). The path is its shadow on that plane: where the shares are small, much of"
                " the way isn't seen."
            ),
        }
        self.what.setText(what[self._kind])
        self._show_facts()

    def _show_facts(self) -> None:
        shares = self._facts[4] if self._facts is not None else None
        self.shares.setVisible(self._kind is PlaneKind.PATH and shares is not None)
        if self._facts is None:
            self.facts.setText("")
            return
        samples, of, resolution, loss, _ = self._facts
        if shares is not None:
            first, second = (number(100 * share, 1) for share in shares)
            self.shares.setText(self.tr("Shares of the path's variance: {first} % and {second} %").format(first=first, second=second))
        over = self.tr("{resolution} × {resolution} places, over {samples} of {of} training samples.")
        click = self.tr("Loss here: {loss}. Click a place to put the network there.")
        self.facts.setText(click.format(loss=number(loss, 4)) + "\n" + over.format(resolution=resolution, samples=count(samples), of=count(of)))

    def _show_buttons(self) -> None:
        self.play.setText(self.tr("Pause") if self._running else self.tr("Train"))
        name = self.tr("Pause the training (Space)") if self._running else self.tr("Train the network (Space)")
        self.play.setAccessibleName(name)
        self.play.setToolTip(name)
        self.epoch.setText(self.tr("One epoch"))
        self.reset.set_name(self.tr("Back to the weights it began with (R)"))
        self.back.set_name(self.tr("One step back (←)"))
        self.step.set_name(self.tr("One step (→)"))

    def _retranslate(self) -> None:
        self.header.set_title(self.tr("Plane"))
        self._show_buttons()
        captions = (self.tr("Across"), self.tr("Up")) * 2 + (self.tr("Seed of the directions"),)
        for cell, caption in zip(self._cells, captions, strict=True):
            cell.set_caption(caption)
        if self.seed.dice is not None:
            self.seed.dice.set_name(self.tr("New directions"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
