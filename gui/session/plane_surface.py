"""A network's cost surface over a plane through its parameters: what is wanted, what comes out, and how a job makes it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nn.ablation import network_mask
from nn.datasets.dataset import Prepared
from nn.datasets.work import Work
from nn.landscape import network as networks
from nn.landscape import plane as planes
from nn.landscape.checks import Array
from nn.landscape.contours import Contour, contours
from nn.landscape.plane import Plane, PlaneKind
from nn.landscape.surface import Surface
from nn.network import Ablation, Network

RESOLUTIONS = (41, 81, 161)  # places along each axis: a picture at once, then finer ones while nothing changes
FIRST_COST = 2e9  # multiplications for the first picture: large networks are measured on fewer samples
MOST_COST = 6e9  # a finer picture that costs more isn't made
LEAST_SAMPLES = 50
SAME = 1e-5  # share of the parameters' size by which a network may lie beside a plane and still count as on it
INNER = 0.9  # a plane of two weights stays where it is while the network is in this part of it


@dataclass(frozen=True)
class PlaneChoice:
    """Which plane: ``first`` and ``second`` are places in the parameter vector, ``seed`` draws the random directions."""

    kind: PlaneKind = PlaneKind.TWO_WEIGHTS
    first: int = 0
    second: int = 1
    seed: int = 0


@dataclass(frozen=True, eq=False)
class LandscapeSubject:
    """A network taken out of its run at one moment. ``path`` (k, P): the way it came, oldest first, the present last."""

    run_id: int
    network: Network
    prepared: Prepared
    ablation: Ablation
    path: NDArray[np.floating]
    loss: float  # over the whole training part
    running: bool = False
    gpu: bool = False  # trains there


@dataclass(frozen=True, eq=False)
class NetworkSurface:
    """What there is to draw: the surface over ``plane`` with its lines, and ``track`` (k, 2), the way projected on it, the present last.

    ``samples``: how many of the training part's ``of`` the cost is a mean over.
    """

    choice: PlaneChoice
    subject: LandscapeSubject
    plane: Plane
    surface: Surface
    lines: tuple[Contour, ...]
    track: Array
    samples: int
    of: int

    @property
    def resolution(self) -> int:
        return len(self.surface.xs)

    @property
    def here(self) -> tuple[float, float]:
        """Where the network is."""
        return float(self.track[-1, 0]), float(self.track[-1, 1])


# --- what a job does


def samples_for(subject: LandscapeSubject) -> int:
    """How many training samples a surface is measured on: so many that the first picture comes soon."""
    there = len(subject.prepared.dataset.train)
    affordable = int(FIRST_COST / (subject.network.params.size * RESOLUTIONS[0] ** 2))
    return min(there, max(LEAST_SAMPLES, min(affordable, networks.MOST_SAMPLES)))


def next_resolution(drawn: NetworkSurface) -> int | None:
    """The next finer picture, if it isn't too dear."""
    finer = [resolution for resolution in RESOLUTIONS if resolution > drawn.resolution]
    if not finer or drawn.samples * drawn.subject.network.params.size * finer[0] ** 2 > MOST_COST:
        return None
    return finer[0]


def plane_of(subject: LandscapeSubject, choice: PlaneChoice, former: NetworkSurface | None) -> Plane:
    """The plane that was chosen; the former one where the network is still on it. Raises :class:`~nn.errors.SettingsError`."""
    network = subject.network
    if former is not None and (former.choice != choice or former.subject.run_id != subject.run_id):
        former = None
    if former is not None and _is_on(former.plane, network.params):
        here = former.plane.project(network.params)[0]
        return replace(former.plane, here=(float(here[0]), float(here[1])))
    if choice.kind is PlaneKind.RANDOM:
        return planes.random_directions(network, choice.seed)
    if choice.kind is PlaneKind.PATH:
        return planes.main_directions(subject.path, network)
    found = planes.two_weights(network, choice.first, choice.second)
    return replace(found, extent=former.plane.extent) if former is not None and _is_within(former.plane, found.here) else found


def _is_on(plane: Plane, params: NDArray[np.floating]) -> bool:
    exact = params.astype(np.float64)
    a, b = plane.project(exact)[0]
    x0, x1, y0, y1 = plane.extent
    if not (x0 <= a <= x1 and y0 <= b <= y1):
        return False
    beside = np.linalg.norm(exact - plane.origin - a * plane.first - b * plane.second)
    return bool(beside <= SAME * (1.0 + np.linalg.norm(exact)))


def _is_within(plane: Plane, here: tuple[float, float]) -> bool:
    x0, x1, y0, y1 = plane.extent
    return abs(here[0] - (x0 + x1) / 2) <= INNER * (x1 - x0) / 2 and abs(here[1] - (y0 + y1) / 2) <= INNER * (y1 - y0) / 2


def drawn(subject: LandscapeSubject, choice: PlaneChoice, former: NetworkSurface | None, resolution: int, work: Work) -> NetworkSurface:
    """The surface at one resolution; the former one where nothing but the network's place on it changed.

    Raises :class:`~nn.errors.SettingsError`, and :class:`~nn.errors.Cancelled` as ``work`` wants.
    """
    plane = plane_of(subject, choice, former)
    path = subject.path if np.array_equal(subject.path[-1], subject.network.params) else np.vstack((subject.path, subject.network.params))
    track = plane.project(path)
    samples, there = samples_for(subject), len(subject.prepared.dataset.train)
    kept = former is not None and plane.origin is former.plane.origin and former.subject.ablation == subject.ablation
    if former is not None and kept and former.resolution >= resolution:
        return NetworkSurface(choice, subject, plane, former.surface, former.lines, track, samples, there)
    mask = network_mask(subject.network, subject.prepared, subject.ablation)
    surface = networks.of_network(
        subject.network, subject.prepared, plane, resolution=resolution, mask=mask, samples=samples, work=work, gpu=subject.gpu
    )
    return NetworkSurface(choice, subject, plane, surface, contours(surface), track, samples, there)
