"""Weight, size and tracking of a parcel, gifts, and many orders at once."""

from __future__ import annotations

from datetime import date

import pytest

from closet_app.domain.label_limits import limit_of, read_limits
from closet_app.domain.status import LineState
from closet_app.domain.units import Weight
from closet_app.errors import InvalidValueError
from closet_app.paths import resources
from closet_app.services import history, order_steps, orders, parcels
from closet_app.services.closet import Closet
from closet_app.services.order_views import order
from closet_app.services.pack_station import pack_order_of
from closet_app.services.print_values import slip_of
from closet_app.services.shop import shop
from tests.closets import TODAY, add, sell
from tests.db.samples import dump

UPS, USPS = "1Z5R89390357567127", "9400111202555842332669"
LIMITS = resources() / "shipping" / "limits.toml"


def test_a_parcel_over_the_label_limit_is_told(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["20"], "poshmark")
    parcels.set_parcel(closet, order_id, Weight.of(5, "lb"), " 14 × 10\n× 4 in ")
    packed = pack_order_of(closet, order_id)
    assert (packed.weight_words, packed.parcel, packed.over_limit) == (
        "5 lb", "14 × 10 × 4 in", "",
    )  # fmt: skip
    parcels.set_parcel(closet, order_id, Weight.of("5.1", "lb"), "")
    assert pack_order_of(closet, order_id).over_limit == (
        "This parcel weighs 5 lb 1.6 oz, and Poshmark’s label carries 5 lb. "
        "Upgrade the label before it ships."
    )
    history.undo(closet)
    assert pack_order_of(closet, order_id) == packed


def test_pieces_that_are_too_heavy_together_are_told_before_weighing(closet: Closet) -> None:
    coat = add(closet, weight=Weight.of(6, "lb"))
    order_id = sell(closet, [coat], ["20"], "poshmark")
    said = pack_order_of(closet, order_id).over_limit
    assert said.startswith("The pieces alone weigh 6 lb,")
    parcels.set_parcel(closet, order_id, Weight.of(4, "lb"), "")
    assert pack_order_of(closet, order_id).over_limit == ""


def test_the_sellers_own_label_and_other_marketplaces_have_no_such_limit(closet: Closet) -> None:
    heavy = Weight.of(6, "lb")
    own = sell(closet, [add(closet, weight=heavy)], ["20"], "poshmark", own_label=True)
    ebay = sell(closet, [add(closet, weight=heavy)], ["20"], "ebay")
    vinted = sell(closet, [add(closet, weight=heavy)], ["20"], "vinted")
    assert [pack_order_of(closet, each).over_limit for each in (own, ebay, vinted)] == [""] * 3


def test_every_shipped_limit_has_a_source_and_a_day(closet: Closet) -> None:
    limits = read_limits(LIMITS.read_text(encoding="utf-8"))
    known = {each.id for each in closet.book.marketplaces}
    for each in limits:
        assert each.marketplace in known
        assert each.source
        assert each.start <= each.checked_on
    assert not limit_of(limits, "poshmark", TODAY).unverified  # type: ignore[union-attr]  # it is there
    assert limit_of(limits, "poshmark", date(1990, 1, 1)) is None


def test_the_newest_limit_that_has_begun_counts_and_a_bad_table_is_refused() -> None:
    row = 'marketplace = "x"\nsource = "s"\nchecked_on = 2026-01-01\n'
    text = "".join(
        f'[[limit]]\n{row}weight = "{pounds} lb"\nfrom = {year}-01-01\n'
        for pounds, year in ((1, 2020), (3, 2024), (2, 2022))
    )
    limits = read_limits(text)
    found = limit_of(limits, "x", date(2023, 5, 5))
    assert found is not None
    assert found.weight == Weight.of(2, "lb")
    for bad in ("[[limit]]", "x =", text.replace("lb", "stone"), text.replace("2020-01-01", '"x"')):
        with pytest.raises(InvalidValueError):
            read_limits(bad)


def test_a_tracking_number_names_its_carrier_and_leads_to_its_page(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["20"])
    parcels.set_tracking(closet, order_id, "1z 5r8 939 03 5756 7127")
    packed = pack_order_of(closet, order_id)
    assert (packed.tracking, packed.carrier) == (UPS, "UPS")
    assert packed.tracking_link == f"https://www.ups.com/track?tracknum={UPS}"
    parcels.set_tracking(closet, order_id, "")
    assert (order(closet, order_id).tracking, order(closet, order_id).carrier) == ("", "")


def test_a_mistyped_tracking_number_is_doubted_and_kept(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["20"])
    wrong = USPS[:-1] + "0"
    parcels.set_tracking(closet, order_id, wrong)
    packed = pack_order_of(closet, order_id)
    assert (packed.tracking, packed.carrier) == (wrong, "")
    assert packed.tracking_doubt == "This looks like a USPS number with a typing mistake."
    looked = parcels.look_at_tracking(closet, f"420 97001 {USPS}")
    assert (looked.number, looked.carrier, looked.doubt) == (USPS, "USPS", "")


def test_the_carrier_a_seller_names_stays(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["20"])
    orders.edit_order(closet, order_id, carrier="Pigeon post")
    orders.edit_order(closet, order_id, tracking=UPS)
    assert order(closet, order_id).carrier == "Pigeon post"
    assert pack_order_of(closet, order_id).tracking_link == ""
    other = sell(closet, [add(closet)], ["20"])
    orders.edit_order(closet, other, tracking=UPS)
    assert order(closet, other).carrier == "UPS"
    third = sell(closet, [add(closet)], ["20"])
    order_steps.mark_shipped(closet, third, tracking=USPS)
    assert order(closet, third).carrier == "USPS"


def test_several_orders_are_packed_and_shipped_as_one_step(closet: Closet) -> None:
    ids = [sell(closet, [add(closet)], ["20"]) for _ in range(3)]
    order_steps.cancel(closet, ids[1])
    before = dump(closet.database, "orders", "order_line", "item")
    changed = order_steps.mark_all_packed(closet, ids)
    assert [order(closet, each).status for each in ids] == [
        LineState.PACKED, LineState.CANCELLED, LineState.PACKED,
    ]  # fmt: skip
    (problem,) = changed.problems
    assert problem.name == str(order(closet, ids[1]).number)
    order_steps.mark_all_shipped(closet, [ids[0], ids[2]])
    assert order(closet, ids[2]).shipped_on == TODAY
    history.undo(closet)
    history.undo(closet)
    assert dump(closet.database, "orders", "order_line", "item") == before


def test_a_gift_carries_its_message_and_no_prices(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["20"], gift=True)
    orders.edit_order(closet, order_id, gift_message="Happy birthday,\nlove, June")
    packed = pack_order_of(closet, order_id)
    assert (packed.gift, packed.gift_message) == (True, "Happy birthday,\nlove, June")
    slip = slip_of(closet, shop(closet), order(closet, order_id))
    assert (slip.gift, slip.message) == (True, "Happy birthday,\nlove, June")
