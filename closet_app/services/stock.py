"""Where pieces stand: listed, on hold, archived, in Trash, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from closet_app.db import trash as stored_trash
from closet_app.db.intake_records import FlawPinRecord, IntakeGroupRecord
from closet_app.db.ledger import Ledger
from closet_app.db.parcel_records import OrderMatchRecord
from closet_app.db.records import (
    ItemRecord,
    LineRecord,
    ListingRecord,
    PhotoRecord,
    TaskRecord,
)
from closet_app.domain.status import ArchiveReason, ItemStatus, change_status
from closet_app.errors import UserError
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.writing import Writing, writing
from closet_app.wording import counted

TRASH_DAYS = 30
Move = Callable[[Ledger, ItemRecord], ItemRecord]


def mark_listed(
    closet: Closet,
    ids: Iterable[int],
    marketplaces: Sequence[str] = (),
    since: date | None = None,
) -> Changed:
    """Say that pieces are for sale, and live on each of `marketplaces` since that day."""
    day = since or closet.clock.today()

    def move(ledger: Ledger, item: ItemRecord) -> ItemRecord:
        for marketplace in marketplaces:
            put_on_marketplace(ledger, item, marketplace, day)
        listed = _moved(item, ItemStatus.LISTED)
        return replace(listed, listed_since=item.listed_since or day)

    return _move_all(closet, ids, ("Listed {n} item", "Listed {n} items"), move)


def hold(closet: Closet, ids: Iterable[int]) -> Changed:
    """Keep listed pieces aside; their listings stay."""
    words = ("Put {n} item on hold", "Put {n} items on hold")
    return _move_all(closet, ids, words, lambda _, item: _moved(item, ItemStatus.ON_HOLD))


def release(closet: Closet, ids: Iterable[int]) -> Changed:
    """End the hold."""
    words = ("Released {n} item", "Released {n} items")
    return _move_all(closet, ids, words, lambda _, item: _moved(item, ItemStatus.LISTED))


def restock(closet: Closet, ids: Iterable[int]) -> Changed:
    """Take returned pieces back into stock as drafts, ready to be listed again."""
    words = ("Put {n} item back into stock", "Put {n} items back into stock")

    def move(_: Ledger, item: ItemRecord) -> ItemRecord:
        return replace(_moved(item, ItemStatus.DRAFT), quantity=max(1, item.quantity))

    return _move_all(closet, ids, words, move)


def archive(closet: Closet, ids: Iterable[int], reason: ArchiveReason) -> Changed:
    """Take unsold pieces out of the stock; their listings become tasks to take down."""

    def move(ledger: Ledger, item: ItemRecord) -> ItemRecord:
        moved = _moved(item, ItemStatus.ARCHIVED)
        ask_to_take_down(ledger, item.id)
        return replace(moved, archive_reason=reason.value, listed_since=None)

    return _move_all(closet, ids, ("Archived {n} item", "Archived {n} items"), move)


def unarchive(closet: Closet, ids: Iterable[int]) -> Changed:
    """Bring archived pieces back as drafts."""

    def move(_: Ledger, item: ItemRecord) -> ItemRecord:
        return replace(_moved(item, ItemStatus.DRAFT), archive_reason="")

    words = ("Brought {n} item back", "Brought {n} items back")
    return _move_all(closet, ids, words, move)


def trash(closet: Closet, ids: Iterable[int]) -> Changed:
    """Delete pieces: they wait 30 days in Trash with their photos; orders keep their numbers."""

    def move(ledger: Ledger, item: ItemRecord) -> ItemRecord:
        return replace(item, deleted_at=item.deleted_at or ledger.at)

    words = ("Moved {n} item to Trash", "Moved {n} items to Trash")
    return _move_all(closet, ids, words, move)


def restore(closet: Closet, ids: Iterable[int]) -> Changed:
    """Take pieces out of Trash as they were."""
    words = ("Restored {n} item", "Restored {n} items")
    return _move_all(closet, ids, words, lambda _, item: replace(item, deleted_at=None))


def empty_trash(closet: Closet, ids: Iterable[int]) -> Changed:
    """Delete pieces for good; sold ones live on in their orders by number, title and cost.

    Cannot be undone.
    """
    wanted = tuple(ids)
    label = counted(len(wanted), "Deleted {n} item for good", "Deleted {n} items for good")
    with writing(closet, label, kind="purge") as step:
        for item in step.ledger.many(ItemRecord, wanted):
            if item.deleted_at is not None:
                _purge(step.ledger, item)
    return step.changed


def sweep_trash(closet: Closet) -> Changed:
    """Delete for good what has been in Trash for more than 30 days."""
    with closet.database.read() as connection:
        before = closet.clock.now() - timedelta(days=TRASH_DAYS)
        old = stored_trash.items_to_purge(connection, before)
    return empty_trash(closet, old) if old else Changed("")


def put_on_marketplace(
    ledger: Ledger, item: ItemRecord, marketplace: str, since: date, url: str | None = None
) -> None:
    """Make the listing of `item` live there at its asking price, inside a step."""
    found = ledger.first(ListingRecord, item_id=item.id, marketplace=marketplace)
    if found is None:
        ledger.add(
            ListingRecord(
                item_id=item.id,
                marketplace=marketplace,
                price_minor=item.asking_minor,
                since=since,
                url=url or "",
            )
        )
        return
    fresh = found if found.state == "live" else replace(found, since=since)
    ledger.put(
        replace(
            fresh,
            state="live",
            ended_on=None,
            url=found.url if url is None else url,
            price_minor=item.asking_minor if fresh is not found else found.price_minor,
        )
    )


def ask_to_take_down(ledger: Ledger, item_id: int, order_id: int | None = None) -> None:
    """Make a task of each marketplace where a piece that is gone is still listed."""
    asked = ledger.where(TaskRecord, item_id=item_id, done_at=None)
    waiting = {task.marketplace for task in asked}
    for listing in ledger.where(ListingRecord, item_id=item_id, state="live"):
        if listing.marketplace not in waiting:
            ledger.add(
                TaskRecord(
                    item_id=item_id,
                    order_id=order_id,
                    marketplace=listing.marketplace,
                    created_at=ledger.at,
                )
            )


def _move_all(closet: Closet, ids: Iterable[int], words: tuple[str, str], move: Move) -> Changed:
    wanted = tuple(ids)
    with writing(closet, counted(len(wanted), *words)) as step:
        for item in step.ledger.many(ItemRecord, wanted):
            _move_one(step, item, move)
        if wanted and len(step.problems) == len(wanted):
            raise UserError(step.problems[0].why)
    return step.changed


def _move_one(step: Writing, item: ItemRecord, move: Move) -> None:
    try:
        moved = move(step.ledger, item)
    except UserError as why:
        step.problems.append(Problem(item.sku, str(why)))
        return
    if moved != item:
        step.ledger.put(replace(moved, updated_at=step.ledger.at))


def _moved(item: ItemRecord, wanted: ItemStatus) -> ItemRecord:
    change_status(ItemStatus(item.status), wanted)
    return replace(item, own_status=wanted.value)


def _purge(ledger: Ledger, item: ItemRecord) -> None:
    for line in ledger.where(LineRecord, item_id=item.id):
        ledger.put(replace(line, item_id=None))
    for task in ledger.where(TaskRecord, item_id=item.id):
        ledger.delete(task)
    for listing in ledger.where(ListingRecord, item_id=item.id):
        ledger.delete(listing)
    for pin in ledger.where(FlawPinRecord, item_id=item.id):
        ledger.delete(pin)
    for match in ledger.where(OrderMatchRecord, item_id=item.id):
        ledger.delete(match)
    for group in ledger.where(IntakeGroupRecord, item_id=item.id):
        ledger.put(replace(group, item_id=None))
    for photo in ledger.where(PhotoRecord, item_id=item.id):
        ledger.delete(photo)
    ledger.delete(item)
