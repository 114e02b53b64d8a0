"""Which devices are found, and for each way in which a GPU can be unusable the sentence that says so."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nn.backends import cuda_probe as probe
from nn.backends import devices
from nn.choices import Activation, DeviceChoice, Loss
from nn.errors import DeviceUnavailable
from nn.network import Architecture

ROOT = Path(__file__).parent.parent.parent
CARD = probe.Gpu(0, "NVIDIA RTX 4070", 12 << 30, (8, 9), 46)
OLD_CARD = probe.Gpu(0, "NVIDIA GTX 1080", 8 << 30, (6, 1), 20)
DRIVER = probe.Driver("580.65.06", (13, 0), (CARD,))
TOOLKIT = probe.Toolkit((13, 0))


@pytest.fixture
def machine(monkeypatch):
    """Pretend what the driver, the toolkit and the trial say."""

    def pretend(driver, toolkit=TOOLKIT, trial=lambda index: None):
        monkeypatch.setattr(devices, "_passed", set())
        monkeypatch.setattr(probe, "driver", lambda: driver)
        monkeypatch.setattr(probe, "toolkit", lambda: toolkit)
        monkeypatch.setattr(probe, "trial", trial)

    return pretend


def failing(message):
    def trial(index):
        raise RuntimeError(message)

    return trial


def test_the_cpu_is_always_here_and_comes_first(machine):
    machine(None)
    cpu, gpu = devices.found()
    assert (cpu.kind, cpu.usable, cpu.reason) == ("cpu", True, None)
    assert cpu.name
    assert cpu.cores is not None and cpu.cores >= 1
    assert (gpu.kind, gpu.usable) == ("cuda", False)


def test_a_usable_gpu_is_described_and_chosen(machine):
    machine(DRIVER)
    gpu = devices.found()[1]
    assert gpu == devices.Device("cuda", "NVIDIA RTX 4070", True, None, 12 << 30, (8, 9), "580.65.06", 46, 0)
    assert devices.choose(DeviceChoice.AUTO) == devices.choose(DeviceChoice.CUDA) == gpu
    assert devices.choose(DeviceChoice.CPU).kind == "cpu"


CAUSES = {
    "no driver": (None, TOOLKIT, None, "No NVIDIA driver was found."),
    "no gpu": (probe.Driver("580.65.06", (13, 0), ()), TOOLKIT, None, "The NVIDIA driver 580.65.06 finds no GPU"),
    "driver won't start": (probe.Driver("580.65.06", (13, 0), (), 803), TOOLKIT, None, "doesn't start (CUDA error 803)"),
    "old gpu": (probe.Driver("580.65.06", (12, 8), (OLD_CARD,)), TOOLKIT, None, "compute capability 6.1, but training needs 7.5"),
    "old driver": (
        probe.Driver("535.54.03", (12, 2), (CARD,)),
        TOOLKIT,
        None,
        "The NVIDIA driver 535.54.03 runs programs up to CUDA 12.2, but the CUDA toolkit in use is 13.0; update the driver.",
    ),
    "very old driver": (
        probe.Driver("470.82", (11, 4), (CARD,)),
        probe.Toolkit(None, ("nvvm", "nvrtc")),
        None,
        "The NVIDIA driver 470.82 runs programs up to CUDA 11.4, but the CUDA toolkit in use is 12.0",
    ),
    "no compiler": (
        DRIVER,
        probe.Toolkit(None, ("nvvm", "nvrtc")),
        None,
        "the CUDA compiler (nvvm, nvrtc) isn't; install the package numba-cuda[cu13]",
    ),
    "no compiler, CUDA 12": (
        probe.Driver("550.40", (12, 4), (CARD,)),
        probe.Toolkit(None, ("nvrtc",)),
        None,
        "the CUDA compiler (nvrtc) isn't; install the package numba-cuda[cu12]",
    ),
    "no memory": (DRIVER, TOOLKIT, failing("[2] Call to cuMemAlloc results in CUDA_ERROR_OUT_OF_MEMORY"), "NVIDIA RTX 4070 has no free memory"),
    "trial fails": (DRIVER, TOOLKIT, failing("\n the kernel hung:\nmore"), "NVIDIA RTX 4070 failed a small trial (the kernel hung)"),
}


@pytest.mark.parametrize("case", CAUSES)
def test_why_a_gpu_cannot_be_used(machine, case):
    driver, toolkit, trial, words = CAUSES[case]
    machine(driver, toolkit, trial or (lambda index: None))
    gpu = devices.found()[1]
    assert not gpu.usable
    assert words in str(gpu.reason)
    assert devices.choose(DeviceChoice.AUTO).kind == "cpu"
    with pytest.raises(DeviceUnavailable) as caught:
        devices.choose(DeviceChoice.CUDA)
    assert str(caught.value) == str(gpu.reason)
    assert caught.value.sentence == gpu.reason


def test_the_causes_are_told_apart():
    assert len({words.split("{")[0] for *_, words in CAUSES.values()}) == len(CAUSES)


def test_a_newer_driver_runs_an_older_toolkit_and_a_newer_minor_version(machine):
    machine(DRIVER, probe.Toolkit((12, 9)))
    assert devices.choose(DeviceChoice.AUTO).kind == "cuda"
    machine(DRIVER, probe.Toolkit((13, 3)))
    assert devices.choose(DeviceChoice.AUTO).kind == "cuda"


def test_the_first_gpu_that_works_is_taken(machine):
    newer = probe.Gpu(1, "NVIDIA RTX 4090", 24 << 30, (8, 9), 128)
    tried = []
    machine(probe.Driver("580.65.06", (13, 0), (OLD_CARD, newer)), trial=tried.append)
    chosen = devices.choose(DeviceChoice.AUTO)
    assert (chosen.name, chosen.index) == ("NVIDIA RTX 4090", 1)
    assert [device.usable for device in devices.found()] == [True, False, True]
    assert tried == [1], "a trial that went well is not repeated, and the old card is never tried"


def test_a_trial_that_failed_is_tried_again(machine):
    outcomes = [RuntimeError("CUDA_ERROR_OUT_OF_MEMORY"), None]

    def trial(index):
        outcome = outcomes.pop(0)
        if outcome is not None:
            raise outcome

    machine(DRIVER, trial=trial)
    assert not devices.found()[1].usable
    assert devices.found()[1].usable


class FakeDriverLibrary:
    """The C functions of a driver with one GPU, or of one that fails to start with ``error``."""

    def __init__(self, error=0):
        self.error = error

    def cuInit(self, flags):
        return self.error

    def cuDriverGetVersion(self, pointer):
        pointer._obj.value = 12080

    def cuDeviceGetCount(self, pointer):
        pointer._obj.value = 1

    def cuDeviceGet(self, pointer, index):
        pointer._obj.value = index

    def cuDeviceGetName(self, buffer, length, handle):
        buffer.value = b"NVIDIA RTX 4070"

    def cuDeviceTotalMem_v2(self, pointer, handle):
        pointer._obj.value = 12 << 30

    def cuDeviceGetAttribute(self, pointer, code, handle):
        pointer._obj.value = {16: 46, 75: 8, 76: 9}[code]


class FakeManagementLibrary:
    def nvmlInit_v2(self):
        return 0

    def nvmlSystemGetDriverVersion(self, buffer, length):
        buffer.value = b"570.86.10"
        return 0

    def nvmlShutdown(self):
        return 0


def libraries(monkeypatch, driver, management=None):
    loaded = {"libcuda.so.1": driver, "nvcuda.dll": driver, "libnvidia-ml.so.1": management, "nvml.dll": management}
    monkeypatch.setattr(probe, "_load", loaded.get)


def test_the_driver_is_asked_through_its_c_interface(monkeypatch):
    libraries(monkeypatch, FakeDriverLibrary(), FakeManagementLibrary())
    assert probe.driver() == probe.Driver("570.86.10", (12, 8), (CARD,))


def test_a_driver_without_a_gpu_or_that_will_not_start(monkeypatch):
    libraries(monkeypatch, FakeDriverLibrary(probe.NO_DEVICE))
    assert probe.driver() == probe.Driver("?", (12, 8), ())
    libraries(monkeypatch, FakeDriverLibrary(803))
    assert probe.driver() == probe.Driver("?", (12, 8), (), 803)


def test_no_driver(monkeypatch):
    libraries(monkeypatch, None)
    assert probe.driver() is None


def test_missing_compiler_libraries_are_named(monkeypatch):
    monkeypatch.setattr(probe, "_library_path", lambda name: None)
    assert probe.toolkit() == probe.Toolkit(None, ("nvvm", "nvrtc"))


def test_an_engine_on_the_cpu():
    architecture = Architecture((2, 3, 1), (Activation.TANH, Activation.SIGMOID), Loss.MSE)
    params = np.zeros(architecture.layout.size)
    engine = devices.create_engine(devices.choose(DeviceChoice.CPU), architecture, np.ones((4, 2)), np.zeros((4, 1)), params, np.float64)
    try:
        assert (engine.device, engine.dtype) == ("cpu", np.float64)
        assert engine.outputs(np.ones((4, 2))).tolist() == [[0.5]] * 4
    finally:
        engine.close()


def test_too_little_memory_is_one_sentence(monkeypatch):
    def no_room(*_):
        raise MemoryError

    monkeypatch.setattr("nn.backends.cpu.CpuEngine", no_room)
    with pytest.raises(DeviceUnavailable, match="memory is used up"):
        devices.create_engine(devices.choose(DeviceChoice.CPU), None, None, None, None, np.float32)


def test_importing_devices_loads_neither_numba_nor_cuda():
    code = "import sys, nn.backends.devices; print([m for m in sys.modules if m.split('.')[0] in ('numba', 'numba_cuda', 'cuda')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
