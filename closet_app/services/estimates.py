"""What a piece would keep at a price, marketplace by marketplace, and backwards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from closet_app.db.ledger import reading
from closet_app.db.records import ItemRecord, ListingRecord, MarketplaceRecord
from closet_app.domain import pricing
from closet_app.domain.money import Money
from closet_app.domain.profit import SaleTerms, quote
from closet_app.errors import UserError
from closet_app.services.closet import Closet
from closet_app.services.keeping import KeepTable, keep_table
from closet_app.services.records import KeepEstimate


def estimates(closet: Closet, item_id: int, price: Money | None = None) -> tuple[KeepEstimate, ...]:
    """A sale at `price`, or the asking price, on every enabled marketplace, in the shop's order."""
    with reading(closet.database) as ledger:
        item = ledger.get(ItemRecord, item_id)
        table = keep_table(closet, ledger)
        listed = {
            each.marketplace for each in ledger.where(ListingRecord, item_id=item_id, state="live")
        }
    at = price or Money(item.asking_minor or 0, closet.currency)
    shown = [each for each in table.settings if each.enabled or each.marketplace in listed]
    return tuple(
        _estimate(table, setting, item, at, listed=setting.marketplace in listed)
        for setting in shown
    )


def terms_of(
    closet: Closet, item_id: int, marketplace: str, price: Money | None = None
) -> SaleTerms:
    """A sale of this piece there, on everything the shop assumes."""
    with reading(closet.database) as ledger:
        item = ledger.get(ItemRecord, item_id)
        table = keep_table(closet, ledger)
    at = price or Money(item.asking_minor or 0, closet.currency)
    return _terms(table, table.setting(marketplace), item, at)


def offer(closet: Closet, item_id: int, marketplace: str, price: Money) -> KeepEstimate:
    """What accepting an offer of `price` would leave there; the listing keeps its own price."""
    with reading(closet.database) as ledger:
        item = ledger.get(ItemRecord, item_id)
        table = keep_table(closet, ledger)
    return _estimate(table, table.setting(marketplace), item, price, listed=False)


def offer_bands(
    closet: Closet, item_id: int, marketplace: str, low: Money, high: Money
) -> tuple[pricing.BandSpan, ...]:
    """The offer slider: which offers lose money, lie below the floor, or are fine."""
    with reading(closet.database) as ledger:
        floor = ledger.get(ItemRecord, item_id).floor_minor
    terms = terms_of(closet, item_id, marketplace)
    least = None if floor is None else Money(floor, closet.currency)
    return pricing.offer_bands(closet.book, terms, low, high, least)


def lowest_floor(closet: Closet, item_id: int, marketplace: str) -> Money:
    """The lowest price that pays cost, fee, postage and supplies there."""
    return pricing.lowest_floor(closet.book, terms_of(closet, item_id, marketplace))


def price_that_keeps(closet: Closet, item_id: int, marketplace: str, wanted: Money) -> Money:
    """The lowest price there that leaves at least `wanted`."""
    return pricing.price_that_keeps(closet.book, terms_of(closet, item_id, marketplace), wanted)


def _terms(
    table: KeepTable, setting: MarketplaceRecord, item: ItemRecord, price: Money
) -> SaleTerms:
    cost = None if item.cost_minor is None else Money(item.cost_minor, table.currency)
    terms = table.terms(setting, table.fee_class(item), price, cost)
    asking = Money(item.asking_minor, table.currency) if item.asking_minor else None
    return replace(terms, starting_price=asking)


def _estimate(
    table: KeepTable, setting: MarketplaceRecord, item: ItemRecord, price: Money, *, listed: bool
) -> KeepEstimate:
    terms = _terms(table, setting, item, price)
    nothing = Money.zero(table.currency)
    assumed: dict[str, Any] = {
        "postage": terms.amount(terms.postage),
        "supplies": terms.amount(terms.supplies),
        "shipping": terms.amount(terms.shipping),
        "tax": terms.tax_paid,
        "cost": terms.amount(terms.cost),
    }
    try:
        found = quote(table.book, terms)
    except UserError as why:
        return KeepEstimate(
            setting.marketplace, listed, price, None, **assumed,
            payout=nothing, keep=nothing, why_not=str(why),
        )  # fmt: skip
    return KeepEstimate(
        setting.marketplace, listed, price, found.fee, **assumed,
        payout=found.payout, keep=found.keep,
    )  # fmt: skip
