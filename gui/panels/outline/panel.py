"""The outline's panel: title, which iteration we are in, and the tree of all steps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QSizePolicy, QTreeView, QVBoxLayout, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.slimbar import SlimBar
from gui.fields.text import Words
from gui.format import count
from gui.panels.outline.model import Mark, Node, WalkModel
from gui.panels.outline.rows import RowDelegate
from gui.theme import theme
from nn.replay.walk import Walk

INDENT = 16
OWN_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class StepTree(QTreeView):
    """Arrows move in the tree, Enter goes to the step; a click on a step goes to it, on a branch opens or closes it."""

    step_chosen = Signal(int)

    def __init__(self, model: WalkModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk_model = model
        self._opened: set[int] = set()  # branches that the person opened: they stay
        self._followed: set[int] = set()  # branches that are open because the step is in them
        self._following = False
        self._marks: dict[int, Mark] = {}  # the signs of the rows in sight, as they were painted
        self.setModel(model)
        self.setItemDelegate(RowDelegate(model))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.expanded.connect(self._opened_by_hand)
        self.collapsed.connect(self._closed_by_hand)
        self._bar = SlimBar(self)

    def start(self) -> None:
        """Forget which branches were open: another walk is shown."""
        self._opened.clear()
        self._followed.clear()
        self._marks.clear()

    def follow(self, step: int) -> None:
        """Open the branches that lead to the step, close those that were open for the last one, and bring the row into sight."""
        path = self._walk_model.path_to(step)
        branches = {self._walk_model.node(index).id: index for index in path[:-1]}
        self._following = True
        for id in self._followed - set(branches) - self._opened:
            self.collapse(self._walk_model.index_of(self._walk_model.node_of(id)))
        for index in branches.values():
            self.expand(index)
        self._following = False
        self._followed = set(branches)
        if path:
            self.setCurrentIndex(path[-1])
            self.scrollTo(path[-1], QAbstractItemView.ScrollHint.EnsureVisible)
        self._update_marks()

    def _update_marks(self) -> None:
        """Paint anew the rows in sight whose sign has changed, and no others."""
        marks: dict[int, Mark] = {}
        index = self.indexAt(QPoint(0, 0))
        while index.isValid() and self.visualRect(index).top() < self.viewport().height():
            node = self._walk_model.node(index)
            marks[node.id] = self._walk_model.mark_of(node)
            if self._marks.get(node.id) is not marks[node.id]:
                self.update(index)
            index = self.indexBelow(index)
        self._marks = marks

    def drawBranches(self, *_arguments: object) -> None:
        """Nothing: the signs tell branches from steps."""

    def _opened_by_hand(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if not self._following:
            self._opened.add(self._walk_model.node(index).id)

    def _closed_by_hand(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if not self._following:
            self._opened.discard(self._walk_model.node(index).id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            node = self._walk_model.node(index)
            if node.is_step:
                self.step_chosen.emit(node.start)
            else:
                self.setExpanded(index, not self.isExpanded(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click opens or closes again, as a quick pair of clicks."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.step_chosen.emit(self._walk_model.node(self.currentIndex()).start)
        elif event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # a row's words are of no use; the workspace copies the step's value
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The tree's own keys stay here, though the window has its shortcuts for them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)


class OutlinePanel(QWidget):
    """Emits ``step_requested(id)`` for the row that the person goes to."""

    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk: Walk | None = None
        self._step = 0
        self.model = WalkModel(self)
        self.tree = StepTree(self.model)
        self._title = Words("", "text", 13, bold=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._pass = Words("", "text2", 12)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._pass)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.tree, 1)
        self.tree.step_chosen.connect(self.step_requested)
        follow_theme(self._restyle)
        self._retranslate()

    def show_walk(self, walk: Walk, title: str) -> None:
        """Another walk, looked at from its first step."""
        self._walk, self._step = walk, 0
        self._title.setText(title)
        self._title.setToolTip(title)
        self.tree.start()
        self.model.show_walk(walk)
        self.show_step(0)

    def show_step(self, step_id: int) -> None:
        """The step that is looked at."""
        self._step = step_id
        self.model.show_step(step_id)
        self.tree.follow(step_id)
        self._show_pass()

    def rows(self) -> list[tuple[str, Node]]:
        """The rows in sight or reached by scrolling, from above: what each says, and its steps."""
        found = []
        index = self.model.index(0, 0)
        while index.isValid():
            node = self.model.node(index)
            found.append((self.model.words(node), node))
            index = self.tree.indexBelow(index)
        return found

    def _show_pass(self) -> None:
        walk = self._walk
        inside = walk is not None and 0 <= self._step < len(walk.steps)
        self._pass.setText(self.tr("pass {number}").format(number=count(walk.steps[self._step].iteration)) if walk is not None and inside else "")

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, px(12), 0, 0)
        self._column.setSpacing(px(8))
        self._head.setContentsMargins(px(16), 0, px(16), 0)
        self.tree.setIndentation(px(INDENT))
        palette = theme().palette()
        palette.setColor(QPalette.ColorRole.Base, theme().color("panel"))
        palette.setColor(QPalette.ColorRole.Window, theme().color("panel"))
        self.tree.setPalette(palette)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.tree.viewport().setContentsMargins(0, 0, 0, 0)
        self._title.setMinimumHeight(round(QFontMetricsF(self._title.font()).height()))
        self.tree.doItemsLayout()

    def _retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Outline of the steps"))
        self._show_pass()
        self.tree.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
