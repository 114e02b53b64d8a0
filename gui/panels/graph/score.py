"""How far the exercise has got, and whether its boxes are filled in freely or one after the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.choice import Choice
from gui.fields.paint import follow_theme, hatch, px
from gui.fields.segmented import Segmented
from gui.fields.text import Words
from gui.theme import theme
from nn.graph.exercise import Order, Progress

ROWS = 5


class ScoreBar(QWidget):
    """Right, wrong (hatched) and revealed shares of a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress(0, 0, 0, 0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    def show_progress(self, progress: Progress) -> None:
        self._progress = progress
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(6))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, progress = QRectF(self.rect()), self._progress
        clip = QPainterPath()
        clip.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setClipPath(clip)
        painter.fillRect(rect, theme().color("line"))
        x = 0.0
        for count, token, hatched in ((progress.right, "ok", False), (progress.wrong, "bad", True), (progress.revealed, "text3", False)):
            width = rect.width() * count / max(progress.asked, 1)
            piece = QRectF(x, 0, width, rect.height())
            painter.fillRect(piece, hatch(theme().color(token)) if hatched else theme().color(token))
            x += width


class ScorePanel(QWidget):
    """``order_changed(Order)`` when the person chooses the other one."""

    order_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress(0, 0, 0, 0, 0, 0, 0)
        self.heading, self.score = Words("", "text", 13, bold=True), Words("", "text", 16, bold=True, mono=True)
        self.bar = ScoreBar()
        self.names = [Words("", "text2", 12) for _ in range(ROWS)]
        self.counts = [Words("", "text", 12, mono=True) for _ in range(ROWS)]
        self.order_name, self.order = Words("", "text", 13, bold=True), Segmented("order")
        self.order_note = Words("", "text3", 12, wrap=True)
        self.order.committed.connect(self._chosen)
        self._build()
        follow_theme(self._restyle)
        self._retranslate()

    def _build(self) -> None:
        layout = self._layout = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.score)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        self._grid = QGridLayout()
        for row, (name, count) in enumerate(zip(self.names, self.counts, strict=True)):
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(count, row, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.setColumnStretch(0, 1)
        layout.addLayout(self._grid)
        layout.addWidget(self.order_name)
        layout.addWidget(self.order)
        layout.addWidget(self.order_note)

    def show_progress(self, progress: Progress) -> None:
        """The counts of the exercise on screen."""
        self._progress = progress
        self.score.setText(f"{progress.right}/{progress.asked}")
        self.score.setAccessibleName(self.tr("{right} of {asked} right").format(right=progress.right, asked=progress.asked))
        self.bar.show_progress(progress)
        for words, count in zip(self.counts, (progress.first_try, progress.with_hint, progress.wrong, progress.revealed, progress.open), strict=True):
            words.setText(str(count))

    def show_order(self, order: Order) -> None:
        """The order in use, without telling anyone."""
        self.order.show_value(order)
        self._explain()

    def _chosen(self, _key: str, order: object) -> None:
        self._explain()
        self.order_changed.emit(order)

    def _explain(self) -> None:
        enforced = self.order.value is Order.ENFORCED
        self.order_note.setText(
            self.tr("Values from left to right, then derivatives from right to left.") if enforced else self.tr("Any box, in any order.")
        )

    def _restyle(self) -> None:
        self._layout.setContentsMargins(px(20), px(12), px(20), px(14))
        self._layout.setSpacing(px(8))
        self._grid.setVerticalSpacing(px(3))

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Score"))
        texts = (self.tr("right at first try"), self.tr("with a hint"), self.tr("not yet right"), self.tr("revealed"), self.tr("open"))
        for words, text in zip(self.names, texts, strict=True):
            words.setText(text)
        self.order_name.setText(self.tr("Order"))
        self.order.set_choices([Choice(Order.FREE, self.tr("Free")), Choice(Order.ENFORCED, self.tr("Enforced"))])
        self.order.setAccessibleName(self.tr("Order of filling in"))
        self.show_progress(self._progress)
        self._explain()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
