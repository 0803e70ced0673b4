"""What the seller does while packing: ticks, scans, packed, shipped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from closet_app.domain.status import LineState
from closet_app.errors import ClosetError
from closet_app.services import order_steps, orders, pack_station, parcels
from closet_app.services.changed import Changed
from closet_app.services.records import PackingStep
from closet_app.services.records.packing import Checked, PackOrder, PackPiece
from closet_app.ui.desk import Desk
from closet_app.ui.orders.work import unticked_question
from closet_app.ui.packing.bench import PULL, Bench
from closet_app.ui.widgets.dialogs import open_modal


class PackWork(QObject):
    """Ticks show at once and are written behind, in the order they were made.

    `told` carries what a scanned label turned out to be.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, bench: Bench) -> None:
        super().__init__(bench)
        self.desk = desk
        self.bench = bench
        self._asked: set[int] = set()

    def tick_piece(self, piece: PackPiece, *, done: bool) -> None:
        """Confirm a piece, or take that back; a bin that is done with leads to the next."""
        closet, line_id = self.desk.closet, piece.line_id
        self.run(lambda: pack_station.check_piece(closet, line_id, done=done), quiet=True)
        self.bench.show_piece(line_id, done=done)
        if done:
            self.bench.go_on_pulling()

    def tick_place(self, number: int) -> None:
        """Turn the tick of the piece at `number`, counted from 1."""
        pieces = self.bench.pieces
        if 0 < number <= len(pieces):
            self.tick_piece(pieces[number - 1], done=not pieces[number - 1].checked)

    def tick_step(self, key: str, done: bool) -> None:
        """Tick a packing step of the order in hand, or take the tick away."""
        order = self.bench.order
        if order is not None:
            closet, order_id = self.desk.closet, order.id
            self.run(lambda: order_steps.tick(closet, order_id, key, done=done), quiet=True)
            self.bench.show_step(key, done=done)

    def tick_next(self) -> None:
        """Confirm the first piece that is not in hand; after the last one tick the next step."""
        piece = next((each for each in self.bench.pieces if not each.checked), None)
        if piece is not None:
            self.tick_piece(piece, done=True)
        elif self.bench.by_bin:
            self.bench.go_on_pulling()
        else:
            step = next((each for each in self.open_steps() if each.key != PULL), None)
            if step is not None:
                self.tick_step(step.key, True)

    def scan(self, text: str) -> None:
        """Confirm the piece whose label was scanned, wherever the seller is.

        Once a piece of the order in hand was confirmed, a piece of another order is a wrong one.
        """
        closet, order = self.desk.closet, self.bench.order
        begun = order is not None and not self.bench.by_bin and _is_begun(order)
        in_hand = order.id if order is not None and begun else 0
        found: list[Checked] = []

        def work() -> Changed:
            found.append(pack_station.check_scanned(closet, text, in_hand=in_hand))
            return found[0].changed or Changed("")

        self.run(work, quiet=True, then=lambda: self._on_scanned(found[0]))

    def open_steps(self) -> tuple[PackingStep, ...]:
        """The packing steps of the order in hand that are not ticked."""
        order = self.bench.order
        return tuple(each for each in order.steps if not each.done) if order else ()

    def edit(self, order_id: int, **fields: object) -> None:
        """Keep what was typed about a parcel."""
        closet = self.desk.closet
        self.run(lambda: orders.edit_order(closet, order_id, **fields), quiet=True)

    def track(self, order_id: int, number: str) -> None:
        """Keep a tracking number; it names its carrier when it surely is of one."""
        closet, order = self.desk.closet, self.bench.order
        known = order.carrier if order is not None and order.id == order_id else ""

        def work() -> Changed:
            carrier = parcels.look_at_tracking(closet, number).carrier or known
            return parcels.set_tracking(closet, order_id, number, carrier)

        self.run(work, quiet=True)

    def mark_packed(self) -> None:
        """Close the parcel and go to the next order; open steps are asked about once an order."""
        order = self.bench.order
        if order is None or order.status is not LineState.SOLD:
            return
        left = self.open_steps()
        if not left or order.id in self._asked:
            self._pack(order)
            return
        self._asked.add(order.id)
        open_modal(unticked_question(left, self.desk.window), lambda: self._pack(order))

    def mark_shipped(self) -> None:
        """Hand the parcel over and go to the next order."""
        order = self.bench.order
        if order is not None:
            closet, order_id = self.desk.closet, order.id
            self._advance(order_id, lambda: order_steps.mark_shipped(closet, order_id))

    def run(
        self,
        work: Callable[[], Changed],
        *,
        quiet: bool = False,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Write, then read the list again."""
        self.bench.under_way += 1

        def ended(_changed: Changed) -> None:
            self.bench.under_way -= 1
            if then is not None:
                then()
            self.bench.ask()

        def failed(error: ClosetError) -> None:
            self.bench.under_way -= 1
            self.desk.tell_trouble(error)
            self.bench.ask()

        self.desk.command(work, then=ended, failed=failed, quiet=quiet)

    def _pack(self, order: PackOrder) -> None:
        closet, order_id = self.desk.closet, order.id
        self._advance(order_id, lambda: order_steps.mark_packed(closet, order_id))

    def _advance(self, order_id: int, work: Callable[[], Changed]) -> None:
        self.run(work, then=lambda: self.bench.go_after(order_id))

    def _on_scanned(self, checked: Checked) -> None:
        if checked.fits and checked.order_id is not None:
            if checked.changed is not None and checked.line_id is not None:
                self.bench.show_piece(checked.line_id, done=True)
            self.bench.go_to_line(checked.order_id, checked.line_id)
        self.told.emit(checked)


def _is_begun(order: PackOrder) -> bool:
    """Some of its pieces are in hand and some are not."""
    return any(each.checked for each in order.pieces) and not order.all_checked
