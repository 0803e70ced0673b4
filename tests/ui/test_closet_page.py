"""The Closet page in its window: what it opens with, what reaches it, how it folds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from closet_app.services import gallery, items, shop, stock, tasks
from closet_app.services.records import Card
from closet_app.ui.closet.head_line import TABLE
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.closets import TODAY, add, sell
from tests.ui.closet_stage import Stage, add_pictured, stage
from tests.ui.furnished_closet import Furnished, furnished_stage, mark, texts

KEY, HELD = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture
def pieces(furnished: Furnished) -> dict[str, int]:
    return furnished.pieces


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A furnished closet where a test asks for its pieces, else an empty one."""
    if "pieces" in request.fixturenames:
        furnished: Furnished = request.getfixturevalue("furnished")
        opened = furnished_stage(furnished, tmp_path / "closet", qtbot)
    else:
        opened = stage(tmp_path / "closet", qtbot)
    with opened as made:
        yield made


def test_the_gallery_shows_the_newest_first_with_its_sums(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    assert desk.titles()[:2] == ["Merino turtleneck", "모직 코트"]
    assert len(desk.titles()) == 5
    said = texts(page.pane.head)
    assert said[0] == "5 items"
    assert said[1] == "asking $319"
    assert said[3].endswith("to keep if all sell")
    assert desk.window.windowTitle() == "Juniper Lane — Closet"


def test_an_empty_closet_says_how_to_begin(desk: Stage) -> None:
    page = desk.open()
    assert page.pane.empty_closet.isVisible()
    assert "Your closet is empty." in texts(page.pane.empty_closet)
    asked: list[str] = []
    desk.desk.actions.connect_action("add_photos", lambda: asked.append("photos"))
    desk.desk.actions.connect_action("import_items", lambda: asked.append("import"))
    desk.press_words("Choose photos", page.pane.empty_closet)
    desk.press_words("Import a CSV file", page.pane.empty_closet)
    assert asked == ["photos", "import"]
    add(desk.closet)
    desk.desk.tell(stock.mark_listed(desk.closet, [1], ["ebay"]))
    desk.settle()
    assert page.pane.grid.isVisible()


def test_the_way_to_the_first_sale_waits_until_it_is_done_or_hidden(desk: Stage) -> None:
    page = desk.open()
    steps = page.pane.first_steps
    assert steps.isVisible()
    assert "Photograph a piece" in texts(steps)
    desk.press(mark(steps, "Hide this list"))
    assert not steps.isVisible()
    assert shop.shop(desk.closet).first_steps_hidden


def test_listings_to_take_down_are_ticked_above_the_gallery(
    desk: Stage, pieces: dict[str, int]
) -> None:
    sell(desk.closet, [pieces["tee"]], ["34"], "poshmark")
    page = desk.open()
    strip = page.pane.take_downs
    assert strip.isVisible()
    ticks = strip.findChildren(QCheckBox)
    assert sorted(tick.text() for tick in ticks) == ["Mercari", "eBay"]
    desk.press(ticks[0])
    assert len(tasks.open_take_downs(desk.closet)) == 1
    desk.press_words("Show", strip)
    assert page.pane.picks.ids() == [pieces["tee"]]
    desk.press(next(tick for tick in strip.findChildren(QCheckBox) if tick.isVisible()))
    assert not strip.isVisible()


def test_a_sold_piece_leads_to_its_order(desk: Stage, pieces: dict[str, int]) -> None:
    order = sell(desk.closet, [pieces["tee"]], ["34"], "poshmark")
    page = desk.open(pieces["tee"])
    view = page.inspector.piece
    assert not view.sold.isVisible()
    desk.press(view.order)
    assert desk.orders.entered == [order]


def test_what_was_written_elsewhere_is_shown_and_undone(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    desk.pick(pieces["tee"])
    desk.desk.command(lambda: items.edit(desk.closet, [pieces["tee"]], {"title": "Other tee"}))
    desk.settle()
    assert "Other tee" in desk.titles()
    assert "Other tee" in texts(page.inspector.piece)
    assert page.pane.picks.ids() == [pieces["tee"]]
    assert page.bar.undo.isEnabled()
    desk.press(page.bar.undo)
    assert "Breton boatneck tee" in texts(page.inspector.piece)


def test_changes_while_another_page_is_shown_are_seen_on_return(
    desk: Stage, pieces: dict[str, int]
) -> None:
    desk.open()
    desk.desk.navigator.go("orders")
    desk.desk.tell(items.edit(desk.closet, [pieces["tee"]], {"title": "Other tee"}))
    desk.desk.navigator.go("closet")
    desk.settle()
    assert "Other tee" in desk.titles()


def test_the_page_opens_for_a_search_or_a_piece(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open("size:L")
    assert desk.titles() == ["모직 코트"]
    desk.desk.navigator.go("orders")
    desk.open(pieces["dress"])
    assert page.pane.picks.ids() == [pieces["dress"]]
    assert page.bar.search.tokens() == []


def test_a_narrow_window_folds_filters_and_inspector(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    assert page.facets.isVisible()
    assert not page.pane.head.filters.isVisible()
    desk.window.resize(1150, 740)
    desk.settle()
    assert not page.facets.isVisible()
    assert not page.inspector.isVisible()
    desk.search("size:M")
    assert page.pane.head.filters.text() == "Filters 1"
    desk.press(page.pane.head.filters)
    desk.qtbot.waitUntil(page.facets.isVisible)
    desk.key(KEY.Key_Escape)
    assert not page.facets.isVisible()
    desk.click_card(pieces["tee"])
    desk.qtbot.waitUntil(page.inspector.isVisible)
    desk.key(KEY.Key_Escape)
    assert not page.inspector.isVisible()
    assert page.pane.picks.count() == 1
    desk.press(page.pane.head.details)
    assert page.inspector.isVisible()
    desk.window.resize(1440, 868)
    desk.settle()
    assert page.facets.isVisible()
    assert page.folding.splitter.indexOf(page.inspector) == 2


def test_pane_widths_and_card_sizes_are_remembered(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    page.folding.splitter.moveSplitter(260, 1)
    page.folding.splitter.splitterMoved.emit(260, 1)
    desk.qtbot.waitUntil(lambda: "closet" in desk.choices.settings.panes)
    assert desk.choices.settings.panes["closet"][0] == page.facets.width()
    width = page.pane.grid.shape.card.width()
    desk.run("closet.larger")
    desk.run("closet.larger")
    assert page.pane.grid.shape.card.width() > width
    assert desk.choices.settings.panes["closet.card_size"] == (page.pane.grid.scale,)
    desk.run("closet.smaller")


def test_commands_reach_filters_search_and_every_pane(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.run("filters")
    focused = desk.window.focusWidget()
    assert focused is not None
    assert page.facets.isAncestorOf(focused)
    assert page.focus_search()
    assert page.bar.search.line.hasFocus()
    desk.key(KEY.Key_Escape)
    assert page.pane.view.hasFocus()
    assert page.panes() == [page.facets, page.pane, page.inspector]
    assert not page.print_shown()


def test_photos_are_painted_when_they_arrive(desk: Stage) -> None:
    made = add_pictured(desk.closet, "Tee", "dress-03", "dress-01", "dress-02")
    page = desk.open()
    desk.pick(made)
    page.pane.grid.grab()
    desk.settle()
    shown: Card | None = page.model.card(0)
    assert shown is not None
    assert shown.photo is not None
    assert page.thumbs.get(shown.photo, page.pane.grid.shape.card.width()) is not None
    faces = [thumb.face for thumb in page.inspector.piece.photos.thumbs()]
    assert sum(face.pixmap is not None for face in faces) == 3


def test_a_missing_photo_is_found_again(desk: Stage) -> None:
    made = add_pictured(desk.closet, "Tee", "dress-03")
    shown = gallery.cards(desk.closet, [made])[0]
    assert shown.photo is not None
    original = desk.closet.photos.path_of(shown.photo.sha256)
    kept = original.read_bytes()
    original.chmod(0o600)
    original.unlink()
    for thumbnail in (desk.closet.folder / "thumbs").rglob("*.jpg"):
        thumbnail.unlink()
    page = desk.open()
    page.pane.grid.grab()
    desk.settle()
    assert page.thumbs.is_missing(shown.photo)
    found = desk.closet.folder.parent / "found.jpg"
    found.write_bytes(kept)
    desk.asking.photos = [found]
    card = page.pane.grid.visualRect(page.model.index(0, 0))
    desk.click_at(card.center() - QPoint(0, 20))
    page.pane.grid.grab()
    desk.settle()
    assert not page.thumbs.is_missing(shown.photo)


def test_ages_follow_the_days(desk: Stage) -> None:
    made = add(desk.closet)
    stock.mark_listed(desk.closet, [made], ["ebay"], TODAY - timedelta(days=3))
    page = desk.open()
    face = page.model.face(0)
    assert face is not None
    assert face.pill_words == "Listed 3 d"
    assert face.price_text == "$34"


def test_text_grows_while_the_page_is_shown(
    desk: Stage, pieces: dict[str, int], keeper: ThemeKeeper
) -> None:
    page = desk.open()
    small = page.pane.grid.shape.card.width()
    for percent in (150, 100, 130, 90, 150):
        keeper.set_text_size(percent)
        desk.settle()
        assert page.inspector.isVisible() is (percent < 130)
    assert page.pane.grid.shape.card.width() > small
    assert page.facets.minimumWidth() == 216 * 150 // 100
    page.pane.show_view(TABLE)
    assert page.pane.table.rowHeight(0) == 60
