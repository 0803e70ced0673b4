"""What will be printed: one part for each kind of piece, its file remade when it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.services import prints
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.print_pages import Stock, load_stock
from closet_app.services.prints import (
    LeftOut,
    NothingToPrintError,
    PieceKind,
    PrintRequest,
    PrintRun,
)
from closet_app.ui.jobs import READ, Jobs, Ticket

SETTLE_MS = 120
"""How long the seller's hands rest before the pages are made again."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file of pages; `serial` tells two files of one part apart."""

    request: PrintRequest
    serial: int
    pdf: bytes
    run: PrintRun


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of piece in the run: what is asked for, and what was made of it so far.

    The file made before stays while the next one is on its way (`fresh` is then false) and
    while `error` says why there is none.
    """

    request: PrintRequest
    on: bool = True
    made: Made | None = None
    error: ClosetError | None = None
    fresh: bool = False

    @property
    def stock(self) -> Stock:
        """What it is printed on."""
        return load_stock(self.request.stock)

    @property
    def is_empty(self) -> bool:
        """Whether everything asked for had to be left out."""
        return isinstance(self.error, NothingToPrintError)

    @property
    def is_printed(self) -> bool:
        """Whether it will come out."""
        return self.on and not self.is_empty

    @property
    def is_blocked(self) -> bool:
        """Whether something must be put right before it can come out."""
        return self.on and self.error is not None and not self.is_empty

    @property
    def shown(self) -> PrintRequest:
        """What the file there is was made for; what is asked for until there is one."""
        return self.made.request if self.made else self.request

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is left out or not as meant."""
        if isinstance(self.error, NothingToPrintError):
            return self.error.problems
        return self.made.run.problems if self.made and self.error is None else ()

    @property
    def count(self) -> int:
        """How many pieces come out."""
        asked = len(self.request.ids)
        left_out = sum(isinstance(each, LeftOut) for each in self.problems)
        return (asked - left_out) * self.request.copies


class Plan(QObject):
    """Holds the parts; `changed` carries the kind whose wish, file or error is another now."""

    changed = Signal(object)
    progressed = Signal(object)

    def __init__(
        self, closet: Closet, jobs: Jobs, requests: Sequence[PrintRequest], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._closet = closet
        self._jobs = jobs
        self._parts = {each.kind: Part(_on_stock(closet, each)) for each in requests}
        self._serial = dict.fromkeys(self._parts, 0)
        self._tickets: dict[PieceKind, Ticket] = {}
        self._waiting = set(self._parts)
        self._rest = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._rest.timeout.connect(self._make_waiting)

    @property
    def kinds(self) -> tuple[PieceKind, ...]:
        """The kinds of pieces, as they were asked for."""
        return tuple(self._parts)

    def part(self, kind: PieceKind) -> Part:
        """One part as it stands."""
        return self._parts[kind]

    def parts(self) -> tuple[Part, ...]:
        """All of them."""
        return tuple(self._parts.values())

    def printed(self) -> tuple[PrintRequest, ...]:
        """What comes out, in the order asked for."""
        return tuple(part.request for part in self.parts() if part.is_printed)

    def start(self) -> None:
        """Make everything now."""
        self._make_waiting()

    def change(self, kind: PieceKind, **wishes: object) -> None:
        """Ask for something else, by the names of PrintRequest's fields."""
        part = self._parts[kind]
        request = replace(part.request, **wishes)  # type: ignore[arg-type]  # named fields
        if request != part.request:
            self._put(kind, replace(part, request=request, fresh=False))
            self._wait_for(kind)

    def turn(self, kind: PieceKind, on: bool) -> None:
        """Print this kind, or leave it out."""
        self._put(kind, replace(self._parts[kind], on=on))

    def make_again(self) -> None:
        """The closet is another now: an address, a price, the shop."""
        for kind, part in self._parts.items():
            self._parts[kind] = replace(part, fresh=False)
            self._wait_for(kind)

    def is_settled(self) -> bool:
        """Whether every page shown is the page that will come out."""
        return all(part.fresh for part in self._parts.values())

    def stop(self) -> None:
        """Nobody looks any more."""
        self._rest.stop()
        for ticket in self._tickets.values():
            ticket.cancel()

    def _wait_for(self, kind: PieceKind) -> None:
        self._waiting.add(kind)
        self._rest.start()

    def _make_waiting(self) -> None:
        waiting, self._waiting = self._waiting, set()
        for kind in self._parts:
            if kind in waiting:
                self._make(kind)

    def _make(self, kind: PieceKind) -> None:
        if kind in self._tickets:
            self._tickets[kind].cancel()
        self._serial[kind] += 1
        serial, request, closet = self._serial[kind], self._parts[kind].request, self._closet

        def work(progress: Progress) -> Made:
            pdf, run = prints.print_bytes(closet, request, progress)
            return Made(request, serial, pdf, run)

        self._tickets[kind] = self._jobs.run(
            work,
            owner=self,
            done=lambda made: self._on_made(kind, made),
            failed=lambda error: self._on_failed(kind, serial, error),
            progressed=self.progressed.emit,
            lane=READ,
        )

    def _is_latest(self, kind: PieceKind, serial: int) -> bool:
        return serial == self._serial[kind] and kind not in self._waiting

    def _on_made(self, kind: PieceKind, made: Made) -> None:
        if self._is_latest(kind, made.serial):
            part = self._parts[kind]
            self._put(kind, replace(part, made=made, error=None, fresh=True))

    def _on_failed(self, kind: PieceKind, serial: int, error: ClosetError) -> None:
        if self._is_latest(kind, serial):
            self._put(kind, replace(self._parts[kind], error=error, fresh=True))

    def _put(self, kind: PieceKind, part: Part) -> None:
        self._parts[kind] = part
        self.changed.emit(kind)


def _on_stock(closet: Closet, request: PrintRequest) -> PrintRequest:
    return replace(request, stock=request.stock or prints.usual_stock(closet, request.kind))
