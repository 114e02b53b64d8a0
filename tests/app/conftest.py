"""Tests in ``clicks`` need a screen: test_on_a_screen.py makes a virtual one and runs them there, in a process of its own."""

import os

collect_ignore = [] if os.environ.get("QT_QPA_PLATFORM") == "xcb" else ["clicks"]
