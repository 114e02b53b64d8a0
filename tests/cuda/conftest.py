"""Tests in ``simulated`` need numba's CUDA simulator, which a process has from the start or never: test_simulator.py starts it."""

import os

collect_ignore = [] if os.environ.get("NUMBA_ENABLE_CUDASIM") == "1" else ["simulated"]
