"""The gallery with its legend: what the workspace holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.fields.paint import follow_theme, px
from gui.views.gallery.legend import GalleryLegend
from gui.views.gallery.tiles import Tiles
from nn.inside.views import Layer


class GalleryView(QWidget):
    """One tile per neuron of a layer. Neurons are the layer's own numbers, from 0; on screen they count from 1, as in ``h1.2``.

    ``neuron_clicked(int)``; ``neuron_toggled(int)`` asks to switch one off or on (the power mark, a double click, Enter, Space or Del);
    ``selection_changed(object)`` carries a tuple; ``hovered(int)``, −1 for none.
    """

    neuron_clicked = Signal(int)
    neuron_toggled = Signal(int)
    selection_changed = Signal(object)
    hovered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = Tiles(self)
        self._legend = GalleryLegend(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.tiles, 1)
        self._column.addWidget(self._legend)
        self.setFocusProxy(self.tiles)
        for name in ("neuron_clicked", "neuron_toggled", "selection_changed", "hovered"):
            getattr(self.tiles, name).connect(getattr(self, name))
        self._retranslate()
        follow_theme(self._restyle)

    @property
    def selected(self) -> tuple[int, ...]:
        """The neurons that are selected."""
        return self.tiles.selected

    @property
    def legend(self) -> GalleryLegend:
        return self._legend

    def show_layer(self, layer: Layer | None, samples: int = 0) -> None:
        """A layer's tiles. ``samples`` is how many training samples "dead" speaks of; 0 doesn't say."""
        self.tiles.show_layer(layer, samples)
        self._legend.show_layer(layer, samples)
        self._name(layer)

    def show_selected(self, neurons: tuple[int, ...]) -> None:
        """Mark these as selected, without telling anyone."""
        self.tiles.show_selected(frozenset(neurons))

    def show_hovered(self, neuron: int) -> None:
        """Light up the neuron that the pointer is on somewhere else; −1 for none."""
        self.tiles.show_lit(neuron)

    def show_about(self, name: str) -> None:
        """What contributions are about, a class or an output by name; "" is the error over the training samples."""
        self.tiles.show_about(name)

    def bring_into_view(self, neuron: int) -> None:
        """Scroll to a neuron's tile."""
        self.tiles.bring_into_view(neuron)

    def _name(self, layer: Layer | None) -> None:
        name = self.tr("Neurons of hidden layer {layer}").format(layer=layer.number) if layer is not None else self.tr("Neurons")
        if name != self.tiles.accessibleName():
            self.tiles.setAccessibleName(name)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Gallery of neurons"))
        self.tiles.empty_text = self.tr("There is no network to look into yet")
        self._name(self.tiles.layer)
        self.tiles.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.tiles.setFocus(event.reason())

    def _restyle(self) -> None:
        self._column.setContentsMargins(px(20), 0, px(16), px(8))
        self._column.setSpacing(px(6))
