"""Closets to test on: a new one in milliseconds, and the sample shop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from closet_app.domain.item import ItemFacts
from closet_app.domain.money import Money
from closet_app.paths import resources
from closet_app.services import items, orders
from closet_app.services.clock import Clock, fixed_clock
from closet_app.services.closet import Closet
from closet_app.services.opening import create_closet
from closet_app.services.records import NewSale, Shop

TODAY = date(2026, 11, 22)
PHOTOS = resources() / "sample" / "photos"


def usd(amount: str | int) -> Money:
    """So many dollars."""
    return Money.of(amount, "USD")


def new_closet(folder: Path, clock: Clock | None = None, **shop: Any) -> Closet:
    """An empty shop in `folder` on a fixed day."""
    own = Shop(**{"name": "Juniper Lane", "sku_pattern": "JL-{0000}", **shop})
    return create_closet(folder, own, resources(), clock or fixed_clock(TODAY))


def add(closet: Closet, title: str = "Breton boatneck tee", **facts: Any) -> int:
    """One piece that cost $6 and asks $34, unless told otherwise."""
    given = {"cost_price": usd(6), "asking": usd(34), "department": "Women", "category": "Tops"}
    return items.add_item(closet, ItemFacts(title=title, **{**given, **facts}))[0]


def sell(
    closet: Closet, ids: Sequence[int], prices: Sequence[str], market: str = "ebay", **more: Any
) -> int:
    """Sell pieces in one order; returns its id."""
    sale = NewSale(
        item_ids=tuple(ids),
        prices=tuple(usd(price) for price in prices),
        marketplace=market,
        sold_on=more.pop("sold_on", TODAY),
        **more,
    )
    return orders.sell(closet, sale)[0]
