"""Looks inside a run for whoever watches, each part no oftener than the training can afford; for nobody it does nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from nn.choices import AblationMode, Task
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import is_bytes
from nn.datasets.work import Work
from nn.inside import census, gallery
from nn.inside.answer import answer, drawn_input, sample_input, target_class
from nn.inside.census import DEAD_BELOW, SATURATED_WITHIN, Census
from nn.inside.classes import SCIKIT_LEARN, classes
from nn.inside.kept import NOTICEABLE, Kept
from nn.inside.moment import Moment
from nn.inside.passes import Passes, one_thread
from nn.inside.pictures import Canvas
from nn.inside.views import Answer, Classes, Floats, InsideRequest, InsideView, Layer, Order, Pictures, TileKind
from nn.network import Architecture, read_only

# While training, samples of a part that are looked at; at rest all of them, except for what each neuron is worth.
SAMPLES_RUNNING = 2000
WORTH_RUNNING = 500
WORTH_RESTING = 2000
PATIENCE = 0.2  # seconds that a look waits for what is being imported, unless somebody asks something meanwhile
FINEST = 4
LARGEST_TILE = 128

T = TypeVar("T")
Key = tuple[Hashable, ...]


@dataclass(frozen=True)
class Haste:
    """``running``: parts are as old as their share of the time wants; otherwise they are of now, but for slow ones without ``settle``.
    ``hurry``: somebody waits for the answer, and slow parts stay as they are. ``wanted``: asked whether to give a slow part up for now.
    """

    running: bool
    settle: bool = False
    hurry: bool = False
    wanted: Callable[[], bool] | None = None


class _Now:
    """The network at the moment of a look; its layers are made ready when first needed."""

    def __init__(self, request: InsideRequest, moment: Moment, seen: Floats | None, state: Key, haste: Haste) -> None:
        self.request, self.moment, self.seen, self.state = request, moment, seen, state
        self.running, self.settle, self.hurry = haste.running, haste.settle, haste.hurry
        self.work = Work(cancelled=haste.wanted)
        self.counted: object = None  # the census in use

    @property
    def held(self) -> Hashable:
        """Stands for what neurons put out when they are off; zeros are always the same."""
        return id(self.counted) if self.moment.ablation.mode is AblationMode.MEAN else 0

    @cached_property
    def passes(self) -> Passes:
        return self.moment.passes()

    @cached_property
    def all_on(self) -> Passes:
        return self.passes if self.moment.mask is None else self.moment.passes(all_on=True)

    @property
    def most(self) -> int | None:
        return SAMPLES_RUNNING if self.running else None


class Inside:
    """What one person sees inside a run of ``architecture`` on ``prepared``. Used on the training thread."""

    def __init__(self, architecture: Architecture, prepared: Prepared) -> None:
        self._architecture, self._prepared = architecture, prepared
        self.request: InsideRequest | None = None
        self._drawing = 0  # counts the drawings
        self._version = 0  # counts the networks seen
        self._last: Moment | None = None
        self._ground: tuple[int, gallery.Ground | None] | None = None
        self._canvas: Canvas | None = None
        self._answer: Kept[Answer] = Kept(20.0, 0.01)
        self._tiles: Kept[Floats] = Kept(20.0, 0.03)
        self._census: Kept[tuple[Census, Floats]] = Kept(2.0, 0.01, slow=True)
        self._worth: Kept[Floats] = Kept(2.0, 0.01, slow=True)
        self._train: Kept[Classes | None] = Kept(2.0, 0.01, slow=True)
        self._test: Kept[Classes | None] = Kept(2.0, 0.01, slow=True)
        self._pictures: Kept[Pictures] = Kept(10.0, 0.02)

    @property
    def unsettled(self) -> bool:
        """Whether a part is out of date that takes a noticeable time: look again with ``settle``."""
        return self.request is not None and any(kept.out_of_date for kept in self._parts())

    def _parts(self) -> tuple[Kept[Any], ...]:
        return self._answer, self._tiles, self._census, self._worth, self._train, self._test, self._pictures

    def choose(self, request: InsideRequest | None) -> None:
        """What to look at from now on; what this network or these data don't have is left out, never an error."""
        if request is not None:
            request = self._possible(request)
            if self.request is None or request.drawn is not self.request.drawn:
                self._drawing += 1
                SCIKIT_LEARN.step_aside()
        self.request = request

    def _possible(self, request: InsideRequest) -> InsideRequest:
        pixels = self._prepared.dataset.raw.shape[1]
        drawn = request.drawn if request.drawn is not None and request.drawn.shape == (pixels,) else None
        outputs = self._architecture.widths[-1]
        return replace(
            request,
            layer=min(max(request.layer, 1), max(self._architecture.layout.depth - 1, 1)),
            drawn=drawn,
            output=None if request.output is None else min(max(request.output, 0), outputs - 1),
            tile=min(max(request.tile, 1), LARGEST_TILE),
            finer=min(max(request.finer, 1), FINEST),
        )

    def look(
        self,
        moment: Moment,
        sample: int | None,
        *,
        running: bool,
        settle: bool = False,
        hurry: bool = False,
        wanted: Callable[[], bool] | None = None,
    ) -> InsideView | None:
        """What is to be seen now; ``sample`` is the followed one. See :class:`Haste` for the rest."""
        if self.request is None:
            return None
        for kept in self._parts():  # the ones that this request has nothing to do with
            kept.out_of_date = False
        request = self.request
        now = _Now(request, moment, self._seen(sample), self._state(moment, running), Haste(running, settle, hurry, wanted))
        with one_thread(), np.errstate(all="ignore"):  # after a divergence the numbers are what they are
            found = self._answered(now, sample)
            return InsideView(
                request=request,
                layer=self._layer(now, found, sample),
                answer=found,
                train=self._classes(self._train, now, self._prepared.dataset.train),
                test=self._classes(self._test, now, self._prepared.dataset.test),
                pictures=self._drawn_picture(now),
            )

    def _state(self, moment: Moment, running: bool) -> Key:
        """Stands for the network's numbers, and for how thoroughly they are looked at."""
        last = self._last
        same = last is not None and last.ablation == moment.ablation and np.array_equal(last.params, moment.params, equal_nan=True)
        if not same:
            self._version += 1
            self._last = moment
        return self._version, running

    def _seen(self, sample: int | None) -> Floats | None:
        """What the network sees of the drawing or, without one, of the followed sample."""
        drawn = self.request.drawn if self.request is not None else None
        if drawn is not None:
            return drawn_input(self._prepared, drawn, self._brightest)
        return None if sample is None else sample_input(self._prepared, sample)

    @cached_property
    def _brightest(self) -> float:
        return 1.0 if is_bytes(self._prepared.inputs) else float(self._prepared.dataset.raw.max())

    def _input_key(self, sample: int | None) -> Key:
        """Stands for the input in view."""
        drawn = self.request is not None and self.request.drawn is not None
        return (drawn, self._drawing if drawn else sample)

    def _answered(self, now: _Now, sample: int | None) -> Answer | None:
        seen = now.seen
        if seen is None:
            return None
        drawn = now.request.drawn is not None
        target = -1 if drawn else target_class(self._prepared, sample)
        task = self._prepared.dataset.task

        def look() -> Answer:
            return answer(now.passes, now.all_on, seen, task=task, output=now.request.output, target=target, drawn=drawn)

        return _get(self._answer, look, now, *self._input_key(sample), now.request.output)

    def _classes(self, kept: Kept[Classes | None], now: _Now, part: NDArray[np.int64]) -> Classes | None:
        if self._prepared.dataset.task is not Task.CLASSIFICATION or not len(part):
            return None
        if not SCIKIT_LEARN.ready(PATIENCE if now.settle else 0.0, now.work.cancelled):
            kept.out_of_date = not now.running
            return None
        return _get(kept, lambda: classes(now.passes, self._prepared, part, now.most, now.work), now)

    def _drawn_picture(self, now: _Now) -> Pictures | None:
        picture = self._prepared.dataset.picture
        if picture is None:
            return None
        if self._canvas is None or self._canvas.asked != now.request.finer:
            self._canvas = Canvas(self._prepared, picture, now.request.finer)
        canvas = self._canvas
        return _get(self._pictures, lambda: canvas.draw(now.passes), now, now.request.finer)

    def _layer(self, now: _Now, found: Answer | None, sample: int | None) -> Layer | None:
        number = now.request.layer
        if number >= self._architecture.layout.depth:
            return None
        counted = _get(self._census, lambda: self._count(now, number), now, number, now.moment.ablation.mode)
        now.counted = counted
        width = self._architecture.widths[number]
        values = np.full(width, np.nan, dtype=np.float32)
        if now.seen is not None:
            values = np.array(now.passes.own(number, now.seen[np.newaxis])[:, 0], dtype=np.float32)
        when_off = np.zeros(width, dtype=np.float32) if counted is None else counted[1]
        about = found.about if found is not None else (now.request.output or 0)
        worth = self._contributions(now, values, when_off, found)
        ground = self._ground_of(now.request.tile)
        drawn = self._drawn_tiles(now, ground, when_off, about, self._input_key(sample))
        low, high = gallery.ranges(drawn, width)
        return Layer(
            number=number,
            kind=now.request.kind,
            plane=ground is not None and ground.plane and now.request.kind is not TileKind.WEIGHTS,
            signed=now.request.kind is TileKind.WEIGHTS,
            tiles=read_only(drawn),
            low=read_only(low),
            high=read_only(high),
            values=read_only(values),
            contributions=read_only(worth),
            order=read_only(_ranked(worth, now.request.order)),
            status=read_only(census.status(None if counted is None else counted[0], values)),
            off=read_only(~now.moment.on(number)),
            about=about,
            dead_below=DEAD_BELOW,
            saturated_within=SATURATED_WITHIN,
            samples=0 if counted is None else counted[0].samples,
        )

    def _count(self, now: _Now, number: int) -> tuple[Census, Floats]:
        """The layer's census, and what its neurons put out when off."""
        found = census.census(now.passes, number, self._prepared, now.most, now.work)
        return found, census.held(now.all_on, number, self._prepared, now.moment.ablation, most=now.most, work=now.work).astype(np.float32)

    def _contributions(self, now: _Now, values: Floats, when_off: Floats, found: Answer | None) -> Floats:
        """To the logit that the answer is about, or to the training samples' loss; ``nan`` while that isn't known."""
        number = now.request.layer
        if found is not None and number == self._architecture.layout.depth - 1:
            return np.asarray(now.passes.layers[number].weights[found.about] * values, dtype=np.float32)
        most = WORTH_RUNNING if now.running else WORTH_RESTING

        def look() -> Floats:
            return census.worth(now.passes, number, self._prepared, on=now.moment.on(number), when_off=when_off, most=most, work=now.work)

        worth = _get(self._worth, look, now, number, now.held)
        return np.full(len(values), np.nan, dtype=np.float32) if worth is None else worth

    def _ground_of(self, tile: int) -> gallery.Ground | None:
        if self._ground is None or self._ground[0] != tile:
            self._ground = tile, gallery.ground(self._prepared, tile)
        return self._ground[1]

    def _drawn_tiles(self, now: _Now, ground: gallery.Ground | None, when_off: Floats, about: int, input_key: Key) -> Floats:
        def look() -> Floats:
            return gallery.tiles(
                now.passes,
                now.request.layer,
                now.request.kind,
                ground,
                on=now.moment.on(now.request.layer),
                held=when_off,
                about=about,
                seen=now.seen,
                image_shape=self._prepared.dataset.image_shape,
            )

        over = (about,) if ground is not None else input_key
        asked = (now.request.layer, now.request.kind, now.request.tile, *((*over, now.held) if now.request.kind is not TileKind.WEIGHTS else ()))
        found = _get(self._tiles, look, now, *asked)
        return np.empty(gallery.NOTHING, dtype=np.float32) if found is None else found


def _get(kept: Kept[T], look: Callable[[], T], now: _Now, *asked: Hashable) -> T | None:
    """One slow part settles in a look: whoever asks something meanwhile waits for that one only."""
    began = time.perf_counter()
    found = kept.get(look, asked=asked, state=now.state, running=now.running, settle=now.settle, hurry=now.hurry)
    now.settle = now.settle and time.perf_counter() - began <= NOTICEABLE
    return found


def _ranked(worth: Floats, order: Order) -> NDArray[np.intp]:
    """Neurons as they are to be shown: the largest contribution for or against first, unknown ones last."""
    return np.arange(len(worth)) if order is Order.NUMBER else np.argsort(-np.abs(worth), kind="stable")
