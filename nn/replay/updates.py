"""The last steps of an iteration: the samples' gradients put together, and every parameter's new value."""

from __future__ import annotations

from nn.replay.places import parameter_index
from nn.replay.plan import ALL, Draft
from nn.replay.settings import BiasMode
from nn.replay.step import Kind, Phase, Quantity
from nn.replay.values import MEANT, SLIPPED, kept_parameters


class Updates:
    """Writes them down, layer by layer. ``slip``: w7 gets the value meant for w8, which keeps its own."""

    def __init__(self, draft: Draft, *, slip: bool) -> None:
        self._draft, self._scheme, self._slip = draft, draft.scheme, slip
        settings = self._scheme.settings
        self._widths = self._scheme.architecture.widths
        self._learns_biases = settings.biases is not BiasMode.FIXED
        self._penalised = settings.l1 > 0 or settings.l2 > 0
        self._kept = kept_parameters(self._scheme)

    def gather(self, layer: int) -> None:
        """Put the samples together, tie a layer's biases, add the penalty."""
        parameters = [p for unit in range(self._widths[layer]) for p in self._parameters(layer, unit)]
        if self._scheme.samples > 1:
            for goal in parameters:
                each = goal._replace(kind=Kind.E_W if goal.kind is Kind.WEIGHT else Kind.E_B)
                samples = [(each, sample) for sample in range(self._scheme.samples)]
                self._draft.put_together(Phase.BACKWARD, goal._replace(kind=Kind.BATCH), samples, goal)
        if self._scheme.settings.biases is BiasMode.PER_LAYER:
            tied = [self._gradient(p) for p in parameters if p.kind is Kind.BIAS]
            self._draft.put_together(Phase.BACKWARD, Quantity(Kind.TIE, layer), tied, Quantity(Kind.BIAS, layer))
        if self._penalised:
            for goal in (p for p in parameters if p.kind is Kind.WEIGHT):
                self._penalise(goal)

    def _penalise(self, goal: Quantity) -> None:
        settings, penalty = self._scheme.settings, goal._replace(kind=Kind.PENALTY)
        rates = [Quantity(kind) for kind, rate in ((Kind.L1, settings.l1), (Kind.L2, settings.l2)) if rate]
        data = self._gradient(goal)
        step = self._draft.put_together(Phase.BACKWARD, penalty, [(source, ALL) for source in (*rates, goal)], goal)
        whole = self._draft.put_together(Phase.BACKWARD, goal._replace(kind=Kind.OBJECTIVE), [data, (penalty, ALL)], goal)
        self._draft.chain(whole, step)

    def _gradient(self, parameter: Quantity) -> tuple[Quantity, int]:
        """The data's gradient of a parameter, and its sample number."""
        if self._scheme.samples > 1:
            return parameter._replace(kind=Kind.BATCH), ALL
        return parameter._replace(kind=Kind.E_W if parameter.kind is Kind.WEIGHT else Kind.E_B), 0

    def _applied(self, parameter: Quantity) -> tuple[Quantity, int]:
        """The gradient that the update subtracts."""
        if parameter.kind is Kind.BIAS and self._scheme.settings.biases is BiasMode.PER_LAYER:
            return Quantity(Kind.TIE, parameter.layer), ALL
        if parameter.kind is Kind.WEIGHT and self._penalised:
            return parameter._replace(kind=Kind.OBJECTIVE), ALL
        return self._gradient(parameter)

    def _parameters(self, layer: int, unit: int) -> list[Quantity]:
        """What is learnt of a neuron: its weights, then its bias."""
        found = [weight(layer, unit, i) for i in range(self._widths[layer - 1])]
        return [*found, Quantity(Kind.BIAS, layer, unit)] if self._learns_biases else found

    def renew(self, layer: int) -> None:
        """New values, neuron by neuron; a bias that is the whole layer's comes last, and once."""
        shared = self._learns_biases and self._scheme.shared_biases
        for unit in range(self._widths[layer]):
            for parameter in self._parameters(layer, unit):
                if parameter.kind is Kind.WEIGHT or not shared:
                    self._renew_one(parameter)
        if shared:
            self._renew_one(Quantity(Kind.BIAS, layer))

    def _renew_one(self, parameter: Quantity) -> None:
        """w − η·gradient; or, of a parameter that isn't changed, the parameter alone."""
        taken = MEANT if self._slip and parameter == SLIPPED else parameter
        kept = self._kept is not None and bool(self._kept[parameter_index(self._scheme, parameter)])
        if kept or (self._slip and parameter == MEANT):
            sources = [(parameter, ALL)]
        else:
            sources = [(taken, ALL), (Quantity(Kind.RATE), ALL), self._applied(taken)]
        self._draft.put_together(Phase.UPDATE, parameter._replace(kind=Kind.NEW), sources, parameter)


def weight(layer: int, unit: int, other: int) -> Quantity:
    """The weight from neuron ``other`` of the layer before to neuron ``unit`` of ``layer``."""
    return Quantity(Kind.WEIGHT, layer, unit, other)
