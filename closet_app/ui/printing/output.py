"""From the plan to paper or to a file, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError
from closet_app.services import prints
from closet_app.services.closet import Closet
from closet_app.services.printer_settings import nudge_of
from closet_app.services.prints import PrintRun
from closet_app.services.raw_labels import raw_way
from closet_app.settings import Settings
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.printers import LABELS, Printers, role_of
from closet_app.ui.printing.sending import Batch, Sent, send
from closet_app.ui.printing.words import say_count
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


class Output(QObject):
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
        self._words = ""

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._halt is not None

    def stop(self) -> None:
        """Stop after the page under way."""
        if self._halt is not None:
            self._halt.set()

    def print_all(self, part: Part, printer: str) -> None:
        """Make the file and send it to a printer."""
        self._words = say_count(part.request.kind, part.count)
        closet, printers = self._desk.closet, self._printers
        settings = self._desk.choices.settings

        def work(progress: Progress) -> Sent:
            batch = make_batch(closet, part, printer, settings, progress)
            return send([batch], printers, progress)

        self._run(work, self._on_sent)

    def go_on(self, sent: Sent) -> None:
        """Send what was left."""
        printers = self._printers
        self._run(lambda progress: send(sent.batches, printers, progress, sent.left), self._on_sent)

    def save(self, part: Part, path: Path) -> None:
        """Write one PDF file."""
        closet = self._desk.closet

        def work(progress: Progress) -> PrintRun:
            return prints.print_to(closet, part.request, path, progress)

        self._run(work, lambda _run: self._on_saved(path))

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], object]) -> None:
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

    def _on_sent(self, sent: Sent) -> None:
        if sent.left is not None:
            self.stopped.emit(sent)
            return
        self._desk.toast(say("Sent to the printer: {pieces}", pieces=self._words))
        self.finished.emit()

    def _on_saved(self, path: Path) -> None:
        asking = self._desk.asking
        self._desk.window.toasts.show_toast(
            say("Saved {name}", name=path.name),
            action=say("Show in folder"),
            acted=lambda: asking.show(path),
        )
        self.finished.emit()


def make_batch(
    closet: Closet, part: Part, printer: str, settings: Settings, progress: Progress
) -> Batch:
    """The file for a printer, moved as the seller keeps it for this printer and stock."""
    nudge = nudge_of(settings, printer, part.stock.id)
    pdf, run = prints.print_bytes(closet, replace(part.request, nudge=nudge), progress)
    return Batch(
        kind=part.request.kind,
        pdf=pdf,
        pages=run.pages,
        stock=part.stock,
        printer=printer,
        title=say_count(part.request.kind, part.count),
        raw=raw_way(settings.printers, printer) if role_of(part.stock) == LABELS else None,
    )
