"""Write a closet of this version as SQL, which every later version must open.

`python -m tools.freeze_schema` once for each release; `tests/db/releases` keeps them all.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from closet_app.db.connections import connect
from closet_app.db.engine import DATABASE_NAME
from closet_app.db.schema import APPLICATION_ID, SCHEMA_VERSION
from closet_app.db.search_index import REFILL
from closet_app.db.tables import Buyer
from tests.db.samples import add_item, add_listing, add_order, add_photo, new_closet

TARGET = Path(__file__).resolve().parent.parent / "tests" / "db" / "releases"
INDEX = "item_search"
PRAGMAS = {"application_id": APPLICATION_ID, "user_version": SCHEMA_VERSION}


def main() -> None:
    """Draw a small closet and write it."""
    with tempfile.TemporaryDirectory() as folder:
        path = _drawn(Path(folder))
        with closing(connect(path)) as connection:
            text = ";\n".join(statements(connection)) + ";\n"
    target = TARGET / f"{SCHEMA_VERSION}.sql"
    target.write_text(text, encoding="utf-8")
    print(f"{target.name}: {len(text):,} letters")


def statements(connection: sqlite3.Connection) -> Iterator[str]:
    """Everything that makes this closet anew, in order."""
    made = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    found = [row for row in made.fetchall() if not _is_shadow(*row[:2])]
    tables = [name for kind, name, _ in found if kind == "table" and name != INDEX]
    yield from (sql for kind, _, sql in found if kind != "trigger")
    for table in tables:
        for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - our own names
            values = ", ".join(_literal(value) for value in row)
            yield f'INSERT INTO "{table}" VALUES ({values})'  # noqa: S608 - our own rows
    yield REFILL
    yield from (sql for kind, _, sql in found if kind == "trigger")
    yield from (f"PRAGMA {name} = {value}" for name, value in PRAGMAS.items())


def _drawn(folder: Path) -> Path:
    database = new_closet(folder)
    with database.write("Settle") as work:
        work.add(Buyer(name="Tessa"))
    with database.write("Add a piece") as work:
        facts = {"brand": "Madewell", "colors": ("Cream",), "cost_price_minor": 600}
        item = add_item(work, 1, title="Breton tee, 니트", **facts)
        add_photo(work, item)
        add_listing(work, item, "ebay", price_minor=3_400)
        add_order(work, 1_001, item)
    database.close()
    return folder / DATABASE_NAME


def _is_shadow(kind: str, name: str) -> bool:
    return kind == "table" and name.startswith((f"{INDEX}_", "sqlite_"))


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"


if __name__ == "__main__":
    main()
