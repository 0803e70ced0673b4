from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from closet_app.domain.item import Condition, ItemFacts, Measurement, Ownership
from closet_app.domain.money import Money
from closet_app.domain.units import Length, Weight
from closet_app.errors import MachineError, UserError
from closet_app.paths import resources
from closet_app.services import gallery, imports, items, order_steps, orders, pieces
from closet_app.services.clock import fixed_clock
from closet_app.services.closet import Closet
from closet_app.services.exports import export_items, export_sales, export_summary
from closet_app.services.opening import open_closet
from closet_app.services.order_views import order
from closet_app.services.sales import figures, sales, summary, years
from tests.closets import TODAY, add, new_closet, sell, usd
from tests.sample_shop import sample_folder, sample_home

__all__ = ["sample_folder", "sample_home"]

PARTS = {
    "Price": "Price of pieces",
    "Discount": "Discounts",
    "Shipping": "Shipping credited",
    "Fee": "Marketplace fees",
    "Postage": "Postage",
    "Supplies": "Supplies",
    "Refund": "Refunds",
    "Cost": "Cost of goods",
    "Profit": "Profit",
    "Tax the buyer paid": "Tax collected",
}
ANY_CASE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by heading."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def sums(rows: Sequence[dict[str, str]]) -> dict[str, Decimal]:
    """Every money column of the sales, added up."""
    return {name: sum((Decimal(row[name]) for row in rows), Decimal(0)) for name in PARTS}


def lines(path: Path, column: str = "Amount") -> dict[str, str]:
    """One column of the summary by line."""
    return {row["Line"]: row[column] for row in read(path)}


def require_equal(closet: Closet, folder: Path, year: int | None) -> None:
    """The rows of the sales come to the summary, in the files, to the cent."""
    export_sales(closet, folder / "sales.csv", year)
    export_summary(closet, folder / "summary.csv", year)
    found, rows = lines(folder / "summary.csv"), read(folder / "sales.csv")
    assert sums(rows) == {name: Decimal(found[words]) for name, words in PARTS.items()}
    for row in rows:
        taken = ("Discount", "Fee", "Postage", "Supplies", "Refund", "Cost")
        left = Decimal(row["Price"]) + Decimal(row["Shipping"])
        assert left - sum(Decimal(row[name]) for name in taken) == Decimal(row["Profit"])


def test_the_sales_of_the_sample_shop_add_up_to_its_summaries(
    sample_folder: Path, tmp_path: Path
) -> None:
    closet = open_closet(sample_folder, resources(), fixed_clock(TODAY))
    for year in (None, *years(closet)):
        require_equal(closet, tmp_path, year)
    by_year = [summary(closet, year).total.profit for year in years(closet)]
    assert sum(each.minor for each in by_year) == summary(closet).total.profit.minor
    closet.close()


cents = st.integers(0, 50_000).map(lambda minor: Money(minor, "USD"))
sale_plans = st.fixed_dictionaries(
    {
        "prices": st.lists(cents, min_size=1, max_size=4),
        "costs": st.lists(st.none() | cents, min_size=4, max_size=4),
        "off": st.integers(0, 100),
        "shipping": cents,
        "own_label": st.booleans(),
        "postage": cents,
        "supplies": cents,
        "tax": cents,
        "fee_charged": st.none() | cents,
        "end": st.sampled_from(["", "cancel", "refund", "restock", "back"]),
        "sold_on": st.dates(date(2025, 12, 30), date(2026, 1, 2)),
        "market": st.sampled_from(["ebay", "poshmark", "mercari"]),
    }
)


def happen(closet: Closet, plan: dict[str, Any]) -> None:
    """Sell as planned, and let it end as planned."""
    prices = plan["prices"]
    ids = [
        add(closet, cost_price=cost, ownership=Ownership(("business", "personal")[at % 2]))
        for at, cost in enumerate(plan["costs"][: len(prices)])
    ]
    named = ("shipping", "own_label", "postage", "supplies", "tax", "fee_charged", "sold_on")
    order_id = sell(
        closet,
        ids,
        [str(price.major) for price in prices],
        plan["market"],
        discount=Money(sum(price.minor for price in prices) * plan["off"] // 100, "USD"),
        **{name: plan[name] for name in named},
    )
    paid = order(closet, order_id).profit.totals.buyer_paid.minor
    if plan["end"] == "cancel":
        order_steps.cancel(closet, order_id)
    elif plan["end"] == "refund" and paid > 2:
        order_steps.refund(closet, order_id, paid // 3 + 1)
    elif plan["end"]:
        line = order(closet, order_id).lines[0].id
        order_steps.return_lines(closet, order_id, [line], to_stock=plan["end"] == "restock")


@given(plans=st.lists(sale_plans, min_size=1, max_size=4))
@settings(max_examples=8, suppress_health_check=ANY_CASE)
def test_the_rows_of_any_sales_add_up_to_the_summary(
    plans: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("sales")
    closet = new_closet(folder / "closet")
    for plan in plans:
        happen(closet, plan)
    for year in (None, 2025, 2026):
        require_equal(closet, folder, year)
        found = summary(closet, year)
        for groups in (found.by_marketplace, found.by_month, found.by_ownership):
            for part in ("price", "fee", "refund", "cost", "profit", "tax"):
                group_sum = sum(getattr(each, part).minor for _, each in groups)
                assert group_sum == getattr(found.total, part).minor
    closet.close()


def test_a_cancelled_order_counts_nothing(closet: Closet, tmp_path: Path) -> None:
    order_steps.cancel(closet, sell(closet, [add(closet)], ["30"], tax=usd(2)))
    export_summary(closet, tmp_path / "year.csv", 2026)
    found = lines(tmp_path / "year.csv")
    assert {found[name] for name in ("Orders", "Pieces sold")} == {"0"}
    assert {found[words] for words in PARTS.values()} == {"0.00"}


def test_a_fee_charged_for_a_cancelled_order_still_costs(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["30"])
    order_steps.cancel(closet, order_id)
    orders.edit_amounts(closet, order_id, fee_charged=usd("1.50"))
    assert summary(closet).total.profit == usd("-1.50")


def test_the_tax_year_is_that_of_the_local_day(closet: Closet) -> None:
    sell(closet, [add(closet)], ["30"], sold_on=date(2025, 12, 31))
    sell(closet, [add(closet)], ["40"], sold_on=date(2026, 1, 1))
    assert years(closet) == [2026, 2025]
    assert [summary(closet, year).total.price for year in years(closet)] == [usd(40), usd(30)]
    assert [month for month, _ in summary(closet).by_month] == [date(2025, 12, 1), date(2026, 1, 1)]


def test_a_sale_says_what_its_figures_rest_on(closet: Closet, tmp_path: Path) -> None:
    known, unknown = add(closet), add(closet, cost_price=None, ownership=Ownership.PERSONAL)
    order_id = sell(
        closet, [known, unknown], ["30", "20"], buyer_name="=Ann", own_label=True,
        shipping=usd(7), marketplace_number="12-3",
    )  # fmt: skip
    export_sales(closet, tmp_path / "sales.csv")
    first, second = read(tmp_path / "sales.csv")
    assert first["Buyer"] == "'=Ann"
    assert (first["Order"], first["Marketplace"], first["Marketplace order"]) == (
        "1001", "eBay", "12-3",
    )  # fmt: skip
    assert (first["Cost known"], second["Cost known"]) == ("Yes", "No")
    assert (first["Ownership"], second["Ownership"]) == ("Business", "Personal")
    assert (first["Fee is"], first["Label"]) == ("Expected", "Own")
    orders.edit_amounts(closet, order_id, fee_charged=usd(3))
    assert [sale.fee_charged for sale in sales(closet)] == [True, True]
    assert summary(closet).total.without_cost == 1


def test_the_summary_stands_beside_each_marketplace_and_month(
    closet: Closet, tmp_path: Path
) -> None:
    sell(closet, [add(closet)], ["30"], "poshmark")
    sell(closet, [add(closet)], ["40"], "ebay", sold_on=date(2026, 3, 4))
    export_summary(closet, tmp_path / "year.csv", 2026)
    assert lines(tmp_path / "year.csv", "Poshmark")["Price of pieces"] == "30.00"
    assert lines(tmp_path / "year.csv", "March 2026")["Pieces sold"] == "1"
    assert lines(tmp_path / "year.csv", "Business")["Orders"] == "2"
    assert lines(tmp_path / "year.csv")["Year"] == "2026"


def test_an_empty_year_is_a_file_of_zeros(closet: Closet, tmp_path: Path) -> None:
    assert export_sales(closet, tmp_path / "sales.csv", 2019) == 0
    export_summary(closet, tmp_path / "year.csv", 2019)
    assert lines(tmp_path / "year.csv")["Profit"] == "0.00"
    assert figures((), "USD").orders == 0


@pytest.mark.parametrize("export", [export_items, export_sales, export_summary])
def test_another_ending_is_refused_and_leaves_no_file(
    closet: Closet, tmp_path: Path, export: Callable[[Closet, Path], int]
) -> None:
    with pytest.raises(UserError, match=r"neither .csv nor .xlsx"):
        export(closet, tmp_path / "list.pdf")
    assert not (tmp_path / "list.pdf").exists()


def test_a_folder_that_is_not_there_is_named(closet: Closet, tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"items\.csv"):
        export_items(closet, tmp_path / "nowhere" / "items.csv")


def test_a_search_chooses_what_is_written(closet: Closet, tmp_path: Path) -> None:
    for brand in ("Madewell", "Gap", "Madewell"):
        add(closet, brand=brand)
    assert export_items(closet, tmp_path / "some.csv", "brand:madewell") == 2
    assert {row["Brand"] for row in read(tmp_path / "some.csv")} == {"Madewell"}


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp"]), max_size=12
).map(str.strip)
risky = st.builds("{}{}".format, st.sampled_from(["=", "+", "-", "@", "'", "''", ""]), words)
amounts = st.none() | st.integers(0, 10**9).map(lambda minor: Money(minor, "USD"))
lists = st.lists(words.filter(bool), max_size=3).map(tuple)
measures = st.dictionaries(
    st.sampled_from(["chest", "length", "inseam"]), st.integers(1, 10**7), max_size=3
).map(lambda found: tuple(Measurement(name, Length(size)) for name, size in found.items()))
long_text = st.lists(risky, max_size=3).map("\n".join)
facts = st.builds(
    ItemFacts,
    title=risky,
    brand=risky,
    department=words,
    category=words,
    subcategory=words,
    size_system=words,
    size=words,
    colors=lists.map(lambda found: found[:2]),
    other_colors=lists,
    condition=st.none() | st.sampled_from(list(Condition)),
    material=risky,
    style_words=lists,
    description=long_text,
    measurements=measures,
    weight=st.none() | st.integers(1, 10**9).map(Weight),
    flaws=long_text,
    bin=words,
    quantity=st.integers(0, 9_999),
    source=risky,
    acquired_on=st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    cost_price=amounts,
    cost_tax=amounts,
    cost_inbound=amounts,
    cost_cleaning=amounts,
    original_price=amounts,
    asking=amounts,
    floor=amounts,
    keep_at_least=amounts,
    ownership=st.sampled_from(list(Ownership)),
    notes=long_text,
    tags=lists,
)


def stocked(closet: Closet) -> Iterator[ItemFacts]:
    """The facts of every piece, oldest first."""
    for piece in pieces.pieces(closet, sorted(gallery.find(closet))):
        yield piece.facts


@given(some=st.lists(facts, min_size=1, max_size=6), ending=st.sampled_from(["csv", "csv", "xlsx"]))
@settings(max_examples=15, suppress_health_check=ANY_CASE)
def test_what_is_exported_and_imported_is_the_same(
    some: list[ItemFacts], ending: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("there")
    closet, twin = new_closet(folder / "closet"), new_closet(folder / "twin")
    for each in some:
        items.add_item(closet, each)
    file = folder / f"items.{ending}"
    export_items(closet, file)
    sheet = imports.read_sheet(file)
    found = imports.preview(twin, sheet, imports.guess(twin, sheet))
    imports.apply(twin, found)
    assert list(stocked(twin)) == list(stocked(closet))
    export_items(twin, folder / f"again.{ending}")
    if ending == "csv":
        assert (folder / "again.csv").read_bytes() == file.read_bytes()
    closet.close()
    twin.close()
