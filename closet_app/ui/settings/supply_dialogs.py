"""What is asked about a supply: a new one, what was bought, how many there really are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from closet_app.domain.money import Money
from closet_app.errors import InvalidValueError
from closet_app.services import supplies
from closet_app.services.changed import Changed
from closet_app.services.records.supplies import Supply, SupplyLot
from closet_app.ui.desk import Desk
from closet_app.ui.orders.command_form import CommandForm
from closet_app.ui.orders.speech import Speech
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.widgets.value_fields import DateField, MoneyField, NumberField
from closet_app.ui.words import mark, say

CORRECT = mark("Correct what is marked first.")


def count_field(label: str, *, least: int = 0, required: str = "") -> NumberField[int]:
    """A field for a whole number from `least` on."""

    def parse(text: str) -> int:
        plain = text.replace(",", "").replace(" ", "")
        if not plain.isdecimal() or not least <= int(plain) <= supplies.MOST:
            raise InvalidValueError(say("Type a whole number from {least} on.", least=least))
        return int(plain)

    return NumberField(label, parse, lambda number: f"{number:,}", required=required)


class NewSupplyDialog(CommandForm):
    """A name is enough; what was bought of it is added on its card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, say("Add a supply"), act=say("Add the supply"), keep=say("Not now"))
        self.name = LineField(say("Name"), empty=say("Tissue, mailers, ribbon…"))
        self.unit = LineField(say("Counted in"), empty=say("sheets, pieces, ft"))
        self.reorder = count_field(say("Buy more when so many are left"))
        for field in (self.name, self.unit, self.reorder):
            self.body.addWidget(field)
        self.name.line.setFocus()

    def check(self) -> str:
        return "" if self.reorder.is_valid else say(CORRECT)

    def work(self) -> Callable[[], Changed]:
        closet, name, unit = self.desk.closet, self.name.text, self.unit.text
        at = self.reorder.value() or 0
        return lambda: supplies.add_supply(closet, name, unit, at)[1]


class LotDialog(CommandForm):
    """What was bought of a supply, when, and what all of it cost."""

    def __init__(
        self, desk: Desk, speech: Speech, supply: Supply, lot: SupplyLot | None = None
    ) -> None:
        title = say("What you bought: {name}", name=supply.name)
        act = say("Correct it") if lot else say("Add it")
        super().__init__(desk, title, act=act, keep=say("Leave as is"))
        self._supply, self._lot = supply, lot
        self._currency = desk.closet.currency
        unit = f"{say('How many')}, {supply.unit}" if supply.unit else say("How many")
        self.quantity = count_field(unit, least=1, required=say("Type how many you bought."))
        self.cost: MoneyField[Money] = MoneyField(
            say("What all of them cost"), speech.read_amount, speech.money, empty=say("nothing")
        )
        self.day = DateField(say("Bought on"), speech.read_day, speech.day)
        for field in (self.quantity, self.cost, self.day):
            self.body.addWidget(field)
        self.day.set_value(lot.bought_on if lot else speech.today)
        if lot is not None:
            self.quantity.set_value(lot.quantity)
            self.cost.set_value(lot.cost)
        self.quantity.line.setFocus()

    def check(self) -> str:
        are_valid = [field.is_valid for field in (self.quantity, self.cost, self.day)]
        return "" if all(are_valid) else say(CORRECT)

    def work(self) -> Callable[[], Changed]:
        closet, supply, lot = self.desk.closet, self._supply, self._lot
        quantity = self.quantity.value() or 0
        cost = self.cost.value() or Money(0, self._currency)
        day: date | None = self.day.value()
        if lot is None:
            return lambda: supplies.buy_lot(closet, supply.id, quantity, cost, day)
        return lambda: supplies.edit_lot(closet, lot.id, quantity, cost, day)


class CountDialog(CommandForm):
    """How many there really are."""

    def __init__(self, desk: Desk, supply: Supply) -> None:
        title = say("How many are left: {name}", name=supply.name)
        super().__init__(desk, title, act=say("Correct the count"), keep=say("Leave as is"))
        self._supply = supply
        self.counted = count_field(say("Counted just now"), required=say("Type how many."))
        self.counted.set_value(supply.left)
        self.body.addWidget(self.counted)
        self.counted.line.setFocus()
        self.counted.line.selectAll()

    def check(self) -> str:
        return "" if self.counted.is_valid else say(CORRECT)

    def work(self) -> Callable[[], Changed]:
        closet, supply_id, counted = self.desk.closet, self._supply.id, self.counted.value() or 0
        return lambda: supplies.correct_count(closet, supply_id, counted)
