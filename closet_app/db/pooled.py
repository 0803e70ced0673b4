"""SQLAlchemy over our connections; loaded by the first statement that is built with it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from closet_app.db.connections import connect

IMMEDIATE = "begin_immediate"


def engine_for(path: Path) -> Engine:
    """An engine whose connections may move between threads; it connects when first used."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=12,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # pysqlite begins transactions by itself only before some statements; we begin them all.
    immediate = connection.get_execution_options().get(IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
