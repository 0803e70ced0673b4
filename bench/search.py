"""200 searches (`searches.txt`) over 100,000 pieces, without debounce and nothing remembered."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from bench.closet_100k import PIECES, TODAY, closet_100k
from closet_app.db.cards import read_cards
from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.search import Search
from closet_app.domain.query import Query, parse

SEARCHES = Path(__file__).with_name("searches.txt")
FIRST = 256
ROUNDS = 3
FIRST_GOAL, ALL_GOAL, FACETS_GOAL, PAGE_GOAL = 16.0, 80.0, 120.0, 8.0
P95 = 0.95

_ALL = "SELECT id FROM item WHERE deleted_at IS NULL ORDER BY id DESC"
_FACETS = tuple(
    f"SELECT {column}, count(*) FROM item WHERE deleted_at IS NULL GROUP BY {column}"
    for column in ("status", "department", "category", "brand", "size", "condition", "bin")
)


def measure() -> list[dict[str, Any]]:
    """95th percentiles in milliseconds over the mix; floors are bare sqlite3 without any search."""
    path = closet_100k() / DATABASE_NAME
    floors = _floors(path)
    queries = searches()
    with closing(Database.open(path)) as database:
        search = Search(database)
        assert len(search.find_ids(today=TODAY)) > PIECES * 0.9
        asked: dict[str, Callable[[Query], object]] = {
            "first": lambda query: search.find_ids(query, today=TODAY, limit=FIRST),
            "all": lambda query: search.find_ids(query, today=TODAY),
            "facets": lambda query: search.facets(query, today=TODAY),
        }
        found = {name: p95(_each(work, queries)) for name, work in asked.items()}
        pages = p95(_pages(database, search.find_ids(today=TODAY)))
    return [
        _figure("search, first 256 ids, p95", found["first"], floors["first"], FIRST_GOAL),
        _figure("search, all ids, p95", found["all"], floors["all"], ALL_GOAL),
        _figure("search, facet counts, p95", found["facets"], floors["facets"], FACETS_GOAL),
        _figure("a page of 256 cards, p95", pages, floors["page"], PAGE_GOAL),
    ]


def searches() -> list[Query]:
    """The published mix, parsed as the search box would."""
    lines = SEARCHES.read_text(encoding="utf-8").splitlines()
    queries = [parse(line, today=TODAY) for line in lines if not line.startswith("# ")]
    assert len(queries) == 200
    return queries


def p95(times: Iterable[float]) -> float:
    """The 95th percentile."""
    in_order = sorted(times)
    return in_order[int(P95 * (len(in_order) - 1))]


def _each(work: Callable[[Query], object], queries: list[Query]) -> list[float]:
    rounds = [[_milliseconds(partial(work, query)) for query in queries] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def _pages(database: Database, ids: list[int]) -> list[float]:
    times = []
    with database.read() as connection:
        for start in range(0, len(ids) - FIRST, len(ids) // 60):
            page = ids[start : start + FIRST]
            times.append(_milliseconds(partial(read_cards, connection, page)))
    return times


def _floors(path: Path) -> dict[str, float]:
    with closing(sqlite3.connect(path)) as connection:
        page = ",".join(str(number) for number in range(1, FIRST + 1))
        bare: dict[str, Callable[[], object]] = {
            "first": lambda: connection.execute(f"{_ALL} LIMIT {FIRST}").fetchall(),
            "all": lambda: connection.execute(_ALL).fetchall(),
            "facets": lambda: [connection.execute(query).fetchall() for query in _FACETS],
            "page": lambda: connection.execute(
                f"SELECT * FROM item WHERE id IN ({page})"
            ).fetchall(),
        }
        return {
            name: min(_milliseconds(work) for _ in range(2 * ROUNDS)) for name, work in bare.items()
        }


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def _figure(name: str, value: float, floor: float, goal: float) -> dict[str, Any]:
    return {
        "name": f"{name}, {PIECES:,} pieces",
        "value": value,
        "unit": "ms",
        "floor": floor,
        "ratio": None,
        "goal": goal,
    }
