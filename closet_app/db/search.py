"""Finding pieces: ids in any order, counts by facet, and completions, from words and columns."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from sqlalchemy import Connection

from closet_app.db.columns import Mask, Numbers, value_key
from closet_app.db.engine import Database
from closet_app.db.facets import Facets, Totals, count_facets, count_totals
from closet_app.db.matching import Matcher, all_words
from closet_app.db.shelf import Shelf
from closet_app.db.sorting import Orders, Sort
from closet_app.db.touched import Touched
from closet_app.db.words import newest_of_words, words_beginning
from closet_app.domain.query import Query

EVERYTHING = Query()
_MOST_SUGGESTIONS = 12
_BY_ID = frozenset({Sort.NEWEST, Sort.OLDEST})
_LOOK_AHEAD = 8


@dataclass(slots=True)
class Stale:
    """What was committed since the columns were read."""

    everything: bool = False
    items: set[int] = field(default_factory=set)
    orders: set[int] = field(default_factory=set)


class Search:
    """Searches one open database; may be used by several threads, one after the other.

    The first search reads the columns of all pieces (0.5 s for 100,000); after each step only
    the pieces that it touched are read again.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._shelf = Shelf()
        self._orders = Orders(self._shelf)
        self._turn = threading.RLock()
        self._noting = threading.Lock()
        self._stale = Stale(everything=True)
        database.on_commit(self._note)

    def find_ids(
        self,
        query: Query = EVERYTHING,
        sort: Sort = Sort.NEWEST,
        *,
        today: date,
        limit: int | None = None,
        trash: bool = False,
    ) -> list[int]:
        """Ids of the pieces found, in order; only the first `limit` when it is given."""
        with self._ready() as connection:
            matcher = Matcher(self._shelf, connection, today)
            if limit is not None and sort in _BY_ID:
                first = self._first(connection, matcher, query, sort, limit, trash=trash)
                if len(first) == limit:
                    return first
            found = self._found(matcher, query, trash=trash)
            in_order = self._orders.ids(sort, connection)
            ids: list[int] = in_order[found[in_order]][:limit].tolist()
            return ids

    def count(self, query: Query = EVERYTHING, *, today: date, trash: bool = False) -> int:
        """How many pieces are found."""
        with self._ready() as connection:
            matcher = Matcher(self._shelf, connection, today)
            return int(np.count_nonzero(self._found(matcher, query, trash=trash)))

    def facets(self, query: Query = EVERYTHING, *, today: date, trash: bool = False) -> Facets:
        """Counts by group, each under the filters of the other groups, and the totals."""
        with self._ready() as connection:
            matcher = Matcher(self._shelf, connection, today)
            within = self._within(trash=trash)
            return count_facets(self._shelf, matcher, matcher.masks(query), within)

    def totals(self, ids: Sequence[int]) -> Totals:
        """What these pieces come to."""
        with self._ready():
            chosen = np.zeros(self._shelf.size, np.bool_)
            chosen[[item_id for item_id in ids if item_id < self._shelf.size]] = True
            return count_totals(self._shelf, chosen & (self._shelf.stock | self._shelf.trash))

    def suggest(
        self, key: str, prefix: str, *, today: date, within: Query = EVERYTHING
    ) -> list[tuple[str, int]]:
        """Values of `key` that begin with `prefix`, or have a word that does, with their counts.

        Without a key: words of the pieces. Counts are of the pieces found by `within`.
        """
        with self._ready() as connection:
            if not key:
                return list(words_beginning(connection, prefix, _MOST_SUGGESTIONS))
            matcher = Matcher(self._shelf, connection, today)
            found = self._found(matcher, within, trash=False)
            return _suggested(matcher, key, value_key(prefix), found)

    def _first(
        self,
        connection: Connection,
        matcher: Matcher,
        query: Query,
        sort: Sort,
        limit: int,
        *,
        trash: bool,
    ) -> list[int]:
        # One letter finds nearly every piece: 0.3 ms for the newest 256 of them, 9 ms for all.
        expression = all_words(query)
        if not expression:
            return []
        found = self._all(matcher.other_masks(query), trash=trash)
        ahead = newest_of_words(
            connection, expression, _LOOK_AHEAD * limit, oldest=sort is Sort.OLDEST
        )
        ahead = ahead[ahead < len(found)]
        first: list[int] = ahead[found[ahead]][:limit].tolist()
        return first

    def _found(self, matcher: Matcher, query: Query, *, trash: bool) -> Mask:
        return self._all(matcher.masks(query), trash=trash)

    def _all(self, masks: Sequence[tuple[str, Mask]], *, trash: bool) -> Mask:
        found = self._within(trash=trash)
        for _, mask in masks:
            found &= mask
        return found

    def _within(self, *, trash: bool) -> Mask:
        return (self._shelf.trash if trash else self._shelf.stock).copy()

    @contextmanager
    def _ready(self) -> Iterator[Connection]:
        with self._turn, self._database.read() as connection:
            self._refresh(connection)
            yield connection

    def _refresh(self, connection: Connection) -> None:
        # Taken before anything is read: what is committed later is noted for the next time.
        with self._noting:
            stale, self._stale = self._stale, Stale()
        try:
            self._read_again(connection, stale)
        except BaseException:
            with self._noting:
                self._stale.everything = True
            raise

    def _read_again(self, connection: Connection, stale: Stale) -> None:
        if stale.everything:
            self._shelf.load(connection)
            self._orders.forget()
        elif stale.items or stale.orders:
            changed = stale.items | _items_of(connection, stale.orders)
            self._shelf.update(connection, changed)
            self._orders.update(changed)

    def _note(self, touched: Touched) -> None:
        with self._noting:
            self._stale.everything |= touched.everything
            self._stale.items |= touched.items
            self._stale.orders |= touched.orders


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
    rest = _by_count(
        np.array([at for at in inside if counts[at] and not begins[at]], np.int64), counts
    )
    return [(values.shown[at], int(counts[at])) for at in (first + rest)[:_MOST_SUGGESTIONS]]


def _by_count(codes: Numbers, counts: Numbers) -> list[int]:
    in_order: list[int] = codes[np.argsort(-counts[codes], kind="stable")].tolist()
    return in_order
