"""Everything that can be asked for by menu or key: one table, one QAction each, words in the language in use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from gui.i18n import languages
from gui.resources import icon
from nn.text import QT_TRANSLATE_NOOP


class Group(StrEnum):
    """Which menu an action stands in; the values are their titles."""

    FILE = QT_TRANSLATE_NOOP("Actions", "File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "Edit")
    VIEW = QT_TRANSLATE_NOOP("Actions", "View")
    NETWORK = QT_TRANSLATE_NOOP("Actions", "Network")
    HELP = QT_TRANSLATE_NOOP("Actions", "Help")


@dataclass(frozen=True)
class Spec:
    """One action. ``keys`` are shortcuts, the first one is shown; ``section`` starts a new part of its menu.

    ``places`` are the workspaces that it belongs to: elsewhere it can't be seen and its keys are free. None is everywhere.
    """

    id: str
    group: Group
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    section: bool = False
    places: tuple[str, ...] = ()


TRAIN, STEPS, GRAPH, LANDSCAPE, INSIDE = ("train",), ("steps",), ("graph",), ("landscape",), ("inside",)
RUN = (*TRAIN, *INSIDE)  # where the run on screen is shown
TABLE: tuple[Spec, ...] = (
    Spec("open", Group.FILE, QT_TRANSLATE_NOOP("Actions", "Open an experiment or a network…"), ("Ctrl+O",), "folder"),
    Spec("save", Group.FILE, QT_TRANSLATE_NOOP("Actions", "Save the experiment…"), ("Ctrl+S",), "save"),
    Spec("save_network", Group.FILE, QT_TRANSLATE_NOOP("Actions", "Save the network…"), ("Ctrl+Shift+S",), "save"),
    Spec("quit", Group.FILE, QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), section=True),
    Spec("undo", Group.EDIT, QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), "undo"),
    Spec("redo", Group.EDIT, QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
    Spec("show_train", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Train"), ("Ctrl+1",), "train"),
    Spec("show_steps", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Steps"), ("Ctrl+2",), "steps"),
    Spec("show_graph", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Graph"), ("Ctrl+3",), "graph"),
    Spec("show_landscape", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Landscape"), ("Ctrl+4",), "landscape"),
    Spec("show_inside", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Inside"), ("Ctrl+5",), "inside"),
    Spec("show_lessons", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Lessons"), ("Ctrl+6",), "lessons"),
    Spec("fit", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Fit the diagram"), ("F",), "fit", section=True),
    Spec("log_loss", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Logarithmic or linear loss"), ("L",), places=TRAIN),
    Spec("theme", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Dark or light"), ("T",), "sun", section=True),
    Spec("projector", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Larger, for a projector"), ("P",), "projector", checkable=True),
    Spec("less_motion", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Less motion"), checkable=True),
    Spec("english", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "English"), checkable=True, section=True),
    Spec("spanish", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Español"), checkable=True),
    Spec("play", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Play or pause"), ("Space",), "play", places=RUN),
    Spec("step", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "One step"), ("Right",), "step", places=RUN),
    Spec("step_ten", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Ten steps"), ("Ctrl+Right",), places=RUN),
    Spec("step_epoch", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "One epoch"), ("Shift+Right",), "step-epoch", places=RUN),
    Spec("back", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Back"), ("Left",), "back", places=RUN),
    Spec("reset", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Start again, same weights"), ("R",), "reset", section=True, places=RUN),
    Spec("new_weights", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Start again, new weights"), ("Shift+R",), "dice", places=RUN),
    Spec("toggle_neuron", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Switch the neuron off or on"), ("D",), "eye-off", section=True, places=RUN),
    Spec("alone", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "The neuron alone in its layer"), ("Shift+D",), places=RUN),
    Spec("all_on", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Bring every neuron back"), ("A", "Backspace"), "eye", places=RUN),
    Spec(
        "explain", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Explain this network, number by number"), ("E",), "steps", section=True, places=TRAIN
    ),
    Spec("kernel", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Show the kernel that trains…"), ("K",), places=RUN),
    Spec("steps_forward", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Next step"), ("Right",), "step", places=STEPS),
    Spec("steps_back", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Step back"), ("Left",), "back", places=STEPS),
    Spec("steps_first", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "First step"), ("Home",), places=STEPS),
    Spec("steps_last", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Last step"), ("End",), places=STEPS),
    Spec("steps_play", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Walk by itself, or stop"), ("Space",), "play", places=STEPS),
    Spec("steps_original", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Back to the original numbers"), ("R",), "reset", section=True, places=STEPS),
    Spec("steps_look_ahead", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Look ahead in the equation"), ("L",), places=STEPS),
    Spec("steps_export", Group.FILE, QT_TRANSLATE_NOOP("Actions", "Export the steps…"), ("Ctrl+E",), "save", section=True, places=STEPS),
    Spec("graph_hint", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Hint for the box"), ("H",), "bulb", places=GRAPH),
    Spec("graph_reveal", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Reveal one box"), ("V",), "eye", places=GRAPH),
    Spec("graph_reveal_all", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Reveal all boxes"), ("Shift+V",), places=GRAPH),
    Spec("graph_hide_all", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Hide all boxes"), icon="eye-off", places=GRAPH),
    Spec("graph_again", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Start the exercise again"), ("R",), "reset", section=True, places=GRAPH),
    Spec("graph_new_numbers", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "New numbers"), ("N",), "dice", places=GRAPH),
    Spec("graph_original", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Original numbers"), ("O",), "undo", places=GRAPH),
    Spec("graph_open", Group.FILE, QT_TRANSLATE_NOOP("Actions", "Open an exercise…"), icon="folder", section=True, places=GRAPH),
    Spec("graph_save", Group.FILE, QT_TRANSLATE_NOOP("Actions", "Save the exercise…"), icon="save", places=GRAPH),
    Spec("graph_export", Group.FILE, QT_TRANSLATE_NOOP("Actions", "Export the exercise…"), ("Ctrl+E",), "save", places=GRAPH),
    Spec("landscape_play", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Race or train, or stop"), ("Space",), "play", places=LANDSCAPE),
    Spec("landscape_step", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "One step down"), ("Right",), "step", places=LANDSCAPE),
    Spec("landscape_back", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "One step back"), ("Left",), "back", places=LANDSCAPE),
    Spec("landscape_reset", Group.NETWORK, QT_TRANSLATE_NOOP("Actions", "Back to the start"), ("R",), "reset", places=LANDSCAPE),
    Spec("menus", Group.HELP, QT_TRANSLATE_NOOP("Actions", "Menus"), ("F10",)),
    Spec("cheat_sheet", Group.HELP, QT_TRANSLATE_NOOP("Actions", "Keys"), ("F1",), "keyboard"),
    Spec("about", Group.HELP, QT_TRANSLATE_NOOP("Actions", "About Neurolupa"), icon="info"),
)

# Widgets in which a letter is a letter and an arrow moves the cursor or the choice.
_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)  # a choice is turned by up and down alone
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class Actions(QObject):
    """Owns the program's actions: ``actions["play"].triggered``. Keys without Ctrl keep quiet while a field is edited."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = {spec.id: self._make(spec) for spec in TABLE}
        self.retranslate()
        languages().changed.connect(self.retranslate)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def of(self, group: Group) -> list[tuple[Spec, QAction]]:
        """The actions of one menu, in order."""
        return [(spec, self._actions[spec.id]) for spec in TABLE if spec.group is group]

    def group_title(self, group: Group) -> str:
        """The menu's title in the language in use."""
        return QCoreApplication.translate("Actions", group.value)

    def show_place(self, place: str) -> None:
        """Show the actions of one workspace, and those that belong to none."""
        for spec in TABLE:
            self._actions[spec.id].setVisible(not spec.places or place in spec.places)

    def all(self) -> list[QAction]:
        return list(self._actions.values())

    def _make(self, spec: Spec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        if spec.icon:
            action.setIcon(icon(spec.icon))
        return action

    @Slot()
    def retranslate(self) -> None:
        """Take the words of the language in use."""
        for spec in TABLE:
            action = self._actions[spec.id]
            text = QCoreApplication.translate("Actions", spec.text)
            action.setText(text)
            keys = shown_keys(action)
            action.setToolTip(f"{text} ({keys[0]})" if keys else text)

    @Slot("QWidget*", "QWidget*")
    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Watch the field that has the focus, and nothing else: a filter for the whole application would see every event."""
        if isinstance(old, _FIELDS):
            old.removeEventFilter(self)
        if isinstance(new, _FIELDS):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a plain key for the field that has the focus, before it becomes a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_plain(event):
            if isinstance(watched, QComboBox) and event.key() in _SIDEWAYS:
                return False
            event.accept()
            return True
        return False


def _is_plain(event: QKeyEvent) -> bool:
    """Whether the key is typed, or moves in a field: no Ctrl, Alt or Meta, and no function key."""
    return event.modifiers() in _PLAIN and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35


def shown_keys(action: QAction) -> list[str]:
    """An action's shortcuts as they stand on this system's keyboards, arrows as arrows."""
    texts = [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()]
    return [_with_arrows(text) for text in texts]


def _with_arrows(text: str) -> str:
    right, left = QKeySequence("Right"), QKeySequence("Left")
    native = QKeySequence.SequenceFormat.NativeText
    return text.replace(right.toString(native), "→").replace(left.toString(native), "←")
