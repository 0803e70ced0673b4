"""The parcel is handed over."""

from __future__ import annotations

from collections.abc import Callable

from closet_app.services import order_steps
from closet_app.services.changed import Changed
from closet_app.services.records import OrderView
from closet_app.ui.desk import Desk
from closet_app.ui.orders.command_form import CommandForm
from closet_app.ui.orders.speech import Speech
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.widgets.value_fields import DateField
from closet_app.ui.words import say


class ShipDialog(CommandForm):
    """Since when, and how to follow it; only the day is needed."""

    def __init__(self, desk: Desk, view: OrderView, speech: Speech) -> None:
        title = say("Mark order {number} shipped", number=view.number)
        super().__init__(desk, title, act=say("Mark shipped"), keep=say("Not yet"))
        self._order_id = view.id
        self.tracking = LineField(say("Tracking number"), empty=say("Paste it here"))
        self.carrier = LineField(say("Carrier"), empty=say("Who carries it"))
        self.day = DateField(
            say("Shipped on"), speech.read_day, speech.day, required=say("Type the day.")
        )
        for field in (self.tracking, self.carrier, self.day):
            self.body.addWidget(field)
        self.tracking.set_text(view.tracking)
        self.carrier.set_text(view.carrier)
        self.day.set_value(speech.today)
        self.tracking.line.setFocus()

    def check(self) -> str:
        return "" if self.day.is_valid else say("Correct what is marked first.")

    def work(self) -> Callable[[], Changed]:
        closet, order_id = self.desk.closet, self._order_id
        on, tracking, carrier = self.day.value(), self.tracking.text, self.carrier.text
        return lambda: order_steps.mark_shipped(closet, order_id, on, tracking, carrier)
