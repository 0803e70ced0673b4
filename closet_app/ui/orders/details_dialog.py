"""What an order is called elsewhere, and by when it has to go."""

from __future__ import annotations

from collections.abc import Callable

from closet_app.services import orders
from closet_app.services.changed import Changed
from closet_app.services.records import OrderView
from closet_app.ui.desk import Desk
from closet_app.ui.orders.command_form import CommandForm
from closet_app.ui.orders.speech import Speech
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.widgets.value_fields import DateField
from closet_app.ui.words import say


class DetailsDialog(CommandForm):
    """The marketplace's own number, and the day to ship by."""

    def __init__(self, desk: Desk, view: OrderView, speech: Speech) -> None:
        title = say("Number and dates of order {number}", number=view.number)
        super().__init__(desk, title, act=say("Save"), keep=say("Leave as is"))
        self._order_id = view.id
        name = speech.name(view.marketplace)
        self.number = LineField(say("Order number on {marketplace}", marketplace=name))
        self.ship_by = DateField(say("Ship by"), speech.read_day, speech.day)
        self.body.addWidget(self.number)
        self.body.addWidget(self.ship_by)
        self.number.set_text(view.marketplace_number)
        self.ship_by.set_value(view.ship_by)
        self.number.line.setFocus()

    def check(self) -> str:
        return "" if self.ship_by.is_valid else say("Correct what is marked first.")

    def work(self) -> Callable[[], Changed]:
        closet, order_id = self.desk.closet, self._order_id
        number, ship_by = self.number.text, self.ship_by.value()
        return lambda: orders.edit_order(
            closet, order_id, marketplace_number=number, ship_by=ship_by
        )
