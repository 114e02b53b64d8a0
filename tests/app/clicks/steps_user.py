"""Someone in the Steps workspace: moves by mouse and keys, and reads what the window says."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.app import Program
from gui.fields.choice import ChoiceField
from gui.fields.segmented import Segmented
from gui.format import MINUS, THIN
from gui.views.steps_diagram.words import spoken
from gui.widgets.notice_bar import NoticeBar
from gui.widgets.rail import Rail
from gui.workspaces.steps.columns import StepsColumns
from gui.workspaces.steps.workspace import StepsWorkspace
from nn.replay.step import Quantity

SECONDS = 400  # a limit for what hangs, also on a busy machine
PLAIN = Qt.KeyboardModifier.NoModifier


class Walker:
    """Has a window; opens Steps as a user does, by the rail."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window

    @property
    def steps(self) -> StepsWorkspace:
        assert self.program.steps is not None
        return self.program.steps

    @property
    def columns(self) -> StepsColumns:
        return self.steps.columns

    # Doing

    def wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, holds: Callable[[], bool]) -> None:
        """Look until it holds."""
        for _ in range(SECONDS * 100):
            if holds():
                return
            self.wait(10)
        raise AssertionError(f"never happened; the window says: {self.notice}")

    def open_steps(self) -> None:
        rail = self.window.findChild(Rail)
        assert rail is not None
        self.click(rail.item("steps"))
        self.until(lambda: self.program.steps is not None and self.columns.diagram.isVisible() and self.columns.diagram.scene() is not None)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, PLAIN, at or widget.rect().center())

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """A key where the focus is, so that fields and shortcuts compete as in life."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def write(self, field: QLineEdit, text: str) -> None:
        """Click into a field, replace what is there, Enter."""
        self.click(field)
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def choose(self, field: ChoiceField, value: object) -> None:
        """Go through a list with the arrow keys until ``value`` is chosen."""
        field.setFocus()
        values = [choice.value for choice in field._choices]
        while (at := values.index(field.value)) != (wanted := values.index(value)):
            QTest.keyClick(field, Qt.Key.Key_Down if wanted > at else Qt.Key.Key_Up)
            assert values.index(field.value) != at

    def choose_segment(self, control: Segmented, name: str) -> None:
        self.click(next(segment for segment in control.segments if segment.text() == name))

    def place(self, quantity: Quantity) -> QPoint:
        """Where a number stands in the diagram."""
        diagram = self.columns.diagram
        scene = diagram.scene()
        assert scene is not None
        rect = scene.plan.pills.get(quantity) or scene.asked_pills.get(quantity) or scene.plan.rect(quantity)
        assert rect is not None, quantity
        return diagram.to_widget(rect).center().toPoint()

    def double_click(self, quantity: Quantity) -> None:
        """As a mouse does it: a click that may lead elsewhere, then the second press at the same place."""
        at = self.place(quantity)
        self.click(self.columns.diagram, at)
        QTest.mouseDClick(self.columns.diagram, Qt.MouseButton.LeftButton, PLAIN, at)

    def edit(self, quantity: Quantity, text: str) -> None:
        """Double-click a number of the diagram and type another."""
        self.double_click(quantity)
        field = self.columns.diagram.findChild(QLineEdit)
        assert field is not None
        assert field.isVisible()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def drag(self, widget: QWidget, start: QPoint, *way: QPoint) -> None:
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, PLAIN, start)
        for at in way:
            QTest.mouseMove(widget, at)
            self.wait(5)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, PLAIN, way[-1])

    # Reading

    @property
    def step(self) -> int:
        """Which step the player's counter names, from 1."""
        return int(re.findall(r"\d+", self.columns.player.counter.text().replace(THIN, ""))[0])

    @property
    def equation(self) -> str:
        """The equation as a screen reader says it."""
        return self.columns.equation.canvas.accessibleDescription().replace(MINUS, "-")

    @property
    def symbol(self) -> str:
        """What the present step is called: as the outline says it, or for a product as the check's head does."""
        name = self.row.split(", ")[0].replace("+", "⁺")
        return self.columns.checks.symbol.accessibleName() if name == "Product" else name

    @property
    def value(self) -> float:
        """The present step's number to the last digit, by Ctrl+C from the scrub bar."""
        self.columns.player.scrub.setFocus()
        return float(self.copied())

    @property
    def row(self) -> str:
        """The outline's present row: symbol, number, how far the walk is with it."""
        tree = self.columns.outline.tree
        return str(tree.model().data(tree.currentIndex(), Qt.ItemDataRole.AccessibleTextRole))

    @property
    def notice(self) -> str:
        bar = self.bar
        return bar.notice.sentence if bar.isVisible() and bar.notice is not None else ""

    @property
    def bar(self) -> NoticeBar:
        found = self.window.findChild(NoticeBar)
        assert found is not None
        return found

    def written(self, quantity: Quantity) -> str:
        """The number that the diagram shows at a place."""
        scene = self.columns.diagram.scene()
        assert scene is not None
        return scene.text(quantity, 12).replace(MINUS, "-")

    def chips(self) -> list[str]:
        """The factors' numbers beside the path."""
        scene = self.columns.diagram.scene()
        assert scene is not None
        return [scene.chip_text(chip).replace(MINUS, "-") for chip in scene.chips]

    def tip(self, quantity: Quantity) -> str:
        """What the diagram says while the pointer rests on a number."""
        QTest.mouseMove(self.columns.diagram, self.place(quantity))
        self.until(lambda: self.columns.diagram.pointed() == quantity)
        return spoken(self.columns.diagram.tip()).replace(MINUS, "-")

    def copied(self) -> str:
        """What Ctrl+C puts on the clipboard."""
        nothing = "not copied"  # a clipboard that is cleared tells so later, when something else may be on it
        QGuiApplication.clipboard().setText(nothing)
        self.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        found = QGuiApplication.clipboard().text()
        return "" if found == nothing else found

    def link(self, step: int) -> QPoint:
        """Where in the equation a number of another step (from 0) stands."""
        canvas = self.columns.equation.canvas
        found: QRectF = next(link.rect for link in canvas.links if link.step == step)
        return QPointF(found.center()).toPoint()

    def picture(self) -> QImage:
        """What is on the screen."""
        found = QGuiApplication.primaryScreen().grabWindow(self.window.winId()).toImage()
        return found.convertToFormat(QImage.Format.Format_RGB32)
