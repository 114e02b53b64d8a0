"""What only networks that are trained by layers meet: batches longer than the buffers, and gradients cut into slices."""

from dataclasses import replace

from problems import PLAIN, agree, full, problem, same_course, with_dropout

from nn.choices import OptimizerKind


def test_sums_cut_into_slices():
    """From 32 columns on, several threads add up one gradient."""
    given = problem((2, 2, 1), samples=50)
    engine = same_course(given, full(1), PLAIN, one_launch=False)
    assert engine._passes.slices(50) == 3


def test_a_batch_longer_than_the_buffers_comes_in_tiles(monkeypatch):
    monkeypatch.setattr("nn.backends.cuda_passes.LARGEST_BUFFER", 6 * 40)  # (2, 3, 1) has 6 rows: 40 columns
    given = problem((2, 3, 1), samples=70)
    chunk = with_dropout(full(1), given.architecture, largest=70)
    engine = same_course(given, chunk, replace(PLAIN, optimizer=OptimizerKind.NESTEROV), one_launch=False)
    assert engine._passes.columns == 40
    agree(engine.gradient(PLAIN, given.params), given.oracle().gradient(PLAIN), 1e-12)
    agree(engine.neurons(given.inputs, given.params), given.oracle().neurons(given.inputs), 1e-12)
