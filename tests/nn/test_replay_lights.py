"""What the diagram lights: the path of a derivative, with each factor's number."""

from __future__ import annotations

import pytest

from nn.layout import Neuron
from nn.replay import mazur
from nn.replay.equation import equation_of
from nn.replay.lights import chips_of, edges_of, lights_of, neurons_of
from nn.replay.step import Kind, Phase, Step
from nn.replay.walk import Walk
from nn.replay.words import called
from tests.nn.walks import all_kinds

PLACES = {Kind.INPUT, Kind.TARGET, Kind.WEIGHT, Kind.BIAS, Kind.NET, Kind.OUT, Kind.ERROR, Kind.TOTAL}


def lit(walk: Walk, step: Step) -> dict[str, int]:
    return {str(called(light.place, walk.scheme)): light.number for light in lights_of(walk, step)}


def step_called(walk: Walk, name: str) -> Step:
    return next(step for step in walk.steps if step.symbol == name)


def test_the_picture_of_the_chain_rule():
    walk = mazur.walk()
    step = step_called(walk, "∂out_o1/∂net_o1")
    assert lit(walk, step) == {
        "E_total": 1, "E_o1": 1, "target_o1": 1, "net_o1": 2, "out_o1": 2, "w5": 3, "out_h1": 3
    }  # fmt: skip
    lights = lights_of(walk, step)
    assert {str(called(light.place, walk.scheme)) for light in lights if light.active} == {"net_o1", "out_o1"}
    assert [str(called(light.place, walk.scheme)) for light in lights if light.backward] == ["w5"]
    chips = [(str(called(chip.place, walk.scheme)), chip.number, chip.value, chip.active) for chip in chips_of(walk, step)]
    assert chips == [("E_o1", 1, 0.7413650695523157, False), ("out_o1", 2, 0.18681560180895948, True), ("w5", 3, 0.5932699921071872, False)]


def test_a_hidden_weight_is_reached_through_every_output():
    walk = mazur.walk()
    found = lit(walk, step_called(walk, "∂out_h1/∂net_h1"))
    assert {name for name, number in found.items() if number == 1} == {
        "w5", "w7", "net_o1", "out_o1", "net_o2", "out_o2", "E_o1", "E_o2", "target_o1", "target_o2", "E_total"
    }  # fmt: skip
    assert {name: number for name, number in found.items() if number > 1} == {"net_h1": 2, "out_h1": 2, "w1": 3, "i1": 3}


def test_what_the_summands_share_has_no_number():
    walk = mazur.walk()
    found = lit(walk, step_called(walk, "∂E_o2/∂out_h1"))
    assert (found["E_total"], found["out_h1"], found["w5"], found["w7"]) == (0, 0, 1, 2)


def test_the_forward_pass_lights_what_comes_in():
    walk = mazur.walk()
    step = walk.steps[0]
    assert lit(walk, step) == {"net_h1": 0, "w1": 1, "i1": 1, "w2": 2, "i2": 2, "b1": 3}
    assert not any(light.backward for light in lights_of(walk, step))
    assert chips_of(walk, step) == ()


def test_an_update_lights_its_weight():
    walk = mazur.walk()
    assert lit(walk, step_called(walk, "w5⁺"))["w5"] == 0
    assert [str(called(edge, walk.scheme)) for edge in step_called(walk, "w5⁺").edges] == ["w5"]


@pytest.mark.parametrize(
    ("name", "edges", "neurons"),
    [
        ("net_o1", ["w5", "w6"], {Neuron(2, 0), Neuron(1, 0), Neuron(1, 1)}),
        ("E_o2", [], {Neuron(2, 1)}),
        ("∂net_o1/∂out_h1", ["w5"], {Neuron(2, 0), Neuron(1, 0)}),
        ("∂net_h2/∂w4", ["w4"], {Neuron(1, 1), Neuron(0, 1)}),
        ("∂E_total/∂out_h1", ["w5", "w7"], {Neuron(1, 0), Neuron(2, 0), Neuron(2, 1)}),
    ],
)
def test_the_weights_and_neurons_that_a_step_uses(name, edges, neurons):
    step = step_called(mazur.walk(), name)
    assert [str(called(edge, step.scheme)) for edge in edges_of(step)] == edges
    assert set(neurons_of(step)) == neurons


def test_every_step_lights_places_of_the_network_once_and_the_active_column_shines():
    for walk in all_kinds():
        layout = walk.scheme.architecture.layout
        for step in walk.steps:
            lights = lights_of(walk, step)
            places = [light.place for light in lights]
            assert places
            assert len(set(places)) == len(places)
            allowed = PLACES | ({step.quantity.kind, *(source.quantity.kind for source in step.sources)} if walk.whole_layers else set())
            assert {place.kind for place in places} <= allowed
            assert any(light.active for light in lights)
            numbers = {column.number for column in equation_of(walk, step).columns}
            assert {light.number for light in lights} <= numbers | {0}
            for chip in chips_of(walk, step):
                assert step.phase is Phase.BACKWARD
                assert chip.number in numbers
                assert chip.place in places
            for neuron in neurons_of(step):
                assert 0 <= neuron.index < layout.widths[neuron.layer]
