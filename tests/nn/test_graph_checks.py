"""Three ways to a derivative, the nudge on its way, and where nodes are drawn."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from nn.errors import SettingsError
from nn.graph import checks
from nn.graph.evaluate import Evaluation, evaluate
from nn.graph.graph import GraphError
from nn.graph.layout import lay_out
from nn.graph.parse import parse
from nn.graph.presets import BY_KEY, PRESETS


def lab() -> Evaluation:
    task = BY_KEY["linear-neuron"].task
    return evaluate(parse(task.expression), task.values)


def test_the_labs_difference_quotients() -> None:
    assert checks.nudge(lab(), "J", "w", 1e-3).forward == pytest.approx(6.001999999999619, abs=1e-12)
    assert checks.nudge(lab(), "J", "d", 1e-3).forward == pytest.approx(3.0004999999997395, abs=1e-12)
    assert checks.nudge(lab(), "d", "a", 1e-3, local=True).forward == pytest.approx(1, abs=1e-9)


def test_the_error_falls_with_epsilon_and_rises_again_by_cancellation() -> None:
    found = checks.arithmetic(evaluate(parse("J = exp(w)*sin(w)"), {"w": 1.3}), "J", "w")
    assert found.epsilons.shape == found.forward.shape == found.central_error.shape == (56,)
    assert found.forward_error[0] > 1e-2
    assert found.forward_error.min() < 1e-7
    assert found.forward_error[-1] > 100 * found.forward_error.min()
    steep = np.log10(found.forward_error[0] / found.forward_error[20]) / np.log10(found.epsilons[0] / found.epsilons[20])
    assert steep == pytest.approx(1, abs=0.05)
    assert found.central_error[10] < found.forward_error[10] / 100


def test_a_nudge_over_the_edge_of_a_function_is_no_number() -> None:
    found = checks.arithmetic(evaluate(parse("J = log(w)"), {"w": 0.01}), "J", "w")
    assert np.isnan(found.central[0])
    assert found.central_error[30] < 1e-4


@pytest.mark.parametrize("epsilon", [0.0, 1e-13, 1.0, -1e-3, float("nan")])
def test_an_epsilon_out_of_range_is_refused(epsilon: float) -> None:
    with pytest.raises(SettingsError):
        checks.nudge(lab(), "J", "w", epsilon)


def test_the_symbolic_way_gives_a_formula_and_a_value() -> None:
    found = checks.symbolic(lab(), "J", "w")
    assert (found.value, found.plain) == (6.0, "x*(b + w*x - y)")
    assert checks.symbolic(lab(), "J", "d", local=True).plain == "d"
    assert checks.symbolic(lab(), "J", "a").plain == "a - y"
    entropy = evaluate(parse("E = -(y*log(p) + (1 - y)*log(1 - p))"), {"y": 0.5, "p": 0.8})
    assert checks.symbolic(entropy, "E", "p").digits.startswith("1.875")


def test_a_formula_that_is_too_long_is_refused() -> None:
    chain = evaluate(parse("; ".join(f"w{k + 1} = w{k}^2 + w{k}" for k in range(12))), {"w0": 0.1})
    with pytest.raises(GraphError, match="more than the 400"):
        checks.symbolic(chain, "w12", "w0")
    assert checks.chain(chain, "w12", "w0").count == 2**12
    assert len(checks.chain(chain, "w12", "w0").ways) == checks.MOST_WAYS


def test_the_chain_lists_every_way() -> None:
    evaluation = evaluate(parse("J = (w*x + w)^2"), {"w": 2, "x": 3})
    found = checks.chain(evaluation, "J", "w")
    assert sorted(way.product for way in found.ways) == [16, 48]
    assert found.count == 2
    assert found.value == evaluation.totals["w"] == 64
    assert all(np.prod(way.factors) == way.product for way in found.ways)
    assert checks.chain(evaluation, "a", "w").value == 4


def test_a_nudge_is_multiplied_on_its_way() -> None:
    found = checks.cascade(evaluate(parse("J = (2 + 3*w)^2"), {"w": 3}), "w", 1e-3)
    assert [stage.node for stage in found.stages] == ["w", "a", "J"]
    assert [stage.change for stage in found.stages] == pytest.approx([1e-3, 3e-3, 0.066009], abs=1e-12)
    assert [(arrow.source, arrow.target, arrow.factor) for arrow in found.arrows] == [("w", "a", 3), ("a", "J", 22)]
    assert [stage.node for stage in checks.cascade(lab(), "b", 0.1).stages] == ["b", "a", "d", "J"]


def test_a_cascade_ends_where_there_is_no_value() -> None:
    found = checks.cascade(evaluate(parse("J = log(w) + 1; "), {"w": 0.05}), "w", -0.1)
    assert np.isnan(found.stages[-1].after)


# Where nodes are drawn


def test_the_labs_graph_is_one_line_with_variables_above_and_parameters_below() -> None:
    graph = parse("J = (w*x + b - y)**2 / 2")
    found = lay_out(graph, ("w", "b"))
    assert found.hangs == {"x": -1, "b": 1, "y": -1}
    assert [found.spots[name] for name in ("w", "c", "a", "d", "J")] == [(0, 1), (1, 1), (2, 1), (3, 1), (4, 1)]
    assert (found.spots["x"], found.spots["b"]) == ((1, 0), (2, 2))


@pytest.mark.parametrize("text", [*(preset.task.expression for preset in PRESETS), "w*x + w*y + x*y + exp(w*x)", "w + w^2 + w^3 + w^4"])
def test_no_two_nodes_share_a_place_and_edges_lead_to_the_right(text: str) -> None:
    graph = parse(text)
    found = lay_out(graph, graph.leaves[:1])
    assert set(found.spots) == {node.name for node in graph.nodes}
    for column in found.columns:
        rows = [found.spots[name].row for name in column]
        assert all(below - above > 0.999 for above, below in pairwise(rows))
    for edge in graph.edges:
        step = found.spots[edge.target].column - found.spots[edge.source].column
        assert step == 0 if edge.source in found.hangs else step >= 1
        assert len(found.bends.get((edge.source, edge.target), ())) == max(0, step - 1)
    assert 0 <= min(spot.row for spot in found.spots.values()) <= max(spot.row for spot in found.spots.values()) == found.rows


def test_a_graph_of_a_network_has_few_crossings() -> None:
    found = lay_out(parse("a = w1*x1; b = w2*x2; c = w3*x3; J = (a + 1)^2 + (b + 1)^2 + (c + 1)^2"))
    order = [name for name in found.columns[1] if name in "abc"]
    assert order in (["a", "b", "c"], ["c", "b", "a"])
