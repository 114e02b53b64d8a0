"""A picture as a data set: where a pixel is goes in, its colour comes out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn.choices import Task
from nn.datasets.area import reduced
from nn.datasets.dataset import Dataset, Picture
from nn.datasets.picture_file import read
from nn.datasets.smiley import smiley
from nn.datasets.split import split
from nn.datasets.work import Work
from nn.errors import BadFile
from nn.network import read_only
from nn.settings import DataSettings
from nn.text import QT_TRANSLATE_NOOP

GREY_OF = np.array([0.299, 0.587, 0.114], dtype=np.float32)  # ITU-R BT.601: how bright red, green and blue look


def load_picture(settings: DataSettings, work: Work | None = None) -> Dataset:
    """The pixels of the picture at ``settings.path``, or of a smiley where that is "", as samples.

    ``raw`` (n, 2) holds the places that :meth:`Picture.places` gives, ``values`` (n, 1) the grey or (n, 3) the red, green and blue
    from 0 to 1, row by row from the top. A picture whose longer side has more than ``settings.picture_size`` pixels is
    reduced to that; every pixel is then a sample. Raises ``BadFile``.
    """
    picture = Picture(read_only(target(settings, work or Work())))
    values = picture.pixels.reshape(-1, picture.pixels.shape[2]).astype(np.float64)
    size = len(values)
    train, test = split(np.zeros(size, dtype=np.int64), settings.test_share, settings.seed)
    return Dataset(
        name=settings.kind.value,
        task=Task.REGRESSION,
        feature_names=("x", "y"),
        class_names=(),
        target_names=("red", "green", "blue") if settings.colour else ("grey",),
        raw=read_only(picture.places().astype(np.float64)),
        labels=read_only(np.empty(0, dtype=np.int64)),
        values=read_only(values),
        train=read_only(train),
        test=read_only(test),
        picture=picture,
    )


def target(settings: DataSettings, work: Work) -> NDArray[np.float32]:
    """The picture to be learnt (h, w, 1 or 3), float32 from 0 to 1."""
    if not settings.path:
        work.report(1.0)
        return in_colours(smiley(settings.picture_size), settings.colour)
    pixels = read(settings.path, settings.picture_size)
    work.report(0.8)
    if pixels.shape[0] * pixels.shape[1] < 2:
        raise BadFile(
            settings.path, QT_TRANSLATE_NOOP("nn", "{path} is a picture of one pixel, so there is nothing to learn from it; choose a larger one.")
        )
    found = in_colours(reduced(pixels, settings.picture_size), settings.colour)
    work.report(1.0)
    return found


def in_colours(pixels: NDArray[np.float32], colour: bool) -> NDArray[np.float32]:
    """(h, w, 1 or 3) as (h, w, 3) if ``colour``, else as grey, (h, w, 1)."""
    if colour:
        return np.ascontiguousarray(np.broadcast_to(pixels, (*pixels.shape[:2], 3)), dtype=np.float32)
    grey = pixels if pixels.shape[2] == 1 else (pixels @ GREY_OF)[..., None]
    return np.ascontiguousarray(np.clip(grey, 0.0, 1.0), dtype=np.float32)
