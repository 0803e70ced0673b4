"""The shop, its marketplaces, and facts about the closet's file."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update
from sqlmodel import col

from closet_app.db.reading import fetch
from closet_app.db.records import MarketplaceRecord, ShopRecord
from closet_app.db.tables import Meta


def read_shop(connection: Connection) -> ShopRecord | None:
    """The shop; None before the first run has made it."""
    return next(iter(fetch(connection, ShopRecord)), None)


def read_marketplaces(connection: Connection) -> list[MarketplaceRecord]:
    """The settings of every marketplace the seller has been asked about, in their order."""
    return fetch(connection, MarketplaceRecord, by=("position", "id"))


def read_meta(connection: Connection, key: str) -> str | None:
    """A fact about the file; None when it was never written."""
    return connection.scalar(select(col(Meta.value)).where(col(Meta.key) == key))


def write_meta(connection: Connection, key: str, value: str) -> None:
    """Note a fact about the file; for `Database.transaction`, since no step records it."""
    changed = connection.execute(update(Meta).where(col(Meta.key) == key).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(Meta).values(key=key, value=value))
