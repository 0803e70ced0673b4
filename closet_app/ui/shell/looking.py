"""Photos of pieces are looked at while the seller does something else, or nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.services.changed import Changed
from closet_app.services.looks import measure_missing, unmeasured_of_pieces
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import BEHIND

FIRST_MS, PAUSE_MS = 10_000, 1_500
"""Rest before the first look, and between two: a third of one core is used at most."""
AT_ONCE = 4
"""Photos in one look, some tenths of a second together."""


class Looking(QObject):
    """Measures photos that nobody has seen yet, a few at a time, while no other work is open.

    It rests when there is nothing left, and wakes when something was written.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._unseeable: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=FIRST_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        desk.changed.connect(self._wake)

    def look(self) -> None:
        """See a few photos now, unless something else is under way."""
        if self._desk.jobs.is_busy():
            self._timer.start(PAUSE_MS)
            return
        self._desk.jobs.run(
            self._work, owner=self, done=self._on_done, failed=self._on_failed, lane=BEHIND
        )

    def _work(self, progress: Progress) -> bool:
        """Whether there may be more to see. Originals that are gone are passed over."""
        closet, gone = self._desk.closet, self._unseeable
        found = unmeasured_of_pieces(closet, AT_ONCE + len(gone))
        wanted = [sha256 for sha256 in found if sha256 not in gone][:AT_ONCE]
        problems = measure_missing(closet, wanted, progress)
        gone.update(problem.name for problem in problems)
        return len(wanted) == AT_ONCE

    def _on_done(self, may_be_more: bool) -> None:
        if may_be_more:
            self._timer.start(PAUSE_MS)

    def _on_failed(self, _error: ClosetError) -> None:
        """Rest until something was written; a full disk is told where it is in the way."""

    def _wake(self, changed: Changed) -> None:
        if changed.items and not self._timer.isActive():
            self._timer.start(PAUSE_MS)
