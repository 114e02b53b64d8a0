"""``python -m nn``: train, take apart and list devices from a terminal."""

from __future__ import annotations

import sys

from nn.cli import main

if __name__ == "__main__":
    sys.exit(main())
