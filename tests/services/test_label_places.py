"""Which order a label is for, told from its words and the name of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from closet_app.domain.addresses import Address
from closet_app.services.closet import Closet
from closet_app.services.label_places import PlacedLabel, PlacedLabels, order_of
from closet_app.services.pack_station import to_pack
from closet_app.services.parcels import set_tracking
from closet_app.services.records.packing import PackOrder
from tests.closets import add, sell

LABEL = Path("label.pdf")


def buy(closet: Closet, name: str, line1: str = "", postal_code: str = "") -> int:
    """An order of one piece that goes there."""
    home = Address(name, line1, "", "Riverbend", "OR", postal_code, "US")
    return sell(closet, [add(closet)], ["20"], buyer_name=name, address=home)


@pytest.fixture
def waiting(closet: Closet) -> tuple[PackOrder, ...]:
    """Four orders: 1001 Renata, 1002 Hollis, 1003 Renata again, 1004 in Korean."""
    buy(closet, "Renata Okafor", "221 Alder Court", "97000")
    buy(closet, "Hollis Tran", "9 Mill Road", "98000")
    buy(closet, "Renata Okafor", "5 Quay", "10001")
    number = buy(closet, "김서연", "세종대로 110", "04524")
    set_tracking(closet, number, "9400 1000 0000 0000 0000 13")
    return to_pack(closet).orders


@pytest.mark.parametrize(
    ("name", "words", "number"),
    [
        ("label", "HOLLIS TRAN\r\n9 MILL ROAD", 1002),
        ("label", "Ship to: Hollis   Tran", 1002),
        ("label", "RENATA OKAFOR\r\n5 QUAY", 0),
        ("label", "RENATA OKAFOR", 0),
        ("label", "9400 1000 0000 0000 0000 13", 1004),
        ("label", "김서연 님", 1004),
        ("order 1002", "", 1002),
        ("Hollis_Tran (2)", "", 1002),
        ("label (3)", "98000", 0),
        ("label", "Hollis Trance", 0),
        ("label", "", 0),
    ],
)
def test_an_order_is_told_by_number_address_or_name(
    waiting: tuple[PackOrder, ...], name: str, words: str, number: int
) -> None:
    ids = {each.number: each.id for each in waiting}
    assert order_of(waiting, name, words) == ids.get(number)


def test_of_several_orders_of_one_buyer_that_in_hand_is_meant(
    waiting: tuple[PackOrder, ...],
) -> None:
    for order in waiting:
        meant = order.id if order.buyer == "Renata Okafor" else None
        assert order_of(waiting, "label", "Renata Okafor", order.id) == meant


@pytest.mark.parametrize(
    ("told", "others", "is_sure"),
    [((None,), True, True), ((1,), True, True), ((2,), True, False), ((1, 1), True, True),
     ((1, None), True, False), ((1, None), False, True), ((None, None), True, False)],
)  # fmt: skip
def test_labels_are_kept_unasked_where_nothing_speaks_against_it(
    waiting: tuple[PackOrder, ...], told: tuple[int | None, ...], others: bool, is_sure: bool
) -> None:
    first = next(each for each in waiting if each.id == 1)
    placed = PlacedLabels(
        tuple(PlacedLabel(LABEL, each) for each in told), waiting if others else (first,)
    )
    assert placed.all_of(1) is is_sure
