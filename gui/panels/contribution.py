"""What each hidden neuron contributes: a ranked table under a title."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.fields.bare import scrolled
from gui.fields.button import Look, TextButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.panels.contribution_table import ContributionTable
from gui.panels.ranking import Measure, in_old_order, measure_hint, measure_name, ranked
from gui.theme import theme
from nn.choices import AblationMode, Task
from nn.layout import Neuron
from nn.training.snapshot import Contribution, Snapshot


class ContributionPanel(QWidget):
    """Rows keep their places while the pointer is over them; otherwise the most helpful neuron is always first."""

    neuron_clicked = Signal(object)
    neuron_toggled = Signal(object)
    neuron_alone = Signal(object)
    all_on = Signal()
    mode_chosen = Signal(object)  # what switched-off neurons are to put out: an AblationMode

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contributions: tuple[Contribution, ...] = ()
        self._off: frozenset[Neuron] = frozenset()
        self._task = Task.CLASSIFICATION
        self._title = Words("", "text", 13, bold=True)
        self._hint = Words("", "text3", 12)
        self._empty = Words("", "text3", 12, wrap=True)
        self.measure = ChoiceField("measure")
        self.mode = ChoiceField("mode")
        self.all_on_button = TextButton("", Look.LINK)
        self.table = ContributionTable()
        self._area = scrolled(self.table)
        self._build()
        self._connect()
        self.measure.show_value(Measure.TRAIN_LOSS)
        self.mode.show_value(AblationMode.ZERO)
        follow_theme(self._restyle)
        self._retranslate()

    def _build(self) -> None:
        self._head = QHBoxLayout()
        for widget in (self._title, self._hint):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        self._head.addWidget(self.all_on_button)
        self._head.addWidget(self.mode)
        self._head.addWidget(self.measure)
        self._frame = QVBoxLayout(self)
        self._frame.addLayout(self._head)
        self._frame.addWidget(self._empty)
        self._frame.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.table.neuron_clicked.connect(self.neuron_clicked)
        self.table.neuron_toggled.connect(self.neuron_toggled)
        self.table.neuron_alone.connect(self.neuron_alone)
        self.table.all_on.connect(self.all_on)
        self.table.row_shown.connect(self._show_row)
        self.all_on_button.clicked.connect(self.all_on)
        self.measure.committed.connect(self._measure_chosen)
        self.mode.committed.connect(self._mode_committed)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take contributions and switched-off neurons from a snapshot."""
        if snapshot.ablation.mode is not self.mode.value:
            self.mode.show_value(snapshot.ablation.mode)
            self._fit_head()
        same = snapshot.contributions == self._contributions and snapshot.ablation.off == self._off and snapshot.task is self._task
        if same:
            return
        other_task, self._task = snapshot.task is not self._task, snapshot.task
        self._contributions, self._off = snapshot.contributions, snapshot.ablation.off
        if other_task:
            self._offer_measures()
        self._refresh(keep_places=self.table.underMouse())

    def show_selected(self, neuron: Neuron | None) -> None:
        """Highlight the row of a neuron chosen elsewhere."""
        self.table.show_selected(neuron)

    def clear(self) -> None:
        """Forget a run that is over."""
        self._contributions, self._off = (), frozenset()
        self._refresh()

    @property
    def chosen_measure(self) -> Measure:
        value = self.measure.value
        return value if isinstance(value, Measure) else Measure.TRAIN_LOSS

    def _refresh(self, *, keep_places: bool = False) -> None:
        rows = ranked(self._contributions, self._off, self.chosen_measure)
        old = self.table.rows
        if keep_places and {row.neuron for row in old} == {row.neuron for row in rows}:
            rows = in_old_order(rows, old)
        self.table.show_rows(rows, self.chosen_measure)
        self._empty.setVisible(not rows)
        self._area.setVisible(bool(rows))
        self._hint.setText(measure_hint(self.chosen_measure))
        self._fit_head()

    def _mode_committed(self, _key: str, value: object) -> None:
        self._fit_head()
        self.mode_chosen.emit(value)

    def _measure_chosen(self, _key: str, _value: object) -> None:
        self._refresh()

    def _show_row(self, point: QPoint) -> None:
        self._area.ensureVisible(point.x(), point.y(), 0, px(22))

    def _offer_measures(self) -> None:
        """Regression has no accuracy."""
        offered = [m for m in Measure if self._task is Task.CLASSIFICATION or not m.is_accuracy]
        self.measure.set_choices([Choice(m, measure_name(m)) for m in offered])
        if self.chosen_measure not in offered:
            self.measure.show_value(Measure.TRAIN_LOSS)

    def _fit_head(self) -> None:
        """What has no room gives way in the order of its need: the hint, the title, then "All on", which has a key."""
        for field in (self.measure, self.mode):
            field.setFixedWidth(field.needed_width() + px(4))
        room = self.width() - px(24) - px(12) - self.measure.width() - self.mode.width() - 2 * px(8)
        for widget, wanted in ((self.all_on_button, bool(self._off)), (self._title, True), (self._hint, True)):
            needed = widget.needed_width() + px(8)
            widget.setVisible(wanted and needed <= room)
            room -= needed if wanted else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _restyle(self) -> None:
        self.setMinimumWidth(px(200))  # the hint gives way, so it must not widen the window
        self._frame.setContentsMargins(px(24), px(6), px(12), px(8))
        self._frame.setSpacing(px(4))
        self._area.setViewportMargins(0, 0, px(10), 0)  # the scroll bar's place
        self._head.setSpacing(px(8))
        palette = theme().palette()
        palette.setColor(QPalette.ColorRole.Window, theme().color("panel"))
        for widget in (self, self._area.viewport(), self.table):
            widget.setPalette(palette)
        self.setAutoFillBackground(True)
        self._fit_head()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Contribution"))
        self.table.setAccessibleName(self.tr("Contribution of each neuron"))
        self.measure.setAccessibleName(self.tr("Rank by"))
        self.all_on_button.setText(self.tr("All on"))
        self.mode.setAccessibleName(self.tr("What switched-off neurons put out"))
        self.mode.setToolTip(self.tr("What switched-off neurons put out"))
        zero, mean = self.tr("0, as if it were not there"), self.tr("its mean over the training set")
        self.mode.set_choices([Choice(AblationMode.ZERO, self.tr("off: 0"), zero), Choice(AblationMode.MEAN, self.tr("off: mean"), mean)])
        self._empty.setText(self.tr("What each hidden neuron contributes is shown here once the run has started."))
        self._offer_measures()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
