"""Which networks one block of a GPU trains, and how long its launches are: decided without a GPU."""

import numpy as np
import pytest

from nn.backends import cuda_pace as pace
from nn.backends.cuda_plan import SHARED_BYTES, Kind, plan_for
from nn.choices import Activation, Loss
from nn.errors import DeviceUnavailable
from nn.network import Architecture

F32, F64 = np.dtype(np.float32), np.dtype(np.float64)


def network(*widths: int) -> Architecture:
    return Architecture(widths, (Activation.SIGMOID,) * (len(widths) - 1), Loss.MSE)


@pytest.mark.parametrize(
    ("widths", "dtype", "kind"),
    [
        ((2, 4, 8, 1), F32, Kind.REGISTERS),
        ((2, 4, 8, 1), F64, Kind.REGISTERS),
        ((2, 5, 2), F32, Kind.REGISTERS),
        ((2, 8, 8, 1), F32, Kind.TILE),
        ((2, 100, 1), F32, Kind.TILE),
        ((2, 100, 1), F64, Kind.TILE),
        ((784, 256, 10), F32, None),
        ((2, 150, 100, 1), F32, None),
    ],
)
def test_how_a_network_is_trained(widths, dtype, kind):
    plan = plan_for(network(*widths), dtype)
    assert (plan and plan.kind) == kind


def test_a_plan_fits_shared_memory_and_uses_the_longest_tile_that_does():
    for widths in ((2, 100, 1), (8, 30, 30, 3), (64, 16, 10), (2, 8, 8, 1)):
        plan = plan_for(network(*widths), F32)
        layout = network(*widths).layout
        assert plan.shared_bytes <= SHARED_BYTES
        assert plan.shared_bytes >= 4 * (3 * layout.size + 2 * layout.rows * plan.tile)
        assert plan.tile == 64 or plan.shared_bytes + 4 * (2 * layout.rows + 1) * plan.tile > SHARED_BYTES


def test_sums_fill_whole_warps_with_room_for_the_loss():
    plan = plan_for(network(2, 4, 8, 1), F32)
    assert (plan.sums, plan.warps) == (64, 8)
    assert plan_for(network(1, 15, 1), F32).sums == 64  # 46 parameters
    assert plan_for(network(30, 1), F32).sums == 32  # 31 parameters and the loss


def test_equal_plans_are_one_key():
    assert plan_for(network(2, 3, 1), F32) == plan_for(network(2, 3, 1), F32)
    assert len({plan_for(network(2, 3, 1), F32), plan_for(network(2, 3, 1), F32), plan_for(network(2, 3, 1), F64)}) == 2


def test_launches_grow_to_a_few_milliseconds_and_no_further():
    length, step = pace.LaunchLength(), 2e-6
    length.of("full batch")
    assert length.steps == 1
    for _ in range(12):
        assert length.steps * step <= 0.004
        length.measured(length.steps, length.steps * step)
    assert 0.002 <= length.steps * step <= 0.004


def test_a_slower_kind_of_step_starts_small_again():
    length = pace.LaunchLength()
    length.of("one sample")
    for _ in range(12):
        length.measured(length.steps, length.steps * 1e-6)
    length.of("a thousand samples")
    assert length.steps == 1
    length.measured(1, 0.010)
    assert length.steps == 1


def test_a_lucky_measurement_does_not_make_a_launch_long():
    length = pace.LaunchLength()
    for _ in range(4):
        length.measured(length.steps, 1e-9)
    assert length.steps == pace.GROWTH**4


def test_a_launch_cut_short_says_nothing_unless_it_took_long():
    length = pace.LaunchLength()
    for _ in range(5):
        length.measured(length.steps, length.steps * 1e-6)
    before = length.steps
    length.measured(3, 1e-5)
    assert length.steps == before
    length.measured(3, 0.009)
    assert length.steps == 1


class Event:
    def __init__(self, silent: int) -> None:
        self.silent = silent

    def query(self) -> bool:
        self.silent -= 1
        return self.silent < 0


def test_waiting_ends_when_the_gpu_answers():
    event = Event(silent=3)
    pace.wait(event, "a GPU")
    assert event.silent == -1


def test_a_gpu_that_does_not_answer_is_given_up():
    with pytest.raises(DeviceUnavailable, match=r"^a GPU hasn't answered for 0\.01 seconds"):
        pace.wait(Event(silent=10**9), "a GPU", patience=0.01)
