"""Marks pieces sold: where, for how much, to whom, and what that leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from closet_app.domain.money import Money, total_of
from closet_app.domain.profit import SaleTerms
from closet_app.domain.units import Percent
from closet_app.services import buyers, gallery, orders
from closet_app.services.changed import Changed
from closet_app.services.order_quotes import OrderQuote, quote_sale
from closet_app.services.order_views import order
from closet_app.services.records import Card, MarketplaceDefaults, NewSale
from closet_app.services.shop import marketplaces
from closet_app.ui.desk import Desk
from closet_app.ui.orders.amount_fields import FOLLOWING
from closet_app.ui.orders.buyer_fields import BuyerFields
from closet_app.ui.orders.marketplace_picker import MarketplacePicker, Place
from closet_app.ui.orders.money_dialog import MoneyDialog
from closet_app.ui.orders.price_lines import PricedPiece, PriceLines
from closet_app.ui.orders.side_cards import take_down_words
from closet_app.ui.orders.speech import speech_of
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.choices import SwitchField
from closet_app.ui.widgets.text_fields import LineField, MultiLineField
from closet_app.ui.widgets.value_fields import DateField, ParsedField
from closet_app.ui.words import say, say_many

Sold = Callable[[int], object]


def open_sell(desk: Desk, item_ids: Sequence[int], then: Sold | None = None) -> SellDialog | None:
    """Ask how these pieces were sold; `then` gets the order's id. None when they are all gone."""
    cards = gallery.cards(desk.closet, list(item_ids))
    if not cards:
        desk.toast(say("Choose what was sold first."), icon="triangle-alert")
        return None
    dialog = SellDialog(desk, cards, then)
    dialog.open()
    return dialog


class SellDialog(MoneyDialog):
    """One press marks everything sold; what cannot be is said here, and nothing is lost."""

    def __init__(self, desk: Desk, cards: Sequence[Card], then: Sold | None = None) -> None:
        count = len(cards)
        title = say_many("Mark {count} item sold", "Mark {count} items sold", count)
        super().__init__(
            desk, title, speech_of(desk.closet), act=say("Mark sold"), keep=say("Not sold")
        )
        self._cards = cards
        self._then = then
        self._order_id = 0
        self._defaults = {each.marketplace: each for each in marketplaces(desk.closet)}
        self.thumbs = Thumbs(desk.closet, desk.jobs, self)
        nothing = Money.zero(desk.closet.currency)
        self.prices = PriceLines(
            [_piece(card, nothing) for card in cards], self.thumbs, self.speech
        )
        self.lines = self.prices
        self.picker = MarketplacePicker(self._places())
        self.day = DateField(
            say("Sold on"), self.speech.read_day, self.speech.day, required=say("Type the day.")
        )
        self.number = LineField(say("Order number there"), empty=say("May stay empty"))
        self.buyer = BuyerFields(buyers.find_buyers(desk.closet, ""), self.speech.home)
        self.gift = SwitchField(say("Gift: no prices on the slip"))
        self.gift_message = MultiLineField(
            say("Gift message"), lines=2, empty=say("What the buyer wants to say, for the slip")
        )
        self.gift_message.hide()
        self._build_column()
        self._connect_fields()
        self.day.set_value(self.speech.today)
        self._propose()
        self.prices.fields[0].line.setFocus()

    def _build_column(self) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(px(12))
        facts.addWidget(self.day, 1)
        facts.addWidget(self.number, 1)
        self.column.addWidget(self.prices)
        self.column.addWidget(self.picker)
        self.column.addLayout(facts)
        self.column.addWidget(self.buyer)
        self.column.addWidget(self.amounts)
        self.column.addWidget(self.gift)
        self.column.addWidget(self.gift_message)
        self.column.addStretch(1)

    def _connect_fields(self) -> None:
        self.prices.edited.connect(self._on_price)
        self.gift.changed.connect(self.gift_message.setVisible)
        self.picker.changed.connect(lambda _marketplace: self._propose())
        self.day.committed.connect(lambda _day: self.show_quote())

    def _places(self) -> list[Place]:
        """Where the pieces are listed first, then the other marketplaces the shop uses."""
        listed = {place for card in self._cards for place in card.listed_on}
        used = [name for name, each in self._defaults.items() if each.enabled or name in listed]
        used.extend(sorted(listed - set(used)))
        used.sort(key=lambda name: name not in listed)
        return [Place(name, self.speech.name(name), name in listed) for name in used]

    def marketplace(self) -> str:
        return self.picker.value()

    def sale(self) -> NewSale:
        """The sale as the form has it."""
        who = self.buyer.value()
        return NewSale(
            item_ids=tuple(card.id for card in self._cards),
            prices=self.prices.prices(),
            marketplace=self.marketplace(),
            sold_on=self.day.value() or self.speech.today,
            marketplace_number=self.number.text,
            buyer_id=who.buyer_id,
            buyer_name=who.name,
            buyer_handle=who.handle,
            address=who.address,
            own_label=self.amounts.is_own_label,
            gift=self.gift.value(),
            gift_message=self.gift_message.text if self.gift.value() else "",
            **self.amounts.values(),  # type: ignore[arg-type]  # amounts by name
        )

    def quote(self) -> OrderQuote:
        return quote_sale(self.desk.closet, self.sale())

    def check(self) -> str:
        if not self.marketplace():
            return say("Turn on a marketplace in Settings first.")
        return super().check()

    def checked_fields(self) -> list[ParsedField[Any]]:
        return [*self.prices.fields, self.day, *self.amounts.fields.values()]

    def work(self) -> Callable[[], Changed]:
        closet, sale = self.desk.closet, self.sale()

        def sell() -> Changed:
            self._order_id, changed = orders.sell(closet, sale)
            return changed

        return sell

    def is_quiet(self) -> bool:
        return True

    def finish(self, changed: Changed) -> None:
        """Say what was done and where it is still offered."""
        downs = order(self.desk.closet, self._order_id).take_downs
        left = take_down_words(downs, self.speech) if downs else ""
        words = ". ".join(part for part in (changed.label, left) if part)
        self.desk.toast(words, undo=True)
        super().finish(changed)
        if self._then is not None:
            self._then(self._order_id)

    def _on_price(self) -> None:
        self._follow_tax()
        self.show_quote()

    def _propose(self) -> None:
        """Show what the shop assumes on the chosen marketplace, but for what was typed."""
        setting = self._defaults.get(self.marketplace())
        if setting is not None:
            free = [key for key in FOLLOWING if key not in self.amounts.touched and key != "tax"]
            own = (
                self.amounts.is_own_label
                if "own_label" in self.amounts.touched
                else setting.own_label
            )
            proposed = {key: getattr(setting, key) for key in free}
            self.amounts.show_amounts(proposed, own_label=own)
        self._follow_tax()
        self.show_quote()

    def _follow_tax(self) -> None:
        setting = self._defaults.get(self.marketplace())
        if setting is not None and "tax" not in self.amounts.touched:
            tax = self._tax(setting)
            self.amounts.show_amounts({"tax": tax}, own_label=self.amounts.is_own_label)

    def _tax(self, setting: MarketplaceDefaults) -> Money:
        amounts = self.amounts.values()
        price = total_of(self.prices.prices(), self.desk.closet.currency)
        terms = SaleTerms(
            marketplace=setting.marketplace,
            on=self.speech.today,
            price=price,
            discount=amounts["discount"],
            shipping=amounts["shipping"],
            tax_percent=Percent(setting.tax_percent or Decimal(0)),
        )
        return terms.tax_paid


def _piece(card: Card, nothing: Money) -> PricedPiece:
    detail = " · ".join(part for part in (card.brand, card.size, card.sku) if part)
    return PricedPiece(card.title or card.sku, detail, card.photo, card.asking or nothing)
