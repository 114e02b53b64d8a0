"""Compile every kernel to PTX for the GPUs named on the command line ("7.5 8.0 …") and print what came out as JSON.

Runs in a process of its own: without a GPU, numba has to be told which one to compile for, and that lasts.
"""

from __future__ import annotations

import gc
import inspect
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

REALS_1D = {"params", "numbers", "gradient"}
REALS_2D = {"inputs", "acts", "deltas", "gain", "hold", "targets", "slots", "parts", "picked"}
SCALARS = {"scale", "rate", "correction1", "correction2"}
FIXED = {
    "order": ("int32", 1),
    "sources": ("int32", 1),
    "counts": ("int32", 1),
    "firsts": ("int32", 1),
    "layers": ("int32", 2),
    "frozen": ("uint8", 1),
    "right": ("uint8", 1),
    "keep": ("uint8", 3),
    "losses": ("float64", 1),
    "loss_parts": ("float64", 1),
}


def missing_toolchain() -> str:
    """Why nothing can be compiled here, or "" if it can."""
    from cuda import pathfinder

    try:
        pathfinder.load_nvidia_dynamic_lib("nvvm")
    except (pathfinder.DynamicLibNotFoundError, OSError, RuntimeError):
        return "NVIDIA's compiler library NVVM is not installed"
    from numba.cuda import cuda_paths

    # NVRTC is only asked which GPUs it knows; where it is missing, the answer is forced below.
    try:
        pathfinder.load_nvidia_dynamic_lib("nvrtc")
    except (pathfinder.DynamicLibNotFoundError, OSError, RuntimeError):
        cuda_paths._get_nvrtc_path = lambda: cuda_paths._env_path_tuple("none", None)
    return "" if cuda_paths.get_cuda_paths()["libdevice"].info else "NVIDIA's libdevice is not installed"


def type_of(name: str, real: str) -> object:
    """The numba type of a kernel's argument, told by its name; what is no number of the network is an int64."""
    from numba import types

    number = getattr(types, real)
    if name in REALS_1D or name in REALS_2D:
        return types.Array(number, 1 if name in REALS_1D else 2, "C")
    if name in FIXED:
        kind, dimensions = FIXED[name]
        return types.Array(getattr(types, kind), dimensions, "C")
    return number if name in SCALARS else types.int64


def kernels(real: str) -> Iterator[tuple[str, Any, Any]]:
    """Name, kernel and signature of every kernel in one precision."""
    from numba import types

    from nn.backends import cuda_kernels
    from nn.backends import cuda_layer_tiles as layer_tiles
    from nn.backends.cuda_grid_plan import tile_of

    size = getattr(types, real).bitwidth // 8
    tile = tile_of(size)
    tiled = [make(tile, size) for make in (layer_tiles.forward_kernel, layer_tiles.accumulate_kernel, layer_tiles.backward_kernel)]
    formulas = (tiled[0], cuda_kernels.answer, cuda_kernels.update)
    for kernel in (*cuda_kernels.ALL, *tiled) if real == "float32" else formulas:
        names = inspect.signature(kernel.py_func).parameters
        yield kernel.py_func.__name__, kernel, types.void(*(type_of(name, real) for name in names))
    if real == "float32":  # each takes seconds
        for kind in ("registers", "tile"):
            yield f"train_{kind}", training_kernel(kind, real), training_signature(real)
        yield from maps(real)
        yield "train_grid", *grid(real)
        yield from walks(real)


def grid(real: str) -> tuple[Any, Any]:
    """The kernel that trains in one cooperative launch, and its signature."""
    from numba import types

    from nn.backends.cuda_grid import grid_kernel
    from nn.backends.cuda_grid_plan import tile_of
    from nn.backends.cuda_grid_tiles import Net, Room

    def array(name: str, dimensions: int) -> Any:
        return types.Array(getattr(types, name), dimensions, "C")

    (samples, switches, rule, params, slots, whole, _, losses, _) = training_signature(real).args
    net = types.NamedTuple([array("int32", 2), array("int32", 1), array("int32", 1), whole, whole], Net)
    room = types.NamedTuple([array(real, 3), array(real, 2), array(real, 2), array("float64", 1), array(real, 1)], Room)
    size = getattr(types, real).bitwidth // 8
    signature = types.void(samples, switches, whole, rule, net, room, params, slots, whole, whole, whole, losses)
    return grid_kernel(tile_of(size), size), signature


def walks(real: str) -> Iterator[tuple[str, Any, Any]]:
    """The kernels that answer for a network of any size in one launch: outputs with data by rows, measures in a plane with data by columns."""
    from numba import types

    from nn.backends import cuda_walk
    from nn.backends.cuda_grid_plan import tile_of

    def array(name: str, dimensions: int) -> Any:
        return types.Array(getattr(types, name), dimensions, "C")

    size, whole, table, vector, layers = getattr(types, real).bitwidth // 8, types.int64, array(real, 2), array(real, 1), array("int32", 2)
    given = [layers, table, table, whole, whole, whole, whole]
    yield "walk_rows", cuda_walk.rows_kernel(tile_of(size), size, True), types.void(table, vector, *given, table, table)
    asked = types.void(table, table, vector, vector, vector, table, *given, table, array("float64", 3))
    yield "walk_plane", cuda_walk.measure_kernel(tile_of(size), size, False, True), asked


def maps(real: str) -> Iterator[tuple[str, Any, Any]]:
    """The kernels that answer for a small network in one launch."""
    from numba import types

    from nn.backends import cuda_maps

    def array(name: str, dimensions: int) -> Any:
        return types.Array(getattr(types, name), dimensions, "C")

    plan = replace(plan_of("registers", real), switched=True)
    given = [array(real, 2), array(real, 1), array(real, 2), array(real, 2), array("uint8", 3)]
    yield "map_rows", cuda_maps.rows_kernel(plan, 0, plan.architecture.layout.rows), types.void(*given, array(real, 2))
    data, vectors = [array(real, 2), array(real, 2)], [array(real, 1)] * 3
    yield "map_plane", cuda_maps.plane_kernel(plan), types.void(*data, *vectors, *given[2:3], *given[2:], array("float64", 1))
    yield "map_measure", cuda_maps.measure_kernel(plan), types.void(array(real, 2), *given, array("float64", 2))


def training_kernel(kind: str, real: str) -> Any:
    """A kernel that trains in one launch: each way to add up a gradient; with a tile, neurons may be off or dropped."""
    from nn.backends.cuda_launch import training_kernel

    return training_kernel(replace(plan_of(kind, real), switched=kind == "tile"))


def plan_of(kind: str, real: str) -> Any:
    """A plan of one kind."""
    import numpy as np

    from nn.backends.cuda_plan import plan_for
    from nn.choices import Activation, Loss
    from nn.network import Architecture

    if kind == "tile":
        architecture = Architecture((1, 40, 1), (Activation.RELU, Activation.SIGMOID), Loss.BINARY_CROSS_ENTROPY)
    else:
        architecture = Architecture((1, 2, 2), (Activation.SIGMOID, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
    plan = plan_for(architecture, np.dtype(real))
    assert plan is not None
    assert plan.kind == ("tile" if kind == "tile" else "registers")
    return plan


def training_signature(real: str) -> Any:
    from numba import types

    from nn.backends.cuda_layers import Rule, Samples, Switches

    def array(name: str, dimensions: int) -> Any:
        return types.Array(getattr(types, name), dimensions, "C")

    number, whole, flags, numbers, table = getattr(types, real), types.int64, array("uint8", 1), array(real, 1), array(real, 2)
    samples = types.NamedTuple([table, table, array("int32", 1), array("int64", 1), whole], Samples)
    switches = types.NamedTuple([numbers, numbers, array("uint8", 3), number], Switches)
    rule = types.NamedTuple([whole, whole, table, numbers, flags, array("int32", 1)], Rule)
    return types.void(samples, switches, rule, numbers, table, whole, whole, array("float64", 1), table)


def compile_all(capabilities: list[tuple[int, int]]) -> dict[str, str]:
    """PTX of every kernel, by ``name/dtype/sm_…``: float32 for every GPU; in float64, those with all formulas for the first."""
    from numba.cuda import compiler, dispatcher
    from numba.cuda.core import config

    dispatcher.get_current_device = lambda: SimpleNamespace(compute_capability=capabilities[0])
    found = {}
    for real in ("float32", "float64"):
        for kernel, made, signature in kernels(real):
            config.FORCE_CUDA_CC = capabilities[0]
            bounds = {"launch_bounds": made.targetoptions.get("launch_bounds")}
            library, _ = compiler._compile_pyfunc_with_fixup(made.py_func, signature, device=False, cc=capabilities[0], abi="numba", **bounds)
            for capability in capabilities if real == "float32" else capabilities[:1]:
                config.FORCE_CUDA_CC = capability
                if capability != capabilities[0]:
                    library._nvvm_options["opt"] = 0  # whether it compiles doesn't depend on it; what comes out is looked at for the first
                (ptx,) = library.get_asm_strs(cc=capability)
                name = f"{kernel}/{real}/sm_{capability[0]}{capability[1]}"
                found[name] = ptx if isinstance(ptx, str) else ptx.decode()
    return found


def main() -> None:
    reason = missing_toolchain()
    if reason:
        print(json.dumps({"skipped": reason}))
        return
    gc.disable()  # this process ends soon
    capabilities = [tuple(int(part) for part in text.split(".")) for text in sys.argv[1:]]
    print(json.dumps(compile_all(capabilities)))


if __name__ == "__main__":
    main()
