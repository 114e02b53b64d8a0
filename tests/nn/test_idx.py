"""IDX files and .npz files of pictures: what they hold is read, and what is wrong with them is said in a sentence."""

from __future__ import annotations

import gzip
import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from digit_files import folder, idx_bytes, keras_file, pictures, write

from nn.choices import DataKind
from nn.datasets.mnist import look
from nn.datasets.work import Work
from nn.errors import BadFile, Cancelled

IMAGES, LABELS = "train-images-idx3-ubyte", "train-labels-idx1-ubyte"


def read(path: Path) -> tuple[np.ndarray, np.ndarray]:
    found = look(DataKind.MNIST, str(path))
    assert found is not None
    return found.read(Work())


def refused(path: Path, *words: str) -> None:
    """Reading ends with one sentence that has these words and says what to do."""
    with pytest.raises(BadFile) as caught:
        read(path)
    text = str(caught.value)
    assert all(word in text for word in words), text
    assert text.endswith(".") and "\n" not in text
    assert any(advice in text for advice in ("choose", "Choose", "get ", "put ", "save "))


@pytest.mark.parametrize("packed", [True, False])
def test_both_parts_are_read_training_first(tmp_path: Path, packed: bool) -> None:
    found = look(DataKind.MNIST, str(folder(tmp_path, 60, 20, packed)))
    assert found is not None
    assert (found.train, found.test, found.height, found.width) == (60, 20, 28, 28)
    shares: list[float] = []
    images, labels = found.read(Work(shares.append))
    for part, count in ((slice(0, 60), 60), (slice(60, 80), 20)):
        wanted, classes = pictures(count, seed=count)
        np.testing.assert_array_equal(images[part], wanted.reshape(count, -1))
        np.testing.assert_array_equal(labels[part], classes)
    assert images.dtype == labels.dtype == np.uint8
    assert shares == sorted(shares) and shares[-1] < 1.0


@pytest.mark.parametrize("name", ["train-images.idx3-ubyte", "Train-Images-IDX3-ubyte.gz", "train.images.idx3.ubyte"])
def test_the_names_that_files_have_elsewhere(tmp_path: Path, name: str) -> None:
    images, labels = pictures(10)
    write(tmp_path / LABELS, idx_bytes(labels))
    packed = gzip.compress(idx_bytes(images)) if name.endswith(".gz") else idx_bytes(images)
    (tmp_path / name).write_bytes(packed)
    np.testing.assert_array_equal(read(tmp_path)[0], images.reshape(10, -1))


def test_one_of_the_files_stands_for_its_folder(tmp_path: Path) -> None:
    assert len(read(folder(tmp_path) / f"{IMAGES}.gz")[0]) == 80


def test_a_plain_file_is_taken_before_a_packed_one(tmp_path: Path) -> None:
    folder(tmp_path, 30, 0)
    images, _ = pictures(30, seed=9)
    write(tmp_path / IMAGES, idx_bytes(images))
    np.testing.assert_array_equal(read(tmp_path)[0], images.reshape(30, -1))


def test_only_a_test_part_is_one_whole(tmp_path: Path) -> None:
    found = look(DataKind.MNIST, str(folder(tmp_path, 0, 20)))
    assert found is not None and (found.train, found.test) == (20, 0)


def damage(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], Path]:
    def done(where: Path) -> Path:
        folder(where, packed=False)
        (where / name).write_bytes(change((where / name).read_bytes()))
        return where

    return done


def _gone(where: Path) -> Path:
    return where / "nowhere"


def _unlabelled(where: Path) -> Path:
    (folder(where, packed=False) / LABELS).unlink()
    return where


def _cut_gzip(where: Path) -> Path:
    packed = folder(where) / f"{IMAGES}.gz"
    packed.write_bytes(packed.read_bytes()[:-3000])
    return where


def _no_gzip(where: Path) -> Path:
    (folder(where) / f"{IMAGES}.gz").write_bytes(b"not packed at all")
    return where


def _bits_turned(where: Path) -> Path:
    packed = folder(where) / f"{IMAGES}.gz"
    content = bytearray(packed.read_bytes())
    content[2000:2100] = bytes(byte ^ 255 for byte in content[2000:2100])
    packed.write_bytes(content)
    return where


def _other_sizes(where: Path) -> Path:
    folder(where, packed=False)
    write(where / "t10k-images-idx3-ubyte", idx_bytes(pictures(20, 14)[0]))
    return where


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_gone, ("isn't there",)),
        (lambda where: where, ("holds no pictures in IDX form",)),
        (_unlabelled, (IMAGES, "labels")),
        (damage(IMAGES, lambda found: found[:-5]), ("ends after 47035 of the 47040 bytes",)),
        (damage(IMAGES, lambda found: found + b"!"), ("more than the 47040 bytes",)),
        (damage(IMAGES, lambda found: b"\0\0\x0d\x03" + found[4:]), ("00 00 0d 03", "00 00 08 03")),
        (damage(LABELS, lambda found: b""), ("nothing", "00 00 08 01")),
        (damage(IMAGES, lambda found: found[:10]), ("damaged or cut off",)),
        (damage(LABELS, lambda _: idx_bytes(pictures(59)[1])), ("60 pictures", "59 labels")),
        (damage(LABELS, lambda _: idx_bytes(np.full(60, 10, np.uint8))), ("class 10", "0 to 9")),
        (damage(IMAGES, lambda found: found[:4] + struct.pack(">3I", 60, 0, 28)), ("28 × 0",)),
        (damage(IMAGES, lambda found: found[:4] + struct.pack(">3I", 60, 2**20, 2**20)), ("GB",)),
        (_cut_gzip, ("damaged or cut off",)),
        (_no_gzip, ("damaged or cut off",)),
        (_bits_turned, (IMAGES,)),
        (_other_sizes, ("aren't of the same size",)),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path: Path, spoil: Callable[[Path], Path], words: tuple[str, ...]) -> None:
    refused(spoil(tmp_path), *words)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    folder(tmp_path)
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb") as file:
        file.write(idx_bytes(pictures(60, seed=60)[0]))
        for _ in range(256):
            file.write(bytes(1 << 20))
    (tmp_path / f"{IMAGES}.gz").write_bytes(bomb.getvalue())
    assert len(bomb.getvalue()) < 1_000_000
    tracemalloc.start()
    refused(tmp_path, "more than the 47040 bytes")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 4_000_000


def test_reading_stops_when_nobody_waits(tmp_path: Path) -> None:
    found = look(DataKind.MNIST, str(folder(tmp_path)))
    assert found is not None
    with pytest.raises(Cancelled):
        found.read(Work(cancelled=lambda: True))


# .npz


def test_an_npz_file_with_the_names_of_keras(tmp_path: Path) -> None:
    path = keras_file(tmp_path / "mnist.npz")
    found = look(DataKind.MNIST, str(path))
    assert found is not None and (found.train, found.test, found.height) == (60, 20, 28)
    images, labels = read(path)
    np.testing.assert_array_equal(images[:60], pictures(60, seed=1)[0].reshape(60, -1))
    np.testing.assert_array_equal(labels[60:], pictures(20, seed=2)[1])


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.int64])
def test_rows_of_numbers_are_squares(tmp_path: Path, dtype: type[np.integer]) -> None:
    images, labels = pictures(40, 14)
    np.savez_compressed(tmp_path / "some.npz", X=images.reshape(40, -1).astype(dtype), y=labels.astype(np.int64)[:, None])
    found = look(DataKind.MNIST, str(tmp_path / "some.npz"))
    assert found is not None and (found.train, found.test, found.height, found.width) == (40, 0, 14, 14)
    np.testing.assert_array_equal(read(tmp_path / "some.npz")[0], images.reshape(40, -1))


def _archive(path: Path, **arrays: np.ndarray) -> Path:
    np.savez(path, **arrays)
    return path


def _cut(path: Path) -> Path:
    keras_file(path)
    path.write_bytes(path.read_bytes()[:5000])
    return path


def _claims_more(path: Path) -> Path:
    """A header that promises more numbers than follow it."""
    images, labels = pictures(10)
    stream = io.BytesIO()
    np.lib.format.write_array_header_1_0(stream, {"descr": "|u1", "fortran_order": False, "shape": (10**6, 28, 28)})
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("X.npy", stream.getvalue() + images.tobytes())
        file = io.BytesIO()
        np.save(file, labels)
        archive.writestr("y.npy", file.getvalue())
    return path


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: _archive(path, X=pictures(10)[0], y=pictures(9)[1]), ("10 pictures", "9 labels")),
        (lambda path: _archive(path, x=pictures(10)[0], z=pictures(9)[1]), ("x, z",)),
        (lambda path: _archive(path, X=pictures(10)[0] / 255, y=pictures(10)[1]), ("whole numbers", "float64")),
        (lambda path: _archive(path, X=np.array([{}, []], dtype=object), y=pictures(2)[1]), ("whole numbers", "Python objects")),
        (lambda path: _archive(path, X=np.full((10, 4), 300), y=pictures(10)[1]), ("300",)),
        (lambda path: _archive(path, X=np.full((10, 5), 3), y=pictures(10)[1]), ("(10, 5)",)),
        (_claims_more, ("damaged",)),
        (_cut, ("damaged",)),
        (lambda path: write(path, b"no archive at all"), ("damaged",)),
    ],
)
def test_what_is_wrong_with_an_npz_file(tmp_path: Path, spoil: Callable[[Path], Path], words: tuple[str, ...]) -> None:
    path = spoil(tmp_path / "some.npz")
    with pytest.raises(BadFile) as caught:
        read(path)
    assert all(word in str(caught.value) for word in words), str(caught.value)
