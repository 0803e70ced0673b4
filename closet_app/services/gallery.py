"""The closet as it is looked through: ids, cards, totals, facets and completions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from closet_app.db.cards import CardRow, newest_ids, read_cards
from closet_app.db.facets import Totals as StoredTotals
from closet_app.db.front import ShopFront, enabled_marketplaces, read_front
from closet_app.db.sorting import Sort
from closet_app.domain.currencies import digits_of
from closet_app.domain.money import Money
from closet_app.domain.query import Query, parse
from closet_app.domain.status import ItemStatus
from closet_app.services.closet import Closet
from closet_app.services.records import Card, FacetCount, Facets, PhotoRef, Totals

FIRST_PAGE = 256


@dataclass(frozen=True, slots=True)
class Counts:
    """What the rail's badges and the status bar say."""

    items: int
    to_pack: int
    trash: int
    take_downs: int


def find(
    closet: Closet, text: str = "", sort: str = Sort.NEWEST, *, limit: int | None = None
) -> list[int]:
    """Ids of the pieces that a search finds, in the order `sort` (the value of a `Sort`)."""
    today = closet.clock.today()
    return closet.search.find_ids(read_query(closet, text), Sort(sort), today=today, limit=limit)


def first_ids(closet: Closet) -> list[int]:
    """The newest pieces without a search, read straight from the table for the first paint."""
    with closet.database.glance() as connection:
        return newest_ids(connection, FIRST_PAGE)


def find_in_trash(closet: Closet, text: str = "", sort: Sort = Sort.CHANGED) -> list[int]:
    """Ids of the pieces in Trash that a search finds."""
    today = closet.clock.today()
    return closet.search.find_ids(read_query(closet, text), sort, today=today, trash=True)


def cards(closet: Closet, ids: Sequence[int]) -> list[Card]:
    """Cards of these pieces in their order; ids of none are left out."""
    with closet.database.glance() as connection:
        return [_card(row, closet.currency) for row in read_cards(connection, ids)]


def thumbnail(closet: Closet, ref: PhotoRef, size: str) -> Path:
    """The file of a photo in one of the two sizes, made when it is missing."""
    return closet.thumbnails.get(ref.sha256, ref.recipe, size)


def front(closet: Closet) -> ShopFront:
    """The shop's name and how it writes amounts and days."""
    with closet.database.glance() as connection:
        return read_front(connection) or ShopFront()


def sold_on(closet: Closet) -> list[str]:
    """The marketplaces on which the shop sells, in its order."""
    with closet.database.glance() as connection:
        return enabled_marketplaces(connection)


def facets(closet: Closet, text: str = "") -> Facets:
    """Counts of every group under the filters of the other groups, and the totals."""
    found = closet.search.facets(read_query(closet, text), today=closet.clock.today())
    groups = {
        key: tuple(FacetCount(value, count) for value, count in counts)
        for key, counts in found.groups.items()
    }
    return Facets(groups, found.ages, found.not_listed, _totals(found.totals, closet.currency))


def totals(closet: Closet, ids: Sequence[int]) -> Totals:
    """What these pieces come to."""
    return _totals(closet.search.totals(ids), closet.currency)


def suggest(closet: Closet, key: str, prefix: str, text: str = "") -> list[FacetCount]:
    """Values of a search key that begin with `prefix`, or words, with how many pieces have them."""
    today = closet.clock.today()
    within = read_query(closet, text)
    found = closet.search.suggest(key, prefix, today=today, within=within)
    return [FacetCount(value, count) for value, count in found]


def counts(closet: Closet) -> Counts:
    """How much there is of everything that is counted at the window's edge."""
    # The first cards show without the tables.
    from closet_app.db.items import count_items
    from closet_app.db.orders import count_to_pack
    from closet_app.db.tasks import count_open_tasks
    from closet_app.db.trash import count_trash

    with closet.database.read() as connection:
        return Counts(
            items=count_items(connection),
            to_pack=count_to_pack(connection),
            trash=count_trash(connection),
            take_downs=count_open_tasks(connection),
        )


def read_query(closet: Closet, text: str) -> Query:
    """A typed search as terms; money is read in the closet's currency."""
    typed = parse(text, digits=digits_of(closet.currency), today=closet.clock.today())
    return closet.reference.taxonomy.understood(typed)


def _card(row: CardRow, currency: str) -> Card:
    return Card(
        id=row.id,
        sku=row.sku,
        title=row.title,
        brand=row.brand,
        size=row.size,
        status=ItemStatus(row.status),
        listed_since=row.listed_since,
        asking=_money(row.asking_minor, currency),
        keep=_money(row.keep_minor, currency),
        cost=_money(row.cost_minor, currency),
        bin=row.bin,
        category=row.category,
        condition=row.condition,
        photo=PhotoRef.of(row.photo_id, row.sha256, row.recipe) if row.photo_id else None,
        listed_on=row.marketplaces,
        quantity=row.quantity,
    )


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)


def _totals(found: StoredTotals, currency: str) -> Totals:
    asking, keep = Money(found.asking_minor, currency), Money(found.keep_minor, currency)
    return Totals(found.count, asking, keep)
