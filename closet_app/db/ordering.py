"""Orders of the gallery: every sort as one array of ids, worked out when first asked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

import numpy as np
from sqlalchemy import Connection

from closet_app.db.columns import NONE, Numbers
from closet_app.db.folding import fold_for_search
from closet_app.db.shelf import Shelf
from closet_app.db.sorting import Sort

_NUMBER_OF = {
    Sort.PRICE_UP: ("asking_minor", 1),
    Sort.PRICE_DOWN: ("asking_minor", -1),
    Sort.KEEP_UP: ("keep_minor", 1),
    Sort.KEEP_DOWN: ("keep_minor", -1),
    Sort.AGE: ("listed_since", 1),
    Sort.CHANGED: ("updated_at", -1),
}
_TEXT_OF = {Sort.BRAND: "brand", Sort.BIN: "bin"}
WORD_OF = {Sort.TITLE: "title", Sort.SKU: "sku"}
_LAST = np.iinfo(np.int64).max
_DIGITS = re.compile(r"\d+")


class Orders:
    """The ids of all pieces in each order."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._made: dict[Sort, Numbers] = {}
        self._by_word: dict[Sort, WordOrder] = {}

    def forget(self) -> None:
        """Work every order out again when it is next asked for."""
        self._made.clear()
        self._by_word.clear()

    def update(self, changed: Collection[int]) -> None:
        """Take note that these pieces have changed."""
        self._made.clear()
        for order in self._by_word.values():
            order.stale.update(changed)

    def ids(self, sort: Sort, connection: Connection) -> Numbers:
        """Ids of all pieces, the trash included; equal ones with the newest first."""
        if sort not in self._made:
            self._made[sort] = self._work_out(sort, connection)
        return self._made[sort]

    def _work_out(self, sort: Sort, connection: Connection) -> Numbers:
        if sort in WORD_OF:
            return self._by_word.setdefault(sort, WordOrder(WORD_OF[sort])).ids(connection)
        newest = np.flatnonzero(self._shelf.stock | self._shelf.trash)[::-1]
        if sort is Sort.NEWEST:
            return newest
        if sort is Sort.OLDEST:
            return newest[::-1]
        if sort in _NUMBER_OF:
            name, sign = _NUMBER_OF[sort]
            ranks = _number_ranks(self._shelf.numbers[name].data, sign)
        else:
            ranks = self._value_ranks(_TEXT_OF[sort])
        return newest[np.argsort(ranks[newest], kind="stable")]

    def _value_ranks(self, name: str) -> Numbers:
        column = self._shelf.texts[name]
        keys = [natural_key(text) for text in column.values.keys]
        ranks = {key: rank for rank, key in enumerate(sorted(set(keys)))}
        return np.array([ranks[key] if key else _LAST for key in keys], np.int64)[column.data]


class WordOrder:
    """Pieces by a text of their own: sorted once, then each changed piece finds its place."""

    def __init__(self, column: str) -> None:
        self._column = column
        self._ids: Numbers = np.zeros(0, np.int64)
        self._keys: dict[int, str] = {}
        self._sorted = False
        self.stale: set[int] = set()

    def ids(self, connection: Connection) -> Numbers:
        """Ids of all pieces in order."""
        if not self._sorted:
            self._sort(connection)
        elif self.stale:
            self._move(connection)
        self.stale.clear()
        return self._ids

    def _sort(self, connection: Connection) -> None:
        self._keys = self._read(connection, "1")
        self._ids = np.array(sorted(self._keys, key=self._place), np.int64)
        self._sorted = True

    def _move(self, connection: Connection) -> None:
        listed = ",".join(str(int(item_id)) for item_id in self.stale)
        stay = self._ids[~np.isin(self._ids, list(self.stale))]
        moved = self._read(connection, f"id IN ({listed})")
        self._keys.update(moved)
        arrivals = sorted(moved, key=self._place)
        at = [bisect_left(stay, self._place(item_id), key=self._place) for item_id in arrivals]
        self._ids = np.insert(stay, at, arrivals)

    def _place(self, item_id: int) -> tuple[bool, str, int]:
        key = self._keys[int(item_id)]
        return not key, key, -int(item_id)

    def _read(self, connection: Connection, where: str) -> dict[int, str]:
        statement = f"SELECT id, {self._column} FROM item WHERE {where}"  # noqa: S608 - our own names
        return {row[0]: natural_key(row[1]) for row in connection.exec_driver_sql(statement)}


def natural_key(text: str) -> str:
    """Sorts `B-2` before `B-10`; accents and case do not count."""
    return _DIGITS.sub(lambda digits: digits.group().zfill(12), fold_for_search(text))


def _number_ranks(data: Numbers, sign: int) -> Numbers:
    return np.where(data == NONE, _LAST, sign * data)
