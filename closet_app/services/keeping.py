"""What a piece would keep on each marketplace, on the shop's own assumptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from closet_app.db.ledger import Ledger
from closet_app.db.records import MarketplaceRecord
from closet_app.domain.fees import RuleBook
from closet_app.domain.money import Money
from closet_app.domain.profit import SaleTerms, quote
from closet_app.domain.units import Percent
from closet_app.errors import UserError
from closet_app.services.closet import Closet


class Estimated(Protocol):
    """What of a piece an estimate rests on."""

    @property
    def department(self) -> str:
        """Its department."""

    @property
    def category(self) -> str:
        """Its category."""

    @property
    def subcategory(self) -> str:
        """Its subcategory."""

    @property
    def asking_minor(self) -> int | None:
        """Its asking price in minor units."""

    @property
    def cost_minor(self) -> int | None:
        """What it cost in minor units."""


@dataclass(frozen=True, slots=True)
class KeepTable:
    """The shop's marketplaces with their assumptions, on one day, in one currency.

    What is left before cost depends on few things, so it is worked out once for each of them.
    """

    book: RuleBook
    settings: tuple[MarketplaceRecord, ...]
    on: date
    currency: str
    _left: dict[tuple[str, str, int], int | None] = field(default_factory=dict)

    def fee_class(self, item: Estimated) -> str:
        """The fee class of `item`'s place in the taxonomy."""
        return self.book.fee_class_of(item.department, item.category, item.subcategory)

    def terms(
        self, setting: MarketplaceRecord, fee_class: str, price: Money, cost: Money | None
    ) -> SaleTerms:
        """A sale at `price` on one marketplace, with everything the shop assumes there."""
        return SaleTerms(
            marketplace=setting.marketplace,
            on=self.on,
            price=price,
            fee_class=fee_class,
            shipping=Money(setting.shipping_minor, self.currency),
            tax_percent=Percent(Decimal(setting.tax_percent or "0")),
            own_label=setting.own_label,
            postage=Money(setting.postage_minor, self.currency),
            supplies=Money(setting.supplies_minor, self.currency),
            cost=cost,
        )

    def setting(self, marketplace: str) -> MarketplaceRecord:
        """How the shop sells there; nothing assumed where it never said."""
        known = (each for each in self.settings if each.marketplace == marketplace)
        return next(known, MarketplaceRecord(marketplace=marketplace, enabled=False))

    def lowest(self, item: Estimated, live: Sequence[str]) -> tuple[int | None, str]:
        """The least that a sale at the asking price keeps, in minor units, and where.

        Of the marketplaces in `live`, or of all enabled ones when that is empty.
        """
        if item.asking_minor is None:
            return None, ""
        places = live or [each.marketplace for each in self.settings if each.enabled]
        fee_class, cost = self.fee_class(item), item.cost_minor or 0
        left = [(self._before_cost(name, fee_class, item.asking_minor), name) for name in places]
        kept = [(amount - cost, name) for amount, name in left if amount is not None]
        return min(kept, default=(None, ""))

    def _before_cost(self, marketplace: str, fee_class: str, asking: int) -> int | None:
        key = (marketplace, fee_class, asking)
        if key not in self._left:
            self._left[key] = self._quoted(marketplace, fee_class, asking)
        return self._left[key]

    def _quoted(self, marketplace: str, fee_class: str, asking: int) -> int | None:
        price = Money(asking, self.currency)
        terms = self.terms(self.setting(marketplace), fee_class, price, None)
        try:
            return quote(self.book, terms).keep.minor
        except UserError:
            return None


def keep_table(closet: Closet, ledger: Ledger) -> KeepTable:
    """The assumptions as they stand in this step."""
    settings = sorted(ledger.where(MarketplaceRecord), key=lambda each: each.position)
    return KeepTable(closet.book, tuple(settings), closet.clock.today(), closet.currency)
