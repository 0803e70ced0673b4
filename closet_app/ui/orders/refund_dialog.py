"""Money given back to the buyer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from closet_app.domain.money import Money
from closet_app.services import order_steps
from closet_app.services.changed import Changed
from closet_app.services.records import OrderView
from closet_app.ui.desk import Desk
from closet_app.ui.orders.command_form import CommandForm
from closet_app.ui.orders.speech import Speech
from closet_app.ui.orders.ways import refundable
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.widgets.value_fields import DateField, MoneyField
from closet_app.ui.words import say


class RefundDialog(CommandForm):
    """How much, when and why; never more than what was paid and not given back yet."""

    def __init__(self, desk: Desk, view: OrderView, speech: Speech) -> None:
        title = say("Refund on order {number}", number=view.number)
        super().__init__(desk, title, act=say("Record the refund"), keep=say("Leave as is"))
        self._order_id = view.id
        self._most = refundable(view)
        self._speech = speech
        self.amount: MoneyField[Money] = MoneyField(
            say("Amount"),
            speech.read_amount,
            speech.money,
            hint=say("at most {amount}", amount=speech.money(self._most)),
            required=say("Type how much you gave back."),
        )
        self.day = DateField(
            say("Given back on"), speech.read_day, speech.day, required=say("Type the day.")
        )
        self.reason = LineField(say("Reason"), empty=say("A loose button, a late parcel…"))
        for field in (self.amount, self.day, self.reason):
            self.body.addWidget(field)
        self.day.set_value(speech.today)
        self.amount.line.setFocus()

    def check(self) -> str:
        if not (self.amount.is_valid and self.day.is_valid):
            return say("Correct what is marked first.")
        amount = self.amount.value()
        if amount is None or amount.minor <= 0:
            self.amount.set_error(say("Type how much you gave back."))
            return say("Correct what is marked first.")
        if amount > self._most:
            most = self._speech.money(self._most)
            self.amount.set_error(say("The buyer paid no more than {most}.", most=most))
            return say("Correct what is marked first.")
        return ""

    def work(self) -> Callable[[], Changed]:
        closet, order_id, reason = self.desk.closet, self._order_id, self.reason.text
        minor = (self.amount.value() or Money.zero(self._most.currency)).minor
        on: date | None = self.day.value()
        return lambda: order_steps.refund(closet, order_id, minor, on, reason)
