"""Pairs, fair shares and distributions: asked for, followed while they go on, and marked when the network has gone on since."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Slot

from gui.session.training_session import TrainingSession
from gui.views.neuron_text import neuron_names
from gui.workspaces.inside.below import Page
from gui.workspaces.inside.columns import InsideColumns
from gui.workspaces.inside.showing import Showing
from gui.workspaces.inside.studies import Studies
from nn.datasets.work import Work
from nn.inside.distribution import Distribution, distribution
from nn.inside.moment import Moment
from nn.inside.pairs import MOST_NEURONS, Pairs, pairs
from nn.inside.shapley import Shapley, shapley
from nn.layout import Neuron
from nn.network import Ablation
from nn.training.snapshot import RunState, Snapshot

PAIRS, SHARES, DATA = "pairs", "shares", "data"


@dataclass(frozen=True)
class _When:
    """The moment that a study is of."""

    run: int
    step: int
    ablation: Ablation


class Researching(QObject):
    """Lets the pages under the gallery ask, and shows what is found. A distribution is looked at whenever its page is seen at rest."""

    def __init__(self, columns: InsideColumns, studies: Studies, session: TrainingSession, showing: Showing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._below, self._heading = columns.below, columns.heading
        self._studies, self._session, self._showing = studies, session, showing
        self._neuron: int | None = None
        self._found: dict[str, tuple[_When, object]] = {}
        self._asked: dict[str, _When] = {}
        self._stale: dict[str, bool] = {}
        studies.found.connect(self._on_found)
        studies.progressed.connect(self._on_progress)
        below = self._below
        below.page_chosen.connect(self._on_page)
        below.pairs.compute_requested.connect(self._ask_pairs)
        below.pairs.cancel_requested.connect(self._cancel_pairs)
        below.shares.compute_requested.connect(self._ask_shares)
        below.shares.cancel_requested.connect(self._cancel_shares)

    @property
    def _layer(self) -> int:
        return max(self._showing.layer, 1)

    def forget(self) -> None:
        """Another run or layer: what was found is of no use any more."""
        self._studies.cancel_all()
        self._found.clear()
        self._asked.clear()
        self._neuron = None
        self._below.pairs.show_progress(None)
        self._below.shares.show_progress(None)
        self._below.pairs.show_nothing(self._no_pairs())
        self._below.shares.show_nothing()
        self._below.data.show_nothing()

    def _no_pairs(self) -> str:
        """Why a layer has no pairs, "" where it has."""
        run = self._session.current
        width = 0 if run is None else max((run.architecture.widths[1:-1]), default=0)
        if width <= MOST_NEURONS:
            return ""
        return self.tr("Pairs are looked at in layers of up to {most} neurons.").format(most=MOST_NEURONS)

    # Asking

    def _now(self) -> _When | None:
        snapshot = self._session.snapshot
        return None if snapshot is None else _When(snapshot.run_id, snapshot.step, snapshot.ablation)

    def _start(self, kind: str, study: object) -> None:
        now = self._now()
        if now is not None and self._studies.start(kind, study):  # type: ignore[arg-type]  # one of the three below
            self._asked[kind] = now

    @Slot()
    def _ask_pairs(self) -> None:
        layer = self._layer
        run = self._session.current
        if run is None or run.architecture.widths[layer] > MOST_NEURONS:
            self._below.pairs.show_nothing(self.tr("Pairs are looked at in layers of up to {most} neurons.").format(most=MOST_NEURONS))
            return

        def study(moment: Moment, work: Work) -> Pairs:
            return pairs(moment, layer, work=work)

        self._start(PAIRS, study)
        self._below.pairs.show_progress(0.0)

    @Slot(int, int)
    def _ask_shares(self, permutations: int, seed: int) -> None:
        layer = self._layer

        def study(moment: Moment, work: Work) -> Shapley:
            return shapley(moment, layer, permutations=permutations, seed=seed, work=work)

        self._start(SHARES, study)
        self._below.shares.show_progress(0.0)

    def _ask_data(self) -> None:
        layer = self._layer

        def study(moment: Moment, work: Work) -> Distribution:
            return distribution(moment, layer, work=work)

        self._start(DATA, study)

    @Slot()
    def _cancel_pairs(self) -> None:
        self._studies.cancel(PAIRS)
        self._below.pairs.show_progress(None)

    @Slot()
    def _cancel_shares(self) -> None:
        self._studies.cancel(SHARES)
        self._below.shares.show_progress(None)

    # Finding

    @Slot(str, float)
    def _on_progress(self, kind: str, share: float) -> None:
        if kind == PAIRS:
            self._below.pairs.show_progress(share)
        elif kind == SHARES:
            self._below.shares.show_progress(share)

    @Slot(str, object)
    def _on_found(self, kind: str, result: object) -> None:
        if kind in self._asked:
            self._found[kind] = (self._asked[kind], result)
            self._show(kind)

    def _show(self, kind: str) -> None:
        when, result = self._found[kind]
        stale = self._stale[kind] = when != self._now()
        if isinstance(result, Pairs):
            self._below.pairs.show_progress(None)
            self._below.pairs.show_pairs(result, stale=stale)
        elif isinstance(result, Shapley):
            self._below.shares.show_progress(None)
            self._below.shares.show_shapley(result, stale=stale)
        elif isinstance(result, Distribution):
            self._show_distribution(result)

    def _show_distribution(self, found: Distribution) -> None:
        run = self._session.current
        if run is None:
            return
        neuron = self._neuron if self._neuron is not None else 0
        if neuron >= len(found.counts):
            return
        dataset = run.prepared.dataset
        name = neuron_names((Neuron(found.layer, neuron),))
        self._below.data.show_distribution(name, found.edges[neuron], found.counts[neuron], self._showing.classes)
        numbers = found.exciting[neuron]
        raw = np.asarray(dataset.raw[numbers], dtype=np.float64)
        self._below.data.show_samples(numbers, found.excited[neuron], raw, dataset.image_shape)

    # Following

    @Slot(object)
    def _on_page(self, _page: object) -> None:
        snapshot = self._session.snapshot
        if snapshot is not None:
            self.follow(snapshot)

    def show_neuron(self, neuron: int | None) -> None:
        """The neuron whose distribution is shown; ``None``: the layer's first."""
        self._neuron = neuron
        if DATA in self._found and self._below.page is Page.DATA:
            self._show(DATA)

    def follow(self, snapshot: Snapshot) -> None:
        """The network has moved: what was found is of an earlier moment; at rest the distribution is looked at anew."""
        now = _When(snapshot.run_id, snapshot.step, snapshot.ablation)
        for kind in (PAIRS, SHARES):
            if kind in self._found and self._stale.get(kind) is not (self._found[kind][0] != now):
                self._show(kind)
        resting = snapshot.state is not RunState.RUNNING
        wanted = self._below.page is Page.DATA and self._asked.get(DATA) != now
        if wanted and (resting or DATA not in self._asked):
            self._ask_data()
