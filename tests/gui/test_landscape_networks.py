"""Planes through the network of the run on screen: drawn, followed, clicked."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.panels.landscape.heading import Drawing
from gui.session.plane_surface import NetworkSurface
from gui.session.playback import Playback
from gui.session.training_session import TrainingSession
from gui.workspaces.landscape.workspace import LandscapeWorkspace
from nn.choices import DataKind, DeviceChoice
from nn.landscape.plane import PlaneKind
from nn.layout import Neuron
from nn.network import Ablation
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, TrainingSettings
from nn.training.commands import Advance, SetAblation
from nn.training.snapshot import RunState

SMALL = Experiment(
    data=DataSettings(DataKind.XOR, samples=60),
    network=NetworkSettings(hidden=(LayerSettings(3),)),
    training=TrainingSettings(learning_rate=0.5),
    device=DeviceChoice.CPU,
)

pytestmark = pytest.mark.usefixtures("on_numpy")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[TrainingSession]:
    made = TrainingSession()
    yield made
    if not made.shutdown():
        with qtbot.waitSignal(made.closed, timeout=20_000):
            pass


@pytest.fixture
def actions() -> Actions:
    return Actions()


@pytest.fixture
def place(qtbot: QtBot, session: TrainingSession, actions: Actions) -> Iterator[LandscapeWorkspace]:
    made = LandscapeWorkspace(actions)

    def end(_widget: object) -> None:
        made.shutdown()
        qtbot.waitUntil(lambda: not made.jobs.running, timeout=20_000)

    qtbot.addWidget(made, before_close_func=end)  # it is closed before the fixture goes on
    made.resize(1368, 836)
    made.follow(session, Playback(session, made))
    made.begin()
    made.show()
    with qtbot.waitSignal(session.ready, timeout=20_000):
        session.open(SMALL)
    qtbot.waitUntil(lambda: session.snapshot is not None, timeout=20_000)
    yield made


def choose(place: LandscapeWorkspace, key: str) -> None:
    place.columns.functions.rows[key].click()


def drawn(qtbot: QtBot, place: LandscapeWorkspace, key: str, resolution: int = 41) -> NetworkSurface:
    """Choose an entry and wait for its surface."""
    choose(place, key)
    return surface(qtbot, place, PlaneKind(key), resolution)


def surface(qtbot: QtBot, place: LandscapeWorkspace, kind: PlaneKind, resolution: int = 41) -> NetworkSurface:
    landscape = place.networks.landscape

    def there() -> bool:
        found = landscape.drawn
        return found is not None and found.choice.kind is kind and found.resolution >= resolution

    qtbot.waitUntil(there, timeout=20_000)
    assert landscape.drawn is not None
    return landscape.drawn


def train(qtbot: QtBot, session: TrainingSession, steps: int) -> None:
    assert session.snapshot is not None
    goal = session.snapshot.step + steps
    session.send(Advance(steps=steps))
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step >= goal, timeout=20_000)


def test_without_a_network_the_planes_cannot_be_chosen(qtbot: QtBot) -> None:
    made = LandscapeWorkspace(Actions())
    qtbot.addWidget(made)
    made.begin()
    row = made.columns.functions.rows["two-weights"]
    assert not row.isEnabled()
    assert row.toolTip()
    made.shutdown()
    qtbot.waitUntil(lambda: not made.jobs.running, timeout=20_000)


def test_two_weights_are_drawn_with_their_names_and_grow_finer(qtbot: QtBot, place: LandscapeWorkspace, session: TrainingSession) -> None:
    found = drawn(qtbot, place, "two-weights", 161)
    assert place.columns.map.state.axes == ("W1[1,1]", "W1[1,2]")
    assert place.columns.map.state.surface is found.surface
    assert session.snapshot is not None
    assert found.here == pytest.approx(tuple(session.snapshot.params[:2].tolist()))
    loss = float(found.surface.heights(np.array([found.here]))[0])
    assert loss == pytest.approx(session.snapshot.measures.train_loss, rel=1e-3)
    assert not place.columns.race.isVisible()
    assert place.networks.panel.isVisible()


def test_other_weights_and_other_directions(qtbot: QtBot, place: LandscapeWorkspace) -> None:
    first = drawn(qtbot, place, "two-weights")
    place.networks.panel.weights_chosen.emit(4, 7)
    qtbot.waitUntil(lambda: place.networks.landscape.drawn is not first and place.networks.landscape.drawn is not None)
    qtbot.waitUntil(lambda: place.columns.map.state.axes == ("W1[2,2]", "b1[2]"), timeout=20_000)
    one = drawn(qtbot, place, "random")
    place.networks.panel.seed.setText("7")
    place.networks.panel.seed.commit()
    qtbot.waitUntil(lambda: place.networks.landscape.drawn is not None and place.networks.landscape.drawn.choice.seed == 7, timeout=20_000)
    other = place.networks.landscape.drawn
    assert other is not None
    assert not np.allclose(one.plane.first, other.plane.first)


def test_the_path_is_drawn_in_its_own_plane_when_there_is_one(qtbot: QtBot, place: LandscapeWorkspace, session: TrainingSession) -> None:
    choose(place, "path")
    qtbot.waitUntil(lambda: bool(place.networks.panel.problem.text()), timeout=20_000)
    train(qtbot, session, 40)
    found = surface(qtbot, place, PlaneKind.PATH)
    qtbot.waitUntil(lambda: place.networks.landscape.drawn is not None and len(place.networks.landscape.drawn.track) > 15, timeout=20_000)
    assert not place.networks.panel.problem.text()
    assert found.plane.shares is not None
    assert sum(found.plane.shares) > 0.5
    assert "%" in place.networks.panel.shares.text()


def test_a_click_puts_the_network_there_and_undo_takes_it_back(qtbot: QtBot, place: LandscapeWorkspace, session: TrainingSession) -> None:
    found = drawn(qtbot, place, "two-weights", 161)
    assert session.snapshot is not None
    before = session.snapshot.params.copy()
    goal = (found.here[0] + 0.7, found.here[1] - 0.4)
    place.columns.map.place_clicked.emit(*goal)
    qtbot.waitUntil(lambda: session.snapshot is not None and np.allclose(session.snapshot.params[:2], goal, atol=1e-6), timeout=20_000)
    np.testing.assert_allclose(session.snapshot.params[2:], before[2:], atol=1e-6)
    qtbot.waitUntil(lambda: place.networks.landscape.drawn is not None and place.networks.landscape.drawn.here == pytest.approx(goal), timeout=20_000)
    assert place.columns.map.state.surface is found.surface  # the network moved on it, so it is the same
    place.undo.undo()
    qtbot.waitUntil(lambda: session.snapshot is not None and np.array_equal(session.snapshot.params, before), timeout=20_000)


def test_a_click_on_the_surface_is_a_click_on_the_map(qtbot: QtBot, place: LandscapeWorkspace, session: TrainingSession) -> None:
    drawn(qtbot, place, "random")
    place.columns.heading.drawing_chosen.emit(Drawing.SURFACE)
    view = place.surface.view
    assert place.columns.drawings.currentWidget() is view
    assert view.surface is place.columns.map.state.surface
    assert session.snapshot is not None
    before = session.snapshot.params.copy()
    view.place_chosen.emit(0.25, 0.5)
    qtbot.waitUntil(lambda: session.snapshot is not None and not np.allclose(session.snapshot.params, before), timeout=20_000)


def test_an_ablation_changes_the_surface(qtbot: QtBot, place: LandscapeWorkspace, session: TrainingSession) -> None:
    found = drawn(qtbot, place, "two-weights", 161)
    session.send(SetAblation(Ablation(frozenset({Neuron(1, 0)}))))
    qtbot.waitUntil(lambda: place.networks.landscape.drawn is not None and bool(place.networks.landscape.drawn.subject.ablation.off), timeout=20_000)
    other = place.networks.landscape.drawn
    assert other is not None
    assert not np.allclose(other.surface.range, found.surface.range)


def test_nothing_is_asked_of_the_run_while_nobody_looks(qtbot: QtBot, place: LandscapeWorkspace, session: TrainingSession) -> None:
    drawn(qtbot, place, "two-weights")
    choose(place, "lorentz")
    assert session.snapshot is not None
    told = session.snapshot.path
    train(qtbot, session, 5)
    qtbot.wait(50)
    assert session.snapshot.path is told
    assert place.columns.race.isVisible()
    assert not place.networks.panel.isVisible()


def test_another_run_is_drawn_and_old_undo_does_not_touch_it(qtbot: QtBot, place: LandscapeWorkspace, session: TrainingSession) -> None:
    found = drawn(qtbot, place, "two-weights")
    place.columns.map.place_clicked.emit(found.here[0] + 0.3, found.here[1])
    with qtbot.waitSignal(session.ready, timeout=20_000):
        session.open(SMALL)
    run = session.current.run_id if session.current is not None else 0
    qtbot.waitUntil(lambda: place.networks.landscape.drawn is not None and place.networks.landscape.drawn.subject.run_id == run, timeout=20_000)
    assert session.snapshot is not None
    before = session.snapshot.params.copy()
    place.undo.undo()
    qtbot.wait(50)
    np.testing.assert_array_equal(session.snapshot.params, before)


def test_a_mask_of_means_is_the_run_s_own(session: TrainingSession) -> None:
    from nn.ablation import mask_of, network_mask
    from nn.choices import AblationMode
    from nn.network import Network
    from tests.nn.runs import trainer_of

    trainer = trainer_of(TrainingSettings())
    wanted = Ablation(frozenset({Neuron(1, 1), Neuron(2, 0)}), AblationMode.MEAN)
    ours = network_mask(Network(trainer.engine.architecture, trainer.params()), trainer.prepared, wanted)
    truth = mask_of(trainer.engine, trainer.prepared, wanted)
    assert ours is not None
    assert truth is not None
    np.testing.assert_allclose(ours.hold, truth.hold, rtol=1e-12)
    np.testing.assert_array_equal(ours.gain, truth.gain)


def test_keys_and_buttons_train_step_and_go_back(qtbot: QtBot, place: LandscapeWorkspace, session: TrainingSession, actions: Actions) -> None:
    drawn(qtbot, place, "two-weights")
    panel = place.networks.panel

    def at(step: int) -> None:
        def there() -> bool:
            found = session.snapshot
            return found is not None and found.step == step and found.state is RunState.PAUSED

        qtbot.waitUntil(there)

    at(0)
    assert not panel.back.isEnabled()
    for step in (1, 2):
        actions["landscape_step"].trigger()
        at(step)
    panel.step.click()
    at(3)
    actions["landscape_back"].trigger()
    at(2)
    panel.back.click()
    at(1)
    actions["landscape_reset"].trigger()
    at(0)
    actions["landscape_play"].trigger()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step > 3, timeout=20_000)
    panel.play.click()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.state is RunState.PAUSED, timeout=20_000)
    panel.reset.click()
    at(0)
