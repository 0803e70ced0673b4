"""Pieces: added, edited, numbered, repriced, tagged."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from closet_app.domain.item import Condition, ItemFacts, Measurement
from closet_app.domain.pricing import PriceEnding, Reprice
from closet_app.domain.units import Length, Percent, Weight
from closet_app.errors import InvalidValueError, NotFoundError, UserError
from closet_app.services import gallery, history, items, numbering, pieces, stock
from closet_app.services.closet import Closet
from closet_app.services.order_views import order
from tests.closets import PHOTOS, add, sell, usd

DRESS = PHOTOS / "dress-01.jpg"


def test_every_field_comes_back_as_it_was_said(closet: Closet) -> None:
    facts = ItemFacts(
        sku="B 7", title="Cardigan", brand="Pull&Bear", department="Women", category="Sweaters",
        subcategory="Cardigans", size_system="US", size="M", colors=("Purple", "Gray"),
        other_colors=("lilac",), condition=Condition.VERY_GOOD, material="60% cotton",
        style_words=("ribbed", "soft"), description="Warm.\nKind.", flaws="Tiny pull", bin="B-04",
        measurements=(Measurement("pit_to_pit", Length.of("20.5", "in")),), quantity=3,
        weight=Weight.of(12, "oz"), source="Goodwill", cost_price=usd(6), cost_tax=usd("0.50"),
        cost_inbound=usd(1), cost_cleaning=usd("2.25"), original_price=usd(80), asking=usd(26),
        floor=usd(18), keep_at_least=usd(9), notes="check cuff", tags=("fall", "sale"),
    )  # fmt: skip
    item_id, _ = items.add_item(closet, facts)
    assert pieces.piece(closet, item_id).facts == facts
    assert facts.cost == usd("9.75")


def test_numbers_follow_the_pattern_and_are_never_given_twice(closet: Closet) -> None:
    first, second = add(closet), add(closet)
    stock.trash(closet, [second])
    stock.empty_trash(closet, [second])
    assert pieces.piece(closet, first).facts.sku == "JL-0001"
    add(closet, sku="JL-0041")
    add(closet, sku="jl-junk-that-is-longer")
    assert numbering.next_sku(closet) == "JL-0042"


def test_two_numbers_that_differ_only_in_case_and_spaces_are_one(closet: Closet) -> None:
    add(closet, sku="Café 7")
    with pytest.raises(InvalidValueError) as refused:
        add(closet, sku="  CAFE\u0301  7 ")
    assert refused.value.field == "sku"
    assert gallery.counts(closet).items == 1


def test_a_number_is_found_in_any_case(closet: Closet) -> None:
    item_id = add(closet)
    assert items.by_sku(closet, " jl-0001 ") == item_id
    with pytest.raises(NotFoundError):
        items.by_sku(closet, "JL-9999")


def test_an_edit_that_a_field_cannot_hold_changes_nothing(closet: Closet) -> None:
    item_id = add(closet)
    with pytest.raises(InvalidValueError):
        items.edit(closet, [item_id], {"title": "New", "quantity": -1})
    assert pieces.piece(closet, item_id).facts.title == "Breton boatneck tee"
    with pytest.raises(InvalidValueError):
        items.edit(closet, [item_id], {"no_such_field": "x"})


def test_the_lowest_price_ever_asked_is_remembered(closet: Closet) -> None:
    item_id = add(closet)
    items.edit(closet, [item_id], {"asking": usd(20)})
    items.edit(closet, [item_id], {"asking": usd(50)})
    assert pieces.piece(closet, item_id).lowest_asking == usd(20)


def test_a_price_change_moves_its_live_listings_along(closet: Closet) -> None:
    item_id = add(closet)
    stock.mark_listed(closet, [item_id], ["poshmark"])
    items.edit(closet, [item_id], {"asking": usd(30)})
    assert pieces.piece(closet, item_id).listings[0].price == usd(30)


def test_a_reprice_respects_floors_and_names_pieces_without_price(closet: Closet) -> None:
    low = add(closet, asking=usd(20), floor=usd(19))
    plain, none = add(closet, asking=usd("41.50")), add(closet, asking=None)
    rule = Reprice(percent=Percent(Decimal(-10)), ending=PriceEnding.WHOLE)
    changed = items.reprice(closet, [low, plain, none], rule)
    prices = [pieces.piece(closet, each).facts.asking for each in (low, plain, none)]
    assert prices == [usd(19), usd(37), None]
    assert [problem.name for problem in changed.problems] == ["JL-0001", "JL-0003"]


def test_a_duplicate_is_a_draft_with_its_own_number_and_no_photos(closet: Closet) -> None:
    item_id, _ = items.add_item(closet, ItemFacts(title="Tee", brand="Zara"), [DRESS])
    twin, _ = items.duplicate(closet, item_id)
    copy = pieces.piece(closet, twin)
    assert (copy.facts.title, copy.facts.sku, copy.photos) == ("Tee", "JL-0002", ())


def test_bins_and_tags_are_set_for_many_at_once_and_undone_at_once(closet: Closet) -> None:
    ids = [add(closet), add(closet)]
    assert items.move_to_bin(closet, ids, "B-05").label == "Moved 2 items to bin B-05"
    items.add_tag(closet, ids[1:], "fall")
    assert [pieces.piece(closet, each).facts.tags for each in ids] == [(), ("fall",)]
    for _ in range(2):
        history.undo(closet)
    assert {pieces.piece(closet, each).facts.bin for each in ids} == {""}


def test_a_broken_photo_is_named_and_the_rest_goes_on(closet: Closet, tmp_path: Path) -> None:
    half = tmp_path / "half.jpg"
    half.write_bytes(DRESS.read_bytes()[:4000])
    item_id, changed = items.add_item(closet, ItemFacts(title="Dress"), [half, DRESS])
    assert [problem.name for problem in changed.problems] == ["half.jpg"]
    assert len(pieces.piece(closet, item_id).photos) == 1
    with pytest.raises(UserError):
        items.add_item(closet, ItemFacts(title="Nothing"), [half])
    assert gallery.counts(closet).items == 1


def test_a_cost_known_later_reaches_the_order(closet: Closet) -> None:
    item_id = add(closet, cost_price=None)
    order_id = sell(closet, [item_id], ["34"])
    assert not order(closet, order_id).lines[0].cost_known
    items.edit(closet, [item_id], {"cost_price": usd(4)})
    assert order(closet, order_id).profit.totals.cost == usd(4)
