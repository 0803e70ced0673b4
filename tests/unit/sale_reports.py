"""The fees that the sample reports print, order by order, with the sale they belong to."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from closet_app.domain.fees import ExtraChoice, Fee, FeeBase, RuleBook
from closet_app.domain.money import Money

FOLDER = Path(__file__).parents[1] / "data" / "csv"
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Printed:
    """A sale of a report: its row, its base, and the fee parts the report shows.

    `parts` name parts of the expected fee; an empty name stands for the whole fee.
    """

    row: int
    base: FeeBase
    parts: dict[str, Money]

    def expected(self, book: RuleBook) -> dict[str, Money]:
        """What the rule book expects for the printed parts."""
        fee = book.expected_fee(self.base)
        return {name: part_of(fee, name) for name in self.parts}


def part_of(fee: Fee, name: str) -> Money:
    """The named part of a fee, zero when it is left out; its total without a name."""
    nothing = Money.zero(fee.total.currency)
    return (
        next((part.money for part in fee.parts if part.name == name), nothing)
        if name
        else fee.total
    )


@cache
def truth(file: str) -> dict[str, Any]:
    """What a reader should get out of the file."""
    files: dict[str, dict[str, Any]] = json.loads((FOLDER / "TRUTH.json").read_text("utf-8"))[
        "files"
    ]
    return files[file]


def rows(file: str) -> Iterator[tuple[int, Row]]:
    """Every data row once, with its position, as the truth counts it."""
    facts = truth(file)
    with (FOLDER / file).open(encoding="utf-8-sig", newline="") as opened:
        read = list(csv.reader(opened))
    first = facts["header_row_index"]
    header = read[first]
    last = len(read) - facts["footer_rows"]
    left_out = {each["csv_row"] for each in facts["duplicates"]} | set(facts["not_data_rows"])
    for at in range(first + 1, last):
        if at not in left_out:
            yield at, dict(zip(header, read[at], strict=False))


def money(text: str, currency: str = "USD") -> Money:
    """An amount as any of the reports spells it; none is zero."""
    bare = text.strip().strip("()").replace("$", "").replace(",", "").replace("-", "").strip()
    return Money.of(Decimal(bare or "0"), currency) if bare not in {'="', '=""'} else money("")


def day(text: str, form: str) -> date:
    """A calendar day as the report spells it."""
    return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone


def poshmark(file: str) -> Iterator[Printed]:
    """Fee = price − discount − label − packaging − earnings, of all rows of an order together."""
    kinds = truth(file)["rows_by_kind"]
    skipped = {*kinds["cancelled"], *kinds["refunded"]}
    orders: dict[str, list[tuple[int, Row]]] = {}
    for at, row in rows(file):
        if at not in skipped:
            orders.setdefault(row["Order Id"], []).append((at, row))
    for lines in orders.values():
        at, first = lines[0]
        price = sum_of(lines, "Order Price")
        sign = -1 if first.get("Net Earnings", first.get("Your Earnings", ""))[:1] in "(-" else 1
        earned = sum_of(lines, "Net Earnings") + sum_of(lines, "Your Earnings")
        costs = [
            sum_of(lines, column)
            for column in (
                "Seller Shipping Discount",
                "Upgraded Shipping Label Fee",
                "Packaging Fee",
            )
        ]
        fee = price - costs[0] - costs[1] - costs[2] - earned * sign
        base = FeeBase(marketplace="poshmark", on=day(first["Order Date"], "%m/%d/%Y"), price=price)
        yield Printed(at, base, {"": fee})


def mercari(file: str) -> Iterator[Printed]:
    """Selling fee and payment processing stand in columns of their own."""
    for at, row in rows(file):
        if row["Order Status"] == "Canceled":
            continue
        base = FeeBase(
            marketplace="mercari",
            on=date.fromisoformat(row["Sold Date"]),
            price=money(row["Item Price"]),
            shipping=money(row["Buyer Shipping Fee"]),
            tax=money(row["Sales Tax Charged to Buyer"]),
        )
        processing = row.get("Payment Processing Fee") or row.get(
            "Payment Processing Fee Charged To Seller", ""
        )
        yield Printed(
            at,
            base,
            {
                "Selling fee": money(row["Mercari Selling Fee"]),
                "Payment processing": money(processing),
            },
        )


def depop(file: str) -> Iterator[Printed]:
    """The first row of a bundle carries its money, the rows below it only their piece."""
    below = set(truth(file)["rows_by_kind"]["bundle_continuation"])
    starts = [(at, row) for at, row in rows(file) if at not in below]
    ends = [at for at, _ in starts[1:]] + [10**6]
    pieces = list(rows(file))
    for (at, row), end in zip(starts, ends, strict=True):
        boosted = money(row["Boosting fee"])
        base = FeeBase(
            marketplace="depop",
            on=day(row["Date of sale"], "%m/%d/%Y"),
            price=sum_of([each for each in pieces if at <= each[0] < end], "Item price"),
            shipping=money(row["Buyer shipping cost"]),
            tax=money(row["US Sales tax"]),
            extras=(ExtraChoice("boosted"),) if boosted else (),
        )
        yield Printed(
            at,
            base,
            {
                "Selling fee": money(row["Depop fee"]),
                "Payment processing": money(row["Depop Payments fee"]),
                "Boosted listing": boosted,
            },
        )


def etsy(file: str) -> Iterator[Printed]:
    """Only card processing is printed; the tax is what is left of the order total."""
    for at, row in rows(file):
        price, discount = money(row["Order Value"]), money(row["Discount Amount"])
        shipping = money(row["Shipping"])
        base = FeeBase(
            marketplace="etsy",
            on=day(row["Sale Date"], "%m/%d/%y"),
            price=price,
            discount=discount,
            shipping=shipping,
            tax=money(row["Order Total"]) - (price - discount + shipping),
            pieces=int(row["Number of Items"]),
        )
        yield Printed(at, base, {"Payment processing": money(row["Card Processing Fees"])})


def whatnot(file: str) -> Iterator[Printed]:
    """Commission and processing on the price after coupon; giveaways are no sale."""
    for at, row in rows(file):
        if row["TRANSACTION_TYPE"] != "ORDER_EARNINGS":
            continue
        currency = row["TRANSACTION_CURRENCY"]
        base = FeeBase(
            marketplace="whatnot",
            on=date.fromisoformat(row["ORDER_PLACED_AT_UTC"][:10]),
            price=money(row["POST_COUPON_PRICE"], currency),
        )
        yield Printed(
            at,
            base,
            {
                "Commission": money(row["COMMISSION_FEE"], currency),
                "Payment processing": money(row["PAYMENT_PROCESSING_FEE"], currency),
            },
        )


def vendoo(file: str) -> Iterator[Printed]:
    """The fee of the marketplace on the price alone: the export has neither shipping nor tax."""
    for at, row in rows(file):
        if row["Status"] == "Sold":
            base = FeeBase(
                marketplace=row["Sold Platform"],
                on=date.fromisoformat(row["Sold Date"]),
                price=money(row["Price Sold"]),
            )
            yield Printed(at, base, {"": money(row["Marketplace Fees"])})


def spreadsheet(file: str) -> Iterator[Printed]:
    """A seller's own list; all its sales lie between the same changes of rules."""
    for at, row in rows(file):
        if row["Sold For"]:
            place = row["Sold On"]
            base = FeeBase(
                marketplace="in person" if place == "local" else place,
                on=date(2026, 1, 1),
                price=money(row["Sold For"]),
            )
            yield Printed(at, base, {"": money(row["Fees"])})


def sum_of(lines: list[tuple[int, Row]], column: str) -> Money:
    """The sum of one column."""
    total = Money.zero("USD")
    for _, row in lines:
        total = total + money(row.get(column, ""))
    return total


READERS: dict[str, Callable[[str], Iterator[Printed]]] = {
    "poshmark_sales_2023.csv": poshmark,
    "poshmark_sales_2025.csv": poshmark,
    "mercari_sales_2023.csv": mercari,
    "mercari_sales_2025.csv": mercari,
    "depop_sales.csv": depop,
    "etsy_orders.csv": etsy,
    "whatnot_statement.csv": whatnot,
    "vendoo_export.csv": vendoo,
    "closet_spreadsheet.csv": spreadsheet,
}
