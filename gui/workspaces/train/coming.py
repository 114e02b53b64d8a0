"""How the Train workspace comes to be after the first picture: its modules, then its forms and views, a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gui.session.beginning import imported

if TYPE_CHECKING:
    from gui.workspaces.train.columns import Parts

# What the workspace is made of, in the order of its imports; the window answers between two of them.
MODULES = (
    "numpy",
    "nn.settings",
    "nn.presets",
    "nn.training.snapshot",
    "gui.session.training_session",
    "gui.views.diagram",
    "gui.views.decision_map",
    "gui.views.loss_plot",
    "gui.panels.data",
    "gui.panels.network",
    "gui.panels.training",
    "gui.panels.transport",
    "gui.workspaces.train.workspace",
)


class Coming:
    """``parts`` are the workspace's forms and views, once :meth:`steps` has begun to make them."""

    def __init__(self) -> None:
        self.parts: Parts | None = None

    def steps(self) -> Iterator[None]:
        """Imports one module or makes one part with each step."""
        yield from imported(MODULES)
        from gui.workspaces.train.columns import Parts

        self.parts = Parts()
        yield from self.parts.steps()
