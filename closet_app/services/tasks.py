"""Take-downs: where a piece that is gone is still listed."""

from __future__ import annotations

from dataclasses import replace

from closet_app.db.ledger import Ledger, reading
from closet_app.db.records import ItemRecord, ListingRecord, TaskRecord
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.records import TakeDown
from closet_app.services.writing import writing
from closet_app.wording import tr


def open_take_downs(closet: Closet) -> tuple[TakeDown, ...]:
    """Every listing that is still to be taken down, the oldest first."""
    with reading(closet.database) as ledger:
        return tuple(take_down_of(ledger, task) for task in ledger.where(TaskRecord, done_at=None))


def tick_take_down(closet: Closet, task_id: int, *, done: bool = True) -> Changed:
    """The listing was taken down; or it was not, after all."""
    with writing(closet, tr("Took down 1 listing") if done else tr("Listing is still up")) as step:
        task = step.ledger.get(TaskRecord, task_id)
        step.ledger.put(replace(task, done_at=step.ledger.at if done else None))
        listing = step.ledger.first(
            ListingRecord, item_id=task.item_id, marketplace=task.marketplace
        )
        if listing is not None:
            ended = closet.clock.today() if done else None
            state = "ended" if done else "live"
            step.ledger.put(replace(listing, state=state, ended_on=ended))
    return step.changed


def take_down_of(ledger: Ledger, task: TaskRecord) -> TakeDown:
    """A task as screens show it."""
    item = ledger.find(ItemRecord, task.item_id)
    listing = ledger.first(ListingRecord, item_id=task.item_id, marketplace=task.marketplace)
    return TakeDown(
        id=task.id,
        order_id=task.order_id,
        item_id=task.item_id or 0,
        sku=item.sku if item else "",
        title=item.title if item else "",
        marketplace=task.marketplace,
        url=listing.url if listing else "",
        done=task.done_at is not None,
    )
