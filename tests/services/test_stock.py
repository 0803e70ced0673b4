"""Where pieces stand: listed, held, archived, deleted, restored."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from closet_app.domain.status import ArchiveReason, ItemStatus
from closet_app.errors import UserError
from closet_app.services import (
    estimates,
    gallery,
    history,
    listings,
    order_steps,
    pieces,
    shop,
    stock,
    tasks,
)
from closet_app.services.clock import Clock
from closet_app.services.closet import Closet
from closet_app.services.opening import open_closet
from closet_app.services.records import MarketplaceDefaults
from tests.closets import add, new_closet, sell, usd


def status(closet: Closet, item_id: int) -> ItemStatus:
    """What the piece is now."""
    return pieces.piece(closet, item_id).status


def test_a_piece_is_listed_held_and_released(closet: Closet) -> None:
    item_id = add(closet)
    stock.mark_listed(closet, [item_id], ["poshmark"])
    stock.hold(closet, [item_id])
    assert status(closet, item_id) is ItemStatus.ON_HOLD
    stock.release(closet, [item_id])
    assert status(closet, item_id) is ItemStatus.LISTED


def test_a_draft_cannot_be_held(closet: Closet) -> None:
    with pytest.raises(UserError):
        stock.hold(closet, [add(closet)])


def test_of_many_pieces_the_possible_ones_move_and_the_others_are_named(closet: Closet) -> None:
    listed, draft = add(closet), add(closet)
    stock.mark_listed(closet, [listed])
    changed = stock.hold(closet, [listed, draft])
    assert status(closet, listed) is ItemStatus.ON_HOLD
    assert [problem.name for problem in changed.problems] == ["JL-0002"]


def test_an_archived_piece_asks_to_be_taken_down_and_comes_back(closet: Closet) -> None:
    item_id = add(closet)
    stock.mark_listed(closet, [item_id], ["ebay"])
    stock.archive(closet, [item_id], ArchiveReason.DONATED)
    piece = pieces.piece(closet, item_id)
    assert (piece.status, piece.archive_reason) == (ItemStatus.ARCHIVED, ArchiveReason.DONATED)
    assert [each.marketplace for each in tasks.open_take_downs(closet)] == ["ebay"]
    stock.unarchive(closet, [item_id])
    assert status(closet, item_id) is ItemStatus.DRAFT


def test_a_sold_piece_cannot_be_archived(closet: Closet) -> None:
    item_id = add(closet)
    sell(closet, [item_id], ["34"])
    with pytest.raises(UserError):
        stock.archive(closet, [item_id], ArchiveReason.LOST)


def test_a_returned_piece_goes_back_into_stock(closet: Closet) -> None:
    item_id = add(closet)
    order_steps.return_lines(closet, sell(closet, [item_id], ["34"]), to_stock=False)
    stock.restock(closet, [item_id])
    piece = pieces.piece(closet, item_id)
    assert (piece.status, piece.facts.quantity) == (ItemStatus.DRAFT, 1)


def test_trash_keeps_a_piece_for_thirty_days_and_restores_it_whole(tmp_path: Path) -> None:
    closet = new_closet(tmp_path / "closet")
    item_id = add(closet)
    before = pieces.piece(closet, item_id).facts
    stock.trash(closet, [item_id])
    assert gallery.find(closet) == []
    assert gallery.find_in_trash(closet) == [item_id]
    stock.restore(closet, [item_id])
    assert pieces.piece(closet, item_id).facts == before
    stock.trash(closet, [item_id])
    now, folder = closet.clock.now(), closet.folder
    closet.close()
    for days, left in ((29, [item_id]), (31, [])):
        later = Clock(lambda days=days: now + timedelta(days=days))  # type: ignore[misc]  # bound now
        again = open_closet(folder, closet.reference.folder, later)
        stock.sweep_trash(again)
        assert gallery.find_in_trash(again) == left
        again.close()


def test_a_sold_piece_in_trash_leaves_its_order_as_it_was(closet: Closet) -> None:
    from closet_app.services.order_views import order

    item_id = add(closet)
    order_id = sell(closet, [item_id], ["34"])
    before = order(closet, order_id).profit
    stock.trash(closet, [item_id])
    stock.empty_trash(closet, [item_id])
    view = order(closet, order_id)
    assert view.profit == before
    assert view.lines[0].title == "Breton boatneck tee"


def test_deleting_for_good_is_not_undone(closet: Closet) -> None:
    item_id = add(closet)
    stock.trash(closet, [item_id])
    stock.empty_trash(closet, [item_id])
    assert history.undo_words(closet) != "Deleted 1 item for good"


def test_a_listing_has_a_link_a_price_and_an_end(closet: Closet) -> None:
    item_id = add(closet)
    listings.set_listing(closet, item_id, "ebay", url="www.ebay.example/itm/1", price=usd(36))
    listing = pieces.piece(closet, item_id).listings[0]
    assert (listing.url, listing.price) == ("https://www.ebay.example/itm/1", usd(36))
    listings.end_listing(closet, item_id, "ebay")
    assert not pieces.piece(closet, item_id).listings[0].live


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x.example/", "https://a@b.example"]
)
def test_a_link_that_is_no_web_address_is_refused(closet: Closet, link: str) -> None:
    with pytest.raises(UserError):
        listings.set_listing(closet, add(closet), "ebay", url=link)


def test_what_you_keep_is_the_design_s_and_follows_the_settings(closet: Closet) -> None:
    for each in shop.marketplaces(closet):
        supplied = MarketplaceDefaults(
            marketplace=each.marketplace, enabled=each.enabled, supplies=usd("0.90")
        )
        shop.edit_marketplace(closet, supplied)
    item_id = add(closet)
    kept = {each.marketplace: each.keep for each in estimates.estimates(closet, item_id)}
    wanted = {"poshmark": "20.30", "ebay": "22.08", "mercari": "23.70", "depop": "25.53"}
    assert {place: kept[place] for place in wanted} == {
        place: usd(keep) for place, keep in wanted.items()
    }
    assert gallery.cards(closet, [item_id])[0].keep == usd("20.30")
    history.undo(closet)
    history.redo(closet)
    stock.mark_listed(closet, [item_id], ["mercari"])
    assert gallery.cards(closet, [item_id])[0].keep == usd("23.70")


def test_backwards_the_price_leaves_what_is_wanted(closet: Closet) -> None:
    item_id = add(closet)
    price = estimates.price_that_keeps(closet, item_id, "poshmark", usd(10))
    assert estimates.offer(closet, item_id, "poshmark", price).keep >= usd(10)
    floor = estimates.lowest_floor(closet, item_id, "poshmark")
    assert estimates.offer(closet, item_id, "poshmark", floor).keep >= usd(0)
    bands = estimates.offer_bands(closet, item_id, "poshmark", usd(5), usd(38))
    assert bands[0].band.value == "loss"
    assert bands[-1].band.value == "fine"
