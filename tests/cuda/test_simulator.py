"""The CUDA engine in numba's simulator, in a process of its own: there, numba compiles nothing for the CPU either."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.timeout(1800)
def test_the_engine_is_right_in_the_simulator():
    command = [sys.executable, "-m", "pytest", str(HERE / "simulated"), "--confcutdir", str(HERE), "-q", "-p", "no:cacheprovider", "--tb=short"]
    environment = {**os.environ, "NUMBA_ENABLE_CUDASIM": "1"}
    done = subprocess.run(command, cwd=HERE.parent.parent, env=environment, capture_output=True, text=True, timeout=1700, check=False)
    assert done.returncode == 0, f"\n{done.stdout[-6000:]}\n{done.stderr[-2000:]}"
