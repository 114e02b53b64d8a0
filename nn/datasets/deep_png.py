"""PNGs in colour, or with transparency, that have 16 bits a channel: Pillow keeps the upper eight of them only.

Its decoder is told to take such a file's bytes in another way: once the upper halves of the numbers, and once the lower ones, as if they had
been stored the other way round. Grey with transparency is read at once, as if its four bytes a pixel were four channels.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFile import ImageFile

UPPER = ("RGB;16B", "RGBA;16B")
GREY = "LA;16B"
FULL = 65535.0

Turn = Callable[["Image.Image"], "Image.Image"]


def is_deep(picture: ImageFile) -> bool:
    """Whether a picture that was opened, but not loaded yet, is such a PNG."""
    return picture.format == "PNG" and len(picture.tile) == 1 and picture.tile[0].args in (*UPPER, GREY)


def read_deep(path: str, picture: ImageFile, turn: Turn) -> NDArray[np.float32]:
    """The pixels (h, w, 1 or 3) from 0 to 1 of the deep ``picture`` at ``path``, over white where it is transparent.

    ``turn`` turns a picture as its EXIF data says. Raises what Pillow raises for a damaged file.
    """
    way = str(picture.tile[0].args)
    if way == GREY:
        bytes_ = _taken(path, "RGBA", turn).astype(np.float32)
        grey, alpha = ((bytes_[..., place] * 256 + bytes_[..., place + 1]) / FULL for place in (0, 2))
        return np.asarray((grey * alpha + (1.0 - alpha))[..., None], dtype=np.float32)
    numbers = _taken(path, way, turn).astype(np.float32) * 256
    numbers += _taken(path, way.replace("16B", "16L"), turn)
    clear = picture.info.get("transparency")
    if isinstance(clear, tuple):  # the one colour that counts as transparent
        numbers[(numbers == np.array(clear, dtype=np.float32)).all(axis=2)] = FULL
    numbers /= FULL
    if numbers.shape[2] == 3:
        return numbers
    alpha = numbers[..., 3:]
    return np.asarray(numbers[..., :3] * alpha + (1.0 - alpha), dtype=np.float32)


def _taken(path: str, way: str, turn: Turn) -> NDArray[np.uint8]:
    """The bytes of the picture at ``path``, (h, w, c), as Pillow's decoder takes them in that ``way``."""
    from PIL import Image

    with Image.open(path, formats=("PNG",)) as picture:
        picture.tile = [tile._replace(args=way) for tile in picture.tile]
        if way == "RGBA":
            picture.info.pop("transparency", None)
        picture.load()
        return np.asarray(turn(picture))
