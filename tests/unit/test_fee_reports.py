"""The rule book against what marketplaces print: every row, and the sums to the cent."""

from __future__ import annotations

import pytest

from closet_app.domain.money import Money, total_of
from tests.unit.fee_book import shipped_book
from tests.unit.sale_reports import READERS, Printed, part_of, truth


def printed(file: str) -> list[Printed]:
    return list(READERS[file](file))


def total(parts: dict[str, Money]) -> int:
    return sum(money.minor for money in parts.values())


def deviations(file: str) -> dict[int, int]:
    """The rows whose printed fee breaks the rule on purpose, and by how much."""
    return {
        each["csv_row"]: each["difference_cents"]
        for each in truth(file)["fee_deviations"]
        if "difference_cents" in each
    }


@pytest.mark.parametrize("file", READERS)
def test_every_printed_fee_is_the_expected_one_but_for_the_planted_errors(file: str) -> None:
    differences = {
        each.row: total(each.parts) - total(each.expected(shipped_book()))
        for each in printed(file)
        if each.parts != each.expected(shipped_book())
    }
    assert differences == deviations(file)


@pytest.mark.parametrize(
    "file", [file for file in READERS if not file.startswith(("whatnot", "etsy"))]
)
def test_the_printed_fees_add_up_to_the_truth(file: str) -> None:
    assert sum(total(each.parts) for each in printed(file)) == truth(file)["sums_cents"]["fees"]


def test_the_prices_that_were_read_add_up_to_the_truth() -> None:
    for file in READERS:
        if file not in {"whatnot_statement.csv", "etsy_orders.csv"}:
            prices = total_of((each.base.price for each in printed(file)), "USD")
            assert prices.minor == truth(file)["sums_cents"]["gross_items"], file


def test_whatnot_is_reckoned_apart_in_each_currency() -> None:
    file = "whatnot_statement.csv"
    for currency, sums in truth(file)["sums_cents"].items():
        own = [each for each in printed(file) if each.base.price.currency == currency]
        commission = sum(each.parts["Commission"].minor for each in own)
        processing = sum(each.parts["Payment processing"].minor for each in own)
        assert (commission, processing) == (sums["commission"], sums["processing"])


def test_figures_taken_over_into_another_currency_are_marked() -> None:
    foreign = next(
        each for each in printed("whatnot_statement.csv") if each.base.price.currency == "CAD"
    )
    rule = shipped_book().expected_fee(foreign.base).rule
    assert rule.unverified
    assert "in USD; the same figures were taken in CAD" in rule.note


def test_etsy_adds_what_its_report_leaves_out() -> None:
    file = "etsy_orders.csv"
    canceled = set(truth(file)["rows_by_kind"]["cancelled"])
    kept = [each for each in printed(file) if each.row not in canceled]
    assert sum(total(each.parts) for each in kept) == truth(file)["sums_cents"]["fees"]
    fees = [shipped_book().expected_fee(each.base) for each in kept]
    missing = sum(
        part_of(fee, name).minor for fee in fees for name in ("Listing fee", "Transaction fee")
    )
    assert missing == truth(file)["expected_fees_not_in_report_cents"]


def test_mercari_changes_its_rule_between_two_days() -> None:
    by_day = {each.base.on.isoformat(): each for each in printed("mercari_sales_2025.csv")}
    assert total(by_day["2025-01-05"].expected(shipped_book())) == 0
    assert total(by_day["2025-01-06"].expected(shipped_book())) == 344
