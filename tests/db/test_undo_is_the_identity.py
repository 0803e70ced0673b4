"""Whatever was done: taking it all back gives what was before, doing it again what was after."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from closet_app.db.engine import Database
from closet_app.db.tables import (
    RECORDED,
    Buyer,
    Item,
    Listing,
    MarketplaceSetting,
    Order,
    OrderLine,
    PackingTick,
    Photo,
    Refund,
    Shop,
    Task,
)
from closet_app.db.undo import peek_redo, peek_undo, redo, undo
from closet_app.db.work import UnitOfWork
from tests.db.samples import (
    AT,
    TODAY,
    add_item,
    add_listing,
    add_order,
    add_photo,
    dump,
    new_closet,
)

TABLES = [str(model.__tablename__) for model in RECORDED]
Draw = random.Random
Operation = Callable[[UnitOfWork, Draw], None]
WORDS = ("tee", "가방", "crème", "", "“quoted” \\", "0")


def _add_piece(work: UnitOfWork, draw: Draw) -> None:
    highest = max((int(item.sku[3:]) for item in work.where(Item)), default=0)
    item = add_item(work, highest + draw.randint(1, 9), title=draw.choice(WORDS))
    for position in range(draw.randint(0, 3)):
        add_photo(work, item, position, left_out=draw.random() < 0.3)
    if draw.random() < 0.5:
        add_listing(work, item, draw.choice(("ebay", "depop")), since=TODAY)


def _edit_pieces(work: UnitOfWork, draw: Draw) -> None:
    for item in work.where(Item):
        item.title = draw.choice(WORDS)
        item.tags = tuple(draw.sample(WORDS, 2))
        item.cost_price_minor = draw.choice((None, 0, 600))
        item.cost_tax_minor = draw.choice((None, 50))
        item.acquired_on = draw.choice((None, TODAY))
        item.measurements = draw.choice(((), (("chest", 508_000), ("length", 3_175))))
        item.deleted_at = draw.choice((None, AT))


def _move_photos(work: UnitOfWork, draw: Draw) -> None:
    items = [item.id for item in work.where(Item)]
    for photo in work.where(Photo):
        photo.position = draw.randint(0, 3)
        photo.item_id = draw.choice([*items, None])


def _delete_photos(work: UnitOfWork, draw: Draw) -> None:
    for photo in work.where(Photo):
        if draw.random() < 0.5:
            work.delete(photo)


def _list_again(work: UnitOfWork, draw: Draw) -> None:
    for listing in work.where(Listing):
        work.delete(listing)
        again = Listing(item_id=listing.item_id, marketplace=listing.marketplace)
        again.price_minor = draw.choice((None, 3_400))
        work.add(again)


def _sell(work: UnitOfWork, draw: Draw) -> None:
    items = work.where(Item)
    number = 1_001 + len(work.where(Order))
    order = add_order(work, number, *draw.sample(items, min(len(items), 2)))
    work.add(PackingTick(order_id=order.id, step="Tissue", ticked_at=AT))
    work.add(Task(order_id=order.id, created_at=AT, marketplace="ebay"))


def _refund(work: UnitOfWork, draw: Draw) -> None:
    for line in work.where(OrderLine):
        line.state = draw.choice(("packed", "returned"))
        line.returned_on = date(2026, 11, draw.randint(1, 28))
        work.add(Refund(order_id=line.order_id, amount_minor=500, given_on=TODAY))
    for tick in work.where(PackingTick):
        work.delete(tick)


def _settle_shop(work: UnitOfWork, draw: Draw) -> None:
    shop = work.find(Shop, 1) or work.add(Shop())
    shop.name, shop.sample = draw.choice(WORDS), draw.random() < 0.5
    for setting in work.where(MarketplaceSetting):
        setting.enabled = not setting.enabled
    if not work.where(MarketplaceSetting):
        work.add(MarketplaceSetting(marketplace="ebay"))
    for buyer in work.where(Buyer):
        buyer.notes = draw.choice(WORDS)


OPERATIONS: tuple[Operation, ...] = (
    _add_piece,
    _edit_pieces,
    _move_photos,
    _delete_photos,
    _list_again,
    _sell,
    _refund,
    _settle_shop,
)
Plan = list[tuple[Operation, int]]
plans = st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 99)), min_size=1, max_size=6)


def _play(database: Database, plan: Plan) -> None:
    for at, (operation, seed) in enumerate(plan):
        with database.write(f"Step {at}") as work:
            operation(work, random.Random(seed))


def _steps(database: Database, *, undone: bool) -> int:
    with database.read() as connection:
        peek = peek_redo if undone else peek_undo
        return 0 if peek(connection) is None else 1


# Shrinking would write thousands of closets; the seeds are small enough to read.
@settings(max_examples=25, phases=(Phase.explicit, Phase.generate))
@given(first=plans, then=plans, back=st.integers(0, 5))
def test_undo_of_everything_is_as_if_nothing_had_been_done(
    first: Plan, then: Plan, back: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = new_closet(Path(folder))
        _play(database, [(_add_piece, 1), (_sell, 2), *first])
        for _ in range(back):
            if _steps(database, undone=False):
                undo(database)
        _play(database, then)
        _walk_back_and_forth(database)
        database.close()


def _walk_back_and_forth(database: Database) -> None:
    while _steps(database, undone=True):
        redo(database)
    seen = [dump(database, *TABLES)]
    while _steps(database, undone=False):
        undo(database)
        seen.append(dump(database, *TABLES))
    assert not any(seen[-1].values())
    for before in reversed(seen[:-1]):
        redo(database)
        assert dump(database, *TABLES) == before
    assert not _steps(database, undone=True)
