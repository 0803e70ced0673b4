"""What lies before the seller: every order that waits, the bins to go to, and where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from closet_app.domain.progress import Progress
from closet_app.domain.status import LineState
from closet_app.services import pack_station
from closet_app.services.closet import Closet
from closet_app.services.records.packing import PackList, PackOrder, PackPiece, PullStop
from closet_app.services.supplies import to_reorder
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.orders.speech import Speech, speech_of

PULL = "pull"
"""The key of the step that all pieces together tick."""


@dataclass(frozen=True, slots=True)
class _Read:
    """One answer of the closet to the question of this number."""

    number: int
    found: PackList
    low: tuple[str, ...]


class Bench(QObject):
    """`shown` says that the list, the order in hand or the bin is another one."""

    shown = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.speech: Speech = speech_of(desk.closet)
        self.orders: tuple[PackOrder, ...] = ()
        self.stops: tuple[PullStop, ...] = ()
        self.low: tuple[str, ...] = ()
        """Which supplies should be bought, in sentences."""
        self.is_read = False
        self.by_bin = False
        self.order_id = 0
        self.bin: str | None = None
        self.under_way = 0
        """Writes that are not done yet; what is read before they are says too little."""
        self._number = 0

    @property
    def order(self) -> PackOrder | None:
        """The order in hand."""
        return next((each for each in self.orders if each.id == self.order_id), None)

    @property
    def shown_order(self) -> PackOrder | None:
        """The order in hand, unless bins are walked."""
        return None if self.by_bin else self.order

    @property
    def stop(self) -> PullStop | None:
        """The bin in front of the seller."""
        return next((each for each in self.stops if each.bin == self.bin), None)

    @property
    def pieces(self) -> tuple[PackPiece, ...]:
        """The pieces that are shown: of the order in hand, or of the bin."""
        if self.by_bin:
            return tuple(each.piece for each in self.stop.pieces) if self.stop else ()
        return self.order.pieces if self.order else ()

    def ask(self) -> None:
        """Read the list anew, off the interface thread; the answer to the last question counts."""
        self._number += 1
        number, closet = self._number, self._desk.closet
        self._desk.jobs.run(
            lambda progress: _read(closet, number, progress),
            owner=self,
            done=self._on_read,
            lane=READ,
        )

    def show_order(self, order_id: int) -> None:
        """Take an order in hand."""
        if order_id != self.order_id:
            self.order_id = order_id
            self.shown.emit()

    def show_bin(self, place: str) -> None:
        """Go to a bin."""
        if place != self.bin:
            self.bin = place
            self.shown.emit()

    def show_way(self, *, by_bin: bool) -> None:
        """List orders, or the bins on the way along the shelves."""
        if by_bin != self.by_bin:
            self.by_bin = by_bin
            if by_bin and self.stop is not None and not _is_left(self.stop):
                self.bin = next((each.bin for each in self.stops if _is_left(each)), self.bin)
            self.shown.emit()

    def go(self, by: int) -> None:
        """To the next or the previous row; the ends of the list stay."""
        if self.by_bin:
            self._go_among([each.bin for each in self.stops], self.bin, by)
        else:
            self._go_among([each.id for each in self.orders], self.order_id, by)

    def go_after(self, order_id: int) -> None:
        """The next order that is not packed yet; from the end back to the top."""
        ids = [each.id for each in self.orders]
        at = ids.index(order_id) if order_id in ids else -1
        around = (*self.orders[at + 1 :], *self.orders[: max(at, 0)])
        waiting = [each.id for each in around if each.status is LineState.SOLD]
        if waiting and self.order_id == order_id:
            self.show_order(waiting[0])

    def go_on_pulling(self) -> None:
        """From a bin where every piece is in hand to the next one with something to pull."""
        if not self.by_bin or any(not each.checked for each in self.pieces):
            return
        places = [each.bin for each in self.stops]
        at = places.index(self.bin) if self.bin in places else -1
        around = (*self.stops[at + 1 :], *self.stops[: at + 1])
        following = next(filter(_is_left, around), None)
        if following is not None:
            self.show_bin(following.bin)

    def go_to_line(self, order_id: int, line_id: int | None) -> None:
        """The order that is meant, and the bin of its piece when one is."""
        self.order_id = order_id
        held = (stop.bin for stop in self.stops if _holds(stop, line_id))
        self.bin = next(held, self.bin)
        self.shown.emit()

    def show_step(self, key: str, *, done: bool) -> None:
        """Show a step of the order in hand as ticked before it is written."""
        order = self.order
        if order is not None:
            steps = (replace(each, done=done) if each.key == key else each for each in order.steps)
            self._replace(replace(order, steps=tuple(steps)))

    def show_piece(self, line_id: int, *, done: bool) -> None:
        """Show a piece as confirmed before it is written; the last one ticks the pulling."""
        for order in self.orders:
            if any(piece.line_id == line_id for piece in order.pieces):
                self._replace(_with_piece(order, line_id, done=done))
                return

    def _go_among(self, keys: Sequence[object], now: object, by: int) -> None:
        at = keys.index(now) + by if now in keys else 0
        if not 0 <= at < len(keys):
            return
        key = keys[at]
        if isinstance(key, str):
            self.show_bin(key)
        elif isinstance(key, int):
            self.show_order(key)

    def _on_read(self, answer: _Read) -> None:
        if answer.number != self._number or self.under_way:
            return
        self.speech = speech_of(self._desk.closet)
        at = next((at for at, each in enumerate(self.orders) if each.id == self.order_id), 0)
        self.is_read = True
        self.low = answer.low
        self._take(answer.found.orders)
        if self.order is None and self.orders:
            self.order_id = self.orders[min(at, len(self.orders) - 1)].id
        if self.stop is None:
            self.bin = self.stops[0].bin if self.stops else None
        self.shown.emit()

    def _take(self, found: Sequence[PackOrder]) -> None:
        self.orders = tuple(found)
        self.stops = pack_station.stops_of(self.orders)

    def _replace(self, changed: PackOrder) -> None:
        self._take([changed if each.id == changed.id else each for each in self.orders])
        self.shown.emit()


def _read(closet: Closet, number: int, progress: Progress) -> _Read:
    progress.step(0, 1, "")
    low = tuple(supply.words for supply in to_reorder(closet))
    return _Read(number, pack_station.to_pack(closet), low)


def _is_left(stop: PullStop) -> bool:
    """Whether something is still to be pulled there."""
    return any(not each.piece.checked for each in stop.pieces)


def _with_piece(order: PackOrder, line_id: int, *, done: bool) -> PackOrder:
    pieces = tuple(
        replace(each, checked=done) if each.line_id == line_id else each for each in order.pieces
    )
    pulled = all(each.checked for each in pieces)
    steps = (replace(each, done=pulled) if each.key == PULL else each for each in order.steps)
    return replace(order, pieces=pieces, steps=tuple(steps))


def _holds(stop: PullStop, line_id: int | None) -> bool:
    return any(each.piece.line_id == line_id for each in stop.pieces)
