"""The pages that were not visited yet: they are loaded while the first page is looked at.

Loading the code of the item editor takes as long as building it; done at the first click, the
click would be felt. The pages that are asked for most are built, too, one at a time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import BEHIND

FIRST_MS, PAUSE_MS = 300, 60
"""Rest before the first page is loaded, and between two of them."""


class Ahead(QObject):
    """Loads modules on a working thread in the order in which they come, then builds `places`.

    It waits while anything else is under way. A page that is asked for meanwhile waits for its
    own modules alone.
    """

    def __init__(self, desk: Desk, modules: Iterable[str], places: Iterable[str] = ()) -> None:
        super().__init__(desk)
        self._desk = desk
        self._left = [module for module in modules if module not in sys.modules]
        self._places = list(places)
        self._timer = QTimer(self, singleShot=True, interval=FIRST_MS)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        if self._desk.jobs.is_busy():
            self._timer.start(PAUSE_MS)
        elif self._left:
            self._load(self._left.pop(0))
        elif self._places and not self._desk.jobs.is_closed:
            self._desk.navigator.prepare(self._places.pop(0))
            self._timer.start(PAUSE_MS)

    def _load(self, module: str) -> None:
        self._desk.jobs.run(
            lambda progress: _import(module, progress),
            owner=self, done=self._on_loaded, failed=self._on_failed, lane=BEHIND,
        )  # fmt: skip

    def _on_loaded(self, _module: object) -> None:
        self._timer.start(PAUSE_MS)

    def _on_failed(self, _why: ClosetError) -> None:
        """What cannot be loaded is told by the page that needs it."""
        self._on_loaded(None)


def _import(module: str, _progress: Progress) -> None:
    import_module(module)
