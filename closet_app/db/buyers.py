"""People who bought."""

from __future__ import annotations

from sqlalchemy import Connection

from closet_app.db.reading import fetch, fetch_one, table_of
from closet_app.db.records import BuyerRecord

_BUYER = table_of(BuyerRecord)


def read_buyer(connection: Connection, buyer_id: int) -> BuyerRecord:
    """One buyer; raises NotFoundError."""
    return fetch_one(connection, BuyerRecord, buyer_id, "buyer")


def read_buyers(connection: Connection) -> list[BuyerRecord]:
    """Every buyer by name."""
    return fetch(connection, BuyerRecord, by=("name", "handle", "id"))
