"""The Closet page finds: typed words, boxes at the left, sorts and currencies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from closet_app.domain.query import values_of
from closet_app.services import shop
from closet_app.ui.closet.facet_lists import ChipsPart, RowsPart, SizesPart
from closet_app.ui.closet.facet_marks import AgesPart, ColorsPart, PlacesPart
from closet_app.ui.closet.value_popup import ValuePopup
from closet_app.ui.widgets.buttons import Button
from tests.ui.closet_stage import Stage
from tests.ui.furnished_closet import Furnished, furnished_stage, mark, row, texts, tick

KEY, HELD = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture
def pieces(furnished: Furnished) -> dict[str, int]:
    return furnished.pieces


@pytest.fixture
def desk(furnished: Furnished, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    with furnished_stage(furnished, tmp_path / "closet", qtbot) as made:
        yield made


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
