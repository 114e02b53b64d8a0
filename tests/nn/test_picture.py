"""Pictures to fit: what is read from files, what becomes of it, and what a file that can't be used is told."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nn import boundary
from nn.backends.reference import ReferenceEngine
from nn.choices import Activation, DataKind, Loss, Task
from nn.cli.experiment import experiment_from
from nn.cli.parser import make_parser
from nn.datasets import load, picture_file
from nn.datasets.area import reduced
from nn.datasets.dataset import Picture
from nn.datasets.picture import GREY_OF
from nn.datasets.picture_file import read
from nn.datasets.prepare import prepare
from nn.datasets.smiley import smiley
from nn.errors import BadFile, SettingsError
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask
from nn.presets import BY_KEY
from nn.settings import DataSettings, Experiment, TrainingSettings
from nn.storage.experiment import from_toml, to_toml

SMILEY = Path(__file__).parents[2].parent / "shared" / "data" / "Smiley.png"
real = pytest.mark.skipif(not SMILEY.is_file(), reason="the tutorial's picture isn't beside the project")


def settings(path: Path | str = "", **changes: object) -> DataSettings:
    return DataSettings(DataKind.PICTURE, path=str(path), test_share=0.0, **changes)  # type: ignore[arg-type]  # fields by name


def some_colours(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


def png(path: Path, width: int, height: int, pixels: bytes = b"") -> Path:
    """A grey PNG whose header says what it likes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b""))
    return path


# The data set


def test_the_smiley_is_a_data_set_of_places_and_greys() -> None:
    dataset = load(settings())
    assert dataset.task is Task.REGRESSION
    assert (dataset.feature_names, dataset.target_names, dataset.class_names) == (("x", "y"), ("grey",), ())
    assert dataset.raw.shape == (4096, 2) and dataset.raw.dtype == np.float64
    assert dataset.values.shape == (4096, 1) and dataset.values.dtype == np.float64
    assert len(dataset.train) == 4096 and len(dataset.test) == 0
    assert dataset.picture is not None
    np.testing.assert_array_equal(dataset.raw, dataset.picture.places())
    np.testing.assert_array_equal(dataset.values[:, 0], dataset.picture.pixels.ravel())
    assert dataset.values.min() < 0.15 and dataset.values.max() > 0.9
    assert not dataset.raw.flags.writeable and not dataset.picture.pixels.flags.writeable


def test_the_upper_left_pixel_is_first_and_lies_at_the_left_above() -> None:
    places = Picture(np.zeros((2, 4, 1), dtype=np.float32)).places()
    np.testing.assert_allclose(places[0], (-0.75, 0.25))
    np.testing.assert_allclose(places[-1], (0.75, -0.25))
    np.testing.assert_allclose(places[1] - places[0], (0.5, 0.0))


def test_colours_are_three_targets() -> None:
    grey, colour = load(settings()), load(settings(colour=True))
    assert colour.target_names == ("red", "green", "blue")
    np.testing.assert_allclose(colour.values @ GREY_OF.astype(np.float64), grey.values[:, 0], atol=1e-6)


def test_a_share_of_the_pixels_can_be_kept_for_testing() -> None:
    dataset = load(DataSettings(DataKind.PICTURE, picture_size=20, test_share=0.25))
    assert (len(dataset.train), len(dataset.test)) == (300, 100)


@pytest.mark.parametrize("size", [2, 32, 194])
def test_the_smiley_is_symmetric_at_any_size(size: int) -> None:
    face = smiley(size)
    assert face.shape == (size, size, 3) and face.dtype == np.float32
    np.testing.assert_allclose(face, face[:, ::-1], atol=1e-6)
    assert face.min() >= 0.0 and face.max() <= 1.0


def test_settings_survive_a_file_and_bad_ones_are_told() -> None:
    experiment = BY_KEY["picture"].experiment
    assert from_toml(to_toml(experiment)) == experiment
    changed = from_toml('[data]\nkind = "picture"\npicture_size = 100\ncolour = true\n')
    assert (changed.data.picture_size, changed.data.colour) == (100, True)
    with pytest.raises(SettingsError, match=r"data.picture_size"):
        settings(picture_size=1001)


@pytest.mark.parametrize("key", ["picture", "deep-picture"])
def test_the_presets_fit_the_data(key: str) -> None:
    experiment = BY_KEY[key].experiment
    prepared = prepare(load(experiment.data), experiment)
    assert prepared.inputs.shape == (4096, 2) and prepared.targets.shape == (4096, 1)
    np.testing.assert_array_equal(prepared.targets, prepared.dataset.values)


@real
def test_the_tutorials_picture() -> None:
    dataset = load(settings(SMILEY, picture_size=194))
    assert dataset.size == 194 * 194
    assert dataset.values[0, 0] == 1.0  # a transparent corner, over white
    assert load(settings(SMILEY, picture_size=32)).size == 32 * 32


def test_a_neuron_that_is_off_changes_all_three_colours_alike() -> None:
    """Colours are no classes of which one wins: the map of differences shows their mean."""
    dataset = load(settings(picture_size=8, colour=True))
    prepared = prepare(dataset, Experiment(settings(), training=TrainingSettings(Loss.MSE)))
    architecture = Architecture((2, 4, 3), (Activation.TANH, Activation.SIGMOID), Loss.MSE)
    params = np.random.default_rng(3).normal(size=architecture.layout.size)
    engine = ReferenceEngine(architecture, prepared.inputs, prepared.targets, params, np.float64)
    mask = Mask.of(architecture.layout, Ablation(frozenset({Neuron(1, 2)})))
    where = boundary.plane(prepared, (0, 1), None, 6, 3)
    seen = boundary.view(engine, where, mask)
    assert seen.difference is not None and seen.outputs.shape == (3, 6, 6)
    wanted = (engine.outputs(where.answer) - engine.outputs(where.answer, None, mask)).mean(axis=1)
    np.testing.assert_allclose(seen.difference.ravel(), wanted, atol=1e-6)


# Reading


@pytest.mark.parametrize("suffix", ["png", "bmp", "webp"])
def test_colours_are_read_as_they_are(tmp_path: Path, suffix: str) -> None:
    pixels = some_colours(5, 7)
    Image.fromarray(pixels).save(tmp_path / f"a.{suffix}", lossless=True)
    np.testing.assert_array_equal(read(str(tmp_path / f"a.{suffix}"), 64), pixels)


def test_grey_stays_one_channel_and_jpeg_comes_near(tmp_path: Path) -> None:
    grey = np.tile(np.linspace(0, 255, 16, dtype=np.uint8), (16, 1))
    Image.fromarray(grey).save(tmp_path / "a.jpg", quality=95)
    found = read(str(tmp_path / "a.jpg"), 64)
    assert found.shape == (16, 16, 1)
    assert np.abs(found[..., 0].astype(int) - grey).max() <= 6


def test_cmyk_becomes_red_green_and_blue(tmp_path: Path) -> None:
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(tmp_path / "a.jpg", quality=95)
    red, green, blue = read(str(tmp_path / "a.jpg"), 64)[4, 4]
    assert red > 245 and green < 10 and blue < 10


def test_the_first_frame_of_a_gif_with_its_palette(tmp_path: Path) -> None:
    first, second = Image.new("RGB", (6, 4), (200, 30, 30)), Image.new("RGB", (6, 4), (30, 30, 200))
    first.save(tmp_path / "a.gif", save_all=True, append_images=[second])
    assert read(str(tmp_path / "a.gif"), 64)[0, 0].tolist() == [200, 30, 30]


def test_what_is_transparent_is_seen_over_white(tmp_path: Path) -> None:
    pixels = np.zeros((1, 3, 4), dtype=np.uint8)
    pixels[0, :, 3] = (0, 128, 255)
    Image.fromarray(pixels).save(tmp_path / "a.png")
    assert read(str(tmp_path / "a.png"), 64)[0, :, 0].tolist() == [255, 127, 0]
    palette = Image.new("P", (2, 1))
    palette.putpalette([10, 20, 30, 40, 50, 60])
    palette.putpixel((1, 0), 1)
    palette.save(tmp_path / "b.png", transparency=0)
    assert read(str(tmp_path / "b.png"), 64)[0].tolist() == [[255, 255, 255], [40, 50, 60]]


def test_sixteen_bits_keep_their_steps(tmp_path: Path) -> None:
    deep = np.array([[0, 1, 300, 65535]], dtype=np.uint16)
    Image.fromarray(deep).save(tmp_path / "a.png")
    found = read(str(tmp_path / "a.png"), 64)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found[0, :, 0], deep[0] / 65535.0, atol=1e-7)


def deep_png(pixels: np.ndarray, kind: int, clear: tuple[int, int, int] | None = None) -> bytes:
    """A PNG with 16 bits a channel, whose rows are stored as they are, as differences to the left, and as differences to the row above in turn."""
    rows = pixels.astype(">u2").reshape(len(pixels), -1).view(np.uint8)
    step, stored = 2 * pixels.shape[2], b""
    for number, row in enumerate(rows):
        left = np.concatenate([np.zeros(step, np.uint8), row[:-step]])
        filtered = (row, row - left, row - rows[number - 1])[number % 3]
        stored += bytes([number % 3]) + filtered.tobytes()
    height, width = pixels.shape[:2]
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0)), (b"IDAT", zlib.compress(stored)), (b"IEND", b"")]
    if clear is not None:
        chunks.insert(1, (b"tRNS", struct.pack(">HHH", *clear)))
    packed = (struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize(("kind", "channels"), [(2, 3), (6, 4), (4, 2)])
def test_sixteen_bits_of_each_colour_and_of_transparency_are_kept(tmp_path: Path, kind: int, channels: int) -> None:
    deep = np.random.default_rng(kind).integers(0, 65536, (7, 5, channels))
    (tmp_path / "a.png").write_bytes(deep_png(deep, kind))
    found = read(str(tmp_path / "a.png"), 64)
    shares = deep / 65535.0
    alpha = shares[..., -1:] if channels in {2, 4} else 1.0
    colours = shares[..., : channels - 1] if channels in {2, 4} else shares
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, colours * alpha + (1.0 - alpha), atol=1e-6)


def test_the_one_transparent_colour_of_a_deep_picture_is_white(tmp_path: Path) -> None:
    deep = np.random.default_rng(0).integers(0, 65536, (3, 3, 3))
    deep[1, 1] = (300, 301, 302)
    (tmp_path / "a.png").write_bytes(deep_png(deep, 2, (300, 301, 302)))
    found = read(str(tmp_path / "a.png"), 64)
    assert found[1, 1].tolist() == [1.0, 1.0, 1.0]
    np.testing.assert_allclose(found[0], deep[0] / 65535.0, atol=1e-6)


def test_a_damaged_deep_picture_is_told(tmp_path: Path) -> None:
    whole = deep_png(np.zeros((9, 9, 3), dtype=np.int64), 2)
    (tmp_path / "a.png").write_bytes(whole[:-40])
    with pytest.raises(BadFile):
        read(str(tmp_path / "a.png"), 64)


def test_a_photograph_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by a quarter to the right
    lying = np.zeros((8, 16, 3), dtype=np.uint8)
    lying[:, :8] = 255  # bright at the left
    Image.fromarray(lying).save(tmp_path / "a.png", exif=exif)
    upright = read(str(tmp_path / "a.png"), 64)
    assert upright.shape == (16, 8, 3)
    assert upright[0, 0, 0] == 255 and upright[-1, 0, 0] == 0


# Smaller


def test_each_new_pixel_is_the_mean_of_what_it_covers() -> None:
    pixels = some_colours(6, 9)
    found = reduced(pixels, 3)
    assert found.shape == (2, 3, 3)
    np.testing.assert_allclose(found, pixels.reshape(2, 3, 3, 3, 3).mean(axis=(1, 3)) / 255.0, atol=1e-6)


def test_the_mean_stays_where_sizes_do_not_divide() -> None:
    pixels = np.random.default_rng(1).random((50, 50, 1)).astype(np.float32)
    assert abs(float(reduced(pixels, 17).mean()) - float(pixels.mean())) < 1e-6


def test_a_small_picture_keeps_its_size_and_a_long_one_its_line() -> None:
    pixels = some_colours(3, 4)
    np.testing.assert_allclose(reduced(pixels, 64), pixels / 255.0, atol=1e-7)
    assert reduced(np.zeros((1, 500, 1), dtype=np.uint8), 64).shape == (1, 64, 1)


# What can't be used


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "isn't a picture"),
        (b"GIF89a", "can't be read|isn't a picture"),
        (b"not a picture at all", "isn't a picture"),
    ],
)
def test_what_is_no_picture_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(BadFile, match=said):
        load(settings(tmp_path / "a.png"))


def test_a_picture_cut_off_is_told(tmp_path: Path) -> None:
    Image.fromarray(some_colours(64, 64)).save(tmp_path / "a.png")
    whole = (tmp_path / "a.png").read_bytes()
    (tmp_path / "a.png").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadFile, match="can't be read"):
        load(settings(tmp_path / "a.png"))


@pytest.mark.parametrize("side", [5_000, 12_000, 20_000])
def test_too_many_pixels_are_refused_by_the_header_alone(tmp_path: Path, side: int) -> None:
    """From 9,000 on Pillow warns, from 13,000 on it raises: the sentence is about the same."""
    with pytest.raises(BadFile, match="16 million pixels"):
        load(settings(png(tmp_path / "a.png", side, side)))


def test_one_pixel_is_nothing_to_learn_from(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="one pixel"):
        load(settings(png(tmp_path / "a.png", 1, 1, b"\0\x80")))


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no picture at"):
        load(settings(tmp_path / "none.png"))
    with pytest.raises(BadFile, match="can't be read"):
        load(settings(tmp_path))


def test_a_kind_of_file_that_is_not_asked_for_is_not_tried(tmp_path: Path) -> None:
    """Pillow knows many formats, some of which start other programs."""
    Image.fromarray(some_colours(4, 4)).save(tmp_path / "a.eps")
    with pytest.raises(BadFile, match="isn't a picture"):
        load(settings(tmp_path / "a.eps"))


def test_drawings_need_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_file, "READERS", {})
    with pytest.raises(BadFile, match="only the window"):
        load(settings(tmp_path / "a.svg"))
    monkeypatch.setitem(picture_file.READERS, ".svg", lambda _path, longer: np.full((longer, longer, 1), 51, dtype=np.uint8))
    assert load(settings(tmp_path / "a.SVG", picture_size=8)).values.tolist() == [[pytest.approx(0.2)]] * 64


def test_a_pictures_path_names_its_kind() -> None:
    def kind(*flags: str) -> DataKind:
        return experiment_from(make_parser().parse_args(["train", *flags])).data.kind

    assert kind("--data-path", "a.JPG") is DataKind.PICTURE
    assert kind("--data-path", "a.csv") is DataKind.CSV
    assert kind("--preset", "picture", "--data-path", "a") is DataKind.PICTURE
