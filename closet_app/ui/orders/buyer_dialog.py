"""Who bought: name, handle, address and what to remember."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.services import buyers
from closet_app.services.changed import Changed
from closet_app.services.order_views import order
from closet_app.services.records import OrderView
from closet_app.ui.desk import Desk
from closet_app.ui.orders.address_fields import AddressFields
from closet_app.ui.orders.command_form import CommandForm
from closet_app.ui.orders.speech import Speech, speech_of
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text_fields import LineField, MultiLineField
from closet_app.ui.words import say


class BuyerDialog(CommandForm):
    """Corrects the buyer of an order, or names one where there was none."""

    def __init__(self, desk: Desk, view: OrderView, speech: Speech) -> None:
        title = say("Edit buyer") if view.buyer else say("Add buyer")
        act = say("Save") if view.buyer else say("Add buyer")
        super().__init__(desk, title, act=act, keep=say("Leave as is"), width=480)
        self._order_id = view.id
        self._buyer = view.buyer
        self.name = LineField(say("Name"))
        self.handle = LineField(say("Handle"))
        self.address = AddressFields(speech.home)
        self.notes = MultiLineField(say("Notes"), lines=2, empty=say("What to remember"))
        names = QHBoxLayout()
        names.setSpacing(px(10))
        names.addWidget(self.name, 3)
        names.addWidget(self.handle, 2)
        self.body.addLayout(names)
        self.body.addWidget(self.address)
        self.body.addWidget(self.notes)
        self._show()

    def _show(self) -> None:
        if self._buyer is not None:
            self.name.set_text(self._buyer.name)
            self.handle.set_text(self._buyer.handle)
            self.address.show_address(self._buyer.address)
            self.notes.set_text(self._buyer.notes)
        self.name.line.setFocus()

    def check(self) -> str:
        self.address.fill()
        if not (self.name.text.strip() or self.handle.text.strip()):
            return say("Type a name or a handle.")
        return ""

    def work(self) -> Callable[[], Changed]:
        closet, order_id = self.desk.closet, self._order_id
        fields = {
            "name": self.name.text,
            "handle": self.handle.text.strip().removeprefix("@"),
            "notes": self.notes.text,
            **self.address.parts(),
        }
        if self._buyer is None:
            return lambda: buyers.add_buyer(closet, order_id, **fields)
        buyer_id = self._buyer.id
        return lambda: buyers.edit_buyer(closet, buyer_id, **fields)


def open_buyer(desk: Desk, order_id: int, over: QWidget) -> BuyerDialog:
    """Edit the buyer of an order above another dialog."""
    dialog = BuyerDialog(desk, order(desk.closet, order_id), speech_of(desk.closet))
    dialog.setParent(over, dialog.windowFlags())
    dialog.open()
    return dialog
