"""Older closets brought to this version: a verified copy first, then everything or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from closet_app.db.connections import connect
from closet_app.db.copying import copy_connection
from closet_app.db.pooled import IMMEDIATE, engine_for
from closet_app.db.schema import SCHEMA_VERSION, damaged
from closet_app.db.triggers import TRIGGERS

MIGRATIONS = Path(__file__).with_name("migrations")


def migrate(path: Path, migrations: Path = MIGRATIONS) -> Path:
    """Bring the closet at `path` to this version and return the copy made before.

    Raises DamagedClosetError when references are broken afterwards, and whatever a step
    raises; the file is as it was then.
    """
    copy = _copy_before(path)
    engine = engine_for(path)
    try:
        with engine.connect() as plain:
            _without_foreign_keys(plain)
            connection = plain.execution_options(**{IMMEDIATE: True})
            with connection.begin():
                _upgrade(connection, migrations)
                _require_references(path, connection)
    finally:
        engine.dispose()
    return copy


def configuration(connection: Connection, migrations: Path = MIGRATIONS) -> Config:
    """Alembic's settings for work on `connection`, without a file of them."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _copy_before(path: Path) -> Path:
    with closing(connect(path)) as source:
        version = source.execute("PRAGMA user_version").fetchone()[0]
        copy = path.parent / "backups" / f"before-update-from-{version}.db"
        copy_connection(source, copy)
    return copy


def _without_foreign_keys(connection: Connection) -> None:
    # Batch mode drops and renames tables; SQLite heeds this only outside a transaction.
    raw = connection.connection.driver_connection
    if isinstance(raw, sqlite3.Connection):
        raw.execute("PRAGMA foreign_keys = OFF").close()


def _upgrade(connection: Connection, migrations: Path) -> None:
    for name in _triggers(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    command.upgrade(configuration(connection, migrations), "head")
    for statement in TRIGGERS.values():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _triggers(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    return [str(row[0]) for row in rows]


def _require_references(path: Path, connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise damaged(path, "Parts of this closet refer to pieces that are not there.")
