"""Pictures of the window at work: it really trains, without a screen, and draws what a person would see."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.app import Program, make_application, prepared
from gui.guide import Guide
from gui.options import Options
from gui.preferences import Preferences
from gui.session.garbage import GarbageCollector
from gui.tour_clock import Tour
from nn.presets import BY_KEY

SIZE = (1440, 900)


def run(options: Options) -> int:
    """Make the pictures that ``options`` ask for; gives the exit status."""
    application = make_application(())
    program = prepared(options, Preferences(None))
    collector = GarbageCollector(program)
    if options.size is None:
        program.window.resize(*SIZE)
    program.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    program.window.show()
    tour = Tour(program)
    tour.ended.connect(application.exit)
    folder = options.tour if options.tour is not None else Path(tempfile.gettempdir())
    guide = Guide(program, tour, folder)
    if options.shot is None:
        folder.mkdir(parents=True, exist_ok=True)
        tour.start(guide.whole())
    else:
        experiment = program.experiment or BY_KEY["circles"].experiment
        tour.start(guide.one(options.shot[0], options.shot[1], experiment))
    status = application.exec()
    _leave(program, application)
    collector.stop()
    for path in guide.pictures:
        print(path)
    return status


def _leave(program: Program, application: QApplication) -> None:
    """Close the window; where a thread is still at work, wait for it in the application's own loop."""
    program.train.closed.connect(application.quit)
    if not program.window.close():
        application.exec()
