"""What a run says before it is printed, and what comes out of it."""

from __future__ import annotations

import pytest

from closet_app.domain.addresses import Address
from closet_app.services import orders, print_runs, shop
from closet_app.services.closet import Closet
from closet_app.services.print_runs import PiecePlan
from closet_app.services.prints import PieceKind
from tests.closets import add, sell

HOME = Address(line1="221 Alder Court", city="Riverbend", region="OR", postal_code="97000")
EVERYTHING = (
    PiecePlan(kind=PieceKind.SLIP),
    PiecePlan(kind=PieceKind.CARD),
    PiecePlan(kind=PieceKind.ADDRESS),
    PiecePlan(kind=PieceKind.LABEL, stock="avery-5160"),
)


@pytest.fixture
def two_orders(closet: Closet) -> tuple[int, int]:
    """One order of two pieces with an address, and one of one piece without."""
    shop.edit_shop(closet, owner="Maya", card_note="thank you for giving {pieces} a second life!")
    pair = [add(closet, "Satin shirt"), add(closet, "Bootcut jeans")]
    return (
        sell(closet, pair, ["26", "38"], buyer_name="Renata Okafor", address=HOME),
        sell(closet, [add(closet, "Baker cap")], ["24"], buyer_name="Carmen Ruiz"),
    )


def test_a_run_says_what_comes_out_before_it_is_made(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    plan = print_runs.plan_run(closet, two_orders, EVERYTHING)
    rows = [(row.kind.value, row.stock.id, row.pieces, row.pages, row.role) for row in plan.rows]
    assert rows == [
        ("slip", "letter", 2, 2, "paper"),
        ("card", "card-iso-a6", 2, 2, "paper"),
        ("address", "address-4x6", 1, 1, "labels"),
        ("label", "avery-5160", 3, 1, "paper"),
    ]
    assert [problem.why for problem in plan.problems] == [
        "Carmen Ruiz has no address, so that label is left out."
    ]
    assert plan.left_out == {PieceKind.ADDRESS: frozenset(two_orders[1:])}
    assert plan.cost is not None
    assert plan.cost.minor > 0
    assert not plan.is_empty


def test_a_note_that_is_too_long_leaves_out_one_card(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    orders.edit_order(closet, two_orders[1], note="and thank you again and again " * 40)
    plan = print_runs.plan_run(closet, two_orders, [PiecePlan(kind=PieceKind.CARD)])
    assert plan.rows[0].pieces == 1
    assert "The note of order 1002 is about" in plan.problems[0].why


def test_what_is_off_neither_counts_nor_costs(closet: Closet, two_orders: tuple[int, int]) -> None:
    off = PiecePlan(kind=PieceKind.SLIP, on=False)
    plan = print_runs.plan_run(closet, two_orders, [off])
    assert plan.is_empty
    assert plan.pages == 0
    assert plan.cost is not None
    assert not plan.cost


def test_used_cells_and_copies_take_further_sheets(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    label = PiecePlan(kind=PieceKind.LABEL, stock="avery-5160", copies=2, skip=frozenset(range(25)))
    plan = print_runs.plan_run(closet, two_orders, [label])
    assert (plan.rows[0].pieces, plan.rows[0].pages) == (6, 2)
