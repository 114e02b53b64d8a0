"""The cost over a plane through a network's parameters, on the GPU: thousands of networks in one launch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numba import cuda
from numpy.typing import NDArray

from nn.backends import cuda_maps
from nn.backends.cuda_faults import faults, given_up
from nn.backends.cuda_passes import SIMULATED, Passes
from nn.backends.cuda_plan import plan_for
from nn.errors import DeviceUnavailable
from nn.network import Architecture, Mask

Floats = NDArray[np.floating]

# Multiplications of one launch: some 10 ms of a small GPU. A larger grid comes in several.
MOST_PRODUCTS = 1 << 35


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
) -> NDArray[np.float64] | None:
    """Mean losses (n,) of ``inputs`` (samples, n_in) and ``targets`` at ``places`` (2, n), a and b of origin + a·first + b·second.

    ``vectors`` are these three, (P,) each. Calculated in the dtype of ``inputs``. ``None`` for a network that one block can't hold.
    ``tell`` hears the share that is done between launches, and may raise. The calling thread need not be the one that trains.

    Raises:
        DeviceUnavailable: the GPU fails, or was given up before.
    """
    lost = given_up()
    if lost is not None:
        raise DeviceUnavailable(lost.template, **lost.values)
    plan = plan_for(architecture, inputs.dtype)
    if plan is None or places.shape[1] == 0:
        return None
    found = np.empty(places.shape[1])
    length = max(1, MOST_PRODUCTS // (architecture.layout.size * max(len(inputs), 1)))
    with faults("GPU"):
        cuda.select_device(index)
        name = "CUDA simulator" if SIMULATED else str(cuda.get_current_device().name)
    with faults(name):
        passes = Passes(architecture, inputs.dtype, 1, name)
        data, masks = passes.upload_data(inputs, targets), passes.upload_masks((mask,))
        given, keep = [passes.upload_reals(vector) for vector in vectors], passes.upload(np.zeros((1, 1, 1), dtype=np.uint8))
        kernel = cuda_maps.plane_kernel(replace(plan, switched=mask is not None))
        for start in range(0, places.shape[1], length):
            if tell is not None:
                tell(start / places.shape[1])
            some = passes.upload_reals(places[:, start : start + length])
            out = passes.empty((some.shape[1],), np.float64)
            blocks = min(cuda_maps.MOST_BLOCKS, some.shape[1])
            kernel[blocks, cuda_maps.THREADS, passes.stream](data.inputs, data.targets, *given, some, masks.gain, masks.hold, keep, out)
            found[start : start + length] = passes.download(out)
    return found
