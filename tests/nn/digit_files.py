"""Pictures with classes, in files as the world hands them round: for tests."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

REAL = Path(__file__).parents[3] / "shared" / "data" / "mnist-10k"

Bytes = NDArray[np.uint8]


def pictures(count: int = 60, side: int = 28, seed: int = 0) -> tuple[Bytes, Bytes]:
    """Pictures (n, side, side) that show their class, 0 to 9, as a bright row, and their labels (n,)."""
    random = np.random.default_rng(seed)
    labels = (np.arange(count) % 10).astype(np.uint8)
    images = random.integers(0, 60, (count, side, side), dtype=np.uint8)
    images[np.arange(count), labels * (side // 10)] = 255
    return images, labels


def idx_bytes(array: Bytes) -> bytes:
    return bytes((0, 0, 8, array.ndim)) + struct.pack(f">{array.ndim}I", *array.shape) + array.tobytes()


def write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content, mtime=0) if path.name.endswith(".gz") else content)
    return path


def folder(where: Path, train: int = 60, test: int = 20, packed: bool = True) -> Path:
    """A folder of IDX files; a part of 0 pictures is left out."""
    ending = ".gz" if packed else ""
    for name, count in (("train", train), ("t10k", test)):
        if count:
            images, labels = pictures(count, seed=count)
            write(where / f"{name}-images-idx3-ubyte{ending}", idx_bytes(images))
            write(where / f"{name}-labels-idx1-ubyte{ending}", idx_bytes(labels))
    return where


def keras_file(path: Path, train: int = 60, test: int = 20) -> Path:
    """An .npz file with the names that Keras gives."""
    (x_train, y_train), (x_test, y_test) = pictures(train, seed=1), pictures(test, seed=2)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, x_train=x_train, y_train=y_train, x_test=x_test, y_test=y_test)
    return path
