"""Closet's own list of pieces: how one becomes a row, and how such a list is recognised."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from closet_app.domain.item import ItemFacts
from closet_app.domain.status import ItemStatus
from closet_app.exchange.candidates import Standing
from closet_app.exchange.columns import FIELD_COLUMNS, ITEMS, Value

LEAST_HEADINGS = 10
SIGNATURE = frozenset({"SKU", "Title", "Currency"})
WHY = "Why it was not taken in"
"""The heading of the reasons beside rows that were saved to be put right."""

OWN_KEYS = {column.heading: column.key for column in ITEMS}

_facts_of = attrgetter(*(column.key for column in FIELD_COLUMNS))


def item_row(facts: ItemFacts, standing: Standing, currency: str) -> tuple[Value, ...]:
    """One piece in the order of `ITEMS`."""
    return (
        *_facts_of(facts),
        standing.status or ItemStatus.DRAFT,
        standing.archive_reason,
        standing.listed_since,
        standing.lowest_asking,
        standing.listings,
        currency,
    )


def is_own_format(headings: Sequence[str]) -> bool:
    """Whether these are the headings of Closet's own list, in any order, some perhaps deleted."""
    known = set(headings) - {WHY}
    return len(known) >= LEAST_HEADINGS and SIGNATURE <= known <= set(OWN_KEYS)
