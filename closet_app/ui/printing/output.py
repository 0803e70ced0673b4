"""From the plan to paper or to a file, and what is said and ticked afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError
from closet_app.services import print_orders, prints
from closet_app.services.closet import Closet
from closet_app.services.prints import NothingToPrintError, PieceKind, PrintRun
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.printers import Printers
from closet_app.ui.printing.sending import Batch, Sent, send
from closet_app.ui.printing.sheets import sides_of
from closet_app.ui.printing.words import say_count
from closet_app.ui.words import say

T = TypeVar("T")
Nudges = Mapping[str, tuple[int, ...]]

TICKED = {PieceKind.SLIP: "slip", PieceKind.CARD: "card"}
"""The packing steps that a printed piece fulfils."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A part and the printer it goes to."""

    part: Part
    printer: str


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
        self._parts: tuple[Part, ...] = ()
        self._ticks = False

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._halt is not None

    def stop(self) -> None:
        """Stop after the page under way."""
        if self._halt is not None:
            self._halt.set()

    def print_all(self, wanted: Sequence[Wanted], *, ticks: bool) -> None:
        """Make the files and send them to their printers."""
        self._parts = tuple(each.part for each in wanted)
        self._ticks = ticks
        closet, printers = self._desk.closet, self._printers
        nudges = self._desk.choices.settings.nudges

        def work(progress: Progress) -> Sent:
            made = [make_batch(closet, each, nudges, progress) for each in wanted]
            return send([batch for batch in made if batch], printers, progress)

        self._run(work, self._on_sent)

    def go_on(self, sent: Sent) -> None:
        """Send what was left."""
        printers = self._printers
        self._run(lambda progress: send(sent.batches, printers, progress, sent.left), self._on_sent)

    def save(self, parts: Sequence[Part], path: Path, *, ticks: bool) -> None:
        """Write one PDF file with all parts."""
        self._parts, self._ticks = tuple(parts), ticks
        closet = self._desk.closet
        requests = [part.request for part in parts]

        def work(progress: Progress) -> PrintRun:
            return prints.print_all_to(closet, requests, path, progress)

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
        counts = [say_count(part.request.kind, part.count) for part in self._parts]
        self._desk.toast(say("Sent to the printer: {pieces}", pieces=", ".join(counts)))
        self._tick()
        self.finished.emit()

    def _on_saved(self, path: Path) -> None:
        asking = self._desk.asking
        self._desk.window.toasts.show_toast(
            say("Saved {name}", name=path.name),
            action=say("Show in folder"),
            acted=lambda: asking.show(path),
        )
        self._tick()
        self.finished.emit()

    def _tick(self) -> None:
        steps = printed_steps(self._parts) if self._ticks else {}
        if steps:
            closet = self._desk.closet
            self._desk.command(lambda: print_orders.tick_printed(closet, steps), quiet=True)


def printed_steps(parts: Sequence[Part]) -> dict[int, tuple[str, ...]]:
    """The packing steps that these parts fulfil, by order."""
    steps: dict[int, tuple[str, ...]] = {}
    for part in parts:
        key = TICKED.get(part.request.kind)
        for order_id in part.request.ids if key else ():
            steps[order_id] = (*steps.get(order_id, ()), key or "")
    return steps


def make_batch(closet: Closet, wanted: Wanted, nudges: Nudges, progress: Progress) -> Batch | None:
    """The file of one part for its printer; None when everything of it is left out."""
    request, stock = wanted.part.request, wanted.part.stock
    try:
        pdf, run = prints.print_bytes(closet, request, progress)
    except NothingToPrintError:
        return None
    right, down = (*nudges.get(stock.id, ()), 0, 0)[:2]
    return Batch(
        kind=request.kind,
        pdf=pdf,
        pages=run.pages,
        stock=stock,
        printer=wanted.printer,
        title=say_count(request.kind, wanted.part.count),
        sides=sides_of(request),
        nudge=(right, down),
    )
