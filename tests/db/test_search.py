"""What a search finds, in which order, and that it stays fresh."""

from __future__ import annotations

import threading
import unicodedata
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from closet_app.db.engine import Database
from closet_app.db.search import Search
from closet_app.db.sorting import Sort
from closet_app.db.tables import Item, Order, OrderLine
from closet_app.db.undo import redo, undo
from closet_app.domain.query import parse
from tests.db.samples import (
    AT,
    TODAY,
    add_item,
    add_items,
    add_listing,
    add_order,
    add_photo,
    new_closet,
)

PIECES: tuple[dict[str, Any], ...] = (
    {"title": "Breton boatneck tee", "brand": "Madewell", "size": "M", "colors": ("Cream",),
     "asking_minor": 3_400, "bin": "B-04", "status": "listed", "department": "Women",
     "listed_since": TODAY - timedelta(days=12), "material": "100% cotton", "tags": ("relist",),
     "cost_price_minor": 600, "acquired_on": date(2026, 11, 8), "source": "Goodwill, Alder St"},
    {"title": "Crème brûlée wrap dress", "brand": "Free People", "size": "XL",
     "asking_minor": 6_400, "bin": "B-10", "status": "on_hold", "colors": ("Cream", "Red"),
     "listed_since": TODAY - timedelta(days=120), "style_words": ("cottagecore",)},
    {"title": "여성용 자켓 빈티지", "brand": "무신사", "size": "S", "status": "draft",
     "bin": "B-2", "other_colors": ("rust",), "notes": "gift for 할머니"},
    {"title": "ウールコート 古着", "brand": "ユニクロ", "status": "draft", "quantity": 3,
     "asking_minor": 2_000, "material": "wool blend", "condition": "very_good"},
    {"title": "เสื้อยืดผ้าฝ้าย", "brand": "Uniqlo", "flaws": "tiny hole 🎃", "bin": "b-04",
     "asking_minor": 100, "ownership": "personal", "weight_mg": 200_000},
    {"title": "T-shirt %s {} “quoted”", "brand": "madewell", "size": "m"},
)  # fmt: skip


@pytest.fixture
def search(database: Database) -> Search:
    """A closet of six pieces."""
    add_items(database, *PIECES)
    return Search(database)


def found(search: Search, text: str, **how: Any) -> list[int]:
    """The numbers of the pieces found, the lowest first."""
    return sorted(search.find_ids(parse(text, today=TODAY), today=TODAY, **how))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", [1, 2, 3, 4, 5, 6]),
        ("breton", [1]),
        ("bret", [1]),
        ("bret boat", []),
        ("breton boat", [1]),
        ("madewell tee", [1]),
        ("m", [1, 6]),
        ("creme", [2]),
        ("CRÈME", [2]),
        (unicodedata.normalize("NFD", "crème brûlée"), [2]),
        ("여", [3]),
        ("자켓", [3]),
        ("켓", [3]),
        ("성용", [3]),
        ("할머", [3]),
        ("여성용 빈", [3]),
        ("용자", []),
        ("ウール", [4]),
        ("コート", [4]),
        ("着", [4]),
        ("ﾕﾆｸﾛ", [4]),
        ("ยืด", [5]),
        ("🎃", [5]),
        ("jl-0003", [3]),
        ("JL-00", [1, 2, 3, 4, 5, 6]),
        ("t-shirt", [6]),
        ("%s", [1, 3, 6]),
        ("'", [1, 2, 3, 4, 5, 6]),
        ('"wrap dress"', [2]),
        ('"dress wrap"', []),
        ('"boatneck te"', []),
        ("-madewell", [2, 3, 4, 5]),
        ("madewell -tee", [6]),
        ('-"wrap dress" cream', [1]),
        ("relist", [1]),
        ("cottagecore", [2]),
        ("brand:madewell", [1, 6]),
        ("brand:MADE*", [1, 6]),
        ("brand:made", []),
        ("brand:madewell,무신사", [1, 3, 6]),
        ("-brand:madewell", [2, 3, 4, 5]),
        ('brand:"free people"', [2]),
        ("status:listed", [1]),
        ('status:"on hold"', [2]),
        ("status:on_hold,listed", [1, 2]),
        ("size:m", [1, 6]),
        ("-size:XL", [1, 3, 4, 5, 6]),
        ("bin:B-04", [1, 5]),
        ("color:cream", [1, 2]),
        ("color:rust", [3]),
        ("color:cream -color:red", [1]),
        ("material:wool", [4]),
        ("material:cotton", [1]),
        ("material:cot*", [1]),
        ("source:good*", [1]),
        ("condition:very_good", [4]),
        ('condition:"Very good"', [4]),
        ("style:cottagecore", [2]),
        ("tag:relist", [1]),
        ("owner:personal", [5]),
        ("sku:JL-0002", [2]),
        ("sku:jl-000*", [1, 2, 3, 4, 5, 6]),
        ("title:dress", [2]),
        ("title:madewell", []),
        ("title:자켓", [3]),
        ("department:women", [1]),
        ("price:20..64", [1, 2, 4]),
        ("price:>=64", [2]),
        ("price:<5", [5]),
        ("-price:>1", [3, 5, 6]),
        ("cost:6", [1]),
        ("age:>90", [2]),
        ("age:12", [1]),
        ("acquired:2026-11", [1]),
        ("listed:2026-11-10", [1]),
        ("added:2026-11-22", [1, 2, 3, 4, 5, 6]),
        ("added:<2026-11-22", []),
        ("quantity:>1", [4]),
        ("has:weight", [5]),
        ("no:brand", []),
        ("has:flaws", [5]),
        ("no:price", [3, 6]),
        ("has:tag", [1]),
        ("has:notes", [3]),
        ("has:photo", []),
        ("has:listing", []),
        ("brand:madewell status:listed price:20..150 -size:XL bin:B-04 color:cream", [1]),
    ],
)
def test_a_search_finds(search: Search, text: str, numbers: list[int]) -> None:
    assert found(search, text) == numbers
    assert search.count(parse(text, today=TODAY), today=TODAY) == len(numbers)


@pytest.mark.parametrize(
    ("sort", "numbers"),
    [
        (Sort.NEWEST, [6, 5, 4, 3, 2, 1]),
        (Sort.OLDEST, [1, 2, 3, 4, 5, 6]),
        (Sort.PRICE_UP, [5, 4, 1, 2, 6, 3]),
        (Sort.PRICE_DOWN, [2, 1, 4, 5, 6, 3]),
        (Sort.AGE, [2, 1, 6, 5, 4, 3]),
        (Sort.TITLE, [1, 2, 6, 5, 4, 3]),
        (Sort.BRAND, [2, 6, 1, 5, 4, 3]),
        (Sort.BIN, [3, 5, 1, 2, 6, 4]),
        (Sort.SKU, [1, 2, 3, 4, 5, 6]),
    ],
)
def test_pieces_come_in_order_and_those_without_a_value_last(
    search: Search, sort: Sort, numbers: list[int]
) -> None:
    assert search.find_ids(sort=sort, today=TODAY) == numbers
    assert search.find_ids(sort=sort, today=TODAY, limit=2) == numbers[:2]


@pytest.mark.parametrize("sort", list(Sort))
def test_the_first_pieces_are_the_beginning_of_all(search: Search, sort: Sort) -> None:
    query = parse("m", today=TODAY)
    everything = search.find_ids(query, sort, today=TODAY)
    for limit in (1, 2, 3, 9):
        assert search.find_ids(query, sort, today=TODAY, limit=limit) == everything[:limit]


def test_prices_sort_by_keep(database: Database, search: Search) -> None:
    with database.write("Work out keep") as work:
        for number, keep in ((1, 2_030), (2, -50), (4, 0)):
            work.get(Item, number).keep_minor = keep
    assert search.find_ids(sort=Sort.KEEP_UP, today=TODAY)[:3] == [2, 4, 1]
    assert search.find_ids(sort=Sort.KEEP_DOWN, today=TODAY)[:3] == [1, 4, 2]
    assert found(search, "keep:<0") == [2]


def test_what_was_changed_last_comes_first(database: Database, search: Search) -> None:
    with database.write("Edit") as work:
        work.get(Item, 3).updated_at = AT + timedelta(hours=1)
    assert search.find_ids(sort=Sort.CHANGED, today=TODAY)[0] == 3


def test_the_trash_is_searched_on_its_own(database: Database, search: Search) -> None:
    with database.write("Delete") as work:
        work.get(Item, 1).deleted_at = AT
    assert found(search, "madewell") == [6]
    assert found(search, "madewell", trash=True) == [1]
    assert found(search, "", trash=True) == [1]


def test_every_step_is_found_at_once(database: Database, search: Search) -> None:
    assert found(search, "denim") == []
    with database.write("Edit") as work:
        item = work.get(Item, 1)
        item.title, item.brand, item.colors = "Denim skirt", "Levi’s", ("Blue",)
    assert found(search, "denim") == found(search, "color:blue") == found(search, "brand:levi’s")
    assert found(search, "breton") == found(search, "brand:madewell color:cream") == []
    undo(database)
    assert found(search, "breton") == [1]
    redo(database)
    assert found(search, "breton") == []


def test_new_and_deleted_pieces_come_and_go(database: Database, search: Search) -> None:
    assert len(found(search, "")) == 6
    with database.write("Add") as work:
        add_item(work, 7, id=5_000, title="Toile skirt")
    assert found(search, "toile") == [5_000]
    with database.write("Delete for good", kind="purge") as work:
        work.delete(work.get(Item, 5_000))
    assert found(search, "") == [1, 2, 3, 4, 5, 6]


def test_titles_keep_their_order_when_some_change(database: Database, search: Search) -> None:
    assert search.find_ids(sort=Sort.TITLE, today=TODAY) == [1, 2, 6, 5, 4, 3]
    with database.write("Edit") as work:
        work.get(Item, 1).title = "Zip hoodie"
        work.get(Item, 5).title = ""
        add_item(work, 70, title="Anorak")
    fresh = Search(database)
    assert search.find_ids(sort=Sort.TITLE, today=TODAY) == [7, 2, 6, 1, 4, 3, 5]
    assert fresh.find_ids(sort=Sort.TITLE, today=TODAY) == [7, 2, 6, 1, 4, 3, 5]


def test_listings_photos_and_sales_are_searched(database: Database, search: Search) -> None:
    assert found(search, "on:ebay") == []
    with database.write("List and sell") as work:
        first, second = work.get(Item, 1), work.get(Item, 2)
        add_listing(work, first, "ebay")
        add_listing(work, second, "depop", state="ended")
        add_photo(work, first, 0)
        add_photo(work, first, 1)
        add_photo(work, second, 0, left_out=True)
        add_order(work, 1_001, second, sold_on=date(2026, 11, 3), marketplace="depop")
    assert found(search, "on:ebay") == found(search, "on:any") == found(search, "has:listing")
    assert found(search, "photos:2") == found(search, "has:photo") == [1]
    assert found(search, "sold:2026-11") == found(search, "sold_on:depop") == [2]
    assert found(search, "sold:2026-10") == []
    assert found(search, "no:listing no:photo sold:2026-11-03") == [2]


def test_a_cancelled_or_moved_sale_is_no_longer_found(database: Database, search: Search) -> None:
    with database.write("Sell") as work:
        add_order(work, 1_001, work.get(Item, 1), sold_on=date(2026, 11, 3))
    assert found(search, "sold:2026-11") == [1]
    with database.write("Correct the day") as work:
        work.get(Order, 1).sold_on = date(2025, 12, 31)
    assert found(search, "sold:2026") == []
    assert found(search, "sold:2025") == [1]
    with database.write("Cancel") as work:
        work.get(OrderLine, 1).state = "cancelled"
    assert found(search, "sold:2025") == []


def test_maintenance_is_seen(database: Database, search: Search) -> None:
    assert found(search, "brand:gap") == []
    with database.maintain("Repair") as connection:
        connection.exec_driver_sql("UPDATE item SET brand = 'Gap' WHERE id = 2")
    assert found(search, "brand:gap") == [2]
    assert found(search, "gap") == [2]


def test_an_empty_closet_finds_nothing(database: Database) -> None:
    search = Search(database)
    for sort in Sort:
        assert search.find_ids(parse("a color:red"), sort, today=TODAY) == []
    assert search.facets(today=TODAY).totals.count == 0
    assert search.suggest("brand", "m", today=TODAY) == []


def test_a_long_run_of_a_script_without_spaces_is_found_from_anywhere(database: Database) -> None:
    run = "花柄刺繍入りブラウスと革のバッグと古着デニムジャケットとウールコートの組み合わせ"
    add_items(database, {"title": run})
    search = Search(database)
    for at in range(len(run)):
        assert found(search, run[at]) == [1]
        assert found(search, run[at:]) == [1]


def test_several_threads_search_while_pieces_change(database: Database, search: Search) -> None:
    wrong: list[int] = []

    def look() -> None:
        for _ in range(20):
            count = len(found(search, "brand:madewell"))
            wrong.extend([count] if count not in {2, 3} else [])

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for at in range(10):
        with database.write("Change") as work:
            work.get(Item, 2).brand = "Madewell" if at % 2 else "Gap"
    for thread in threads:
        thread.join()
    assert wrong == []


def test_values_are_suggested_by_how_often_they_are_there(search: Search) -> None:
    assert search.suggest("brand", "m", today=TODAY) == [("Madewell", 2)]
    assert search.suggest("brand", "peo", today=TODAY) == [("Free People", 1)]
    assert search.suggest("brand", "", today=TODAY)[0] == ("Madewell", 2)
    assert search.suggest("color", "", today=TODAY) == [("Cream", 2), ("Red", 1), ("rust", 1)]
    assert search.suggest("bin", "b", today=TODAY)[0] == ("B-04", 2)
    assert search.suggest("price", "1", today=TODAY) == []


def test_suggestions_count_what_the_other_filters_leave(search: Search) -> None:
    within = parse("status:listed")
    assert search.suggest("brand", "", today=TODAY, within=within) == [("Madewell", 1)]


def test_words_are_suggested_from_all_pieces(search: Search) -> None:
    assert search.suggest("", "bre", today=TODAY) == [("breton", 1)]
    assert ("madewell", 2) in search.suggest("", "ma", today=TODAY)
    assert search.suggest("", "%", today=TODAY) == []


def test_a_search_over_a_reopened_closet_finds_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "closet"
    folder.mkdir()
    database = new_closet(folder)
    add_items(database, *PIECES)
    before = found(Search(database), "madewell")
    database.close()
    database = Database.open(database.path)
    assert found(Search(database), "madewell") == before
    database.close()
