from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Shell

PARTS = ("price", "discount", "shipping", "fee", "postage", "supplies", "refund", "cost", "profit")


@pytest.mark.parametrize(
    ("words", "fee", "payout"),
    [
        ("poshmark --price 14.99", 295, 1_204),
        ("poshmark --price 15", 300, 1_200),
        ("Poshmark --price $150", 3_000, 12_000),
        ("ebay --price 20 --shipping 6 --tax 2", 421, 1_579),
        ("ebay --price 20 --shipping 6 --tax 2 --own-label", 421, 2_179),
        ("mercari --price 79 --shipping 7.40 --on 2025-03-01", 864, 7_036),
        ("mercari --price 79 --on 2024-12-01", 0, 7_900),
        ("ebay --price 100 --class womens_bags", 1_540, 8_460),
    ],
)
def test_a_quote_needs_no_closet(closet: Shell, words: str, fee: int, payout: int) -> None:
    found = closet.json("quote", "--marketplace", *words.split())
    assert (found["fee_minor"], found["payout_minor"], found["keep_minor"]) == (fee, payout, payout)
    assert sum(part["minor"] for part in found["parts"]) == fee
    assert found["currency"] == "USD"


def test_a_quote_takes_off_what_you_paid_and_spend(closet: Shell) -> None:
    words = (
        "quote --marketplace poshmark --price 40 --discount 4 --cost 6 --postage 1 --supplies .9"
    )
    found = closet.json(*words.split())
    assert found["fee_minor"] == 720
    assert found["keep_minor"] == 3_600 - 720 - 600 - 100 - 90
    said = closet.ok(*words.split())
    assert "You keep" in said
    assert "$20.90" in said


def test_a_quote_says_which_rule_it_rests_on(closet: Shell) -> None:
    rule = closet.json("quote", "--marketplace", "mercari", "--price", "20")["rule"]
    assert rule["id"].startswith("mercari")
    assert rule["from"] == "2025-01-06"
    assert rule["unverified"] is False
    assert "checked" in closet.ok("quote", "--marketplace", "depop", "--price", "20")


def test_a_quote_fills_in_what_the_named_shop_assumes(closet: Shell, sample_folder: Path) -> None:
    words = ("quote", "--marketplace", "poshmark", "--price", "40")
    plain, ours = closet.json(*words), closet.json(*words, "--closet", sample_folder)
    assert plain["payout_minor"] == ours["payout_minor"]
    assert plain["keep_minor"] - ours["keep_minor"] > 0
    given = closet.json(*words, "--closet", sample_folder, "--supplies", "0", "--postage", "0")
    assert given["keep_minor"] == plain["keep_minor"]


def test_a_sale_says_its_number_and_every_part_adds_up(shop: Shell, sold: str) -> None:
    order = shop.json("order", sold)
    assert (sold, order["number"], order["status"]) == ("1001", 1001, "sold")
    assert [line["sku"] for line in order["lines"]] == ["JL-0001", "JL-0003"]
    for part in PARTS:
        key = f"{part}_minor"
        assert sum(line[key] for line in order["lines"]) == order[key] == order["totals"][key]
    assert order["price_minor"] == 6_200
    assert order["payout_minor"] == 6_200 - 500 + 700 - order["fee_minor"]
    spent = order["postage_minor"] + order["supplies_minor"] + order["cost_minor"]
    assert order["profit_minor"] == order["payout_minor"] - spent
    assert order["fee_expected_minor"] == order["fee_minor"]
    assert order["fee_charged_minor"] is None


def test_a_sale_for_people_has_a_line_of_totals(shop: Shell, sold: str) -> None:
    said = shop.ok("order", sold)
    assert "김서연" in said
    assert "Total" in said.splitlines()[-1]
    assert "$62.00" in said.splitlines()[-1]


def test_prices_belong_to_items_in_order(shop: Shell) -> None:
    number = shop.ok(
        "sell", "JL-0003", "JL-0001", "--price", "10", "--price", "20", "--marketplace", "depop",
        "--on", "2026-11-01", "--fee-charged", "2",
    )  # fmt: skip
    order = shop.json("order", number)
    prices = {line["sku"]: line["price_minor"] for line in order["lines"]}
    assert prices == {"JL-0003": 1_000, "JL-0001": 2_000}
    assert (order["sold_on"], order["fee_minor"]) == ("2026-11-01", 200)


def test_a_piece_is_sold_once(shop: Shell, sold: str) -> None:
    ran = shop("sell", "JL-0001", "--marketplace", "ebay", "--price", "9")
    assert ran.code == 1
    assert "None of this piece is left" in ran.err
    assert shop("order", "1002").code == 1


def test_money_is_given_back_and_never_more_than_was_paid(shop: Shell, sold: str) -> None:
    assert shop.ok("refund", sold, "--amount", "10.01", "--reason", "late") == "Recorded the refund"
    order = shop.json("order", sold)
    assert [line["refund_minor"] for line in order["lines"]] == [549, 452]
    assert shop("refund", sold, "--amount", "1000").code == 1


def test_one_item_comes_back_into_stock_with_its_cost(shop: Shell, sold: str) -> None:
    before = shop.json("order", sold)
    shop.ok("return", sold, "jl-0003", "--restock")
    after = shop.json("order", sold)
    assert [line["state"] for line in after["lines"]] == ["sold", "returned"]
    assert after["cost_minor"] == before["cost_minor"] - 350
    assert shop.json("show", "JL-0003")["quantity"] == 1
    assert shop("return", sold, "JL-0002").code == 1


def test_all_items_come_back_when_none_is_named(shop: Shell, sold: str) -> None:
    shop.ok("return", sold)
    assert shop.json("order", sold)["status"] == "returned"
    assert shop.json("show", "JL-0001")["status"] == "returned"
    assert shop("return", sold).code == 1


def test_a_sold_piece_that_is_listed_elsewhere_is_named(closet: Shell, sample_folder: Path) -> None:
    found = closet.json("list", "status:listed", "on:ebay", "on:mercari", "--closet", sample_folder)
    number = closet.ok(
        "sell", found[0]["sku"], "--marketplace", "ebay", "--price", "30", "--closet",
        sample_folder,
    )  # fmt: skip
    downs = closet.json("order", number, "--closet", sample_folder)["take_down"]
    assert {"sku": found[0]["sku"], "marketplace": "mercari", "done": False} in downs


def test_what_is_still_listed_is_said_beside_the_number(closet: Shell, sample_folder: Path) -> None:
    at = ("--closet", sample_folder)
    sku = closet.json("list", "status:listed", "on:ebay", "on:mercari", *at)[0]["sku"]
    ran = closet("sell", sku, "--marketplace", "ebay", "--price", "30", *at)
    assert ran.out.strip().isdigit()
    assert f"{sku} is still listed on Mercari." in ran.err
