"""What is known of the shop before its tables are loaded."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

# Plain statements: the first page is read before SQLAlchemy is loaded.
_FRONT = "SELECT name, currency, locale FROM shop ORDER BY id LIMIT 1"
_SOLD_ON = "SELECT marketplace FROM marketplace_setting WHERE enabled ORDER BY position, id"


class ShopFront(NamedTuple):
    """The shop's name, its home currency, and how it writes amounts and days."""

    name: str = ""
    currency: str = "USD"
    locale: str = "en_US"


def read_front(connection: sqlite3.Connection) -> ShopFront | None:
    """The shop's front; None before the first run has made the shop."""
    row = connection.execute(_FRONT).fetchone()
    return None if row is None else ShopFront(*row)


def enabled_marketplaces(connection: sqlite3.Connection) -> list[str]:
    """The marketplaces on which the shop sells, in its order."""
    return [str(row[0]) for row in connection.execute(_SOLD_ON)]
