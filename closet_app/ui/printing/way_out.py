"""One printing or saving at a time, which can be stopped and says how far it came."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.printing.printers import Printers
from closet_app.ui.words import say

T = TypeVar("T")


class Stoppable:
    """Progress that can be stopped without losing the answer how far it came."""

    def __init__(self, progress: Progress, halt: Event) -> None:
        self._progress = progress
        self._halt = halt

    def step(self, done: int, total: int, words: str) -> None:
        """Report, or raise CancelledError when asked to stop."""
        if self._halt.is_set():
            raise CancelledError
        self._progress.step(done, total, words)


class WayOut(QObject):
    """Runs one printing or saving at a time.

    `started` and `ended` frame it, `progressed` carries its steps, `stopped` a `Sent` of which
    something is left, `failed` an error; `finished` comes when everything was done and said.
    """

    started = Signal()
    ended = Signal()
    progressed = Signal(object)
    stopped = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, desk: Desk, printers: Printers, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._printers = printers
        self._halt: Event | None = None

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._halt is not None

    def stop(self) -> None:
        """Stop after the page under way."""
        if self._halt is not None:
            self._halt.set()

    def _start(self, work: Callable[[Progress], T], done: Callable[[T], object]) -> None:
        halt = self._halt = Event()

        def stoppable(progress: Progress) -> T | None:
            try:
                return work(Stoppable(progress, halt))
            except CancelledError:
                return None

        self.started.emit()
        self._desk.jobs.run(
            stoppable,
            owner=self,
            done=lambda value: self._end(done, value),
            failed=lambda error: self._end(self.failed.emit, error),
            progressed=self.progressed.emit,
            lane=READ,
            name=say("Printing"),
        )

    def _end(self, tell: Callable[[T], object], value: T | None) -> None:
        self._halt = None
        self.ended.emit()
        if value is not None:
            tell(value)
