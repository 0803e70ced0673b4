"""What is wrong with a closet's database: said, never repaired."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection

from closet_app.db.tables import METADATA
from closet_app.db.triggers import TRIGGERS


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `kind` is a stable word, `words` a sentence."""

    kind: str
    words: str


_RULES = MappingProxyType(
    {
        "photo": (
            "Photo {} belongs to no piece.",
            "SELECT id FROM photo WHERE item_id IS NULL AND group_id IS NULL",
        ),
        "order": (
            "Order {} has no pieces.",
            "SELECT number FROM orders WHERE id NOT IN (SELECT order_id FROM order_line)",
        ),
        "quantity": (
            "Piece {} counts as sold and some of it is left.",
            """SELECT sku FROM item WHERE quantity > 0
            AND status IN ('sold', 'packed', 'shipped', 'delivered')""",
        ),
        "cost": (
            "The cost of piece {} does not add up.",
            """SELECT sku FROM item WHERE cost_minor IS NOT (cost_price_minor
            + ifnull(cost_tax_minor, 0) + ifnull(cost_inbound_minor, 0)
            + ifnull(cost_cleaning_minor, 0))""",
        ),
        "cover": (
            "Piece {} shows a photo that is not its first.",
            """SELECT sku FROM item WHERE cover_photo_id IS NOT (SELECT id FROM photo
            WHERE item_id = item.id AND NOT left_out ORDER BY position, photo.id LIMIT 1)""",
        ),
    }
)
_MOST = 100


def check_database(connection: Connection) -> list[Problem]:
    """Everything that is wrong inside the file, at most a hundred of each kind."""
    return [
        *_damage(connection),
        *_references(connection),
        *_schema(connection),
        *_broken_rules(connection),
    ]


def _damage(connection: Connection) -> Iterator[Problem]:
    # integrity_check also holds every row against its CHECK and NOT NULL constraints.
    for (said,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})"):
        if said != "ok":
            yield Problem("damage", f"The database is damaged: {said}.")


def _references(connection: Connection) -> Iterator[Problem]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_MOST)
    for table, row_id, parent, _ in rows:
        yield Problem("reference", f"Row {row_id} of {table} refers to a missing row of {parent}.")


def _schema(connection: Connection) -> Iterator[Problem]:
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_schema").fetchall()
    triggers = {name: sql for kind, name, sql in rows if kind == "trigger"}
    for name in sorted(TRIGGERS.keys() | triggers.keys()):
        if triggers.get(name) != TRIGGERS.get(name):
            yield Problem("schema", f"The trigger {name} is not the one Closet made.")
    tables = {name for kind, name, _ in rows if kind == "table"}
    for name in sorted(METADATA.tables.keys() - tables):
        yield Problem("schema", f"The table {name} is missing.")


def _broken_rules(connection: Connection) -> Iterator[Problem]:
    for kind, (words, query) in _RULES.items():
        for (named,) in connection.exec_driver_sql(query).fetchmany(_MOST):
            yield Problem(kind, words.format(named))
