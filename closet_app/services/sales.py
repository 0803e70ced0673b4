"""What was sold: each piece with every part of its profit, and the figures of a year."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from closet_app.db import orders as stored
from closet_app.db.ledger import reading
from closet_app.db.records import ItemRecord, LineRecord, OrderRecord
from closet_app.db.rows import OrderDetail
from closet_app.domain.item import Ownership
from closet_app.domain.money import Money, total_of
from closet_app.domain.profit import LineProfit, OrderMoney, order_profit
from closet_app.domain.status import LineState
from closet_app.services.closet import Closet
from closet_app.services.order_money import money_of

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """One line of an order: a piece, its share of the order's money, and of the buyer's tax.

    A cancelled line is no sale; it is here because a fee may have been charged for it.
    """

    order_id: int
    number: int
    marketplace: str
    marketplace_number: str
    buyer: str
    sold_on: date
    shipped_on: date | None
    delivered_on: date | None
    returned_on: date | None
    sku: str
    title: str
    ownership: Ownership
    state: LineState
    own_label: bool
    fee_charged: bool
    share: LineProfit
    tax: Money

    @property
    def counts(self) -> bool:
        """Whether the piece was sold, and not called off."""
        return self.state is not LineState.CANCELLED


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What some sales come to; a sold piece whose cost is not known counts in `without_cost`."""

    orders: int
    pieces: int
    price: Money
    discount: Money
    shipping: Money
    fee: Money
    postage: Money
    supplies: Money
    refund: Money
    cost: Money
    profit: Money
    tax: Money
    without_cost: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a year (None: of all), and the same by marketplace, month and ownership.

    Months are the first of each; marketplaces are ids, the one that sold most first.
    """

    year: int | None
    total: Figures
    by_marketplace: tuple[tuple[str, Figures], ...]
    by_month: tuple[tuple[date, Figures], ...]
    by_ownership: tuple[tuple[Ownership, Figures], ...]


def sales(closet: Closet, year: int | None = None) -> tuple[Sale, ...]:
    """Every line of every order of a year, by day and order; the year is that of `sold_on`."""
    with reading(closet.database) as ledger:
        details = stored.read_sales(ledger.connection, *_span(year))
        ids = {line.item_id for each in details for line in each.lines if line.item_id}
        owned = {item.id: Ownership(item.ownership) for item in ledger.many(ItemRecord, ids)}
    return tuple(sale for each in details for sale in _sales_of(each, owned))


def summary(closet: Closet, year: int | None = None) -> Summary:
    """What the sales of a year come to; each group adds up to the total to the cent."""
    found = sales(closet, year)
    currency = closet.currency
    places = _grouped(found, lambda sale: sale.marketplace, currency)
    return Summary(
        year=year,
        total=figures(found, currency),
        by_marketplace=tuple(sorted(places, key=lambda one: (-one[1].price.minor, one[0]))),
        by_month=tuple(sorted(_grouped(found, lambda sale: sale.sold_on.replace(day=1), currency))),
        by_ownership=tuple(sorted(_grouped(found, lambda sale: sale.ownership, currency))),
    )


def years(closet: Closet) -> list[int]:
    """The years in which something was sold, the newest first."""
    with closet.database.read() as connection:
        return stored.years_with_sales(connection)


def figures(some: Sequence[Sale], currency: str) -> Figures:
    """The sums of `some` sales, which are all in `currency`."""
    shares = [sale.share for sale in some]

    def sum_of(part: Callable[[LineProfit], Money]) -> Money:
        return total_of(map(part, shares), currency)

    return Figures(
        orders=len({sale.order_id for sale in some if sale.counts}),
        pieces=sum(sale.counts for sale in some),
        price=sum_of(lambda share: share.price),
        discount=sum_of(lambda share: share.discount),
        shipping=sum_of(lambda share: share.shipping_received),
        fee=sum_of(lambda share: share.fee),
        postage=sum_of(lambda share: share.postage),
        supplies=sum_of(lambda share: share.supplies),
        refund=sum_of(lambda share: share.refund),
        cost=sum_of(lambda share: share.cost),
        profit=sum_of(lambda share: share.profit),
        tax=total_of((sale.tax for sale in some), currency),
        without_cost=sum(sale.counts and not sale.share.cost_known for sale in some),
    )


def _grouped(
    found: Sequence[Sale], key: Callable[[Sale], K], currency: str
) -> list[tuple[K, Figures]]:
    groups: dict[K, list[Sale]] = {}
    for sale in found:
        groups.setdefault(key(sale), []).append(sale)
    return [(group, figures(some, currency)) for group, some in groups.items()]


def _span(year: int | None) -> tuple[date, date]:
    return (date.min, date.max) if year is None else (date(year, 1, 1), date(year, 12, 31))


def _sales_of(detail: OrderDetail, owned: dict[int, Ownership]) -> Iterable[Sale]:
    money = money_of(detail.order, detail.lines, detail.refunds)
    shares = order_profit(money).lines
    rows = zip(detail.lines, shares, _taxes(money), strict=True)
    for line, share, tax in rows:
        owner = owned.get(line.item_id or 0, Ownership.BUSINESS)
        yield _sale(detail, line, share, tax, owner)


def _sale(
    detail: OrderDetail, line: LineRecord, share: LineProfit, tax: Money, owner: Ownership
) -> Sale:
    order, buyer = detail.order, detail.buyer
    return Sale(
        order_id=order.id,
        number=order.number,
        marketplace=order.marketplace,
        marketplace_number=order.marketplace_number,
        buyer=(buyer.name or buyer.handle) if buyer else "",
        sold_on=_day(order),
        shipped_on=order.shipped_on,
        delivered_on=order.delivered_on,
        returned_on=line.returned_on,
        sku=line.sku,
        title=line.title,
        ownership=owner,
        state=LineState(line.state),
        own_label=order.own_label,
        fee_charged=order.fee_charged_minor is not None,
        share=share,
        tax=tax,
    )


def _day(order: OrderRecord) -> date:
    if order.sold_on is None:
        raise ValueError(order.number)
    return order.sold_on


def _taxes(money: OrderMoney) -> Sequence[Money]:
    """Each line's part of the tax that the buyer paid; nothing for what was cancelled."""
    nothing = Money.zero(money.currency)
    tax = money.tax if money.tax is not None and any(money.live) else nothing
    weights = [price.minor for price in money.sold_prices]
    return tax.split(weights if any(weights) else [int(live) for live in money.live])
