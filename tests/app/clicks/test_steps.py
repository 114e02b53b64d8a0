"""What a user does in the Steps workspace, with the mouse and the keyboard: every number is read off the window."""

from __future__ import annotations

import math
import os
import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from gui.app import Program
from gui.fields.rich import RichWords
from gui.preferences import Preferences
from gui.theme import ThemeName, theme
from gui.views.decision_map.canvas import MapCanvas
from nn.backends import devices
from nn.backends.base import Engine
from nn.backends.reference import ReferenceEngine
from nn.choices import DataKind, DeviceChoice
from nn.layout import Neuron
from nn.presets import CIRCLES
from nn.replay.step import Kind, Quantity
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, StopSettings

if os.environ.get("QT_QPA_PLATFORM") != "xcb":
    pytest.skip("these tests click on a screen; tests/app/test_on_a_screen.py starts one for them", allow_module_level=True)

from steps_user import Walker

W5, W1 = Quantity(Kind.WEIGHT, 2, 0, 0), Quantity(Kind.WEIGHT, 1, 0, 0)
OUT_H1, OUT_O1, NET_O1 = Quantity(Kind.OUT, 1, 0), Quantity(Kind.OUT, 2, 0), Quantity(Kind.NET, 2, 0)
TOTAL, T1 = Quantity(Kind.TOTAL), Quantity(Kind.TARGET, 0, 0)
BEFORE, AFTER = 0.2983711087600027, 0.29102777369359933
STEPS = 66

# Every figure that the reference prints about the first pass, as it prints it.
PRINTED = {
    "net_h1": ("0.3775",),
    "net_h2": ("0.39249999999999996",),
    "out_h1": ("0.5932699921071872",),
    "out_h2": ("0.596884378259767",),
    "net_o1": ("1.10590596705977",),
    "net_o2": ("1.2249214040964653",),
    "out_o1": ("0.7513650695523157",),
    "out_o2": ("0.7729284653214625",),
    "E_o1": ("0.274811083176155", "0.274811083"),
    "E_o2": ("0.023560025583847746", "0.023560026"),
    "E_total": ("0.2983711087600027", "0.298371109"),
    "∂E_total/∂out_o1": ("0.7413650695523157", "0.74136507"),
    "∂out_o1/∂net_o1": ("0.18681560180895948", "0.186815602"),
    "∂net_o1/∂w5": ("0.5932699921071872", "0.593269992"),
    "∂E_total/∂w5": ("0.08216704056423078", "0.082167041"),
    "∂E_total/∂net_o1": ("0.13849856162855698", "0.138498562"),
    "∂E_total/∂w6": ("0.08266762784753325",),
    "∂E_total/∂out_o2": ("-0.21707153467853746",),
    "∂out_o2/∂net_o2": ("0.17551005281727122",),
    "∂E_total/∂w7": ("-0.02260254047747507",),
    "∂E_total/∂net_o2": ("-0.03809823651655623",),
    "∂E_total/∂w8": ("-0.022740242215978222",),
    "∂net_o1/∂out_h1": ("0.4", "0.40"),
    "∂E_o1/∂out_h1": ("0.05539942465142279", "0.055399425"),
    "∂net_o2/∂out_h1": ("0.5",),
    "∂E_o2/∂out_h1": ("-0.019049118258278114",),  # its formula above says −0.019049119: cut, not rounded
    "∂E_total/∂out_h1": ("0.03635030639314468", "0.036350306"),
    "∂out_h1/∂net_h1": ("0.24130070857232525", "0.241300709"),
    "∂net_h1/∂w1": ("0.05",),
    "∂E_total/∂w1": ("0.00043856773447434685", "0.000438568"),
    "w1⁺": ("0.1497807161327628", "0.149780716"),
    "w2⁺": ("0.19956143",),
    "w3⁺": ("0.24975114",),
    "w4⁺": ("0.29950229",),
    "w5⁺": ("0.35891647971788465", "0.35891648"),
    "w6⁺": ("0.4086661860762334",),
    "w7⁺": ("0.5113012702387375",),
    "w8⁺": ("0.5613701211079891",),
}


def on_numpy(_device: object, *arrays: object, params: object, dtype: object, **_rest: object) -> Engine:
    """The NumPy engine needs no compiling."""
    return ReferenceEngine(*arrays, params, dtype)  # type: ignore[arg-type]  # passed through as given


@pytest.fixture
def walker(application: QApplication) -> Iterator[Walker]:
    """At the first step of the worked example; nothing trains behind it."""
    yield from someone(trains=None)


def someone(trains: Experiment | None) -> Iterator[Walker]:
    """A user of a fresh program, in Steps, or in Train with a run of ``trains``."""
    program = Program(Preferences(None))
    found = Walker(program)
    if trains is None:
        program.window.show()
        program.window.activateWindow()
        found.until(program.window.isActiveWindow)  # keys are nobody's before
        found.open_steps()
    else:
        program.experiment = trains
        program.show()
        program.window.activateWindow()
        found.until(program.window.isActiveWindow)  # keys are nobody's before
        session = program.train.session
        found.until(lambda: session.snapshot is not None and session.snapshot.sample is not None)
    yield found
    found.window.close()
    found.until(lambda: not found.window.isVisible())
    found.window.deleteLater()
    found.wait(10)


@pytest.fixture
def circles(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walker]:
    """In Train, with a small network on the circles."""
    monkeypatch.setattr(devices, "create_engine", on_numpy)
    preset = CIRCLES.experiment
    training = replace(preset.training, stop=StopSettings())
    yield from someone(replace(preset, network=replace(preset.network, hidden=(LayerSettings(3),)), training=training, device=DeviceChoice.CPU))


@pytest.fixture
def digits(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walker]:
    """In Train, with 64-32-10 on the digits."""
    monkeypatch.setattr(devices, "create_engine", on_numpy)
    network = NetworkSettings(hidden=(LayerSettings(32),))
    yield from someone(Experiment(data=DataSettings(DataKind.DIGITS), network=network, device=DeviceChoice.CPU))


def agrees(value: float, printed: str) -> bool:
    """As far as it was printed; of sixteen figures the last may differ by the order of operations."""
    decimals = len(printed.split(".")[1])
    return abs(value - float(printed)) <= max(0.5 * 10.0**-decimals, 1e-15)


def sigmoid(net: float) -> float:
    return 1 / (1 + math.exp(-net))


def second_pass() -> dict[str, float]:
    """The reference's own lines with w7 and w8 as they should be and nothing rounded."""
    i1, i2, b1, b2 = 0.05, 0.1, 0.35, 0.6
    w1, w2, w3, w4 = 0.1497807161327628, 0.19956143226552567, 0.24975114363236958, 0.29950228726473915
    w5, w6, w7, w8 = 0.35891647971788465, 0.4086661860762334, 0.5113012702387375, 0.5613701211079891
    found = {"net_h1": i1 * w1 + i2 * w2 + b1, "net_h2": i1 * w3 + i2 * w4 + b1}
    h1, h2 = found["out_h1"], found["out_h2"] = sigmoid(found["net_h1"]), sigmoid(found["net_h2"])
    found |= {"net_o1": h1 * w5 + h2 * w6 + b2, "net_o2": h1 * w7 + h2 * w8 + b2}
    o1, o2 = found["out_o1"], found["out_o2"] = sigmoid(found["net_o1"]), sigmoid(found["net_o2"])
    found |= {"E_o1": 0.5 * (0.01 - o1) ** 2, "E_o2": 0.5 * (0.99 - o2) ** 2}
    return found | {"E_total": found["E_o1"] + found["E_o2"]}


def go_to(walker: Walker, step: int) -> None:
    """Click a step (from 1) on the scrub bar."""
    scrub = walker.columns.player.scrub
    walker.click(scrub, QPoint(round(scrub.x_of(step - 1)), scrub.height() // 3))
    assert walker.step == step


# The worked example


def test_the_whole_example_by_mouse_and_every_figure_is_the_reference_s(walker: Walker) -> None:
    forward = walker.columns.player.forward
    found: list[tuple[str, float]] = []
    for step in range(1, STEPS + 1):
        assert walker.step == step
        assert walker.row.endswith(f", {step}, current")
        value = walker.value
        found.append((walker.symbol, value))
        assert any(agrees(value, text) for text in on_the_diagram(walker, step))
        if walker.equation.startswith(f"{walker.symbol} = "):
            assert walker.equation.endswith(f" = {value!r}")
        if step < STEPS:
            walker.click(forward)
    assert not forward.isEnabled()
    walker.press(Qt.Key.Key_Left)  # the button that was clicked is disabled now; the keys still walk
    assert walker.step == STEPS - 1
    first, second = dict(found[:55]), dict(found[55:])
    assert len(first) == 55
    for symbol, figures in PRINTED.items():
        assert all(agrees(first[symbol], printed) for printed in figures), (symbol, first[symbol])
    assert first["E_total"] == BEFORE
    assert second == pytest.approx(second_pass(), abs=1e-15)
    assert second["E_total"] == AFTER


def on_the_diagram(walker: Walker, step: int) -> list[str]:
    """The number of the present step where it is drawn: at its place, on its factor's chip, or a product's below its factors."""
    walk = walker.steps.player.walk
    assert walk is not None
    quantity = walk.steps[step - 1].quantity
    if quantity.kind in (Kind.NET, Kind.OUT, Kind.ERROR, Kind.TOTAL):
        return [walker.written(quantity)]
    if quantity.kind is Kind.NEW:
        return [walker.written(quantity._replace(kind=Kind.WEIGHT))]
    return [*walker.chips(), f"{float(walker.equation.split(' = ')[-1]):.6f}"]


def test_the_keys_go_forward_back_and_to_the_ends_and_copy_full_values(walker: Walker) -> None:
    walker.press(Qt.Key.Key_End)
    assert (walker.step, walker.symbol, walker.written(TOTAL)) == (STEPS, "E_total", "0.291028")
    walker.click(walker.columns.equation.canvas, QPoint(3, 3))
    assert walker.copied() == repr(AFTER)
    walker.press(Qt.Key.Key_Home)
    assert walker.step == 1
    walker.click(walker.columns.player.forward)
    assert walker.copied() == "0.5932699921071872"
    walker.click(walker.columns.player.back)
    forward = []
    for _ in range(11):
        forward.append((walker.step, walker.equation))
        walker.press(Qt.Key.Key_Right)
    back = []
    for _ in range(11):
        walker.press(Qt.Key.Key_Left)
        back.append((walker.step, walker.equation))
    assert back == forward[::-1]
    walker.press(Qt.Key.Key_Left)
    assert walker.step == 1
    go_to(walker, 11)
    walker.click(walker.columns.equation.canvas, QPoint(3, 3))
    assert walker.copied() == repr(BEFORE)
    walker.click(walker.columns.diagram, walker.place(OUT_H1))
    assert walker.copied() == "0.5932699921071872"


def test_a_click_on_a_number_goes_to_the_step_that_made_it(walker: Walker) -> None:
    c = walker.columns
    go_to(walker, 15)
    assert walker.symbol == "∂E_total/∂w5"
    assert walker.chips() == ["0.741365", "0.186816", "0.593270"]
    walker.click(c.diagram, walker.place(OUT_H1))
    assert (walker.step, walker.symbol, walker.value) == (2, "out_h1", 0.5932699921071872)
    go_to(walker, 15)
    walker.click(c.equation.canvas, walker.link(12))
    assert walker.step == 13
    assert "current" in walker.row
    tree = c.outline.tree
    part = next(node for words, node in c.outline.rows() if node.start <= 10 < node.stop)
    tree.scrollTo(c.outline.model.index_of(part))
    walker.click(tree.viewport(), tree.visualRect(c.outline.model.index_of(part)).center())
    node = next(node for words, node in c.outline.rows() if words == "E_total")
    walker.click(tree.viewport(), tree.visualRect(c.outline.model.index_of(node)).center())
    assert (walker.step, walker.value) == (11, BEFORE)
    walker.press(Qt.Key.Key_Home)
    walker.click(c.diagram, walker.place(W5))
    assert (walker.step, walker.value) == (52, 0.35891647971788465)
    assert walker.written(W5) == "0.358916"


# Other numbers


def test_a_changed_weight_changes_every_number_until_it_is_undone(walker: Walker) -> None:
    go_to(walker, 11)
    walker.edit(W5, "0,75")
    assert (walker.step, walker.written(W5)) == (11, "0.75")
    net = 0.75 * 0.5932699921071872 + 0.45 * 0.596884378259767 + 0.6
    error = 0.5 * (0.01 - sigmoid(net)) ** 2 + 0.023560025583847746
    assert walker.value == pytest.approx(error, abs=1e-15)
    assert walker.written(NET_O1) == f"{net:.6f}"
    walker.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (walker.written(W5), walker.value) == ("0.40", BEFORE)
    walker.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert walker.value == pytest.approx(error, abs=1e-15)
    walker.edit(T1, "0,5")
    assert walker.value == pytest.approx(0.5 * (0.5 - sigmoid(net)) ** 2 + 0.023560025583847746, abs=1e-15)
    walker.click(walker.columns.setup.original)
    assert (walker.value, walker.written(W5), walker.written(T1)) == (BEFORE, "0.40", "0.01")
    walker.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert walker.written(W5) == "0.75"
    walker.press(Qt.Key.Key_R)
    assert walker.value == BEFORE


def test_an_unreadable_weight_is_told_and_escape_leaves_all_as_it_was(walker: Walker) -> None:
    walker.edit(W5, "lots")
    assert "0,5" in walker.columns.diagram.tip()[0][0]
    walker.press(Qt.Key.Key_Escape)
    assert (walker.step, walker.written(W5)) == (1, "0.40")
    assert not walker.columns.setup.original.isEnabled()


def test_the_learning_rate_and_the_biases_are_chosen_in_the_form(walker: Walker) -> None:
    setup = walker.columns.setup
    walker.write(setup.number_field("learning_rate"), "0,25")
    walker.click(walker.columns.player.last)
    walker.press(Qt.Key.Key_Home)
    assert walker.step == 1
    walker.press(Qt.Key.Key_End)
    moved = walker.value
    assert AFTER < moved < BEFORE
    walker.write(setup.number_field("learning_rate"), "0")
    assert setup.number_field("learning_rate").problem
    assert walker.value == moved
    walker.click(setup.original)
    walker.choose(setup.biases, type(setup.biases.value)("per-neuron"))
    walker.click(walker.columns.player.last)
    assert walker.value == pytest.approx(0.28047144679, abs=1e-11)
    walker.choose(setup.biases, type(setup.biases.value)("per-layer"))
    walker.click(walker.columns.player.last)
    assert walker.value == pytest.approx(0.28575088670, abs=1e-11)


@pytest.mark.parametrize(
    "trap",
    [
        ("trap-updated-weights", 30, "∂net_o1/∂out_h1", 0.35891647971788465, "0.4", 0.29102792390544197),
        ("trap-w7-slip", 54, "w7⁺", 0.5613701211079891, "0.511301", 0.2901837852492234),
    ],
)
def test_a_trap_says_where_its_numbers_part(walker: Walker, trap: tuple[str, int, str, float, str, float]) -> None:
    lesson, step, symbol, wrong, right, error = trap
    walker.choose(walker.columns.setup.lesson, lesson)
    assert walker.step == 1
    assert f"step {step}: {symbol}" in walker.notice
    for reached in range(2, step):
        walker.click(walker.columns.player.forward)
        assert walker.step == reached
        assert "Without the slip" not in said(walker.columns.why.words)
    walker.click(walker.bar.action_button)
    assert walker.step == step
    assert not walker.notice
    walker.press(Qt.Key.Key_Left)
    walker.press(Qt.Key.Key_Right)
    assert (walker.step, walker.symbol, walker.value) == (step, symbol, wrong)
    assert f"Without the slip it would be {right}" in walker.columns.why.words.paragraphs[-1]
    walker.press(Qt.Key.Key_End)
    assert walker.value == pytest.approx(error, abs=1e-15)
    assert "0.291028" in walker.columns.why.words.paragraphs[-1]


# Predict


def said(words: RichWords) -> str:
    return " ".join(words.paragraphs)


def test_predicting_names_the_slip_hints_and_keeps_the_score(walker: Walker) -> None:
    panel = walker.columns.predict
    go_to(walker, 33)  # ∂E/∂w1 = 0.03635… · 0.2413… · 0.05
    walker.click(panel.switch)
    assert "?" in walker.equation.split(" = ")[-1]
    assert "0.000438" not in walker.equation
    assert not walker.columns.why.isVisible()
    verdicts = []
    for answer in ("-0.00043857", "0.05", "0.0043857", "a bit"):
        walker.write(panel.field, answer)
        verdicts.append((said(panel.verdict.words), said(panel.problem)))
    assert "sign" in verdicts[0][0]
    assert "local" in verdicts[1][0]
    assert "10 times too large" in verdicts[2][0]
    assert "number" in verdicts[3][1]
    assert panel.field.text() == "a bit"
    assert len(set(verdicts)) == 4
    hints = []
    for stage in (1, 2, 3):
        walker.click(panel.hint)
        assert panel.hint.text() == f"{stage} of 3"
        hints.append(said(panel.hint_line.words))
    assert len(set(hints)) == 3
    assert "0.036350" in hints[2]
    assert "0.036350" not in hints[0]
    walker.write(panel.field, "0,0004386")
    assert panel.verdict.kind == "right"
    assert "0.000438567734" in said(panel.verdict.words)
    assert walker.value == 0.00043856773447434685
    assert panel.score.text() == "0 of 1 right at first try"


def test_a_right_answer_and_a_revealed_one_are_counted(walker: Walker) -> None:
    panel = walker.columns.predict
    go_to(walker, 11)
    walker.click(panel.switch)
    assert walker.written(TOTAL) == "?"
    walker.write(panel.field, "0.2748 + 0.0236")
    assert panel.verdict.kind == "right"
    assert panel.score.text() == "1 of 1 right at first try"
    assert walker.written(TOTAL) == "0.298371"
    walker.click(walker.columns.player.forward)
    assert walker.equation.endswith("?")
    assert walker.copied() == ""
    walker.click(panel.reveal)
    assert panel.verdict.kind == "shown"
    assert "0.741365" in said(panel.verdict.words)
    assert (walker.value, panel.score.text()) == (0.7413650695523157, "1 of 2 right at first try")
    go_to(walker, 48)
    up, down = panel.sign.segments[1], panel.sign.segments[0]
    walker.click(up)
    assert panel.verdict.kind == "wrong"
    walker.click(down)
    assert panel.verdict.kind == "right"
    walker.click(panel.switch)
    assert walker.value == 0.1497807161327628


def test_an_exercise_asks_for_its_own_numbers(walker: Walker) -> None:
    walker.choose(walker.columns.setup.lesson, "exercise-hidden-weights")
    panel = walker.columns.predict
    for symbol, answer in (("w2⁺", "0.19956143"), ("w3⁺", "0.24975114"), ("w4⁺", "0.29950229")):
        assert walker.symbol == symbol
        assert walker.equation.endswith("?")
        walker.write(panel.field, answer)
        assert panel.verdict.kind == "right"
        walker.click(walker.columns.player.forward)
    assert walker.value == 0.35891647971788465
    assert panel.score.text() == "3 of 3 right at first try"


# How it is shown and walked


def test_decimals_are_chosen(walker: Walker) -> None:
    go_to(walker, 11)
    field = walker.columns.heading._digits
    shown = []
    for digits in (4, 6, 9):
        walker.choose(field, digits)
        shown.append((walker.written(TOTAL), walker.equation.split(" = ")[-2]))
    assert [total for total, _ in shown] == ["0.2984", "0.298371", "0.298371109"]
    assert [numbers for _, numbers in shown] == [
        "½·(0.01 - 0.7514)² + ½·(0.99 - 0.7729)²",
        "½·(0.01 - 0.751365)² + ½·(0.99 - 0.772928)²",
        "½·(0.01 - 0.751365070)² + ½·(0.99 - 0.772928465)²",
    ]
    assert walker.value == BEFORE


def test_a_click_goes_as_far_as_chosen(walker: Walker) -> None:
    player = walker.columns.player
    stops = {"Neuron": [1, 2, 4, 6, 8], "Layer": [1, 4, 8, 11, 25], "Pass": [1, 8, 11, 47, 55], "Iteration": [1, 55, 66]}
    for name, expected in stops.items():
        if player.granularity.isVisible():
            walker.choose_segment(player.granularity, name)
        else:
            walker.choose(player.granularity_list, next(c.value for c in player.granularity_list._choices if c.name == name))
        walker.click(player.first) if player.first.isEnabled() else None
        seen = [walker.step]
        for _ in expected[1:]:
            walker.click(player.forward)
            seen.append(walker.step)
        assert seen == expected
        walker.click(player.back)
        assert walker.step == expected[-2]


def test_the_scrub_bar_is_dragged_and_keyed(walker: Walker) -> None:
    scrub = walker.columns.player.scrub
    y = scrub.height() // 3
    walker.drag(scrub, *(QPoint(round(scrub.x_of(step)), y) for step in (0, 10, 20, 31)))
    assert (walker.step, walker.symbol, walker.value) == (32, "∂net_h1/∂w1", 0.05)
    scrub.setFocus()
    walker.press(Qt.Key.Key_PageDown)
    walker.until(lambda: walker.step < 32)
    assert "∂net_h1/∂w1" not in walker.row
    walker.press(Qt.Key.Key_End)
    walker.until(lambda: walker.step == STEPS)


def test_it_walks_by_itself_stops_when_told_and_at_the_end(walker: Walker) -> None:
    walker.choose(walker.columns.player.pace, 4.0)
    walker.click(walker.columns.diagram, QPoint(4, 4))
    walker.press(Qt.Key.Key_Space)
    walker.until(lambda: walker.step >= 3)
    walker.press(Qt.Key.Key_Space)
    assert not walker.steps.player.playing
    go_to(walker, STEPS - 1)
    walker.click(walker.columns.player.play)
    walker.until(lambda: not walker.steps.player.playing)
    assert walker.step == STEPS


def test_a_derivative_is_checked_three_ways(walker: Walker) -> None:
    checks = walker.columns.checks
    assert not checks.analytic.isVisible()
    go_to(walker, 15)
    assert (checks.analytic.value, checks.nudge.agrees) == ("0.082167041", True)
    wide = checks.nudge.value
    checks.slider.setFocus()
    walker.press(Qt.Key.Key_Home)
    assert checks.nudge.value != wide
    assert checks.nudge.agrees is False
    walker.click(checks.calculate)
    assert checks.symbolic.value == "calculating…"
    walker.until(lambda: checks.symbolic.value == "0.082167041")
    assert checks.symbolic.agrees
    assert (checks.analytic.agrees, checks.nudge.agrees) == (True, False)


def test_language_and_theme_are_switched_live(walker: Walker) -> None:
    actions = walker.program.actions
    go_to(walker, 15)
    heading = walker.columns.heading.accessibleName()
    walker.wait(200)
    before = pixels(walker)
    actions["theme"].trigger()
    walker.until(lambda: np.mean(pixels(walker) != before) > 0.5)
    actions["theme"].trigger()
    walker.until(lambda: np.mean(pixels(walker) != before) < 0.01)
    actions["spanish"].trigger()
    walker.until(lambda: walker.columns.heading.accessibleName() != heading)
    assert walker.columns.player.counter.text() == "Paso 15 de 66"
    assert (walker.step, walker.value) == (15, 0.08216704056423078)
    actions["english"].trigger()
    walker.until(lambda: walker.columns.heading.accessibleName() == heading)
    assert theme().name is ThemeName.DARK


def pixels(walker: Walker) -> np.ndarray:
    image = walker.picture()  # its bytes are gone with it
    return np.frombuffer(image.constBits(), np.uint8).copy()


# From Train


def test_a_network_from_train_with_a_neuron_off_and_a_sample_from_the_map(circles: Walker) -> None:
    train = circles.program.train
    session = train.session
    circles.press(Qt.Key.Key_Right)
    circles.until(lambda: session.snapshot is not None and session.snapshot.step == 1)
    off = Neuron(1, 1)
    train.columns.diagram.neuron_clicked.emit(off)
    circles.press(Qt.Key.Key_D)
    circles.until(lambda: session.snapshot is not None and off in session.snapshot.ablation.off)
    picked = pick_on_the_map(circles)
    circles.press(Qt.Key.Key_E)
    circles.until(lambda: circles.program.steps is not None and circles.columns.diagram.isVisible())
    snapshot, ready = session.snapshot, session.current
    assert snapshot is not None
    assert ready is not None
    setup = circles.columns.setup
    assert setup.sample.value == picked + 1
    row = ready.prepared.inputs[picked]
    assert circles.tip(Quantity(Kind.INPUT, 0, 0)).split("; ")[0].endswith(repr(float(row[0])))
    assert circles.equation.startswith("z[1]_1 = ")
    scene = circles.columns.diagram.scene()
    assert scene is not None
    assert [scene.is_off(Neuron(1, unit)) for unit in range(3)] == [False, True, False]
    circles.press(Qt.Key.Key_End)
    assert float(circles.written(Quantity(Kind.OUT, 1, 1))) == 0.0
    assert float(circles.written(Quantity(Kind.OUT, 1, 0))) != 0.0
    assert circles.window.windowTitle().count("epoch") == 1
    go_to(circles, 1)
    out = next(s.id for s in circles.steps.player.walk.steps if s.quantity == Quantity(Kind.OUT, 2, 0))  # type: ignore[union-attr]  # a walk is shown
    go_to(circles, out + 1)
    assert circles.value == pytest.approx(float(snapshot.sample.outputs[-1]), abs=1e-5)  # type: ignore[union-attr]  # one was picked
    circles.write(setup.sample, "1")
    circles.until(lambda: setup.sample.value == 1)
    assert circles.tip(Quantity(Kind.INPUT, 0, 0)).split("; ")[0].endswith(repr(float(ready.prepared.inputs[0][0])))
    circles.write(setup.sample, "100000")
    assert setup.sample.problem
    circles.choose(setup.lesson, "exercise-bias-per-layer")
    assert circles.equation.endswith("?")


def pick_on_the_map(walker: Walker) -> int:
    """Click on the map until another sample is chosen, and wait until it is followed; gives its row."""
    session, decision = walker.program.train.session, walker.program.train.columns.decision
    before = session.snapshot.sample.index if session.snapshot is not None and session.snapshot.sample is not None else -1
    canvas = decision.findChild(MapCanvas)
    assert canvas is not None
    picked: list[int] = []
    decision.sample_picked.connect(picked.append)
    for x in range(60, canvas.width() - 40, 12):
        walker.click(canvas, QPoint(x, canvas.height() // 3))
        if picked and picked[-1] != before:
            decision.sample_picked.disconnect(picked.append)
            walker.until(lambda: session.snapshot is not None and session.snapshot.sample is not None and session.snapshot.sample.index == picked[-1])
            return picked[-1]
    raise AssertionError("no click on the map chose another sample")


def test_the_digits_network_is_walked_from_its_pixels_to_its_answer(digits: Walker) -> None:
    digits.press(Qt.Key.Key_E)
    digits.until(lambda: digits.program.steps is not None and digits.steps.player.walk is not None and len(digits.steps.player.walk.steps) > STEPS)
    assert not digits.notice
    assert digits.equation.startswith("z[1]_1 = ")
    steps = len(digits.steps.player.walk.steps)  # type: ignore[union-attr]  # a walk is shown
    assert 8_000 < steps < 20_000
    digits.press(Qt.Key.Key_End)
    assert digits.step == steps
    digits.choose(digits.columns.setup.lesson, "trap-w7-slip")
    digits.click(digits.columns.player.forward)
    assert digits.step == 2


# The end


def test_the_window_waits_for_a_derivative_that_is_being_calculated(walker: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def slow(_walk: object, _step: object) -> float:
        go_on.wait(600)
        return 1.0

    monkeypatch.setattr("gui.workspaces.steps.checking.symbolic", slow)
    go_to(walker, 15)
    walker.click(walker.columns.checks.calculate)
    assert walker.steps.jobs.running
    walker.window.close()
    walker.wait(50)
    assert walker.window.isVisible()
    go_on.set()
    walker.until(lambda: not walker.window.isVisible())
    assert not walker.steps.jobs.running
