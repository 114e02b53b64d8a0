"""What steps an iteration has, in which order, and what each is calculated from."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from nn.choices import Activation
from nn.replay.places import has_jacobian, signal
from nn.replay.plan import Draft, Plan
from nn.replay.scheme import Scheme
from nn.replay.settings import BiasMode, ReplaySettings, Trap
from nn.replay.step import Kind, Phase, Quantity
from nn.replay.updates import Updates, weight

_FROM_OUT = (Activation.SIGMOID, Activation.TANH, Activation.SOFTMAX)  # their slope is calculated from the output


def make_plan(scheme: Scheme, *, first: bool) -> Plan:
    """The plan of an iteration. ``first``: of the first one, which differs where w7 slips; the steps are as many and in the same order.

    The plans of the last few networks are kept, for a learner who changes one number after the other.
    """
    settings = scheme.settings
    matters = ReplaySettings(biases=settings.biases, l1=float(settings.l1 > 0), l2=float(settings.l2 > 0), trap=settings.trap)
    shape, slip = replace(scheme, settings=matters), first and settings.trap is Trap.W7_SLIP
    return _kept_plan(shape, slip) if scheme.mask is None else _Planner(shape, slip=slip).plan()


@lru_cache(maxsize=4)
def _kept_plan(shape: Scheme, slip: bool) -> Plan:
    return _Planner(shape, slip=slip).plan()


class _Planner:
    """Forward pass, error and backward pass; :class:`Updates` does the rest."""

    def __init__(self, scheme: Scheme, *, slip: bool) -> None:
        self._scheme, self._draft = scheme, Draft(scheme)
        self._updates = Updates(self._draft, slip=slip)
        self._widths, self._activations = scheme.architecture.widths, scheme.architecture.activations
        self._depth = len(self._widths) - 1
        self._learns_biases = scheme.settings.biases is not BiasMode.FIXED

    def plan(self) -> Plan:
        opening = self._opening()
        self._closing()
        return self._draft.plan(opening)

    def _opening(self) -> int:
        """Forward pass and error of every sample; how many steps they have."""
        for sample in range(self._scheme.samples):
            for layer in range(1, self._depth + 1):
                self._forward(sample, layer)
            self._error(sample)
        if self._scheme.samples > 1:
            totals = [(Quantity(Kind.TOTAL), sample) for sample in range(self._scheme.samples)]
            self._draft.put_together(Phase.ERROR, Quantity(Kind.MEAN_ERROR), totals)
        return len(self._draft)

    def _closing(self) -> None:
        """Backward pass and update. In the trap each layer is updated as soon as its gradients are there."""
        down, samples = range(self._depth, 0, -1), range(self._scheme.samples)
        if self._scheme.settings.trap is Trap.UPDATED_WEIGHTS:
            for layer in down:
                for sample in samples:
                    self._backward(sample, layer)
                self._updates.gather(layer)
                self._updates.renew(layer)
            return
        for sample in samples:
            for layer in down:
                self._backward(sample, layer)
        for layer in reversed(down):
            self._updates.gather(layer)
        for layer in reversed(down):
            self._updates.renew(layer)

    def _forward(self, sample: int, layer: int) -> None:
        units = range(self._widths[layer])
        softmax = self._activations[layer - 1] is Activation.SOFTMAX
        for unit in units:
            terms = [q for i in range(self._widths[layer - 1]) for q in (Quantity(Kind.WEIGHT, layer, unit, i), signal(layer - 1, i))]
            self._draft.add(sample, Phase.FORWARD, Quantity(Kind.NET, layer, unit), [*terms, Quantity(Kind.BIAS, layer, unit)])
            if not softmax:
                self._draft.add(sample, Phase.FORWARD, Quantity(Kind.OUT, layer, unit), [Quantity(Kind.NET, layer, unit)])
        if softmax:
            for unit in units:
                self._draft.add(sample, Phase.FORWARD, Quantity(Kind.OUT, layer, unit), [Quantity(Kind.NET, layer, j) for j in units])

    def _error(self, sample: int) -> None:
        errors = [Quantity(Kind.ERROR, 0, k) for k in range(self._widths[-1])]
        steps = [self._draft.add(sample, Phase.ERROR, error, self._seen(error.unit)) for error in errors]
        self._draft.chain(self._draft.add(sample, Phase.ERROR, Quantity(Kind.TOTAL), errors), *steps)

    def _seen(self, unit: int) -> list[Quantity]:
        return [Quantity(Kind.TARGET, 0, unit), Quantity(Kind.OUT, self._depth, unit)]

    def _back(self, sample: int, quantity: Quantity, sources: list[Quantity], goal: Quantity) -> int:
        return self._draft.add(sample, Phase.BACKWARD, quantity, sources, goal)

    def _backward(self, sample: int, layer: int) -> None:
        output = layer == self._depth
        if output and has_jacobian(self._scheme):
            self._backward_jacobian(sample)
            return
        for unit in range(self._widths[layer]):
            if output and self._scheme.architecture.from_logits:
                seen = self._seen(unit)
                self._back(sample, Quantity(Kind.E_NET, layer, unit), seen[::-1], weight(layer, unit, 0))
                self._delta_rule(sample, layer, unit, 0)
            else:
                self._three_factors(sample, layer, unit)
                self._delta_rule(sample, layer, unit, 1)

    def _backward_jacobian(self, sample: int) -> None:
        """Softmax outputs with a squared loss: each net moves every output."""
        layer, units = self._depth, range(self._widths[-1])
        slopes = [self._back(sample, Quantity(Kind.E_OUT, layer, j), self._seen(j), weight(layer, j, 0)) for j in units]
        for unit in units:
            goal = weight(layer, unit, 0)
            terms, factors = [], []
            for j in units:
                own = j == unit
                quantity = Quantity(Kind.OUT_NET, layer, unit) if own else Quantity(Kind.OUT_NET_CROSS, layer, unit, j)
                outs = [Quantity(Kind.OUT, layer, k) for k in ((unit,) if own else (j, unit))]
                factors.append(self._back(sample, quantity, outs, goal))
                terms += [Quantity(Kind.E_OUT, layer, j), quantity]
            delta = self._back(sample, Quantity(Kind.E_NET, layer, unit), terms, goal)
            self._draft.chain(delta, *factors, *(slopes if unit == 0 else ()))
            self._delta_rule(sample, layer, unit, 0)

    def _three_factors(self, sample: int, layer: int, unit: int) -> None:
        """∂E/∂out, ∂out/∂net and ∂net/∂w of a neuron's first weight, their product, and δ for the weights that follow."""
        goal = weight(layer, unit, 0)
        e_out, out_net, net_w = Quantity(Kind.E_OUT, layer, unit), Quantity(Kind.OUT_NET, layer, unit), Quantity(Kind.NET_W, layer, unit, 0)
        output = layer == self._depth
        slope = self._back(sample, e_out, self._seen(unit), goal) if output else self._sum_of_shares(sample, layer, unit, goal)
        source = Quantity(Kind.OUT if self._activations[layer - 1] in _FROM_OUT else Kind.NET, layer, unit)
        steps = [slope, self._back(sample, out_net, [source], goal), self._back(sample, net_w, [signal(layer - 1, 0)], goal)]
        self._draft.chain(self._back(sample, Quantity(Kind.E_W, layer, unit, 0), [e_out, out_net, net_w], goal), *steps)
        self._back(sample, Quantity(Kind.E_NET, layer, unit), [e_out, out_net], weight(layer, unit, 1) if self._widths[layer - 1] > 1 else goal)

    def _sum_of_shares(self, sample: int, layer: int, unit: int, goal: Quantity) -> int:
        """∂E/∂out of a hidden neuron: what comes back through each neuron of the next layer."""
        carrier = Kind.NEW if self._scheme.settings.trap is Trap.UPDATED_WEIGHTS else Kind.WEIGHT
        shares, steps = [], []
        for j in range(self._widths[layer + 1]):
            slope, share = Quantity(Kind.NET_OUT, layer, unit, j), Quantity(Kind.E_VIA, layer, unit, j)
            factor = self._back(sample, slope, [Quantity(carrier, layer + 1, j, unit)], goal)
            steps.append(self._back(sample, share, [Quantity(Kind.E_NET, layer + 1, j), slope], goal))
            self._draft.chain(steps[-1], factor)
            shares.append(share)
        total = self._back(sample, Quantity(Kind.E_OUT, layer, unit), shares, goal)
        self._draft.chain(total, *steps)
        return total

    def _delta_rule(self, sample: int, layer: int, unit: int, first: int) -> None:
        """∂E/∂w = δ·∂net/∂w from weight ``first`` on, and the bias."""
        delta = Quantity(Kind.E_NET, layer, unit)
        for i in range(first, self._widths[layer - 1]):
            goal, slope = weight(layer, unit, i), Quantity(Kind.NET_W, layer, unit, i)
            factor = self._back(sample, slope, [signal(layer - 1, i)], goal)
            self._draft.chain(self._back(sample, Quantity(Kind.E_W, layer, unit, i), [delta, slope], goal), factor)
        if self._learns_biases:
            self._back(sample, Quantity(Kind.E_B, layer, unit), [delta], Quantity(Kind.BIAS, layer, unit))
