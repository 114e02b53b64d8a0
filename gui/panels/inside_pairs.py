"""How much two neurons overlap, for every pair of a layer: a matrix."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.fields.beside import Beside
from gui.fields.paint import follow_theme, px
from gui.fields.text import StillWords, Words
from gui.format import count, signed
from gui.panels.inside_job import JobHead
from gui.panels.inside_matrix import MatrixCanvas
from nn.inside.pairs import Pairs

SIDE = 250  # px for the words beside the matrix


class PairsPanel(QWidget):
    """``compute_requested`` and ``cancel_requested``; ``pair_clicked(int, int)`` carries two neurons of the layer, from 0.

    ``large_requested``: a double click on the matrix asks for more room, or gives it back.
    """

    compute_requested = Signal()
    cancel_requested = Signal()
    pair_clicked = Signal(int, int)
    large_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: Pairs | None = None
        self._stale = False
        self._reason = ""
        self._head = JobHead(self)
        self._note = Words("", "text3", 12, wrap=True, parent=self)
        self._matrix = MatrixCanvas(self)
        self._said, self._numbers = Words("", "text", 12, wrap=True, parent=self), StillWords("text2", 12, parent=self)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._parts = Beside(SIDE, self, square=True)
        self._parts.main.addWidget(self._matrix, 1)
        for widget in (self._head, self._note, self._said, self._numbers):
            self._parts.side.addWidget(widget)
        self._parts.side.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._parts)
        self._head.begin_requested.connect(self.compute_requested)
        self._head.cancel_requested.connect(self.cancel_requested)
        self._matrix.cell_hovered.connect(self._describe)
        self._matrix.cell_clicked.connect(self.pair_clicked)
        self._matrix.double_clicked.connect(self.large_requested)
        self._retranslate()
        follow_theme(self._restyle)

    @property
    def matrix(self) -> MatrixCanvas:
        return self._matrix

    @property
    def head(self) -> JobHead:
        return self._head

    @property
    def sentence(self) -> str:
        """What is said of the pair that is looked at."""
        return f"{self._said.text()} {self._numbers.text()}"

    def show_pairs(self, pairs: Pairs, *, stale: bool = False) -> None:
        """The matrix. ``stale``: it is of an earlier moment of the run."""
        if pairs is not self._pairs:
            self._matrix.show_matrix(pairs.overlap)
        self._pairs, self._stale, self._reason = pairs, stale, ""
        self._fill()

    def show_progress(self, share: float | None) -> None:
        """How much of the job is done, 0 to 1; ``None``: none goes on."""
        self._head.show_share(share)
        self._head.show_can_begin(not self._reason, again=self._pairs is not None)

    def show_nothing(self, reason: str = "") -> None:
        """No matrix; ``reason`` says why there can't be one, "" that nobody has asked for it yet."""
        self._pairs, self._stale, self._reason = None, False, reason
        self._matrix.show_matrix(np.empty((0, 0)))
        self._fill()

    def _fill(self) -> None:
        self._matrix.setVisible(self._pairs is not None)
        self._parts.show_main(self._pairs is not None)
        for words in (self._said, self._numbers):
            words.setVisible(self._pairs is not None)
        self._head.show_can_begin(not self._reason, again=self._pairs is not None)
        self._note.setText(self._note_text())
        self._describe(*self._matrix.pointed)

    def _note_text(self) -> str:
        if self._reason:
            return self._reason
        if self._pairs is None:
            return self.tr("How much more the error grows with two neurons off together than with each of them off alone.")
        if self._stale:
            return self.tr("Of an earlier moment of this run: calculate again.")
        return self.tr("Change of the error with both off, less the changes with each one off; {samples} training samples.").format(
            samples=count(self._pairs.samples)
        )

    def _describe(self, row: int, column: int) -> None:
        pairs = self._pairs
        if pairs is None or row < 0:
            self._said.setText(self.tr("+ they stand in for each other, − they need each other") if pairs is not None else "")
            self._numbers.show_text(self.tr("strongest {value}").format(value=signed(self._strongest(pairs), 4)) if pairs is not None else "")
            return
        value = float(pairs.overlap[row, column])
        names = {"first": f"h{pairs.layer}.{row + 1}", "second": f"h{pairs.layer}.{column + 1}"}
        said = self.tr("{first} and {second} stand in for each other") if value > 0 else self.tr("{first} and {second} need each other")
        self._said.setText(said.format(**names))
        apart = (signed(float(pairs.growth[one]), 4) for one in (row, column))
        self._numbers.show_text(f"{signed(value, 4)}  ({' , '.join(apart)})")
        self._numbers.setToolTip(self.tr("Overlap, and in brackets the change of the error with each one off alone"))

    @staticmethod
    def _strongest(pairs: Pairs) -> float:
        finite = pairs.overlap[np.isfinite(pairs.overlap)]
        return float(finite[np.argmax(np.abs(finite))]) if finite.size else float("nan")

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Overlap of pairs of neurons"))
        self._head.set_title(self.tr("Pairs"))
        self._matrix.setAccessibleName(self.tr("Matrix of overlaps: the arrow keys go from pair to pair"))
        self._fill()

    def _restyle(self) -> None:
        self._said.setMinimumHeight(px(34))  # two lines, so that nothing moves under the pointer
        self._column.setContentsMargins(px(16), px(8), px(16), px(12))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
