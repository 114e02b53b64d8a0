"""The pad: draws what a hand draws, and tells the drawing as numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import follow_theme, px
from gui.views.digit_pad.keys import Keys
from gui.views.digit_pad.look import draw_cross, draw_cursor, draw_ground, draw_hint, draw_outline, inner_path
from gui.views.digit_pad.page import ERASER, Dot, Page, Stroke
from gui.views.digit_pad.pen import Touch, read
from gui.views.digit_pad.sheet import Sheet
from gui.views.digit_pad.telling import Telling

RESOLUTION = 140  # cells along a side of the drawing that is told: five for each pixel of 28
SIDE, MOST_SIDE = 240, 320  # px
BRUSHES = (0.06, 0.09, 0.13)  # widths, as shares of the side; a pen line of MNIST is about 2.5 of 28 pixels wide
LEAST_STEP = 0.002  # of the side: places nearer to one another add nothing


class DigitPad(QWidget):
    """Draw with the left button, a pen or a finger, rub out with the right button, a pen's other end or the eraser; Del clears.

    ``drawing_changed(object)`` carries the drawing as float32 (140, 140) from 0 to 1, row 0 on top, at most 60 times a second while
    drawing and once at a stroke's end; ``None`` when an undo comes back to a page that no hand has changed. ``strokes_changed(before, after)``
    carries two :class:`Page` after each stroke or clearing by the person, for an undo command that calls :meth:`show_page`.
    ``tool_changed(erases, brush)`` tells of a tool that was chosen by a key.
    """

    drawing_changed = Signal(object)
    strokes_changed = Signal(object, object)
    tool_changed = Signal(bool, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = Page()
        self._sheet, self._told = Sheet(1), Sheet(RESOLUTION)
        self._dots: list[Dot] = []  # of the stroke that is being drawn
        self._stroke_erases = False
        self._erases, self._brush = False, 1
        self._pointer: QPointF | None = None
        self._most: float = MOST_SIDE  # px of the design
        self._telling = Telling(self._tell, self)
        self._keys = Keys(self)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._restyle)
        self._retranslate()

    # --- what is on the pad ---

    @property
    def page(self) -> Page:
        return self._page

    @property
    def erases(self) -> bool:
        return self._erases

    @property
    def brush(self) -> int:
        """Which of ``BRUSHES`` draws."""
        return self._brush

    def drawing(self) -> NDArray[np.float32]:
        """The drawing as numbers (140, 140) from 0 to 1, row 0 on top."""
        return self._told.values()

    def show_sample(self, image: NDArray[np.floating] | None, sample: int = -1) -> None:
        """Show a picture (h, w) of the data set, 0 to 1, or an empty pad for ``None``. Tells no one; strokes are drawn over it."""
        ground = None if image is None else np.array(image, dtype=np.float32)
        if ground is not None and (ground.ndim != 2 or ground.size == 0):
            raise ValueError(f"a picture needs a filled two-dimensional array, not {ground.shape}")
        self._put(Page(ground, sample))

    def show_page(self, page: Page) -> None:
        """Show a page as it was, for undo and redo; the drawing is told, ``None`` where no hand has changed the page."""
        if page is not self._page:
            self._put(page)
            self._telling.now()

    def clear(self) -> None:
        """Empty the pad, as Del does."""
        self.lift()
        if not self._page.is_empty:
            self._change(Page(wiped=True))

    def set_eraser(self, on: bool) -> None:
        """The eraser, or the pen."""
        self._erases = on
        self.update()

    def set_brush(self, brush: int) -> None:
        """Choose one of ``BRUSHES``; numbers beyond its ends count as the ends."""
        self._brush = min(max(brush, 0), len(BRUSHES) - 1)
        self.update()

    def choose(self, *, erases: bool | None = None, brush: int | None = None) -> None:
        """A tool chosen by a key on the pad; told by ``tool_changed``."""
        self.set_eraser(self._erases if erases is None else erases)
        self.set_brush(self._brush if brush is None else brush)
        self.tool_changed.emit(self._erases, self._brush)

    def _put(self, page: Page) -> None:
        self._dots.clear()
        self._telling.stop()
        self._page = page
        for sheet in (self._sheet, self._told):
            sheet.show_page(page)
        self.update()

    def _change(self, page: Page) -> None:
        """A new page by the person's hand."""
        before = self._page
        self._put(page)
        self._telling.now()
        self.strokes_changed.emit(before, page)

    def _tell(self) -> None:
        self.drawing_changed.emit(self.drawing() if self._page.is_drawn or self._dots else None)

    # --- drawing ---

    @property
    def is_down(self) -> bool:
        """Whether a stroke is being drawn."""
        return bool(self._dots)

    def put_down(self, x: float, y: float, width: float = 1.0, *, erases: bool | None = None) -> None:
        """Begin a stroke at a place from 0 to 1; ``width`` is a share of the brush's."""
        self.lift()
        self._stroke_erases = self._erases if erases is None else erases
        self._dots = [self._dot(x, y, width)]
        self._ink()

    def draw_to(self, x: float, y: float, width: float = 1.0) -> None:
        """Go on with the stroke."""
        dot = self._dot(x, y, width)
        if self._dots and max(abs(dot.x - self._dots[-1].x), abs(dot.y - self._dots[-1].y)) >= LEAST_STEP:
            self._dots.append(dot)
            self._ink()

    def lift(self) -> None:
        """End the stroke: it is on the page now."""
        if not self._dots:
            return
        for sheet in (self._sheet, self._told):
            sheet.draw_end(self._dots, erases=self._stroke_erases)
        before, stroke = self._page, Stroke(tuple(self._dots), self._stroke_erases)
        self._dots = []
        self._page = before.with_stroke(stroke)
        self.update()
        self._telling.now()
        self.strokes_changed.emit(before, self._page)

    def _dot(self, x: float, y: float, width: float) -> Dot:
        return Dot(x, y, BRUSHES[self._brush] * width * (ERASER if self._stroke_erases else 1.0))

    def _ink(self) -> None:
        for sheet in (self._sheet, self._told):
            sheet.draw_newest(self._dots[-3:], erases=self._stroke_erases, first=len(self._dots) <= 2)
        self.update()
        self._telling.soon()

    # --- pointing devices ---

    def _follow(self, event: QEvent) -> bool:
        touch = read(event)
        if touch is None:
            return False
        self._pointer = touch.position
        self._keys.hide()
        place = self._place(touch)
        if touch.down:
            self.put_down(*place, touch.width, erases=True if touch.erases else None)
        elif touch.up:
            self.draw_to(*place, touch.width)
            self.lift()
        elif self.is_down:
            self.draw_to(*place, touch.width)
        self.update()
        event.accept()
        return True

    def _place(self, touch: Touch) -> tuple[float, float]:
        frame = self.frame()
        return (touch.position.x() - frame.left()) / frame.width(), (touch.position.y() - frame.top()) / frame.height()

    def event(self, event: QEvent) -> bool:
        """Mouse, pen and finger go one way; the pad's keys come here before the window's shortcuts."""
        if self._follow(event):
            return True
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.knows(event):
            event.accept()
            return True
        if kind == QEvent.Type.DevicePixelRatioChange:
            self._restyle()
        if kind == QEvent.Type.Leave:
            self._pointer = None
            self.update()
        return super().event(event)

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._keys.focus_in(event.reason())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.lift()
        self._keys.hide()
        self.update()

    # --- look ---

    def frame(self) -> QRectF:
        """The square that is drawn on."""
        side = max(min(self.width(), self.height()), 8)
        return QRectF((self.width() - side) / 2, 0, side, side).adjusted(1, 1, -1, -1)

    def set_most_side(self, most: float) -> None:
        """How large the pad becomes at most, px of the design."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(width, px(self._most))

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), self.heightForWidth(self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else px(SIDE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        """The ink anew, in the theme's colour and as sharp as the screen."""
        self.lift()
        self._sheet = Sheet(round(self.frame().width() * self.devicePixelRatioF()))
        self._sheet.show_page(self._page)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.frame()
        draw_ground(painter, frame)
        if self._page.is_empty and not self._dots:
            draw_hint(painter, frame, self.tr("Draw here"))
        painter.save()
        painter.setClipPath(inner_path(frame))
        painter.drawImage(frame, self._sheet.image)
        painter.restore()
        draw_outline(painter, frame, focused=self._keys.shown)
        diameter = BRUSHES[self._brush] * frame.width()
        if self._keys.shown:
            draw_cross(painter, frame, self._keys.x, self._keys.y, diameter, down=self.is_down, erases=self._erases)
        elif self._pointer is not None and frame.contains(self._pointer):
            draw_cursor(painter, self._pointer, diameter, erases=self._erases)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pad to draw a digit on"))
        self.setAccessibleDescription(
            self.tr("With the keys: arrows move the pen, Space puts it down and lifts it, E is the eraser, [ and ] change its width, Del clears.")
        )
        self.setToolTip(self.tr("Draw a digit. Right button: rub out · [ and ]: width of the pen · Del: clear"))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
