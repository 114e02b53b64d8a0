"""The player: first, back, forward, last, playing by itself, the scrub bar, and how far one click goes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.fields.button import IconButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.paint import follow_theme, lay_ground, px
from gui.fields.segmented import Segmented
from gui.format import count
from gui.panels.player.counter import StepCounter
from gui.panels.player.scrub import ScrubBar, Segment
from gui.panels.step_parts import iteration_name, iterations_of, part_name, parts_of
from nn.replay.settings import Granularity
from nn.replay.walk import Walk
from nn.text import QT_TRANSLATE_NOOP

HEIGHT = 64
LEAST_SCRUB = 200
PACES = (0.5, 1.0, 2.0, 4.0)  # steps a second

_GRANULARITIES = {
    Granularity.OPERATION: (QT_TRANSLATE_NOOP("Player", "Operation"), QT_TRANSLATE_NOOP("Player", "One click is one number")),
    Granularity.NEURON: (QT_TRANSLATE_NOOP("Player", "Neuron"), QT_TRANSLATE_NOOP("Player", "One click is a neuron, or a parameter's derivative")),
    Granularity.LAYER: (QT_TRANSLATE_NOOP("Player", "Layer"), QT_TRANSLATE_NOOP("Player", "One click is a layer")),
    Granularity.PASS: (QT_TRANSLATE_NOOP("Player", "Pass"), QT_TRANSLATE_NOOP("Player", "One click is a pass: forward, error, backward, update")),
    Granularity.ITERATION: (QT_TRANSLATE_NOOP("Player", "Iteration"), QT_TRANSLATE_NOOP("Player", "One click is an iteration")),
}


class PlayerPanel(QWidget):
    """Shows where we are and says where the person wants to go; it goes nowhere itself."""

    first_requested = Signal()
    back_requested = Signal()
    forward_requested = Signal()
    last_requested = Signal()
    play_requested = Signal()
    pause_requested = Signal()
    pace_changed = Signal(float)
    seek_requested = Signal(int)
    granularity_changed = Signal(object)  # Granularity

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk: Walk | None = None
        self._step = 0
        self._playing = False
        self.first = IconButton("first", "", 36, 36)
        self.back = IconButton("chevron-left", "", 36, 36)
        self.forward = IconButton("chevron-right", "", 44, 40)
        self.forward.primary = True
        self.last = IconButton("last", "", 36, 36)
        self.play = IconButton("play", "", 36, 36)
        self.pace = ChoiceField("pace")
        self.scrub = ScrubBar()
        self.counter = StepCounter()
        self.granularity = Segmented("granularity")
        self.granularity_list = ChoiceField("granularity")
        self._build()
        self._connect()
        self.pace.show_value(1.0)
        follow_theme(self._restyle)
        self._retranslate()
        self.show_granularity(Granularity.OPERATION)
        self._show_ends()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for widget in (self.first, self.back, self.forward, self.last, self.play, self.pace):
            self._row.addWidget(widget)
        self._row.addSpacing(8)
        self._row.addWidget(self.scrub, 1)
        self._row.addSpacing(8)
        self._row.addWidget(self.counter)
        self._row.addSpacing(8)
        self._row.addWidget(self.granularity)
        self._row.addWidget(self.granularity_list)
        self.granularity_list.hide()

    def _connect(self) -> None:
        self.first.clicked.connect(self.first_requested)
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.last.clicked.connect(self.last_requested)
        self.play.clicked.connect(self.toggle_play)
        self.pace.committed.connect(self._pace_chosen)
        self.scrub.seek_requested.connect(self.seek_requested)
        self.granularity.committed.connect(self._granularity_chosen)
        self.granularity_list.committed.connect(self._granularity_chosen)

    # What is shown

    def show_walk(self, walk: Walk) -> None:
        """Another walk, looked at from its first step."""
        self._walk = walk
        self._show_segments()
        self.show_step(0)
        self._fit()

    def show_step(self, step_id: int) -> None:
        """The step that is looked at."""
        self._step = step_id
        steps = 0 if self._walk is None else len(self._walk.steps)
        self.scrub.show_step(step_id)
        self.counter.show_step(step_id + 1 if steps else 0, steps)
        self._show_ends()

    def show_playing(self, playing: bool) -> None:
        """Whether the steps go on by themselves."""
        self._playing = playing
        self.play.set_icon("pause" if playing else "play")
        self.play.set_name(self.tr("Pause (Space)") if playing else self.tr("Play by itself (Space)"))

    def show_granularity(self, granularity: Granularity) -> None:
        """How far one click goes, without telling anyone."""
        self.granularity.show_value(granularity)
        self.granularity_list.show_value(granularity)

    def _show_ends(self) -> None:
        last = -1 if self._walk is None else len(self._walk.steps) - 1
        before, after = last >= 0 and self._step > 0, self._step < last
        wanted = {self.first: before, self.back: before, self.forward: after, self.last: after, self.play: after or self._playing}
        left = next((button for button, enabled in wanted.items() if button.hasFocus() and not enabled), None)
        if left is not None:  # else Qt hands the focus on to the pace, which keeps the arrow keys for itself
            other = self.forward if left in (self.first, self.back) else self.back
            other.setEnabled(wanted[other])
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        for button, enabled in wanted.items():
            button.setEnabled(enabled)

    def _show_segments(self) -> None:
        walk = self._walk
        if walk is None:
            return
        iterations = iterations_of(walk)
        full = [one for one in iterations if one[0] <= walk.scheme.settings.iterations]
        if len(full) == 1:
            number, start, stop = full[0]
            segments = [Segment(p.start, p.stop, part_name(p, walk), part_name(p, walk, long=True)) for p in parts_of(walk, start, stop)]
            rest = iterations[1:]
        else:
            segments, rest = [], iterations
        for number, start, stop in rest:
            name = iteration_name(number, walk, only=len(full) == 1)
            segments.append(Segment(start, stop, count(number) if len(full) != 1 else name, name))
        self.scrub.show_segments(tuple(segments), len(walk.steps))

    # What the person wants

    def toggle_play(self) -> None:
        """What the play button does."""
        self.show_playing(not self._playing)
        if self._playing:
            self.play_requested.emit()
        else:
            self.pause_requested.emit()

    def _pace_chosen(self, _key: str, value: object) -> None:
        self.pace_changed.emit(value)

    def _granularity_chosen(self, _key: str, value: object) -> None:
        if isinstance(value, Granularity):
            self.show_granularity(value)
            self.granularity_changed.emit(value)

    # Room

    def _fit(self) -> None:
        """Where the window is narrow the segments become a list, then the counter's words go; the scrub bar keeps its least width."""
        margins = self._row.contentsMargins()
        buttons = sum(px(width) for width in (36, 36, 44, 36, 36)) + self.pace.width()
        free = self.width() - margins.left() - margins.right() - buttons - 24 - 11 * self._row.spacing() - px(LEAST_SCRUB)
        wide, narrow = self.granularity.needed_width(), self.granularity_list.width()
        as_list = self.counter.width_when(short=False) + wide > free
        self.counter.set_short(as_list and self.counter.width_when(short=False) + narrow > free)
        self.granularity.setVisible(not as_list)
        self.granularity_list.setVisible(as_list)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the list and the short counter allow, whichever are shown now."""
        margins = self._row.contentsMargins()
        buttons = sum(px(width) for width in (36, 36, 44, 36, 36)) + self.pace.width()
        rest = self.counter.width_when(short=True) + self.granularity_list.width() + self.scrub.minimumSizeHint().width()
        return QSize(margins.left() + margins.right() + buttons + rest + 24 + 11 * self._row.spacing(), px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(16), 0, px(16), 0)
        self._row.setSpacing(px(4))
        lay_ground(self)
        self._widen()
        self._fit()

    def _widen(self) -> None:
        self.pace.setFixedWidth(max((self.pace.width_of(choice.name) for choice in self._paces()), default=0))
        names = [QCoreApplication.translate("Player", name) for name, _ in _GRANULARITIES.values()]
        self.granularity_list.setFixedWidth(max(self.granularity_list.width_of(name) for name in names))

    def _paces(self) -> list[Choice]:
        return [
            Choice(pace, self.tr("{count}/s").format(count=f"{pace:g}"), self.tr("{count} steps a second").format(count=f"{pace:g}"))
            for pace in PACES
        ]

    def _retranslate(self) -> None:
        self.first.set_name(self.tr("First step (Home)"))
        self.back.set_name(self.tr("One step back (←)"))
        self.forward.set_name(self.tr("One step forward (→)"))
        self.last.set_name(self.tr("Last step (End)"))
        self.show_playing(self._playing)
        self.pace.set_choices(self._paces())
        self.pace.setAccessibleName(self.tr("Pace"))
        self.scrub.setAccessibleName(self.tr("Steps of the walk"))
        choices = [Choice(one, self._say(name), self._say(hint)) for one, (name, hint) in _GRANULARITIES.items()]
        self.granularity.set_choices(choices)
        self.granularity_list.set_choices([Choice(choice.value, choice.name) for choice in choices])
        for widget in (self.granularity, self.granularity_list):
            widget.setAccessibleName(self.tr("How far one click goes"))
        self._show_segments()
        self._widen()
        self._fit()

    @staticmethod
    def _say(text: str) -> str:
        return QCoreApplication.translate("Player", text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
