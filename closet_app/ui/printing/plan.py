"""What will be printed: the labels asked for, their file remade when something changes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.services import prints
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.print_pages import Stock
from closet_app.services.prints import NothingToPrintError, PrintRequest, PrintRun
from closet_app.services.stocks import find_stock
from closet_app.ui.jobs import READ, Jobs, Ticket

SETTLE_MS = 120
"""How long the seller's hands rest before the pages are made again."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file of pages on a stock; `serial` tells two files apart."""

    request: PrintRequest
    stock: Stock
    serial: int
    pdf: bytes
    run: PrintRun


@dataclass(frozen=True, slots=True)
class Part:
    """What is asked for, and what was made of it so far.

    The file made before stays while the next one is on its way (`fresh` is then false) and
    while `error` says why there is none.
    """

    request: PrintRequest
    stock: Stock
    made: Made | None = None
    error: ClosetError | None = None
    fresh: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that could come out."""
        return isinstance(self.error, NothingToPrintError)

    @property
    def is_blocked(self) -> bool:
        """Whether something must be put right before it can come out."""
        return self.error is not None and not self.is_empty

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What does not come out as meant."""
        return self.made.run.problems if self.made and self.error is None else ()

    @property
    def count(self) -> int:
        """How many labels come out."""
        request = self.request
        return 0 if self.is_empty else (len(request.ids) + len(request.bins)) * request.copies


class Plan(QObject):
    """Holds the part; `changed` says that the wish, the file or the error is another now."""

    changed = Signal()
    progressed = Signal(object)

    def __init__(self, closet: Closet, jobs: Jobs, request: PrintRequest, parent: QObject) -> None:
        super().__init__(parent)
        self._closet = closet
        self._jobs = jobs
        stock = find_stock(closet, request.stock or prints.usual_stock(closet, request.kind))
        self._part = Part(replace(request, stock=stock.id), stock)
        self._serial = 0
        self._ticket: Ticket | None = None
        self._rest = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._rest.timeout.connect(self.start)

    @property
    def part(self) -> Part:
        """It as it stands."""
        return self._part

    @property
    def is_settled(self) -> bool:
        """Whether every page shown is the page that will come out."""
        return self._part.fresh

    def start(self) -> None:
        """Make the pages now."""
        self.stop()
        self._serial += 1
        serial, part, closet = self._serial, self._part, self._closet

        def work(progress: Progress) -> Made:
            pdf, run = prints.print_bytes(closet, part.request, progress)
            return Made(part.request, part.stock, serial, pdf, run)

        self._ticket = self._jobs.run(
            work,
            owner=self,
            done=self._on_made,
            failed=lambda error: self._on_failed(serial, error),
            progressed=self.progressed.emit,
            lane=READ,
        )

    def change(self, **wishes: object) -> None:
        """Ask for something else, by the names of PrintRequest's fields."""
        request = replace(self._part.request, **wishes)  # type: ignore[arg-type]  # named fields
        if request != self._part.request:
            stock = find_stock(self._closet, request.stock)
            self._put(replace(self._part, request=request, stock=stock, fresh=False))
            self._rest.start()

    def make_again(self) -> None:
        """The closet is another now: a price, a bin, the shop."""
        self._part = replace(self._part, fresh=False)
        self._rest.start()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._rest.stop()
        if self._ticket is not None:
            self._ticket.cancel()

    def _is_latest(self, serial: int) -> bool:
        return serial == self._serial and not self._rest.isActive()

    def _on_made(self, made: Made) -> None:
        if self._is_latest(made.serial):
            self._put(replace(self._part, made=made, error=None, fresh=True))

    def _on_failed(self, serial: int, error: ClosetError) -> None:
        if self._is_latest(serial):
            self._put(replace(self._part, error=error, fresh=True))

    def _put(self, part: Part) -> None:
        self._part = part
        self.changed.emit()
