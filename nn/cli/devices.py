"""``python -m nn devices``."""

from __future__ import annotations

from argparse import Namespace

from nn.backends.devices import Device, found
from nn.cli.run import print_json


def run(arguments: Namespace) -> int:
    """Print what there is to train on. Returns the exit code."""
    devices = found()
    if arguments.json:
        print_json({"devices": [_record(device) for device in devices]})
        return 0
    for device in devices:
        print(f"{device.kind:5} {device.name}: {'can be used' if device.usable else device.reason}")
    return 0


def _record(device: Device) -> dict[str, object]:
    return {
        "kind": device.kind,
        "name": device.name,
        "usable": device.usable,
        "reason": None if device.reason is None else str(device.reason),
        "memory": device.memory,
        "compute_capability": device.compute_capability,
        "driver": device.driver,
        "cores": device.cores,
        "index": device.index,
    }
