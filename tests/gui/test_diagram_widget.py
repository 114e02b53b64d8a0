"""The diagram as a person meets it: drawn, pointed at, clicked, edited, zoomed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from diagram_fakes import make_snapshot, with_params
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.fields.line import LineField
from gui.theme import ThemeName, theme
from gui.views.diagram import NetworkDiagram
from gui.views.diagram.hits import BiasHit, EdgeHit, Hit, NeuronHit
from nn.choices import Activation, Task
from nn.layout import Neuron
from nn.training.snapshot import RunState, Snapshot


@pytest.fixture(autouse=True)
def dark() -> Iterator[None]:
    theme().switch(ThemeName.DARK)
    yield
    theme().set_projector(False)
    theme().switch(ThemeName.DARK)


@pytest.fixture
def diagram(qtbot: QtBot) -> NetworkDiagram:
    made = NetworkDiagram()
    qtbot.addWidget(made)
    made.resize(728, 624)
    made.show_names(("x1", "x2"), ())
    made.show_snapshot(make_snapshot())
    made.show()
    qtbot.waitExposed(made)
    made.grab()
    return made


def place(diagram: NetworkDiagram, found: Hit) -> QPoint:
    """Where the widget draws ``found``; a neuron's middle."""
    if isinstance(found, NeuronHit):
        rect = diagram._scene.place_of(found.neuron)
        assert rect is not None
        return QPointF(*diagram._scene.view.to_widget(rect.center().x(), rect.center().y())).toPoint()
    point = diagram._scene.point_of(found)
    assert point is not None
    return point.toPoint()


def edge(diagram: NetworkDiagram, layer: int, source: int, target: int) -> EdgeHit:
    snapshot = diagram._scene.snapshot
    assert snapshot is not None
    return EdgeHit(layer, source, target, snapshot.architecture.layout.weight_index(layer, source, target))


def picture(diagram: NetworkDiagram) -> QImage:
    return diagram.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def pixels(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


CASES = {
    "tiny": {"widths": (1, 1)},
    "moons": {"widths": (2, 5, 2), "output": Activation.SOFTMAX},
    "digits": {"widths": (64, 32, 10), "hidden": Activation.RELU, "output": Activation.SOFTMAX, "with_map": False},
    "wine": {"widths": (13, 20, 20, 3), "hidden": Activation.TANH, "output": Activation.SOFTMAX},
    "regression": {"widths": (2, 6, 2), "hidden": Activation.RELU, "output": Activation.LINEAR, "task": Task.REGRESSION},
    "wide": {"widths": (300, 400, 200), "with_map": False},
    "deep": {"widths": (2, *[3] * 14, 1)},
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("size", [(420, 400), (728, 624), (1600, 1000)])
def test_every_network_draws_in_both_themes(qtbot: QtBot, case: str, size: tuple[int, int]) -> None:
    arguments = dict(CASES[case])
    widths = arguments.pop("widths")
    assert isinstance(widths, tuple)
    diagram = NetworkDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(*size)
    diagram.show_names(tuple(f"a rather long name of input {i}" for i in range(widths[0])), ("una clase", "otra clase más larga"))
    diagram.show_snapshot(make_snapshot(widths, **arguments))  # type: ignore[arg-type]  # a table of mixed arguments
    first = picture(diagram)
    theme().switch(ThemeName.LIGHT)
    second = picture(diagram)
    assert (pixels(first) != pixels(second)).any(axis=2).mean() > 0.9
    assert diagram._scene.edges is not None and 0 < diagram._scene.edges.count <= 3000


def test_draws_before_any_snapshot(qtbot: QtBot) -> None:
    diagram = NetworkDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(500, 400)
    assert QColor(picture(diagram).pixel(250, 200)) == theme().color("panel")


def test_unfinished_numbers_do_not_stop_the_drawing(diagram: NetworkDiagram) -> None:
    snapshot = make_snapshot()
    params = snapshot.params.copy()
    params[:] = np.nan
    assert snapshot.sample is not None
    sample = replace(snapshot.sample, outputs=np.full_like(snapshot.sample.outputs, np.inf))
    diagram.show_snapshot(replace(with_params(snapshot, params), sample=sample, state=RunState.DIVERGED))
    assert not picture(diagram).isNull()


def test_images_show_the_sample_and_weights(qtbot: QtBot) -> None:
    diagram = NetworkDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(728, 624)
    raw = np.zeros(64)
    raw[:32] = 1.0
    diagram.show_image_shape((8, 8))
    diagram.show_snapshot(make_snapshot((64, 32, 10), raw=raw, with_map=False))
    drawn = picture(diagram)
    rect = diagram._scene.place_of(Neuron(0, 0))
    assert rect is not None and rect.width() > 72
    x, y = diagram._scene.view.to_widget(rect.center().x(), rect.center().y())
    upper, lower = QColor(drawn.pixel(round(x), round(y - 20))), QColor(drawn.pixel(round(x), round(y + 20)))
    assert upper == theme().color("text") and lower == theme().color("inset")
    assert diagram._scene.edges is not None
    assert (diagram._scene.edges.index[diagram._scene.edges.layer == 1] == -1).all()


def test_thumbnails_stand_upright(diagram: NetworkDiagram) -> None:
    """Input 2 grows upwards: its thumbnail is blue on top and orange below."""
    drawn, middle = picture(diagram), place(diagram, NeuronHit(Neuron(0, 1)))
    top, bottom = QColor(drawn.pixel(middle.x(), middle.y() - 17)), QColor(drawn.pixel(middle.x(), middle.y() + 17))
    assert top.blue() > top.red() and bottom.red() > bottom.blue()


def test_switched_off_looks_different(diagram: NetworkDiagram) -> None:
    before = pixels(picture(diagram))
    diagram.show_snapshot(make_snapshot(off=frozenset({Neuron(2, 7)})))
    after = pixels(picture(diagram))
    middle = place(diagram, NeuronHit(Neuron(2, 7)))
    area = np.s_[middle.y() - 22 : middle.y() + 22, middle.x() - 22 : middle.x() + 22]
    assert (before[area] != after[area]).any(axis=2).mean() > 0.5


def test_click_selects_and_says_so(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    with qtbot.waitSignal(diagram.neuron_clicked) as caught:
        qtbot.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=place(diagram, NeuronHit(Neuron(2, 1))))
    assert caught.args == [Neuron(2, 1)]
    assert diagram.selected == Neuron(2, 1)
    assert "h2.2" in diagram.accessibleDescription()
    assert diagram._scene.strokes is not None
    diagram.grab()
    assert diagram._scene.strokes.strong.sum() == 5


def test_select_from_outside_sends_nothing(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(diagram.neuron_clicked):
        diagram.select(Neuron(1, 0))
    assert diagram.selected == Neuron(1, 0)
    diagram.select(None)
    assert diagram.selected is None


def test_a_new_smaller_network_drops_a_selection_that_is_gone(diagram: NetworkDiagram) -> None:
    diagram.select(Neuron(2, 7))
    diagram.show_snapshot(make_snapshot((2, 2, 1)))
    assert diagram.selected is None


def test_hover_tells_exact_values_and_follows_new_snapshots(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    wanted = edge(diagram, 1, 0, 0)
    qtbot.mouseMove(diagram, place(diagram, wanted))
    diagram._point_at(QPointF(place(diagram, wanted)))
    snapshot = diagram._scene.snapshot
    assert snapshot is not None
    tip = diagram._tip()
    assert tip is not None and tip.title == "x₁ → h1.1"
    assert [symbol for symbol, _ in tip.rows] == ["w", "∂E/∂w"]
    assert np.float32(tip.rows[0][1].replace("\u2212", "-")) == snapshot.params[wanted.index]
    diagram.show_snapshot(with_params(snapshot, snapshot.params * 2))
    fresh = diagram._tip()
    assert fresh is not None and np.float32(fresh.rows[0][1].replace("\u2212", "-")) == snapshot.params[wanted.index] * 2


def test_hovering_neuron_and_bias(diagram: NetworkDiagram) -> None:
    diagram._point_at(QPointF(place(diagram, NeuronHit(Neuron(1, 2)))))
    tip = diagram._tip()
    assert tip is not None and tip.title == "h1.3 · sigmoid"
    assert [symbol for symbol, _ in tip.rows] == ["z", "a", "b", "∂E/∂b"]
    diagram._point_at(QPointF(place(diagram, BiasHit(Neuron(3, 0)))))
    tip = diagram._tip()
    assert tip is not None and tip.title == "bias of o1"
    diagram.leaveEvent(QEvent(QEvent.Type.Leave))
    assert diagram._tip() is None


def editor_of(diagram: NetworkDiagram) -> QLineEdit:
    found = diagram.findChild(QLineEdit)
    assert found is not None
    return found


def test_double_click_edits_a_weight_when_paused(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    wanted = edge(diagram, 1, 1, 0)
    qtbot.mouseDClick(diagram, Qt.MouseButton.LeftButton, pos=place(diagram, wanted))
    editor = editor_of(diagram)
    assert editor.isVisible() and "W1[2,1]" in editor.accessibleName()
    editor.clear()
    qtbot.keyClicks(editor, "0,75")
    with qtbot.waitSignal(diagram.parameter_edited) as caught:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert caught.args == [wanted.index, 0.75]
    assert not editor.isVisible()


def test_bad_input_is_refused_with_a_sentence_and_escape_cancels(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    diagram.select(Neuron(1, 0))
    qtbot.keyClick(diagram, Qt.Key.Key_Return)
    editor = editor_of(diagram)
    assert editor.isVisible()
    editor.setText("1.2.3")
    with qtbot.assertNotEmitted(diagram.parameter_edited):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert editor.isVisible() and editor.toolTip() and diagram._note == editor.toolTip()
        assert isinstance(editor, LineField) and editor.problem == editor.toolTip()
        editor.setText("1e39")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert editor.isVisible()  # beyond float32
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible() and diagram._note == ""


def test_no_editing_while_training(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    diagram.show_snapshot(make_snapshot(state=RunState.RUNNING))
    diagram.grab()
    qtbot.mouseDClick(diagram, Qt.MouseButton.LeftButton, pos=place(diagram, edge(diagram, 1, 0, 0)))
    assert not editor_of(diagram).isVisible()
    assert diagram._note


def test_starting_to_train_closes_the_editor(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    diagram.select(Neuron(1, 0))
    qtbot.keyClick(diagram, Qt.Key.Key_Return)
    diagram.show_snapshot(make_snapshot(state=RunState.RUNNING))
    assert not editor_of(diagram).isVisible()


def test_menu_switches_neurons(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    menu = diagram.build_menu(NeuronHit(Neuron(1, 1)))
    assert menu is not None
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["Switch off", "Alone in its layer", "Edit bias…", "Fit"]
    with qtbot.waitSignal(diagram.neuron_toggled) as toggled:
        menu.actions()[0].trigger()
    with qtbot.waitSignal(diagram.neuron_alone) as alone:
        menu.actions()[1].trigger()
    assert toggled.args == alone.args == [Neuron(1, 1)]
    menu.deleteLater()
    diagram.show_snapshot(make_snapshot(off=frozenset({Neuron(1, 1)})))
    menu = diagram.build_menu(NeuronHit(Neuron(1, 1)))
    assert menu is not None
    assert [action.text() for action in menu.actions()][:3] == ["Switch on", "Alone in its layer", "All on"]
    with qtbot.waitSignal(diagram.all_on):
        menu.actions()[2].trigger()
    menu.deleteLater()


def test_menu_offers_outputs_and_edges_only_what_they_can(diagram: NetworkDiagram) -> None:
    output = diagram.build_menu(NeuronHit(Neuron(3, 0)))
    weight = diagram.build_menu(edge(diagram, 1, 0, 0))
    assert output is not None and weight is not None
    assert "Switch off" not in [action.text() for action in output.actions()]
    assert "Edit weight…" in [action.text() for action in weight.actions()]
    output.deleteLater()
    weight.deleteLater()


def test_arrows_move_the_selection_and_are_kept_from_shortcuts(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    qtbot.keyClick(diagram, Qt.Key.Key_Right)
    assert diagram.selected == Neuron(1, 0)
    qtbot.keyClick(diagram, Qt.Key.Key_Down)
    assert diagram.selected == Neuron(1, 1)
    taken = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    taken.ignore()
    QApplication.sendEvent(diagram, taken)
    assert taken.isAccepted()
    free = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier)
    free.ignore()
    QApplication.sendEvent(diagram, free)
    assert not free.isAccepted()


def wheel(diagram: NetworkDiagram, up: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(300, 300), QPointF(300, 300), QPoint(), QPoint(0, up), Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(diagram, event)


def test_zoom_pan_and_fit(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    view = diagram._scene.view
    wheel(diagram, 120, Qt.KeyboardModifier.NoModifier)
    assert view.zoom == 1.0
    wheel(diagram, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(1.2)
    qtbot.keyClick(diagram, Qt.Key.Key_Minus)
    assert view.zoom == pytest.approx(1.0)
    ground = QPoint(20, 100)
    before = view.to_widget(0, 0)
    qtbot.mousePress(diagram, Qt.MouseButton.LeftButton, pos=ground)
    qtbot.mouseMove(diagram, ground + QPoint(60, 30))
    QApplication.sendEvent(
        diagram,
        _move(diagram, ground + QPoint(60, 30)),
    )
    qtbot.mouseRelease(diagram, Qt.MouseButton.LeftButton, pos=ground + QPoint(60, 30))
    assert view.to_widget(0, 0)[0] - before[0] == pytest.approx(60)
    qtbot.mouseDClick(diagram, Qt.MouseButton.LeftButton, pos=QPoint(4, 300))
    assert view.fitted


def _move(diagram: NetworkDiagram, at: QPoint) -> QEvent:
    from PySide6.QtGui import QMouseEvent

    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(diagram.mapToGlobal(at)), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


def test_clicking_the_folded_line_unfolds_and_folds_again(qtbot: QtBot) -> None:
    diagram = NetworkDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(728, 624)
    diagram.show_snapshot(make_snapshot((2, 30, 1)))
    diagram.grab()

    def click() -> int:
        column = diagram._scene.column(1)
        assert column is not None and column.pill_y is not None
        at = QPointF(*diagram._scene.view.to_widget(column.x, column.pill_y)).toPoint()
        qtbot.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=at)
        diagram.grab()
        column = diagram._scene.column(1)
        assert column is not None
        return len(column.spec.shown)

    assert click() == 30
    assert diagram._scene.view.k < 1
    assert click() < 30


def test_only_the_newest_of_many_snapshots_is_drawn_and_no_timer_stays(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    drawn: list[Snapshot | None] = []
    real = diagram._render

    def counted() -> None:
        drawn.append(diagram._scene.snapshot)
        real()

    diagram._render = counted  # type: ignore[method-assign]  # counts drawings
    snapshots = [make_snapshot((2, 4, 1), seed=seed, with_map=False, state=RunState.RUNNING) for seed in range(40)]
    for snapshot in snapshots:
        diagram.show_snapshot(snapshot)
        QApplication.sendPostedEvents()
    qtbot.waitUntil(lambda: bool(drawn) and drawn[-1] is snapshots[-1], timeout=2000)
    assert len(drawn) < len(snapshots)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in diagram.findChildren(QTimer)), timeout=2000)


def test_hidden_draws_nothing(diagram: NetworkDiagram) -> None:
    diagram.hide()
    before = diagram._picture.pixels.copy()
    diagram.show_snapshot(make_snapshot(seed=5))
    QApplication.sendPostedEvents()
    assert (diagram._picture.pixels == before).all()
    assert not any(timer.isActive() for timer in diagram.findChildren(QTimer))


def test_read_outs(qtbot: QtBot) -> None:
    from gui.views.diagram.words import read_out_lines

    binary = make_snapshot((2, 3, 1))
    assert binary.sample is not None
    right = replace(binary, sample=replace(binary.sample, outputs=np.full_like(binary.sample.outputs, 0.9)))
    assert read_out_lines(right, 0, (), 0.0, 1.0)[0] == "target 1 · class 1 ✓"
    wrong = replace(binary, sample=replace(binary.sample, outputs=np.full_like(binary.sample.outputs, 0.1)))
    assert read_out_lines(wrong, 0, ("no", "yes"), 0.0, 1.0)[0] == "target 1 · no ✗"
    regression = make_snapshot((2, 3, 1), task=Task.REGRESSION, output=Activation.LINEAR)
    assert read_out_lines(regression, 0, (), 150.0, 77.0) == ("target 227.000",)
    several = make_snapshot((2, 3, 3), output=Activation.SOFTMAX)
    lines = [read_out_lines(several, index, ("a", "b", "c"), 0.0, 1.0)[0] for index in range(3)]
    assert sum("✓" in line or "✗" in line for line in lines) == 1
    assert lines[2].startswith("c · target 1")


def test_projector_scale_makes_all_larger_and_still_hits(diagram: NetworkDiagram, qtbot: QtBot) -> None:
    theme().set_projector(True)
    diagram.grab()
    rect = diagram._scene.place_of(Neuron(1, 0))
    assert rect is not None
    x, y = diagram._scene.view.to_widget(rect.center().x(), rect.center().y())
    with qtbot.waitSignal(diagram.neuron_clicked) as caught:
        qtbot.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=QPointF(x * 1.25, y * 1.25).toPoint())
    assert caught.args == [Neuron(1, 0)]
