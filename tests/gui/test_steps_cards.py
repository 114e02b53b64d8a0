"""The cards at the right of the Steps workspace: why, check, predict; and the small parts that they are made of."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.fields.choice import Choice
from gui.fields.epsilon import epsilon_text, scientific
from gui.fields.rich import RichWords, sentence_html
from gui.fields.segmented import Segmented
from gui.fields.switch import Switch
from gui.fields.symbols import Setter, base_line, marks_of, phrase_marks, phrase_of, phrase_width, plain_text, small_digits
from gui.panels.checks import ChecksPanel
from gui.panels.predict import Ask, PredictPanel
from gui.panels.why import WhyPanel
from gui.panels.why.plot import CurvePlot
from gui.theme import theme
from nn.activations import derivative, value
from nn.answers import judge_text
from nn.choices import Activation, Loss
from nn.network import Architecture, Network
from nn.replay import mazur
from nn.replay.build import build_walk
from nn.replay.check import nudged, symbolic
from nn.replay.expression import Derivative, Fraction, Name, Number, Tagged
from nn.replay.hints import hints_of
from nn.replay.names import symbol
from nn.replay.predict import expected_of, judge_sign
from nn.replay.settings import ReplaySettings, Sample, Trap
from nn.replay.step import Kind, Quantity, Step
from nn.replay.walk import Walk
from nn.replay.why import Curve, why_of
from nn.replay.words import called
from nn.text import Sentence
from tests.gui.hands import Heard

W5 = Name("w", "5")
SLOPE = Derivative(Name("E", "total"), W5)


@pytest.fixture(scope="module")
def walk() -> Walk:
    return mazur.walk()


def step_of(walk: Walk, quantity: Quantity, iteration: int = 1) -> Step:
    return next(step for step in walk.steps if step.quantity == quantity and step.iteration == iteration)


# Symbols


def test_symbols_read_as_plain_text() -> None:
    assert plain_text((SLOPE,)) == "∂E_total/∂w5"
    assert plain_text((Name("δ", "2", "[1]"),)) == "δ2[1]"
    assert plain_text((Name("w", "5", mark="+"),)) == "w5+"
    assert plain_text((Tagged(SLOPE, "via o1"),)) == "(∂E_total/∂w5)_via o1"
    assert plain_text(phrase_of("{net} of {neuron}", net="net", neuron=Name("h", "1"))) == "net of h1"
    assert small_digits(("new ", W5)) == "new w₅"


def test_what_is_no_symbol_is_refused() -> None:
    with pytest.raises(TypeError, match="Fraction"):
        marks_of(Fraction(Number(1.0), Number(2.0)))


def test_every_quantity_of_a_walk_is_a_symbol_that_fits_a_line(walk: Walk) -> None:
    given = {source.quantity for step in walk.steps for source in step.sources}
    for quantity in given | {step.quantity for step in walk.steps}:
        assert plain_text((symbol(quantity, walk.scheme),))


def drawn(marks: object) -> np.ndarray[Any, Any]:
    """The rows of a picture of the marks that have ink, base line at 40."""
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    Setter(theme().sans(26)).paint(painter, marks, 4, 40)  # type: ignore[arg-type]  # tuples of marks only
    painter.end()
    return np.array([min(image.pixelColor(x, y).lightness() for x in range(200)) < 128 for y in range(80)])


def test_subscripts_hang_below_the_line_and_superscripts_stand_above(qtbot: QtBot) -> None:
    plain = np.flatnonzero(drawn(marks_of(Name("w"))))
    below = np.flatnonzero(drawn(marks_of(Name("w", "5"))))
    above = np.flatnonzero(drawn(marks_of(Name("w", sup="[1]"))))
    assert below.max() > plain.max() + 2
    assert above.min() < plain.min() - 2


def test_a_long_phrase_is_cut_with_an_ellipsis(qtbot: QtBot) -> None:
    setter = Setter(theme().sans(13))
    marks = phrase_marks(("net and out of a neuron with a long name ", SLOPE))
    room = setter.width(marks) / 2
    cut = setter.elided(marks, room)
    assert cut[-1].text.endswith("…")
    assert setter.width(cut) <= room
    assert setter.elided(marks, room * 2 + 1) == marks
    assert phrase_width((SLOPE,), setter.font) == setter.width(marks_of(SLOPE))
    assert 0 < base_line(setter.metrics, 0, 28) < 28


# Sentences


AIR = '<span style="font-size:4px">\u200a</span>'


def test_sentences_hold_symbols_and_numbers(walk: Walk) -> None:
    weight = called(Quantity(Kind.WEIGHT, 2, 0, 0), walk.scheme)
    html = sentence_html(Sentence("{w} & {x} & {y:.2f}", {"w": weight, "x": -0.123456789, "y": -2.0}), 4)
    assert html == f'<span style="white-space:nowrap"><i>w</i>{AIR}<sub>5</sub></span> &amp; −0.1235 &amp; −2.00'
    inner = Sentence("[{a}]", {"a": "<b>"})
    assert sentence_html(Sentence("{inner}", {"inner": inner})) == "[&lt;b&gt;]"


def test_words_are_as_high_as_their_lines_need(qtbot: QtBot) -> None:
    words = RichWords()
    qtbot.addWidget(words)
    words.show_paragraphs("<i>w</i><sub>5</sub> " * 40)
    narrow, wide = words.heightForWidth(150), words.heightForWidth(600)
    assert narrow > 2 * wide
    assert wide % 20 == 0  # a subscript doesn't push the lines apart
    assert words.minimumSizeHint().height() == 20
    words.show_text("a < b")
    assert words.paragraphs == ("a &lt; b",)


# Small parts


def test_a_segment_is_chosen_once(qtbot: QtBot) -> None:
    control, heard = Segmented("side"), Heard()
    qtbot.addWidget(control)
    control.set_choices([Choice(False, "down"), Choice(True, "up")])
    control.committed.connect(heard)
    control.show()
    qtbot.mouseClick(control.segments[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(control.segments[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(control.segments[1], Qt.Key.Key_Left)
    assert heard.all == [("side", True), ("side", False)]
    assert control.value is False
    control.show_value(None)
    assert not any(segment.isChecked() for segment in control.segments)


def test_a_switch_is_turned_by_mouse_and_key(qtbot: QtBot) -> None:
    switch, heard = Switch("on"), Heard()
    qtbot.addWidget(switch)
    switch.set_words("Look ahead")
    switch.committed.connect(heard)
    switch.show()
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    switch.show_value(True)
    assert heard.all == [("on", True), ("on", False)]
    assert switch.isChecked()


# Why


def test_the_slope_is_explained_and_drawn(qtbot: QtBot, walk: Walk) -> None:
    panel = WhyPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 420)
    step = step_of(walk, Quantity(Kind.OUT_NET, 2, 0))
    panel.show_why(why_of(walk, step), walk.scheme, 6)
    panel.show()
    assert panel.words.paragraphs
    assert not panel.plot.isHidden()
    assert panel.plot.function_text() == "out = σ(net)"
    assert panel.plot.slope_texts() == ("slope", "0.1868")
    assert "net = 1.106" in panel.plot.accessibleName()
    curve = panel.plot.curve
    assert curve is not None
    frame = panel.plot._frame(curve)
    point = frame.point(curve.x, curve.y)
    gold = theme().color("f2")
    image = panel.plot.grab().toImage()
    near = [image.pixelColor(round(point.x()) + dx, round(point.y()) + 8) for dx in range(-2, 3)]
    assert any(abs(color.hue() - gold.hue()) < 12 and color.saturation() > 90 for color in near)


def test_what_is_no_slope_has_no_curve(qtbot: QtBot, walk: Walk) -> None:
    panel = WhyPanel()
    qtbot.addWidget(panel)
    panel.show_why(why_of(walk, walk.steps[-1]), walk.scheme, 6)
    assert panel.plot.isHidden()


@pytest.mark.parametrize("activation", [one for one in Activation if one is not Activation.SOFTMAX])
def test_every_activation_has_its_curve(qtbot: QtBot, activation: Activation) -> None:
    architecture = Architecture((1, 1, 1), (activation, Activation.LINEAR), Loss.MSE)
    walk = build_walk(Network(architecture, np.array([0.5, 0.1, 0.3, 0.0])), Sample(np.array([0.7]), np.array([0.2])), ReplaySettings())
    panel = WhyPanel()
    qtbot.addWidget(panel)
    panel.show_why(why_of(walk, step_of(walk, Quantity(Kind.OUT, 1, 0))), walk.scheme, 6)
    panel.resize(320, 420)
    panel.show()
    assert panel.plot.function_text().startswith("a = ")
    curve = panel.plot.curve
    assert curve is not None
    frame = panel.plot._frame(curve)
    inside = frame.rect.adjusted(-1, -1, 1, 1)
    assert all(inside.contains(frame.point(float(x), float(y))) for x, y in zip(curve.xs, curve.ys, strict=True))
    panel.plot.grab()


@pytest.mark.parametrize("x", [-4.0, -0.3, 1.1, 4.2])
@pytest.mark.parametrize("activation", [Activation.SIGMOID, Activation.RELU, Activation.LINEAR, Activation.STEP])
def test_no_line_runs_through_the_slope(qtbot: QtBot, activation: Activation, x: float) -> None:
    xs, z = np.linspace(-5, 5, 201), np.array(x)
    y = value(activation, z)
    curve = Curve(activation, x, float(y), float(derivative(activation, z, y)), xs, value(activation, xs))
    plot = CurvePlot()
    qtbot.addWidget(plot)
    plot.resize(288, 196)
    plot.show_curve(curve, "net", "out")
    frame = plot._frame(curve)
    foot = plot._slope_place(frame, curve, 80)
    words = QRectF(foot.x(), foot.y() - 12, 80, 15)
    assert not any(words.contains(x, y) for x, y in plot._points_of_lines(frame, curve, frame.point(curve.x, curve.y)))
    assert frame.rect.adjusted(-5, -5, 5, 5).contains(words)


def test_cards_scroll_by_what_they_need_and_no_more(qtbot: QtBot, walk: Walk) -> None:
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inside)
    panel = WhyPanel()
    panel.show_why(why_of(walk, step_of(walk, Quantity(Kind.OUT_NET, 2, 0))), walk.scheme, 6)
    column.addWidget(panel)
    column.addStretch(1)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFixedSize(352, 200)
    area.show()
    assert inside.height() == inside.heightForWidth(inside.width())


# Check


@pytest.fixture
def checks(qtbot: QtBot) -> ChecksPanel:
    panel = ChecksPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 300)
    panel.show()
    return panel


def test_three_ways_agree(checks: ChecksPanel, walk: Walk) -> None:
    step = step_of(walk, Quantity(Kind.E_W, 2, 0, 0))
    checks.show_step(symbol(step.quantity, walk.scheme), step.value)
    assert [row.agrees for row in (checks.analytic, checks.nudge, checks.symbolic)] == [None, None, None]
    checks.show_nudged(nudged(walk, step, checks.epsilon))
    checks.show_symbolic(symbolic(walk, step))
    assert checks.symbol.accessibleName() == "∂E_total/∂w5"
    assert checks.nudge.name == "Nudge w5 by ±0.001"
    assert [row.value for row in (checks.analytic, checks.symbolic)] == ["0.082167041", "0.082167041"]
    assert [row.agrees for row in (checks.analytic, checks.nudge, checks.symbolic)] == [True, True, True]
    assert checks.note.paragraphs[0].startswith("Largest difference 2.4 × 10⁻⁹")
    assert checks.analytic.toolTip() == repr(step.value)


def test_a_trap_is_seen_by_the_checks(checks: ChecksPanel) -> None:
    walk = mazur.walk(trap=Trap.UPDATED_WEIGHTS)
    step = step_of(walk, Quantity(Kind.E_W, 1, 0, 0))
    checks.show_step(symbol(step.quantity, walk.scheme), step.value)
    checks.show_nudged(nudged(walk, step, checks.epsilon))
    checks.show_symbolic(symbolic(walk, step))
    assert [row.agrees for row in (checks.analytic, checks.nudge, checks.symbolic)] == [False, False, False]


def test_epsilon_is_chosen_and_its_limits_are_explained(qtbot: QtBot, checks: ChecksPanel, walk: Walk) -> None:
    heard = Heard()
    checks.epsilon_changed.connect(heard)
    step = step_of(walk, Quantity(Kind.E_W, 2, 0, 0))
    checks.show_step(symbol(step.quantity, walk.scheme), step.value)
    qtbot.keyClick(checks.slider, Qt.Key.Key_Home)
    assert heard.all == [(0.1,)]
    checks.show_nudged(nudged(walk, step, 0.1))
    assert checks.nudge.agrees is False
    assert checks.analytic.agrees is None  # the nudge is too wide to say anything about it
    assert "a smaller ε comes nearer" in checks.note.paragraphs[0]
    qtbot.keyClick(checks.slider, Qt.Key.Key_End)
    assert heard.all[-1] == (1e-12,)
    assert checks.nudge.value == ""  # the old nudge is gone until the new one is there
    assert checks.nudge.name == "Nudge w5 by ±10⁻¹²"
    checks.show_nudged(nudged(walk, step, 1e-12))
    assert "a larger ε comes nearer" in checks.note.paragraphs[0]


def test_epsilon_is_chosen_by_mouse(qtbot: QtBot, checks: ChecksPanel) -> None:
    checks.show_step(SLOPE, 1.0)
    heard = Heard()
    checks.epsilon_changed.connect(heard)
    qtbot.mouseClick(checks.slider, Qt.MouseButton.LeftButton, pos=QPoint(round(checks.slider._x_of(5)), 12))
    assert heard.all == [(1e-5,)]
    checks.show_epsilon(1e-3)
    assert len(heard.all) == 1


def test_the_symbolic_derivative_is_asked_for_waited_for_or_refused(qtbot: QtBot, checks: ChecksPanel) -> None:
    checks.show_step(SLOPE, 0.5)
    with qtbot.waitSignal(checks.symbolic_requested):
        qtbot.mouseClick(checks.calculate, Qt.MouseButton.LeftButton)
    checks.show_symbolic_busy()
    assert (checks.symbolic.value, checks.calculate.isVisible()) == ("calculating…", False)
    checks.show_symbolic(None, "It is too large.")
    assert (checks.symbolic.value, checks.reason.paragraphs) == ("–", ("It is too large.",))
    checks.show_step(SLOPE, 0.25)
    assert checks.calculate.isVisible()
    assert checks.reason.isHidden()


def test_a_number_that_is_no_derivative_can_not_be_checked(checks: ChecksPanel) -> None:
    checks.show_step(None, None)
    assert checks.instead.isVisible()
    assert not any(widget.isVisible() for widget in (checks.analytic, checks.nudge, checks.slider, checks.symbolic))


def test_powers_of_ten_are_written_small() -> None:
    assert [epsilon_text(10.0**-n) for n in (1, 3, 4, 5, 12)] == ["0.1", "0.001", "0.0001", "10⁻⁵", "10⁻¹²"]
    assert scientific(2.4e-9) == "2.4 × 10⁻⁹"
    assert scientific(0.0) == "0"
    assert scientific(math.inf) == "inf"


# Predict


@pytest.fixture
def predict(qtbot: QtBot) -> PredictPanel:
    panel = PredictPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 300)
    panel.show()
    return panel


def ask(panel: PredictPanel, walk: Walk) -> Step:
    """The new w5, asked for as the workspace does."""
    step = step_of(walk, Quantity(Kind.NEW, 2, 0, 0))
    panel.show_asked(True)
    panel.show_question(
        Sentence("Which way will {w} move?", {"w": called(step.sources[0].quantity, walk.scheme)}), 6, unknown=("new ", W5), ask=Ask.WAY
    )
    return step


def test_nothing_is_asked_until_it_is_wanted(qtbot: QtBot, predict: PredictPanel, walk: Walk) -> None:
    heard = Heard()
    predict.asked_changed.connect(heard)
    predict.show_question(Sentence("How much?"))
    assert not predict.field.isVisible()
    qtbot.mouseClick(predict.switch, Qt.MouseButton.LeftButton)
    assert heard.all == [(True,)]
    assert predict.field.isVisible()
    assert not predict.sign.isVisible()
    predict.show_question(None)
    assert not predict.field.isVisible()


def test_the_answer_is_sent_as_it_was_typed(qtbot: QtBot, predict: PredictPanel, walk: Walk) -> None:
    ask(predict, walk)
    heard = Heard()
    predict.answer_given.connect(heard)
    assert predict.field.placeholderText() == "new w₅"
    qtbot.keyClicks(predict.field, "0,36")
    qtbot.keyClick(predict.field, Qt.Key.Key_Return)
    qtbot.mouseClick(predict.check, Qt.MouseButton.LeftButton)
    assert heard.all == [("0,36",), ("0,36",)]


def test_an_empty_answer_is_not_sent(qtbot: QtBot, predict: PredictPanel, walk: Walk) -> None:
    ask(predict, walk)
    heard = Heard()
    predict.answer_given.connect(heard)
    qtbot.mouseClick(predict.check, Qt.MouseButton.LeftButton)
    assert heard.all == []
    assert predict.problem.isVisible()


def test_a_verdict_has_a_sign_and_a_sentence(predict: PredictPanel, walk: Walk) -> None:
    step = ask(predict, walk)
    predict.show_verdict(judge_text("0.44", expected_of(walk, step)))
    assert (predict.verdict.kind, predict.verdict.isVisible()) == ("wrong", True)
    predict.show_verdict(judge_text("0.36", expected_of(walk, step)))
    assert predict.verdict.kind == "right"
    assert predict.verdict.words.paragraphs[0].startswith("Right: 0.3589")
    predict.show_verdict(judge_sign(walk, step, False))
    assert "<sub>5</sub>" in predict.verdict.words.paragraphs[0]


def test_an_answer_that_cannot_be_read_stays_and_is_explained(predict: PredictPanel, walk: Walk) -> None:
    step = ask(predict, walk)
    predict.field.setText("zero point four")
    verdict = judge_text("zero point four", expected_of(walk, step))
    predict.show_verdict(verdict)
    assert predict.field.text() == "zero point four"
    assert predict.field.problem == str(verdict.sentence)
    assert predict.problem.isVisible()
    assert not predict.verdict.isVisible()
    predict.field.textEdited.emit("0")
    assert predict.field.problem == ""


def test_which_way_is_answered_at_once(qtbot: QtBot, predict: PredictPanel, walk: Walk) -> None:
    ask(predict, walk)
    heard = Heard()
    predict.sign_given.connect(heard)
    assert [segment.text() for segment in predict.sign.segments] == ["↓ down", "↑ up"]
    qtbot.mouseClick(predict.sign.segments[0], Qt.MouseButton.LeftButton)
    assert heard.all == [(False,)]
    predict.show_question(Sentence("Above or below?"), ask=Ask.SLOPE)
    assert [segment.text() for segment in predict.sign.segments] == ["− below 0", "+ above 0"]
    assert predict.sign.value is None


def test_hints_come_in_three_stages(qtbot: QtBot, predict: PredictPanel, walk: Walk) -> None:
    step = ask(predict, walk)
    heard = Heard()
    predict.hint_requested.connect(heard)
    for number, hint in enumerate(hints_of(walk, step), 1):
        qtbot.mouseClick(predict.hint, Qt.MouseButton.LeftButton)
        predict.show_hint(number, hint)
        assert predict.hint.text() == f"{number} of 3"
        assert predict.hint_line.isVisible()
    assert len(heard.all) == 3
    assert not predict.hint.isEnabled()
    ask(predict, walk)
    assert predict.hint.text() == "Hint"
    assert not predict.hint_line.isVisible()


def test_the_answer_can_be_shown_and_stays_when_nothing_more_is_asked(qtbot: QtBot, predict: PredictPanel, walk: Walk) -> None:
    ask(predict, walk)
    with qtbot.waitSignal(predict.reveal_requested):
        qtbot.mouseClick(predict.reveal, Qt.MouseButton.LeftButton)
    predict.show_question(None)
    predict.show_revealed(Sentence("It is {value}.", {"value": 0.358916480}))
    assert predict.verdict.words.paragraphs == ("It is 0.35891648.",)
    assert predict.verdict.isVisible()
    assert not predict.question.isVisible()


def test_the_score_is_kept_in_sight(predict: PredictPanel, walk: Walk) -> None:
    ask(predict, walk)
    assert not predict.score.isVisible()
    predict.show_score(12, 15)
    assert predict.score.text() == "12 of 15 right at first try"
    assert predict.score.isVisible()


def test_words_are_renewed_with_the_language(predict: PredictPanel, walk: Walk) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    step = ask(predict, walk)
    predict.show_verdict(judge_text("0.44", expected_of(walk, step)))
    predict.show_hint(1, hints_of(walk, step)[0])
    said = predict.verdict.words.paragraphs, predict.hint_line.words.paragraphs
    predict.verdict.words.show_paragraphs("old")
    QApplication.sendEvent(predict, QEvent(QEvent.Type.LanguageChange))
    assert (predict.verdict.words.paragraphs, predict.hint_line.words.paragraphs) == said
    assert predict.check.text() == "Check"
    assert isinstance(predict.score, QLabel)
