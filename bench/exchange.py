"""Items to CSV against the sqlite3 module writing the same rows with the csv module."""

from __future__ import annotations

import csv
import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from closet_app.db.types import read_words
from closet_app.exchange.columns import ITEMS, Column, Holds
from closet_app.exchange.tables_out import write_table

PIECES = 100_000
ROUNDS = 3
GOAL = 3.0
NAME = "100,000 items to CSV / sqlite3 and csv writing the same rows"
WORDS = ("vintage", "90s", "boho", "linen", "=SALE", "work, office", "크림", "été")


def measure() -> list[dict[str, Any]]:
    """Seconds for all rows, the best of some rounds on either side, taken in turn."""
    with tempfile.TemporaryDirectory() as folder:
        database, target = Path(folder, "items.db"), Path(folder, "items.csv")
        _fill(database)
        floors, values = [], []
        for _ in range(ROUNDS):
            floors.append(_seconds(lambda: _bare(database, target)))
            values.append(_seconds(lambda: _ours(database, target)))
            assert sum(1 for _ in target.open(encoding="utf-8-sig", newline="")) > PIECES
    floor, value = min(floors), min(values)
    return [
        {
            "name": NAME,
            "value": value,
            "unit": "s",
            "floor": floor,
            "ratio": value / floor,
            "goal": GOAL,
        }
    ]


def _fill(database: Path) -> None:
    columns = ", ".join(column.key for column in ITEMS)
    places = ", ".join("?" for _ in ITEMS)
    with sqlite3.connect(database) as connection:
        connection.execute(f"CREATE TABLE items ({columns})")
        connection.executemany(f"INSERT INTO items VALUES ({places})", _rows())
    connection.close()


def _rows() -> Iterator[tuple[Any, ...]]:
    draw = random.Random(7)
    for number in range(PIECES):
        yield tuple(_cell(column, number, draw) for column in ITEMS)


def _cell(column: Column, number: int, draw: random.Random) -> Any:  # noqa: ANN401 - as SQLite
    if column.key == "sku":
        return f"JL-{number:06d}"
    made: dict[Holds, Callable[[], Any]] = {
        Holds.MONEY: lambda: draw.choice((None, draw.randrange(100, 20_000))),
        Holds.WHOLE: lambda: 1,
        Holds.DAY: lambda: str(date(2025, 1, 1) + timedelta(draw.randrange(600))),
        Holds.WORDS: lambda: json.dumps(draw.sample(WORDS, draw.randrange(3))),
        Holds.CHOICE: lambda: draw.choice(("very_good", "new_with_tags")),
        Holds.LONG: lambda: draw.choice(("", "Tiny hole,\nleft cuff.", "Smells of cedar")),
        Holds.TEXT: lambda: " ".join(draw.choices(WORDS, k=draw.randrange(4))),
    }
    return made.get(column.holds, lambda: None)()


def _bare(database: Path, target: Path) -> None:
    connection = sqlite3.connect(database)
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.heading for column in ITEMS])
        writer.writerows(connection.execute("SELECT * FROM items"))
    connection.close()


def _ours(database: Path, target: Path) -> None:
    connection = sqlite3.connect(database)
    rows = map(_read, connection.execute("SELECT * FROM items"))
    assert write_table(target, ITEMS, rows, currency="USD") == PIECES
    connection.close()


_WORD_PLACES = tuple(at for at, column in enumerate(ITEMS) if column.holds is Holds.WORDS)
_LISTINGS = next(at for at, column in enumerate(ITEMS) if column.holds is Holds.LISTINGS)
_MEASURES = next(at for at, column in enumerate(ITEMS) if column.holds is Holds.MEASURES)


def _read(row: tuple[Any, ...]) -> list[Any]:
    """The row as the database layer hands it over: word lists as tuples, the rest as stored."""
    cells = list(row)
    for at in _WORD_PLACES:
        cells[at] = read_words(cells[at])
    cells[_LISTINGS] = cells[_MEASURES] = ()
    return cells


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    for line in measure():
        print(line)
