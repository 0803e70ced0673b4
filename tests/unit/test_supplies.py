"""What packing takes out of lots, to the cent."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.supplies import Lot, Taken, left_of, share_of, take

lots = st.builds(Lot, st.integers(1, 9), st.integers(1, 60), st.integers(0, 20_000))
steps = st.lists(st.tuples(st.booleans(), st.integers(1, 9)), max_size=60)


def test_three_out_of_a_lot_of_a_dollar_share_its_cents() -> None:
    left, costs = Lot(1, 3, 100), []
    for _ in range(3):
        (taken,) = take([left], 1)
        left = left_of(left, [taken])
        costs.append(taken.cost_minor)
    assert costs == [33, 34, 33]
    assert left == Lot(1, 0, 0)


def test_the_first_lots_go_first_and_what_no_lot_holds_costs_what_the_last_did() -> None:
    bought = [Lot(1, 2, 50), Lot(2, 2, 80)]
    assert take(bought, 7, Lot(2, 4, 160)) == (
        Taken(1, 2, 50),
        Taken(2, 2, 80),
        Taken(None, 3, 120),
    )
    assert take([], 2) == (Taken(None, 2, 0),)


@given(lots, steps)
def test_a_lot_that_is_used_up_has_cost_what_it_cost_whatever_came_back(
    lot: Lot, changes: list[tuple[bool, int]]
) -> None:
    used: list[Taken] = []
    for gives_back, quantity in changes:
        if gives_back and used:
            used.pop(quantity % len(used))
        else:
            used += [each for each in take([left_of(lot, used)], quantity) if each.lot_id]
        left = left_of(lot, used)
        assert left.quantity >= 0
        assert 0 <= left.cost_minor <= lot.cost_minor
        assert left.quantity or not left.cost_minor
    used += take([left_of(lot, used)], left_of(lot, used).quantity)
    assert sum(each.cost_minor for each in used) == lot.cost_minor


@given(st.lists(lots, max_size=5), st.integers(1, 300), lots)
def test_everything_asked_for_is_taken_and_nothing_costs_less_than_nothing(
    shelf: list[Lot], quantity: int, last: Lot
) -> None:
    taken = take(shelf, quantity, last)
    assert sum(each.quantity for each in taken) == quantity
    assert all(each.cost_minor >= 0 and each.quantity > 0 for each in taken)


@given(lots)
def test_all_of_a_lot_costs_all_of_it(lot: Lot) -> None:
    assert share_of(lot, lot.quantity) == lot.cost_minor
