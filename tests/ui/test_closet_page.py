"""The Closet page in its window: search, filters, selection, inspector, folding."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.query import values_of
from closet_app.paths import resources
from closet_app.services import gallery, items, shop, stock, tasks
from closet_app.services.clock import fixed_clock
from closet_app.services.opening import open_closet
from closet_app.services.records import Card
from closet_app.ui.closet.browser import Found
from closet_app.ui.closet.facet_lists import ChipsPart, RowsPart, SizesPart
from closet_app.ui.closet.facet_marks import AgesPart, ColorsPart, PlacesPart
from closet_app.ui.closet.head_line import GALLERY, TABLE
from closet_app.ui.closet.value_popup import ValuePopup
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.text import PlainLabel
from tests.closets import TODAY, add, new_closet, sell
from tests.ui.closet_stage import Stage, add_pictured, furnish, stage

KEY, HELD = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """The pieces of a closet that each test gets a copy of."""
    closet = new_closet(tmp_path_factory.getbasetemp() / "furnished")
    made = furnish(closet)
    closet.close()
    return made


@pytest.fixture
def desk(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    qtbot: QtBot,
) -> Iterator[Stage]:
    folder, closet = tmp_path / "closet", None
    if "pieces" in request.fixturenames:
        request.getfixturevalue("pieces")
        shutil.copytree(tmp_path_factory.getbasetemp() / "furnished", folder)
        closet = open_closet(folder, resources(), fixed_clock(TODAY))
    with stage(folder, qtbot, closet) as made:
        yield made


def texts(widget: QWidget) -> list[str]:
    """What the visible labels of a widget say."""
    labels = widget.findChildren(PlainLabel)
    return [label.text() for label in labels if label.isVisibleTo(widget) and label.text()]


def mark(part: QWidget, name: str) -> QAbstractButton:
    """A swatch or badge of a facet."""
    buttons = part.findChildren(QAbstractButton)
    return next(each for each in buttons if each.accessibleName() == name)


def row(desk: Stage, key: str, words: str) -> CheckRow:
    part = desk.page.facets.part(key)
    return next(each for each in part.findChildren(CheckRow) if each.box.accessibleName() == words)


def tick(desk: Stage, key: str, words: str) -> None:
    """Press the check of a facet's row."""
    box = row(desk, key, words).box
    desk.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    desk.settle()


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


def test_typing_narrows_at_each_letter(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    page.focus_search()
    QTest.keyClicks(page.bar.search.line, "leath")
    desk.settle()
    assert desk.titles() == ["Leather moto jacket"]
    page.bar.search.line.clear()
    QTest.keyClicks(page.bar.search.line, "brand:made")
    desk.settle()
    assert desk.titles() == ["Breton boatneck tee"]
    desk.key(KEY.Key_Return)
    assert page.bar.search.tokens() == ["brand:made"]
    assert page.pane.view.hasFocus()


def test_completions_come_with_counts_and_become_filters(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    page.focus_search()
    box = page.bar.search
    QTest.keyClicks(box.line, "color:c")
    desk.settle()
    assert [(each.words, each.count) for each in box.list.suggestions] == [("Cream", 1)]
    desk.key(KEY.Key_Tab)
    assert box.tokens() == ["color:Cream"]
    assert desk.titles() == ["Breton boatneck tee"]
    QTest.keyClicks(box.line, "bra")
    desk.settle()
    assert box.list.suggestions[0].token == "brand:"
    box.line.clear()
    QTest.keyClicks(box.line, "has:p")
    desk.settle()
    assert [each.token for each in box.list.suggestions] == ["has:photo", "has:price"]
    box.line.clear()
    QTest.keyClicks(box.line, "price:2")
    desk.settle()
    assert not box.list.isVisible()


def test_ticking_a_facet_is_the_same_as_typing_its_token(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    tick(desk, "status", "Listed")
    assert page.bar.search.tokens() == ["status:listed"]
    assert len(desk.titles()) == 3
    desk.search("status:listed brand:madewell")
    assert row(desk, "status", "Listed").is_checked()
    assert row(desk, "brand", "Madewell").is_checked()
    tick(desk, "status", "Listed")
    assert page.bar.search.tokens() == ["brand:madewell"]


def test_counts_follow_the_other_filters(desk: Stage, pieces: dict[str, int]) -> None:
    desk.open()
    assert row(desk, "brand", "Madewell").fact.text() == "1"
    assert row(desk, "status", "Draft").fact.text() == "2"
    desk.search("size:M")
    assert row(desk, "status", "Draft").fact.text() == "1"
    assert row(desk, "status", "Listed").fact.text() == "2"
    sizes = desk.page.facets.part("size")
    assert isinstance(sizes, SizesPart)
    chips = [chip.text() for chip in sizes.findChildren(Button) if chip.isCheckable()]
    assert chips == ["S", "M", "L"]


def test_every_kind_of_facet_sets_its_filter(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()

    def asked(key: str) -> tuple[str, ...]:
        desk.settle()
        return values_of(page.searching.query, key)

    chips, sizes = page.facets.part("department"), page.facets.part("size")
    colors, places = page.facets.part("color"), page.facets.part("on")
    ages = page.facets.part("age")
    assert isinstance(chips, ChipsPart)
    assert isinstance(colors, ColorsPart)
    assert isinstance(places, PlacesPart)
    assert isinstance(ages, AgesPart)
    desk.press_words("Women", chips)
    desk.press_words("M", sizes)
    desk.press(mark(colors, "Green"))
    assert (asked("department"), asked("size"), asked("color")) == (("Women",), ("M",), ("Green",))
    assert desk.titles() == ["Embroidered tunic dress"]
    page.searching.search("")
    desk.settle()
    desk.press(mark(places, "Depop"))
    assert desk.titles() == ["Leather moto jacket"]
    desk.press_words("any", places)
    assert asked("on") == ("depop", "any")
    tick(desk, "on", "Not listed")
    assert page.bar.search.tokens() == ["no:listing"]
    page.searching.search("")
    desk.settle()
    ages.ranged.emit(90, None)
    desk.settle()
    assert page.bar.search.tokens() == ["age:>=90"]
    assert desk.titles() == ["Embroidered tunic dress"]
    ages.ranged.emit(None, None)
    desk.settle()
    assert page.bar.search.tokens() == []


def test_all_values_of_a_facet_stand_in_a_list_to_narrow(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    brands = page.facets.part("brand")
    assert isinstance(brands, RowsPart)
    desk.press_words("All 5", brands)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ValuePopup)
    QTest.keyClicks(popup.line, "all")
    shown = [popup.list.item(at) for at in range(popup.list.count())]
    visible = [item for item in shown if not item.isHidden()]
    assert [item.text() for item in visible] == ["AllSaints"]
    popup.list.itemActivated.emit(visible[0])
    desk.settle()
    assert visible[0].checkState() == Qt.CheckState.Checked
    popup.close()
    assert desk.titles() == ["Leather moto jacket"]
    assert row(desk, "brand", "AllSaints").is_checked()


def test_one_click_fills_the_inspector(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.click_card(pieces["tee"])
    view = page.inspector.piece
    said = texts(view)
    assert "Breton boatneck tee" in said
    assert "Madewell · M · cream" in said
    assert "What you keep at $34" in said
    assert [said[said.index(name) + 1] for name in ("Number", "Condition", "Listed", "Paid")] == [
        "JL-0001", "Very good", "12 days", "$6.00",
    ]  # fmt: skip
    assert said[said.index("floor") + 1] == "$22"
    assert "Note: tiny pull inside the left cuff" in said
    assert not page.pane.bar.isVisible()
    desk.click_card(pieces["draft"])
    assert "What you keep at $34" not in texts(view)


def test_what_each_marketplace_leaves_is_said_with_its_assumptions(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    desk.click_card(pieces["tee"])
    table = page.inspector.piece.keep
    amounts = [words for words in texts(table) if words.startswith("$")]
    assert len(amounts) >= 5
    tips = [label.toolTip() for label in table.findChildren(PlainLabel) if label.toolTip()]
    assert any("Fee rule checked" in tip and "You keep" in tip for tip in tips)


def test_several_pieces_show_their_sums_and_what_they_share(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    desk.pick(pieces["tee"], pieces["jacket"])
    said = texts(page.inspector.sums)
    assert said[0] == "2 selected"
    assert said[said.index("Asking") + 1] == "$182"
    assert said[said.index("Bin") + 1] == "B-04"
    assert "Brand" not in said
    assert texts(page.pane.bar)[:2] == ["2 selected", "$182 asking"]
    desk.pick()
    said = texts(page.inspector.sums)
    assert said[0] == "Your closet"
    assert said[said.index("Items") + 1] == "5"


def test_checks_and_control_add_and_escape_lets_go(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.click_card(pieces["tee"])
    desk.click_card(pieces["dress"], HELD.ControlModifier)
    assert page.pane.bar.isVisible()
    corner = page.pane.view.visualRect(page.model.index_of(pieces["coat"])).topLeft()
    desk.click_at(corner + QPoint(16, 16))
    assert page.pane.picks.count() == 3
    desk.key(KEY.Key_Escape)
    assert page.pane.picks.count() == 0
    assert not page.pane.bar.isVisible()
    desk.run("closet.select_all")
    assert page.pane.picks.count() == 5
    page.pane.bar.cleared.emit()
    assert page.pane.picks.count() == 0


def test_one_ticked_piece_brings_the_selection_bar(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.click_card(pieces["tee"])
    assert not page.pane.bar.isVisible()
    desk.key(KEY.Key_Space)
    desk.key(KEY.Key_Space)
    assert page.pane.bar.isVisible()


def test_the_selection_stays_while_the_search_shows_it(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.pick(pieces["tee"], pieces["jacket"])
    desk.search("brand:madewell")
    assert page.pane.picks.ids() == [pieces["tee"]]
    page.pane.head.sorted_by.emit("title")
    desk.search("")
    assert page.pane.picks.ids() == [pieces["tee"]]


def test_sorts_change_the_order(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    menu = page.pane.head.sort_menu()
    chosen = next(action for action in menu.actions() if action.text() == "Highest price")
    chosen.trigger()
    desk.settle()
    assert desk.titles()[0] == "Leather moto jacket"
    assert page.pane.head.sort.text() == "Highest price"
    assert [action.text() for action in page.pane.head.sort_menu().actions()
            if action.isChecked()] == ["Highest price"]  # fmt: skip


def test_the_table_shows_the_same_pieces_and_selection(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.pick(pieces["tee"])
    desk.run("closet.table")
    table = page.pane.table
    assert table.isVisible()
    assert table.model() is page.model
    assert table.currentIndex().row() == page.model.row_of(pieces["tee"])
    check = table.visualRect(page.model.index_of(pieces["coat"])).topLeft() + QPoint(18, 20)
    desk.click_at(check)
    assert set(page.pane.picks.ids()) == {pieces["tee"], pieces["coat"]}
    desk.click_at(table.visualRect(page.model.index(0, 6)).center())
    assert page.pane.picks.rows() == [0]
    desk.key(KEY.Key_Down)
    assert page.pane.picks.rows() == [1]
    desk.key(KEY.Key_Home)
    assert page.pane.picks.rows() == [0]
    table.grab()
    desk.run("closet.gallery")
    assert page.pane.head.view.value() == GALLERY
    assert page.pane.grid.isVisible()


def test_chosen_columns_are_remembered(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    page.pane.show_view(TABLE)
    table = page.pane.table
    menu = table.column_menu()
    next(action for action in menu.actions() if action.text() == "Number").trigger()
    next(action for action in menu.actions() if action.text() == "Bin").trigger()
    kept = desk.choices.settings.columns["closet"]
    assert "number" in kept
    assert "bin" not in kept
    assert table.shown == kept
    page.pane.set_columns(("brand",))
    assert table.shown == ("piece", "brand")


def test_a_press_on_a_heading_sorts_and_a_second_one_turns_it_round(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    page.pane.show_view(TABLE)
    heads = page.pane.table.horizontalHeader()
    heads.sectionClicked.emit(12)
    desk.settle()
    assert desk.titles()[0] == "Leather moto jacket"
    heads.sectionClicked.emit(12)
    desk.settle()
    assert desk.titles()[0] == "Breton boatneck tee"


def test_nothing_found_offers_each_filter_with_what_it_brings_back(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    desk.search("brand:madewell size:S")
    nothing = page.pane.nothing_found
    assert nothing.isVisible()
    assert "Remove one filter, or search all 5 items." in texts(nothing)
    desk.press_words("size: S  ·  brings back 1", nothing)
    assert desk.titles() == ["Breton boatneck tee"]
    desk.search("nowhere")
    desk.press(nothing.clear)
    assert len(desk.titles()) == 5
    assert not nothing.isVisible()


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


def test_another_currency_form_reaches_cards_and_filters(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    desk.search("price:20..150")
    desk.desk.tell(shop.edit_shop(desk.closet, locale="de_DE"))
    desk.settle()
    face = page.model.face(0)
    assert face is not None
    assert face.price_text.endswith("$")
    assert page.facets.is_made


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


def test_everything_selected_stays_selected_through_a_first_page(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    desk.run("closet.select_all")
    ids = page.model.ids
    turned = ids[::-1]
    page.pane.show_found(Found(turned[:2], whole=False))
    assert page.pane.picks.ids() == turned[:2]
    page.pane.show_found(Found(turned, whole=True))
    assert page.pane.picks.ids() == turned
    page.pane.show_found(Found(ids[:2], whole=False))
    page.pane.picks.pick(ids[:1], ids[0])
    page.pane.show_found(Found(ids, whole=True))
    assert page.pane.picks.ids() == ids[:1]
