"""The composition root: the only place that wires application, preferences, window and workspaces."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.actions import Actions
from gui.errors import notice_of
from gui.i18n import Language, languages, system_language
from gui.options import WORKSPACES, Options
from gui.places import Places
from gui.preferences import Preferences, default_path
from gui.resources import load_fonts
from gui.session.beginning import Beginning, imported
from gui.session.garbage import GarbageCollector
from gui.style import FORMS, Style, dress
from gui.theme import ThemeName, theme
from gui.widgets.title_bar import NAME
from gui.workspaces.train.coming import Coming
from nn.errors import NeurolupaError

if TYPE_CHECKING:
    from gui.files import Files
    from gui.workspaces.graph.workspace import GraphWorkspace
    from gui.workspaces.inside.workspace import InsideWorkspace
    from gui.workspaces.landscape.workspace import LandscapeWorkspace
    from gui.workspaces.steps.workspace import StepsWorkspace
    from gui.workspaces.train.workspace import TrainWorkspace
    from nn.settings import Experiment

VERSION = "0.1.0"
# Seconds after which a thread that runs Python lets a waiting one run. The training thread needs the interpreter for a moment
# between two chunks of 10 ms, and Python's own 5 ms is half a chunk.
SWITCH_INTERVAL = 0.0005


def make_application(arguments: Sequence[str]) -> QApplication:
    """The application in its look: faces, theme, style. There is one in a process."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    application = QApplication([NAME, *arguments])
    application.setApplicationName("neurolupa")
    application.setApplicationDisplayName(NAME)
    application.setApplicationVersion(VERSION)
    load_fonts()
    Style(application)
    return application


def first_theme(remembered: str) -> ThemeName:
    """The theme of last time; at the first start the system's, dark where it says nothing."""
    if remembered in tuple(ThemeName):
        return ThemeName(remembered)
    light = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Light
    return ThemeName.LIGHT if light else ThemeName.DARK


def first_language(remembered: str) -> Language:
    """The language of last time; at the first start the system's."""
    return Language(remembered) if remembered in tuple(Language) else system_language()


class Program(QObject):
    """One window and what belongs to it, from its first experiment to what is remembered of it."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        values = preferences.values
        theme().switch(first_theme(values.theme))
        theme().set_projector(values.projector)
        languages().switch(first_language(values.language))
        self.actions = Actions()  # they live as long as the window that shows them
        self.actions["projector"].setChecked(values.projector)
        self._coming = Coming()
        self.places = Places(self.actions, self._coming.parts, self)
        self.window = self.places.window
        self.actions["less_motion"].setChecked(values.less_motion)
        self._beginning = Beginning(self.window, chain(self._coming.steps(), imported(("gui.files",))), self._begin, self)
        self.experiment: Experiment | None = None  # what runs, or what to begin with
        self._connect()
        self._show_language()

    def _connect(self) -> None:
        window, actions = self.window, self.actions
        for name in ("undo", "redo", "save", "save_network"):
            actions[name].setEnabled(False)  # until there is something to undo or save
        undo = self.places.undo
        undo.canUndoChanged.connect(actions["undo"].setEnabled)
        undo.canRedoChanged.connect(actions["redo"].setEnabled)
        actions["undo"].triggered.connect(undo.undo)
        actions["redo"].triggered.connect(undo.redo)
        self.places.experiment_changed.connect(self._remember)
        window.closing.connect(self._save_preferences)
        actions["english"].triggered.connect(self._speak_english)
        actions["spanish"].triggered.connect(self._speak_spanish)
        actions["about"].triggered.connect(self._show_about)

    @property
    def train(self) -> TrainWorkspace:
        """The Train workspace, made now if it isn't there yet."""
        return self.places.train

    @property
    def files(self) -> Files:
        """Opening and saving; they come with the Train workspace."""
        return self.places.files

    @property
    def steps(self) -> StepsWorkspace | None:
        return self.places.steps

    @property
    def graph(self) -> GraphWorkspace | None:
        return self.places.graph

    @property
    def landscape(self) -> LandscapeWorkspace | None:
        return self.places.landscape

    @property
    def inside(self) -> InsideWorkspace | None:
        return self.places.inside

    def begin_with(self, path: Path) -> None:
        """Begin with the experiment in a file instead of last time's; one that can't be read is told of."""
        from nn.storage import experiment as storage

        try:
            self.experiment = storage.read(path)
        except NeurolupaError as error:
            self.window.show_notice(notice_of(error))

    def show(self) -> None:
        """Put the window on screen; its workspace, data and engine come when it is there."""
        values = self.preferences.values
        if values.geometry:
            self.window.restore(values.geometry)
        if values.workspace in WORKSPACES:
            self.window.show_workspace(values.workspace)
        self.window.show()
        self._beginning.begin()

    @Slot()
    def _begin(self) -> None:
        """Everything is there: the workspace takes its place, and its run begins."""
        self.window.show_current()
        self.train.open_experiment(self.first_experiment())

    def first_experiment(self) -> Experiment:
        """What was asked for, else the experiment of last time; the circles preset at the first start, or if it can't be read."""
        if self.experiment is not None:
            return self.experiment
        from nn.presets import CIRCLES
        from nn.storage import experiment as storage

        text = self.preferences.values.experiment
        try:
            return storage.from_toml(text) if text else CIRCLES.experiment
        except NeurolupaError:
            return CIRCLES.experiment

    # What is remembered

    @Slot(object)
    def _remember(self, experiment: Experiment) -> None:
        self.experiment = experiment

    @Slot()
    def _save_preferences(self) -> None:
        self._beginning.give_up()
        values = self.preferences.values
        values.theme = theme().name.value
        values.projector = self.actions["projector"].isChecked()
        values.less_motion = self.actions["less_motion"].isChecked()
        values.language = languages().language.value
        values.workspace = self.window.current
        values.geometry = self.window.geometry_text()
        if self.experiment is not None:
            from nn.storage import experiment as storage

            values.experiment = storage.to_toml(self.experiment)
        self.preferences.save()

    # Language

    @Slot()
    def _speak_english(self) -> None:
        self._speak(Language.ENGLISH)

    @Slot()
    def _speak_spanish(self) -> None:
        self._speak(Language.SPANISH)

    def _speak(self, language: Language) -> None:
        languages().switch(language)
        self._show_language()

    def _show_language(self) -> None:
        self.actions["english"].setChecked(languages().language is Language.ENGLISH)
        self.actions["spanish"].setChecked(languages().language is Language.SPANISH)

    # Talking to the person

    @Slot()
    def _show_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self.window)
        dress(box, FORMS)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About Neurolupa"))
        box.setText(self.tr("Neurolupa {version}").format(version=VERSION))
        box.setInformativeText(self.tr("A neural network under a magnifying glass: watch it learn, take it apart, follow every number."))
        box.open()

    def show_unforeseen(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception that nobody caught: its trace for the terminal, a sentence for the person. The program goes on."""
        traceback.print_exception(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self.window.show_notice(notice_of(error))

    def interrupt(self, _number: int, _frame: FrameType | None) -> None:
        """Ctrl+C in the terminal closes the window as its button does."""
        self.window.close()


def prepared(options: Options, preferences: Preferences) -> Program:
    """A program with what the command line asks for, not yet shown."""
    values = preferences.values
    values.theme = options.theme or values.theme
    values.language = options.language or values.language
    program = Program(preferences)
    if options.size is not None:
        values.geometry = ""
        program.window.resize(*options.size)
    if options.experiment is not None:
        program.begin_with(options.experiment)
    return program


def run(options: Options) -> int:
    """Open the window and stay until it is closed; gives the exit status."""
    application = make_application(())
    program = prepared(options, Preferences(default_path()))
    collector = GarbageCollector(program)
    sys.excepthook = program.show_unforeseen
    signal.signal(signal.SIGINT, program.interrupt)
    program.show()
    status = application.exec()
    sys.excepthook = sys.__excepthook__
    collector.stop()
    return status
