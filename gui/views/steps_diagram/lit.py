"""Which places shine at a step, and in which factor's colour. Looked up among the lights that the engine names."""

from __future__ import annotations

from collections.abc import Iterable

from gui.views.steps_diagram.places import place_of
from nn.replay.lights import Light
from nn.replay.step import Kind, Phase, Quantity

_OF_NEURONS = (Kind.INPUT, Kind.NET, Kind.OUT, Kind.BIAS, Kind.WEIGHT)


class Lit:
    """The lights by place. ``backward``: the errors' links carry something back rather than forward."""

    def __init__(self, lights: Iterable[Light] = (), phase: Phase = Phase.FORWARD) -> None:
        self._by_place: dict[Quantity, Light] = {}
        for light in lights:
            place = place_of(light.place)
            known = self._by_place.get(place)
            if known is None or (light.active and not known.active):
                self._by_place[place] = light
        self.backward = phase in (Phase.BACKWARD, Phase.UPDATE)

    def __bool__(self) -> bool:
        return bool(self._by_place)

    def at(self, place: Quantity) -> Light | None:
        return self._by_place.get(place)

    def first(self, *places: Quantity) -> Light | None:
        """The light of the first of ``places`` that has one."""
        return next((light for light in map(self.at, places) if light is not None), None)

    def weights(self) -> list[tuple[Quantity, Light]]:
        """The lit weights, the active ones last so that they are drawn on top."""
        found = [(place, light) for place, light in self._by_place.items() if place.kind is Kind.WEIGHT]
        return sorted(found, key=lambda pair: pair[1].active)

    def places(self) -> tuple[Quantity, ...]:
        return tuple(self._by_place)

    def units(self, layer: int, depth: int) -> list[int]:
        """The neurons of ``layer`` on the path; those of the errors are the outputs'."""
        found = (_unit(place, layer, depth) for place in sorted(self._by_place, key=lambda p: not self._by_place[p].active))
        return list(dict.fromkeys(unit for unit in found if unit is not None))


def _unit(place: Quantity, layer: int, depth: int) -> int | None:
    """Which neuron of ``layer`` a place belongs to."""
    if place.kind is Kind.WEIGHT and layer == place.layer - 1:
        return place.other
    if place.kind in (Kind.ERROR, Kind.TARGET):
        return place.unit if layer == depth else None
    return place.unit if place.kind in _OF_NEURONS and place.layer == layer else None
