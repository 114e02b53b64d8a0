"""The GPU benchmark without a GPU: it says that nothing was measured and never overwrites what was."""

import json

import pytest

from benchmarks import gpu
from nn.backends import cuda_probe


@pytest.fixture(autouse=True)
def no_driver(monkeypatch):
    monkeypatch.setattr(cuda_probe, "driver", lambda: None)


def test_without_a_gpu_the_file_says_that_nothing_was_measured(tmp_path):
    result = tmp_path / "gpu.json"
    assert gpu.main(["--result", str(result)]) == 0
    written = json.loads(result.read_text(encoding="utf-8"))
    assert written["measured"] is False
    assert written["why"].startswith("No NVIDIA driver was found.")
    assert "rows" not in result.read_text(encoding="utf-8")
    assert written["cases"] == [case.name for case in gpu.CASES]


def test_figures_that_were_measured_stay(tmp_path):
    result = tmp_path / "gpu.json"
    measured = '{"measured": true}'
    result.write_text(measured, encoding="utf-8")
    assert gpu.main(["--result", str(result)]) == 0
    assert result.read_text(encoding="utf-8") == measured
