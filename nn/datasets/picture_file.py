"""Pictures from files, of any kind that Pillow can read safely; :data:`READERS` holds other ways, by the file name's suffix."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn.datasets.deep_png import is_deep, read_deep
from nn.errors import BadFile
from nn.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 16_000_000
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg")
WHITE = (255, 255, 255, 255)

Pixels: TypeAlias = "NDArray[np.uint8] | NDArray[np.float32]"
Reader: TypeAlias = Callable[[str, int], Pixels]

READERS: dict[str, Reader] = {}
"""Readers of drawings, which have no pixels of their own: from a path and the longer side that is wanted, in pixels, to (h, w, 1 or 3),
uint8 or float32 from 0 to 1. They raise ``BadFile``, and may be called on any thread. The window adds ".svg"."""


def read(path: str, longer: int) -> Pixels:
    """The picture at ``path``: (h, w, 1 or 3), uint8, or float32 from 0 to 1 where a channel has 16 bits; transparent over white.

    The first frame of several; turned as its EXIF data says. ``longer`` is what a drawing's longer side becomes. Raises ``BadFile``.
    """
    suffix = Path(path).suffix.lower()
    if suffix in READERS:
        return READERS[suffix](path, longer)
    if suffix in (".svg", ".svgz"):
        raise BadFile(path, QT_TRANSLATE_NOOP("nn", "{path} is a drawing (SVG), which only the window can open; save it as PNG to use it here."))
    return _bitmap(path)


def _bitmap(path: str) -> Pixels:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own about large pictures; and about odd metadata
            with Image.open(path, formats=FORMATS) as picture:
                _check_size(path, *picture.size)
                return read_deep(path, picture, _turned) if is_deep(picture) else _pixels(picture)
    except BadFile:
        raise
    except UnidentifiedImageError as error:
        raise BadFile(
            path, QT_TRANSLATE_NOOP("nn", "{path} isn't a picture that can be read, or it is damaged; choose a PNG, JPEG, GIF, WebP or BMP file.")
        ) from error
    except Image.DecompressionBombError as error:
        raise _too_large(path) from error
    except FileNotFoundError as error:
        raise BadFile(path, QT_TRANSLATE_NOOP("nn", "There is no picture at {path}; check the file's name.")) from error
    except Exception as error:  # what damage makes Pillow raise is written down nowhere
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise BadFile(path, QT_TRANSLATE_NOOP("nn", "The picture {path} can't be read ({reason}); choose another file."), reason=reason) from error


def _check_size(path: str, width: int, height: int) -> None:
    """From the header alone, before anything is unpacked."""
    if width * height > MOST_PIXELS:
        raise BadFile(
            path,
            QT_TRANSLATE_NOOP(
                "nn", "{path} has {width} × {height} pixels; up to {most:g} million pixels can be read. Make it smaller and open it again."
            ),
            width=width,
            height=height,
            most=MOST_PIXELS / 1e6,
        )


def _too_large(path: str) -> BadFile:
    return BadFile(
        path,
        QT_TRANSLATE_NOOP("nn", "{path} has more than {most:g} million pixels, too many to be read. Make it smaller and open it again."),
        most=MOST_PIXELS / 1e6,
    )


def _pixels(picture: Image.Image) -> Pixels:
    from PIL import Image

    picture.load()
    turned = _turned(picture)
    if turned.mode.startswith(("I", "F")):
        return _deep(turned)
    if "A" in turned.mode or "a" in turned.mode or "transparency" in turned.info:
        ground = Image.new("RGBA", turned.size, WHITE)
        turned = Image.alpha_composite(ground, turned.convert("RGBA"))
    grey = turned.mode in ("1", "L")
    found = np.asarray(turned.convert("L" if grey else "RGB"))
    return found[..., None] if grey else found


def _turned(picture: Image.Image) -> Image.Image:
    """As its EXIF data says."""
    from PIL import ImageOps

    with suppress(Exception):  # damaged metadata: the picture itself is whole
        return ImageOps.exif_transpose(picture)
    return picture


def _deep(picture: Image.Image) -> NDArray[np.float32]:
    """Grey with 16 bits. The one value that a PNG may call transparent becomes white."""
    found = np.asarray(picture).astype(np.float32)
    clear = picture.info.get("transparency")
    if isinstance(clear, int):
        found[found == clear] = 65535.0
    return np.asarray(np.clip(found / 65535.0, 0.0, 1.0)[..., None])
