"""The right column: prices, offers, listings, the kit, and where a piece stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.status import ArchiveReason, ItemStatus
from closet_app.services import estimates, items, listings, pieces, stock
from closet_app.ui.editor.clamped_label import ClampedLabel
from closet_app.ui.editor.listing_dialog import ListingDialog
from closet_app.ui.editor.offer_row import OfferRow
from closet_app.ui.editor.price_pane import PricePane
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.buttons import Button
from tests.closets import TODAY, add, sell, usd
from tests.ui.editor_stage import Stage, add_with_photos, stage

pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("editor") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from stand.serve(qtbot)


@pytest.fixture
def tee(desk: Stage) -> int:
    item_id = add(desk.closet, floor=usd(22), keep_at_least=usd(10))
    stock.mark_listed(desk.closet, [item_id], ["poshmark"], date(2026, 11, 10))
    desk.open(item_id)
    return item_id


def pane(desk: Stage) -> PricePane:
    return desk.page.view.price


def press(menu_action: str, desk: Stage, marketplace: str) -> None:
    menu = pane(desk).listings.menu_for(marketplace)
    found: dict[str, QAction] = {each.text(): each for each in menu.actions()}
    found[menu_action].trigger()
    desk.settle()


def button(of: QWidget) -> Button:
    found = of.findChildren(Button)
    assert len(found) == 1
    return found[0]


def dialog(desk: Stage) -> ListingDialog:
    shown = desk.window.findChildren(ListingDialog)
    return shown[-1]


def test_the_lowest_price_ever_asked_is_said(desk: Stage, tee: int) -> None:
    desk.type("asking", "30")
    desk.type("asking", "38")
    assert pane(desk).price.hint.text() == "lowest ever asked $30"


def test_the_price_that_keeps_enough_can_be_used_as_the_floor(desk: Stage, tee: int) -> None:
    wanted = estimates.price_that_keeps(desk.closet, tee, "poshmark", usd(10))
    pane(desk).offer.choose("poshmark")
    button(pane(desk).price.helper).click()
    desk.settle()
    assert desk.facts().floor == wanted


def test_a_floor_that_loses_money_is_warned_of(desk: Stage, tee: int) -> None:
    pane(desk).offer.choose("poshmark")
    warning = pane(desk).price.warning
    assert warning.isHidden()
    desk.type("floor", "5")
    assert not warning.isHidden()
    warning.acted.emit()
    desk.settle()
    assert desk.facts().floor == estimates.lowest_floor(desk.closet, tee, "poshmark")
    assert warning.isHidden()


def test_an_offer_says_what_it_would_leave(desk: Stage, tee: int) -> None:
    offer = pane(desk).offer
    offer.choose("poshmark")
    offer.row.typed.emit("26")
    left = estimates.offer(desk.closet, tee, "poshmark", usd(26)).keep
    assert offer.row.keep.text() == f"keep ${left.major}"
    assert offer.slider.value() == 2600
    desk.qtbot.keyClick(offer.slider, Qt.Key.Key_Left)
    assert offer.row.amount.text() == "$25"
    offer.row.typed.emit("3")
    assert offer.row.keep.text().startswith("keep −$")
    offer.row.typed.emit("3x4")
    assert offer.row.amount.property("state") == "error"
    offer.row.left.emit("3x4")
    assert offer.row.amount.property("state") == ""


def test_the_slider_is_red_below_cost_and_amber_below_the_floor(desk: Stage, tee: int) -> None:
    offer = pane(desk).offer
    offer.choose("poshmark")
    lowest = estimates.lowest_floor(desk.closet, tee, "poshmark").minor
    for minor, zone in ((lowest - 1, "bad"), (lowest, "warn"), (2199, "warn"), (2200, "ok")):
        offer.slider.put(minor)
        assert offer.slider.zone() == zone


def test_what_is_kept_goes_below_where_there_is_no_room_beside(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = OfferRow(window)
    row.show_keep("keep $13.90", "ok", "")
    row.resize(420, 60)
    window.show()
    qtbot.waitUntil(lambda: row.keep.x() > row.places.x())
    row.resize(240, 80)
    qtbot.waitUntil(lambda: row.keep.y() > row.places.y())
    row.resize(420, 60)
    qtbot.waitUntil(lambda: row.keep.x() > row.places.x())


def test_each_marketplace_says_price_and_keep(desk: Stage, tee: int) -> None:
    rows = pane(desk).listings.rows
    keep = estimates.estimates(desk.closet, tee)[0].keep
    name = f"Poshmark Listed 12 d $34 you keep ${keep.major}"
    assert rows["poshmark"].accessibleName() == name
    assert rows["vinted"].face.price == "–"
    assert not pane(desk).listings.grab().isNull()


def test_a_listing_is_made_edited_opened_and_ended(desk: Stage, tee: int) -> None:
    press("Mark listed…", desk, "ebay")
    made = dialog(desk)
    made.link.line.setText("https://www.ebay.com/itm/1")
    made.price.line.setText("36")
    made.submit()
    desk.settle()
    ebay = next(each for each in desk.piece().listings if each.marketplace == "ebay")
    assert (ebay.price, ebay.since, ebay.live) == (usd(36), TODAY, True)
    press("Open the listing", desk, "ebay")
    assert desk.answers.visited == ["https://www.ebay.com/itm/1"]
    press("Taken down there", desk, "ebay")
    assert not any(each.live for each in desk.piece().listings if each.marketplace == "ebay")
    assert pane(desk).listings.rows["ebay"].face.pill == "Not listed"


def test_a_link_that_is_no_web_address_is_refused_in_place(desk: Stage, tee: int) -> None:
    pane(desk).kit.mark_listed.emit("poshmark")
    edited = dialog(desk)
    assert edited.price.value() == usd(34)
    edited.link.line.setText("javascript:alert(1)")
    edited.submit()
    desk.settle()
    assert edited.link.error.startswith("That is not a web address.")
    assert edited.isVisible()
    edited.price.line.setText("3x4")
    edited.submit()
    assert edited.price.error
    edited.reject()
    links = [each.url for each in pieces.piece(desk.closet, tee).listings]
    assert links == [""]
    assert listings.safe_link("") == ""


def test_title_and_description_are_copied_whole(desk: Stage, tee: int) -> None:
    kit = pane(desk).kit
    clipboard = QGuiApplication.clipboard()
    desk.desk.actions.action("editor.copy_title").trigger()
    assert clipboard.text() == kit.title.text.whole
    assert kit.title.copy_button.text() == "Copied"
    back = kit.title.findChild(QTimer)
    assert back is not None
    assert back.interval() == 2000
    back.setInterval(1)
    kit.title.copy_button.click()
    desk.qtbot.waitUntil(lambda: kit.title.copy_button.text() == "Copy")
    desk.desk.actions.action("editor.copy_description").trigger()
    assert clipboard.text() == kit.description.text.whole


def test_each_marketplace_has_a_kit_of_its_own(desk: Stage, tee: int) -> None:
    kit = pane(desk).kit
    tabs = kit.tabs
    assert kit.title.count.text().endswith(" of 80")
    chosen: list[str] = []
    tabs.changed.connect(chosen.append)
    for _ in range(3):
        desk.qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert chosen == ["ebay", "mercari", "depop"]
    assert kit.title.isHidden()
    assert kit.description.text.whole
    desk.qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert not kit.title.isHidden()
    assert not kit.grab().isNull()


def test_the_photos_are_copied_to_a_folder_that_is_shown(desk: Stage, tmp_path: Path) -> None:
    desk.open(add_with_photos(desk.closet, tmp_path, 2))
    button = pane(desk).kit.photos
    assert button.text() == "Show 2 photos in folder"
    button.click()
    desk.settle()
    assert [len(list(folder.iterdir())) for folder in desk.answers.shown] == [2]


def test_without_photos_there_is_no_folder_to_show(desk: Stage, tee: int) -> None:
    assert not pane(desk).kit.photos.isEnabled()


def test_a_sold_piece_says_so_and_leads_to_its_order(desk: Stage) -> None:
    item_id = add(desk.closet)
    order_id = sell(desk.closet, [item_id], ["30"])
    desk.open(item_id)
    notes = pane(desk).standing.notes
    assert len(notes) == 1
    notes[0].acted.emit()
    assert desk.desk.navigator.place == "orders"
    assert desk.orders_page.entered == [order_id]
    desk.open(item_id)
    desk.type("notes", "Buyer asked for a box")
    assert desk.facts().notes == "Buyer asked for a box"


def test_an_archived_piece_can_be_brought_back(desk: Stage, tee: int) -> None:
    stock.archive(desk.closet, [tee], ArchiveReason.DONATED)
    desk.open(tee)
    pane(desk).standing.notes[0].acted.emit()
    desk.settle()
    assert desk.piece().status is ItemStatus.DRAFT
    assert pane(desk).standing.isHidden()


def test_long_text_ends_in_an_ellipsis_and_keeps_every_letter(qtbot: QtBot) -> None:
    label = ClampedLabel(2)
    qtbot.addWidget(label)
    label.resize(200, 60)
    label.set_whole("👗 한국 전통 자수가 놓인 코트. " * 20)
    assert label.heightForWidth(200) == 36
    assert not label.grab().isNull()
    label.set_whole("Short")
    assert label.heightForWidth(200) == 18


def test_history_shows_the_newest_first_and_all_when_asked(desk: Stage, tee: int) -> None:
    for price in range(40, 50):
        items.edit(desk.closet, [tee], {"asking": usd(price)})
    desk.open(tee)
    more = button(pane(desk).history)
    assert not more.isHidden()
    more.click()
    assert more.isHidden()
