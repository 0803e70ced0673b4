"""Pieces: add, edit, duplicate, reprice, move and tag them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from closet_app.db import items as stored
from closet_app.db.ledger import Ledger, reading
from closet_app.db.records import ItemRecord, LineRecord, ListingRecord
from closet_app.domain import pricing
from closet_app.domain.fields import FIELD
from closet_app.domain.item import ItemFacts
from closet_app.domain.money import Money
from closet_app.domain.progress import SILENT, Progress
from closet_app.domain.sku import sku_key
from closet_app.domain.status import SELLABLE
from closet_app.domain.text import clean_line
from closet_app.errors import InvalidValueError, NotFoundError, UserError
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.item_facts import COST_FIELDS, facts_as_values, facts_of, with_facts
from closet_app.services.numbering import next_number
from closet_app.services.photo_intake import attach, taken_in
from closet_app.services.writing import writing
from closet_app.wording import counted, say_money, tr

Edit = Callable[[ItemRecord], ItemRecord]


def by_sku(closet: Closet, sku: str) -> int:
    """The id of the piece with this number, in whatever case; raises NotFoundError."""
    key = sku_key(sku)
    with closet.database.read() as connection:
        found = stored.ids_of_skus(connection, [key])
    if key not in found:
        raise NotFoundError(
            tr("There is no item {sku} in this closet.").format(sku=clean_line(sku))
        )
    return found[key]


def is_in_stock(closet: Closet, item_id: int) -> bool:
    """Whether a piece can still be sold."""
    with reading(closet.database) as ledger:
        item = ledger.get(ItemRecord, item_id)
    return item.deleted_at is None and item.quantity > 0 and item.own_status in SELLABLE


def add_item(
    closet: Closet, facts: ItemFacts, photos: Sequence[Path] = (), progress: Progress = SILENT
) -> tuple[int, Changed]:
    """Add one piece as a draft with its photos; a photo that cannot be read is left out and named.

    The next free number is taken when `facts` has none. Raises InvalidValueError.
    """
    kept, problems = taken_in(closet, photos, progress)
    _need_some_photo(photos, kept, problems)
    with writing(closet, _added_words(1)) as step:
        item_id = insert_item(closet, step.ledger, facts)
        attach(step.ledger, item_id, kept)
        step.problems.extend(problems)
    return item_id, step.changed


def insert_item(
    closet: Closet, ledger: Ledger, facts: ItemFacts, number: str = "", **also: object
) -> int:
    """Insert one piece inside a step; `also` sets further columns of its record."""
    sku = facts.sku or number or next_number(ledger)
    values = {**facts_as_values(facts), "sku": sku}
    start = ItemRecord(
        created_at=ledger.at, updated_at=ledger.at, status_since=closet.clock.today()
    )
    record = with_facts(start, values, closet.currency)
    _require_free(ledger, record)
    return ledger.add(replace(record, **also))  # type: ignore[arg-type]  # columns of ItemRecord


def edit(closet: Closet, ids: Iterable[int], values: Mapping[str, object]) -> Changed:
    """Set fields (by key of the field table, typed) on pieces; raises InvalidValueError."""
    wanted = tuple(ids)
    return _edit_each(
        closet,
        wanted,
        _edit_words(len(wanted), values),
        lambda record: with_facts(record, values, closet.currency),
    )


def duplicate(closet: Closet, item_id: int) -> tuple[int, Changed]:
    """A new draft with the same facts and no photos, under the next free number."""
    with writing(closet, tr("Duplicated 1 item")) as step:
        facts = facts_of(step.ledger.get(ItemRecord, item_id), closet.currency)
        fresh = replace(facts, sku="", quantity=max(1, facts.quantity))
        made = insert_item(closet, step.ledger, fresh)
    return made, step.changed


def reprice(closet: Closet, ids: Iterable[int], rule: pricing.Reprice) -> Changed:
    """Change asking prices by `rule`; pieces without a price are named and left alone."""
    wanted = tuple(ids)
    problems: list[Problem] = []

    def change(record: ItemRecord) -> ItemRecord:
        asking = _money(record.asking_minor, closet.currency)
        floor = _money(record.floor_minor, closet.currency)
        new = pricing.reprice(rule, asking, floor)
        if new is None:
            problems.append(Problem(record.sku, tr("It has no price yet.")))
            return record
        if new.held_by_floor:
            problems.append(Problem(record.sku, tr("Its floor held the price.")))
        return with_facts(record, {"asking": new.price}, closet.currency)

    label = counted(len(wanted), "Repriced {n} item", "Repriced {n} items")
    return _edit_each(closet, wanted, label, change, problems)


def move_to_bin(closet: Closet, ids: Iterable[int], bin_name: str) -> Changed:
    """Say where pieces lie."""
    wanted = tuple(ids)
    moved = counted(len(wanted), "Moved {n} item to bin", "Moved {n} items to bin")
    named = f"{moved} {clean_line(bin_name) or '–'}"
    return _edit_each(
        closet,
        wanted,
        named,
        lambda record: with_facts(record, {"bin": bin_name}, closet.currency),
    )


def add_tag(closet: Closet, ids: Iterable[int], tag: str) -> Changed:
    """Put a tag on pieces that do not have it yet; raises InvalidValueError for an empty one."""
    name = clean_line(tag)
    if not name:
        raise InvalidValueError(tr("Type the tag."), field="tags")
    wanted = tuple(ids)
    return _edit_each(
        closet,
        wanted,
        counted(len(wanted), "Tagged {n} item", "Tagged {n} items"),
        lambda record: with_facts(record, {"tags": (*record.tags, name)}, closet.currency),
    )


def _edit_each(
    closet: Closet,
    ids: Sequence[int],
    label: str,
    change: Edit,
    problems: Sequence[Problem] = (),
) -> Changed:
    with writing(closet, label) as step:
        for before in step.ledger.many(ItemRecord, ids):
            after = change(before)
            if after == before:
                continue
            if after.sku_key != before.sku_key:
                _require_free(step.ledger, after)
            step.ledger.put(replace(after, updated_at=step.ledger.at))
            _carry(step.ledger, before, after)
        step.problems.extend(problems)
    return step.changed


def _carry(ledger: Ledger, before: ItemRecord, after: ItemRecord) -> None:
    """Orders follow the cost and live listings the price; a sale was of what it cost."""
    if after.cost_minor != before.cost_minor:
        for line in ledger.where(LineRecord, item_id=after.id):
            ledger.put(replace(line, cost_minor=after.cost_minor))
    if after.asking_minor != before.asking_minor:
        for listing in ledger.where(ListingRecord, item_id=after.id, state="live"):
            if listing.price_minor in {None, before.asking_minor}:
                ledger.put(replace(listing, price_minor=after.asking_minor))


def _require_free(ledger: Ledger, record: ItemRecord) -> None:
    other = ledger.first(ItemRecord, sku_key=record.sku_key)
    if other is None or other.id == record.id:
        return
    where = tr("It is in Trash.") if other.deleted_at else other.title
    raise InvalidValueError(
        tr("Number {sku} is taken already.").format(sku=other.sku),
        field="sku",
        remedy=tr("Choose another number. {where}").format(where=where).strip(),
    )


def _need_some_photo(
    asked: Sequence[Path], kept: Sequence[object], problems: Sequence[Problem]
) -> None:
    if asked and not kept:
        raise UserError(
            problems[0].why if problems else tr("There is no photo to add."),
            safe=tr("No item was made."),
        )


def _edit_words(count: int, values: Mapping[str, object]) -> str:
    if count != 1 or len(values) != 1:
        return counted(count, "Edited {n} item", "Edited {n} items")
    key, value = next(iter(values.items()))
    if key not in FIELD:
        return tr("Edited 1 item")
    if key in {"asking", *COST_FIELDS} and isinstance(value, Money):
        return tr("{field} is now {value}").format(field=FIELD[key].words, value=say_money(value))
    return tr("Edited {field}").format(field=FIELD[key].words.lower())


def _added_words(count: int) -> str:
    return counted(count, "Added {n} item", "Added {n} items")


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)
