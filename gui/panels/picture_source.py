"""Where the picture to fit comes from: a file that is chosen or dropped here, or the program's own smiley."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.button import Look, TextButton
from gui.fields.check import CheckField
from gui.fields.drop_hint import DropHint
from gui.fields.labels import field_hint, field_name
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.format import count
from gui.ramp import pack_rgb, words_image
from gui.theme import theme
from nn.choices import DataKind
from nn.datasets.dataset import Picture
from nn.datasets.picture_file import SUFFIXES
from nn.settings import DataSettings

THUMBNAIL = 72  # px


class Target(QWidget):
    """The picture as the network sees it: as many pixels as it has samples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.lit = False  # while a file is held over it
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    def show_picture(self, picture: Picture | None) -> None:
        self._image = None
        if picture is not None and picture.pixels.size:
            height, width = picture.pixels.shape[:2]
            self._image = words_image(pack_rgb(np.broadcast_to(picture.pixels, (height, width, 3)) * 255.0), flip=False)
        self.update()

    @property
    def shown(self) -> QSize:
        """Pixels of the picture shown; empty where there is none."""
        return self._image.size() if self._image is not None else QSize(0, 0)

    def sizeHint(self) -> QSize:
        return QSize(px(THUMBNAIL), px(THUMBNAIL))

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._image is not None:
            size = self._image.size().scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
            room = QRectF(0, 0, max(size.width(), 1) + 1, max(size.height(), 1) + 1)
            room.moveCenter(QRectF(self.rect()).center())
            # a large picture is to look as it is, and the pixels of a small one are to be seen
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._image.width() > room.width())
            painter.drawImage(room, self._image)
        painter.setPen(QPen(theme().color("accent" if self.lit else "line2"), 2 if self.lit else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)


class PictureSource(QWidget):
    """``opened(path)``: another picture is wanted, "" for the smiley. ``colour_changed(on)``: three outputs or one."""

    opened = Signal(str)
    colour_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = DataSettings(DataKind.PICTURE)
        self.target = Target(self)
        self.open_picture = TextButton("", Look.DASHED, "folder")
        self.smiley = TextButton("", Look.LINK)
        self.colour = CheckField("colour")
        self._name = Words("", "text2", 12)
        self._facts = Words("", "text3", 12, mono=True)
        self._build()
        self.open_picture.clicked.connect(self.choose_file)
        self.smiley.clicked.connect(self._choose_smiley)
        self.colour.clicked.connect(self.colour_changed)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._retranslate()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.open_picture)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.target, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.colour, 1)
        foot.addWidget(self.smiley)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(row)
        column.addLayout(foot)

    def show_settings(self, settings: DataSettings) -> None:
        """The file in use and whether its colours are learnt; nobody is told."""
        self._settings = settings
        self.colour.show_value(settings.colour)
        self.smiley.setVisible(bool(settings.path))
        self._show_words()

    def show_picture(self, picture: Picture | None) -> None:
        """What is learnt, as the run that is on screen has it."""
        self.target.show_picture(picture)
        self._show_words()

    # Choosing

    def choose_file(self) -> None:
        """Ask for a picture."""
        dialog = QFileDialog(self.window(), self.tr("Open a picture"), str(Path(self._settings.path).parent) if self._settings.path else "")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilters([self.tr("Pictures ({patterns})").format(patterns=patterns), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.opened)
        dialog.open()

    def _choose_smiley(self) -> None:
        self.opened.emit("")

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._light(bool(dropped_picture(event.mimeData())))
        if self.target.lit:
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        path = dropped_picture(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.opened.emit(path)

    def _light(self, on: bool) -> None:
        self.target.lit = on
        self.target.update()

    # Words

    def _show_words(self) -> None:
        path, size = self._settings.path, self.target.shown
        self._name.setText(Path(path).name if path else self.tr("Smiley, drawn by the program"))
        self._name.setToolTip(path)
        pixels = count(size.width() * size.height())
        text = self.tr("{width} × {height}: {pixels} samples").format(width=size.width(), height=size.height(), pixels=pixels)
        self._facts.setText("" if size.isEmpty() else text)
        self.target.setAccessibleDescription(f"{self._name.text()} {self._facts.text()}".strip())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Picture to fit"))
        self.target.setAccessibleName(self.tr("The picture to fit, as the network sees it"))
        self.open_picture.setText(self.tr("Open picture…"))
        self.open_picture.setToolTip(self.tr("PNG, JPEG, GIF, WebP, BMP or SVG; or drop a file here"))
        self.smiley.setText(self.tr("Smiley"))
        self.smiley.setToolTip(self.tr("Go back to the picture that the program draws"))
        self.colour.setText(field_name("data.colour"))
        self.colour.setToolTip(field_hint("data.colour"))
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class PictureDrop(QObject):
    """Lets a picture be dropped anywhere on ``widget``, and says so while one is held over it: ``dropped(path)``. Parts of it that take what is
    dropped themselves come first."""

    dropped = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.hint = DropHint(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self.hint.say("")
        if not isinstance(event, QDropEvent):  # entering and moving are kinds of it
            return False
        path = dropped_picture(event.mimeData())
        over = event.type() == QEvent.Type.Drop
        if path and event.type() != QEvent.Type.DragMove:
            self.hint.say("" if over else self.tr("Drop {name} here: a network learns to paint it").format(name=Path(path).name))
        if path:
            event.acceptProposedAction()
            if over:
                self.dropped.emit(path)
        return bool(path)


def dropped_picture(data: QMimeData) -> str:
    """The one picture among the files in ``data``, or ""."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and is_picture(paths[0]) else ""


def is_picture(path: str) -> bool:
    """Whether a file's name is that of a picture."""
    return Path(path).suffix.lower() in SUFFIXES


def path_for(kind: DataKind, path: str) -> str:
    """``path`` if data of ``kind`` could be there, else "": a picture is no table, and a table no picture."""
    return path if is_picture(path) is (kind is DataKind.PICTURE) else ""
