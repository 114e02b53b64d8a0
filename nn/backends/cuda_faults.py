"""What goes wrong on a GPU, as a sentence: driver, compiler and memory errors become ``DeviceUnavailable``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nn.errors import DeviceUnavailable
from nn.text import QT_TRANSLATE_NOOP, Sentence

# Why no GPU is used any more in this process, and the engines that failed. Nothing of those is given back: a driver that does not
# answer would be waited for.
_given_up: list[tuple[Sentence, object]] = []

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


def goes_on(error: DeviceUnavailable, name: str) -> Sentence:
    """What a person is told when the GPU ``name`` failed in the middle of training."""
    values = error.sentence.values
    if "cause" in values:
        return Sentence(
            QT_TRANSLATE_NOOP("nn", "{name} failed ({cause}); training goes on on the CPU, and the GPU is left alone until the program starts anew."),
            {"name": name, "cause": values["cause"]},
        )
    if "seconds" in values:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "nn",
                "{name} hasn't answered for {seconds:g} seconds; training goes on on the CPU, and the GPU is left alone until the program starts"
                " anew.",
            ),
            {"name": name, "seconds": values["seconds"]},
        )
    return Sentence(
        QT_TRANSLATE_NOOP("nn", "{name} ran out of memory; training goes on on the CPU, and the GPU is left alone until the program starts anew."),
        {"name": name},
    )


def give_up(reason: Sentence, engine: object) -> None:
    """No GPU is tried again in this process; ``engine`` is what failed."""
    _given_up.append((reason, engine))


def given_up() -> Sentence | None:
    """Why no GPU is tried any more, or ``None`` while none has failed."""
    return _given_up[0][0] if _given_up else None


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
