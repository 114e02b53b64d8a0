"""The bar below the landscape: again, back, play, on, the pace, the recorded steps, and the selected runner's numbers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.fields.button import IconButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.paint import follow_theme, lay_ground, px
from gui.panels.landscape.scrub import RaceScrub
from gui.panels.readouts import Place, ReadOut

HEIGHT = 64
LEAST_SCRUB = 240
PACES = (2.0, 5.0, 15.0, 30.0, 60.0, 240.0)  # steps a second
PLACES = (
    Place("step", "88 888", 0),
    Place("w0", f"{chr(0x2212)}88.888", 2),
    Place("w1", f"{chr(0x2212)}88.888", 3),
    Place("cost", "8.88e-88", 1),
    Place("slope", "8.88e-88", 4),
    Place("next", "8.88e-88", 5),
)


class RaceTransport(QWidget):
    """Shows where the race is and says what the person wants; it runs nothing itself."""

    restart_requested = Signal()
    back_requested = Signal()
    forward_requested = Signal()
    play_requested = Signal()
    pace_changed = Signal(float)
    seek_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing = False
        self._axes = ("ω₀", "ω₁")
        self.reset = IconButton("reset", "", 36, 36)
        self.back = IconButton("back", "", 36, 36)
        self.play = IconButton("play", "", 44, 40)
        self.play.primary = True
        self.step = IconButton("step", "", 36, 36)
        self.pace = ChoiceField("pace")
        self.scrub = RaceScrub()
        self.readouts = {place.key: ReadOut(place) for place in PLACES}
        self._build()
        self._connect()
        self.pace.show_value(15.0)
        follow_theme(self._restyle)
        self._retranslate()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for widget in (self.reset, self.back, self.play, self.step, self.pace):
            self._row.addWidget(widget)
        self._row.addSpacing(8)
        self._row.addWidget(self.scrub, 1)
        self._row.addSpacing(8)
        for item in self.readouts.values():
            self._row.addWidget(item)

    def _connect(self) -> None:
        self.reset.clicked.connect(self.restart_requested)
        self.back.clicked.connect(self.back_requested)
        self.play.clicked.connect(self.play_requested)
        self.step.clicked.connect(self.forward_requested)
        self.pace.committed.connect(self._pace_chosen)
        self.scrub.seek_requested.connect(self.seek_requested)

    def _pace_chosen(self, _key: str, value: object) -> None:
        self.pace_changed.emit(value)

    # What is shown

    def show_playing(self, playing: bool) -> None:
        self._playing = playing
        self.play.set_icon("pause" if playing else "play")
        self.play.set_name(self.tr("Pause (Space)") if playing else self.tr("Play (Space)"))

    def show_ready(self, ready: bool) -> None:
        """Whether there is a race at all."""
        for widget in (self.reset, self.back, self.play, self.step, self.scrub):
            widget.setEnabled(ready)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Texts by the read-outs' keys; what is missing is a dash."""
        for key, item in self.readouts.items():
            item.show_value(values.get(key, "–"))

    def show_axes(self, axes: tuple[str, str]) -> None:
        """What the two parameters are called."""
        if axes != self._axes:
            self._axes = axes
            self._name_readouts()
            self._fit()

    # Room

    def _fit(self) -> None:
        """The line of steps keeps its least width, then the read-outs come in the order of their importance."""
        margins = self._row.contentsMargins()
        controls = self.pace.width() + sum(px(width) for width in (36, 36, 44, 36))
        room = self.width() - margins.left() - margins.right() - controls - 16 - 13 * self._row.spacing() - px(LEAST_SCRUB)
        for item in sorted(self.readouts.values(), key=lambda one: one.place.rank):
            width = item.needed_width()
            item.setVisible(width <= room)
            room = room - width if width <= room else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(px(520), px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(16), 0, px(12), 0)
        self._row.setSpacing(px(4))
        lay_ground(self)
        self.pace.setFixedWidth(max((self.pace.width_of(choice.name) for choice in self._paces()), default=0))
        self._fit()

    # Words

    def _paces(self) -> list[Choice]:
        return [
            Choice(pace, self.tr("{count}/s").format(count=f"{pace:g}"), self.tr("{count} steps a second").format(count=f"{pace:g}"))
            for pace in PACES
        ]

    def _name_readouts(self) -> None:
        names = {
            "step": self.tr("Step"),
            "w0": self._axes[0],
            "w1": self._axes[1],
            "cost": self.tr("Cost"),
            "slope": "|∇C|",
            "next": self.tr("Next step"),
        }
        for key, name in names.items():
            self.readouts[key].set_caption(name)
        self.readouts["slope"].setToolTip(self.tr("How steep the cost is here: the length of its gradient"))
        self.readouts["next"].setToolTip(self.tr("How far the next step goes"))

    def _retranslate(self) -> None:
        self.reset.set_name(self.tr("Run again from the start, with the settings as they are now (R)"))
        self.back.set_name(self.tr("One step back (←)"))
        self.step.set_name(self.tr("One step (→)"))
        self.show_playing(self._playing)
        self.pace.set_choices(self._paces())
        self.pace.setAccessibleName(self.tr("Pace"))
        self.scrub.setAccessibleName(self.tr("Steps of the race"))
        self._name_readouts()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
