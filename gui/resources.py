"""The only reader of ``resources/``: icons in the theme's colours, fonts, translations."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.theme import theme

ROOT = Path(__file__).resolve().parent.parent / "resources"
# Packages that ship the faces, and the one file that is needed of each: all weights are in it.
FONT_FILES = {"fontpkg_inter": "Inter[opsz,wght].ttf", "fontpkg_jetbrains_mono": "JetBrainsMono[wght].ttf"}
DRAWN_COLOR = b"#000"  # the colour in the files, replaced by a token's
DISABLED_OPACITY = 0.4


def icon_names() -> tuple[str, ...]:
    """All icons there are."""
    return tuple(sorted(path.stem for path in (ROOT / "icons").glob("*.svg")))


def icon(name: str, token: str = "text2") -> QIcon:  # noqa: S107  a colour token
    """An icon in the colour of ``token``. It is sharp at every scale and follows the theme by itself.

    Raises ``FileNotFoundError`` when there is no such icon.
    """
    return _icon(name, token)


def translation(name: str) -> Path:
    """A compiled translation, such as ``neurolupa_es.qm``."""
    return ROOT / "i18n" / name


def load_fonts() -> None:
    """Give Qt the program's faces. Where a package lacks its file, the system's own face stands in."""
    for package, file in FONT_FILES.items():
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            QFontDatabase.addApplicationFont(str(Path(spec.origin).parent / "files" / file))


@cache
def _source(name: str) -> bytes:
    return (ROOT / "icons" / f"{name}.svg").read_bytes()


def icon_source(name: str, token: str) -> bytes:
    """The SVG of an icon, in the colour of ``token`` in the present theme."""
    return _tinted(name, theme().color(token).name())


def _tinted(name: str, color: str) -> bytes:
    return _source(name).replace(DRAWN_COLOR, color.encode())


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_tinted(name, color)))


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, side: int) -> QPixmap:
    """An icon of ``side`` device pixels: drawing an SVG takes half a millisecond, so it is done once for each size."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, color).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


class _Engine(QIconEngine):
    """Draws the SVG anew at each size, in the colour that its token has in the present theme."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        place = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        drawn = _drawn(self._name, theme().color(self._token).name(), round(side * painter.device().devicePixelRatio()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(painter.opacity() * DISABLED_OPACITY)
        painter.drawPixmap(place, drawn, QRectF(drawn.rect()))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Qt asks in device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)


@cache
def _icon(name: str, token: str) -> QIcon:
    _source(name)
    return QIcon(_Engine(name, token))


def app_icon() -> QIcon:
    """The program's own picture for the window and the task bar."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_app_pixmap(side))
    return made


def _app_pixmap(side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accentbg"))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.22, side * 0.22)
    inset = side * 0.16
    _renderer("logo", theme().color("accent").name()).render(painter, QRectF(inset, inset, side - 2 * inset, side - 2 * inset))
    painter.end()
    return pixmap
