"""How one neuron's output is spread over the classes, and the samples that excite it most."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.fields.beside import Beside
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.views.distribution.ridges import Ridges
from gui.views.distribution.samples import Samples, SamplesRow

SIDE = 264  # px for the samples beside the histograms: four pictures


class DistributionView(QWidget):
    """``sample_clicked(int)`` carries a data-set number."""

    sample_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._reason = ""
        self._title, self._note = Words("", "text", 13, bold=True, parent=self), Words("", "text3", 12, wrap=True, parent=self)
        self._ridges, self._samples = Ridges(self), SamplesRow(self)
        self._exciting = Words("", "text", 12, bold=True, parent=self)
        self._parts = Beside(SIDE, self)
        self._parts.main.addWidget(self._title)
        self._parts.main.addWidget(self._note)
        self._parts.main.addWidget(self._ridges, 1)
        self._parts.main.addStretch()  # without histograms the words stay on top
        self._parts.side.addWidget(self._exciting)
        self._parts.side.addWidget(self._samples)
        self._parts.side.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._parts)
        self._samples.sample_clicked.connect(self.sample_clicked)
        self._retranslate()
        follow_theme(self._restyle)

    @property
    def ridges(self) -> Ridges:
        return self._ridges

    @property
    def samples(self) -> SamplesRow:
        return self._samples

    def show_distribution(self, name: str, edges: NDArray[np.floating], counts: NDArray[np.integer], class_names: tuple[str, ...] = ()) -> None:
        """``name`` of the neuron, ``h1.3``; ``edges`` (b + 1,) of its output; ``counts`` (classes, b) samples of each class, one row without
        classes. Raises ValueError where the two don't fit together."""
        self._ridges.show_counts(edges, counts, class_names)
        self._name, self._reason = name, ""
        self._retranslate()

    def show_samples(
        self, numbers: NDArray[np.integer], outputs: NDArray[np.floating], raw: NDArray[np.floating], image_shape: tuple[int, int] | None = None
    ) -> None:
        """The most exciting samples: data-set ``numbers`` (m,), the neuron's ``outputs`` (m,) for them, ``raw`` (m, d) as they are."""
        self._samples.show_samples(Samples(numbers, outputs, raw, image_shape))
        self._retranslate()

    def show_nothing(self, reason: str = "") -> None:
        """Nothing to see, and why."""
        self._name, self._reason = "", reason
        self._samples.show_samples(None)
        self._retranslate()

    # --- words ---

    def _retranslate(self) -> None:
        known = bool(self._name)
        self.setAccessibleName(self.tr("Outputs over the data"))
        self._title.setText(self.tr("Outputs of {neuron} over the data").format(neuron=self._name) if known else self.tr("Outputs over the data"))
        hint = self.tr("Choose a neuron to see its outputs over the training samples, class by class.")
        many = self._ridges.rows > 1
        shares = self.tr("Heights: the square root of the share of training samples.")
        if many:
            shares = self.tr("Heights: the square root of the share of each class's training samples.")
        self._note.setText(shares if known else self._reason or hint)
        self._ridges.setVisible(known)
        self._exciting.setVisible(known and self._samples.length > 0)
        self._samples.setVisible(known and self._samples.length > 0)
        self._exciting.setText(self.tr("Most exciting samples"))
        self._ridges.setAccessibleName(self.tr("Histograms of the output, one for each class"))
        self._ridges.setAccessibleDescription(self._ridges.spoken() if known else "")
        self._samples.setAccessibleName(self.tr("Samples with the greatest outputs: the arrows go from one to the next"))

    def _restyle(self) -> None:
        self._column.setContentsMargins(px(16), px(8), px(16), px(10))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
