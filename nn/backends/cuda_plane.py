"""The cost over a plane through a network's parameters, on the GPU: thousands of networks in one launch."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numba import cuda
from numpy.typing import NDArray

from nn.backends.cuda_faults import faults, given_up
from nn.backends.cuda_maps import maps_for
from nn.backends.cuda_math import SIMULATED
from nn.backends.cuda_passes import Passes
from nn.backends.cuda_plan import plan_for
from nn.backends.cuda_walk_maps import MOST_PRODUCTS
from nn.errors import DeviceUnavailable
from nn.network import Architecture, Mask

Floats = NDArray[np.floating]


def losses(  # noqa: PLR0917 - a network, its data, and where it is asked
    architecture: Architecture,
    inputs: Floats,
    targets: Floats,
    vectors: tuple[Floats, Floats, Floats],
    places: Floats,
    mask: Mask | None = None,
    *,
    index: int = 0,
    tell: Callable[[float], None] | None = None,
) -> NDArray[np.float64]:
    """Mean losses (n,) of ``inputs`` (samples, n_in) and ``targets`` at ``places`` (2, n), a and b of origin + a·first + b·second.

    ``vectors`` are these three, (P,) each. Calculated in the dtype of ``inputs``. ``tell`` hears the share that is done between launches,
    and may raise. The calling thread need not be the one that trains.

    Raises:
        DeviceUnavailable: the GPU fails, or was given up before.
    """
    lost = given_up()
    if lost is not None:
        raise DeviceUnavailable(lost.template, **lost.values)
    found = np.empty(places.shape[1])
    length = max(1, MOST_PRODUCTS // (architecture.layout.size * max(len(inputs), 1)))
    with faults("GPU"):
        cuda.select_device(index)
        name = "CUDA simulator" if SIMULATED else str(cuda.get_current_device().name)
    with faults(name):
        passes = Passes(architecture, inputs.dtype, 1, name)
        data, given = passes.upload_data(inputs, targets), tuple(passes.upload_reals(vector) for vector in vectors)
        maps = maps_for(passes, plan_for(architecture, inputs.dtype))
        for start in range(0, places.shape[1], length):
            if tell is not None:
                tell(start / places.shape[1])
            found[start : start + length] = maps.plane(data, given, places[:, start : start + length], mask) / max(len(inputs), 1)
    return found
