"""Every dialog of the page of orders, and the print room, opened for the shown order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from closet_app.domain.status import LineState
from closet_app.services import order_steps
from closet_app.services.records import OrderView
from closet_app.ui.orders.amounts_dialog import AmountsDialog
from closet_app.ui.orders.buyer_dialog import BuyerDialog
from closet_app.ui.orders.details_dialog import DetailsDialog
from closet_app.ui.orders.pick_dialog import AddPieceDialog, PickDialog
from closet_app.ui.orders.refund_dialog import RefundDialog
from closet_app.ui.orders.return_dialog import ReturnDialog
from closet_app.ui.orders.sell_dialog import Sold, open_sell
from closet_app.ui.orders.ship_dialog import ShipDialog
from closet_app.ui.orders.work import OrderWork
from closet_app.ui.printing.room_door import open_room
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.dialogs import ConfirmDialog, open_modal
from closet_app.ui.words import say


class OrderDoors(QObject):
    """Opens what asks the seller something; nothing opens without an order."""

    def __init__(self, work: OrderWork, thumbs: Thumbs) -> None:
        super().__init__(work)
        self._work = work
        self._thumbs = thumbs
        self.dialog: QDialog | None = None

    def edit_amounts(self) -> None:
        """Correct the money of the order."""
        self._open(
            lambda view: AmountsDialog(self._work.desk, view, self._work.speech, self._thumbs)
        )

    def edit_details(self) -> None:
        """Correct the marketplace's number and the day to ship by."""
        self._open(lambda view: DetailsDialog(self._work.desk, view, self._work.speech))

    def edit_buyer(self) -> None:
        """Correct the buyer, or name one."""
        self._open(lambda view: BuyerDialog(self._work.desk, view, self._work.speech))

    def refund(self) -> None:
        """Record money given back."""
        self._open(lambda view: RefundDialog(self._work.desk, view, self._work.speech))

    def take_back(self) -> None:
        """Record pieces that came back."""
        self._open(lambda view: ReturnDialog(self._work.desk, view, self._work.speech))

    def ship(self) -> None:
        """Mark the order shipped, with its tracking number."""
        self._open(lambda view: ShipDialog(self._work.desk, view, self._work.speech))

    def add_piece(self) -> None:
        """Put one more piece into the order."""
        self._open(
            lambda view: AddPieceDialog(self._work.desk, view, self._work.speech, self._thumbs)
        )

    def new_order(self, then: Sold) -> None:
        """Choose pieces, then mark them sold."""
        desk = self._work.desk
        dialog = PickDialog(desk, self._work.speech, self._thumbs)
        dialog.picked.connect(lambda ids: self._keep(open_sell(desk, ids, then)))
        self._keep(dialog)
        dialog.open()

    def cancel(self) -> None:
        """Call the order off after one question."""
        view = self._work.view
        if view is None:
            return
        closet = self._work.desk.closet
        question = ConfirmDialog(
            say("Cancel order {number}?", number=view.number),
            say("Its pieces go back to stock and its fee counts as nothing. You can undo this."),
            act=say("Cancel the order"),
            keep=say("Keep it"),
            parent=self._work.window,
        )
        self.dialog = question
        open_modal(question, lambda: self._work.run(lambda each: order_steps.cancel(closet, each)))

    def advance(self) -> None:
        """Do what comes next: packed, shipped, delivered."""
        view = self._work.view
        steps: dict[LineState, Callable[[], object]] = {
            LineState.SOLD: self._work.mark_packed,
            LineState.PACKED: self.ship,
            LineState.SHIPPED: self._work.mark_delivered,
        }
        if view is not None and view.status in steps:
            steps[view.status]()

    def print_piece(self, piece: str) -> None:
        """Go to the print room with one printed piece of the order."""
        self._print(piece)

    def print_all(self) -> None:
        """Go to the print room with everything of the order."""
        self._print("")

    def print_waiting(self) -> None:
        """Go to the print room with every order that waits to be packed."""
        open_room(self._work.desk)

    def _print(self, piece: str) -> None:
        if self._work.order_id:
            open_room(self._work.desk, [self._work.order_id], piece)

    def _open(self, make: Callable[[OrderView], QDialog]) -> None:
        view = self._work.view
        if view is not None:
            self._keep(make(view))
            if self.dialog is not None:
                self.dialog.open()

    def _keep(self, dialog: QDialog | None) -> None:
        self.dialog = dialog
