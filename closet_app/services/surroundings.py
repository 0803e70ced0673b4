"""What the program stands on: the user's settings, the shipped data, the clock, and its window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from closet_app.services.clock import Clock
from closet_app.settings import Settings


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Handed to the command line and to the window by the composition root.

    `open_window(self, folder)` runs the window on `folder`, or on the closet opened last when
    it is None, and returns the exit code.
    """

    settings_file: Path
    settings: Settings
    resources: Path
    open_window: Callable[[Surroundings, Path | None], int]
    clock: Clock = field(default_factory=Clock)
