"""Designs, matching pieces, papers and free labels are chosen at the right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from closet_app.services import prints
from closet_app.services.changed import Changed
from closet_app.services.designs import copy_design
from closet_app.services.matches import matches
from closet_app.services.orders import edit_order
from closet_app.services.pieces import piece
from closet_app.services.prints import PieceKind
from closet_app.services.stocks import find_stock
from closet_app.ui.print_room.free_cells import FreeCells
from closet_app.ui.printing.stock_picker import tile_words
from tests.closets import TODAY
from tests.ui.print_room_stage import ADDRESS, CARD, LABEL, SLIP, Stage, stage

pytestmark = pytest.mark.usefixtures("keeper")
KEY = Qt.Key
SHEET = "avery-5163"
TITLES = ("Wool coat", "Silk scarf", "Leather belt", "Denim skirt", "Canvas tote", "Ankle boots")
FAMILIES = ("Outerwear", "Accessories", "Accessories", "Bottoms", "Bags", "Shoes")


@pytest.fixture
def shop(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    with stage(tmp_path, qtbot) as made:
        yield made


def with_matches(shop: Stage) -> int:
    """An order, and a few listed pieces that may go with it."""
    shop.list_pieces(*TITLES, categories=FAMILIES)
    return shop.sell_on(1, "Renata Okafor")


def on_a_sheet(shop: Stage) -> FreeCells:
    """Address labels on a sheet of ten."""
    shop.sell_on(1, "Ada")
    shop.sell_on(2, "Bo")
    page = shop.enter()
    page.room.aim(ADDRESS)
    page.room.change(ADDRESS, paper=find_stock(shop.closet, SHEET))
    shop.settle_room()
    return page.side.paper.cells


def test_every_design_is_drawn_and_one_click_changes_all_cards(shop: Stage) -> None:
    shop.sell_on(1, "Renata Okafor")
    page = shop.enter()
    tiles = page.side.card.strip.tiles
    names = [tile.face.name for tile in tiles]
    assert names[:4] == ["Hand note", "Stitched", "Photo", "Bold"]
    assert all(tile.isEnabled() for tile in tiles)
    assert tiles[0].isChecked()
    before = page.pages.sheets[0].serial
    tiles[1].click()
    shop.settle_room()
    assert page.room.design == "stitched"
    assert page.pages.sheets[0].serial != before
    assert page.room.plan(CARD).design == "stitched"
    assert page.room.plan(SLIP).design == ""


def test_a_folded_design_takes_its_paper_with_it_and_gives_the_flat_one_back(shop: Stage) -> None:
    shop.sell_on(1, "Renata Okafor")
    page = shop.enter()
    room, paper, tiles = page.room, page.side.paper, page.side.card.strip.tiles
    flat = room.choices[CARD].paper
    next(tile for tile in tiles if tile.face.id == "photo").click()
    shop.settle_room()
    assert room.choices[CARD].paper.folded
    assert all(tile.stock is not None and tile.stock.folded for tile in paper.tiles.tiles)
    assert not paper.keep.isVisible()
    room.change(CARD, paper=flat)
    shop.settle_room()
    assert paper.explain.text().endswith("This design is meant folded.")
    tiles[1].click()
    shop.settle_room()
    assert room.choices[CARD].paper == flat
    assert not paper.explain.text().endswith("folded.")


def test_a_copy_made_meanwhile_is_chosen_at_once_and_given_up_with_it(shop: Stage) -> None:
    shop.sell_on(1, "Renata Okafor")
    page = shop.enter()
    page.side.card.strip.tiles[1].click()
    shop.settle_room()
    shop.desk.navigator.go("orders")
    copies: list[str] = []

    def copy() -> Changed:
        design_id, changed = copy_design(shop.closet, "stitched")
        copies.append(design_id)
        return changed

    shop.desk.command(copy)
    shop.rest()
    shop.enter()
    assert [page.room.design] == copies
    assert page.side.card.strip.tiles[0].isChecked()
    shop.desk.undo()
    shop.settle_room()
    assert page.room.design == "stitched"


def test_pages_are_made_again_after_the_closet_changed_elsewhere(shop: Stage) -> None:
    order_id = shop.sell_on(1, "Renata Okafor")
    page = shop.enter()
    before = [sheet.serial for sheet in page.pages.sheets]
    shop.enter()
    assert [sheet.serial for sheet in page.pages.sheets] == before
    shop.desk.navigator.go("orders")
    shop.desk.command(lambda: edit_order(shop.closet, order_id, gift=True))
    shop.rest()
    shop.enter()
    assert not set(before) & {sheet.serial for sheet in page.pages.sheets}


def test_matching_pieces_stand_on_the_back_until_they_are_turned_off(shop: Stage) -> None:
    order_id = with_matches(shop)
    page = shop.enter()
    found = matches(shop.closet, order_id)
    assert found
    assert [sheet.title for sheet in page.pages.sheets[:2]] == ["Thank-you card", "Back"]
    page.side.card.back.box.click()
    shop.settle_room()
    assert "Back" not in [sheet.title for sheet in page.pages.sheets]
    assert not page.side.card.swap.isVisible()


def test_a_piece_of_the_back_is_swapped_for_another(shop: Stage) -> None:
    order_id = with_matches(shop)
    page = shop.enter()
    page.side.card.swap.click()
    rows = page.side.card.rows
    assert rows.isVisible()
    before = matches(shop.closet, order_id)[0]
    rows.swaps[0].click()
    shop.rest()
    menu = next(each for each in rows.findChildren(type(rows.menu(before, ()))) if each.actions())
    others = [action for action in menu.actions() if action.isEnabled()]
    assert others
    others[0].trigger()
    shop.settle_room()
    assert matches(shop.closet, order_id)[0].item_id != before.item_id


def test_matching_pieces_are_kept_for_the_buyer_until_a_day(shop: Stage) -> None:
    order_id = with_matches(shop)
    page = shop.enter()
    page.side.card.keep.box.click()
    shop.settle_room()
    kept = matches(shop.closet, order_id)
    assert {match.kept_until for match in kept} == {TODAY + timedelta(days=14)}
    assert piece(shop.closet, kept[0].item_id).status.value == "on_hold"
    page.side.card.until.line.setText("Dec 24")
    page.side.card.until.take()
    shop.settle_room()
    assert {match.kept_until for match in matches(shop.closet, order_id)} == {
        TODAY.replace(month=12, day=24)
    }
    page.side.card.keep.box.click()
    shop.settle_room()
    assert all(match.kept_until is None for match in matches(shop.closet, order_id))


def test_papers_are_offered_short_and_all_of_them_in_a_menu(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    page = shop.enter()
    page.room.aim(ADDRESS)
    tiles = page.side.paper.tiles
    first = tiles.tiles[0].stock
    assert first is not None
    assert tile_words(first).replace("\u00a0", " ") == "4 × 6"
    shop.pick(tiles.menu(), "Avery 5163")
    assert page.room.choices[ADDRESS].paper.id == SHEET
    assert any(tile.isChecked() and tile.stock and tile.stock.id == SHEET for tile in tiles.tiles)
    shop.press_button("Use it from now on")
    shop.settle_room()
    assert prints.usual_stock(shop.closet, ADDRESS) == SHEET
    assert not page.side.paper.keep.isVisible()


def test_a_click_sets_the_first_free_label_and_a_right_click_spoils_one(shop: Stage) -> None:
    cells = on_a_sheet(shop)
    room = shop.page.room
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    shop.qtbot.mouseClick(cells, left, pos=cells.cell_rect(3).center())
    shop.qtbot.mouseClick(cells, right, pos=cells.cell_rect(4).center())
    shop.settle_room()
    assert room.choices[ADDRESS].start == 3
    assert room.choices[ADDRESS].skip == {0, 1, 3}
    assert cells.printed_cells() == {2, 4}
    held = Qt.KeyboardModifier.ShiftModifier
    shop.qtbot.mouseClick(cells, left, held, cells.cell_rect(4).center())
    assert room.choices[ADDRESS].skip == {0, 1}


def test_free_labels_are_chosen_by_keys_alone(shop: Stage) -> None:
    cells = on_a_sheet(shop)
    cells.setFocus()
    for key in (KEY.Key_Down, KEY.Key_Right, KEY.Key_Space, KEY.Key_Down, KEY.Key_X):
        shop.key(key)
    shop.settle_room()
    choice = shop.page.room.choices[ADDRESS]
    assert (choice.start, choice.spoiled) == (4, frozenset({5}))
    assert cells.accessibleName() == "First free label: 4 of 10, 1 is spoiled, at label 6"


def test_one_label_of_a_sheet_always_stays_free(shop: Stage) -> None:
    cells = on_a_sheet(shop)
    cells.begin_at(9)
    cells.spoil(9)
    cells.spoil(10)
    assert cells.spoiled == {8}
    shop.settle_room()
    assert shop.page.room.choices[ADDRESS].skip < set(range(10))


def test_other_pieces_are_added_under_more(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    page = shop.enter()
    tabs = page.side.paper.tabs
    tabs.menu.aboutToShow.emit()
    shop.pick(tabs.menu, "Return label")
    assert page.room.kind is PieceKind.RETURN
    assert tabs.more.text() == "Return label"
    assert PieceKind.RETURN in shop.kinds()
    assert ("1 return label", "2¼ × 1¼") in shop.run_words()
    tabs.on.box.click()
    shop.settle_room()
    assert PieceKind.RETURN not in shop.kinds()


def test_copies_are_counted_and_gifts_hide_their_prices(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    page = shop.enter()
    page.room.aim(SLIP)
    page.side.paper.copies.line.setText("2")
    page.side.paper.copies.take()
    page.side.paper.slip.prices.changed.emit("gift")
    shop.settle_room()
    assert ("2 packing slips", "Letter") in shop.run_words()
    assert page.room.plan(SLIP).gift is True
    page.room.aim(LABEL)
    assert page.side.paper.label.isVisible()
    assert not page.side.paper.slip.isVisible()
    page.side.paper.label.price.box.click()
    assert not page.room.plan(LABEL).with_price


def test_a_page_that_is_clicked_brings_its_choices(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    page = shop.enter()
    place = shop.kinds().index(SLIP)
    at = page.pages.page_rect(place).center()
    at.setY(page.pages.page_rect(place).top() + 20)
    shop.qtbot.mouseClick(page.pages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.room.kind is SLIP
    assert page.side.paper.tabs.segments.value() == "slip"
