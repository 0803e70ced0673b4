"""Answers to searches, from the columns of all pieces and the full-text index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection

from closet_app.db.columns import Mask, Numbers, value_key
from closet_app.db.companions import Wish, shortlist
from closet_app.db.counting import count_facets, count_totals
from closet_app.db.facets import Facets, Totals
from closet_app.db.matching import Matcher, all_words
from closet_app.db.ordering import Orders
from closet_app.db.shelf import Shelf
from closet_app.db.sorting import Sort
from closet_app.db.words import newest_of_words, words_beginning
from closet_app.domain.query import Query

_MOST_SUGGESTIONS = 12
_BY_ID = frozenset({Sort.NEWEST, Sort.OLDEST})
_LOOK_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, on which day, and whether in the trash."""

    query: Query
    today: date
    trash: bool = False


class Finder:
    """One copy of the columns of all pieces; not safe for threads, `Search` locks it."""

    def __init__(self) -> None:
        self._shelf = Shelf()
        self._orders = Orders(self._shelf)

    def load(self, connection: Connection) -> None:
        """Read everything again."""
        self._shelf.load(connection)
        self._orders.forget()

    def update(self, connection: Connection, items: set[int], orders: set[int]) -> None:
        """Read again the pieces that changed, and those of the orders that changed."""
        changed = items | _items_of(connection, orders)
        self._shelf.update(connection, changed)
        self._orders.update(changed)

    def ids(
        self, connection: Connection, wanted: Wanted, sort: Sort, limit: int | None
    ) -> list[int]:
        """Ids found, in order, at most `limit`."""
        if limit is not None and sort in _BY_ID:
            first = self._first(connection, wanted, sort, limit)
            if len(first) == limit:
                return first
        found = self._found(connection, wanted)
        in_order = self._orders.ids(sort, connection)
        ids: list[int] = in_order[found[in_order]][:limit].tolist()
        return ids

    def count(self, connection: Connection, wanted: Wanted) -> int:
        """How many pieces are found."""
        return int(np.count_nonzero(self._found(connection, wanted)))

    def facets(self, connection: Connection, wanted: Wanted) -> Facets:
        """Counts by group, and totals."""
        matcher = self._matcher(connection, wanted)
        masks = matcher.masks(wanted.query)
        return count_facets(self._shelf, matcher, masks, self._within(wanted))

    def totals(self, ids: Sequence[int]) -> Totals:
        """What these pieces come to."""
        chosen = np.zeros(self._shelf.size, np.bool_)
        chosen[[item_id for item_id in ids if item_id < self._shelf.size]] = True
        return count_totals(self._shelf, chosen & (self._shelf.stock | self._shelf.trash))

    def suggest(
        self, connection: Connection, key: str, prefix: str, wanted: Wanted
    ) -> list[tuple[str, int]]:
        """Values of `key` beginning with `prefix`, then those with such a word inside."""
        if not key:
            return list(words_beginning(connection, prefix, _MOST_SUGGESTIONS))
        matcher = self._matcher(connection, wanted)
        if not matcher.has_values(key):
            return []
        return _suggested(matcher, key, value_key(prefix), self._found(connection, wanted))

    def companions(self, wish: Wish) -> list[int]:
        """Pieces that most likely go with what was bought; see `shortlist`."""
        return shortlist(self._shelf, wish)

    def _first(self, connection: Connection, wanted: Wanted, sort: Sort, limit: int) -> list[int]:
        # One letter finds nearly every piece: 0.3 ms for the newest 256 of them, 9 ms for all.
        expression = all_words(wanted.query)
        if not expression:
            return []
        others = self._matcher(connection, wanted).other_masks(wanted.query)
        found = self._all(others, wanted)
        oldest = sort is Sort.OLDEST
        ahead = newest_of_words(connection, expression, _LOOK_AHEAD * limit, oldest=oldest)
        ahead = ahead[ahead < len(found)]
        first: list[int] = ahead[found[ahead]][:limit].tolist()
        return first

    def _found(self, connection: Connection, wanted: Wanted) -> Mask:
        return self._all(self._matcher(connection, wanted).masks(wanted.query), wanted)

    def _all(self, masks: Sequence[tuple[str, Mask]], wanted: Wanted) -> Mask:
        found = self._within(wanted)
        for _, mask in masks:
            found &= mask
        return found

    def _within(self, wanted: Wanted) -> Mask:
        return (self._shelf.trash if wanted.trash else self._shelf.stock).copy()

    def _matcher(self, connection: Connection, wanted: Wanted) -> Matcher:
        return Matcher(self._shelf, connection, wanted.today)


def _items_of(connection: Connection, orders: set[int]) -> set[int]:
    listed = ",".join(str(int(order_id)) for order_id in orders)
    query = f"SELECT item_id FROM order_line WHERE item_id IS NOT NULL AND order_id IN ({listed})"  # noqa: S608 - our own numbers
    return {int(row[0]) for row in connection.exec_driver_sql(query)}


def _suggested(matcher: Matcher, key: str, prefix: str, found: Mask) -> list[tuple[str, int]]:
    column = matcher.column(key)
    values = column.values
    begins = values.matching(prefix, prefix=True)
    inside = [at for at, known in enumerate(values.keys) if f" {prefix}" in known]
    counts = column.counts(found)
    counts[0] = 0
    first = _by_count(np.flatnonzero(begins & (counts > 0)), counts)
    others = [at for at in inside if counts[at] and not begins[at]]
    rest = _by_count(np.array(others, np.int64), counts)
    return [(values.shown[at], int(counts[at])) for at in (first + rest)[:_MOST_SUGGESTIONS]]


def _by_count(codes: Numbers, counts: Numbers) -> list[int]:
    in_order: list[int] = codes[np.argsort(-counts[codes], kind="stable")].tolist()
    return in_order
