"""SVG drawings as pictures to fit: the engine knows no Qt, so the window gives it this reader."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from nn.datasets.picture_file import READERS
from nn.errors import BadFile
from nn.text import QT_TRANSLATE_NOOP

MOST_BYTES = 8_000_000
FINER = 4  # drawn so many times as large as it is wanted, then averaged: edges come out as smooth as those of other pictures
LONGEST = 2048


def register() -> None:
    """Let the engine read SVG files from now on."""
    READERS[".svg"] = read_svg


def read_svg(path: str, longer: int) -> NDArray[np.uint8]:
    """The drawing at ``path`` over white, (h, w, 3) uint8, its longer side a few times ``longer``. On any thread. Raises ``BadFile``."""
    renderer = QSvgRenderer(QByteArray(_content(path)))
    size = renderer.viewBoxF().size() if renderer.isValid() else QRectF().size()
    if not renderer.isValid() or size.isEmpty():
        raise BadFile(path, QT_TRANSLATE_NOOP("nn", "{path} isn't an SVG drawing that can be read, or it is damaged; choose another file."))
    longest = min(FINER * longer, LONGEST)
    wanted = size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(QSize(max(1, round(wanted.width())), max(1, round(wanted.height()))), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return _channels(image)


def _content(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            found = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadFile(
            path, QT_TRANSLATE_NOOP("nn", "{path} can't be read ({reason}); check the file's name."), reason=error.strerror or str(error)
        ) from error
    if len(found) > MOST_BYTES:
        raise BadFile(
            path,
            QT_TRANSLATE_NOOP("nn", "The drawing {path} has more than {most:g} MB; save it as PNG and open that."),
            most=MOST_BYTES / 1e6,
        )
    return found


def _channels(image: QImage) -> NDArray[np.uint8]:
    """(h, w, 3) red, green and blue of a picture with 32 bits a pixel."""
    packed = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(packed.constBits(), dtype=np.uint8).reshape(packed.height(), packed.bytesPerLine())
    return rows[:, : 3 * packed.width()].reshape(packed.height(), packed.width(), 3).copy()
