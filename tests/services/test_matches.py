"""The three pieces that go with an order: looked at, swapped, kept back and let go."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from closet_app.db.ledger import reading
from closet_app.db.parcel_records import OrderMatchRecord
from closet_app.db.records import ItemRecord
from closet_app.domain.status import ItemStatus
from closet_app.errors import InvalidValueError, NotFoundError, UserError
from closet_app.paths import resources
from closet_app.services import history, matches, order_steps, stock
from closet_app.services.clock import fixed_clock
from closet_app.services.closet import Closet
from closet_app.services.match_table import decide
from closet_app.services.opening import open_closet
from closet_app.services.writing import writing
from tests.closets import TODAY, add, sell, usd

LATER = TODAY + timedelta(days=7)


def piece(closet: Closet, title: str, category: str, color: str, **more: object) -> int:
    given = {"size": "M", "colors": (color,), "asking": usd(30), **more}
    made = add(closet, title, category=category, **given)
    stock.mark_listed(closet, [made], ["ebay"])
    return made


@pytest.fixture
def order_id(closet: Closet) -> int:
    """An order of a navy tee, in a closet with skirts, jackets, shoes and a hat."""
    tee = piece(closet, "Breton boatneck tee", "Tops", "Navy")
    for title, category, color in (
        ("Corduroy skirt, rust", "Skirts", "Brown"),
        ("Pleated skirt, black", "Skirts", "Black"),
        ("Denim jacket", "Jackets & Coats", "Blue"),
        ("Quilted jacket, olive", "Jackets & Coats", "Green"),
        ("Suede boots", "Shoes", "Tan"),
    ):
        piece(closet, title, category, color)
    piece(closet, "Straw hat", "Accessories", "Cream", subcategory="Hats", size="One size")
    return sell(closet, [tee], ["34"])


def titles(closet: Closet, order_id: int) -> list[str]:
    return [match.card.title for match in matches.matches(closet, order_id)]


def stored(closet: Closet, order_id: int) -> list[OrderMatchRecord]:
    with reading(closet.database) as ledger:
        return ledger.where(OrderMatchRecord, order_id=order_id)


def statuses(closet: Closet, order_id: int) -> set[str]:
    return {str(match.card.status) for match in matches.matches(closet, order_id)}


def test_three_pieces_of_three_slots_go_with_an_order_and_say_why(
    closet: Closet, order_id: int
) -> None:
    found = matches.matches(closet, order_id)
    assert [each.position for each in found] == [0, 1, 2]
    assert found[0].card.title == "Corduroy skirt, rust"
    assert found[0].reasons[:2] == ("Warm rust goes with navy", "Same size M")
    assert {each.card.category for each in found} == {"Skirts", "Jackets & Coats", "Shoes"}
    assert not any(each.is_decided for each in found)


def test_looking_writes_nothing_and_leaves_redo_as_it_is(closet: Closet, order_id: int) -> None:
    matches.swap(closet, order_id, 0)
    history.undo(closet)
    before = history.undo_words(closet), history.redo_words(closet)
    assert before[1]
    matches.matches(closet, order_id)
    matches.alternatives(closet, order_id, 0)
    assert stored(closet, order_id) == []
    assert (history.undo_words(closet), history.redo_words(closet)) == before


def test_an_order_without_anything_beside_it_has_no_pieces(closet: Closet) -> None:
    lonely = sell(closet, [add(closet)], ["34"])
    assert matches.matches(closet, lonely) == ()
    with pytest.raises(UserError, match="Nothing else"):
        matches.swap(closet, lonely, 0)
    with pytest.raises(UserError, match="Nothing is on the card"):
        matches.keep_until(closet, lonely, LATER)
    with pytest.raises(NotFoundError):
        matches.matches(closet, 99)


def test_a_swap_takes_the_next_best_goes_round_and_is_undone(closet: Closet, order_id: int) -> None:
    first = titles(closet, order_id)
    seen = [first[0]]
    for _ in range(8):
        matches.swap(closet, order_id, 0)
        now = titles(closet, order_id)
        assert now[1:] == first[1:]
        if now[0] == first[0]:
            break
        seen.append(now[0])
    assert titles(closet, order_id)[0] == first[0]
    assert "Pleated skirt, black" in seen
    assert len(seen) == len(set(seen)) >= 3
    history.undo(closet)
    assert titles(closet, order_id)[0] == seen[-1]


def test_the_seller_may_choose_any_piece_that_can_be_sold(closet: Closet, order_id: int) -> None:
    other = piece(closet, "Second boots", "Shoes", "Black")
    matches.swap(closet, order_id, 0, other)
    found = matches.matches(closet, order_id)
    assert (found[0].item_id, found[0].is_decided) == (other, True)
    for wrong, words in (
        (other, "on the card already"),
        (found[1].item_id, "on the card already"),
    ):
        with pytest.raises(UserError, match=words):
            matches.swap(closet, order_id, 0, wrong)
    stock.hold(closet, [found[2].item_id])
    with pytest.raises(UserError, match="cannot be recommended"):
        matches.swap(closet, order_id, 0, found[2].item_id)
    with pytest.raises(UserError, match="cannot be recommended"):
        matches.swap(closet, order_id, 0, 1)


def test_alternatives_are_of_no_slot_that_another_piece_has(closet: Closet, order_id: int) -> None:
    found = matches.matches(closet, order_id)
    others = matches.alternatives(closet, order_id, 0)
    assert others
    taken = {each.card.category for each in found[1:]}
    assert taken.isdisjoint(each.card.category for each in others)
    assert {each.item_id for each in others}.isdisjoint(each.item_id for each in found)


def test_a_chosen_piece_that_is_sold_or_deleted_has_the_next_best_in_its_place(
    closet: Closet, order_id: int
) -> None:
    with writing(closet, "Print") as step:
        decide(closet, step.ledger, order_id)
    before = matches.matches(closet, order_id)
    assert all(each.is_decided for each in before)
    sell(closet, [before[0].item_id], ["20"])
    stock.trash(closet, [before[1].item_id])
    after = matches.matches(closet, order_id)
    assert [each.position for each in after] == [0, 1, 2]
    assert after[2] == before[2]
    assert not {before[0].item_id, before[1].item_id} & {each.item_id for each in after}
    stock.empty_trash(closet, [before[1].item_id])
    assert matches.matches(closet, order_id) == after


def test_pieces_are_kept_until_a_day_and_let_go_when_it_has_passed(
    closet: Closet, order_id: int
) -> None:
    changed = matches.keep_until(closet, order_id, LATER)
    assert changed.label == "Kept the pieces on the card until Nov 29"
    found = matches.matches(closet, order_id)
    assert statuses(closet, order_id) == {"on_hold"}
    assert {each.kept_until for each in found} == {LATER}
    kept = matches.kept_for(closet, [each.item_id for each in found])
    assert len(kept) == 3
    words = matches.say_kept(kept[found[0].item_id], TODAY)
    assert words == "Kept for order 1001 until Nov 29"
    assert not matches.release_due(closet)
    again = reopened(closet, LATER)
    assert not matches.release_due(again)
    last = reopened(again, LATER + timedelta(days=1))
    released = matches.release_due(last)
    assert released.items == {each.item_id for each in found}
    assert statuses(last, order_id) == {"listed"}
    assert not matches.release_due(last)
    last.close()


def reopened(closet: Closet, day: date) -> Closet:
    closet.close()
    return open_closet(closet.folder, resources(), fixed_clock(day))


def test_a_kept_piece_that_sells_elsewhere_stays_sold(closet: Closet, order_id: int) -> None:
    matches.keep_until(closet, order_id, TODAY)
    first = matches.matches(closet, order_id)[0]
    other = sell(closet, [first.item_id], ["25"], market="depop")
    shown = matches.matches(closet, order_id)
    assert first.item_id not in {each.item_id for each in shown}
    later = reopened(closet, LATER)
    matches.release_due(later)
    assert item(later, first.item_id).status == ItemStatus.SOLD
    order_steps.cancel(later, other)
    assert item(later, first.item_id).status == ItemStatus.LISTED
    later.close()


def item(closet: Closet, item_id: int) -> ItemRecord:
    with reading(closet.database) as ledger:
        return ledger.get(ItemRecord, item_id)


def test_a_hold_is_ended_by_hand_and_by_undo_and_goes_over_to_a_swapped_piece(
    closet: Closet, order_id: int
) -> None:
    matches.keep_until(closet, order_id, LATER)
    before = matches.matches(closet, order_id)
    matches.swap(closet, order_id, 1)
    after = matches.matches(closet, order_id)
    assert after[1].kept_until == LATER
    assert item(closet, before[1].item_id).status == ItemStatus.LISTED
    assert item(closet, after[1].item_id).status == ItemStatus.ON_HOLD
    matches.keep_until(closet, order_id, None)
    assert statuses(closet, order_id) == {"listed"}
    history.undo(closet)
    history.undo(closet)
    history.undo(closet)
    assert stored(closet, order_id) == []
    assert statuses(closet, order_id) == {"listed"}


def test_what_another_order_keeps_is_not_recommended_and_not_kept_twice(
    closet: Closet, order_id: int
) -> None:
    second = sell(closet, [piece(closet, "Second tee", "Tops", "Navy")], ["20"])
    with writing(closet, "Print") as step:
        decide(closet, step.ledger, second)
    matches.keep_until(closet, order_id, LATER)
    kept = {each.item_id for each in matches.matches(closet, order_id)}
    assert kept.isdisjoint(each.item_id for each in matches.matches(closet, second))


def test_only_a_day_to_come_can_be_chosen_and_drafts_are_named(
    closet: Closet, order_id: int
) -> None:
    with pytest.raises(InvalidValueError):
        matches.keep_until(closet, order_id, TODAY - timedelta(days=1))
    draft = add(closet, "Wool scarf", category="Accessories", subcategory="Scarves & Wraps")
    matches.swap(closet, order_id, 2, draft)
    changed = matches.keep_until(closet, order_id, LATER)
    assert [each.name for each in changed.problems] == [item(closet, draft).sku]
    assert [each.kept_until for each in matches.matches(closet, order_id)] == [LATER, LATER, None]
