"""The shop's facts, and the folder a closet lives in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from closet_app.domain.addresses import Address
from closet_app.errors import ClosetBusyError, InvalidValueError, NotFoundError, UserError
from closet_app.paths import resources
from closet_app.services import gallery, history, shop
from closet_app.services.checking import check
from closet_app.services.clock import fixed_clock
from closet_app.services.closet import Closet
from closet_app.services.opening import create_closet, open_closet
from closet_app.services.order_views import group_counts, list_orders, order
from closet_app.services.pack_station import to_pack
from closet_app.services.records import MarketplaceDefaults, Shop, ShopStep
from closet_app.services.supplies import to_reorder
from tests.closets import PHOTOS, TODAY, new_closet, usd
from tests.sample_shop import sample_folder, sample_home

__all__ = ["sample_folder", "sample_home"]


def test_the_shop_comes_back_as_it_was_typed(closet: Closet) -> None:
    address = Address(name="Juniper Lane", line1="PO Box 88", city="Millbrook", country="US")
    shop.edit_shop(
        closet, tagline="pre-loved", owner="Maya", address=address,
        card_note="thank you\nso much", packing_steps=(("Tissue", 30),), slip_stock="a4",
    )  # fmt: skip
    kept = shop.shop(closet)
    assert (kept.tagline, kept.owner, kept.address, kept.slip_stock) == (
        "pre-loved", "Maya", address, "a4",
    )  # fmt: skip
    assert kept.card_note == "thank you\nso much"
    assert kept.packing_steps == (ShopStep("Tissue", 30),)


def test_a_pattern_that_counts_nothing_is_refused(closet: Closet) -> None:
    with pytest.raises(InvalidValueError):
        shop.edit_shop(closet, sku_pattern="JL-")
    with pytest.raises(InvalidValueError):
        shop.edit_shop(closet, currency="EUR")


def test_a_logo_is_a_photo_of_the_closet_and_can_go(closet: Closet) -> None:
    shop.set_logo(closet, PHOTOS / "hat-01.jpg")
    path = shop.logo_path(closet)
    assert path is not None
    assert path.read_bytes() == (PHOTOS / "hat-01.jpg").read_bytes()
    shop.set_logo(closet, None)
    assert shop.logo_path(closet) is None


def test_marketplaces_without_amounts_are_not_offered(closet: Closet) -> None:
    offered = {each.marketplace for each in shop.marketplaces(closet)}
    assert {"poshmark", "ebay", "mercari", "depop", "vinted", "etsy", "whatnot"} <= offered
    assert not {"vestiaire", "therealreal", "tradesy"} & offered


def test_what_a_marketplace_assumes_is_kept_and_undone(closet: Closet) -> None:
    wanted = MarketplaceDefaults(
        marketplace="ebay", enabled=True, own_label=True, shipping=usd("6.50"),
        tax_percent=Decimal("7.25"), postage=usd("7.38"), supplies=usd("0.90"),
    )  # fmt: skip
    before = shop.marketplaces(closet)
    shop.edit_marketplace(closet, wanted)
    assert wanted in shop.marketplaces(closet)
    history.undo(closet)
    assert shop.marketplaces(closet) == before
    with pytest.raises(InvalidValueError):
        shop.edit_marketplace(
            closet, MarketplaceDefaults(marketplace="ebay", enabled=True, tax_percent=Decimal(101))
        )


def test_a_closet_is_never_made_over_another(tmp_path: Path) -> None:
    new_closet(tmp_path / "closet").close()
    with pytest.raises(UserError):
        new_closet(tmp_path / "closet")


def test_a_folder_that_is_not_there_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        open_closet(tmp_path / "gone", resources())
    assert not (tmp_path / "gone").exists()


def test_one_folder_is_open_once(tmp_path: Path) -> None:
    closet = new_closet(tmp_path / "closet")
    with pytest.raises(ClosetBusyError):
        open_closet(closet.folder, resources())
    closet.close()
    open_closet(closet.folder, resources()).close()


def test_a_closet_counts_in_its_own_currency(tmp_path: Path) -> None:
    yen = create_closet(tmp_path / "closet", Shop(currency="JPY", country="JP"), resources())
    assert gallery.facets(yen).totals.asking.currency == "JPY"
    yen.close()


def test_the_sample_is_a_lived_in_shop_whose_newest_day_is_yesterday(sample_folder: Path) -> None:
    closet = open_closet(sample_folder, resources(), fixed_clock(TODAY))
    counts = group_counts(closet)
    assert gallery.counts(closet).items == 130
    assert (counts["to_pack"], sum(counts.values())) == (8, 60)
    assert {card.status.value for card in gallery.cards(closet, gallery.find(closet))} >= {
        "draft", "listed", "on_hold", "sold", "shipped", "delivered", "archived",
    }  # fmt: skip
    rows = [row for group in counts for row in list_orders(closet, group)]
    days = sorted(row.sold_on for row in rows)
    assert days[-1] < TODAY
    assert days[0] < date(TODAY.year, 3, 1)
    for row in rows:
        view = order(closet, row.id)
        parts = [line.profit.profit.minor for line in view.lines]
        assert sum(parts) == view.profit.totals.profit.minor == view.steps[-1].amount.minor
    assert history.undo_words(closet) == ""
    waiting = to_pack(closet).orders
    assert sum(bool(each.labels) for each in waiting) == 2
    assert sum(bool(each.over_limit) for each in waiting) == 1
    assert {supply.name for supply in to_reorder(closet)} == {"Shop stickers"}
    assert check(closet).is_sound
    closet.close()
