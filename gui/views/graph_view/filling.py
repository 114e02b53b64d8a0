"""Typing into the graph: the field on a box or a variable, what waits to be checked, and what becomes of an answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.fields.numbers import parse_number
from gui.format import exact
from gui.theme import theme
from gui.views.graph_view.canvas import Canvas, Hit
from gui.views.graph_view.editor import BoxEditor
from gui.views.graph_view.words import spoken
from nn.graph.exercise import Box, BoxState, Exercise
from nn.graph.layout import Drawing

ZOOM_STEP = 1.2
LEAST_FIELD = 84  # px
TOO_SMALL = 0.5  # a zoom in which the open field would hide the boxes around it


class Filling(Canvas):
    """``answered(box, text)`` says what was typed; whether that is right is for others to judge. ``drafted`` when something typed waits.

    ``asked_toggled(box)`` while a teacher prepares the exercise: whether the learner fills the box in is to change.
    """

    answered = Signal(object, str)
    target_chosen = Signal(object)  # the Box of a derivative, or of a value
    value_edited = Signal(str, float)
    drafted = Signal()
    asked_toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editor = BoxEditor(self)
        self.editor.sent.connect(self._send)
        self.editor.left.connect(self._left)
        self._describe()

    # What is shown

    def show_exercise(self, exercise: Exercise, drawing: Drawing) -> None:
        """Draw an exercise. An open field is closed where another graph comes, or where its box has been filled in otherwise."""
        place = self.editor.place
        other = self._picture is not None and self._picture.exercise.graph is not exercise.graph
        if other or (isinstance(place, Box) and place in exercise.entries and exercise.entry(place).shows_value):
            self.editor.close_field()
        super().show_exercise(exercise, drawing)
        self._describe()

    @property
    def drafts(self) -> dict[Box, str]:
        """What has been typed but not yet checked, the open field included."""
        if self._picture is None:
            return {}
        found = dict(self._picture.drafts)
        if isinstance(self.editor.place, Box) and self.editor.text().strip():
            found[self.editor.place] = self.editor.text().strip()
        return found

    def prepare(self, preparing: bool) -> None:
        """Begin or end choosing which boxes are asked."""
        self.drop_drafts()
        self._change(preparing=preparing, bubble=None)
        self._describe()

    def drop_drafts(self) -> None:
        """Forget what has been typed."""
        self.editor.close_field()
        self._change(drafts={})

    def show_verdict(self, box: Box) -> None:
        """An answer was judged: a wrong one's verdict hangs below its box; after a right one comes the next box."""
        if self._picture is None:
            return
        state = self._picture.exercise.entry(box).state
        self._change(bubble=box if state is BoxState.WRONG else None, ring=box, drafts=_without(self.drafts, box))
        self._describe()
        following = self._picture.exercise.next_box(box)
        if state is BoxState.RIGHT and following is not None:
            self.edit(following)

    def show_unreadable(self, box: Box, sentence: str) -> None:
        """What was typed is no number: the field stays, with the reason."""
        if self.editor.place == box:
            self.editor.set_problem(sentence)
            self.editor.selectAll()

    def fit(self) -> None:
        """Show the whole graph; where that is too small to be read, the next time the part around the box in hand."""
        if self._view.zoom == 1.0 and not self.fits:
            self.show_readable()
        else:
            self._untouched = False
            self._view.fit()
        self._follow_zoom()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by ``factor`` about a point of the widget, by default its middle."""
        scale = theme().scale
        self._aim()
        x, y = (at.x() / scale, at.y() / scale) if at is not None else (self._units()[0] / 2, self._units()[1] / 2)
        self._untouched = False
        self._view.zoom_at(x, y, factor)
        self._follow_zoom()

    def _follow_zoom(self) -> None:
        if self.editor.place is not None:
            self._place_editor(self.editor.place)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_zoom()

    def _restyle(self) -> None:
        super()._restyle()
        self._follow_zoom()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Computation graph"))
        ring = self._picture.ring if self._picture is not None else None
        self.setAccessibleDescription(
            spoken(self._picture.exercise, ring, preparing=self._picture.preparing) if self._picture is not None and ring is not None else ""
        )

    # Filling in

    def edit(self, place: Hit) -> None:
        """Open the field on a box that can be filled in, or on a variable."""
        picture = self._picture
        if picture is None:
            return
        if isinstance(place, Box):
            if picture.preparing or place not in picture.exercise.entries or not picture.exercise.can_answer(place):
                return
            entry = picture.entry(place)
            text = picture.drafts.get(place) or entry.text
            name = self.tr("Answer for {symbol}").format(symbol=picture.exercise.symbol(place))
        elif picture.exercise.graph.by_name[place].is_leaf:
            text = exact(picture.exercise.evaluation.values[place])
            name = self.tr("New value of {name}").format(name=place)
        else:
            return
        if self.editor.place != place:
            self.editor.leave()
        self._change(ring=place, bubble=place if picture.bubble == place else None, hover=None)
        if self._view.k < TOO_SMALL:
            self.show_readable()
        self.bring_into_view(place)
        self._place_editor(place)
        self.editor.open(place, text, name)
        if isinstance(place, Box):
            self.choose(place)

    def _place_editor(self, place: Hit) -> None:
        at = self.rect_of(place)
        width = max(round(at.width()) + 4, round(LEAST_FIELD * theme().scale))
        left = min(max(2, round(at.center().x()) - width // 2), max(self.width() - width - 2, 2))
        top = round(at.center().y()) - self.editor.height() // 2
        self.editor.setGeometry(left, min(max(2, top), max(self.height() - self.editor.height() - 2, 2)), width, self.editor.height())

    def _send(self, place: Hit, text: str) -> None:
        if isinstance(place, str):
            self._send_value(place, text)
        elif text:
            self.answered.emit(place, text)
            if self.editor.place == place and not self.editor.problem:
                self._close()
        else:
            self.editor.set_problem(self.tr("Type a number first: 0.75, 0,75, 3/4 and 2*11 are all understood."))

    def check_typed(self) -> bool:
        """Send what is in the open field on a box, if it is new and nothing is wrong with it. Whether something was sent."""
        place, text = self.editor.place, self.editor.text().strip()
        if not isinstance(place, Box) or not text or self.editor.problem or self._picture is None or text == self._picture.entry(place).text:
            return False
        self._send(place, text)
        return True

    def _send_value(self, name: str, text: str) -> None:
        value = parse_number(text)
        if value is None:
            self.editor.set_problem(self.tr("Type a number, such as 0.5, 0,5, −4 or 1e-3."))
            return
        self._close()
        self.value_edited.emit(name, value)

    def _close(self) -> None:
        self.editor.close_field()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self, place: Hit, text: str) -> None:
        """What was typed in a box waits there until it is checked."""
        if isinstance(place, Box) and self._picture is not None:
            known = self._picture.entry(place).text
            drafts = _without(self._picture.drafts, place) | ({place: text} if text and text != known else {})
            self._change(drafts=drafts)
            self.drafted.emit()

    def choose(self, target: Box) -> None:
        """Choose a derivative as a click does."""
        self.select(target)
        self.target_chosen.emit(target)


def _without(texts: Mapping[Box, str], box: Box) -> dict[Box, str]:
    return {other: text for other, text in texts.items() if other != box}
