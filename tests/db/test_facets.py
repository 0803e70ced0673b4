"""Counts by group, each under the filters of the others, and exact totals."""

from __future__ import annotations

from datetime import timedelta

import pytest

from closet_app.db.engine import Database
from closet_app.db.facets import Facets, Totals
from closet_app.db.search import Search
from closet_app.db.tables import Item
from closet_app.domain.query import parse
from tests.db.samples import AT, TODAY, add_items, add_listing


@pytest.fixture
def search(database: Database) -> Search:
    """Five pieces, two of them listed."""
    ago = [TODAY - timedelta(days=days) for days in (3, 200, 15)]
    add_items(
        database,
        {"brand": "Gap", "size": "S", "status": "listed", "listed_since": ago[0],
         "asking_minor": 2_000, "keep_minor": 900, "tags": ("sale",)},
        {"brand": "Gap", "size": "M", "status": "listed", "listed_since": ago[1],
         "asking_minor": 3_000, "keep_minor": -100, "quantity": 3},
        {"brand": "Mango", "size": "S", "status": "draft", "listed_since": ago[2]},
        {"brand": "GAP", "size": "S", "status": "delivered", "asking_minor": 5_000, "quantity": 0},
        {"brand": "Zara", "status": "draft", "deleted_at": AT},
    )  # fmt: skip
    with database.write("List") as work:
        add_listing(work, work.get(Item, 1), "ebay")
        add_listing(work, work.get(Item, 1), "depop")
        add_listing(work, work.get(Item, 2), "ebay")
    return Search(database)


def facets(search: Search, text: str = "") -> Facets:
    """The facets of a search."""
    return search.facets(parse(text, today=TODAY), today=TODAY)


def test_values_are_counted_the_most_frequent_first(search: Search) -> None:
    counted = facets(search).groups
    assert counted["brand"] == (("Gap", 3), ("Mango", 1))
    assert counted["size"] == (("S", 3), ("M", 1))
    assert dict(counted["status"]) == {"listed": 2, "draft": 1, "delivered": 1}
    assert counted["on"] == (("ebay", 2), ("depop", 1))
    assert counted["tag"] == (("sale", 1),)
    assert counted["bin"] == ()


def test_a_group_does_not_count_its_own_filter(search: Search) -> None:
    counted = facets(search, "brand:gap size:M").groups
    assert counted["brand"] == (("Gap", 1),)
    assert dict(counted["size"]) == {"S": 2, "M": 1}
    assert dict(counted["status"]) == {"listed": 1}


def test_words_narrow_every_group(search: Search) -> None:
    assert facets(search, "mango").groups["size"] == (("S", 1),)


def test_ages_are_bars_of_ten_days_of_what_is_on_sale(search: Search) -> None:
    ages = facets(search).ages
    assert ages == (1, *[0] * 10, 1)
    assert facets(search, "age:>90").ages == ages


def test_pieces_listed_nowhere_are_counted(search: Search) -> None:
    assert facets(search).not_listed == 2
    assert facets(search, "on:ebay").not_listed == 2


def test_totals_count_what_is_in_stock_times_its_quantity(search: Search) -> None:
    assert facets(search).totals == Totals(4, 2_000 + 3 * 3_000, 900 - 3 * 100)
    assert search.totals([1, 4, 999_999]) == Totals(2, 2_000, 900)


def test_totals_are_exact_beyond_64_bits(database: Database, search: Search) -> None:
    with database.write("Raise") as work:
        for number in (1, 2):
            work.get(Item, number).asking_minor = 10**15
        work.get(Item, 2).quantity = 10**6
    assert search.totals([1, 2]).asking_minor == 10**15 + 10**21


def test_the_trash_has_its_own_counts(search: Search) -> None:
    counted = search.facets(today=TODAY, trash=True)
    assert counted.groups["brand"] == (("Zara", 1),)
    assert counted.totals.count == 1
