"""What follows from a change: each touched piece's status and what it would keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from closet_app.db.ledger import Ledger
from closet_app.db.records import ItemRecord, LineRecord, ListingRecord, OrderRecord
from closet_app.domain.status import ItemStatus, LineState, derive_status
from closet_app.services.closet import Closet
from closet_app.services.keeping import KeepTable, keep_table
from closet_app.services.order_money import line_profit_of

OPEN_LINES = (LineState.SOLD, LineState.PACKED, LineState.SHIPPED, LineState.DELIVERED)
MOST_AT_ONCE = 2_000

R = TypeVar("R", LineRecord, ListingRecord)


def settle(closet: Closet, ledger: Ledger, item_ids: Iterable[int]) -> None:
    """Bring the derived columns of these pieces in line with everything else of them."""
    wanted = sorted(item_ids)
    if not wanted:
        return
    table = keep_table(closet, ledger)
    for start in range(0, len(wanted), MOST_AT_ONCE):
        _settle_some(closet, ledger, table, wanted[start : start + MOST_AT_ONCE])


def refresh_keep(closet: Closet, ledger: Ledger, item_ids: Iterable[int]) -> None:
    """Work out anew what these pieces would keep; nothing else of them changes."""
    table = keep_table(closet, ledger)
    wanted = sorted(item_ids)
    for start in range(0, len(wanted), MOST_AT_ONCE):
        ids = wanted[start : start + MOST_AT_ONCE]
        lines = _by_item(ledger.where(LineRecord, item_id=ids))
        listings = _by_item(ledger.where(ListingRecord, item_id=ids))
        for item in ledger.many(ItemRecord, ids):
            keep, place = _keep(ledger, table, item, lines[item.id], listings[item.id])
            ledger.put(replace(item, keep_minor=keep, keep_marketplace=place))


def _settle_some(closet: Closet, ledger: Ledger, table: KeepTable, ids: list[int]) -> None:
    lines = _by_item(ledger.where(LineRecord, item_id=ids))
    listings = _by_item(ledger.where(ListingRecord, item_id=ids))
    for item in ledger.many(ItemRecord, ids):
        settled = _with_status(closet, item, lines[item.id], listings[item.id])
        keep, marketplace = _keep(ledger, table, settled, lines[item.id], listings[item.id])
        ledger.put(replace(settled, keep_minor=keep, keep_marketplace=marketplace))


def _by_item(records: Sequence[R]) -> defaultdict[int, list[R]]:
    grouped: defaultdict[int, list[R]] = defaultdict(list)
    for record in records:
        if record.item_id is not None:
            grouped[record.item_id].append(record)
    return grouped


def _with_status(
    closet: Closet, item: ItemRecord, lines: Sequence[LineRecord], listings: Sequence[ListingRecord]
) -> ItemRecord:
    states = [LineState(line.state) for line in lines]
    status = derive_status(ItemStatus(item.own_status), item.quantity, states)
    listed_since = min(_live_since(listings), default=item.listed_since)
    if status == item.status and listed_since == item.listed_since:
        return item
    since = item.status_since if status == item.status else closet.clock.today()
    return replace(item, status=status.value, status_since=since, listed_since=listed_since)


def _live_since(listings: Sequence[ListingRecord]) -> Iterator[date]:
    return (each.since for each in listings if each.state == "live" and each.since is not None)


def _keep(
    ledger: Ledger,
    table: KeepTable,
    item: ItemRecord,
    lines: Sequence[LineRecord],
    listings: Sequence[ListingRecord],
) -> tuple[int | None, str]:
    sold = [line for line in lines if line.state in OPEN_LINES]
    if sold and item.quantity == 0:
        order = ledger.get(OrderRecord, sold[-1].order_id)
        return line_profit_of(ledger, order, sold[-1].id).profit.minor, order.marketplace
    live = [each.marketplace for each in listings if each.state == "live"]
    return table.lowest(item, live)
