"""Finding pieces: ids in any order, counts by facet, and completions."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from closet_app.db.engine import Database
from closet_app.db.facets import Facets, Totals
from closet_app.db.sorting import Sort
from closet_app.db.touched import Touched
from closet_app.domain.query import Query

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from closet_app.db.companions import Wish
    from closet_app.db.finding import Finder

EVERYTHING = Query()


@dataclass(slots=True)
class Stale:
    """What was committed since the columns were read."""

    everything: bool = False
    items: set[int] = field(default_factory=set)
    orders: set[int] = field(default_factory=set)


class Search:
    """Searches one open database; may be used by several threads, one after the other.

    The first search reads the columns of all pieces (0.6 s for 100,000); after each step only
    the pieces that it touched are read again.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = threading.RLock()
        self._noting = threading.Lock()
        self._stale = Stale(everything=True)
        self._finder: Finder | None = None
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
        from closet_app.db.finding import Wanted

        with self._ready() as (finder, connection):
            return finder.ids(connection, Wanted(query, today, trash), sort, limit)

    def count(self, query: Query = EVERYTHING, *, today: date, trash: bool = False) -> int:
        """How many pieces are found."""
        from closet_app.db.finding import Wanted

        with self._ready() as (finder, connection):
            return finder.count(connection, Wanted(query, today, trash))

    def facets(self, query: Query = EVERYTHING, *, today: date, trash: bool = False) -> Facets:
        """Counts by group, each under the filters of the other groups, and the totals."""
        from closet_app.db.finding import Wanted

        with self._ready() as (finder, connection):
            return finder.facets(connection, Wanted(query, today, trash))

    def totals(self, ids: Sequence[int]) -> Totals:
        """What these pieces come to."""
        with self._ready() as (finder, _):
            return finder.totals(ids)

    def suggest(
        self, key: str, prefix: str, *, today: date, within: Query = EVERYTHING
    ) -> list[tuple[str, int]]:
        """Values of `key` that begin with `prefix`, or have a word that does, with their counts.

        Without a key: words of the pieces. Counts are of the pieces found by `within`; a key
        of numbers or dates has no values to suggest.
        """
        from closet_app.db.finding import Wanted

        with self._ready() as (finder, connection):
            return finder.suggest(connection, key, prefix, Wanted(within, today))

    def companions(self, wish: Wish) -> list[int]:
        """Ids of pieces that most likely go with what was bought, for the rules to judge."""
        with self._ready() as (finder, _):
            return finder.companions(wish)

    @contextmanager
    def _ready(self) -> Iterator[tuple[Finder, Connection]]:
        with self._turn, self._database.read() as connection:
            yield self._fresh(connection), connection

    def _fresh(self, connection: Connection) -> Finder:
        # Taken before anything is read: what is committed later is noted for the next time.
        with self._noting:
            stale, self._stale = self._stale, Stale()
        try:
            return self._read_again(connection, stale)
        except BaseException:
            with self._noting:
                self._stale.everything = True
            raise

    def _read_again(self, connection: Connection, stale: Stale) -> Finder:
        if self._finder is None:
            # NumPy costs 0.1 s of start-up, and the first screen shows without it.
            from closet_app.db.finding import Finder

            self._finder = Finder()
        if stale.everything:
            self._finder.load(connection)
        elif stale.items or stale.orders:
            self._finder.update(connection, stale.items, stale.orders)
        return self._finder

    def _note(self, touched: Touched) -> None:
        with self._noting:
            self._stale.everything |= touched.everything
            self._stale.items |= touched.items
            self._stale.orders |= touched.orders
