"""What a row says beside the facts of a piece: its status, its listings, its last price."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from closet_app.domain.item import ItemFacts
from closet_app.domain.status import SOLD_STATUSES, ArchiveReason, ItemStatus
from closet_app.errors import InvalidValueError
from closet_app.exchange.candidates import ListedAt, Standing
from closet_app.exchange.cell_forms import read_listings
from closet_app.exchange.reading import ImportOptions
from closet_app.exchange.sheet import cell_text
from closet_app.exchange.targets import (
    ARCHIVE_REASON,
    CURRENCY,
    LISTED_SINCE,
    LISTINGS,
    LOWEST_ASKING,
    MARKETPLACES,
    SOLD_ON,
    STATUS,
)
from closet_app.exchange.value_forms import chosen
from closet_app.exchange.values_in import Read, Reader, Told
from closet_app.exchange.words_in import NO, YES, status_of, word_key

FURTHEST = (
    ItemStatus.DRAFT, ItemStatus.LISTED, ItemStatus.ON_HOLD, ItemStatus.RETURNED,
    ItemStatus.ARCHIVED, ItemStatus.SOLD, ItemStatus.PACKED, ItemStatus.SHIPPED,
    ItemStatus.DELIVERED,
)  # fmt: skip
"""Of two columns that name a status, the later one here counts."""


def _status(told: Told, options: ImportOptions) -> Read:
    text = cell_text(told.cell).strip()
    if options.own:
        return Read(_known(ItemStatus, text))
    status = status_of(text, told.heading)
    if status is not None or word_key(text) in NO | YES:
        return Read(status)
    return Read(None, f"“{text[:40]}” is no status here, so it was kept in the notes.", text)


def _archive_reason(told: Told, _: ImportOptions) -> Read:
    return Read(_known(ArchiveReason, cell_text(told.cell)))


def _listings(told: Told, options: ImportOptions) -> Read:
    return Read(read_listings(cell_text(told.cell), options.currency))


def _currency(told: Told, options: ImportOptions) -> Read:
    text = cell_text(told.cell).strip()
    if text != options.currency:
        raise InvalidValueError(
            f"This row is in {text[:20]} and the closet in {options.currency}.",
            remedy="Open a closet in that currency for it.",
        )
    return Read()


def _known(choices: type[StrEnum], text: str) -> StrEnum:
    choice = chosen(choices, text)
    if choice is None:
        raise InvalidValueError(f"“{text[:40]}” is not known here.")
    return choice


READERS_BESIDE: dict[str, Reader] = {
    STATUS: _status,
    ARCHIVE_REASON: _archive_reason,
    LISTINGS: _listings,
    CURRENCY: _currency,
}


def furthest(one: ItemStatus, other: ItemStatus) -> ItemStatus:
    """Of two columns that name a status, the one that is further on."""
    return max(one, other, key=FURTHEST.index)


def standing_of(values: Mapping[str, Any], facts: ItemFacts) -> Standing:
    """The standing that the values of a row's other columns come to."""
    status, sold_on = values.get(STATUS), values.get(SOLD_ON)
    if sold_on and status not in SOLD_STATUSES | {ItemStatus.RETURNED}:
        status = ItemStatus.SOLD
    since = values.get(LISTED_SINCE)
    is_live = status in {None, ItemStatus.LISTED, ItemStatus.ON_HOLD}
    found = tuple(
        ListedAt(name, price=facts.asking, since=since, state="live" if is_live else "ended")
        for name in values.get(MARKETPLACES, ())
    )
    return Standing(
        status=status,
        archive_reason=values.get(ARCHIVE_REASON),
        listed_since=since,
        sold_on=sold_on,
        lowest_asking=values.get(LOWEST_ASKING),
        listings=values.get(LISTINGS, found),
    )
