"""Undo and redo of whole commands, across restarts, and history in words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from closet_app.domain.status import ArchiveReason
from closet_app.errors import UserError
from closet_app.services import (
    gallery,
    history,
    items,
    listings,
    order_steps,
    photos,
    pieces,
    shop,
    stock,
    tasks,
)
from closet_app.services.closet import Closet
from closet_app.services.opening import FOUND, open_closet, set_strays_aside
from closet_app.services.order_views import order
from tests.closets import PHOTOS, TODAY, add, new_closet, sell, usd


def test_nothing_is_left_to_undo_in_a_new_closet(closet: Closet) -> None:
    assert history.undo_words(closet) == ""
    with pytest.raises(UserError):
        history.undo(closet)
    with pytest.raises(UserError):
        history.redo(closet)


def test_every_command_is_taken_back_and_done_again(closet: Closet) -> None:
    item_id = add(closet)
    other = add(closet, quantity=2)
    seen = [_state(closet, item_id)]
    for command in (
        lambda: items.edit(closet, [item_id], {"title": "Tee", "bin": "B-04"}),
        lambda: photos.add_photos(
            closet, item_id, [PHOTOS / "dress-01.jpg", PHOTOS / "hat-01.jpg"]
        ),
        lambda: photos.make_cover(closet, pieces.piece(closet, item_id).photos[1].ref.id),
        lambda: photos.turn(closet, pieces.piece(closet, item_id).photos[0].ref.id),
        lambda: stock.mark_listed(closet, [item_id, other], ["poshmark", "ebay"]),
        lambda: listings.end_listing(closet, item_id, "ebay"),
        lambda: shop.edit_shop(closet, name="Other Lane", sign_off="Yours, M"),
        lambda: sell(closet, [item_id, other], ["30", "20"], "poshmark", buyer_name="June"),
        lambda: order_steps.tick(closet, 1, "pull", done=True),
        lambda: order_steps.mark_shipped(closet, 1, TODAY, "9400", "USPS"),
        lambda: order_steps.refund(closet, 1, 300),
        lambda: order_steps.return_lines(closet, 1, to_stock=True),
        lambda: stock.archive(closet, [item_id], ArchiveReason.KEPT),
        lambda: stock.trash(closet, [item_id]),
    ):
        command()
        seen.append(_state(closet, item_id))
    for wanted in reversed(seen[:-1]):
        history.undo(closet)
        assert _state(closet, item_id) == wanted
    for wanted in seen[1:]:
        history.redo(closet)
        assert _state(closet, item_id) == wanted


def _state(closet: Closet, item_id: int) -> object:
    orders = [order(closet, 1)] if gallery.counts(closet).to_pack or _has_order(closet) else []
    return (
        pieces.piece(closet, item_id),
        gallery.cards(closet, [item_id]),
        gallery.find_in_trash(closet),
        tasks.open_take_downs(closet),
        shop.shop(closet),
        orders,
    )


def _has_order(closet: Closet) -> bool:
    try:
        order(closet, 1)
    except UserError:
        return False
    return True


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    closet = new_closet(tmp_path / "closet")
    item_id = add(closet)
    items.edit(closet, [item_id], {"title": "Second"})
    closet.close()
    again = open_closet(closet.folder, closet.reference.folder, closet.clock)
    assert history.undo_words(again) == "Edited title"
    history.undo(again)
    assert pieces.piece(again, item_id).facts.title == "Breton boatneck tee"
    assert history.redo_words(again) == "Edited title"
    again.close()


def test_a_new_command_ends_what_could_be_done_again(closet: Closet) -> None:
    item_id = add(closet)
    items.edit(closet, [item_id], {"title": "Second"})
    history.undo(closet)
    items.edit(closet, [item_id], {"bin": "B-01"})
    assert history.redo_words(closet) == ""


def test_the_history_of_a_piece_is_told_in_the_seller_s_words(closet: Closet) -> None:
    item_id = add(closet, source="Goodwill, Alder St")
    stock.mark_listed(closet, [item_id], ["poshmark", "ebay"])
    items.edit(closet, [item_id], {"asking": usd(30)})
    items.edit(closet, [item_id], {"brand": "Madewell", "size": "M"})
    sell(closet, [item_id], ["30"], "poshmark")
    assert [line.words for line in history.item_history(closet, item_id)] == [
        "Sold for $30.00",
        "Changed brand, size",
        "Price $34.00 → $30.00",
        "Listed on Poshmark, eBay",
        "Bought at Goodwill, Alder St for $6.00",
    ]
    assert history.recent(closet, 2)[0].words == "Marked 1 item sold"


def test_the_history_tells_where_a_piece_went(closet: Closet) -> None:
    item_id = add(closet)
    stock.mark_listed(closet, [item_id])
    stock.hold(closet, [item_id])
    stock.archive(closet, [item_id], ArchiveReason.DONATED)
    stock.trash(closet, [item_id])
    stock.restore(closet, [item_id])
    assert [line.words for line in history.item_history(closet, item_id)] == [
        "Restored from Trash",
        "Moved to Trash",
        "Archived",
        "Put on hold",
        "Marked listed",
        "Added to the closet",
    ]


def test_what_was_undone_leaves_the_history_of_the_piece(closet: Closet) -> None:
    item_id = add(closet)
    items.edit(closet, [item_id], {"asking": usd(30)})
    history.undo(closet)
    assert [line.words for line in history.item_history(closet, item_id)] == ["Added to the closet"]
    assert history.recent(closet)[0].is_undone


def test_the_photos_of_a_piece_that_was_undone_are_kept_for_redo(tmp_path: Path) -> None:
    closet = new_closet(tmp_path / "closet")
    item_id = add(closet)
    photos.add_photos(closet, item_id, [PHOTOS / "dress-01.jpg"])
    history.undo(closet)
    stray = closet.photos.take_in(PHOTOS / "hat-01.jpg").sha256
    assert [path.parent.name for path in set_strays_aside(closet)] == [FOUND]
    assert not any(stray in str(path) for path in (closet.folder / "photos").rglob("*"))
    history.redo(closet)
    assert closet.photos.path_of(pieces.piece(closet, item_id).photos[0].ref.sha256).is_file()
    closet.close()
    shutil.rmtree(closet.folder)
