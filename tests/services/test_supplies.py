"""Supplies: bought in lots, counted down by packing, and paid to the cent by the orders."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from closet_app.db.ledger import reading
from closet_app.db.parcel_records import SupplyUseRecord
from closet_app.errors import InvalidValueError, UserError
from closet_app.services import history, order_steps, orders, supplies
from closet_app.services.checking import check
from closet_app.services.closet import Closet
from closet_app.services.order_views import order
from closet_app.services.records import PackingStep, ShopStep
from closet_app.services.records.supplies import Supply
from closet_app.services.shop import edit_shop
from tests.closets import add, new_closet, sell, usd
from tests.db.samples import dump

TABLES = ("supply", "supply_lot", "supply_use", "packing_tick", "orders", "item")
ESTIMATE = usd("0.90")


def tissue(closet: Closet, *lots: tuple[int, str], reorder_at: int = 0, quantity: int = 2) -> int:
    """Tissue in lots, used by the first step; a sticker step costs ten cents flat."""
    supply_id, _ = supplies.add_supply(closet, "Tissue", "sheets", reorder_at)
    for number, cost in lots:
        supplies.buy_lot(closet, supply_id, number, usd(cost))
    steps = (ShopStep("Wrap", 30, supply_id, quantity), ShopStep("Sticker", 10))
    edit_shop(closet, packing_steps=steps)
    return supply_id


def one(closet: Closet) -> Supply:
    """The one supply there is."""
    (found,) = supplies.supplies(closet, archived=True)
    return found


def sold(closet: Closet, **more: Any) -> int:
    """An order whose supplies are estimated at 90 cents."""
    return sell(closet, [add(closet)], ["20"], supplies=ESTIMATE, **more)


def step(closet: Closet, order_id: int, key: str) -> PackingStep:
    """One step of an order's packing list."""
    return next(each for each in order(closet, order_id).packing if each.key == key)


def tick(closet: Closet, order_id: int, key: str = "wrap", *, done: bool = True) -> None:
    order_steps.tick(closet, order_id, key, done=done)


def rows(closet: Closet) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that packing may change."""
    return dump(closet.database, *TABLES)


def test_a_ticked_step_counts_its_supply_down_and_the_order_pays_for_it(closet: Closet) -> None:
    tissue(closet, (100, "12.00"))
    order_id = sold(closet)
    before = order(closet, order_id)
    assert step(closet, order_id, "wrap").cost == usd("0.24")
    tick(closet, order_id)
    view = order(closet, order_id)
    assert one(closet).left == 98
    assert (view.supplies, view.supplies_estimate) == (usd("0.24"), ESTIMATE)
    saved = view.profit.totals.profit - before.profit.totals.profit
    assert saved == ESTIMATE - usd("0.24")
    assert sum(part.amount.minor for part in view.steps[:-1]) == view.steps[-1].amount.minor


def test_flat_steps_count_once_a_supply_was_used(closet: Closet) -> None:
    tissue(closet, (100, "12.00"))
    order_id = sold(closet)
    tick(closet, order_id, "sticker")
    assert order(closet, order_id).supplies == ESTIMATE
    tick(closet, order_id)
    assert order(closet, order_id).supplies == usd("0.34")
    tick(closet, order_id, "sticker", done=False)
    assert order(closet, order_id).supplies == usd("0.24")


def test_unticking_gives_everything_back(closet: Closet) -> None:
    tissue(closet, (3, "1.00"), (50, "9.00"))
    order_id = sold(closet)
    before = rows(closet)
    tick(closet, order_id)
    tick(closet, order_id, done=False)
    assert rows(closet) == before


def test_undo_and_redo_of_packing_are_exact(closet: Closet) -> None:
    tissue(closet, (3, "1.00"))
    order_id = sold(closet)
    states = [rows(closet)]
    for key in ("sticker", "wrap", "pull"):
        tick(closet, order_id, key)
        states.append(rows(closet))
    for state in states[-2::-1]:
        history.undo(closet)
        assert rows(closet) == state
    for state in states[1:]:
        history.redo(closet)
        assert rows(closet) == state


def test_ticking_twice_uses_once(closet: Closet) -> None:
    tissue(closet, (10, "1.00"))
    order_id = sold(closet)
    tick(closet, order_id)
    tick(closet, order_id)
    assert one(closet).left == 8


def test_a_hand_typed_cost_stays_and_later_ticks_add_to_it(closet: Closet) -> None:
    tissue(closet, (10, "1.00"))
    order_id = sold(closet)
    tick(closet, order_id)
    orders.edit_amounts(closet, order_id, supplies=usd(2))
    tick(closet, order_id, "sticker")
    assert order(closet, order_id).supplies == usd("2.10")


def test_a_supply_that_ran_out_costs_what_the_last_lot_did_and_says_so(closet: Closet) -> None:
    tissue(closet, (3, "0.30"), quantity=2)
    first, second = sold(closet), sold(closet)
    tick(closet, first)
    assert step(closet, second, "wrap").warning == "Only 1 left"
    tick(closet, second)
    assert order(closet, second).supplies == usd("0.20")
    assert one(closet).left == 0
    assert one(closet).words == "Tissue: none left. Buy more."
    third = sold(closet)
    assert step(closet, third, "wrap").warning == "None left"


def test_before_a_first_lot_a_step_costs_what_the_shop_says(closet: Closet) -> None:
    tissue(closet)
    order_id = sold(closet)
    tick(closet, order_id)
    assert order(closet, order_id).supplies == usd("0.30")


def test_it_is_time_to_buy_more_at_the_number_the_seller_set(closet: Closet) -> None:
    tissue(closet, (10, "1.00"), reorder_at=8)
    assert supplies.to_reorder(closet) == ()
    tick(closet, sold(closet))
    (low,) = supplies.to_reorder(closet)
    assert low.words == "Tissue: 8 sheets left. Buy more."
    supplies.set_reorder(closet, low.id, 3)
    assert supplies.to_reorder(closet) == ()


def test_a_cancelled_order_gives_its_supplies_back(closet: Closet) -> None:
    tissue(closet, (10, "1.00"))
    order_id = sold(closet)
    tick(closet, order_id)
    order_steps.cancel(closet, order_id)
    assert one(closet).left == 10
    assert order(closet, order_id).supplies == usd(0)


def test_the_count_is_corrected_up_and_down(closet: Closet) -> None:
    supply_id = tissue(closet, (4, "1.00"), (10, "3.00"))
    tick(closet, sold(closet))
    supplies.correct_count(closet, supply_id, 11)
    lots = one(closet).lots
    assert [(lot.quantity, lot.left, lot.cost) for lot in lots] == [
        (3, 1, usd("1.00")), (10, 10, usd("3.00")),
    ]  # fmt: skip
    supplies.correct_count(closet, supply_id, 9)
    assert [(lot.quantity, lot.cost) for lot in one(closet).lots] == [
        (2, usd("0.50")), (9, usd("3.00")),
    ]  # fmt: skip
    supplies.correct_count(closet, supply_id, 20)
    assert one(closet).left == 20
    supplies.correct_count(closet, supply_id, 0)
    assert [lot.quantity for lot in one(closet).lots] == [2]
    for _ in range(4):
        history.undo(closet)
    assert one(closet).left == 12


def test_found_supplies_without_a_lot_cost_nothing(closet: Closet) -> None:
    supply_id = tissue(closet)
    supplies.correct_count(closet, supply_id, 5)
    assert one(closet).left == 5
    assert one(closet).next_cost == usd(0)


def test_a_lot_that_orders_used_is_corrected_but_not_removed(closet: Closet) -> None:
    supply_id = tissue(closet, (10, "1.00"))
    tick(closet, sold(closet))
    (lot,) = one(closet).lots
    with pytest.raises(UserError, match="Orders have used 2 of these"):
        supplies.remove_lot(closet, lot.id)
    with pytest.raises(InvalidValueError):
        supplies.edit_lot(closet, lot.id, 1, usd(1), None)
    supplies.edit_lot(closet, lot.id, 20, usd(4), date(2026, 1, 5))
    assert one(closet).left == 18
    supplies.buy_lot(closet, supply_id, 5, usd(1))
    supplies.remove_lot(closet, one(closet).lots[1].id)
    assert one(closet).left == 18


def test_names_are_needed_and_once_only(closet: Closet) -> None:
    supply_id, _ = supplies.add_supply(closet, "Tissue")
    for name in ("", "  TISSUE "):
        with pytest.raises(InvalidValueError):
            supplies.add_supply(closet, name)
    supplies.rename_supply(closet, supply_id, "Tissue paper", "sheets")
    assert (one(closet).name, one(closet).unit) == ("Tissue paper", "sheets")
    assert supplies.rename_supply(closet, supply_id, "tissue paper").supplies


@pytest.mark.parametrize("number", [0, -1, 10**9])
def test_a_lot_holds_something(closet: Closet, number: int) -> None:
    supply_id, _ = supplies.add_supply(closet, "Tissue")
    with pytest.raises(InvalidValueError):
        supplies.buy_lot(closet, supply_id, number, usd(1))
    with pytest.raises(InvalidValueError):
        supplies.buy_lot(closet, supply_id, 1, usd(-1))


def test_a_supply_that_a_step_uses_is_not_put_away(closet: Closet) -> None:
    supply_id = tissue(closet)
    with pytest.raises(UserError, match="used by the packing step “Wrap”"):
        supplies.archive_supply(closet, supply_id)
    edit_shop(closet, packing_steps=())
    supplies.archive_supply(closet, supply_id)
    assert supplies.supplies(closet) == ()
    supplies.archive_supply(closet, supply_id, archived=False)
    assert not one(closet).archived


ticks = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["wrap", "sticker"])), max_size=12)


@given(st.integers(1, 12), st.integers(0, 999), st.integers(1, 3), ticks)
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_ticked_every_cent_of_a_lot_is_with_an_order_or_on_the_shelf(
    tmp_path_factory: pytest.TempPathFactory,
    number: int,
    cents: int,
    quantity: int,
    turns: list[tuple[int, str]],
) -> None:
    closet = new_closet(tmp_path_factory.mktemp("closet") / "closet")
    tissue(closet, (number, f"{cents / 100:.2f}"), quantity=quantity)
    ids = [sold(closet) for _ in range(4)]
    for at, key in turns:
        tick(closet, ids[at], key, done=not step(closet, ids[at], key).done)
    with reading(closet.database) as ledger:
        uses = ledger.where(SupplyUseRecord)
    out_of_lot = [use for use in uses if use.lot_id]
    (lot,) = one(closet).lots
    assert lot.left + sum(use.quantity for use in out_of_lot) == number
    spent = sum(use.cost_minor for use in out_of_lot)
    assert spent == cents if lot.left == 0 else 0 <= spent <= cents
    for order_id in ids:
        mine = [use.cost_minor for use in uses if use.order_id == order_id]
        sticker = 10 if step(closet, order_id, "sticker").done else 0
        expected = sum(mine) + sticker if mine else ESTIMATE.minor
        assert order(closet, order_id).supplies.minor == expected
    assert check(closet).is_sound
    closet.close()
