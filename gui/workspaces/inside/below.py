"""Under the gallery: one page at a time of what can be asked about the layer's neurons."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.fields.button import IconButton
from gui.fields.choice import Choice
from gui.fields.paint import follow_theme, px
from gui.fields.segmented import Segmented
from gui.fields.shown import show_if
from gui.panels.inside_pairs import PairsPanel
from gui.panels.inside_shapley import ShapleyPanel
from gui.views.distribution import DistributionView
from gui.views.pictures import PicturesView
from gui.views.waterfall import Waterfall

HEIGHT = 260
ANY_HEIGHT = 16_777_215  # Qt's own


class Page(StrEnum):
    """What the card shows."""

    TERMS = "terms"
    PICTURES = "pictures"
    DATA = "data"
    PAIRS = "pairs"
    SHARES = "shares"


class Below(QWidget):
    """``page_chosen(Page)`` when the person turns to another page; ``large_changed`` when all the room of the middle is wanted, or not any
    more: the button, a double click on the matrix of pairs, Escape."""

    page_chosen = Signal(object)
    large_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.terms, self.pictures, self.data = Waterfall(), PicturesView(), DistributionView()
        self.pairs, self.shares = PairsPanel(), ShapleyPanel()
        self._pages: dict[Page, QWidget] = {
            Page.TERMS: self.terms,
            Page.PICTURES: self.pictures,
            Page.DATA: self.data,
            Page.PAIRS: self.pairs,
            Page.SHARES: self.shares,
        }
        self._offered: tuple[Page, ...] = tuple(Page)
        self._large = self._alone = False
        self.page = Page.TERMS
        self.choice = Segmented("page", self, pad=6)
        self._stack = QStackedWidget()
        for widget in self._pages.values():
            self._stack.addWidget(widget)
        self._head = QHBoxLayout()
        self._head.addWidget(self.choice)
        self._head.addStretch(1)
        self.enlarge = IconButton("expand", "", 28, 28)
        self._head.addWidget(self.enlarge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self._stack, 1)
        self.choice.committed.connect(self._chosen)
        self.enlarge.clicked.connect(self._turn_large)
        self.pairs.large_requested.connect(self._turn_large)
        self._retranslate()
        follow_theme(self._restyle)

    def offer(self, pages: tuple[Page, ...]) -> None:
        """The pages that this run has; the first one comes in front where the one in front is not among them."""
        if pages != self._offered:
            self._offered = pages
            self._retranslate()
        if self.page not in pages:
            self.turn(pages[0])

    def show_pictures_page(self) -> None:
        """Offer the page of pictures, for a plane that builds up, too."""
        if Page.PICTURES not in self._offered:
            self.offer(tuple(page for page in Page if page is Page.PICTURES or page in self._offered))

    def turn(self, page: Page) -> None:
        """Bring a page to the front, without telling anyone."""
        self.page = page
        self.choice.show_value(page)
        self._stack.setCurrentWidget(self._pages[page])

    @property
    def is_large(self) -> bool:
        """Whether the page in front has all the room of the middle."""
        return self._large or self._alone

    def show_large(self, on: bool) -> None:
        """All the room of the middle for the page in front, or a card below the gallery."""
        self._large = on
        self._make_room()

    def show_alone(self, on: bool) -> None:
        """Without a gallery the page is large as long as that lasts."""
        self._alone = on
        show_if(self.enlarge, not on)
        self._make_room()

    def _make_room(self) -> None:
        self._restyle()
        self._name_button()
        self.large_changed.emit()

    @Slot()
    def _turn_large(self) -> None:
        self.show_large(not self._large)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._large and event.key() == Qt.Key.Key_Escape:
            self.show_large(False)
        else:
            super().keyPressEvent(event)

    def _name_button(self) -> None:
        self.enlarge.set_icon("shrink" if self._large else "expand")
        self.enlarge.set_name(self.tr("Back below the gallery (Esc)") if self._large else self.tr("Show it large, in the gallery's place"))

    @Slot(str, object)
    def _chosen(self, _key: str, value: object) -> None:
        if isinstance(value, Page):
            self.turn(value)
            self.page_chosen.emit(value)

    def _retranslate(self) -> None:
        names = {
            Page.TERMS: (self.tr("What they add"), self.tr("What each neuron of the last hidden layer adds to an output")),
            Page.PICTURES: (self.tr("Picture"), self.tr("The picture to fit, what the network makes of it, and the error")),
            Page.DATA: (self.tr("Over the data"), self.tr("How often a neuron puts out what, class by class, and what excites it most")),
            Page.PAIRS: (self.tr("Pairs"), self.tr("How much two neurons do the same work")),
            Page.SHARES: (self.tr("Fair shares"), self.tr("What each neuron is worth, averaged over the orders in which they could come (Shapley)")),
        }
        self.choice.set_choices([Choice(page, *names[page]) for page in Page if page in self._offered])
        self.choice.show_value(self.page)
        self.choice.setAccessibleName(self.tr("What is asked about the neurons"))
        self._name_button()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _restyle(self) -> None:
        self.setMinimumHeight(px(HEIGHT))
        self.setMaximumHeight(ANY_HEIGHT if self.is_large else px(HEIGHT))
        self._head.setContentsMargins(px(16), px(8), px(16), px(4))
