"""The journal in words: one line a command, said by what it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from closet_app.db.rows import HistoryEntry
from closet_app.domain.fields import FIELDS
from closet_app.domain.money import Money
from closet_app.services.closet import Closet
from closet_app.services.records import HistoryLine
from closet_app.wording import counted, say_money, tr

FIELD_WORDS = {
    **{field.key: field.words for field in FIELDS},
    **{f"{field.key}_minor": field.words for field in FIELDS},
    "weight_mg": "Weight",
}
MOVED = {
    "draft": "Made a draft again",
    "listed": "Marked listed",
    "on_hold": "Put on hold",
    "archived": "Archived",
}
QUIET = {
    "id", "sku_key", "updated_at", "created_at", "status", "status_since", "listed_since",
    "lowest_asking_minor", "own_status", "archive_reason", "deleted_at", "quantity", "cost_minor",
}  # fmt: skip


def lines_of(closet: Closet, entries: Iterable[HistoryEntry]) -> tuple[HistoryLine, ...]:
    """One line for each command, the newest first."""
    return tuple(
        HistoryLine(group[0].at, _said(closet, group))
        for group in (list(each) for _, each in groupby(entries, key=lambda entry: entry.step_id))
    )


def _said(closet: Closet, group: Sequence[HistoryEntry]) -> str:
    for phrase in PHRASES:
        words = phrase(closet, group)
        if words:
            return words
    return group[0].label


def _price(closet: Closet, group: Sequence[HistoryEntry]) -> str:
    change = next((each for each in _changes(group, "item", "asking_minor")), None)
    if change is None or _was_added(group, "item"):
        return ""
    before, after = (_money(closet, value) for value in change)
    return tr("Price {before} → {after}").format(before=before, after=after)


def _listed(closet: Closet, group: Sequence[HistoryEntry]) -> str:
    places = [
        str(_after(entry, "marketplace") or "")
        for entry in reversed(group)
        if entry.table == "listing" and entry.was_added
    ]
    names = [closet.book.find(place).name for place in places if place]
    return tr("Listed on {places}").format(places=", ".join(names)) if names else ""


def _sold(closet: Closet, group: Sequence[HistoryEntry]) -> str:
    lines = [each for each in group if each.table == "order_line" and each.was_added]
    prices = [price for line in lines if isinstance(price := _after(line, "price_minor"), int)]
    return tr("Sold for {price}").format(price=_money(closet, sum(prices))) if lines else ""


def _photos(_closet: Closet, group: Sequence[HistoryEntry]) -> str:
    added = sum(each.table == "photo" and each.was_added for each in group)
    if not added or _was_added(group, "item"):
        return ""
    return counted(added, "Added {n} photo", "Added {n} photos")


def _found(closet: Closet, group: Sequence[HistoryEntry]) -> str:
    item = next((each for each in group if each.table == "item" and each.was_added), None)
    if item is None:
        return ""
    source, cost = _after(item, "source"), _after(item, "cost_price_minor")
    if source and cost:
        words = tr("Bought at {source} for {cost}")
        return words.format(source=source, cost=_money(closet, cost))
    return tr("Found at {source}").format(source=source) if source else tr("Added to the closet")


def _moved(_closet: Closet, group: Sequence[HistoryEntry]) -> str:
    """Into Trash and out of it, and what the seller made of the piece."""
    for _, deleted in _changes(group, "item", "deleted_at"):
        return tr("Moved to Trash") if deleted else tr("Restored from Trash")
    for _, status in _changes(group, "item", "own_status"):
        return tr(MOVED.get(str(status), ""))
    return ""


def _fields(_closet: Closet, group: Sequence[HistoryEntry]) -> str:
    names = [
        FIELD_WORDS[name]
        for entry in group
        if entry.table == "item"
        for name in entry.changes
        if name in FIELD_WORDS and name not in QUIET
    ]
    fields = [tr(name).lower() for name in dict.fromkeys(names)]
    return tr("Changed {fields}").format(fields=", ".join(fields)) if fields else ""


PHRASES: tuple[Callable[[Closet, Sequence[HistoryEntry]], str], ...] = (
    _sold, _found, _price, _listed, _moved, _photos, _fields,
)  # fmt: skip


def _changes(
    group: Sequence[HistoryEntry], table: str, column: str
) -> Iterator[tuple[object, object]]:
    return (
        entry.changes[column] for entry in group if entry.table == table and column in entry.changes
    )


def _after(entry: HistoryEntry, column: str) -> object:
    return entry.changes[column][1] if column in entry.changes else None


def _was_added(group: Sequence[HistoryEntry], table: str) -> bool:
    return any(entry.table == table and entry.was_added for entry in group)


def _money(closet: Closet, minor: object) -> str:
    return say_money(Money(minor, closet.currency)) if isinstance(minor, int) else tr("none")
