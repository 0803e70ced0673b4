"""Chooses pieces for a new order, or one more for an order that is here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from closet_app.domain.money import Money
from closet_app.services import orders
from closet_app.services.changed import Changed
from closet_app.services.records import OrderView
from closet_app.ui.desk import Desk
from closet_app.ui.orders.command_form import CommandForm
from closet_app.ui.orders.piece_picker import PiecePicker
from closet_app.ui.orders.speech import Speech
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.dialogs import FormDialog
from closet_app.ui.widgets.value_fields import MoneyField
from closet_app.ui.words import say

WIDTH = 520


class PickDialog(FormDialog):
    """What was sold; `picked` carries the pieces' ids once the dialog is gone."""

    picked = Signal(list)

    def __init__(self, desk: Desk, speech: Speech, thumbs: Thumbs) -> None:
        act, keep = say("Go on to the sale"), say("Not now")
        super().__init__(say("What was sold?"), act=act, keep=keep, width=WIDTH, parent=desk.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.picker = PiecePicker(desk, speech, thumbs, many=True)
        self.body.addWidget(self.picker)
        self.picker.search.line.setFocus()
        self.accepted.connect(self._tell)

    def check(self) -> str:
        return "" if self.picker.chosen() else say("Choose what was sold.")

    def _tell(self) -> None:
        self.picked.emit([card.id for card in self.picker.chosen()])


class AddPieceDialog(CommandForm):
    """One more piece for an order, at its price."""

    def __init__(self, desk: Desk, view: OrderView, speech: Speech, thumbs: Thumbs) -> None:
        title = say("Add an item to order {number}", number=view.number)
        super().__init__(desk, title, act=say("Add item"), keep=say("Leave as is"), width=WIDTH)
        self._order_id = view.id
        self.picker = PiecePicker(desk, speech, thumbs, many=False)
        self.price: MoneyField[Money] = MoneyField(
            say("Price"), speech.read_amount, speech.money, required=say("Type the price.")
        )
        self.body.addWidget(self.picker)
        self.body.addWidget(self.price)
        self.picker.changed.connect(self._propose)
        self.picker.search.line.setFocus()

    def check(self) -> str:
        if not self.picker.chosen():
            return say("Choose the item.")
        return "" if self.price.is_valid else say("Correct what is marked first.")

    def work(self) -> Callable[[], Changed]:
        closet, order_id = self.desk.closet, self._order_id
        item_id = self.picker.chosen()[0].id
        price = self.price.value() or Money.zero(closet.currency)
        return lambda: orders.add_line(closet, order_id, item_id, price)

    def _propose(self) -> None:
        chosen = self.picker.chosen()
        self.price.set_value(chosen[0].asking if chosen else None)
