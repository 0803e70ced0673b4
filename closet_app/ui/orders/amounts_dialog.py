"""Every amount of an order, corrected."""

from __future__ import annotations

from collections.abc import Callable

from closet_app.services import orders
from closet_app.services.changed import Changed
from closet_app.services.order_quotes import OrderQuote, quote_amounts
from closet_app.services.records import OrderLine, OrderView
from closet_app.ui.desk import Desk
from closet_app.ui.orders.amount_fields import AMOUNTS
from closet_app.ui.orders.faces import line_detail
from closet_app.ui.orders.money_dialog import MoneyDialog
from closet_app.ui.orders.price_lines import PricedPiece, PriceLines
from closet_app.ui.orders.speech import Speech
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.words import say


class AmountsDialog(MoneyDialog):
    """Prices, discount, shipping, label, costs, tax and the fee that was charged."""

    def __init__(self, desk: Desk, view: OrderView, speech: Speech, thumbs: Thumbs) -> None:
        title = say("Amounts of order {number}", number=view.number)
        super().__init__(desk, title, speech, act=say("Save"), keep=say("Leave as is"))
        self._view = view
        self.prices = PriceLines([_piece(line) for line in view.lines], thumbs, speech)
        self.lines = self.prices
        self.column.addWidget(self.prices)
        self.column.addWidget(self.amounts)
        self.column.addStretch(1)
        amounts = {key: getattr(view, key) for key in AMOUNTS}
        self.amounts.show_amounts(amounts, own_label=view.own_label)
        self.prices.edited.connect(self.show_quote)
        self.show_quote()

    def marketplace(self) -> str:
        return self._view.marketplace

    def quote(self) -> OrderQuote:
        return quote_amounts(
            self.desk.closet,
            self._view.id,
            own_label=self.amounts.is_own_label,
            prices=self.prices.prices(),
            **self.amounts.values(),
        )

    def work(self) -> Callable[[], Changed]:
        closet, order_id = self.desk.closet, self._view.id
        own_label, prices = self.amounts.is_own_label, self.prices.prices()
        amounts = self.amounts.values()
        return lambda: orders.edit_amounts(
            closet, order_id, own_label=own_label, prices=prices, **amounts
        )


def _piece(line: OrderLine) -> PricedPiece:
    return PricedPiece(line.title or line.sku, line_detail(line), line.photo, line.price)
