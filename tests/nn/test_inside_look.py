"""What a run shows to somebody who looks inside: when it is looked at anew, that it costs nothing otherwise, and changes no number."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from nn import boundary
from nn.choices import AblationMode, Activation
from nn.inside.kept import Kept
from nn.inside.look import Inside
from nn.inside.moment import Moment
from nn.inside.views import InsideRequest, Order, Status, TileKind
from nn.layout import Neuron
from nn.network import Ablation
from nn.settings import TrainingSettings
from nn.training import commands
from nn.training.inbox import Inbox
from nn.training.loop import Loop
from nn.training.observer import Observer
from nn.training.snapshot import RunState, Snapshot, StopReason
from tests.nn import insides
from tests.nn.runs import trainer_of
from tests.nn.test_loop import PATIENCE, Life

NET = insides.architecture((2, 7, 5, 3))


def look(inside: Inside, seen: Moment, sample: int | None = None, **how: bool):
    view = inside.look(seen, sample, **{"running": False, "settle": True, **how})
    while inside.unsettled and how.get("settle", True):  # scikit-learn is being imported
        view = inside.look(seen, sample, running=False, settle=True)
    assert view is not None
    return view


def asking(seen: Moment, **request: object) -> Inside:
    inside = Inside(seen.architecture, seen.prepared)
    inside.choose(InsideRequest(**request))  # type: ignore[arg-type]  # the request's own fields
    return inside


def test_nobody_looks_and_nothing_is_looked_at() -> None:
    seen = insides.moment(NET, insides.points())
    inside = Inside(NET, seen.prepared)
    assert inside.look(seen, 3, running=True) is None and not inside.unsettled


def test_a_settled_look_holds_everything_the_data_have() -> None:
    seen = insides.moment(NET, insides.points(), (Neuron(2, 1),))
    view = look(asking(seen, layer=2, kind=TileKind.WITHOUT, tile=9), seen, 4)
    layer, answer = view.layer, view.answer
    assert layer is not None and answer is not None and view.train is not None and view.test is not None and view.pictures is None
    assert layer.tiles.shape == (5, 9, 9, 1) and layer.plane and not layer.signed
    assert layer.off.tolist() == [False, True, False, False, False] and layer.about == answer.about
    on = ~layer.off
    np.testing.assert_allclose(layer.contributions[on], answer.terms[on], rtol=1e-5)
    assert layer.contributions[1] != 0.0  # what it would add
    assert layer.order.tolist() == np.argsort(-np.abs(layer.contributions), kind="stable").tolist()
    assert answer.target == seen.prepared.dataset.labels[4] and not answer.drawn
    assert not layer.tiles.flags.writeable and not view.train.confusion.flags.writeable


def test_without_an_input_in_view_neurons_are_worth_what_the_loss_grows() -> None:
    seen = insides.moment(NET, insides.points())
    view = look(asking(seen, layer=2), seen)
    assert view.answer is None and view.layer is not None
    assert np.isnan(view.layer.values).all() and set(view.layer.status) <= {Status.ACTIVE, Status.DEAD, Status.SATURATED}
    train = seen.prepared.dataset.train
    grown = [insides.loss(seen, train, (Neuron(2, j),)) - insides.loss(seen, train, ()) for j in range(5)]
    np.testing.assert_allclose(view.layer.contributions, grown, rtol=1e-3, atol=1e-5)
    by_number = look(asking(seen, layer=2, order=Order.NUMBER), seen)
    assert by_number.layer is not None and by_number.layer.order.tolist() == [0, 1, 2, 3, 4]


def test_neurons_that_put_out_their_mean_are_counted_before_others_are_looked_at() -> None:
    seen = insides.moment(NET, insides.points(), (Neuron(1, 2),), AblationMode.MEAN)
    inside = asking(seen, layer=1, kind=TileKind.WITHOUT, tile=5, output=2)
    look(inside, seen, settle=False)  # what stands for the means is not known yet
    view = look(inside, seen)
    assert view.layer is not None
    train = seen.prepared.dataset.train
    for j in (0, 2, 5):
        grown = insides.loss(seen, train, (Neuron(1, 2), Neuron(1, j))) - insides.loss(seen, train, tuple({Neuron(1, 2)} - {Neuron(1, j)}))
        assert view.layer.contributions[j] == pytest.approx(grown, rel=1e-3, abs=1e-5)
        points = boundary.plane(seen.prepared, (0, 1), None, 4, 5).small
        expected = insides.outputs(seen, points, (Neuron(1, 2), Neuron(1, j)))[:, 2]
        np.testing.assert_allclose(view.layer.tiles[j].ravel(), expected, rtol=2e-4, atol=2e-5)


def test_a_fitted_picture_comes_with_the_look() -> None:
    pixels = np.random.default_rng(0).random((5, 8, 1), dtype=np.float32)
    seen = insides.moment(insides.architecture((2, 6, 1), output=Activation.SIGMOID), insides.of_picture(pixels))
    inside = asking(seen, finer=4)
    view = look(inside, seen)
    assert view.pictures is not None and view.pictures.network.shape == (20, 32, 1) and view.train is None
    assert view.layer is not None and not view.layer.plane and view.layer.tiles.shape == (6, 25, 40, 1)
    inside.choose(InsideRequest())
    again = look(inside, seen)
    assert again.pictures is not None and again.pictures.network.shape == (5, 8, 1)


@pytest.mark.parametrize(
    "request_",
    [
        InsideRequest(layer=99, output=77, tile=10_000, finer=50),
        InsideRequest(layer=-3, output=-1, tile=0, finer=0),
        InsideRequest(drawn=np.zeros(999, np.float32)),
        InsideRequest(kind=TileKind.WEIGHTS, drawn=np.ones(2, np.float32)),
    ],
)
def test_what_is_not_there_is_never_an_error(request_: InsideRequest) -> None:
    seen = insides.moment(NET, insides.points())
    inside = Inside(NET, seen.prepared)
    inside.choose(request_)
    view = look(inside, seen)
    assert view.layer is not None and 1 <= view.layer.number <= 2 and max(view.layer.tiles.shape[1:3]) <= 128
    assert (view.answer is not None) == (request_.kind is TileKind.WEIGHTS)


def test_a_network_without_hidden_layers_has_an_answer_and_no_layer() -> None:
    seen = insides.moment(insides.architecture((2, 3)), insides.points())
    view = look(asking(seen), seen, 0)
    assert view.layer is None and view.answer is not None and len(view.answer.terms) == 2


def test_numbers_that_exploded_are_shown_as_they_are() -> None:
    seen = insides.moment(NET, insides.points())
    broken = replace(seen, params=np.full_like(seen.params, np.nan))
    view = look(asking(seen), broken, 2)
    assert view.layer is not None and np.isnan(view.layer.tiles).all() and view.answer is not None


def test_a_drawing_is_answered_and_has_no_target() -> None:
    seen = insides.moment(NET, insides.points())
    brightest = seen.prepared.dataset.raw.max()
    drawn = np.array([0.25, 1.0], np.float32)
    view = look(asking(seen, drawn=drawn), seen, 4)
    assert view.answer is not None and view.answer.drawn and view.answer.target == -1
    np.testing.assert_allclose(view.answer.input, drawn * brightest, rtol=1e-6)
    np.testing.assert_allclose(view.answer.outputs, insides.outputs(seen, view.answer.input[None].astype(float))[0], rtol=1e-4, atol=1e-6)


def test_at_rest_slow_parts_come_after_the_quick_ones_and_then_nothing_is_open() -> None:
    seen = insides.moment(NET, insides.points())
    inside = asking(seen, layer=1)
    first = look(inside, seen, 1, settle=False)
    assert first.layer is not None and first.layer.samples == 0
    assert first.train is None and first.answer is not None and first.layer is not None and first.layer.tiles.size
    assert inside.unsettled
    settled = look(inside, seen, 1)
    assert settled.train is not None and not inside.unsettled
    assert settled.layer is not None and settled.layer.samples == len(seen.prepared.dataset.train)
    assert look(inside, seen, 1, settle=False).train is settled.train  # the network didn't change: nothing is looked at anew
    moved = replace(seen, params=seen.params + 0.5)
    assert look(inside, moved, 1).train is not settled.train


def test_an_answer_to_another_question_is_never_shown() -> None:
    kept: Kept[str] = Kept(1.0, 0.1, slow=True)
    how = {"state": 1, "running": False, "settle": False}
    assert kept.get(lambda: "one", asked="layer 1", **how) is None and kept.out_of_date
    assert kept.get(lambda: "one", asked="layer 1", **{**how, "settle": True}) == "one" and not kept.out_of_date
    assert kept.get(lambda: "two", asked="layer 1", **how) == "one"
    kept._cost = 1.0
    assert kept.get(lambda: "two", asked="layer 1", **{**how, "state": 2}) == "one" and kept.out_of_date
    assert kept.get(lambda: "two", asked="layer 2", **{**how, "state": 2}) is None


def test_while_training_a_part_waits_for_its_ration() -> None:
    kept: Kept[int] = Kept(0.001, 0.5)
    how = {"asked": 0, "running": True, "settle": False}
    assert kept.get(lambda: 1, state=1, **how) == 1
    assert kept.get(lambda: 2, state=2, **how) == 1  # due in a thousand seconds
    assert kept.get(lambda: 3, state=3, asked=1, running=True, settle=False) == 3


def test_who_waits_for_an_answer_gets_slow_parts_as_they_are() -> None:
    slow: Kept[int] = Kept(1000.0, 1.0, slow=True)
    quick: Kept[int] = Kept(1000.0, 1.0)
    for kept in (slow, quick):
        assert kept.get(lambda: 1, asked=0, state=1, running=True, settle=False) == 1
        kept._ration.expire()
    assert slow.get(lambda: 2, asked=0, state=2, running=True, settle=False, hurry=True) == 1
    assert quick.get(lambda: 2, asked=0, state=2, running=True, settle=False, hurry=True) == 2


def test_a_slow_part_is_given_up_when_something_is_asked_and_taken_up_again() -> None:
    seen = insides.moment(NET, insides.points())
    inside = asking(seen, layer=1)
    look(inside, seen, settle=False)
    waiting = inside.look(seen, 1, running=False, settle=True, wanted=lambda: True)
    assert waiting is not None and waiting.layer is not None
    assert waiting.layer.samples == 0 and np.isnan(waiting.layer.contributions).all() and inside.unsettled
    settled = look(inside, seen, 1)
    assert settled.layer is not None and settled.layer.samples == len(seen.prepared.dataset.train) and not inside.unsettled


def test_looking_changes_no_number_of_the_training() -> None:
    def run(*, looks: bool) -> np.ndarray:
        trainer = trainer_of(TrainingSettings(learning_rate=0.3, batch_size=5))
        inside = Inside(trainer.engine.architecture, trainer.prepared)
        inside.choose(InsideRequest(kind=TileKind.WITHOUT, layer=1))
        for _ in range(8):
            target = trainer.step + 5
            while trainer.step < target:
                trainer.advance(target)
            if looks:
                moment = Moment(trainer.engine.architecture, trainer.params(), trainer.prepared, trainer.ablation, trainer.mask)
                assert inside.look(moment, 2, running=True) is not None
        return trainer.params()

    np.testing.assert_array_equal(run(looks=True), run(looks=False))


@pytest.fixture
def life() -> Iterator[Life]:
    begun = Life(TrainingSettings(learning_rate=0.3, batch_size=5))
    yield begun
    begun.end()


def test_a_run_is_looked_into_while_it_trains_and_at_rest(life: Life) -> None:
    life.until(lambda s: s.state is RunState.PAUSED)
    shown = life.ask(commands.LookInside(InsideRequest(layer=2, tile=8)), lambda s: s.inside is not None and s.inside.train is not None)
    assert shown.inside is not None and shown.inside.layer is not None and shown.inside.layer.number == 2
    before = shown.inside.layer.tiles
    running = life.ask(commands.Play(), lambda s: s.step > 200 and s.inside is not None and not np.array_equal(s.inside.layer.tiles, before))
    assert running.inside is not None and running.inside.answer is not None
    life.ask(commands.Pause(), lambda s: s.state is RunState.PAUSED and s.inside is not None)
    assert life.ask(commands.LookInside(None), lambda s: s.inside is None).inside is None


def test_at_rest_the_look_is_of_the_network_as_it_stands(life: Life) -> None:
    life.ask(commands.LookInside(InsideRequest(layer=1)), lambda s: s.inside is not None)
    life.ask(commands.Advance(steps=30), lambda s: s.step == 30 and s.state is RunState.PAUSED)

    def stands(s: Snapshot) -> bool:
        """What is looked at is of now; a busy machine may show older numbers first. Rows of outputs: two inputs, then layer 1."""
        return bool(s.ablation.off) and s.inside.train is not None and np.allclose(s.inside.layer.values[1:], s.sample.outputs[3:6], 1e-4, 1e-6)

    shown = life.ask(commands.SetAblation(Ablation(frozenset({Neuron(1, 0)}))), stands)
    assert shown.inside is not None and shown.inside.layer is not None
    assert shown.inside.layer.off.tolist() == [True, False, False, False]


def test_a_stroke_has_nothing_else_measured_anew() -> None:
    inbox, seen = Inbox(), []
    news = threading.Condition()

    def publish(snapshot) -> None:
        with news:
            seen.append(snapshot)
            news.notify_all()

    def until(what) -> None:
        with news:
            assert news.wait_for(lambda: bool(seen) and what(seen[-1]), PATIENCE)

    trainer = trainer_of(TrainingSettings())
    loop = threading.Thread(target=Loop(trainer, inbox, publish).run)
    loop.start()
    until(lambda s: s.state is RunState.PAUSED)
    first = seen[-1]
    inbox.send(commands.LookInside(InsideRequest(drawn=np.array([0.1, 0.2], np.float32))))
    until(lambda s: s.inside is not None)
    again = seen[-1]
    inbox.close()
    loop.join(PATIENCE)
    assert again.gradient is first.gradient and again.measures is first.measures and again.params is first.params
    assert again.inside.answer.drawn


def test_what_nobody_sees_waits_until_they_look_away() -> None:
    trainer = trainer_of(TrainingSettings(learning_rate=0.3, batch_size=5))
    observer = Observer(trainer)
    first = observer.snapshot(RunState.PAUSED, StopReason.NONE, fresh=True)
    for part in (observer._gradient, observer._contributions):
        part.cost = 1.0
    observer.look_inside(InsideRequest())
    trainer.advance(trainer.step + 3)
    inside = observer.snapshot(RunState.PAUSED, StopReason.NONE, fresh=True)
    assert inside.measures != first.measures and inside.inside is not None
    assert inside.gradient is first.gradient and inside.contributions is first.contributions and not observer.unsettled
    observer.look_inside(None)
    assert observer.unsettled
    after = observer.snapshot(RunState.PAUSED, StopReason.NONE, fresh=False, settle=True)
    assert not np.array_equal(after.gradient, first.gradient) and after.contributions != first.contributions and not observer.unsettled


def test_scikit_learn_waits_until_classes_are_counted() -> None:
    code = "import sys, nn.training.loop, nn.inside.look, nn.inside.shapley; assert not {'sklearn', 'numba', 'scipy'} & set(sys.modules), sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=PATIENCE)


def test_bytes_are_looked_at_as_the_network_sees_them() -> None:
    raw = np.random.default_rng(0).integers(0, 256, (30, 16), dtype=np.uint8)
    data = insides.prepared(raw, np.arange(30) % 3, 3, test=6, image_shape=(4, 4))
    seen = insides.moment(insides.architecture((16, 5, 3)), data)
    view = look(asking(seen, kind=TileKind.WEIGHTS), seen, 8)
    assert view.answer is not None and view.layer is not None and view.layer.signed
    np.testing.assert_allclose(view.answer.outputs, insides.outputs(seen, raw[8:9] / 255)[0], rtol=1e-4, atol=1e-6)
    assert view.layer.tiles.shape == (5, 4, 4, 1)
    drawn = look(asking(seen, drawn=(raw[8] / np.float32(255))), seen)
    assert drawn.answer is not None
    np.testing.assert_allclose(drawn.answer.outputs, view.answer.outputs, rtol=1e-5)
