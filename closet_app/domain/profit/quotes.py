"""What the seller would keep of a sale that may come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from closet_app.domain.fees import ExtraChoice, Fee, FeeBase, RuleBook
from closet_app.domain.money import Money, total_of
from closet_app.domain.units import Percent


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleTerms:
    """One sale that may come; amounts left out are zero.

    `tax_percent` stands in for `tax` where the tax follows from price and shipping; `cost`
    None is not known, and counts as zero.
    """

    marketplace: str
    on: date
    price: Money
    fee_class: str = "clothing"
    discount: Money | None = None
    shipping: Money | None = None
    tax: Money | None = None
    tax_percent: Percent | None = None
    own_label: bool = False
    postage: Money | None = None
    supplies: Money | None = None
    cost: Money | None = None
    pieces: int = 1
    starting_price: Money | None = None
    variant: str = ""
    extras: tuple[ExtraChoice, ...] = ()

    def amount(self, given: Money | None) -> Money:
        """`given`, or nothing in the currency of the sale."""
        return Money.zero(self.price.currency) if given is None else given

    @property
    def items(self) -> Money:
        """The price less the discount."""
        return self.price - self.amount(self.discount)

    @property
    def tax_paid(self) -> Money:
        """The tax the buyer pays: as given, or the percentage of items and shipping."""
        if self.tax_percent is None:
            return self.amount(self.tax)
        return (self.items + self.amount(self.shipping)).part(self.tax_percent.rate)

    @property
    def received(self) -> Money:
        """What comes in before the fee: items, and shipping with the seller's own label."""
        return self.items + self.amount(self.shipping if self.own_label else None)

    @property
    def outlay(self) -> Money:
        """Postage, supplies and cost together."""
        spent = (self.postage, self.supplies, self.cost)
        return total_of((self.amount(each) for each in spent), self.price.currency)

    @property
    def fee_base(self) -> FeeBase:
        """The sale as the rule book wants it."""
        return FeeBase(
            marketplace=self.marketplace,
            on=self.on,
            price=self.price,
            fee_class=self.fee_class,
            discount=self.discount,
            shipping=self.shipping,
            tax=self.tax_paid,
            pieces=self.pieces,
            starting_price=self.starting_price,
            variant=self.variant,
            extras=self.extras,
        )


@dataclass(frozen=True, slots=True)
class Quote:
    """What a sale on these terms would leave; `cost_known` is false when the cost is missing."""

    marketplace: str
    fee: Fee
    payout: Money
    keep: Money
    postage: Money
    supplies: Money
    cost: Money
    cost_known: bool
    terms: SaleTerms


def quote(book: RuleBook, terms: SaleTerms) -> Quote:
    """What a sale on `terms` would leave; raises UserError where no fee rule serves it."""
    fee = book.expected_fee(terms.fee_base)
    payout = terms.received - fee.total
    return Quote(
        marketplace=terms.marketplace,
        fee=fee,
        payout=payout,
        keep=payout - terms.outlay,
        postage=terms.amount(terms.postage),
        supplies=terms.amount(terms.supplies),
        cost=terms.amount(terms.cost),
        cost_known=terms.cost is not None,
        terms=terms,
    )
