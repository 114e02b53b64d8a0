"""What the loss plot shows, apart from how it is painted."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from nn.training.snapshot import Curve, Event

MOST_KEPT = 6
_OFF_SCALE = 100.0  # on a linear axis, values so many times the first loss run out of the picture: the run has diverged
_MOST_DECADES = 14.0
_LEAST = 1e-300  # anything less counts as zero

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class KeptRun:
    """An earlier run's curve, drawn thin beside the present one."""

    label: str
    curve: Curve


@dataclass
class PlotState:
    """``cursor`` is the epoch being shown while older than the last trained, else ``None``; ``window`` the zoomed epochs."""

    curve: Curve | None = None
    kept: list[KeptRun] = field(default_factory=list)
    events: tuple[Event, ...] = ()
    cursor: float | None = None
    stop_loss: float | None = None
    log: bool = True
    window: tuple[float, float] | None = None

    def keep(self, label: str) -> None:
        """Set the present curve aside under ``label``; the oldest makes room."""
        if is_fit(self.curve) and self.curve is not None:
            self.kept = [*self.kept, KeptRun(label, self.curve)][-MOST_KEPT:]

    def curves(self) -> list[Curve]:
        """All curves that can be drawn, the present one last."""
        found = [run.curve for run in self.kept]
        return [*found, self.curve] if is_fit(self.curve) and self.curve is not None else found

    def last_epoch(self) -> float:
        ends = [float(curve.epoch[-1]) for curve in self.curves()]
        return max((end for end in ends if math.isfinite(end)), default=0.0)

    def epochs(self) -> tuple[float, float]:
        """The epochs on the axis."""
        if self.window is not None:
            return self.window
        last = self.last_epoch()
        return 0.0, last * 1.02 if last > 0 else 1.0

    def losses(self) -> tuple[float, float]:
        """The losses on the axis, low < high, whatever the curves hold."""
        low, high = self.epochs()
        seen = [_between(curve, low, high) for curve in self.curves()]
        lines = [part for curve in seen for part in (curve.train, curve.test)]
        band = [part for curve in seen for part in (curve.train_min, curve.train_max)]
        stop = self.stop_loss if self.stop_loss is not None and self.stop_loss > 0 else None
        return _log_range(lines, band, stop) if self.log else _linear_range(lines, band, stop)


def is_fit(curve: Curve | None) -> bool:
    """Whether a curve has points and its arrays belong together."""
    if curve is None or curve.epoch.ndim != 1 or curve.epoch.size == 0:
        return False
    return all(part.shape == curve.epoch.shape for part in (curve.train, curve.train_min, curve.train_max, curve.test))


def _between(curve: Curve, low: float, high: float) -> Curve:
    first, last = int(curve.epoch.searchsorted(low)), int(curve.epoch.searchsorted(high, side="right"))
    if last - first in {0, curve.epoch.size}:
        return curve
    return Curve(*(part[first:last] for part in (curve.epoch, curve.train, curve.train_min, curve.train_max, curve.test)))


def _reach(parts: list[Floats], above: float) -> tuple[float, float] | None:
    """The least and the greatest of the finite losses that are more than ``above``, if there are any."""
    found = [ends for part in parts if (ends := _ends(part, above)) is not None]
    return (min(low for low, _ in found), max(high for _, high in found)) if found else None


def _ends(part: Floats, above: float) -> tuple[float, float] | None:
    if not part.size:
        return None
    low, high = float(np.fmin.reduce(part)), float(np.fmax.reduce(part))  # they pass over not-a-number
    if low > above and high < math.inf:
        return low, high
    fit = part[(part > above) & (part < math.inf)]
    return (float(fit.min()), float(fit.max())) if fit.size else None


def _log_range(lines: list[Floats], band: list[Floats], stop: float | None) -> tuple[float, float]:
    line, around = _reach(lines, _LEAST), _reach(band, _LEAST)
    if line is None:
        return (0.3 * stop, 3.0 * stop) if stop else (1e-3, 1.0)
    low, high = line
    if around is not None:  # the band may stick out of the picture, the lines may not
        low, high = min(low, max(around[0], low / 3)), max(high, min(around[1], high * 3))
    if stop:
        low, high = min(low, stop), max(high, stop)
    low = max(low, high * 10.0**-_MOST_DECADES, _LEAST)
    if high / low < 1.5:
        low, high = low / 2, high * 2
    margin = (high / low) ** 0.05
    return low / margin, min(high * margin, 1e300)


def _linear_range(lines: list[Floats], band: list[Floats], stop: float | None) -> tuple[float, float]:
    line, around = _reach(lines, -math.inf), _reach(band, -math.inf)
    if line is None:
        return 0.0, 2.0 * stop if stop else 1.0
    tops = [ends[1] for ends in (line, around) if ends is not None]
    sane = _OFF_SCALE * max(_first(lines), 1e-300)
    if max(tops) > sane:  # the median need not be known before
        sane = max(sane, _OFF_SCALE * float(np.median(_finite(lines))))
        tops = [float(found[found <= sane].max(initial=0.0)) for found in (_finite(lines), _finite(band))]
    high = max(*tops, 0.0, stop or 0.0)
    low = min(0.0, line[0])
    return (low, high + 0.05 * (high - low)) if high > low else (0.0, 1.0)


def _first(parts: list[Floats]) -> float:
    """The first finite loss of all."""
    return next(float(part[fit.argmax()]) for part in parts if (fit := np.isfinite(part)).any())


def _finite(parts: list[Floats]) -> Floats:
    joined = np.concatenate(parts) if parts else np.empty(0)
    found: Floats = joined[np.isfinite(joined)]
    return found
