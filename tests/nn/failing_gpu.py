"""A GPU that is none: it computes with NumPy until it fails, in one of the ways in which GPUs do."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.backends.base import Chunk, Hyper
from nn.backends.cuda_faults import faults
from nn.backends.cuda_pace import wait
from nn.backends.reference import ReferenceEngine

DriverError = type("CudaAPIError", (Exception,), {"__module__": "numba.cuda.cudadrv.driver"})


class Silent:
    """An event that never comes to pass."""

    def query(self) -> bool:
        return False


def out_of_memory() -> None:
    raise DriverError("[2] Call to cuMemAlloc results in CUDA_ERROR_OUT_OF_MEMORY")


def failed_launch() -> None:
    raise DriverError("[700] Call to cuLaunchKernel results in CUDA_ERROR_ILLEGAL_ADDRESS")


def lost_driver() -> None:
    raise DriverError("[999] Call to cuStreamSynchronize results in CUDA_ERROR_UNKNOWN")


def no_answer() -> None:
    wait(Silent(), "a GPU", patience=0.001)


WAYS = {
    out_of_memory: "a GPU ran out of memory; training goes on on the CPU",
    failed_launch: "a GPU failed ([700] Call to cuLaunchKernel results in CUDA_ERROR_ILLEGAL_ADDRESS); training goes on",
    lost_driver: "a GPU failed ([999]",
    no_answer: "a GPU hasn't answered for 0.001 seconds; training goes on on the CPU",
}


class FailingGpu(ReferenceEngine):
    """Fails in the way ``fail`` at every question from the chunk that would pass step ``last`` on."""

    def __init__(self, fail: Any, last: int, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.device, self.device_name = "cuda", "a GPU"
        self.fail, self.last, self.failed, self.asked = fail, last, False, 0

    def train(self, chunk: Chunk, hyper: Hyper) -> np.ndarray:
        if super().state().step + chunk.steps > self.last:
            self.failed = True
        self._answer()
        return super().train(chunk, hyper)

    def _answer(self) -> None:
        self.asked += 1
        if self.failed:
            with faults(self.device_name):
                self.fail()

    def state(self) -> Any:
        self._answer()
        return super().state()

    def restore(self, state: Any) -> None:
        self._answer()
        super().restore(state)

    def params(self) -> Any:
        self._answer()
        return super().params()

    def measure(self, *arguments: Any) -> Any:
        self._answer()
        return super().measure(*arguments)

    def neurons(self, *arguments: Any) -> Any:
        self._answer()
        return super().neurons(*arguments)
