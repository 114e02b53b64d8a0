"""``python -m gui``: the window, or pictures of it."""

from __future__ import annotations

import gc
import os
import sys

# Until the window's own collector takes over: collecting while modules are read takes time and frees nothing.
gc.disable()

from gui import options  # noqa: E402


def main(arguments: list[str]) -> int:
    """Run what the command line asks for; gives the exit status."""
    wanted = options.read(arguments)
    if wanted.tour is None and wanted.shot is None:
        from gui import app

        return app.run(wanted)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from gui import tour

    return tour.run(wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
