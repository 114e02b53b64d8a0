"""A picture to fit in the window: opened, dropped, drawn as SVG, learnt and shown; and a network that NumPy saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from plot_fakes import map_of, snapshot_of
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.errors import Notice
from gui.files import Files
from gui.main_window import MainWindow, Workspace
from gui.panels.data import DataPanel
from gui.panels.picture_source import PictureDrop, PictureSource, dropped_picture, path_for
from gui.session import svg_pictures
from gui.session.training_session import TrainingSession
from gui.theme import ThemeName, theme
from gui.views.decision_map import DecisionMap
from gui.views.decision_map.canvas import MapCanvas
from gui.workspaces.train.experiment_editor import ExperimentEditor
from gui.workspaces.train.workspace import TrainWorkspace
from nn.choices import Activation, DataKind, DeviceChoice
from nn.datasets import load, picture_file
from nn.errors import BadFile
from nn.presets import BY_KEY
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings
from nn.training.snapshot import Snapshot

SMILEY = DataSettings(DataKind.PICTURE, test_share=0.0, picture_size=16)
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(*paths: Path | str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def a_picture(path: Path, width: int = 12, height: int = 8) -> Path:
    Image.new("RGB", (width, height), (255, 128, 0)).save(path)
    return path


# The form


def test_a_dropped_picture_is_opened_and_other_files_are_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    source = PictureSource()
    qtbot.addWidget(source)
    data = files(tmp_path / "A.JPG")
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NO_KEY)
    QApplication.sendEvent(source, enter)
    assert enter.isAccepted() and source.target.lit
    QApplication.sendEvent(source, QDragLeaveEvent())
    assert not source.target.lit
    QApplication.sendEvent(source, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NO_KEY))
    with qtbot.waitSignal(source.opened) as opened:
        QApplication.sendEvent(source, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, NO_KEY))
    assert opened.args == [(tmp_path / "A.JPG").as_posix()]
    assert dropped_picture(files("a.toml")) == ""
    assert dropped_picture(files("a.png", "b.png")) == ""


def test_a_picture_can_be_dropped_anywhere_on_a_workspace_which_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(300, 200)
    below = place.grab().toImage()
    drop = PictureDrop(place)
    for data, taken in ((files(tmp_path / "a.png"), True), (files("a.csv"), False), (files("a.png", "b.png"), False)):
        enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NO_KEY)
        QApplication.sendEvent(place, enter)
        assert enter.isAccepted() is taken
        assert drop.hint.isHidden() is not taken and ("a.png" in drop.hint.text) is taken
        assert (place.grab().toImage() != below) is taken
        with qtbot.waitSignal(drop.dropped, timeout=100, raising=False) as dropped:
            QApplication.sendEvent(place, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, NO_KEY))
        assert dropped.signal_triggered is taken and drop.hint.isHidden()


def test_the_hint_goes_with_the_picture_and_covers_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    place, data = QWidget(), files(tmp_path / "a.png")
    qtbot.addWidget(place)
    below = QWidget(place)
    below.setGeometry(0, 0, 90, 90)
    drop = PictureDrop(place)

    def enter() -> None:
        QApplication.sendEvent(place, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NO_KEY))
        assert not drop.hint.isHidden()

    place.show()
    enter()
    place.resize(321, 123)
    qtbot.waitUntil(lambda: drop.hint.size() == place.size())
    assert place.childAt(20, 20) is below  # what takes drops itself is still found
    QApplication.sendEvent(place, QDragLeaveEvent())
    assert drop.hint.isHidden()
    enter()
    place.hide()
    assert drop.hint.isHidden()


def test_a_dropped_picture_is_fitted_by_the_network_that_fits_one_or_by_the_presets(qtbot: QtBot) -> None:
    opened: list[Experiment] = []
    editor = ExperimentEditor(TrainingSession(), lambda _same: ())
    editor.changed.connect(opened.append)
    editor._session._closing = True  # nothing is to be trained
    editor.open_picture("a.png")
    assert opened[-1].data.kind is DataKind.PICTURE and opened[-1].data.path == "a.png"
    assert opened[-1].network == BY_KEY["picture"].experiment.network
    mine = replace(opened[-1], seed=77)
    editor.open(mine)
    editor.open_picture("b.png")
    assert opened[-1] == replace(mine, data=replace(mine.data, path="b.png"))


def test_a_file_is_asked_for_and_the_smiley_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    source = PictureSource()
    qtbot.addWidget(source)
    source.show_settings(SMILEY)
    assert source.smiley.isHidden()
    source.open_picture.click()
    dialog = source.findChild(QFileDialog)
    assert dialog is not None and "*.svg" in dialog.nameFilters()[0]
    with qtbot.waitSignal(source.opened) as opened:
        dialog.fileSelected.emit("face.png")
    dialog.close()
    assert opened.args == ["face.png"]
    source.show_settings(DataSettings(DataKind.PICTURE, path="face.png"))
    assert not source.smiley.isHidden()
    with qtbot.waitSignal(source.opened) as opened:
        source.smiley.click()
    assert opened.args == [""]


def test_the_target_is_seen_with_its_size(qtbot: QtBot) -> None:
    source = PictureSource()
    qtbot.addWidget(source)
    source.show_settings(SMILEY)
    source.show_picture(load(SMILEY).picture)
    assert source.target.shown == QSize(16, 16)
    assert "16 × 16: 256 samples" in source.target.accessibleDescription()
    image = source.target.grab().toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    corner = image.pixelColor(4, 4)
    assert middle.red() == middle.green() == middle.blue() and middle.red() < corner.red()
    for name in ThemeName:
        theme().switch(name)
        assert not source.grab().isNull()
    theme().switch(ThemeName.DARK)
    source.show_picture(None)
    assert source.target.shown.isEmpty()


def test_the_form_sends_file_size_and_colour(qtbot: QtBot) -> None:
    panel = DataPanel(SMILEY)
    qtbot.addWidget(panel)
    heard: list[DataSettings] = []
    panel.data_changed.connect(heard.append)
    panel.picture.opened.emit("face.png")
    panel.picture.colour.click()
    panel.commit("picture_size", 32)
    assert (heard[-1].path, heard[-1].colour, heard[-1].picture_size) == ("face.png", True, 32)
    assert len(heard) == 3
    assert not panel.picture.isHidden() and panel.open_csv.isHidden() and panel.standardize.isHidden()
    panel.commit("kind", DataKind.XOR)
    assert panel.picture.isHidden() and not panel.standardize.isHidden()


def test_a_table_is_no_picture(qtbot: QtBot) -> None:
    assert path_for(DataKind.PICTURE, "a.csv") == ""
    assert path_for(DataKind.CSV, "a.PNG") == ""
    assert path_for(DataKind.CSV, "a.csv") == "a.csv"
    panel = DataPanel(DataSettings(DataKind.CSV, path="a.csv", standardize=True))
    qtbot.addWidget(panel)
    panel.commit("kind", DataKind.PICTURE)
    assert (panel.settings.path, panel.settings.standardize) == ("", False)


# SVG


def drawing(path: Path, body: str, head: str = 'viewBox="0 0 20 10"') -> str:
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{body}</svg>', encoding="utf-8")
    return str(path)


@pytest.fixture
def svg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_file, "READERS", {})
    monkeypatch.setattr(svg_pictures, "READERS", picture_file.READERS)
    svg_pictures.register()


def test_a_drawing_becomes_a_picture_over_white(svg: None, tmp_path: Path) -> None:
    path = drawing(tmp_path / "a.svg", '<rect width="10" height="10" fill="#ff0000"/>')
    dataset = load(DataSettings(DataKind.PICTURE, path=path, picture_size=32, colour=True, test_share=0.0))
    assert dataset.picture is not None
    pixels = dataset.picture.pixels
    assert pixels.shape == (16, 32, 3)
    np.testing.assert_allclose(pixels[8, 4], (1.0, 0.0, 0.0), atol=0.01)
    np.testing.assert_allclose(pixels[8, 28], 1.0, atol=0.01)


@pytest.mark.parametrize("text", ["", "<svg", "no drawing", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"/>'])
def test_what_is_no_drawing_is_told(svg: None, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    with pytest.raises(BadFile, match="isn't an SVG"):
        load(DataSettings(DataKind.PICTURE, path=str(tmp_path / "a.svg")))


def test_a_missing_and_a_huge_drawing_are_told(svg: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadFile, match="can't be read"):
        load(DataSettings(DataKind.PICTURE, path=str(tmp_path / "a.svg")))
    monkeypatch.setattr(svg_pictures, "MOST_BYTES", 100)
    with pytest.raises(BadFile, match="save it as PNG"):
        load(DataSettings(DataKind.PICTURE, path=drawing(tmp_path / "a.svg", " " * 200)))


# The map


def test_three_numbers_are_a_colour_and_not_the_class_that_wins(qtbot: QtBot) -> None:
    view = DecisionMap()
    qtbot.addWidget(view)
    view.resize(328, 440)
    colour = DataSettings(DataKind.PICTURE, picture_size=16, colour=True, test_share=0.0)
    view.show_dataset(load(colour))
    view.show_target_units(np.zeros(3), np.ones(3))
    answer = np.stack([np.full((9, 9), share) for share in (1.0, 0.5, -0.3)])
    view.show_snapshot(snapshot_of(map_view=map_of(answer), widths=(2, 4, 3)))
    canvas = view.findChild(MapCanvas)
    assert canvas is not None
    scene = canvas._scene.answer()
    assert scene is not None and len(scene.lines) == 0
    seen = scene.image.pixelColor(4, 4)
    assert (seen.red(), seen.green(), seen.blue()) == (255, 128, 0)
    assert not canvas.grab().isNull()


def test_standardised_colours_come_back_each_in_its_units(qtbot: QtBot) -> None:
    view = DecisionMap()
    qtbot.addWidget(view)
    view.show_dataset(load(DataSettings(DataKind.PICTURE, picture_size=16, colour=True)))
    view.show_target_units(np.array([0.1, 0.2, 0.3]), np.array([0.5, 1.0, 2.0]))
    canvas = view.findChild(MapCanvas)
    assert canvas is not None
    np.testing.assert_allclose(canvas._scene.in_units(np.full((3, 2, 2), 0.25))[:, 0, 0], (0.225, 0.45, 0.8))


# The run


class Bench:
    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.train = TrainWorkspace(Actions())
        self.window = MainWindow(Actions(), [Workspace("train", "train", lambda: self.train)])
        self.files = Files(self.window, self.train, Actions(), self.window)
        self.notices: list[Notice | None] = []
        self.train.notice.connect(self.notices.append)

    def settled(self, begin: Callable[[], object]) -> Snapshot:
        session = self.train.session
        with self.qtbot.waitSignal(session.ready, timeout=20_000) as ready:
            begin()
        self.qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.run_id == ready.args[0].run_id, timeout=20_000)
        assert session.snapshot is not None
        return session.snapshot


@pytest.fixture
def bench(qtbot: QtBot, on_numpy: None) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made  # not given to qtbot: it would delete the workspace while its threads run
    if not made.train.shutdown():
        with qtbot.waitSignal(made.train.closed, timeout=20_000):
            pass
    made.window.deleteLater()


NETWORK = NetworkSettings((LayerSettings(5),), Activation.SIGMOID)


def test_the_smiley_then_a_file_then_one_that_is_none(bench: Bench, tmp_path: Path) -> None:
    data = bench.train.columns.data
    bench.settled(lambda: bench.train.open_experiment(Experiment(SMILEY, NETWORK, device=DeviceChoice.CPU)))
    assert data.picture.target.shown == QSize(16, 16)
    path = str(a_picture(tmp_path / "a.png"))
    snapshot = bench.settled(lambda: data.picture.opened.emit(path))
    assert data.picture.target.shown == QSize(12, 8)
    assert snapshot.map is not None and snapshot.map.outputs.shape[0] == 1
    bench.settled(data.picture.colour.click)
    run = bench.train.session.current
    assert run is not None and run.architecture.widths == (2, 5, 3)

    (tmp_path / "b.png").write_bytes(b"no picture")
    with bench.qtbot.waitSignal(bench.train.session.failed, timeout=20_000):
        data.picture.opened.emit(str(tmp_path / "b.png"))
    bench.qtbot.waitUntil(lambda: bench.notices[-1] is not None)
    told = bench.notices[-1]
    assert told is not None and "isn't a picture" in told.sentence
    assert data.settings.path == path and bench.train.session.current is run
    assert data.picture.target.shown == QSize(12, 8)


def test_a_network_that_numpy_saved_is_opened_and_goes_on(bench: Bench, tmp_path: Path) -> None:
    source = np.random.default_rng(0)
    weight = [source.normal(size=(2, 6)), source.normal(size=(6, 1))]
    np.savez(tmp_path / "tutorial.npz", *weight, np.zeros(6), np.zeros(1))
    snapshot = bench.settled(lambda: bench.files.open_file(str(tmp_path / "tutorial.npz")))
    np.testing.assert_allclose(snapshot.params[:12].reshape(2, 6), weight[0], rtol=1e-6)
    experiment = bench.train.editor.experiment
    assert experiment.data.kind is DataKind.PICTURE and experiment.network.hidden == (LayerSettings(6, Activation.SIGMOID),)
    told = bench.notices[-1]
    assert told is not None and "sigmoid is assumed" in told.sentence
    bench.train.playback.step(3)
    bench.qtbot.waitUntil(lambda: bench.train.session.snapshot is not None and bench.train.session.snapshot.step == 3, timeout=20_000)


def test_the_words_change_with_the_language(qtbot: QtBot) -> None:
    source: QWidget = PictureSource()
    qtbot.addWidget(source)
    QApplication.sendEvent(source, QEvent(QEvent.Type.LanguageChange))
    assert source.accessibleName() == "Picture to fit"
