"""Status: what the seller may change, and what order lines make of a piece."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.status import (
    CHANGES,
    LINE_CHANGES,
    OWN_STATUSES,
    SELLABLE,
    SOLD_STATUSES,
    ItemStatus,
    LineState,
    change_line,
    change_status,
    derive_status,
    order_status,
    require_sellable,
)
from closet_app.errors import UserError

S, L = ItemStatus, LineState
LINES = st.lists(st.sampled_from(LineState), max_size=6)
REFUSED = [
    (now, wanted)
    for now, wanted in product(ItemStatus, ItemStatus)
    if now is not wanted and wanted not in CHANGES.get(now, ())
]
LINE_REFUSED = [
    (now, wanted)
    for now, wanted in product(LineState, LineState)
    if now is not wanted and wanted not in LINE_CHANGES[now]
]
OPEN = (L.SOLD, L.PACKED, L.SHIPPED, L.DELIVERED)


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (S.DRAFT, S.LISTED),
        (S.LISTED, S.ON_HOLD),
        (S.ON_HOLD, S.LISTED),
        (S.RETURNED, S.LISTED),
        (S.RETURNED, S.DRAFT),
        (S.DRAFT, S.ARCHIVED),
        (S.LISTED, S.ARCHIVED),
        (S.ON_HOLD, S.ARCHIVED),
        (S.RETURNED, S.ARCHIVED),
        (S.ARCHIVED, S.LISTED),
        (S.ARCHIVED, S.RETURNED),
        (S.LISTED, S.LISTED),
    ],
)
def test_the_seller_may_move_a_piece_along_the_table(now: ItemStatus, wanted: ItemStatus) -> None:
    assert change_status(now, wanted) is wanted


@pytest.mark.parametrize(("now", "wanted"), REFUSED)
def test_whatever_the_table_does_not_hold_is_refused_with_sentences(
    now: ItemStatus, wanted: ItemStatus
) -> None:
    with pytest.raises(UserError) as refused:
        change_status(now, wanted)
    assert refused.value.what.startswith("This piece is ")
    assert refused.value.safe
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("now", "wanted", "remedy"),
    [
        (S.SHIPPED, S.ARCHIVED, "Take it back"),
        (S.LISTED, S.SOLD, "Mark sold"),
        (S.LISTED, S.RETURNED, "Record the return"),
        (S.RETURNED, S.ON_HOLD, "back into stock"),
        (S.DRAFT, S.ON_HOLD, "List it first"),
        (S.LISTED, S.DRAFT, "on hold instead"),
    ],
)
def test_a_refusal_says_the_way_out(now: ItemStatus, wanted: ItemStatus, remedy: str) -> None:
    with pytest.raises(UserError, match=remedy):
        change_status(now, wanted)


def test_a_sold_piece_goes_forward_and_ticks_may_be_skipped() -> None:
    for at, now in enumerate(OPEN):
        for wanted in OPEN[at:]:
            assert change_line(now, wanted) is wanted
    assert change_line(L.SOLD, L.CANCELLED) is L.CANCELLED


@pytest.mark.parametrize(("now", "wanted"), LINE_REFUSED)
def test_every_other_step_of_a_line_is_refused(now: LineState, wanted: LineState) -> None:
    with pytest.raises(UserError) as refused:
        change_line(now, wanted)
    assert refused.value.remedy


def test_a_shipped_piece_cannot_be_cancelled_but_comes_back() -> None:
    with pytest.raises(UserError, match="on its way"):
        change_line(L.SHIPPED, L.CANCELLED)
    assert change_line(L.SHIPPED, L.RETURNED) is L.RETURNED


def test_a_returned_piece_stays_returned_in_its_order() -> None:
    with pytest.raises(UserError, match="new order"):
        change_line(L.RETURNED, L.PACKED)
    with pytest.raises(UserError, match="Undo"):
        change_line(L.PACKED, L.SOLD)


@given(st.sampled_from(sorted(OWN_STATUSES)), st.integers(1, 9), LINES)
def test_while_something_is_left_its_own_status_stands(
    own: ItemStatus, left: int, lines: list[LineState]
) -> None:
    assert derive_status(own, left, lines) is own


@given(st.sampled_from(sorted(OWN_STATUSES - {S.ARCHIVED})), LINES)
def test_when_nothing_is_left_the_least_advanced_sale_speaks(
    own: ItemStatus, lines: list[LineState]
) -> None:
    sales = [state for state in OPEN if state in lines]
    derived = derive_status(own, 0, lines)
    if sales:
        assert derived.value == sales[0].value
    elif L.RETURNED in lines:
        assert derived is S.RETURNED
    else:
        assert derived is own


@given(LINES)
def test_an_archived_piece_stays_archived(lines: list[LineState]) -> None:
    assert derive_status(S.ARCHIVED, 0, lines) is S.ARCHIVED


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ([L.SHIPPED, L.PACKED], L.PACKED),
        ([L.DELIVERED, L.RETURNED], L.DELIVERED),
        ([L.RETURNED, L.CANCELLED], L.RETURNED),
        ([L.CANCELLED, L.CANCELLED], L.CANCELLED),
    ],
)
def test_an_order_is_as_far_as_its_least_advanced_piece(
    lines: list[LineState], status: LineState
) -> None:
    assert order_status(lines) is status


def test_an_order_without_lines_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="at least one line"):
        order_status([])


def test_only_stock_can_be_sold() -> None:
    for own in SELLABLE:
        require_sellable(own, 1)
    with pytest.raises(UserError, match="archived and cannot be sold"):
        require_sellable(S.ARCHIVED, 1)
    with pytest.raises(UserError, match="left to sell"):
        require_sellable(S.LISTED, 0)


def test_every_status_is_either_the_sellers_or_follows_from_orders() -> None:
    assert {S.SOLD, S.PACKED, S.SHIPPED, S.DELIVERED} == SOLD_STATUSES
    assert set(ItemStatus) == OWN_STATUSES | SOLD_STATUSES
