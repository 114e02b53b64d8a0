"""What goes wrong on a GPU, as a sentence: driver, compiler and memory errors become ``DeviceUnavailable``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nn.errors import DeviceUnavailable
from nn.text import QT_TRANSLATE_NOOP

# Packages whose errors come from the driver, the device or NVIDIA's compilers.
_PACKAGES = ("numba.cuda", "numba_cuda", "cuda")


def is_device_fault(error: BaseException) -> bool:
    """Whether an error (or the class that it derives from) is the GPU's, not a mistake in this program."""
    return any(kind.__module__ == name or kind.__module__.startswith(f"{name}.") for kind in type(error).__mro__ for name in _PACKAGES)


def unavailable(error: BaseException, name: str) -> DeviceUnavailable:
    """The sentence for a device fault on the GPU ``name``."""
    if "OUT_OF_MEMORY" in str(error):
        return DeviceUnavailable(
            QT_TRANSLATE_NOOP(
                "nn",
                "{name} has too little free memory for this network and its data; close other programs that use it,"
                " choose a smaller network, or train on the CPU.",
            ),
            name=name,
        )
    return DeviceUnavailable(
        QT_TRANSLATE_NOOP("nn", "{name} failed and can't go on ({cause}); train on the CPU, or start the program again to use the GPU once more."),
        name=name,
        cause=first_line(error),
    )


def first_line(error: BaseException) -> str:
    """The first line of an error that says something, else its type's name."""
    lines = [line.strip(" :") for line in str(error).splitlines()]
    return next((line for line in lines if line), type(error).__name__)


@contextmanager
def faults(name: str) -> Iterator[None]:
    """Turn device faults inside into :class:`DeviceUnavailable`; let all other errors pass."""
    try:
        yield
    except Exception as error:
        if isinstance(error, DeviceUnavailable) or not is_device_fault(error):
            raise
        raise unavailable(error, name) from error
