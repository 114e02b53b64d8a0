"""What is walked through: the lesson or the network on screen, the learning rate, the biases, how many iterations, and the names."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from gui.fields.button import Look, TextButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.grid import Cell, FormGrid
from gui.fields.line import NumberField, NumberKind
from gui.fields.paragraph import Paragraph
from gui.fields.sentence import error_text
from gui.format import count
from gui.panels.form import SettingsForm, with_value
from nn.errors import SettingsError
from nn.replay.mazur import LESSONS, settings
from nn.replay.settings import BiasMode, Naming, ReplaySettings
from nn.text import QT_TRANSLATE_NOOP

NETWORK = "network"
"""The choice that is no lesson: the network in the Train workspace."""

SHORT_INTRO = 2  # lines, where the room is short
MOST_ITERATIONS = 1000  # steps of more would be a wall that nobody walks through

_NAMES: dict[StrEnum, tuple[str, str]] = {
    BiasMode.FIXED: (QT_TRANSLATE_NOOP("StepsSetup", "Fixed"), QT_TRANSLATE_NOOP("StepsSetup", "Fixed: they stay as they are")),
    BiasMode.PER_NEURON: (QT_TRANSLATE_NOOP("StepsSetup", "Per neuron"), QT_TRANSLATE_NOOP("StepsSetup", "Each neuron learns its own")),
    BiasMode.PER_LAYER: (QT_TRANSLATE_NOOP("StepsSetup", "Per layer"), QT_TRANSLATE_NOOP("StepsSetup", "A layer's neurons learn one together")),
    Naming.MAZUR: (QT_TRANSLATE_NOOP("StepsSetup", "net, out, w5"), QT_TRANSLATE_NOOP("StepsSetup", "i1, h1, o1, w5, net, out: Mazur's")),
    Naming.LAYER: (QT_TRANSLATE_NOOP("StepsSetup", "z, a, W, δ"), QT_TRANSLATE_NOOP("StepsSetup", "x, z, a, W, δ with the layer's number")),
}


class StepsSetupPanel(SettingsForm[ReplaySettings]):
    """Emits ``settings_changed(ReplaySettings)`` once per completed edit. ``sample_chosen`` counts from 0."""

    lesson_chosen = Signal(str)
    settings_changed = Signal(object)
    sample_chosen = Signal(int)
    original_requested = Signal()
    prefix = "replay"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(settings(), parent)
        self._network_name: str | None = None
        self._samples = 0
        self._changed = self._compact = False
        self.lesson = ChoiceField("lesson")
        self.intro = Paragraph("text2", 12)
        self.biases, self.naming = ChoiceField("biases"), ChoiceField("naming")
        self.sample = NumberField("sample", NumberKind(whole=True), self._trial_sample)
        self.original = TextButton("", Look.LINK, "reset")
        self._lesson_cell = Cell(self.lesson)
        self._lesson_grid = FormGrid()
        self._build()
        self._connect()
        self.retranslate()
        self.show_lessons(LESSONS[0].id)
        self.show_sample(0, 0)
        self.show_settings(self._settings)
        self.show_changed(False)

    def _build(self) -> None:
        self._lesson_grid.add_row(self._lesson_cell)
        self._sample_cell, self._biases_cell, self._naming_cell = Cell(self.sample), Cell(self.biases), Cell(self.naming)
        self.grid.add_row(self._sample_cell)
        self.grid.add_row(self.number("learning_rate", NumberKind(step=0, least=1e-6)), self.number("iterations", NumberKind(whole=True)))
        self.grid.add_row(self._biases_cell, self._naming_cell)
        self.content.insertWidget(0, self._lesson_grid)
        self.content.insertWidget(1, self.intro)
        self.content.addWidget(self.original)

    def _connect(self) -> None:
        self.lesson.committed.connect(self._lesson_picked)
        self.sample.committed.connect(self._sample_picked)
        self.biases.committed.connect(self.commit)
        self.naming.committed.connect(self.commit)
        self.original.clicked.connect(self.original_requested)

    # What is shown

    def show_lessons(self, chosen: str, network: str | None = None) -> None:
        """Which lesson is open (its id, or :data:`NETWORK`); ``network`` names the one in Train, ``None`` where none can be taken."""
        self._network_name = network
        self._offer_lessons()
        self.lesson.show_value(chosen)
        self._show_intro()

    def show_settings(self, settings: ReplaySettings, *, editable: bool = True) -> None:
        """Fill the form without telling anyone. Not ``editable``: they are to be seen, as while a walk is being made."""
        super().show_settings(settings)
        for field in (self.biases, self.naming, self.number_field("learning_rate"), self.number_field("iterations"), self.sample):
            field.setEnabled(editable)

    def show_sample(self, sample: int, samples: int) -> None:
        """Which of a network's ``samples`` is walked through, counted from 0; a lesson has its own (0 of 0) and offers none."""
        self._samples = samples
        self.sample.show_value(sample + 1)
        self._name_sample()
        self.grid.show_only({self._sample_cell: samples > 1})

    def show_changed(self, changed: bool) -> None:
        """Whether a number was changed, so that there is a way back."""
        self._changed = changed
        self._show_original()

    def set_compact(self, compact: bool) -> bool:
        """Where the room is short: the lesson's words in two lines, and the way back only when there is one. Whether that is a change."""
        if compact == self._compact:
            return False
        self._compact = compact
        self.intro.set_most_lines(SHORT_INTRO if compact else None)
        self._show_original()
        return True

    def whole_height(self, width: int) -> int:
        """How high the form is at a width, with all of the lesson's words and the way back."""
        missing = 0 if self._changed or not self._compact else self.original.sizeHint().height() + self.content.spacing()
        return self.heightForWidth(width) + self.intro.cut_height + missing if self.is_open else 0

    def _show_original(self) -> None:
        self.original.setEnabled(self._changed)
        self.original.setVisible(self._changed or not self._compact)

    def show_error(self, error: SettingsError) -> bool:
        """Mark the field that an error names. False when the form has no such field."""
        fields = {"replay.biases": self.biases, "replay.naming": self.naming, "sample": self.sample if self._samples > 1 else None}
        field = fields.get(error.field)
        if field is None:
            return super().show_error(error)
        field.set_problem(error_text(error))
        return True

    def refill(self) -> None:
        super().refill()
        self.biases.show_value(self._settings.biases)
        self.naming.show_value(self._settings.naming)

    # What the person wants

    def announce(self) -> None:
        self.settings_changed.emit(self._settings)

    def trial(self, key: str, value: object) -> None:
        if key == "iterations" and isinstance(value, int) and value > MOST_ITERATIONS:
            raise SettingsError(
                "replay.iterations",
                QT_TRANSLATE_NOOP("nn", "At most {most} iterations can be walked through here; {value} can't be used."),
                most=MOST_ITERATIONS,
                value=value,
            )
        with_value(self._settings, key, value)

    def _trial_sample(self, _key: str, value: object) -> None:
        if not (isinstance(value, int) and 1 <= value <= self._samples):
            raise SettingsError(
                "sample",
                QT_TRANSLATE_NOOP("nn", "There are {count} samples; give a number from 1 to {count}, not {value}."),
                count=self._samples,
                value=value,
            )

    def _lesson_picked(self, _key: str, value: object) -> None:
        self._show_intro()
        self.lesson_chosen.emit(value)

    def _sample_picked(self, _key: str, value: object) -> None:
        if isinstance(value, int):
            self.sample_chosen.emit(value - 1)

    # Words

    def _offer_lessons(self) -> None:
        lessons = [Choice(lesson.id, QCoreApplication.translate("nn", lesson.title)) for lesson in LESSONS]
        if self._network_name is not None:
            name = self.tr("The network in Train")
            lessons.append(Choice(NETWORK, name, f"{name} · {self._network_name}" if self._network_name else name))
        self.lesson.set_choices(lessons)

    def _show_intro(self) -> None:
        intros = {lesson.id: lesson.intro for lesson in LESSONS}
        chosen = self.lesson.value
        text = QCoreApplication.translate("nn", intros[str(chosen)]) if chosen in intros else ""
        if chosen == NETWORK:
            text = self.tr("Every number of this network for one of its samples: forward, the error, and back to each weight.")
        self.intro.setText(text)
        self.intro.setVisible(bool(text))

    def _name_sample(self) -> None:
        self._sample_cell.set_caption(self.tr("Sample (1 to {count})").format(count=count(self._samples)))

    def name_cell(self, key: str, cell: Cell) -> None:
        names = {"learning_rate": self.tr("Learning rate η"), "iterations": self.tr("Iterations")}
        cell.set_caption(names[key])

    def retranslate(self) -> None:
        super().retranslate()
        self.header.set_title(self.tr("Lesson"))
        self._lesson_cell.set_caption("")
        self.lesson.setAccessibleName(self.tr("Lesson"))
        for field, cell, members, name in (
            (self.biases, self._biases_cell, tuple(BiasMode), self.tr("Biases")),
            (self.naming, self._naming_cell, tuple(Naming), self.tr("Names")),
        ):
            field.set_choices([Choice(member, *(QCoreApplication.translate("StepsSetup", text) for text in _NAMES[member])) for member in members])
            cell.set_caption(name)
        self.original.setText(self.tr("Back to the original"))
        self._name_sample()
        self._offer_lessons()
        self._show_intro()
        self.grid.arrange()
        self._lesson_grid.arrange()
