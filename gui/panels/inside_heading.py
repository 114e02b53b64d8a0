"""The line above the gallery: which layer, in which order, what a tile shows; growing, and every neuron back on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QWidget

from gui.fields.button import TextButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.labels import label
from gui.fields.paint import BUTTON_HEIGHT, follow_theme, px
from gui.fields.segmented import Segmented
from gui.fields.text import Words
from nn.inside.views import Order, TileKind
from nn.network import Architecture

LEAST_CHOICE, MOST_CHOICE = 92, 176  # px that a choice is wide
WIDE_MARGIN, NARROW_MARGIN = 24, 12  # px at the left and the right


class InsideHeading(QWidget):
    """``layer_chosen(int)`` counts hidden layers from 1; ``order_chosen(Order)``; ``kind_chosen(TileKind)``.

    ``grow_requested`` asks to add neurons one by one, in order of contribution, or, while it does, to stop; ``all_on_requested`` to
    bring every neuron back.
    """

    layer_chosen = Signal(int)
    order_chosen = Signal(object)
    kind_chosen = Signal(object)
    grow_requested = Signal()
    all_on_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._architecture: Architecture | None = None
        self._kinds: tuple[TileKind, ...] = ()
        self._about = ""
        self._growing = False
        self._off = 0
        self._layer, self._order = ChoiceField("layer", self), ChoiceField("order", self)
        self._sort = Words(parent=self)
        self._kind = Segmented("kind", self, pad=6)
        self._grow, self._all_on = TextButton(icon="bars", parent=self), TextButton(icon="eye", parent=self)
        self._build()
        self._connect()
        self._order.show_value(Order.CONTRIBUTION)
        self._retranslate()
        self.show_off(0)
        follow_theme(self._restyle)

    # --- what is shown ---

    def show_architecture(self, architecture: Architecture | None, kinds: tuple[TileKind, ...] = ()) -> None:
        """The hidden layers to choose from, and what the tiles of the layer in view can show; a kind that isn't there isn't offered."""
        self._architecture, self._kinds = architecture, kinds
        self._fill()

    def show_layer(self, layer: int) -> None:
        """The layer in view, counted from 1."""
        self._layer.show_value(layer)

    def show_order(self, order: Order) -> None:
        self._order.show_value(order)

    def show_kind(self, kind: TileKind) -> None:
        self._kind.show_value(kind)

    def show_about(self, name: str) -> None:
        """What contributions are about: a class or an output by name; "" is the error."""
        if name != self._about:
            self._about = name
            self._fill()

    def show_off(self, count: int) -> None:
        """How many neurons are switched off, over all layers."""
        self._off = count
        self._all_on.setEnabled(count > 0)

    def show_growing(self, on: bool) -> None:
        """Whether neurons are being added one by one: the button then stops it."""
        if on != self._growing:
            self._growing = on
            self._name_buttons()

    def show_can_grow(self, on: bool) -> None:
        """Whether there is a picture or a plane to build up."""
        self._grow.setEnabled(on)

    # --- parts ---

    def _build(self) -> None:
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        for widget in (self._layer, self._order):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._left.addWidget(self._layer, 1)
        self._left.addWidget(self._sort)
        self._left.addWidget(self._order, 1)
        self._left.addStretch(0)
        for button in (self._kind, self._grow, self._all_on):
            self._right.addWidget(button)
        self._right.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # one line or two: this widget says what it needs
        self._row.addLayout(self._left, 1)
        self._row.addLayout(self._right)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self._layer.committed.connect(self._choose)
        self._order.committed.connect(self._choose)
        self._kind.committed.connect(self._choose)
        self._grow.clicked.connect(self.grow_requested)
        self._all_on.clicked.connect(self.all_on_requested)

    @Slot(str, object)
    def _choose(self, _key: str, value: object) -> None:
        if isinstance(value, TileKind):
            self.kind_chosen.emit(value)
        elif isinstance(value, Order):
            self.order_chosen.emit(value)
        elif isinstance(value, int):
            self.layer_chosen.emit(value)

    # --- words ---

    def _fill(self) -> None:
        layers = self._layers()
        self._layer.set_choices(layers)
        self._layer.set_placeholder(self.tr("No hidden layer") if self._architecture is not None else "")
        for box in (self._layer, self._order):
            box.setEnabled(bool(layers))
        about = self.tr("Contribution to {output}").format(output=self._about) if self._about else self.tr("Contribution")
        self._order.set_choices([Choice(Order.CONTRIBUTION, about), Choice(Order.NUMBER, self.tr("Number"))])
        self._kind.set_choices([Choice(kind, *self._kind_names(kind)) for kind in TileKind if kind in self._kinds])
        self._kind.setVisible(bool(self._kinds))
        self._fit()

    def _layers(self) -> list[Choice]:
        if self._architecture is None:
            return []
        widths, activations = self._architecture.widths, self._architecture.activations
        template = self.tr("Hidden {layer} · {neurons} × {activation}")
        names = (template.format(layer=at, neurons=widths[at], activation=label(activations[at - 1])) for at in range(1, len(widths) - 1))
        return [Choice(at, name) for at, name in enumerate(names, 1)]

    def _kind_names(self, kind: TileKind) -> tuple[str, str]:
        """The word on the segment, and what it means."""
        names = {
            TileKind.OUTPUT: (self.tr("Output"), self.tr("What each neuron puts out over the inputs")),
            TileKind.WEIGHTS: (self.tr("Weights"), self.tr("Each neuron's incoming weights, as a picture")),
            TileKind.ALONE: (self.tr("Alone"), self.tr("What the network puts out with this neuron alone in its layer")),
            TileKind.WITHOUT: (self.tr("Without"), self.tr("What the network puts out without this neuron")),
        }
        return names[kind]

    def _name_buttons(self) -> None:
        grow = self.tr("Stop") if self._growing else self.tr("Grow")
        hint = self.tr("Add the neurons one by one, the largest contribution first, and see how the answer builds up")
        for button, text, tip in ((self._grow, grow, hint), (self._all_on, self.tr("All on"), self.tr("Bring every neuron back"))):
            button.setAccessibleName(text)
            button.setToolTip(tip)
        self._words = (grow, self.tr("All on"))
        self._fit()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What the gallery shows"))
        self._sort.setText(self.tr("Sort"))
        self._layer.setAccessibleName(self.tr("Hidden layer"))
        self._order.setAccessibleName(self.tr("Order of the neurons"))
        self._kind.setAccessibleName(self.tr("What a tile shows"))
        self._words = ("", "")
        self._fill()
        self._name_buttons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # --- room ---

    def _restyle(self) -> None:
        for layout in (self._row, self._left, self._right):
            layout.setSpacing(px(8))
        self._fit()

    def _needed(self, words: tuple[str, str], margin: int) -> int:
        """The width of kinds and buttons with these words on them."""
        for button, text in zip((self._grow, self._all_on), words, strict=True):
            button.setText(text)
        buttons = self._grow.needed_width() + self._all_on.needed_width()
        return (self._kind.needed_width() + px(8) if self._kinds else 0) + buttons + px(8 + 2 * margin)

    def _fit(self) -> None:
        """Words on the buttons where there is room for them; two lines where one is too short."""
        choices = (self._layer.needed_width(), self._order.needed_width())
        wanted = sum(min(width, px(MOST_CHOICE)) for width in choices) + self._sort.needed_width() + px(3 * 8)
        width, bare = self.width(), ("", "")
        one_line = width >= wanted + self._needed(bare, WIDE_MARGIN)
        margin = WIDE_MARGIN if one_line or width >= self._needed(self._words, WIDE_MARGIN) else NARROW_MARGIN
        room = width - (wanted if one_line else 0)
        if room < self._needed(self._words, margin):
            self._needed(bare, margin)
        for box, needed in zip((self._layer, self._order), choices, strict=True):
            box.setMinimumWidth(min(needed, px(MOST_CHOICE)) if one_line else px(LEAST_CHOICE))
            box.setMaximumWidth(px(MOST_CHOICE))
        self._row.setContentsMargins(px(margin), px(12), px(margin), px(8))
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if one_line else QBoxLayout.Direction.TopToBottom)
        height = px(20) + px(BUTTON_HEIGHT) + (0 if one_line else px(BUTTON_HEIGHT + 8))
        if (height, height) != (self.minimumHeight(), self.maximumHeight()):
            self.setFixedHeight(height)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(344), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
