"""A fitted picture: what it should be, what the network makes of it, and how far the two are apart."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.fields.choice import Choice
from gui.fields.paint import follow_theme, px
from gui.fields.segmented import Segmented
from gui.fields.text import StillWords, Words
from gui.format import number
from gui.theme import theme
from gui.views.pictures.canvas import PicturesCanvas, Shown
from gui.views.pictures.colours import error_image, picture_image, plane_image
from nn.inside.views import Floats, Pictures

FINER = (1, 4)


@dataclass(frozen=True, eq=False)
class _Grown:
    image: Floats
    count: int
    of: int
    mse: float
    plane: bool


class PicturesView(QWidget):
    """``finer_chosen(int)``: draw the network's picture 1 or 4 times finer than the target."""

    finer_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Pictures | None = None
        self._grown: _Grown | None = None
        self._title, self._mse = Words("", "text", 13, bold=True, parent=self), StillWords("text2", 12, parent=self)
        self._finer = Segmented("finer", self, pad=10)
        self._canvas = PicturesCanvas(self)
        self._build()
        self._finer.committed.connect(self._choose)
        self._finer.show_value(1)
        self._retranslate()
        follow_theme(self._restyle)
        theme().changed.connect(self._fill)

    # --- what is shown ---

    def show_pictures(self, pictures: Pictures | None) -> None:
        """The three pictures and the mean squared error."""
        if pictures is self._pictures:
            return
        self._pictures = pictures
        if pictures is not None:
            self._finer.show_value(pictures.finer)
        self._fill()

    def show_grown(self, image: Floats | None, count: int = 0, of: int = 0, mse: float = math.nan, *, plane: bool = False) -> None:
        """What ``count`` of ``of`` neurons make together, (h, w, c) from 0 to 1, in the network's place; ``None`` goes back to all of them.

        ``plane``: ``image`` (h, w, 1) is the answer over a plane, row 0 the lowest; it stands alone where no picture is fitted.
        """
        if image is None and self._grown is None:
            return
        self._grown = _Grown(image, count, of, mse, plane) if image is not None and image.size else None
        self._fill()

    @property
    def canvas(self) -> PicturesCanvas:
        return self._canvas

    # --- parts ---

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._mse, 1)
        self._head.addWidget(self._finer)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._canvas, 1)

    @Slot(str, object)
    def _choose(self, _key: str, finer: object) -> None:
        if isinstance(finer, int):
            self.finer_chosen.emit(finer)

    def _fill(self) -> None:
        shown = self._fitted(self._pictures) if self._pictures is not None else ()
        if self._grown is not None:
            shown = (*shown[:1], self._growing(self._grown, shown))
        self._finer.setVisible(self._pictures is not None)
        mse = self._grown.mse if self._grown is not None else self._pictures.mse if self._pictures is not None else math.nan
        builds_up = self._grown is not None and self._pictures is None
        self._title.setText(self.tr("The answer builds up") if builds_up else self.tr("Fitted picture"))
        texts = (self.tr("mean squared error {mse}"), self.tr("MSE {mse}"))
        self._mse.show_text(*("" if math.isnan(mse) else text.format(mse=number(mse, 5)) for text in texts))
        self._canvas.show_all(shown)
        self._canvas.setAccessibleName(", ".join(f"{one.title} {one.note}".strip() for one in shown) or self._canvas.empty_text)

    def _fitted(self, pictures: Pictures) -> tuple[Shown, ...]:
        height, width = pictures.target.shape[:2]
        cells, most = (width, height), float(np.nanmax(pictures.error, initial=0.0))
        fine = pictures.network.shape
        return (
            Shown(self.tr("Target"), f"{width} × {height}", picture_image(pictures.target), cells),
            Shown(self.tr("Network"), f"{fine[1]} × {fine[0]}", picture_image(pictures.network), cells),
            Shown(self.tr("Error"), "", error_image(pictures.error, most), cells, most),
        )

    def _growing(self, grown: _Grown, shown: tuple[Shown, ...]) -> Shown:
        title = self.tr("{count} of {all} neurons").format(count=grown.count, all=grown.of)
        height, width = grown.image.shape[:2]
        image = plane_image(grown.image) if grown.plane else picture_image(grown.image)
        return Shown(title, "", image, shown[0].cells if shown else (width, height), strong=True)

    # --- words and looks ---

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The picture and what the network makes of it"))
        names = {1: self.tr("Drawn at the picture's own resolution"), 4: self.tr("Drawn 4 times finer than the picture")}
        self._finer.set_choices([Choice(finer, f"{finer}×", names[finer]) for finer in FINER])
        self._finer.setAccessibleName(self.tr("How fine the network's picture is drawn"))
        self._canvas.empty_text = self.tr("Choose a picture as data to fit it")
        self._fill()

    def _restyle(self) -> None:
        self._column.setContentsMargins(px(24), px(8), px(24), px(8))
        self._column.setSpacing(px(8))
        self._head.setSpacing(px(12))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
