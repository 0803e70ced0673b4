"""Item numbers: the next free one of the shop's pattern, one at a time or for a whole import."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from closet_app.db import items as stored
from closet_app.db import shop as stored_shop
from closet_app.db.ledger import Ledger, Reading
from closet_app.domain.sku import SkuPattern, next_after, sku_key
from closet_app.services.closet import Closet

LIKELY_HIGHEST = 50
"""Numbers looked at before all of them are: a stray longer one must not hide the highest."""
LOOKED_UP = 500
"""Numbers asked about in one statement while a whole import takes them."""


def next_sku(closet: Closet, pattern: str | None = None) -> str:
    """The number that the next new piece gets, or would get with another `pattern`.

    Raises InvalidValueError for a pattern that cannot be.
    """
    wanted = None if pattern is None else SkuPattern(pattern)
    with closet.database.read() as connection:
        return _next(connection, wanted)


def next_number(ledger: Ledger) -> str:
    """The first number after every one that a piece, also in Trash, has or had."""
    return _next(ledger.connection)


def numbers(ledger: Ledger) -> Iterator[str]:
    """One free number after the other, as long as no other new numbers are written meanwhile."""
    pattern = _pattern(ledger.connection)
    first = pattern.count_of(_next(ledger.connection)) or 1
    for start in count(first, LOOKED_UP):
        likely = [pattern.number(start + at) for at in range(LOOKED_UP)]
        taken = stored.ids_of_skus(ledger.connection, map(sku_key, likely))
        yield from (number for number in likely if sku_key(number) not in taken)


def _next(connection: Reading, wanted: SkuPattern | None = None) -> str:
    pattern = wanted or _pattern(connection)
    prefix = sku_key(pattern.pattern.split("{", maxsplit=1)[0])
    highest = stored.highest_sku_keys(connection, prefix, LIKELY_HIGHEST)
    counts = _counts(pattern, highest) or _counts(pattern, stored.sku_keys(connection, prefix))
    number = next_after(pattern, max(counts, default=0))
    while stored.ids_of_skus(connection, [sku_key(number)]):
        number = next_after(pattern, (pattern.count_of(number) or 0))
    return number


def _counts(pattern: SkuPattern, keys: list[str]) -> list[int]:
    return [count for key in keys if (count := pattern.count_of(key)) is not None]


def _pattern(connection: Reading) -> SkuPattern:
    shop = stored_shop.read_shop(connection)
    return SkuPattern(shop.sku_pattern) if shop and shop.sku_pattern else SkuPattern()
