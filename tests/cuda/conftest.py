"""Tests in ``simulated`` need numba's CUDA simulator, which a process has from the start or never: test_simulator.py starts it."""

import os

SIMULATED = os.environ.get("NUMBA_ENABLE_CUDASIM") == "1"
collect_ignore = ["simulator.py"] if SIMULATED else ["simulator.py", "simulated"]

if SIMULATED:
    from simulator import refit

    refit()
